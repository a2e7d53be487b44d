//! What a noun tells of its columns.

use crate::Lang;

/// A column of a noun's ledger. The first of [`Column::ALL`] is the running number.
pub trait Column: Copy + Ord + std::fmt::Debug + 'static {
    /// Every column, in the order in which faults are told.
    const ALL: &'static [Self];
    /// The column that names a row: without it nothing is a header, and faults of absent columns are shown there.
    const NAME: Self;
    /// Columns that a note leaves blank, whatever it begins with.
    const BLANK_IN_NOTES: &'static [Self];
    /// Columns of which a cell merged over several rows counts for each of them.
    const SHARED: &'static [Self];
    /// What ledgers call the columns, separated by spaces: letters, digits and Han characters only, folded.
    const SYNONYMS: &'static [(Self, &'static str)];

    /// The word in code, forms and JSON.
    fn word(self) -> &'static str;

    /// What stands over the column on screens and in exports.
    fn title(self, lang: Lang) -> &'static str;

    /// The column of a title that is longer than the lists foresee, by its telling parts.
    fn telling(title: &str) -> Option<Self>;

    /// What to do when no sheet carries a header.
    fn no_header(lang: Lang) -> &'static str;
}
