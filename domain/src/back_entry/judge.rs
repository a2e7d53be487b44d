//! Judging a whole workbook of cases, row after row.

use std::collections::HashMap;

use super::PaperCase;
use super::column::Column;
use super::row::judge;
use crate::Day;
use crate::catalogue::Catalogue;
use crate::ledger::{Fault, Judge, LedgerRow, Place, RowCells, duplicate_of};
use crate::value::{Epoch, fold};

/// Judges a workbook's rows; each is a case of its own.
#[derive(Debug)]
pub struct PaperJudge<'a> {
    catalogue: &'a Catalogue,
    today: Day,
    seen: HashMap<(String, String, Day, Day), Place>,
}

impl<'a> PaperJudge<'a> {
    /// Begins a file on a day.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, today: Day) -> Self {
        PaperJudge { catalogue, today, seen: HashMap::new() }
    }
}

impl PaperCase {
    /// By what two rows, or a row and a case, are the same: party, violation, the days of act and clue.
    #[must_use]
    pub fn key(&self) -> (String, String, Day, Day) {
        (fold(self.party.as_str()), self.violation.clone(), self.act_on, self.received_on)
    }
}

impl Judge for PaperJudge<'_> {
    type Column = Column;
    type Row = PaperCase;

    fn judge(
        &mut self,
        cells: &RowCells<Column>,
        epoch: Epoch,
        place: Place,
        sheets: &[String],
    ) -> LedgerRow<Column, PaperCase> {
        let judged = judge(cells, self.catalogue, epoch, self.today).and_then(|case| {
            match self.seen.insert(case.key(), place) {
                None => Ok(case),
                Some(first) => {
                    self.seen.insert(case.key(), first);
                    let error = duplicate_of(first, place, sheets);
                    Err(vec![Fault { column: Column::Party, error }])
                }
            }
        });
        LedgerRow { place, group: usize::MAX, judged }
    }

    /// Each is a whole case with its events, clocks and counters, and all of a file go in together.
    fn rows_max(&self) -> usize {
        2_000
    }
}
