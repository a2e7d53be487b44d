//! Days, times and money as papers write them.

use chrono::{Datelike, NaiveTime, Timelike};

use super::Sum;
use crate::Day;
use crate::value::Money;

/// 2026年3月5日: in figures, no leading zeros.
#[must_use]
pub fn day_words(day: Day) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// 9时05分.
#[must_use]
pub fn time_words(time: NaiveTime) -> String {
    format!("{}时{:02}分", time.hour(), time.minute())
}

/// An amount in figures and in capital numerals: 5,000.00 and 伍仟元整.
#[must_use]
pub fn money_words(money: Money) -> Sum {
    Sum { figures: money.to_string(), words: money.in_words() }
}
