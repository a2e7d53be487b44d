//! Training: programmes, classes with their people, and what they earn.
//!
//! Pages are put into words on the server; an act is a form of its own page, judged by the rules and, refused, shown
//! again with what was typed.

#[cfg(feature = "ssr")]
mod act;
#[cfg(feature = "ssr")]
mod attendance;
pub mod call;
#[cfg(feature = "ssr")]
mod class;
#[cfg(feature = "ssr")]
mod class_form;
mod import;
#[cfg(feature = "ssr")]
mod programme;
#[cfg(feature = "ssr")]
mod programme_form;
mod roll_call;
#[cfg(feature = "ssr")]
mod room;
mod show;
#[cfg(feature = "ssr")]
mod words;
mod words_of_roll;

pub use import::{RollFoundPage, RollPage};
pub use roll_call::RollCallPage;
pub use show::TrainingPage;
