//! The people of a class as the rules ask for them: identity number, consent, and their other classes.

use std::collections::{BTreeSet, HashMap};

use domain::id::{ClassId, EnrolmentId, TraineeId};
use domain::training::{Candidate, Consent, EnrolmentStage, Name, Stay};
use domain::value::IdNumber;
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::desk::TrainingDesk;
use super::record::EnrolmentRecord;
use crate::entity::{class, enrolment, trainee};
use crate::error::Error;

/// Other classes of the people of one.
const STAYS_MAX: u64 = 20_000;

/// A person as the rules ask, owned.
pub(super) struct Known {
    pub enrolment: EnrolmentId,
    pub trainee: TraineeId,
    pub id_number: Option<IdNumber>,
    pub consent: Option<Consent>,
    pub stays: Vec<Stay>,
}

impl Known {
    pub(super) fn candidate(&self) -> Candidate<'_> {
        Candidate {
            enrolment: self.enrolment,
            trainee: self.trainee,
            id_number: self.id_number.as_ref(),
            consent: self.consent.as_ref(),
            stays: &self.stays,
            // Subsidies are not kept yet.
            subsidised: false,
        }
    }
}

impl TrainingDesk<'_> {
    /// People with their identity numbers and their other classes.
    pub(super) async fn known(&self, of: &[&EnrolmentRecord]) -> Result<Vec<Known>, Error> {
        let Some(first) = of.first() else { return Ok(Vec::new()) };
        let people: BTreeSet<Uuid> = of.iter().map(|record| record.trainee.0).collect();
        let stays = self.stays(&people, Some(first.class)).await?;
        let rows = self.trainee_rows(people).await?;
        let known = |record: &&EnrolmentRecord| {
            let row = rows.get(&record.trainee.0).ok_or(Error::NotFound)?;
            Ok(Known {
                enrolment: record.id,
                trainee: record.trainee,
                id_number: self.store.id_number_of(row).ok(),
                consent: record.consent.clone(),
                stays: stays.get(&record.trainee.0).cloned().unwrap_or_default(),
            })
        };
        of.iter().map(known).collect()
    }

    pub(super) async fn trainee_rows(
        &self,
        ids: impl IntoIterator<Item = Uuid>,
    ) -> Result<HashMap<Uuid, trainee::Model>, Error> {
        let rows = self.store.find::<trainee::Entity>().filter(trainee::Column::Id.is_in(ids));
        Ok(rows.all(self.store.tx()).await?.into_iter().map(|row| (row.id, row)).collect())
    }

    /// The classes in which people are accepted or study, but for one class.
    pub(super) async fn stays(
        &self,
        people: &BTreeSet<Uuid>,
        but: Option<ClassId>,
    ) -> Result<HashMap<Uuid, Vec<Stay>>, Error> {
        use enrolment::Column;
        if people.is_empty() {
            return Ok(HashMap::new());
        }
        let bound = [EnrolmentStage::Accepted, EnrolmentStage::Studying].map(EnrolmentStage::word);
        let rows = self.store.find::<enrolment::Entity>();
        let rows =
            rows.filter(Column::TraineeId.is_in(people.iter().copied())).filter(Column::State.is_in(bound));
        let mut rows = rows.limit(STAYS_MAX).all(self.store.tx()).await?;
        rows.retain(|row| but.is_none_or(|but| row.class_id != but.0));
        if rows.is_empty() {
            return Ok(HashMap::new());
        }
        let names = self.store.find::<class::Entity>();
        let names = names
            .filter(class::Column::Id.is_in(rows.iter().map(|row| row.class_id).collect::<BTreeSet<_>>()));
        let names = names.select_only().column(class::Column::Id).column(class::Column::Name);
        let names: HashMap<Uuid, String> =
            names.into_tuple::<(Uuid, String)>().all(self.store.tx()).await?.into_iter().collect();
        let mut stays: HashMap<Uuid, Vec<Stay>> = HashMap::new();
        for row in rows {
            let class = names.get(&row.class_id).map(String::as_str).unwrap_or_default();
            let class = Name::parse(class).map_err(Error::down)?;
            stays.entry(row.trainee_id).or_default().push(Stay {
                class,
                from: row.opens_on,
                to: row.ends_on,
            });
        }
        Ok(stays)
    }
}
