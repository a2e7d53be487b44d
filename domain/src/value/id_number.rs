//! 公民身份号码 (GB 11643).

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::error::ValueError;
use super::noun::Noun;
use super::text::{compact, text_value};
use crate::Day;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
const AGE_YEARS_MAX: i32 = 120;
/// The first two digits of every province, and of Hong Kong, Macao and Taiwan (residence permits).
const PROVINCES: [&str; 37] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "66", "71", "81",
    "82", "83", "91",
];

/// What the 17th digit says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    Male,
    Female,
}

/// An identity number in its 18-character form. Debug shows it masked, so that no log tells it.
///
/// The region code shows where the number was first given, not today's home: nothing is derived from it, and it
/// is not compared with a period, because people carry codes younger or older than their birth.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IdNumber(String);

impl IdNumber {
    /// Reads 18 characters, or the 15 of cards before 1999, which are brought to 18.
    ///
    /// # Errors
    /// In this order: `missing`, `control_character`, `length`, `charset`, `check_digit`, `bad_date`, `bad_region`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        Self::judge(text, None)
    }

    /// As [`IdNumber::parse`], and the day of birth lies at most 120 years back and not after `today`.
    ///
    /// # Errors
    /// As [`IdNumber::parse`].
    pub fn parse_on(text: &str, today: Day) -> Result<Self, ValueError> {
        Self::judge(text, Some(today))
    }

    fn judge(text: &str, today: Option<Day>) -> Result<Self, ValueError> {
        let noun = Noun::IdNumber;
        let typed = compact(text, noun)?;
        let got = typed.chars().count();
        if got == 0 {
            return Err(ValueError::Missing { noun });
        }
        if got != 18 && got != 15 {
            return Err(ValueError::Length { noun, min: 18, max: 18, got });
        }
        let last_is_x = |at: usize, c: char| got == 18 && at == 17 && c == 'X';
        let wrong = typed.chars().enumerate().find(|(at, c)| !c.is_ascii_digit() && !last_is_x(*at, *c));
        if let Some((_, found)) = wrong {
            return Err(ValueError::Charset { noun, found, repaired: None });
        }
        let number = if got == 15 { from_fifteen(&typed)? } else { typed };
        let want = check_character(&number);
        if !number.ends_with(want) {
            return Err(ValueError::CheckDigit { noun, place: 18, want });
        }
        let bad_date = || ValueError::BadDate { written: number.get(6..14).unwrap_or_default().to_owned() };
        let birth = birth_of(&number).ok_or_else(bad_date)?;
        if birth.year() < 1900
            || today.is_some_and(|today| birth > today || full_years(birth, today) > AGE_YEARS_MAX)
        {
            return Err(bad_date());
        }
        if !PROVINCES.contains(&number.get(..2).unwrap_or_default()) {
            return Err(ValueError::BadRegion);
        }
        Ok(Self(number))
    }

    /// The day of birth.
    #[must_use]
    pub fn birth(&self) -> Day {
        birth_of(&self.0).unwrap_or_default()
    }

    /// Odd is male, even female.
    #[must_use]
    pub fn sex(&self) -> Sex {
        let odd = self.0.as_bytes().get(16).is_some_and(|digit| digit % 2 == 1);
        if odd { Sex::Male } else { Sex::Female }
    }

    /// Age in full years on a day; the birthday itself counts.
    #[must_use]
    pub fn age_on(&self, day: Day) -> i32 {
        full_years(self.birth(), day)
    }

    /// As shown without a reason: `432926********9083`.
    #[must_use]
    pub fn masked(&self) -> String {
        format!("{}********{}", self.0.get(..6).unwrap_or_default(), self.0.get(14..).unwrap_or_default())
    }
}

text_value!(IdNumber);

impl std::fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "IdNumber({})", self.masked())
    }
}

fn full_years(birth: Day, day: Day) -> i32 {
    let before_birthday = (day.month(), day.day()) < (birth.month(), birth.day());
    day.year() - birth.year() - i32::from(before_birthday)
}

fn birth_of(number: &str) -> Option<Day> {
    NaiveDate::parse_from_str(number.get(6..14)?, "%Y%m%d").ok()
}

