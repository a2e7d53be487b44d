//! Visits (调阅): the city's named look into a county, with a reason, read-only and bounded in time. The county sees
//! who looked, why, from when to when, and at what.

mod looked;
mod reason;
mod refusal;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::{Instant, Lang};

pub use looked::{Looked, LookedNoun, first_page};
pub use reason::{Purpose, VisitReason};
pub use refusal::VisitRefusal;

const MINUTE_MILLIS: i64 = 60_000;

/// How long a visit may last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitLength {
    Quarter,
    #[default]
    Half,
    Hour,
    TwoHours,
}

impl VisitLength {
    /// Every length, the shortest first.
    pub const ALL: [VisitLength; 4] =
        [VisitLength::Quarter, VisitLength::Half, VisitLength::Hour, VisitLength::TwoHours];

    /// In minutes.
    #[must_use]
    pub fn minutes(self) -> i64 {
        match self {
            VisitLength::Quarter => 15,
            VisitLength::Half => 30,
            VisitLength::Hour => 60,
            VisitLength::TwoHours => 120,
        }
    }

    /// The word of a form: its minutes.
    #[must_use]
    pub fn word(self) -> String {
        self.minutes().to_string()
    }

    /// The length of a word.
    ///
    /// # Errors
    /// [`VisitRefusal::LengthUnknown`].
    pub fn from_word(word: &str) -> Result<Self, VisitRefusal> {
        let found = VisitLength::ALL.into_iter().find(|length| length.word() == word);
        found.ok_or(VisitRefusal::LengthUnknown)
    }

    /// 30 分钟
    #[must_use]
    pub fn title(self, lang: Lang) -> String {
        minutes_in_words(self.minutes(), lang)
    }
}

/// 30 分钟
#[must_use]
pub fn minutes_in_words(minutes: i64, lang: Lang) -> String {
    lang.pick(format!("{minutes} 分钟"), format!("{minutes} minutes"))
}

/// How a visit came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// The visitor ended it.
    ByVisitor,
    /// Its time was up.
    OutOfTime,
}

/// Where a visit stands at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitState {
    /// Records can be looked at; `left_millis` is more than none.
    Open { until: Instant, left_millis: i64 },
    /// Nothing can be looked at any more.
    Ended { at: Instant, how: Ending },
}

impl VisitState {
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, VisitState::Open { .. })
    }

    /// Minutes that are left, the one begun counted whole; none once it is over.
    #[must_use]
    pub fn minutes_left(self) -> Option<i64> {
        match self {
            VisitState::Open { left_millis, .. } => {
                Some((left_millis + MINUTE_MILLIS - 1).div_euclid(MINUTE_MILLIS))
            }
            VisitState::Ended { .. } => None,
        }
    }

    /// 进行中，剩 12 分钟 · 已结束 · 到时自动结束
    #[must_use]
    pub fn title(self, lang: Lang) -> String {
        match (self, self.minutes_left()) {
            (VisitState::Ended { how: Ending::ByVisitor, .. }, _) => lang.pick("已结束", "ended").to_owned(),
            (_, None) => lang.pick("到时自动结束", "ended by time").to_owned(),
            (_, Some(minutes)) => {
                lang.pick(format!("进行中，剩 {minutes} 分钟"), format!("open, {minutes} minutes left"))
            }
        }
    }
}

/// From when to when a visit lasts. That its time is up is never written down: it is asked of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitTime {
    pub begun: Instant,
    /// The first instant at which it is over.
    pub until: Instant,
    /// When the visitor ended it before.
    pub ended: Option<Instant>,
}

impl VisitTime {
    #[must_use]
    pub fn begin(now: Instant, length: VisitLength) -> Self {
        let until = now.plus_millis(length.minutes() * MINUTE_MILLIS);
        VisitTime { begun: now, until, ended: None }
    }

    #[must_use]
    pub fn state(self, now: Instant) -> VisitState {
        match self.ended {
            Some(at) => VisitState::Ended { at, how: Ending::ByVisitor },
            None if now >= self.until => VisitState::Ended { at: self.until, how: Ending::OutOfTime },
            None => VisitState::Open { until: self.until, left_millis: self.until.0 - now.0 },
        }
    }

    /// The visit ended by its visitor.
    ///
    /// # Errors
    /// [`VisitRefusal::Over`] when it has ended already.
    pub fn end(self, now: Instant) -> Result<Self, VisitRefusal> {
        match self.state(now) {
            VisitState::Open { .. } => Ok(VisitTime { ended: Some(now), ..self }),
            VisitState::Ended { .. } => Err(VisitRefusal::Over),
        }
    }
}
