//! Approvals (审批): the queue of what waits for the person, one proposal beside it, and what can be done with it.

pub mod call;
#[cfg(feature = "ssr")]
mod compose;
pub mod page;
mod show;
#[cfg(feature = "ssr")]
mod told;
mod words;

pub use show::ProposalsPage;
