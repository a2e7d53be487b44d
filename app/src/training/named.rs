//! Trainees and classes for the search over everything.

use crate::caller::Caller;
use crate::error::AppError;
use domain::calendar::day_short;
use store::BureauStore;
use store::training::{ClassFilter, ClassLine, TraineeFilter, TraineeRecord};

/// The first trainees that fit the words, and whether there are more.
///
/// # Errors
/// What the store answers, redacted.
pub async fn trainees_named(
    caller: &Caller,
    store: &BureauStore,
    words: &str,
    most: usize,
) -> Result<(Vec<TraineeRecord>, bool), AppError> {
    let filter = TraineeFilter { search: words.to_owned(), town: None };
    let page = store.training_desk().trainees(&filter, None).await.map_err(|error| caller.redact(error))?;
    let more = page.rows.len() > most;
    Ok((page.rows.into_iter().take(most).collect(), more))
}

/// The first classes that fit the words, and whether there are more.
///
/// # Errors
/// What the store answers, redacted.
pub async fn classes_named(
    caller: &Caller,
    store: &BureauStore,
    words: &str,
    most: usize,
) -> Result<(Vec<ClassLine>, bool), AppError> {
    let filter = ClassFilter { search: words.to_owned(), ..ClassFilter::default() };
    let page = store.training_desk().classes(&filter, None).await.map_err(|error| caller.redact(error))?;
    let more = page.rows.len() > most;
    Ok((page.rows.into_iter().take(most).collect(), more))
}

/// What tells a class from others of its name: state, first day, place.
#[must_use]
pub fn under_class(line: &ClassLine, lang: domain::Lang) -> [String; 3] {
    let (plan, state) = (&line.class.plan, &line.class.state);
    [state.stage().title(lang).to_owned(), day_short(plan.opens_on, lang), plan.place.to_string()]
}
