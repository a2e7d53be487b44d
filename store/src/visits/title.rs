//! How a looked-at record is called in the county's log: its number and name, sealed fields by their masked tail.

use crate::entity::{case, certificate, class, enrolment, establishment, programme, trainee};
use crate::error::Error;
use crate::scope::{BureauStore, Tenanted};
use domain::visit::LookedNoun;
use sea_orm::{ColumnTrait, QueryFilter};
use uuid::Uuid;

impl BureauStore {
    /// # Errors
    /// [`Error::NotFound`] when this bureau has no such record.
    pub(super) async fn title_of(&self, noun: LookedNoun, id: Uuid) -> Result<String, Error> {
        Ok(match noun {
            LookedNoun::Case => {
                let row = self.row::<case::Entity>(case::Column::Id, id).await?;
                joined([row.number.unwrap_or_default(), row.party_name])
            }
            LookedNoun::Establishment => {
                self.row::<establishment::Entity>(establishment::Column::Id, id).await?.name
            }
            LookedNoun::Programme => self.row::<programme::Entity>(programme::Column::Id, id).await?.title,
            LookedNoun::Class | LookedNoun::Attendance => {
                self.row::<class::Entity>(class::Column::Id, id).await?.name
            }
            LookedNoun::Enrolment => {
                let row = self.row::<enrolment::Entity>(enrolment::Column::Id, id).await?;
                let class = self.row::<class::Entity>(class::Column::Id, row.class_id).await?.name;
                joined([self.person_title(row.trainee_id).await?, class])
            }
            LookedNoun::Trainee => self.person_title(id).await?,
            LookedNoun::Certificate => {
                let row = self.row::<certificate::Entity>(certificate::Column::Id, id).await?;
                joined([row.number, row.holder])
            }
        })
    }

    async fn person_title(&self, id: Uuid) -> Result<String, Error> {
        let row = self.row::<trainee::Entity>(trainee::Column::Id, id).await?;
        Ok(joined([row.name, row.id_number_masked]))
    }

    async fn row<E: Tenanted>(&self, key: E::Column, id: Uuid) -> Result<E::Model, Error>
    where
        E::Model: Send + Sync,
    {
        self.find::<E>().filter(key.eq(id)).one(self.tx()).await?.ok_or(Error::NotFound)
    }
}

/// What is known, blanks left out.
fn joined(parts: [String; 2]) -> String {
    let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    known.join(" · ")
}
