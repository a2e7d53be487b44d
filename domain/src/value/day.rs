//! Days as people write them and as workbooks store them.

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::error::ValueError;
use super::noun::Noun;
use crate::Day;

/// Longest text that can be a date, in characters.
const WRITTEN_MAX: usize = 40;

/// How exactly a day was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    Day,
    /// Only year and month; the day is then the first of it.
    Month,
}

/// A day as read from text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDay {
    pub day: Day,
    pub precision: Precision,
    /// Whether the century was added (`26.5.9`): worth a remark.
    pub century_added: bool,
}

/// Which day a workbook's serial number 0 stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Epoch {
    #[default]
    From1900,
    From1904,
}

/// Reads a full day.
///
/// # Errors
/// `missing`, `control_character`, `bad_date` (also when only the month is written).
pub fn parse_day(text: &str) -> Result<Day, ValueError> {
    let written = read_day(text)?;
    match written.precision {
        Precision::Day => Ok(written.day),
        Precision::Month => Err(bad(text)),
    }
}

/// Reads a day as `2026-5-9`, `2026.5.9`, `2026/5/9`, `20260509`, `2026年5月9日`, `2026年5月`, `26.5.9`,
/// `二〇二六年五月九日`, with or without a time behind it. `9/5/2026` is refused: it means two days.
///
/// # Errors
/// `missing`, `control_character`, `bad_date`.
pub fn read_day(text: &str) -> Result<WrittenDay, ValueError> {
    let typed: String = text.trim().nfkc().take(WRITTEN_MAX + 1).collect();
    if typed.is_empty() {
        return Err(ValueError::Missing { noun: Noun::Date });
    }
    if typed.chars().any(|c| c.is_control() && !c.is_whitespace()) {
        return Err(ValueError::ControlCharacter { noun: Noun::Date });
    }
    if typed.chars().count() > WRITTEN_MAX {
        return Err(bad(text));
    }
    let typed = without_time(&typed);
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let written = if typed.contains('年') { chinese(&typed) } else { separated(&typed) };
    written.ok_or_else(|| bad(text))
}

fn bad(text: &str) -> ValueError {
    let shown: String = text.trim().chars().filter(|c| !c.is_control()).take(20).collect();
    ValueError::BadDate { written: shown }
}

/// Drops a time of day: after `T`, or after a space when it holds a colon.
fn without_time(typed: &str) -> &str {
    let cut = typed.find(['T', 't']).or_else(|| {
        let space = typed.find(char::is_whitespace)?;
        typed.get(space..)?.contains(':').then_some(space)
    });
    match cut {
        Some(at) if is_time(typed.get(at + 1..).unwrap_or_default()) => typed.get(..at).unwrap_or(typed),
        _ => typed,
    }
}

fn is_time(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z' | 'z'))
}

fn separated(typed: &str) -> Option<WrittenDay> {
    if typed.len() == 8 && typed.chars().all(|c| c.is_ascii_digit()) {
        return whole_year(typed.get(..4)?, typed.get(4..6)?, Some(typed.get(6..)?));
    }
    let separator = typed.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '-' | '.' | '/' | '−' | '–' | '—' | '、') {
        return None;
    }
    let parts: Vec<&str> = typed.trim_end_matches('.').split(separator).collect();
    match parts.as_slice() {
        [year, month, day] => whole_year(year, month, Some(day)),
        [year, month] if year.len() == 4 => whole_year(year, month, None),
        _ => None,
    }
}

/// `2026年5月9日`, `2026年5月9号`, `2026年5月`, in digits or Chinese numerals.
fn chinese(typed: &str) -> Option<WrittenDay> {
    let (year, rest) = typed.split_once('年')?;
    let (month, rest) = rest.split_once('月').unwrap_or((rest, ""));
    let day = rest.trim_end_matches(['日', '号']);
    let year = numeral(year, true)?;
    let month = numeral(month, false)?;
    let day = if day.is_empty() { None } else { Some(numeral(day, false)?) };
    whole_year(&year, &month, day.as_deref())
}

/// Digits of a Chinese or Arabic numeral below 100, or of a year said digit by digit.
fn numeral(text: &str, digit_by_digit: bool) -> Option<String> {
    if !text.is_empty() && text.chars().all(|c| c.is_ascii_digit()) {
        return Some(text.to_owned());
    }
    let value = |c: char| {
        let at = "〇一二三四五六七八九".chars().position(|d| d == c);
        at.or(match c {
            '零' | '○' | 'O' | '0' => Some(0),
            '元' => Some(1),
            '两' => Some(2),
            _ => None,
        })
    };
    if digit_by_digit {
        return text.chars().map(|c| value(c).map(|v| v.to_string())).collect();
    }
    let spelled = text.replace('廿', "二十").replace('卅', "三十").replace("初", "");
    let (tens, ones) = match spelled.split_once('十') {
        Some(("", ones)) => (1, ones),
        Some((tens, ones)) => (one(tens, value)?, ones),
        None => (0, spelled.as_str()),
    };
    let ones = if ones.is_empty() && tens > 0 { 0 } else { one(ones, value)? };
    Some((tens * 10 + ones).to_string())
}

fn one(text: &str, value: impl Fn(char) -> Option<usize>) -> Option<usize> {
    let mut chars = text.chars();
    let first = value(chars.next()?)?;
    chars.next().is_none().then_some(first)
}