fn check_character(number: &str) -> char {
    let sum: u32 = number.chars().zip(WEIGHTS).map(|(c, weight)| c.to_digit(10).unwrap_or(0) * weight).sum();
    CHECKS[(sum % 11) as usize]
}

/// `19` after the region, check appended. Sequences 996 to 999 marked people born before 1900: a person looks at those.
fn from_fifteen(typed: &str) -> Result<String, ValueError> {
    let (region, rest) = typed.split_at(6);
    if matches!(typed.get(12..), Some("996" | "997" | "998" | "999")) {
        return Err(ValueError::BadDate { written: rest.get(..6).unwrap_or_default().to_owned() });
    }
    let mut number = format!("{region}19{rest}");
    number.push(check_character(&number));
    Ok(number)
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
    #[case("432926197509149083")]
    #[case("432922196802299064")]
    #[case("431181202108299041")]
    #[case("432930196010019028")]
    #[case("43112819990807918X")]
    #[case("43112819990807918x")]
    #[case("431103196001019014")]
    #[case("４３２９２６ １９７５０９１４ ９０８３")]
    fn takes(#[case] text: &str) {
        assert_eq!(IdNumber::parse_on(text, day("2026-11-23")).unwrap().as_str().len(), 18);
    }

    #[rstest]
    #[case("432926197509149084", "check_digit")]
    #[case("43292619680230907X", "bad_date")]
    #[case("43292619750914908", "length")]
    #[case("432926197509149O83", "charset")]
    #[case("431129203001019010", "bad_date")]
    #[case("", "missing")]
    #[case("992926197509149080", "check_digit")]
    fn refuses(#[case] text: &str, #[case] code: &str) {
        assert_eq!(IdNumber::parse_on(text, day("2026-11-23")).unwrap_err().code(), code);
    }

    #[test]
    fn an_unknown_province_is_named() {
        let body = "99292619750914908";
        let number = format!("{body}{}", check_character(body));
        assert_eq!(IdNumber::parse(&number).unwrap_err(), ValueError::BadRegion);
    }

    #[test]
    fn fifteen_digits_become_eighteen() {
        let old = IdNumber::parse("432926750914908").unwrap();
        assert_eq!(old.as_str(), "432926197509149083");
        assert_eq!(old, IdNumber::parse("432926197509149083").unwrap());
        assert_eq!(IdNumber::parse("432926120101998").unwrap_err().code(), "bad_date");
    }

    #[test]
    fn it_tells_birth_sex_and_age_and_hides_itself() {
        let number = IdNumber::parse("432926197509149083").unwrap();
        assert_eq!((number.birth(), number.sex()), (day("1975-09-14"), Sex::Female));
        assert_eq!(number.masked(), "432926********9083");
        assert_eq!(format!("{number:?}"), "IdNumber(432926********9083)");
    }

    #[rstest]
    #[case("2008-02-29", "2026-02-28", 17)]
    #[case("2008-02-29", "2026-03-01", 18)]
    #[case("2008-02-29", "2024-02-28", 15)]
    #[case("2008-02-29", "2024-02-29", 16)]
    #[case("2010-11-23", "2026-11-23", 16)]
    #[case("2010-11-24", "2026-11-23", 15)]
    #[case("2012-05-31", "2026-04-15", 13)]
    fn age_is_in_full_years(#[case] birth: &str, #[case] on: &str, #[case] years: i32) {
        assert_eq!(full_years(day(birth), day(on)), years);
    }

    proptest! {
        #[test]
        fn any_body_with_its_check_is_taken_and_no_other_check(
            days in 0i64..45_000, sequence in 0u32..1000, check in 0usize..11,
        ) {
            let birth = day("1900-01-01") + chrono::TimeDelta::days(days);
            let body = format!("432926{}{sequence:03}", birth.format("%Y%m%d"));
            let want = check_character(&body);
            let typed = format!("{body}{}", CHECKS[check]);
            prop_assert_eq!(IdNumber::parse(&typed).is_ok(), CHECKS[check] == want);
        }

        #[test]
        fn any_text_is_answered_without_panic(text in ".{0,30}") {
            let _ = IdNumber::parse(&text);
        }
    }
}
