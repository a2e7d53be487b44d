//! A staged ledger goes into the register, and comes out of it again.

use super::upload::report_text;
use super::{parsed, read, refused, staged};
use crate::exchange;
use crate::web::Site;
use crate::web::answer::see_other;
use app::caller::Caller;
use app::error::AppError;
use app::establishment::report::ImportReport;
use app::path;
use axum::extract::{Extension, Path, RawForm};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use domain::ledger::LedgerNoun;
use domain::role::Power;
use store::Undone;

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
    let before = bureau.staged_import(LedgerNoun::Establishments, id).await.map_err(redact)?;
    if before.applied || before.undone {
        return Ok(());
    }
    let found = exchange::import(&bureau, &mut ledger, Some(id)).await.map_err(redact)?;
    if all && found.counts.wrong > 0 {
        // The page itself says why; dropping the transaction leaves the register as it was.
        return Ok(());
    }
    let report = report_text(&ledger, &found);
    bureau.close_import(LedgerNoun::Establishments, id, found.counts, &report).await.map_err(redact)?;
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
        bureau.undo_import(LedgerNoun::Establishments, id, with_undone).await.map_err(redact)?;
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
