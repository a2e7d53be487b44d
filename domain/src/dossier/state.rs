//! The way of a volume that is made in the background.

use serde::{Deserialize, Serialize};

use super::{VOLUME_PAGES_MAX, What};
use crate::Lang;

/// Volumes of a bureau that may wait at a time.
pub const WAITING_MAX: u64 = 20;

/// Volumes of a bureau that are kept at a time, each for a day; asked for the same again, one is not made again.
pub const KEPT_MAX: u64 = 200;

/// Where the making of a volume stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DossierState {
    Waiting,
    Making,
    Done,
    Failed,
}

impl DossierState {
    /// Every state, in the order of the way.
    pub const ALL: [DossierState; 4] =
        [DossierState::Waiting, DossierState::Making, DossierState::Done, DossierState::Failed];

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            DossierState::Waiting => "waiting",
            DossierState::Making => "making",
            DossierState::Done => "done",
            DossierState::Failed => "failed",
        }
    }

    /// The state of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        DossierState::ALL.into_iter().find(|state| state.word() == word)
    }

    /// It waits or is being made.
    #[must_use]
    pub fn is_under_way(self) -> bool {
        matches!(self, DossierState::Waiting | DossierState::Making)
    }
}

/// Why a volume was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DossierFault {
    /// Whoever asked for it may not read the case any more.
    NoRight,
    /// It would have too many pages.
    TooLong,
    /// It was begun several times and never finished.
    Broken,
}

impl DossierFault {
    /// Every fault.
    pub const ALL: [DossierFault; 3] = [DossierFault::NoRight, DossierFault::TooLong, DossierFault::Broken];

    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            DossierFault::NoRight => "no_right",
            DossierFault::TooLong => "too_long",
            DossierFault::Broken => "broken",
        }
    }

    /// The fault of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        DossierFault::ALL.into_iter().find(|fault| fault.word() == word)
    }

    /// What to do, in the person's language.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        match self {
            DossierFault::NoRight => lang.pick(
                "申请生成的人已不能查看本案：请有权限的人员重新生成。".to_owned(),
                "Whoever asked for it may not read the case any more: ask for it anew.".to_owned(),
            ),
            DossierFault::TooLong => lang.pick(
                format!("一卷超过 {VOLUME_PAGES_MAX} 页：请把篇幅大的扫描件分卷另存，在备考表中说明。"),
                format!("The volume would have more than {VOLUME_PAGES_MAX} pages: keep large scans apart."),
            ),
            DossierFault::Broken => lang.pick(
                "生成没有完成：请再试一次；仍不成功的，请联系系统管理员。".to_owned(),
                "It could not be finished: try again, and tell the operator if it fails once more."
                    .to_owned(),
            ),
        }
    }
}

/// One line of a catalogue as a volume was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoundLine {
    pub what: What,
    /// `7-9`; empty for what was left out.
    pub pages: String,
    /// Why a sheet stands for it, or why it was left out; in Chinese, as the catalogue prints it.
    pub remark: String,
}
