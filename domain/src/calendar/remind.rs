//! On which days a running term is remembered.

use chrono::Days;

use super::{Binds, Calendar, Deadline, Term};
use crate::Day;
use crate::instant::Instant;

/// Days before the acting day, and the acting day itself.
const DAYS_BEFORE: [u16; 4] = [7, 3, 1, 0];

/// How far a term has run, as far as somebody is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReminderStep {
    /// A term of the party, or one that nobody can miss, is over: the bureau may go on.
    Ended,
    /// The bureau's term is over and what it asked for was not done.
    Overdue,
    /// So many days before the day on which the bureau should act at the latest; 0 is that day.
    DaysBefore(u16),
    /// Half of the bureau's term of hours has passed.
    Half,
}

impl ReminderStep {
    /// Every step, the latest first.
    pub const ALL: [ReminderStep; 7] = [
        ReminderStep::Ended,
        ReminderStep::Overdue,
        ReminderStep::Half,
        ReminderStep::DaysBefore(0),
        ReminderStep::DaysBefore(1),
        ReminderStep::DaysBefore(3),
        ReminderStep::DaysBefore(7),
    ];

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ReminderStep::Ended => "ended",
            ReminderStep::Overdue => "overdue",
            ReminderStep::Half => "half",
            ReminderStep::DaysBefore(0) => "due",
            ReminderStep::DaysBefore(1) => "before_1",
            ReminderStep::DaysBefore(3) => "before_3",
            ReminderStep::DaysBefore(_) => "before_7",
        }
    }

    /// The step of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        ReminderStep::ALL.into_iter().find(|step| step.word() == word)
    }

    /// Whether the head is told as well: from the day before on, and of every term of hours.
    #[must_use]
    pub fn is_for_head(self) -> bool {
        matches!(self, ReminderStep::Overdue | ReminderStep::Half | ReminderStep::DaysBefore(0 | 1))
    }
}

/// A running term as it is projected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunningTerm {
    pub binds: Binds,
    pub term: Term,
    /// The day of the event that starts it; itself not counted.
    pub start: Day,
    pub last_day: Day,
    pub acting_day: Day,
    /// The minutes of a term of hours: its half and its end are told when they come, on rest days too.
    pub hours: Option<[Instant; 2]>,
}

impl RunningTerm {
    /// The step that was reached by `now`, of which somebody is told; none: nothing is told yet. What falls on a rest
    /// day is told on the last working day before, what is over on the next one.
    #[must_use]
    pub fn reached(&self, now: Instant, calendar: &Calendar) -> Option<ReminderStep> {
        if let (Some([starts_at, ends_at]), Binds::Bureau) = (self.hours, self.binds) {
            let half = starts_at.plus_millis(ends_at.since(starts_at).num_milliseconds() / 2);
            return match now {
                now if now >= ends_at => Some(ReminderStep::Overdue),
                now if now >= half => Some(ReminderStep::Half),
                _ => None,
            };
        }
        let today = now.day();
        let is_over = calendar.next_working_day(after(self.last_day)) <= today;
        match self.binds {
            Binds::Bureau if is_over => Some(ReminderStep::Overdue),
            // A way that the bureau may leave unused is told before it closes; it is never overdue.
            Binds::Bureau | Binds::Nobody if !is_over => {
                let mut days = DAYS_BEFORE.into_iter().rev();
                let step = days.find(|days| self.told_on(*days, calendar).is_some_and(|on| on <= today));
                step.map(ReminderStep::DaysBefore)
            }
            _ => is_over.then_some(ReminderStep::Ended),
        }
    }

    /// The day on which a step is told; none: the term has no such step.
    fn told_on(&self, days: u16, calendar: &Calendar) -> Option<Day> {
        let day = step_day(self.term, Some(self.start), self.acting_day, days)?;
        let working = calendar.previous_working_day(day);
        Some(if self.term.unit.is_back() || self.start < working { working } else { day })
    }
}

fn after(day: Day) -> Day {
    day.succ_opt().unwrap_or(day)
}

/// The day so many days before the acting day, where the step is shorter than the term and comes after its start.
fn step_day(term: Term, start: Option<Day>, acting_day: Day, days: u16) -> Option<Day> {
    let is_shorter = term.unit.counts_months() || days < term.length;
    let day = acting_day.checked_sub_days(Days::new(days.into())).filter(|_| is_shorter)?;
    (term.unit.is_back() || start.is_none_or(|start| start < day)).then_some(day)
}

impl Deadline {
    /// For a term of the bureau: seven, three and one days before the acting day and that day itself, as
    /// far as a step is shorter than the term and its day comes after the start.
    #[must_use]
    pub fn reminders(&self) -> Vec<Day> {
        let term = Term { length: self.trace.length(), ..self.trace.term() };
        let start = self.trace.start();
        let of = |days| step_day(term, start, self.acting_day, days);
        DAYS_BEFORE.into_iter().filter_map(of).collect()
    }
}

impl Calendar {
    /// For a term of the party: the working day after it ended, on which the bureau may go on.
    #[must_use]
    pub fn reminder_after(&self, deadline: &Deadline) -> Day {
        self.next_working_day(after(deadline.last_day))
    }
}

impl super::HourDeadline {
    /// For a term of hours: half of it, and its end.
    #[must_use]
    pub fn reminders(&self) -> [Instant; 2] {
        [self.half_at(), self.ends_at]
    }
}
