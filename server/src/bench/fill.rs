//! Fills the bureau.

use super::{BUREAU, Failed};
use crate::demo;
use domain::Day;
use domain::case::{Act, ClueSource, Entry, Note, RegisterClue};
use std::ops::Range;
use store::{Rulebook, Store};

/// Rows of one transaction.
const TOGETHER: usize = 5_000;

/// The rules that this process works by.
pub fn book() -> Rulebook<'static> {
    let rules = store::rules::in_use();
    Rulebook { calendar: &rules.calendar, rules: &rules.clocks, catalogue: store::catalogue::in_use() }
}

/// Adds establishments until there are `rows` of them.
pub async fn establishments(store: &Store, rows: usize, today: Day) -> Result<(), Failed> {
    let registrar = store.person("dx-registrar").await?;
    let mut nth = demo::ESTABLISHMENTS_OF_COUNTY;
    while nth < rows {
        let workspace = store.operate_as(BUREAU, Some(registrar)).await?;
        let until = rows.min(nth + TOGETHER);
        for one in nth..until {
            let made = demo::establishment(workspace.bureau(), one, today);
            workspace.add_establishment(&made.map_err(|error| format!("{error:?}"))?).await?;
        }
        workspace.commit().await?;
        nth = until;
    }
    Ok(())
}

/// Registers clues with numbers in a range.
pub async fn cases(store: &Store, range: Range<usize>) -> Result<(), Failed> {
    let officer = store.person("dx-officer1").await?;
    let mut nth = range.start;
    while nth < range.end {
        let workspace = store.operate_as(BUREAU, Some(officer)).await?;
        let until = range.end.min(nth + TOGETHER);
        let book = book();
        let desk = workspace.case_desk(book).await?;
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
    }))
}
