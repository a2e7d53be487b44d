//! A ledger and what is kept: comparing, and putting in what is right. Each noun says how.

use domain::id::ImportId;
use domain::ledger::{Change, Column, Judge, LedgerNoun};
use domain::refusal::Refusal;
use domain::{Day, Lang};
use rust_xlsxwriter::XlsxError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{BureauStore, ImportCounts};

use super::ledger::{Ledger, LedgerOf};

/// Differences that a dry run shows.
pub const DIFFERENCES_MAX: usize = 20;

/// Findings that a dry run shows.
pub const FINDINGS_MAX: usize = 200;

/// One value that an import changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<C> {
    /// Whose it is.
    pub name: String,
    pub change: Change<C>,
}

/// What an import does, or would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison<C> {
    pub counts: ImportCounts,
    /// The first twenty.
    pub differences: Vec<Difference<C>>,
    /// What right rows lack without being wrong, each with whose it is; the first two hundred.
    pub findings: Vec<(String, Refusal)>,
}

impl<C: Clone> Comparison<C> {
    /// Nothing compared yet.
    pub fn new() -> Self {
        Comparison { counts: ImportCounts::default(), differences: Vec::new(), findings: Vec::new() }
    }

    /// Notes what changes for one.
    pub fn change(&mut self, name: &str, changes: &[Change<C>]) {
        self.counts.changed += 1;
        let room = DIFFERENCES_MAX.saturating_sub(self.differences.len());
        let of = |change: &Change<C>| Difference { name: name.to_owned(), change: change.clone() };
        self.differences.extend(changes.iter().take(room).map(of));
    }

    /// Notes what a new one lacks.
    pub fn lacks(&mut self, name: &str, findings: Vec<Refusal>) {
        let room = FINDINGS_MAX.saturating_sub(self.findings.len());
        self.findings.extend(findings.into_iter().take(room).map(|finding| (name.to_owned(), finding)));
    }

    /// Counts the rows, once each is known to be right or wrong.
    pub fn count<R>(&mut self, ledger: &Ledger<C, R>) {
        self.counts.rows = ledger.rows.len();
        self.counts.wrong = self.counts.rows - ledger.valid();
        self.counts.skipped = ledger.skipped.total();
    }
}

/// A noun whose ledgers go into the database.
pub trait Imported: 'static {
    const NOUN: LedgerNoun;
    type Column: Column + Serialize + DeserializeOwned + Send + Sync + 'static;
    type Row: Send + Sync + 'static;

    /// Begins a file on a day.
    fn judge(today: Day) -> impl Judge<Column = Self::Column, Row = Self::Row> + Send;

    /// Compares a ledger with what is kept; with `write` the right rows go in. Rows that do not go become wrong in the
    /// ledger itself.
    fn import(
        bureau: &BureauStore,
        ledger: &mut LedgerOfNoun<Self>,
        write: Option<ImportId>,
    ) -> impl Future<Output = Result<Comparison<Self::Column>, store::Error>> + Send;

    /// What is told beside the rows.
    fn notices(_ledger: &LedgerOfNoun<Self>) -> Vec<app::import::report::DaysNotice> {
        Vec::new()
    }

    /// The empty ledger, and how its file is called.
    ///
    /// # Errors
    /// When the workbook cannot be written.
    fn template(lang: Lang) -> Result<(&'static str, Vec<u8>), XlsxError>;
}

/// A ledger of a noun.
pub type LedgerOfNoun<N> = Ledger<<N as Imported>::Column, <N as Imported>::Row>;

/// Reads a ledger of a noun.
///
/// # Errors
/// Why the file cannot be read, with what to do.
pub fn read_noun<N: Imported>(
    bytes: &[u8],
    file_name: &str,
    today: Day,
) -> Result<LedgerOfNoun<N>, domain::ledger::Unreadable> {
    fn read<J: Judge>(bytes: &[u8], name: &str, judge: J) -> Result<LedgerOf<J>, domain::ledger::Unreadable> {
        super::read_ledger(bytes, name, judge)
    }
    read(bytes, file_name, N::judge(today))
}
