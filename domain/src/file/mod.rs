//! Files of a case (证据材料): what may come in, what it is by its bytes, and the sheet that goes with it (证据提取单).

mod along;
mod content;
mod fault;
mod judge;
mod kind;
mod may;
mod name;
mod packed;
mod scan;
mod sheet;
#[cfg(test)]
mod tests;

pub use along::Going;
pub use content::{Content, Family, Showing};
pub use fault::FileFault;
pub use judge::{HEAD_BYTES, Judge, judge_head};
pub use kind::EvidenceKind;
pub use may::may_keep;
pub use name::FileName;
pub use sheet::{EvidenceSheet, Place, REPORTER, SheetFault, Source, read_sheet};

/// The largest file: 500 MB.
pub const FILE_BYTES_MAX: u64 = 500 << 20;

/// The largest part in which a file comes in, and what is the least of each but the last.
pub const PART_BYTES_MAX: usize = 8 << 20;
/// Smaller parts would make a file of too many.
pub const PART_BYTES_MIN: usize = 1 << 20;

/// Files of one case that are listed, withdrawn ones too.
pub const FILES_MAX: u64 = 2_000;

/// Files of one case that may wait for their sheet at a time.
pub const WAITING_MAX: u64 = 100;

/// Minutes for which a phone may bring files to a case (用手机拍).
pub const PHONE_MINUTES: i64 = 15;
/// Minutes after that within which what it began is sent to its end.
pub const PHONE_ENDING_MINUTES: i64 = 60;

/// Why a file is withdrawn, up to 200 characters.
pub type WithdrawalReason = crate::value::Line<200>;
