//! The answer of an import as JSON.

use domain::Lang;
use domain::ledger::Column;
use serde::Serialize;

use super::ledger::Ledger;

/// What was read, as `--json` prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    pub rows: usize,
    pub valid: usize,
    pub wrong: Vec<WrongRow>,
}

/// A row that is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WrongRow {
    pub sheet: String,
    /// As the sheet counts it, from 1.
    pub row: u32,
    pub reasons: Vec<Reason>,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    pub column: String,
    pub code: String,
    pub message: String,
}

/// The report of a ledger.
#[must_use]
pub fn report<C: Column, R>(ledger: &Ledger<C, R>, lang: Lang) -> Report {
    let wrong = ledger.wrong().map(|(place, faults)| WrongRow {
        sheet: ledger.sheets.get(place.sheet).map(|sheet| sheet.name.clone()).unwrap_or_default(),
        row: place.row,
        reasons: faults
            .iter()
            .map(|fault| Reason {
                column: fault.column.title(lang).to_owned(),
                code: fault.error.code().to_owned(),
                message: fault.error.message(lang),
            })
            .collect(),
    });
    Report { rows: ledger.rows.len(), valid: ledger.valid(), wrong: wrong.collect() }
}
