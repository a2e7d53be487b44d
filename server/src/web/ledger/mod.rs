//! Files of the nouns that come in by workbook: a ledger in, the marked workbook, the template and the register's export
//! out. Plain routes, the same with and without JavaScript; the noun stands in the address.

mod apply;
mod download;
mod upload;

pub use apply::{apply_route, undo_route};
pub(super) use download::file;
pub use download::{export_route, marked_route, template_route};
pub(super) use upload::take;
pub use upload::{too_large, upload_route};

use super::answer::{page, see_other};
use crate::exchange::{Imported, LedgerOfNoun, read_noun};
use app::caller::Caller;
use app::error::AppError;
use app::path;
use axum::response::Response;
use domain::Lang;
use domain::id::ImportId;
use domain::ledger::{LedgerNoun, Unreadable};
use store::BureauStore;

/// A page for an error, or the way to sign-in.
fn refused(lang: Lang, error: &AppError, back: &str) -> Response {
    match error {
        AppError::SignIn => see_other(&path::sign_in_then(back)),
        error => page(lang, error),
    }
}

pub(super) fn down(error: &impl std::fmt::Display, caller: &Caller) -> AppError {
    tracing::error!(%error, trace = caller.asker.trace, "a workbook could not be written");
    AppError::Down { trace: caller.asker.trace.clone() }
}

/// Reads on a thread of its own: a large workbook takes seconds.
async fn read<N: Imported>(
    bytes: Vec<u8>,
    name: String,
    today: domain::Day,
) -> (Vec<u8>, Result<LedgerOfNoun<N>, Unreadable>) {
    let work = tokio::task::spawn_blocking(move || {
        let ledger = read_noun::<N>(&bytes, &name, today);
        (bytes, ledger)
    });
    work.await.unwrap_or((Vec::new(), Err(Unreadable::Broken)))
}

/// The noun of an address.
fn noun_of(caller: &Caller, word: &str) -> Result<LedgerNoun, AppError> {
    LedgerNoun::from_word(word).ok_or_else(|| caller.refuse(AppError::NotFound))
}

fn parsed(caller: &Caller, id: &str) -> Result<ImportId, AppError> {
    id.parse().map_err(|_| caller.refuse(AppError::NotFound))
}

async fn staged(
    caller: &Caller,
    slug: &str,
    noun: LedgerNoun,
    id: ImportId,
) -> Result<(String, Vec<u8>), AppError> {
    let redact = |error| caller.redact(error);
    let bureau: BureauStore = caller.bureau_for(slug, noun.power()).await?;
    let staged = bureau.staged_import(noun, id).await.map_err(redact)?;
    Ok((staged.file_name, bureau.staged_bytes(id).await.map_err(redact)?))
}
