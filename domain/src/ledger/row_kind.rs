//! Telling data from what else stands in a ledger.

use super::cell::Cell;
use super::column::Column;
use super::header::is_title_of_name;
use super::row::RowCells;
use crate::value::fold;

/// What a row under the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowKind {
    Data,
    /// Nothing in it, or only a running number.
    Blank,
    /// 合计 and the like.
    Total,
    /// A note, a signature line, a heading between.
    Note,
    /// The header once more, as printed pages have it.
    RepeatedHeader,
}

/// Tells data from what else stands in a ledger. `texts` are all cells of the row as shown.
#[must_use]
pub fn kind_of_row<C: Column>(cells: &RowCells<C>, texts: &[String]) -> RowKind {
    let filled: Vec<&str> = texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    let Some(first) = filled.first().map(|text| fold(text)) else { return RowKind::Blank };
    let only_serial = C::ALL.iter().skip(1).all(|column| cells.get(*column).is_blank());
    if ["合计", "总计", "小计", "共计", "累计"].iter().any(|word| first.starts_with(word)) {
        return RowKind::Total;
    }
    if only_serial && filled.len() == 1 && !first.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return RowKind::Note;
    }
    if only_serial {
        return if filled.len() == 1 { RowKind::Blank } else { RowKind::Note };
    }
    if is_note(&first, cells) {
        return RowKind::Note;
    }
    let Cell::Text(name) = cells.get(C::NAME) else { return RowKind::Data };
    if is_title_of_name::<C>(name) {
        RowKind::RepeatedHeader
    } else if filled.len() == 1 && is_heading(&first) {
        RowKind::Note
    } else {
        RowKind::Data
    }
}

/// 一、酒类流通 or （二）加油站 alone in a row.
fn is_heading(text: &str) -> bool {
    let rest = text.trim_start_matches('(').trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    rest.len() < text.len() && rest.starts_with(['、', ')', '.'])
}

/// 注：…, or a line of signatures. Words that a name can begin with count only where nothing else is said.
fn is_note<C: Column>(first: &str, cells: &RowCells<C>) -> bool {
    let signatures =
        ["填表", "填报", "制表", "审核", "经办", "联系人", "单位负责人", "统计负责人", "分管领导"];
    if signatures.iter().any(|word| first.starts_with(word)) && first.contains(':') {
        return true;
    }
    let says_nothing = C::BLANK_IN_NOTES.iter().all(|column| cells.get(*column).is_blank());
    says_nothing && ["注:", "注", "备注:", "说明:"].iter().any(|word| first.starts_with(word))
}
