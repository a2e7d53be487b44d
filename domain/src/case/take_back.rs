//! 撤回: the newest entry goes again within ten minutes, by an event of its own.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Act, ActKind, Body, Case, Event};
use crate::Instant;
use crate::id::PersonId;
use crate::refusal::{Refusal, RefusalCode};

/// ⚙ For so long after its recording an entry may be taken back; afterwards it is corrected.
pub(super) const MINUTES: i64 = 10;

/// Takes the entry just before it back; both stay in sight, the entry no longer counts. A number that it took stays
/// used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeBack {
    pub seq: u32,
    pub act: ActKind,
}

/// The entries that were taken back.
#[must_use]
pub fn taken_back(events: &[Event]) -> BTreeSet<u32> {
    let taken = events.iter().filter_map(|event| match &event.act {
        Act::TakeBack(facts) => Some(facts.seq),
        _ => None,
    });
    taken.collect()
}

impl Case {
    /// Whether the case as a whole was taken back, as an import that was undone leaves it.
    #[must_use]
    pub fn is_taken_back(&self) -> bool {
        matches!(self.body, Body::TakenBack { .. })
    }

    /// Whether a person may take the newest entry back at an instant, and as what act.
    ///
    /// # Errors
    /// `done_already` when it is a taking back itself, `left_the_house` for what others know of by now, and for the clue,
    /// which is a report of others; `not_own_entry`, `take_back_over`.
    pub fn take_back(&self, by: PersonId, now: Instant) -> Result<TakeBack, Refusal> {
        let refuse = |code| Err(Refusal::new(ActKind::TakeBack, code));
        let Some(newest) = self.log.last() else { return refuse(RefusalCode::NoCase) };
        let act = newest.act.kind();
        match act {
            ActKind::TakeBack => return refuse(RefusalCode::DoneAlready { act }),
            ActKind::RegisterClue
            | ActKind::PenaliseOnTheSpot
            | ActKind::ServeNotice
            | ActKind::ServeHearingNotice
            | ActKind::HoldHearing
            | ActKind::Serve
            | ActKind::Pay
            | ActKind::Demand
            | ActKind::ApplyToCourt
            | ActKind::RecordCourtAnswer
            | ActKind::ObjectToCourt
            | ActKind::RecordObjectionAnswer
            | ActKind::ProposeRevocation
            | ActKind::RecordRevocationAnswer
            | ActKind::AnswerRemedy
            | ActKind::AnswerContest
            | ActKind::ForwardApplication
            | ActKind::RegisterEvidence
            | ActKind::HandleEvidence
            | ActKind::TakeMeasure
            | ActKind::TakeUrgentMeasure
            | ActKind::ExtendMeasure
            | ActKind::CommissionTest
            | ActKind::Inquire
            | ActKind::LiftMeasure
            | ActKind::DisposeGoods
            | ActKind::HandlePerishable
            | ActKind::ProposeTransfer
            | ActKind::WithdrawTransfer
            | ActKind::TransferOut
            | ActKind::TransferAccepted
            | ActKind::TransferReturned
            | ActKind::OrderAnew
            | ActKind::ChangeDecision
            | ActKind::RevokeDecision
            | ActKind::HandToPolice
            | ActKind::RecordPoliceReply
            | ActKind::ContestRefusal
            | ActKind::HandGoods => {
                return refuse(RefusalCode::LeftTheHouse { act });
            }
            _ => {}
        }
        if newest.by != by {
            return refuse(RefusalCode::NotOwnEntry { act });
        }
        if now > newest.at.plus_millis(MINUTES * 60_000) {
            return refuse(RefusalCode::TakeBackOver { minutes: MINUTES });
        }
        Ok(TakeBack { seq: newest.seq, act })
    }
}
