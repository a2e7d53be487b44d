//! Designation of jurisdiction (指定管辖): the common superior says which bureau handles a case whose place lies
//! elsewhere, or about which two bureaus dispute (行政处罚法 art. 25).

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Name, Party, UnlawfulAct};
use crate::value::fold;

/// An order of the city that designates this bureau.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// 永商指管〔2026〕1号
    pub number: Name,
    /// Against whom the case is, as the order names it.
    pub party: Name,
}

impl Judge<'_> {
    /// Whether the act cites an order that designates this bureau, in the case of the party that the order names.
    pub(super) fn is_designated(&self, act: &UnlawfulAct, parties: &[&Party]) -> bool {
        let Some(cited) = &act.designated_by else { return false };
        let orders = self.context.designations.iter().filter(|one| one.number == *cited);
        let names = |one: &Designation| {
            let named = fold(one.party.as_str());
            parties.iter().any(|party| fold(party.name.as_str()) == named)
        };
        orders.into_iter().any(names)
    }
}
