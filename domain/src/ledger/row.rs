//! The cells of one row, and what is wrong with it.

use super::cell::Cell;
use crate::value::ValueError;

static EMPTY: Cell = Cell::Empty;

/// The cells of one row, by column of the noun; only those that were set take room.
#[derive(Clone, Debug, PartialEq)]
pub struct RowCells<C> {
    cells: Vec<(C, Cell)>,
}

impl<C> Default for RowCells<C> {
    fn default() -> Self {
        Self { cells: Vec::new() }
    }
}

impl<C: Copy + PartialEq> RowCells<C> {
    /// Room for so many cells.
    #[must_use]
    pub fn with_capacity(cells: usize) -> Self {
        Self { cells: Vec::with_capacity(cells) }
    }

    /// Puts a cell in its place.
    pub fn set(&mut self, column: C, cell: Cell) {
        match self.cells.iter_mut().find(|(known, _)| *known == column) {
            Some((_, kept)) => *kept = cell,
            None => self.cells.push((column, cell)),
        }
    }

    /// The cell of a column; empty when nothing was put there.
    #[must_use]
    pub fn get(&self, column: C) -> &Cell {
        self.cells.iter().find(|(known, _)| *known == column).map_or(&EMPTY, |(_, cell)| cell)
    }
}

/// What is wrong, and in which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault<C> {
    pub column: C,
    pub error: ValueError,
}
