//! One payment as the bank lists it.

use std::collections::BTreeSet;

use super::column::Column;
use super::number::numbers_in;
use crate::Day;
use crate::case::Name;
use crate::ledger::{Cell, Fault, Reading, RowCells};
use crate::value::{Epoch, Money, Noun, ValueError};

/// Older payments are none of the register's cases.
const FIRST_YEAR: i32 = 2000;

/// A payment of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankRow {
    pub on: Day,
    pub amount: Money,
    pub payer: Option<Name>,
    /// The number of the 缴款书, or the bank's own; one of noughts alone is none.
    pub reference: Option<Name>,
    /// What the row may name as the number of a decision.
    pub numbers: Vec<String>,
}

impl BankRow {
    /// The receipt under which it is recorded: its number, else day and amount of the list.
    #[must_use]
    pub fn receipt(&self) -> Option<Name> {
        let made = || Name::parse(&format!("银行对账单 {} {}", self.on, self.amount)).ok();
        self.reference.clone().or_else(made)
    }

    /// The payer as parties may be called: with wide brackets and with narrow ones.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let Some(payer) = &self.payer else { return Vec::new() };
        let narrow = payer.as_str().replace('（', "(").replace('）', ")");
        let wide = narrow.replace('(', "（").replace(')', "）");
        vec![payer.to_string(), narrow, wide]
    }
}

/// Judges one row.
pub(super) fn judge(
    cells: &RowCells<Column>,
    epoch: Epoch,
    today: Day,
) -> Result<BankRow, Vec<Fault<Column>>> {
    let mut reading = Reading::of(cells, epoch);
    let on = day(&mut reading, today);
    let amount = amount(&mut reading);
    let payer = reading.line(Column::Payer, Noun::Text);
    let references = Column::RECEIPTS.map(|column| reading.line(column, Noun::Text).filter(is_number));
    let reference = references.into_iter().flatten().next();
    let texts = Column::NUMBERS.into_iter().filter_map(|column| reading.text(column));
    let numbers: BTreeSet<String> = texts.flat_map(|text| numbers_in(&text)).collect();
    let numbers = numbers.into_iter().collect();
    match (on, amount, reading.into_faults()) {
        (Some(on), Some(amount), faults) if faults.is_empty() => {
            Ok(BankRow { on, amount, payer, reference, numbers })
        }
        (_, _, faults) => Err(faults),
    }
}

/// Whether a reference tells one payment from others: banks write noughts or strokes where they gave none.
fn is_number(reference: &Name) -> bool {
    reference.as_str().chars().any(|c| c.is_alphanumeric() && c != '0')
}

/// The day; the hour that banks add is left off.
fn day(reading: &mut Reading<'_, Column>, today: Day) -> Option<Day> {
    let first = Day::from_ymd_opt(FIRST_YEAR, 1, 1)?;
    let day = reading.day(Column::On);
    if day.is_none() && !reading.is_faulty(Column::On) {
        reading.fault(Column::On, ValueError::Missing { noun: Noun::Date });
    }
    reading.inside(Column::On, day?, first, today)
}

/// What was received: above zero. A sum that a workbook added up may end in a tail of noughts and a digit.
fn amount(reading: &mut Reading<'_, Column>) -> Option<Money> {
    let missing = ValueError::Missing { noun: Noun::Money };
    let amount = match reading.cell(Column::Amount) {
        Cell::Number(number) if (number * 100.0 - (number * 100.0).round()).abs() < 1e-4 => {
            Money::parse(&format!("{number:.2}")).ok()
        }
        _ => reading.required(Column::Amount, missing, Money::parse),
    };
    if amount.is_some_and(|amount| amount <= Money::ZERO) {
        reading.fault(Column::Amount, ValueError::Range { noun: Noun::Money });
    }
    amount
}
