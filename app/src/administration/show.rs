//! The one page of this room: the server words whatever stands under its address.

use super::call;
use crate::desk::bureau_of_page;
use crate::ui::load;
use crate::wire::reads;
use crate::worded::{draw_blocks, draw_page};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

/// Any page of administration.
#[component]
pub fn AdministrationPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    // Read once: on the way to another page the address changes before this page is gone.
    let path = use_location().pathname.get_untracked();
    let page = path.trim_start_matches('/').split_once('/').map(|(_, page)| page.to_owned());
    let page = page.unwrap_or_default();
    let key = move || {
        let query = query.read();
        let asked = |name: &str| query.get(name).unwrap_or_default();
        vec![bureau.get(), page.clone(), asked("draft"), asked("done"), asked("after")]
    };
    load(reads!(call::Administration { bureau, page, draft, done, after }), key, draw_page)
}

/// What is missing at the bureau's start, for its administrator's desk.
#[component]
pub fn StartCard() -> impl IntoView {
    let bureau = bureau_of_page();
    let key = move || vec![bureau.get(), "start/card".to_owned()];
    load(reads!(call::Administration { bureau, page, draft, done, after }), key, draw_blocks)
}
