//! The page of the city's figures.

use super::{call, draw};
use crate::desk::bureau_of_page;
use crate::ui::load;
use crate::wire::Reads;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What can be asked, in the address.
const ASKED: [&str; 8] = ["period", "from", "to", "figure", "county", "industry", "trade", "sort"];

const ARGUMENTS: [&str; 9] = [
    "bureau",
    "query[period]",
    "query[from]",
    "query[to]",
    "query[figure]",
    "query[county]",
    "query[industry]",
    "query[trade]",
    "query[sort]",
];

/// Sums, map, counties, trend.
#[component]
pub fn FiguresPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    let key = move || {
        let query = query.read();
        let mut key = vec![bureau.get()];
        key.extend(ASKED.map(|name| query.get(name).unwrap_or_default()));
        key
    };
    let reads = Reads::new(&ARGUMENTS, |key| call::Figures {
        bureau: key.take(),
        query: ASKED.map(|name| (name.to_owned(), key.take())).into(),
    });
    load(reads, key, draw::page)
}
