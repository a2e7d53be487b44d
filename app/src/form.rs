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
    /// The entry of the help that explains it; empty where there is none.
    #[serde(default)]
    pub help: String,
}

impl Problem {
    pub fn of(field: impl Into<String>, message: impl Into<String>) -> Self {
        Problem { field: field.into(), message: message.into(), help: String::new() }
    }

    /// Of the whole form, with the entry of the help that explains it.
    #[must_use]
    pub fn explained((message, help): crate::ui::Explained) -> Self {
        Problem { help, ..Problem::of("", message) }
    }
}

/// What a form shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormState {
    pub values: Typed,
    pub problems: Vec<Problem>,
    /// Makes sending twice impossible; written in the act's transaction.
    pub token: String,
    /// What is typed is kept while it is typed.
    pub keeping: Option<Keeping>,
}

/// Under which name a form's unsent content is kept, and what was kept before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    pub form: String,
    pub subject: String,
    /// Where it can be gone on with, and the words of the link; empty when nothing was kept.
    pub to: String,
    pub words: String,
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
    use super::{FormState, Keeping, Typed};
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

    /// Under which name the unsent content of a form is kept.
    fn unsent(form: &str) -> String {
        format!("unsent {form}")
    }

    /// In what was kept while it was typed: nobody has sent it, so nothing is wrong with it yet.
    pub const UNSENT: &str = "unsent";

    /// Whether what was typed before has never been sent.
    #[must_use]
    pub fn is_unsent(typed: &Typed) -> bool {
        typed.contains_key(UNSENT)
    }

    /// Keeps what is typed while it is typed, in place of what was kept before.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn keep_unsent(
        caller: &Caller,
        bureau: &BureauStore,
        form: &str,
        subject: &str,
        mut typed: Typed,
    ) -> Result<(), AppError> {
        let redact = |error| caller.redact(error);
        let name = unsent(form);
        let before = bureau.newest_draft(&name, subject).await.map_err(redact)?;
        typed.remove("token");
        let values = typed.into_iter().map(|(name, value)| (name, vec![value])).collect();
        bureau.save_draft(before.map(|draft| draft.id), &name, subject, 0, &values).await.map_err(redact)?;
        Ok(())
    }

    /// Forgets what was kept: the form was sent.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn forget_unsent(
        caller: &Caller,
        bureau: &BureauStore,
        form: &str,
        subject: &str,
    ) -> Result<(), AppError> {
        bureau.drop_drafts(&unsent(form), subject).await.map_err(|error| caller.redact(error))
    }

    /// How a form is kept while it is typed into; unless it shows a draft already, with the way to what was kept.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn keeping(
        caller: &Caller,
        bureau: &BureauStore,
        form: &str,
        subject: &str,
        page: &str,
        draft: &str,
    ) -> Result<Option<Keeping>, AppError> {
        let mut keeping =
            Keeping { form: form.to_owned(), subject: subject.to_owned(), ..Keeping::default() };
        if draft.is_empty() {
            let kept = bureau.newest_draft(&unsent(form), subject).await;
            if let Some(kept) = kept.map_err(|error| caller.redact(error))? {
                let at = kept.updated_at.in_shanghai().format("%Y-%m-%d %H:%M").to_string();
                keeping.to = crate::path::with_draft(page, &kept.id.to_string());
                keeping.words = crate::text::unsent_kept(caller.lang).replace("{}", &at);
            }
        }
        Ok(Some(keeping))
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
        let mut found = bureau.draft(id, form).await;
        let is_unsent = matches!(found, Err(store::Error::NotFound));
        if is_unsent {
            found = bureau.draft(id, &unsent(form)).await;
        }
        match found {
            Ok(draft) if draft.subject == subject => {
                let pairs = draft
                    .values
                    .into_iter()
                    .filter_map(|(name, values)| Some((name, values.into_iter().next()?)));
                let mut typed: Typed = pairs.collect();
                if is_unsent {
                    typed.insert(UNSENT.to_owned(), String::new());
                }
                Ok(Some(typed))
            }
            Ok(_) | Err(store::Error::NotFound) => Ok(None),
            Err(error) => Err(caller.redact(error)),
        }
    }

    impl FormState {
        /// A form with these values, no problems, and a token of its own.
        #[must_use]
        pub fn fresh(values: Typed) -> Self {
            FormState { values, token: fresh_token(), ..FormState::default() }
        }
    }
}

#[cfg(feature = "ssr")]
pub use kept::{
    UNSENT, back_with_draft, forget_unsent, fresh_token, is_unsent, keep_unsent, keeping, typed_before,
};
