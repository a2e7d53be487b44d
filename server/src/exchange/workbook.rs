//! The sheets of a workbook as rows of typed cells, .xlsx and .xls alike.

use std::io::Cursor;

use calamine::{Data, DataRef, Dimensions, Reader, SheetType, Xls, XlsError, Xlsx, XlsxError};
use domain::ledger::Cell;
use domain::value::Epoch;

use super::package::{Kind, kind_of};
use domain::ledger::Unreadable;

/// Columns that are looked at; whatever stands further right is not part of a ledger.
pub const COLUMNS_MAX: usize = 200;
const SHEETS_MAX: usize = 100;

/// One row: its number in the sheet (from 1) and its cells by column (from 0).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetRow {
    pub number: u32,
    pub cells: Vec<(usize, Cell)>,
}

/// Merged cells: first and last row (from 1), first and last column (from 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    pub rows: (u32, u32),
    pub columns: (usize, usize),
}

enum Book<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Xls(Box<Xls<Cursor<&'a [u8]>>>),
}

/// An open workbook.
pub struct Workbook<'a> {
    book: Book<'a>,
    pub kind: Kind,
    pub epoch: Epoch,
    pub sheets: Vec<String>,
}

impl std::fmt::Debug for Workbook<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Workbook")
            .field("kind", &self.kind)
            .field("sheets", &self.sheets)
            .finish_non_exhaustive()
    }
}

impl<'a> Workbook<'a> {
    /// Opens a workbook after looking at what it really is.
    ///
    /// # Errors
    /// Everything that is no readable workbook.
    pub fn open(bytes: &'a [u8], file_name: &str) -> Result<Self, Unreadable> {
        let kind = kind_of(bytes, file_name)?;
        let (book, date1904, sheets) = match kind {
            Kind::Xlsx => {
                let book = Xlsx::new(Cursor::new(bytes)).map_err(|error| of_xlsx(&error))?;
                let (date1904, sheets) = (book.has_1904_epoch(), names(&book));
                (Book::Xlsx(Box::new(book)), date1904, sheets)
            }
            Kind::Xls => {
                let book = Xls::new(Cursor::new(bytes)).map_err(|error| of_xls(&error))?;
                let (date1904, sheets) = (book.has_1904_epoch(), names(&book));
                (Book::Xls(Box::new(book)), date1904, sheets)
            }
        };
        if sheets.len() > SHEETS_MAX {
            return Err(Unreadable::TooManyRows);
        }
        let epoch = if date1904 { Epoch::From1904 } else { Epoch::From1900 };
        Ok(Self { book, kind, epoch, sheets })
    }

    /// The merged cells of a sheet.
    ///
    /// # Errors
    /// `broken` when the sheet cannot be read.
    pub fn merged(&mut self, sheet: &str) -> Result<Vec<Merged>, Unreadable> {
        let regions = match &mut self.book {
            Book::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).map_err(|error| of_xlsx(&error))?,
            Book::Xls(book) => book.merge_cells_by_sheet_name(sheet).map_err(|error| of_xls(&error))?,
        };
        Ok(regions.iter().map(merged).collect())
    }

    /// Gives every row of a sheet that has cells to `each`, in order, until it fails.
    ///
    /// # Errors
    /// `broken` when the sheet cannot be read, and what `each` answers.
    pub fn rows(
        &mut self,
        sheet: &str,
        each: &mut dyn FnMut(SheetRow) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        let epoch = self.epoch;
        match &mut self.book {
            Book::Xlsx(book) => {
                let mut reader = book.worksheet_cells_reader(sheet).map_err(|error| of_xlsx(&error))?;
                let mut row = SheetRow::default();
                while let Some(record) =
                    reader.next_cell_with_formula_metadata().map_err(|error| of_xlsx(&error))?
                {
                    let (number, column) = (record.pos.0 + 1, record.pos.1 as usize);
                    if number != row.number && row.number != 0 {
                        each(std::mem::take(&mut row))?;
                    }
                    row.number = number;
                    let cell = of_ref(record.value, record.formula.is_some(), epoch);
                    if column < COLUMNS_MAX && cell != Cell::Empty {
                        row.cells.push((column, cell));
                    }
                }
                if row.number == 0 { Ok(()) } else { each(row) }
            }
            Book::Xls(book) => {
                let range = book.worksheet_range(sheet).map_err(|error| of_xls(&error))?;
                let (first_row, first_column) = range.start().unwrap_or_default();
                for (at, cells) in range.rows().enumerate() {
                    let number = first_row + u32::try_from(at).map_err(|_| Unreadable::TooManyRows)? + 1;
                    let cells = cells.iter().enumerate().take(COLUMNS_MAX);
                    let cells = cells.map(|(at, data)| (at + first_column as usize, of_data(data, epoch)));
                    let cells = cells.filter(|(_, cell)| *cell != Cell::Empty).collect();
                    each(SheetRow { number, cells })?;
                }
                Ok(())
            }
        }
    }
}

fn names<'a, R: Reader<Cursor<&'a [u8]>>>(book: &R) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect()
}

fn merged(region: &Dimensions) -> Merged {
    Merged {
        rows: (region.start.0 + 1, region.end.0 + 1),
        columns: (region.start.1 as usize, region.end.1 as usize),
    }
}

fn of_ref(value: DataRef<'_>, formula: bool, epoch: Epoch) -> Cell {
    match value {
        DataRef::Empty if formula => Cell::Formula,
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(number as f64),
        DataRef::Float(number) => Cell::Number(number),
        DataRef::String(text) => of_text(&text),
        DataRef::SharedString(text) => of_text(text),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => of_text(&text),
        DataRef::Bool(flag) => Cell::Bool(flag),
        DataRef::DateTime(when) => Cell::Serial(when.as_f64(), epoch),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

fn of_data(value: &Data, epoch: Epoch) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => of_text(text),
        Data::Bool(flag) => Cell::Bool(*flag),
        Data::DateTime(when) => Cell::Serial(when.as_f64(), epoch),
        Data::Error(error) => Cell::Error(error.to_string()),
        #[expect(unreachable_patterns, reason = "a later version may type more")]
        _ => Cell::Empty,
    }
}

fn of_text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn of_xlsx(error: &XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Encrypted,
        _ => Unreadable::Broken,
    }
}

fn of_xls(error: &XlsError) -> Unreadable {
    match error {
        XlsError::Password => Unreadable::Encrypted,
        _ => Unreadable::Broken,
    }
}
