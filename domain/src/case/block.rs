//! 号段: numbers that an officer has in hand, for papers that are handed over on the spot (§6). They come from the counter of
//! their word, and each is issued or void.

use super::{Act, ActKind, Inquiry, NumberWord};
use crate::Lang;

/// Numbers that are allotted at once, from 1.
pub const BLOCK_MAX: u32 = 100;

/// Numbers of one word that an officer may have in hand, unused.
pub const IN_HAND_MAX: u64 = 200;

/// A number that is in hand for more days than these is listed.
pub const OPEN_DAYS: i64 = 30;

impl NumberWord {
    /// The words of papers that are handed over on the spot: D07, D08, D11, D13, D14, D15, D26s, D29.
    pub const OF_BLOCKS: [NumberWord; 8] = [
        NumberWord::Summons,
        NumberWord::PapersOrder,
        NumberWord::Sampling,
        NumberWord::Evidence,
        NumberWord::Measure,
        NumberWord::Lifting,
        NumberWord::Rectification,
        NumberWord::OnTheSpot,
    ];
}

impl ActKind {
    /// The words of the blocks from which an act of the kind may take its number: what was handed over on the spot bears
    /// one already. The handling of evidence and the extension of a measure share words with such papers, and come from
    /// the office.
    #[must_use]
    pub fn blocks(self) -> &'static [NumberWord] {
        match self {
            ActKind::Inquire => &[NumberWord::Summons, NumberWord::PapersOrder],
            ActKind::RegisterEvidence => &[NumberWord::Evidence],
            ActKind::TakeMeasure | ActKind::TakeUrgentMeasure => &[NumberWord::Measure],
            ActKind::LiftMeasure => &[NumberWord::Lifting],
            ActKind::PenaliseOnTheSpot => &[NumberWord::OnTheSpot],
            _ => &[],
        }
    }
}

impl Act {
    /// The word of the block from which the act may take its number.
    #[must_use]
    pub fn block(&self) -> Option<NumberWord> {
        match self {
            Act::Inquire(facts) if facts.what == Inquiry::Assistance => None,
            Act::Inquire(facts) => facts.what.words().first().copied(),
            act => act.kind().blocks().first().copied(),
        }
    }
}

/// Why a number of a block is not allotted or not void.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockRefusal {
    /// Not 1 to [`BLOCK_MAX`].
    Count,
    /// The word is none of a paper that is handed over.
    Word,
    /// Nobody who works on cases here.
    Person,
    /// More than [`IN_HAND_MAX`] would be in hand.
    Full,
    /// It is not in hand any more.
    Gone,
}

impl BlockRefusal {
    const ALL: [BlockRefusal; 5] = [
        BlockRefusal::Count,
        BlockRefusal::Word,
        BlockRefusal::Person,
        BlockRefusal::Full,
        BlockRefusal::Gone,
    ];

    /// The stable word of this refusal.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            BlockRefusal::Count => "block_count",
            BlockRefusal::Word => "block_word",
            BlockRefusal::Person => "block_person",
            BlockRefusal::Full => "block_full",
            BlockRefusal::Gone => "block_gone",
        }
    }

    /// The refusal of a word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        BlockRefusal::ALL.into_iter().find(|refusal| refusal.code() == code)
    }

    /// What cannot be done, why, and what to do.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            BlockRefusal::Count => lang.pick("请填 1 至 100 的整数。", "Enter a whole number from 1 to 100."),
            BlockRefusal::Word => {
                lang.pick("请选择现场交付的文书。", "Choose a paper that is handed over on the spot.")
            }
            BlockRefusal::Person => {
                lang.pick("请选择本单位的执法人员。", "Choose an officer of this bureau.")
            }
            BlockRefusal::Full => lang.pick(
                "该人员名下未使用的文号已经过多，最多 200 个：先用完或者作废，再领用。",
                "The officer has too many numbers in hand, 200 at most: use them or void them first.",
            ),
            BlockRefusal::Gone => lang.pick(
                "这个文号已经使用或者作废，请重新选择。",
                "The number was used or is void by now; choose another.",
            ),
        }
    }
}
