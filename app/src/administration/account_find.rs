//! The city's administrator finds any account by its work number.

use super::members::home;
use super::refused::state;
use super::{words, words_of_account as account};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use crate::worded::{Block, Kept, Reading, Sheet, Worded, line};
use domain::role::Power;
use domain::value::WorkNumber;
use store::BureauStore;

const FORM: &str = "account_find";

fn kept<'a>(slug: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: "", page, power: Power::AdministerCity }
}

/// The form that finds an account.
///
/// # Errors
/// What the store answers, redacted.
pub async fn form(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let before = kept(slug, "").before(caller, store, draft).await?;
    let mut problems = Vec::new();
    if let Some(typed) = &before {
        let mut reading = Reading::of(typed, lang);
        let number = reading.value("work_number");
        reading.read("work_number", WorkNumber::parse(&number));
        problems = reading.problems;
    }
    let sheet = Sheet {
        action: "/_/api/find-account".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned())],
        state: state(before.unwrap_or_default(), problems, lang),
        fields: vec![line("work_number", words::work_number(lang), account::number_hint(lang), true)],
        consequence: account::find_note(lang).to_owned(),
        button: account::find(lang).to_owned(),
        back: String::new(),
    };
    let title = account::accounts(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        blocks: vec![Block { form: Some(sheet), ..Block::default() }],
        ..Worded::default()
    })
}

/// Finds an account; where it stands.
///
/// # Errors
/// What the store answers, redacted.
pub async fn find(caller: &Caller, slug: &str, form: Typed) -> Result<String, AppError> {
    let store = caller.bureau_for(slug, Power::AdministerCity).await?;
    match store.account_of(typed(&form, "work_number").trim()).await {
        Ok(person) => Ok(path::account(slug, &person.to_string())),
        Err(store::Error::Invalid { field, code }) => {
            drop(store);
            kept(slug, &path::accounts(slug)).again(caller, form, Some((field, code))).await
        }
        Err(error) => Err(caller.redact(error)),
    }
}
