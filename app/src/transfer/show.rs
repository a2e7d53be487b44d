//! The one page of this room: the server words whatever stands under its address.

use super::call;
use crate::path;
use crate::ui::load;
use crate::wire::Reads;
use crate::worded::draw_page;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// What can be asked of a page, in its address.
const ASKED: [&str; 3] = ["after", "draft", "done"];

const ARGUMENTS: [&str; 5] = ["bureau", "page", "query[after]", "query[draft]", "query[done]"];

/// 移送来的案件, one of them with its materials, and the city's list of those without an answer.
#[component]
pub fn TransfersPage() -> impl IntoView {
    let query = use_query_map();
    // Read once: on the way to another page the address changes before this page is gone.
    let params = use_params_map().get_untracked();
    let bureau = params.get("bureau").unwrap_or_default();
    let path = leptos_router::hooks::use_location().pathname.get_untracked();
    let own = path::desk(&bureau);
    let page = path.strip_prefix(&own).unwrap_or_default().trim_matches('/').to_owned();
    let key = move || {
        let query = query.read();
        let mut key = vec![bureau.clone(), page.clone()];
        key.extend(ASKED.map(|name| query.get(name).unwrap_or_default()));
        key
    };
    let reads = Reads::new(&ARGUMENTS, |key| call::Transfers {
        bureau: key.take(),
        page: key.take(),
        query: ASKED.map(|name| (name.to_owned(), key.take())).into(),
    });
    load(reads, key, draw_page)
}
