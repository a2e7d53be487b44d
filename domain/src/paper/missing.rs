//! What a paper lacks, and where it is entered.

use super::PaperKind;
use crate::Lang;
use crate::case::{ActKind, Name};
use crate::id::PartyId;

/// A setting of the bureau that papers print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SettingField {
    FullName,
    Government,
    Court,
    Bank,
    BankAccount,
    Address,
    Phone,
}

impl SettingField {
    /// What the setting is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            SettingField::FullName => lang.pick("单位全称", "full name"),
            SettingField::Government => lang.pick("复议机关", "government that hears reconsiderations"),
            SettingField::Court => lang.pick("起诉法院", "court that hears lawsuits"),
            SettingField::Bank => lang.pick("代收银行", "bank for fines"),
            SettingField::BankAccount => lang.pick("罚没款账户", "account for fines"),
            SettingField::Address => lang.pick("办公地址", "office address"),
            SettingField::Phone => lang.pick("办公电话", "office telephone"),
        }
    }
}

/// Something that a paper needs and nobody has entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    Setting(SettingField),
    /// The officer has no enforcement certificate that is valid on the day of the act.
    Certificate {
        officer: String,
    },
    /// The citizen's identity number.
    IdNumber {
        party: PartyId,
        name: Name,
    },
    /// Credit code of an organisation or a shop.
    CreditCode {
        entered: Entered,
        name: Name,
    },
    /// Legal representative of an organisation, operator of a shop.
    Representative {
        entered: Entered,
        name: Name,
    },
    Address {
        entered: Entered,
        name: Name,
    },
    /// The catalogue has no article for the violation (依据待核).
    Article {
        violation: String,
    },
    /// The act that the paper is about has not been done.
    Act {
        act: ActKind,
        party: Option<PartyId>,
    },
    /// No rule of the calendar gives the term on the day.
    Term,
}

/// The act that enters what is not known of a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// The party is in the case: its data are completed.
    Completed(PartyId),
    /// It is named in a clue only.
    Filed,
}

impl Entered {
    fn act(self) -> (ActKind, Option<PartyId>) {
        match self {
            Entered::Completed(party) => (ActKind::CompleteParty, Some(party)),
            Entered::Filed => (ActKind::File, None),
        }
    }

    fn sentence(self, name: &Name, what: (&str, &str), lang: Lang) -> String {
        let (zh, en) = what;
        let act = self.act().0.name(lang);
        lang.pick(
            format!("缺{name}的{zh}：由承办人在“{act}”中填写。"),
            format!("No {en} of {name}: the officers enter it by “{act}”."),
        )
    }
}

/// Where something is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    Settings,
    Members,
    Contact(PartyId),
    Act(ActKind, Option<PartyId>),
    Catalogue,
}

impl Missing {
    /// Where it is entered.
    #[must_use]
    pub fn place(&self) -> Where {
        match self {
            Missing::Setting(_) => Where::Settings,
            Missing::Certificate { .. } => Where::Members,
            Missing::IdNumber { party, .. } => Where::Contact(*party),
            Missing::CreditCode { entered, .. }
            | Missing::Representative { entered, .. }
            | Missing::Address { entered, .. } => {
                let (act, party) = entered.act();
                Where::Act(act, party)
            }
            Missing::Article { .. } | Missing::Term => Where::Catalogue,
            Missing::Act { act, party } => Where::Act(*act, *party),
        }
    }

