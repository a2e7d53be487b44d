//! The public side (行政处罚决定公开): what anybody may read without signing in. No session is looked up for it, no cookie is
//! set, search machines are told off, and nothing internal is linked.

mod asked;
mod list;
mod page;
mod throttle;
mod words;

#[cfg(test)]
pub use throttle::REQUESTS_A_MINUTE;
pub use throttle::Throttle;

use super::Site;
use super::answer::{escape, public};
use app::caller::Caller;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use domain::Lang;
use http::{HeaderName, HeaderValue, StatusCode, header};

/// Where the public pages live.
const ROOT: &str = "/open";

/// The bureaus that publish.
pub fn bureaus_route() -> MethodRouter<Site> {
    get(list::bureaus)
}

/// The decisions of one bureau.
pub fn list_route() -> MethodRouter<Site> {
    get(list::list)
}

/// One decision.
pub fn page_route() -> MethodRouter<Site> {
    get(page::page)
}

/// `GET /robots.txt`: nothing here is for search machines.
pub async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /\n"
}

/// Whether a path is of the public side.
pub fn is_open(path: &str) -> bool {
    path == ROOT || path.strip_prefix(ROOT).is_some_and(|rest| rest.starts_with('/'))
}

/// An answer of the public side: told off to search machines, and kept by nobody, so that what is withdrawn is gone.
fn answered(status: StatusCode, lang: Lang, title: &str, body: &str) -> Response {
    let mut response = (status, public(lang, title, body)).into_response();
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The answer to one request too many from this address, if it is one.
fn throttled(site: &Site, caller: &Caller) -> Option<Response> {
    let seconds = site.throttle.wait_seconds(&caller.asker.address, caller.now)?;
    Some(wait(seconds, caller.lang))
}

fn wait(seconds: i64, lang: Lang) -> Response {
    let body = told(words::wait_title(lang), &words::wait(seconds, lang), "warn", lang);
    let mut response = answered(StatusCode::TOO_MANY_REQUESTS, lang, words::wait_title(lang), &body);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

fn unknown(lang: Lang) -> Response {
    let body = told(words::unknown_title(lang), words::unknown(lang), "warn", lang);
    answered(StatusCode::NOT_FOUND, lang, words::unknown_title(lang), &body)
}

fn told(title: &str, said: &str, color: &str, lang: Lang) -> String {
    format!(
        "<section class=\"card\"><h1>{title}</h1><p class=\"notice {color}\" role=\"status\">{}</p>\
         <p><a class=\"btn\" href=\"{ROOT}\">{}</a></p></section>",
        escape(said),
        words::to_bureaus(lang),
    )
}

/// The ways out of a page, and the other language of the same address.
fn around(lang: Lang, ways: &[(String, &str)], here: &str) -> String {
    let links: String =
        ways.iter().map(|(to, name)| format!("<a href=\"{}\">{}</a> ", escape(to), escape(name))).collect();
    let other = lang.pick(Lang::En, Lang::Zh);
    let word = lang.pick("en", "zh");
    format!(
        "<nav class=\"crumb\" aria-label=\"{}\">{links}<form method=\"post\" action=\"/_/language\">\
         <input type=\"hidden\" name=\"lang\" value=\"{word}\"><input type=\"hidden\" name=\"next\" value=\"{}\">\
         <button class=\"btn plain\" lang=\"{}\">{}</button></form></nav>",
        words::title(lang),
        escape(here),
        other.tag(),
        words::other_language(lang),
    )
}

/// The address as it was asked, to come back to in the other language.
fn here(uri: &http::Uri) -> String {
    uri.path_and_query().map_or(ROOT, |asked| asked.as_str()).to_owned()
}
