//! Identity numbers and phones of a party: entered sealed, shown masked, opened with a reason.

pub mod call;
mod show;

pub use show::ContactPage;
