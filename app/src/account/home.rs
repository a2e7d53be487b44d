//! The entry: straight on where there is only one way.

use super::call::{self, EntryData};
use super::text as words;
use crate::path;
use crate::ui::{Card, PageHead, lang, load};
use crate::wire::reads;
use leptos::prelude::*;

#[component]
pub fn Home() -> impl IntoView {
    let page = load(reads!(call::Entry {}), Vec::new, |entry| view! { <Choice entry /> });
    view! { <main id="main" class="alone">{page}</main> }
}

/// The bureaus of a person who has several.
#[component]
fn Choice(entry: EntryData) -> impl IntoView {
    let lang = lang();
    if entry.bureaus.is_empty() {
        return view! { <PageHead title=words::choose_bureau(lang) /><Card><p>{words::no_bureau(lang)}</p></Card> }.into_any();
    }
    let links = entry
        .bureaus
        .into_iter()
        .map(|bureau| view! { <li><a href=path::desk(&bureau.slug)>{bureau.name}</a></li> })
        .collect_view();
    view! { <PageHead title=words::choose_bureau(lang) /><Card><ul>{links}</ul></Card> }.into_any()
}
