//! What the city counts of a case, moved in the transaction of whatever moves it.

use super::desk::CaseDesk;
use crate::city::{CounterKey, add_to_bureau, difference};
use crate::entity::case;
use crate::error::Error;
use domain::case::{ActKind, Case, clocks, taken_back};
use domain::city::{CaseCount, Month};
use domain::id::CaseId;
use domain::role::Power;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;

/// The counter of acts, by the month of their legal day and the kind.
pub(super) const ACT: &str = "case_act";

/// What a case counts for as it stands.
pub(super) fn counted(desk: &CaseDesk<'_>, case: &Case) -> CaseCount {
    let context = desk.context();
    CaseCount::of(case, &clocks(case, &context), context.catalogue)
}

/// What a case was counted for when its row was last written; none: never, it is older than the counters.
pub(super) async fn kept(desk: &CaseDesk<'_>, id: CaseId) -> Result<Option<CaseCount>, Error> {
    let row = desk.store.find::<case::Entity>().filter(case::Column::Id.eq(id.0));
    let row = row.select_only().column(case::Column::Counted).into_tuple::<String>();
    read(&row.one(desk.store.tx()).await?.unwrap_or_default())
}

pub(super) fn read(text: &str) -> Result<Option<CaseCount>, Error> {
    if text.is_empty() { Ok(None) } else { serde_json::from_str(text).map(Some).map_err(Error::down) }
}

pub(super) fn written(count: &CaseCount) -> Result<String, Error> {
    serde_json::to_string(count).map_err(Error::down)
}

/// Moves the counters by what differs.
pub(super) async fn moved(desk: &CaseDesk<'_>, was: Option<CaseCount>, is: &CaseCount) -> Result<(), Error> {
    let by = difference(was.map(|was| was.cells()).unwrap_or_default(), is.cells());
    desk.store.count(&by).await
}

/// The acts that are counted by themselves: approvals, and what begins a case; each in the month of its legal day.
/// Numbers only, never amounts (行政处罚法 art. 74). What was taken back does not count, and a corrected day does.
pub(super) fn acts(case: &Case) -> BTreeMap<CounterKey, i64> {
    let gone = taken_back(&case.log);
    let mut acts = BTreeMap::new();
    for event in case.log.iter().filter(|event| !gone.contains(&event.seq)) {
        let kind = event.act.kind();
        let counts = kind.power() == Power::ApproveCases || kind.begins_a_case();
        if counts && kind != ActKind::TakeBack {
            let key = (ACT.to_owned(), Month::of(event.on).to_string(), kind.word().to_owned());
            *acts.entry(key).or_default() += 1;
        }
    }
    acts
}

/// Moves the counters of acts from a case as it was to the case as it is.
pub(super) async fn acted(desk: &CaseDesk<'_>, was: Option<&Case>, is: &Case) -> Result<(), Error> {
    if desk.store.bureau().is_practice() {
        return Ok(());
    }
    let mut by = acts(is);
    for (key, count) in was.map(acts).unwrap_or_default() {
        *by.entry(key).or_default() -= count;
    }
    by.retain(|_, count| *count != 0);
    add_to_bureau(desk.store.shared(), desk.store.bureau().id, by.into_iter().collect()).await
}
