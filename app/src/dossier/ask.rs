//! Volumes are asked for and taken along.

use super::stand::standing;
use super::{words, workspace};
use crate::caller::Caller;
use crate::case::call::desk;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use domain::dossier::{Bound, DossierState};
use domain::id::{BureauId, CaseId, DossierId, PartyId};
use domain::role::Power;
use store::{DossierRow, NewDossier, Sent};

/// What became of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It waits: where the page stands.
    To(String),
    /// It does not, and why.
    Problem(&'static str),
}

/// The act under which a form's token is kept.
const FORM: &str = "dossier";

/// Asks for the volume that a form names.
///
/// # Errors
/// [`AppError::NotFound`] for a case that is not there, [`AppError::Forbidden`] for whoever may not read it,
/// [`AppError::Invalid`] for another form.
pub async fn ask(caller: &Caller, slug: &str, case: &str, form: &Typed) -> Result<Asked, AppError> {
    let redact = |error| caller.redact(error);
    let invalid = || caller.refuse(AppError::Invalid(String::new()));
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    let case: CaseId = case.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let bound = Bound::from_word(&typed(form, "bound")).ok_or_else(invalid)?;
    let token = typed(form, "token").parse().map_err(|_| invalid())?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(Asked::To(to));
    }
    let desk = desk(caller, &store).await?;
    let standing = standing(&store, &desk, case).await.map_err(redact)?;
    drop(desk);
    let parties = standing.open.case.parties();
    let party: Option<PartyId> = match bound {
        Bound::Main | Bound::Inner => None,
        Bound::Reading if parties.len() == 1 => parties.first().map(|party| party.id),
        Bound::Reading => {
            let chosen = typed(form, "party");
            parties.iter().map(|party| party.id).find(|id| id.to_string() == chosen)
        }
    };
    if bound == Bound::Reading && party.is_none() {
        return Ok(Asked::Problem(words::choose_party(caller.lang)));
    }
    let new = NewDossier { case, bound, party, base: standing.base };
    if store.ask_dossier(new).await.map_err(redact)?.is_none() {
        return Ok(Asked::Problem(words::too_many(caller.lang)));
    }
    let to = path::case_dossier(slug, &case.to_string());
    store.keep_sent(token, FORM, &to).await.map_err(redact)?;
    store.commit().await.map_err(redact)?;
    Ok(Asked::To(to))
}

/// A finished volume, which stands in the audit as taken along before a byte is sent; and the bureau where its bytes lie.
///
/// # Errors
/// [`AppError::NotFound`] for a volume that is not there or not finished, [`AppError::Refused`] for one that no longer
/// agrees with its case.
pub async fn take(
    caller: &Caller,
    slug: &str,
    (case, id): (&str, &str),
) -> Result<(BureauId, DossierRow), AppError> {
    let redact = |error| caller.redact(error);
    let not_there = || caller.refuse(AppError::NotFound);
    // Looked up in a transaction that only reads: whoever may not look leaves no trace and takes no lock.
    let store = workspace(caller, slug).await?;
    let case: CaseId = case.parse().map_err(|_| not_there())?;
    let id: DossierId = id.parse().map_err(|_| not_there())?;
    let row = store.dossier(case, id).await.map_err(redact)?;
    if row.state != DossierState::Done {
        return Err(not_there());
    }
    let desk = desk(caller, &store).await?;
    let standing = standing(&store, &desk, case).await.map_err(redact)?;
    drop(desk);
    drop(store);
    if standing.base != row.base {
        return Err(AppError::Refused(words::outdated(caller.lang).to_owned()));
    }
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    store.take_dossier(&row).await.map_err(redact)?;
    let bureau = store.bureau().id;
    store.commit().await.map_err(redact)?;
    Ok((bureau, row))
}
