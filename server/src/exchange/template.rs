//! The empty ledger to fill in, with drop-downs and notes.

use domain::Lang;
use domain::ledger::Column;
use rust_xlsxwriter::{DataValidation, Format, Formula, Note, Workbook, Worksheet, XlsxError};

/// Rows that carry the drop-downs and the text format.
const ROWS: u32 = 2_000;

/// What a template tells of one column.
#[derive(Clone, Debug, Default)]
pub struct Guide<'a> {
    pub is_required: bool,
    pub hint: Option<&'static str>,
    /// What the drop-down offers.
    pub choices: Option<&'a [String]>,
    /// Something that is not offered may be typed.
    pub takes_others: bool,
}

/// An empty ledger of a noun; `guide` tells of each column.
///
/// # Errors
/// When the workbook cannot be written.
pub fn template_of<'a, C: Column>(
    sheet_name: &str,
    lang: Lang,
    guide: impl Fn(C) -> Guide<'a>,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = Format::new().set_bold().set_text_wrap().set_background_color(0x00DD_E7F5);
    let text = Format::new().set_num_format("@");
    let lists = lang.pick("选项", "Choices");
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name)?;
    sheet.set_freeze_panes(1, 0)?;
    let mut offered: Vec<&[String]> = Vec::new();
    for (at, column) in (0_u16..).zip(C::ALL.iter().copied()) {
        let guide = guide(column);
        let shown = format!("{}{}", if guide.is_required { "*" } else { "" }, column.title(lang));
        sheet.write_string_with_format(0, at, shown, &title)?;
        sheet.set_column_range_format(at, at, &text)?;
        sheet.set_column_width(at, if at == 0 { 6.0 } else { 20.0 })?;
        if let Some(hint) = guide.hint {
            sheet.insert_note(0, at, &Note::new(hint).add_author_prefix(false).set_width(220))?;
        }
        if let Some(choices) = guide.choices {
            drop_down(sheet, at, choices.len(), lists, offered.len(), guide.takes_others)?;
            offered.push(choices);
        }
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name(lists)?;
    for (column, choices) in (0_u16..).zip(offered) {
        for (row, choice) in (0_u32..).zip(choices) {
            sheet.write_string(row, column, choice)?;
        }
    }
    workbook.save_to_buffer()
}

/// Offers the choices of the `nth` column of the sheet of lists.
fn drop_down(
    sheet: &mut Worksheet,
    at: u16,
    choices: usize,
    lists: &str,
    nth: usize,
    takes_others: bool,
) -> Result<(), XlsxError> {
    if choices == 0 {
        return Ok(());
    }
    let letter = ('A'..='Z').nth(nth).unwrap_or('Z');
    let range = format!("='{lists}'!${letter}$1:${letter}${choices}");
    let choice = DataValidation::new().allow_list_formula(Formula::new(range));
    let choice = choice.show_error_message(!takes_others);
    sheet.add_data_validation(1, at, ROWS, at, &choice).map(drop)
}
