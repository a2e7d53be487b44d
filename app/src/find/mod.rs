//! The search over all nouns of a bureau: one field above every page, answers in groups.

pub mod call;
mod show;
mod text;

pub use show::FindPage;
