//! Server functions of a party's sealed numbers.

use crate::error::AppError;
use crate::form::{FormState, Typed};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
use crate::caller::caller;
#[cfg(feature = "ssr")]
use crate::case::call::{desk, open};
#[cfg(feature = "ssr")]
use crate::form::{Problem, back_with_draft, typed, typed_before};
#[cfg(feature = "ssr")]
use domain::{
    case::Note,
    id::PartyId,
    role::Power,
    value::{IdNumber, Phone},
};
#[cfg(feature = "ssr")]
use store::Contact;

/// A party's numbers as the page shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactView {
    pub number: String,
    pub party: String,
    pub id_number: String,
    pub phone: String,
    /// They are shown whole, for the reason given.
    pub opened: bool,
    pub may_enter: bool,
    pub may_open: bool,
    pub state: FormState,
}

/// A party's numbers: masked, or whole with a reason, whose audit row is written first.
#[server(prefix = "/_/api", endpoint = "case-contact")]
pub async fn contact_page(
    bureau: String,
    case: String,
    party: String,
    reason: String,
    draft: String,
) -> Result<ContactView, AppError> {
    let caller = caller()?;
    let id: PartyId = party.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let reason = Note::parse(&reason).ok();
    let store = match reason {
        Some(_) => caller.bureau_to_write(&bureau, Power::Unseal).await?,
        None => caller.bureau_for(&bureau, Power::ReadRecords).await?,
    };
    let redact = |error| caller.redact(error);
    let desk = desk(&caller, &store).await?;
    let found = open(&caller, &desk, &case).await?;
    let shown = match &reason {
        Some(reason) => desk.open_contact(found.id, id, reason).await.map_err(redact)?,
        None => desk.masked_contact(found.id, id).await.map_err(redact)?,
    };
    let before = typed_before(&caller, &store, FORM, &format!("{case}/{party}"), &draft).await?;
    let problems = before.as_ref().map(|typed| read(typed, caller.lang).1).unwrap_or_default();
    let context = desk.context();
    let (may_enter, may_open) = (context.may(Power::WorkCases), context.may(Power::Unseal));
    let name = found.case.parties().iter().find(|one| one.id == id).map(|one| one.name.to_string());
    let view = ContactView {
        number: found.case.clue.number.clone().unwrap_or_default(),
        party: name.unwrap_or_default(),
        id_number: shown.id_number.unwrap_or_default(),
        phone: shown.phone.unwrap_or_default(),
        opened: reason.is_some(),
        may_enter,
        may_open,
        state: FormState { problems, ..FormState::fresh(before.unwrap_or_default()) },
    };
    drop(desk);
    if view.opened {
        store.commit().await.map_err(redact)?;
    }
    Ok(view)
}

/// The word under which drafts of this form are kept.
#[cfg(feature = "ssr")]
const FORM: &str = "case_contact";

#[cfg(feature = "ssr")]
fn read(form: &Typed, lang: domain::Lang) -> (Contact, Vec<Problem>) {
    let mut problems = Vec::new();
    let (number, phone) = (typed(form, "id_number"), typed(form, "phone"));
    let mut contact = Contact::default();
    if !number.trim().is_empty() {
        match IdNumber::parse(&number) {
            Ok(value) => contact.id_number = Some(value),
            Err(error) => problems.push(Problem::of("id_number", error.message(lang))),
        }
    }
    if !phone.trim().is_empty() {
        match Phone::parse(&phone) {
            Ok(value) => contact.phone = Some(value),
            Err(error) => problems.push(Problem::of("phone", error.message(lang))),
        }
    }
    (contact, problems)
}

/// Seals a party's numbers.
#[server(prefix = "/_/api", endpoint = "case-contact-seal")]
pub async fn seal_contact(
    bureau: String,
    case: String,
    party: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = caller()?;
    let id: PartyId = party.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(&bureau, Power::WorkCases).await?;
    let page = crate::path::case_contact(&bureau, &case, &party);
    let (contact, problems) = read(&form, caller.lang);
    if !problems.is_empty() {
        return back_with_draft(&caller, store, FORM, &format!("{case}/{party}"), form, &page).await;
    }
    let desk = desk(&caller, &store).await?;
    let found = open(&caller, &desk, &case).await?;
    let sealed = desk.seal_contact(found.id, id, &contact).await;
    sealed.map_err(|error| caller.redact(error))?;
    drop(desk);
    store.commit().await.map_err(|error| caller.redact(error))?;
    crate::caller::go(&page);
    Ok(())
}
