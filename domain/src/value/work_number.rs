//! The name with which a person signs in.

use serde::{Deserialize, Serialize};

use super::error::ValueError;
use super::noun::Noun;
use super::text::{bounded, compact, text_value};

const MIN: usize = 2;
const MAX: usize = 32;

/// A work number: letters, digits, `.`, `_` and `-`, kept in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WorkNumber(String);

impl WorkNumber {
    /// # Errors
    /// `missing`, `control_character`, `length` (2 to 32), `charset`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::WorkNumber;
        let word = compact(text, noun)?.to_lowercase();
        if word.is_empty() {
            return Err(ValueError::Missing { noun });
        }
        bounded(&word, noun, MIN, MAX)?;
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
        match word.chars().find(|c| !fits(*c)) {
            Some(found) => Err(ValueError::Charset { noun, found, repaired: None }),
            None => Ok(Self(word)),
        }
    }
}

text_value!(WorkNumber);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_work_number_is_read_in_any_width_and_case() {
        assert_eq!(WorkNumber::parse(" ＤＸ００１ ").unwrap().as_str(), "dx001");
    }

    #[test]
    fn other_characters_are_refused() {
        assert_eq!(WorkNumber::parse("张三").unwrap_err().code(), "charset");
        assert_eq!(WorkNumber::parse("").unwrap_err().code(), "missing");
        assert_eq!(WorkNumber::parse(&"x".repeat(10_000)).unwrap_err().code(), "length");
    }
}
