//! Fills the bureau.

use super::{BUREAU, Failed};
use crate::demo;
use domain::Day;
use domain::case::{Act, ClueSource, Entry, Note, RegisterClue};
use domain::establishment::Establishment;
use domain::ledger::LedgerNoun;
use domain::value::EstablishmentName;
use std::ops::Range;
use store::{Bureau, Incoming, Outcome, Rulebook, Store};

/// Rows of one transaction.
const TOGETHER: usize = 5_000;

/// Adds establishments until there are `rows` of them, as an import does.
pub async fn establishments(store: &Store, rows: usize, today: Day) -> Result<(), Failed> {
    let registrar = store.person("dx-registrar").await?;
    let (mut nth, mut there) = (demo::ESTABLISHMENTS_OF_COUNTY, demo::ESTABLISHMENTS_OF_COUNTY);
    while there < rows {
        let workspace = store.operate_as(BUREAU, Some(registrar)).await?;
        let until = nth + TOGETHER.min(rows - there);
        let made = (nth..until).map(|one| establishment(workspace.bureau(), one, today));
        let made = made.map(|made| Ok(Incoming { establishment: made? }));
        let made: Vec<Incoming> = made.collect::<Result<_, Failed>>()?;
        let import = workspace.stage_import(LedgerNoun::Establishments, "bench.xlsx", b"", "{}").await?;
        let outcomes = workspace.import_establishments(&made, Some(import)).await?;
        there += outcomes.iter().filter(|outcome| **outcome == Outcome::New).count();
        workspace.commit().await?;
        nth = until;
    }
    Ok(())
}

/// An establishment like the demo's, but with a name of its own, as establishments have.
pub fn establishment(bureau: &Bureau, nth: usize, today: Day) -> Result<Establishment, Failed> {
    let made = demo::establishment(bureau, nth, today).and_then(|mut made| {
        made.name = EstablishmentName::parse(&format!("{}{nth}号店", made.name))?;
        Ok(made)
    });
    made.map_err(|error| format!("{error:?}").into())
}

/// Registers clues with numbers in a range.
pub async fn cases(store: &Store, range: Range<usize>) -> Result<(), Failed> {
    let officer = store.person("dx-officer1").await?;
    let mut nth = range.start;
    while nth < range.end {
        let workspace = store.operate_as(BUREAU, Some(officer)).await?;
        let until = range.end.min(nth + TOGETHER);
        let desk = workspace.case_desk(Rulebook::in_use()).await?;
        for one in nth..until {
            let done = desk.register(workspace.today(), clue(one)?, Entry::default()).await?;
            done.map_err(|refusal| format!("{refusal:?}"))?;
        }
        drop(desk);
        workspace.commit().await?;
        nth = until;
    }
    Ok(())
}

/// A clue.
pub fn clue(nth: usize) -> Result<Act, Failed> {
    let note = |text: &str| Note::parse(text).map_err(|error| format!("{error:?}"));
    Ok(Act::RegisterClue(RegisterClue {
        source: ClueSource::Inspection,
        suspicion: note(&format!("检查发现第 {nth} 户未按规定建立购销台账"))?,
        place: note("道县濂溪街道")?,
        number: None,
        parties: Vec::new(),
        earlier_warning: None,
        transferred: None,
    }))
}
