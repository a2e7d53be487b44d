//! Decisions (处罚决定、不予处罚决定): rows 15 and 16; 行政处罚法 art. 30–33, 57, 59, 60, 62.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{
    ActKind, Deliberated, Event, HeldThing, NoPenaltyGround, Note, Notified, Outcome, Penalties, Procedure,
    Progress, Told, Track,
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
    /// The held things that are confiscated (行政强制法 art. 27); none said: everything that is held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<Vec<HeldThing>>,
    /// Which main fact or ground has changed since a decision that fell (解释 art. 90).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Note>,
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
    /// Which main fact or ground has changed since a decision that fell (解释 art. 90).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Note>,
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
    /// The notice that was served before a penalty, and the hearing after it; a decision without a
    /// penalty may have none.
    pub told: Option<Box<Told>>,
    /// What the collective discussion concluded, where one was held.
    pub deliberated: Option<Box<Outcome>>,
    #[serde(default)]
    pub procedure: Procedure,
    /// It was done on paper, before the bureau worked with the product.
    #[serde(default)]
    pub on_paper: bool,
    /// The day of the service of the judgment that let it stand again, after a reconsideration had brought it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revived_on: Option<Day>,
}

impl Decided {
    /// The day of the decision, or of the judgment that let it stand again.
    #[must_use]
    pub fn since(&self) -> Day {
        self.revived_on.unwrap_or(self.on)
    }

    /// The notice that was served before.
    #[must_use]
    pub fn notice(&self) -> Option<&Notified> {
        self.told.as_deref().map(Told::notified)
    }

    /// What was imposed; none by a decision without a penalty.
    #[must_use]
    pub fn penalties(&self) -> Option<&Penalties> {
        match &self.decision {
            Decision::Penalty(penalties) => Some(penalties),
            Decision::NoPenalty { .. } => None,
        }
    }

    /// The money to be paid.
    #[must_use]
    pub fn money(&self) -> Money {
        self.penalties().map_or(Money::ZERO, Penalties::money)
    }
}

impl Judge<'_> {
    /// The gates of a decision that need none of its facts.
    pub(super) fn decidable(&self, track: &Track, progress: &Progress) -> Result<(), RefusalCode> {
        let told = match progress {
            Progress::Notified(notified) => Told::Notified(notified.clone()),
            Progress::Heard(heard) => Told::Heard(heard.clone()),
            Progress::Deliberated(deliberated) => {
                self.heard(&deliberated.told)?;
                return self.reviewed(track, &deliberated.told, &deliberated.outcome);
            }
            _ => return Err(RefusalCode::NoNotice),
        };
        let penalties = &told.notified().told;
        self.heard(&told)?;
        self.reviewed(track, &told, &Outcome::Penalise(penalties.clone()))?;
        self.deliberation_needed(track, &told, penalties)
    }

    pub(super) fn decide(&self, facts: &Decide) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        let told = track.progress.told().ok_or(RefusalCode::NoNotice)?;
        self.penalties(track, &facts.penalties)?;
        self.not_criminally_fined(Some(facts.party), facts.penalties.fines() > Money::ZERO)?;
        self.not_the_same_again(track, &facts.penalties, facts.changed.as_ref())?;
        self.power_per_kind(track, &facts.penalties)?;
        self.not_fined_before(&track.party.acts, &facts.penalties)?;
        self.goods_confiscable(facts)?;
        if facts.penalties.exceeds(&told.notified().told, &track.party.acts) {
            return Err(RefusalCode::NewNoticeNeeded);
        }
        self.order_ahead(&facts.penalties)?;
        self.reviewed(track, &told, &Outcome::Penalise(facts.penalties.clone()))?;
        match &track.progress {
            Progress::Deliberated(Deliberated { outcome: Outcome::Penalise(most), .. })
                if !facts.penalties.exceeds(most, &track.party.acts)
                    && !facts.penalties.mitigated_beyond(most) =>
            {
                Ok(())
            }
            Progress::Deliberated(_) => Err(RefusalCode::NotAsDeliberated),
            _ => self.deliberation_needed(track, &told, &facts.penalties),
        }
    }

    pub(super) fn decide_no_penalty(&self, facts: &DecideNoPenalty) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        self.not_the_same_ground_again(track, facts)?;
        if facts.ground == NoPenaltyGround::FirstTimeSlightMended && !facts.earlier_searched {
            return Err(RefusalCode::MissingFact { fact: Fact::SearchForEarlier });
        }
        if facts.order_by.is_some_and(|by| by < self.on) {
            return Err(RefusalCode::MissingFact { fact: Fact::RectificationTerm });
        }
        self.ground_fits(track, &Outcome::NoPenalty { ground: facts.ground })
    }

    /// Age and mental illness are grounds of a human being (art. 30, 31).
    pub(super) fn ground_fits(&self, track: &Track, outcome: &Outcome) -> Result<(), RefusalCode> {
        use NoPenaltyGround as G;
        let of_a_person = matches!(outcome, Outcome::NoPenalty { ground: G::Under14 | G::MentalIllness });
        if of_a_person && !track.party.kind.counts_as_person() {
            return Err(RefusalCode::MissingFact { fact: Fact::GroundOfPersons });
        }
        Ok(())
    }
}

impl Progress {
    pub(super) fn decide(self, facts: &Decide, event: &Event) -> Result<Self, Refusal> {
        let decision = Decision::Penalty(facts.penalties.clone());
        match self {
            Progress::Notified(_) | Progress::Heard(_) | Progress::Deliberated(_) => {
                Ok(self.decided_as(decision, facts.number.clone(), event))
            }
            other => Err(other.refuses(ActKind::Decide)),
        }
    }

    pub(super) fn decide_no_penalty(self, facts: &DecideNoPenalty, event: &Event) -> Result<Self, Refusal> {
        let decision = Decision::NoPenalty { ground: facts.ground };
        match self {
            Progress::Concluded(_)
            | Progress::Notified(_)
            | Progress::Heard(_)
            | Progress::Deliberated(_) => Ok(self.decided_as(decision, facts.number.clone(), event)),
            other => Err(other.refuses(ActKind::DecideNoPenalty)),
        }
    }

    fn decided_as(self, decision: Decision, number: Option<String>, event: &Event) -> Self {
        let (told, deliberated) = match self {
            Progress::Notified(notified) => (Some(Told::Notified(notified)), None),
            Progress::Heard(heard) => (Some(Told::Heard(heard)), None),
            Progress::Deliberated(before) => (Some(before.told), Some(Box::new(before.outcome))),
            _ => (None, None),
        };
        Progress::Decided(Decided {
            on: event.on,
            seq: event.seq,
            by: event.by,
            number,
            decision,
            told: told.map(Box::new),
            deliberated,
            procedure: Procedure::Ordinary,
            on_paper: event.entry.on_paper.is_some(),
            revived_on: None,
        })
    }
}
