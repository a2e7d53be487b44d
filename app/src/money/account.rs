//! A party's account as tables whose sums add up.

use super::{MoneyTable, words};
use domain::calendar::day_long;
use domain::case::{Account, AccountState, Case, PlanLine, ReceivedMoney, surcharge_a_day};
use domain::surcharge::SurchargeLine;
use domain::value::Money;
use domain::{Day, Lang};

/// The account of one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountSheet {
    pub party: String,
    /// The decision: its number and day.
    pub decision: String,
    /// Where it stands, and by when money is to come.
    pub state: String,
    pub is_overdue: bool,
    /// The account, then how the surcharge was counted, the plan and what came, those that have lines.
    pub tables: Vec<MoneyTable>,
}

/// An account as its page shows it.
pub fn sheet(case: &Case, account: &Account, today: Day, lang: Lang) -> AccountSheet {
    let parties = case.parties();
    let party = parties.iter().find(|party| party.id == account.party);
    let number = account.number.clone().unwrap_or_default();
    let tables =
        [sums(account, lang), surcharge(account, lang), plan(account, lang), received(account, lang)];
    AccountSheet {
        party: party.map(|party| party.name.to_string()).unwrap_or_default(),
        decision: format!("{number} {}", day_long(account.decided_on, lang)),
        state: state(account, today, lang),
        is_overdue: account.is_overdue(today),
        tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
    }
}

/// 未缴清，缴款期限 2026年3月17日，已逾期
pub fn state(account: &Account, today: Day, lang: Lang) -> String {
    let name = account.state.name(lang);
    let by = account.pay_by.map(|by| day_long(by, lang)).filter(|_| account.state == AccountState::Open);
    let Some(by) = by else { return name.to_owned() };
    let over = if account.is_overdue(today) { lang.pick("，已逾期", ", overdue") } else { "" };
    lang.pick(format!("{name}，缴款期限{by}{over}"), format!("{name}, to be paid by {by}{over}"))
}

fn sums(account: &Account, lang: Lang) -> MoneyTable {
    let line = |name: &str, amount: Money| vec![name.to_owned(), amount.to_string()];
    let less = |name: &str, amount: Money| line(name, Money(-amount.0));
    let mut rows = vec![line(words::fine(lang), account.fine)];
    let some = |amount: Money| amount != Money::ZERO;
    rows.extend(some(account.gains).then(|| line(words::gains(lang), account.gains)));
    rows.extend(some(account.accrued).then(|| line(words::accrued(lang), account.accrued)));
    rows.extend(some(account.remitted).then(|| less(words::remitted(lang), account.remitted)));
    let stands = account.state != AccountState::Fell;
    rows.extend(stands.then(|| line(words::total(lang), account.total())));
    let paid = if stands { Money(-account.paid.0) } else { account.paid };
    rows.push(line(words::paid(lang), paid));
    rows.extend(some(account.refund).then(|| line(words::refund(lang), account.refund)));
    MoneyTable {
        caption: words::account(lang).to_owned(),
        head: vec![words::item(lang), words::amount(lang)],
        rows,
        links: Vec::new(),
        sum: Some(line(words::balance(lang), account.balance)),
    }
}

fn surcharge(account: &Account, lang: Lang) -> MoneyTable {
    let row = |line: &SurchargeLine| {
        let (from, to) = (day_long(line.from, lang), day_long(line.to, lang));
        vec![
            lang.pick(format!("{from}至{to}"), format!("{from} to {to}")),
            line.days.to_string(),
            line.unpaid.to_string(),
            surcharge_a_day(line).to_string(),
            line.amount.to_string(),
        ]
    };
    let days: u32 = account.surcharge.iter().map(|line| line.days).sum();
    let blank = String::new;
    MoneyTable {
        caption: words::accrued_how(lang).to_owned(),
        head: vec![
            words::span(lang),
            words::days(lang),
            words::unpaid(lang),
            words::a_day(lang),
            words::amount(lang),
        ],
        rows: account.surcharge.iter().map(row).collect(),
        links: Vec::new(),
        sum: Some(vec![
            words::sum(lang).to_owned(),
            days.to_string(),
            blank(),
            blank(),
            account.accrued.to_string(),
        ]),
    }
}

fn plan(account: &Account, lang: Lang) -> MoneyTable {
    let row = |line: &PlanLine| {
        let day = day_long(line.by, lang);
        vec![day, line.amount.to_string(), line.covered.to_string(), line.open().to_string()]
    };
    let sum = |of: fn(&PlanLine) -> Money| Money(account.plan.iter().map(|line| of(line).0).sum());
    let caption = match account.broken {
        Some(by) => {
            let (name, day) = (words::plan(lang), day_long(by, lang));
            lang.pick(
                format!("{name}（{day}一期未按时缴纳，计划已终止）"),
                format!("{name} (missed on {day}, ended)"),
            )
        }
        None => words::plan(lang).to_owned(),
    };
    MoneyTable {
        caption,
        head: vec![words::by(lang), words::amount(lang), words::paid(lang), words::open(lang)],
        rows: account.plan.iter().map(row).collect(),
        links: Vec::new(),
        sum: Some(vec![
            words::sum(lang).to_owned(),
            sum(|line| line.amount).to_string(),
            sum(|line| line.covered).to_string(),
            sum(PlanLine::open).to_string(),
        ]),
    }
}

fn received(account: &Account, lang: Lang) -> MoneyTable {
    let row = |one: &ReceivedMoney| {
        let way = match one.cash.is_some() {
            true => words::on_the_spot(lang),
            false => words::at_the_bank(lang),
        };
        vec![day_long(one.on, lang), way.to_owned(), one.receipt().to_owned(), one.amount.to_string()]
    };
    let blank = String::new;
    MoneyTable {
        caption: words::received(lang).to_owned(),
        head: vec![words::day(lang), words::way(lang), words::receipt(lang), words::amount(lang)],
        rows: account.received.iter().map(row).collect(),
        links: Vec::new(),
        sum: Some(vec![words::sum(lang).to_owned(), blank(), blank(), account.paid.to_string()]),
    }
}
