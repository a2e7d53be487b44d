//! Keyset paging: forward by the last row's key, back to the first page.

use super::lang;
use crate::text;
use leptos::prelude::*;

/// Links to the next and the first page; nothing when there is only one.
#[component]
pub fn Paging(
    /// The URL of the next page, when there is one.
    next: Option<String>,
    /// The URL of the first page, when this is another.
    first: Option<String>,
) -> impl IntoView {
    let lang = lang();
    (next.is_some() || first.is_some()).then(|| {
        view! {
            <nav class="paging" aria-label=text::next_page(lang)>
                {first.map(|to| view! { <a class="btn" href=to>{text::first_page(lang)}</a> })}
                {next.map(|to| view! { <a class="btn" rel="next" href=to>{text::next_page(lang)}</a> })}
            </nav>
        }
    })
}
