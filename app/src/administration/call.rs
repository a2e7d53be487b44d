//! Server functions of administration. What makes a one-time password is a plain route of the server instead:
//! the password stands in the answer to the form itself and in no address.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::Worded;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{bureaus, member, members, settings};
#[cfg(feature = "ssr")]
use crate::caller::caller;
#[cfg(feature = "ssr")]
use domain::role::Power;

/// A page of administration: `members`, `members/new`, `members/{id}`, `settings`, `bureaus`, `bureaus/new`.
/// `draft` holds what was typed before, `done` says what was just done.
#[server(prefix = "/_/api", endpoint = "administration")]
pub async fn administration(
    bureau: String,
    page: String,
    draft: String,
    done: String,
) -> Result<Worded, AppError> {
    let caller = caller()?;
    let power = if page.starts_with("bureaus") { Power::AdministerCity } else { Power::AdministerBureau };
    let store = caller.bureau_for(&bureau, power).await?;
    let mut view = match page.as_str() {
        "members" => members::list(&caller, &store).await?,
        "members/new" => members::form(&caller, &store, &draft).await?,
        "settings" => settings::form(&caller, &store, &draft).await?,
        "bureaus" => bureaus::list(&caller, &store).await?,
        "bureaus/new" => bureaus::form(&caller, &store, &draft).await?,
        page => {
            let id = page.strip_prefix("members/").ok_or_else(|| caller.refuse(AppError::NotFound))?;
            member::form(&caller, &store, id, &draft).await?
        }
    };
    view.done = super::words::done(&done, caller.lang).to_owned();
    Ok(view)
}

/// Changes a member's roles, position, certificate or last day.
#[server(prefix = "/_/api", endpoint = "change-member")]
pub async fn change_member(
    bureau: String,
    member: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::AdministerBureau).await?;
    let to = member::change(&caller, store, &member, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Changes what the bureau's papers show.
#[server(prefix = "/_/api", endpoint = "change-bureau")]
pub async fn change_bureau(bureau: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::AdministerBureau).await?;
    let to = settings::change(&caller, store, form).await?;
    crate::caller::go(&to);
    Ok(())
}
