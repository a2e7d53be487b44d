//! Numbers of papers as people write them: 道商罚决〔2026〕18号, or 18 alone.

use crate::Day;
use crate::case::{NumberWord, number};
use crate::value::{Line, ValueError};
use chrono::Datelike;

/// The highest serial number that a year of paper can hold.
const SERIAL_MAX: u32 = 9_999;

/// A number given by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperNumber {
    /// The serial alone: word and year are the bureau's and the day's.
    Serial(u32),
    /// As it is written on the paper, 〔〕 around the year.
    Written(String),
}

impl PaperNumber {
    /// Reads what was typed.
    ///
    /// # Errors
    /// `bad_paper_number`, and what is wrong with any line.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let written = Line::<60>::parse(text)?.to_string();
        let bad = || ValueError::BadPaperNumber { written: written.clone() };
        let bare = written.trim_start_matches('第').trim_end_matches('号');
        if bare.chars().all(|c| c.is_ascii_digit()) {
            let serial = bare.parse().ok().filter(|serial| (1..=SERIAL_MAX).contains(serial));
            return serial.map(PaperNumber::Serial).ok_or_else(bad);
        }
        let written =
            written.replace(['[', '［', '【', '(', '（'], "〔").replace([']', '］', '】', ')', '）'], "〕");
        match parts(&written) {
            Some((_, _, serial)) if (1..=SERIAL_MAX).contains(&serial) => Ok(PaperNumber::Written(written)),
            _ => Err(bad()),
        }
    }

    /// The number in full.
    #[must_use]
    pub fn full(&self, prefix: &str, word: NumberWord, on: Day) -> String {
        match self {
            PaperNumber::Serial(serial) => number(prefix, word, on.year(), i64::from(*serial)),
            PaperNumber::Written(written) => written.clone(),
        }
    }
}

/// Word, year and serial of 道商罚决〔2026〕18号.
fn parts(written: &str) -> Option<(&str, i32, u32)> {
    let (word, rest) = written.split_once('〔')?;
    let (year, rest) = rest.split_once('〕')?;
    let serial = rest.trim().trim_start_matches('第').strip_suffix('号')?;
    let year = year.trim().parse().ok().filter(|year| (1996..=2100).contains(year))?;
    Some((word.trim(), year, serial.trim().parse().ok()?))
}

/// Year and serial of a number under the bureau's own word, which its counter has passed; none for another word.
#[must_use]
pub fn taken_from_counter(full: &str, prefix: &str, word: NumberWord) -> Option<(i32, u32)> {
    parts(full).filter(|(own, ..)| *own == word.counter(prefix)).map(|(_, year, serial)| (year, serial))
}
