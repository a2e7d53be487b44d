//! Training: the roll of trainees comes in.

mod import;

pub use import::{RollFoundPage, RollPage};
