//! What a dossier is made of.

use serde::{Deserialize, Serialize};

use crate::file::EvidenceKind;
use crate::id::{EvidenceId, IssuedPaperId, PartyId};
use crate::paper::{PaperKind, PaperState};
use crate::{Day, Lang};

/// What is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// 正卷, open to the party and the court.
    Main,
    /// 副卷, internal.
    Inner,
    /// 当事人查阅本: the 正卷 as one of the parties may read it, others' personal data masked.
    Reading,
}

impl Bound {
    /// All of them, in the order of the page.
    pub const ALL: [Bound; 3] = [Bound::Main, Bound::Inner, Bound::Reading];

    /// The word in database and forms.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Bound::Main => "main",
            Bound::Inner => "inner",
            Bound::Reading => "reading",
        }
    }

    /// The one of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Bound::ALL.into_iter().find(|bound| bound.word() == word)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Bound::Main => lang.pick("正卷", "main volume"),
            Bound::Inner => lang.pick("副卷", "inner volume"),
            Bound::Reading => lang.pick("当事人查阅本", "party's copy"),
        }
    }
}

/// A paper as it was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadePaper {
    pub id: IssuedPaperId,
    pub kind: PaperKind,
    /// The event that it is about.
    pub seq: u32,
    pub party: Option<PartyId>,
    /// What it is called: 责令改正通知书 or 复查意见书.
    pub title: String,
    pub number: Option<String>,
    /// The legal day of its step.
    pub on: Day,
    pub state: PaperState,
}

/// Evidence that is a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    pub id: EvidenceId,
    /// In its case, from 1.
    pub number: u32,
    pub name: String,
    pub kind: EvidenceKind,
    pub party: Option<PartyId>,
    /// When it was taken.
    pub on: Day,
    pub is_withdrawn: bool,
    /// It tells who reported the case.
    pub names_reporter: bool,
}

/// What one entry of a catalogue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Paper(PaperKind, IssuedPaperId),
    /// Made on paper before the case was entered (补录): the paper itself lies in the bound volume.
    OnPaper(PaperKind),
    File(EvidenceKind, EvidenceId),
}

/// One entry of a catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub what: What,
    /// In Chinese, as the catalogue prints it.
    pub name: String,
    /// Of a paper its number, of evidence 证据1.
    pub number: String,
    pub on: Day,
    pub party: Option<PartyId>,
}
