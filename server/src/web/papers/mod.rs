//! The papers of a case: a list that is read without a script, each paper as a PDF, and the way of those that are issued:
//! made, printed, back, void.

mod check;
mod list;
mod made;
mod out;
mod print;
mod scan;

pub use check::check_route;
pub use out::out_route;
pub use print::print;
pub use scan::{
    act_route as scan_act_route, bring_route as scan_bring_route, desk_route as scan_desk_route,
    picture_route as scan_picture_route, review_route as scan_route, scanned_route,
};

use super::Site;
use super::administration::typed;
use super::answer::{page, see_other, sheet};
use super::kept_form::KeptForm;
use crate::web::query::Query;
use app::caller::Caller;
use app::error::AppError;
use app::form::Typed;
use app::paper::{Begun, Marked, begin_issue, issued_copy, mark, papers, words};
use app::path;
use axum::extract::{Extension, OriginalUri, Path, RawForm, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use domain::paper::{PaperCopy, PaperFault};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use list::{Again, drawn};
use serde::Deserialize;

/// The route of the list.
pub fn list_route() -> MethodRouter<Site> {
    get(list)
}

/// The route by which papers are issued and marked.
pub fn act_route() -> MethodRouter<Site> {
    post(act)
}

/// The route of a preview.
pub fn paper_route() -> MethodRouter<Site> {
    get(preview)
}

/// The route of a copy of an issued paper.
pub fn issued_route() -> MethodRouter<Site> {
    get(issued)
}

/// Which copy is asked for, and what was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    copy: String,
    done: String,
}

async fn list(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    match papers(&caller, &slug, &case).await {
        Ok(papers) => {
            let done = match asked.done.as_str() {
                "issued" => words::done_issued(caller.lang),
                "printed" => words::done_printed(caller.lang),
                "back" => words::done_back(caller.lang),
                "unscanned" => words::done_unscanned(caller.lang),
                "void" => words::done_void(caller.lang),
                _ => "",
            };
            let body = drawn(&papers, &Again { done, ..Again::default() }, caller.today(), caller.lang);
            sheet(caller.lang, words::title(caller.lang), &body)
        }
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

async fn act(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case)): Path<(String, String)>,
    headers: HeaderMap,
    form: RawForm,
) -> Response {
    let fields = typed(&form);
    let act = app::form::typed(&fields, "act");
    let origin = origin(&site, &headers);
    let done = match act.as_str() {
        "issue" => issue(&site, &caller, (&slug, &case, &origin), &fields).await.map(Marked::To),
        _ => mark(&caller, &slug, &case, &act, &fields).await,
    };
    match done {
        Ok(Marked::To(to)) => see_other(&to),
        Ok(Marked::Fault(fault)) => again(&caller, (&slug, &case), &fields, fault).await,
        Err(AppError::SignIn) => match KeptForm::of(uri.path(), &form.0) {
            Some(kept) => kept.sign_in_again(caller.lang, None, ""),
            None => see_other(&path::sign_in_then(uri.path())),
        },
        Err(error) => page(caller.lang, &error),
    }
}

/// A mark that cannot be made comes back as it was filled in, with what to do.
async fn again(caller: &Caller, (slug, case): (&str, &str), form: &Typed, fault: PaperFault) -> Response {
    let papers = match papers(caller, slug, case).await {
        Ok(papers) => papers,
        Err(error) => return page(caller.lang, &error),
    };
    let value = |name: &str| app::form::typed(form, name);
    let again = Again {
        paper: value("paper"),
        act: value("act"),
        on: value("on"),
        reason: value("reason"),
        problem: fault.message(caller.lang),
        done: "",
    };
    let body = drawn(&papers, &again, caller.today(), caller.lang);
    let mut response = sheet(caller.lang, words::title(caller.lang), &body);
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

/// Issues the paper that a form names; answers where the list stands.
async fn issue(
    site: &Site,
    caller: &Caller,
    (slug, case, origin): (&str, &str, &str),
    form: &Typed,
) -> Result<String, AppError> {
    // Printed once beforehand, so that nobody waits while fonts are read, and what cannot be printed takes no number.
    let word = app::form::typed(form, "paper");
    let draft = app::paper::paper(caller, slug, case, (&word, PaperCopy::File)).await?;
    print::draft(site, caller, &draft, PaperCopy::File).await?;
    match begin_issue(caller, slug, case, form).await? {
        Begun::Before(to) => Ok(to),
        Begun::Now(issuing) => {
            let copies = print::issued(site, caller, &issuing, origin).await?;
            issuing.keep(caller, slug, copies).await
        }
    }
}

/// How the site is called from outside: as it is set, else as this request called it.
pub fn origin(site: &Site, headers: &HeaderMap) -> String {
    match site.settings.public_url.as_deref() {
        Some(set) => set.trim_end_matches('/').to_owned(),
        None => {
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
            let scheme = if site.settings.secure_cookies { "https" } else { "http" };
            format!("{scheme}://{}", host.unwrap_or("localhost"))
        }
    }
}

async fn preview(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, file)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Response {
    let word = file.strip_suffix(".pdf").unwrap_or(&file);
    let copy = PaperCopy::from_word(&asked.copy).unwrap_or(PaperCopy::File);
    let printed = match app::paper::paper(&caller, &slug, &case, (word, copy)).await {
        Ok(paper) => print::draft(&site, &caller, &paper, copy).await,
        Err(error) => Err(error),
    };
    match printed {
        Ok(printed) => pdf(word, "private, no-store", printed.pdf),
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

async fn issued(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, id, file)): Path<(String, String, String, String)>,
) -> Response {
    let copy = file.strip_suffix(".pdf").and_then(PaperCopy::from_word);
    let found = match copy {
        Some(copy) => issued_copy(&caller, &slug, &case, (&id, copy)).await,
        // Whoever is not signed in is told of that first.
        None => caller.session().map(drop).and(Err(AppError::NotFound)),
    };
    match found {
        // The bytes never change; the browser asks again whether one may see them.
        Ok(copied) => {
            let mut response = pdf(copied.kind.id(), "private, no-cache", copied.pdf);
            if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", copied.sha256)) {
                response.headers_mut().insert(header::ETAG, tag);
            }
            response
        }
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

/// Whoever is not signed in comes back here afterwards.
fn refused(caller: &Caller, here: &str, error: &AppError) -> Response {
    match error {
        AppError::SignIn => see_other(&path::sign_in_then(here)),
        other => page(caller.lang, other),
    }
}

/// A PDF under a name.
pub fn pdf(word: &str, kept: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    let name: String = word.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{name}.pdf\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
