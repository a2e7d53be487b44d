//! Re-projection: when the calendar or a rule changes, every open term is counted again.

use super::desk::CaseDesk;
use super::project::{self, TAKEN_BACK};
use crate::entity::{case, case_clock};
use crate::error::Error;
use domain::Day;
use domain::case::{ClockState, NextHand, Stage, todo};
use domain::id::CaseId;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// Cases read at a time.
const PAGE_ROWS: u64 = 200;

/// An open term that moved, or became final or provisional.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    pub case: CaseId,
    /// The clock's word.
    pub clock: String,
    pub was: Day,
    pub now: Day,
    /// The days on which the bureau should act at the latest.
    pub was_acting: Day,
    pub now_acting: Day,
    pub was_provisional: bool,
    pub is_provisional: bool,
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
            let payload =
                serde_json::json!({ "moved": moved.len(), "calendar_version": self.calendar.version });
            self.store.audit("clocks_counted_again", "", &payload).await?;
        }
        Ok(moved)
    }

    /// Writes the clocks of one case again where one of them says something else than before.
    async fn reproject_one(&self, id: CaseId, moved: &mut Vec<Moved>) -> Result<(), Error> {
        let open = self.case(id).await?;
        let old = self.store.find::<case_clock::Entity>().filter(case_clock::Column::CaseId.eq(id.0));
        let old = old.order_by_asc(case_clock::Column::Position).all(self.store.tx()).await?;
        let now = project::clock_rows(self, id, &open.case);
        let same = |was: &case_clock::Model, now: &case_clock::Model| {
            *was == case_clock::Model { calendar_version: was.calendar_version, ..now.clone() }
        };
        if old.len() == now.len() && old.iter().zip(&now).all(|(was, now)| same(was, now)) {
            return Ok(());
        }
        let running = now.iter().filter(|row| row.state == ClockState::Running.word());
        moved.extend(running.filter_map(|now| {
            let was = old.iter().find(|was| was.clock == now.clock && was.party == now.party)?;
            let days = |row: &case_clock::Model| (row.due_on, row.acting_on, row.provisional);
            (days(was) != days(now)).then(|| of(id, was, now))
        }));
        project::parties(self, id, &open.case).await?;
        project::clocks(self, id, &open.case).await?;
        self.kept_anew(&open).await
    }

    /// Writes rows and terms anew of closed cases that are kept as ended although something is left of them: a version
    /// that did not know the archive closed them. How many there were.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn left_after_the_close(&self) -> Result<u64, Error> {
        self.store.must_write()?;
        let (mut found, mut after) = (0, Uuid::nil());
        let stands =
            Condition::any().add(case::Column::Outcome.is_null()).add(case::Column::Outcome.ne(TAKEN_BACK));
        loop {
            let page = self.store.find::<case::Entity>().select_only().column(case::Column::Id);
            let page = page
                .filter(case::Column::State.eq(Stage::Closed.word()))
                .filter(case::Column::Ended.eq(true))
                .filter(stands.clone())
                .filter(case::Column::Id.gt(after))
                .order_by_asc(case::Column::Id)
                .limit(PAGE_ROWS);
            let ids: Vec<Uuid> = page.into_tuple().all(self.store.tx()).await?;
            let Some(last) = ids.last() else { return Ok(found) };
            after = *last;
            for id in ids {
                let open = self.case(CaseId(id)).await?;
                if todo(&open.case, &self.context()).is_some() {
                    project::clocks(self, open.id, &open.case).await?;
                    self.kept_anew(&open).await?;
                    found += 1;
                }
            }
        }
    }

    /// Writes the rows anew of the open cases whose wait is over: what waited for another is the bureau's own from that
    /// day, and is due when the bureau's term ends, not since the wait did. How many there were.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn waits_over(&self) -> Result<u64, Error> {
        self.store.must_write()?;
        let (mut over, mut after) = (0, Uuid::nil());
        loop {
            let page = self
                .store
                .find::<case::Entity>()
                .filter(case::Column::Ended.eq(false))
                .filter(case::Column::NextActingOn.lt(self.store.today()))
                .filter(case::Column::NextWhose.eq(NextHand::Party.word()))
                .filter(case::Column::Id.gt(after))
                .order_by_asc(case::Column::Id)
                .limit(PAGE_ROWS);
            let rows = page.all(self.store.tx()).await?;
            let Some(last) = rows.last() else { return Ok(over) };
            after = last.id;
            for row in rows {
                self.kept_anew(&self.case(CaseId(row.id)).await?).await?;
                over += 1;
            }
        }
    }
}

fn of(case: CaseId, was: &case_clock::Model, now: &case_clock::Model) -> Moved {
    Moved {
        case,
        clock: now.clock.clone(),
        was: was.due_on,
        now: now.due_on,
        was_acting: was.acting_on,
        now_acting: now.acting_on,
        was_provisional: was.provisional,
        is_provisional: now.provisional,
    }
}
