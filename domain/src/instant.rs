//! Instants: when something was recorded, as opposed to the legal day on which it counts.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z. Stored as i64 on both engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

/// Seconds by which China Standard Time is ahead of UTC; no daylight saving since 1991.
const SHANGHAI_SECONDS: i32 = 8 * 3600;

impl Instant {
    /// The wall clock in Asia/Shanghai at this instant; values out of chrono's range become its epoch.
    #[must_use]
    pub fn in_shanghai(self) -> NaiveDateTime {
        let utc = DateTime::from_timestamp_millis(self.0).unwrap_or_default();
        match FixedOffset::east_opt(SHANGHAI_SECONDS) {
            Some(zone) => utc.with_timezone(&zone).naive_local(),
            None => utc.naive_utc(),
        }
    }

    /// The instant at which the wall clock in Asia/Shanghai shows this.
    #[must_use]
    pub fn of_shanghai(clock: NaiveDateTime) -> Self {
        Instant(clock.and_utc().timestamp_millis().saturating_sub(i64::from(SHANGHAI_SECONDS) * 1000))
    }

    /// The calendar day in Asia/Shanghai on which this instant lies: the day that the law counts.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.in_shanghai().date()
    }

    /// This instant moved by whole milliseconds, saturating.
    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Self {
        Instant(self.0.saturating_add(millis))
    }

    /// The time from `earlier` to this instant.
    #[must_use]
    pub fn since(self, earlier: Instant) -> TimeDelta {
        TimeDelta::milliseconds(self.0.saturating_sub(earlier.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_changes_at_midnight_in_shanghai_not_in_greenwich() {
        // 2026-11-23T15:59:59.999Z is still the 23rd in Shanghai, a millisecond later it is the 24th.
        let before = Instant(1_795_449_599_999);
        assert_eq!(before.day().to_string(), "2026-11-23");
        assert_eq!(before.plus_millis(1).day().to_string(), "2026-11-24");
        assert_eq!(Instant::of_shanghai(before.in_shanghai()), before);
    }
}
