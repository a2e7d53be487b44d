//! Scans of signed and sealed papers (签章扫描件): each page is drawn once, the codes on it are read, and the pages of one
//! paper are bound as they were drawn. What comes in was made by anybody: it is drawn within bounds, nothing of it is run,
//! and nothing of it goes on but what is seen on the page.

mod bind;
mod picture;
mod read;

pub use bind::{BoundScan, ScannedPage};
pub use picture::shrunk;
pub use read::{ReadPage, read_scan};

use std::sync::Arc;

/// A file of a scan.
#[derive(Clone, Debug)]
pub enum ScannedFile {
    Pdf(Arc<Vec<u8>>),
    /// A JPEG or PNG: one page.
    Picture(Arc<Vec<u8>>),
}

/// Why a file of a scan is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanFault {
    /// It asks for a password.
    Encrypted,
    Broken,
    /// A picture in it has more dots than a sheet can need.
    TooFine,
    /// More pages than are read in one go.
    TooManyPages,
    /// It takes longer than anybody waits.
    TooSlow,
}
