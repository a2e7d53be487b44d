//! The roll of trainees: comparing, what is told beside its rows, and the empty roll.

use app::import::report::DaysNotice;
use domain::id::ImportId;
use domain::ledger::{Fault, Judge, LedgerNoun, Place};
use domain::training::roll::{Column, Disagreement, Education, RollJudge, RollRow, disagreements};
use domain::value::EthnicGroup;
use domain::{Day, Lang};
use rust_xlsxwriter::XlsxError;
use store::BureauStore;
use store::training::RollOutcome;

use super::import::{Comparison, Imported};
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

/// Rows of other days that a notice names.
const NAMED_MAX: usize = 10;
/// Notices that are kept.
const NOTICES_MAX: usize = 50;

/// The roll of trainees.
#[derive(Debug)]
pub struct Roll;

impl Imported for Roll {
    const NOUN: LedgerNoun = LedgerNoun::Trainees;
    type Column = Column;
    type Row = RollRow;

    fn judge(today: Day) -> impl Judge<Column = Column, Row = RollRow> + Send {
        RollJudge::new(today)
    }

    async fn import(
        bureau: &BureauStore,
        ledger: &mut RollLedger,
        write: Option<ImportId>,
    ) -> Result<Comparison<Column>, store::Error> {
        let (places, rows) = taken(ledger);
        let outcomes = bureau.import_roll(&rows, write).await?;
        let mut found = Comparison::new();
        for ((outcome, place), row) in outcomes.into_iter().zip(places).zip(rows) {
            let mut judged = Ok(row);
            match outcome {
                RollOutcome::New => found.counts.new += 1,
                RollOutcome::Same => found.counts.same += 1,
                RollOutcome::Changed(changes) => {
                    let name = judged.as_ref().map_or("", |row: &RollRow| row.name.as_str());
                    found.change(name, &changes);
                }
                RollOutcome::Wrong(error, column) => judged = Err(vec![Fault { column, error }]),
            }
            ledger.rows[place].judged = judged;
        }
        found.count(ledger);
        Ok(found)
    }

    fn notices(ledger: &RollLedger) -> Vec<DaysNotice> {
        let place = |place: &Place| {
            let sheet = ledger.sheets.get(place.sheet);
            (sheet.map(|sheet| sheet.name.clone()).unwrap_or_default(), place.row)
        };
        let notice = |class: Disagreement| DaysNotice {
            class: class.class,
            opens_on: class.opens_on,
            ends_on: class.ends_on,
            agreeing: class.agreeing,
            differing: class.differing.len(),
            rows: class.differing.iter().take(NAMED_MAX).map(place).collect(),
        };
        ledger.disagreements().into_iter().take(NOTICES_MAX).map(notice).collect()
    }

    fn template(lang: Lang) -> Result<(&'static str, Vec<u8>), XlsxError> {
        Ok((lang.pick("培训学员花名册模板", "roll-template"), roll_template(lang)?))
    }
}

/// The right rows and their places, taken out of the ledger until their outcomes are known: they are many.
fn taken(ledger: &mut RollLedger) -> (Vec<usize>, Vec<RollRow>) {
    let mut places = Vec::with_capacity(ledger.rows.len());
    let mut rows = Vec::with_capacity(ledger.rows.len());
    for (place, row) in ledger.rows.iter_mut().enumerate().filter(|(_, row)| row.judged.is_ok()) {
        if let Ok(right) = std::mem::replace(&mut row.judged, Err(Vec::new())) {
            places.push(place);
            rows.push(right);
        }
    }
    (places, rows)
}

/// An empty roll.
///
/// # Errors
/// When the workbook cannot be written.
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
