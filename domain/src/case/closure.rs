//! Closure (结案): row 25, party by party; a case closes when all have ended.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Event, Note, Progress};
use crate::id::PartyId;
use crate::refusal::{Refusal, RefusalCode};
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
    /// A party closes when its decision was served and everything in it is paid.
    pub(super) fn closable(&self, progress: &Progress) -> Result<(), RefusalCode> {
        let served = match progress {
            Progress::Served(served) => served,
            Progress::Executing(executing) => &executing.served,
            _ => return Ok(()),
        };
        if self.counts_on(&served.served) > self.on {
            return Err(RefusalCode::Unserved { counts_on: self.counts_on(&served.served) });
        }
        match progress.rest() {
            Money::ZERO => Ok(()),
            rest => Err(RefusalCode::Unpaid { rest }),
        }
    }
}

impl Progress {
    pub(super) fn close(self, event: &Event) -> Result<Self, Refusal> {
        match self {
            Progress::Transferred { .. }
            | Progress::Withdrawn { .. }
            | Progress::Served(_)
            | Progress::Executing(_) => Ok(Progress::Closed { on: event.on, was: Box::new(self) }),
            other => Err(other.refuses(ActKind::Close)),
        }
    }
}
