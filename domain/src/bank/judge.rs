//! Judging a whole list, row after row.

use std::collections::HashMap;

use super::column::Column;
use super::row::{BankRow, judge};
use crate::Day;
use crate::case::Name;
use crate::ledger::{Fault, Judge, LedgerRow, Place, RowCells, duplicate_of};
use crate::value::{Epoch, Money};

/// Rows of one list: more are several months.
const ROWS_MAX: usize = 5_000;

/// What tells one payment from another: day, amount, reference, payer and the decisions it may name.
type Payment = (Day, Money, Option<Name>, Option<Name>, Vec<String>);

/// Judges a list's rows; the same payment twice is one.
#[derive(Debug)]
pub struct BankJudge {
    today: Day,
    seen: HashMap<Payment, Place>,
}

impl BankJudge {
    /// Begins a file on a day.
    #[must_use]
    pub fn new(today: Day) -> Self {
        BankJudge { today, seen: HashMap::new() }
    }
}

impl Judge for BankJudge {
    type Column = Column;
    type Row = BankRow;

    fn judge(
        &mut self,
        cells: &RowCells<Column>,
        epoch: Epoch,
        place: Place,
        sheets: &[String],
    ) -> LedgerRow<Column, BankRow> {
        let judged = judge(cells, epoch, self.today).and_then(|row| {
            let BankRow { on, amount, reference, payer, numbers } = row.clone();
            let key = (on, amount, reference, payer, numbers);
            match self.seen.get(&key) {
                Some(first) => {
                    let error = duplicate_of(*first, place, sheets);
                    Err(vec![Fault { column: Column::Reference, error }])
                }
                None => {
                    self.seen.insert(key, place);
                    Ok(row)
                }
            }
        });
        LedgerRow { place, group: usize::MAX, judged }
    }

    fn rows_max(&self) -> usize {
        ROWS_MAX
    }
}
