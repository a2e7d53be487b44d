//! The city's figures (全市统计): what is counted, in which month, of whom once, and how two numbers compare.
//!
//! The counters themselves are kept by the store in the transaction of the record; what a record counts for is said
//! here, so that keeping and recounting cannot differ.

mod case_count;
mod change;
mod classes;
mod counter;
mod figure;
mod month;
mod period;
mod person;
#[cfg(test)]
mod tests;

pub use case_count::CaseCount;
pub use change::{Change, Compared};
pub use classes::{CLASSES_MAX, class_of, classes};
pub use counter::{Cell, Counter};
pub use figure::{Figure, Kind, PartKind};
pub use month::Month;
pub use period::{PERIOD_MONTHS_MAX, Period, PeriodError, Preset};
pub use person::{PersonCell, PersonFact, Scope, person_counts};
