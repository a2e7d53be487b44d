//! Server functions of transfers.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::Worded;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{designation, list, record, unanswered, words};
#[cfg(feature = "ssr")]
use crate::caller::{caller, files};
#[cfg(feature = "ssr")]
use domain::role::Power;

/// A page of transfers by its address inside the bureau: `transfers`, `transfers/unanswered` (the city's),
/// `transfers/designations` or `transfers/{id}`; `query` holds the key of the page, the draft that holds what was typed, and what was just done.
#[server(prefix = "/_/api", endpoint = "transfers")]
pub async fn transfers(
    bureau: String,
    page: String,
    #[server(default)] query: Typed,
) -> Result<Worded, AppError> {
    let caller = caller()?;
    let asked = |name: &str| query.get(name).map_or("", String::as_str);
    let mut view = match page.as_str() {
        "transfers/designations" => designation::page(&caller, &bureau, asked("draft")).await?,
        "transfers/unanswered" => unanswered::list(&caller, &bureau).await?,
        "transfers" => {
            let store = caller.bureau_for(&bureau, Power::ReadRecords).await?;
            list::list(&caller, &store, asked("after")).await?
        }
        page => {
            let store = caller.bureau_for(&bureau, Power::ReadRecords).await?;
            let id = page.strip_prefix("transfers/").ok_or_else(|| caller.refuse(AppError::NotFound))?;
            record::show(&caller, &store, id, asked("draft"), asked("done") == "unconfirmed").await?
        }
    };
    view.done = words::done(asked("done"), caller.lang).to_owned();
    Ok(view)
}

/// Accepts a transfer, which begins a case here, or returns it with a reason; a reason that cannot be taken is shown
/// again.
#[server(prefix = "/_/api", endpoint = "answer-transfer")]
pub async fn answer_transfer(
    bureau: String,
    transfer: String,
    answer: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let id = transfer.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let to = match answer.as_str() {
        "accept" => record::accept((&caller, &files()?), &bureau, id, &form).await?,
        "return" => record::give_back(&caller, &bureau, id, form).await?,
        _ => return Err(caller.refuse(AppError::NotFound)),
    };
    crate::caller::go(&to);
    Ok(())
}

/// Orders which county handles a case; what cannot be taken is shown again with what was typed.
#[server(prefix = "/_/api", endpoint = "designate")]
pub async fn designate(bureau: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::Supervise).await?;
    let to = designation::designate(&caller, store, form).await?;
    crate::caller::go(&to);
    Ok(())
}