fn whole_year(year: &str, month: &str, day: Option<&str>) -> Option<WrittenDay> {
    let small = |text: &str| if (1..=2).contains(&text.len()) { text.parse::<u32>().ok() } else { None };
    let (full, century_added) = match (year.len(), year.parse::<i32>().ok()?) {
        (4, full) => (full, false),
        (2, short) => (if short < 50 { 2000 + short } else { 1900 + short }, true),
        _ => return None,
    };
    let (number, precision) = match day {
        Some(day) => (small(day)?, Precision::Day),
        None => (1, Precision::Month),
    };
    let day = NaiveDate::from_ymd_opt(full, small(month)?, number)?;
    Some(WrittenDay { day, precision, century_added })
}

/// The day of a workbook's serial number. A fraction is a time of day, rounded to seconds.
///
/// # Errors
/// `bad_date` for day 60 of the 1900 epoch (29 February 1900, which never was), negative numbers and years after 9999.
pub fn serial_day(serial: f64, epoch: Epoch) -> Result<Day, ValueError> {
    let wrong = || ValueError::BadDate { written: format!("{serial}") };
    if !serial.is_finite() || !(0.0..2_958_466.0).contains(&serial) {
        return Err(wrong());
    }
    #[expect(clippy::cast_possible_truncation, reason = "checked to lie below 2,958,466 days")]
    let days = (serial * 86_400.0).round() as i64 / 86_400;
    let start = match epoch {
        Epoch::From1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
        Epoch::From1900 if days == 60 => None,
        Epoch::From1900 if days < 60 => NaiveDate::from_ymd_opt(1899, 12, 31),
        Epoch::From1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
    };
    start.and_then(|start| start.checked_add_signed(TimeDelta::days(days))).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-5-9")]
    #[case("2026.5.9")]
    #[case("2026/5/9")]
    #[case("20260509")]
    #[case("2026年5月9日")]
    #[case("2026年05月09日")]
    #[case("二〇二六年五月九日")]
    #[case("2026-05-09 00:00:00")]
    #[case("2026-05-09T00:00:00Z")]
    #[case("２０２６－０５－０９")]
    #[case(" 2026 年 5 月 9 日 ")]
    fn reads_the_ninth_of_may(#[case] text: &str) {
        assert_eq!(parse_day(text).unwrap().to_string(), "2026-05-09");
    }

    #[rstest]
    #[case("二〇二六年十二月二十三日", "2026-12-23")]
    #[case("二零二六年十月十日", "2026-10-10")]
    #[case("二〇二六年十一月三十日", "2026-11-30")]
    fn reads_chinese_numerals(#[case] text: &str, #[case] day: &str) {
        assert_eq!(parse_day(text).unwrap().to_string(), day);
    }

    #[test]
    fn a_month_and_a_short_year_are_told_apart() {
        let month = read_day("2026年5月").unwrap();
        assert_eq!((month.day.to_string().as_str(), month.precision), ("2026-05-01", Precision::Month));
        assert!(parse_day("2026年5月").is_err());
        let short = read_day("26.5.9").unwrap();
        assert_eq!((short.day.to_string().as_str(), short.century_added), ("2026-05-09", true));
        assert_eq!(parse_day("75.5.9").unwrap().to_string(), "1975-05-09");
    }

    #[rstest]
    #[case("2026-13-01")]
    #[case("2023-02-30")]
    #[case("9/5/2026")]
    #[case("长期")]
    #[case("2026-5-9-1")]
    #[case("2026")]
    #[case("不详")]
    #[case("2026-05-09 abc")]
    #[case("-5-9")]
    fn refuses(#[case] text: &str) {
        assert_eq!(parse_day(text).unwrap_err().code(), "bad_date");
    }

    #[rstest]
    #[case(39083.0, Epoch::From1900, "2007-01-01")]
    #[case(46151.0, Epoch::From1900, "2026-05-09")]
    #[case(45352.0, Epoch::From1900, "2024-03-01")]
    #[case(45352.75, Epoch::From1900, "2024-03-01")]
    #[case(45_352.999_999_9, Epoch::From1900, "2024-03-02")]
    #[case(59.0, Epoch::From1900, "1900-02-28")]
    #[case(61.0, Epoch::From1900, "1900-03-01")]
    #[case(44664.0, Epoch::From1904, "2026-04-14")]
    fn reads_serials(#[case] serial: f64, #[case] epoch: Epoch, #[case] day: &str) {
        assert_eq!(serial_day(serial, epoch).unwrap().to_string(), day);
    }

    #[rstest]
    #[case(60.0)]
    #[case(-1.0)]
    #[case(f64::NAN)]
    #[case(1e12)]
    fn refuses_serials(#[case] serial: f64) {
        assert_eq!(serial_day(serial, Epoch::From1900).unwrap_err().code(), "bad_date");
    }

    proptest! {
        #[test]
        fn every_spelling_of_a_day_is_that_day(days in 0i64..60_000) {
            let day = NaiveDate::from_ymd_opt(1900, 3, 1).unwrap() + TimeDelta::days(days);
            for form in ["%Y-%m-%d", "%Y.%-m.%-d", "%Y/%-m/%-d", "%Y%m%d", "%Y年%-m月%-d日"] {
                prop_assert_eq!(parse_day(&day.format(form).to_string()), Ok(day));
            }
        }

        #[test]
        fn any_text_is_answered_without_panic(text in ".{0,60}") {
            let _ = read_day(&text);
        }
    }
}
