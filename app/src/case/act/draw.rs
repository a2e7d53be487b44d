//! The fields of acts are drawn as all fields that the server words.

pub use crate::ui::draw;
