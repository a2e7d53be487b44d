//! Counting the open terms again after a year was loaded: bureau by bureau, each in a transaction of its own. Whoever
//! comes second finds the bureau done, so that several servers may do so at once and a broken run is gone on with.

use super::moved::rows;
use crate::bureaus::Which;
use crate::cases::Rulebook;
use crate::database::Access;
use crate::entity::calendar_count::{self, Column};
use crate::entity::{bureau, calendar_version};
use crate::error::Error;
use crate::scope::{BureauStore, SharedStore};
use crate::store::Store;
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// Bureaus that are gone through at most.
const BUREAUS_MAX: u64 = 2_000;

/// How far a bureau has counted its terms by a version of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recounted {
    pub slug: String,
    pub short_name: String,
    /// How many terms moved; none while the bureau has not counted by it.
    pub moved: Option<i32>,
}

impl Store {
    /// Counts the open terms again in every bureau that has not done so by the newest version; begins no further bureau
    /// after `budget`. How many bureaus are left.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails; bureaus done before stay done.
    pub async fn recount_terms(&self, budget: Duration) -> Result<usize, Error> {
        let begun = Instant::now();
        let shared = SharedStore::begin(self, Access::Read).await?;
        let Some(newest) = newest(&shared).await? else { return Ok(0) };
        let waiting = recounted(&shared, &newest, Which::Open).await?;
        shared.commit().await?;
        let mut waiting: Vec<_> = waiting.into_iter().filter(|one| one.moved.is_none()).collect();
        waiting.reverse();
        while let Some(next) = waiting.pop() {
            let bureau = self.operate(&next.slug).await?;
            bureau.recount().await?;
            bureau.commit().await?;
            if begun.elapsed() > budget {
                break;
            }
        }
        Ok(waiting.len())
    }
}

async fn newest(shared: &SharedStore) -> Result<Option<calendar_version::Model>, Error> {
    let newest = shared.find::<calendar_version::Entity>().order_by_desc(calendar_version::Column::Id);
    Ok(newest.one(shared.tx()).await?)
}

/// Every bureau that was there when the version came; a later one began with it.
async fn recounted(
    shared: &SharedStore,
    version: &calendar_version::Model,
    which: Which,
) -> Result<Vec<Recounted>, Error> {
    let counts = shared.find::<calendar_count::Entity>().filter(Column::Version.eq(version.id));
    let counts = counts.limit(BUREAUS_MAX).all(shared.tx()).await?;
    let counts: BTreeMap<i32, i32> = counts.into_iter().map(|row| (row.bureau_id, row.moved)).collect();
    let bureaus = shared
        .find::<bureau::Entity>()
        .filter(which.filter())
        .filter(bureau::Column::CreatedAt.lte(version.at));
    let bureaus = bureaus.order_by_asc(bureau::Column::DisplayOrder).order_by_asc(bureau::Column::Id);
    let bureaus = bureaus.limit(BUREAUS_MAX).all(shared.tx()).await?;
    let line = |row: bureau::Model| Recounted {
        moved: counts.get(&row.id).copied(),
        slug: row.slug,
        short_name: row.short_name,
    };
    Ok(bureaus.into_iter().map(line).collect())
}

impl BureauStore {
    /// How many terms moved in each bureau by a version: numbers only, for the city's administrator.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::NotFound`] for a version that is not there.
    pub async fn recounted(&self, version: i32) -> Result<Vec<Recounted>, Error> {
        self.require(Power::AdministerCity)?;
        let row = self.shared().find::<calendar_version::Entity>();
        let row = row.filter(calendar_version::Column::Id.eq(version)).one(self.tx()).await?;
        recounted(self.shared(), &row.ok_or(Error::NotFound)?, Which::Bureaus).await
    }

    /// Counts this bureau's open terms by the newest version, unless that was done.
    async fn recount(&self) -> Result<(), Error> {
        let Some(version) = self.versioned_calendar().await?.version else { return Ok(()) };
        let done = self.shared().find::<calendar_count::Entity>().filter(Column::Version.eq(version));
        let done = done.filter(Column::BureauId.eq(self.bureau().id.0));
        if done.one(self.tx()).await?.is_some() {
            return Ok(());
        }
        let moved = self.case_desk(Rulebook::in_use()).await?.reproject().await?;
        let count = i32::try_from(moved.len()).map_err(Error::down)?;
        self.insert_all::<crate::entity::calendar_move::Entity>(rows(version, &moved)?).await?;
        let row = calendar_count::ActiveModel {
            version: Set(version),
            bureau_id: Set(self.bureau().id.0),
            moved: Set(count),
            at: Set(self.now().0),
        };
        self.shared().insert::<calendar_count::Entity>(row).await.map(drop)
    }
}
