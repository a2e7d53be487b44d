//! The number of a certificate: `LW4311292600001`.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::Day;
use crate::value::{AreaCode, Noun, ValueError, compact};

const WORD: &str = "LW";
const DIGITS: usize = 13;
const SERIAL_MAX: u32 = 99_999;
/// The century of the two digits of the year.
const CENTURY: i32 = 2000;

/// ⚙ `LW`, county code (6), year (2), serial (5). Unique in the city; a serial is given at the issue and never again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CertificateNumber {
    county: AreaCode,
    /// Of four digits, 2000 to 2099.
    year: i32,
    /// 1 to 99,999.
    serial: u32,
}

impl CertificateNumber {
    /// Reads a number of any width and case; spaces and hyphens go.
    ///
    /// # Errors
    /// `missing`, `control_character`, `length` (15), `charset`, `range` (serial 00000).
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::CertificateNumber;
        let typed: String = compact(text, noun)?.chars().filter(|c| *c != '-').collect();
        if typed.is_empty() {
            return Err(ValueError::Missing { noun });
        }
        let (got, all) = (typed.chars().count(), WORD.len() + DIGITS);
        if got != all {
            return Err(ValueError::Length { noun, min: all, max: all, got });
        }
        let stands = |(at, c): (usize, char)| match WORD.chars().nth(at) {
            Some(letter) => c == letter,
            None => c.is_ascii_digit(),
        };
        if let Some((_, found)) = typed.chars().enumerate().find(|one| !stands(*one)) {
            return Err(ValueError::Charset { noun, found, repaired: None });
        }
        let part = |range: std::ops::Range<usize>| typed.get(range).unwrap_or_default();
        let number = |range| part(range).parse::<u32>().unwrap_or_default();
        let county = AreaCode::parse(part(2..8))?;
        let year = CENTURY + i32::try_from(number(8..10)).unwrap_or_default();
        let serial = number(10..15);
        if serial == 0 { Err(ValueError::Range { noun }) } else { Ok(Self { county, year, serial }) }
    }

    /// The number after the last serial given in the county and the year of the issue; 0 before the first.
    ///
    /// # Errors
    /// `range` when the serials of the year are used up, or the year is not of this century.
    pub fn next(county: &AreaCode, issued_on: Day, last: u32) -> Result<Self, ValueError> {
        let (year, serial) = (issued_on.year(), last.saturating_add(1));
        if serial > SERIAL_MAX || !(CENTURY..CENTURY + 100).contains(&year) {
            return Err(ValueError::Range { noun: Noun::CertificateNumber });
        }
        Ok(Self { county: county.clone(), year, serial })
    }

    /// The county that issued it.
    #[must_use]
    pub fn county(&self) -> &AreaCode {
        &self.county
    }

    /// The year of the issue, of four digits.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.year
    }

    /// The serial in county and year.
    #[must_use]
    pub fn serial(&self) -> u32 {
        self.serial
    }
}

impl std::fmt::Display for CertificateNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{WORD}{}{:02}{:05}", self.county, self.year.rem_euclid(100), self.serial)
    }
}

impl TryFrom<String> for CertificateNumber {
    type Error = ValueError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl std::str::FromStr for CertificateNumber {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl From<CertificateNumber> for String {
    fn from(number: CertificateNumber) -> String {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("LW4311292600001")]
    #[case("lw4311292600001")]
    #[case(" ＬＷ４３１１２９ ２６ ００００１ ")]
    #[case("LW431129-26-00001")]
    fn reads(#[case] text: &str) {
        let number = CertificateNumber::parse(text).unwrap();
        assert_eq!((number.county().as_str(), number.year(), number.serial()), ("431129", 2026, 1));
        assert_eq!(number.to_string(), "LW4311292600001");
    }

    #[rstest]
    #[case("", "missing")]
    #[case("LW431129260001", "length")]
    #[case("LW43112926000001", "length")]
    #[case("LX4311292600001", "charset")]
    #[case("LW43112926O0001", "charset")]
    #[case("LW0311292600001", "charset")]
    #[case("LW4311292600000", "range")]
    #[case("LW431129\u{0}2600001", "control_character")]
    fn refuses(#[case] text: &str, #[case] code: &str) {
        assert_eq!(CertificateNumber::parse(text).unwrap_err().code(), code);
    }

    #[rstest]
    #[case("2026-05-01", 0, "LW4311292600001")]
    #[case("2026-12-31", 9, "LW4311292600010")]
    #[case("2027-01-01", 0, "LW4311292700001")]
    #[case("2026-05-01", 99_998, "LW4311292699999")]
    fn the_next_one_follows_the_last(#[case] on: &str, #[case] last: u32, #[case] text: &str) {
        let county = AreaCode::parse("431129").unwrap();
        assert_eq!(CertificateNumber::next(&county, day(on), last).unwrap().to_string(), text);
    }

    #[test]
    fn a_year_has_no_more_than_its_serials() {
        let county = AreaCode::parse("431129").unwrap();
        for last in [99_999, u32::MAX] {
            let refused = CertificateNumber::next(&county, day("2026-05-01"), last).unwrap_err();
            assert_eq!(refused.code(), "range");
        }
    }

    proptest! {
        #[test]
        fn every_number_reads_back_what_it_shows(year in 2000i32..2100, last in 0u32..99_999) {
            let county = AreaCode::parse("431124").unwrap();
            let on = Day::from_ymd_opt(year, 6, 1).unwrap();
            let number = CertificateNumber::next(&county, on, last).unwrap();
            prop_assert_eq!(CertificateNumber::parse(&number.to_string()), Ok(number));
        }

        #[test]
        fn any_text_is_answered_without_panic(text in ".{0,30}") {
            let _ = CertificateNumber::parse(&text);
        }
    }
}
