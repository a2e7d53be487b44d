//! Server functions of visits.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::Worded;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{form, list, record, words};
#[cfg(feature = "ssr")]
use crate::caller::caller;
#[cfg(feature = "ssr")]
use domain::role::Power;

/// A page of visits by its address inside the bureau: `visits`, `visits/new` or `visits/{id}`; `query` holds filters, the
/// key of the page, the draft that holds what was typed, the county and the first page of a new visit, and what was just
/// done.
#[server(prefix = "/_/api", endpoint = "visits")]
pub async fn visits(
    bureau: String,
    page: String,
    #[server(default)] query: Typed,
) -> Result<Worded, AppError> {
    let caller = caller()?;
    let store = caller.bureau(&bureau).await?;
    store.require_visits().map_err(|error| caller.redact(error))?;
    let asked = |name: &str| query.get(name).map_or("", String::as_str);
    let mut view = match page.as_str() {
        "visits" => list::list(&caller, &store, &query).await?,
        "visits/new" => form::form(&caller, &store, &query).await?,
        page => {
            let id = page.strip_prefix("visits/").ok_or_else(|| caller.refuse(AppError::NotFound))?;
            record::show(&caller, &store, id, asked("after")).await?
        }
    };
    view.done = words::done(asked("done"), caller.lang).to_owned();
    Ok(view)
}

/// Begins a visit and leads into it; what cannot be taken is shown again with what was typed.
#[server(prefix = "/_/api", endpoint = "begin-visit")]
pub async fn begin_visit(bureau: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::Supervise).await?;
    let to = form::begin(&caller, store, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Ends one of the person's own visits; one that is over stays as it is.
#[server(prefix = "/_/api", endpoint = "end-visit")]
pub async fn end_visit(bureau: String, visit: String) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::Supervise).await?;
    let id = visit.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    store.end_visit(&caller.store, id).await.map_err(|error| caller.redact(error))?;
    crate::caller::go(&format!("{}?done=ended", crate::path::visit(&bureau, &visit)));
    Ok(())
}
