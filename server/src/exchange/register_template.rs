//! The empty ledger of establishments.

use domain::Lang;
use domain::establishment::Column;
use rust_xlsxwriter::XlsxError;

use super::template::{Guide, template_of};

/// An empty ledger.
///
/// # Errors
/// When the workbook cannot be written.
pub fn template(industries: &[String], kinds: &[String], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    template_of(lang.pick("经营主体台账", "Establishments"), lang, |column| Guide {
        is_required: matches!(column, Column::Name | Column::Industry),
        hint: hint(column, lang),
        choices: match column {
            Column::Industry => Some(industries),
            Column::LicenceKind => Some(kinds),
            _ => None,
        },
        // A kind that is not in the list may be typed.
        takes_others: column == Column::LicenceKind,
    })
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
