//! A volume is asked for.

use super::KEPT_MILLIS;
use crate::entity::dossier;
use crate::error::Error;
use crate::scope::BureauStore;
use domain::dossier::{Bound, DossierState, WAITING_MAX};
use domain::id::{CaseId, DossierId, PartyId};
use domain::role::Power;
use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A volume to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDossier {
    pub case: CaseId,
    pub bound: Bound,
    /// Who reads it, where it is a party's copy.
    pub party: Option<PartyId>,
    /// SHA-256 of what it is made of, in hexadecimal digits.
    pub base: String,
}

impl BureauStore {
    /// Asks for a volume; one of the same that waits already answers for it. None: too many wait.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`] in a visit and for a case that is not
    /// there, [`Error::Setup`] in a reading transaction.
    pub async fn ask_dossier(&self, new: NewDossier) -> Result<Option<DossierId>, Error> {
        use dossier::Column as C;
        self.must_write()?;
        self.may_read_dossiers()?;
        let waiting = self.find::<dossier::Entity>().filter(C::State.eq(DossierState::Waiting.word()));
        let same = waiting.clone().filter(C::CaseId.eq(new.case.0)).filter(C::Bound.eq(new.bound.word()));
        let same = same.filter(C::Base.eq(&new.base)).order_by_asc(C::Id).all(self.tx()).await?;
        let party = new.party.map(|party| party.0);
        if let Some(row) = same.into_iter().find(|row| row.party == party) {
            return Ok(Some(DossierId(row.id)));
        }
        if waiting.count(self.tx()).await? >= WAITING_MAX {
            return Ok(None);
        }
        let id = DossierId(Uuid::now_v7());
        let row = dossier::ActiveModel {
            id: Set(id.0),
            case_id: Set(new.case.0),
            bound: Set(new.bound.word().to_owned()),
            party: Set(party),
            base: Set(new.base),
            state: Set(DossierState::Waiting.word().to_owned()),
            asked_at: Set(self.now().0),
            asked_by: Set(self.person()?.0),
            tries: Set(0),
            steps_done: Set(0),
            steps_all: Set(0),
            expires_at: Set(self.now().plus_millis(KEPT_MILLIS).0),
            ..Default::default()
        };
        self.insert::<dossier::Entity>(row).await?;
        let payload = serde_json::json!({ "case": new.case, "bound": new.bound, "party": new.party });
        self.audit("dossier_asked", &id.to_string(), &payload).await?;
        Ok(Some(id))
    }

    pub(super) fn may_read_dossiers(&self) -> Result<(), Error> {
        // A visit of the city has no papers, and so no dossiers.
        if self.visit().is_some() {
            return Err(Error::NotFound);
        }
        self.require(Power::ReadRecords)
    }
}
