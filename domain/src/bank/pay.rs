//! Which account a payment of the list pays.

use super::column::Column;
use super::row::BankRow;
use crate::case::{Account, AccountState, ReceivedMoney};
use crate::ledger::Fault;
use crate::value::{Money, ValueError, fold};

/// A party's account on the day of the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate<K> {
    /// What the asker knows it by.
    pub key: K,
    /// The party's name.
    pub name: String,
    pub account: Account,
}

/// What a row turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<K> {
    /// 已入账: a payment with this receipt, of this day and amount, stands there.
    Recorded,
    /// 可入账: it pays this account.
    Pays(Candidate<K>),
    /// 金额不符 or 找不到, with what to do.
    Wrong(Fault<Column>),
}

/// Finds the account that a row pays: by the number of the decision, else by the payer who owes exactly so much.
#[must_use]
pub fn find<K: Clone>(row: &BankRow, candidates: &[Candidate<K>]) -> Found<K> {
    let by_number =
        |one: &&Candidate<K>| one.account.number.as_ref().is_some_and(|number| row.numbers.contains(number));
    let numbered: Vec<&Candidate<K>> = candidates.iter().filter(by_number).collect();
    let named: Vec<&Candidate<K>> = candidates.iter().filter(|one| is_payer(row, &one.name)).collect();
    let pool = if numbered.is_empty() { &named } else { &numbered };
    if let Some(recorded) = recorded(row, pool) {
        return recorded;
    }
    let is_open = |one: &&&Candidate<K>| one.account.state == AccountState::Open;
    let open: Vec<&Candidate<K>> = pool.iter().filter(is_open).copied().collect();
    match (open.as_slice(), numbered.is_empty()) {
        ([], _) if pool.is_empty() => wrong(unknown()),
        ([], _) => wrong(nothing_open()),
        ([one], false) if row.amount <= one.account.balance => Found::Pays((*one).clone()),
        (_, false) => wrong(other_amount(&open)),
        (_, true) => by_amount(row, &open),
    }
}

/// The only one of a payer's open accounts of which exactly the amount is open.
fn by_amount<K: Clone>(row: &BankRow, open: &[&Candidate<K>]) -> Found<K> {
    let fits = |one: &&&Candidate<K>| owes(&one.account).contains(&row.amount);
    let fitting: Vec<_> = open.iter().filter(fits).collect();
    match fitting.as_slice() {
        [one] => Found::Pays((**one).clone()),
        [] => wrong(other_amount(open)),
        _ => wrong(several()),
    }
}

/// What somebody may pay at once: all, all but the surcharge, or the open instalment.
fn owes(account: &Account) -> Vec<Money> {
    let plan = account.plan.iter().filter(|_| account.broken.is_none());
    let instalment = plan.map(|line| line.open()).find(|open| *open > Money::ZERO);
    [Some(account.balance), Some(account.rest), instalment].into_iter().flatten().collect()
}

fn is_payer(row: &BankRow, name: &str) -> bool {
    row.payer.as_ref().is_some_and(|payer| fold(payer.as_str()) == fold(name))
}

/// What the accounts say of the row's own payment: that it stands there, or that one stands there which may be it.
fn recorded<K>(row: &BankRow, pool: &[&Candidate<K>]) -> Option<Found<K>> {
    let receipt = row.receipt()?;
    let has_receipt = |one: &&ReceivedMoney| fold(one.receipt()) == fold(receipt.as_str());
    let is_same = |one: &&ReceivedMoney| one.on == row.on && one.amount == row.amount;
    let received = || pool.iter().flat_map(|one| &one.account.received);
    if received().any(|one| has_receipt(&one) && is_same(&one)) {
        return Some(Found::Recorded);
    }
    let used = received().find(has_receipt).map(receipt_used);
    used.or_else(|| received().find(is_same).map(perhaps_recorded)).map(wrong)
}

fn wrong<K>(error: ValueError) -> Found<K> {
    let column = match &error {
        ValueError::Unbookable { is_amount: true, .. } => Column::Amount,
        _ => Column::Payer,
    };
    Found::Wrong(Fault { column, error })
}

fn unbookable(is_amount: bool, zh: &str, en: &str) -> ValueError {
    ValueError::Unbookable { is_amount, zh: zh.to_owned(), en: en.to_owned() }
}

fn unknown() -> ValueError {
    unbookable(
        false,
        "找不到：没有这个决定书号，付款人也没有未缴清的款项；请核对后补写决定书号，不是罚没款的从表中删去",
        "Not found: no such decision, and the payer owes nothing; add the number of the decision, or take the row out",
    )
}

fn nothing_open() -> ValueError {
    unbookable(
        false,
        "找不到未缴清的款项：该决定已经缴清、终结或者被撤销；多缴的请按规定退付，不入账",
        "Nothing is open: the decision is paid, ended or fell; what was paid too much goes back and is not recorded",
    )
}

fn several() -> ValueError {
    unbookable(
        false,
        "付款人有几笔金额相同的款项未缴清，请补写决定书号",
        "The payer owes this amount more than once; add the number of the decision",
    )
}

fn receipt_used(one: &ReceivedMoney) -> ValueError {
    let ReceivedMoney { on, amount, .. } = one;
    unbookable(
        true,
        &format!(
            "金额或者日期不符：此票据号已于 {on} 入账 {amount} 元；记错的在案件页面更正，另一笔款在案件页面登记，并从表中删去"
        ),
        &format!(
            "Another amount or day: ¥{amount} of {on} is recorded under this receipt; correct that entry, or record \
             another payment on the case's page, and take the row out"
        ),
    )
}

fn perhaps_recorded(one: &ReceivedMoney) -> ValueError {
    let receipt = one.receipt();
    unbookable(
        true,
        &format!(
            "可能已入账：当日同一金额已登记一笔，票据号为“{receipt}”；是同一笔的从表中删去，另一笔款在案件页面登记，并从表中删去"
        ),
        &format!(
            "Perhaps recorded: the same amount of that day stands there under receipt {receipt}; take the row out, and \
             record another payment on the case's page"
        ),
    )
}

fn other_amount<K>(open: &[&Candidate<K>]) -> ValueError {
    let sums: Vec<String> = open.iter().take(5).map(|one| one.account.balance.to_string()).collect();
    let sums = sums.join("、");
    unbookable(
        true,
        &format!("金额不符：到付款日尚欠 {sums} 元；部分缴款请补写决定书号，多缴的请按规定退付"),
        &format!(
            "Another amount: ¥{sums} was owed on that day; add the number of the decision to a payment in part"
        ),
    )
}
