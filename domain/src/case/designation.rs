//! Designation of jurisdiction (指定管辖): the common superior says which bureau handles a case whose place lies
//! elsewhere, or about which two bureaus dispute (行政处罚法 art. 25).

use serde::{Deserialize, Serialize};

use super::Name;
use super::judge::Judge;
use super::party::UnlawfulAct;

/// An order of the city that designates this bureau, as judging asks for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// 永商指〔2026〕1号
    pub number: Name,
    /// Against whom the case is, as the order names it.
    pub party: Name,
}

impl Judge<'_> {
    /// Whether the act cites an order that designates this bureau.
    pub(super) fn is_designated(&self, act: &UnlawfulAct) -> bool {
        let cited = act.designated_by.as_ref();
        cited.is_some_and(|number| self.context.designations.iter().any(|one| one.number == *number))
    }
}
