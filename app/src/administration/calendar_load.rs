//! Loading a year: what was typed or uploaded is kept and checked, shown with its days, and loaded by a second act.

use super::members::home;
use super::words_of_city as city;
use super::{calendar, refused::state};
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{FormState, Problem, Typed, typed};
use crate::path;
use crate::ui::{Field, FieldKind};
use crate::worded::{Block, Kept, Reading, Sheet, Worded, line};
use domain::calendar::{NoticeFaultReason, YearNotice};
use domain::role::Power;
use std::time::Duration;
use store::{BureauStore, Sent};

const FORM: &str = "calendar_year";
/// So long the bureaus' terms are counted before the answer; what is left is gone on with.
const COUNTED_BEFORE_THE_ANSWER: Duration = Duration::from_secs(20);

fn kept<'a>(slug: &'a str, year: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: year, page, power: Power::AdministerCity }
}

fn year_of(caller: &Caller, year: &str) -> Result<i32, AppError> {
    year.parse().map_err(|_| caller.refuse(AppError::NotFound))
}

/// The notice and what it rests on; none when something is wrong.
fn read(reading: &mut Reading<'_>, year: i32, today: domain::Day) -> Option<(YearNotice, String)> {
    let basis = reading.line::<100>("basis", city::notice);
    if !reading.has("text", city::lines) {
        return None;
    }
    let text = typed(reading.typed, "text");
    match YearNotice::read(year, &text, today) {
        Ok(notice) => reading.problems.is_empty().then_some((notice, basis)),
        Err(faults) => {
            let lang = reading.lang;
            reading.problems.extend(faults.iter().map(|fault| Problem::of("text", fault.message(lang))));
            None
        }
    }
}

/// The form, and below it what was found in the lines that it shows.
///
/// # Errors
/// What the store answers, redacted.
pub async fn form(caller: &Caller, store: &BureauStore, year: &str, draft: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let number = year_of(caller, year)?;
    let calendar = store.calendar().await.map_err(|error| caller.redact(error))?;
    let before = kept(slug, year, "").before(caller, store, draft).await?;
    let (values, problems, found) = match before {
        Some(typed) => {
            let mut reading = Reading::of(&typed, lang);
            let found = read(&mut reading, number, caller.today());
            let problems = reading.problems;
            (typed, problems, found)
        }
        None => ([("text".to_owned(), calendar.csv_of(number))].into(), Vec::<Problem>::new(), None),
    };
    let shown = state(values, problems, lang);
    let found = found.filter(|_| shown.problems.is_empty());
    let mut blocks = Vec::new();
    if let Some((notice, basis)) = found {
        blocks.push(confirm(slug, number, draft, &calendar.with_year(&notice), &basis, lang));
    }
    blocks.push(Block { form: Some(sheet(slug, number, shown, lang)), ..Block::default() });
    let title = city::load(number, lang);
    Ok(Worded {
        title: title.clone(),
        crumbs: vec![
            home(slug, lang),
            (city::calendar(lang).to_owned(), path::calendar(slug)),
            (title, String::new()),
        ],
        blocks,
        ..Worded::default()
    })
}

fn sheet(slug: &str, year: i32, state: FormState, lang: domain::Lang) -> Sheet {
    let field = |kind, field: Field| Field { kind, ..field };
    Sheet {
        action: path::administration_calendar(slug, year),
        hidden: Vec::new(),
        state,
        fields: vec![
            line("basis", city::notice(lang), city::notice_hint(lang), true),
            field(FieldKind::Area, line("text", city::lines(lang), city::lines_hint(lang), true)),
            field(FieldKind::File, line("file", city::file(lang), city::file_hint(lang), false)),
        ],
        consequence: city::check_note(lang).to_owned(),
        button: city::check_button(lang).to_owned(),
        back: path::calendar(slug),
    }
}

/// The days that would count, and the button that loads them.
fn confirm(
    slug: &str,
    year: i32,
    draft: &str,
    after: &domain::calendar::Calendar,
    basis: &str,
    lang: domain::Lang,
) -> Block {
    let form = Sheet {
        action: "/_/api/load-calendar".to_owned(),
        hidden: vec![
            ("bureau".to_owned(), slug.to_owned()),
            ("year".to_owned(), year.to_string()),
            ("draft".to_owned(), draft.to_owned()),
        ],
        state: FormState::fresh(Typed::new()),
        fields: Vec::new(),
        consequence: city::load_note(lang).to_owned(),
        button: city::load_button(year, lang),
        back: String::new(),
    };
    let days = calendar::days(city::found(lang).to_owned(), after, year, lang);
    Block { facts: vec![(city::notice(lang).to_owned(), basis.to_owned())], form: Some(form), ..days }
}

/// Keeps what was typed, or the file in its place, and leads to the page that checks it.
///
/// # Errors
/// What the store answers, redacted.
pub async fn check(
    caller: &Caller,
    slug: &str,
    year: &str,
    mut form: Typed,
    file: Option<Vec<u8>>,
) -> Result<String, AppError> {
    drop(caller.bureau_for(slug, Power::AdministerCity).await?);
    let page = path::calendar_load(slug, year_of(caller, year)?);
    let kept = kept(slug, year, &page);
    form.remove("token");
    let Some(bytes) = file else { return kept.again(caller, form, None).await };
    match YearNotice::text_of(&bytes) {
        Ok(text) => {
            form.insert("text".to_owned(), text.to_owned());
            kept.again(caller, form, None).await
        }
        Err(fault) => {
            let is_large = fault.reason == NoticeFaultReason::TooLarge;
            let code = if is_large { "too_large" } else { "another_kind" };
            kept.again(caller, form, Some(("file", code))).await
        }
    }
}

/// Loads the year of a draft and counts the terms again; where to go then.
///
/// # Errors
/// What the store answers, redacted.
pub async fn load(
    caller: &Caller,
    slug: &str,
    year: &str,
    draft: &str,
    form: &Typed,
) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let store = caller.bureau_to_write(slug, Power::AdministerCity).await?;
    let number = year_of(caller, year)?;
    let page = path::calendar_load(slug, number);
    let kept = kept(slug, year, &page);
    let token = typed(form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(to);
    }
    let Some(typed) = kept.before(caller, &store, draft).await? else { return Ok(page.clone()) };
    let Some((notice, basis)) = read(&mut Reading::of(&typed, caller.lang), number, caller.today()) else {
        return Ok(path::with_draft(&page, draft));
    };
    match store.load_year(&notice, &basis).await {
        Ok(_) => {
            let to = format!("{}?done=loaded", path::calendar_year(slug, number));
            store.keep_sent(token, FORM, &to).await.map_err(redact)?;
            store.commit().await.map_err(redact)?;
            recount(caller).await?;
            Ok(to)
        }
        Err(store::Error::Invalid { field, code }) => {
            drop(store);
            kept.again(caller, typed, Some((field, code))).await
        }
        Err(error) => Err(redact(error)),
    }
}

async fn recount(caller: &Caller) -> Result<(), AppError> {
    let left = caller.store.recount_terms(COUNTED_BEFORE_THE_ANSWER).await;
    left.map(drop).map_err(|error| caller.redact(error))
}

/// Goes on counting where bureaus were left; where to go then.
///
/// # Errors
/// What the store answers, redacted.
pub async fn go_on(caller: &Caller, slug: &str, year: &str) -> Result<String, AppError> {
    drop(caller.bureau_for(slug, Power::AdministerCity).await?);
    let year = year_of(caller, year)?;
    recount(caller).await?;
    Ok(format!("{}?done=recounted", path::calendar_year(slug, year)))
}
