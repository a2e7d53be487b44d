//! What is wrong with a value, and what to do about it.

use serde::{Deserialize, Serialize};

use super::Noun;
use crate::Lang;
use crate::refusal::Refusal;

/// Why a value is not taken. `code()` is stable and goes into URLs and JSON; `message` says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ValueError {
    /// Nothing was entered.
    Missing { noun: Noun },
    /// A row or form without the name that it is about.
    MissingName {
        #[serde(default = "Noun::establishment_name")]
        noun: Noun,
    },
    /// Too short or too long, counted in characters; `min == max` where only one length is right.
    Length { noun: Noun, min: usize, max: usize, got: usize },
    /// A character that cannot stand there; `repaired` passes every check, but is only offered.
    Charset { noun: Noun, found: char, repaired: Option<String> },
    /// The check character at `place` (from 1) should be `want`.
    CheckDigit { noun: Noun, place: usize, want: char },
    /// A control character (NUL and the like) inside.
    ControlCharacter { noun: Noun },
    /// No such day, or not written as a day.
    BadDate { written: String },
    /// A day outside the years in which it can lie, ISO days.
    DateWindow { from: String, to: String },
    /// The end lies before the start.
    DateOrder,
    /// The first two digits name no province.
    BadRegion,
    /// The identity number says another sex than the sheet.
    SexMismatch,
    /// Younger than the age asked for, in full years.
    Underage { years: i32 },
    /// Not a mark from 0 to 100.
    ScoreRange { written: String },
    /// A certificate although the mark is missing or does not pass.
    CertificateWithoutPass,
    /// Not a phone number.
    BadPhone,
    /// Not an amount.
    BadMoney,
    /// More than two decimals of 元.
    TooManyDecimals,
    /// A number outside what can be kept.
    Range { noun: Noun },
    /// A word kept for the product's own addresses.
    Reserved { word: String },
    /// An industry that the catalogue does not know; `known` are the names it does, joined by 、.
    UnknownIndustry { written: String, known: String },
    /// Said already in an earlier row (counted as in the sheet, from 1), in `sheet` when another one.
    Duplicate { sheet: Option<String>, row: u32 },
    /// Several records of the register match.
    Ambiguous,
    /// A certificate number of another county than the bureau's own.
    WrongCounty { own: String },
    /// The certificate number stands at somebody else, or at another class of the same person.
    NumberTaken,
    /// The class takes nobody any more: it is archived, or cancelled.
    ClassClosed { is_archived: bool },
    /// Something else was recorded in the product itself, and a file never overwrites that.
    RecordedOtherwise { noun: Noun },
    /// A number of more than fifteen digits stored as a number: the workbook has lost the last ones.
    NumberCellPrecision,
    /// The cell holds a formula that failed, such as `#REF!`.
    FormulaError,
    /// Not a span of time.
    BadTimes { written: String },
    /// Not a number of a paper.
    BadPaperNumber { written: String },
    /// The number of the paper stands in another row.
    PaperNumberTaken,
    /// The number of the case on paper is that of a case of the bureau.
    PaperNumberHeld { party: String },
    /// The case is there, and the row tells it otherwise or further.
    PaperCaseDiffers { number: String },
    /// What was done after the bureau began to work with the product is no paper's.
    AfterPaper { last: crate::Day },
    /// The procedure of the case has no such step.
    NotOfProcedure,
    /// A decision on the spot is handed over where it is made.
    NotHandedOver,
    /// Whoever worked on a case confirms nothing of it.
    OwnPaperCase,
    /// A field that another one asks for, by the titles of that one.
    NeededBy { zh: String, en: String },
    /// Nobody, or more than one, of this name works in the bureau.
    NotAMember { name: String },
    /// The rules of the procedure say no.
    Refused { refusal: Box<Refusal> },
    /// A payment of a bank's list that pays no account, in words that say what to do; `is_amount`: the account is known,
    /// the amount is another.
    Unbookable { is_amount: bool, zh: String, en: String },
    /// None of the choices offered.
    UnknownChoice { noun: Noun },
}

