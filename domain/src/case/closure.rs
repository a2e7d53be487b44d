//! Closure (结案): row 25, party by party; a case closes when all have ended.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Event, Note, Progress, Track};
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};
use crate::value::Money;

/// 结案
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Close {
    /// None closes a case that was never filed, or that went elsewhere before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub summary: Note,
}

impl Judge<'_> {
    /// A party closes when its decision was served, one on the spot reported, and everything in it paid and done.
    pub(super) fn closable(&self, track: &Track) -> Result<(), RefusalCode> {
        let progress = &track.progress;
        let served = match progress {
            Progress::Served(served) => served,
            Progress::Executing(executing) => &executing.served,
            Progress::Criminal { .. } => return self.with_police_for_good(Some(track.party.id)),
            _ => return Ok(()),
        };
        self.in_effect(track)?;
        if served.decided.procedure.is_unreported() {
            return Err(RefusalCode::MissingFact { fact: Fact::ReportOnTheSpot });
        }
        if progress.cash_goes_to().is_some() {
            return Err(RefusalCode::MissingFact { fact: Fact::CashBanked });
        }
        if track.fell().is_some() {
            return Err(RefusalCode::DecisionFell);
        }
        // 终结执行, or with the government for enforcement (复议法 art. 78).
        if track.enforcement.ended.is_some() || track.is_with_the_government() {
            return Ok(());
        }
        match (progress.rest(), progress.unperformed().first()) {
            (Money::ZERO, None) => Ok(()),
            (Money::ZERO, Some(performed)) => Err(RefusalCode::Unperformed { performed: *performed }),
            (rest, _) => Err(RefusalCode::Unpaid { rest }),
        }
    }
}

impl Progress {
    pub(super) fn close(self, event: &Event) -> Result<Self, Refusal> {
        match self {
            Progress::NotFiled(_)
            | Progress::Transferred { .. }
            | Progress::Criminal { .. }
            | Progress::Withdrawn { .. }
            | Progress::Served(_)
            | Progress::Executing(_) => Ok(Progress::Closed { on: event.on, was: Box::new(self) }),
            other => Err(other.refuses(ActKind::Close)),
        }
    }
}
