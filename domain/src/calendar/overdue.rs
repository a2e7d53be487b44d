//! How grave it is that a term is over.

use chrono::Days;
use serde::{Deserialize, Serialize};

use crate::Day;

/// ⚙ More days over than these are grave where the bureau has not set its own.
pub const GRAVE_DAYS: u16 = 5;

/// How a term stands to today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overdue {
    /// 严重超期: by more days than the bureau bears with, or a term whose lapse voids the act.
    Gravely,
    /// 已超期
    Simply,
    /// It runs.
    Not,
}

impl Overdue {
    /// How a term whose last day is `due_on` stands, whatever day before it was the last to act on: `grave_days` are
    /// days over that are not grave yet, `voids` that its lapse voids the act ([`super::ClockRule::voids`]).
    #[must_use]
    pub fn of(due_on: Day, voids: bool, today: Day, grave_days: u16) -> Self {
        let bearable = due_on.checked_add_days(Days::new(grave_days.into())).unwrap_or(Day::MAX);
        match () {
            () if today <= due_on => Overdue::Not,
            () if voids || today > bearable => Overdue::Gravely,
            () => Overdue::Simply,
        }
    }
}
