//! What was bound of a scan is entered: each paper is back, or nothing is.

use super::super::workspace;
use super::judge::{Entering, FORM, Judged, called, judged};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use domain::paper::{PaperCopy, ScanFault};
use domain::role::Power;
use store::{BoundPaper, EnterFault, Error, Files};

/// What became of a scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// It was entered: where that leads.
    To(String),
    Fault(ScanFault),
    /// It is not what was judged any more, or bytes are not where they were laid: to be done again.
    Again,
}

/// The copies of the papers of a scan as they were made, in its order.
///
/// # Errors
/// [`AppError::NotFound`] for one that is not there.
pub async fn made_copies(caller: &Caller, slug: &str, entering: &Entering) -> Result<Vec<Vec<u8>>, AppError> {
    let store = workspace(caller, slug).await?;
    let mut copies = Vec::with_capacity(entering.papers.len());
    for one in &entering.papers {
        let copy = store.copied_paper(one.paper.case, one.paper.id, PaperCopy::File).await;
        copies.push(copy.map_err(|error| caller.redact(error))?.pdf);
    }
    Ok(copies)
}

/// What is bound of a scan is about to be laid down: size and hash of each.
///
/// # Errors
/// [`AppError::NotFound`] when the scan was dropped meanwhile.
pub async fn name_bound(
    caller: &Caller,
    slug: &str,
    entering: &Entering,
    bound: &[BoundPaper],
) -> Result<(), AppError> {
    let redact = |error| caller.redact(error);
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    let laid: Vec<(u64, String)> = bound.iter().map(|one| (one.size, one.sha256.clone())).collect();
    store.name_bound_scans(entering.scan, &laid).await.map_err(redact)?;
    store.commit().await.map_err(redact)
}

/// Enters what was bound of a scan. All is judged again, under the bureau's head.
///
/// # Errors
/// As [`super::judge_scan`].
pub async fn enter_scan(
    caller: &Caller,
    (slug, id): (&str, &str),
    form: &Typed,
    files: &Files,
    (entering, bound): (&Entering, &[BoundPaper]),
) -> Result<Entered, AppError> {
    let redact = |error| caller.redact(error);
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    match judged(caller, &store, id, form).await? {
        Judged::Before(to) => return Ok(Entered::To(to)),
        Judged::Fault(fault) => return Ok(Entered::Fault(fault)),
        Judged::Now(now) if *now != *entering => return Ok(Entered::Again),
        Judged::Now(_) => {}
    }
    let entered = match store.enter_scan(files, entering.scan, bound, entering.on).await {
        Err(Error::Conflict) => return Ok(Entered::Again),
        entered => entered.map_err(redact)?,
    };
    if let Err((at, fault)) = entered {
        let name = bound.get(at).map(|one| called(&one.paper, caller)).unwrap_or_default();
        return Ok(Entered::Fault(match fault {
            EnterFault::Paper(fault) => ScanFault::Paper(name, fault),
            EnterFault::Many => ScanFault::ManyScans(name),
        }));
    }
    let to = format!("{}?done={}", path::scans(slug), bound.len());
    let token = typed(form, "token").parse();
    let token = token.map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    store.keep_sent(token, FORM, &to).await.map_err(redact)?;
    store.commit().await.map_err(redact)?;
    Ok(Entered::To(to))
}
