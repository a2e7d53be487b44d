//! A session (课次) of a class, and the timetable: nobody and no room in two places at once.

use chrono::{NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{Hand, Name, Note, RefusalCode, TrainingSettings};
use crate::id::{ClassId, ClassSessionId, PersonId};
use crate::value::fold;
use crate::{Day, Instant};

/// Longest session, in hours of teaching: a day has no more.
const HOURS_MAX: u32 = 24;

/// Who teaches: a member of the bureau by account, or somebody from outside by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Teacher {
    pub name: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<PersonId>,
}

impl Teacher {
    /// The same account; where one has none, the same name.
    #[must_use]
    pub fn is(&self, other: &Teacher) -> bool {
        match (self.account, other.account) {
            (Some(one), Some(two)) => one == two,
            _ => fold(self.name.as_str()) == fold(other.name.as_str()),
        }
    }

    /// Whether the acting person is this teacher.
    #[must_use]
    pub fn is_hand(&self, hand: &Hand<'_>) -> bool {
        hand.is(self.account, self.name.as_str())
    }
}

/// A session that does not take place; its hours leave the rate on both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Struck {
    pub on: Day,
    pub by: PersonId,
    pub reason: Note,
}

/// One session as planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: ClassSessionId,
    pub class: ClassId,
    pub on: Day,
    /// Wall clock in Asia/Shanghai; a session does not cross midnight.
    pub from: NaiveTime,
    pub to: NaiveTime,
    /// Hours of teaching (学时).
    pub hours: u32,
    pub subject: Name,
    pub teacher: Teacher,
    /// Place and room in full: two are the same when their folded texts are.
    pub room: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub struck: Option<Struck>,
    /// How many sign-ins there are for the session.
    #[serde(default)]
    pub sign_ins: u32,
}

impl Session {
    /// When it begins.
    #[must_use]
    pub fn starts(&self) -> Instant {
        Instant::of_shanghai(self.on.and_time(self.from))
    }

    /// When it ends.
    #[must_use]
    pub fn ends(&self) -> Instant {
        Instant::of_shanghai(self.on.and_time(self.to))
    }

    /// Held: its end has passed and it was not struck.
    #[must_use]
    pub fn is_held(&self, now: Instant) -> bool {
        self.struck.is_none() && self.ends() <= now
    }

    /// Whether two sessions that take place share a moment.
    #[must_use]
    pub fn meets(&self, other: &Session) -> bool {
        let stand = self.struck.is_none() && other.struck.is_none();
        stand && self.on == other.on && self.from < other.to && other.from < self.to
    }

    /// How many hours of teaching fit between start and end.
    #[must_use]
    pub fn hours_that_fit(&self, settings: &TrainingSettings) -> u32 {
        let minutes = self.to.signed_duration_since(self.from).max(TimeDelta::zero()).num_minutes();
        let hours = minutes.checked_div(i64::from(settings.minutes_per_hour)).unwrap_or(0);
        u32::try_from(hours).unwrap_or(0).min(HOURS_MAX)
    }

    /// Start before end, and no more hours than fit.
    pub(super) fn is_possible(&self, settings: &TrainingSettings) -> Result<(), RefusalCode> {
        if self.from >= self.to {
            return Err(RefusalCode::DateOrder);
        }
        let fit = self.hours_that_fit(settings);
        match self.hours {
            0 => Err(RefusalCode::MissingFact { fact: super::Fact::Hours }),
            hours if hours > fit => Err(RefusalCode::HoursTooMany { hours, fit }),
            _ => Ok(()),
        }
    }

    /// No other session takes its teacher or its room at the same time.
    pub(super) fn fits_beside(&self, other: &Session) -> Result<(), RefusalCode> {
        if self.id == other.id || !self.meets(other) {
            return Ok(());
        }
        if self.teacher.is(&other.teacher) {
            return Err(RefusalCode::TeacherTwice { teacher: self.teacher.name.clone(), on: self.on });
        }
        if fold(self.room.as_str()) == fold(other.room.as_str()) {
            return Err(RefusalCode::RoomTwice { room: self.room.clone(), on: self.on });
        }
        Ok(())
    }
}

/// Hours of the sessions that are not struck.
#[must_use]
pub fn planned_hours(sessions: &[Session]) -> u32 {
    let standing = sessions.iter().filter(|session| session.struck.is_none());
    standing.fold(0, |sum, session| sum.saturating_add(session.hours))
}

/// The day of the last session that is not struck.
#[must_use]
pub fn last_day(sessions: &[Session]) -> Option<Day> {
    sessions.iter().filter(|session| session.struck.is_none()).map(|session| session.on).max()
}

/// Nobody and no room twice, among a class's sessions and beside those of the bureau's other classes.
pub(super) fn timetable(sessions: &[Session], elsewhere: &[Session]) -> Result<(), RefusalCode> {
    for (at, session) in sessions.iter().enumerate() {
        let beside = sessions.iter().skip(at + 1).chain(elsewhere);
        beside.into_iter().try_for_each(|other| session.fits_beside(other))?;
    }
    Ok(())
}
