//! The search over all nouns of a bureau: one field above every page, answers in groups.

pub mod call;
#[cfg(feature = "ssr")]
mod kept;
mod show;
mod text;

#[cfg(feature = "ssr")]
pub use kept::{for_address, said};
pub use show::FindPage;
