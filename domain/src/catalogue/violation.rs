//! Violations (案由): dated rows with articles, deciders and penalties for each role of a party.

use chrono::Months;
use serde::{Deserialize, Serialize};

use super::{
    ArticleRef, Authority, Bilingual, Capacity, Decider, FineBase, FineFormula, PenaltyKind, RoleRule,
};
use crate::Day;
use crate::Lang;

/// What the party was in the unlawful act. Many rows fine the enterprise *and* persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    /// 违法行为人
    #[default]
    Offender,
    /// 直接负责的主管人员
    PersonInCharge,
    /// 其他直接责任人员
    OtherResponsible,
}

impl PartyRole {
    /// Every role.
    pub const ALL: [PartyRole; 3] =
        [PartyRole::Offender, PartyRole::PersonInCharge, PartyRole::OtherResponsible];

    /// What the role is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            PartyRole::Offender => lang.pick("违法行为人", "offender"),
            PartyRole::PersonInCharge => lang.pick("直接负责的主管人员", "person directly in charge"),
            PartyRole::OtherResponsible => lang.pick("其他直接责任人员", "other person directly responsible"),
        }
    }
}

/// What the party is. A sole trader counts as a citizen for every threshold (民法典 art. 54).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyKind {
    /// 公民
    Citizen,
    /// 个体工商户
    SoleTrader,
    /// 法人或者其他组织
    Organisation,
}

impl PartyKind {
    /// Whether thresholds and ranges for persons (个人) apply.
    #[must_use]
    pub fn counts_as_person(self) -> bool {
        !matches!(self, PartyKind::Organisation)
    }

    /// What the kind is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            PartyKind::Citizen => lang.pick("公民", "citizen"),
            PartyKind::SoleTrader => lang.pick("个体工商户", "sole trader"),
            PartyKind::Organisation => lang.pick("法人或者其他组织", "organisation"),
        }
    }
}

/// The longest limitation period: life, health or financial safety was harmed.
const LIMITATION_YEARS_MAX: u32 = 5;

/// One violation (案由) under one version of the law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViolationRow {
    /// `slaughter-v01@2021`: stable; the part after `@` is the version.
    pub id: String,
    /// First day of acts judged by this row.
    pub from: Day,
    /// Last day; none: still in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    pub title: Bilingual,
    /// What people say when they report it (私宰, 注水肉).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// The items of one article that this row holds together, as the decision must name one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Bilingual>,
    /// The articles that are broken.
    pub violates: Vec<ArticleRef>,
    /// The article that penalises; none: no penalty article is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalty: Option<ArticleRef>,
    /// Who decides. Empty only when the row can do nothing but be transferred.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deciders: Vec<Decider>,
    /// Authorities to which a commerce bureau hands such a matter, when nobody decides by this row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transfer_to: Vec<Capacity>,
    /// The article that lets the decider seal or seize for this violation (行政强制法 art. 16).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seizure: Option<ArticleRef>,
    /// Life and health of citizens or financial safety: five years instead of two when harm was done.
    #[serde(default)]
    pub five_years_if_harm: bool,
    pub roles: Vec<RoleRule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Bilingual>,
    /// Whether articles and amounts were read in the text; otherwise the bureau's lawyer confirms them.
    #[serde(default)]
    pub verified: bool,
}

impl ViolationRow {
    /// The part of the id that stays the same through the versions of the law: `slaughter-v01`.
    #[must_use]
    pub fn stem(&self) -> &str {
        self.id.split('@').next().unwrap_or(&self.id)
    }

    /// The law under which the row stands, without its version: one stem may live under two laws at
    /// once (a filing duty of the commerce authorities and a food licence), one law may not punish
    /// the same thing twice.
    #[must_use]
    pub fn law_stem(&self) -> &str {
        let reference = self.penalty.as_ref().or_else(|| self.violates.first());
        reference.and_then(|reference| reference.law.split('@').next()).unwrap_or_default()
    }

    /// Whether acts of this day are judged by this row.
    #[must_use]
    pub fn in_force_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether an act under this row can still be punished on a day: not once the row ended longer ago than the
    /// longest limitation period, five years (行政处罚法 art. 36).
    #[must_use]
    pub fn can_be_charged_on(&self, day: Day) -> bool {
        let limit = day.checked_sub_months(Months::new(12 * LIMITATION_YEARS_MAX));
        self.from <= day && self.to.is_none_or(|to| limit.is_none_or(|limit| limit <= to))
    }

    /// What the row gives a role, if it names the role.
    #[must_use]
    pub fn role(&self, role: PartyRole) -> Option<&RoleRule> {
        self.roles.iter().find(|rule| rule.role == role)
    }

    /// The base on which the row computes a fine of a role, if it computes one on any.
    #[must_use]
    pub fn fine_base(&self, role: PartyRole) -> Option<FineBase> {
        self.role(role)?.penalties.iter().filter_map(|one| one.fine.as_ref()).find_map(FineFormula::base)
    }

    /// Every kind of penalty the row names, for any role, mildest first.
    #[must_use]
    pub fn kinds(&self) -> Vec<PenaltyKind> {
        let mut kinds: Vec<_> =
            self.roles.iter().flat_map(|rule| rule.penalties.iter().map(|penalty| penalty.kind)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// Who may decide a kind of penalty on a day of deciding. An entry that names the kind beats one
    /// that names none. Empty: nobody by this row.
    #[must_use]
    pub fn deciders_of(&self, kind: PenaltyKind, day: Day) -> Vec<Authority> {
        let named = self.deciders.iter().any(|decider| decider.kinds.contains(&kind));
        self.deciders
            .iter()
            .filter(|decider| if named { decider.kinds.contains(&kind) } else { decider.kinds.is_empty() })
            .filter(|decider| decider.speaks_on(day))
            .map(Decider::authority)
            .collect()
    }
}
