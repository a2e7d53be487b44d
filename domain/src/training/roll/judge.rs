//! Judging a whole roll, row after row.

use std::collections::HashMap;

use super::RollRow;
use super::column::Column;
use super::row::judge;
use super::sighting::Sightings;
use crate::Day;
use crate::ledger::{Fault, Judge, LedgerRow, Place, RowCells, duplicate_of};
use crate::value::Epoch;

/// Judges a roll's rows; rows of one group sat in the same class.
#[derive(Debug)]
pub struct RollJudge {
    today: Day,
    seen: Sightings,
    classes: HashMap<String, usize>,
}

impl RollJudge {
    /// Begins a file on a day.
    #[must_use]
    pub fn new(today: Day) -> Self {
        Self { today, seen: Sightings::default(), classes: HashMap::new() }
    }
}

impl Judge for RollJudge {
    type Column = Column;
    type Row = RollRow;

    fn judge(
        &mut self,
        cells: &RowCells<Column>,
        epoch: Epoch,
        place: Place,
        sheets: &[String],
    ) -> LedgerRow<Column, RollRow> {
        let mut judged = judge(cells, epoch, self.today);
        for (column, first) in self.seen.note(&judged, place) {
            judged.faults.push(Fault { column, error: duplicate_of(first, place, sheets) });
        }
        judged.faults.sort_by_key(|fault| fault.column);
        let classes = self.classes.len();
        let group = judged.class.map_or(usize::MAX, |class| *self.classes.entry(class).or_insert(classes));
        let judged = match judged.row {
            Some(row) if judged.faults.is_empty() => Ok(row),
            _ => Err(judged.faults),
        };
        LedgerRow { place, group, judged }
    }
}
