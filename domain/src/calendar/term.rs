//! A term (期限) as a rule states it, and the deadline that it gives.

use serde::{Deserialize, Serialize};

use super::Trace;
use crate::{Day, Lang};

/// What a term counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 工作日: make-up workdays in, weekends and statutory holidays out.
    Working,
    /// So many working days before the start, the start not counted; never rolled.
    WorkingBack,
    /// 间隔的完整工作日: the day before so many full working days before the start; never rolled.
    WorkingClearBack,
    /// 日: every day counts.
    Calendar,
    /// So many days before the start; never rolled.
    CalendarBack,
    /// 月: to the same day number, else the month's last day.
    Month,
    /// So many months before the start; never rolled.
    MonthBack,
    /// 小时: from minute to minute, on every day.
    Hour,
}

impl Unit {
    /// Every unit, as the calculator offers them.
    pub const ALL: [Unit; 8] = [
        Unit::Working,
        Unit::Calendar,
        Unit::Month,
        Unit::Hour,
        Unit::WorkingBack,
        Unit::WorkingClearBack,
        Unit::CalendarBack,
        Unit::MonthBack,
    ];

    /// The word in data files, addresses and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Unit::Working => "working",
            Unit::WorkingBack => "working_back",
            Unit::WorkingClearBack => "working_clear_back",
            Unit::Calendar => "calendar",
            Unit::CalendarBack => "calendar_back",
            Unit::Month => "month",
            Unit::MonthBack => "month_back",
            Unit::Hour => "hour",
        }
    }

    /// The unit of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Unit::ALL.into_iter().find(|unit| unit.word() == word)
    }

    /// Whether the term runs towards earlier days.
    #[must_use]
    pub fn is_back(self) -> bool {
        matches!(self, Unit::WorkingBack | Unit::WorkingClearBack | Unit::CalendarBack | Unit::MonthBack)
    }

    /// Whether working days are counted, so that rest days are not.
    #[must_use]
    pub fn is_working(self) -> bool {
        matches!(self, Unit::Working | Unit::WorkingBack | Unit::WorkingClearBack)
    }

    /// Whether months are counted.
    #[must_use]
    pub fn counts_months(self) -> bool {
        matches!(self, Unit::Month | Unit::MonthBack)
    }

    /// Whether the term runs day by day towards later days: such a term may be extended and paused.
    #[must_use]
    pub fn is_forward_days(self) -> bool {
        matches!(self, Unit::Working | Unit::Calendar | Unit::Month)
    }

    /// The longest term that is counted in this unit: ten years; of hours, a thousand.
    #[must_use]
    pub fn length_max(self) -> u16 {
        match self {
            Unit::Working | Unit::WorkingBack | Unit::WorkingClearBack => 2_500,
            Unit::Calendar | Unit::CalendarBack => 3_660,
            Unit::Month | Unit::MonthBack => 120,
            Unit::Hour => 1_000,
        }
    }

    /// "5 个工作日", "15 日", "6 个月".
    #[must_use]
    pub fn counted(self, length: u16, lang: Lang) -> String {
        let plural = if length == 1 { "" } else { "s" };
        match (self, lang) {
            (Unit::Working | Unit::WorkingBack, Lang::Zh) => format!("{length} 个工作日"),
            (Unit::WorkingClearBack, Lang::Zh) => format!("{length} 个完整工作日"),
            (Unit::Hour, Lang::Zh) => format!("{length} 小时"),
            (Unit::Calendar | Unit::CalendarBack, Lang::Zh) => format!("{length} 日"),
            (Unit::Month | Unit::MonthBack, Lang::Zh) => format!("{length} 个月"),
            (Unit::Working | Unit::WorkingBack, Lang::En) => format!("{length} working day{plural}"),
            (Unit::WorkingClearBack, Lang::En) => format!("{length} clear working day{plural}"),
            (Unit::Hour, Lang::En) => format!("{length} hour{plural}"),
            (Unit::Calendar | Unit::CalendarBack, Lang::En) => format!("{length} day{plural}"),
            (Unit::Month | Unit::MonthBack, Lang::En) => format!("{length} month{plural}"),
        }
    }
}

/// A length of time that a rule gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Term {
    /// In units, from 1 to [`Unit::length_max`].
    pub length: u16,
    pub unit: Unit,
    /// A last day on a rest day moves to the next working day. A term that runs backwards never rolls.
    pub rolls: bool,
}

impl Term {
    /// A term that ends where it ends: the terms of the bureau.
    #[must_use]
    pub fn fixed(length: u16, unit: Unit) -> Self {
        Term { length, unit, rolls: false }
    }

    /// A term whose last day moves off rest days: the terms of the party.
    #[must_use]
    pub fn rolling(length: u16, unit: Unit) -> Self {
        Term { length, unit, rolls: true }
    }

    /// "5 个工作日".
    #[must_use]
    pub fn text(self, lang: Lang) -> String {
        self.unit.counted(self.length, lang)
    }
}

/// The end of a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The last day of the term by law, rolled where the term rolls.
    pub last_day: Day,
    /// The day by which to act: the last working day on or before the last day. Badge, work list and
    /// reminders use it.
    pub acting_day: Day,
    /// Rests on a year whose holidays are not announced yet; [`Trace::missing_years`] names it.
    pub provisional: bool,
    pub trace: Trace,
}
