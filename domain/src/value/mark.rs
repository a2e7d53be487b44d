//! The mark of an examination.

use serde::{Deserialize, Serialize};

use super::error::ValueError;
use super::text::fold;

/// Tenths of a point in the best mark.
const BEST_TENTHS: u16 = 1_000;
/// Longest written mark that is repeated to the person, in characters.
const SHOWN_MAX: usize = 8;

/// 0 to 100 points, at most one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Mark {
    tenths: u16,
}

impl Mark {
    /// The mark that passes.
    pub const PASS: Mark = Mark { tenths: 600 };

    /// Reads `78`, `78.5`, `78分`.
    ///
    /// # Errors
    /// `score_range` for everything else.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let typed = fold(text);
        let typed = typed.strip_suffix('分').unwrap_or(&typed);
        let (points, tenth) = typed.split_once('.').unwrap_or((typed, "0"));
        let digits = |text: &str, max: usize| {
            let fits = (1..=max).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            if fits { text.parse::<u16>().ok() } else { None }
        };
        let tenths = digits(points, 3).zip(digits(tenth, 1)).map(|(points, tenth)| points * 10 + tenth);
        tenths.and_then(Self::of_tenths).ok_or_else(|| out_of_range(text))
    }

    /// A mark of so many tenths of a point, up to 1000.
    #[must_use]
    pub fn of_tenths(tenths: u16) -> Option<Self> {
        (tenths <= BEST_TENTHS).then_some(Self { tenths })
    }

    /// In tenths of a point.
    #[must_use]
    pub fn tenths(self) -> u16 {
        self.tenths
    }

    /// Whether it passes.
    #[must_use]
    pub fn is_pass(self) -> bool {
        self >= Mark::PASS
    }
}

/// A long text is no attempt at a mark: only its beginning is repeated, in case a number slipped into the column.
fn out_of_range(text: &str) -> ValueError {
    let written = text.trim().chars().filter(|c| !c.is_control());
    let mut shown: String = written.clone().take(SHOWN_MAX).collect();
    if written.clone().count() > SHOWN_MAX || written.filter(|c| c.is_numeric()).count() > 6 {
        shown = shown.chars().take(3).chain(['…']).collect();
    }
    ValueError::ScoreRange { written: shown }
}

impl TryFrom<u16> for Mark {
    type Error = ValueError;
    fn try_from(tenths: u16) -> Result<Self, ValueError> {
        Self::of_tenths(tenths).ok_or_else(|| out_of_range(&tenths.to_string()))
    }
}

impl From<Mark> for u16 {
    fn from(mark: Mark) -> u16 {
        mark.tenths
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.tenths / 10, self.tenths % 10) {
            (points, 0) => write!(f, "{points}"),
            (points, tenth) => write!(f, "{points}.{tenth}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::Lang;

    #[rstest]
    #[case("0", "0", false)]
    #[case("59.9", "59.9", false)]
    #[case("60", "60", true)]
    #[case(" ７８ 分 ", "78", true)]
    #[case("100", "100", true)]
    #[case("78.0", "78", true)]
    fn takes(#[case] text: &str, #[case] shown: &str, #[case] passes: bool) {
        let mark = Mark::parse(text).unwrap();
        assert_eq!((mark.to_string().as_str(), mark.is_pass()), (shown, passes));
    }

    #[rstest]
    #[case("优", "优")]
    #[case("101", "101")]
    #[case("-5", "-5")]
    #[case("100.5", "100.5")]
    #[case("78.25", "78.25")]
    #[case("", "")]
    #[case("432926197509149083", "432…")]
    #[case("6790000", "679…")]
    fn refuses(#[case] text: &str, #[case] shown: &str) {
        let error = Mark::parse(text).unwrap_err();
        assert_eq!(error.code(), "score_range");
        assert_eq!(error.message(Lang::Zh), format!("成绩应为 0 至 100 的数字，现为“{shown}”，请核对"));
    }

    #[test]
    fn no_json_forges_a_mark() {
        assert_eq!(serde_json::from_str::<Mark>("785").unwrap().to_string(), "78.5");
        assert!(serde_json::from_str::<Mark>("1001").is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_a_mark_of_0_to_100_or_refused(text in "\\PC{0,12}") {
            if let Ok(mark) = Mark::parse(&text) {
                prop_assert!(mark.tenths() <= 1_000);
            }
        }
    }
}
