//! When a penalty opens the right to a hearing (行政处罚法 art. 63).

use serde::{Deserialize, Serialize};

use super::{PartyKind, PenaltyKind};
use crate::value::Money;

/// From which amounts on a fine or confiscation counts as large. Provincial practice; a setting of the
/// bureau.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HearingThresholds {
    /// Citizens and sole traders.
    pub person: Money,
    /// Legal persons and other organisations.
    pub organisation: Money,
}

impl Default for HearingThresholds {
    /// Hunan: 1,000 yuan for a citizen, 20,000 for an organisation; to be confirmed by the lawyer.
    fn default() -> Self {
        HearingThresholds { person: Money::yuan(1_000), organisation: Money::yuan(20_000) }
    }
}

/// What is intended against one party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intended {
    pub kinds: Vec<PenaltyKind>,
    pub fine: Money,
    /// Illegal gains to be confiscated.
    pub gains: Money,
    /// Goods to be confiscated, by value.
    pub goods: Money,
}

/// Whether the party must be told of its right to a hearing. Fine, gains and goods are each compared
/// alone, never added up; the threshold itself is enough.
#[must_use]
pub fn opens_hearing(intended: &Intended, kind: PartyKind, thresholds: &HearingThresholds) -> bool {
    let limit = if kind.counts_as_person() { thresholds.person } else { thresholds.organisation };
    intended.kinds.iter().any(|kind| kind.opens_hearing())
        || [intended.fine, intended.gains, intended.goods].into_iter().any(|amount| amount >= limit)
}
