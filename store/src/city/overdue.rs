//! What the city sees of overdue terms: bureau, number of the case and clock, by the last day.

use super::CityStore;
use crate::entity::city_term::{Column, Entity, Model};
use crate::error::Error;
use domain::Day;
use domain::id::{BureauId, CaseId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// The longest list of them.
const OVERDUE_MAX: u64 = 200;

/// A term of a bureau that is over without what it asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueTerm {
    pub bureau: BureauId,
    pub case: CaseId,
    /// The number of the case; empty while it has none.
    pub number: String,
    /// The clock's word.
    pub clock: String,
    /// The last day, now over.
    pub due_on: Day,
}

impl CityStore {
    /// The terms of all bureaus that are over today, the longest overdue first; at most 200.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn overdue_terms(&self) -> Result<Vec<OverdueTerm>, Error> {
        let overdue = self.shared().find::<Entity>().filter(Column::DueOn.lt(self.now().day()));
        let overdue = overdue.order_by_asc(Column::DueOn).order_by_asc(Column::BureauId);
        let overdue = overdue.order_by_asc(Column::CaseId).order_by_asc(Column::Position).limit(OVERDUE_MAX);
        let of = |row: Model| OverdueTerm {
            bureau: BureauId(row.bureau_id),
            case: CaseId(row.case_id),
            number: row.number,
            clock: row.clock,
            due_on: row.due_on,
        };
        Ok(overdue.all(self.shared().tx()).await?.into_iter().map(of).collect())
    }
}