    /// What is missing, and where it is entered, in one sentence.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Missing::Setting(field) => {
                let name = field.name(lang);
                lang.pick(
                    format!("缺{name}：由单位管理员在“单位设置”中填写。"),
                    format!("No {name}: the bureau's administrator enters it in the settings."),
                )
            }
            Missing::Certificate { officer } => lang.pick(
                format!("{officer}在当日没有有效的执法证：由单位管理员在“人员”中填写。"),
                format!("{officer} has no certificate valid on the day: the administrator enters it with the member."),
            ),
            Missing::IdNumber { name, .. } => lang.pick(
                format!("缺{name}的公民身份号码：由承办人在案件页的“证件号码、电话”中填写。"),
                format!("No identity number of {name}: the officers enter it under the party's numbers."),
            ),
            Missing::CreditCode { name, entered } => {
                entered.sentence(name, ("统一社会信用代码", "credit code"), lang)
            }
            Missing::Representative { name, entered } => {
                let what = ("法定代表人、负责人或者经营者", "representative or operator");
                entered.sentence(name, what, lang)
            }
            Missing::Address { name, entered } => entered.sentence(name, ("地址", "address"), lang),
            Missing::Article { violation } => lang.pick(
                format!("“{violation}”的违法条款或者处罚条款待核：由法制人员核对后写入行业目录。"),
                format!("The articles of “{violation}” are not verified: the lawyer confirms them in the catalogue."),
            ),
            Missing::Act { act, .. } => {
                let name = act.name(lang);
                lang.pick(format!("还没有“{name}”。"), format!("Not done yet: {name}."))
            }
            Missing::Term => lang.pick(
                "期限规则中没有当日适用的期限：由系统管理员核对期限目录。".to_owned(),
                "No rule gives the term on that day: the operator checks the file of terms.".to_owned(),
            ),
        }
    }
}

impl PaperKind {
    /// The act after which the paper can be made.
    #[must_use]
    pub fn after(self) -> Option<ActKind> {
        match self {
            PaperKind::D01 => Some(ActKind::RegisterClue),
            PaperKind::D02 | PaperKind::D03 | PaperKind::D33 | PaperKind::D49 => Some(ActKind::File),
            PaperKind::D04 => Some(ActKind::DecideRecusal),
            PaperKind::D07 | PaperKind::D08 | PaperKind::D50 => Some(ActKind::Inquire),
            PaperKind::D05 | PaperKind::D06 | PaperKind::D11 | PaperKind::D29 => Some(ActKind::Record),
            PaperKind::D12 => Some(ActKind::CommissionTest),
            PaperKind::D13 => Some(ActKind::RegisterEvidence),
            PaperKind::D14 => Some(ActKind::TakeMeasure),
            PaperKind::D14a => Some(ActKind::TakeUrgentMeasure),
            PaperKind::D15 => Some(ActKind::LiftMeasure),
            PaperKind::D16 => Some(ActKind::Conclude),
            PaperKind::D17 => Some(ActKind::Review),
            PaperKind::D18 | PaperKind::D19 | PaperKind::D45 => Some(ActKind::ApproveNotice),
            PaperKind::D20 => Some(ActKind::ReceiveDefence),
            PaperKind::D21 => Some(ActKind::AnswerDefence),
            PaperKind::D22 => Some(ActKind::AppointHearing),
            PaperKind::D23 | PaperKind::D24 => Some(ActKind::HoldHearing),
            PaperKind::D25 => Some(ActKind::Deliberate),
            PaperKind::D26 => Some(ActKind::Decide),
            PaperKind::D26s => Some(ActKind::PenaliseOnTheSpot),
            PaperKind::D27 => Some(ActKind::DecideNoPenalty),
            PaperKind::D28 => Some(ActKind::Withdraw),
            PaperKind::D30 => Some(ActKind::ProposeTransfer),
            PaperKind::D31 => Some(ActKind::HandToPolice),
            PaperKind::D32 | PaperKind::D54 => Some(ActKind::Serve),
            PaperKind::D34 => Some(ActKind::Pay),
            PaperKind::D35 | PaperKind::D55 => Some(ActKind::ApprovePlan),
            PaperKind::D36 => Some(ActKind::Demand),
            PaperKind::D37 => Some(ActKind::ApplyToCourt),
            PaperKind::D38 => Some(ActKind::Close),
            PaperKind::D46 | PaperKind::D47 => Some(ActKind::AnswerRemedy),
            PaperKind::D48 => Some(ActKind::ProposeRevocation),
            PaperKind::D51 => Some(ActKind::Perform),
            _ => None,
        }
    }
}
