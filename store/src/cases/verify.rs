//! The terms of open cases, counted again from the events.

use super::desk::CaseDesk;
use super::{Rulebook, project};
use crate::bureaus::Which;
use crate::database::Access;
use crate::entity::{case, case_clock};
use crate::error::Error;
use crate::store::Store;
use domain::case::Case;
use domain::id::CaseId;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

/// Cases that are replayed together.
const PAGE_ROWS: u64 = 200;

/// A term that is kept otherwise than the events say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClockDifference {
    /// The bureau's slug.
    pub bureau: String,
    /// The case's number.
    pub case: String,
    /// The clock's word, such as `filing`.
    pub clock: String,
    /// State, first day, last day and acting day as they are kept; empty: nothing is kept.
    pub kept: String,
    /// The same, counted from the events; empty: there is no such term.
    pub counted: String,
}

/// What the check of all terms found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ClockCheck {
    pub bureaus: u64,
    /// Open cases.
    pub cases: u64,
    /// Their terms, those that were met among them.
    pub clocks: u64,
    pub differences: Vec<ClockDifference>,
}

impl Store {
    /// Counts every term of every open case again from its events and names what is kept otherwise; one reading
    /// transaction a bureau. Cases that have ended keep what was counted in their time.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails, or when a case cannot be replayed.
    pub async fn verify_clocks(&self, book: Rulebook<'_>) -> Result<ClockCheck, Error> {
        let mut check = ClockCheck::default();
        for bureau in self.bureaus_of(Which::All).await? {
            let store = self.operate_on(bureau, Access::Read).await?;
            store.case_desk(book).await?.check_clocks(&mut check).await?;
            check.bureaus += 1;
        }
        Ok(check)
    }
}

impl CaseDesk<'_> {
    async fn check_clocks(&self, check: &mut ClockCheck) -> Result<(), Error> {
        let mut after = Uuid::nil();
        loop {
            let page = self.store.find::<case::Entity>().select_only();
            let page = page.columns([case::Column::Id, case::Column::Number]);
            let page = page.filter(case::Column::Ended.eq(false)).filter(case::Column::Id.gt(after));
            let page = page.order_by_asc(case::Column::Id).limit(PAGE_ROWS);
            let page: Vec<(Uuid, String)> = page.into_tuple().all(self.store.tx()).await?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = *last;
            let mut events = self.events_of(page.iter().map(|(id, _)| *id)).await?;
            let mut kept = self.clocks_of(page.iter().map(|(id, _)| *id)).await?;
            for (id, number) in page {
                let events = events.remove(&id).unwrap_or_default();
                let case = Case::replay(&events).map_err(Error::down)?.ok_or(Error::NotFound)?;
                let counted = project::clock_rows(self, CaseId(id), &case);
                check.cases += 1;
                check.clocks += u64::try_from(counted.len()).unwrap_or(u64::MAX);
                let kept = kept.remove(&id).unwrap_or_default();
                let found = differences(&kept, &counted);
                check.differences.extend(found.map(|(clock, kept, counted)| {
                    let bureau = self.store.bureau().slug.clone();
                    ClockDifference { bureau, case: number.clone(), clock, kept, counted }
                }));
            }
        }
    }

    /// The clocks that are kept of cases, in their order.
    async fn clocks_of(
        &self,
        cases: impl Iterator<Item = Uuid>,
    ) -> Result<HashMap<Uuid, Vec<case_clock::Model>>, Error> {
        let rows = self.store.find::<case_clock::Entity>().filter(case_clock::Column::CaseId.is_in(cases));
        let rows = rows.order_by_asc(case_clock::Column::CaseId).order_by_asc(case_clock::Column::Position);
        let mut clocks: HashMap<Uuid, Vec<case_clock::Model>> = HashMap::new();
        for row in rows.all(self.store.tx()).await? {
            clocks.entry(row.case_id).or_default().push(row);
        }
        Ok(clocks)
    }
}

/// Place by place, which clock is kept how and was counted how.
fn differences(
    kept: &[case_clock::Model],
    counted: &[case_clock::Model],
) -> impl Iterator<Item = (String, String, String)> {
    let places = 0..kept.len().max(counted.len());
    places.filter_map(|place| {
        let (kept, counted) = (kept.get(place), counted.get(place));
        let is_same = match (kept, counted) {
            (Some(kept), Some(counted)) => {
                *kept == case_clock::Model { calendar_version: kept.calendar_version, ..counted.clone() }
            }
            _ => false,
        };
        let clock = counted.or(kept).map(|row| row.clock.clone()).unwrap_or_default();
        let told = |row: Option<&case_clock::Model>| row.map(told).unwrap_or_default();
        (!is_same).then(|| (clock, told(kept), told(counted)))
    })
}

fn told(row: &case_clock::Model) -> String {
    let case_clock::Model { clock, state, started_on, due_on, acting_on, .. } = row;
    let provisional = if row.provisional { ", provisional" } else { "" };
    format!("{clock} {state} from {started_on} to {due_on}, act by {acting_on}{provisional}")
}
