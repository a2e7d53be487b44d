//! Training: programmes, classes with their people, and what they earn.
//!
//! Pages are put into words on the server; an act is a form of its own page, judged by the rules and, refused, shown
//! again with what was typed.

#[cfg(feature = "ssr")]
mod act;
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
#[cfg(feature = "ssr")]
mod room;
mod show;
#[cfg(feature = "ssr")]
mod words;

pub use import::{RollFoundPage, RollPage};
pub use show::TrainingPage;
