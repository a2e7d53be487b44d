//! What runs beside the requests. Several servers may do the same at once: each step is its own transaction
//! and repeats harmlessly.

use std::time::Duration;
use store::{Files, Store};

const HOUR: Duration = Duration::from_secs(3_600);

/// Once an hour, what has had its time goes (drafts, tokens, ended sessions, uploaded workbooks, files that nobody goes on with), terms that a new year
/// of the calendar left uncounted are counted, and who must act is reminded.
pub async fn sweep_hourly(store: Store, files: Files) {
    loop {
        if let Err(error) = store.sweep().await {
            tracing::error!(%error, "sweeping failed; tried again in an hour");
        }
        match store.sweep_files(&files).await {
            Ok(cleared) if cleared == store::Cleared::default() => {}
            Ok(cleared) => tracing::info!(cleared.uploads, cleared.objects, "files on their way in cleared"),
            Err(error) => tracing::error!(%error, "clearing files failed; tried again in an hour"),
        }
        // Where loading a year into the calendar broke off, it is gone on with.
        if let Err(error) = store.recount_terms(HOUR).await {
            tracing::error!(%error, "counting the terms again failed; tried again in an hour");
        }
        // After what counts the terms, which may have moved.
        match store.remind().await {
            Ok(0) => {}
            Ok(reminders) => tracing::info!(reminders, "reminded"),
            Err(error) => tracing::error!(%error, "reminding failed; tried again in an hour"),
        }
        tokio::time::sleep(HOUR).await;
    }
}
