//! Papers that were issued (制发): the bytes as they were made, the number and the secret of the page on which anybody can
//! check them, kept in one transaction with the audit; and their way until the signed and sealed sheet is back.

mod check;
mod issue;
mod read;
mod scan;
mod scan_keep;
mod scanned;
mod way;

pub use check::{CheckedPaper, Verified};
pub use issue::{NewCopy, NewPaper, PaperKey};
pub use read::{Copied, IssuedPaper, OutPage, OutPaper};
pub use scan::{Scan, ScanFile, ScanFound, ScanPage};
pub use scanned::{BoundPaper, EnterFault, PaperScan, standing_scan};
