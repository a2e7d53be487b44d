//! Goods and money (财物与款项): of a case, and of the bureau as a ledger. On the server alone.

mod account;
mod case;
mod goods;
mod ledger;
pub mod words;

pub use account::AccountSheet;
pub use case::{CaseMoney, case_money};
pub use ledger::{LedgerSheet, ledger, ledger_lines};

use crate::caller::Caller;
use crate::error::AppError;
use domain::role::Power;
use store::BureauStore;

/// A table in the person's language: the first cell of a row names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoneyTable {
    pub caption: String,
    pub head: Vec<&'static str>,
    pub rows: Vec<Vec<String>>,
    /// Where the first cell of each row leads; empty where none leads anywhere.
    pub links: Vec<String>,
    /// The row of sums; none where nothing is summed.
    pub sum: Option<Vec<String>>,
}

/// A bureau's workspace for whoever may read its records. A visit from the city has no money.
async fn workspace(caller: &Caller, slug: &str) -> Result<BureauStore, AppError> {
    caller.bureau_for(slug, Power::ReadRecords).await
}
