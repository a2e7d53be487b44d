//! The payment ledger of a bureau, in the person's language.

use super::{MoneyTable, words, workspace};
use crate::caller::Caller;
use crate::case::call::desk;
use crate::error::AppError;
use crate::path;
use chrono::Datelike;
use domain::case::AccountState;
use domain::ledger::LedgerNoun;
use domain::role::may;
use domain::value::Money;
use domain::{Day, Lang};
use store::{BureauStore, LedgerCursor, LedgerLine, LedgerPart};

/// Accounts of one export; more wants a narrower part.
const EXPORT_MAX: usize = 5_000;

/// A page of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerSheet {
    pub bureau: String,
    /// The ways to the parts: address, name, and whether it is shown.
    pub parts: Vec<(String, &'static str, bool)>,
    pub table: MoneyTable,
    /// What is said where the part is empty.
    pub nothing: &'static str,
    /// The ways to the next page, empty on the last; to the workbook, and back.
    pub next: String,
    pub export: String,
    /// The way to the bank's list; empty to whoever records no payments.
    pub bank: String,
    pub back: String,
}

/// A page of a part of the ledger, the first one without a key.
///
/// # Errors
/// [`AppError::NotFound`] for another bureau's, and for a page that is none.
pub async fn ledger(caller: &Caller, slug: &str, part: &str, after: &str) -> Result<LedgerSheet, AppError> {
    let lang = caller.lang;
    let part = LedgerPart::from_word(part).unwrap_or(LedgerPart::Open);
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let after = match after {
        "" => None,
        key => Some(cursor(key).ok_or(AppError::NotFound)?),
    };
    let page = desk.ledger(part, after).await.map_err(|error| caller.redact(error))?;
    let to = |part: LedgerPart| format!("{}?part={}", path::ledger(slug), part.word());
    let next =
        page.next.map(|next| format!("{}&after={}_{}_{}", to(part), next.pay_by, next.case, next.party));
    let parts = LedgerPart::ALL.map(|one| (to(one), name(one, lang), one == part)).to_vec();
    Ok(LedgerSheet {
        bureau: store.bureau().full_name.clone(),
        parts,
        table: table(&page.lines, slug, store.today(), lang),
        nothing: nothing(part, lang),
        next: next.unwrap_or_default(),
        bank: bank(&store, slug),
        export: format!("{}?part={}", path::ledger_export(slug), part.word()),
        back: path::cases(slug),
    })
}

/// The accounts of a part, for a workbook, and whether there are more than it takes.
///
/// # Errors
/// [`AppError::NotFound`] for another bureau's.
pub async fn ledger_lines(
    caller: &Caller,
    slug: &str,
    part: &str,
) -> Result<(Vec<LedgerLine>, bool), AppError> {
    let part = LedgerPart::from_word(part).unwrap_or(LedgerPart::Open);
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let page = desk.ledger(part, after).await.map_err(|error| caller.redact(error))?;
        lines.extend(page.lines);
        after = page.next;
        if after.is_none() || lines.len() >= EXPORT_MAX {
            return Ok((lines, after.is_some()));
        }
    }
}

/// The bank's list comes in by whoever records payments.
fn bank(store: &BureauStore, slug: &str) -> String {
    match may(&store.actor().roles, LedgerNoun::Payments.power()) {
        true => path::import(slug, LedgerNoun::Payments),
        false => String::new(),
    }
}

/// The key of a page; its day is one that both engines hold.
fn cursor(key: &str) -> Option<LedgerCursor> {
    let mut parts = key.splitn(3, '_');
    let pay_by = parts.next()?.parse().ok().filter(|day: &Day| (2000..=9999).contains(&day.year()))?;
    Some(LedgerCursor { pay_by, case: parts.next()?.parse().ok()?, party: parts.next()?.parse().ok()? })
}

fn name(part: LedgerPart, lang: Lang) -> &'static str {
    match part {
        LedgerPart::Open => words::part_open(lang),
        LedgerPart::Overdue => words::part_overdue(lang),
        LedgerPart::Closed => words::part_closed(lang),
    }
}

fn nothing(part: LedgerPart, lang: Lang) -> &'static str {
    match part {
        LedgerPart::Open => words::nothing_open(lang),
        LedgerPart::Overdue => words::nothing_overdue(lang),
        LedgerPart::Closed => words::nothing_closed(lang),
    }
}

fn table(lines: &[LedgerLine], slug: &str, today: Day, lang: Lang) -> MoneyTable {
    let row = |line: &LedgerLine| {
        let account = &line.account;
        let number = account.number.clone().unwrap_or_default();
        let is_open = account.state == AccountState::Open;
        let by = account.pay_by.map_or(words::unserved(lang).to_owned(), |by| by.to_string());
        let by = if is_open { format!("{by} ") } else { String::new() };
        let over = if account.is_overdue(today) { lang.pick("，已逾期", ", overdue") } else { "" };
        vec![
            line.name.clone(),
            format!("{number} {}", account.decided_on),
            line.case_number.clone(),
            account.principal().to_string(),
            Money(account.accrued.0 - account.remitted.0).to_string(),
            account.paid.to_string(),
            account.asked().to_string(),
            format!("{by}{}{over}", account.state.name(lang)),
        ]
    };
    let sum =
        |of: &dyn Fn(&LedgerLine) -> Money| Money(lines.iter().map(|line| of(line).0).sum()).to_string();
    let blank = String::new;
    MoneyTable {
        caption: words::ledger(lang).to_owned(),
        head: vec![
            words::party(lang),
            words::decision(lang),
            words::case(lang),
            words::principal(lang),
            words::accrued(lang),
            words::paid(lang),
            words::balance(lang),
            words::pay_by(lang),
        ],
        rows: lines.iter().map(row).collect(),
        links: lines.iter().map(|line| path::case_money(slug, &line.case.to_string())).collect(),
        sum: Some(vec![
            words::sum_of_page(lang).to_owned(),
            blank(),
            blank(),
            sum(&|line| line.account.principal()),
            sum(&|line| Money(line.account.accrued.0 - line.account.remitted.0)),
            sum(&|line| line.account.paid),
            sum(&|line| line.account.asked()),
            blank(),
        ]),
    }
}

#[cfg(test)]
mod tests {
    use super::cursor;

    #[test]
    fn a_page_begins_behind_a_day_that_both_engines_hold() {
        let id = "00000000-0000-0000-0000-000000000064";
        let key = |day: &str| format!("{day}_{id}_{id}");
        assert!(cursor(&key("2026-03-17")).is_some() && cursor(&key("9999-12-31")).is_some());
        for day in ["-5000-01-01", "1999-12-31", "+10000-01-01", "morgen", ""] {
            assert_eq!(cursor(&key(day)), None, "{day}");
        }
        assert_eq!(cursor("2026-03-17"), None);
    }
}
