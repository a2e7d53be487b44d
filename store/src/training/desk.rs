//! The desk on which training is worked: who acts, when it counts, and what the bureau has set.

use domain::Day;
use domain::id::PersonId;
use domain::training::{Hand, Refusal, TrainingSettings};
use uuid::Uuid;

use crate::error::Error;
use crate::scope::BureauStore;

/// The answer to an act: what became of it, or the rule that says no; nothing was written then.
pub type Answer<T> = Result<Result<T, Refusal>, Error>;

/// What became of one row among many that were sent at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome<T> {
    Done(T),
    /// A rule says no to this row; the others are not asked.
    Refused(Refusal),
    /// Somebody was faster with this row.
    Changed,
    /// No such row in this class.
    Unknown,
}

/// A bureau's training inside one transaction.
#[derive(Debug)]
pub struct TrainingDesk<'a> {
    pub(super) store: &'a BureauStore,
    pub(super) settings: TrainingSettings,
}

impl BureauStore {
    /// Opens the desk.
    #[must_use]
    pub fn training_desk(&self) -> TrainingDesk<'_> {
        TrainingDesk { store: self, settings: self.training_settings() }
    }

    /// What the bureau has set about training: `training` in its settings, the defaults otherwise.
    #[must_use]
    pub fn training_settings(&self) -> TrainingSettings {
        let all: serde_json::Value = serde_json::from_str(&self.bureau().settings).unwrap_or_default();
        let Some(own) = all.get("training").cloned() else { return TrainingSettings::default() };
        serde_json::from_value(own).unwrap_or_else(|error| {
            tracing::warn!(bureau = self.bureau().id.0, %error, "settings of training are not read");
            TrainingSettings::default()
        })
    }
}

impl TrainingDesk<'_> {
    /// What the rules are told of the bureau.
    #[must_use]
    pub fn settings(&self) -> &TrainingSettings {
        &self.settings
    }

    /// Whose hand acts, counting on a day.
    pub(super) fn acting(&self, on: Day) -> Result<Hand<'_>, Error> {
        self.store.must_write()?;
        let person = self.store.person()?;
        Ok(Hand { person, on, ..self.looking() })
    }

    /// Whose hand looks what may be done today.
    pub(super) fn looking(&self) -> Hand<'_> {
        let actor = self.store.actor();
        let person = actor.person.unwrap_or(PersonId(Uuid::nil()));
        let today = self.store.today();
        Hand { person, name: &actor.name, roles: &actor.roles, on: today, today }
    }

    /// A second person must be a member of the bureau today.
    pub(super) async fn second_person(&self, second: Option<PersonId>) -> Result<(), Error> {
        let Some(second) = second else { return Ok(()) };
        let today = self.store.today();
        let members = self.store.members_ever().await?;
        let is = |row: &crate::Membership| {
            row.person == second && row.from <= today && row.to.is_none_or(|to| today <= to)
        };
        if members.iter().any(is) { Ok(()) } else { Err(Error::Invalid { field: "second", code: "unknown" }) }
    }
}

/// The version that the author saw is the one that stands.
pub(super) fn seen(version: i32, stands: i32) -> Result<(), Error> {
    if version == stands { Ok(()) } else { Err(Error::Conflict) }
}
