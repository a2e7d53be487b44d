//! What the pages of administration show, all in words.

use crate::form::FormState;
use crate::ui::Field;
use serde::{Deserialize, Serialize};

/// Words and the address they lead to; an empty address leads nowhere.
pub type Link = (String, String);

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdministrationView {
    pub title: String,
    pub small: String,
    /// The way here; the page itself comes last.
    pub crumbs: Vec<Link>,
    pub acts: Vec<Link>,
    /// What was just done.
    pub done: String,
    pub blocks: Vec<Block>,
}

/// A card: sentences, then a table, then a form, each where there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub title: String,
    pub lines: Vec<String>,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
    pub form: Option<Sheet>,
}

/// A cell of a table; the first of a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    pub words: String,
    pub to: String,
    pub small: String,
    /// Words of a tag and its tone: `ok`, `warn`, `danger`, `neutral`.
    pub tag: Option<(String, String)>,
}

/// A form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
