//! What a bureau may set about training. ⚙ Every default is practice, none a figure of the law but the age.

use serde::{Deserialize, Serialize};

use super::Trade;

/// A bureau's settings of training; what its JSON leaves out keeps the default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrainingSettings {
    /// Full years on the day on which the class opens (劳动法 art. 15: nobody under 16 works).
    pub age_min: u32,
    /// Full years for the trades of [`TrainingSettings::adult_trades`]. ⚙ practice, no citation.
    pub adult_age_min: u32,
    /// Trades of special operations, at sea and at height; a trade counts that ends with one of them (电焊工 with 焊工).
    pub adult_trades: Vec<Trade>,
    /// Full years below which not even an application is kept (个人信息保护法 art. 28, 31).
    pub record_age_min: u32,
    /// Credited ÷ held hours from which the exam may be sat.
    pub attendance_percent_min: u32,
    /// The total, of 100, that passes.
    pub pass_mark: u32,
    /// People accepted without whom a class does not open.
    pub accepted_min: u32,
    /// Minutes after the start within which one is late, and not absent.
    pub late_minutes: u32,
    /// Minutes before the start from which one may sign in.
    pub sign_in_opens_minutes: u32,
    /// Hours after the end until which one may sign in; then only a correction helps.
    pub sign_in_closes_hours: u32,
    /// Days after the first sitting within which a re-sit lies.
    pub re_sit_days_max: u32,
    /// Minutes of one hour of teaching (学时).
    pub minutes_per_hour: u32,
    /// Sittings, the first included.
    pub sittings_max: u32,
}

impl Default for TrainingSettings {
    fn default() -> Self {
        let trades = ["焊工", "电工", "海员", "渔工", "建筑工"];
        TrainingSettings {
            age_min: 16,
            adult_age_min: 18,
            adult_trades: trades.into_iter().filter_map(|trade| Trade::parse(trade).ok()).collect(),
            record_age_min: 14,
            attendance_percent_min: 80,
            pass_mark: 60,
            accepted_min: 10,
            late_minutes: 15,
            sign_in_opens_minutes: 30,
            sign_in_closes_hours: 24,
            re_sit_days_max: 60,
            minutes_per_hour: 45,
            sittings_max: 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_bureau_does_not_set_keeps_its_default() {
        let settings: TrainingSettings = serde_json::from_str(r#"{ "pass_mark": 70 }"#).unwrap();
        assert_eq!(settings, TrainingSettings { pass_mark: 70, ..TrainingSettings::default() });
        assert_eq!(settings.adult_trades.len(), 5);
    }
}
