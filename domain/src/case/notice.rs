//! Advance notice (事先告知): row 9; 行政处罚法 art. 44, 62.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{
    ActKind, Concluded, Defence, Event, HearingRight, Outcome, Penalties, Progress, ServedOn, Service, Track,
    Waiver,
};
use crate::Day;
use crate::id::{PartyId, PersonId};
use crate::refusal::{Fact, Refusal, RefusalCode};

/// The head approves the notice, with its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApproveNotice {
    pub party: PartyId,
    /// Whether the party is told of a hearing.
    #[serde(default, skip_serializing_if = "HearingRight::is_none")]
    pub hearing: HearingRight,
    /// 道商罚告〔2026〕18号 or 道商听告〔2026〕3号; given when the event is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// The officers serve it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServeNotice {
    pub party: PartyId,
    #[serde(flatten)]
    pub service: Service,
}

/// A notice approved and not served yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedNotice {
    pub on: Day,
    pub by: PersonId,
    pub number: Option<String>,
    pub hearing: HearingRight,
}

/// A party that has been told what is intended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notified {
    pub concluded: Concluded,
    /// The event of the service.
    pub seq: u32,
    pub notice: ApprovedNotice,
    pub served: ServedOn,
    /// The intended penalty as it was told.
    pub told: Penalties,
    pub defence: Defence,
    /// Whether the party gave up its right to a hearing.
    pub hearing_waiver: Waiver,
}

impl Judge<'_> {
    pub(super) fn notice_approvable(&self, track: &Track, concluded: &Concluded) -> Result<(), RefusalCode> {
        if !matches!(concluded.proposal.outcome, Outcome::Penalise(_)) {
            return Err(RefusalCode::MissingFact { fact: Fact::PenaltyProposed });
        }
        if concluded.notice.is_some() {
            return Err(RefusalCode::DoneAlready { act: ActKind::ApproveNotice });
        }
        self.reviewed_before_notice(track, concluded)
    }

    pub(super) fn approve_notice(&self, facts: &ApproveNotice) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        match &track.progress {
            Progress::Concluded(Concluded { proposal, .. }) => match &proposal.outcome {
                Outcome::Penalise(told) => self.hearing_told(track, told, &facts.hearing),
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }

    pub(super) fn notice_servable(&self, concluded: &Concluded) -> Result<(), RefusalCode> {
        match concluded.notice {
            Some(_) => Ok(()),
            None => Err(RefusalCode::MissingFact { fact: Fact::ApprovedNotice }),
        }
    }
}

impl Progress {
    pub(super) fn approve_notice(self, facts: &ApproveNotice, event: &Event) -> Result<Self, Refusal> {
        match self {
            Progress::Concluded(mut concluded) => {
                concluded.notice = Some(ApprovedNotice {
                    on: event.on,
                    by: event.by,
                    number: facts.number.clone(),
                    hearing: facts.hearing.clone(),
                });
                Ok(Progress::Concluded(concluded))
            }
            other => Err(other.refuses(ActKind::ApproveNotice)),
        }
    }

    pub(super) fn serve_notice(self, facts: &ServeNotice, event: &Event) -> Result<Self, Refusal> {
        match self {
            Progress::Concluded(concluded) => match (&concluded.notice, &concluded.proposal.outcome) {
                (Some(notice), Outcome::Penalise(told)) => Ok(Progress::Notified(Notified {
                    seq: event.seq,
                    notice: notice.clone(),
                    served: ServedOn { on: event.on, service: facts.service.clone() },
                    told: told.clone(),
                    defence: Defence::default(),
                    hearing_waiver: Waiver::None,
                    concluded,
                })),
                _ => Err(Refusal::new(
                    ActKind::ServeNotice,
                    RefusalCode::MissingFact { fact: Fact::ApprovedNotice },
                )),
            },
            other => Err(other.refuses(ActKind::ServeNotice)),
        }
    }
}
