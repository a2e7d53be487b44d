//! Excel in and out: reading ledgers as bureaus keep them, marking what is wrong in the same workbook,
//! writing the register and the empty template.
//!
//! Reading serves every noun that brings a `domain::ledger::Judge`; it answers with a [`Ledger`]: every row judged by
//! `domain`, in the order of the file.

mod bank;
mod cases;
mod cases_template;
#[cfg(test)]
mod cases_tests;
mod export;
mod import;
mod ledger;
mod mark;
mod mark_sheet;
mod mark_styles;
mod package;
mod payments;
mod register;
mod register_template;
mod report;
mod rewrite;
mod roll;
#[cfg(test)]
mod roll_mark_tests;
#[cfg(test)]
mod roll_tests;
mod shared;
mod sheet;
mod template;
mod workbook;

#[cfg(test)]
mod tests;

pub use bank::Payments;
pub use cases::PaperCases;
pub use cases_template::one_row;
pub use export::{ExportRow, export};
pub use import::{Comparison, Imported, LedgerOfNoun, read_noun};
pub use ledger::{Ledger, read_ledger};
pub use mark::mark;
pub use payments::export_payments;
pub use register::Register;
pub use report::{Report, report};
pub use roll::Roll;

/// A ledger of establishments.
pub type EstablishmentLedger = Ledger<domain::establishment::Column, domain::establishment::Establishment>;
