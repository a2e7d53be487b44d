//! Volumes of dossiers are made beside the requests: one at a time on this server, whichever bureau waits. The row says
//! how far it is; a server that is stopped leaves it to the next one.

mod bind;
mod part;

use crate::web::Site;
use app::dossier::plan;
use domain::dossier::DossierFault;
use paper::Typesetter;
use std::sync::Arc;
use std::time::Duration;
use store::{ClaimedDossier, Error, Files, Store};
use tokio::sync::Notify;

/// What another server was asked for is seen after so long; what this one was asked for, at once.
const LOOK: Duration = Duration::from_secs(15);
/// So often a sign of life is given while one step takes long.
const SIGN: Duration = Duration::from_secs(20);

/// Makes volumes.
#[derive(Clone, Debug)]
pub struct Binder {
    store: Store,
    files: Files,
    papers: Arc<Typesetter>,
    wake: Arc<Notify>,
}

impl Binder {
    /// The binder of a site: it wakes when the site is asked for a volume.
    pub fn of(site: &Site) -> Self {
        Binder {
            store: site.store.clone(),
            files: site.evidence.clone(),
            papers: site.papers.clone(),
            wake: site.dossiers.clone(),
        }
    }

    /// Makes what waits, as long as the server runs.
    pub async fn work(self) {
        loop {
            match self.make_next().await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::error!(%error, "making a volume failed; tried again"),
            }
            let _ = tokio::time::timeout(LOOK, self.wake.notified()).await;
        }
    }

    /// Makes the volume that waits longest; whether there was one.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails; the volume is begun anew later.
    pub async fn make_next(&self) -> Result<bool, Error> {
        let Some(claimed) = self.store.claim_dossier().await? else { return Ok(false) };
        match self.make(&claimed).await {
            Ok(()) => {}
            Err(Trouble::Fault(fault)) => self.store.fail_dossier(&claimed, fault).await?,
            Err(Trouble::Down(error)) => return Err(error),
        }
        Ok(true)
    }

    async fn make(&self, claimed: &ClaimedDossier) -> Result<(), Trouble> {
        // In the name of whoever asked: what that person may not read is not bound.
        let store = self.store.read_as(&claimed.bureau.slug, claimed.by).await?;
        let plan = plan(&store, claimed.case, (claimed.bound, claimed.party)).await?;
        drop(store);
        let Some(made) = self.bound(claimed, plan).await? else { return Ok(()) };
        self.store.finish_dossier(claimed, &self.files, made).await?;
        Ok(())
    }
}

/// Why a volume is not made.
enum Trouble {
    /// It cannot be made, and is given up.
    Fault(DossierFault),
    /// Something failed that may work later.
    Down(Error),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound | Error::Forbidden(_) => Trouble::Fault(DossierFault::NoRight),
            other => Trouble::Down(other),
        }
    }
}
