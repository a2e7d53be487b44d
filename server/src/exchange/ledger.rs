//! A whole ledger, read and judged.

use domain::Day;
use domain::establishment::{
    Column, Establishment, Fault, Industries, Place, RowKind, Sighting, Sightings, judge,
};

use super::package::Kind;
use super::sheet::{Found, SheetReader};
use super::workbook::Workbook;
use domain::establishment::Unreadable;

/// Most rows of data that one file may hold.
const ROWS_MAX: usize = 100_000;

/// One row of data.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerRow {
    pub place: Place,
    /// Rows of one group speak of the same establishment.
    pub group: usize,
    /// The row, or everything that is wrong with it.
    pub judged: Result<Establishment, Vec<Fault>>,
}

/// A sheet of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerSheet {
    pub name: String,
    /// `None`: it carries no header and was left alone.
    pub found: Option<Found>,
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

/// A ledger as read.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    pub kind: Kind,
    pub sheets: Vec<LedgerSheet>,
    /// In the order of the file.
    pub rows: Vec<LedgerRow>,
    pub skipped: Skipped,
}

impl Ledger {
    /// The wrong rows.
    pub fn wrong(&self) -> impl Iterator<Item = (Place, &[Fault])> {
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

/// Reads and judges a ledger: every sheet that carries a header, every row under it.
///
/// # Errors
/// Why the file cannot be read, with what to do.
pub fn read_ledger(
    bytes: &[u8],
    file_name: &str,
    industries: &Industries,
    today: Day,
) -> Result<Ledger, Unreadable> {
    // Readers of old binary formats may panic on damage; to the person it is the same broken file.
    let reading = std::panic::AssertUnwindSafe(|| read(bytes, file_name, industries, today));
    std::panic::catch_unwind(reading).unwrap_or(Err(Unreadable::Broken))
}

fn read(bytes: &[u8], file_name: &str, industries: &Industries, today: Day) -> Result<Ledger, Unreadable> {
    let mut workbook = Workbook::open(bytes, file_name)?;
    let names = workbook.sheets.clone();
    let epoch = workbook.epoch;
    let mut seen = Sightings::default();
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
            if ledger.rows.len() == ROWS_MAX {
                return Err(Unreadable::TooManyRows);
            }
            let place = Place { sheet, row: line.number };
            let mut judged = judge(&line.cells, industries, epoch, today);
            let sighting = seen.note(&judged, place);
            if let Some(error) = sighting.fault(place, &names) {
                let column = if judged.credit_code.is_some() { Column::CreditCode } else { Column::Name };
                judged.faults.push(Fault { column, error });
            }
            let group = match sighting {
                Sighting::First(group) | Sighting::OneMore(group) => group,
                Sighting::Repeats(_) => usize::MAX,
            };
            let judged = match judged.row {
                Some(row) if judged.faults.is_empty() => Ok(row),
                _ => Err(judged.faults),
            };
            ledger.rows.push(LedgerRow { place, group, judged });
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
