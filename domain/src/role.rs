//! Roles, powers, and the one table that says which role may do what.

use crate::Lang;
use serde::{Deserialize, Serialize};

/// A role of a membership: person × bureau × roles, from–to. One person may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 查阅人员
    Reader,
    /// 登记人员
    Registrar,
    /// 执法人员
    Officer,
    /// 法制审核人员
    Reviewer,
    /// 分管负责人
    Head,
    /// 主要负责人
    Chief,
    /// 档案员
    Archivist,
    /// 培训专干
    Trainer,
    /// 统计员
    Statistician,
    /// 单位管理员
    BureauAdmin,
    /// 市局统计分析
    CityAnalyst,
    /// 市局督办
    CitySupervisor,
    /// 市局系统管理
    CityAdmin,
}

/// A verb on a noun. A refused act names who has the power.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Power {
    /// Read the bureau's open records, personal data masked.
    ReadRecords,
    /// Create, edit, import and export establishments and licences.
    EditEstablishments,
    /// Register clues, investigate, draft, record service and payment, in one's own cases.
    WorkCases,
    /// Give a legal review opinion (法制审核).
    ReviewCases,
    /// Approve filing, notice, decision, closing and the other acts of the head.
    ApproveCases,
    /// What only the chief may do: crimes, the collective discussion.
    LeadCases,
    /// Open a sealed field with a reason.
    Unseal,
    /// Number and bind dossiers (归档).
    ArchiveCases,
    /// Programmes, classes, sign-in, exams, certificates.
    RunTraining,
    /// Prepare the entry of cases that are open on paper (补录); whoever approves cases confirms it.
    PrepareEntries,
    /// Approve, return and amend training programmes, revoke certificates: the head's part in training (计划审批).
    ApprovePlans,
    /// Fill and submit returns.
    FillReturns,
    /// Members, roles, settings; no case contents by this power alone.
    AdministerBureau,
    /// City figures; no single records.
    ReadCityFigures,
    /// Supervision orders and visits with a reason.
    Supervise,
    /// Bureaus, city masters, calendar; no contents.
    AdministerCity,
}

impl Role {
    /// Every role, in the order of the screens.
    pub const ALL: [Role; 13] = [
        Role::Reader,
        Role::Registrar,
        Role::Officer,
        Role::Reviewer,
        Role::Head,
        Role::Chief,
        Role::Archivist,
        Role::Trainer,
        Role::Statistician,
        Role::BureauAdmin,
        Role::CityAnalyst,
        Role::CitySupervisor,
        Role::CityAdmin,
    ];

    /// The word in code, database and command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Role::Reader => "reader",
            Role::Registrar => "registrar",
            Role::Officer => "officer",
            Role::Reviewer => "reviewer",
            Role::Head => "head",
            Role::Chief => "chief",
            Role::Archivist => "archivist",
            Role::Trainer => "trainer",
            Role::Statistician => "statistician",
            Role::BureauAdmin => "bureau_admin",
            Role::CityAnalyst => "city_analyst",
            Role::CitySupervisor => "city_supervisor",
            Role::CityAdmin => "city_admin",
        }
    }

    /// The role of a word, if there is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }

    /// What the role is called on screen.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Role::Reader => lang.pick("查阅人员", "reader"),
            Role::Registrar => lang.pick("登记人员", "registrar"),
            Role::Officer => lang.pick("执法人员", "officer"),
            Role::Reviewer => lang.pick("法制审核人员", "reviewer"),
            Role::Head => lang.pick("分管负责人", "head"),
            Role::Chief => lang.pick("主要负责人", "chief"),
            Role::Archivist => lang.pick("档案员", "archivist"),
            Role::Trainer => lang.pick("培训专干", "trainer"),
            Role::Statistician => lang.pick("统计员", "statistician"),
            Role::BureauAdmin => lang.pick("单位管理员", "bureau administrator"),
            Role::CityAnalyst => lang.pick("市局统计分析", "city analyst"),
            Role::CitySupervisor => lang.pick("市局督办", "city supervisor"),
            Role::CityAdmin => lang.pick("市局系统管理", "city administrator"),
        }
    }

    /// Roles that only the city bureau's workspace can give.
    #[must_use]
    pub fn is_city_only(self) -> bool {
        matches!(self, Role::CityAnalyst | Role::CitySupervisor | Role::CityAdmin)
    }

    /// Roles that a practice area (演练) knows: who may do what is administered in the bureau itself, and the city
    /// counts, supervises and administers nothing that is practised.
    #[must_use]
    pub fn practises(self) -> bool {
        !self.is_city_only() && self != Role::BureauAdmin
    }

    /// The one table: what this role may do.
    #[must_use]
    pub fn powers(self) -> &'static [Power] {
        use Power as P;
        match self {
            Role::Reader => &[P::ReadRecords],
            Role::Trainer => &[P::ReadRecords, P::RunTraining],
            Role::Statistician => &[P::ReadRecords, P::FillReturns],
            Role::Registrar => &[P::ReadRecords, P::EditEstablishments],
            Role::Officer => &[P::ReadRecords, P::WorkCases, P::PrepareEntries, P::Unseal],
            Role::Reviewer => &[P::ReadRecords, P::ReviewCases],
            Role::Head => &[P::ReadRecords, P::ApproveCases, P::PrepareEntries, P::ApprovePlans, P::Unseal],
            Role::Chief => &[
                P::ReadRecords,
                P::ApproveCases,
                P::PrepareEntries,
                P::LeadCases,
                P::ApprovePlans,
                P::Unseal,
            ],
            Role::Archivist => &[P::ReadRecords, P::ArchiveCases],
            Role::BureauAdmin => &[P::AdministerBureau],
            Role::CityAnalyst => &[P::ReadCityFigures],
            Role::CitySupervisor => &[P::ReadCityFigures, P::Supervise],
            Role::CityAdmin => &[P::AdministerCity],
        }
    }
}

/// Whether any of the roles holds the power.
#[must_use]
pub fn may(roles: &[Role], power: Power) -> bool {
    roles.iter().any(|role| role.powers().contains(&power))
}

/// The roles that hold a power, for a refusal that names who can do it.
pub fn holders(power: Power) -> impl Iterator<Item = Role> {
    Role::ALL.into_iter().filter(move |role| role.powers().contains(&power))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_reads_back_from_its_word() {
        for role in Role::ALL {
            assert_eq!(Role::from_word(role.word()), Some(role));
        }
        assert_eq!(Role::from_word("root"), None);
    }

    #[test]
    fn an_administrator_reads_no_case() {
        assert!(!may(&[Role::BureauAdmin], Power::ReadRecords));
        assert!(!may(&[Role::CityAdmin], Power::ReadRecords));
        assert!(!may(&[Role::CityAnalyst], Power::ReadRecords));
    }

    #[test]
    fn nobody_administers_or_looks_across_counties_in_a_practice_area() {
        let beyond =
            [Power::AdministerBureau, Power::AdministerCity, Power::Supervise, Power::ReadCityFigures];
        for role in Role::ALL {
            let reaches_out = role.powers().iter().any(|power| beyond.contains(power));
            assert_eq!(role.practises(), !reaches_out, "{role:?}");
        }
    }

    #[test]
    fn only_head_and_chief_approve() {
        assert_eq!(holders(Power::ApproveCases).collect::<Vec<_>>(), [Role::Head, Role::Chief]);
        assert_eq!(holders(Power::ApprovePlans).collect::<Vec<_>>(), [Role::Head, Role::Chief]);
    }
}
