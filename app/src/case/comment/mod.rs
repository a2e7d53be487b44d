//! Comments (评论): what colleagues say to each other below the timeline of a case, outside its dossier (不入卷).

pub mod call;
#[cfg(feature = "ssr")]
mod compose;
mod page;
mod show;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub use compose::{Asked, comments};
pub use page::Comments;
pub use show::draw_comments;
