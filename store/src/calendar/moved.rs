//! What moved in one bureau when a year was loaded.

use crate::cases::Moved;
use crate::entity::calendar_move::{ActiveModel, Column, Entity, Model};
use crate::entity::{calendar_count, case};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Day;
use domain::calendar::Clock;
use domain::id::CaseId;
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Rows a page.
const PAGE_ROWS: u64 = 50;

/// A term that moved, with its case as it is called now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedTerm {
    pub case: CaseId,
    /// The case's number; empty when it has none.
    pub number: String,
    pub party_name: String,
    pub clock: Clock,
    pub was: Day,
    pub now: Day,
    /// The days on which the bureau should act at the latest.
    pub was_acting: Day,
    pub now_acting: Day,
    pub was_provisional: bool,
    pub is_provisional: bool,
}

/// A page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MovedPage {
    pub rows: Vec<MovedTerm>,
    /// The place after which the next page begins, none on the last.
    pub next: Option<i32>,
}

/// The rows of what moved, in its order.
pub(super) fn rows(version: i32, moved: &[Moved]) -> Result<Vec<ActiveModel>, Error> {
    let row = |(place, one): (usize, &Moved)| {
        Ok(ActiveModel {
            version: Set(version),
            position: Set(i32::try_from(place + 1).map_err(Error::down)?),
            case_id: Set(one.case.0),
            clock: Set(one.clock.clone()),
            was_due_on: Set(one.was),
            was_acting_on: Set(one.was_acting),
            was_provisional: Set(one.was_provisional),
            due_on: Set(one.now),
            acting_on: Set(one.now_acting),
            provisional: Set(one.is_provisional),
            ..Default::default()
        })
    };
    moved.iter().enumerate().map(row).collect()
}

impl BureauStore {
    /// How many terms of this bureau moved by a version; none while they have not been counted by it.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn count_moved(&self, version: i32) -> Result<Option<i32>, Error> {
        use calendar_count::Column as Counted;
        let own = self.shared().find::<calendar_count::Entity>().filter(Counted::Version.eq(version));
        let own = own.filter(Counted::BureauId.eq(self.bureau().id.0)).one(self.tx()).await?;
        Ok(own.map(|row| row.moved))
    }

    /// Which terms of this bureau moved by a version, fifty a page after a place; for whoever reads its records.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power.
    pub async fn moved_terms(&self, version: i32, after: i32) -> Result<MovedPage, Error> {
        self.require(Power::ReadRecords)?;
        let page =
            self.find::<Entity>().filter(Column::Version.eq(version)).filter(Column::Position.gt(after));
        let page = page.order_by_asc(Column::Position).limit(PAGE_ROWS + 1).all(self.tx()).await?;
        let full = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
        let next = (page.len() > full).then(|| page.get(full - 1).map(|row| row.position)).flatten();
        let page: Vec<Model> = page.into_iter().take(full).collect();
        let cases = self.called(page.iter().map(|row| row.case_id).collect()).await?;
        let term = |row: Model| {
            let (number, party_name) = cases.get(&row.case_id).cloned().unwrap_or_default();
            Some(MovedTerm {
                case: CaseId(row.case_id),
                number,
                party_name,
                clock: Clock::from_word(&row.clock)?,
                was: row.was_due_on,
                now: row.due_on,
                was_acting: row.was_acting_on,
                now_acting: row.acting_on,
                was_provisional: row.was_provisional,
                is_provisional: row.provisional,
            })
        };
        Ok(MovedPage { rows: page.into_iter().filter_map(term).collect(), next })
    }

    /// Number and party of cases.
    async fn called(&self, cases: Vec<Uuid>) -> Result<BTreeMap<Uuid, (String, String)>, Error> {
        if cases.is_empty() {
            return Ok(BTreeMap::new());
        }
        let named = self.find::<case::Entity>().filter(case::Column::Id.is_in(cases)).select_only();
        let named = named.columns([case::Column::Id, case::Column::Number, case::Column::PartyName]);
        let named = named.into_tuple::<(Uuid, Option<String>, String)>().all(self.tx()).await?;
        let named = named.into_iter().map(|(id, number, party)| (id, (number.unwrap_or_default(), party)));
        Ok(named.collect())
    }
}
