//! The establishment of the register that a party is: the case is linked to it and keeps a snapshot.

use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use domain::case::{ActKind, Case, Party};
use domain::id::{EstablishmentId, PartyId};
use domain::value::CreditCode;
use store::{BureauStore, EstablishmentRecord};

fn party_of(record: &EstablishmentRecord) -> Option<Party> {
    Party::of_establishment(PartyId(store::token::fresh()), record.id, &record.establishment)
}

/// The establishment that a case about to begin is said to be about; `entry` is its id, or empty.
///
/// # Errors
/// [`AppError::NotFound`] for an establishment that this bureau's register does not have.
pub async fn suspect(
    caller: &Caller,
    store: &BureauStore,
    kind: ActKind,
    entry: &str,
) -> Result<Option<Party>, AppError> {
    if !kind.begins_a_case() || entry.is_empty() {
        return Ok(None);
    }
    let id: EstablishmentId = entry.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let record = store.establishment(id).await.map_err(|error| caller.redact(error))?;
    Ok(party_of(&record))
}

/// The establishment that the party of a sent form is: the one that the clue was about, else the one with the code
/// or name that was typed.
///
/// # Errors
/// As [`suspect`].
pub async fn registered(
    caller: &Caller,
    store: &BureauStore,
    kind: ActKind,
    case: Option<&Case>,
    sent: &Typed,
) -> Result<Option<Party>, AppError> {
    if !kind.begins_a_case() && !matches!(kind, ActKind::File | ActKind::AddParty) {
        return Ok(None);
    }
    let name = typed(sent, "party_name");
    let named = |party: &Party| party.name.as_str() == name.trim();
    let told = match case {
        None => suspect(caller, store, kind, &typed(sent, "entry")).await?,
        Some(case) if matches!(kind, ActKind::File | ActKind::PenaliseOnTheSpot) => {
            case.clue.parties.first().cloned()
        }
        Some(_) => None,
    };
    if let Some(party) = told.filter(|party| party.establishment.is_some() && named(party)) {
        return Ok(Some(party));
    }
    let code = CreditCode::parse(&typed(sent, "credit_code")).ok();
    if code.is_none() && name.trim().is_empty() {
        return Ok(None);
    }
    let found = store.establishment_of_party(code.as_ref(), &name).await;
    Ok(found.map_err(|error| caller.redact(error))?.as_ref().and_then(party_of))
}
