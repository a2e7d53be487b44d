//! Server functions of administration. What makes a one-time password is a plain route of the server instead:
//! the password stands in the answer to the form itself and in no address.

use crate::error::AppError;
use crate::form::Typed;
use crate::worded::Worded;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::{
    account, account_find, blocks, bureaus, calendar, calendar_load, member, members, powers, practice,
    settings, start,
};
#[cfg(feature = "ssr")]
use crate::caller::{Caller, caller};
#[cfg(feature = "ssr")]
use domain::role::Power;
#[cfg(feature = "ssr")]
use store::BureauStore;

/// A page of administration by its address inside the bureau, such as `members/{id}` or `calendar/2027`. `draft` holds
/// what was typed before, `done` says what was just done, `after` is the key of the page.
#[server(prefix = "/_/api", endpoint = "administration")]
pub async fn administration(
    bureau: String,
    page: String,
    #[server(default)] draft: String,
    #[server(default)] done: String,
    #[server(default)] after: String,
) -> Result<Worded, AppError> {
    let caller = caller()?;
    let parts: Vec<&str> = page.split('/').collect();
    let store = opened(&caller, &bureau, &parts).await?;
    let mut view = match parts.as_slice() {
        ["members"] => members::list(&caller, &store).await?,
        ["members", "new"] => members::form(&caller, &store, &draft).await?,
        ["members", id] => member::form(&caller, &store, id, &draft).await?,
        ["settings"] => settings::form(&caller, &store, &draft).await?,
        ["powers"] => powers::own(&caller, &store).await?,
        ["practice"] => practice::show(&caller, &store).await?,
        ["number-blocks"] => blocks::show(&caller, &store, &draft).await?,
        ["start"] => start::show(&caller, &store, &draft).await?,
        ["start", "card"] => start::card(&caller, &store).await?,
        ["calendar"] => calendar::list(&caller, &store).await?,
        ["calendar", year] => calendar::year(&caller, &store, year, &after).await?,
        ["calendar", year, "load"] => calendar_load::form(&caller, &store, year, &draft).await?,
        ["accounts"] => account_find::form(&caller, &store, &draft).await?,
        ["accounts", person] => account::page(&caller, &store, person, &draft).await?,
        ["handover"] => crate::handover::person::people(&caller, &store).await?,
        ["handover", person] => crate::handover::person::person(&caller, &store, person, &draft).await?,
        ["cases", "enter"] => crate::back_entry::show(&caller, &store, &draft).await?,
        ["bureaus"] => bureaus::list(&caller, &store).await?,
        ["bureaus", "new"] => bureaus::form(&caller, &store, &draft).await?,
        ["bureaus", slug] => powers::of_bureau(&caller, &store, slug, &draft).await?,
        _ => return Err(caller.refuse(AppError::NotFound)),
    };
    view.done = super::words::done(&done, caller.lang).to_owned();
    Ok(view)
}

/// The bureau, for whoever may see the page. The calendar is everybody's; who sees the start, the store says.
#[cfg(feature = "ssr")]
async fn opened(caller: &Caller, bureau: &str, page: &[&str]) -> Result<BureauStore, AppError> {
    match page {
        ["calendar"] | ["calendar", _] | ["start", ..] => caller.bureau(bureau).await,
        ["number-blocks"] => caller.bureau_for(bureau, Power::ReadRecords).await,
        ["handover", ..] => caller.bureau_for(bureau, Power::ApproveCases).await,
        ["cases", ..] => caller.bureau_for(bureau, Power::PrepareEntries).await,
        ["calendar" | "bureaus" | "accounts", ..] => caller.bureau_for(bureau, Power::AdministerCity).await,
        _ => caller.bureau_for(bureau, Power::AdministerBureau).await,
    }
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

/// Leads to the account of a work number.
#[server(prefix = "/_/api", endpoint = "find-account")]
pub async fn find_account(bureau: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let to = account_find::find(&caller, &bureau, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Changes name and phone of the account that a page is about: `members/{id}` or `accounts/{id}`.
#[server(prefix = "/_/api", endpoint = "change-account")]
pub async fn change_account(
    bureau: String,
    page: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let to = account::change(&caller, &bureau, &page, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Disables (`yes`) or enables the account that a page is about, its sessions ended at once.
#[server(prefix = "/_/api", endpoint = "switch-account")]
pub async fn switch_account(bureau: String, page: String, disabled: String) -> Result<(), AppError> {
    let caller = caller()?;
    let to = account::switched(&caller, &bureau, &page, disabled == "yes").await?;
    crate::caller::go(&to);
    Ok(())
}

/// Gives a bureau a power, ends one, or changes it to a ready setting: `give`, `end`, `change`.
#[server(prefix = "/_/api", endpoint = "change-powers")]
pub async fn change_powers(
    bureau: String,
    slug: String,
    act: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let to = powers::change(&caller, &bureau, &slug, &act, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Loads the year that a draft holds into the calendar and counts the open terms again.
#[server(prefix = "/_/api", endpoint = "load-calendar")]
pub async fn load_calendar(
    bureau: String,
    year: String,
    draft: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let to = calendar_load::load(&caller, &bureau, &year, &draft, &form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Goes on counting the open terms where bureaus were left.
#[server(prefix = "/_/api", endpoint = "recount-terms")]
pub async fn recount_terms(bureau: String, year: String) -> Result<(), AppError> {
    let caller = caller()?;
    let to = calendar_load::go_on(&caller, &bureau, &year).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Sets the last number of a word and year that was used on paper.
#[server(prefix = "/_/api", endpoint = "set-number")]
pub async fn set_number(bureau: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::AdministerBureau).await?;
    let to = start::set(&caller, store, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Gives an officer a block of numbers.
#[server(prefix = "/_/api", endpoint = "allot-numbers")]
pub async fn allot_numbers(bureau: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::ApproveCases).await?;
    let to = blocks::allot(&caller, store, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Voids an unused number: one's own, or with the power to approve anybody's.
#[server(prefix = "/_/api", endpoint = "void-number")]
pub async fn void_number(bureau: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    let to = blocks::void(&caller, store, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Opens the practice area (`open`), empty, or closes it (`close`).
#[server(prefix = "/_/api", endpoint = "practice")]
pub async fn practise(bureau: String, act: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let store = caller.bureau_to_write(&bureau, Power::AdministerBureau).await?;
    let to = practice::change(&caller, store, &act, &form).await?;
    crate::caller::go(&to);
    Ok(())
}
