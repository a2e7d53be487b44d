//! What a programme plans: whom, in what, for how many hours, with whose money.

use serde::{Deserialize, Serialize};

use super::words::words;
use super::{Name, Trade};
use crate::value::{Money, fold};

words! {
    /// What a class is for.
    ClassKind {
        /// 职业技能培训
        Skill = "skill", "技能培训", "skill training";
        /// Before work abroad (对外劳务合作管理条例 art. 12).
        Predeparture = "predeparture", "出国前适应性培训", "pre-departure training";
    }
}

/// What a programme plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammePlan {
    pub year: i32,
    pub title: Name,
    pub trade: Trade,
    pub kind: ClassKind,
    /// Persons to be trained.
    pub target: u32,
    /// Hours of teaching (学时) for each person.
    pub hours: u32,
    pub budget: Money,
    /// Whose money it is, so that nobody is paid twice.
    pub fund_owner: Name,
    /// A second programme of the same year, trade, kind and fund is intended.
    #[serde(default)]
    pub twin_intended: bool,
}

impl ProgrammePlan {
    /// Whether year, trade, kind and fund are the same.
    #[must_use]
    pub fn is_twin_of(&self, other: &ProgrammePlan) -> bool {
        self.year == other.year
            && self.trade == other.trade
            && self.kind == other.kind
            && fold(self.fund_owner.as_str()) == fold(other.fund_owner.as_str())
    }
}
