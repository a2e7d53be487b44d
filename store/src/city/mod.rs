//! The city's figures: counters kept in the transaction of the record, and read without looking at any record.

mod read;
mod sums;

pub use read::{BureauFigures, CityStore, Figures, Narrowed, Overview, PartSums};
