//! Collective discussion (集体讨论): row 14; 行政处罚法 art. 57(2).

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Event, Heard, Name, Note, Notified, Opinion, Outcome, Penalties, Progress, Track};
use crate::Day;
use crate::catalogue::PenaltyKind;
use crate::id::PartyId;
use crate::refusal::{DeliberationGround, Fact, Refusal, RefusalCode};

/// So few people are no collective.
const VOICES_MIN: usize = 2;

/// What one person of the leadership said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    pub name: Name,
    pub opinion: Note,
}

/// 集体讨论记录
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliberate {
    pub party: PartyId,
    /// Each one's opinion. The case's officers may report, they have no voice.
    pub voices: Vec<Voice>,
    #[serde(flatten)]
    pub outcome: Outcome,
    pub conclusion: Note,
}

/// A party that was told what is intended, and heard if it asked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum Told {
    Notified(Notified),
    Heard(Heard),
}

impl Told {
    /// The notice.
    #[must_use]
    pub fn notified(&self) -> &Notified {
        match self {
            Told::Notified(notified) => notified,
            Told::Heard(heard) => &heard.hearing.notified,
        }
    }

    pub(super) fn notified_mut(&mut self) -> &mut Notified {
        match self {
            Told::Notified(notified) => notified,
            Told::Heard(heard) => &mut heard.hearing.notified,
        }
    }

    /// The hearing, if there was one, held or given up.
    #[must_use]
    pub fn heard(&self) -> Option<&Heard> {
        match self {
            Told::Notified(_) => None,
            Told::Heard(heard) => Some(heard),
        }
    }

    /// The day of what was done last.
    #[must_use]
    pub fn since(&self) -> Day {
        match self {
            Told::Notified(notified) => notified.heard_until(),
            Told::Heard(heard) => heard.on.max(heard.hearing.notified.heard_until()),
        }
    }
}

/// A party on whose case the leadership has discussed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliberated {
    pub told: Told,
    pub on: Day,
    pub seq: u32,
    /// What the discussion concluded; the decision is not heavier.
    pub outcome: Outcome,
}

impl Judge<'_> {
    /// Complex facts and heavy penalties are decided by the collective; ⚙ which these are.
    pub(super) fn deliberation_needed(
        &self,
        track: &Track,
        told: &Told,
        penalties: &Penalties,
    ) -> Result<(), RefusalCode> {
        let heavy = |kind: &PenaltyKind| {
            use PenaltyKind as K;
            matches!(kind, K::SuspensionOfLicence | K::Revocation | K::SuspensionOfBusiness | K::Closure)
        };
        let disagreed = |one: &super::Reviewed| one.opinion == Opinion::Disagree;
        let threshold = self.context.settings.hearing_threshold(track.party.kind);
        let why = if track.heard.is_some() {
            DeliberationGround::Hearing
        } else if penalties.fines() >= threshold {
            DeliberationGround::Fine { from: threshold }
        } else if let Some(kind) = penalties.kinds().into_iter().find(heavy) {
            DeliberationGround::Kind { kind }
        } else if penalties.is_serious() {
            DeliberationGround::Serious
        } else if penalties.acts.iter().any(|act| act.mitigation.is_some()) {
            DeliberationGround::Mitigation
        } else if told.notified().concluded.reviews.iter().any(disagreed) {
            DeliberationGround::ReviewerDisagreed
        } else {
            return Ok(());
        };
        Err(RefusalCode::DeliberationNeeded { why })
    }

    /// The gates of the discussion that need none of its facts: they are those of the decision before it.
    pub(super) fn deliberable(&self, track: &Track, told: &Told) -> Result<(), RefusalCode> {
        self.heard(told)?;
        self.reviewed(track, told, &Outcome::Penalise(told.notified().told.clone()))
    }

    pub(super) fn deliberate(&self, facts: &Deliberate) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        let names: std::collections::BTreeSet<&str> =
            facts.voices.iter().map(|voice| voice.name.as_str()).collect();
        if names.len() < VOICES_MIN {
            return Err(RefusalCode::MissingFact { fact: Fact::Voices });
        }
        self.no_officer_votes(facts)?;
        let Some(notified) = track.progress.notified() else { return Err(RefusalCode::NoNotice) };
        let Outcome::Penalise(penalties) = &facts.outcome else {
            return self.ground_fits(track, &facts.outcome);
        };
        self.penalties(track, penalties)?;
        if penalties.exceeds(&notified.told, &track.party.acts) {
            return Err(RefusalCode::NewNoticeNeeded);
        }
        Ok(())
    }

    fn no_officer_votes(&self, facts: &Deliberate) -> Result<(), RefusalCode> {
        let officers = self.case.map(|case| case.people.officers.as_slice()).unwrap_or_default();
        let votes = |name: &str| facts.voices.iter().any(|voice| voice.name.as_str() == name);
        match officers.iter().map(|person| self.context.name(*person)).find(|name| votes(name)) {
            Some(name) => Err(RefusalCode::OfficerVotes { name }),
            None => Ok(()),
        }
    }
}

impl Progress {
    pub(super) fn deliberate(self, facts: &Deliberate, event: &Event) -> Result<Self, Refusal> {
        let told = match self {
            Progress::Notified(notified) => Told::Notified(notified),
            Progress::Heard(heard) => Told::Heard(heard),
            other => return Err(other.refuses(ActKind::Deliberate)),
        };
        let outcome = facts.outcome.clone();
        Ok(Progress::Deliberated(Deliberated { told, on: event.on, seq: event.seq, outcome }))
    }
}
