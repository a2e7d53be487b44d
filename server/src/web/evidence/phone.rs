//! The page on which a phone brings files to one case, without a sign-in: it sends, and shows nothing but the number.

use super::form::{Brought, receive};
use super::part::{At, declare_by, drop_by, part_by, state_by, wrong};
use super::script::{self, script_words};
use super::shown;
use crate::web::Site;
use crate::web::answer::{escape, page, see_other};
use crate::web::query::Query;
use app::caller::Caller;
use app::evidence::{Phone, phone, phone_going_on, words};
use app::path;
use axum::body::Body;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Extension, Multipart, Path, RawForm, State};
use axum::response::Response;
use axum::routing::{MethodRouter, delete, get, post, put};
use domain::file::FILES_MAX;
use http::StatusCode;
use serde::Deserialize;

/// The route of the page.
pub fn phone_route() -> MethodRouter<Site> {
    get(opened)
}

/// The route of its form, for a browser without scripts.
pub fn phone_form_route() -> MethodRouter<Site> {
    post(sent)
}

/// The route by which its script declares a file.
pub fn phone_declare_route() -> MethodRouter<Site> {
    post(declared)
}

/// The route that tells its script how far a file came.
pub fn phone_state_route() -> MethodRouter<Site> {
    get(state)
}

/// The route of a file's next part.
pub fn phone_part_route() -> MethodRouter<Site> {
    put(part)
}

/// The route by which its script gives a file up.
pub fn phone_drop_route() -> MethodRouter<Site> {
    delete(dropped)
}

/// How many files the form just brought, as the address says it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Sent {
    sent: String,
}

impl Sent {
    /// No more than a case has.
    fn count(&self) -> usize {
        self.sent.parse().ok().filter(|count| *count as u64 <= FILES_MAX).unwrap_or_default()
    }
}

async fn opened(
    Extension(caller): Extension<Caller>,
    Path(word): Path<String>,
    Query(asked): Query<Sent>,
) -> Response {
    match phone(&caller, &word).await {
        Ok(phone) => drawn(&phone, &word, asked.count(), &[]),
        Err(error) => page(caller.lang, &error),
    }
}

async fn sent(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    Path(word): Path<String>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    // Who may not, sends nothing: the body is read after that.
    let phone = match phone(&caller, &word).await {
        Ok(phone) => phone,
        Err(error) => return page(caller.lang, &error),
    };
    let (mut brought, lang) = (Brought::default(), caller.lang);
    let case = (phone.slug.as_str(), phone.case.as_str());
    match form {
        Ok(form) => {
            if let Err(error) = receive(&site, &phone.caller, case, form, &mut brought).await {
                return page(lang, &error);
            }
        }
        Err(_) => brought.problems.push(words::broken_off(lang).to_owned()),
    }
    if brought.uploads.is_empty() && brought.problems.is_empty() {
        brought.problems.push(words::nothing(lang).to_owned());
    }
    if brought.problems.is_empty() {
        return see_other(&format!("{}?sent={}", path::phone(&word), brought.uploads.len()));
    }
    let mut response = drawn(&phone, &word, brought.uploads.len(), &brought.problems);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

fn drawn(phone: &Phone, word: &str, sent: usize, problems: &[String]) -> Response {
    let lang = phone.caller.lang;
    let here = path::phone(word);
    let done = match sent {
        0 => String::new(),
        sent => format!("<p class=\"notice ok\" role=\"status\">{}</p>", words::phone_received(sent, lang)),
    };
    let problems: String = problems.iter().map(|words| format!("<li>{}</li>", escape(words))).collect();
    let problems = match problems.as_str() {
        "" => problems,
        items => format!("<div class=\"problems\" role=\"alert\"><ul>{items}</ul></div>"),
    };
    let chooser = |id: &str, label: &str, more: &str| {
        format!(
            "<div class=\"field wide\"><label for=\"{id}\">{label}</label>\
             <input id=\"{id}\" name=\"file\" type=\"file\"{more}></div>"
        )
    };
    let body = format!(
        "<h1>{} <small>{}</small></h1>{done}{problems}<section class=\"card\"><p>{}</p><p class=\"note\">{}</p>\
         <form method=\"post\" action=\"{}\" enctype=\"multipart/form-data\"{}>{}{}\
         <div data-waiting-part hidden><ul class=\"uploads\" data-waiting></ul></div>\
         <p role=\"status\" class=\"notice\" data-told></p>\
         <div class=\"form-acts\" data-plain><button class=\"btn go\">{}</button></div></form>\
         <p>{}</p></section><script src=\"{}\" defer></script>",
        words::phone_title(lang),
        escape(&phone.number),
        words::phone_note(lang),
        words::phone_until(phone.until, lang),
        escape(&here),
        script_words(&here, words::phone_sent(lang), lang),
        chooser("f-photo", words::phone_photograph(lang), " accept=\"image/*\" capture=\"environment\""),
        chooser("f-file", words::phone_choose(lang), " multiple"),
        words::phone_send(lang),
        words::phone_next(lang),
        script::address(),
    );
    shown(lang, words::phone_title(lang), &body)
}

type Address = (String, String);

async fn declared(Extension(caller): Extension<Caller>, Path(word): Path<String>, form: RawForm) -> Response {
    match phone(&caller, &word).await {
        Ok(phone) => {
            declare_by(&phone.caller, (&phone.slug, &phone.case), &path::phone(&word), &form.0).await
        }
        Err(error) => wrong(&caller, &error),
    }
}

async fn state(Extension(caller): Extension<Caller>, Path((word, id)): Path<Address>) -> Response {
    match phone_going_on(&caller, &word).await {
        Ok(phone) => state_by(&phone.caller, (&phone.slug, &phone.case, &id)).await,
        Err(error) => wrong(&caller, &error),
    }
}

async fn part(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    Path((word, id)): Path<Address>,
    Query(at): Query<At>,
    body: Body,
) -> Response {
    match phone_going_on(&caller, &word).await {
        Ok(phone) => part_by(&site, &phone.caller, (&phone.slug, &phone.case, &id), (&at, body)).await,
        Err(error) => wrong(&caller, &error),
    }
}

async fn dropped(Extension(caller): Extension<Caller>, Path((word, id)): Path<Address>) -> Response {
    match phone_going_on(&caller, &word).await {
        Ok(phone) => drop_by(&phone.caller, (&phone.slug, &phone.case, &id)).await,
        Err(error) => wrong(&caller, &error),
    }
}
