//! The bank's list of payments: comparing it with what the bureau's parties owe, and recording what pays an account.

use domain::bank::{BankJudge, BankRow, Column};
use domain::id::ImportId;
use domain::ledger::{Change, Fault, Judge, LedgerNoun};
use domain::{Day, Lang};
use rust_xlsxwriter::XlsxError;
use store::{BankOutcome, BureauStore, Rulebook};

use super::import::{Comparison, DIFFERENCES_MAX, Difference, Imported};
use super::ledger::Ledger;
use super::template::{Guide, template_of};

/// A bank's list.
pub type BankList = Ledger<Column, BankRow>;

/// The bank's list of payments.
#[derive(Debug)]
pub struct Payments;

impl Imported for Payments {
    const NOUN: LedgerNoun = LedgerNoun::Payments;
    type Column = Column;
    type Row = BankRow;

    fn judge(today: Day) -> impl Judge<Column = Column, Row = BankRow> + Send {
        BankJudge::new(today)
    }

    async fn import(
        bureau: &BureauStore,
        ledger: &mut BankList,
        write: Option<ImportId>,
    ) -> Result<Comparison<Column>, store::Error> {
        let right = ledger.rows.iter().enumerate();
        let right = right.filter_map(|(place, row)| Some((place, row.judged.as_ref().ok()?.clone())));
        let (places, rows): (Vec<usize>, Vec<BankRow>) = right.unzip();
        let desk = bureau.case_desk(Rulebook::in_use()).await?;
        let outcomes = desk.reconcile(&rows, write).await?;
        let mut found = Comparison::new();
        for ((outcome, place), row) in outcomes.into_iter().zip(places).zip(&rows) {
            match outcome {
                BankOutcome::Booked { name, number, owed } => {
                    found.counts.new += 1;
                    // Which decision it pays, and what was owed before: 尚欠 → 缴款.
                    if found.differences.len() < DIFFERENCES_MAX {
                        let name = format!("{name} {number}");
                        let (old, new) = (owed.to_string(), row.amount.to_string());
                        let change = Change { column: Column::Amount, old, new };
                        found.differences.push(Difference { name, change });
                    }
                }
                BankOutcome::Recorded => found.counts.same += 1,
                BankOutcome::Wrong(error, column) => {
                    ledger.rows[place].judged = Err(vec![Fault { column, error }]);
                }
            }
        }
        found.count(ledger);
        Ok(found)
    }

    fn template(lang: Lang) -> Result<(&'static str, Vec<u8>), XlsxError> {
        let book = template_of(lang.pick("银行缴款明细", "Payments"), lang, |column: Column| Guide {
            is_required: matches!(column, Column::On | Column::Amount),
            hint: hint(column, lang),
            choices: None,
            takes_others: true,
        })?;
        Ok((lang.pick("银行对账模板", "payments-template"), book))
    }
}

fn hint(column: Column, lang: Lang) -> Option<&'static str> {
    Some(match column {
        Column::On => lang.pick("必填，钱到账的日期。", "Required: the day on which the money came."),
        Column::Amount => lang.pick("必填，收到的金额，单位元。", "Required: the amount that came, in yuan."),
        Column::Payer => {
            lang.pick("没有决定书号时按付款人和金额找。", "Looked for where no decision is named.")
        }
        Column::Reference => lang.pick(
            "作为票据号入账；没有的，用流水号，再用凭证号。同日、同额、同号的不重复入账。",
            "Recorded as the receipt, else the transaction, else the voucher; the same one of that day and amount is never \
             booked twice.",
        ),
        Column::Decision => lang.pick(
            "如 道商罚决〔2026〕18号；写在附言、摘要、用途或者备注里也可以。",
            "Such as 道商罚决〔2026〕18号; it may stand in the note, summary, purpose or remark as well.",
        ),
        _ => return None,
    })
}
