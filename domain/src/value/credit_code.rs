//! 统一社会信用代码 (GB 32100-2015).

use serde::{Deserialize, Serialize};

use super::error::ValueError;
use super::noun::Noun;
use super::organisation_code::OrganisationCode;
use super::text::{compact, text_value};

const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const LENGTH: usize = 18;

/// A credit code: 18 characters, upper case, check character right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CreditCode(String);

impl CreditCode {
    /// Reads a code as typed: spaces, hyphens, lower case and full-width forms are accepted.
    ///
    /// # Errors
    /// In this order: `missing`, `control_character`, `length`, `charset`, `check_digit`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let code = compact(text, Noun::CreditCode)?.replace(['-', '－', '—', '–'], "");
        if code.is_empty() {
            return Err(ValueError::Missing { noun: Noun::CreditCode });
        }
        let got = code.chars().count();
        if got != LENGTH {
            return Err(ValueError::Length { noun: Noun::CreditCode, min: LENGTH, max: LENGTH, got });
        }
        if let Some(found) = code.chars().find(|c| !ALPHABET.contains(*c)) {
            return Err(ValueError::Charset { noun: Noun::CreditCode, found, repaired: repaired(&code) });
        }
        match check_character(&code) {
            Some(want) if code.ends_with(want) => Ok(Self(code)),
            Some(want) => Err(ValueError::CheckDigit { noun: Noun::CreditCode, place: LENGTH, want }),
            None => Err(ValueError::Length { noun: Noun::CreditCode, min: LENGTH, max: LENGTH, got }),
        }
    }

    /// Characters 9 to 17: the subject code, which was the organisation code before 2015.
    #[must_use]
    pub fn subject(&self) -> &str {
        self.0.get(8..17).unwrap_or_default()
    }

    /// Whether the subject code carries a right check character of its own. Worth a remark when not, never an error.
    #[must_use]
    pub fn subject_checks(&self) -> bool {
        OrganisationCode::parse(self.subject()).is_ok()
    }
}

text_value!(CreditCode);

/// The check character that belongs to the first 17; `None` when one of them is outside the alphabet.
fn check_character(code: &str) -> Option<char> {
    let mut sum = 0;
    for (c, weight) in code.chars().zip(WEIGHTS) {
        sum += ALPHABET.find(c)? * weight;
    }
    ALPHABET.chars().nth((31 - sum % 31) % 31)
}

/// What was meant, when letters that look like others were typed and the result passes.
fn repaired(code: &str) -> Option<String> {
    let repaired: String = code
        .chars()
        .map(|c| match c {
            'O' => '0',
            'I' => '1',
            'S' => '5',
            'Z' => '2',
            'V' => 'U',
            other => other,
        })
        .collect();
    (repaired.chars().all(|c| ALPHABET.contains(c))
        && check_character(&repaired)? == repaired.chars().last()?)
    .then_some(repaired)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::Lang;

    #[rstest]
    #[case("91431124MA4PT1X32T")]
    #[case("91431124740612985D")]
    #[case("92431122MA4Q7T5B7E")]
    #[case("11431100006382150Q")]
    #[case("9143 1124e4kxfy630y")]
    #[case("９１４３１１２４Ｅ５Ｍ７５ＰＵ３８Ｌ")]
    fn takes(#[case] text: &str) {
        assert_eq!(CreditCode::parse(text).unwrap().as_str().len(), 18);
    }

    #[rstest]
    #[case("91431124MA4PT1X32U", "check_digit")]
    #[case("91431124MA4PT1Z32T", "charset")]
    #[case("91431124C22XAKE", "length")]
    #[case("", "missing")]
    #[case("91431124MA4PT1X3😀T", "charset")]
    #[case("9143\u{0}1124MA4PT1X32T", "control_character")]
    fn refuses(#[case] text: &str, #[case] code: &str) {
        assert_eq!(CreditCode::parse(text).unwrap_err().code(), code);
    }

    #[test]
    fn the_message_says_which_character_belongs_there() {
        let error = CreditCode::parse("91431124MA4PT1X32U").unwrap_err();
        assert_eq!(error.message(Lang::Zh), "信用代码第 18 位应为 T，请核对");
    }

    #[test]
    fn a_look_alike_is_offered_only_when_the_repaired_code_passes() {
        let typed = "9I431124740612985D";
        let Err(ValueError::Charset { repaired, .. }) = CreditCode::parse(typed) else { panic!() };
        assert_eq!(repaired.as_deref(), Some("91431124740612985D"));
        let Err(ValueError::Charset { repaired, .. }) = CreditCode::parse("9I431124740612985E") else {
            panic!()
        };
        assert_eq!(repaired, None);
    }

    #[test]
    fn a_wrong_inner_check_is_no_error() {
        let code = CreditCode::parse("91431124740612986G").unwrap();
        assert!(!code.subject_checks());
        assert!(CreditCode::parse("91431124740612985D").unwrap().subject_checks());
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_always_noticed(place in 0usize..18, other in 0usize..31) {
            let good = "91431124MA4PT1X32T";
            let replacement = ALPHABET.chars().nth(other).unwrap();
            let typed: String =
                good.chars().enumerate().map(|(i, c)| if i == place { replacement } else { c }).collect();
            prop_assert_eq!(CreditCode::parse(&typed).is_ok(), typed == good);
        }

        #[test]
        fn any_text_is_answered_without_panic(text in ".{0,40}") {
            let _ = CreditCode::parse(&text);
        }
    }
}
