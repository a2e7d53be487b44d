//! How long there is still: what a badge says.

use chrono::Days;
use serde::{Deserialize, Serialize};

use super::Calendar;
use crate::{Day, Lang};

/// Days walked at most to count working days: about a hundred years.
const DAYS_WALKED_MAX: u32 = 36_600;

/// The time from today to a due day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DaysLeft {
    /// So many calendar days over.
    Over(u32),
    /// Due today.
    Today,
    /// So many working days after today, the due day in; 0 when only rest days lie between.
    Left(u32),
}

impl DaysLeft {
    /// "剩 4 个工作日", "今日到期", "已超期 3 天".
    #[must_use]
    pub fn text(self, lang: Lang) -> String {
        match (self, lang) {
            (DaysLeft::Over(days), Lang::Zh) => format!("已超期 {days} 天"),
            (DaysLeft::Over(1), Lang::En) => "1 day overdue".to_owned(),
            (DaysLeft::Over(days), Lang::En) => format!("{days} days overdue"),
            (DaysLeft::Today, _) => lang.pick("今日到期", "due today").to_owned(),
            (DaysLeft::Left(days), Lang::Zh) => format!("剩 {days} 个工作日"),
            (DaysLeft::Left(1), Lang::En) => "1 working day left".to_owned(),
            (DaysLeft::Left(days), Lang::En) => format!("{days} working days left"),
        }
    }
}

impl Calendar {
    /// How long there is from today to a due day.
    #[must_use]
    pub fn days_left(&self, today: Day, due: Day) -> DaysLeft {
        match due.cmp(&today) {
            std::cmp::Ordering::Equal => DaysLeft::Today,
            std::cmp::Ordering::Greater => DaysLeft::Left(self.working_days_between(today, due)),
            std::cmp::Ordering::Less => {
                let days = today.signed_duration_since(due).num_days();
                DaysLeft::Over(u32::try_from(days).unwrap_or(u32::MAX))
            }
        }
    }

    /// The working days after `from` up to and including `to`; 0 when `to` is not later. Days further
    /// than a hundred years are not counted.
    #[must_use]
    pub fn working_days_between(&self, from: Day, to: Day) -> u32 {
        let mut working = 0;
        for ahead in 1..=DAYS_WALKED_MAX {
            match from.checked_add_days(Days::new(ahead.into())) {
                Some(day) if day <= to => working += u32::from(self.is_working(day)),
                _ => break,
            }
        }
        working
    }
}
