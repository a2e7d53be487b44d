//! What is marked on an issued paper: printed, signed and sealed and back, its scan withdrawn, void.

use super::issued::Maker;
use crate::caller::Caller;
use crate::case::call::{desk, open};
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use domain::case::taken_back;
use domain::id::IssuedPaperId;
use domain::paper::PaperFault;
use domain::role::Power;
use domain::value::parse_day;
use store::Sent;

/// What became of a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marked {
    /// It was done: where the list stands.
    To(String),
    /// It was not; the form comes back as it was filled in.
    Fault(PaperFault),
}

/// Marks the issued paper that a form names: `act` is printed, back, unscan or void.
///
/// # Errors
/// [`AppError::NotFound`] for a case or a paper that is not there, [`AppError::Forbidden`] for whoever may not,
/// [`AppError::Invalid`] for another act.
pub async fn mark(
    caller: &Caller,
    slug: &str,
    case: &str,
    act: &str,
    form: &Typed,
) -> Result<Marked, AppError> {
    let redact = |error| caller.redact(error);
    let invalid = || caller.refuse(AppError::Invalid(String::new()));
    let (form_word, done) = match act {
        "printed" => ("paper_printed", "printed"),
        "back" => ("paper_back", "back"),
        "unscan" => ("paper_unscan", "unscanned"),
        "void" => ("paper_void", "void"),
        _ => return Err(invalid()),
    };
    let token = typed(form, "token").parse().map_err(|_| invalid())?;
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    if let Sent::Before(to) = store.sent(token, form_word).await.map_err(redact)? {
        return Ok(Marked::To(to));
    }
    let desk = desk(caller, &store).await?;
    let open = open(caller, &desk, case).await?;
    let id: IssuedPaperId = typed(form, "paper").parse().map_err(|_| AppError::NotFound)?;
    let paper = store.issued_paper(open.id, id).await.map_err(redact)?;
    let maker = Maker::of(&store, &open.case, String::new(), caller.lang);
    let may = if act == "void" { maker.may_void(paper.seq) } else { maker.may_mark(paper.seq) };
    if !may {
        return Err(AppError::Forbidden(PaperFault::NotOfTheCase.message(caller.lang).to_owned()));
    }
    let marked = match act {
        "printed" => store.paper_printed(&paper).await,
        "back" => match parse_day(&typed(form, "on")) {
            Ok(on) => store.paper_back(&paper, on).await,
            Err(_) => Ok(Err(PaperFault::NoDay)),
        },
        "unscan" => store.withdraw_scan(&paper, &typed(form, "reason")).await,
        _ => {
            let step_stands = !taken_back(&open.case.log).contains(&paper.seq);
            store.void_paper(&paper, step_stands, &typed(form, "reason")).await
        }
    };
    if let Err(fault) = marked.map_err(redact)? {
        return Ok(Marked::Fault(fault));
    }
    let to = format!("{}?done={done}", path::case_papers(slug, case));
    store.keep_sent(token, form_word, &to).await.map_err(redact)?;
    drop(desk);
    store.commit().await.map_err(redact)?;
    Ok(Marked::To(to))
}
