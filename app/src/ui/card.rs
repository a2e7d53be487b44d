//! Cards, notices and designed emptiness.

use super::lang;
use leptos::prelude::*;

/// A titled piece of a page.
#[component]
pub fn Card(
    #[prop(optional, into)] title: String,
    #[prop(optional, into)] small: String,
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card">
            {(!title.is_empty()).then(|| view! {
                <h2>{title} {(!small.is_empty()).then(|| view! { <small>{small}</small> })}</h2>
            })}
            {children()}
        </section>
    }
}

/// Nothing to show, and what to do about it.
#[component]
pub fn Empty(#[prop(into)] title: String, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    view! { <div class="empty"><h2>{title}</h2>{children.map(|children| children())}</div> }
}

/// A sentence that the reader must not miss. `kind` is `""`, `ok`, `warn` or `danger`.
#[component]
pub fn Notice(#[prop(optional)] kind: &'static str, children: Children) -> impl IntoView {
    let role = if kind == "danger" { "alert" } else { "status" };
    view! { <div class=format!("notice {kind}") role=role>{children()}</div> }
}

/// Words, and the way to the entry of the help that explains them; an empty address leads nowhere.
pub type Explained = (String, String);

/// Draws words with the way to what explains them; it opens beside the page, so that nothing typed is lost.
pub fn explained((words, help): Explained) -> AnyView {
    view! { {words} " " {why(help)} }.into_any()
}

/// The way to what explains a refusal; an empty address leads nowhere.
pub fn why(help: String) -> Option<AnyView> {
    (!help.is_empty()).then(|| aside(help, lang().pick("说明", "Why")))
}

/// Beside the title of a form: how it is filled in.
pub fn how_to(entry: String) -> AnyView {
    aside(entry, lang().pick("怎么填", "How to fill it in"))
}

/// A way into the help, which opens beside the page.
fn aside(to: String, words: &'static str) -> AnyView {
    view! { <a href=to target="_blank" class="aside">{words}</a> }.into_any()
}
