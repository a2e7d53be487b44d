//! What a form is about beyond what is typed: the establishment of the register that a party is, and the warning of
//! an earlier case that was not obeyed. The case is linked to both and keeps a snapshot of the party.

use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use domain::case::{ActKind, Case, EarlierWarning, Party};
use domain::id::{CaseId, EstablishmentId, PartyId};
use domain::value::CreditCode;
use store::{BureauStore, CaseDesk, EstablishmentRecord};

/// What a case about to begin is said to be about.
#[derive(Clone, Debug)]
pub struct About {
    pub party: Party,
    /// The warning that the party did not obey.
    pub warning: Option<EarlierWarning>,
}

fn party_of(record: &EstablishmentRecord) -> Option<Party> {
    Party::of_establishment(PartyId(store::token::fresh()), record.id, &record.establishment)
}

/// What a case about to begin is said to be about; `entry` is an establishment's id, or [`crate::path::warned`] with
/// a case and its party, or empty.
///
/// # Errors
/// [`AppError::NotFound`] for an establishment or a case that this bureau does not have.
pub async fn about(
    caller: &Caller,
    store: &BureauStore,
    desk: &CaseDesk<'_>,
    kind: ActKind,
    entry: &str,
) -> Result<Option<About>, AppError> {
    if !kind.begins_a_case() || entry.is_empty() {
        return Ok(None);
    }
    let not_found = || caller.refuse(AppError::NotFound);
    if let Some((case, party)) = crate::path::read_warned(entry) {
        let (case, party): (CaseId, PartyId) =
            case.parse().ok().zip(party.parse().ok()).ok_or_else(not_found)?;
        let open = desk.case(case).await.map_err(|error| caller.redact(error))?;
        let track = open.case.track(party).ok_or_else(not_found)?;
        let party = Party { id: PartyId(store::token::fresh()), acts: Vec::new(), ..track.party.clone() };
        let warning = open.case.warning_of(track.party.id, &desk.context());
        let warning = warning.map(|warning| EarlierWarning { case: Some(case), ..warning });
        return Ok(Some(About { party, warning }));
    }
    let id: EstablishmentId = entry.parse().map_err(|_| not_found())?;
    let record = store.establishment(id).await.map_err(|error| caller.redact(error))?;
    Ok(party_of(&record).map(|party| About { party, warning: None }))
}

/// The establishment that the party of a sent form is: the one that the clue was about, else the one with the code
/// that was typed, or with the name that was typed or that the completed party has.
///
/// # Errors
/// [`AppError::Down`] when the database fails.
pub async fn registered(
    caller: &Caller,
    store: &BureauStore,
    kind: ActKind,
    case: Option<&Case>,
    about: Option<&About>,
    sent: &Typed,
) -> Result<Option<Party>, AppError> {
    let names = matches!(kind, ActKind::File | ActKind::AddParty | ActKind::CompleteParty);
    if !kind.begins_a_case() && !names {
        return Ok(None);
    }
    let completed = case.filter(|_| kind == ActKind::CompleteParty);
    let completed = completed.and_then(|case| case.track(typed(sent, "party").parse().ok()?));
    let name = completed.map_or_else(|| typed(sent, "party_name"), |track| track.party.name.to_string());
    let named = |party: &Party| party.name.as_str() == name.trim();
    let told = match case {
        None => about.map(|about| about.party.clone()),
        Some(case) if matches!(kind, ActKind::File | ActKind::PenaliseOnTheSpot) => {
            case.suspects().find(|party| named(party)).or(case.suspects().next()).cloned()
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
