//! Who asks: the cookie is looked up once per request and the answer travels with it.

use super::Site;
use super::answer::accepts_html;
use super::layer::REQUEST_ID;
use app::caller::{Asker, Caller};
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use domain::Lang;
use http::header;
use std::net::SocketAddr;

pub const LANGUAGE: &str = "xiaoxiang-lang";
pub const THEME: &str = "xiaoxiang-theme";
/// Whether this browser shows everything large (长辈模式).
pub const SIZE: &str = "xiaoxiang-size";
/// The name typed at a sign-in that failed, kept for this browser session so that it need not be typed again.
pub const TYPED_NAME: &str = "xiaoxiang-name";

/// The name of the session's cookie. `__Host-` asks browsers to insist on https and on this host alone;
/// plain http on one's own machine cannot have it.
pub fn session_cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-xiaoxiang" } else { "xiaoxiang" }
}

/// A cookie of ours: this site only, unreadable to scripts, until the browser closes unless said otherwise.
pub fn cookie(name: &'static str, value: String, secure: bool) -> Cookie<'static> {
    Cookie::build((name, value)).path("/").http_only(true).same_site(SameSite::Lax).secure(secure).build()
}

/// Looks up who asks and lets the request carry it. A forged, ended or expired cookie is nobody.
pub async fn recognise(
    State(site): State<Site>,
    jar: CookieJar,
    mut request: Request,
    next: Next,
) -> Response {
    let text = |name: &str| jar.get(name).map(|cookie| cookie.value().to_owned());
    let asker = Asker {
        address: address(&request),
        agent: header_text(&request, &header::USER_AGENT),
        trace: header_text(&request, &REQUEST_ID),
        typed_name: text(TYPED_NAME).map(|value| decoded(&value)).unwrap_or_default(),
        is_large: text(SIZE).is_some_and(|size| size == "large"),
        theme: text(THEME).filter(|theme| theme == "light" || theme == "dark"),
    };
    let lang = Lang::from_word(&text(LANGUAGE).unwrap_or_default());
    let path = request.uri().path();
    let is_static =
        path.starts_with("/_/pkg/") || path == "/healthz" || path == "/readyz" || path == "/_/icon.svg";
    // What anybody may read is the same for whoever is signed in.
    let knows_nobody = is_static || super::open::is_open(path);
    let token = text(session_cookie_name(site.settings.secure_cookies)).filter(|_| !knows_nobody);
    let session = match token {
        Some(token) => site.store.session(&token).await.unwrap_or_else(|error| {
            tracing::error!(%error, "cannot look up a session");
            None
        }),
        None => None,
    };
    let mut caller = Caller::new(site.store.clone(), session, lang, asker);
    if accepts_html(&request) && !is_static {
        caller.contact = app::contact::of(&caller, request.uri().path()).await;
    }
    request.extensions_mut().insert(caller);
    request.extensions_mut().insert(site.evidence.clone());
    next.run(request).await
}

/// A cookie's value as it was before [`app::path::encode`].
fn decoded(value: &str) -> String {
    let pair = format!("v={value}");
    form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value.into_owned()).unwrap_or_default()
}

fn address(request: &Request) -> String {
    let info = request.extensions().get::<ConnectInfo<SocketAddr>>();
    info.map(|info| info.0.ip().to_string()).unwrap_or_default()
}

/// A header's text, at most 200 characters; empty when there is none.
fn header_text(request: &Request, name: &http::HeaderName) -> String {
    let value = request.headers().get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or("").chars().take(200).collect()
}
