//! What a workbook's reading found: kept with the upload, drawn in the reader's language.

use domain::establishment::{Change, Column};
use domain::value::ValueError;
use serde::{Deserialize, Serialize};

/// Wrong rows that the page shows; the marked workbook has them all.
pub const WRONG_SHOWN_MAX: usize = 100;

/// The report of one upload.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportReport {
    pub rows: usize,
    pub wrong: usize,
    pub new: usize,
    pub changed: usize,
    pub same: usize,
    pub blank: usize,
    pub totals: usize,
    pub notes: usize,
    pub headers: usize,
    /// Sheets without a header that were left alone.
    pub sheets_left: Vec<String>,
    /// The first twenty, each with the establishment's name.
    pub differences: Vec<(String, Change)>,
    /// The first hundred: sheet, row, reasons.
    pub wrong_rows: Vec<WrongLine>,
    /// An old .xls: the marked workbook is a new .xlsx with its values.
    pub is_old_format: bool,
    /// What undoing it did.
    pub undone: Option<store::Undone>,
}

/// A wrong row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrongLine {
    pub sheet: String,
    pub row: u32,
    pub reasons: Vec<(Column, ValueError)>,
}
