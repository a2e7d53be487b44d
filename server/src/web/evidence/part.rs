//! A file comes in by parts: declared, then sent from where it stands, over as many connections and servers as it takes.

use super::{down, refused};
use crate::web::Site;
use crate::web::answer::see_other;
use crate::web::query::Query;
use app::caller::Caller;
use app::error::AppError;
use app::evidence::{Asked, Waiting, cancel, declare, refused as faulty, upload, waiting, words, writer};
use app::{path, text};
use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Extension, OriginalUri, Path, RawForm, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, delete, get, post, put};
use domain::file::{FILE_BYTES_MAX, FileName, PART_BYTES_MAX, PART_BYTES_MIN, judge_head};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use store::Error;

/// The route by which a file is declared.
pub fn declare_route() -> MethodRouter<Site> {
    post(declared)
}

/// The route that lists the files on their way in.
pub fn waiting_route() -> MethodRouter<Site> {
    get(listed)
}

/// The route of a file's next part.
pub fn part_route() -> MethodRouter<Site> {
    put(part)
}

/// The route that says how far a file came.
pub fn state_route() -> MethodRouter<Site> {
    get(state)
}

/// The route by which a script gives a file up.
pub fn drop_route() -> MethodRouter<Site> {
    delete(dropped)
}

/// The route by which a form gives a file up.
pub fn cancel_route() -> MethodRouter<Site> {
    post(cancelled)
}

type Address = (String, String, String);

fn told(status: StatusCode, said: Value) -> Response {
    (status, Json(said)).into_response()
}

/// What went wrong, for a script: its status, and what to do in words.
pub fn wrong(caller: &Caller, error: &AppError) -> Response {
    let lang = caller.lang;
    let message = match error {
        AppError::Refused(words) | AppError::Forbidden(words) | AppError::Invalid(words) => words.clone(),
        AppError::NotFound => text::not_found_body(lang).to_owned(),
        AppError::Conflict => text::conflict_body(lang).to_owned(),
        AppError::SignIn => words::sign_in(lang).to_owned(),
        AppError::Down { trace } => format!("{} {trace}", text::down_body(lang)),
    };
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    told(status, json!({ "message": message }))
}

async fn declared(
    Extension(caller): Extension<Caller>,
    Path((slug, case)): Path<(String, String)>,
    form: RawForm,
) -> Response {
    declare_by(&caller, (&slug, &case), &path::case_evidence(&slug, &case), &form.0).await
}

