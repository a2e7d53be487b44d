//! Goods and money of a case, in the person's language.

use super::account::{AccountSheet, sheet};
use super::{MoneyTable, goods, workspace};
use crate::caller::Caller;
use crate::case::call::{desk, open};
use crate::error::AppError;
use crate::path;

/// What is held, and what is owed and paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMoney {
    pub number: String,
    pub title: String,
    /// The ways back to the case, to its papers, to its evidence with the photographs, and to the bureau's ledger.
    pub back: String,
    pub papers: String,
    pub evidence: String,
    pub ledger: String,
    pub goods: MoneyTable,
    /// What decisions confiscate by their own words, whether it was held or not.
    pub confiscated: MoneyTable,
    pub accounts: Vec<AccountSheet>,
}

/// The goods and the money of a case.
///
/// # Errors
/// [`AppError::NotFound`] for a case that is not there, or another bureau's.
pub async fn case_money(caller: &Caller, slug: &str, case: &str) -> Result<CaseMoney, AppError> {
    let store = workspace(caller, slug).await?;
    let desk = desk(caller, &store).await?;
    let open = open(caller, &desk, case).await?;
    let (id, lang, context) = (open.id.to_string(), caller.lang, desk.context());
    let accounts = open.case.accounts(&context);
    let first = open.case.parties().first().map(|party| party.name.to_string());
    Ok(CaseMoney {
        number: open.case.clue.number.clone().unwrap_or_default(),
        title: first.unwrap_or_default(),
        back: path::case(slug, &id),
        papers: path::case_papers(slug, &id),
        evidence: path::case_evidence(slug, &id),
        ledger: path::ledger(slug),
        goods: goods::held(&open.case, &context, lang),
        confiscated: goods::confiscated(&open.case, lang),
        accounts: accounts.iter().map(|account| sheet(&open.case, account, context.today, lang)).collect(),
    })
}
