//! The trade (工种) that is trained, and how old one must be for it.

use std::hash::{Hash, Hasher};

use serde::{Deserialize, Serialize};

use super::TrainingSettings;
use crate::value::{Line, ValueError, fold};

/// A trade, 1 to 40 characters. Two are the same when their folded texts are: width, case and spaces do not matter.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Trade(Line<40>);

impl Trade {
    /// # Errors
    /// `missing`, `length`, `control_character`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        Line::parse(text).map(Trade)
    }

    /// The trade as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The form in which two trades are compared, stored and searched.
    #[must_use]
    pub fn key(&self) -> String {
        fold(self.as_str())
    }

    /// The least age in full years, on the day on which the class opens. ⚙ 18 for special operations (焊工, 电工), at
    /// sea (海员, 渔工) and at height (建筑工), and for whatever ends with such a word; else the bureau's least age.
    #[must_use]
    pub fn age_min(&self, settings: &TrainingSettings) -> u32 {
        let key = self.key();
        let adult = settings.adult_trades.iter().any(|trade| key.ends_with(&trade.key()));
        if adult { settings.adult_age_min.max(settings.age_min) } else { settings.age_min }
    }
}

impl PartialEq for Trade {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Trade {}

impl Hash for Trade {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl std::fmt::Display for Trade {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("焊工", 18)]
    #[case("电焊工", 18)]
    #[case(" 维修电工 ", 18)]
    #[case("海员", 18)]
    #[case("远洋渔工", 18)]
    #[case("建筑工", 18)]
    #[case("缝纫工", 16)]
    #[case("家政服务", 16)]
    #[case("电工电子装配", 16)]
    fn some_trades_are_for_adults(#[case] trade: &str, #[case] years: u32) {
        assert_eq!(Trade::parse(trade).unwrap().age_min(&TrainingSettings::default()), years);
    }

    #[test]
    fn two_spellings_are_one_trade() {
        assert_eq!(Trade::parse("ＣＮＣ 操作工").unwrap(), Trade::parse("cnc操作工").unwrap());
        assert_ne!(Trade::parse("焊工").unwrap(), Trade::parse("电工").unwrap());
    }
}
