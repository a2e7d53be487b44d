//! The pages on which cases that are open on paper come in, and payments by the bank's list.

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

#[component]
pub fn BankPage() -> impl IntoView {
    upload_page(LedgerNoun::Payments)
}

#[component]
pub fn BankFoundPage() -> impl IntoView {
    found_page(LedgerNoun::Payments)
}
