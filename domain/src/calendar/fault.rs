//! What is wrong with a calendar's data, or with a term that should be counted by it.

use serde::{Deserialize, Serialize};

use super::{Clock, PauseKind, Unit, day_long};
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
    /// A term of hours needs the minute at which it starts.
    TimeNeeded,
    /// The row gives no extension, or not by this approver.
    NoExtension { clock: Clock },
    /// The extension is zero, or longer than the row gives.
    ExtensionLength { unit: Unit, length_max: u16 },
    /// The row does not count out days of this kind.
    NoPause { clock: Clock, kind: PauseKind },
    /// A term that runs backwards or in hours is neither extended nor paused.
    NotAdjustable,
    /// A pause ends before it begins.
    PauseOrder { from: Day, to: Day },
    /// More pauses than are counted for one term.
    TooManyPauses { max: usize },
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
            TermError::TimeNeeded => "time_needed",
            TermError::NoExtension { .. } => "no_extension",
            TermError::ExtensionLength { .. } => "extension_length",
            TermError::NoPause { .. } => "no_pause",
            TermError::NotAdjustable => "not_adjustable",
            TermError::PauseOrder { .. } => "pause_order",
            TermError::TooManyPauses { .. } => "too_many_pauses",
        }
    }

    /// What is wrong and what to do.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.chinese(),
            Lang::En => self.english(),
        }
    }

    fn chinese(self) -> String {
        let lang = Lang::Zh;
        match self {
            TermError::CalendarMissing { first_day } => {
                format!("没有{}以前的节假日数据，不能计算；请填此后的日期。", day_long(first_day, lang))
            }
            TermError::TermLength { unit, length_max } => {
                format!("期限长度须为 1 至 {}。", unit.counted(length_max, lang))
            }
            TermError::TooFar { last_year } => format!("只计算到 {last_year} 年；请填较早的日期。"),
            TermError::NoRule { clock } => {
                format!("这一天没有有效的“{}”规则，请核对起算事件日期。", clock.name(lang))
            }
            TermError::TimeNeeded => "按小时计算的期限，请填写起算的时和分，如 14:30。".to_owned(),
            TermError::NoExtension { clock } => {
                format!("“{}”没有延长的依据，请去掉延长。", clock.name(lang))
            }
            TermError::ExtensionLength { unit, length_max } => {
                format!("延长的长度须为 1 至 {}。", unit.counted(length_max, lang))
            }
            TermError::NoPause { clock, kind } => {
                format!("{}不能从“{}”中扣除，请删去这段期间。", kind.name(lang), clock.name(lang))
            }
            TermError::NotAdjustable => {
                "倒算的期限和按小时计算的期限不能延长，也没有可扣除的期间。".to_owned()
            }
            TermError::PauseOrder { from, to } => format!(
                "扣除期间的结束日 {} 早于开始日 {}，请核对。",
                day_long(to, lang),
                day_long(from, lang)
            ),
            TermError::TooManyPauses { max } => format!("扣除期间最多填 {max} 段。"),
        }
    }

    fn english(self) -> String {
        let lang = Lang::En;
        match self {
            TermError::CalendarMissing { first_day } => {
                format!("There is no holiday data before {}; enter a later day.", day_long(first_day, lang))
            }
            TermError::TermLength { unit, length_max } => {
                format!("The length must be from 1 to {}.", unit.counted(length_max, lang))
            }
            TermError::TooFar { last_year } => {
                format!("Days are counted up to the year {last_year}; enter an earlier day.")
            }
            TermError::NoRule { clock } => format!(
                "No row of \"{}\" was in force on that day; check the day of the event.",
                clock.name(lang)
            ),
            TermError::TimeNeeded => {
                "A term of hours needs the time at which it starts; enter it as 14:30.".to_owned()
            }
            TermError::NoExtension { clock } => {
                format!("No article extends \"{}\"; leave the extension out.", clock.name(lang))
            }
            TermError::ExtensionLength { unit, length_max } => {
                format!("The extension must be from 1 to {}.", unit.counted(length_max, lang))
            }
            TermError::NoPause { clock, kind } => {
                let (clock, kind) = (clock.name(lang), kind.name(lang));
                format!("Days of this kind ({kind}) are not counted out of \"{clock}\"; leave them out.")
            }
            TermError::NotAdjustable => {
                "A term counted backwards or in hours has no extension and no days counted out.".to_owned()
            }
            TermError::PauseOrder { from, to } => format!(
                "The days counted out end on {} before they begin on {}; check them.",
                day_long(to, lang),
                day_long(from, lang)
            ),
            TermError::TooManyPauses { max } => format!("Enter at most {max} spans to be counted out."),
        }
    }
}

impl std::fmt::Display for TermError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for TermError {}
