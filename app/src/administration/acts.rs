//! Acts that make a one-time password: it stands in the answer to the form itself, once, and nowhere else.

use super::person::Whom;
use super::{bureaus, member, members, person, words};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use crate::worded::Reading;
use domain::id::MembershipId;
use domain::role::{Power, Role};
use store::{BureauStore, NewMembership, OneTimePassword, Sent};

/// What is answered.
#[derive(Debug)]
pub enum Outcome {
    /// The way to a page.
    To(String),
    /// The slip to be printed.
    Slip(Box<Slip>),
}

/// A one-time password with whom it is for.
#[derive(Debug)]
pub struct Slip {
    pub bureau: String,
    pub name: String,
    pub work_number: String,
    pub password: OneTimePassword,
    /// The page to go to afterwards.
    pub back: String,
}

fn unreadable(caller: &Caller) -> AppError {
    caller.refuse(AppError::Invalid(String::new()))
}

/// Makes a password for somebody new; whoever has an account keeps his own.
async fn password_for(caller: &Caller, whom: &Whom) -> Result<Option<OneTimePassword>, AppError> {
    match whom {
        Whom::Known(_) => Ok(None),
        Whom::New(_) => {
            let made = caller.store.one_time_password().await;
            Ok(Some(made.map_err(|error| caller.redact(error))?))
        }
    }
}

async fn admit_whom(
    store: &BureauStore,
    whom: &Whom,
    password: Option<&OneTimePassword>,
    membership: NewMembership,
) -> Result<MembershipId, store::Error> {
    match (whom, password) {
        (Whom::New(new), Some(password)) => store.admit_new(new, password, membership).await,
        (Whom::New(_), None) => Err(store::Error::Setup("a new person needs a password".to_owned())),
        (Whom::Known(number), _) => store.admit_known(number, membership).await,
    }
}

/// A slip for somebody new, else the way back.
fn answer(
    whom: Whom,
    password: Option<OneTimePassword>,
    bureau: String,
    back: String,
    done: &str,
) -> Outcome {
    match (whom, password) {
        (Whom::New(new), Some(password)) => {
            let (name, work_number) = (new.name, new.work_number);
            Outcome::Slip(Box::new(Slip { bureau, name, work_number, password, back }))
        }
        _ => Outcome::To(format!("{back}?done={done}")),
    }
}

/// Adds a member.
///
/// # Errors
/// What the store answers, redacted.
pub async fn admit(caller: &Caller, slug: &str, form: Typed) -> Result<Outcome, AppError> {
    let redact = |error| caller.redact(error);
    // Who may not, costs no hash.
    let reading = caller.bureau_for(slug, Power::AdministerBureau).await?;
    let bureau = reading.bureau().short_name.clone();
    drop(reading);
    let (page, back) = (path::member_new(slug), path::members(slug));
    let kept = members::kept(slug, &page);
    let mut reading = Reading::of(&form, caller.lang);
    let (whom, membership) = (person::read(&mut reading), member::read(&mut reading, None));
    let (Some(whom), Some(membership), true) = (whom, membership, reading.problems.is_empty()) else {
        return kept.again(caller, form, None).await.map(Outcome::To);
    };
    let token = typed(&form, "token").parse().map_err(|_| unreadable(caller))?;
    let password = password_for(caller, &whom).await?;
    let store = caller.bureau_to_write(slug, Power::AdministerBureau).await?;
    if let Sent::Before(to) = store.sent(token, members::FORM).await.map_err(redact)? {
        return Ok(Outcome::To(to));
    }
    match admit_whom(&store, &whom, password.as_ref(), membership).await {
        Ok(_) => {
            store.keep_sent(token, members::FORM, &format!("{back}?done=sent")).await.map_err(redact)?;
            store.commit().await.map_err(redact)?;
            Ok(answer(whom, password, bureau, back, "admitted"))
        }
        Err(store::Error::Invalid { field, code }) => {
            drop(store);
            kept.again(caller, form, Some((field, code))).await.map(Outcome::To)
        }
        Err(error) => Err(redact(error)),
    }
}

/// Lays a bureau with its first administrator, in one transaction.
///
/// # Errors
/// What the store answers, redacted.
pub async fn lay(caller: &Caller, slug: &str, form: Typed) -> Result<Outcome, AppError> {
    let redact = |error| caller.redact(error);
    drop(caller.bureau_for(slug, Power::AdministerCity).await?);
    let (page, back) = (path::bureau_new(slug), path::bureaus(slug));
    let kept = bureaus::kept(slug, &page);
    let mut reading = Reading::of(&form, caller.lang);
    let (new, whom) = (bureaus::read(&mut reading), person::read(&mut reading));
    let (Some(new), Some(whom), true) = (new, whom, reading.problems.is_empty()) else {
        return kept.again(caller, form, None).await.map(Outcome::To);
    };
    let token = typed(&form, "token").parse().map_err(|_| unreadable(caller))?;
    let password = password_for(caller, &whom).await?;
    let city = caller.bureau_to_write(slug, Power::AdministerCity).await?;
    if let Sent::Before(to) = city.sent(token, bureaus::FORM).await.map_err(redact)? {
        return Ok(Outcome::To(to));
    }
    city.keep_sent(token, bureaus::FORM, &format!("{back}?done=sent")).await.map_err(redact)?;
    let name = new.short_name.clone();
    let laid = async {
        let fresh = city.lay_bureau_and_enter(&caller.store, new).await?;
        let first = NewMembership {
            roles: vec![Role::BureauAdmin],
            position: words::administrator_position(domain::Lang::Zh).to_owned(),
            from: fresh.today(),
            to: None,
            certificate: None,
            qualification_no: None,
        };
        admit_whom(&fresh, &whom, password.as_ref(), first).await?;
        fresh.commit().await
    };
    match laid.await {
        Ok(()) => Ok(answer(whom, password, name, back, "laid")),
        Err(store::Error::Invalid { field, code }) => {
            kept.again(caller, form, Some((field, code))).await.map(Outcome::To)
        }
        Err(error) => Err(redact(error)),
    }
}

/// Makes a new one-time password for a member.
///
/// # Errors
/// [`AppError::Refused`] with who can do it where this administrator may not; what the store answers, redacted.
pub async fn renew(caller: &Caller, slug: &str, id: &str, form: &Typed) -> Result<Outcome, AppError> {
    let redact = |error| caller.redact(error);
    let reading = caller.bureau_for(slug, Power::AdministerBureau).await?;
    let id: MembershipId = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let record = reading.member_record(id).await.map_err(redact)?;
    let bureau = reading.bureau().short_name.clone();
    drop(reading);
    if let Some(refusal) = record.password_refusal {
        return Err(caller.refuse(AppError::Refused(refusal.message(caller.lang).to_owned())));
    }
    let token = typed(form, "token").parse().map_err(|_| unreadable(caller))?;
    let password = caller.store.one_time_password().await.map_err(redact)?;
    let back = path::members(slug);
    let store = caller.bureau_to_write(slug, Power::AdministerBureau).await?;
    if let Sent::Before(to) = store.sent(token, member::PASSWORD_FORM).await.map_err(redact)? {
        return Ok(Outcome::To(to));
    }
    store.renew_password(id, &password).await.map_err(redact)?;
    store.keep_sent(token, member::PASSWORD_FORM, &format!("{back}?done=sent")).await.map_err(redact)?;
    store.commit().await.map_err(redact)?;
    let (name, work_number) = (record.membership.name, record.membership.work_number);
    Ok(Outcome::Slip(Box::new(Slip { bureau, name, work_number, password, back })))
}
