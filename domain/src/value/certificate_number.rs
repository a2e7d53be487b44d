//! The number of a training certificate.

use serde::{Deserialize, Serialize};

use super::area_code::AreaCode;
use super::error::{Noun, ValueError};
use super::text::{bounded, compact, text_value};

const PREFIX: &str = "LW";
const LENGTH: usize = 15;

/// `LW`, the county's code, two digits of the year, five of the serial: `LW4311292600001`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CertificateNumber(String);

impl CertificateNumber {
    /// Reads a number as typed: full-width, lower case, spaces and hyphens do not matter.
    ///
    /// # Errors
    /// `missing`, `control_character`, `charset`, `length` (15).
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let noun = Noun::CertificateNumber;
        let typed: String = compact(text, noun)?.chars().filter(|c| *c != '-').collect();
        if typed.is_empty() {
            return Err(ValueError::Missing { noun });
        }
        let fits = |at: usize, c: char| match PREFIX.chars().nth(at) {
            Some(letter) => c == letter,
            // The county's code begins with no zero.
            None => c.is_ascii_digit() && (at != PREFIX.len() || c != '0'),
        };
        if let Some((_, found)) = typed.chars().enumerate().find(|(at, c)| !fits(*at, *c)) {
            return Err(ValueError::Charset { noun, found, repaired: None });
        }
        bounded(&typed, noun, LENGTH, LENGTH)?;
        Ok(Self(typed))
    }

    /// The number that a county gives in a year.
    #[must_use]
    pub fn of(county: &AreaCode, year: u16, serial: u32) -> Option<Self> {
        let number = format!("{PREFIX}{}{:02}{serial:05}", county.as_str(), year % 100);
        (1..=99_999).contains(&serial).then_some(Self(number))
    }

    /// The code of the county that issued it.
    #[must_use]
    pub fn county(&self) -> &str {
        self.0.get(2..8).unwrap_or_default()
    }

    /// The last two digits of the year of issue.
    #[must_use]
    pub fn year(&self) -> &str {
        self.0.get(8..10).unwrap_or_default()
    }

    /// The serial in its county and year.
    #[must_use]
    pub fn serial(&self) -> u32 {
        self.0.get(10..).and_then(|serial| serial.parse().ok()).unwrap_or_default()
    }
}

text_value!(CertificateNumber);

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[test]
    fn a_number_tells_its_county_year_and_serial() {
        let number = CertificateNumber::parse(" ｌｗ431129-26-00017 ").unwrap();
        assert_eq!(number.as_str(), "LW4311292600017");
        assert_eq!((number.county(), number.year(), number.serial()), ("431129", "26", 17));
        let county = AreaCode::parse("431129").unwrap();
        assert_eq!(CertificateNumber::of(&county, 2026, 17), Some(number));
        assert_eq!(CertificateNumber::of(&county, 2026, 100_000), None);
    }

    #[rstest]
    #[case("", "missing")]
    #[case("LW431129260001", "length")]
    #[case("LW43112926000017", "length")]
    #[case("HN4311292600017", "charset")]
    #[case("LW0311292600017", "charset")]
    #[case("LW43112X2600017", "charset")]
    fn refuses(#[case] text: &str, #[case] code: &str) {
        assert_eq!(CertificateNumber::parse(text).unwrap_err().code(), code);
    }
}
