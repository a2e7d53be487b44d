//! Proposals: an act that waits for somebody with the power (提请、审批).

use serde::{Deserialize, Serialize};

use super::{Act, Entry, Note};
use crate::Instant;
use crate::id::{PersonId, ProposalId};
use crate::role::Power;

/// A proposed act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub id: ProposalId,
    pub act: Act,
    pub entry: Entry,
    /// The case's version that the proposer saw. What came since is shown; the act is judged again.
    pub base_seq: u32,
    pub power: Power,
    pub by: PersonId,
    pub at: Instant,
    pub state: ProposalState,
}

/// Where a proposal stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ProposalState {
    Open,
    Approved { by: PersonId, at: Instant, seq: u32 },
    SentBack { by: PersonId, at: Instant, reason: Note },
    Withdrawn { at: Instant },
}

impl ProposalState {
    /// The word in the database.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            ProposalState::Open => "open",
            ProposalState::Approved { .. } => "approved",
            ProposalState::SentBack { .. } => "sent_back",
            ProposalState::Withdrawn { .. } => "withdrawn",
        }
    }
}

/// Why a proposal cannot be decided or taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalFault {
    /// It was decided or withdrawn before.
    NotOpen,
    /// Only who proposed it may take it back.
    NotYours,
    /// Nobody approves what he proposed himself.
    OwnProposal,
}

impl Proposal {
    /// The proposal approved as the event `seq`.
    ///
    /// # Errors
    /// When it is not open, or the approver proposed it himself.
    pub fn approved(self, by: PersonId, at: Instant, seq: u32) -> Result<Self, ProposalFault> {
        match self.state {
            ProposalState::Open if self.by == by => Err(ProposalFault::OwnProposal),
            ProposalState::Open => Ok(Proposal { state: ProposalState::Approved { by, at, seq }, ..self }),
            _ => Err(ProposalFault::NotOpen),
        }
    }

    /// The proposal sent back with a reason.
    ///
    /// # Errors
    /// When it is not open.
    pub fn sent_back(self, by: PersonId, at: Instant, reason: Note) -> Result<Self, ProposalFault> {
        match self.state {
            ProposalState::Open => Ok(Proposal { state: ProposalState::SentBack { by, at, reason }, ..self }),
            _ => Err(ProposalFault::NotOpen),
        }
    }

    /// The proposal taken back by who made it.
    ///
    /// # Errors
    /// When it is not open, or somebody else made it.
    pub fn withdrawn(self, by: PersonId, at: Instant) -> Result<Self, ProposalFault> {
        match self.state {
            ProposalState::Open if self.by == by => {
                Ok(Proposal { state: ProposalState::Withdrawn { at }, ..self })
            }
            ProposalState::Open => Err(ProposalFault::NotYours),
            _ => Err(ProposalFault::NotOpen),
        }
    }
}
