//! The catalogues of a case's volumes as they stand.

use super::order::{Place, of_file, of_paper, of_reporter, served};
use super::{Bound, Entry, KeptFile, Lack, MadePaper, What};
use crate::Lang;
use crate::case::{Case, Keeping};
use crate::paper::{PaperKind, Slot, Volume, called_for};

/// The volumes of a case as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// 正卷
    pub main: Vec<Entry>,
    /// 副卷
    pub inner: Vec<Entry>,
    /// What is not as it should be, in the order of the procedure.
    pub lacks: Vec<Lack>,
    /// How long it is kept at the least.
    pub keeping: Keeping,
}

impl Dossier {
    /// The catalogue of a volume; a party reads what lies in the 正卷.
    #[must_use]
    pub fn entries(&self, bound: Bound) -> &[Entry] {
        match bound {
            Bound::Main | Bound::Reading => &self.main,
            Bound::Inner => &self.inner,
        }
    }
}

/// In which volume of a case's dossier a form lies; none: it lies with the register, the training or the city, or is a
/// part of the volume itself.
fn volume(kind: PaperKind) -> Option<Bound> {
    match kind.row().volume {
        Volume::Main => Some(Bound::Main),
        Volume::Inner | Volume::InnerSealed => Some(Bound::Inner),
        Volume::Register | Volume::Training | Volume::City | Volume::Both => None,
    }
}

/// The dossier of a case by the papers that were issued and the evidence that is kept.
#[must_use]
pub fn dossier(case: &Case, papers: &[MadePaper], files: &[KeptFile]) -> Dossier {
    let slots = called_for(case);
    let mut placed: Vec<(Place, Bound, Entry)> = Vec::new();
    let mut lacks = Vec::new();
    for slot in &slots {
        let (entry, lack) = stands(case, *slot, papers);
        placed.extend(entry);
        lacks.extend(lack);
    }
    let is_called_for =
        |paper: &MadePaper| slots.iter().any(|slot| slot.kind == paper.kind && slot.seq == Some(paper.seq));
    let gone = papers.iter().filter(|paper| paper.state.is_valid() && !is_called_for(paper));
    lacks.extend(gone.map(|paper| Lack::StepGone { kind: paper.kind, number: paper.number.clone() }));
    for file in files.iter().filter(|file| !file.is_withdrawn) {
        // No word of the reporter lies in the 正卷: that stands in the 副卷, with what the reporter was told.
        let (place, bound) = match file.names_reporter {
            true => (of_reporter(file.on, file.number), Bound::Inner),
            false => (of_file(file.kind, file.on, file.number), Bound::Main),
        };
        placed.push((place, bound, of_evidence(file)));
    }
    placed.sort_by_key(|(place, _, _)| *place);
    let of = |bound: Bound| placed.iter().filter(|one| one.1 == bound).map(|one| one.2.clone()).collect();
    Dossier { main: of(Bound::Main), inner: of(Bound::Inner), lacks, keeping: case.kept_at_least() }
}

/// Whether the case calls for a paper of its volumes that was neither made here nor on paper before the case was entered.
#[must_use]
pub fn unmade(case: &Case, is_made: impl Fn(PaperKind, u32) -> bool) -> bool {
    let lacks = |slot: &Slot| {
        let Some(seq) = slot.seq else { return false };
        let event = case.log.iter().find(|event| event.seq == seq);
        let is_on_paper = event.is_some_and(|event| event.entry.on_paper.is_some());
        volume(slot.kind).is_some() && !slot.kind.is_optional() && !is_on_paper && !is_made(slot.kind, seq)
    };
    called_for(case).iter().any(lacks)
}

/// The entry of a paper that the case calls for, and what is not as it should be with it.
fn stands(case: &Case, slot: Slot, papers: &[MadePaper]) -> (Option<(Place, Bound, Entry)>, Option<Lack>) {
    let Some(seq) = slot.seq else {
        return (None, Some(Lack::NotYet { kind: slot.kind, party: slot.party }));
    };
    let (Some(event), Some(bound)) = (case.log.iter().find(|event| event.seq == seq), volume(slot.kind))
    else {
        return (None, None);
    };
    let made = papers.iter().find(|one| one.kind == slot.kind && one.seq == seq && one.state.is_valid());
    let place = of_paper(case, slot.kind, seq, event.on);
    let name = |title: &str| match served(case, seq).filter(|_| slot.kind == PaperKind::D32) {
        Some((served, _)) => format!("{title}（{}）", served.name(Lang::Zh)),
        None => title.to_owned(),
    };
    let entry = |what: What, title: &str, number: Option<&String>| {
        let number = number.cloned().unwrap_or_default();
        Some((place, bound, Entry { what, name: name(title), number, on: event.on, party: slot.party }))
    };
    match made {
        Some(paper) => {
            let out = paper
                .state
                .is_out()
                .then(|| Lack::NotBack { kind: paper.kind, number: paper.number.clone() });
            (entry(What::Paper(paper.kind, paper.id), &paper.title, paper.number.as_ref()), out)
        }
        None if slot.kind.is_optional() => (None, None),
        None if event.entry.on_paper.is_some() => {
            // A proof of service and the approval of an urgent measure bear no number of their own.
            let has_own = !matches!(slot.kind, PaperKind::D32 | PaperKind::D14a);
            let number = event.act.paper_number().filter(|_| has_own);
            (entry(What::OnPaper(slot.kind), slot.kind.name(Lang::Zh), number.as_ref()), None)
        }
        None => (None, Some(Lack::NotIssued { kind: slot.kind, party: slot.party, on: event.on })),
    }
}

fn of_evidence(file: &KeptFile) -> Entry {
    Entry {
        what: What::File(file.kind, file.id),
        name: format!("{}：{}", file.kind.name(Lang::Zh), file.name),
        number: format!("证据{}", file.number),
        on: file.on,
        party: file.party,
    }
}
