//! Visits (调阅): the city's look into a county's records. One row on each side under the same id; what was looked at
//! stands in the county, in its own chain, before the visitor sees it.

mod begin;
mod look;
mod read;
mod record;
mod title;

pub use read::{VisitFilter, VisitPage};
pub use record::{NewVisit, VisitLook, VisitRecord};
