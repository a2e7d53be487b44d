//! Judging a whole ledger of establishments, row after row.

use super::Establishment;
use super::column::Column;
use super::industries::Industries;
use super::row::judge;
use super::sighting::{Sighting, Sightings};
use crate::Day;
use crate::ledger::{Fault, Judge, LedgerRow, Place, RowCells};
use crate::value::Epoch;

/// Judges a ledger's rows; rows of one group speak of the same establishment.
#[derive(Debug)]
pub struct RegisterJudge<'a> {
    industries: &'a Industries,
    today: Day,
    seen: Sightings,
}

impl<'a> RegisterJudge<'a> {
    /// Begins a file on a day.
    #[must_use]
    pub fn new(industries: &'a Industries, today: Day) -> Self {
        Self { industries, today, seen: Sightings::default() }
    }
}

impl Judge for RegisterJudge<'_> {
    type Column = Column;
    type Row = Establishment;

    fn judge(
        &mut self,
        cells: &RowCells<Column>,
        epoch: Epoch,
        place: Place,
        sheets: &[String],
    ) -> LedgerRow<Column, Establishment> {
        let mut judged = judge(cells, self.industries, epoch, self.today);
        let sighting = self.seen.note(&judged, place);
        if let Some(error) = sighting.fault(place, sheets) {
            let column = if judged.credit_code.is_some() { Column::CreditCode } else { Column::Name };
            judged.faults.push(Fault { column, error });
        }
        let group = match sighting {
            Sighting::First(group) | Sighting::OneMore(group) => group,
            Sighting::Repeats(_) => usize::MAX,
        };
        let judged = match judged.row {
            Some(row) if judged.faults.is_empty() => Ok(row),
            _ => Err(judged.faults),
        };
        LedgerRow { place, group, judged }
    }
}
