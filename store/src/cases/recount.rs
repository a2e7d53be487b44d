//! What the city counts of a bureau's cases, counted again from the events.

use std::collections::{BTreeMap, HashMap};

use super::desk::{CaseDesk, event_of};
use super::figures;
use crate::city::{CounterKey, key_of};
use crate::entity::{case, case_event};
use crate::error::Error;
use domain::case::{Case, Event};
use domain::id::CaseId;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Cases that are replayed together.
const PAGE_ROWS: u64 = 200;

/// What a bureau's cases count for.
#[derive(Debug, Default)]
pub(crate) struct CaseRecount {
    pub cases: u64,
    pub counters: BTreeMap<CounterKey, i64>,
}

impl CaseDesk<'_> {
    /// Counts every case again, page by page. With `mend` each row says afterwards what it counts for.
    pub(crate) async fn count_again(&self, mend: bool) -> Result<CaseRecount, Error> {
        let mut recount = CaseRecount::default();
        let mut after = Uuid::nil();
        loop {
            let page = self.store.find::<case::Entity>().select_only();
            let page = page.columns([case::Column::Id, case::Column::Counted]);
            let page = page.filter(case::Column::Id.gt(after)).order_by_asc(case::Column::Id);
            let page: Vec<(Uuid, String)> = page.limit(PAGE_ROWS).into_tuple().all(self.store.tx()).await?;
            let Some((last, _)) = page.last() else { return Ok(recount) };
            after = *last;
            let mut events = self.events_of(page.iter().map(|(id, _)| *id)).await?;
            for (id, counted) in page {
                let events = events.remove(&id).unwrap_or_default();
                let (case, written) = recount.take(self, &events)?;
                if mend {
                    self.keep_filings(CaseId(id), &case).await?;
                    super::project::parties(self, CaseId(id), &case).await?;
                    let clocks = super::project::clock_rows(self, CaseId(id), &case);
                    self.keep_city_terms(CaseId(id), &case, &clocks).await?;
                }
                if mend && written != counted {
                    self.write_counted(CaseId(id), written).await?;
                }
            }
        }
    }

    /// The events of cases, oldest first.
    pub(crate) async fn events_of(
        &self,
        cases: impl Iterator<Item = Uuid>,
    ) -> Result<HashMap<Uuid, Vec<Event>>, Error> {
        let rows = self.store.find::<case_event::Entity>().filter(case_event::Column::CaseId.is_in(cases));
        let rows = rows.order_by_asc(case_event::Column::CaseId).order_by_asc(case_event::Column::Seq);
        let mut events: HashMap<Uuid, Vec<Event>> = HashMap::new();
        for row in rows.all(self.store.tx()).await? {
            events.entry(row.case_id).or_default().push(event_of(row)?);
        }
        Ok(events)
    }

    async fn write_counted(&self, id: CaseId, counted: String) -> Result<(), Error> {
        let row = case::ActiveModel { counted: Set(counted), ..Default::default() };
        let own = self.store.change::<case::Entity>().set(row).filter(case::Column::Id.eq(id.0));
        own.exec(self.store.tx()).await.map(drop).map_err(Error::from)
    }
}

impl CaseRecount {
    /// Counts one case; the case, and what its row should say.
    fn take(&mut self, desk: &CaseDesk<'_>, events: &[Event]) -> Result<(Case, String), Error> {
        let case = Case::replay(events).map_err(Error::down)?.ok_or(Error::NotFound)?;
        let counted = figures::counted(desk, &case);
        self.cases += 1;
        for (cell, value) in counted.cells() {
            *self.counters.entry(key_of(&cell)).or_default() += value;
        }
        for (key, count) in figures::acts(&case) {
            *self.counters.entry(key).or_default() += count;
        }
        Ok((case, figures::written(&counted)?))
    }
}
