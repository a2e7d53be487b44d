//! A transfer as one side keeps it, and the bundle that goes with it.

use crate::entity::transfer;
use crate::error::Error;
use domain::Day;
use domain::case::Bundle;
use domain::id::{BureauId, CaseId, TransferId};
use sea_orm::ActiveValue::Set;
use sha2::{Digest, Sha256};

/// On which side a row of a transfer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferDirection {
    Out,
    In,
}

impl TransferDirection {
    pub(super) fn word(self) -> &'static str {
        match self {
            TransferDirection::Out => "out",
            TransferDirection::In => "in",
        }
    }
}

/// Where a transfer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferState {
    Open,
    Accepted,
    Returned,
    Withdrawn,
}

impl TransferState {
    const ALL: [TransferState; 4] =
        [TransferState::Open, TransferState::Accepted, TransferState::Returned, TransferState::Withdrawn];

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            TransferState::Open => "open",
            TransferState::Accepted => "accepted",
            TransferState::Returned => "returned",
            TransferState::Withdrawn => "withdrawn",
        }
    }

    fn of(word: &str) -> Result<Self, Error> {
        let found = TransferState::ALL.into_iter().find(|state| state.word() == word);
        found.ok_or_else(|| Error::down(format!("no state of a transfer: {word}")))
    }
}

/// A transfer as this bureau sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransferRecord {
    pub id: TransferId,
    pub direction: TransferDirection,
    /// The bureau on the other side.
    pub other: BureauId,
    /// This bureau's own case.
    pub case: Option<CaseId>,
    /// The sender's event that proposed it.
    pub proposal: u32,
    /// The number of the sender's case.
    pub number: String,
    /// Who goes; empty with a receiver with whom it did not stay.
    pub party_name: String,
    pub reason: String,
    /// The papers and the evidence.
    pub list: String,
    pub letter: String,
    /// Who sent it.
    pub sent_by: String,
    pub sent_on: Day,
    /// The last day for the answer.
    pub due_on: Day,
    /// SHA-256 of the bundle.
    pub hash: Vec<u8>,
    pub state: TransferState,
    pub answered_by: String,
    pub answered_on: Option<Day>,
    /// Why it was returned or withdrawn.
    pub answer: String,
}

/// What came with a transfer, checked against its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    pub bundle: Bundle,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub hash: String,
}

impl Arrived {
    /// A bundle as it is kept.
    ///
    /// # Errors
    /// [`Error::Down`] when it is not the one of the hash.
    pub(super) fn of(text: &str, hash: &[u8]) -> Result<Self, Error> {
        if hash_of(text) != hash {
            return Err(Error::down("a transferred bundle differs from its hash"));
        }
        let bundle = serde_json::from_str(text).map_err(Error::down)?;
        Ok(Arrived { bundle, hash: hex(hash) })
    }
}

pub(super) fn hash_of(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl TransferRecord {
    pub(super) fn of(row: transfer::Model) -> Result<Self, Error> {
        Ok(TransferRecord {
            id: TransferId(row.id),
            direction: match row.direction.as_str() {
                "out" => TransferDirection::Out,
                _ => TransferDirection::In,
            },
            other: BureauId(row.other_id),
            case: row.case_id.map(CaseId),
            proposal: u32::try_from(row.proposal).map_err(Error::down)?,
            number: row.number,
            party_name: row.party_name,
            reason: row.reason,
            list: row.list,
            letter: row.letter,
            sent_by: row.sent_by,
            sent_on: row.sent_on,
            due_on: row.due_on,
            hash: row.bundle_hash,
            state: TransferState::of(&row.state)?,
            answered_by: row.answered_by,
            answered_on: row.answered_on,
            answer: row.answer,
        })
    }

    /// The columns that an answer, or its withdrawal, sets. The bundle goes: the receiver keeps what came to stay beside
    /// its own case.
    pub(super) fn ended(state: TransferState, by: &str, on: Day, answer: &str) -> transfer::ActiveModel {
        transfer::ActiveModel {
            state: Set(state.word().to_owned()),
            answered_by: Set(by.to_owned()),
            answered_on: Set(Some(on)),
            answer: Set(answer.to_owned()),
            bundle: Set(String::new()),
            ..Default::default()
        }
    }
}
