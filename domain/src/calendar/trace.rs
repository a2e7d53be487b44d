//! How a deadline was counted, step by step.

use serde::{Deserialize, Serialize};

use super::adjust::Remark;
use super::{Extension, PauseKind, StartEvent, Term, Unit};
use crate::Day;

/// Why a day is a rest day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestReason {
    Weekend,
    /// A statutory holiday, by the name of its occasion as announced.
    Holiday(String),
}

/// One step of a count, in the order of counting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The day of the event; not counted. `term` is what is counted from the next day on.
    Start { on: Day, event: Option<StartEvent>, term: Term },
    /// The term is longer by an extension.
    Extended { unit: Unit, extension: Extension },
    /// Days counted out. `days` leaves out what an earlier pause counts out already.
    Paused { from: Day, to: Day, days: u32, kind: PauseKind, paper: Option<Remark> },
    /// A rest day, not counted.
    Excluded { on: Day, reason: RestReason },
    /// A weekend day that is worked, counted.
    MakeupWorkday { on: Day, occasion: String },
    /// The month has no such day: its last day stands.
    MonthEnd { on: Day },
    /// The day before the first of the full days that must lie between.
    ClearBefore { on: Day },
    /// The unrolled end is a rest day.
    EndsOnRestDay { on: Day, reason: RestReason },
    /// The end moved to the next working day.
    Rolled { to: Day },
    /// The last working day before an end on a rest day that does not roll.
    ActingDay { on: Day },
    /// The holidays of this year are not announced.
    Provisional { year: i32 },
    /// The last day.
    Result { on: Day },
}

/// How a deadline was counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Trace {
    pub steps: Vec<Step>,
}

impl Trace {
    /// The years on which the result rests although they are not announced.
    #[must_use]
    pub fn missing_years(&self) -> Vec<i32> {
        let year = |step: &Step| if let Step::Provisional { year } = step { Some(*year) } else { None };
        self.steps.iter().filter_map(year).collect()
    }

    /// The length that was counted, with its extension, in units of the term.
    #[must_use]
    pub fn length(&self) -> u16 {
        let longer = |step: &Step| match step {
            Step::Extended { extension, .. } => extension.length,
            _ => 0,
        };
        self.steps.iter().map(longer).fold(self.term().length, u16::saturating_add)
    }

    /// Whether a day was counted out by a pause.
    #[must_use]
    pub fn is_paused(&self, day: Day) -> bool {
        let paused =
            |step: &Step| matches!(step, Step::Paused { from, to, .. } if *from <= day && day <= *to);
        self.steps.iter().any(paused)
    }

    /// The day of the event.
    #[must_use]
    pub fn start(&self) -> Option<Day> {
        let start = |step: &Step| if let Step::Start { on, .. } = step { Some(*on) } else { None };
        self.steps.iter().find_map(start)
    }

    /// The term that was counted, as the rule gives it.
    #[must_use]
    pub fn term(&self) -> Term {
        let term = |step: &Step| if let Step::Start { term, .. } = step { Some(*term) } else { None };
        self.steps.iter().find_map(term).unwrap_or(Term::fixed(0, Unit::Calendar))
    }
}
