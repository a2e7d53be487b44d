//! Finding a ledger's header: by names and their synonyms, in any order, over one row or two.

use super::column::Column;
use super::synonyms::SYNONYMS;
use crate::value::fold;

/// A row counts as a header when it names the establishment and at least this many columns.
const COLUMNS_MIN: usize = 3;
/// Longer cells are titles and notes, in characters.
const TITLE_MAX: usize = 30;

/// Where the columns stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Rows that the header takes, 1 or 2.
    pub rows: usize,
    /// Column of the register and column of the sheet (from 0), as found.
    pub columns: Vec<(Column, usize)>,
}

impl Header {
    /// The sheet's column (from 0) of a column of the register.
    #[must_use]
    pub fn at(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, at)| *at)
    }
}

/// Reads a row, and the row below it, as a header. `upper` is the row with merged groups spread over the columns
/// that they span; texts are as in the sheet.
#[must_use]
pub fn find_header(upper: &[String], lower: &[String]) -> Option<Header> {
    let single = assign(upper.iter().map(|text| recognise(text)));
    let double = two_rows(upper, lower);
    let header = match double {
        // Two rows only when the second says more: a first row of data says nothing.
        Some(columns) if columns.len() > single.len() => Header { rows: 2, columns },
        _ => Header { rows: 1, columns: single },
    };
    (header.columns.len() >= COLUMNS_MIN && header.at(Column::Name).is_some()).then_some(header)
}

/// Whether a text is the very title of the name's column, as on repeated headers.
pub(super) fn names_the_establishment(text: &str) -> bool {
    exact(&words_of(text)) == Some(Column::Name)
}

fn two_rows(upper: &[String], lower: &[String]) -> Option<Vec<(Column, usize)>> {
    // Every text of the second row must be a title, not data.
    let titles = lower.iter().filter(|text| !text.trim().is_empty());
    let known = titles.clone().filter(|text| recognise(text).is_some()).count();
    if known == 0 || known * 2 < titles.count() {
        return None;
    }
    let width = upper.len().max(lower.len());
    let text = |row: &[String], at: usize| row.get(at).map(|text| text.trim().to_owned()).unwrap_or_default();
    let columns = assign((0..width).map(|at| {
        let (group, own) = (text(upper, at), text(lower, at));
        if own.is_empty() || own == group {
            recognise(&group)
        } else if group.is_empty() {
            recognise(&own)
        } else {
            recognise(&format!("{group}{own}")).or_else(|| recognise(&own))
        }
    }));
    // A note above a header adds nothing to it: then the second row is a header of its own.
    let alone = assign(lower.iter().map(|text| recognise(text)));
    (columns.len() > alone.len()).then_some(columns)
}

/// The first column of the sheet that carries a title has it.
fn assign(titles: impl Iterator<Item = Option<Column>>) -> Vec<(Column, usize)> {
    let mut columns: Vec<(Column, usize)> = Vec::new();
    for (at, column) in titles.enumerate() {
        if let Some(column) = column
            && !columns.iter().any(|(known, _)| *known == column)
        {
            columns.push((column, at));
        }
    }
    columns.sort();
    columns
}

/// The column that a title names: by its exact words, without its brackets, then by telling parts.
fn recognise(title: &str) -> Option<Column> {
    let whole = words_of(title);
    if whole.is_empty() || whole.chars().count() > TITLE_MAX {
        return None;
    }
    exact(&whole).or_else(|| exact(&words_of(&without_brackets(title)))).or_else(|| telling(&whole))
}

