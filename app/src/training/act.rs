//! An act is done, or its form is shown again.

use super::room::{FORM, Room, kept, subject_of};
use super::{class_form, programme_form};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use crate::worded::{CONFLICT, Reading, VERSION};
use domain::role::Power;
use domain::training::{Refusal, TrainingAct};
use store::Sent;

/// What became of an act.
#[derive(Debug)]
pub enum Outcome {
    /// It was done; the page inside the bureau that shows it.
    Done(String),
    /// Fields are wrong.
    Problems,
    /// A rule says no.
    Refused(Refusal),
    /// A value is taken: the field and the store's code.
    Invalid(&'static str, &'static str),
}

impl Outcome {
    /// Of the store's answer; `page` shows what was done.
    ///
    /// # Errors
    /// Other errors of the store, as they are.
    pub fn of<T>(
        answer: store::training::Answer<T>,
        page: impl FnOnce(T) -> String,
    ) -> Result<Self, store::Error> {
        match answer {
            Ok(Ok(done)) => Ok(Outcome::Done(page(done))),
            Ok(Err(refusal)) => Ok(Outcome::Refused(refusal)),
            Err(store::Error::Invalid { field, code }) => Ok(Outcome::Invalid(field, code)),
            Err(error) => Err(error),
        }
    }
}

/// Does an act; where to go then.
pub async fn act(
    caller: &Caller,
    slug: &str,
    subject: &str,
    word: &str,
    form: Typed,
) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let nowhere = || caller.refuse(AppError::NotFound);
    let act = TrainingAct::from_word(word).ok_or_else(nowhere)?;
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(to);
    }
    let query = Typed::new();
    let room = Room::of(caller, &store, &query);
    let mut reading = Reading::of(&form, caller.lang);
    let version = typed(&form, VERSION).parse().unwrap_or_default();
    let parts: Vec<&str> = subject.split('/').collect();
    let outcome = match parts.as_slice() {
        ["programmes"] => programme_form::draft_act(&room, &mut reading).await,
        ["programmes", id] => programme_form::act(&room, id, version, act, &mut reading).await,
        ["classes", id] => class_form::act(&room, id, version, act, &mut reading).await,
        _ => return Err(nowhere()),
    };
    let refused = match outcome {
        Ok(Outcome::Done(page)) => {
            let to = format!("{}?done={}", path::training(slug, &page), act.word());
            store.keep_sent(token, FORM, &to).await.map_err(redact)?;
            drop(room);
            store.commit().await.map_err(redact)?;
            return Ok(to);
        }
        Ok(Outcome::Problems) => None,
        Ok(Outcome::Refused(refusal)) => Some((String::new(), refusal.sentence(caller.lang).to_string())),
        Ok(Outcome::Invalid(field, code)) => Some((field.to_owned(), code.to_owned())),
        Err(store::Error::Conflict) => Some((CONFLICT.0.to_owned(), CONFLICT.1.to_owned())),
        Err(error) => return Err(redact(error)),
    };
    // What was written before the refusal goes with the transaction.
    drop(room);
    drop(store);
    let page = match subject {
        "programmes" => path::training(slug, "programmes/new"),
        subject => path::training(slug, &format!("{subject}/do/{word}{}", asked_again(&form))),
    };
    let about = subject_of(subject, word);
    let refused = refused.as_ref().map(|(field, code)| (field.as_str(), code.as_str()));
    kept(slug, &about, &page).again(caller, form.clone(), refused).await
}

/// What the form's own page is asked besides its act.
fn asked_again(form: &Typed) -> String {
    match typed(form, "session") {
        session if session.is_empty() => String::new(),
        session => format!("?session={}", path::encode(&session)),
    }
}
