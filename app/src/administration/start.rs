//! The first-day list of a bureau, and the numbers that were used on paper before.

use super::members::home;
use super::refused::state;
use super::settings;
use super::words_of_start as start;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed};
use crate::path;
use crate::ui::{Choices, Field, FieldKind};
use crate::worded::{Block, Button, Cell, Kept, Reading, Sheet, Worded, line};
use chrono::Datelike;
use domain::case::{NumberWord, number};
use domain::role::{Power, may};
use domain::start::{StartFacts, StartItem, StartLine, StartRefusal, StartState, is_ready, start_list};
use domain::value::{Noun, ValueError, fold};
use domain::{Day, Lang};
use store::{BureauStore, NumberLine, Sent};

const FORM: &str = "number_set";

/// The list, the numbers, and for the administrator the form that sets one.
pub async fn show(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let facts = store.start_facts().await.map_err(redact)?;
    let lines = start_list(&facts, caller.today());
    let is_admin = may(&store.actor().roles, Power::AdministerBureau);
    let links = is_admin.then_some(slug);
    let numbers = store.number_lines().await.map_err(redact)?;
    let mut blocks = vec![list(&lines, links, lang), numbers_block(store, &numbers, lang)];
    if is_admin {
        blocks.push(form(caller, store, draft).await?);
    }
    let title = start::start(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: store.bureau().full_name.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        blocks,
        ..Worded::default()
    })
}

/// The card on the administrator's desk; no block when nothing is missing.
pub async fn card(caller: &Caller, store: &BureauStore) -> Result<Worded, AppError> {
    let lang = caller.lang;
    let facts = store.start_facts().await.map_err(|error| caller.redact(error))?;
    let lines = start_list(&facts, caller.today());
    if is_ready(&lines) {
        return Ok(Worded::default());
    }
    let missing: Vec<_> = lines.iter().filter(|line| line.state == StartState::Missing).collect();
    let look = Button {
        words: start::look(lang).to_owned(),
        to: path::start(&store.bureau().slug),
        is_main: true,
        ..Button::default()
    };
    let block = Block {
        title: format!("{} · {}", start::start(lang), start::left(missing.len(), lang)),
        lines: missing.iter().map(|line| said(line, lang)).collect(),
        buttons: vec![look],
        ..Block::default()
    };
    Ok(Worded { blocks: vec![block], ..Worded::default() })
}

/// “两名执法证在有效期内的执法人员（单位管理员）”.
fn said(line: &StartLine, lang: Lang) -> String {
    let (title, who) = (line.item.title(lang), line.who.title(lang));
    lang.pick(format!("{title}（{who}）"), format!("{title} ({who})"))
}

/// What the city's administrator sees of a bureau's start.
#[must_use]
pub fn of_city(facts: &StartFacts, today: Day, lang: Lang) -> Block {
    let mut block = list(&start_list(facts, today), None, lang);
    block.lines.push(start::city_note(lang).to_owned());
    block
}

/// The lines as a table; with a slug each leads to where it is done.
fn list(lines: &[StartLine], slug: Option<&str>, lang: Lang) -> Block {
    let row = |line: &StartLine| {
        let (words, tone) = match line.state {
            StartState::Done => (start::done(lang), "ok"),
            StartState::Waiting => (start::waiting(lang), "neutral"),
            StartState::Missing => (start::missing(lang), "warn"),
        };
        let to = slug.and_then(|slug| place(line.item, slug)).unwrap_or_default();
        let small = match line.count {
            Some(count) => start::there_are(count, lang),
            None => {
                line.missing.iter().map(|name| settings::label(name, lang)).collect::<Vec<_>>().join("、")
            }
        };
        let tag = Some((words.to_owned(), tone.to_owned()));
        vec![
            Cell { small, ..Cell::link(line.item.title(lang), to) },
            Cell { tag, ..Cell::default() },
            Cell::of(line.who.title(lang)),
        ]
    };
    let note = if is_ready(lines) { start::ready(lang) } else { start::not_ready(lang) };
    Block {
        title: start::start(lang).to_owned(),
        lines: vec![note.to_owned()],
        head: [start::item, start::state, start::who].iter().map(|name| name(lang).to_owned()).collect(),
        rows: lines.iter().map(row).collect(),
        ..Block::default()
    }
}

/// Where a line is done or looked at in the bureau.
fn place(item: StartItem, slug: &str) -> Option<String> {
    match item {
        StartItem::Officers | StartItem::Head | StartItem::Reviewer | StartItem::FourEyes => {
            Some(path::members(slug))
        }
        StartItem::Settings => Some(path::settings(slug)),
        StartItem::Powers => Some(path::powers(slug)),
        StartItem::CalendarThisYear | StartItem::CalendarNextYear => Some(path::calendar(slug)),
        StartItem::Number(_) => None,
    }
}

