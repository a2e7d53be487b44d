//! Re-projection: when the calendar or a rule changes, every open term is counted again.

use super::desk::CaseDesk;
use super::project;
use crate::entity::{case, case_clock};
use crate::error::Error;
use domain::Day;
use domain::case::clocks;
use domain::id::CaseId;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Cases read at a time.
const PAGE_ROWS: u64 = 200;

/// A term that moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub case: CaseId,
    /// The clock's word.
    pub clock: String,
    pub was: Day,
    pub now: Day,
}

impl CaseDesk<'_> {
    /// Counts the clocks of every open case again and lists what moved.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn reproject(&self) -> Result<Vec<Moved>, Error> {
        self.store.must_write()?;
        let mut moved = Vec::new();
        let mut after = Uuid::nil();
        loop {
            let page = self
                .store
                .find::<case::Entity>()
                .filter(case::Column::Ended.eq(false))
                .filter(case::Column::Id.gt(after))
                .order_by_asc(case::Column::Id)
                .limit(PAGE_ROWS);
            let rows = page.all(self.store.tx()).await?;
            let Some(last) = rows.last() else { break };
            after = last.id;
            for row in rows {
                self.reproject_one(CaseId(row.id), &mut moved).await?;
            }
        }
        if !moved.is_empty() {
            let payload = serde_json::json!({ "moved": moved.len() });
            self.store.audit("clocks_counted_again", "", &payload).await?;
        }
        Ok(moved)
    }

    async fn reproject_one(&self, id: CaseId, moved: &mut Vec<Moved>) -> Result<(), Error> {
        let open = self.case(id).await?;
        let old = self.store.find::<case_clock::Entity>().filter(case_clock::Column::CaseId.eq(id.0));
        let old = old.order_by_asc(case_clock::Column::Position).all(self.store.tx()).await?;
        let now = clocks(&open.case, &self.context());
        for (was, now) in old.iter().zip(&now) {
            if was.due_on != now.deadline.last_day {
                moved.push(Moved {
                    case: id,
                    clock: was.clock.clone(),
                    was: was.due_on,
                    now: now.deadline.last_day,
                });
            }
        }
        project::clocks(self, id, &open.case).await?;
        let waiting = self.has_open_proposal(id).await?;
        project::keep(self, id, &open.case, self.store.now(), waiting).await
    }
}
