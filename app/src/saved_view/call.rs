//! Server functions of saved views.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::Worded;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{form, list, rename};
#[cfg(feature = "ssr")]
use crate::caller::caller;
#[cfg(feature = "ssr")]
use domain::role::Power;

/// The person's views of all lists, and the form that keeps the filter `query` of the list `page`; `draft` holds what was
/// typed before, `done` says what was just done, `view` is the one to be renamed.
#[server(prefix = "/_/api", endpoint = "saved-views")]
pub async fn saved_views(
    bureau: String,
    #[server(default)] page: String,
    #[server(default)] query: String,
    #[server(default)] draft: String,
    #[server(default)] done: String,
    #[server(default)] view: String,
) -> Result<Worded, AppError> {
    let caller = caller()?;
    let store = caller.bureau_for(&bureau, Power::ReadRecords).await?;
    let asked = form::Asked { page: &page, query: &query, draft: &draft, done: &done, view: &view };
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

/// Gives one of one's own views another name; one that cannot be taken is shown again.
#[server(prefix = "/_/api", endpoint = "rename-view")]
pub async fn rename_view(
    bureau: String,
    view: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let to = rename::rename(&caller, &bureau, &view, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Lets one of one's own views open its list; without `opens` none does any more.
#[server(prefix = "/_/api", endpoint = "default-view")]
pub async fn default_view(
    bureau: String,
    view: String,
    #[server(default)] opens: String,
) -> Result<(), AppError> {
    let caller = caller()?;
    let id = view.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    store.open_with_view(id, opens == "yes").await.map_err(|error| caller.redact(error))?;
    store.commit().await.map_err(|error| caller.redact(error))?;
    crate::caller::go(&format!("{}?done=opens", crate::path::saved_views(&bureau)));
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
