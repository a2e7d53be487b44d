//! Forms of worded pages: reading what was typed, and showing it again with what is wrong.

use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{FormState, Problem, Typed, typed, typed_before};
use crate::ui::{Choices, Field, FieldKind};
use domain::role::Power;
use domain::value::{Line, ValueError, parse_day};
use domain::{Day, Lang};
use store::BureauStore;

/// What the store refused travels with the draft under this name.
const REFUSED: &str = "refused";
/// The version of the row that the form was drawn from.
pub const VERSION: &str = "version";
/// Somebody else was faster.
pub const CONFLICT: (&str, &str) = ("", "conflict");

/// Which form it is, where it stands and who may send it.
#[derive(Clone, Debug)]
pub struct Kept<'a> {
    pub form: &'static str,
    pub slug: &'a str,
    pub subject: &'a str,
    pub page: &'a str,
    pub power: Power,
}

impl Kept<'_> {
    /// Keeps what was typed, with what the store refused; the address that shows it again.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn again(
        &self,
        caller: &Caller,
        mut typed: Typed,
        refused: Option<(&str, &str)>,
    ) -> Result<String, AppError> {
        typed.remove(REFUSED);
        if let Some((field, code)) = refused {
            typed.insert(REFUSED.to_owned(), format!("{field}/{code}"));
        }
        let store = caller.bureau_to_write(self.slug, self.power).await?;
        let values = typed.into_iter().map(|(name, value)| (name, vec![value])).collect();
        let saved = store.save_draft(None, self.form, self.subject, 0, &values).await;
        let draft = saved.map_err(|error| caller.redact(error))?;
        store.commit().await.map_err(|error| caller.redact(error))?;
        Ok(crate::path::with_draft(self.page, &draft.to_string()))
    }

    /// Keeps what was done with the form's token and commits; or keeps the form with what the store refused. The address to
    /// go to.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn finished(
        &self,
        caller: &Caller,
        store: BureauStore,
        form: Typed,
        done: Result<(), store::Error>,
    ) -> Result<String, AppError> {
        let redact = |error| caller.redact(error);
        match done {
            Ok(()) => {
                let to = format!("{}?done={}", self.page, self.form);
                let token = typed(&form, "token").parse();
                let token = token.map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
                store.keep_sent(token, self.form, &to).await.map_err(redact)?;
                store.commit().await.map_err(redact)?;
                Ok(to)
            }
            Err(store::Error::Invalid { field, code }) => {
                drop(store);
                self.again(caller, form, Some((field, code))).await
            }
            Err(error) => Err(redact(error)),
        }
    }

    /// What a fresh form shows, or what was typed before.
    ///
    /// # Errors
    /// What the store answers, redacted.
    pub async fn before(
        &self,
        caller: &Caller,
        store: &BureauStore,
        draft: &str,
    ) -> Result<Option<Typed>, AppError> {
        typed_before(caller, store, self.form, self.subject, draft).await
    }
}

/// What a form shows: values, what is wrong with them, and what the store refused; `say` puts field and code into words.
#[must_use]
pub fn state(mut values: Typed, mut problems: Vec<Problem>, say: impl Fn(&str, &str) -> String) -> FormState {
    let refused = values.remove(REFUSED).unwrap_or_default();
    if let Some((field, code)) = refused.split_once('/') {
        problems.push(Problem::of(field, say(field, code)));
    }
    FormState { problems, ..FormState::fresh(values) }
}

/// Reads a form, gathering what is wrong.
#[derive(Debug)]
pub struct Reading<'a> {
    pub typed: &'a Typed,
    pub lang: Lang,
    pub problems: Vec<Problem>,
}

impl<'a> Reading<'a> {
    #[must_use]
    pub fn of(typed: &'a Typed, lang: Lang) -> Self {
        Reading { typed, lang, problems: Vec::new() }
    }

    /// What was typed, trimmed.
    #[must_use]
    pub fn value(&self, name: &str) -> String {
        typed(self.typed, name).trim().to_owned()
    }

    /// Keeps a value, or notes what is wrong with the field.
    pub fn read<T>(&mut self, name: &str, value: Result<T, ValueError>) -> Option<T> {
        value.map_err(|error| self.problems.push(Problem::of(name, error.message(self.lang)))).ok()
    }

    /// A line of text that must be there.
    pub fn line<const MAX: usize>(&mut self, name: &str, label: fn(Lang) -> &'static str) -> String {
        if self.has(name, label) { self.optional::<MAX>(name).unwrap_or_default() } else { String::new() }
    }

    /// Whether something was typed; notes that the field must be filled in when nothing was.
    pub fn has(&mut self, name: &str, label: fn(Lang) -> &'static str) -> bool {
        if !self.value(name).is_empty() {
            return true;
        }
        let label = label(self.lang);
        let missing = self.lang.pick(format!("请填写{label}"), format!("Please enter: {label}"));
        self.problems.push(Problem::of(name, missing));
        false
    }

    /// A line of text that may be empty.
    pub fn optional<const MAX: usize>(&mut self, name: &str) -> Option<String> {
        let text = self.value(name);
        if text.is_empty() { None } else { self.read(name, Line::<MAX>::parse(&text)).map(String::from) }
    }

    /// A day that may be empty.
    pub fn day(&mut self, name: &str) -> Option<Day> {
        let text = self.value(name);
        if text.is_empty() { None } else { self.read(name, parse_day(&text)) }
    }
}

/// A field of one line.
#[must_use]
pub fn line(name: &str, label: &str, hint: &str, required: bool) -> Field {
    Field {
        kind: FieldKind::Line,
        name: name.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        required,
        options: Choices::new(),
    }
}
