//! The surcharge (加处罚款, 行政处罚法 art. 72, 行政强制法 art. 45): three per cent a day of the unpaid fine.
//!
//! It runs on the fine alone, never on what is confiscated. It begins the day after the rolled end of the term
//! to pay, never passes the fine, and stands still during a remedy that was accepted (行政处罚法 art. 73) and
//! during an approved payment plan. Money received pays the fine first. The law says *may*: whether it is asked
//! for at all is decided elsewhere.

use std::collections::BTreeSet;

use chrono::{Datelike, Days};
use serde::{Deserialize, Serialize};

use crate::value::Money;
use crate::{Day, Lang};

/// Per cent of the unpaid fine a day.
const PER_CENT_A_DAY: i128 = 3;

/// Why the surcharge stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StillCause {
    /// 复议、诉讼期间
    Remedy,
    /// 暂缓、分期缴纳期间
    Plan,
}

impl StillCause {
    /// "复议、诉讼期间".
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            StillCause::Remedy => lang.pick("复议、诉讼期间", "reconsideration or suit"),
            StillCause::Plan => lang.pick("暂缓、分期缴纳期间", "deferral or instalments"),
        }
    }
}

/// Days on which the surcharge stands still, both ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Still {
    /// The remedy was handed in, and accepted; or the plan was approved.
    pub from: Day,
    /// Its final decision was served; or the plan ended, or the rolled day of the instalment that broke it.
    /// None: not yet.
    pub to: Option<Day>,
    pub cause: StillCause,
}

impl Still {
    fn covers(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// Money received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The day still counts on what was unpaid when it began.
    pub on: Day,
    pub amount: Money,
}

/// A fine whose surcharge is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fine {
    pub amount: Money,
    /// What is confiscated beside it: money received pays it before the surcharge.
    pub confiscated: Money,
    /// The last day to pay, rolled.
    pub due: Day,
    /// Whether the decision told the party the standard of the surcharge; without it there is none.
    pub standard_told: bool,
    pub receipts: Vec<Receipt>,
    pub stills: Vec<Still>,
}

/// A run of days on which the same sum was unpaid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurchargeLine {
    pub from: Day,
    pub to: Day,
    pub days: u32,
    pub unpaid: Money,
    pub amount: Money,
}

/// What accrued up to and including a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surcharge {
    /// In the order of days; what accrued before a standstill stands on a line of its own.
    pub lines: Vec<SurchargeLine>,
    /// The sum of the lines, at most the fine; parts of a 分 are dropped.
    pub accrued: Money,
    /// The day on which it reached the fine.
    pub full_on: Option<Day>,
    /// What is unpaid of the fine.
    pub fine_left: Money,
    /// What is unpaid of the surcharge.
    pub surcharge_left: Money,
}

impl Fine {
    /// The surcharge up to and including a day.
    #[must_use]
    pub fn surcharge(&self, today: Day) -> Surcharge {
        self.surcharge_until(today, today)
    }

    /// The surcharge of which nothing accrues after a day, with what was received up to and including today.
    #[must_use]
    pub fn surcharge_until(&self, until: Day, today: Day) -> Surcharge {
        let received = self.received(|on| on <= today);
        let fine = i128::from(self.amount.fen()).max(0);
        let mut surcharge =
            Surcharge { fine_left: money((fine - received).clamp(0, fine)), ..Surcharge::default() };
        if self.standard_told {
            self.accrue(until, &mut surcharge);
        }
        let beside = i128::from(self.confiscated.fen()).max(0);
        let left = i128::from(surcharge.accrued.fen()) - (received - fine - beside).max(0);
        surcharge.surcharge_left = money(left.max(0));
        surcharge
    }

    fn accrue(&self, today: Day, surcharge: &mut Surcharge) {
        // In hundredths of a 分, so that nothing is lost from line to line.
        let cap = i128::from(self.amount.fen()).max(0) * 100;
        let mut sum: i128 = 0;
        let days: Vec<Day> = self.edges(today).into_iter().collect();
        for (from, next) in days.iter().zip(days.iter().skip(1)) {
            let unpaid = i128::from(self.amount.fen()) - self.received(|on| on < *from);
            if unpaid <= 0 || self.stills.iter().any(|still| still.covers(*from)) || sum >= cap {
                continue;
            }
            let daily = unpaid.min(cap / 100) * PER_CENT_A_DAY;
            let span = i128::from(next.num_days_from_ce() - from.num_days_from_ce());
            let to_full = (cap - sum + daily - 1) / daily;
            let days = span.min(to_full);
            let reached = (sum + daily * days).min(cap);
            let ahead = u64::try_from(days - 1).unwrap_or_default();
            let to = from.checked_add_days(Days::new(ahead)).unwrap_or(*from);
            if reached == cap {
                surcharge.full_on = Some(to);
            }
            surcharge.lines.push(SurchargeLine {
                from: *from,
                to,
                days: u32::try_from(days).unwrap_or(u32::MAX),
                unpaid: money(unpaid),
                amount: money(reached / 100 - sum / 100),
            });
            sum = reached;
        }
        surcharge.accrued = money(sum / 100);
    }

    /// The days on which what counts may change, from the first day to the one after the last.
    fn edges(&self, today: Day) -> BTreeSet<Day> {
        let next = |day: Day| day.succ_opt().unwrap_or(day);
        let (first, end) = (next(self.due), next(today));
        let receipts = self.receipts.iter().map(|receipt| next(receipt.on));
        let stills = self.stills.iter().flat_map(|still| [Some(still.from), still.to.map(next)]);
        let edges = receipts.chain(stills.flatten()).filter(|day| first < *day && *day < end);
        if end <= first { BTreeSet::new() } else { edges.chain([first, end]).collect() }
    }

    fn received(&self, counts: impl Fn(Day) -> bool) -> i128 {
        let counted = self.receipts.iter().filter(|receipt| counts(receipt.on));
        counted.map(|receipt| i128::from(receipt.amount.fen())).sum()
    }
}

fn money(fen: i128) -> Money {
    Money(i64::try_from(fen).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests;
