//! The register as a workbook.

use domain::Lang;
use domain::establishment::{Column, Establishment, Expiry};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// Widths of the columns, in characters, in the order of [`Column::ALL`].
const WIDTHS: [f64; 14] = [6.0, 34.0, 22.0, 18.0, 12.0, 24.0, 20.0, 12.0, 12.0, 12.0, 16.0, 28.0, 12.0, 24.0];

/// One establishment of an export; `industry` names an industry in the export's language.
#[derive(Debug)]
pub struct ExportRow<'a> {
    pub establishment: &'a Establishment,
    /// Phones as this reader may see them.
    pub phones: &'a str,
}

/// Writes the register, a row for each licence, phones as given. Text is written as text: a value that begins
/// like a formula stays what it is.
///
/// # Errors
/// When the workbook cannot be written.
pub fn export<'a>(
    rows: impl IntoIterator<Item = ExportRow<'a>>,
    industry_name: &dyn Fn(&str) -> String,
    lang: Lang,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(lang.pick("经营主体台账", "Establishments"))?;
    sheet.set_freeze_panes(1, 2)?;
    let title = Format::new().set_bold().set_text_wrap();
    let text = Format::new().set_num_format("@");
    let harmless = Format::new().set_num_format("@").set_quote_prefix();
    for (at, (column, width)) in (0_u16..).zip(Column::ALL.into_iter().zip(WIDTHS)) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, column.title(lang), &title)?;
    }
    let mut number = 0_u32;
    for row in rows {
        for licence in 0..row.establishment.licences.len() {
            number += 1;
            sheet.write_number(number, 0, number)?;
            for (at, column) in (0_u16..).zip(Column::ALL).skip(1) {
                let value = value_of(&row, licence, column, industry_name);
                let format = if is_formula_like(&value) { &harmless } else { &text };
                write(sheet, number, at, &value, format)?;
            }
        }
    }
    workbook.save_to_buffer()
}

fn write(sheet: &mut Worksheet, row: u32, at: u16, value: &str, format: &Format) -> Result<(), XlsxError> {
    if value.is_empty() { Ok(()) } else { sheet.write_string_with_format(row, at, value, format).map(drop) }
}

/// What a spreadsheet would calculate if it were typed.
fn is_formula_like(value: &str) -> bool {
    value.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn value_of(
    row: &ExportRow<'_>,
    licence: usize,
    column: Column,
    industry_name: &dyn Fn(&str) -> String,
) -> String {
    fn text(value: Option<&impl ToString>) -> String {
        value.map(ToString::to_string).unwrap_or_default()
    }
    let of = row.establishment;
    let licence = of.licences.get(licence);
    match column {
        Column::Serial => String::new(),
        Column::Name => of.name.to_string(),
        Column::CreditCode => text(of.credit_code.as_ref()),
        Column::RegistrationNumber => text(of.registration_number.as_ref()),
        Column::Industry => licence.map(|licence| industry_name(licence.industry.word())).unwrap_or_default(),
        Column::LicenceKind => text(licence.and_then(|licence| licence.kind.as_ref())),
        Column::LicenceNumber => text(licence.and_then(|licence| licence.number.as_ref())),
        Column::IssuedOn => text(licence.and_then(|licence| licence.issued_on.as_ref())),
        Column::ExpiresOn => match licence.map(|licence| licence.expiry) {
            Some(Expiry::On(day)) => day.to_string(),
            Some(Expiry::OpenEnded) => "长期".to_owned(),
            _ => String::new(),
        },
        Column::LegalRepresentative => text(of.legal_representative.as_ref()),
        Column::Phone => row.phones.to_owned(),
        Column::Address => text(of.address.as_ref()),
        Column::Town => text(of.town.as_ref()),
        Column::Remark => text(of.remark.as_ref()),
    }
}
