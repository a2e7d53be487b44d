//! The empty workbook of cases that are open on paper, and the workbook of one that was typed into the form.

use domain::Lang;
use domain::back_entry::{Column, choices};
use rust_xlsxwriter::{Workbook, XlsxError};

use super::template::{Guide, template_of};

/// An empty workbook.
///
/// # Errors
/// When the workbook cannot be written.
pub fn template(lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let lists: Vec<(Column, Vec<String>)> = Column::ALL
        .into_iter()
        .filter_map(|column| Some((column, choices(column, store::catalogue::in_use(), lang)?)))
        .collect();
    template_of(lang.pick("在办案件", "Open cases"), lang, |column: Column| Guide {
        is_required: column.is_required(),
        hint: column.hint(lang),
        choices: lists.iter().find(|(own, _)| *own == column).map(|(_, list)| list.as_slice()),
        takes_others: false,
    })
}

/// A workbook of one row, as the template has it.
///
/// # Errors
/// When the workbook cannot be written.
pub fn one_row(value: impl Fn(Column) -> String, lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(lang.pick("在办案件", "Open cases"))?;
    for (at, column) in (0_u16..).zip(Column::ALL) {
        sheet.write_string(0, at, column.title(lang))?;
        sheet.write_string(1, at, value(column))?;
    }
    workbook.save_to_buffer()
}
