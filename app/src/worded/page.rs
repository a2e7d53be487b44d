//! What a page shows that the server has put into words.

use crate::form::FormState;
use crate::ui::Field;
use serde::{Deserialize, Serialize};

/// Words and the address they lead to; an empty address leads nowhere.
pub type Link = (String, String);

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Worded {
    pub title: String,
    pub small: String,
    /// The way here; the page itself comes last.
    pub crumbs: Vec<Link>,
    pub acts: Vec<Link>,
    /// What was just done.
    pub done: String,
    /// The entry of the help that says how its form is filled in; empty: there is none.
    #[serde(default)]
    pub help: String,
    pub blocks: Vec<Block>,
}

/// A card: sentences and facts, then a table, then forms and buttons, each where there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub title: String,
    pub lines: Vec<String>,
    /// Names and values.
    pub facts: Vec<(String, String)>,
    /// Names and where they lead; they stand before the other facts.
    pub linked: Vec<(String, Link)>,
    /// The filters that the person keeps, above the one that can be chosen.
    pub views: Option<Views>,
    /// Narrows what the table shows; sent to where searches are sent.
    pub filter: Option<Sheet>,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    /// What to say where there is no row.
    pub empty: String,
    /// Where the next and the first page stand; empty: nowhere.
    pub next: String,
    pub first: String,
    pub form: Option<Sheet>,
    pub buttons: Vec<Button>,
    /// The newest first.
    pub timeline: Vec<Entry>,
}

/// A cell of a table; the first of a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    pub words: String,
    pub to: String,
    pub small: String,
    /// Words of a tag and its tone: `ok`, `warn`, `danger`, `neutral`.
    pub tag: Option<(String, String)>,
    /// What can be done with the row at once.
    pub post: Option<Post>,
}

/// A button that sends values which nobody types.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    pub action: String,
    pub hidden: Vec<(String, String)>,
    pub words: String,
}

impl Cell {
    pub fn of(words: impl Into<String>) -> Self {
        Cell { words: words.into(), ..Cell::default() }
    }

    pub fn link(words: impl Into<String>, to: impl Into<String>) -> Self {
        Cell { words: words.into(), to: to.into(), ..Cell::default() }
    }
}

/// The filters of a list that the person keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Views {
    pub title: String,
    /// Names and where the list stands narrowed so.
    pub links: Vec<Link>,
    /// Where the list stands as it is narrowed now.
    pub current: String,
    /// What can be done: keep this filter, manage those kept.
    pub ways: Vec<Link>,
}

/// An act that may be done, or not and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    pub words: String,
    pub to: String,
    /// Why it cannot be done now; empty: it can.
    pub refusal: String,
    pub is_main: bool,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub on: String,
    pub title: String,
    pub words: String,
    pub who: String,
    pub marks: Vec<String>,
}

/// A form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub action: String,
    /// Values beside the form's own, such as the bureau.
    pub hidden: Vec<(String, String)>,
    pub state: FormState,
    pub fields: Vec<Field>,
    /// What will follow, said before it is sent.
    pub consequence: String,
    pub button: String,
    /// Where one goes instead; empty: nowhere.
    pub back: String,
}
