//! A staged ledger goes into the database, and comes out of it again.

use super::upload::report_text;
use super::{noun_of, parsed, read, refused, staged};
use crate::exchange::{Imported, PaperCases, Payments, Register, Roll};
use crate::web::Site;
use crate::web::answer::see_other;
use app::caller::Caller;
use app::error::AppError;
use app::path;
use axum::extract::{Extension, Path, RawForm};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use domain::ledger::LedgerNoun;
use serde_json::Value;
use store::Undone;

/// The route of putting an uploaded ledger into the database.
pub fn apply_route() -> MethodRouter<Site> {
    post(apply)
}

async fn apply(
    Extension(caller): Extension<Caller>,
    Path((slug, noun, id)): Path<(String, String, String)>,
    form: RawForm,
) -> Response {
    let all = form_urlencoded::parse(&form.0).take(10).any(|(name, value)| name == "rows" && value == "all");
    let noun = match noun_of(&caller, &noun) {
        Ok(noun) => noun,
        Err(error) => return refused(caller.lang, &error, &path::home()),
    };
    let own = path::import_found(&slug, noun, &id);
    let applied = match noun {
        LedgerNoun::Establishments => apply_staged::<Register>(&caller, &slug, &id, all).await,
        LedgerNoun::Trainees => apply_staged::<Roll>(&caller, &slug, &id, all).await,
        LedgerNoun::Cases => apply_staged::<PaperCases>(&caller, &slug, &id, all).await,
        LedgerNoun::Payments => apply_staged::<Payments>(&caller, &slug, &id, all).await,
    };
    match applied {
        Ok(()) => see_other(&own),
        Err(error) => refused(caller.lang, &error, &own),
    }
}

async fn apply_staged<N: Imported>(caller: &Caller, slug: &str, id: &str, all: bool) -> Result<(), AppError> {
    let redact = |error| caller.redact(error);
    let id = parsed(caller, id)?;
    // Who only prepares is told so before anything is read.
    drop(caller.bureau_for(slug, N::NOUN.power_to_apply()).await?);
    let (name, bytes) = staged(caller, slug, N::NOUN, id).await?;
    let (_, ledger) = read::<N>(bytes, name, caller.today()).await;
    let Ok(mut ledger) = ledger else { return Err(AppError::Conflict) };
    let notices = N::notices(&ledger);
    let bureau = caller.bureau_to_write(slug, N::NOUN.power_to_apply()).await?;
    let before = bureau.staged_import(N::NOUN, id).await.map_err(redact)?;
    if before.applied || before.undone {
        return Ok(());
    }
    let found = N::import(&bureau, &mut ledger, Some(id)).await.map_err(redact)?;
    if all && found.counts.wrong > 0 {
        // The page itself says why; dropping the transaction leaves everything as it was.
        return Ok(());
    }
    let report = report_text::<N>(&ledger, notices, &found);
    bureau.close_import(N::NOUN, id, found.counts, &report).await.map_err(redact)?;
    bureau.commit().await.map_err(redact)
}

/// The route of undoing an applied import.
pub fn undo_route() -> MethodRouter<Site> {
    post(undo)
}

async fn undo(
    Extension(caller): Extension<Caller>,
    Path((slug, noun, id)): Path<(String, String, String)>,
) -> Response {
    let noun = match noun_of(&caller, &noun) {
        Ok(noun) => noun,
        Err(error) => return refused(caller.lang, &error, &path::home()),
    };
    let own = path::import_found(&slug, noun, &id);
    let work = async {
        let id = parsed(&caller, &id)?;
        let bureau = caller.bureau_to_write(&slug, noun.power_to_apply()).await?;
        let redact = |error| caller.redact(error);
        bureau.undo_import(noun, id, with_undone).await.map_err(redact)?;
        bureau.commit().await.map_err(redact)
    };
    match work.await {
        // Sent twice, it is undone already: the page says so.
        Ok(()) | Err(AppError::Conflict) => see_other(&own),
        Err(error) => refused(caller.lang, &error, &own),
    }
}

/// The report of an import, of whatever columns, with what undoing it did.
fn with_undone(report: &str, undone: &Undone) -> String {
    let mut report: Value = serde_json::from_str(report).unwrap_or_default();
    if !report.is_object() {
        report = Value::Object(serde_json::Map::new());
    }
    report["undone"] = serde_json::to_value(undone).unwrap_or_default();
    report.to_string()
}
