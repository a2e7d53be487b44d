//! Decisions (处罚决定、不予处罚决定): rows 15 and 16; 行政处罚法 art. 30–33, 57, 59, 60, 62.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{
    ActKind, Event, NoPenaltyGround, Note, Notified, Outcome, Penalties, Procedure, Progress, PuttingRight,
};
use crate::Day;
use crate::id::{PartyId, PersonId};
use crate::refusal::{Fact, Refusal, RefusalCode};
use crate::value::Money;

/// 行政处罚决定
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decide {
    pub party: PartyId,
    #[serde(flatten)]
    pub penalties: Penalties,
    pub reasons: Note,
    /// 道商罚决〔2026〕18号; given when the event is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// 不予行政处罚决定
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecideNoPenalty {
    pub party: PartyId,
    pub ground: NoPenaltyGround,
    pub reasons: Note,
    /// The search for earlier decisions is attached; needed for a first-time ground (art. 33).
    #[serde(default)]
    pub earlier_searched: bool,
    /// An order to put right stays possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_by: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    Penalty(Penalties),
    NoPenalty { ground: NoPenaltyGround },
}

/// A party on which the bureau has decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub on: Day,
    pub seq: u32,
    pub by: PersonId,
    pub number: Option<String>,
    pub decision: Decision,
    /// The notice that was served before a penalty; a decision without a penalty may have none.
    pub notice: Option<Box<Notified>>,
    #[serde(default)]
    pub procedure: Procedure,
}

impl Decided {
    /// The money to be paid.
    #[must_use]
    pub fn money(&self) -> Money {
        match &self.decision {
            Decision::Penalty(penalties) => penalties.money(),
            Decision::NoPenalty { .. } => Money::ZERO,
        }
    }
}

impl Judge<'_> {
    /// The gates of a decision that need none of its facts.
    pub(super) fn decidable(&self, notified: &Notified) -> Result<(), RefusalCode> {
        self.heard(notified)?;
        self.reviewed(&notified.concluded, &Outcome::Penalise(notified.told.clone()))
    }

    pub(super) fn decide(&self, facts: &Decide) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        let Progress::Notified(notified) = &track.progress else { return Err(RefusalCode::NoNotice) };
        self.penalties(track, &facts.penalties)?;
        self.power_per_kind(track, &facts.penalties)?;
        if facts.penalties.heavier_than(&notified.told) {
            return Err(RefusalCode::NewNoticeNeeded);
        }
        if let PuttingRight::Order { by } = facts.penalties.putting_right
            && by < self.on
        {
            return Err(RefusalCode::MissingFact { fact: Fact::RectificationTerm });
        }
        self.reviewed(&notified.concluded, &Outcome::Penalise(facts.penalties.clone()))
    }

    pub(super) fn decide_no_penalty(&self, facts: &DecideNoPenalty) -> Result<(), RefusalCode> {
        self.track(facts.party)?;
        if facts.ground == NoPenaltyGround::FirstTimeSlightMended && !facts.earlier_searched {
            return Err(RefusalCode::MissingFact { fact: Fact::SearchForEarlier });
        }
        Ok(())
    }
}

impl Progress {
    pub(super) fn decide(self, facts: &Decide, event: &Event) -> Result<Self, Refusal> {
        match self {
            Progress::Notified(notified) => Ok(Progress::Decided(Decided {
                on: event.on,
                seq: event.seq,
                by: event.by,
                number: facts.number.clone(),
                decision: Decision::Penalty(facts.penalties.clone()),
                notice: Some(Box::new(notified)),
                procedure: Procedure::Ordinary,
            })),
            other => Err(other.refuses(ActKind::Decide)),
        }
    }

    pub(super) fn decide_no_penalty(self, facts: &DecideNoPenalty, event: &Event) -> Result<Self, Refusal> {
        let notice = match self {
            Progress::Concluded(_) => None,
            Progress::Notified(notified) => Some(Box::new(notified)),
            other => return Err(other.refuses(ActKind::DecideNoPenalty)),
        };
        Ok(Progress::Decided(Decided {
            on: event.on,
            seq: event.seq,
            by: event.by,
            number: facts.number.clone(),
            decision: Decision::NoPenalty { ground: facts.ground },
            notice,
            procedure: Procedure::Ordinary,
        }))
    }
}
