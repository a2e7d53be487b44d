//! What the address of a list asks for: read leniently, told clearly, kept as it was typed.

use super::words;
use app::path::encode;
use domain::value::parse_day;
use domain::{Day, Lang};
use serde::Deserialize;
use store::{OpenSearch, SEARCH_CHARS_MAX};
use uuid::Uuid;

/// More than this is not even shown again.
const SHOWN_CHARS_MAX: usize = 500;

/// The query as it came.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    unit: String,
    violation: String,
    after: String,
}

/// One field of the search: what was typed, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub text: String,
    pub problem: Option<&'static str>,
}

/// The search as it was understood.
#[derive(Clone, Debug, Default)]
pub struct Understood {
    pub unit: Typed,
    pub violation: Typed,
    after: Option<(Day, Uuid)>,
}

impl Asked {
    pub fn understood(&self, lang: Lang) -> Understood {
        let (unit, violation) = (typed(&self.unit, lang), typed(&self.violation, lang));
        Understood { unit, violation, after: key(&self.after) }
    }
}

impl Understood {
    /// What to look for; none while something typed cannot be understood.
    pub fn search(&self) -> Option<OpenSearch> {
        let clear = self.unit.problem.is_none() && self.violation.problem.is_none();
        clear.then(|| OpenSearch {
            unit: self.unit.text.clone(),
            violation: self.violation.text.clone(),
            after: self.after,
        })
    }

    pub fn has_words(&self) -> bool {
        !self.unit.text.is_empty() || !self.violation.text.is_empty()
    }

    /// Whether this is a later page.
    pub fn is_later(&self) -> bool {
        self.after.is_some()
    }

    /// The query of the page that begins behind a line; of the first one behind none.
    pub fn query(&self, after: Option<(Day, Uuid)>) -> String {
        let after = after.map(|(day, id)| format!("{day}_{}", id.simple())).unwrap_or_default();
        let parts = [("unit", &self.unit.text), ("violation", &self.violation.text), ("after", &after)];
        let parts = parts.into_iter().filter(|(_, value)| !value.is_empty());
        let parts: Vec<String> = parts.map(|(name, value)| format!("{name}={}", encode(value))).collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

fn typed(text: &str, lang: Lang) -> Typed {
    let has_control = text.chars().any(char::is_control);
    let shown: String = text.trim().chars().filter(|c| !c.is_control()).take(SHOWN_CHARS_MAX).collect();
    let problem = if has_control {
        Some(words::control(lang))
    } else if shown.chars().count() > SEARCH_CHARS_MAX {
        Some(words::too_long(lang))
    } else if !shown.is_empty() && !shown.chars().any(char::is_alphanumeric) {
        Some(words::no_letter(lang))
    } else {
        None
    };
    Typed { text: shown, problem }
}

/// The key of a page; one that is none begins at the first.
fn key(text: &str) -> Option<(Day, Uuid)> {
    let (day, id) = text.split_once('_')?;
    Some((parse_day(day).ok()?, Uuid::try_parse(id).ok()?))
}
