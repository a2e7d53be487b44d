//! The legal calendar: working days, make-up workdays (调休), terms and how they were counted.
//!
//! The calendar is data and today is an argument. A working day is a make-up workday, or Monday to
//! Friday and no holiday. The first day of a term never counts (民法典 art. 201, 民事诉讼法 art. 85);
//! months end on the same day number, else on the month's last day (民法典 art. 202); a last day on a
//! rest day moves to the next working day where the term rolls (民法典 art. 203).

mod adjust;
mod answer;
mod clock;
mod count;
mod event;
mod fault;
mod hours;
mod left;
mod notice;
mod overdue;
mod pause;
mod remind;
mod rule;
mod sentence;
mod term;
mod trace;
mod window;
mod words;
mod year;

pub use adjust::{Adjustments, Approver, Extension, ExtensionRule, PAUSES_MAX, Pause, PauseKind, Remark};
pub use answer::{Asked, Counted, UnusedFacts};
pub use clock::{Clock, ClockGroup};
pub use event::StartEvent;
pub use fault::{CalendarFault, CalendarFaultReason, TermError};
pub use hours::HourDeadline;
pub use left::DaysLeft;
pub use notice::{NoticeFault, NoticeFaultReason, YearNotice};
pub use overdue::{GRAVE_DAYS, Overdue};
pub use remind::{ReminderStep, RunningTerm};
pub use rule::{Binds, ClockRule, ClockRuleFault, ClockRuleReason, ClockRules};
pub use term::{Deadline, Term, Unit};
pub use trace::{RestReason, Step, Trace};
pub use window::{CourtWindow, Unused, Upheld};
pub use words::{day_long, day_short, occasion, weekday};
pub use year::{Calendar, DayKind};

#[cfg(test)]
mod tests;
