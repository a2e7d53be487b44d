//! Forms: what was typed and what is wrong with it, on the server and in the browser alike.
//!
//! Every form sends one map, `form[name]=value`. Input that cannot be taken is saved as a draft and
//! answered 303 to the form's own page with `?draft=…`, which shows it again with its problems.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a form sends: names and what was typed.
pub type Typed = BTreeMap<String, String>;

/// Something to mend before the form can be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The field's name; empty when it is about the whole form.
    pub field: String,
    /// What to do, in the person's language.
    pub message: String,
}

impl Problem {
    pub fn of(field: impl Into<String>, message: impl Into<String>) -> Self {
        Problem { field: field.into(), message: message.into() }
    }
}

/// What a form shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormState {
    pub values: Typed,
    pub problems: Vec<Problem>,
    /// Makes sending twice impossible; written in the act's transaction.
    pub token: String,
}

impl FormState {
    /// What stands in a field; empty when nothing does.
    #[must_use]
    pub fn value(&self, name: &str) -> String {
        self.values.get(name).cloned().unwrap_or_default()
    }

    /// The first problem of a field.
    #[must_use]
    pub fn problem(&self, name: &str) -> Option<String> {
        self.problems.iter().find(|problem| problem.field == name).map(|problem| problem.message.clone())
    }
}

/// What was typed into a field of a sent form; empty when it was not sent.
#[must_use]
pub fn typed(form: &Typed, name: &str) -> String {
    form.get(name).cloned().unwrap_or_default()
}
