//! Transfers (移送): what other bureaus laid before this one, with the materials that came; and, for the city, what was
//! not answered, or not done, in time. Designations (指定管辖) by which the city says which county handles a case.

pub mod call;
#[cfg(feature = "ssr")]
mod designation;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod order;
#[cfg(feature = "ssr")]
mod overdue;
#[cfg(feature = "ssr")]
mod record;
mod show;
#[cfg(feature = "ssr")]
mod unanswered;
pub mod words;

#[cfg(feature = "ssr")]
pub use order::order_paper;
pub use show::TransfersPage;
