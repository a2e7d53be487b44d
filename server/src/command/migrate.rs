//! `xiaoxiang migrate`

use super::Outcome;
use crate::config::Settings;
use std::process::ExitCode;
use store::{DatabaseUrl, Store};

/// Brings the database to this version; an embedded one is created with its folder.
pub async fn run(settings: &Settings) -> Outcome {
    let url = settings.database_url()?;
    if let DatabaseUrl::Sqlite(path) = &url
        && let Some(folder) = path.parent()
    {
        std::fs::create_dir_all(folder).map_err(store::Error::down)?;
    }
    match Store::migrate(&url).await? {
        0 => println!("The database is up to date."),
        count => println!("{count} migrations done."),
    }
    Ok(ExitCode::SUCCESS)
}
