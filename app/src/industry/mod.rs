//! The catalogue to read: what an industry's law says, and what this bureau may do by it.

pub mod call;
mod list;
mod show;
mod text;
#[cfg(feature = "ssr")]
mod wording;

pub use list::IndustriesPage;
pub use show::IndustryPage;
