//! Remedies against what is no decision (对强制措施、责令改正的复议与诉讼): row 22, from the clue on.
//!
//! The bureau answers in the same time as for a decision; what is missed counts as without evidence and falls
//! (行政复议法 art. 48, 70; 行政诉讼法 art. 34, 67). Execution of the measure goes on unless it is stopped.

use serde::{Deserialize, Serialize};

use super::clocks::clock;
use super::judge::Judge;
use super::{
    Act, ActKind, Case, CaseClock, ClockState, Context, Event, Measure, Name, Note, RecordEntry, RecordKind,
    RemedyKind, RemedyOutcome,
};
use crate::Day;
use crate::calendar::Clock;
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};

/// What is contested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "object", rename_all = "snake_case")]
pub enum Contested {
    /// Sealing or seizing, by the measure's number in the case.
    Measure { number: u32 },
    /// An order to put right, by its number in the case's list of events.
    Order { record: u32 },
}

impl std::fmt::Display for Contested {
    /// As forms name it: `measure-1`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Contested::Measure { number } => write!(f, "measure-{number}"),
            Contested::Order { record } => write!(f, "order-{record}"),
        }
    }
}

/// A reconsideration or suit against a measure or an order; the act's day is that on which its copy came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterContest {
    #[serde(flatten)]
    pub object: Contested,
    pub remedy: RemedyKind,
    /// The government or the court, and its number.
    pub organ: Name,
    /// The day on which it was handed in there.
    pub applied_on: Day,
    /// The day on which the organ took it up, if it said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_on: Option<Day>,
    /// Handled in the simplified procedure (行政复议法 art. 53, 54): half the time to answer.
    #[serde(default)]
    pub simplified: bool,
    /// The organ stopped the execution (行政复议法 art. 42, 行政诉讼法 art. 56).
    #[serde(default)]
    pub stopped: bool,
}

/// The bureau's answer, handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerContest {
    /// The event that recorded it.
    pub contest: u32,
    /// What is answered; it gives the paper its word.
    pub remedy: RemedyKind,
    pub paper: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// How it ended; the act's day is that of the service on the bureau.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndContest {
    pub contest: u32,
    pub outcome: RemedyOutcome,
    /// Number and gist.
    pub paper: Note,
}

/// One such remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    pub seq: u32,
    pub object: Contested,
    pub kind: RemedyKind,
    /// The day on which the copy reached the bureau.
    pub copy_on: Day,
    pub simplified: bool,
    pub stopped: bool,
    pub answered_on: Option<Day>,
    pub result: Option<(Day, RemedyOutcome)>,
}

impl Contest {
    /// Whether the organ took away what was contested.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        matches!(self.result, Some((_, RemedyOutcome::Revoked)))
    }

    fn clock(&self) -> Clock {
        match (self.kind, self.simplified) {
            (RemedyKind::Reconsideration, false) => Clock::AnswerReconsideration,
            (RemedyKind::Reconsideration, true) => Clock::AnswerReconsiderationSimplified,
            (RemedyKind::Lawsuit, _) => Clock::AnswerLawsuit,
        }
    }

    fn is_answerable(&self) -> bool {
        self.result.is_none() && self.answered_on.is_none()
    }

    fn since(&self) -> Day {
        self.answered_on.map_or(self.copy_on, |on| on.max(self.copy_on))
    }

    /// Whether an act of a kind can be about it as it stands.
    #[must_use]
    pub fn takes(&self, kind: ActKind) -> bool {
        match kind {
            ActKind::AnswerContest => self.is_answerable(),
            ActKind::EndContest => self.result.is_none(),
            _ => false,
        }
    }
}

impl ActKind {
    /// Whether the act is about a remedy against a measure or an order.
    #[must_use]
    pub fn is_of_a_contest(self) -> bool {
        matches!(self, ActKind::RegisterContest | ActKind::AnswerContest | ActKind::EndContest)
    }
}

impl Case {
    /// What can be contested now: measures and orders, each with the day on which it was made.
    #[must_use]
    pub fn contestable(&self) -> Vec<(Contested, Day)> {
        let compulsory = self.measures.iter().filter(|measure| measure.is_compulsory());
        let measure = |one: &Measure| (Contested::Measure { number: one.number }, one.on);
        let is_order = |one: &&RecordEntry| matches!(one.facts.kind, RecordKind::RectificationOrder { .. });
        let order = |one: &RecordEntry| (Contested::Order { record: one.seq }, one.on);
        let all = compulsory.map(measure).chain(self.records.iter().filter(is_order).map(order));
        let is_open = |object| self.contests.iter().any(|one| one.object == object && one.result.is_none());
        all.filter(|(object, _)| !is_open(*object)).collect()
    }

    /// Whether a measure or an order was taken away by the organ that it was contested before, and no higher one has
    /// upheld it since.
    #[must_use]
    pub fn is_lost(&self, object: Contested) -> bool {
        let on_merits = |contest: &&Contest| {
            contest.result.is_some_and(|(_, outcome)| outcome != RemedyOutcome::WithoutMerits)
        };
        let own = self.contests.iter().rev().filter(|contest| contest.object == object);
        own.filter(on_merits).map(Contest::is_lost).next().unwrap_or_default()
    }

