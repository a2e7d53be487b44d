//! When a penalty opens the right to a hearing (行政处罚法 art. 63).

use serde::{Deserialize, Serialize};

use super::{PartyKind, PenaltyKind};

/// From which amounts on a fine or confiscation counts as large. Provincial practice; a setting of the
/// bureau. In 分.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HearingThresholds {
    /// Citizens and sole traders.
    pub person_fen: i64,
    /// Legal persons and other organisations.
    pub organisation_fen: i64,
}

impl Default for HearingThresholds {
    /// Hunan: 1,000 yuan for a citizen, 20,000 for an organisation; to be confirmed by the lawyer.
    fn default() -> Self {
        HearingThresholds { person_fen: 100_000, organisation_fen: 2_000_000 }
    }
}

/// What is intended against one party. Amounts in 分.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intended {
    pub kinds: Vec<PenaltyKind>,
    pub fine_fen: i64,
    /// Illegal gains to be confiscated.
    pub gains_fen: i64,
    /// Goods to be confiscated, by value.
    pub goods_fen: i64,
}

/// Whether the party must be told of its right to a hearing. Fine, gains and goods are each compared
/// alone, never added up; the threshold itself is enough.
#[must_use]
pub fn opens_hearing(intended: &Intended, kind: PartyKind, thresholds: &HearingThresholds) -> bool {
    let limit = if kind.counts_as_person() { thresholds.person_fen } else { thresholds.organisation_fen };
    intended.kinds.iter().any(|kind| kind.opens_hearing())
        || [intended.fine_fen, intended.gains_fen, intended.goods_fen].into_iter().any(|fen| fen >= limit)
}
