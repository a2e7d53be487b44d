//! What is typed into a form is kept while it is typed, for the time when the browser is closed or breaks off.

use crate::error::AppError;
use crate::form::Typed;
use leptos::prelude::*;

/// Characters of one form that are kept at most.
#[cfg(feature = "ssr")]
const CHARACTERS_MAX: usize = 100_000;

/// Keeps a form's content as its author's draft; answers when, in words.
#[server(prefix = "/_/api", endpoint = "keep-form")]
pub async fn keep_form(
    bureau: String,
    kept_form: String,
    #[server(default)] kept_subject: String,
    #[server(default)] form: Typed,
) -> Result<String, AppError> {
    use domain::role::Power;
    let caller = crate::caller::caller()?;
    let power = match kept_form.as_str() {
        crate::case::CASE_FORM => Power::ReadRecords,
        crate::establishment::ESTABLISHMENT_FORM => Power::EditEstablishments,
        _ => return Err(caller.refuse(AppError::NotFound)),
    };
    let characters: usize = form.values().chain([&kept_subject]).map(|value| value.chars().count()).sum();
    if characters > CHARACTERS_MAX {
        return Err(caller.refuse(AppError::Invalid(crate::text::too_long(caller.lang).to_owned())));
    }
    let store = caller.bureau_to_write(&bureau, power).await?;
    crate::form::keep_unsent(&caller, &store, &kept_form, &kept_subject, form).await?;
    store.commit().await.map_err(|error| caller.redact(error))?;
    let at = caller.now.in_shanghai().format("%H:%M").to_string();
    Ok(crate::text::kept_at(caller.lang).replace("{}", &at))
}
