//! Decisions that anybody may read: projected from the events of cases, and read through a door of their own.
//!
//! Nothing of a case but this one table can be reached through that door: it hands out neither a [`BureauStore`] nor a
//! case's id. Practice areas publish nothing.
//!
//! [`BureauStore`]: crate::BureauStore

mod door;
mod project;
mod search;
mod verify;

pub use door::{OpenSearch, Opened, PublicLine, PublicList, PublicPage};
pub use project::OpenPage;
pub use search::SEARCH_CHARS_MAX;
pub use verify::{OpenCheck, OpenDifference};
