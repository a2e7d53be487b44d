//! Server functions of saved views.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::Worded;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{form, list};
#[cfg(feature = "ssr")]
use crate::caller::caller;
#[cfg(feature = "ssr")]
use domain::role::Power;

/// The person's views of all lists, and the form that keeps the filter `query` of the list `page`; `draft` holds what was
/// typed before, `done` says what was just done.
#[server(prefix = "/_/api", endpoint = "saved-views")]
pub async fn saved_views(
    bureau: String,
    #[server(default)] page: String,
    #[server(default)] query: String,
    #[server(default)] draft: String,
    #[server(default)] done: String,
) -> Result<Worded, AppError> {
    let caller = caller()?;
    let store = caller.bureau_for(&bureau, Power::ReadRecords).await?;
    let asked = form::Asked { page: &page, query: &query, draft: &draft, done: &done };
    list::list(&caller, &store, asked).await
}

/// Keeps the filter of a list under a name; what cannot be taken is shown again.
#[server(prefix = "/_/api", endpoint = "save-view")]
pub async fn save_view(
    bureau: String,
    page: String,
    #[server(default)] query: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let to = form::save(&caller, &bureau, &page, &query, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Deletes one of one's own views.
#[server(prefix = "/_/api", endpoint = "delete-view")]
pub async fn delete_view(bureau: String, view: String) -> Result<(), AppError> {
    let caller = caller()?;
    let id = view.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    store.delete_view(id).await.map_err(|error| caller.redact(error))?;
    store.commit().await.map_err(|error| caller.redact(error))?;
    crate::caller::go(&format!("{}?done=deleted", crate::path::saved_views(&bureau)));
    Ok(())
}
