//! The pages on which a roll comes in.

use crate::import::page::{found_page, upload_page};
use domain::ledger::LedgerNoun;
use leptos::prelude::*;

#[component]
pub fn RollPage() -> impl IntoView {
    upload_page(LedgerNoun::Trainees)
}

#[component]
pub fn RollFoundPage() -> impl IntoView {
    found_page(LedgerNoun::Trainees)
}
