//! Text: the common cleaning, and bounded free text.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::error::ValueError;
use super::noun::Noun;

/// Writes what every newtype over a string needs.
macro_rules! text_value {
    ($name:ident $(<$(const $n:ident : $t:ty),+>)?) => {
        impl $(<$(const $n: $t),+>)? $name $(<$($n),+>)? {
            /// The normal form.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $(<$(const $n: $t),+>)? TryFrom<String> for $name $(<$($n),+>)? {
            type Error = $crate::value::ValueError;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl $(<$(const $n: $t),+>)? std::str::FromStr for $name $(<$($n),+>)? {
            type Err = $crate::value::ValueError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl $(<$(const $n: $t),+>)? From<$name $(<$($n),+>)?> for String {
            fn from(value: $name $(<$($n),+>)?) -> String {
                value.0
            }
        }

        impl $(<$(const $n: $t),+>)? std::fmt::Display for $name $(<$($n),+>)? {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}
pub(super) use text_value;

/// Marks that editors and web pages leave behind and nobody sees; dropped without a word.
fn is_invisible_mark(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// For codes and numbers: full-width to half-width, all white space and invisible marks away, upper case.
pub(crate) fn compact(text: &str, noun: Noun) -> Result<String, ValueError> {
    let kept: String = text
        .trim()
        .nfkc()
        .filter(|c| !is_invisible_mark(*c) && !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect();
    if kept.chars().any(char::is_control) { Err(ValueError::ControlCharacter { noun }) } else { Ok(kept) }
}

/// For one line of words: trimmed, runs of white space as one space, full-width letters and digits narrowed,
/// everything else kept as typed.
pub(super) fn line(text: &str, noun: Noun) -> Result<String, ValueError> {
    let mut kept = String::with_capacity(text.len());
    for c in text.trim().chars().filter(|c| !is_invisible_mark(*c)) {
        if c.is_control() {
            return Err(ValueError::ControlCharacter { noun });
        }
        let c = narrow(c);
        if c.is_whitespace() {
            if !kept.ends_with(' ') {
                kept.push(' ');
            }
        } else {
            kept.push(c);
        }
    }
    Ok(kept.trim().to_owned())
}

/// Full-width letters and digits as ASCII; full-width punctuation stays, it belongs to Chinese text.
pub(crate) fn narrow(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// The form in which two texts are compared and searched: compatibility forms unified, lower case, no spaces
/// and no invisible marks.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkc()
        .filter(|c| !is_invisible_mark(*c) && !c.is_whitespace() && !c.is_control())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether this is a Han character of any plane.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '々' | '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

pub(super) fn bounded(text: &str, noun: Noun, min: usize, max: usize) -> Result<(), ValueError> {
    let got = text.chars().count();
    if got < min || got > max { Err(ValueError::Length { noun, min, max, got }) } else { Ok(()) }
}

/// Text of one line, 1 to `MAX` characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line<const MAX: usize>(String);

impl<const MAX: usize> Line<MAX> {
    /// # Errors
    /// `missing`, `length`, `control_character` (line breaks too).
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let kept = line(text, Noun::Text)?;
        if kept.is_empty() {
            return Err(ValueError::Missing { noun: Noun::Text });
        }
        bounded(&kept, Noun::Text, 1, MAX)?;
        Ok(Self(kept))
    }
}

text_value!(Line<const MAX: usize>);

/// Text of any number of lines, 1 to `MAX` characters; line breaks become `\n`, tabs a space.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FreeText<const MAX: usize>(String);

impl<const MAX: usize> FreeText<MAX> {
    /// # Errors
    /// `missing`, `length`, `control_character`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let unix = text.trim().replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        if unix.chars().any(|c| c.is_control() && c != '\n') {
            return Err(ValueError::ControlCharacter { noun: Noun::Text });
        }
        let kept: String = unix.chars().filter(|c| !is_invisible_mark(*c)).collect();
        if kept.is_empty() {
            return Err(ValueError::Missing { noun: Noun::Text });
        }
        bounded(&kept, Noun::Text, 1, MAX)?;
        Ok(Self(kept))
    }
}

text_value!(FreeText<const MAX: usize>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_and_narrowed_but_keeps_chinese_punctuation() {
        assert_eq!(Line::<20>::parse(" ＡＢ１２　（道县） ").unwrap().as_str(), "AB12 （道县）");
    }

    #[test]
    fn nul_and_control_characters_are_refused() {
        for bad in ["a\0b", "a\u{1}b", "a\u{7f}b", "a\u{85}b"] {
            assert_eq!(Line::<20>::parse(bad).unwrap_err().code(), "control_character");
            assert_eq!(FreeText::<20>::parse(bad).unwrap_err().code(), "control_character");
        }
        assert_eq!(Line::<20>::parse("a\nb").unwrap_err().code(), "control_character");
        assert_eq!(FreeText::<20>::parse("a\r\nb\tc").unwrap().as_str(), "a\nb c");
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        assert!(Line::<2>::parse("𠮷䶮").is_ok());
        assert_eq!(Line::<2>::parse("𠮷䶮吉").unwrap_err().code(), "length");
        assert_eq!(FreeText::<9000>::parse(&"长".repeat(10_000)).unwrap_err().code(), "length");
        assert_eq!(Line::<2>::parse(" \u{200b} ").unwrap_err().code(), "missing");
    }

    #[test]
    fn a_value_reads_back_from_json_and_json_cannot_forge_one() {
        let line: Line<4> = serde_json::from_str("\" 道县 \"").unwrap();
        assert_eq!(serde_json::to_string(&line).unwrap(), "\"道县\"");
        assert!(serde_json::from_str::<Line<4>>("\"a\\u0000b\"").is_err());
    }
}
