//! Tables always have a caption, a head and a body: a missing `<tbody>` breaks hydration.

use leptos::prelude::*;

/// A table. `head` names the columns; the children are one or more `<tr>`, drawn inside one `<tbody>`.
#[component]
pub fn Table(
    /// What the table shows; read by screen readers.
    #[prop(into)]
    caption: String,
    head: Vec<&'static str>,
    children: Children,
) -> impl IntoView {
    let label = caption.clone();
    let columns = head.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label>
            <table class="cards">
                <caption class="vh">{caption}</caption>
                <thead><tr>{columns}</tr></thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}
