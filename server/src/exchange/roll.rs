//! The roll of trainees: what is told beside its rows, and the empty roll.

use domain::Lang;
use domain::training::roll::{Column, Disagreement, Education, RollRow, disagreements};
use domain::value::EthnicGroup;
use rust_xlsxwriter::XlsxError;

use super::ledger::Ledger;
use super::template::{Guide, template_of};

/// A roll of trainees; rows of one group sat in the same class.
pub type RollLedger = Ledger<Column, RollRow>;

impl RollLedger {
    /// The classes whose right rows do not agree on their days.
    #[must_use]
    pub fn disagreements(&self) -> Vec<Disagreement> {
        disagreements(self.rows.iter().filter_map(|row| Some((row.place, row.judged.as_ref().ok()?))))
    }
}

/// An empty roll.
///
/// # Errors
/// When the workbook cannot be written.
#[cfg_attr(not(test), expect(dead_code, reason = "the page of a roll will offer it"))]
pub fn roll_template(lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let sexes = ["男".to_owned(), "女".to_owned()];
    let groups: Vec<String> = EthnicGroup::all().map(|group| group.word(Lang::Zh)).collect();
    let educations: Vec<String> = Education::USUAL.map(|usual| usual.word(Lang::Zh).to_owned()).to_vec();
    template_of(lang.pick("培训学员花名册", "Trainees"), lang, |column| Guide {
        is_required: matches!(column, Column::Name | Column::IdNumber | Column::Class | Column::OpensOn),
        hint: hint(column, lang),
        choices: match column {
            Column::Sex => Some(&sexes),
            Column::EthnicGroup => Some(&groups),
            Column::Education => Some(&educations),
            _ => None,
        },
        takes_others: column == Column::Education,
    })
}

fn hint(column: Column, lang: Lang) -> Option<&'static str> {
    Some(match column {
        Column::Name => lang.pick("必填。与身份证一致。", "Required, as on the identity card."),
        Column::Sex => lang.pick("可以不填，以身份证号为准。", "May be blank: the identity number says it."),
        Column::IdNumber => lang.pick(
            "必填，18 位；旧的 15 位号码也可以。请用文本格式，不要用数值。",
            "Required, 18 characters, or the 15 of old cards. Keep the cell as text.",
        ),
        Column::Education => {
            lang.pick("从列表中选择，没有的可以直接填写。", "Choose from the list, or type another.")
        }
        Column::Phone => lang.pick(
            "手机或带区号的座机，多个号码用“、”分开。",
            "Mobile, or landline with its area code; several separated by 、.",
        ),
        Column::Class => lang.pick(
            "必填，如 江华海员2026第2期。同一班次写法要一致。",
            "Required, such as 江华海员2026第2期; always written alike for one class.",
        ),
        Column::OpensOn => lang.pick(
            "必填，如 2026-3-5 或 2026年3月5日。开班当天须满 16 周岁。",
            "Required, such as 2026-3-5. Trainees are at least 16 on that day.",
        ),
        Column::EndsOn => lang.pick("如 2026-4-5；未结业的留空。", "Such as 2026-4-5; blank while it lasts."),
        Column::Hours => lang.pick("1 至 2000 的整数。", "A whole number from 1 to 2000."),
        Column::Mark => lang.pick(
            "0 至 100 的数字，60 分及格；未考试的留空。",
            "0 to 100, 60 passes; blank when there was no examination.",
        ),
        Column::CertificateNumber => lang.pick(
            "LW＋6 位县级代码＋2 位年份＋5 位顺序号；未及格的留空。",
            "LW, the county's six digits, two of the year, five of the serial; blank without a pass.",
        ),
        Column::ContractMonths => lang.pick("1 至 120 的整数。", "A whole number from 1 to 120."),
        _ => return None,
    })
}