fn numbers_block(store: &BureauStore, lines: &[NumberLine], lang: Lang) -> Block {
    let prefix = &store.bureau().number_prefix;
    let row = |line: &NumberLine| {
        let small = match line.counter.set_to {
            Some(0) | None => String::new(),
            Some(set) => format!("1–{set} {}", start::paper(lang)),
        };
        let set = line.set.as_ref().map_or_else(
            || Cell::of(start::by_product(lang)),
            |(reason, at, by)| Cell { small: format!("{} {by}", at.day()), ..Cell::of(&**reason) },
        );
        vec![
            Cell { small: line.word.paper(lang).to_owned(), ..Cell::of(line.word.word()) },
            Cell::of(line.year.to_string()),
            Cell { small, ..Cell::of(line.counter.last.to_string()) },
            Cell::of(number(prefix, line.word, line.year, line.counter.last + 1)),
            set,
        ]
    };
    let head = [start::word, start::year, start::last, start::next, start::set];
    Block {
        title: start::numbers(lang).to_owned(),
        head: head.iter().map(|name| name(lang).to_owned()).collect(),
        rows: lines.iter().map(row).collect(),
        empty: start::no_numbers(lang).to_owned(),
        ..Block::default()
    }
}

fn kept<'a>(slug: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: "", page, power: Power::AdministerBureau }
}

/// What was typed; none when something is wrong.
fn read(reading: &mut Reading<'_>) -> Option<(NumberWord, i32, i64, String)> {
    let word = reading.value("word");
    let word = match reading.has("word", start::word) {
        true => {
            let word =
                NumberWord::from_word(&word).ok_or(ValueError::UnknownChoice { noun: Noun::NumberWord });
            reading.read("word", word)
        }
        false => None,
    };
    let year = whole(reading, "year", start::year, StartRefusal::Year);
    let last = whole(reading, "last", start::last, StartRefusal::Range);
    let reason = reading.line::<100>("reason", start::reason);
    let year = year.and_then(|year| i32::try_from(year).ok());
    let (word, year, last) = (word?, year?, last?);
    reading.problems.is_empty().then_some((word, year, last, reason))
}

fn whole(
    reading: &mut Reading<'_>,
    name: &str,
    label: fn(Lang) -> &'static str,
    refusal: StartRefusal,
) -> Option<i64> {
    if !reading.has(name, label) {
        return None;
    }
    let read = fold(&reading.value(name)).trim().parse::<i64>().ok();
    let read = read.filter(|number| i32::try_from(*number).is_ok());
    if read.is_none() {
        reading.problems.push(Problem::of(name, refusal.message(reading.lang)));
    }
    read
}

async fn form(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Block, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let (values, problems): (Typed, _) = match kept(slug, "").before(caller, store, draft).await? {
        Some(typed) => {
            let mut reading = Reading::of(&typed, lang);
            read(&mut reading);
            let problems = reading.problems;
            (typed, problems)
        }
        None => ([("year".to_owned(), caller.today().year().to_string())].into(), Vec::new()),
    };
    let words = |word: NumberWord| (word.word().to_owned(), format!("{} {}", word.word(), word.paper(lang)));
    let words: Choices = NumberWord::ALL.map(words).to_vec();
    let sheet = Sheet {
        action: "/_/api/set-number".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned())],
        state: state(values, problems, lang),
        fields: vec![
            Field { kind: FieldKind::Select, options: words, ..line("word", start::word(lang), "", true) },
            line("year", start::year(lang), "", true),
            line("last", start::last(lang), start::last_hint(lang), true),
            line("reason", start::reason(lang), "", true),
        ],
        consequence: start::set_note(lang).to_owned(),
        button: start::set_button(lang).to_owned(),
        back: String::new(),
    };
    Ok(Block { title: start::set_title(lang).to_owned(), form: Some(sheet), ..Block::default() })
}

/// Sets a number; where to go then.
///
/// # Errors
/// What the store answers, redacted.
pub async fn set(caller: &Caller, store: BureauStore, form: Typed) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let slug = store.bureau().slug.clone();
    let page = path::start(&slug);
    let kept = kept(&slug, &page);
    let Some((word, year, last, reason)) = read(&mut Reading::of(&form, caller.lang)) else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(to);
    }
    let done = store.set_number(word, year, last, &reason).await;
    kept.finished(caller, store, form, done).await
}
