//! Industries (行业) with their laws and licence kinds: dated data, one file an industry.

use serde::{Deserialize, Serialize};

use super::{Authority, Bilingual, Capacity, Level, ViolationRow};
use crate::Day;

/// The short word of an industry: `slaughter`, `liquor`, `pawn`, `auction`, `oil`, `vehicle`, or what
/// another data file adds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IndustryId(pub String);

impl IndustryId {
    /// An industry's word as it stands in a data file or an address.
    #[must_use]
    pub fn new(word: &str) -> Self {
        IndustryId(word.to_owned())
    }

    /// The word.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for IndustryId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What one data file says about an industry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Industry {
    pub id: IndustryId,
    pub name: Bilingual,
    /// Other names that ledgers and people use (旧机动车 for 二手车).
    pub words: Vec<String>,
    /// Which capacities had the industry from when to when, as general law has it.
    pub authorities: Vec<AuthoritySpan>,
    pub licence_kinds: Vec<LicenceKind>,
    pub violations: Vec<ViolationRow>,
    /// What an officer must know about the state of these rules.
    pub notes: Vec<Bilingual>,
}

impl Industry {
    /// The licence kind that a ledger or a person calls by this word, blanks around it aside.
    #[must_use]
    pub fn licence_kind_called(&self, word: &str) -> Option<&LicenceKind> {
        let word = word.trim();
        self.licence_kinds.iter().find(|kind| {
            kind.id == word
                || kind.name.zh == word
                || kind.name.en.eq_ignore_ascii_case(word)
                || kind.words.iter().any(|known| known == word)
        })
    }
}

/// Who had an industry from–to under general law, without a province's own decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthoritySpan {
    pub capacity: Capacity,
    #[serde(default)]
    pub level: Level,
    pub from: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    pub basis: Bilingual,
    /// Whether the date was read in a text; otherwise the bureau's lawyer confirms it.
    #[serde(default)]
    pub verified: bool,
}

/// The rank of a law. A ministry's rule gives no power to seal or seize (行政强制法 art. 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LawRank {
    /// 法律
    Law,
    /// 行政法规
    Regulation,
    /// 地方性法规
    LocalRegulation,
    /// 部门规章
    MinistryRule,
    /// 规范性文件、标准
    Notice,
}

/// A law in one version, with the days on which that version was in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// `pig-slaughter-regulation@2021`: what it is, and the year of the version.
    pub id: String,
    pub name: Bilingual,
    pub rank: LawRank,
    /// The promulgating number (国务院令第742号), if one is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    pub from: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Whether the dates were read in a text; otherwise the bureau's lawyer confirms them.
    #[serde(default)]
    pub verified: bool,
}

impl Law {
    /// Whether this version was in force on a day.
    #[must_use]
    pub fn in_force_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// An article of a law, as it is cited.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleRef {
    /// The law's id.
    pub law: String,
    /// 第三十一条第一款; empty: the law as a whole, the article is not known yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub article: String,
}

/// A kind of licence or filing (许可证、备案) that establishments of an industry hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LicenceKind {
    /// `slaughter_certificate`; unique in the catalogue.
    pub id: String,
    pub name: Bilingual,
    /// Other names in ledgers and on papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    pub form: LicenceForm,
    pub issuer: Authority,
    /// First day on which such a licence could be issued.
    pub from: Day,
    /// Last day on which it could be issued; none: still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Months from issue to expiry; none: no term in the rule, an expiry date is optional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validity_months: Option<u32>,
    /// Whether it is reviewed every year (年检、年审、监督核查).
    #[serde(default)]
    pub annual_review: bool,
    /// What else must be known: number format, prerequisites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
    #[serde(default)]
    pub verified: bool,
}

impl LicenceKind {
    /// Whether such a licence could be issued on a day.
    #[must_use]
    pub fn issued_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// What a licence kind is in law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LicenceForm {
    /// 许可
    Licence,
    /// 备案
    FilingRecord,
    /// A person's certificate (从业资格).
    PersonCertificate,
}
