//! The one page of this room: the server words whatever stands under its address.

use super::call;
use crate::desk::bureau_of_page;
use crate::ui::load;
use crate::wire::Reads;
use crate::worded::draw_page;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

/// What can be asked of a page, in its address.
pub const ASKED: [&str; 10] = [
    "form[q]",
    "form[state]",
    "form[year]",
    "form[town]",
    "programme",
    "session",
    "after",
    "draft",
    "done",
    "all",
];

const ARGUMENTS: [&str; 12] = [
    "bureau",
    "page",
    "query[q]",
    "query[state]",
    "query[year]",
    "query[town]",
    "query[programme]",
    "query[session]",
    "query[after]",
    "query[draft]",
    "query[done]",
    "query[all]",
];

/// The name of a question as the server function hears it.
fn plain(name: &str) -> String {
    name.trim_start_matches("form[").trim_end_matches(']').to_owned()
}

/// Any page of training.
#[component]
pub fn TrainingPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    // Read once: on the way to another page the address changes before this page is gone.
    let path = use_location().pathname.get_untracked();
    let page = path.trim_start_matches('/').strip_prefix(crate::path::workspace_of(&path));
    let page = page.unwrap_or_default().trim_start_matches('/').to_owned();
    let key = move || {
        let query = query.read();
        let mut key = vec![bureau.get(), page.clone()];
        key.extend(ASKED.map(|name| query.get(name).unwrap_or_default()));
        key
    };
    let reads = Reads::new(&ARGUMENTS, |key| call::Training {
        bureau: key.take(),
        page: key.take(),
        query: ASKED.map(|name| (plain(name), key.take())).into(),
    });
    load(reads, key, draw_page)
}