impl ValueError {
    /// The stable word of this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            ValueError::Missing { .. } => "missing",
            ValueError::MissingName { .. } => "missing_name",
            ValueError::Length { .. } => "length",
            ValueError::Charset { .. } => "charset",
            ValueError::CheckDigit { .. } => "check_digit",
            ValueError::ControlCharacter { .. } => "control_character",
            ValueError::BadDate { .. } | ValueError::DateWindow { .. } => "bad_date",
            ValueError::DateOrder => "date_order",
            ValueError::BadRegion => "bad_region",
            ValueError::SexMismatch => "sex_mismatch",
            ValueError::Underage { .. } => "underage",
            ValueError::ScoreRange { .. } => "score_range",
            ValueError::CertificateWithoutPass => "certificate_without_pass",
            ValueError::BadPhone => "bad_phone",
            ValueError::BadMoney => "bad_money",
            ValueError::TooManyDecimals => "too_many_decimals",
            ValueError::Range { .. } => "range",
            ValueError::Reserved { .. } => "reserved",
            ValueError::UnknownIndustry { .. } => "unknown_industry",
            ValueError::Duplicate { .. } => "duplicate",
            ValueError::Ambiguous => "ambiguous",
            ValueError::WrongCounty { .. } => "wrong_county",
            ValueError::NumberTaken => "number_taken",
            ValueError::ClassClosed { .. } => "class_closed",
            ValueError::RecordedOtherwise { .. } => "recorded_otherwise",
            ValueError::NumberCellPrecision => "number_cell_precision",
            ValueError::FormulaError => "formula_error",
            ValueError::BadTimes { .. } => "bad_times",
            ValueError::BadPaperNumber { .. } => "bad_paper_number",
            ValueError::PaperNumberTaken => "paper_number_taken",
            ValueError::PaperNumberHeld { .. } => "paper_number_held",
            ValueError::PaperCaseDiffers { .. } => "paper_case_differs",
            ValueError::AfterPaper { .. } => "after_paper",
            ValueError::NotOfProcedure => "not_of_procedure",
            ValueError::NotHandedOver => "not_handed_over",
            ValueError::OwnPaperCase => "own_paper_case",
            ValueError::NeededBy { .. } => "needed_by",
            ValueError::NotAMember { .. } => "not_a_member",
            ValueError::Refused { refusal } => refusal.code.word(),
            ValueError::Unbookable { .. } => "unbookable",
            ValueError::UnknownChoice { .. } => "unknown_choice",
        }
    }

    /// One sentence that says what to do.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn zh(&self) -> String {
        let word = |noun: &Noun| noun.word(Lang::Zh);
        match self {
            ValueError::Missing { noun } | ValueError::MissingName { noun } => {
                format!("请填写{}", word(noun))
            }
            ValueError::Length { noun, min, max, got } if min == max => {
                format!("{}应为 {min} 位，现为 {got} 位，请核对", word(noun))
            }
            ValueError::Length { noun, min, got, .. } if got < min => {
                format!("{}至少 {min} 个字，现为 {got} 个，请补全", word(noun))
            }
            ValueError::Length { noun, max, got, .. } => {
                format!("{}最多 {max} 个字，现为 {got} 个，请缩短", word(noun))
            }
            ValueError::Charset { noun, found, repaired: None } => {
                format!("{}中不应有“{}”，请核对", word(noun), shown(*found))
            }
            ValueError::Charset { noun, found, repaired: Some(repaired) } => {
                format!("{}中不应有“{}”，是否应为 {repaired}？请核对", word(noun), shown(*found))
            }
            ValueError::CheckDigit { noun, place, want } => {
                format!("{}第 {place} 位应为 {want}，请核对", word(noun))
            }
            ValueError::ControlCharacter { noun } => {
                format!("{}中有看不见的控制字符，请删除后重新录入", word(noun))
            }
            ValueError::BadDate { written } => {
                format!("“{written}”不是一个日期，请核对；可写成 2026-3-5 或 2026年3月5日")
            }
            ValueError::DateWindow { from, to } => format!("日期应在 {from} 至 {to} 之间，请核对"),
            ValueError::DateOrder => "截止日期早于起始日期，请核对两个日期".into(),
            ValueError::BadRegion => "证件号前两位不是省份代码，请核对".into(),
            ValueError::SexMismatch => "证件号第 17 位与所填性别不一致，请核对".into(),
            ValueError::Underage { years } => format!("未满 {years} 周岁，请核对出生日期"),
            ValueError::ScoreRange { written } => {
                format!("成绩应为 0 至 100 的数字，现为“{written}”，请核对")
            }
            ValueError::CertificateWithoutPass => "没有及格成绩却填了证书编号，请核对成绩或删去编号".into(),
            ValueError::BadPhone => "请填写 11 位手机号，或带区号的座机，如 0746-6790000".into(),
            ValueError::BadMoney => "请填写金额，如 1,234.50".into(),
            ValueError::TooManyDecimals => "金额精确到分，最多两位小数，请核对".into(),
            ValueError::Range { noun } => format!("{}超出可记录的范围，请核对", word(noun)),
            ValueError::Reserved { word } => format!("“{word}”由系统保留，请换一个"),
            ValueError::UnknownIndustry { written, known } => {
                format!("没有“{written}”这个行业，请填写其中之一：{known}")
            }
            ValueError::Duplicate { sheet: None, row } => format!("与第 {row} 行重复，请合并或删除其中一行"),
            ValueError::Duplicate { sheet: Some(sheet), row } => {
                format!("与“{sheet}”第 {row} 行重复，请合并或删除其中一行")
            }
            ValueError::Ambiguous => "登记册中有多个主体与此行相符，请补填信用代码或证号".into(),
            ValueError::WrongCounty { own } => {
                format!("证书编号中的县级代码不是本单位的 {own}，请核对编号")
            }
            ValueError::NumberTaken => "此证书编号已发给另一条培训记录，请核对编号".into(),
            ValueError::ClassClosed { is_archived: true } => "此班次已归档，不再接收学员，请核对班次".into(),
            ValueError::ClassClosed { is_archived: false } => "此班次已取消，不再接收学员，请核对班次".into(),
            ValueError::RecordedOtherwise { noun } => {
                format!("系统中已登记的{}与此行不同，导入不会覆盖；请核对，或在系统中更正", word(noun))
            }
            ValueError::NumberCellPrecision => {
                "此号码以数值存放，后几位已丢失；请把单元格设为文本后重新录入".into()
            }
            ValueError::FormulaError => "单元格中的公式没有结果，请改为填写数值或文字".into(),
            ValueError::BadTimes { written } => {
                format!("“{written}”不是起止时间，请写成 9:30-10:20")
            }
            ValueError::BadPaperNumber { written } => {
                format!("“{written}”不是文号，请写全称，如 道商罚决〔2026〕18号，或只写序号 18")
            }
            ValueError::PaperNumberTaken => "此文号已用于另一行，请核对".into(),
            ValueError::PaperNumberHeld { party } => {
                format!(
                    "此编号已由“{party}”一案使用：是同一案件的，后来的步骤在该案件页面登记；是另一案件的，请改填自己的编号，没有的留空"
                )
            }
            ValueError::PaperCaseDiffers { number } => format!(
                "此案已登记（{number}），与此行不同，补录不会改写：后来的步骤在该案件页面登记；原来填错的在案件页面更正，或者先撤销原来的补录再重新导入"
            ),
            ValueError::AfterPaper { last } => {
                format!("补录只收 {last} 及以前的步骤；此后的步骤请在案件页面按程序登记，此处留空")
            }
            ValueError::NotOfProcedure => "所填的办案程序没有这一步，请留空，或核对“办案程序”".into(),
            ValueError::NotHandedOver => {
                "当场处罚决定书当场交付：送达日与决定日相同，方式选直接送达；拒绝签收的选留置送达".into()
            }
            ValueError::OwnPaperCase => "您是本案的承办人，请由其他负责人确认此行".into(),
            ValueError::NeededBy { zh, .. } => format!("填写了“{zh}”，此项也必须填写"),
            ValueError::NotAMember { name } => {
                format!("本单位没有唯一一名叫“{name}”的人员，请核对姓名，或先在“人员”中登记")
            }
            ValueError::Refused { refusal } => refusal.sentence(Lang::Zh).to_string(),
            ValueError::Unbookable { zh, .. } => zh.clone(),
            ValueError::UnknownChoice { noun } => format!("请从列表中选择{}", word(noun)),
        }
    }

    fn en(&self) -> String {
        let word = |noun: &Noun| noun.word(Lang::En);
        match self {
            ValueError::Missing { noun } | ValueError::MissingName { noun } => format!("Please enter {}", word(noun)),
            ValueError::Length { noun, min, max, got } if min == max => {
                format!("Please check {}: it has {got} characters, it should have {min}", word(noun))
            }
            ValueError::Length { noun, min, got, .. } if got < min => {
                format!("Please complete {}: at least {min} characters, now {got}", word(noun))
            }
            ValueError::Length { noun, max, got, .. } => {
                format!("Please shorten {}: at most {max} characters, now {got}", word(noun))
            }
            ValueError::Charset { noun, found, repaired: None } => {
                format!("Please check {}: “{}” cannot stand in it", word(noun), shown(*found))
            }
            ValueError::Charset { noun, found, repaired: Some(repaired) } => {
                format!(
                    "Please check {}: “{}” cannot stand in it; is it {repaired}?",
                    word(noun),
                    shown(*found)
                )
            }
            ValueError::CheckDigit { noun, place, want } => {
                format!("Please check {}: character {place} should be {want}", word(noun))
            }
            ValueError::ControlCharacter { noun } => {
                format!("Please type {} again: it holds an invisible control character", word(noun))
            }
            ValueError::BadDate { written } => {
                format!("“{written}” is not a date; please write it as 2026-3-5")
            }
            ValueError::DateWindow { from, to } => {
                format!("Please check the date: it should lie between {from} and {to}")
            }
            ValueError::DateOrder => "Please check both dates: the end lies before the start".into(),
            ValueError::BadRegion => {
                "Please check the identity number: its first two digits name no province".into()
            }
            ValueError::SexMismatch => {
                "Please check the identity number: its 17th digit says the other sex".into()
            }
            ValueError::Underage { years } => {
                format!("Please check the day of birth: younger than {years} years")
            }
            ValueError::ScoreRange { written } => {
                format!("Please check the mark: a number from 0 to 100 is wanted, now “{written}”")
            }
            ValueError::CertificateWithoutPass => {
                "Please check the mark or remove the certificate number: there is no passing mark".into()
            }
            ValueError::BadPhone => {
                "Please enter a mobile number of 11 digits, or a landline such as 0746-6790000".into()
            }
            ValueError::BadMoney => "Please enter an amount such as 1,234.50".into(),
            ValueError::TooManyDecimals => "Please check the amount: at most two decimals".into(),
            ValueError::Range { noun } => {
                format!("Please check {}: it is outside what can be kept", word(noun))
            }
            ValueError::Reserved { word } => {
                format!("“{word}” is kept for the product itself; please choose another word")
            }
            ValueError::UnknownIndustry { written, known } => {
                format!("There is no industry “{written}”; please write one of {known}")
            }
            ValueError::Duplicate { sheet: None, row } => {
                format!("The same as row {row}; please merge them or delete one")
            }
            ValueError::Duplicate { sheet: Some(sheet), row } => {
                format!("The same as row {row} of “{sheet}”; please merge them or delete one")
            }
            ValueError::Ambiguous => {
                "Several establishments of the register match this row; please add the credit code or licence number".into()
            }
            ValueError::WrongCounty { own } => {
                format!("Please check the certificate number: its county code is not {own}, the bureau's own")
            }
            ValueError::NumberTaken => {
                "Please check the certificate number: it was given to another trainee or class".into()
            }
            ValueError::ClassClosed { is_archived: true } => {
                "Please check the class: it is archived and takes nobody".into()
            }
            ValueError::ClassClosed { is_archived: false } => {
                "Please check the class: it is cancelled and takes nobody".into()
            }
            ValueError::RecordedOtherwise { noun } => format!(
                "Please check {}: the product recorded another and an import never overwrites that; correct it there",
                word(noun)
            ),
            ValueError::NumberCellPrecision => {
                "This number was stored as a numeric cell and lost its last digits; please format the cell as text and type it again".into()
            }
            ValueError::FormulaError => {
                "The formula in this cell has no result; please enter the value itself".into()
            }
            ValueError::BadTimes { written } => {
                format!("“{written}” is no span of time; please write it as 9:30-10:20")
            }
            ValueError::BadPaperNumber { written } => format!(
                "“{written}” is no number of a paper; please write it in full, such as 道商罚决〔2026〕18号, or 18 alone"
            ),
            ValueError::AfterPaper { last } => {
                format!("only steps until {last} are entered from paper; leave this empty and do later ones on the case's page")
            }
            ValueError::NotOfProcedure => "the procedure of this row has no such step: leave it empty, or check the procedure".into(),
            ValueError::NotHandedOver => "a decision on the spot is handed over at once: served on the day of the decision, directly, or left where the party refused to sign".into(),
            ValueError::OwnPaperCase => "you worked on this case: another head has to confirm this row".into(),
            ValueError::PaperNumberTaken => "Please check the number: it stands in another row".into(),
            ValueError::PaperNumberHeld { party } => format!(
                "This number is that of the case of “{party}”: record later steps of the same case on its page, give another case its own number, or leave it empty"
            ),
            ValueError::PaperCaseDiffers { number } => format!(
                "This case is recorded ({number}) and differs from the row; a back entry changes nothing: record later steps on the case's page, correct a mistake there, or undo the first back entry and import again"
            ),
            ValueError::NeededBy { en, .. } => format!("“{en}” is filled in, so please fill this in as well"),
            ValueError::NotAMember { name } => format!(
                "Please check the name: not exactly one person called “{name}” works here; register the person under Members first"
            ),
            ValueError::Refused { refusal } => refusal.sentence(Lang::En).to_string(),
            ValueError::Unbookable { en, .. } => en.clone(),
            ValueError::UnknownChoice { noun } => format!("Please choose {} from the list", word(noun)),
        }
    }
}

/// A character as a person can find it: invisible ones by their number.
fn shown(found: char) -> String {
    if found.is_control() || found.is_whitespace() || ('\u{e000}'..='\u{f8ff}').contains(&found) {
        format!("[U+{:04X}]", u32::from(found))
    } else {
        found.to_string()
    }
}

impl std::fmt::Display for ValueError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message(Lang::Zh))
    }
}

impl std::error::Error for ValueError {}
