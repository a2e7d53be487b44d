//! Forms: what was typed and what is wrong with it, on the server and in the browser alike.
//!
//! Every form sends one map, `form[name]=value`. Input that cannot be taken is saved as a draft and
//! answered 303 to the form's own page with `?draft=…`, which shows it again with its problems.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a form sends: names and what was typed.
pub type Typed = BTreeMap<String, String>;

/// Something to mend before the form can be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The field's name; empty when it is about the whole form.
    pub field: String,
    /// What to do, in the person's language.
    pub message: String,
}

impl Problem {
    pub fn of(field: impl Into<String>, message: impl Into<String>) -> Self {
        Problem { field: field.into(), message: message.into() }
    }
}

/// What a form shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormState {
    pub values: Typed,
    pub problems: Vec<Problem>,
    /// Makes sending twice impossible; written in the act's transaction.
    pub token: String,
}

impl FormState {
    /// What stands in a field; empty when nothing does.
    #[must_use]
    pub fn value(&self, name: &str) -> String {
        self.values.get(name).cloned().unwrap_or_default()
    }

    /// The first problem of a field.
    #[must_use]
    pub fn problem(&self, name: &str) -> Option<String> {
        self.problems.iter().find(|problem| problem.field == name).map(|problem| problem.message.clone())
    }
}

/// What was typed into a field of a sent form; empty when it was not sent.
#[must_use]
pub fn typed(form: &Typed, name: &str) -> String {
    form.get(name).cloned().unwrap_or_default()
}

#[cfg(feature = "ssr")]
mod kept {
    use super::{FormState, Typed};
    use crate::caller::Caller;
    use crate::error::AppError;
    use domain::id::DraftId;
    use store::BureauStore;

    /// A form that may be sent twice by accident is known by this.
    #[must_use]
    pub fn fresh_token() -> String {
        store::token::fresh().to_string()
    }

    /// Keeps what was typed as a draft and leads back to the form's own page, which shows it with its
    /// problems. `form` names the form, `subject` what it is about; call it instead of the act.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn back_with_draft(
        caller: &Caller,
        bureau: BureauStore,
        form: &str,
        subject: &str,
        typed: Typed,
        page: &str,
    ) -> Result<(), AppError> {
        let values = typed.into_iter().map(|(name, value)| (name, vec![value])).collect();
        let saved = bureau.save_draft(None, form, subject, 0, &values).await;
        let draft = saved.map_err(|error| caller.redact(error))?;
        bureau.commit().await.map_err(|error| caller.redact(error))?;
        crate::caller::go(&crate::path::with_draft(page, &draft.to_string()));
        Ok(())
    }

    /// What was typed into a form before, when `draft` names such a draft of this person and this form
    /// about this subject; an unknown draft is as if there were none.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn typed_before(
        caller: &Caller,
        bureau: &BureauStore,
        form: &str,
        subject: &str,
        draft: &str,
    ) -> Result<Option<Typed>, AppError> {
        let Ok(id) = draft.parse::<DraftId>() else { return Ok(None) };
        match bureau.draft(id, form).await {
            Ok(draft) if draft.subject == subject => {
                let pairs = draft
                    .values
                    .into_iter()
                    .filter_map(|(name, values)| Some((name, values.into_iter().next()?)));
                Ok(Some(pairs.collect()))
            }
            Ok(_) | Err(store::Error::NotFound) => Ok(None),
            Err(error) => Err(caller.redact(error)),
        }
    }

    impl FormState {
        /// A form with these values, no problems, and a token of its own.
        #[must_use]
        pub fn fresh(values: Typed) -> Self {
            FormState { values, problems: Vec::new(), token: fresh_token() }
        }
    }
}

#[cfg(feature = "ssr")]
pub use kept::{back_with_draft, fresh_token, typed_before};
