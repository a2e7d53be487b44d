//! Files come in, become evidence, are looked at and withdrawn: who may, and in one transaction each.

use super::{case_of, may, words, workspace};
use crate::caller::Caller;
use crate::case::call::{desk, open};
use crate::error::AppError;
use crate::form::{Typed, typed};
use domain::Lang;
use domain::file::{EvidenceSheet, FileFault, FileName, SheetFault, read_sheet};
use domain::id::{BureauId, CaseId, UploadId};
use domain::role::Power;
use store::{BureauStore, EvidenceFile, Files, FoundFile, Upload, UploadPart};

/// A file on its way in, with what it takes to go on with it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub bureau: BureauId,
    pub upload: Upload,
    pub parts: Vec<UploadPart>,
}

/// What became of a sheet.
#[derive(Clone, Debug)]
pub enum Kept {
    Evidence,
    /// The sheet has to be mended.
    Sheet(Vec<SheetFault>),
    /// The bytes are not where they were laid: to be laid again.
    Gone,
}

pub(super) fn only_officers(lang: Lang) -> AppError {
    AppError::Forbidden(words::only_officers(lang).to_owned())
}

/// A bureau to write in, for whoever adds and withdraws evidence of a case.
///
/// # Errors
/// [`AppError::NotFound`] for a case that is not there, [`AppError::Forbidden`] for whoever may not.
pub async fn writer(caller: &Caller, slug: &str, case: &str) -> Result<(BureauStore, CaseId), AppError> {
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    let open = case_of(caller, &store, case).await?;
    if may(&store, &open.case) { Ok((store, open.id)) } else { Err(only_officers(caller.lang)) }
}

/// A file is to come in.
///
/// # Errors
/// As [`writer`]; [`AppError::Refused`] when it cannot.
pub async fn declare(
    caller: &Caller,
    slug: &str,
    case: &str,
    (name, size): (&FileName, u64),
) -> Result<UploadId, AppError> {
    let redact = |error| caller.redact(error);
    let (store, case) = writer(caller, slug, case).await?;
    match store.declare_upload(case, name, size).await.map_err(redact)? {
        Ok(id) => {
            store.commit().await.map_err(redact)?;
            Ok(id)
        }
        Err(fault) => Err(refused(fault, caller.lang)),
    }
}

/// Why a file does not come in.
#[must_use]
pub fn refused(fault: FileFault, lang: Lang) -> AppError {
    AppError::Refused(fault.message(lang))
}

/// A file of a case on its way in.
///
/// # Errors
/// As [`writer`]; [`AppError::NotFound`] for one that is not there.
pub async fn upload(caller: &Caller, slug: &str, case: &str, id: &str) -> Result<Asked, AppError> {
    let redact = |error| caller.redact(error);
    let store = workspace(caller, slug).await?;
    let open = case_of(caller, &store, case).await?;
    if !may(&store, &open.case) {
        return Err(only_officers(caller.lang));
    }
    let id: UploadId = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let upload = store.upload(open.id, id).await.map_err(redact)?;
    let parts = store.upload_parts(id).await.map_err(redact)?;
    Ok(Asked { bureau: store.bureau().id, upload, parts })
}

/// Gives up a file on its way in.
///
/// # Errors
/// As [`upload`].
pub async fn cancel(caller: &Caller, slug: &str, case: &str, id: UploadId) -> Result<(), AppError> {
    let redact = |error| caller.redact(error);
    let (store, case) = writer(caller, slug, case).await?;
    let upload = store.upload(case, id).await.map_err(redact)?;
    if upload.evidence.is_none() {
        store.cancel_upload(&upload).await.map_err(redact)?;
    }
    store.commit().await.map_err(redact)
}

/// Reads the sheet that was filled in, and judges it by the case.
///
/// # Errors
/// As [`writer`].
pub async fn sheet(
    caller: &Caller,
    slug: &str,
    case: &str,
    form: &Typed,
) -> Result<Result<EvidenceSheet, Vec<SheetFault>>, AppError> {
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let open = open(caller, &desk, case).await?;
    if !may(&store, &open.case) {
        return Err(only_officers(caller.lang));
    }
    Ok(read_sheet(|field| typed(form, field)).and_then(|sheet| {
        sheet.judge(&open.case, &desk.context(), store.now())?;
        Ok(sheet)
    }))
}

/// A file that is laid down becomes evidence; case, person and sheet are judged again.
///
/// # Errors
/// As [`upload`].
pub async fn keep(
    caller: &Caller,
    (slug, case, files): (&str, &str, &Files),
    (upload, found, thumbnail): (&Upload, &FoundFile, Option<&str>),
    sheet: &EvidenceSheet,
) -> Result<Kept, AppError> {
    let redact = |error| caller.redact(error);
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    let desk = desk(caller, &store).await?;
    let open = open(caller, &desk, case).await?;
    if !may(&store, &open.case) {
        return Err(only_officers(caller.lang));
    }
    if let Err(faults) = sheet.judge(&open.case, &desk.context(), store.now()) {
        return Ok(Kept::Sheet(faults));
    }
    drop(desk);
    match store.keep_evidence(files, (upload, found, thumbnail), sheet).await {
        Ok(_) => store.commit().await.map_err(redact).map(|()| Kept::Evidence),
        Err(store::Error::Conflict) => Ok(Kept::Gone),
        Err(error) => Err(redact(error)),
    }
}

/// A person opens a file: that stands in the audit before a byte is sent.
///
/// # Errors
/// [`AppError::NotFound`] for a file that is not there, or another case's or bureau's.
pub async fn look(caller: &Caller, slug: &str, (case, id): (&str, &str)) -> Result<EvidenceFile, AppError> {
    let redact = |error| caller.redact(error);
    let file = shown(caller, slug, (case, id)).await?;
    let store = workspace(caller, slug).await?;
    let is_looking = store.is_looking_at(&file).await.map_err(redact)?;
    drop(store);
    if !is_looking {
        let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
        store.look_at_evidence(&file).await.map_err(redact)?;
        store.commit().await.map_err(redact)?;
    }
    Ok(file)
}

/// A file of a case, for whoever may see the case.
///
/// # Errors
/// As [`look`].
pub async fn shown(caller: &Caller, slug: &str, (case, id): (&str, &str)) -> Result<EvidenceFile, AppError> {
    let redact = |error| caller.redact(error);
    let not_there = || caller.refuse(AppError::NotFound);
    let store = workspace(caller, slug).await?;
    let case: CaseId = case.parse().map_err(|_| not_there())?;
    let id = id.parse().map_err(|_| not_there())?;
    store.evidence_file(case, id).await.map_err(redact)
}

/// Withdraws a file for a reason; what is wrong with the reason, when something is.
///
/// # Errors
/// As [`writer`]; [`AppError::NotFound`] for a file that is not there.
pub async fn withdraw(
    caller: &Caller,
    slug: &str,
    (case, id): (&str, &str),
    reason: &str,
) -> Result<Result<(), &'static str>, AppError> {
    let redact = |error| caller.redact(error);
    let (store, case) = writer(caller, slug, case).await?;
    let id = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let file = store.evidence_file(case, id).await.map_err(redact)?;
    let Ok(reason) = reason.parse() else { return Ok(Err(words::no_reason(caller.lang))) };
    if !store.withdraw_evidence(&file, &reason).await.map_err(redact)? {
        return Ok(Err(words::withdrawn_before(caller.lang)));
    }
    store.commit().await.map_err(redact)?;
    Ok(Ok(()))
}
