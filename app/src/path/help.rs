//! Addresses of the help, which opens beside the page one is on.

use super::encode;

/// All entries.
#[must_use]
pub fn help() -> String {
    "/_/help".to_owned()
}

/// The entry for whoever looks at `page`.
#[must_use]
pub fn help_here(page: &str) -> String {
    format!("/_/help?page={}", encode(page))
}

/// One entry.
#[must_use]
pub fn help_entry(part: &str, word: &str) -> String {
    format!("/_/help/{part}/{word}")
}
