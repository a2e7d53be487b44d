//! Scans of signed papers come back (扫描件入卷): read, looked at page by page, entered. On the server alone.

mod begin;
mod enter;
mod judge;
mod review;
pub mod words;

pub use begin::{ScanDesk, ScannedIn, begin_scan, scan_desk, scanner};
pub use enter::{Entered, enter_scan, made_copies, name_bound};
pub use judge::{Entering, Judged, ToBind, judge_scan};
pub use review::{Choice, Review, ReviewPage, review_scan, scan_picture};

use super::workspace;
use crate::caller::Caller;
use crate::error::AppError;
use domain::id::{BureauId, PaperScanId};
use store::PaperScan;

/// What a page of a scan may become beside a paper.
pub const LEFT: &str = "left";

/// A scan of a case's papers, for whoever may read the case.
///
/// # Errors
/// [`AppError::NotFound`] for one that is not there.
pub async fn paper_scan(
    caller: &Caller,
    slug: &str,
    (case, id): (&str, &str),
) -> Result<(BureauId, PaperScan), AppError> {
    let store = workspace(caller, slug).await?;
    let not_there = || caller.refuse(AppError::NotFound);
    let case = case.parse().map_err(|_| not_there())?;
    let id: PaperScanId = id.parse().map_err(|_| not_there())?;
    let scan = store.paper_scan(case, id).await.map_err(|error| caller.redact(error))?;
    Ok((store.bureau().id, scan))
}

/// Gives a scan of the person up.
///
/// # Errors
/// [`AppError::NotFound`] for one that is not there.
pub async fn drop_scan(caller: &Caller, slug: &str, id: &str) -> Result<(), AppError> {
    let redact = |error| caller.redact(error);
    let store = caller.bureau_to_write(slug, domain::role::Power::ReadRecords).await?;
    let id = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    store.drop_scan(id).await.map_err(redact)?;
    store.commit().await.map_err(redact)
}
