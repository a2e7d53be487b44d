//! The empty ledger to fill in, with drop-downs and notes.

use domain::Lang;
use domain::establishment::Column;
use rust_xlsxwriter::{DataValidation, Format, Formula, Note, Workbook, XlsxError};

/// Rows that carry the drop-downs and the text format.
const ROWS: u32 = 2_000;

/// An empty ledger.
///
/// # Errors
/// When the workbook cannot be written.
pub fn template(industries: &[String], kinds: &[String], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let title = Format::new().set_bold().set_text_wrap().set_background_color(0x00DD_E7F5);
    let text = Format::new().set_num_format("@");
    let lists = lang.pick("选项", "Choices");
    let sheet = workbook.add_worksheet();
    sheet.set_name(lang.pick("经营主体台账", "Establishments"))?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0_u16..).zip(Column::ALL) {
        let required = matches!(column, Column::Name | Column::Industry);
        let shown = format!("{}{}", if required { "*" } else { "" }, column.title(lang));
        sheet.write_string_with_format(0, at, shown, &title)?;
        sheet.set_column_range_format(at, at, &text)?;
        sheet.set_column_width(at, if column == Column::Serial { 6.0 } else { 20.0 })?;
        if let Some(hint) = hint(column, lang) {
            sheet.insert_note(0, at, &Note::new(hint).add_author_prefix(false).set_width(220))?;
        }
        let (list, letter) = match column {
            Column::Industry => (industries, 'A'),
            Column::LicenceKind => (kinds, 'B'),
            _ => continue,
        };
        if !list.is_empty() {
            let range = format!("='{lists}'!${letter}$1:${letter}${}", list.len());
            let choice = DataValidation::new().allow_list_formula(Formula::new(range));
            // A kind that is not in the list may be typed.
            let choice = choice.show_error_message(column == Column::Industry);
            sheet.add_data_validation(1, at, ROWS, at, &choice)?;
        }
    }
    let choices = workbook.add_worksheet();
    choices.set_name(lists)?;
    for (column, list) in [(0_u16, industries), (1, kinds)] {
        for (row, choice) in (0_u32..).zip(list) {
            choices.write_string(row, column, choice)?;
        }
    }
    workbook.save_to_buffer()
}

fn hint(column: Column, lang: Lang) -> Option<&'static str> {
    Some(match column {
        Column::Name => lang.pick("必填。与营业执照一致。", "Required, as on the business licence."),
        Column::CreditCode => lang.pick(
            "18 位。没有代码的老户可以留空。请用文本格式，不要用数值。",
            "18 characters; blank for old establishments without one. Keep the cell as text.",
        ),
        Column::Industry => lang.pick("必填。从列表中选择。", "Required. Choose from the list."),
        Column::LicenceKind => {
            lang.pick("从列表中选择，没有的可以直接填写。", "Choose from the list, or type another.")
        }
        Column::IssuedOn => lang.pick("如 2026-3-5 或 2026年3月5日。", "Such as 2026-3-5."),
        Column::ExpiresOn => {
            lang.pick("如 2029-3-4；没有期限的填“长期”。", "Such as 2029-3-4; 长期 for no end.")
        }
        Column::Phone => lang.pick(
            "手机或带区号的座机，多个号码用“、”分开。",
            "Mobile, or landline with its area code; several separated by 、.",
        ),
        _ => return None,
    })
}
