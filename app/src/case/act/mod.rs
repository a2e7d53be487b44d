//! Acts: a form for each, read and judged by the same rules on every way in.

pub mod call;
mod edit;
mod fields;
mod penalty_fields;
#[cfg(feature = "ssr")]
pub(super) mod read;
#[cfg(feature = "ssr")]
mod read_facts;
#[cfg(feature = "ssr")]
mod read_penalty;

pub use edit::{ActPage, NewCluePage};
