//! What is wrong with a calendar's data, or with a term that should be counted by it.

use serde::{Deserialize, Serialize};

use super::{Clock, Unit, day_long};
use crate::{Day, Lang};

/// A line of calendar data that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct CalendarFault {
    /// Counted from 1; 0 when the data as a whole is wrong.
    pub line: usize,
    pub reason: CalendarFaultReason,
}

/// Why calendar data cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CalendarFaultReason {
    #[error("the first line must be \"date,kind,occasion\"")]
    Header,
    #[error("a line has three columns: date, kind, occasion")]
    Columns,
    #[error("{0:?} is no day written as 2026-10-01")]
    Date(String),
    #[error("{0:?} is neither holiday nor makeup_workday")]
    Kind(String),
    #[error("{0} stands here twice")]
    Twice(Day),
    #[error("there is no holiday in it")]
    Empty,
}

/// Why a term is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum TermError {
    /// The count touches days before the first year of the calendar.
    CalendarMissing { first_day: Day },
    /// The length is zero, or longer than is counted.
    TermLength { unit: Unit, length_max: u16 },
    /// The count ends after the last year that is counted.
    TooFar { last_year: i32 },
    /// No row of the clock was in force on the day of the event.
    NoRule { clock: Clock },
}

impl TermError {
    /// The stable word for interfaces.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            TermError::CalendarMissing { .. } => "calendar_missing",
            TermError::TermLength { .. } => "term_length",
            TermError::TooFar { .. } => "too_far",
            TermError::NoRule { .. } => "no_rule",
        }
    }

    /// What is wrong and what to do.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        match (self, lang) {
            (TermError::CalendarMissing { first_day }, Lang::Zh) => {
                format!("没有{}以前的节假日数据，不能计算；请填此后的日期。", day_long(first_day, lang))
            }
            (TermError::CalendarMissing { first_day }, Lang::En) => {
                format!("There is no holiday data before {}; enter a later day.", day_long(first_day, lang))
            }
            (TermError::TermLength { unit, length_max }, Lang::Zh) => {
                format!("期限长度须为 1 至 {}。", unit.counted(length_max, lang))
            }
            (TermError::TermLength { unit, length_max }, Lang::En) => {
                format!("The length must be from 1 to {}.", unit.counted(length_max, lang))
            }
            (TermError::TooFar { last_year }, Lang::Zh) => {
                format!("只计算到 {last_year} 年；请填较早的日期。")
            }
            (TermError::TooFar { last_year }, Lang::En) => {
                format!("Days are counted up to the year {last_year}; enter an earlier day.")
            }
            (TermError::NoRule { clock }, Lang::Zh) => {
                format!("这一天没有有效的“{}”规则，请核对起算事件日期。", clock.name(lang))
            }
            (TermError::NoRule { clock }, Lang::En) => {
                format!(
                    "No row of \"{}\" was in force on that day; check the day of the event.",
                    clock.name(lang)
                )
            }
        }
    }
}

impl std::fmt::Display for TermError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for TermError {}
