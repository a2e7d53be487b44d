//! Files of the register: a ledger in, the marked workbook, the export and the template out. Plain routes, the
//! same with and without JavaScript.

mod apply;
mod download;
mod upload;

pub use apply::{apply_route, undo_route};
pub use download::{export_route, marked_route, template_route};
pub use upload::{too_large, upload_route};

use super::answer::{page, see_other};
use crate::exchange::{EstablishmentLedger, read_ledger};
use app::caller::Caller;
use app::error::AppError;
use app::path;
use axum::response::Response;
use domain::Lang;
use domain::establishment::{Industries, RegisterJudge};
use domain::id::ImportId;
use domain::ledger::{LedgerNoun, Unreadable};
use domain::role::Power;
use store::BureauStore;

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
async fn read(
    bytes: Vec<u8>,
    name: String,
    today: domain::Day,
) -> (Vec<u8>, Result<EstablishmentLedger, Unreadable>) {
    let work = tokio::task::spawn_blocking(move || {
        let ledger = read_ledger(&bytes, &name, RegisterJudge::new(&industries(), today));
        (bytes, ledger)
    });
    work.await.unwrap_or((Vec::new(), Err(Unreadable::Broken)))
}

fn parsed(caller: &Caller, id: &str) -> Result<ImportId, AppError> {
    id.parse().map_err(|_| caller.refuse(AppError::NotFound))
}

async fn staged(caller: &Caller, slug: &str, id: ImportId) -> Result<(String, Vec<u8>), AppError> {
    let redact = |error| caller.redact(error);
    let bureau: BureauStore = caller.bureau_for(slug, Power::EditEstablishments).await?;
    let staged = bureau.staged_import(LedgerNoun::Establishments, id).await.map_err(redact)?;
    Ok((staged.file_name, bureau.staged_bytes(id).await.map_err(redact)?))
}
