//! What every ledger shares, whatever noun its rows speak of: cells as the workbook had them, the header found by
//! the noun's own words, rows told from notes and totals, and the faults of a row.
//!
//! A noun brings a [`Column`] and a [`Judge`]; four do: the register of establishments, the roll of trainees, the cases
//! that are open on paper and the bank's list of payments.

mod cell;
mod change;
mod column;
mod header;
mod judge;
mod noun;
mod place;
mod reading;
mod row;
mod row_kind;
mod unreadable;

pub use cell::Cell;
pub use change::Change;
pub use column::Column;
pub use header::{Header, find_header};
pub use judge::{Judge, LedgerRow};
pub use noun::LedgerNoun;
pub use place::{Place, duplicate_of};
pub use reading::Reading;
pub(crate) use reading::without_breaks;
pub use row::{Fault, RowCells};
pub use row_kind::{RowKind, kind_of_row};
pub use unreadable::Unreadable;
