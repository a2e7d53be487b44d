//! Whoever uses a first password changes it before anything else: one gate before every page, call and file.

use super::answer::{CALLS, accepts_html, see_other};
use app::caller::Caller;
use app::error::AppError;
use app::{account::text as words, path};
use axum::Json;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};

/// What stays open: changing the password, leaving, language, appearance, size, the help, and what the pages are drawn with.
const OPEN: &[&str] = &[
    "/_/account/password",
    "/_/api/password-page",
    "/_/password",
    "/_/sign-out",
    "/_/sign-in",
    "/_/api/sign-in-page",
    "/_/language",
    "/_/theme",
    "/_/size",
    "/_/help",
    "/_/style.css",
    "/_/icon.svg",
    "/healthz",
    "/readyz",
];
/// Files of the built site, and the entries of the help.
const OPEN_BELOW: &[&str] = &["/_/pkg/", "/_/help/"];
/// Tells the page in the browser to go where `Location` says.
const LEADS: HeaderName = HeaderName::from_static("serverfnredirect");

/// Leads to the password page; a call is refused and told the way.
pub async fn comes_first(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_open = OPEN.contains(&path) || OPEN_BELOW.iter().any(|below| path.starts_with(below));
    let caller = request.extensions().get::<Caller>();
    let session = caller.and_then(Caller::signed_in).filter(|_| !is_open);
    let Some(caller) = caller.filter(|_| session.is_some_and(|one| one.person().must_change_password)) else {
        return next.run(request).await;
    };
    if !path.starts_with(CALLS) || accepts_html(&request) {
        return see_other(&path::password());
    }
    let refused = AppError::Forbidden(words::password_must_change(caller.lang).to_owned());
    let mut response = (StatusCode::FORBIDDEN, Json(refused)).into_response();
    if let Ok(to) = HeaderValue::from_str(&path::password()) {
        response.headers_mut().insert(header::LOCATION, to);
        response.headers_mut().insert(LEADS, HeaderValue::from_static(""));
    }
    response
}
