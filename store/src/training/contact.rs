//! A trainee's identity number and phones, opened with a reason.

use domain::id::TraineeId;
use domain::role::Power;
use domain::training::Note;
use domain::value::{IdNumber, Phone};

use super::desk::TrainingDesk;
use crate::error::Error;

/// What was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedTrainee {
    pub id_number: IdNumber,
    pub phones: Vec<Phone>,
}

impl TrainingDesk<'_> {
    /// Opens a person's numbers with a reason; the audit row stands before they are answered. Whoever runs training
    /// phones the people of a class: the general power to unseal, which opens the parties of cases too, is not asked of
    /// them.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without one of the two powers, [`Error::NotFound`] for an unknown person.
    pub async fn open_trainee_contact(&self, id: TraineeId, reason: &Note) -> Result<OpenedTrainee, Error> {
        self.store.must_write()?;
        self.store.require(Power::RunTraining).or_else(|_| self.store.require(Power::Unseal))?;
        let row = self.trainee_row_of(id).await?;
        let payload = serde_json::json!({ "reason": reason });
        self.store.audit("trainee_opened", &id.to_string(), &payload).await?;
        let opened = self.store.trainee_of(&row)?;
        Ok(OpenedTrainee { id_number: opened.id_number, phones: opened.phones })
    }
}
