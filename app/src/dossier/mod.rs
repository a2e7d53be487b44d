//! The dossier of a case (案卷): its catalogues as they stand, volumes that are asked for, and what one is made of. On the
//! server alone.

mod ask;
mod cover;
mod list;
mod mask;
mod plan;
mod show;
mod stand;
pub mod words;

pub use ask::{Asked, ask, take};
pub use list::{EvidenceList, evidence_list};
pub(crate) use plan::day_of;
pub use plan::{MaskedPaper, Plan, Planned, Source, plan};
pub use show::{Progress, Ready, Section, Shown, Volumes, volumes};

use crate::caller::Caller;
use crate::error::AppError;
use domain::role::Power;
use store::BureauStore;

/// A bureau's workspace for whoever may read its records. A visit from the city has no dossiers.
async fn workspace(caller: &Caller, slug: &str) -> Result<BureauStore, AppError> {
    caller.bureau_for(slug, Power::ReadRecords).await
}
