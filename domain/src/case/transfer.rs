//! Transfer (移送): row 4, to another bureau of the city or to an outside authority (行政处罚法 art. 22, 25).
//!
//! Proposing sends the papers; while the answer is open the sender's states and clocks stay, and what would move them is
//! refused. The receiver's answer is written into the sender's case as an event of its own.

use serde::{Deserialize, Serialize};

use super::{Measure, Name, Note};
use crate::Day;
use crate::catalogue::Capacity;
use crate::id::{BureauId, PartyId, TransferId};

/// To whom a case goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum TransferReceiver {
    /// Another bureau of the city, by its name on the day.
    Bureau { bureau: BureauId, name: Name },
    /// An authority that does not work here: 道县市场监督管理局.
    Authority { name: Name, capacity: Capacity },
}

impl TransferReceiver {
    /// What the receiver is called.
    #[must_use]
    pub fn name(&self) -> &Name {
        match self {
            TransferReceiver::Bureau { name, .. } | TransferReceiver::Authority { name, .. } => name,
        }
    }

    /// Whether the receiver answers in this product.
    #[must_use]
    pub fn answers_here(&self) -> bool {
        matches!(self, TransferReceiver::Bureau { .. })
    }
}

/// 提出移送
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposeTransfer {
    /// Those who go; of a case that is not filed none is named: the whole clue goes.
    #[serde(default)]
    pub parties: Vec<PartyId>,
    pub receiver: TransferReceiver,
    pub reason: Note,
    /// The papers and the evidence that go with the case (移送清单).
    pub list: Note,
    /// The number of the letter (案件移送函): that of 移 where the bureau does not count it elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Name>,
    /// The receiver takes over what is sealed, seized or registered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub takes_over: bool,
}

/// 撤回移送
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithdrawTransfer {
    /// The event that proposed it.
    pub proposal: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    pub reason: Note,
}

/// 登记移送回执: an outside authority took the case over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferOut {
    /// The event that proposed it.
    pub proposal: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    /// Who signed the receipt, and its number.
    pub receipt: Note,
}

/// 移送被接收: written by the receiver's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferAccepted {
    /// The event that proposed it.
    pub proposal: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    /// Who answered for the receiver.
    pub answered_by: Name,
    /// The number of the receiver's case.
    pub number: Name,
}

/// 移送被退回: written by the receiver's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferReturned {
    /// The event that proposed it.
    pub proposal: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    /// Who answered for the receiver.
    pub answered_by: Name,
    pub reason: Note,
}

/// From whom a clue was taken over, and since when it was known there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TransferredIn {
    pub transfer: TransferId,
    /// The sender's name.
    pub from: Name,
    /// The number of the sender's case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Name>,
    /// The day on which the sender received the clue: with it the act was discovered (art. 36).
    pub discovered: Day,
    /// What the sender had sealed, seized or registered; each keeps its first start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
}
