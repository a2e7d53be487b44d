//! An act is done, or its form is shown again.

use super::deed::Deed;
use super::room::{FORM, Room, kept, subject_of};
use super::told::{tell, told_before};
use super::{apply_form, attendance, class_form, enrolment_form, issue_form, marks_form, programme_form};
use super::{certificate_form, trainee_form};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed};
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
    /// It was done, and more is to be said: the page, and the word of what to say.
    DoneSaying(String, &'static str),
    /// Fields are wrong.
    Problems,
    /// What is wrong at single rows or fields, found by the rules; nothing is done.
    Told(Vec<Problem>),
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
    mut form: Typed,
) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let nowhere = || caller.refuse(AppError::NotFound);
    let deed = Deed::from_word(word).ok_or_else(nowhere)?;
    let _ = told_before(&mut form);
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
    let seen = Seen { version, deed };
    let outcome = done(&room, &parts, seen, &mut reading).await;
    let shown = match &outcome {
        Ok(Outcome::Done(page)) => Some((page, deed.word())),
        Ok(Outcome::DoneSaying(page, said)) => Some((page, *said)),
        _ => None,
    };
    if let Some((page, said)) = shown {
        let to = format!("{}?done={said}", path::training(slug, page));
        store.keep_sent(token, FORM, &to).await.map_err(redact)?;
        drop(room);
        store.commit().await.map_err(redact)?;
        return Ok(to);
    }
    let mut told = Vec::new();
    let refused = match outcome {
        Ok(Outcome::Problems | Outcome::Done(_) | Outcome::DoneSaying(..)) => None,
        Ok(Outcome::Told(problems)) => {
            told = problems;
            None
        }
        Ok(Outcome::Refused(refusal)) => Some((String::new(), refusal.sentence(caller.lang).to_string())),
        Ok(Outcome::Invalid(field, code)) => Some((field_of(field).to_owned(), code.to_owned())),
        Err(store::Error::Conflict) => Some((CONFLICT.0.to_owned(), CONFLICT.1.to_owned())),
        Err(error) => return Err(redact(error)),
    };
    // What was written before the refusal goes with the transaction.
    drop(room);
    drop(store);
    let page = match subject {
        "programmes" => path::training(slug, "programmes/new"),
        subject if subject.contains("/correct/") => path::training(slug, subject),
        subject => path::training(slug, &format!("{subject}/do/{word}{}", asked_again(&form))),
    };
    let about = subject_of(subject, word);
    let refused = refused.as_ref().map(|(field, code)| (field.as_str(), code.as_str()));
    tell(&mut form, told);
    kept(slug, &about, &page).again(caller, form, refused).await
}

/// The version of the row that the form was drawn from, and what is to be done with it.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    pub version: i32,
    pub deed: Deed,
}

async fn done(
    room: &Room<'_>,
    subject: &[&str],
    seen: Seen,
    reading: &mut Reading<'_>,
) -> Result<Outcome, store::Error> {
    let Seen { version, deed } = seen;
    match (subject, deed) {
        (["programmes"], _) => programme_form::draft_act(room, reading).await,
        (["programmes", id], Deed::Act(act)) => programme_form::act(room, id, version, act, reading).await,
        (["classes", id], Deed::Act(TrainingAct::Apply)) => apply_form::act(room, id, reading).await,
        (["classes", id], Deed::Act(TrainingAct::RecordMarks)) => marks_form::act(room, id, reading).await,
        (["classes", id], Deed::Act(TrainingAct::IssueCertificate)) => {
            issue_form::act(room, id, reading).await
        }
        (["classes", id], Deed::Act(act)) => class_form::act(room, id, version, act, reading).await,
        (["classes", class, "sessions", session, "correct", enrolment], _) => {
            attendance::correct(room, (class, session, enrolment), version, reading).await
        }
        (["enrolments", id], _) => enrolment_form::act(room, id, seen, reading).await,
        (["trainees", id], Deed::EditTrainee) => trainee_form::act(room, id, seen, reading).await,
        (["certificates", id], _) => certificate_form::act(room, id, seen, reading).await,
        _ => Err(store::Error::NotFound),
    }
}

/// The form's field of what the store names; what is no field is about the whole form.
fn field_of(field: &'static str) -> &'static str {
    match field {
        "bureau" | "serial" | "rows" | "class" | "number" => "",
        field => field,
    }
}

/// What the form's own page is asked besides its act.
fn asked_again(form: &Typed) -> String {
    match typed(form, "session") {
        session if session.is_empty() => String::new(),
        session => format!("?session={}", path::encode(&session)),
    }
}
