//! Cells merged over several rows: what stands in the first counts for each, where the noun says so.

use domain::ledger::Cell;

use super::workbook::{COLUMNS_MAX, Merged, SheetRow};

/// Follows the rows of a sheet.
#[derive(Debug, Default)]
pub struct SharedCells {
    /// Those that begin further down, the last first.
    waiting: Vec<Merged>,
    /// Those that reach into the row, with what stands in them.
    open: Vec<(Merged, Cell)>,
}

impl SharedCells {
    pub fn new(merged: &[Merged]) -> Self {
        let mut waiting: Vec<Merged> =
            merged.iter().filter(|merged| merged.rows.0 < merged.rows.1).copied().collect();
        waiting.sort_unstable_by_key(|merged| std::cmp::Reverse(merged.rows.0));
        Self { waiting, open: Vec::new() }
    }

    /// Comes to a row.
    pub fn come_to(&mut self, row: &SheetRow) {
        self.open.retain(|(merged, _)| row.number <= merged.rows.1);
        while let Some(merged) = self.waiting.pop_if(|merged| merged.rows.0 <= row.number) {
            let cell = row.cells.iter().find(|(at, _)| *at == merged.columns.0);
            // Merged cells do not overlap, unless somebody forged them.
            if let (Some((_, cell)), true) =
                (cell, merged.rows.0 == row.number && self.open.len() < COLUMNS_MAX)
            {
                self.open.push((merged, cell.clone()));
            }
        }
    }

    /// What a merged cell says in a column (from 0) of the row.
    pub fn at(&self, column: usize) -> Option<&Cell> {
        self.open.iter().find(|(merged, _)| merged.columns.0 == column).map(|(_, cell)| cell)
    }
}
