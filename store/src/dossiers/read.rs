//! Volumes are read: those of a case, and one that is taken along.

use super::{CATALOGUE, TABLE};
use crate::entity::dossier;
use crate::error::Error;
use crate::scope::BureauStore;
use domain::Instant;
use domain::dossier::{Bound, BoundLine, DossierFault, DossierState};
use domain::id::{CaseId, DossierId, PartyId};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

/// Volumes of one case that are listed: of a day.
const LISTED_MAX: u64 = 50;

/// A volume that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierRow {
    pub id: DossierId,
    pub case: CaseId,
    pub bound: Bound,
    pub party: Option<PartyId>,
    pub base: String,
    pub state: DossierState,
    pub asked_at: Instant,
    /// The name of whoever asked for it.
    pub asked_by: String,
    pub steps_done: u32,
    pub steps_all: u32,
    pub ended_at: Option<Instant>,
    pub fault: Option<DossierFault>,
    /// As it was made; empty before.
    pub catalogue: Vec<BoundLine>,
    /// Numbered pages.
    pub pages: u32,
    pub size: u64,
    pub sha256: String,
}

impl BureauStore {
    /// The volumes of a case that were asked for, the newest first.
    ///
    /// # Errors
    /// [`Error::Forbidden`] without the power to read records; [`Error::NotFound`] in a visit.
    pub async fn dossiers(&self, of: CaseId) -> Result<Vec<DossierRow>, Error> {
        use dossier::Column as C;
        self.may_read_dossiers()?;
        let own = self.find::<dossier::Entity>().filter(C::CaseId.eq(of.0));
        let own = own.filter(C::ExpiresAt.gt(self.now().0)).order_by_desc(C::Id).limit(LISTED_MAX);
        let own = own.all(self.tx()).await?;
        self.told(own).await
    }

    /// One volume of a case.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown one, one that has had its time, another case's and another bureau's.
    pub async fn dossier(&self, of: CaseId, id: DossierId) -> Result<DossierRow, Error> {
        use dossier::Column as C;
        self.may_read_dossiers()?;
        let own = self.find::<dossier::Entity>().filter(C::Id.eq(id.0)).filter(C::CaseId.eq(of.0));
        let own = own.filter(C::ExpiresAt.gt(self.now().0)).all(self.tx()).await?;
        self.told(own).await?.pop().ok_or(Error::NotFound)
    }

    /// A person takes a volume along: that stands in the audit before a byte is sent.
    ///
    /// # Errors
    /// [`Error::Setup`] in a reading transaction.
    pub async fn take_dossier(&self, row: &DossierRow) -> Result<(), Error> {
        let payload = serde_json::json!({
            "case": row.case, "bound": row.bound, "party": row.party, "sha256": row.sha256,
        });
        self.audit("dossier_taken", &row.id.to_string(), &payload).await.map(drop)
    }

    async fn told(&self, rows: Vec<dossier::Model>) -> Result<Vec<DossierRow>, Error> {
        let names = self.names(rows.iter().map(|row| row.asked_by).collect()).await?;
        let mut told = Vec::with_capacity(rows.len());
        for row in rows {
            let (Some(bound), Some(state)) =
                (Bound::from_word(&row.bound), DossierState::from_word(&row.state))
            else {
                continue;
            };
            let catalogue = match &row.catalogue_sealed {
                Some(sealed) => {
                    let place = self.place(TABLE, CATALOGUE, row.id.as_bytes());
                    serde_json::from_slice(&self.keys().unseal(&place, sealed)?).map_err(Error::down)?
                }
                None => Vec::new(),
            };
            let count = |count: i32| u32::try_from(count).unwrap_or_default();
            told.push(DossierRow {
                id: DossierId(row.id),
                case: CaseId(row.case_id),
                bound,
                party: row.party.map(PartyId),
                base: row.base,
                state,
                asked_at: Instant(row.asked_at),
                asked_by: names.get(&row.asked_by).cloned().unwrap_or_default(),
                steps_done: count(row.steps_done),
                steps_all: count(row.steps_all),
                ended_at: row.ended_at.map(Instant),
                fault: row.fault.as_deref().and_then(DossierFault::from_word),
                catalogue,
                pages: row.pages.map(count).unwrap_or_default(),
                size: row.size.and_then(|size| u64::try_from(size).ok()).unwrap_or_default(),
                sha256: row.sha256.unwrap_or_default(),
            });
        }
        Ok(told)
    }
}
