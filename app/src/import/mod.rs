//! Importing a workbook, whatever noun its rows speak of: upload, what was found, the choice, undoing.

pub mod call;
#[cfg(feature = "ssr")]
pub mod found;
pub(crate) mod page;
#[cfg(feature = "ssr")]
pub mod report;
pub mod text;
