//! 工商注册号: 15 digits since 2006 (GS 15-2006), older forms as they are.

use serde::{Deserialize, Serialize};

use super::error::ValueError;
use super::noun::Noun;
use super::text::{compact, text_value};

/// Longest old form that is kept, in characters.
const LEGACY_MAX: usize = 40;

/// An old business registration number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegistrationNumber(String);

impl RegistrationNumber {
    /// Reads 15 digits with a right check digit, the 13 digits before 2006, or words such as 企独湘永总字第000123号.
    ///
    /// # Errors
    /// `missing`, `control_character`, `length` (another number of digits, or a text over 40), `check_digit`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::RegistrationNumber;
        let number = compact(text, noun)?;
        let got = number.chars().count();
        if got == 0 {
            return Err(ValueError::Missing { noun });
        }
        if !number.chars().all(|c| c.is_ascii_digit()) {
            super::text::bounded(&number, noun, 1, LEGACY_MAX)?;
            return Ok(Self(number));
        }
        match got {
            13 => Ok(Self(number)),
            15 => {
                let want = check_digit(&number);
                if number.ends_with(want) {
                    Ok(Self(number))
                } else {
                    Err(ValueError::CheckDigit { noun, place: 15, want })
                }
            }
            _ => Err(ValueError::Length { noun, min: 15, max: 15, got }),
        }
    }

    /// Whether this is a form without a check digit, to be remarked on.
    #[must_use]
    pub fn is_legacy(&self) -> bool {
        self.0.len() != 15 || !self.0.chars().all(|c| c.is_ascii_digit())
    }
}

text_value!(RegistrationNumber);

/// ISO 7064 MOD 11,10 over the first 14 digits.
fn check_digit(number: &str) -> char {
    let mut p = 10;
    for digit in number.chars().take(14).filter_map(|c| c.to_digit(10)) {
        let s = match (p + digit) % 10 {
            0 => 10,
            s => s,
        };
        p = 2 * s % 11;
    }
    char::from_digit((11 - p) % 10, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("431124300004173", false)]
    #[case("431100000000129", false)]
    #[case("431124600012343", false)]
    #[case("110108000000016", false)]
    #[case("4311241000123", true)]
    #[case("企独湘永总字第000123号", true)]
    fn takes(#[case] text: &str, #[case] legacy: bool) {
        assert_eq!(RegistrationNumber::parse(text).unwrap().is_legacy(), legacy);
    }

    #[rstest]
    #[case("431124300004174", "check_digit")]
    #[case("431124300004713", "check_digit")]
    #[case("43112430000417", "length")]
    #[case("", "missing")]
    fn refuses(#[case] text: &str, #[case] code: &str) {
        assert_eq!(RegistrationNumber::parse(text).unwrap_err().code(), code);
    }
}
