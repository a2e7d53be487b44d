//! A year's lines or its file come in: kept, and checked on the page that shows them. A plain route, the same with and
//! without JavaScript.

use super::Site;
use super::answer::{page, see_other};
use app::administration;
use app::caller::Caller;
use app::error::AppError;
use app::form::Typed;
use app::path;
use axum::extract::multipart::{Field, MultipartError, MultipartRejection};
use axum::extract::{Extension, Multipart, Path};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use domain::role::Power;

/// Bytes of a field that are kept: more than a year's lines can have, so that the page can say that it is too much.
const BYTES_KEPT: usize = 128 << 10;
/// Fields of one form that are read.
const FIELDS_MAX: usize = 20;

/// The route of a year's lines.
pub fn year_route() -> MethodRouter<Site> {
    post(year)
}

async fn year(
    Extension(caller): Extension<Caller>,
    Path((slug, year)): Path<(String, String)>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    // Who may not, sends nothing: the body is read after that.
    let outcome = match caller.bureau_for(&slug, Power::AdministerCity).await {
        Ok(_) => match received(form).await {
            Some((typed, file)) => administration::check_calendar(&caller, &slug, &year, typed, file).await,
            None => Err(caller.refuse(AppError::Invalid(String::new()))),
        },
        Err(error) => Err(error),
    };
    match outcome {
        Ok(to) => see_other(&to),
        Err(AppError::SignIn) => see_other(&path::sign_in_then(&path::calendar(&slug))),
        Err(error) => page(caller.lang, &error),
    }
}

/// What was typed, and the bytes of the file where one was chosen; none when the body broke off.
async fn received(form: Result<Multipart, MultipartRejection>) -> Option<(Typed, Option<Vec<u8>>)> {
    let mut form = form.ok()?;
    let (mut typed, mut file) = (Typed::new(), None);
    for _ in 0..FIELDS_MAX {
        let Some(field) = form.next_field().await.ok()? else { break };
        let name = field.name().and_then(|name| name.strip_prefix("form[")?.strip_suffix(']'));
        let Some(name) = name.map(str::to_owned) else { continue };
        let bytes = bounded(field).await.ok()?;
        if name == "file" {
            file = Some(bytes).filter(|bytes| !bytes.is_empty());
        } else {
            typed.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Some((typed, file))
}

/// The first bytes of a field; the rest is received and thrown away, because the browser reads no answer before.
async fn bounded(mut field: Field<'_>) -> Result<Vec<u8>, MultipartError> {
    let mut kept = Vec::new();
    while let Some(chunk) = field.chunk().await? {
        let room = BYTES_KEPT - kept.len();
        kept.extend(chunk.iter().take(room));
    }
    Ok(kept)
}
