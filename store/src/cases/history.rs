//! The cases of one establishment, newest first.

use super::desk::CaseDesk;
use super::list::{CaseRow, row_of};
use crate::entity::{case, case_party};
use crate::error::Error;
use domain::id::EstablishmentId;
use domain::role::Power;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::cmp::Reverse;
use uuid::Uuid;

/// Cases of one establishment that are shown.
const CASES_MAX: u64 = 20;

impl CaseDesk<'_> {
    /// The newest cases to which an establishment is a party.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records.
    pub async fn cases_of_establishment(&self, of: EstablishmentId) -> Result<Vec<CaseRow>, Error> {
        self.store.require(Power::ReadRecords)?;
        let own = self.store.find::<case_party::Entity>();
        let own = own.filter(case_party::Column::EstablishmentId.eq(of.0)).select_only();
        let own = own.column(case_party::Column::CaseId).order_by_desc(case_party::Column::CaseId);
        let ids: Vec<Uuid> = own.limit(CASES_MAX).into_tuple().all(self.store.tx()).await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        // Sorted here: asked to sort, an engine may walk the bureau's cases instead of looking up these few.
        let cases = self.store.find::<case::Entity>().filter(case::Column::Id.is_in(ids));
        let mut rows = cases.all(self.store.tx()).await?;
        rows.sort_by_key(|row| Reverse(row.id));
        Ok(rows.into_iter().filter_map(row_of).collect())
    }
}
