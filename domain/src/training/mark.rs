//! A mark (成绩) of an exam.

use serde::{Deserialize, Serialize};

use super::TrainingSettings;
use crate::value::{Noun, ValueError, compact};

/// Longest text that is shown back when it is no mark, in characters.
const SHOWN_MAX: usize = 10;

/// A whole mark of 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Mark(u8);

impl Mark {
    /// The greatest mark.
    pub const MAX: u32 = 100;

    /// Reads digits of any width.
    ///
    /// # Errors
    /// `missing`, `control_character`, `score_range` for anything but a whole number of 0 to 100 (优, 101, -5, 85.5).
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let typed = compact(text, Noun::Text)?;
        if typed.is_empty() {
            return Err(ValueError::Missing { noun: Noun::Text });
        }
        let wrong = || ValueError::ScoreRange { written: text.trim().chars().take(SHOWN_MAX).collect() };
        if !typed.chars().all(|c| c.is_ascii_digit()) {
            return Err(wrong());
        }
        typed.parse::<u32>().ok().and_then(|mark| Mark::try_from(mark).ok()).ok_or_else(wrong)
    }

    /// 0 to 100.
    #[must_use]
    pub fn get(self) -> u32 {
        u32::from(self.0)
    }

    /// Whether the mark passes.
    #[must_use]
    pub fn passes(self, settings: &TrainingSettings) -> bool {
        self.get() >= settings.pass_mark
    }
}

impl TryFrom<u32> for Mark {
    type Error = ValueError;
    fn try_from(mark: u32) -> Result<Self, Self::Error> {
        match u8::try_from(mark) {
            Ok(small) if mark <= Mark::MAX => Ok(Mark(small)),
            _ => Err(ValueError::ScoreRange { written: mark.to_string().chars().take(SHOWN_MAX).collect() }),
        }
    }
}

impl From<Mark> for u32 {
    fn from(mark: Mark) -> u32 {
        mark.get()
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
