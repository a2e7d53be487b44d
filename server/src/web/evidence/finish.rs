//! A file that came in becomes evidence: judged whole, laid under its hash, and only then written down. Stopped anywhere
//! it can be done again.

use super::{down, thumbnail};
use crate::web::Site;
use app::caller::Caller;
use app::error::AppError;
use app::evidence::{Asked, Kept, cancel, keep, upload, words};
use domain::file::{EvidenceSheet, SheetFault};
use sha2::{Digest, Sha256};
use store::FoundFile;

/// Times that a file is laid down which a sweep took away in between.
const TRIES_MAX: usize = 3;

/// What became of a file.
#[derive(Debug)]
pub enum Finished {
    Evidence,
    /// It cannot come in; in words.
    Fault(String),
    Sheet(Vec<SheetFault>),
}

/// Makes a file evidence; one that is it already stays so.
pub async fn finish(
    site: &Site,
    caller: &Caller,
    (slug, case, id): (&str, &str, &str),
    sheet: &EvidenceSheet,
) -> Result<Finished, AppError> {
    let asked = upload(caller, slug, case, id).await?;
    if asked.upload.evidence.is_some() {
        return Ok(Finished::Evidence);
    }
    let told = |what: &str| words::of_file(asked.upload.name.as_str(), what, caller.lang);
    if !asked.upload.is_whole() {
        return Ok(Finished::Fault(told(words::not_whole(caller.lang))));
    }
    let judged = site.evidence.judged(asked.bureau, &asked.upload, &asked.parts).await;
    let found = match judged.map_err(|error| caller.redact(error))? {
        Ok(found) => found,
        Err(fault) => {
            cancel(caller, slug, case, asked.upload.id).await?;
            return Ok(Finished::Fault(told(&fault.message(caller.lang))));
        }
    };
    for _ in 0..TRIES_MAX {
        let small = laid(site, caller, (slug, case), &asked, &found).await?;
        let file = (&asked.upload, &found, small.as_deref());
        match keep(caller, (slug, case, &site.evidence), file, sheet).await? {
            Kept::Evidence => return Ok(Finished::Evidence),
            Kept::Sheet(faults) => return Ok(Finished::Sheet(faults)),
            Kept::Gone => {}
        }
    }
    Err(down(caller, &"the bytes were taken away while they were laid down"))
}

/// Lays a file and its small picture down; answers the hash of the picture. Each is named in the database before it lies
/// there, so that whatever is stopped is swept away.
async fn laid(
    site: &Site,
    caller: &Caller,
    (slug, case): (&str, &str),
    asked: &Asked,
    found: &FoundFile,
) -> Result<Option<String>, AppError> {
    let redact = |error| caller.redact(error);
    let named = async |small: Option<&str>| {
        let (store, _) = app::evidence::writer(caller, slug, case).await?;
        store.upload_found(&asked.upload, found, small).await.map_err(redact)?;
        store.commit().await.map_err(redact)
    };
    named(None).await?;
    site.evidence.compose(asked.bureau, asked.upload.id, &asked.parts, found).await.map_err(redact)?;
    if !found.content.has_thumbnail() || found.size > thumbnail::SOURCE_BYTES_MAX {
        return Ok(None);
    }
    let bytes = site.evidence.read_small(asked.bureau, &found.sha256).await.map_err(redact)?;
    let Some(small) = thumbnail::of(found.content, bytes).await else { return Ok(None) };
    let hash: String = Sha256::digest(&small).iter().map(|byte| format!("{byte:02x}")).collect();
    named(Some(&hash)).await?;
    site.evidence.put_small(asked.bureau, &hash, &small).await.map_err(redact)?;
    Ok(Some(hash))
}
