//! The calendar that counts: the files that the product was started with, and over them the years that were loaded
//! while it runs. Each transaction asks which version counts, so that several servers agree from the commit on.

mod load;
mod moved;
mod recount;

pub use load::LoadedYear;
pub use moved::{MovedPage, MovedTerm};
pub use recount::Recounted;

use crate::entity::calendar_version::{Column, Entity};
use crate::error::Error;
use crate::rules;
use crate::scope::{BureauStore, SharedStore};
use domain::Day;
use domain::calendar::{Calendar, YearNotice};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use std::sync::{Arc, Mutex, PoisonError};

/// Years that are loaded at most; more is a fault to look at.
const YEARS_MAX: u64 = 1_000;

/// A calendar and the version of its newest loaded year; none while the files alone count.
#[derive(Debug)]
pub(crate) struct Versioned {
    pub(crate) version: Option<i32>,
    pub(crate) calendar: Calendar,
}

/// The newest version with its digest: a version that was rolled back may come again with other days.
type Mark = Option<(i32, String)>;

/// A calendar with the mark that it was read under.
type Kept = Option<(Mark, Arc<Versioned>)>;

/// The calendar read last, for all transactions of a store.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendars(Arc<Mutex<Kept>>);

impl Calendars {
    /// The calendar as this transaction sees it.
    pub(crate) async fn read(&self, shared: &SharedStore) -> Result<Arc<Versioned>, Error> {
        let newest = shared.find::<Entity>().select_only().column(Column::Id).column(Column::Digest);
        let newest = newest.order_by_desc(Column::Id).limit(1).into_tuple::<(i32, String)>();
        let mark: Mark = newest.one(shared.tx()).await?;
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, calendar)) = kept.filter(|(kept, _)| *kept == mark) {
            return Ok(calendar);
        }
        let version = mark.as_ref().map(|(version, _)| *version);
        let calendar = Arc::new(Versioned { version, calendar: built(shared).await? });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((mark, calendar.clone()));
        Ok(calendar)
    }
}

/// The files, and over them the newest version of each loaded year, in the order of the years.
async fn built(shared: &SharedStore) -> Result<Calendar, Error> {
    let newest = shared.find::<Entity>().select_only().column_as(Column::Id.max(), "id");
    let newest = newest.group_by(Column::Year).limit(YEARS_MAX).into_tuple::<i32>();
    let newest = newest.all(shared.tx()).await?;
    let mut calendar = rules::in_use().calendar.clone();
    if newest.is_empty() {
        return Ok(calendar);
    }
    let loaded = shared.find::<Entity>().filter(Column::Id.is_in(newest)).order_by_asc(Column::Year);
    for row in loaded.limit(YEARS_MAX).all(shared.tx()).await? {
        calendar = calendar.with_year(&notice(row.year, &row.days)?);
    }
    Ok(calendar)
}

/// A notice as it was kept.
fn notice(year: i32, days: &str) -> Result<YearNotice, Error> {
    YearNotice::read(year, days, Day::MAX).map_err(|faults| {
        let told = faults.first().map(|fault| fault.message(domain::Lang::En)).unwrap_or_default();
        Error::down(format!("the calendar of {year} cannot be read: {told}"))
    })
}

impl BureauStore {
    /// The calendar that counts in this transaction.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn calendar(&self) -> Result<Calendar, Error> {
        Ok(self.versioned_calendar().await?.calendar.clone())
    }

    pub(crate) async fn versioned_calendar(&self) -> Result<Arc<Versioned>, Error> {
        self.calendars().read(self.shared()).await
    }
}
