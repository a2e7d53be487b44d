//! Withdrawal (撤销立案): row 18, for the parties it names.

use serde::{Deserialize, Serialize};

use super::{ActKind, Event, Note, Progress};
use crate::Lang;
use crate::id::PartyId;
use crate::refusal::Refusal;

/// Why a case ends without a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithdrawalGround {
    PartyDead,
    PartyDissolved,
    FiledInError,
}

impl WithdrawalGround {
    /// Every ground, in the order of the form.
    pub const ALL: [WithdrawalGround; 3] =
        [WithdrawalGround::FiledInError, WithdrawalGround::PartyDead, WithdrawalGround::PartyDissolved];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            WithdrawalGround::PartyDead => "party_dead",
            WithdrawalGround::PartyDissolved => "party_dissolved",
            WithdrawalGround::FiledInError => "filed_in_error",
        }
    }

    /// What the ground is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            WithdrawalGround::PartyDead => lang.pick("当事人死亡", "the party has died"),
            WithdrawalGround::PartyDissolved => {
                lang.pick("当事人终止且无权利义务承受人", "the party is dissolved, nobody succeeds")
            }
            WithdrawalGround::FiledInError => lang.pick("立案有误", "filed in error"),
        }
    }
}

/// 撤销立案
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdraw {
    pub parties: Vec<PartyId>,
    pub ground: WithdrawalGround,
    pub reason: Note,
}

impl Progress {
    pub(super) fn withdraw(self, facts: &Withdraw, event: &Event) -> Result<Self, Refusal> {
        match self {
            Progress::Filed { .. }
            | Progress::Investigating { .. }
            | Progress::Concluded(_)
            | Progress::Notified(_)
            | Progress::Hearing(_)
            | Progress::Heard(_)
            | Progress::Deliberated(_) => Ok(Progress::Withdrawn { on: event.on, ground: facts.ground }),
            other => Err(other.refuses(ActKind::Withdraw)),
        }
    }
}
