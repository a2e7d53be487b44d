//! Licences and filings of an establishment (许可证、备案).

use serde::{Deserialize, Serialize};

use crate::catalogue::IndustryId;
use crate::value::{Line, fold};
use crate::{Day, Lang};

/// Days before the end in which a licence is shown as ending soon.
const SOON_DAYS: u64 = 90;

/// Until when a licence is good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expiry {
    /// Nothing is known.
    #[default]
    Unknown,
    /// The last day.
    On(Day),
    /// 长期: no end.
    OpenEnded,
}

impl Expiry {
    /// The last day, if there is one.
    #[must_use]
    pub fn day(self) -> Option<Day> {
        match self {
            Expiry::On(day) => Some(day),
            _ => None,
        }
    }
}

/// An industry in which an establishment works, with its licence where there is one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Licence {
    pub industry: IndustryId,
    pub kind: Option<Line<60>>,
    pub number: Option<Line<60>>,
    pub issued_on: Option<Day>,
    pub expiry: Expiry,
}

impl Licence {
    /// Kind and number in the form in which two are the same; `None` without a number.
    #[must_use]
    pub fn key(&self) -> Option<(String, String)> {
        let number = fold(self.number.as_ref()?.as_str());
        Some((self.kind.as_ref().map(|kind| fold(kind.as_str())).unwrap_or_default(), number))
    }

    /// Whether `row` speaks of this licence. What one of them leaves blank tells nothing against it.
    #[must_use]
    pub fn is_same_as(&self, row: &Licence) -> bool {
        let kinds_agree = match (&self.kind, &row.kind) {
            (Some(mine), Some(theirs)) => fold(mine.as_str()) == fold(theirs.as_str()),
            _ => true,
        };
        match (&self.number, &row.number) {
            (Some(mine), Some(theirs)) => kinds_agree && fold(mine.as_str()) == fold(theirs.as_str()),
            _ => kinds_agree && self.industry == row.industry,
        }
    }

    /// How the licence stands on a day.
    #[must_use]
    pub fn state_on(&self, today: Day) -> LicenceState {
        if self.kind.is_none() && self.number.is_none() {
            return LicenceState::None;
        }
        match self.expiry {
            Expiry::On(day) => LicenceState::of(Some(day), today),
            Expiry::OpenEnded | Expiry::Unknown => LicenceState::Valid,
        }
    }
}

/// How a licence stands, for lists and filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LicenceState {
    Valid,
    /// Ends within ninety days.
    Ending,
    Expired,
    /// None is on record.
    None,
}

impl LicenceState {
    /// All, in the order of the filter.
    pub const ALL: [LicenceState; 4] =
        [LicenceState::Valid, LicenceState::Ending, LicenceState::Expired, LicenceState::None];

    /// The state of an end on a day; no end is valid.
    #[must_use]
    pub fn of(expires_on: Option<Day>, today: Day) -> Self {
        match expires_on {
            Some(day) if day < today => LicenceState::Expired,
            Some(day) if day <= Self::soon(today) => LicenceState::Ending,
            _ => LicenceState::Valid,
        }
    }

    /// The last day that counts as soon.
    #[must_use]
    pub fn soon(today: Day) -> Day {
        today.checked_add_days(chrono::Days::new(SOON_DAYS)).unwrap_or(Day::MAX)
    }

    /// The word in addresses.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            LicenceState::Valid => "valid",
            LicenceState::Ending => "ending",
            LicenceState::Expired => "expired",
            LicenceState::None => "none",
        }
    }

    /// The state of a word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// The word on the screens.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        match self {
            LicenceState::Valid => lang.pick("有效", "Valid"),
            LicenceState::Ending => lang.pick("90 日内到期", "Ends within 90 days"),
            LicenceState::Expired => lang.pick("已过期", "Expired"),
            LicenceState::None => lang.pick("未登记证件", "No licence on record"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn licence(kind: &str, number: &str) -> Licence {
        Licence {
            industry: IndustryId::new("oil"),
            kind: Line::parse(kind).ok(),
            number: Line::parse(number).ok(),
            issued_on: None,
            expiry: Expiry::Unknown,
        }
    }

    #[test]
    fn a_blank_tells_nothing_against_sameness() {
        let full = licence("成品油零售经营批准证书", "431124201900017");
        assert!(full.is_same_as(&licence("", "４３１１２４２０１９０００１７")));
        assert!(full.is_same_as(&licence("", "")));
        assert!(!full.is_same_as(&licence("危险化学品经营许可证", "")));
        assert!(!full.is_same_as(&licence("成品油零售经营批准证书", "431124201900018")));
    }

    #[test]
    fn the_state_turns_on_the_day_after_the_last() {
        let today: Day = "2026-11-23".parse().unwrap();
        let state = |day: &str| LicenceState::of(day.parse().ok(), today);
        assert_eq!(state("2026-11-22"), LicenceState::Expired);
        assert_eq!(state("2026-11-23"), LicenceState::Ending);
        assert_eq!(state("2027-02-21"), LicenceState::Ending);
        assert_eq!(state("2027-02-22"), LicenceState::Valid);
    }
}
