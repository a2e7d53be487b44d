//! Goods and money: of a case and of the bureau, read without a script.

mod case;
mod ledger;
mod table;

pub use case::case_route;
pub use ledger::{export_route, ledger_route};

use super::answer::{page, see_other};
use app::caller::Caller;
use app::error::AppError;
use app::path;
use axum::response::Response;

/// Whoever is not signed in comes back here afterwards.
fn refused(caller: &Caller, here: &str, error: &AppError) -> Response {
    match error {
        AppError::SignIn => see_other(&path::sign_in_then(here)),
        other => page(caller.lang, other),
    }
}
