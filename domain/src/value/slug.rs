//! The word of a bureau in addresses.

use serde::{Deserialize, Serialize};

use super::error::ValueError;
use super::noun::Noun;
use super::text::{bounded, text_value};

const MIN: usize = 2;
const MAX: usize = 32;

/// First words of the product's own addresses, and words that would mislead.
const RESERVED: [&str; 35] = [
    "account",
    "accounts",
    "admin",
    "api",
    "assets",
    "bureau",
    "bureaus",
    "city",
    "favicon",
    "health",
    "healthz",
    "help",
    "login",
    "logout",
    "metrics",
    "new",
    "open",
    "password",
    "pkg",
    "public",
    "readyz",
    "root",
    "sessions",
    "settings",
    "sign-in",
    "sign-out",
    "signin",
    "signout",
    "site",
    "static",
    "system",
    "visits",
    "well-known",
    "www",
    "xiaoxiang",
];

/// Lower-case letters, digits and single hyphens, beginning with a letter: `daoxian`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

impl Slug {
    /// # Errors
    /// `missing`, `control_character`, `length` (2 to 32), `charset`, `reserved`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::Slug;
        let word = text.trim();
        if word.is_empty() {
            return Err(ValueError::Missing { noun });
        }
        if word.chars().any(char::is_control) {
            return Err(ValueError::ControlCharacter { noun });
        }
        bounded(word, noun, MIN, MAX)?;
        let wrong = |(at, c): &(usize, char)| match c {
            'a'..='z' => false,
            '0'..='9' => *at == 0,
            '-' => *at == 0 || *at + 1 == word.len() || word.as_bytes().get(at + 1) == Some(&b'-'),
            _ => true,
        };
        if let Some((_, found)) = word.char_indices().find(wrong) {
            return Err(ValueError::Charset { noun, found, repaired: None });
        }
        if RESERVED.contains(&word) {
            return Err(ValueError::Reserved { word: word.to_owned() });
        }
        Ok(Self(word.to_owned()))
    }
}

text_value!(Slug);

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("daoxian")]
    #[case("jindong-zone")]
    #[case("b2")]
    fn takes(#[case] text: &str) {
        assert_eq!(Slug::parse(text).unwrap().as_str(), text);
    }

    #[rstest]
    #[case("", "missing")]
    #[case("d", "length")]
    #[case("Daoxian", "charset")]
    #[case("_", "length")]
    #[case("__", "charset")]
    #[case("-ab", "charset")]
    #[case("ab-", "charset")]
    #[case("a--b", "charset")]
    #[case("2b", "charset")]
    #[case("道县", "charset")]
    #[case("a/../b", "charset")]
    #[case("api", "reserved")]
    #[case("healthz", "reserved")]
    #[case("sign-in", "reserved")]
    fn refuses(#[case] text: &str, #[case] code: &str) {
        assert_eq!(Slug::parse(text).unwrap_err().code(), code);
    }
}
