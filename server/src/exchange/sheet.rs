//! One sheet: looking for its header, then turning rows into cells of the noun.

use domain::ledger::{Cell, Column, Header, RowCells, RowKind, find_header, kind_of_row};

use super::shared::SharedCells;
use super::workbook::{Merged, SheetRow};

/// Rows with content in which a header is looked for.
const HEADER_WITHIN: usize = 60;

/// A row under the header.
#[derive(Clone, Debug)]
pub struct Line<C> {
    pub number: u32,
    pub kind: RowKind,
    pub cells: RowCells<C>,
}

/// A header where it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<C> {
    pub header: Header<C>,
    /// The last row (from 1) of the header.
    pub row: u32,
}

/// Reads a sheet row by row.
#[derive(Debug)]
pub struct SheetReader<C> {
    merged: Vec<Merged>,
    shared: SharedCells,
    before: Option<SheetRow>,
    looked: usize,
    pub found: Option<Found<C>>,
    /// Columns that carry anything, counted from the left.
    pub width: usize,
}

impl<C: Column> SheetReader<C> {
    pub fn new(merged: Vec<Merged>) -> Self {
        let shared = if C::SHARED.is_empty() { SharedCells::default() } else { SharedCells::new(&merged) };
        Self { merged, shared, before: None, looked: 0, found: None, width: 0 }
    }

    /// Takes the next row; answers with a line when it stands under the header.
    pub fn take(&mut self, row: SheetRow) -> Option<Line<C>> {
        let filled = row.cells.iter().filter(|(_, cell)| !cell.is_blank());
        self.width = self.width.max(filled.map(|(at, _)| at + 1).max().unwrap_or(0));
        self.shared.come_to(&row);
        if let Some(found) = &self.found {
            return Some(line(&found.header, &row, &self.shared));
        }
        if self.looked > HEADER_WITHIN || row.cells.iter().all(|(_, cell)| cell.is_blank()) {
            return None;
        }
        self.looked += 1;
        let Some(upper) = self.before.take() else {
            self.before = Some(row);
            return None;
        };
        let lower = if row.number == upper.number + 1 { texts(&row) } else { Vec::new() };
        match find_header(&self.spread(&upper), &lower) {
            Some(header) if header.rows == 2 => {
                self.found = Some(Found { header, row: row.number });
                None
            }
            Some(header) => {
                let line = line(&header, &row, &self.shared);
                self.found = Some(Found { header, row: upper.number });
                Some(line)
            }
            None => {
                self.before = Some(row);
                None
            }
        }
    }

    /// The sheet has ended: a header may stand in its last row.
    pub fn end(&mut self) {
        if let (None, Some(last)) = (&self.found, self.before.take())
            && let Some(header) = find_header(&self.spread(&last), &[])
        {
            self.found = Some(Found { header, row: last.number });
        }
    }

    /// The texts of a row with merged groups spread over the columns that they span.
    fn spread(&self, row: &SheetRow) -> Vec<String> {
        let mut texts = texts(row);
        for merged in self.merged.iter().filter(|merged| merged.rows.0 == row.number) {
            let (first, last) = merged.columns;
            let Some(group) = texts.get(first).cloned() else { continue };
            let last = last.min(super::workbook::COLUMNS_MAX - 1);
            if texts.len() <= last {
                texts.resize(last + 1, String::new());
            }
            for text in &mut texts[first..=last] {
                text.clone_from(&group);
            }
        }
        texts
    }
}

fn texts(row: &SheetRow) -> Vec<String> {
    let width = row.cells.iter().map(|(at, _)| at + 1).max().unwrap_or(0);
    let mut texts = vec![String::new(); width];
    for (at, cell) in &row.cells {
        texts[*at] = match cell {
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Serial(number, _) => number.to_string(),
            Cell::Bool(flag) => flag.to_string(),
            Cell::Error(error) => error.clone(),
            Cell::Empty | Cell::Formula => String::new(),
        };
    }
    texts
}

fn line<C: Column>(header: &Header<C>, row: &SheetRow, shared: &SharedCells) -> Line<C> {
    let mut cells = RowCells::with_capacity(header.columns.len());
    for (column, at) in &header.columns {
        if let Some((_, cell)) = row.cells.iter().find(|(place, _)| place == at) {
            cells.set(*column, cell.clone());
        }
    }
    let kind = kind_of_row(&cells, &texts(row));
    // Afterwards: a row with nothing of its own stays blank.
    if kind == RowKind::Data {
        for (column, at) in header.columns.iter().filter(|(column, _)| C::SHARED.contains(column)) {
            if let (true, Some(cell)) = (cells.get(*column).is_blank(), shared.at(*at)) {
                cells.set(*column, cell.clone());
            }
        }
    }
    Line { number: row.number, kind, cells }
}

/// The sheet's column (from 0) that a fault is shown in: its own, else that of the name.
pub fn place_of<C: Column>(header: &Header<C>, column: C) -> usize {
    header.at(column).or_else(|| header.at(C::NAME)).unwrap_or(0)
}
