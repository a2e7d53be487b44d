//! The server function that hands over.

use crate::error::AppError;
use crate::form::Typed;
use leptos::prelude::*;

/// Hands the cases of a person over, as the form says for each.
#[server(prefix = "/_/api", endpoint = "hand-over")]
pub async fn hand_over(
    bureau: String,
    person: String,
    #[server(default)] form: Typed,
) -> Result<(), AppError> {
    let caller = crate::caller::caller()?;
    let to = super::person::hand_over(&caller, &bureau, &person, form).await?;
    crate::caller::go(&to);
    Ok(())
}
