//! A raw cell of a workbook, typed as the workbook had it.

use std::borrow::Cow;

use crate::Day;
use crate::value::{Epoch, ValueError, serial_day};

/// Numbers of this size and more have lost digits: a workbook keeps fifteen.
const EXACT_BELOW: f64 = 1e15;

/// What a cell held. A formula counts by its stored result.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A number shown as a date, and the epoch of its workbook.
    Serial(f64, Epoch),
    Bool(bool),
    /// `#REF!` and the like.
    Error(String),
    /// A formula without a stored result.
    Formula,
}

impl Cell {
    /// Whether nothing stands in it. A formula without a result shows nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Cell::Empty | Cell::Formula => true,
            Cell::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The cell as text of a code, a number or a name.
    ///
    /// # Errors
    /// `number_cell_precision` for a number of more than fifteen digits, `formula_error`.
    pub fn text(&self) -> Result<Cow<'_, str>, ValueError> {
        match self {
            Cell::Empty => Ok(Cow::Borrowed("")),
            // A leading apostrophe is the mark by which people force text.
            Cell::Text(text) => Ok(Cow::Borrowed(text.strip_prefix('\'').unwrap_or(text))),
            Cell::Number(number) if number.abs() >= EXACT_BELOW => Err(ValueError::NumberCellPrecision),
            Cell::Number(number) => Ok(Cow::Owned(format!("{number}"))),
            Cell::Serial(serial, epoch) => serial_day(*serial, *epoch).map(|day| Cow::Owned(day.to_string())),
            Cell::Bool(flag) => Ok(Cow::Borrowed(if *flag { "TRUE" } else { "FALSE" })),
            Cell::Error(_) | Cell::Formula => Err(ValueError::FormulaError),
        }
    }

    /// The cell as a day, if it holds one as a number; `None` asks to read it as text.
    ///
    /// # Errors
    /// `bad_date` for a serial number that is no day.
    pub fn day(&self, epoch: Epoch) -> Result<Option<Day>, ValueError> {
        match self {
            Cell::Serial(serial, epoch) => serial_day(*serial, *epoch).map(Some),
            // 20190916 typed as a number is read as written; a year alone is no day.
            Cell::Number(number) if (2_101.0..1_000_000.0).contains(number) => {
                serial_day(*number, epoch).map(Some)
            }
            _ => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_digits_or_is_refused() {
        assert_eq!(Cell::Number(13_921_080_000.0).text().unwrap(), "13921080000");
        assert_eq!(Cell::Number(431_124_201_900_001.0).text().unwrap(), "431124201900001");
        let lost = Cell::Number(914_311_247_406_129_850.0).text().unwrap_err();
        assert_eq!(lost.code(), "number_cell_precision");
    }

    #[test]
    fn numbers_are_days_only_where_they_can_be() {
        let day = |cell: Cell| cell.day(Epoch::From1900).unwrap().map(|day| day.to_string());
        assert_eq!(day(Cell::Number(39_083.0)).as_deref(), Some("2007-01-01"));
        assert_eq!(day(Cell::Serial(44_664.0, Epoch::From1904)).as_deref(), Some("2026-04-14"));
        assert_eq!(day(Cell::Number(2019.0)), None);
        assert_eq!(day(Cell::Number(20_190_916.0)), None);
    }

    #[test]
    fn an_apostrophe_that_forces_text_is_dropped() {
        assert_eq!(Cell::Text("'0746".into()).text().unwrap(), "0746");
    }
}
