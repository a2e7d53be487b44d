//! Workbooks that go out: the marked ledger, the export, the template.

use super::{down, noun_of, parsed, read, refused, staged};
use crate::exchange::{self, ExportRow, Imported, PaperCases, Payments, Register, Roll, mark};
use crate::web::Site;
use crate::web::query::Query;
use app::caller::Caller;
use app::error::AppError;
use app::establishment::{filter_of, industry_name};
use app::path;
use axum::extract::{Extension, Path};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use domain::ledger::LedgerNoun;
use domain::role::Power;
use http::header;
use std::collections::BTreeMap;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Establishments that are read from the register at a time for an export.
const EXPORT_AT_ONCE: u64 = 1_000;
/// Establishments of one export; more wants a filter.
const EXPORT_MAX: usize = 100_000;

/// The route of the marked workbook.
pub fn marked_route() -> MethodRouter<Site> {
    get(marked)
}

async fn marked(
    Extension(caller): Extension<Caller>,
    Path((slug, noun, id)): Path<(String, String, String)>,
) -> Response {
    let answer = async {
        match noun_of(&caller, &noun)? {
            LedgerNoun::Establishments => marked_book::<Register>(&caller, &slug, &id).await,
            LedgerNoun::Trainees => marked_book::<Roll>(&caller, &slug, &id).await,
            LedgerNoun::Cases => marked_book::<PaperCases>(&caller, &slug, &id).await,
            LedgerNoun::Payments => marked_book::<Payments>(&caller, &slug, &id).await,
        }
    };
    file(&caller, answer.await, &format!("/{slug}/{noun}/import/{id}"))
}

async fn marked_book<N: Imported>(
    caller: &Caller,
    slug: &str,
    id: &str,
) -> Result<(String, Vec<u8>), AppError> {
    let id = parsed(caller, id)?;
    let (name, bytes) = staged(caller, slug, N::NOUN, id).await?;
    let (bytes, ledger) = read::<N>(bytes, name.clone(), caller.today()).await;
    let mut ledger = ledger.map_err(|error| down(&error, caller))?;
    let bureau = caller.bureau_for(slug, N::NOUN.power()).await?;
    N::import(&bureau, &mut ledger, None).await.map_err(|error| caller.redact(error))?;
    let book = mark(&bytes, &name, &ledger, caller.lang).map_err(|error| down(&error, caller))?;
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    Ok((format!("{stem}-{}.xlsx", caller.lang.pick("标红", "marked")), book))
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
        filter.search = app::find::said(&caller, &bureau, &filter.search).await?;
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

async fn template(
    Extension(caller): Extension<Caller>,
    Path((slug, noun)): Path<(String, String)>,
) -> Response {
    let answer = async {
        let noun = noun_of(&caller, &noun)?;
        caller.bureau_for(&slug, noun.power()).await?;
        let book = match noun {
            LedgerNoun::Establishments => Register::template(caller.lang),
            LedgerNoun::Trainees => Roll::template(caller.lang),
            LedgerNoun::Cases => PaperCases::template(caller.lang),
            LedgerNoun::Payments => Payments::template(caller.lang),
        };
        let (name, book) = book.map_err(|error| down(&error, &caller))?;
        Ok((format!("{name}.xlsx"), book))
    };
    file(&caller, answer.await, &format!("/{slug}/{noun}/import"))
}

/// A workbook to be saved, under a name in any script (RFC 6266).
pub(in crate::web) fn file(
    caller: &Caller,
    book: Result<(String, Vec<u8>), AppError>,
    back: &str,
) -> Response {
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
