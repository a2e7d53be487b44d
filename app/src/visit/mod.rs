//! Visits (调阅): the city looks into a county, which sees who looked, why and at what.
//!
//! Pages of a county's records are the same in a visit as at home. What a visit opens is a closed list of the domain;
//! here stand the pages around it: the log of each side, the form that begins a visit, and one visit.

#[cfg(feature = "ssr")]
mod asked;
mod bar;
pub mod call;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod record;
mod show;
#[cfg(feature = "ssr")]
mod shown;
pub mod words;

#[cfg(feature = "ssr")]
pub use asked::{asked_of_cases, asked_of_establishments, asked_of_training};
#[cfg(feature = "ssr")]
pub use bar::bar_of;
pub use bar::{VisitBar, VisitData};
pub use show::VisitsPage;
#[cfg(feature = "ssr")]
pub use shown::only_to_look;
