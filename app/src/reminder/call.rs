//! Server functions of reminders.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::Worded;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{list, week, words};
#[cfg(feature = "ssr")]
use crate::caller::caller;
#[cfg(feature = "ssr")]
use domain::role::Power;

/// `reminders`, one's own, or `reminders/week`, every running term of the week; `done` says what was just done.
#[server(prefix = "/_/api", endpoint = "reminders")]
pub async fn reminders(
    bureau: String,
    page: String,
    #[server(default)] done: String,
) -> Result<Worded, AppError> {
    let caller = caller()?;
    let store = caller.bureau_for(&bureau, Power::ReadRecords).await?;
    let mut view = match page.as_str() {
        "reminders" => list::list(&caller, &store).await?,
        "reminders/week" => week::sheet(&caller, &store).await?,
        _ => return Err(caller.refuse(AppError::NotFound)),
    };
    if done == "read" {
        view.done = words::read(caller.lang).to_owned();
    }
    Ok(view)
}

/// Marks one of one's reminders as read, or with an empty `reminder` all of them.
#[server(prefix = "/_/api", endpoint = "read-reminder")]
pub async fn read_reminder(
    bureau: String,
    #[server(default)] reminder: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let _ = form;
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    match reminder.as_str() {
        "" => store.read_all_reminders().await,
        id => match id.parse() {
            Ok(id) => store.read_reminder(id).await,
            Err(_) => Err(store::Error::NotFound),
        },
    }
    .map_err(|error| caller.redact(error))?;
    store.commit().await.map_err(|error| caller.redact(error))?;
    crate::caller::go(&format!("{}?done=read", crate::path::reminders(&bureau)));
    Ok(())
}
