//! A case that is open on paper, filled in on one page: it goes the way of every workbook, as one of one row.

use super::Site;
use super::administration::typed;
use super::answer::{page, see_other};
use super::kept_form::KeptForm;
use super::ledger::take;
use crate::exchange::{PaperCases, one_row};
use app::back_entry::{Filled, filled};
use app::caller::Caller;
use app::error::AppError;
use app::form::Typed;
use app::path;
use axum::extract::{Extension, OriginalUri, Path, RawForm};
use axum::response::Response;
use axum::routing::{MethodRouter, post};
use domain::ledger::LedgerNoun;

/// Longest part of the party's name in the file's name, in characters.
const NAME_MAX: usize = 40;

/// The route that takes a filled form.
pub fn route() -> MethodRouter<Site> {
    post(fill)
}

async fn fill(
    Extension(caller): Extension<Caller>,
    OriginalUri(uri): OriginalUri,
    Path(slug): Path<String>,
    form: RawForm,
) -> Response {
    match staged(&caller, &slug, typed(&form)).await {
        Ok(to) => see_other(&to),
        Err(AppError::SignIn) => match KeptForm::of(uri.path(), &form.0) {
            Some(kept) => kept.sign_in_again(caller.lang, None, ""),
            None => see_other(&path::sign_in()),
        },
        Err(error) => page(caller.lang, &error),
    }
}

async fn staged(caller: &Caller, slug: &str, form: Typed) -> Result<String, AppError> {
    let form = match filled(caller, slug, form).await? {
        Filled::Again(to) => return Ok(to),
        Filled::Right(form) => form,
    };
    let value = |name: &str| form.get(name).cloned().unwrap_or_default();
    let book = one_row(|column| value(column.word()), caller.lang);
    let book = book.map_err(|error| super::ledger::down(&error, caller))?;
    let party: String = value("party").chars().filter(|c| !c.is_control()).take(NAME_MAX).collect();
    let name = format!("{party}.xlsx");
    match take::<PaperCases>(caller, slug, (name, book)).await? {
        Ok(id) => Ok(path::import_found(slug, LedgerNoun::Cases, &id.to_string())),
        // It was judged before it was written; a form too long for a workbook's cell comes back as it is.
        Err(_) => Ok(path::case_from_paper(slug)),
    }
}
