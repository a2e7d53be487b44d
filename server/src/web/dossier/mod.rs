//! The dossier of a case: a page that is read without a script, the form that asks for a volume, and the volumes.

mod draw;
mod script;

pub use script::script_route;

use super::Site;
use super::administration::typed;
use super::answer::{page, see_other, sheet};
use super::kept_form::KeptForm;
use super::papers::{pdf, print};
use ::paper::Sheet;
use app::caller::Caller;
use app::dossier::{Asked, EvidenceList, ask, evidence_list, take, volumes, words};
use app::error::AppError;
use app::path;
use axum::body::Body;
use axum::extract::{Extension, OriginalUri, Path, RawForm, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use domain::dossier::ListFor;
use domain::id::BureauId;
use futures_util::TryStreamExt;
use http::{HeaderValue, StatusCode, header};
use store::DossierRow;

/// The page may fetch itself to see how far a volume is, from this site alone.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The route of the page.
pub fn list_route() -> MethodRouter<Site> {
    get(list)
}

/// The route by which volumes are asked for.
pub fn ask_route() -> MethodRouter<Site> {
    post(asked)
}

/// The route of a finished volume.
pub fn file_route() -> MethodRouter<Site> {
    get(file)
}

async fn list(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case)): Path<(String, String)>,
) -> Response {
    match shown(&caller, (&slug, &case), "").await {
        Ok(response) => response,
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

/// The page, with what stands in the way of what was asked for.
async fn shown(caller: &Caller, (slug, case): (&str, &str), problem: &str) -> Result<Response, AppError> {
    let volumes = volumes(caller, slug, case).await?;
    let body = draw::drawn(&volumes, problem, caller.lang);
    let mut response = sheet(caller.lang, words::title(caller.lang), &body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(response)
}

async fn asked(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case)): Path<(String, String)>,
    form: RawForm,
) -> Response {
    match ask(&caller, &slug, &case, &typed(&form)).await {
        Ok(Asked::To(to)) => {
            site.dossiers.notify_one();
            see_other(&to)
        }
        Ok(Asked::Problem(problem)) => match shown(&caller, (&slug, &case), problem).await {
            Ok(mut response) => {
                *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
                response
            }
            Err(error) => page(caller.lang, &error),
        },
        Err(AppError::SignIn) => match KeptForm::of(uri.path(), &form.0) {
            Some(kept) => kept.sign_in_again(caller.lang, None, ""),
            None => see_other(&path::sign_in_then(uri.path())),
        },
        Err(error) => page(caller.lang, &error),
    }
}

async fn file(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, file)): Path<(String, String, String)>,
) -> Response {
    if let Some(list) = file.strip_suffix(".pdf").and_then(ListFor::from_word) {
        return evidence(&site, &caller, (&slug, &case, uri.path()), list).await;
    }
    let taken = match file.strip_suffix(".pdf") {
        Some(id) => take(&caller, &slug, (&case, id)).await,
        // Whoever is not signed in is told of that first.
        None => caller.session().map(drop).and(Err(AppError::NotFound)),
    };
    let (bureau, row) = match taken {
        Ok(taken) => taken,
        Err(error) => return refused(&caller, uri.path(), &error),
    };
    match sent(&site, bureau, &row).await {
        Ok(response) => response,
        Err(error) => {
            tracing::error!(%error, trace = caller.asker.trace, "a volume could not be read");
            page(caller.lang, &AppError::Down { trace: caller.asker.trace.clone() })
        }
    }
}

/// A list of evidence.
async fn evidence(
    site: &Site,
    caller: &Caller,
    (slug, case, here): (&str, &str, &str),
    list: ListFor,
) -> Response {
    let EvidenceList { facts, day } = match evidence_list(caller, slug, case, list).await {
        Ok(list) => list,
        Err(error) => return refused(caller, here, &error),
    };
    let name = format!("{case}/{}", list.word());
    let sheet = Sheet { form: "evidence".to_owned(), name, day, facts, check: None };
    match print(site, caller, sheet).await {
        Ok(printed) => pdf(list.word(), "private, no-store", printed.pdf),
        Err(error) => page(caller.lang, &error),
    }
}

/// The bytes of a volume, a few at a time.
async fn sent(site: &Site, bureau: BureauId, row: &DossierRow) -> Result<Response, store::Error> {
    let read = site.evidence.read(bureau, &row.sha256, row.size, 0..row.size).await?;
    let read = read.inspect_err(|error| tracing::error!(%error, "a volume broke off"));
    let mut response = Body::from_stream(read).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(row.size));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let name = path::encode(&format!("{}.pdf", row.bound.name(domain::Lang::Zh)));
    let plain = format!("dossier-{}.pdf", row.bound.word());
    let how = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{name}");
    if let Ok(how) = HeaderValue::from_str(&how) {
        headers.insert(header::CONTENT_DISPOSITION, how);
    }
    Ok(response)
}

/// Whoever is not signed in comes back here afterwards.
fn refused(caller: &Caller, here: &str, error: &AppError) -> Response {
    match error {
        AppError::SignIn => see_other(&path::sign_in_then(here)),
        other => page(caller.lang, other),
    }
}
