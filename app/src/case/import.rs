//! The pages on which cases that are open on paper come in.

use crate::import::page::{found_page, upload_page};
use domain::ledger::LedgerNoun;
use leptos::prelude::*;

#[component]
pub fn PaperCasesPage() -> impl IntoView {
    upload_page(LedgerNoun::Cases)
}

#[component]
pub fn PaperCasesFoundPage() -> impl IntoView {
    found_page(LedgerNoun::Cases)
}
