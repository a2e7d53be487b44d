//! What a bureau may do with a row on a day, and who has the power that it lacks.

use serde::{Deserialize, Serialize};

use super::{Authority, Capacity, IndustryId, Level, PenaltyKind, PowerGrant, ViolationRow, power_on};
use crate::Day;
use crate::Lang;
use crate::id::BureauId;

/// Whether the bureau may decide one kind of penalty, or who may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindStanding {
    May,
    /// `no_power`: these have it. Empty: nobody has it on this day by the row.
    NoPower(Vec<Authority>),
}

/// What a bureau may do with a row on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It may file and decide at least one kind; `elsewhere`: kinds that others must decide.
    MayDecide { kinds: Vec<PenaltyKind>, elsewhere: Vec<(PenaltyKind, Vec<Authority>)> },
    /// The row names no penalty; the matter is handed to these.
    TransferOnly { to: Vec<Authority> },
    /// No kind is the bureau's (`no_power`): register the clue, inspect where it may, transfer to these.
    NoPower { who: Vec<Authority> },
}

impl Standing {
    /// The authorities that have what the bureau lacks.
    #[must_use]
    pub fn others(&self) -> Vec<Authority> {
        let mut others = match self {
            Standing::MayDecide { elsewhere, .. } => {
                elsewhere.iter().flat_map(|(_, who)| who.iter().copied()).collect()
            }
            Standing::TransferOnly { to } => to.clone(),
            Standing::NoPower { who } => who.clone(),
        };
        others.sort_unstable();
        others.dedup();
        others
    }

    /// The names of [`Standing::others`], joined.
    #[must_use]
    pub fn others_named(&self, lang: Lang) -> String {
        let names: Vec<_> = self.others().into_iter().map(|authority| authority.name(lang)).collect();
        names.join(lang.pick("、", ", "))
    }
}

/// Whether a bureau may decide a kind of penalty under a row on a day of deciding.
#[must_use]
pub fn decides(
    row: &ViolationRow,
    kind: PenaltyKind,
    industry: &IndustryId,
    grants: &[PowerGrant],
    bureau: BureauId,
    day: Day,
) -> KindStanding {
    let deciders = row.deciders_of(kind, day);
    if deciders.iter().any(|authority| power_on(grants, bureau, industry, *authority, day).is_some()) {
        KindStanding::May
    } else {
        KindStanding::NoPower(deciders)
    }
}

/// What a bureau may do with a row on a day of filing or deciding.
///
/// A row without penalties (an order to put right and publication only) is the bureau's when its
/// deciders are.
#[must_use]
pub fn standing(
    row: &ViolationRow,
    industry: &IndustryId,
    grants: &[PowerGrant],
    bureau: BureauId,
    day: Day,
) -> Standing {
    if row.deciders.is_empty() {
        let to = row.transfer_to.iter().map(|&capacity| county(capacity)).collect();
        return Standing::TransferOnly { to };
    }
    let (mut kinds, mut elsewhere) = (Vec::new(), Vec::new());
    for kind in row.kinds() {
        match decides(row, kind, industry, grants, bureau, day) {
            KindStanding::May => kinds.push(kind),
            KindStanding::NoPower(who) => elsewhere.push((kind, who)),
        }
    }
    let general: Vec<_> = row
        .deciders
        .iter()
        .filter(|decider| decider.kinds.is_empty() && decider.speaks_on(day))
        .map(super::Decider::authority)
        .collect();
    let holds_general =
        general.iter().any(|authority| power_on(grants, bureau, industry, *authority, day).is_some());
    if kinds.is_empty() && !holds_general {
        Standing::NoPower { who: general }
    } else {
        Standing::MayDecide { kinds, elsewhere }
    }
}

fn county(capacity: Capacity) -> Authority {
    Authority { capacity, level: Level::County }
}
