//! The pages of administration.

use super::call;
use crate::desk::bureau_of_page;
use crate::ui::load;
use crate::wire::reads;
use crate::worded::draw_page;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// 单位成员
#[component]
pub fn MembersPage() -> impl IntoView {
    page("members")
}

/// 新增成员
#[component]
pub fn MemberNewPage() -> impl IntoView {
    page("members/new")
}

/// One member.
#[component]
pub fn MemberPage() -> impl IntoView {
    page("members/")
}

/// 单位设置
#[component]
pub fn SettingsPage() -> impl IntoView {
    page("settings")
}

/// 各单位
#[component]
pub fn BureausPage() -> impl IntoView {
    page("bureaus")
}

/// 设立单位
#[component]
pub fn BureauNewPage() -> impl IntoView {
    page("bureaus/new")
}

fn page(word: &'static str) -> AnyView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    // Read once: on the way to another page the address changes before this page is gone.
    let member = use_params_map().get_untracked().get("member").unwrap_or_default();
    let page = format!("{word}{member}");
    let key = move || {
        let query = query.read();
        let asked = |name: &str| query.get(name).unwrap_or_default();
        vec![bureau.get(), page.clone(), asked("draft"), asked("done")]
    };
    load(reads!(call::Administration { bureau, page, draft, done }), key, draw_page)
}
