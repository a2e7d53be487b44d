//! The head of a page, and what every page knows: its language and today.

use crate::text;
use domain::{Day, Lang};
use leptos::prelude::*;
use leptos_meta::Title;

/// The language of this page: the person's on the server, the document's in the browser.
#[must_use]
pub fn lang() -> Lang {
    use_context::<Lang>().unwrap_or_default()
}

/// Today in Asia/Shanghai as the server said it with the page.
#[must_use]
pub fn today() -> Option<Day> {
    use_context::<Day>()
}

/// One step of the way to this page.
#[derive(Clone, Debug)]
pub struct Crumb {
    pub name: String,
    /// Where it leads; the page itself leads nowhere.
    pub to: Option<String>,
}

impl Crumb {
    pub fn link(name: impl Into<String>, to: impl Into<String>) -> Self {
        Crumb { name: name.into(), to: Some(to.into()) }
    }

    pub fn here(name: impl Into<String>) -> Self {
        Crumb { name: name.into(), to: None }
    }
}

/// Breadcrumb, title and the page's main acts. The document's title is the same words.
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    #[prop(optional, into)] small: String,
    #[prop(optional)] crumbs: Vec<Crumb>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let lang = lang();
    let owner = crumbs.first().map(|crumb| crumb.name.clone());
    let document_title = match owner {
        Some(owner) => format!("{title} · {owner} · {}", text::product(lang)),
        None => format!("{title} · {}", text::product(lang)),
    };
    let steps = crumbs
        .into_iter()
        .map(|crumb| match crumb.to {
            Some(to) => view! { <li><a href=to>{crumb.name}</a></li> }.into_any(),
            None => view! { <li aria-current="page">{crumb.name}</li> }.into_any(),
        })
        .collect_view();
    view! {
        <Title text=document_title />
        <nav class="crumb" aria-label=text::breadcrumb(lang)><ol>{steps}</ol></nav>
        <div class="head">
            <h1>{title}{(!small.is_empty()).then(|| view! { " " <small>{small}</small> })}</h1>
            {children.map(|children| view! { <span class="act">{children()}</span> })}
        </div>
    }
}
