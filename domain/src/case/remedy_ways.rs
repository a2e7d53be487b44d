//! What a party may do against a decision (救济途径): 行政复议法 art. 20, 23, 24, 32; 行政诉讼法 art. 46.

use serde::{Deserialize, Serialize};

use super::{Decided, spot_limits::day};
use crate::{Day, Lang};

/// First day on which a penalty on the spot goes to reconsideration before any suit (行政复议法 art. 23).
const RECONSIDERATION_FIRST_FROM: Day = day(2024, 1, 1);
/// First day of the six months to sue (行政诉讼法 art. 46).
const SIX_MONTHS_FROM: Day = day(2015, 5, 1);

/// The ways against a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemedyWays {
    /// 复议前置: a suit only against the outcome of the reconsideration.
    ReconsiderationFirst,
    /// Whichever the party chooses.
    ReconsiderationOrSuit,
}

impl Decided {
    /// The ways against the decision by the law of its day; none before the terms that are known.
    #[must_use]
    pub fn remedy_ways(&self) -> Option<RemedyWays> {
        match self.on {
            on if on < SIX_MONTHS_FROM => None,
            on if self.procedure.is_simplified() && on >= RECONSIDERATION_FIRST_FROM => {
                Some(RemedyWays::ReconsiderationFirst)
            }
            _ => Some(RemedyWays::ReconsiderationOrSuit),
        }
    }
}

impl RemedyWays {
    /// The ways with their terms and articles.
    #[must_use]
    pub fn sentence(self, lang: Lang) -> &'static str {
        match self {
            RemedyWays::ReconsiderationFirst => lang.pick(
                "不服本决定的，应当先申请行政复议：自知道之日起六十日内向本级人民政府申请，也可以通过本局提出；\
                 对复议决定不服的，才能提起行政诉讼（行政复议法第二十条、第二十三条、第三十二条）。",
                "Against this decision reconsideration comes first: within 60 days from the government of the same \
                 level, also through this bureau; a suit is possible only after it (Administrative Reconsideration \
                 Act art. 20, 23, 32).",
            ),
            RemedyWays::ReconsiderationOrSuit => lang.pick(
                "不服本决定的，可以自知道之日起六十日内向本级人民政府申请行政复议，\
                 或者六个月内向人民法院提起行政诉讼（行政复议法第二十条，行政诉讼法第四十六条）。",
                "Against this decision: reconsideration by the government of the same level within 60 days, or a \
                 suit within six months (Administrative Reconsideration Act art. 20; Administrative Litigation \
                 Act art. 46).",
            ),
        }
    }
}
