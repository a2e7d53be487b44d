//! Server functions of delegations.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::Worded;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{form as page, words};
#[cfg(feature = "ssr")]
use crate::caller::caller;
#[cfg(feature = "ssr")]
use domain::role::Power;

/// What was lent, and the form to lend; `draft` holds what was typed before, `done` says what was just done.
#[server(prefix = "/_/api", endpoint = "delegations")]
pub async fn delegations(
    bureau: String,
    #[server(default)] draft: String,
    #[server(default)] done: String,
) -> Result<Worded, AppError> {
    let caller = caller()?;
    let store = caller.bureau_for(&bureau, Power::ApproveCases).await?;
    let mut view = page::show(&caller, &store, &draft).await?;
    view.done = match done.as_str() {
        "given" => words::given_done(caller.lang).to_owned(),
        "revoked" => words::revoked_done(caller.lang).to_owned(),
        _ => String::new(),
    };
    Ok(view)
}

/// Lends one's power to approve; what cannot be taken is shown again.
#[server(prefix = "/_/api", endpoint = "delegate")]
pub async fn delegate(bureau: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let to = page::give(&caller, &bureau, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Takes a lent power back at once.
#[server(prefix = "/_/api", endpoint = "revoke-delegation")]
pub async fn revoke_delegation(bureau: String, delegation: String) -> Result<(), AppError> {
    let caller = caller()?;
    let id = delegation.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(&bureau, Power::ApproveCases).await?;
    match store.revoke_delegation(id).await {
        // Taken back twice is taken back.
        Ok(()) | Err(store::Error::Conflict) => {}
        Err(error) => return Err(caller.redact(error)),
    }
    store.commit().await.map_err(|error| caller.redact(error))?;
    crate::caller::go(&format!("{}?done=revoked", crate::path::delegations(&bureau)));
    Ok(())
}
