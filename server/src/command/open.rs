//! Opening the store for a command.

use super::Failure;
use crate::config::Settings;
use std::sync::Arc;
use store::{Clock, Keys, SessionLife, Store, SystemClock};

const MINUTE_MILLIS: i64 = 60_000;

/// Opens the database that the settings name, with the installation's keys.
pub async fn store(settings: &Settings) -> Result<Store, Failure> {
    store_at(settings, Arc::new(SystemClock)).await
}

/// As [`store`], by another clock: for the demo, whose acts happened on days before today.
pub async fn store_at(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Store, Failure> {
    let url = settings.database_url()?;
    let keys = Keys::open(&settings.keys)?;
    let life = SessionLife {
        idle_millis: i64::from(settings.session_idle_minutes) * MINUTE_MILLIS,
        absolute_millis: i64::from(settings.session_hours_max) * 60 * MINUTE_MILLIS,
    };
    Ok(Store::open_with(&url, keys, clock, life).await?)
}
