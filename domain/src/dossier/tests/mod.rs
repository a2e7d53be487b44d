//! Dossiers of worked cases, compared with the lists of the specification's §6.

mod catalogue;
mod reading;

use super::*;
use crate::Lang;
use crate::case::tests::bench::*;
use crate::file::EvidenceKind;
use crate::id::{EvidenceId, IssuedPaperId, PartyId};
use crate::paper::tests::worked::Worked;
use crate::paper::{PaperKind, PaperState, called_for};
use uuid::Uuid;

/// Every paper of the case as it would be made, back and signed.
fn made(worked: &Worked) -> Vec<MadePaper> {
    let case = worked.bench.case();
    let slots = called_for(&case).into_iter().filter(|slot| slot.seq.is_some());
    let made = slots.enumerate().map(|(nth, slot)| {
        let seq = slot.seq.unwrap();
        MadePaper {
            id: IssuedPaperId(Uuid::from_u128(1_000 + nth as u128)),
            kind: slot.kind,
            seq,
            party: slot.party,
            title: slot.kind.name(Lang::Zh).to_owned(),
            number: None,
            on: case.log.iter().find(|event| event.seq == seq).unwrap().on,
            state: PaperState::Back,
        }
    });
    made.collect()
}

fn file(number: u32, kind: EvidenceKind, on: &str) -> KeptFile {
    KeptFile {
        id: EvidenceId(Uuid::from_u128(u128::from(number))),
        number,
        name: format!("{number}.jpg"),
        kind,
        party: None,
        on: day(on),
        is_withdrawn: false,
        names_reporter: false,
    }
}

/// What an entry is, in short.
fn short(entry: &Entry) -> String {
    match entry.what {
        What::Paper(kind, _) => kind.id().to_owned(),
        What::OnPaper(kind) => format!("{} on paper", kind.id()),
        What::File(..) => entry.number.clone(),
    }
}

fn shorts(entries: &[Entry]) -> Vec<String> {
    entries.iter().map(short).collect()
}
