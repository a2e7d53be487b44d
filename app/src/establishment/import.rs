//! The pages on which a ledger comes in.

use crate::import::page::{found_page, upload_page};
use domain::ledger::LedgerNoun;
use leptos::prelude::*;

#[component]
pub fn ImportPage() -> impl IntoView {
    upload_page(LedgerNoun::Establishments)
}

#[component]
pub fn ImportShowPage() -> impl IntoView {
    found_page(LedgerNoun::Establishments)
}
