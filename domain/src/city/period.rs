//! From one month to another, both counted; what an address and the filter bar of the figures say.

use serde::{Deserialize, Serialize};

use super::Month;
use crate::{Day, Lang};

/// Months of a period at most.
pub const PERIOD_MONTHS_MAX: i32 = 36;

/// From one month to another, both counted, at most [`PERIOD_MONTHS_MAX`]. Its text is `2026-01..2026-11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    from: Month,
    to: Month,
}

/// Why a period is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PeriodError {
    #[error("no period")]
    Unreadable,
    #[error("the period ends before it begins")]
    Backwards,
    #[error("the period is too long")]
    TooLong,
}

impl PeriodError {
    /// What to do about it.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            PeriodError::Unreadable => lang.pick(
                "请选择起止月份，例如 2026-01 至 2026-11",
                "Choose two months, e.g. 2026-01 to 2026-11",
            ),
            PeriodError::Backwards => {
                lang.pick("起始月份不能晚于截止月份", "The first month must not be after the last one")
            }
            PeriodError::TooLong => lang.pick("统计期间最长 36 个月", "A period has at most 36 months"),
        }
    }
}

/// A period that is chosen by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    ThisMonth,
    LastMonth,
    ThisYear,
    LastYear,
}

impl Preset {
    /// Every one, in the order of the filter bar.
    pub const ALL: [Preset; 4] = [Preset::ThisMonth, Preset::LastMonth, Preset::ThisYear, Preset::LastYear];

    /// The word in an address.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Preset::ThisMonth => "this_month",
            Preset::LastMonth => "last_month",
            Preset::ThisYear => "this_year",
            Preset::LastYear => "last_year",
        }
    }

    /// The preset of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Preset::ALL.into_iter().find(|preset| preset.word() == word)
    }

    /// "本年累计".
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Preset::ThisMonth => lang.pick("本月", "This month"),
            Preset::LastMonth => lang.pick("上月", "Last month"),
            Preset::ThisYear => lang.pick("本年累计", "This year to date"),
            Preset::LastYear => lang.pick("上年", "Last year"),
        }
    }

    /// The period that it means today; this year's ends with the current month.
    #[must_use]
    pub fn on(self, today: Day) -> Period {
        let this = Month::of(today);
        let (from, to) = match self {
            Preset::ThisMonth => (this, this),
            Preset::LastMonth => (this.previous(), this.previous()),
            Preset::ThisYear => (Month::new(this.year(), 1), this),
            Preset::LastYear => (Month::new(this.year() - 1, 1), Month::new(this.year() - 1, 12)),
        };
        Period { from, to }
    }
}

impl Period {
    /// # Errors
    /// [`PeriodError::Backwards`] and [`PeriodError::TooLong`].
    pub fn new(from: Month, to: Month) -> Result<Self, PeriodError> {
        if to < from {
            return Err(PeriodError::Backwards);
        }
        if to.since(from) >= PERIOD_MONTHS_MAX {
            return Err(PeriodError::TooLong);
        }
        Ok(Period { from, to })
    }

    /// Reads `2026-01..2026-11`, or one month.
    ///
    /// # Errors
    /// [`PeriodError`], for text that is no month also [`PeriodError::Unreadable`].
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let month = |text: &str| Month::parse(text.trim()).ok_or(PeriodError::Unreadable);
        Period::new(month(from)?, month(to)?)
    }

    /// One month alone.
    #[must_use]
    pub fn of(month: Month) -> Self {
        Period { from: month, to: month }
    }

    /// Its first month.
    #[must_use]
    pub fn from(self) -> Month {
        self.from
    }

    /// Its last month.
    #[must_use]
    pub fn to(self) -> Month {
        self.to
    }

    /// How many months it has.
    #[must_use]
    pub fn length(self) -> u32 {
        u32::try_from(self.to.since(self.from) + 1).unwrap_or(1)
    }

    /// Its months, oldest first.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (0..=self.to.since(self.from)).map(move |later| self.from.plus(later))
    }

    /// Whether a month lies in it.
    #[must_use]
    pub fn holds(self, month: Month) -> bool {
        self.from <= month && month <= self.to
    }

    /// The same months a year before (同期).
    #[must_use]
    pub fn last_year(self) -> Self {
        Period { from: self.from.plus(-12), to: self.to.plus(-12) }
    }

    /// The period of the same length just before (上期); for one month, the month before.
    #[must_use]
    pub fn before(self) -> Self {
        let length = self.to.since(self.from) + 1;
        Period { from: self.from.plus(-length), to: self.to.plus(-length) }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.from, self.to)
    }
}

impl From<Period> for String {
    fn from(period: Period) -> String {
        period.to_string()
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Period::parse(&text)
    }
}
