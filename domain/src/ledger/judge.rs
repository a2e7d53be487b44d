//! A noun judges the rows of one file.

use super::column::Column;
use super::place::Place;
use super::row::{Fault, RowCells};
use crate::value::Epoch;

/// One row of data, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerRow<C, R> {
    pub place: Place,
    /// Rows of one group belong together: they speak of one establishment, or sat in one class. `usize::MAX` for a
    /// row that belongs nowhere.
    pub group: usize,
    /// The row, or everything that is wrong with it.
    pub judged: Result<R, Vec<Fault<C>>>,
}

/// Judges the rows of one file in their order, and remembers what it has seen.
pub trait Judge {
    type Column: Column;
    type Row;

    /// Judges the row at `place`; `sheets` are the names of the file's sheets.
    fn judge(
        &mut self,
        cells: &RowCells<Self::Column>,
        epoch: Epoch,
        place: Place,
        sheets: &[String],
    ) -> LedgerRow<Self::Column, Self::Row>;

    /// Most rows of data that one file may hold.
    fn rows_max(&self) -> usize {
        100_000
    }
}
