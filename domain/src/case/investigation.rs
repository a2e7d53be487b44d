//! Investigation (调查取证): rows 5, 6, 6b and 8a; 行政处罚法 art. 42, 54, 55.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Case, Filed, Note, Officers, Progress, Testing};
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::{Day, Lang};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub enum RecordKind {
    /// 现场检查（勘验）
    Inspection,
    /// 询问
    Interview,
    /// 抽样取证
    Sampling,
    /// 提取书证、电子数据
    Documents,
    /// 责令（限期）改正，已送达
    RectificationOrder { by: Day },
    /// 复查
    ReInspection { put_right: bool },
}

impl RecordKind {
    /// The word in a form.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            RecordKind::Inspection => "inspection",
            RecordKind::Interview => "interview",
            RecordKind::Sampling => "sampling",
            RecordKind::Documents => "documents",
            RecordKind::RectificationOrder { .. } => "rectification_order",
            RecordKind::ReInspection { .. } => "re_inspection",
        }
    }

    /// What the record is called.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &'static str {
        match self {
            RecordKind::Inspection => lang.pick("现场检查", "site inspection"),
            RecordKind::Interview => lang.pick("询问", "interview"),
            RecordKind::Sampling => lang.pick("抽样取证", "sampling"),
            RecordKind::Documents => lang.pick("提取书证", "documents taken"),
            RecordKind::RectificationOrder { .. } => lang.pick("责令限期改正", "order to put right"),
            RecordKind::ReInspection { put_right: true } => {
                lang.pick("复查，已改正", "re-inspection: put right")
            }
            RecordKind::ReInspection { put_right: false } => {
                lang.pick("复查，拒不改正", "re-inspection: not put right")
            }
        }
    }
}

/// Who signed the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "signature", rename_all = "snake_case")]
pub enum Signature {
    Signed,
    /// Refused, with the witness who was there (行政处罚法 art. 55 and practice).
    Refused {
        witness: Note,
    },
}

/// One record made by two officers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    #[serde(flatten)]
    pub kind: RecordKind,
    /// Whom it concerns, where the case has several parties; an order to put right and a re-inspection name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    pub officers: Officers,
    pub place: Note,
    pub from: NaiveTime,
    pub to: NaiveTime,
    pub certificates_shown: bool,
    pub rights_told: bool,
    #[serde(flatten)]
    pub signature: Signature,
    /// What was found, said or taken.
    pub course: Note,
}

/// 采用立案前的笔录: the records, by their numbers in the case's list of events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdoptRecords {
    pub records: Vec<u32>,
}

/// 补充调查
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supplement {
    pub parties: Vec<PartyId>,
    pub reason: Note,
}

/// A record as the case remembers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordEntry {
    /// The event's number in the case.
    pub seq: u32,
    pub on: Day,
    pub facts: Record,
    /// Made before the filing and not adopted since: no evidence yet.
    pub before_filing: bool,
    /// Tests of what it took as samples.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<Testing>,
}

impl Judge<'_> {
    pub(super) fn record(&self, facts: &Record) -> Result<(), RefusalCode> {
        self.recordable_as(&facts.kind)?;
        self.two_officers(facts.officers)?;
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        if !facts.certificates_shown {
            return missing(Fact::CertificatesShown);
        }
        if !facts.rights_told {
            return missing(Fact::RightsTold);
        }
        if facts.to < facts.from {
            return missing(Fact::RecordTimes);
        }
        if let RecordKind::RectificationOrder { by } = facts.kind
            && by <= self.on
        {
            return missing(Fact::RectificationTerm);
        }
        let parties = self.case.map(Case::parties).unwrap_or_default();
        let of_one =
            matches!(facts.kind, RecordKind::RectificationOrder { .. } | RecordKind::ReInspection { .. });
        let is_known = |party: PartyId| parties.iter().any(|one| one.id == party);
        if !facts.party.map_or(!of_one || parties.len() < 2, is_known) {
            return missing(Fact::Party);
        }
        Ok(())
    }

    pub(super) fn adopt_records(&self, facts: &AdoptRecords) -> Result<(), RefusalCode> {
        let known = |seq: &u32| {
            self.case.is_some_and(|case| {
                case.records.iter().any(|record| record.seq == *seq && record.before_filing)
            })
        };
        if facts.records.is_empty() || !facts.records.iter().all(known) {
            return Err(RefusalCode::MissingFact { fact: Fact::EarlierRecord });
        }
        Ok(())
    }
}

impl Filed {
    /// The first record, or adopted ones, open the investigation of every party that waits for it.
    pub(super) fn investigate(&mut self, on: Day) {
        for track in &mut self.tracks {
            if matches!(track.progress, Progress::Filed { .. }) {
                track.progress = Progress::Investigating { on };
            }
        }
    }
}
