//! The last number that was used on paper, set once a word and year: the product goes on from there.

use serde::{Deserialize, Serialize};

use crate::Lang;

/// The last number that can be set.
pub const NUMBER_MAX: i64 = 99_999;

/// How the numbers of a word stand in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counter {
    /// The last number used, 0 before the first.
    pub last: i64,
    /// The number that was set by hand; up to it everything was given on paper (纸质办理).
    pub set_to: Option<i64>,
}

impl Counter {
    /// Whether the product gave numbers of its own.
    #[must_use]
    pub fn has_given(self) -> bool {
        self.last > self.set_to.unwrap_or_default()
    }
}

/// Why a number is not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartRefusal {
    /// It was set before.
    SetBefore,
    /// The product gave higher numbers already.
    GivenBeyond,
    /// No number from 0 to [`NUMBER_MAX`].
    Range,
    /// No year in which a paper of an open case can lie.
    Year,
}

impl StartRefusal {
    const ALL: [StartRefusal; 4] =
        [StartRefusal::SetBefore, StartRefusal::GivenBeyond, StartRefusal::Range, StartRefusal::Year];

    /// The stable word of this refusal.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            StartRefusal::SetBefore => "set_before",
            StartRefusal::GivenBeyond => "given_beyond",
            StartRefusal::Range => "number_range",
            StartRefusal::Year => "number_year",
        }
    }

    /// The refusal of a word, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        StartRefusal::ALL.into_iter().find(|refusal| refusal.code() == code)
    }

    /// What cannot be done, why, and what to do.
    #[must_use]
    pub fn message(self, lang: Lang) -> &'static str {
        match self {
            StartRefusal::SetBefore => lang.pick(
                "这个文号字在这一年的起始号已经设定过，只能设定一次。",
                "The last number of this word and year was set before; it is set only once.",
            ),
            StartRefusal::GivenBeyond => lang.pick(
                "系统已经给出更大的文号，不能改小，否则会重号。",
                "Higher numbers were given here already; a lower one would give them twice.",
            ),
            StartRefusal::Range => lang.pick(
                "请填 0 至 99999 的整数，没有用过文号填 0。",
                "Enter a whole number from 0 to 99999; 0 when none was used.",
            ),
            StartRefusal::Year => lang.pick(
                "年份须为近五年内的四位数年份。",
                "The year must be one of the last five, in four digits.",
            ),
        }
    }
}

/// Years before this one whose numbers may be set: open cases come in with their days.
const YEARS_BACK: i32 = 5;

/// Whether the last number used on paper may be set to `last`.
///
/// # Errors
/// Why not.
pub fn may_set_number(counter: Counter, last: i64, year: i32, this_year: i32) -> Result<(), StartRefusal> {
    if !(this_year - YEARS_BACK..=this_year).contains(&year) {
        return Err(StartRefusal::Year);
    }
    if !(0..=NUMBER_MAX).contains(&last) {
        return Err(StartRefusal::Range);
    }
    if counter.set_to.is_some() {
        return Err(StartRefusal::SetBefore);
    }
    if last < counter.last { Err(StartRefusal::GivenBeyond) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, None, 37, 2026, None)]
    #[case(0, None, 0, 2026, None)]
    #[case(0, None, 37, 2021, None)]
    #[case(5, None, 37, 2026, None)]
    #[case(37, None, 37, 2026, None)]
    #[case(38, None, 37, 2026, Some(StartRefusal::GivenBeyond))]
    #[case(37, Some(37), 40, 2026, Some(StartRefusal::SetBefore))]
    #[case(0, Some(0), 40, 2026, Some(StartRefusal::SetBefore))]
    #[case(0, None, -1, 2026, Some(StartRefusal::Range))]
    #[case(0, None, 100_000, 2026, Some(StartRefusal::Range))]
    #[case(0, None, 37, 2020, Some(StartRefusal::Year))]
    #[case(0, None, 37, 2027, Some(StartRefusal::Year))]
    fn a_number_is_set_once_and_never_given_twice(
        #[case] given: i64,
        #[case] set_to: Option<i64>,
        #[case] last: i64,
        #[case] year: i32,
        #[case] refusal: Option<StartRefusal>,
    ) {
        assert_eq!(may_set_number(Counter { last: given, set_to }, last, year, 2026).err(), refusal);
    }

    #[test]
    fn numbers_of_paper_are_told_from_those_of_the_product() {
        assert!(!Counter { last: 37, set_to: Some(37) }.has_given());
        assert!(Counter { last: 38, set_to: Some(37) }.has_given());
        assert!(Counter { last: 1, set_to: None }.has_given());
        assert!(!Counter::default().has_given());
    }

    #[test]
    fn every_refusal_reads_back_from_its_code() {
        for refusal in StartRefusal::ALL {
            assert_eq!(StartRefusal::from_code(refusal.code()), Some(refusal));
            assert!(!refusal.message(Lang::Zh).is_empty() && !refusal.message(Lang::En).is_empty());
        }
    }
}
