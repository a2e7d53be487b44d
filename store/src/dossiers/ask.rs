//! A volume is asked for.

use super::KEPT_MILLIS;
use crate::entity::dossier;
use crate::error::Error;
use crate::scope::BureauStore;
use domain::dossier::{Bound, DossierState, KEPT_MAX, WAITING_MAX};
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
    /// Asks for a volume; one of the same that waits, is being made or lies there already answers for it. None: too many
    /// wait, or too many of the last day lie there.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records, [`Error::NotFound`] in a visit and for a case that is not
    /// there, [`Error::Setup`] in a reading transaction.
    pub async fn ask_dossier(&self, new: NewDossier) -> Result<Option<DossierId>, Error> {
        use dossier::Column as C;
        self.must_write()?;
        self.may_read_dossiers()?;
        let alive = [DossierState::Waiting, DossierState::Making, DossierState::Done].map(DossierState::word);
        let kept = self.find::<dossier::Entity>().filter(C::ExpiresAt.gt(self.now().0));
        let kept = kept.filter(C::State.is_in(alive));
        let party = new.party.map(|party| party.0);
        let same = kept.clone().filter(C::CaseId.eq(new.case.0)).filter(C::Bound.eq(new.bound.word()));
        let same = same.filter(C::Base.eq(&new.base)).filter(match party {
            Some(party) => C::Party.eq(party),
            None => C::Party.is_null(),
        });
        if let Some(row) = same.order_by_desc(C::Id).one(self.tx()).await? {
            return Ok(Some(DossierId(row.id)));
        }
        let waiting = self.find::<dossier::Entity>().filter(C::State.eq(DossierState::Waiting.word()));
        let (waiting, kept) = (waiting.count(self.tx()).await?, kept.count(self.tx()).await?);
        if waiting >= WAITING_MAX || kept >= KEPT_MAX {
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
