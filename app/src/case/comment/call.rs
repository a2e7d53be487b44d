//! Server functions of comments.

use crate::error::AppError;
use crate::form::Typed;
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use super::compose::{FORM, kept, mentioned, read};
#[cfg(feature = "ssr")]
use crate::caller::{Caller, caller};
#[cfg(feature = "ssr")]
use crate::case::call::desk;
#[cfg(feature = "ssr")]
use crate::form::typed;
#[cfg(feature = "ssr")]
use domain::{
    case::{CommentFault, named_in},
    id::CaseId,
    role::Power,
};
#[cfg(feature = "ssr")]
use store::Sent;

/// Comments on a case; what cannot be taken is shown again.
#[server(prefix = "/_/api", endpoint = "comment")]
pub async fn comment(bureau: String, case: String, #[server(default)] form: Typed) -> Result<(), AppError> {
    let caller = caller()?;
    let to = post(&caller, &bureau, &case, form).await?;
    crate::caller::go(&to);
    Ok(())
}

/// Writes it; the address that shows what became of it.
#[cfg(feature = "ssr")]
async fn post(caller: &Caller, slug: &str, case: &str, form: Typed) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let id: CaseId = case.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let case = &id.to_string();
    let page = crate::path::case(slug, case);
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    let desk = desk(caller, &store).await?;
    // Nothing is kept about a case of another bureau.
    let open = desk.case(id).await.map_err(redact)?;
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(to);
    }
    let (text, problems) = read(&form, caller.lang);
    let mut mentioned = mentioned(&form).ok_or_else(|| caller.refuse(AppError::NotFound))?;
    // The form offers colleagues only; anybody else is somebody else's.
    if mentioned.iter().any(|person| desk.context().member(*person).is_none()) {
        return Err(caller.refuse(AppError::NotFound));
    }
    if let Some(text) = &text {
        let offered = desk.mentionable(&open).await.map_err(redact)?;
        mentioned.extend(named_in(text.as_str(), &offered));
    }
    let mut fault: Option<CommentFault> = None;
    if let Some(text) = text.filter(|_| problems.is_empty()) {
        match desk.comment(id, &text, &mentioned).await.map_err(redact)? {
            Ok(comment) => {
                drop(desk);
                let to = format!("{page}?done=commented#comment-{comment}");
                store.keep_sent(token, FORM, &to).await.map_err(redact)?;
                store.commit().await.map_err(redact)?;
                return Ok(to);
            }
            Err(refused) => fault = Some(refused),
        }
    }
    drop(desk);
    drop(store);
    let refused = fault.map(|fault| (fault.field(), fault.code()));
    let again = kept(slug, case, &page).again(caller, form, refused).await?;
    Ok(format!("{again}#comments"))
}

/// Withdraws one's own comment within ten minutes.
#[server(prefix = "/_/api", endpoint = "withdraw-comment")]
pub async fn withdraw_comment(bureau: String, case: String, comment: String) -> Result<(), AppError> {
    let caller = caller()?;
    let (Ok(id), Ok(own)) = (case.parse(), comment.parse()) else {
        return Err(caller.refuse(AppError::NotFound));
    };
    let store = caller.bureau_to_write(&bureau, Power::ReadRecords).await?;
    let desk = desk(&caller, &store).await?;
    let done = desk.withdraw_comment(id, own).await.map_err(|error| caller.redact(error))?;
    drop(desk);
    store.commit().await.map_err(|error| caller.redact(error))?;
    let done = if done { "comment_withdrawn" } else { "comment_stays" };
    crate::caller::go(&format!("{}?done={done}&until={comment}#comments", crate::path::case(&bureau, &case)));
    Ok(())
}
