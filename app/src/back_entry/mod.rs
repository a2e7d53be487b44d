//! 补录: one case that is open on paper, filled in on one page; many come in by workbook. What was filled in becomes a
//! workbook of one row, so that there is one way in: compared, put in by whoever approves, undone as a whole.

pub mod form;
pub mod words;

pub use form::{Filled, filled, show};
