//! Imports of any noun: the uploaded workbook while it waits, its act in the audit, and undoing it as a whole. What
//! its rows become is the noun's own: `establishments`, `training::roll`, `cases`.

mod staged;
mod undo;

use domain::ledger::LedgerNoun;

pub use staged::{ImportCounts, StagedImport};
pub use undo::Undone;

/// The word of a noun in the tables of imports.
pub(crate) fn noun_word(noun: LedgerNoun) -> &'static str {
    match noun {
        LedgerNoun::Establishments => "establishment",
        LedgerNoun::Trainees => "trainee",
        LedgerNoun::Cases => "case",
        LedgerNoun::Payments => "payment",
    }
}
