//! The columns of the roll, in the order in which faults are told.

use serde::{Deserialize, Serialize};

use super::synonyms::{SYNONYMS, telling};
use crate::{Lang, ledger};

/// A column of a roll that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 序号: read to be left alone.
    Serial,
    Name,
    Sex,
    EthnicGroup,
    IdNumber,
    Town,
    Education,
    Phone,
    Trade,
    Class,
    OpensOn,
    EndsOn,
    Hours,
    Mark,
    CertificateNumber,
    Destination,
    Employer,
    ContractMonths,
    Remark,
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Column; 19] = [
        Column::Serial,
        Column::Name,
        Column::Sex,
        Column::EthnicGroup,
        Column::IdNumber,
        Column::Town,
        Column::Education,
        Column::Phone,
        Column::Trade,
        Column::Class,
        Column::OpensOn,
        Column::EndsOn,
        Column::Hours,
        Column::Mark,
        Column::CertificateNumber,
        Column::Destination,
        Column::Employer,
        Column::ContractMonths,
        Column::Remark,
    ];

    /// The word in code, forms and JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Column::Serial => "serial",
            Column::Name => "name",
            Column::Sex => "sex",
            Column::EthnicGroup => "ethnic_group",
            Column::IdNumber => "id_number",
            Column::Town => "town",
            Column::Education => "education",
            Column::Phone => "phone",
            Column::Trade => "trade",
            Column::Class => "class",
            Column::OpensOn => "opens_on",
            Column::EndsOn => "ends_on",
            Column::Hours => "hours",
            Column::Mark => "mark",
            Column::CertificateNumber => "certificate_number",
            Column::Destination => "destination",
            Column::Employer => "employer",
            Column::ContractMonths => "contract_months",
            Column::Remark => "remark",
        }
    }

    /// The column of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Column::ALL.into_iter().find(|column| column.word() == word)
    }

    /// What stands over the column on screens and in templates.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Column::Serial => lang.pick("序号", "No."),
            Column::Name => lang.pick("姓名", "Name"),
            Column::Sex => lang.pick("性别", "Sex"),
            Column::EthnicGroup => lang.pick("民族", "Ethnic group"),
            Column::IdNumber => lang.pick("身份证号", "Identity number"),
            Column::Town => lang.pick("户籍乡镇", "Home town"),
            Column::Education => lang.pick("文化程度", "Education"),
            Column::Phone => lang.pick("联系电话", "Phone"),
            Column::Trade => lang.pick("培训工种", "Trade"),
            Column::Class => lang.pick("班次", "Class"),
            Column::OpensOn => lang.pick("开班日期", "Opens on"),
            Column::EndsOn => lang.pick("结业日期", "Ends on"),
            Column::Hours => lang.pick("学时", "Hours"),
            Column::Mark => lang.pick("考试成绩", "Mark"),
            Column::CertificateNumber => lang.pick("证书编号", "Certificate number"),
            Column::Destination => lang.pick("输出地", "Destination"),
            Column::Employer => lang.pick("用工单位", "Employer"),
            Column::ContractMonths => lang.pick("合同期限（月）", "Months of contract"),
            Column::Remark => lang.pick("备注", "Remark"),
        }
    }
}

impl ledger::Column for Column {
    const ALL: &'static [Self] = &Column::ALL;
    const NAME: Self = Column::Name;
    const BLANK_IN_NOTES: &'static [Self] = &[Column::Name, Column::IdNumber];
    const SHARED: &'static [Self] = &[
        Column::Town,
        Column::Trade,
        Column::Class,
        Column::OpensOn,
        Column::EndsOn,
        Column::Hours,
        Column::Destination,
        Column::Employer,
        Column::ContractMonths,
    ];
    const SYNONYMS: &'static [(Self, &'static str)] = &SYNONYMS;

    fn word(self) -> &'static str {
        self.word()
    }

    fn title(self, lang: Lang) -> &'static str {
        self.title(lang)
    }

    fn telling(title: &str) -> Option<Self> {
        telling(title)
    }

    fn no_header(lang: Lang) -> &'static str {
        lang.pick(
            "没有找到表头：请保留含“姓名”“身份证号”“班次”等列名的一行，或使用模板",
            "No header was found: please keep a row with column names such as 姓名, 身份证号 and 班次, or use the template",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_reads_back_from_its_word_and_stands_in_order() {
        for column in Column::ALL {
            assert_eq!(Column::from_word(column.word()), Some(column));
        }
        assert!(Column::ALL.is_sorted());
    }
}
