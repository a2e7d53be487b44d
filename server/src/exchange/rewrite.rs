//! An old .xls marked: a new .xlsx with its values, because its own format cannot be edited.

use std::collections::BTreeMap;

use domain::ledger::Cell;
use domain::value::serial_day;
use rust_xlsxwriter::{Format, Workbook as NewWorkbook, Worksheet, XlsxError};

use super::mark::{RowMark, SheetMarks};
use super::workbook::Workbook;
use domain::ledger::Unreadable;

/// The workbook's values in a new one, marked.
///
/// # Errors
/// When the workbook cannot be read a second time, or the new one cannot be written.
pub fn rewrite(
    bytes: &[u8],
    file_name: &str,
    marks: &BTreeMap<usize, SheetMarks>,
) -> Result<Vec<u8>, Unreadable> {
    let mut old = Workbook::open(bytes, file_name)?;
    let mut new = NewWorkbook::new();
    let plain = Format::new();
    let red = Format::new().set_background_color(0x00FF_C7CE);
    let none = SheetMarks::default();
    for (at, name) in old.sheets.clone().into_iter().enumerate() {
        let of_sheet = marks.get(&at).unwrap_or(&none);
        let sheet = new.add_worksheet_with_constant_memory().map_err(|_| Unreadable::Broken)?;
        sheet.set_name(&name).map_err(|_| Unreadable::Broken)?;
        old.rows(&name, &mut |row| {
            let number = row.number - 1;
            let mark = of_sheet.rows.get(&row.number);
            let is_red = |column: &usize| mark.is_some_and(|mark: &RowMark| mark.columns.contains(column));
            let mut cells: BTreeMap<usize, Cell> = row.cells.into_iter().collect();
            if let Some(mark) = mark {
                for column in &mark.columns {
                    cells.entry(*column).or_default();
                }
                cells.insert(of_sheet.reason_column, Cell::Text(mark.reason.clone()));
            }
            for (column, cell) in &cells {
                let format = if is_red(column) { &red } else { &plain };
                let at = u16::try_from(*column).map_err(|_| Unreadable::Broken)?;
                write(sheet, number, at, cell, format).map_err(|_| Unreadable::Broken)?;
            }
            Ok(())
        })?;
    }
    new.save_to_buffer().map_err(|_| Unreadable::Broken)
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    let text = match cell {
        Cell::Number(number) => {
            return sheet.write_number_with_format(row, column, *number, format).map(drop);
        }
        Cell::Empty | Cell::Formula => return sheet.write_blank(row, column, format).map(drop),
        Cell::Text(text) | Cell::Error(text) => text.clone(),
        Cell::Serial(serial, epoch) => {
            serial_day(*serial, *epoch).map_or_else(|_| serial.to_string(), |day| day.to_string())
        }
        Cell::Bool(flag) => flag.to_string(),
    };
    sheet.write_string_with_format(row, column, text, format).map(drop)
}
