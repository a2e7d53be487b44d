//! A phone brings files to one case (用手机拍), without a sign-in and for a quarter of an hour, in the name of whoever
//! showed it the code.

use super::{case_of, may, words, writer};
use crate::caller::Caller;
use crate::error::AppError;
use domain::Instant;
use domain::role::Power;
use store::{PhoneErrand, PhoneRight, PhoneWord};

/// A phone that brings files.
#[derive(Clone, Debug)]
pub struct Phone {
    /// In the name of whoever gave the right.
    pub caller: Caller,
    /// The bureau's part of the address.
    pub slug: String,
    /// The case's part of the address.
    pub case: String,
    /// The number of the case: all that is shown of it.
    pub number: String,
    pub until: Instant,
}

/// Gives a phone the right to bring files to a case; the last word of its address.
///
/// # Errors
/// As [`writer`].
pub async fn give(caller: &Caller, slug: &str, case: &str) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let (store, case) = writer(caller, slug, case).await?;
    let word = store.give_phone(case).await.map_err(redact)?;
    store.commit().await.map_err(redact)?;
    Ok(word)
}

/// The phone of a word.
///
/// # Errors
/// [`AppError::NotFound`] for a word that was never given; [`AppError::Refused`] when its time is over, or whoever gave
/// it brings no files to the case any more.
pub async fn phone(caller: &Caller, word: &str) -> Result<Phone, AppError> {
    opened(caller, right(caller, word, PhoneErrand::Begin).await?).await
}

/// The phone of a word that sends on what it began.
///
/// # Errors
/// As [`phone`], an hour later.
pub async fn phone_going_on(caller: &Caller, word: &str) -> Result<Phone, AppError> {
    opened(caller, right(caller, word, PhoneErrand::GoOn).await?).await
}

/// The phone of a word that was given for a case: of another's nothing is read.
///
/// # Errors
/// As [`phone`] and [`writer`]; [`AppError::NotFound`] for another case's.
pub async fn phone_of_case(
    caller: &Caller,
    (slug, case): (&str, &str),
    word: &str,
) -> Result<Phone, AppError> {
    let (_, case) = writer(caller, slug, case).await?;
    let right = right(caller, word, PhoneErrand::Begin).await?;
    if right.slug != slug || right.case != case {
        return Err(AppError::NotFound);
    }
    opened(caller, right).await
}

async fn right(caller: &Caller, word: &str, errand: PhoneErrand) -> Result<PhoneRight, AppError> {
    match caller.store.phone(word, errand).await.map_err(|error| caller.redact(error))? {
        PhoneWord::Right(right) => Ok(*right),
        PhoneWord::Expired => Err(over(caller)),
        PhoneWord::Unknown => Err(AppError::NotFound),
    }
}

async fn opened(caller: &Caller, right: PhoneRight) -> Result<Phone, AppError> {
    let named = caller.in_the_name_of(right.session);
    let case = right.case.to_string();
    let Ok(store) = named.bureau_for(&right.slug, Power::ReadRecords).await else { return Err(over(caller)) };
    let open = case_of(&named, &store, &case).await?;
    if !may(&store, &open.case) {
        return Err(over(caller));
    }
    let number = open.case.clue.number.clone().unwrap_or_default();
    Ok(Phone { caller: named, slug: right.slug, case, number, until: right.until })
}

fn over(caller: &Caller) -> AppError {
    AppError::Refused(words::phone_over(caller.lang).to_owned())
}
