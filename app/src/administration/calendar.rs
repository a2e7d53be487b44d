//! The calendar: which years are loaded, the days of one, and the terms that moved with it. Everybody may read it.

use super::members::home;
use super::words_of_city as city;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{FormState, Typed};
use crate::path;
use crate::worded::{Block, Cell, Sheet, Worded};
use chrono::Datelike;
use domain::calendar::{Calendar, DayKind, day_long, occasion};
use domain::role::{Power, may};
use domain::{Instant, Lang};
use store::{BureauStore, LoadedYear, MovedTerm, Recounted};

/// Characters of a digest that a table shows.
const DIGEST_SHOWN: usize = 12;

/// The years, the newest first.
pub async fn list(caller: &Caller, store: &BureauStore) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let calendar = store.calendar().await.map_err(redact)?;
    let loads = store.loaded_years().await.map_err(redact)?;
    let mut years: Vec<i32> = calendar.years().collect();
    years.reverse();
    let head = [city::year, city::holidays, city::makeups, city::source, city::digest];
    let row = |year: &i32| {
        let load = loads.iter().find(|load| load.year == *year);
        let (holidays, makeups) = counts(&calendar, *year);
        vec![
            Cell::link(year.to_string(), path::calendar_year(slug, *year)),
            Cell::of(holidays.to_string()),
            Cell::of(makeups.to_string()),
            load.map_or_else(|| Cell::of(city::in_the_product(lang)), source),
            Cell::of(load.map_or_else(|| "—".to_owned(), |load| short(&load.digest))),
        ]
    };
    let next = caller.today().year() + 1;
    let missing = (caller.today().year()..=next).find(|year| !calendar.is_announced(*year));
    let loads_a_year = missing.filter(|_| may(&store.actor().roles, Power::AdministerCity));
    let title = city::calendar(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        acts: loads_a_year
            .map(|year| (city::load(year, lang), path::calendar_load(slug, year)))
            .into_iter()
            .collect(),
        blocks: vec![Block {
            title: city::counted(city::years(lang), years.len()),
            lines: vec![city::calendar_note(lang).to_owned()],
            head: head.iter().map(|name| name(lang).to_owned()).collect(),
            rows: years.iter().map(row).collect(),
            ..Block::default()
        }],
        ..Worded::default()
    })
}

fn counts(calendar: &Calendar, year: i32) -> (usize, usize) {
    let is_makeup = |kind: &DayKind<'_>| matches!(kind, DayKind::MakeupWorkday(_));
    let makeups = calendar.days_of(year).filter(|(_, kind)| is_makeup(kind)).count();
    (calendar.days_of(year).count() - makeups, makeups)
}

fn short(digest: &str) -> String {
    digest.chars().take(DIGEST_SHOWN).collect()
}

fn clock_time(at: Instant) -> String {
    at.in_shanghai().format("%Y-%m-%d %H:%M").to_string()
}

fn source(load: &LoadedYear) -> Cell {
    Cell { small: format!("{} {}", clock_time(load.at), load.by), ..Cell::of(&*load.basis) }
}

/// The days of a year as a table; `title` names it.
#[must_use]
pub fn days(title: String, calendar: &Calendar, year: i32, lang: Lang) -> Block {
    let row = |(day, kind): (domain::Day, DayKind<'_>)| {
        let (words, tone, name) = match &kind {
            DayKind::MakeupWorkday(name) => (city::makeups(lang), "warn", occasion(name, lang).to_owned()),
            DayKind::Rest(reason) => (city::holidays(lang), "ok", reason.text(lang).to_owned()),
            DayKind::Working => ("", "neutral", String::new()),
        };
        let tag = Some((words.to_owned(), tone.to_owned()));
        vec![Cell::of(day_long(day, lang)), Cell { tag, ..Cell::default() }, Cell::of(name)]
    };
    Block {
        title,
        head: [city::day, city::kind, city::occasion].iter().map(|name| name(lang).to_owned()).collect(),
        rows: calendar.days_of(year).map(row).collect(),
        ..Block::default()
    }
}

