//! A whole ledger, read and judged.

use domain::ledger::{Fault, Judge, LedgerRow, Place, RowKind, Unreadable};

use super::package::Kind;
use super::sheet::{Found, SheetReader};
use super::workbook::Workbook;

/// A sheet of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerSheet<C> {
    pub name: String,
    /// `None`: it carries no header and was left alone.
    pub found: Option<Found<C>>,
    /// Columns that carry anything.
    pub width: usize,
}

/// Rows that are no data, by what they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    pub blank: usize,
    pub totals: usize,
    pub notes: usize,
    pub headers: usize,
}

impl Skipped {
    /// All of them.
    #[must_use]
    pub fn total(self) -> usize {
        self.blank + self.totals + self.notes + self.headers
    }
}

/// A ledger as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger<C, R> {
    pub kind: Kind,
    pub sheets: Vec<LedgerSheet<C>>,
    /// In the order of the file.
    pub rows: Vec<LedgerRow<C, R>>,
    pub skipped: Skipped,
}

impl<C, R> Ledger<C, R> {
    /// The wrong rows.
    pub fn wrong(&self) -> impl Iterator<Item = (Place, &[Fault<C>])> {
        self.rows
            .iter()
            .filter_map(|row| row.judged.as_ref().err().map(|faults| (row.place, faults.as_slice())))
    }

    /// Whether the file is an old .xls.
    #[must_use]
    pub fn is_old_format(&self) -> bool {
        self.kind == Kind::Xls
    }

    /// How many rows are right.
    #[must_use]
    pub fn valid(&self) -> usize {
        self.rows.iter().filter(|row| row.judged.is_ok()).count()
    }
}

/// A ledger of a noun, as its judge answers.
pub type LedgerOf<J> = Ledger<<J as Judge>::Column, <J as Judge>::Row>;

/// Reads and judges a ledger: every sheet that carries a header, every row under it.
///
/// # Errors
/// Why the file cannot be read, with what to do.
pub fn read_ledger<J: Judge>(bytes: &[u8], file_name: &str, judge: J) -> Result<LedgerOf<J>, Unreadable> {
    // Readers of old binary formats may panic on damage; to the person it is the same broken file.
    let reading = std::panic::AssertUnwindSafe(|| read(bytes, file_name, judge));
    std::panic::catch_unwind(reading).unwrap_or(Err(Unreadable::Broken))
}

fn read<J: Judge>(bytes: &[u8], file_name: &str, mut judge: J) -> Result<LedgerOf<J>, Unreadable> {
    let mut workbook = Workbook::open(bytes, file_name)?;
    let names = workbook.sheets.clone();
    let epoch = workbook.epoch;
    let mut ledger =
        Ledger { kind: workbook.kind, sheets: Vec::new(), rows: Vec::new(), skipped: Skipped::default() };
    for (sheet, name) in names.iter().enumerate() {
        let mut reader = SheetReader::new(workbook.merged(name)?);
        workbook.rows(name, &mut |row| {
            let Some(line) = reader.take(row) else { return Ok(()) };
            match line.kind {
                RowKind::Data => {}
                RowKind::Blank => ledger.skipped.blank += 1,
                RowKind::Total => ledger.skipped.totals += 1,
                RowKind::Note => ledger.skipped.notes += 1,
                RowKind::RepeatedHeader => ledger.skipped.headers += 1,
            }
            if line.kind != RowKind::Data {
                return Ok(());
            }
            if ledger.rows.len() == judge.rows_max() {
                return Err(Unreadable::TooManyRows);
            }
            ledger.rows.push(judge.judge(&line.cells, epoch, Place { sheet, row: line.number }, &names));
            Ok(())
        })?;
        reader.end();
        ledger.sheets.push(LedgerSheet { name: name.clone(), found: reader.found, width: reader.width });
    }
    if ledger.sheets.iter().all(|sheet| sheet.found.is_none()) {
        return Err(Unreadable::NoHeader);
    }
    Ok(ledger)
}
