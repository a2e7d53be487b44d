//! How a number compares with an earlier one.

use serde::{Deserialize, Serialize};

/// The difference to an earlier number, and in percent where that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub difference: i64,
    /// In tenths of a percent, rounded half away from zero (四舍五入); none for a base of zero or below.
    pub permille: Option<i64>,
}

impl Change {
    /// The way from `base` to `now`.
    #[must_use]
    pub fn between(base: i64, now: i64) -> Self {
        let difference = now.saturating_sub(base);
        let permille = (base > 0).then(|| {
            let (now, base) = (i128::from(now), i128::from(base));
            let doubled = (now - base) * 2_000;
            let rounded = (doubled.abs() + base) / (base * 2) * doubled.signum();
            i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
        });
        Change { difference, permille }
    }

    /// "+12.5%", "−3.0%", "0.0%"; "—" where no percentage means anything, never 0 %.
    #[must_use]
    pub fn percent(self) -> String {
        let Some(permille) = self.permille else { return "—".to_owned() };
        let sign = match permille.signum() {
            1 => "+",
            -1 => "−",
            _ => "",
        };
        let size = permille.unsigned_abs();
        format!("{sign}{}.{}%", size / 10, size % 10)
    }
}

/// A number of a period beside those of two earlier ones. None: not known for that time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    pub now: i64,
    /// The same months a year before.
    pub last_year: Option<i64>,
    /// The period of the same length just before.
    pub before: Option<i64>,
}

impl Compared {
    /// Against the same months a year before (同比).
    #[must_use]
    pub fn on_last_year(self) -> Option<Change> {
        self.last_year.map(|base| Change::between(base, self.now))
    }

    /// Against the period just before (环比).
    #[must_use]
    pub fn on_before(self) -> Option<Change> {
        self.before.map(|base| Change::between(base, self.now))
    }
}
