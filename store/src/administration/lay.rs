//! Bureaus laid while the product runs, each with its first powers.

use super::powers::level_of;
use crate::bureaus::{Bureau, NewBureau};
use crate::catalogue::in_use;
use crate::entity::membership;
use crate::error::Error;
use crate::members::on_day;
use crate::powers::PowerRow;
use crate::scope::BureauStore;
use crate::store::Store;
use domain::catalogue::{Bilingual, ReadySetting, ready_grants};
use domain::role::{Power, Role};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use std::collections::BTreeMap;

/// The most bureaus whose members are counted.
const COUNTED_MAX: u64 = 2_000;

/// A bureau in the city's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BureauSummary {
    /// The bureau.
    pub bureau: Bureau,
    /// How many members it has today.
    pub members: i64,
}

impl BureauStore {
    /// Every bureau with the number of its members today, by administrative code: the city's administrator.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Down`] when the database fails.
    pub async fn bureau_summaries(&self) -> Result<Vec<BureauSummary>, Error> {
        self.require(Power::AdministerCity)?;
        let counted = self
            .shared()
            .find::<membership::Entity>()
            .filter(on_day(self.today()))
            .select_only()
            .column(membership::Column::BureauId)
            .column_as(membership::Column::PersonId.count(), "members")
            .group_by(membership::Column::BureauId)
            .limit(COUNTED_MAX);
        let counted: Vec<(i32, i64)> = counted.into_tuple().all(self.tx()).await?;
        let counted: BTreeMap<i32, i64> = counted.into_iter().collect();
        let summary = |bureau: Bureau| {
            let members = counted.get(&bureau.id.0).copied().unwrap_or_default();
            BureauSummary { bureau, members }
        };
        Ok(self.every_bureau().await?.into_iter().map(summary).collect())
    }

    /// Lays a bureau, gives it the powers that commerce has today, and steps into it inside the same
    /// transaction: until its first administrator is admitted, whoever laid it administers it.
    ///
    /// # Errors
    /// As [`BureauStore::lay_bureau`].
    pub async fn lay_bureau_and_enter(self, store: &Store, new: NewBureau) -> Result<BureauStore, Error> {
        let laid = self.lay_bureau(new).await?;
        let fresh = self.step_into(store, laid, vec![Role::BureauAdmin]).await?;
        let level = level_of(fresh.bureau());
        // The setting dates and names its own bases; day and document count for the other setting only.
        let (setting, none) =
            (ReadySetting::CommerceToday, Bilingual { zh: String::new(), en: String::new() });
        for grant in ready_grants(in_use(), setting, fresh.bureau().id, level, fresh.today(), &none, &[]) {
            fresh.give_power(&PowerRow::from(&grant)).await?;
        }
        Ok(fresh)
    }
}
