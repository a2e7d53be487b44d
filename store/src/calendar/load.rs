//! Loading a year while the product runs: a new version, never a change of an old one.

use crate::entity::account;
use crate::entity::calendar_version::{ActiveModel, Column, Entity, Model};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Instant;
use domain::calendar::{DayKind, YearNotice};
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Loads that are listed at most.
const LOADS_MAX: u64 = 200;

/// A year that was loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedYear {
    /// Counts up from 1.
    pub version: i32,
    pub year: i32,
    /// SHA-256 of its lines in hexadecimal.
    pub digest: String,
    /// The notice that it rests on.
    pub basis: String,
    pub at: Instant,
    /// Who loaded it.
    pub by: String,
}

impl BureauStore {
    /// What was loaded, the newest first; at most 200. Everybody may read the calendar.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn loaded_years(&self) -> Result<Vec<LoadedYear>, Error> {
        let rows = self.shared().find::<Entity>().order_by_desc(Column::Id).limit(LOADS_MAX);
        let rows = rows.all(self.tx()).await?;
        let people = rows.iter().filter_map(|row| row.by).collect();
        let names = self.names(people).await?;
        let name = |row: &Model| row.by.and_then(|by| names.get(&by).cloned()).unwrap_or_default();
        let loaded = |row: Model| LoadedYear {
            by: name(&row),
            version: row.id,
            year: row.year,
            digest: row.digest,
            basis: row.basis,
            at: Instant(row.at),
        };
        Ok(rows.into_iter().map(loaded).collect())
    }

    /// The names of accounts.
    pub(crate) async fn names(&self, people: Vec<uuid::Uuid>) -> Result<BTreeMap<uuid::Uuid, String>, Error> {
        if people.is_empty() {
            return Ok(BTreeMap::new());
        }
        let accounts = self.shared().find::<account::Entity>().filter(account::Column::Id.is_in(people));
        let names = accounts.select_only().column(account::Column::Id).column(account::Column::Name);
        let names = names.into_tuple::<(uuid::Uuid, String)>().all(self.tx()).await?;
        Ok(names.into_iter().collect())
    }

    /// Loads a year, or loads it again: the city's administrator, in the city's workspace. The open terms of the bureaus
    /// are counted again by [`Store::recount_terms`](crate::Store::recount_terms) after the commit.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Invalid`] with field `text` and code `same_year` when nothing
    /// would change.
    pub async fn load_year(&self, notice: &YearNotice, basis: &str) -> Result<i32, Error> {
        self.require(Power::AdministerCity)?;
        self.must_write()?;
        let now = self.versioned_calendar().await?;
        if now.calendar.is_announced(notice.year()) && now.calendar.clone().with_year(notice) == now.calendar
        {
            return Err(Error::Invalid { field: "text", code: "same_year" });
        }
        let (days, version) = (notice.csv(), now.version.unwrap_or_default() + 1);
        let digest = hexadecimal(&Sha256::digest(days.as_bytes()));
        let row = ActiveModel {
            id: Set(version),
            year: Set(notice.year()),
            days: Set(days),
            digest: Set(digest.clone()),
            basis: Set(basis.to_owned()),
            at: Set(self.now().0),
            by: Set(self.actor().person.map(|person| person.0)),
        };
        self.shared().insert::<Entity>(row).await?;
        let after = now.calendar.clone().with_year(notice);
        let is_makeup = |kind: &DayKind<'_>| matches!(kind, DayKind::MakeupWorkday(_));
        let payload = serde_json::json!({
            "version": version, "digest": digest, "basis": basis,
            "before": now.calendar.is_announced(notice.year()),
            "holidays": after.days_of(notice.year()).filter(|(_, kind)| !is_makeup(kind)).count(),
            "makeup_workdays": after.days_of(notice.year()).filter(|(_, kind)| is_makeup(kind)).count(),
        });
        self.audit("calendar_loaded", &notice.year().to_string(), &payload).await?;
        Ok(version)
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