    /// Whether the organ that it is contested before stopped its execution, until that ends.
    #[must_use]
    pub fn is_stopped(&self, object: Contested) -> bool {
        self.contests.iter().any(|one| one.object == object && one.stopped && one.result.is_none())
    }

    /// Whose measure or order an act about a contest is about, as far as known.
    pub(super) fn contested_party(&self, act: &Act) -> Option<PartyId> {
        let of = |seq: u32| self.contests.iter().find(|one| one.seq == seq).map(|one| one.object);
        let object = match act {
            Act::RegisterContest(facts) => facts.object,
            Act::AnswerContest(facts) => of(facts.contest)?,
            Act::EndContest(facts) => of(facts.contest)?,
            _ => return None,
        };
        match object {
            Contested::Measure { number } => self.measure(number)?.party,
            Contested::Order { record } => self.records.iter().find(|one| one.seq == record)?.facts.party,
        }
    }

    /// The first that nobody has answered.
    pub(super) fn unanswered_contest(&self) -> Option<&Contest> {
        self.contests.iter().find(|contest| contest.is_answerable())
    }

    /// Whether one has no end yet.
    pub(super) fn has_open_contest(&self) -> bool {
        self.contests.iter().any(|contest| contest.result.is_none())
    }

    pub(super) fn contest_clocks(&self, context: &Context<'_>) -> Vec<CaseClock> {
        let of = |contest: &Contest| {
            let state = match (contest.answered_on, contest.result) {
                (Some(on), _) => ClockState::Met { on },
                (None, Some((on, _))) => ClockState::Ended { on },
                (None, None) => ClockState::Running,
            };
            clock(contest.clock(), None, contest.copy_on, state, context)
        };
        self.contests.iter().filter_map(of).collect()
    }

    /// The day before which an act about a contest cannot lie.
    pub(super) fn contest_since(&self, act: &Act) -> Option<Day> {
        let of = |seq: u32| self.contests.iter().find(|one| one.seq == seq).map(Contest::since);
        match act {
            Act::RegisterContest(facts) => {
                let made = self.contestable().into_iter().find(|(object, _)| *object == facts.object);
                made.map(|(_, on)| on)
            }
            Act::AnswerContest(facts) => of(facts.contest),
            Act::EndContest(facts) => of(facts.contest),
            _ => None,
        }
    }

    pub(super) fn contested(mut self, event: &Event) -> Result<Case, Refusal> {
        let on = event.on;
        let (seq, answered, result) = match &event.act {
            Act::RegisterContest(facts) => {
                self.contests.push(Contest {
                    seq: event.seq,
                    object: facts.object,
                    kind: facts.remedy,
                    copy_on: on,
                    simplified: facts.simplified,
                    stopped: facts.stopped,
                    answered_on: None,
                    result: None,
                });
                return Ok(self);
            }
            Act::AnswerContest(facts) => (facts.contest, Some(on), None),
            Act::EndContest(facts) => (facts.contest, None, Some((on, facts.outcome))),
            _ => return Err(self.gap(event)),
        };
        let gap = self.gap(event);
        let contest = self.contests.iter_mut().find(|one| one.seq == seq).ok_or(gap)?;
        contest.answered_on = contest.answered_on.or(answered);
        contest.result = contest.result.or(result);
        Ok(self)
    }
}

impl Judge<'_> {
    /// Whether there is something that an act about a contest could be about.
    pub(super) fn contest_gate(&self, kind: ActKind) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        let (fits, fact) = match kind {
            ActKind::RegisterContest => (!case.contestable().is_empty(), Fact::PaperToContest),
            kind if kind.is_of_a_contest() => {
                (case.contests.iter().any(|one| one.takes(kind)), Fact::OpenRemedy)
            }
            _ => return Ok(()),
        };
        if fits { Ok(()) } else { Err(RefusalCode::MissingFact { fact }) }
    }

    pub(super) fn contest(&self, act: &Act) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        let open = |seq: u32| {
            let contests = self.case.map(|case| case.contests.as_slice()).unwrap_or_default();
            contests.iter().find(|one| one.seq == seq && one.takes(act.kind()))
        };
        match act {
            Act::RegisterContest(facts) => self.register_contest(facts),
            Act::AnswerContest(facts) => match open(facts.contest) {
                Some(contest) if contest.kind == facts.remedy => Ok(()),
                _ => missing(Fact::OpenRemedy),
            },
            Act::EndContest(facts) if open(facts.contest).is_none() => missing(Fact::OpenRemedy),
            Act::EndContest(facts) if !RemedyOutcome::OF_A_CONTEST.contains(&facts.outcome) => {
                missing(Fact::DecisionToRevive)
            }
            _ => Ok(()),
        }
    }

    fn register_contest(&self, facts: &RegisterContest) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        let contestable = self.case.map(Case::contestable).unwrap_or_default();
        let Some((_, made_on)) = contestable.into_iter().find(|(object, _)| *object == facts.object) else {
            return missing(Fact::PaperToContest);
        };
        let accepted = facts.accepted_on.unwrap_or(facts.applied_on);
        if facts.applied_on < made_on || accepted < facts.applied_on || accepted > self.on {
            return missing(Fact::DayOfRemedy);
        }
        if facts.simplified && facts.remedy == RemedyKind::Lawsuit {
            return missing(Fact::ReconsiderationOnly);
        }
        Ok(())
    }
}
