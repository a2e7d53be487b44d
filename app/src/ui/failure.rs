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
