//! The plain form: the sheet, files that wait and new files together. Files are laid down while they come in, never held.

use super::field::Again;
use super::finish::{Finished, finish};
use super::list::drawn;
use super::{part, refused, shown};
use crate::web::Site;
use crate::web::answer::{page, see_other};
use app::caller::Caller;
use app::error::AppError;
use app::evidence::{Asked, cancel, declare, evidence, sheet, upload, words, writer};
use app::form::Typed;
use app::path;
use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartRejection};
use axum::extract::{Extension, Multipart, OriginalUri, Path, State};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use domain::file::{FILE_BYTES_MAX, FileFault, FileName, PART_BYTES_MAX, SheetFault, WAITING_MAX};
use http::StatusCode;

/// The longest field that is typed, in bytes.
const TYPED_BYTES_MAX: usize = 4 << 10;
/// Fields of one form.
const FIELDS_MAX: usize = 400;

/// The route of the form.
pub fn form_route() -> MethodRouter<Site> {
    post(form)
}

/// What a form brought.
#[derive(Debug, Default)]
pub struct Brought {
    typed: Typed,
    /// Files that are here, old and new.
    pub uploads: Vec<String>,
    /// What is wrong with files, in words.
    pub problems: Vec<String>,
}

type Address<'a> = (&'a str, &'a str);

async fn form(
    State(site): State<Site>,
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path((slug, case)): Path<(String, String)>,
    form: Result<Multipart, MultipartRejection>,
) -> Response {
    // Who may not, sends nothing: the body is read after that.
    if let Err(error) = writer(&caller, &slug, &case).await {
        return refused(&caller, uri.path(), &error);
    }
    let mut brought = Brought::default();
    match form {
        Ok(form) => {
            if let Err(error) = receive(&site, &caller, (&slug, &case), form, &mut brought).await {
                return refused(&caller, uri.path(), &error);
            }
        }
        Err(_) => brought.problems.push(words::broken_off(caller.lang).to_owned()),
    }
    match enter(&site, &caller, (&slug, &case), &mut brought).await {
        Ok(faults) if faults.is_empty() && brought.problems.is_empty() => {
            see_other(&format!("{}?done=added", path::case_evidence(&slug, &case)))
        }
        Ok(faults) => again(&caller, (&slug, &case), brought, &faults).await,
        Err(error) => refused(&caller, uri.path(), &error),
    }
}

/// Makes every file that is here evidence; what is wrong with the sheet, when something is: then none is.
async fn enter(
    site: &Site,
    caller: &Caller,
    (slug, case): Address<'_>,
    brought: &mut Brought,
) -> Result<Vec<SheetFault>, AppError> {
    let sheet = match sheet(caller, slug, case, &brought.typed).await? {
        Ok(sheet) => sheet,
        Err(faults) => return Ok(faults),
    };
    if brought.uploads.is_empty() && brought.problems.is_empty() {
        brought.problems.push(words::nothing(caller.lang).to_owned());
    }
    for id in std::mem::take(&mut brought.uploads) {
        match finish(site, caller, (slug, case, &id), &sheet).await {
            Ok(Finished::Evidence) => {}
            Ok(Finished::Fault(words)) => brought.problems.push(words),
            Ok(Finished::Sheet(faults)) => return Ok(faults),
            // Cancelled in another tab, or expired.
            Err(AppError::NotFound) => brought.problems.push(words::gone(caller.lang).to_owned()),
            Err(error) => return Err(error),
        }
    }
    Ok(Vec::new())
}

/// The form comes back as it was filled in; files that came in wait, ticked.
async fn again(
    caller: &Caller,
    (slug, case): Address<'_>,
    brought: Brought,
    faults: &[SheetFault],
) -> Response {
    let lang = caller.lang;
    let evidence = match evidence(caller, slug, case).await {
        Ok(evidence) => evidence,
        Err(error) => return page(lang, &error),
    };
    let fault = |fault: &SheetFault| (fault.field(), fault.message(lang));
    let again = Again {
        typed: brought.typed,
        ticked: brought.uploads,
        problems: brought
            .problems
            .into_iter()
            .map(|words| ("", words))
            .chain(faults.iter().map(fault))
            .collect(),
        done: "",
    };
    let mut response = shown(lang, words::title(lang), &drawn(&evidence, &again, lang));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}