/// One year: what moved with it, its days, how it was loaded.
pub async fn year(caller: &Caller, store: &BureauStore, year: &str, after: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let year: i32 = year.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let calendar = store.calendar().await.map_err(redact)?;
    if !calendar.is_announced(year) {
        return Err(caller.refuse(AppError::NotFound));
    }
    let loads = store.loaded_years().await.map_err(redact)?;
    let newest = loads.first().map(|load| load.version);
    let loads: Vec<_> = loads.into_iter().filter(|load| load.year == year).collect();
    let mut blocks = Vec::new();
    if let Some(load) = loads.first() {
        if may(&store.actor().roles, Power::AdministerCity) {
            let counts = store.recounted(load.version).await.map_err(redact)?;
            blocks.push(bureaus(slug, year, newest == Some(load.version), &counts, lang));
        }
        blocks.push(moved(caller, store, load, after).await?);
    }
    let (holidays, makeups) = counts(&calendar, year);
    let title = format!("{} {holidays} · {} {makeups}", city::holidays(lang), city::makeups(lang));
    blocks.push(days(title, &calendar, year, lang));
    if !loads.is_empty() {
        blocks.push(history(&loads, lang));
    }
    let corrects = may(&store.actor().roles, Power::AdministerCity);
    let title = city::calendar_of(year, lang);
    Ok(Worded {
        title: title.clone(),
        crumbs: vec![
            home(slug, lang),
            (city::calendar(lang).to_owned(), path::calendar(slug)),
            (title, String::new()),
        ],
        acts: corrects
            .then(|| (city::correct(lang).to_owned(), path::calendar_load(slug, year)))
            .into_iter()
            .collect(),
        blocks,
        ..Worded::default()
    })
}

/// How many terms moved in each bureau, and the way to go on where some are not counted.
fn bureaus(slug: &str, year: i32, is_newest: bool, counts: &[Recounted], lang: Lang) -> Block {
    let left = if is_newest { city::not_counted(lang) } else { city::superseded(lang) };
    let row = |one: &Recounted| {
        let count = one.moved.map_or_else(|| left.to_owned(), |moved| moved.to_string());
        vec![Cell::of(&*one.short_name), Cell::of(count)]
    };
    let is_open = is_newest && counts.iter().any(|one| one.moved.is_none());
    let form = is_open.then(|| Sheet {
        action: "/_/api/recount-terms".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned()), ("year".to_owned(), year.to_string())],
        state: FormState::fresh(Typed::new()),
        fields: Vec::new(),
        consequence: city::recount_note(lang).to_owned(),
        button: city::recount_button(lang).to_owned(),
        back: String::new(),
    });
    let total: i32 = counts.iter().filter_map(|one| one.moved).sum();
    Block {
        title: format!("{} {total}", city::moved_counts(lang)),
        head: vec![city::bureau(lang).to_owned(), city::count(lang).to_owned()],
        rows: counts.iter().map(row).collect(),
        form,
        ..Block::default()
    }
}

/// What moved in this bureau: the terms for whoever reads its records, else their number.
async fn moved(
    caller: &Caller,
    store: &BureauStore,
    load: &LoadedYear,
    after: &str,
) -> Result<Block, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let Some(count) = store.count_moved(load.version).await.map_err(redact)? else {
        let lines = vec![city::counting_note(lang).to_owned()];
        return Ok(Block { title: city::moved(lang).to_owned(), lines, ..Block::default() });
    };
    let mut block = Block {
        title: format!("{} · {} {count}", store.bureau().short_name, city::moved(lang)),
        ..Block::default()
    };
    if count == 0 {
        block.lines.push(city::none_moved(lang).to_owned());
    } else if may(&store.actor().roles, Power::ReadRecords) {
        let place = after.parse().unwrap_or_default();
        let page = store.moved_terms(load.version, place).await.map_err(redact)?;
        let head = [city::case, city::clock, city::was, city::now];
        block.head = head.iter().map(|name| name(lang).to_owned()).collect();
        block.rows = page.rows.iter().map(|term| term_row(slug, term, lang)).collect();
        let own = path::calendar_year(slug, load.year);
        block.next = page.next.map(|place| format!("{own}?after={place}")).unwrap_or_default();
        block.first = if place > 0 { own } else { String::new() };
    }
    Ok(block)
}

fn term_row(slug: &str, term: &MovedTerm, lang: Lang) -> Vec<Cell> {
    let number = if term.number.is_empty() { &term.party_name } else { &term.number };
    let day = |day, acting, is_provisional: bool| {
        let (words, tone) = match is_provisional {
            true => (city::provisional(lang), "warn"),
            false => (city::is_final(lang), "neutral"),
        };
        let small = if acting == day { String::new() } else { format!("{} {acting}", city::acting(lang)) };
        Cell { tag: Some((words.to_owned(), tone.to_owned())), small, ..Cell::of(day_long(day, lang)) }
    };
    vec![
        Cell {
            small: term.party_name.clone(),
            ..Cell::link(number, path::case(slug, &term.case.to_string()))
        },
        Cell::of(term.clock.name(lang)),
        day(term.was, term.was_acting, term.was_provisional),
        day(term.now, term.now_acting, term.is_provisional),
    ]
}

fn history(loads: &[LoadedYear], lang: Lang) -> Block {
    let head = [city::version, city::notice, city::digest];
    let row = |load: &LoadedYear| {
        vec![Cell::of(load.version.to_string()), source(load), Cell::of(short(&load.digest))]
    };
    Block {
        title: city::loads(lang).to_owned(),
        head: head.iter().map(|name| name(lang).to_owned()).collect(),
        rows: loads.iter().map(row).collect(),
        ..Block::default()
    }
}
