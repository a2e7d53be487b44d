//! One class that rows name: how far it is, and what the rows make of it.

use domain::Day;
use domain::id::{ClassId, EnrolmentId};
use domain::training::{
    ClassKind, ClassPlan, ClassStage, ClassState, EnrolmentStage, EnrolmentState, Name, Opening, Teacher,
    Trade,
};
use uuid::Uuid;

use super::told::ToldClass;
use super::untold;
use crate::error::Error;
use crate::training::ClassRecord;
use crate::training::record::new_id;

/// How far a class, or a person in it, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Progress {
    Ahead,
    Begun,
    Over,
}

/// How far a person is who is still in the class; none: it ended otherwise.
pub(super) fn progress_of(state: &EnrolmentState) -> Option<Progress> {
    match state.stage() {
        EnrolmentStage::Applied | EnrolmentStage::Waiting | EnrolmentStage::Accepted => Some(Progress::Ahead),
        EnrolmentStage::Studying => Some(Progress::Begun),
        EnrolmentStage::Completed => Some(Progress::Over),
        _ => None,
    }
}

/// A class that rows name.
#[derive(Debug)]
pub(super) struct Class {
    pub id: ClassId,
    /// Made by a roll, and not run in the product since: without a timetable and a head teacher.
    pub is_rolls: bool,
    pub progress: Progress,
    pub trade: Trade,
    /// Hours of most rows.
    pub hours: Option<u16>,
    /// As it is kept, or as it begins.
    pub record: ClassRecord,
    /// First and last day from now on.
    pub days: (Day, Day),
    pub is_new: bool,
    /// A right row names it.
    pub is_entered: bool,
    /// Who came in by this file.
    pub entered: Vec<EnrolmentId>,
}

impl Class {
    /// Archived or not, when it takes nobody.
    pub(super) fn is_closed(&self) -> Option<bool> {
        match self.record.state.stage() {
            ClassStage::Archived => Some(true),
            ClassStage::Cancelled => Some(false),
            _ => None,
        }
    }

    /// First and last day of the plan.
    pub(super) fn days_of_plan(&self) -> (Day, Day) {
        (self.record.plan.opens_on, self.record.plan.ends_on)
    }

    pub(super) fn new(told: &ToldClass, today: Day) -> Result<Self, Error> {
        let untold = untold()?;
        let trade = told.trade.as_ref().map_or("其他工种", |trade| trade.as_str());
        let trade = Trade::parse(trade).map_err(Error::down)?;
        let name = Name::parse(told.name.as_str()).map_err(Error::down)?;
        let days = (told.days.0, told.days.1.unwrap_or(told.days.0));
        let plan = ClassPlan {
            programme: domain::id::ProgrammeId(Uuid::nil()),
            code: name.clone(),
            name,
            kind: ClassKind::Skill,
            trade: trade.clone(),
            place: untold.clone(),
            head_teacher: Teacher { name: untold, account: None },
            capacity: 0,
            opens_on: days.0,
            ends_on: days.1,
            exam_on: None,
        };
        let progress = progress_by(told.days.0, told.days.1, today);
        let begin = ClassState::Enrolling { on: today };
        let state = moved(begin, progress, days).unwrap_or(ClassState::Enrolling { on: today });
        let record = ClassRecord {
            id: ClassId(new_id()),
            version: 1,
            plan,
            state,
            placed: 0,
            waiting: 0,
            created_at: domain::Instant(0),
        };
        Ok(Class {
            id: record.id,
            is_rolls: true,
            progress,
            trade,
            hours: told.hours,
            record,
            days,
            is_new: true,
            is_entered: false,
            entered: Vec::new(),
        })
    }

    pub(super) fn kept(
        record: ClassRecord,
        has_sessions: bool,
        told: &ToldClass,
        today: Day,
    ) -> Result<Self, Error> {
        let plan = &record.plan;
        let is_rolls = !has_sessions && plan.head_teacher.name == untold()?;
        let standing = match record.state.stage() {
            ClassStage::Planned | ClassStage::Enrolling => Progress::Ahead,
            ClassStage::Open | ClassStage::Suspended => Progress::Begun,
            ClassStage::Finished | ClassStage::Archived | ClassStage::Cancelled => Progress::Over,
        };
        // What most of the class's people say counts, in this file or already kept.
        let people = usize::try_from(record.placed).unwrap_or(usize::MAX);
        let counts = is_rolls && told.agreeing.saturating_mul(2) >= people;
        let kept_end = (plan.ends_on > plan.opens_on).then_some(plan.ends_on);
        let (opens_on, end) = match counts {
            true => (told.days.0, told.days.1.or(kept_end)),
            false => (plan.opens_on, kept_end),
        };
        let by_days = if is_rolls { progress_by(opens_on, end, today) } else { standing };
        Ok(Class {
            id: record.id,
            is_rolls,
            progress: standing.max(by_days),
            trade: plan.trade.clone(),
            hours: told.hours,
            days: (opens_on, end.unwrap_or(opens_on).max(opens_on)),
            record,
            is_new: false,
            is_entered: false,
            entered: Vec::new(),
        })
    }

    /// The class with the people it has now; none: nothing of it changes.
    pub(super) fn grown(&self, people: People) -> ClassRecord {
        let mut after = self.record.clone();
        (after.placed, after.waiting) = (people.placed, people.waiting);
        after.plan.capacity = after.plan.capacity.max(people.placed);
        if !self.is_rolls {
            return after;
        }
        (after.plan.opens_on, after.plan.ends_on) = self.days;
        after.state = moved(after.state.clone(), self.progress, self.days).unwrap_or(after.state);
        if let ClassState::Open { opening, .. } | ClassState::Finished { opening, .. } = &mut after.state {
            opening.roster.extend(&self.entered);
        }
        after
    }
}

/// How far somebody is between two days; an open end lies ahead.
fn progress_by(opens_on: Day, ends_on: Option<Day>, today: Day) -> Progress {
    match ends_on {
        Some(end) if end <= today => Progress::Over,
        _ if opens_on <= today => Progress::Begun,
        _ => Progress::Ahead,
    }
}

/// The state of a class that has come so far; none: it is there already.
fn moved(state: ClassState, progress: Progress, days: (Day, Day)) -> Option<ClassState> {
    let opening = state.opening().cloned().unwrap_or(Opening { on: days.0, roster: Vec::new() });
    match (progress, state.stage()) {
        (Progress::Begun, ClassStage::Planned | ClassStage::Enrolling) => {
            Some(ClassState::Open { opening, on: days.0 })
        }
        (Progress::Over, ClassStage::Planned | ClassStage::Enrolling | ClassStage::Open) => {
            Some(ClassState::Finished { opening, on: days.1 })
        }
        _ => None,
    }
}

/// How many are in a class.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct People {
    pub placed: u32,
    pub waiting: u32,
}
