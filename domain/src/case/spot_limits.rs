//! Up to how much is fined, and collected, on the spot: by the Act in force on the day.

use crate::Day;
use crate::catalogue::PartyKind;
use crate::value::Money;

/// The limits of one version of the Act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpotLimits {
    /// First day.
    pub from: Day,
    /// The highest fine of a citizen or a sole trader.
    pub person: Money,
    /// The highest fine of an organisation.
    pub organisation: Money,
    /// The highest fine that officers may collect without another ground.
    pub collected: Money,
}

impl SpotLimits {
    /// The highest fine of a kind of party.
    #[must_use]
    pub fn fine(&self, kind: PartyKind) -> Money {
        if kind.counts_as_person() { self.person } else { self.organisation }
    }
}

pub(super) const fn day(year: i32, month: u32, day: u32) -> Day {
    match Day::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => Day::MAX,
    }
}

/// 行政处罚法 of 1996, art. 33 and 47; of 2021, art. 51 and 68. The newest first.
const LIMITS: [SpotLimits; 2] = [
    SpotLimits {
        from: day(2021, 7, 15),
        person: Money::yuan(200),
        organisation: Money::yuan(3_000),
        collected: Money::yuan(100),
    },
    SpotLimits {
        from: day(1996, 10, 1),
        person: Money::yuan(50),
        organisation: Money::yuan(1_000),
        collected: Money::yuan(20),
    },
];

/// The limits on a day; none before the first Act.
#[must_use]
pub fn spot_limits(on: Day) -> Option<&'static SpotLimits> {
    LIMITS.iter().find(|limits| limits.from <= on)
}
