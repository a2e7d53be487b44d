//! A volume is made: taken on by one server, told how far it is, finished or given up.

use super::{CATALOGUE, KEPT_MILLIS, TABLE};
use crate::bureaus::{Bureau, Which};
use crate::database::Access;
use crate::entity::dossier;
use crate::error::Error;
use crate::files::Files;
use crate::scope::BureauStore;
use crate::store::Store;
use domain::dossier::{Bound, BoundLine, DossierFault, DossierState};
use domain::id::{CaseId, DossierId, PartyId, PersonId};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// A server that gave no sign for so long is gone; another one begins anew.
const SILENT_MILLIS: i64 = 2 * 60_000;
/// What was begun so often is not begun again.
const TRIES_MAX: i32 = 3;
/// Volumes that are cleared away in one transaction.
const AT_ONCE: u64 = 100;

/// A volume that this server makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedDossier {
    pub bureau: Bureau,
    pub id: DossierId,
    pub case: CaseId,
    pub bound: Bound,
    pub party: Option<PartyId>,
    /// In whose name it is made.
    pub by: PersonId,
    claim: Uuid,
}

/// A volume as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeDossier {
    pub pdf: Vec<u8>,
    /// Of the bytes, in hexadecimal digits.
    pub sha256: String,
    /// Numbered pages.
    pub pages: usize,
    pub catalogue: Vec<BoundLine>,
    /// What it was made of: by now perhaps more than when it was asked for.
    pub base: String,
}

impl Store {
    /// Takes on the volume that waits longest in the first bureau that has one, or one whose server is gone.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn claim_dossier(&self) -> Result<Option<ClaimedDossier>, Error> {
        for bureau in self.bureaus_of(Which::All).await? {
            let open = self.operate_on(bureau.clone(), Access::Read).await?;
            let waits = open.next_dossier().await?.is_some();
            open.commit().await?;
            if waits {
                let open = self.operate_on(bureau, Access::Write).await?;
                let claimed = open.claim_dossier().await?;
                open.commit().await?;
                if claimed.is_some() {
                    return Ok(claimed);
                }
            }
        }
        Ok(None)
    }

    /// Tells how far a volume is. Whether it is still this server's.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn dossier_progress(
        &self,
        of: &ClaimedDossier,
        (done, all): (usize, usize),
    ) -> Result<bool, Error> {
        let open = self.operate_on(of.bureau.clone(), Access::Write).await?;
        let row = dossier::ActiveModel {
            steps_done: Set(i32::try_from(done).map_err(Error::down)?),
            steps_all: Set(i32::try_from(all).map_err(Error::down)?),
            touched_at: Set(Some(open.now().0)),
            ..Default::default()
        };
        let is_own = open.change_claimed(of, row).await?;
        open.commit().await?;
        Ok(is_own)
    }

    /// Lays a finished volume down. Whether it was still this server's.
    ///
    /// # Errors
    /// [`Error::Down`] when the database or the place fails.
    pub async fn finish_dossier(
        &self,
        of: &ClaimedDossier,
        files: &Files,
        made: MadeDossier,
    ) -> Result<bool, Error> {
        // Named before it lies there: whatever happens in between, the sweep finds it.
        let open = self.operate_on(of.bureau.clone(), Access::Write).await?;
        let size = i64::try_from(made.pdf.len()).map_err(Error::down)?;
        let row = dossier::ActiveModel {
            sha256: Set(Some(made.sha256.clone())),
            size: Set(Some(size)),
            touched_at: Set(Some(open.now().0)),
            ..Default::default()
        };
        let is_own = open.change_claimed(of, row).await?;
        open.commit().await?;
        if !is_own {
            return Ok(false);
        }
        files.put_small(of.bureau.id, &made.sha256, &made.pdf).await?;
        let open = self.operate_on(of.bureau.clone(), Access::Write).await?;
        let place = open.place(TABLE, CATALOGUE, of.id.0.as_bytes());
        let catalogue = serde_json::to_vec(&made.catalogue).map_err(Error::down)?;
        let row = dossier::ActiveModel {
            state: Set(DossierState::Done.word().to_owned()),
            ended_at: Set(Some(open.now().0)),
            expires_at: Set(open.now().plus_millis(KEPT_MILLIS).0),
            catalogue_sealed: Set(Some(open.keys().seal(&place, &catalogue)?)),
            pages: Set(Some(i32::try_from(made.pages).map_err(Error::down)?)),
            base: Set(made.base),
            ..Default::default()
        };
        let is_own = open.change_claimed(of, row).await?;
        if is_own {
            let payload = serde_json::json!({
                "case": of.case, "bound": of.bound, "party": of.party, "asked_by": of.by, "pages": made.pages,
                "size": size, "sha256": made.sha256,
            });
            open.audit("dossier_made", &of.id.to_string(), &payload).await?;
        }
        open.commit().await?;
        Ok(is_own)
    }

    /// Gives a volume up.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails.
    pub async fn fail_dossier(&self, of: &ClaimedDossier, fault: DossierFault) -> Result<(), Error> {
        let open = self.operate_on(of.bureau.clone(), Access::Write).await?;
        let row = dossier::ActiveModel {
            state: Set(DossierState::Failed.word().to_owned()),
            ended_at: Set(Some(open.now().0)),
            fault: Set(Some(fault.word().to_owned())),
            ..Default::default()
        };
        if open.change_claimed(of, row).await? {
            let payload = serde_json::json!({ "case": of.case, "bound": of.bound, "fault": fault.word() });
            open.audit("dossier_failed", &of.id.to_string(), &payload).await?;
        }
        open.commit().await
    }
}

