//! On which days a running term is remembered.

use chrono::Days;

use super::{Calendar, Deadline};
use crate::Day;
use crate::instant::Instant;

/// Days before the acting day, and the acting day itself.
const DAYS_BEFORE: [u16; 4] = [7, 3, 1, 0];

impl Deadline {
    /// For a term of the bureau: seven, three and one days before the acting day and that day itself, as
    /// far as a step is shorter than the term and its day comes after the start.
    #[must_use]
    pub fn reminders(&self) -> Vec<Day> {
        let (term, length) = (self.trace.term(), self.trace.length());
        let shorter = |days: u16| term.unit.counts_months() || days < length;
        let start = self.trace.start();
        let before = DAYS_BEFORE.into_iter().filter(|days| shorter(*days));
        before
            .filter_map(|days| self.acting_day.checked_sub_days(Days::new(days.into())))
            .filter(|day| term.unit.is_back() || start.is_none_or(|start| start < *day))
            .collect()
    }
}

impl Calendar {
    /// For a term of the party: the working day after it ended, on which the bureau may go on.
    #[must_use]
    pub fn reminder_after(&self, deadline: &Deadline) -> Day {
        self.next_working_day(deadline.last_day.succ_opt().unwrap_or(deadline.last_day))
    }
}

impl super::HourDeadline {
    /// For a term of hours: half of it, and its end.
    #[must_use]
    pub fn reminders(&self) -> [Instant; 2] {
        [self.half_at(), self.ends_at]
    }
}