/// Takes in what a form brings; files are laid down while they come.
pub async fn receive(
    site: &Site,
    caller: &Caller,
    address: Address<'_>,
    mut form: Multipart,
    brought: &mut Brought,
) -> Result<(), AppError> {
    for _ in 0..FIELDS_MAX {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(()),
            Err(_) => break,
        };
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            if !receive_file(site, caller, address, field, brought).await? {
                break;
            }
            continue;
        }
        let Some(value) = read_typed(field).await else { break };
        let own = name.strip_prefix("form[").and_then(|name| name.strip_suffix(']'));
        match own {
            Some("upload") if brought.uploads.len() as u64 <= WAITING_MAX => brought.uploads.push(value),
            Some(name) => drop(brought.typed.insert(name.to_owned(), value)),
            None => {}
        }
    }
    brought.problems.push(words::broken_off(caller.lang).to_owned());
    Ok(())
}

async fn read_typed(mut field: Field<'_>) -> Option<String> {
    let mut bytes = Vec::new();
    while let Some(piece) = field.chunk().await.ok()? {
        bytes.extend_from_slice(&piece);
        if bytes.len() > TYPED_BYTES_MAX {
            return None;
        }
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Takes one file in; whether the form can be read on.
async fn receive_file(
    site: &Site,
    caller: &Caller,
    address: Address<'_>,
    mut field: Field<'_>,
    brought: &mut Brought,
) -> Result<bool, AppError> {
    let told = field.file_name().unwrap_or_default().to_owned();
    let first = match field.chunk().await {
        // A form without a file sends one without a name and without a byte.
        Ok(Some(first)) if told.is_empty() && first.is_empty() => return Ok(true),
        Ok(None) if told.is_empty() => return Ok(true),
        Ok(Some(first)) => first,
        Ok(None) => Bytes::new(),
        Err(_) => return Ok(false),
    };
    let problem = match lay(site, caller, address, (&told, first), &mut field).await? {
        Laid::Here(id) => {
            brought.uploads.push(id);
            return Ok(true);
        }
        Laid::Broken => return Ok(false),
        Laid::Fault(problem) => problem,
    };
    brought.problems.push(words::of_file(&told, &problem, caller.lang));
    // What is not taken is received all the same, or the browser would not read the answer.
    loop {
        match field.chunk().await {
            Ok(Some(_)) => {}
            Ok(None) => return Ok(true),
            Err(_) => return Ok(false),
        }
    }
}

/// What became of a file of the form.
enum Laid {
    Here(String),
    Fault(String),
    Broken,
}

async fn lay(
    site: &Site,
    caller: &Caller,
    (slug, case): Address<'_>,
    (told, first): (&str, Bytes),
    field: &mut Field<'_>,
) -> Result<Laid, AppError> {
    let name = match FileName::parse(told) {
        Ok(name) => name,
        Err(fault) => return Ok(Laid::Fault(fault.message(caller.lang))),
    };
    // How large it is, nobody says beforehand.
    let id = match declare(caller, slug, case, (&name, FILE_BYTES_MAX)).await {
        Ok(id) => id.to_string(),
        Err(AppError::Refused(words)) => return Ok(Laid::Fault(words)),
        Err(error) => return Err(error),
    };
    let asked = upload(caller, slug, case, &id).await?;
    let (mut waiting, mut start) = (first.to_vec(), 0);
    loop {
        let piece = match field.chunk().await {
            Ok(piece) => piece,
            Err(_) => {
                cancel(caller, slug, case, asked.upload.id).await?;
                return Ok(Laid::Broken);
            }
        };
        let is_end = piece.is_none();
        waiting.extend_from_slice(&piece.unwrap_or_default());
        while waiting.len() >= PART_BYTES_MAX || is_end && !waiting.is_empty() {
            let rest = waiting.split_off(waiting.len().min(PART_BYTES_MAX));
            if start + waiting.len() as u64 > FILE_BYTES_MAX {
                cancel(caller, slug, case, asked.upload.id).await?;
                return Ok(Laid::Fault(FileFault::TooLarge.message(caller.lang)));
            }
            start = match part::take(site, caller, (slug, case), &asked, start, &waiting).await {
                Ok(start) => start,
                Err(AppError::Refused(words)) => return Ok(Laid::Fault(words)),
                Err(error) => return Err(error),
            };
            waiting = rest;
        }
        if is_end {
            return ended(caller, (slug, case), &asked).await;
        }
    }
}

/// The file is as long as what came in.
async fn ended(caller: &Caller, (slug, case): Address<'_>, asked: &Asked) -> Result<Laid, AppError> {
    let redact = |error| caller.redact(error);
    let (store, _) = writer(caller, slug, case).await?;
    let ended = store.end_upload(&asked.upload).await.map_err(redact)?;
    store.commit().await.map_err(redact)?;
    Ok(match ended {
        Ok(()) => Laid::Here(asked.upload.id.to_string()),
        Err(fault) => Laid::Fault(fault.message(caller.lang)),
    })
}
