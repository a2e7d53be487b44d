//! Server functions of the register.

use crate::case::page::CaseLine;
use crate::error::AppError;
use crate::form::{FormState, Typed};
use crate::worded::Views;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A choice of a list: its word and its name.
pub type Choice = (String, String);

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub id: String,
    pub name: String,
    pub credit_code: String,
    pub industry: String,
    pub town: String,
    pub legal_representative: String,
    pub phone: String,
    pub licence: domain::establishment::LicenceState,
    pub until: String,
}

/// What the list shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListData {
    pub rows: Vec<Line>,
    /// In words.
    pub total: String,
    pub is_total_exact: bool,
    pub next: Option<String>,
    pub filter: FormState,
    /// The filters that the person keeps; none in a visit.
    pub views: Option<Views>,
    /// The words of the search as they may stand in an address.
    pub asked: String,
    pub industries: Vec<Choice>,
    pub towns: Vec<Choice>,
    pub licences: Vec<Choice>,
    pub may_edit: bool,
}

/// A page of the list. `exact` counts however long it takes.
#[server(prefix = "/_/api", endpoint = "establishments")]
pub async fn establishments(
    bureau: String,
    #[server(default)] filter: Typed,
    after: String,
    exact: bool,
) -> Result<ListData, AppError> {
    let caller = crate::caller::caller()?;
    let asked = || crate::visit::asked_of_establishments(&filter, &after);
    let store = caller.bureau_to_look(&bureau, "establishments", asked).await?;
    super::save::list(&caller, &store, filter, &after, exact).await
}

/// One licence as the detail page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicenceLine {
    pub industry: String,
    pub kind: String,
    pub number: String,
    pub issued_on: String,
    pub expires_on: String,
    pub state: domain::establishment::LicenceState,
}

/// What the detail page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowData {
    pub id: String,
    pub name: String,
    /// Column and value, in order; blanks are left out.
    pub facts: Vec<(domain::establishment::Column, String)>,
    pub former_names: Vec<String>,
    pub licences: Vec<LicenceLine>,
    pub updated: String,
    pub may_edit: bool,
    /// A clue against it may be registered by this person.
    pub may_register: bool,
    /// The newest cases against it.
    pub cases: Vec<CaseLine>,
}

/// One establishment.
#[server(prefix = "/_/api", endpoint = "establishment")]
pub async fn establishment(bureau: String, id: String) -> Result<ShowData, AppError> {
    let caller = crate::caller::caller()?;
    let page = format!("establishments/{id}");
    let store = caller.bureau_to_look(&bureau, &page, String::new).await?;
    super::save::show(&caller, &store, &id).await
}

/// What the form shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormData {
    /// Empty for a new one.
    pub id: String,
    pub name: String,
    pub form: FormState,
    pub industries: Vec<Choice>,
}

/// The form of a new establishment (`id` empty) or of one entry of a kept one.
#[server(prefix = "/_/api", endpoint = "establishment-form")]
pub async fn establishment_form(
    bureau: String,
    id: String,
    licence: String,
    draft: String,
) -> Result<FormData, AppError> {
    let caller = crate::caller::caller()?;
    let store = caller.bureau_for(&bureau, domain::role::Power::EditEstablishments).await?;
    super::save::form(&caller, &store, &id, &licence, &draft).await
}

/// Saves the form; what cannot be taken comes back as a draft.
#[server(prefix = "/_/api", endpoint = "save-establishment")]
pub async fn save_establishment(
    bureau: String,
    #[server(default)] id: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = crate::caller::caller()?;
    let store = caller.bureau_to_write(&bureau, domain::role::Power::EditEstablishments).await?;
    super::save::save(&caller, store, &bureau, &id, form).await
}
