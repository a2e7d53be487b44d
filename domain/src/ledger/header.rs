//! Finding a ledger's header: by names and their synonyms, in any order, over one row or two.

use super::column::Column;
use crate::value::fold;

/// A row counts as a header when it names its noun and at least this many columns.
const COLUMNS_MIN: usize = 3;
/// Longer cells are titles and notes, in characters.
const TITLE_MAX: usize = 30;

/// Where the columns stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header<C> {
    /// Rows that the header takes, 1 or 2.
    pub rows: usize,
    /// Column of the noun and column of the sheet (from 0), as found.
    pub columns: Vec<(C, usize)>,
}

impl<C: Column> Header<C> {
    /// The sheet's column (from 0) of a column of the noun.
    #[must_use]
    pub fn at(&self, column: C) -> Option<usize> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, at)| *at)
    }
}

/// Reads a row, and the row below it, as a header. `upper` is the row with merged groups spread over the columns
/// that they span; texts are as in the sheet.
#[must_use]
pub fn find_header<C: Column>(upper: &[String], lower: &[String]) -> Option<Header<C>> {
    let single = assign(upper.iter().map(|text| recognise(text)));
    let double = two_rows(upper, lower);
    let header = match double {
        // Two rows only when the second says more: a first row of data says nothing.
        Some(columns) if columns.len() > single.len() => Header { rows: 2, columns },
        _ => Header { rows: 1, columns: single },
    };
    (header.columns.len() >= COLUMNS_MIN && header.at(C::NAME).is_some()).then_some(header)
}

/// Whether a text is the very title of the name's column, as on repeated headers.
pub(super) fn is_title_of_name<C: Column>(text: &str) -> bool {
    exact(&words_of(text)) == Some(C::NAME)
}

fn two_rows<C: Column>(upper: &[String], lower: &[String]) -> Option<Vec<(C, usize)>> {
    // Every text of the second row must be a title, not data.
    let titles = lower.iter().filter(|text| !text.trim().is_empty());
    let known = titles.clone().filter(|text| recognise::<C>(text).is_some()).count();
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
    let alone = assign(lower.iter().map(|text| recognise::<C>(text)));
    (columns.len() > alone.len()).then_some(columns)
}

/// The first column of the sheet that carries a title has it.
fn assign<C: Column>(titles: impl Iterator<Item = Option<C>>) -> Vec<(C, usize)> {
    let mut columns: Vec<(C, usize)> = Vec::new();
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
fn recognise<C: Column>(title: &str) -> Option<C> {
    let whole = words_of(title);
    if whole.is_empty() || whole.chars().count() > TITLE_MAX {
        return None;
    }
    exact(&whole).or_else(|| exact(&words_of(&without_brackets(title)))).or_else(|| C::telling(&whole))
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

fn exact<C: Column>(title: &str) -> Option<C> {
    C::SYNONYMS
        .iter()
        .find(|(_, words)| words.split_whitespace().any(|word| word == title))
        .map(|(column, _)| *column)
}
