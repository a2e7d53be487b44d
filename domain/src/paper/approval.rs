//! What internal approvals (内部审批表, D45) are about: the acts that the head approves and that leave no approval form of
//! their own.

use crate::case::{Act, Reviser};

/// What the head approved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Approved {
    Measure,
    UrgentMeasure,
    Extension,
    Verification,
    Registration,
    Notice,
    Decision,
    Deferral,
    Recusal,
    Supplement,
}

impl Approved {
    /// What an act approves, if it leaves an internal approval.
    pub(super) fn of(act: &Act) -> Option<Self> {
        Some(match act {
            Act::TakeMeasure(_) => Approved::Measure,
            Act::ConfirmMeasure(_) => Approved::UrgentMeasure,
            Act::ExtendMeasure(_) => Approved::Extension,
            Act::ExtendVerification(_) => Approved::Verification,
            Act::RegisterEvidence(_) => Approved::Registration,
            Act::ApproveNotice(_) => Approved::Notice,
            Act::Decide(_) | Act::DecideNoPenalty(_) => Approved::Decision,
            Act::ChangeDecision(facts) if facts.reviser == Reviser::Bureau => Approved::Decision,
            Act::ApprovePlan(_) => Approved::Deferral,
            Act::DecideRecusal(_) => Approved::Recusal,
            Act::Supplement(_) => Approved::Supplement,
            _ => return None,
        })
    }

    /// What the form is called after.
    pub(super) fn name(self) -> &'static str {
        match self {
            Approved::Measure => "查封、扣押",
            Approved::UrgentMeasure => "补办查封、扣押批准",
            Approved::Extension => "延长查封、扣押期限",
            Approved::Verification => "延长核查期限",
            Approved::Registration => "先行登记保存证据",
            Approved::Notice => "行政处罚告知",
            Approved::Decision => "处理决定",
            Approved::Deferral => "延期、分期缴纳罚款",
            Approved::Recusal => "回避",
            Approved::Supplement => "补充调查",
        }
    }

    /// The law and the article that ask for the approval.
    pub(super) fn basis(self) -> &'static str {
        match self {
            Approved::Measure => "《中华人民共和国行政强制法》第十八条",
            Approved::UrgentMeasure => "《中华人民共和国行政强制法》第十九条",
            Approved::Extension => "《中华人民共和国行政强制法》第二十五条",
            Approved::Verification => "《中华人民共和国行政处罚法》第五十四条",
            Approved::Registration => "《中华人民共和国行政处罚法》第五十六条",
            Approved::Notice => "《中华人民共和国行政处罚法》第四十四条",
            Approved::Decision => "《中华人民共和国行政处罚法》第五十七条",
            Approved::Deferral => "《中华人民共和国行政处罚法》第六十六条",
            Approved::Recusal => "《中华人民共和国行政处罚法》第四十三条",
            Approved::Supplement => "《中华人民共和国行政处罚法》第四十条",
        }
    }
}
