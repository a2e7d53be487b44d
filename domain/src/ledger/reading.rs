//! Reading the cells of a row one by one, and noting what is wrong with them.

use std::borrow::Cow;

use super::cell::Cell;
use super::row::{Fault, RowCells};
use crate::Day;
use crate::value::{Epoch, FreeText, Line, Noun, ValueError, fold, read_day};

/// What people write for “nothing” in a cell that may be blank.
const BLANKS: [&str; 9] = ["/", "-", "—", "——", "无", "暂无", "不详", "n/a", "\\"];

/// A row that is being read.
#[derive(Debug)]
pub struct Reading<'a, C> {
    cells: &'a RowCells<C>,
    epoch: Epoch,
    faults: Vec<Fault<C>>,
}

impl<'a, C: Copy + PartialEq> Reading<'a, C> {
    /// Begins with a row's cells.
    #[must_use]
    pub fn of(cells: &'a RowCells<C>, epoch: Epoch) -> Self {
        Self { cells, epoch, faults: Vec::new() }
    }

    /// The cell of a column, as it was.
    #[must_use]
    pub fn cell(&self, column: C) -> &'a Cell {
        self.cells.get(column)
    }

    /// Notes what is wrong.
    pub fn fault(&mut self, column: C, error: ValueError) {
        self.faults.push(Fault { column, error });
    }

    /// Whether something is wrong with a column.
    #[must_use]
    pub fn is_faulty(&self, column: C) -> bool {
        self.faults.iter().any(|fault| fault.column == column)
    }

    /// All that is wrong, in the order in which it was noted.
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault<C>> {
        self.faults
    }

    /// The cell's text; `None` when nothing is said.
    pub fn text(&mut self, column: C) -> Option<String> {
        match self.cell(column).text().map(Cow::into_owned) {
            Ok(text) if text.trim().is_empty() || BLANKS.contains(&fold(&text).as_str()) => None,
            Ok(text) => Some(text),
            Err(error) => {
                self.fault(column, error);
                None
            }
        }
    }

    /// The value of a cell that may be blank.
    pub fn optional<T>(&mut self, column: C, parse: impl FnOnce(&str) -> Result<T, ValueError>) -> Option<T> {
        let text = self.text(column)?;
        match parse(&text) {
            Ok(value) => Some(value),
            // Nothing but invisible marks is a blank cell.
            Err(ValueError::Missing { .. }) => None,
            Err(error) => {
                self.fault(column, error);
                None
            }
        }
    }

    /// The value of a cell that must be filled; `missing` is said when it is not.
    pub fn required<T>(
        &mut self,
        column: C,
        missing: ValueError,
        parse: impl FnOnce(&str) -> Result<T, ValueError>,
    ) -> Option<T> {
        let value = self.optional(column, parse);
        if value.is_none() && !self.is_faulty(column) {
            self.fault(column, missing);
        }
        value
    }

    /// The day of a cell that may be blank, a number or a text.
    pub fn day(&mut self, column: C) -> Option<Day> {
        match self.cell(column).day(self.epoch) {
            Ok(Some(day)) => Some(day),
            Ok(None) => self.optional(column, |text| read_day(text).map(|written| written.day)),
            Err(error) => {
                self.fault(column, error);
                None
            }
        }
    }

    /// The day, when it lies between two others.
    pub fn inside(&mut self, column: C, day: Day, from: Day, to: Day) -> Option<Day> {
        if (from..=to).contains(&day) {
            return Some(day);
        }
        self.fault(column, ValueError::DateWindow { from: from.to_string(), to: to.to_string() });
        None
    }

    /// A cell of one line; its line breaks are layout.
    pub fn line<const MAX: usize>(&mut self, column: C, noun: Noun) -> Option<Line<MAX>> {
        self.optional(column, |text| line(text, noun))
    }

    /// A remark may hold anything; a formula in it is left alone.
    pub fn remark<const MAX: usize>(&mut self, column: C) -> Option<FreeText<MAX>> {
        match self.cell(column) {
            Cell::Formula | Cell::Error(_) => None,
            _ => self.optional(column, FreeText::parse),
        }
    }
}

/// A cell's line breaks are layout where one line is wanted.
pub(crate) fn without_breaks(text: &str) -> String {
    text.replace(['\r', '\n', '\t'], " ")
}

/// One line of a cell, its faults told of the noun.
pub(crate) fn line<const MAX: usize>(text: &str, noun: Noun) -> Result<Line<MAX>, ValueError> {
    Line::parse(&without_breaks(text)).map_err(|error| match error {
        ValueError::Length { min, max, got, .. } => ValueError::Length { noun, min, max, got },
        ValueError::ControlCharacter { .. } => ValueError::ControlCharacter { noun },
        other => other,
    })
}
