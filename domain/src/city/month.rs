//! A calendar month, the unit in which the city counts.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::Day;

/// A calendar month of the years 1900 to 9998; sorts by time, and its text `2026-03` sorts alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month(i32);

/// First year of a month that can be written.
const YEAR_MIN: i32 = 1900;
/// Last year of a month that can be written.
const YEAR_MAX: i32 = 9998;

impl Month {
    /// The month of a year and its number from 1; the nearest one that can be written for what lies outside.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Self {
        let month = i32::try_from(month.clamp(1, 12)).unwrap_or(1);
        Month::clamped(year.clamp(YEAR_MIN - 1, YEAR_MAX + 1) * 12 + month - 1)
    }

    /// The month in which a day lies.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Month::new(day.year(), day.month())
    }

    /// Reads `2026-03`; none for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        let (year, month): (i32, u32) = (year.parse().ok()?, month.parse().ok()?);
        let is_one = (YEAR_MIN..=YEAR_MAX).contains(&year) && (1..=12).contains(&month);
        is_one.then(|| Month::new(year, month))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// From 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        u32::try_from(self.0.rem_euclid(12) + 1).unwrap_or(1)
    }

    /// The month so many months later, or earlier when negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Month::clamped(self.0.saturating_add(months))
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1)
    }

    /// How many months later this one is than another, negative when earlier.
    #[must_use]
    pub fn since(self, other: Month) -> i32 {
        self.0 - other.0
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        Day::from_ymd_opt(self.year(), self.number(), 1).unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Day {
        let next = self.0 + 1;
        let number = u32::try_from(next.rem_euclid(12) + 1).unwrap_or(1);
        let first = Day::from_ymd_opt(next.div_euclid(12), number, 1).unwrap_or_default();
        first.pred_opt().unwrap_or(first)
    }

    fn clamped(index: i32) -> Self {
        Month(index.clamp(YEAR_MIN * 12, YEAR_MAX * 12 + 11))
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl From<Month> for String {
    fn from(month: Month) -> String {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Month::parse(&text).ok_or("no month")
    }
}
