//! The one page of this room: the server words whatever stands under its address.

use super::call;
use crate::desk::bureau_of_page;
use crate::ui::load;
use crate::wire::reads;
use crate::worded::draw_page;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

/// 今日提醒, and the sheet of a week's terms.
#[component]
pub fn RemindersPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    // Read once: on the way to another page the address changes before this page is gone.
    let path = use_location().pathname.get_untracked();
    let page = path.trim_matches('/').split_once('/').map(|(_, page)| page.to_owned()).unwrap_or_default();
    let key = move || vec![bureau.get(), page.clone(), query.read().get("done").unwrap_or_default()];
    load(reads!(call::Reminders { bureau, page, done }), key, draw_page)
}
