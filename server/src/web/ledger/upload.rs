//! A ledger comes in: read, compared, staged with the report of what was found.

use super::{noun_of, read, refused};
use crate::exchange::{Comparison, Imported, LedgerOfNoun, PaperCases, Payments, Register, Roll};
use crate::web::Site;
use crate::web::answer::see_other;
use crate::web::layer::BODY_BYTES_MAX;
use app::caller::Caller;
use app::error::AppError;
use app::import::report::{DaysNotice, ImportReport, WRONG_SHOWN_MAX, WrongLine};
use app::path;
use axum::body::{Body, HttpBody};
use axum::extract::multipart::MultipartError;
use axum::extract::{Extension, Multipart, Path, Request};
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use domain::id::ImportId;
use domain::ledger::{LedgerNoun, Unreadable};
use http::{StatusCode, header};

/// Longest name of a file that is kept, in characters.
const FILE_NAME_MAX: usize = 120;

/// The route of uploading.
pub fn upload_route() -> MethodRouter<Site> {
    post(upload)
}

async fn upload(
    Extension(caller): Extension<Caller>,
    Path((slug, noun)): Path<(String, String)>,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Response {
    let noun = match noun_of(&caller, &noun) {
        Ok(noun) => noun,
        Err(error) => return refused(caller.lang, &error, &path::home()),
    };
    let own = path::import(&slug, noun);
    // Who may not, sends nothing: the body is read after that.
    if let Err(error) = caller.bureau_for(&slug, noun.power()).await {
        return refused(caller.lang, &error, &own);
    }
    let file = match received(form).await {
        Ok(file) => file,
        Err(problem) => return see_other(&format!("{own}?problem={problem}")),
    };
    let staged = match noun {
        LedgerNoun::Establishments => take::<Register>(&caller, &slug, file).await,
        LedgerNoun::Trainees => take::<Roll>(&caller, &slug, file).await,
        LedgerNoun::Cases => take::<PaperCases>(&caller, &slug, file).await,
        LedgerNoun::Payments => take::<Payments>(&caller, &slug, file).await,
    };
    match staged {
        Ok(Ok(id)) => see_other(&path::import_found(&slug, noun, &id.to_string())),
        Ok(Err(reason)) => see_other(&format!("{own}?problem={}", reason.code())),
        Err(error) => refused(caller.lang, &error, &own),
    }
}

/// The file's name and bytes, or the code of what went wrong.
async fn received(
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Result<(String, Vec<u8>), &'static str> {
    let mut form = form.map_err(|_| "missing")?;
    let mut file = None;
    loop {
        match form.next_field().await {
            Ok(Some(field)) if field.name() == Some("file") => {
                let name: String =
                    field.file_name().unwrap_or_default().chars().take(FILE_NAME_MAX).collect();
                let bytes = field.bytes().await.map_err(|error| unsent(&error).code())?;
                file = Some((name.replace(char::is_control, ""), bytes.to_vec()));
            }
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(error) => return Err(unsent(&error).code()),
        }
    }
    file.filter(|(name, bytes)| !(name.is_empty() && bytes.is_empty())).ok_or("missing")
}

/// Reads and stages a file, or says why it cannot be read.
pub(in crate::web) async fn take<N: Imported>(
    caller: &Caller,
    slug: &str,
    (name, bytes): (String, Vec<u8>),
) -> Result<Result<ImportId, Unreadable>, AppError> {
    match read::<N>(bytes, name.clone(), caller.today()).await {
        (_, Err(reason)) => Ok(Err(reason)),
        (bytes, Ok(ledger)) => stage::<N>(caller, slug, &name, &bytes, ledger).await.map(Ok),
    }
}

/// Why an upload broke off.
fn unsent(error: &MultipartError) -> Unreadable {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Unreadable::TooLarge } else { Unreadable::Broken }
}

/// A ledger over the limit never reaches its route: back to the page it came from, which says why. The browser
/// reads the answer only when it could send all of it, so it is received and thrown away.
pub async fn too_large(request: Request, next: Next) -> Response {
    let sent_to = request.uri().path().strip_prefix("/_/files/");
    let sent_to = sent_to.and_then(|path| path.strip_suffix("/import")?.split_once('/'));
    let own = sent_to.and_then(|(slug, noun)| Some(path::import(slug, LedgerNoun::from_word(noun)?)));
    let length =
        request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    match own {
        Some(own) if length.is_some_and(|length: usize| length > BODY_BYTES_MAX) => {
            throw_away(request.into_body()).await;
            see_other(&format!("{own}?problem={}", Unreadable::TooLarge.code()))
        }
        _ => next.run(request).await,
    }
}

/// Receives at most four times what may come in.
async fn throw_away(mut body: Body) {
    let mut received = 0;
    while received < 4 * BODY_BYTES_MAX {
        let frame = std::future::poll_fn(|context| std::pin::Pin::new(&mut body).poll_frame(context)).await;
        let Some(Ok(frame)) = frame else { return };
        received += frame.data_ref().map_or(0, |bytes| bytes.len());
    }
}

async fn stage<N: Imported>(
    caller: &Caller,
    slug: &str,
    name: &str,
    bytes: &[u8],
    mut ledger: LedgerOfNoun<N>,
) -> Result<ImportId, AppError> {
    let redact = |error| caller.redact(error);
    let notices = N::notices(&ledger);
    // Compared in a reading transaction, so that nobody waits for it.
    let reading = caller.bureau_for(slug, N::NOUN.power()).await?;
    let found = N::import(&reading, &mut ledger, None).await.map_err(redact)?;
    drop(reading);
    let bureau = caller.bureau_to_write(slug, N::NOUN.power()).await?;
    let report = report_text::<N>(&ledger, notices, &found);
    let id = bureau.stage_import(N::NOUN, name, bytes, &report).await.map_err(redact)?;
    bureau.commit().await.map_err(redact)?;
    Ok(id)
}

pub(super) fn report_text<N: Imported>(
    ledger: &LedgerOfNoun<N>,
    notices: Vec<DaysNotice>,
    found: &Comparison<N::Column>,
) -> String {
    let name = |sheet: usize| ledger.sheets.get(sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
    let wrong = ledger.wrong().take(WRONG_SHOWN_MAX).map(|(place, faults)| WrongLine {
        sheet: name(place.sheet),
        row: place.row,
        reasons: faults.iter().map(|fault| (fault.column, fault.error.clone())).collect(),
    });
    let left = ledger.sheets.iter().filter(|sheet| sheet.found.is_none());
    let report = ImportReport {
        rows: found.counts.rows,
        wrong: found.counts.wrong,
        new: found.counts.new,
        changed: found.counts.changed,
        same: found.counts.same,
        blank: ledger.skipped.blank,
        totals: ledger.skipped.totals,
        notes: ledger.skipped.notes,
        headers: ledger.skipped.headers,
        sheets_left: left.map(|sheet| sheet.name.clone()).collect(),
        differences: found.differences.iter().map(|one| (one.name.clone(), one.change.clone())).collect(),
        wrong_rows: wrong.collect(),
        findings: found.findings.clone(),
        notices,
        is_old_format: ledger.is_old_format(),
        undone: None,
    };
    serde_json::to_string(&report).unwrap_or_default()
}
