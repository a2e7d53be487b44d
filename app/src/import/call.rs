//! The server function of imports.

use crate::error::AppError;
#[cfg(feature = "ssr")]
use domain::ledger::LedgerNoun;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the pages of an import show; all in words, so that the browser needs no rule to draw it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportData {
    pub id: String,
    pub file_name: String,
    /// Why the last upload was not taken.
    pub problem: Option<String>,
    pub is_applied: bool,
    /// It can be undone now.
    pub may_undo: bool,
    /// What undoing it did, in words; empty when it is not undone.
    pub undone: String,
    pub is_old_format: bool,
    pub has_wrong: bool,
    /// What was counted: words and number.
    pub counts: Vec<(String, String)>,
    pub sheets_left: String,
    /// What is to be known before the choice.
    pub notices: Vec<String>,
    /// Whose, column, old, new.
    pub differences: Vec<[String; 4]>,
    /// Sheet and row, reasons.
    pub wrong_rows: Vec<(String, String)>,
    /// Whose, what it lacks.
    pub findings: Vec<(String, String)>,
    /// Why the reader cannot put it in; empty: may.
    pub not_yours: String,
    /// Uploads of the last day that nobody has put in yet: name and id.
    pub waiting: Vec<(String, String)>,
}

/// An uploaded workbook and what was found in it; `id` empty: the page on which one is uploaded, with the code of
/// what went wrong before.
#[server(prefix = "/_/api", endpoint = "import")]
pub async fn import(
    bureau: String,
    noun: String,
    id: String,
    problem: String,
) -> Result<ImportData, AppError> {
    let caller = crate::caller::caller()?;
    let noun = LedgerNoun::from_word(&noun).ok_or_else(|| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_for(&bureau, noun.power()).await?;
    super::found::import(&caller, &store, noun, &id, &problem).await
}