impl BureauStore {
    /// The volume that waits longest, or one whose server is gone.
    async fn next_dossier(&self) -> Result<Option<dossier::Model>, Error> {
        use dossier::Column as C;
        let since = self.now().plus_millis(-SILENT_MILLIS).0;
        for (state, gone) in [(DossierState::Waiting, None), (DossierState::Making, Some(since))] {
            let own = self.find::<dossier::Entity>().filter(C::State.eq(state.word()));
            let own = own.filter(
                gone.map_or_else(Condition::all, |since| Condition::all().add(C::TouchedAt.lt(since))),
            );
            let found = own.order_by_asc(C::Id).limit(1).one(self.tx()).await?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    async fn claim_dossier(&self) -> Result<Option<ClaimedDossier>, Error> {
        let Some(row) = self.next_dossier().await? else { return Ok(None) };
        let claim = Uuid::now_v7();
        let claimed = ClaimedDossier {
            bureau: self.bureau().clone(),
            id: DossierId(row.id),
            case: CaseId(row.case_id),
            bound: Bound::from_word(&row.bound)
                .ok_or_else(|| Error::down("a volume that is none was kept"))?,
            party: row.party.map(PartyId),
            by: PersonId(row.asked_by),
            claim,
        };
        let taken = dossier::ActiveModel {
            id: Set(row.id),
            claim: Set(Some(claim)),
            touched_at: Set(Some(self.now().0)),
            ..Default::default()
        };
        if row.tries < TRIES_MAX {
            let making = DossierState::Making.word().to_owned();
            let taken = dossier::ActiveModel { state: Set(making), tries: Set(row.tries + 1), ..taken };
            self.update::<dossier::Entity>(taken).await?;
            return Ok(Some(claimed));
        }
        let given_up = dossier::ActiveModel {
            state: Set(DossierState::Failed.word().to_owned()),
            ended_at: Set(Some(self.now().0)),
            fault: Set(Some(DossierFault::Broken.word().to_owned())),
            ..taken
        };
        self.update::<dossier::Entity>(given_up).await?;
        let payload = serde_json::json!({ "case": claimed.case, "bound": claimed.bound, "fault": DossierFault::Broken.word() });
        self.audit("dossier_failed", &claimed.id.to_string(), &payload).await?;
        Ok(None)
    }

    /// Changes a volume as long as it is this server's.
    async fn change_claimed(&self, of: &ClaimedDossier, row: dossier::ActiveModel) -> Result<bool, Error> {
        use dossier::Column as C;
        let own = self.change::<dossier::Entity>().set(row).filter(C::Id.eq(of.id.0));
        let own = own.filter(C::Claim.eq(of.claim)).filter(C::State.eq(DossierState::Making.word()));
        Ok(own.exec(self.tx()).await?.rows_affected > 0)
    }

    /// Volumes that have had their time go, with their bytes. Behind the bureau's head, behind which a file becomes
    /// evidence. How many lay there.
    pub(crate) async fn sweep_dossiers(&self, files: &Files) -> Result<usize, Error> {
        use dossier::Column as C;
        let gone = self.find::<dossier::Entity>().filter(C::ExpiresAt.lte(self.now().0)).limit(AT_ONCE);
        let gone = gone.all(self.tx()).await?;
        if gone.is_empty() {
            return Ok(0);
        }
        let ids: Vec<Uuid> = gone.iter().map(|row| row.id).collect();
        self.remove::<dossier::Entity>().filter(C::Id.is_in(ids)).exec(self.tx()).await?;
        let mut objects = 0;
        for sha256 in gone.into_iter().filter_map(|row| row.sha256) {
            if !self.is_named(&sha256).await? {
                files.drop_blob(self.bureau().id, &sha256).await?;
                objects += 1;
            }
        }
        Ok(objects)
    }
}
