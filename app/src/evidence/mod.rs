//! The evidence of a case that is files (证据): the list, one file, and who adds and withdraws. On the server alone.

mod keep;
mod list;
mod one;
mod phone;
mod print;
pub mod words;

pub use keep::{Asked, Kept, cancel, declare, keep, look, refused, sheet, shown, upload, withdraw, writer};
pub use list::{Collector, Evidence, Line, Waiting, evidence, waiting};
pub use one::{Done, OneFile, one_file};
pub use phone::{Phone, give, phone, phone_going_on, phone_of_case};
pub use print::{sheet_lines, sheet_paper};

use crate::caller::Caller;
use crate::case::call::{desk, open};
use crate::error::AppError;
use domain::case::Case;
use domain::file::may_keep;
use domain::role::Power;
use store::{BureauStore, OpenCase};

/// A bureau's workspace for whoever may read its records.
async fn workspace(caller: &Caller, slug: &str) -> Result<BureauStore, AppError> {
    caller.bureau_for(slug, Power::ReadRecords).await
}

/// A case as it is.
async fn case_of(caller: &Caller, store: &BureauStore, case: &str) -> Result<OpenCase, AppError> {
    let desk = desk(caller, store).await?;
    open(caller, &desk, case).await
}

/// Whether whoever acts adds and withdraws evidence of a case.
fn may(store: &BureauStore, case: &Case) -> bool {
    store.actor().person.is_some_and(|person| may_keep(case, person, &store.actor().roles))
}
