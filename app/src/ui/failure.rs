//! What a page shows when it cannot show its record: designed, in words that say what to do.

use super::{Card, PageHead, lang};
use crate::error::AppError;
use crate::{path, text};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Draws an error of a call.
#[component]
pub fn Failure(error: AppError) -> impl IntoView {
    let lang = lang();
    let (title, body) = match error {
        AppError::NotFound => (text::not_found_title(lang), text::not_found_body(lang).to_owned()),
        AppError::Forbidden(words) => (text::forbidden_title(lang), words),
        AppError::Conflict => (text::conflict_title(lang), text::conflict_body(lang).to_owned()),
        AppError::Down { trace } => (text::down_title(lang), format!("{} {trace}", text::down_body(lang))),
        AppError::SignIn => return sign_in_again(lang).into_any(),
        AppError::Refused(words) => (text::forbidden_title(lang), words),
        AppError::Invalid(_) => (text::not_found_title(lang), text::unreadable(lang).to_owned()),
    };
    view! {
        <PageHead title=title />
        <Card><p>{body}</p><p><a class="btn" href=path::home()>{text::go_home(lang)}</a></p></Card>
    }
    .into_any()
}

fn sign_in_again(lang: domain::Lang) -> impl IntoView {
    let location = use_location();
    let here = location.pathname.get_untracked();
    view! {
        <PageHead title=text::sign_in_again(lang) />
        <Card><p><a class="btn go" href=path::sign_in_then(&here)>{crate::account::text::sign_in(lang)}</a></p></Card>
    }
}

/// A page for an address that leads nowhere; answers 404.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::caller::set_status(404);
    view! { <main id="main"><Failure error=AppError::NotFound /></main> }
}

/// Loads a page's data and draws it: whole on the server, kept in the document for the browser, and
/// loaded again when what `key` reads has changed.
pub fn load<K, T, F, Fut, V, W>(key: K, fetch: F, draw: V) -> impl IntoView
where
    K: Fn() -> FetchKey + Send + Sync + 'static,
    F: Fn(FetchKey) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<T, AppError>> + Send + 'static,
    T: Clone + serde::Serialize + serde::de::DeserializeOwned + Send + Sync + 'static,
    V: Fn(T) -> W + Clone + Send + Sync + 'static,
    W: IntoView + 'static,
{
    let data = Resource::new_blocking(key, fetch);
    let draw = move |answer| match answer {
        Ok(data) => draw(data).into_any(),
        Err(error) => view! { <Failure error /> }.into_any(),
    };
    view! {
        <Suspense fallback=move || view! { <div class="skeleton" aria-busy="true"></div> }>
            {move || {
                let draw = draw.clone();
                Suspend::new(async move { draw(data.await) })
            }}
        </Suspense>
    }
}

/// What a page's data depends on: path parameters and query values, in order.
pub type FetchKey = Vec<String>;
