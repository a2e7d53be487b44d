//! The eight kinds of evidence (行政处罚法 art. 46).

use serde::{Deserialize, Serialize};

use crate::Lang;

/// A kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// 书证
    Document,
    /// 物证
    Thing,
    /// 视听资料
    Recording,
    /// 电子数据
    ElectronicData,
    /// 证人证言
    Witness,
    /// 当事人的陈述
    PartyStatement,
    /// 鉴定意见
    Expertise,
    /// 勘验笔录、现场笔录
    SiteRecord,
}

impl EvidenceKind {
    /// Every kind, in the order of the law.
    pub const ALL: [EvidenceKind; 8] = [
        EvidenceKind::Document,
        EvidenceKind::Thing,
        EvidenceKind::Recording,
        EvidenceKind::ElectronicData,
        EvidenceKind::Witness,
        EvidenceKind::PartyStatement,
        EvidenceKind::Expertise,
        EvidenceKind::SiteRecord,
    ];

    /// The word in forms.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            EvidenceKind::Document => "document",
            EvidenceKind::Thing => "thing",
            EvidenceKind::Recording => "recording",
            EvidenceKind::ElectronicData => "electronic_data",
            EvidenceKind::Witness => "witness",
            EvidenceKind::PartyStatement => "party_statement",
            EvidenceKind::Expertise => "expertise",
            EvidenceKind::SiteRecord => "site_record",
        }
    }

    /// The kind of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        EvidenceKind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What the law calls it.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            EvidenceKind::Document => lang.pick("书证", "documentary evidence"),
            EvidenceKind::Thing => lang.pick("物证", "physical evidence"),
            EvidenceKind::Recording => lang.pick("视听资料", "audio-visual material"),
            EvidenceKind::ElectronicData => lang.pick("电子数据", "electronic data"),
            EvidenceKind::Witness => lang.pick("证人证言", "testimony of a witness"),
            EvidenceKind::PartyStatement => lang.pick("当事人的陈述", "statement of a party"),
            EvidenceKind::Expertise => lang.pick("鉴定意见", "expert opinion"),
            EvidenceKind::SiteRecord => lang.pick("勘验笔录、现场笔录", "record of an inspection on site"),
        }
    }
}
