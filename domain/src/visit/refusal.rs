//! Why a visit is refused, in words that say what to do.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// Why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitRefusal {
    /// No county of this city was chosen.
    CountyMissing,
    /// None of the listed reasons was chosen.
    ReasonMissing,
    /// None of the listed lengths was chosen.
    LengthUnknown,
    /// It has ended.
    Over,
    /// A person's number was looked for: that opens sealed fields, which a visit never does.
    PrivateNumber,
}

impl VisitRefusal {
    const ALL: [VisitRefusal; 5] = [
        VisitRefusal::CountyMissing,
        VisitRefusal::ReasonMissing,
        VisitRefusal::LengthUnknown,
        VisitRefusal::Over,
        VisitRefusal::PrivateNumber,
    ];

    /// The stable word of this refusal.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            VisitRefusal::CountyMissing => "county_missing",
            VisitRefusal::ReasonMissing => "reason_missing",
            VisitRefusal::LengthUnknown => "length_unknown",
            VisitRefusal::Over => "over",
            VisitRefusal::PrivateNumber => "private_number",
        }
    }

    /// The refusal of a word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        VisitRefusal::ALL.into_iter().find(|refusal| refusal.code() == code)
    }

    /// What to do.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            VisitRefusal::CountyMissing => {
                lang.pick("请选择要调阅的县（市、区）", "Please choose the county to visit")
            }
            VisitRefusal::ReasonMissing => lang.pick("请选择调阅事由", "Please choose the reason of the visit"),
            VisitRefusal::LengthUnknown => lang.pick("请选择调阅时长", "Please choose how long the visit lasts"),
            VisitRefusal::Over => lang.pick(
                "这次调阅已结束；如仍需查看，请重新办理调阅。",
                "This visit has ended; begin another one to look again.",
            ),
            VisitRefusal::PrivateNumber => lang.pick(
                "调阅中不能按证件号码或电话查找；请改用姓名、名称、案号或地址。",
                "In a visit nobody is looked for by identity or phone number; use a name, a case number or a place.",
            ),
        }
    }
}
