//! The facts of acts about a measure that was taken: handling, extension, testing, lifting, the end of things; 行政处罚法
//! art. 56, 行政强制法 art. 25, 27, 28.

use serde::{Deserialize, Serialize};

use super::{GoodsEnd, Note};
use crate::Lang;
use crate::id::PartyId;

/// What becomes of registered evidence (行政处罚法 art. 56).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceOutcome {
    CopiedAndReturned,
    Tested,
    Seized,
    ConfiscationProposed,
    Lifted,
}

impl EvidenceOutcome {
    /// Every outcome, in the order of the form.
    pub const ALL: [EvidenceOutcome; 5] = [
        EvidenceOutcome::CopiedAndReturned,
        EvidenceOutcome::Tested,
        EvidenceOutcome::Seized,
        EvidenceOutcome::ConfiscationProposed,
        EvidenceOutcome::Lifted,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            EvidenceOutcome::CopiedAndReturned => "copied_and_returned",
            EvidenceOutcome::Tested => "tested",
            EvidenceOutcome::Seized => "seized",
            EvidenceOutcome::ConfiscationProposed => "confiscation_proposed",
            EvidenceOutcome::Lifted => "lifted",
        }
    }

    /// What the outcome is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            EvidenceOutcome::CopiedAndReturned => {
                lang.pick("复制、拍照等固定证据后退还", "copied, then returned")
            }
            EvidenceOutcome::Tested => lang.pick("送交检验、鉴定", "sent to be tested"),
            EvidenceOutcome::Seized => lang.pick("转为查封、扣押", "sealed or seized"),
            EvidenceOutcome::ConfiscationProposed => {
                lang.pick("拟没收，随处罚决定处理", "confiscation proposed, ends with the decision")
            }
            EvidenceOutcome::Lifted => lang.pick("解除登记保存并退还", "lifted and returned"),
        }
    }

    /// Whether the things go back: possible also when the term is over.
    pub(super) fn gives_back(self) -> bool {
        matches!(self, EvidenceOutcome::CopiedAndReturned | EvidenceOutcome::Lifted)
    }

    /// The end that the things find with it; tested ones and those for the decision wait for theirs.
    pub(super) fn goods_end(self) -> Option<GoodsEnd> {
        match self {
            EvidenceOutcome::CopiedAndReturned | EvidenceOutcome::Lifted => Some(GoodsEnd::Returned),
            EvidenceOutcome::Seized => Some(GoodsEnd::Seized),
            EvidenceOutcome::Tested | EvidenceOutcome::ConfiscationProposed => None,
        }
    }
}

/// 处理先行登记保存的证据
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandleEvidence {
    pub measure: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub outcome: EvidenceOutcome,
    /// How, and who received what went back.
    pub course: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// 延长查封、扣押期限: once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtendMeasure {
    pub measure: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub reason: Note,
    /// How the party was told in writing, with the reason.
    pub told: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// Why a measure is lifted (行政强制法 art. 28).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LiftGround {
    NoUnlawfulAct,
    Unrelated,
    Decided,
    TermOver,
    NoLongerNeeded,
}

impl LiftGround {
    /// Every ground, in the order of the article.
    pub const ALL: [LiftGround; 5] = [
        LiftGround::NoUnlawfulAct,
        LiftGround::Unrelated,
        LiftGround::Decided,
        LiftGround::TermOver,
        LiftGround::NoLongerNeeded,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            LiftGround::NoUnlawfulAct => "no_unlawful_act",
            LiftGround::Unrelated => "unrelated",
            LiftGround::Decided => "decided",
            LiftGround::TermOver => "term_over",
            LiftGround::NoLongerNeeded => "no_longer_needed",
        }
    }

    /// What the ground is called, with its item.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            LiftGround::NoUnlawfulAct => {
                lang.pick("当事人没有违法行为（第一项）", "the party did nothing unlawful (item 1)")
            }
            LiftGround::Unrelated => {
                lang.pick("场所、设施或者财物与违法行为无关（第二项）", "the things are unrelated (item 2)")
            }
            LiftGround::Decided => lang
                .pick("已经作出处理决定，不再需要查封、扣押（第三项）", "decided, no longer needed (item 3)"),
            LiftGround::TermOver => {
                lang.pick("查封、扣押期限已经届满（第四项）", "the term is over (item 4)")
            }
            LiftGround::NoLongerNeeded => lang
                .pick("其他不再需要采取措施的情形（第五项）", "no longer needed for another reason (item 5)"),
        }
    }
}

/// 解除查封、扣押: what is left goes back at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiftMeasure {
    pub measure: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub ground: LiftGround,
    /// Who received what, and when.
    pub returned: Note,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// 退还或者销毁物品: line by line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisposeGoods {
    pub measure: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// Places in the list, from 0.
    pub lines: Vec<usize>,
    pub end: GoodsEnd,
    /// Who received it; of a destruction the rule that orders it, and how it was done.
    pub course: Note,
}
