//! Cards, notices and designed emptiness.

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
