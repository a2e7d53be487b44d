//! What a message speaks of.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// What a message speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    CreditCode,
    OrganisationCode,
    RegistrationNumber,
    IdNumber,
    Phone,
    PersonName,
    EstablishmentName,
    Slug,
    Money,
    WorkNumber,
    Text,
    Date,
    Industry,
    LicenceNumber,
    AreaCode,
    Bureau,
    Sex,
    EthnicGroup,
    Trade,
    Class,
    Hours,
    ContractMonths,
    CertificateNumber,
    Mark,
    Power,
    NumberWord,
    VisitPurpose,
    Quantity,
    PartyKind,
    Violation,
    ClueSource,
    RecordKind,
    ServiceMethod,
    Measure,
    CourtAnswer,
    Procedure,
    YesOrNo,
    PenaltyKind,
    Case,
}

impl Noun {
    /// Of whom a missing name was kept before it said so itself.
    pub(super) fn establishment_name() -> Self {
        Noun::EstablishmentName
    }

    /// The word on the screens.
    #[must_use]
    pub fn word(self, lang: Lang) -> &'static str {
        match self {
            Noun::CreditCode => lang.pick("信用代码", "the credit code"),
            Noun::OrganisationCode => lang.pick("组织机构代码", "the organisation code"),
            Noun::RegistrationNumber => lang.pick("工商注册号", "the registration number"),
            Noun::IdNumber => lang.pick("证件号", "the identity number"),
            Noun::Phone => lang.pick("电话", "the phone number"),
            Noun::PersonName => lang.pick("姓名", "the person's name"),
            Noun::EstablishmentName => lang.pick("主体名称", "the establishment's name"),
            Noun::Slug => lang.pick("网址代号", "the address word"),
            Noun::Money => lang.pick("金额", "the amount"),
            Noun::WorkNumber => lang.pick("工号", "the work number"),
            Noun::Text => lang.pick("内容", "the text"),
            Noun::Date => lang.pick("日期", "the date"),
            Noun::Industry => lang.pick("行业", "the industry"),
            Noun::LicenceNumber => lang.pick("证号", "the licence number"),
            Noun::AreaCode => lang.pick("行政区划代码", "the administrative code"),
            Noun::Bureau => lang.pick("单位", "a bureau"),
            Noun::Sex => lang.pick("性别", "the sex"),
            Noun::EthnicGroup => lang.pick("民族", "the ethnic group"),
            Noun::Trade => lang.pick("培训工种", "the trade"),
            Noun::Class => lang.pick("班次", "the class"),
            Noun::Hours => lang.pick("学时", "the hours"),
            Noun::ContractMonths => lang.pick("合同期限", "the months of the contract"),
            Noun::CertificateNumber => lang.pick("证书编号", "the certificate number"),
            Noun::Mark => lang.pick("成绩", "the mark"),
            Noun::Power => lang.pick("职权", "the power"),
            Noun::NumberWord => lang.pick("文号字", "the word of the number"),
            Noun::Quantity => lang.pick("数量", "the quantity"),
            Noun::VisitPurpose => lang.pick("调阅说明", "the purpose of the visit"),
            Noun::PartyKind => lang.pick("当事人类型", "the kind of the party"),
            Noun::Violation => lang.pick("违法行为（案由）", "the violation"),
            Noun::ClueSource => lang.pick("案件来源", "the source of the clue"),
            Noun::RecordKind => lang.pick("笔录种类", "the kind of record"),
            Noun::Measure => lang.pick("措施种类", "the kind of measure"),
            Noun::Procedure => lang.pick("办案程序", "the procedure"),
            Noun::CourtAnswer => lang.pick("法院裁定结果", "the court's answer"),
            Noun::ServiceMethod => lang.pick("送达方式", "the method of service"),
            Noun::YesOrNo => lang.pick("“是”或“否”", "是 or 否"),
            Noun::PenaltyKind => lang.pick("处罚种类", "the kind of penalty"),
            Noun::Case => lang.pick("案件", "the case"),
        }
    }
}
