//! The help (帮助): a page for each role, for each form how it is filled in, and for each refusal who opens the gate.
//!
//! It is put into words on the server alone; the pages of the browser only link to it.

mod act;
mod act_decision;
mod act_execution;
mod act_investigation;
mod field;
mod field_table;
mod form;
mod here;
mod law;
mod page;
mod refusal;
mod refusal_samples;
mod role;
mod role_bureau;
mod role_case;
mod training;
mod training_fields;
pub mod words;

#[cfg(test)]
mod tests;

pub use here::entry_of_page;
pub use page::{Entry, FieldHelp, Part};

use crate::path;
use domain::case::ActKind;
use domain::role::Role;
use domain::{Day, Lang};

/// The parts of the help, by their words in addresses, in the order of the contents.
pub const PARTS: [&str; 5] = ["role", "act", "form", "training", "refusal"];

/// The words of a part's entries, in order.
#[must_use]
pub fn words_of(part: &str, today: Day) -> Vec<&'static str> {
    match part {
        "role" => Role::ALL.iter().map(|role| role.word()).collect(),
        "act" => ActKind::ALL.iter().map(|act| act.word()).collect(),
        "form" => form::FORMS.to_vec(),
        "training" => training::words().collect(),
        "refusal" => refusal::words(today),
        _ => Vec::new(),
    }
}

/// An entry by its part and word; none where there is no such entry.
#[must_use]
pub fn entry(part: &str, word: &str, today: Day, lang: Lang) -> Option<Entry> {
    match part {
        "role" => Role::from_word(word).map(|role| role::entry(role, lang)),
        "act" => ActKind::from_word(word).map(|kind| act::entry(kind, today, lang)),
        "form" => form::entry(word, today, lang),
        "training" => training::entry(word, lang),
        "refusal" => refusal::entry(word, today, lang),
        _ => None,
    }
}

/// What was found: the entries by part, as the list of contents shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The name of a part, and its entries' titles with where they lead.
    pub parts: Vec<(String, Vec<(String, String)>)>,
}

/// All entries in which every one of the words stands, titles first; all of them for no words.
#[must_use]
pub fn contents(asked: &str, today: Day, lang: Lang) -> Contents {
    let asked: Vec<String> = asked.split_whitespace().map(str::to_lowercase).collect();
    let fits = |entry: &Entry| {
        let text = entry.text().to_lowercase();
        asked.iter().all(|word| text.contains(word))
    };
    let mut parts = Vec::new();
    for part in PARTS {
        let known = words_of(part, today).into_iter();
        let found = known.filter_map(|word| Some((word, entry(part, word, today, lang)?)));
        let found: Vec<(&str, Entry)> = found.filter(|(_, entry)| asked.is_empty() || fits(entry)).collect();
        if let Some((_, first)) = found.first() {
            let name = first.kind.clone();
            let link = |(word, entry): (&str, Entry)| (entry.title, path::help_entry(part, word));
            parts.push((name, found.into_iter().map(link).collect()));
        }
    }
    Contents { parts }
}
