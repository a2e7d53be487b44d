//! 组织机构代码 (GB 11714).

use serde::{Deserialize, Serialize};

use super::error::ValueError;
use super::noun::Noun;
use super::text::{compact, text_value};

const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// An organisation code: eight characters and a check character, kept without the hyphen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrganisationCode(String);

impl OrganisationCode {
    /// Reads `740612985` or as printed `74061298-5`.
    ///
    /// # Errors
    /// `missing`, `control_character`, `length` (also a hyphen in the wrong place), `charset`, `check_digit`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::OrganisationCode;
        let typed = compact(text, noun)?;
        let (body, check) = match typed.split_once('-') {
            Some((body, check)) => (body.to_owned(), check.to_owned()),
            None => {
                let cut = typed.char_indices().nth(8).map_or(typed.len(), |(at, _)| at);
                let (body, check) = typed.split_at(cut);
                (body.to_owned(), check.to_owned())
            }
        };
        if body.is_empty() && check.is_empty() {
            return Err(ValueError::Missing { noun });
        }
        let (got_body, got_check) = (body.chars().count(), check.chars().count());
        if got_body != 8 || got_check != 1 {
            let got = if typed.contains('-') { got_body } else { got_body + got_check };
            return Err(ValueError::Length { noun, min: 9, max: 9, got });
        }
        let code = body + &check;
        if let Some(found) = code.chars().find(|c| !c.is_ascii_digit() && !c.is_ascii_uppercase()) {
            return Err(ValueError::Charset { noun, found, repaired: None });
        }
        // Plain order: A = 10 … Z = 35, unlike the alphabet of the credit code.
        let sum: u32 =
            code.chars().zip(WEIGHTS).map(|(c, weight)| c.to_digit(36).unwrap_or(0) * weight).sum();
        let want = match 11 - sum % 11 {
            10 => 'X',
            11 => '0',
            digit => char::from_digit(digit, 10).unwrap_or('0'),
        };
        if code.ends_with(want) {
            Ok(Self(code))
        } else {
            Err(ValueError::CheckDigit { noun, place: 9, want })
        }
    }
}

text_value!(OrganisationCode);

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("740612985")]
    #[case("74061298-5")]
    #[case("MA4PT1X32")]
    #[case("D2143569X")]
    #[case("006382150")]
    fn takes(#[case] text: &str) {
        assert_eq!(OrganisationCode::parse(text).unwrap().as_str().len(), 9);
    }

    #[rstest]
    #[case("740612986", "check_digit")]
    #[case("D21435690", "check_digit")]
    #[case("7406129-85", "length")]
    #[case("7406129", "length")]
    #[case("74061298中", "charset")]
    #[case("", "missing")]
    fn refuses(#[case] text: &str, #[case] code: &str) {
        assert_eq!(OrganisationCode::parse(text).unwrap_err().code(), code);
    }
}
