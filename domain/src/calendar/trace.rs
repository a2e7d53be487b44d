//! How a deadline was counted, step by step.

use serde::{Deserialize, Serialize};

use super::{Term, Unit};
use crate::{Day, Lang};

/// Why a day is a rest day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestReason {
    Weekend,
    /// A statutory holiday, by the name of its occasion as announced.
    Holiday(String),
}

/// What starts a term. Its day is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartEvent {
    /// 收到线索
    ClueReceived,
    /// 立案
    Filed,
    /// 告知书送达
    NoticeServed,
    /// 作出决定
    Decided,
    /// 决定书送达
    DecisionServed,
    /// 提出听证要求
    HearingRequested,
    /// 举行听证
    HearingDay,
}

impl StartEvent {
    /// What happened, as the sentence says it: "收到线索", "立案", "送达", "作出决定".
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            StartEvent::ClueReceived => lang.pick("收到线索", "clue received"),
            StartEvent::Filed => lang.pick("立案", "case filed"),
            StartEvent::NoticeServed => lang.pick("告知书送达", "notice served"),
            StartEvent::Decided => lang.pick("作出决定", "decision made"),
            StartEvent::DecisionServed => lang.pick("决定书送达", "decision served"),
            StartEvent::HearingRequested => lang.pick("提出听证要求", "hearing requested"),
            StartEvent::HearingDay => lang.pick("举行听证", "hearing day"),
        }
    }
}

/// One step of a count, in the order of counting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The day of the event; not counted. `term` is what is counted from the next day on.
    Start { on: Day, event: Option<StartEvent>, term: Term },
    /// A rest day, not counted.
    Excluded { on: Day, reason: RestReason },
    /// A weekend day that is worked, counted.
    MakeupWorkday { on: Day, occasion: String },
    /// The month has no such day: its last day stands.
    MonthEnd { on: Day },
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

    /// The term that was counted.
    #[must_use]
    pub fn term(&self) -> Term {
        let term = |step: &Step| if let Step::Start { term, .. } = step { Some(*term) } else { None };
        self.steps.iter().find_map(term).unwrap_or(Term::fixed(0, Unit::Calendar))
    }
}
