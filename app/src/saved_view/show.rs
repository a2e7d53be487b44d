//! The one page of this room: the server words it.

use super::call;
use crate::desk::bureau_of_page;
use crate::ui::load;
use crate::wire::reads;
use crate::worded::draw_page;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// 常用视图
#[component]
pub fn SavedViewsPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    let key = move || {
        let query = query.read();
        let asked = |name: &str| query.get(name).unwrap_or_default();
        vec![bureau.get(), asked("page"), asked("query"), asked("draft"), asked("done"), asked("view")]
    };
    load(reads!(call::SavedViews { bureau, page, query, draft, done, view }), key, draw_page)
}
