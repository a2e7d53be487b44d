//! Files of the register: a ledger in, the marked workbook, the export and the template out. Plain routes, the
//! same with and without JavaScript.

use super::Site;
use super::answer::{page, see_other};
use super::layer::BODY_BYTES_MAX;
use crate::exchange::{self, Comparison, ExportRow, Ledger, mark, read_ledger};
use app::caller::Caller;
use app::error::AppError;
use app::establishment::report::{ImportReport, WRONG_SHOWN_MAX, WrongLine};
use app::establishment::{filter_of, industry_name};
use app::path;
use axum::body::{Body, HttpBody};
use axum::extract::multipart::MultipartError;
use axum::extract::{Extension, Multipart, Path, Query, RawForm, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use domain::Lang;
use domain::establishment::{Industries, Unreadable};
use domain::id::ImportId;
use domain::role::Power;
use http::{StatusCode, header};
use std::collections::BTreeMap;
use store::{BureauStore, Undone};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Establishments that are read from the register at a time for an export.
const EXPORT_AT_ONCE: u64 = 1_000;
/// Establishments of one export; more wants a filter.
const EXPORT_MAX: usize = 100_000;
/// Longest name of a file that is kept, in characters.
const FILE_NAME_MAX: usize = 120;

/// A page for an error, or the way to sign-in.
fn refused(lang: Lang, error: &AppError, back: &str) -> Response {
    match error {
        AppError::SignIn => see_other(&path::sign_in_then(back)),
        error => page(lang, error),
    }
}

fn down(error: &impl std::fmt::Display, caller: &Caller) -> AppError {
    tracing::error!(%error, trace = caller.asker.trace, "a workbook could not be written");
    AppError::Down { trace: caller.asker.trace.clone() }
}

fn industries() -> Industries {
    Industries::of(store::catalogue::in_use())
}

/// Reads on a thread of its own: a large workbook takes seconds.
async fn read(bytes: Vec<u8>, name: String, today: domain::Day) -> (Vec<u8>, Result<Ledger, Unreadable>) {
    let work = tokio::task::spawn_blocking(move || {
        let ledger = read_ledger(&bytes, &name, &industries(), today);
        (bytes, ledger)
    });
    work.await.unwrap_or((Vec::new(), Err(Unreadable::Broken)))
}

/// The route of uploading.
pub fn upload_route() -> MethodRouter<Site> {
    post(upload)
}

async fn upload(
    Extension(caller): Extension<Caller>,
    Path(slug): Path<String>,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Response {
    let own = path::establishments_import(&slug);
    // Who may not, sends nothing: the body is read after that.
    if let Err(error) = caller.bureau_for(&slug, Power::EditEstablishments).await {
        return refused(caller.lang, &error, &own);
    }
    let again = |problem: &str| see_other(&format!("{own}?problem={problem}"));
    let Ok(mut form) = form else { return again("missing") };
    let mut file = None;
    loop {
        match form.next_field().await {
            Ok(Some(field)) if field.name() == Some("file") => {
                let name: String =
                    field.file_name().unwrap_or_default().chars().take(FILE_NAME_MAX).collect();
                match field.bytes().await {
                    Ok(bytes) => file = Some((name.replace(char::is_control, ""), bytes.to_vec())),
                    Err(error) => return again(unsent(&error).code()),
                }
            }
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(error) => return again(unsent(&error).code()),
        }
    }
    let Some((name, bytes)) = file.filter(|(name, bytes)| !(name.is_empty() && bytes.is_empty())) else {
        return again("missing");
    };
    let (bytes, ledger) = read(bytes, name.clone(), caller.today()).await;
    match ledger {
        Err(reason) => again(reason.code()),
        Ok(ledger) => match stage(&caller, &slug, &name, &bytes, ledger).await {
            Ok(id) => see_other(&path::establishments_import_found(&slug, &id.to_string())),
            Err(error) => refused(caller.lang, &error, &own),
        },
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
    let slug = sent_to.and_then(|path| path.strip_suffix("/establishments/import")).map(str::to_owned);
    let length =
        request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    match slug {
        Some(slug) if length.is_some_and(|length: usize| length > BODY_BYTES_MAX) => {
            throw_away(request.into_body()).await;
            let own = path::establishments_import(&slug);
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

async fn stage(
    caller: &Caller,
    slug: &str,
    name: &str,
    bytes: &[u8],
    mut ledger: Ledger,
) -> Result<ImportId, AppError> {
    let redact = |error| caller.redact(error);
    // Compared in a reading transaction, so that nobody waits for it.
    let reading = caller.bureau_for(slug, Power::EditEstablishments).await?;
    let found = exchange::import(&reading, &mut ledger, None).await.map_err(redact)?;
    drop(reading);
    let bureau = caller.bureau_to_write(slug, Power::EditEstablishments).await?;
    let report = report_text(&ledger, &found);
    let id = bureau.stage_import(name, bytes, &report).await.map_err(redact)?;
    bureau.commit().await.map_err(redact)?;
    Ok(id)
}

fn report_text(ledger: &Ledger, found: &Comparison) -> String {
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
        is_old_format: ledger.is_old_format(),
        undone: None,
    };
    serde_json::to_string(&report).unwrap_or_default()
}

/// The route of putting an uploaded ledger into the register.
pub fn apply_route() -> MethodRouter<Site> {
    post(apply)
}

async fn apply(
    Extension(caller): Extension<Caller>,
    Path((slug, id)): Path<(String, String)>,
    form: RawForm,
) -> Response {
    let all = form_urlencoded::parse(&form.0).take(10).any(|(name, value)| name == "rows" && value == "all");
    let own = path::establishments_import_found(&slug, &id);
    match apply_staged(&caller, &slug, &id, all).await {
        Ok(()) => see_other(&own),
        Err(error) => refused(caller.lang, &error, &own),
    }
}

async fn apply_staged(caller: &Caller, slug: &str, id: &str, all: bool) -> Result<(), AppError> {
    let redact = |error| caller.redact(error);
    let id = parsed(caller, id)?;
    let (name, bytes) = staged(caller, slug, id).await?;
    let (_, ledger) = read(bytes, name, caller.today()).await;
    let Ok(mut ledger) = ledger else { return Err(AppError::Conflict) };
    let bureau = caller.bureau_to_write(slug, Power::EditEstablishments).await?;
    if bureau.staged_import(id).await.map_err(redact)?.applied {
        return Ok(());
    }
    let found = exchange::import(&bureau, &mut ledger, Some(id)).await.map_err(redact)?;
    if all && found.counts.wrong > 0 {
        // The page itself says why; dropping the transaction leaves the register as it was.
        return Ok(());
    }
    let report = report_text(&ledger, &found);
    bureau.close_import(id, found.counts, &report).await.map_err(redact)?;
    bureau.commit().await.map_err(redact)
}

/// The route of undoing an applied import.
pub fn undo_route() -> MethodRouter<Site> {
    post(undo)
}

async fn undo(Extension(caller): Extension<Caller>, Path((slug, id)): Path<(String, String)>) -> Response {
    let own = path::establishments_import_found(&slug, &id);
    let work = async {
        let id = parsed(&caller, &id)?;
        let bureau = caller.bureau_to_write(&slug, Power::EditEstablishments).await?;
        let redact = |error| caller.redact(error);
        bureau.undo_import(id, with_undone).await.map_err(redact)?;
        bureau.commit().await.map_err(redact)
    };
    match work.await {
        // Sent twice, it is undone already: the page says so.
        Ok(()) | Err(AppError::Conflict) => see_other(&own),
        Err(error) => refused(caller.lang, &error, &own),
    }
}

fn with_undone(report: &str, undone: &Undone) -> String {
    let mut report: ImportReport = serde_json::from_str(report).unwrap_or_default();
    report.undone = Some(undone.clone());
    serde_json::to_string(&report).unwrap_or_default()
}

fn parsed(caller: &Caller, id: &str) -> Result<ImportId, AppError> {
    id.parse().map_err(|_| caller.refuse(AppError::NotFound))
}

async fn staged(caller: &Caller, slug: &str, id: ImportId) -> Result<(String, Vec<u8>), AppError> {
    let redact = |error| caller.redact(error);
    let bureau: BureauStore = caller.bureau_for(slug, Power::EditEstablishments).await?;
    let staged = bureau.staged_import(id).await.map_err(redact)?;
    Ok((staged.file_name, bureau.staged_bytes(id).await.map_err(redact)?))
}

/// The route of the marked workbook.
pub fn marked_route() -> MethodRouter<Site> {
    get(marked)
}

async fn marked(Extension(caller): Extension<Caller>, Path((slug, id)): Path<(String, String)>) -> Response {
    let answer = async {
        let id = parsed(&caller, &id)?;
        let (name, bytes) = staged(&caller, &slug, id).await?;
        let (bytes, ledger) = read(bytes, name.clone(), caller.today()).await;
        let mut ledger = ledger.map_err(|error| down(&error, &caller))?;
        let bureau = caller.bureau_for(&slug, Power::EditEstablishments).await?;
        exchange::import(&bureau, &mut ledger, None).await.map_err(|error| caller.redact(error))?;
        let book = mark(&bytes, &name, &ledger, caller.lang).map_err(|error| down(&error, &caller))?;
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        Ok((format!("{stem}-{}.xlsx", caller.lang.pick("标红", "marked")), book))
    };
    file(&caller, answer.await, &path::establishments_import_found(&slug, &id))
}

/// The route of the export.
pub fn export_route() -> MethodRouter<Site> {
    get(export)
}

async fn export(
    Extension(caller): Extension<Caller>,
    Path(slug): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let answer = async {
        let bureau = caller.bureau_for(&slug, Power::EditEstablishments).await?;
        let filter = query.into_iter().filter_map(|(name, value)| {
            let name = name.strip_prefix("form[")?.strip_suffix(']')?.to_owned();
            Some((name, value))
        });
        let mut filter = filter_of(&filter.collect());
        let mut records = Vec::new();
        loop {
            let found = bureau.establishment_records(&filter, EXPORT_AT_ONCE).await;
            let found = found.map_err(|error| caller.redact(error))?;
            let is_last = (found.len() as u64) < EXPORT_AT_ONCE;
            filter.after = found.last().map(|record| record.id);
            records.extend(found);
            if is_last || records.len() >= EXPORT_MAX {
                break;
            }
        }
        let lang = caller.lang;
        let rows = records
            .iter()
            .map(|record| ExportRow { establishment: &record.establishment, phones: &record.phone });
        let book = exchange::export(rows, &|word| industry_name(word, lang), lang);
        let book = book.map_err(|error| down(&error, &caller))?;
        Ok((format!("{}-{slug}-{}.xlsx", lang.pick("经营主体台账", "establishments"), caller.today()), book))
    };
    file(&caller, answer.await, &path::establishments(&slug))
}

/// The route of the empty ledger.
pub fn template_route() -> MethodRouter<Site> {
    get(template)
}

async fn template(Extension(caller): Extension<Caller>, Path(slug): Path<String>) -> Response {
    let answer = async {
        caller.bureau_for(&slug, Power::EditEstablishments).await?;
        let catalogue = store::catalogue::in_use();
        let industries: Vec<String> = catalogue.industries.iter().map(|one| one.name.zh.clone()).collect();
        let kinds = catalogue.industries.iter().flat_map(|one| &one.licence_kinds);
        let kinds: Vec<String> = kinds.map(|kind| kind.name.zh.clone()).collect();
        let book = exchange::template(&industries, &kinds, caller.lang);
        let book = book.map_err(|error| down(&error, &caller))?;
        Ok((format!("{}.xlsx", caller.lang.pick("经营主体台账模板", "ledger-template")), book))
    };
    file(&caller, answer.await, &path::establishments_import(&slug))
}

/// A workbook to be saved, under a name in any script (RFC 6266).
fn file(caller: &Caller, book: Result<(String, Vec<u8>), AppError>, back: &str) -> Response {
    match book {
        Err(error) => refused(caller.lang, &error, back),
        Ok((name, bytes)) => {
            let disposition = format!("attachment; filename*=UTF-8''{}", path::encode(&name));
            let headers =
                [(header::CONTENT_TYPE, XLSX.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
            (headers, bytes).into_response()
        }
    }
}
