//! Saved views (常用视图): a filter of a list that a person keeps under a name.

mod fault;
mod query;
#[cfg(test)]
mod tests;

pub use fault::ViewFault;
pub use query::ViewQuery;

use serde::{Deserialize, Serialize};

use crate::value::{Line, may_be_private_number};

/// ⚙ Views that one person keeps of one list at most.
pub const VIEWS_MAX: u64 = 20;

/// What a view is called, up to 30 characters.
pub type ViewName = Line<30>;

/// Whether a name may be kept: a person's number stands in no list of names.
///
/// # Errors
/// [`ViewFault::PrivateName`].
pub fn judge_name(name: &ViewName) -> Result<(), ViewFault> {
    if may_be_private_number(name.as_str()) { Err(ViewFault::PrivateName) } else { Ok(()) }
}

/// A list that keeps its filter in the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewPage {
    /// 我的待办
    Work,
    Cases,
    Establishments,
    Classes,
    Trainees,
    Certificates,
}

impl ViewPage {
    /// Every list, in the order of the menu.
    pub const ALL: [ViewPage; 6] = [
        ViewPage::Work,
        ViewPage::Cases,
        ViewPage::Establishments,
        ViewPage::Classes,
        ViewPage::Trainees,
        ViewPage::Certificates,
    ];

    /// The word in addresses and the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ViewPage::Work => "work",
            ViewPage::Cases => "cases",
            ViewPage::Establishments => "establishments",
            ViewPage::Classes => "classes",
            ViewPage::Trainees => "trainees",
            ViewPage::Certificates => "certificates",
        }
    }

    /// The list of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        ViewPage::ALL.into_iter().find(|page| page.word() == word)
    }

    /// Where the list stands inside a bureau; empty: the bureau's first page.
    #[must_use]
    pub fn address(self) -> &'static str {
        match self {
            ViewPage::Work => "",
            other => other.word(),
        }
    }
}
