//! The papers of a case (文书): which its steps call for, what each lacks, what a preview prints, and the way of those that
//! were issued. On the server alone.

mod agree;
mod issue;
mod issued;
mod list;
mod out;
pub mod scan;
mod way;
pub mod words;

pub use issue::{Begun, Issuing, begin_issue};
pub use issued::Issued;
pub use list::{Lacking, Listed, Make, Papers, papers};
pub use out::{Out, OutLine, papers_out};
pub use way::{Marked, mark};

use crate::caller::Caller;
use crate::case::call::desk;
use crate::error::AppError;
use domain::Lang;
use domain::case::Case;
use domain::catalogue::PartyKind;
use domain::id::{CaseId, PartyId};
use domain::paper::{Issuer, Missing, Paper, PaperCopy, PaperKind, Sheet, Slot, Sources, bind, called_for};
use domain::role::Power;
use std::collections::BTreeMap;
use store::{Bureau, BureauStore, CaseDesk, Copied};

/// The bureau as its papers name it.
pub(crate) fn issuer(of: &Bureau) -> Issuer {
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

/// A paper that is printed as it stands, neither frozen nor a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPaper {
    pub kind: PaperKind,
    /// What identifies it.
    pub name: String,
    /// What its template is told.
    pub facts: serde_json::Value,
    /// Year, month and day that it bears.
    pub day: (i32, u8, u8),
}

/// What a template is told of a paper that is printed as it stands.
pub(crate) fn plain(sheet: &Sheet, is_practice: bool) -> serde_json::Value {
    // Plain values: they can always be told.
    let mut facts = serde_json::to_value(sheet).unwrap_or_default();
    for (mark, is_set) in [("draft", false), ("file_copy", true), ("practice", is_practice)] {
        facts[mark] = is_set.into();
    }
    facts
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

/// All that a paper lacks, in sentences.
fn lacks(missing: &[Missing], lang: Lang) -> AppError {
    let sentences: Vec<String> = missing.iter().map(|one| one.sentence(lang)).collect();
    AppError::Refused(sentences.join(" "))
}

/// A copy of an issued paper: the bytes as they were made.
///
/// # Errors
/// [`AppError::NotFound`] for a case, a paper or a copy that is not there.
pub async fn issued_copy(
    caller: &Caller,
    slug: &str,
    case: &str,
    (id, copy): (&str, PaperCopy),
) -> Result<Copied, AppError> {
    let store = workspace(caller, slug).await?;
    let not_there = || caller.refuse(AppError::NotFound);
    let case = case.parse().map_err(|_| not_there())?;
    let id = id.parse().map_err(|_| not_there())?;
    store.copied_paper(case, id, copy).await.map_err(|error| caller.redact(error))
}

/// The paper of a case that its word names, as a copy prints it: numbers of persons are masked.
///
/// # Errors
/// [`AppError::NotFound`] for a case, a paper or a copy that is not there, [`AppError::Refused`] with all that is missing.
pub async fn paper(
    caller: &Caller,
    slug: &str,
    case: &str,
    (word, copy): (&str, PaperCopy),
) -> Result<Paper, AppError> {
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let open = crate::case::call::open(caller, &desk, case).await?;
    let id_numbers = id_numbers(caller, &desk, open.id, &open.case).await?;
    let issuer = issuer(store.bureau());
    let sources =
        Sources { case: &open.case, context: desk.context(), issuer: &issuer, id_numbers: &id_numbers };
    let named = |slot: &Slot| slot.word().as_deref() == Some(word);
    let slot = called_for(&open.case).into_iter().find(named).ok_or(AppError::NotFound)?;
    if !slot.kind.copies().contains(&copy) {
        return Err(AppError::NotFound);
    }
    bind(slot, &sources).map_err(|missing| lacks(&missing, caller.lang))
}
