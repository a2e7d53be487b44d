//! Where a row stands in a file.

use crate::value::ValueError;

/// Number of the sheet in the file, and the row in it (from 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub sheet: usize,
    pub row: u32,
}

/// The fault of a row at `own` that repeats the one at `first`; `sheets` are the names of the file's sheets.
#[must_use]
pub fn duplicate_of(first: Place, own: Place, sheets: &[String]) -> ValueError {
    ValueError::Duplicate {
        sheet: if first.sheet == own.sheet { None } else { sheets.get(first.sheet).cloned() },
        row: first.row,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_on_another_sheet_names_the_sheet() {
        let sheets = ["酒类".to_owned(), "油站".to_owned()];
        let first = Place { sheet: 0, row: 4 };
        let other = duplicate_of(first, Place { sheet: 1, row: 9 }, &sheets);
        assert_eq!(other, ValueError::Duplicate { sheet: Some("酒类".into()), row: 4 });
        let same = duplicate_of(first, Place { sheet: 0, row: 9 }, &sheets);
        assert_eq!(same, ValueError::Duplicate { sheet: None, row: 4 });
    }
}
