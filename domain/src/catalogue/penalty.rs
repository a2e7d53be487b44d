//! Penalties as a row names them: kind, grade, the steps before money, the fine.

use serde::{Deserialize, Serialize};

use super::{FineBand, FineFormula, PartyRole};
use crate::Lang;

/// Kinds of penalty (行政处罚法 art. 9), mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PenaltyKind {
    /// 警告
    Warning,
    /// 通报批评
    PublicCriticism,
    /// 罚款
    Fine,
    /// 没收违法所得
    ConfiscationOfGains,
    /// 没收非法财物
    ConfiscationOfGoods,
    /// 暂扣许可证件
    SuspensionOfLicence,
    /// 吊销许可证件
    Revocation,
    /// 责令停产停业
    SuspensionOfBusiness,
    /// 责令关闭、取缔
    Closure,
    /// 行政拘留
    Detention,
}

impl PenaltyKind {
    /// Every kind, mildest first.
    pub const ALL: [PenaltyKind; 10] = [
        PenaltyKind::Warning,
        PenaltyKind::PublicCriticism,
        PenaltyKind::Fine,
        PenaltyKind::ConfiscationOfGains,
        PenaltyKind::ConfiscationOfGoods,
        PenaltyKind::SuspensionOfLicence,
        PenaltyKind::Revocation,
        PenaltyKind::SuspensionOfBusiness,
        PenaltyKind::Closure,
        PenaltyKind::Detention,
    ];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            PenaltyKind::Warning => "warning",
            PenaltyKind::PublicCriticism => "public_criticism",
            PenaltyKind::Fine => "fine",
            PenaltyKind::ConfiscationOfGains => "confiscation_of_gains",
            PenaltyKind::ConfiscationOfGoods => "confiscation_of_goods",
            PenaltyKind::SuspensionOfLicence => "suspension_of_licence",
            PenaltyKind::Revocation => "revocation",
            PenaltyKind::SuspensionOfBusiness => "suspension_of_business",
            PenaltyKind::Closure => "closure",
            PenaltyKind::Detention => "detention",
        }
    }

    /// What the kind is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            PenaltyKind::Warning => lang.pick("警告", "warning"),
            PenaltyKind::PublicCriticism => lang.pick("通报批评", "public criticism"),
            PenaltyKind::Fine => lang.pick("罚款", "fine"),
            PenaltyKind::ConfiscationOfGains => lang.pick("没收违法所得", "confiscation of gains"),
            PenaltyKind::ConfiscationOfGoods => lang.pick("没收非法财物", "confiscation of goods"),
            PenaltyKind::SuspensionOfLicence => lang.pick("暂扣许可证件", "suspension of licence"),
            PenaltyKind::Revocation => lang.pick("吊销许可证件", "revocation"),
            PenaltyKind::SuspensionOfBusiness => lang.pick("责令停产停业", "suspension of business"),
            PenaltyKind::Closure => lang.pick("责令关闭", "closure"),
            PenaltyKind::Detention => lang.pick("行政拘留", "detention"),
        }
    }

    /// Kinds that always open the right to a hearing (行政处罚法 art. 63).
    #[must_use]
    pub fn opens_hearing(self) -> bool {
        matches!(
            self,
            PenaltyKind::SuspensionOfLicence
                | PenaltyKind::Revocation
                | PenaltyKind::SuspensionOfBusiness
                | PenaltyKind::Closure
        )
    }
}

/// What must have happened before this penalty may be decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstStep {
    /// Nothing.
    #[default]
    None,
    /// A served warning decision and a failed re-inspection (警告；拒不改正的，…).
    WarningFirst,
    /// A served order to put right and a failed re-inspection (责令改正；拒不改正的、逾期不改正的，…).
    OrderFirst,
}

/// Whether the row makes this penalty the rule, leaves it open, or keeps it for grave cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 并处
    #[default]
    Always,
    /// 可以（并处）
    Optional,
    /// 情节严重的
    Serious,
}

/// One penalty that a row names for a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, try_from = "PenaltyWords", into = "PenaltyWords")]
pub struct Penalty {
    pub kind: PenaltyKind,
    pub grade: Grade,
    pub first: FirstStep,
    /// The formula, for a fine only.
    pub fine: Option<FineFormula>,
}

/// A penalty as a data file writes it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PenaltyWords {
    kind: PenaltyKind,
    #[serde(default)]
    grade: Grade,
    #[serde(default)]
    first: FirstStep,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fine: Option<Vec<FineBand>>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    amount_unverified: bool,
}

impl TryFrom<PenaltyWords> for Penalty {
    type Error = &'static str;

    fn try_from(words: PenaltyWords) -> Result<Self, Self::Error> {
        let fine = match (words.kind, words.fine, words.amount_unverified) {
            (PenaltyKind::Fine, None, true) => Some(FineFormula::Unverified),
            (PenaltyKind::Fine, Some(bands), false) if !bands.is_empty() => Some(FineFormula::Bands(bands)),
            (PenaltyKind::Fine, _, _) => {
                return Err("a fine has either `fine` bands or `amount_unverified = true`");
            }
            (_, None, false) => None,
            _ => return Err("only a fine has `fine` or `amount_unverified`"),
        };
        Ok(Penalty { kind: words.kind, grade: words.grade, first: words.first, fine })
    }
}

impl From<Penalty> for PenaltyWords {
    fn from(penalty: Penalty) -> Self {
        let (fine, amount_unverified) = match penalty.fine {
            Some(FineFormula::Bands(bands)) => (Some(bands), false),
            Some(FineFormula::Unverified) => (None, true),
            None => (None, false),
        };
        PenaltyWords {
            kind: penalty.kind,
            grade: penalty.grade,
            first: penalty.first,
            fine,
            amount_unverified,
        }
    }
}

/// What a row gives a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRule {
    pub role: PartyRole,
    pub penalties: Vec<Penalty>,
}

impl RoleRule {
    /// The penalty of a kind: where the circumstances are serious (情节严重) the row's own for that comes first;
    /// else only what it names for ordinary ones.
    #[must_use]
    pub fn penalty(&self, kind: PenaltyKind, serious: bool) -> Option<&Penalty> {
        let of = |grave: bool| {
            self.penalties.iter().find(move |one| one.kind == kind && (one.grade == Grade::Serious) == grave)
        };
        of(true).filter(|_| serious).or_else(|| of(false))
    }

    /// Whether the row keeps something for serious circumstances (情节严重的).
    #[must_use]
    pub fn knows_serious(&self) -> bool {
        self.penalties.iter().any(|one| one.grade == Grade::Serious)
    }
}
