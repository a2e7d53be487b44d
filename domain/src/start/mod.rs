//! The start of a bureau (开局): what is missing before the first case and who does it, and the numbers that were
//! given on paper before.

mod list;
mod number;

pub use list::{CalendarYears, Present, StartFacts, StartItem, StartLine, StartState, is_ready, start_list};
pub use number::{Counter, NUMBER_MAX, StartRefusal, may_set_number};