/// Letters, digits and Han characters only, folded.
fn words_of(title: &str) -> String {
    fold(title).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn without_brackets(title: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for c in title.chars() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

fn exact(title: &str) -> Option<Column> {
    SYNONYMS
        .iter()
        .find(|(_, words)| words.split_whitespace().any(|word| word == title))
        .map(|(column, _)| *column)
}

/// Titles that are longer than the lists foresee, most telling part first.
fn telling(title: &str) -> Option<Column> {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let ends = |words: &[&str]| words.iter().any(|word| title.ends_with(word));
    let of_licence = has(&["许可", "备案", "证件", "证书", "证照", "批准证", "登记表", "资质"]);
    if has(&["身份证", "从业人员", "联系人"]) {
        None
    } else if has(&["信用代码"]) {
        Some(Column::CreditCode)
    } else if has(&["注册号", "营业执照号"]) {
        Some(Column::RegistrationNumber)
    } else if has(&["电话", "手机", "联系方式"]) {
        Some(Column::Phone)
    } else if has(&["有效期起", "有效期自", "发证日", "发证时间", "颁证", "核发日"]) {
        Some(Column::IssuedOn)
    } else if has(&["有效期", "到期", "截止日"]) {
        Some(Column::ExpiresOn)
    } else if of_licence && ends(&["日期", "时间"]) {
        Some(Column::IssuedOn)
    } else if of_licence && ends(&["证号", "编号", "号码", "文号", "号"]) {
        Some(Column::LicenceNumber)
    } else if of_licence && ends(&["名称", "种类", "类型", "类别", "证件"]) {
        Some(Column::LicenceKind)
    } else if has(&["法定代表", "法人代表", "负责人", "法人姓名"]) {
        Some(Column::LegalRepresentative)
    } else if ends(&["地址", "住所", "经营场所"]) {
        Some(Column::Address)
    } else if has(&["乡镇", "乡（镇", "街道"]) {
        Some(Column::Town)
    } else if has(&["行业"]) {
        Some(Column::Industry)
    } else if ends(&["名称"])
        && has(&["企业", "单位", "主体", "商户", "店", "经营", "公司", "站", "场", "户"])
    {
        Some(Column::Name)
    } else if has(&["备注"]) {
        Some(Column::Remark)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn titles_are_found_by_synonym_in_any_order() {
        let header = find_header(
            &row(&[
                "备 注",
                "企业名称（字号）",
                "法人代表",
                "统一社会信用代码\n（18位）",
                "*所属行业",
                "许可证编号",
            ]),
            &row(&["", "道县某某加油站", "张三", "91431124MA4PT1X32T", "加油站", "1"]),
        )
        .unwrap();
        assert_eq!(header.rows, 1);
        assert_eq!(
            header.columns,
            [
                (Column::Name, 1),
                (Column::CreditCode, 3),
                (Column::Industry, 4),
                (Column::LicenceNumber, 5),
                (Column::LegalRepresentative, 2),
                (Column::Remark, 0),
            ]
        );
    }

    #[test]
    fn two_rows_with_merged_groups_are_one_header() {
        let header = find_header(
            &row(&[
                "序号",
                "经营主体",
                "经营主体",
                "行业",
                "许可证件",
                "许可证件",
                "许可证件",
                "许可证件",
                "联系电话",
            ]),
            &row(&["", "名称", "信用代码", "", "名称", "编号", "发证日期", "有效期至", ""]),
        )
        .unwrap();
        assert_eq!(header.rows, 2);
        let at = |column| header.at(column);
        assert_eq!(at(Column::Name), Some(1));
        assert_eq!(at(Column::CreditCode), Some(2));
        assert_eq!(at(Column::Industry), Some(3));
        assert_eq!(at(Column::LicenceKind), Some(4));
        assert_eq!(at(Column::LicenceNumber), Some(5));
        assert_eq!(at(Column::IssuedOn), Some(6));
        assert_eq!(at(Column::ExpiresOn), Some(7));
        assert_eq!(at(Column::Phone), Some(8));
    }

    #[test]
    fn titles_notes_and_data_are_no_header() {
        let blank = row(&[]);
        assert_eq!(find_header(&row(&["道县商务局特殊行业经营主体台账", "", ""]), &blank), None);
        assert_eq!(find_header(&row(&["1", "道县四马和瑞酒业经营部", "91431124LH0YWCM620"]), &blank), None);
        assert_eq!(find_header(&row(&["序号", "姓名", "身份证号", "联系电话", "地址"]), &blank), None);
    }
}
