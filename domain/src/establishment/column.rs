//! The columns of the register, in the order in which faults are told and exports are written.

use serde::{Deserialize, Serialize};

use super::synonyms::{SYNONYMS, telling};
use crate::{Lang, ledger};

/// A column of a ledger that the register understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 序号: read to be left alone.
    Serial,
    Name,
    CreditCode,
    RegistrationNumber,
    Industry,
    LicenceKind,
    LicenceNumber,
    IssuedOn,
    ExpiresOn,
    LegalRepresentative,
    Phone,
    Address,
    Town,
    Remark,
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Column; 14] = [
        Column::Serial,
        Column::Name,
        Column::CreditCode,
        Column::RegistrationNumber,
        Column::Industry,
        Column::LicenceKind,
        Column::LicenceNumber,
        Column::IssuedOn,
        Column::ExpiresOn,
        Column::LegalRepresentative,
        Column::Phone,
        Column::Address,
        Column::Town,
        Column::Remark,
    ];

    /// The word in code, forms and JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Column::Serial => "serial",
            Column::Name => "name",
            Column::CreditCode => "credit_code",
            Column::RegistrationNumber => "registration_number",
            Column::Industry => "industry",
            Column::LicenceKind => "licence_kind",
            Column::LicenceNumber => "licence_number",
            Column::IssuedOn => "issued_on",
            Column::ExpiresOn => "expires_on",
            Column::LegalRepresentative => "legal_representative",
            Column::Phone => "phone",
            Column::Address => "address",
            Column::Town => "town",
            Column::Remark => "remark",
        }
    }

    /// The column of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Column::ALL.into_iter().find(|column| column.word() == word)
    }

    /// What stands over the column on screens and in exports.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            Column::Serial => lang.pick("序号", "No."),
            Column::Name => lang.pick("主体名称", "Name"),
            Column::CreditCode => lang.pick("统一社会信用代码", "Credit code"),
            Column::RegistrationNumber => lang.pick("工商注册号", "Old registration number"),
            Column::Industry => lang.pick("行业", "Industry"),
            Column::LicenceKind => lang.pick("许可（备案）证件", "Licence or filing"),
            Column::LicenceNumber => lang.pick("证号", "Licence number"),
            Column::IssuedOn => lang.pick("发证日期", "Issued on"),
            Column::ExpiresOn => lang.pick("有效期至", "Valid until"),
            Column::LegalRepresentative => lang.pick("法定代表人", "Legal representative"),
            Column::Phone => lang.pick("联系电话", "Phone"),
            Column::Address => lang.pick("经营地址", "Address"),
            Column::Town => lang.pick("所在乡镇", "Town"),
            Column::Remark => lang.pick("备注", "Remark"),
        }
    }
}

impl ledger::Column for Column {
    const ALL: &'static [Self] = &Column::ALL;
    const NAME: Self = Column::Name;
    const BLANK_IN_NOTES: &'static [Self] = &[Column::CreditCode, Column::Industry];
    const SHARED: &'static [Self] = &[];
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
            "没有找到表头：请保留含“主体名称”“行业”等列名的一行，或使用模板",
            "No header was found: please keep a row with column names such as 主体名称 and 行业, or use the template",
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
