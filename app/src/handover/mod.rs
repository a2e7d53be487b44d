//! 工作交接: what one person has in hand passes to others by one approval.

pub mod call;
#[cfg(feature = "ssr")]
pub mod person;
#[cfg(feature = "ssr")]
pub mod words;
