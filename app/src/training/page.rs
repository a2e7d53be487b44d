//! The page around a form.

use super::room::Room;
use crate::worded::{Block, Link, Sheet, Worded};

/// A page that is one form: what it is called, of what, the way there, and sentences before the form.
#[derive(Debug, Default)]
pub struct FormPage {
    pub title: String,
    pub small: String,
    /// The way from the first page to what the form is about.
    pub way: Vec<Link>,
    pub lines: Vec<String>,
}

impl FormPage {
    /// The page.
    #[must_use]
    pub fn with(self, room: &Room<'_>, sheet: Sheet) -> Worded {
        let FormPage { title, small, way, lines } = self;
        Worded {
            title: title.clone(),
            small,
            crumbs: room.crumbs(way.into_iter().chain([(title, String::new())])),
            blocks: vec![Block { lines, form: Some(sheet), ..Block::default() }],
            ..Worded::default()
        }
    }
}
