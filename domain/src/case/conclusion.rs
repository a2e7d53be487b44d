//! Conclusion of the investigation (调查终结): row 7; 行政处罚法 art. 28, 40, 57.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{
    ApprovedNotice, Case, Event, Name, NoPenaltyGround, Note, Penalties, Progress, RecordEntry, Reviewed,
    Track, UnlawfulAct, WithdrawalGround,
};
use crate::Day;
use crate::case::ActKind;
use crate::id::{PartyId, UnlawfulActId};
use crate::refusal::{Fact, Refusal, RefusalCode};

/// What the officers propose for a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    Penalise(Penalties),
    NoPenalty {
        ground: NoPenaltyGround,
    },
    Withdraw {
        ground: WithdrawalGround,
    },
    /// It belongs to somebody else.
    Transfer {
        to: Name,
    },
}

/// What proves one unlawful act: the records by their numbers in the case's list of events (行政处罚法 art. 40, 46).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    pub act: UnlawfulActId,
    pub records: Vec<u32>,
}

/// The proposal for one party, with the grounds of discretion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyProposal {
    pub party: PartyId,
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Why this and not more or less (裁量理由).
    pub discretion: Note,
    /// What proves each act that is to be penalised; empty in reports that were made before it was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
}

/// 调查终结报告
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclude {
    /// The facts established.
    pub facts: Note,
    /// The records relied on, by their numbers in the case's list of events.
    pub evidence: Vec<u32>,
    /// Those among them that were made after the defence or the hearing and that the party did not supply: only they
    /// carry something heavier than what it defended itself against (art. 45).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub new_evidence: Vec<u32>,
    pub proposals: Vec<PartyProposal>,
}

/// A party whose investigation is concluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concluded {
    pub on: Day,
    /// The event of the report.
    pub seq: u32,
    pub proposal: PartyProposal,
    /// The reviews given since, the latest last.
    pub reviews: Vec<Reviewed>,
    pub notice: Option<ApprovedNotice>,
}

/// The intended penalty that a party has already answered; heavier asks for new evidence (art. 45).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defended {
    /// The event of the defence.
    pub seq: u32,
    pub told: Penalties,
}

impl Judge<'_> {
    pub(super) fn conclude(&self, facts: &Conclude) -> Result<(), RefusalCode> {
        if facts.proposals.is_empty() {
            return Err(RefusalCode::MissingFact { fact: Fact::Proposal });
        }
        let usable =
            |seq: &u32| self.case.is_some_and(|case| case.evidence().any(|record| record.seq == *seq));
        if facts.evidence.is_empty() || !facts.evidence.iter().all(usable) {
            return Err(RefusalCode::MissingFact { fact: Fact::Evidence });
        }
        facts.proposals.iter().try_for_each(|proposal| self.proposal(facts, proposal))
    }

    fn proposal(&self, facts: &Conclude, proposal: &PartyProposal) -> Result<(), RefusalCode> {
        let track = self.track(proposal.party)?;
        let relied_on = |proof: &Proof| {
            let known = track.party.acts.iter().any(|act| act.id == proof.act);
            known && proof.records.iter().all(|seq| facts.evidence.contains(seq))
        };
        if !proposal.proofs.iter().all(relied_on) {
            return Err(RefusalCode::MissingFact { fact: Fact::EvidencePerAct });
        }
        let Outcome::Penalise(penalties) = &proposal.outcome else {
            return self.ground_fits(track, &proposal.outcome);
        };
        proposal.proves_each_act_of(track)?;
        self.penalties(track, penalties)?;
        self.order_ahead(penalties)?;
        let Some(before) = &track.defended else { return Ok(()) };
        let of_the_case = |seq: &u32| facts.evidence.contains(seq) && *seq > before.seq;
        let found = !facts.new_evidence.is_empty() && facts.new_evidence.iter().all(of_the_case);
        if track.is_heavier_than_defended(penalties) && !found {
            return Err(RefusalCode::HeavierAfterDefence);
        }
        Ok(())
    }
}

impl PartyProposal {
    /// Whoever is penalised has each of the acts proved: where the facts are not clear, nobody is (art. 40).
    pub(super) fn proves_each_act_of(&self, track: &Track) -> Result<(), RefusalCode> {
        let proved = |act: &UnlawfulAct| self.proof_of(act.id).next().is_some();
        if track.party.acts.iter().all(proved) {
            Ok(())
        } else {
            Err(RefusalCode::MissingFact { fact: Fact::EvidencePerAct })
        }
    }

    /// The records that prove an act; none where the report does not say.
    pub fn proof_of(&self, act: UnlawfulActId) -> impl Iterator<Item = u32> {
        self.proofs
            .iter()
            .filter(move |proof| proof.act == act)
            .flat_map(|proof| proof.records.iter().copied())
    }
}

impl Case {
    /// The records that may prove something: not those from before the filing that nobody adopted.
    pub fn evidence(&self) -> impl Iterator<Item = &RecordEntry> {
        self.records.iter().filter(|one| !one.before_filing)
    }

    /// The records made after the last defence or hearing of a party; none when it has not answered.
    pub fn records_after_defence(&self, party: PartyId) -> impl Iterator<Item = &RecordEntry> {
        let answered = self.track(party).and_then(|track| track.defended.as_ref()).map(|before| before.seq);
        let newer = move |one: &&RecordEntry| answered.is_some_and(|seq| one.seq > seq) && !one.before_filing;
        self.records.iter().filter(newer)
    }
}

impl Track {
    /// Whether a penalty is heavier than the one that the party has answered.
    pub(super) fn is_heavier_than_defended(&self, penalties: &Penalties) -> bool {
        self.defended.as_ref().is_some_and(|before| penalties.heavier_than(&before.told))
    }
}

impl Progress {
    pub(super) fn conclude(self, proposal: &PartyProposal, event: &Event) -> Result<Self, Refusal> {
        match self {
            Progress::Investigating { .. } => Ok(Progress::Concluded(Concluded {
                on: event.on,
                seq: event.seq,
                proposal: proposal.clone(),
                reviews: Vec::new(),
                notice: None,
            })),
            other => Err(other.refuses(ActKind::Conclude)),
        }
    }

    /// 补充调查: back to the investigation, what was concluded and told is void.
    pub(super) fn supplement(self, on: Day) -> Result<Self, Refusal> {
        match self {
            Progress::Concluded(_)
            | Progress::Notified(_)
            | Progress::Hearing(_)
            | Progress::Heard(_)
            | Progress::Deliberated(_) => Ok(Progress::Investigating { on }),
            other => Err(other.refuses(ActKind::Supplement)),
        }
    }
}
