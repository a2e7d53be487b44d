//! Names of persons and of establishments.

use serde::{Deserialize, Serialize};

use super::error::ValueError;
use super::noun::Noun;
use super::text::{bounded, fold, is_han, line, text_value};

const PERSON_MIN: usize = 2;
const PERSON_MAX: usize = 50;
const ESTABLISHMENT_MIN: usize = 2;
const ESTABLISHMENT_MAX: usize = 100;

/// A person's name: Han characters of any plane, Latin letters and `·`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name as typed; dots of any kind become `·`, spaces between Han characters go.
    ///
    /// # Errors
    /// `missing`, `control_character`, `length` (2 to 50 characters), `charset`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::PersonName;
        let kept: String = without_inner_spaces(&line(text, noun)?)
            .chars()
            .map(|c| if matches!(c, '・' | '•' | '‧' | '∙' | '．') { '·' } else { c })
            .collect();
        if kept.is_empty() {
            return Err(ValueError::Missing { noun });
        }
        bounded(&kept, noun, PERSON_MIN, PERSON_MAX)?;
        if let Some(found) = kept.chars().find(|c| !is_of_a_name(*c)) {
            return Err(ValueError::Charset { noun, found, repaired: None });
        }
        if kept.starts_with('·') || kept.ends_with('·') {
            return Err(ValueError::Charset { noun, found: '·', repaired: None });
        }
        Ok(Self(kept))
    }

    /// Whether a rare character was lost on the way (a private-use code stands for it): worth a remark.
    #[must_use]
    pub fn has_lost_character(&self) -> bool {
        self.0.chars().any(is_private_use)
    }
}

text_value!(PersonName);

fn is_of_a_name(c: char) -> bool {
    is_han(c)
        || is_private_use(c)
        || c.is_ascii_alphabetic()
        || matches!(c, '·' | ' ' | '-' | '\'' | '\u{c0}'..='\u{24f}')
}

fn is_private_use(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// The name of an establishment as on its licence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EstablishmentName(String);

impl EstablishmentName {
    /// Reads a name as typed; spaces between Han characters go.
    ///
    /// # Errors
    /// `missing_name`, `control_character`, `length` (2 to 100 characters), `charset` (lost characters, no letter at all).
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::EstablishmentName;
        let kept = without_inner_spaces(&line(text, noun)?);
        if kept.is_empty() {
            return Err(ValueError::MissingName { noun });
        }
        bounded(&kept, noun, ESTABLISHMENT_MIN, ESTABLISHMENT_MAX)?;
        let lost = |c: char| matches!(c, '?' | '□' | '\u{fffd}' | '<' | '>') || is_picture(c);
        if let Some(found) = kept.chars().find(|c| lost(*c)) {
            return Err(ValueError::Charset { noun, found, repaired: None });
        }
        match kept.chars().next() {
            Some(found) if !kept.chars().any(char::is_alphabetic) => {
                Err(ValueError::Charset { noun, found, repaired: None })
            }
            _ => Ok(Self(kept)),
        }
    }

    /// The form in which two names are the same: brackets and width do not matter.
    #[must_use]
    pub fn key(&self) -> String {
        fold(&self.0)
    }
}

text_value!(EstablishmentName);

/// Emoji and other pictures.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}')
}

/// Spaces go where both neighbours are Han (or dots), and stay between Latin words.
fn without_inner_spaces(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let latin = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{24f}'))
    };
    let stays = |at: usize, c: char| c != ' ' || (latin(at.checked_sub(1)) && latin(Some(at + 1)));
    chars.iter().enumerate().filter(|(at, c)| stays(*at, **c)).map(|(_, c)| *c).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("盘·子士", "盘·子士")]
    #[case("欧阳芳伦", "欧阳芳伦")]
    #[case("𠮷䶮", "𠮷䶮")]
    #[case("刘辉㴩", "刘辉㴩")]
    #[case("郭 伦", "郭伦")]
    #[case("阿依古丽•买买提", "阿依古丽·买买提")]
    #[case("艾力．买买提", "艾力·买买提")]
    #[case("John  Smith", "John Smith")]
    fn takes_a_person(#[case] text: &str, #[case] kept: &str) {
        assert_eq!(PersonName::parse(text).unwrap().as_str(), kept);
    }

    #[rstest]
    #[case("张3", "charset")]
    #[case("张３", "charset")]
    #[case("·李", "charset")]
    #[case("", "missing")]
    #[case("李", "length")]
    #[case("李□", "charset")]
    #[case("李?", "charset")]
    #[case("李\u{fffd}", "charset")]
    #[case("李😀", "charset")]
    fn refuses_a_person(#[case] text: &str, #[case] code: &str) {
        assert_eq!(PersonName::parse(text).unwrap_err().code(), code);
    }

    #[test]
    fn a_lost_rare_character_is_remarked_not_refused() {
        assert!(PersonName::parse("孙\u{e863}").unwrap().has_lost_character());
    }

    #[rstest]
    #[case("道县四马和瑞酒业经营部", "道县四马和瑞酒业经营部")]
    #[case("道县 大圩 加油站（二站）", "道县大圩加油站（二站）")]
    #[case("Ａ１ 便利店", "A1便利店")]
    #[case("永州 KTV Club", "永州KTV Club")]
    fn takes_an_establishment(#[case] text: &str, #[case] kept: &str) {
        assert_eq!(EstablishmentName::parse(text).unwrap().as_str(), kept);
    }

    #[rstest]
    #[case("", "missing_name")]
    #[case("  ", "missing_name")]
    #[case("店", "length")]
    #[case("道县??加油站", "charset")]
    #[case("酒业😀", "charset")]
    #[case("12345", "charset")]
    fn refuses_an_establishment(#[case] text: &str, #[case] code: &str) {
        assert_eq!(EstablishmentName::parse(text).unwrap_err().code(), code);
    }

    #[test]
    fn brackets_and_width_do_not_make_another_establishment() {
        let one = EstablishmentName::parse("道县加油站（二站）").unwrap();
        let two = EstablishmentName::parse("道县加油站 (二站)").unwrap();
        assert_eq!(one.key(), two.key());
    }

    proptest! {
        #[test]
        fn a_kept_name_reads_as_itself(text in "[\\u4e00-\\u4eff A-Za-z·（）]{0,30}") {
            if let Ok(name) = PersonName::parse(&text) {
                prop_assert_eq!(PersonName::parse(name.as_str()).unwrap(), name);
            }
            if let Ok(name) = EstablishmentName::parse(&text) {
                prop_assert_eq!(EstablishmentName::parse(name.as_str()).unwrap(), name);
            }
        }
    }
}
