//! The record of a trainee: added once a person, changed by whoever runs training.

use domain::id::TraineeId;
use domain::role::Power;
use domain::training::roll::Education;
use domain::value::{EthnicGroup, IdNumber, Line, PersonName, Phone};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};

use super::desk::{TrainingDesk, seen};
use super::record::new_id;
use super::trainee::{Trainee, trainee_tokens};
use crate::entity::{enrolment, trainee};
use crate::error::Error;

/// How trainees are called among the nouns that are searched.
pub(crate) const NOUN: &str = "trainee";

/// What a form says of a person whose sealed values it does not show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraineeChange {
    pub name: PersonName,
    /// None: it stays.
    pub id_number: Option<IdNumber>,
    pub ethnic_group: Option<EthnicGroup>,
    pub education: Option<Education>,
    pub town: Option<Line<60>>,
    /// None: they stay. None at all: they are erased.
    pub phones: Option<Vec<Phone>>,
}

impl TrainingDesk<'_> {
    /// Adds a person, or finds the one of this identity number, whose record stays as it is; whether it was known.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Invalid`] with `underage` for somebody of whom no record is
    /// kept.
    pub async fn add_trainee(&self, new: &Trainee) -> Result<(TraineeId, bool), Error> {
        self.store.must_write()?;
        self.store.require(Power::RunTraining)?;
        if let Some(row) = self.trainee_by_number(&new.id_number).await? {
            return Ok((TraineeId(row.id), true));
        }
        self.refuse_young(&new.id_number)?;
        let id = TraineeId(new_id());
        self.insert_trainee(id, new).await?;
        Ok((id, false))
    }

    /// Changes a person as the author saw it; the new version.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power, [`Error::Conflict`] when somebody was faster, [`Error::Invalid`] with
    /// `taken` for an identity number that somebody else has, with `underage` as for a new one.
    pub async fn edit_trainee(
        &self,
        id: TraineeId,
        version: i32,
        change: TraineeChange,
    ) -> Result<i32, Error> {
        self.store.must_write()?;
        self.store.require(Power::RunTraining)?;
        let row = self.trainee_row_of(id).await?;
        seen(version, row.version)?;
        let old = self.store.trainee_of(&row)?;
        let new = Trainee {
            name: change.name,
            id_number: change.id_number.unwrap_or_else(|| old.id_number.clone()),
            ethnic_group: change.ethnic_group,
            education: change.education,
            town: change.town,
            phones: change.phones.unwrap_or_else(|| old.phones.clone()),
        };
        if new.id_number != old.id_number {
            self.refuse_young(&new.id_number)?;
            if self.trainee_by_number(&new.id_number).await?.is_some() {
                return Err(Error::Invalid { field: "id_number", code: "taken" });
            }
        }
        let created_at = domain::Instant(row.created_at);
        let row = self.store.trainee_row(id, &new, version + 1, created_at)?;
        self.store.update::<trainee::Entity>(row).await?;
        let (gone, now) = (trainee_tokens(&old), trainee_tokens(&new));
        self.store.remove_tokens(NOUN, &[(id.0, &gone - &now)]).await?;
        self.store.insert_tokens(NOUN, &[(id.0, now)]).await?;
        let payload = serde_json::json!({
            "before": shown(&old), "after": shown(&new),
            "id_number_changed": new.id_number != old.id_number, "phones_changed": new.phones != old.phones,
        });
        self.store.audit("trainee_changed", &id.to_string(), &payload).await?;
        if new.id_number != old.id_number {
            // The city knows another person from now on, in every year.
            self.store.count_people(self.enrolments_of_person(id).await?).await?;
        }
        Ok(version + 1)
    }

    async fn enrolments_of_person(&self, id: TraineeId) -> Result<Vec<uuid::Uuid>, Error> {
        let own = self.store.find::<enrolment::Entity>().filter(enrolment::Column::TraineeId.eq(id.0));
        let own = own.select_only().column(enrolment::Column::Id);
        Ok(own.into_tuple().all(self.store.tx()).await?)
    }

    /// Writes a new person's row, words and audit row.
    pub(super) async fn insert_trainee(&self, id: TraineeId, new: &Trainee) -> Result<(), Error> {
        let row = self.store.trainee_row(id, new, 1, self.store.now())?;
        self.store.insert::<trainee::Entity>(row).await?;
        self.store.insert_tokens(NOUN, &[(id.0, trainee_tokens(new))]).await?;
        let payload = serde_json::json!({ "after": shown(new) });
        self.store.audit("trainee_added", &id.to_string(), &payload).await.map(drop)
    }

    pub(super) async fn trainee_row_of(&self, id: TraineeId) -> Result<trainee::Model, Error> {
        let row = self.store.find::<trainee::Entity>().filter(trainee::Column::Id.eq(id.0));
        row.one(self.store.tx()).await?.ok_or(Error::NotFound)
    }

    pub(super) async fn trainee_by_number(&self, number: &IdNumber) -> Result<Option<trainee::Model>, Error> {
        let blind = self.store.id_number_blind(number);
        let row = self.store.find::<trainee::Entity>().filter(trainee::Column::IdNumberBlind.eq(blind));
        Ok(row.one(self.store.tx()).await?)
    }

    fn refuse_young(&self, number: &IdNumber) -> Result<(), Error> {
        let years = i64::from(number.age_on(self.store.today()));
        if years < i64::from(self.settings.record_age_min) {
            return Err(Error::Invalid { field: "id_number", code: "underage" });
        }
        Ok(())
    }
}

/// A person as the audit may tell it.
fn shown(of: &Trainee) -> serde_json::Value {
    let phones: Vec<String> = of.phones.iter().map(Phone::masked).collect();
    serde_json::json!({
        "name": of.name, "id_number": of.id_number.masked(), "ethnic_group": of.ethnic_group,
        "education": of.education, "town": of.town, "phones": phones,
    })
}
