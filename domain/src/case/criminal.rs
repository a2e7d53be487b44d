//! Suspected crime (移送公安机关): rows 17, 17a, 17b; 移送规定 art. 5–12, 行政处罚法 art. 27.
//!
//! Two officers report, the chief decides, the case goes to the police within a day. A party without a decision leaves
//! its state with the report; where a decision was made the state stays and the decision stays in force (art. 11).

use serde::{Deserialize, Serialize};

use super::{HeldThing, Name, Note, Officers};
use crate::Lang;
use crate::id::PartyId;

/// 涉嫌犯罪案件移送报告, by the two officers who looked into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportCrime {
    /// Those who are suspected; of a case that is not filed none is named.
    #[serde(default)]
    pub parties: Vec<PartyId>,
    pub officers: Officers,
    /// Which crime: its name in the Criminal Act.
    pub crime: Name,
    /// Facts, amounts and evidence.
    pub report: Note,
}

/// The chief's decision within three days (art. 5); a refusal is recorded with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecideCrime {
    /// The event that reported it.
    pub transfer: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    pub approved: bool,
    pub reason: Note,
}

/// The case handed over, with its list (art. 5, 6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandToPolice {
    pub transfer: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    /// 道县公安局经济犯罪侦查大队
    pub organ: Name,
    /// The hour of the hand-over, Asia/Shanghai.
    pub time: chrono::NaiveTime,
    /// The number of the letter: that of 刑移 where the bureau does not count it elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Name>,
    /// The papers, the evidence and the goods.
    pub list: Note,
    /// The police took the goods with the letter (行政强制法 art. 21); none was seized: the same.
    #[serde(default)]
    pub goods: bool,
    /// The party was told (行政强制法 art. 21).
    #[serde(default)]
    pub party_told: bool,
}

/// What the police, or the police after a second look, said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "reply", rename_all = "snake_case")]
pub enum PoliceReply {
    /// 立案
    Filed,
    /// 不予立案, also as the outcome of a second look.
    NotFiled,
    /// 退回: handed back, also after the police had filed (行政处罚法 art. 27).
    HandedBack {
        /// A court has fined the party for it: no fine any more (art. 35).
        fined: bool,
    },
}

impl PoliceReply {
    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            PoliceReply::Filed => "filed",
            PoliceReply::NotFiled => "not_filed",
            PoliceReply::HandedBack { fined: false } => "handed_back",
            PoliceReply::HandedBack { fined: true } => "handed_back_fined",
        }
    }

    /// Every reply, in the order of the form.
    pub const ALL: [PoliceReply; 4] = [
        PoliceReply::Filed,
        PoliceReply::NotFiled,
        PoliceReply::HandedBack { fined: false },
        PoliceReply::HandedBack { fined: true },
    ];

    /// What the reply is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            PoliceReply::Filed => lang.pick("公安机关立案", "the police filed"),
            PoliceReply::NotFiled => lang.pick("公安机关不予立案", "the police did not file"),
            PoliceReply::HandedBack { fined: false } => {
                lang.pick("退回本局处理（未判处罚金）", "handed back, no criminal fine")
            }
            PoliceReply::HandedBack { fined: true } => {
                lang.pick("退回本局处理（法院已判处罚金）", "handed back after a criminal fine")
            }
        }
    }
}

/// A reply of the police; the act's day is that on which it was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordPoliceReply {
    pub transfer: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    #[serde(flatten)]
    pub reply: PoliceReply,
    /// Number and gist.
    pub paper: Note,
    /// The things that came back with the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods_back: Vec<HeldThing>,
}

/// Before whom a refusal of the police is contested (art. 9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContestBefore {
    /// 提请复议
    Police,
    /// 建议立案监督
    Procuratorate,
}

impl ContestBefore {
    /// Both, in the order of the form.
    pub const ALL: [ContestBefore; 2] = [ContestBefore::Police, ContestBefore::Procuratorate];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ContestBefore::Police => "police",
            ContestBefore::Procuratorate => "procuratorate",
        }
    }

    /// What is asked for.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            ContestBefore::Police => lang.pick("提请公安机关复议", "reconsideration by the police"),
            ContestBefore::Procuratorate => {
                lang.pick("建议检察院立案监督", "supervision by the procuratorate")
            }
        }
    }
}

/// 提请复议、建议立案监督: both are the bureau's choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContestRefusal {
    pub transfer: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    pub before: ContestBefore,
    pub paper: Note,
}

/// 移交涉案物品, within three days after the police filed (art. 12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandGoods {
    pub transfer: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    /// What was handed over, and the receipt; or that there was nothing.
    pub list: Note,
}

/// 恢复办理: the police do not file, the bureau goes on where it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumeCase {
    pub transfer: u32,
    #[serde(default)]
    pub parties: Vec<PartyId>,
    pub reason: Note,
    /// The things that came back with the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods_back: Vec<HeldThing>,
}
