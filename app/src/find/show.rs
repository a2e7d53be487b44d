//! The page of the search's answers.

use super::call::{self, Found, HitGroup};
use super::text as words;
use crate::desk::bureau_of_page;
use crate::path;
use crate::ui::{Card, Crumb, Empty, PageHead, lang, load};
use crate::wire::reads;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

#[component]
pub fn FindPage() -> impl IntoView {
    let bureau = bureau_of_page();
    let query = use_query_map();
    let key = move || vec![bureau.get(), query.read().get("q").unwrap_or_default()];
    load(reads!(call::Search { bureau, words }), key, move |data| found(&bureau.get_untracked(), data))
}

fn found(slug: &str, data: Found) -> AnyView {
    let lang = lang();
    let crumbs = vec![Crumb::link(data.bureau, path::desk(slug)), Crumb::here(words::title(lang))];
    let clue = path::new_case(slug);
    let groups = data.groups.into_iter().map(group).collect_view();
    let nothing = groups.is_empty().then(|| {
        let asked = !data.words.trim().is_empty();
        let title = if asked { words::nothing(lang) } else { words::ask(lang) };
        let hint = if asked { words::fewer(lang) } else { "" };
        let register = (asked && data.may_register)
            .then(|| view! { <p><a class="btn" href=clue>{crate::case::register_word(lang)}</a></p> });
        view! { <Card><Empty title=title><p>{hint}</p>{register}</Empty></Card> }
    });
    view! {
        <PageHead title=words::title(lang) small=data.words crumbs=crumbs />
        {groups}
        {nothing}
    }
    .into_any()
}

fn group(group: HitGroup) -> AnyView {
    let hits = group.hits.into_iter().map(|hit| {
        view! { <li><a href=hit.to>{hit.title}</a><div class="sub">{hit.under}</div></li> }
    });
    let hits = hits.collect_view();
    let all = (!group.all.is_empty()).then(|| view! { <p><a href=group.all>{words::all(lang())}</a></p> });
    view! { <Card title=group.name><ul class="hits">{hits}</ul>{all}</Card> }.into_any()
}
