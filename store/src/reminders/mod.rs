//! Reminders: each step of a running term is told once to each person whom it concerns, inside the house.

mod read;
mod scan;
mod week;

pub use read::{MentionedIn, Reminder};
pub(crate) use scan::{hand_over, settle};
pub use week::{Week, WeekTerm};

use crate::entity::reminder::{ActiveModel, Column, Entity};
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Day;
use domain::id::{CaseId, PersonId};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

/// What makes a reminder one and the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Told {
    pub(crate) person: PersonId,
    pub(crate) case: CaseId,
    /// Nil: the case as a whole.
    pub(crate) about: Uuid,
    pub(crate) word: String,
    pub(crate) due_on: Day,
    pub(crate) step: &'static str,
}

impl BureauStore {
    /// Tells everything that was not told before.
    pub(crate) async fn tell(&self, told: Vec<Told>) -> Result<(), Error> {
        let row = |one: Told| ActiveModel {
            id: Set(Uuid::now_v7()),
            person_id: Set(one.person.0),
            case_id: Set(one.case.0),
            about: Set(one.about),
            word: Set(one.word),
            due_on: Set(one.due_on),
            step: Set(one.step.to_owned()),
            at: Set(self.now().0),
            settled: Set(false),
            is_read: Set(false),
            ..Default::default()
        };
        let once = [
            Column::BureauId,
            Column::CaseId,
            Column::About,
            Column::Word,
            Column::DueOn,
            Column::Step,
            Column::PersonId,
        ];
        self.insert_new::<Entity>(told.into_iter().map(row).collect(), &once).await
    }
}
