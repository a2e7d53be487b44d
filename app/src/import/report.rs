//! What a workbook's reading found: kept with the upload, drawn in the reader's language.

use domain::ledger::Change;
use domain::refusal::Refusal;
use domain::value::ValueError;
use domain::{Day, Lang};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Wrong rows that the page shows; the marked workbook has them all.
pub const WRONG_SHOWN_MAX: usize = 100;

/// The report of one upload, over the noun's columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, bound = "C: Serialize + DeserializeOwned")]
pub struct ImportReport<C> {
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
    /// Classes whose rows do not agree on their days.
    pub notices: Vec<DaysNotice>,
    /// The first twenty, each with whose it is.
    pub differences: Vec<(String, Change<C>)>,
    /// The first hundred: sheet, row, reasons.
    pub wrong_rows: Vec<WrongLine<C>>,
    /// What right rows lack without being wrong, each with whose it is.
    pub findings: Vec<(String, Refusal)>,
    /// An old .xls: the marked workbook is a new .xlsx with its values.
    pub is_old_format: bool,
    /// What undoing it did.
    pub undone: Option<store::Undone>,
}

impl<C> Default for ImportReport<C> {
    fn default() -> Self {
        ImportReport {
            rows: 0,
            wrong: 0,
            new: 0,
            changed: 0,
            same: 0,
            blank: 0,
            totals: 0,
            notes: 0,
            headers: 0,
            sheets_left: Vec::new(),
            notices: Vec::new(),
            differences: Vec::new(),
            wrong_rows: Vec::new(),
            findings: Vec::new(),
            is_old_format: false,
            undone: None,
        }
    }
}

/// A wrong row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "C: Serialize + DeserializeOwned")]
pub struct WrongLine<C> {
    pub sheet: String,
    pub row: u32,
    pub reasons: Vec<(C, ValueError)>,
}

/// A class some of whose rows give other days than most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysNotice {
    pub class: String,
    /// What most rows say.
    pub opens_on: Day,
    pub ends_on: Option<Day>,
    /// How many rows say so, and how many do not.
    pub agreeing: usize,
    pub differing: usize,
    /// Sheet and row of the first that do not.
    pub rows: Vec<(String, u32)>,
}

impl DaysNotice {
    /// 江华海员2026第2期：38 行为 2026-03-05 至 2026-04-05，2 行不同（花名册 12、花名册 15）
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let DaysNotice { class, opens_on, agreeing, differing, .. } = self;
        let rows: Vec<String> = self.rows.iter().map(|(sheet, row)| format!("{sheet} {row}")).collect();
        let (rows, more) = (rows.join(lang.pick("、", ", ")), *differing > self.rows.len());
        let more = if more { "…" } else { "" };
        let ends = self.ends_on.map(|on| lang.pick(format!(" 至 {on}"), format!(" to {on}")));
        let ends = ends.unwrap_or_default();
        lang.pick(
            format!("{class}：{agreeing} 行为 {opens_on}{ends}，另有 {differing} 行的起止日期不同（{rows}{more}），各按本行登记"),
            format!(
                "{class}: {agreeing} rows say {opens_on}{ends}, {differing} give other days ({rows}{more}); each keeps its own"
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::establishment::Column;

    #[test]
    fn a_report_of_before_is_still_read() {
        let kept = r#"{"rows":3,"wrong":1,"differences":[["甲店",{"column":"name","old":"甲","new":"甲店"}]],
            "wrong_rows":[{"sheet":"台账","row":4,"reasons":[["credit_code",{"code":"bad_region"}]]}]}"#;
        let report: ImportReport<Column> = serde_json::from_str(kept).unwrap();
        assert_eq!((report.rows, report.differences.len(), report.wrong_rows[0].row), (3, 1, 4));
    }
}
