//! Which days of a term are counted out by pauses, each day once.

use chrono::Datelike;

use super::{Adjustments, Step};
use crate::Day;

/// The days of one pause that no earlier pause counts out already.
struct Stop {
    /// The first of them, or the day after the first event where there is none.
    first: Day,
    last: Day,
    step: Step,
}

/// The pauses of one term, in the order of their days, as the count meets them.
pub(super) struct Stops {
    /// The last comes first.
    ahead: Vec<Stop>,
    /// The last day counted out by what was met.
    until: Option<Day>,
}

impl Stops {
    /// The pauses that touch a term after its start. `adjustments` were checked: no pause ends before it begins.
    pub fn after(start: Day, adjustments: &Adjustments) -> Self {
        let mut pauses: Vec<_> = adjustments.pauses.iter().filter(|pause| pause.to > start).collect();
        pauses.sort_by_key(|pause| (pause.from, pause.to));
        let mut covered = start;
        let mut ahead = Vec::new();
        for pause in pauses {
            let next = |day: Day| day.succ_opt().unwrap_or(day);
            let own = next(pause.from.max(covered));
            let days = (pause.to.num_days_from_ce() - own.num_days_from_ce() + 1).max(0);
            let (first, last) = if days == 0 { (next(pause.from), pause.to) } else { (own, pause.to) };
            covered = covered.max(last);
            let (days, paper) = (days.unsigned_abs(), pause.paper.clone());
            let step = Step::Paused { from: first.min(last), to: last, days, kind: pause.kind, paper };
            ahead.push(Stop { first, last, step });
        }
        ahead.reverse();
        Stops { ahead, until: None }
    }

    /// Whether nothing is left to be counted out.
    pub fn is_empty(&self) -> bool {
        self.ahead.is_empty()
    }

    /// The last day of the pause in which a day lies; what the count meets is written down.
    pub fn until(&mut self, day: Day, steps: &mut Vec<Step>) -> Option<Day> {
        while let Some(stop) = self.ahead.pop_if(|stop| stop.first <= day) {
            steps.push(stop.step);
            self.until = self.until.max(Some(stop.last));
        }
        self.until.filter(|until| day <= *until)
    }
}
