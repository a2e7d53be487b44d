//! What each side sees of its transfers.

use super::record::{Arrived, TransferDirection, TransferRecord};
use crate::PAGE_ROWS;
use crate::bureaus::Bureau;
use crate::entity::{case_bundle, transfer};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::id::{CaseId, TransferId};
use domain::role::Power;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// A page of transfers, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransferPage {
    pub rows: Vec<TransferRecord>,
    /// Where the next page begins, if there is one.
    pub next: Option<TransferId>,
}

impl BureauStore {
    /// A page of the transfers that were laid before this bureau.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`] when the page is said to begin after a
    /// transfer that is not there.
    pub async fn transfers_in(&self, after: Option<TransferId>) -> Result<TransferPage, Error> {
        self.require(Power::ReadRecords)?;
        let mut list = self.find::<transfer::Entity>();
        list = list.filter(transfer::Column::Direction.eq(TransferDirection::In.word()));
        if let Some(after) = after {
            list = list.filter(transfer::Column::Id.lt(self.transfer_row(after).await?.id));
        }
        // An id begins with the instant at which it was made.
        let list = list.order_by_desc(transfer::Column::Id).limit(PAGE_ROWS + 1);
        let mut rows = list.all(self.tx()).await?;
        let most = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        let next = rows.last().filter(|_| more).map(|row| TransferId(row.id));
        let rows = rows.into_iter().map(TransferRecord::of).collect::<Result<_, _>>()?;
        Ok(TransferPage { rows, next })
    }

    /// One transfer that was laid before this bureau, and what came with it: while it is open from the transfer, once
    /// accepted from beside this bureau's own case, otherwise nothing.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records; [`Error::NotFound`] also for what this bureau itself sent.
    pub async fn transfer_in(&self, id: TransferId) -> Result<(TransferRecord, Option<Arrived>), Error> {
        self.require(Power::ReadRecords)?;
        let row = self.transfer_row(id).await?;
        let arrived = match row.bundle.as_str() {
            "" => None,
            text => Some(Arrived::of(text, &row.bundle_hash)?),
        };
        let record = TransferRecord::of(row)?;
        let arrived = match (arrived, record.case) {
            (None, Some(case)) => self.came_with(case).await?,
            (arrived, _) => arrived,
        };
        Ok((record, arrived))
    }

    /// What came with a case that this bureau took over.
    ///
    /// # Errors
    /// [`Error::Down`] when it is no longer what was sent.
    pub async fn came_with(&self, case: CaseId) -> Result<Option<Arrived>, Error> {
        let found = self.find::<case_bundle::Entity>().filter(case_bundle::Column::CaseId.eq(case.0));
        let row = found.one(self.tx()).await?;
        row.map(|row| Arrived::of(&row.bundle, &row.bundle_hash)).transpose()
    }

    /// The bureaus to which a case can go: every one but this.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn receivers(&self) -> Result<Vec<Bureau>, Error> {
        let own = self.bureau().id;
        Ok(self.every_bureau().await?.into_iter().filter(|one| one.id != own).collect())
    }

    /// The row of a transfer that was laid before this bureau.
    pub(super) async fn transfer_row(&self, id: TransferId) -> Result<transfer::Model, Error> {
        let found = self.find::<transfer::Entity>().filter(transfer::Column::Id.eq(id.0));
        let found = found.filter(transfer::Column::Direction.eq(TransferDirection::In.word()));
        found.one(self.tx()).await?.ok_or(Error::NotFound)
    }
}
