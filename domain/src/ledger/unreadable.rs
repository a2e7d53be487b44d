//! Why a file cannot be read as a ledger, and what to do about it.

use serde::{Deserialize, Serialize};

use super::column::Column;
use crate::Lang;

/// A file that is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unreadable {
    /// More bytes than are taken.
    TooLarge,
    /// Inflates to more than is taken, or suspiciously much.
    Inflates,
    /// Damaged, or not what it begins as.
    Broken,
    /// Protected by a password.
    Encrypted,
    /// The older format of WPS.
    Et,
    /// Text with commas.
    Csv,
    /// Something else, whatever its name says.
    NotAWorkbook,
    /// No sheet carries a header that is understood.
    NoHeader,
    /// More rows or sheets than are taken at once.
    TooManyRows,
}

impl Unreadable {
    /// The stable word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Unreadable::TooLarge => "too_large",
            Unreadable::Inflates => "inflates",
            Unreadable::Broken => "broken",
            Unreadable::Encrypted => "encrypted",
            Unreadable::Et => "et",
            Unreadable::Csv => "csv",
            Unreadable::NotAWorkbook => "not_a_workbook",
            Unreadable::NoHeader => "no_header",
            Unreadable::TooManyRows => "too_many_rows",
        }
    }

    /// The reason of a word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        use Unreadable as U;
        [
            U::TooLarge,
            U::Inflates,
            U::Broken,
            U::Encrypted,
            U::Et,
            U::Csv,
            U::NotAWorkbook,
            U::NoHeader,
            U::TooManyRows,
        ]
        .into_iter()
        .find(|reason| reason.code() == code)
    }

    /// One sentence that says what to do, to somebody who uploads a ledger with these columns.
    #[must_use]
    pub fn message<C: Column>(self, lang: Lang) -> &'static str {
        match self {
            Unreadable::TooLarge => lang.pick(
                "文件超过 32 MB，请分成几个工作簿上传",
                "The file is over 32 MB; please upload it in parts",
            ),
            Unreadable::Inflates => lang.pick(
                "文件展开后过大，请把数据复制到新工作簿，另存为 .xlsx 后上传",
                "The file expands to too much; please copy the data into a new workbook and save it as .xlsx",
            ),
            Unreadable::Broken => lang.pick(
                "文件已损坏，请在 Excel 或 WPS 中打开并另存为 .xlsx 后上传",
                "The file is damaged; please open it in Excel or WPS and save it as .xlsx",
            ),
            Unreadable::Encrypted => lang.pick(
                "工作簿设有打开密码，请取消密码并另存后上传",
                "The workbook is protected by a password; please remove it and save again",
            ),
            Unreadable::Et => lang.pick(
                "这是 .et 文件，请在 WPS 中另存为 .xlsx",
                "This is an .et file; please save it as .xlsx in WPS",
            ),
            Unreadable::Csv => lang.pick(
                "这是文本（CSV）文件，请在 Excel 或 WPS 中打开并另存为 .xlsx",
                "This is a text (CSV) file; please open it in Excel or WPS and save it as .xlsx",
            ),
            Unreadable::NotAWorkbook => lang.pick(
                "这不是 Excel 工作簿，请在 Excel 或 WPS 中打开并另存为 .xlsx",
                "This is not an Excel workbook; please open it in Excel or WPS and save it as .xlsx",
            ),
            Unreadable::NoHeader => C::no_header(lang),
            Unreadable::TooManyRows => lang.pick(
                "一次最多导入 100,000 行（补录案件 2,000 行），请分成几个工作簿上传",
                "At most 100,000 rows (2,000 of cases) are imported at once; please upload them in parts",
            ),
        }
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for Unreadable {}
