//! A clock by its name, counted with what was asked: the one answer of the calculator and the command line.

use chrono::NaiveTime;

use super::{
    Adjustments, Calendar, Clock, ClockRule, ClockRules, CourtWindow, Deadline, HourDeadline, Pause,
    TermError, Unit, Unused, Upheld,
};
use crate::Day;
use crate::instant::Instant;

/// What was asked of a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub clock: Clock,
    /// The day of the event. For [`Clock::CourtUnused`] the day the decision was served, for
    /// [`Clock::CourtUpheld`] the day the decision on reconsideration was: the party's term is counted first.
    pub on: Day,
    /// The time of the event; a term of hours needs it, others leave it aside.
    pub at: Option<NaiveTime>,
    /// Whether the term is extended as far as the row gives.
    pub extended: bool,
    pub pauses: Vec<Pause>,
    /// For the court's clocks.
    pub demand_served: Option<Day>,
    /// For [`Clock::CourtUnused`] alone: what moves its window.
    pub unused: UnusedFacts,
}

/// What is known of a decision that nobody contested on its merits, beside the day of its service; see [`Unused`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnusedFacts {
    pub on_the_spot: bool,
    pub plan_ended: Option<Day>,
    pub ended_without_merits: Option<Day>,
}

/// What a clock gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted<'a> {
    Days { rule: &'a ClockRule, deadline: Deadline },
    Hours { rule: &'a ClockRule, deadline: HourDeadline },
    Court(Box<CourtWindow>),
}

impl Counted<'_> {
    /// The row by which it was counted.
    #[must_use]
    pub fn rule(&self) -> &ClockRule {
        match self {
            Counted::Days { rule, .. } | Counted::Hours { rule, .. } => rule,
            Counted::Court(window) => &window.rule,
        }
    }

    /// The last day of the term.
    #[must_use]
    pub fn last_day(&self) -> Day {
        match self {
            Counted::Days { deadline, .. } => deadline.last_day,
            Counted::Hours { deadline, .. } => deadline.last_day(),
            Counted::Court(window) => window.closes.last_day,
        }
    }
}

impl Asked {
    /// A clock from an event on a day, with nothing that lengthens it.
    #[must_use]
    pub fn of(clock: Clock, on: Day) -> Self {
        let unused = UnusedFacts::default();
        Asked { clock, on, at: None, extended: false, pauses: Vec::new(), demand_served: None, unused }
    }

    /// Counts by the row in force on the day of the event.
    ///
    /// # Errors
    /// As [`ClockRule::deadline`], [`super::Term::hours_from`] and [`Unused::window`].
    pub fn count<'a>(&self, rules: &'a ClockRules, calendar: &Calendar) -> Result<Counted<'a>, TermError> {
        let (clock, on, demand_served) = (self.clock, self.on, self.demand_served);
        let window = match clock {
            Clock::CourtUnused => {
                let UnusedFacts { on_the_spot, plan_ended, ended_without_merits } = self.unused;
                let unused =
                    Unused { known_on: on, on_the_spot, plan_ended, ended_without_merits, demand_served };
                Some(unused.window(rules, calendar)?)
            }
            Clock::CourtUpheld => Some(Upheld { received_on: on, demand_served }.window(rules, calendar)?),
            _ => None,
        };
        if let Some(window) = window {
            self.adjustments(&window.rule)?;
            return Ok(Counted::Court(Box::new(window)));
        }
        let rule = rules.rule(clock, None, on)?;
        let adjustments = self.adjustments(rule)?;
        if rule.unit == Unit::Hour {
            let at = Instant::of_shanghai(on.and_time(self.at.ok_or(TermError::TimeNeeded)?));
            return Ok(Counted::Hours { rule, deadline: rule.term().hours_from(Some(rule.starts), at)? });
        }
        Ok(Counted::Days { rule, deadline: rule.deadline(calendar, on, &adjustments)? })
    }

    /// What lengthens the term, as far as the row allows it.
    fn adjustments(&self, rule: &ClockRule) -> Result<Adjustments, TermError> {
        let extension = if self.extended {
            Some(rule.full_extension(None).ok_or(TermError::NoExtension { clock: rule.clock })?)
        } else {
            None
        };
        let adjustments = Adjustments { extension, pauses: self.pauses.clone() };
        rule.allows(&adjustments)?;
        Ok(adjustments)
    }
}
