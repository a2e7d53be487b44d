//! Whose rows a ledger holds.

use serde::{Deserialize, Serialize};

use crate::role::Power;

/// The nouns that come in by a workbook; the word stands in the addresses of their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LedgerNoun {
    /// 经营主体台账
    Establishments,
    /// 培训学员花名册
    Trainees,
    /// 在办案件补录表
    Cases,
    /// 银行对账单
    Payments,
}

impl LedgerNoun {
    /// Every one.
    pub const ALL: [LedgerNoun; 4] =
        [LedgerNoun::Establishments, LedgerNoun::Trainees, LedgerNoun::Cases, LedgerNoun::Payments];

    /// The word in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            LedgerNoun::Establishments => "establishments",
            LedgerNoun::Trainees => "trainees",
            LedgerNoun::Cases => "cases",
            LedgerNoun::Payments => "payments",
        }
    }

    /// The noun of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        LedgerNoun::ALL.into_iter().find(|noun| noun.word() == word)
    }

    /// What it takes to upload one, and to read what was found in it.
    #[must_use]
    pub fn power(self) -> Power {
        match self {
            LedgerNoun::Establishments => Power::EditEstablishments,
            LedgerNoun::Trainees => Power::RunTraining,
            LedgerNoun::Cases => Power::PrepareEntries,
            LedgerNoun::Payments => Power::WorkCases,
        }
    }

    /// What it takes to put it in and to undo it: cases come in without their approvals, so whoever approves confirms.
    #[must_use]
    pub fn power_to_apply(self) -> Power {
        match self {
            LedgerNoun::Cases => Power::ApproveCases,
            other => other.power(),
        }
    }
}
