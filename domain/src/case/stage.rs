//! Where a party, and with its least advanced party the case, stands.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// A state's name without its facts, in the order of the procedure; the ends come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 线索
    Clue,
    /// 立案
    Filed,
    /// 调查取证
    Investigating,
    /// 调查终结
    Concluded,
    /// 告知
    Notified,
    /// 听证
    Hearing,
    /// 已听证
    Heard,
    /// 集体讨论
    Deliberated,
    /// 决定
    Decided,
    /// 送达
    Served,
    /// 执行
    Executing,
    /// 法院强制执行
    AtCourt,
    /// 不予立案
    NotFiled,
    /// 移送
    Transferred,
    /// 移送公安机关
    Criminal,
    /// 撤销立案
    Withdrawn,
    /// 结案
    Closed,
    /// 归档: of the whole case, whose parties stay closed.
    Archived,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Stage; 18] = [
        Stage::Clue,
        Stage::Filed,
        Stage::Investigating,
        Stage::Concluded,
        Stage::Notified,
        Stage::Hearing,
        Stage::Heard,
        Stage::Deliberated,
        Stage::Decided,
        Stage::Served,
        Stage::Executing,
        Stage::AtCourt,
        Stage::NotFiled,
        Stage::Transferred,
        Stage::Criminal,
        Stage::Withdrawn,
        Stage::Closed,
        Stage::Archived,
    ];

    /// The stages of the bar over a case; a party that was heard still stands at the hearing,
    /// one at court at the execution.
    pub const STEPS: [Stage; 11] = [
        Stage::Clue,
        Stage::Filed,
        Stage::Investigating,
        Stage::Concluded,
        Stage::Notified,
        Stage::Hearing,
        Stage::Deliberated,
        Stage::Decided,
        Stage::Served,
        Stage::Executing,
        Stage::Closed,
    ];

    /// The word in the database, an address and a filter.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Stage::Clue => "clue",
            Stage::Filed => "filed",
            Stage::Investigating => "investigating",
            Stage::Concluded => "concluded",
            Stage::Notified => "notified",
            Stage::Hearing => "hearing",
            Stage::Heard => "heard",
            Stage::Deliberated => "deliberated",
            Stage::Decided => "decided",
            Stage::Served => "served",
            Stage::Executing => "executing",
            Stage::AtCourt => "at_court",
            Stage::NotFiled => "not_filed",
            Stage::Transferred => "transferred",
            Stage::Criminal => "criminal",
            Stage::Withdrawn => "withdrawn",
            Stage::Closed => "closed",
            Stage::Archived => "archived",
        }
    }

    /// The stage of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Stage::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// What the stage is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Stage::Clue => lang.pick("线索", "Clue"),
            Stage::Filed => lang.pick("立案", "Filed"),
            Stage::Investigating => lang.pick("调查", "Investigation"),
            Stage::Concluded => lang.pick("终结", "Concluded"),
            Stage::Notified => lang.pick("告知", "Notice"),
            Stage::Hearing => lang.pick("听证", "Hearing"),
            Stage::Heard => lang.pick("已听证", "Heard"),
            Stage::Deliberated => lang.pick("集体讨论", "Deliberated"),
            Stage::Decided => lang.pick("决定", "Decision"),
            Stage::Served => lang.pick("送达", "Service"),
            Stage::Executing => lang.pick("执行", "Execution"),
            Stage::AtCourt => lang.pick("法院执行", "At court"),
            Stage::NotFiled => lang.pick("不予立案", "Not filed"),
            Stage::Transferred => lang.pick("移送", "Transferred"),
            Stage::Criminal => lang.pick("移送公安", "With the police"),
            Stage::Withdrawn => lang.pick("撤销立案", "Withdrawn"),
            Stage::Closed => lang.pick("结案", "Closed"),
            Stage::Archived => lang.pick("归档", "Archived"),
        }
    }

    /// Whether nothing but closing remains, or nothing at all.
    #[must_use]
    pub fn is_end(self) -> bool {
        matches!(
            self,
            Stage::NotFiled
                | Stage::Transferred
                | Stage::Criminal
                | Stage::Withdrawn
                | Stage::Closed
                | Stage::Archived
        )
    }
}
