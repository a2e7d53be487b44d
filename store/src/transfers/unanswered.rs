//! What the city sees of transfers without an answer: numbers and bureaus, by the last day for the answer.

use crate::city::CityStore;
use crate::entity::city_transfer;
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Day;
use domain::id::BureauId;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// The longest list of them.
const UNANSWERED_MAX: u64 = 200;

/// A transfer whose answer is overdue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnansweredTransfer {
    pub sender: BureauId,
    pub receiver: BureauId,
    /// The number of the sender's case.
    pub number: String,
    pub sent_on: Day,
    /// The last day for the answer, now over.
    pub due_on: Day,
}

impl CityStore {
    /// The transfers whose answer is overdue today, the longest overdue first; at most 200.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn unanswered_transfers(&self) -> Result<Vec<UnansweredTransfer>, Error> {
        let overdue = self.shared().find::<city_transfer::Entity>();
        let overdue = overdue.filter(city_transfer::Column::DueOn.lt(self.now().day()));
        let overdue = overdue.order_by_asc(city_transfer::Column::DueOn);
        let overdue = overdue.order_by_asc(city_transfer::Column::Id).limit(UNANSWERED_MAX);
        let rows = overdue.all(self.shared().tx()).await?;
        let of = |row: city_transfer::Model| UnansweredTransfer {
            sender: BureauId(row.sender_id),
            receiver: BureauId(row.receiver_id),
            number: row.number,
            sent_on: row.sent_on,
            due_on: row.due_on,
        };
        Ok(rows.into_iter().map(of).collect())
    }
}

impl BureauStore {
    /// It was answered or called back: the city has nothing to see of it.
    pub(super) async fn forget_unanswered(&self, transfer: Uuid) -> Result<(), Error> {
        let gone = self.shared().remove::<city_transfer::Entity>();
        let gone = gone.filter(city_transfer::Column::Id.eq(transfer));
        gone.exec(self.tx()).await.map(drop).map_err(Error::from)
    }
}