/// Declares the file that a script names; `base` is the address under which its parts come in.
pub async fn declare_by(caller: &Caller, (slug, case): (&str, &str), base: &str, form: &[u8]) -> Response {
    let field = |name: &str| {
        let mut pairs = form_urlencoded::parse(form);
        pairs.find(|(own, _)| own == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    // Who may not, is told nothing of the file.
    if let Err(error) = writer(caller, slug, case).await {
        return wrong(caller, &error);
    }
    // A number that is none is too large for sure.
    let size = field("size").parse().unwrap_or(FILE_BYTES_MAX + 1);
    let done = match FileName::parse(&field("name")) {
        Ok(name) => declare(caller, slug, case, (&name, size)).await,
        Err(fault) => Err(faulty(fault, caller.lang)),
    };
    match done {
        Ok(id) => {
            let to = path::evidence_upload(base, &id.to_string());
            told(StatusCode::CREATED, json!({ "id": id, "to": to, "received": 0 }))
        }
        Err(error) => wrong(caller, &error),
    }
}

async fn listed(
    Extension(caller): Extension<Caller>,
    Path((slug, case)): Path<(String, String)>,
) -> Response {
    let of = |one: &Waiting| {
        json!({
            "id": one.id, "name": one.name, "size": one.size, "received": one.received,
            "state": one.state, "to": one.to,
        })
    };
    match waiting(&caller, &slug, &case).await {
        Ok(waiting) => told(StatusCode::OK, json!({ "waiting": waiting.iter().map(of).collect::<Vec<_>>() })),
        Err(error) => wrong(&caller, &error),
    }
}

async fn state(Extension(caller): Extension<Caller>, Path((slug, case, id)): Path<Address>) -> Response {
    state_by(&caller, (&slug, &case, &id)).await
}

/// How far a file came.
pub async fn state_by(caller: &Caller, (slug, case, id): (&str, &str, &str)) -> Response {
    match upload(caller, slug, case, id).await {
        Ok(asked) => {
            told(StatusCode::OK, json!({ "received": asked.upload.received, "size": asked.upload.size }))
        }
        Err(error) => wrong(caller, &error),
    }
}

/// Where a part begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct At {
    pub at: Option<u64>,
}

async fn part(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    Path((slug, case, id)): Path<Address>,
    Query(at): Query<At>,
    body: Body,
) -> Response {
    part_by(&site, &caller, (&slug, &case, &id), (&at, body)).await
}

/// Takes the next part of a file in.
pub async fn part_by(
    site: &Site,
    caller: &Caller,
    (slug, case, id): (&str, &str, &str),
    (At { at }, body): (&At, Body),
) -> Response {
    let asked = match upload(caller, slug, case, id).await {
        Ok(asked) => asked,
        Err(error) => return wrong(caller, &error),
    };
    let received = asked.upload.received;
    if *at != Some(received) || asked.upload.evidence.is_some() {
        let message = words::not_next(caller.lang);
        return told(StatusCode::CONFLICT, json!({ "received": received, "message": message }));
    }
    // One that breaks off is forgotten: the file stands where it stood.
    let invalid = |words: &str| wrong(caller, &AppError::Invalid(words.to_owned()));
    let Ok(bytes) = to_bytes(body, PART_BYTES_MAX).await else {
        return invalid(words::wrong_part(caller.lang));
    };
    let end = received + bytes.len() as u64;
    let is_last = end == asked.upload.size;
    if bytes.is_empty() || end > asked.upload.size || bytes.len() < PART_BYTES_MIN && !is_last {
        return invalid(words::wrong_part(caller.lang));
    }
    match take(site, caller, (slug, case), &asked, received, &bytes).await {
        Ok(received) => told(StatusCode::OK, json!({ "received": received })),
        Err(AppError::Conflict) => match upload(caller, slug, case, id).await {
            Ok(now) => {
                let message = words::not_next(caller.lang);
                told(StatusCode::CONFLICT, json!({ "received": now.upload.received, "message": message }))
            }
            Err(error) => wrong(caller, &error),
        },
        Err(error) => wrong(caller, &error),
    }
}

/// Lays a part down and writes that it is there; answers how far the file came. What its first bytes give away is said at
/// once, and the file given up.
pub async fn take(
    site: &Site,
    caller: &Caller,
    (slug, case): (&str, &str),
    asked: &Asked,
    start: u64,
    bytes: &[u8],
) -> Result<u64, AppError> {
    let Asked { bureau, upload, .. } = asked;
    if start == 0
        && let Err(fault) = judge_head(&upload.name, bytes)
    {
        cancel(caller, slug, case, upload.id).await?;
        return Err(faulty(fault, caller.lang));
    }
    let size = bytes.len() as u64;
    let object = site.evidence.put_part(*bureau, upload.id, bytes).await;
    let object = object.map_err(|error| down(caller, &error))?;
    let written = async {
        let (store, _) = writer(caller, slug, case).await?;
        match store.part_received(upload, start, size, object).await {
            Ok(()) => store.commit().await.map_err(|error| caller.redact(error)),
            // No fault of the machine: nothing for its log.
            Err(Error::Conflict) => Err(AppError::Conflict),
            Err(error) => Err(caller.redact(error)),
        }
    };
    if let Err(error) = written.await {
        if let Err(error) = site.evidence.drop_part(*bureau, upload.id, object).await {
            tracing::warn!(%error, "a part that does not count is left to the sweep");
        }
        return Err(error);
    }
    Ok(start + size)
}

async fn gives_up(caller: &Caller, (slug, case, id): (&str, &str, &str)) -> Result<(), AppError> {
    let asked = upload(caller, slug, case, id).await?;
    cancel(caller, slug, case, asked.upload.id).await
}

async fn dropped(Extension(caller): Extension<Caller>, Path((slug, case, id)): Path<Address>) -> Response {
    drop_by(&caller, (&slug, &case, &id)).await
}

/// Gives a file up for a script.
pub async fn drop_by(caller: &Caller, address: (&str, &str, &str)) -> Response {
    match gives_up(caller, address).await {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(error) => wrong(caller, &error),
    }
}

async fn cancelled(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case, id)): Path<Address>,
) -> Response {
    let list = path::case_evidence(&slug, &case);
    match gives_up(&caller, (&slug, &case, &id)).await {
        Ok(()) => see_other(&format!("{list}?done=cancelled")),
        Err(AppError::SignIn) => see_other(&path::sign_in_then(&list)),
        Err(error) => refused(&caller, uri.path(), &error),
    }
}
