//! What is searched for, where it may be somebody's number: kept sealed, with only its name in the address.

use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed_before};
use domain::role::Power;
use domain::value::may_be_private_number;
use domain::visit::VisitRefusal;
use store::BureauStore;

/// Begins a word of an address that names kept words instead of saying them.
const MARK: char = '~';
const FORM: &str = "search";
const WORDS: &str = "words";

/// The fields of a search as they may stand in an address. In a visit nobody's number is looked for.
///
/// # Errors
/// As opening the bureau answers; [`AppError::Refused`] for somebody's number in a visit.
pub async fn for_address(caller: &Caller, slug: &str, mut fields: Typed) -> Result<Typed, AppError> {
    let redact = |error| caller.redact(error);
    if let Some((city, visit)) = crate::path::visited(slug) {
        let visit = visit.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
        caller.session()?.own_visit(city, visit).await.map_err(redact)?;
        if fields.values().any(|words| may_be_private_number(words)) {
            let words = VisitRefusal::PrivateNumber.message(caller.lang).to_owned();
            return Err(caller.refuse(AppError::Refused(words)));
        }
        return Ok(fields);
    }
    if !fields.values().any(|words| may_be_private_number(words)) {
        return Ok(fields);
    }
    let bureau = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    for words in fields.values_mut().filter(|words| may_be_private_number(words)) {
        let values = [(WORDS.to_owned(), vec![std::mem::take(words)])].into();
        let draft = bureau.save_draft(None, FORM, "", 0, &values).await.map_err(redact)?;
        *words = format!("{MARK}{draft}");
    }
    bureau.commit().await.map_err(redact)?;
    Ok(fields)
}

/// The words that stand in an address, or those that it names; somebody else's are as if nothing had been said.
///
/// # Errors
/// What the store answers, redacted.
pub async fn said(caller: &Caller, bureau: &BureauStore, words: &str) -> Result<String, AppError> {
    let Some(draft) = words.strip_prefix(MARK) else { return Ok(words.to_owned()) };
    if bureau.visit().is_some() {
        return Ok(String::new());
    }
    let kept = typed_before(caller, bureau, FORM, "", draft).await?;
    Ok(kept.and_then(|mut kept| kept.remove(WORDS)).unwrap_or_default())
}
