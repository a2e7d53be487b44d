//! The papers of a case (文书): which its steps call for, what each lacks, and what a preview prints. On the server alone.

mod list;
pub mod words;

pub use list::{Lacking, Listed, Papers, papers};

use crate::caller::Caller;
use crate::case::call::desk;
use crate::error::AppError;
use domain::case::Case;
use domain::catalogue::PartyKind;
use domain::id::{CaseId, PartyId};
use domain::paper::{Issuer, Paper, Slot, Sources, bind, called_for};
use domain::role::Power;
use std::collections::BTreeMap;
use store::{Bureau, BureauStore, CaseDesk};

/// The bureau as its papers name it.
fn issuer(of: &Bureau) -> Issuer {
    Issuer {
        name: of.full_name.clone(),
        government: of.government.clone(),
        court: of.court.clone(),
        bank: of.bank.clone(),
        account: of.bank_account.clone(),
        address: of.address.clone(),
        phone: of.phone.clone(),
    }
}

/// The masked identity numbers of the citizens among the parties.
async fn id_numbers(
    caller: &Caller,
    desk: &CaseDesk<'_>,
    id: CaseId,
    case: &Case,
) -> Result<BTreeMap<PartyId, String>, AppError> {
    let mut numbers = BTreeMap::new();
    for party in case.parties().into_iter().filter(|party| party.kind == PartyKind::Citizen) {
        let contact = desk.masked_contact(id, party.id).await.map_err(|error| caller.redact(error))?;
        if let Some(number) = contact.id_number {
            numbers.insert(party.id, number);
        }
    }
    Ok(numbers)
}

/// A bureau's workspace for whoever may read its records. A visit from the city has no papers.
async fn workspace(caller: &Caller, slug: &str) -> Result<BureauStore, AppError> {
    caller.bureau_for(slug, Power::ReadRecords).await
}

/// The paper of a case that its word names, as a copy prints it: numbers of persons are masked.
///
/// # Errors
/// [`AppError::NotFound`] for a case or a paper that is not there, [`AppError::Refused`] with all that is missing.
pub async fn paper(caller: &Caller, slug: &str, case: &str, word: &str) -> Result<Paper, AppError> {
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let open = crate::case::call::open(caller, &desk, case).await?;
    let id_numbers = id_numbers(caller, &desk, open.id, &open.case).await?;
    let issuer = issuer(store.bureau());
    let sources =
        Sources { case: &open.case, context: desk.context(), issuer: &issuer, id_numbers: &id_numbers };
    let named = |slot: &Slot| slot.word().as_deref() == Some(word);
    let slot = called_for(&open.case).into_iter().find(named).ok_or(AppError::NotFound)?;
    bind(slot, &sources).map_err(|missing| {
        let sentences: Vec<String> = missing.iter().map(|one| one.sentence(caller.lang)).collect();
        AppError::Refused(sentences.join(" "))
    })
}
