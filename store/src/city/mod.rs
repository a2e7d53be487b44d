//! The city's figures: counters kept in the transaction of the record, and read without looking at any record.

mod ask;
mod counters;
mod measure;
mod overdue;
mod people;
mod read;
mod recount;
mod recount_people;
mod sums;

pub(crate) use counters::{add_to_bureau, difference};
pub use measure::MadeUpPerson;
pub use overdue::OverdueTerm;
pub use read::{BureauFigures, CityStore, Figures, Narrowed, Overview, PartSums};
pub(crate) use recount::{CounterKey, key_of};
pub use recount::{Difference, Recount};
