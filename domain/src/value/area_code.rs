//! The administrative code of an area (GB/T 2260).

use serde::{Deserialize, Serialize};

use super::error::ValueError;
use super::noun::Noun;
use super::text::{bounded, compact, text_value};

const DIGITS: usize = 6;

/// Six digits, the first no zero: 431124 is 道县.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AreaCode(String);

impl AreaCode {
    /// # Errors
    /// `missing`, `control_character`, `length` (6), `charset`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::AreaCode;
        let word = compact(text, noun)?;
        if word.is_empty() {
            return Err(ValueError::Missing { noun });
        }
        let wrong = |(at, c): &(usize, char)| !c.is_ascii_digit() || (*at == 0 && *c == '0');
        if let Some((_, found)) = word.char_indices().find(wrong) {
            return Err(ValueError::Charset { noun, found, repaired: None });
        }
        bounded(&word, noun, DIGITS, DIGITS)?;
        Ok(Self(word))
    }
}

text_value!(AreaCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_are_a_code() {
        assert_eq!(AreaCode::parse(" ４３１１２４ ").unwrap().as_str(), "431124");
        for (text, code) in
            [("", "missing"), ("43112", "length"), ("43112a", "charset"), ("031124", "charset")]
        {
            assert_eq!(AreaCode::parse(text).unwrap_err().code(), code, "{text}");
        }
    }
}
