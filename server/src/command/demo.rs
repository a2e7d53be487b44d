//! `xiaoxiang demo`

use super::{Outcome, open};
use crate::config::Settings;
use crate::demo;
use std::process::ExitCode;
use std::sync::Arc;
use store::{Clock, FixedClock, SystemClock};

/// Loads the demo into an empty database and tells how to sign in.
pub async fn run(settings: &Settings) -> Outcome {
    if settings.production {
        return Err(super::Failure::Refused(
            "a demo does not belong into production: its passwords are public".to_owned(),
        ));
    }
    let now = SystemClock.now();
    let hand = Arc::new(FixedClock::at(now));
    let store = open::store_at(settings, hand.clone()).await?;
    let files = store.files(&settings.files_place()?)?;
    if demo::load((&store, &files), &hand, now).await? {
        println!("The demo is loaded.");
    }
    let accounts = store.demo_accounts(domain::Lang::Zh).await?;
    if !accounts.is_empty() {
        println!("Demo accounts (password {}):", store::demo::PASSWORD);
        for account in accounts {
            println!("  {:<16} {}", account.work_number, account.title);
        }
    }
    Ok(ExitCode::SUCCESS)
}
