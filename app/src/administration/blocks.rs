//! 号段: the numbers that officers have in hand for papers that are handed over on the spot; who has which, what became of
//! them, and the forms that allot and void them.

use super::members::home;
use super::refused::state;
use super::words_of_blocks as words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed};
use crate::path;
use crate::ui::{Choices, Field, FieldKind};
use crate::worded::{Block, Cell, Kept, Reading, Sheet, Worded, line};
use domain::Lang;
use domain::calendar::day_long;
use domain::case::{BlockRefusal, NumberWord, OPEN_DAYS};
use domain::id::PersonId;
use domain::role::{Power, may};
use domain::value::fold;
use store::{BureauStore, NumberBlock, NumberInHand, Sent};

const ALLOT: &str = "numbers_allotted";
const VOID: &str = "number_void";

/// Own numbers with the form that voids one; for the head all that is long in hand, the blocks, and the form that
/// allots one.
pub async fn show(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let roles = &store.actor().roles;
    let rules = may(roles, Power::ApproveCases);
    let mut blocks = Vec::new();
    if !rules {
        let own = store.own_numbers(&NumberWord::OF_BLOCKS).await.map_err(redact)?;
        blocks.push(Block {
            empty: words::none_in_hand(lang).to_owned(),
            ..in_hand(caller, words::own(lang), &own, false)
        });
        if !own.is_empty() {
            blocks.push(void_form(caller, store, &own, draft).await?);
        }
    }
    if rules {
        let long = store.numbers_long_in_hand().await.map_err(redact)?;
        blocks.push(Block {
            empty: words::none_long(lang).to_owned(),
            ..in_hand(caller, words::long(lang), &long, true)
        });
        if !long.is_empty() {
            blocks.push(void_form(caller, store, &long, draft).await?);
        }
        blocks.push(allot_form(caller, store, draft).await?);
        blocks.push(allotted(&store.number_blocks().await.map_err(redact)?, lang));
    }
    let title = words::blocks(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: store.bureau().full_name.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        blocks,
        ..Worded::default()
    })
}

/// Numbers in hand; `named`: with whose they are.
fn in_hand(caller: &Caller, title: &str, numbers: &[NumberInHand], named: bool) -> Block {
    let (lang, today) = (caller.lang, caller.today());
    let row = |one: &NumberInHand| {
        let days = (today - one.at.day()).num_days();
        let tag = (days > OPEN_DAYS).then(|| (words::days(days, lang), "warn".to_owned()));
        let whose = if named { one.name.clone() } else { one.word.paper(lang).to_owned() };
        vec![
            Cell { small: whose, ..Cell::of(one.number.clone()) },
            Cell { tag, ..Cell::of(day_long(one.at.day(), lang)) },
        ]
    };
    Block {
        title: title.to_owned(),
        head: [words::number, words::since].map(|name| name(lang).to_owned()).into(),
        rows: numbers.iter().map(row).collect(),
        ..Block::default()
    }
}

fn allotted(blocks: &[NumberBlock], lang: Lang) -> Block {
    let row = |one: &NumberBlock| {
        let numbers =
            if one.first == one.last { one.first.clone() } else { format!("{} — {}", one.first, one.last) };
        vec![
            Cell { small: one.word.paper(lang).to_owned(), ..Cell::of(numbers) },
            Cell { small: day_long(one.at.day(), lang), ..Cell::of(one.name.clone()) },
            Cell::of(one.open.to_string()),
            Cell::of(one.issued.to_string()),
            Cell::of(one.void.to_string()),
        ]
    };
    let head = [words::numbers, words::person, words::open, words::issued, words::void];
    Block {
        title: words::allotted(lang).to_owned(),
        head: head.map(|name| name(lang).to_owned()).into(),
        rows: blocks.iter().map(row).collect(),
        empty: words::none_allotted(lang).to_owned(),
        ..Block::default()
    }
}

fn kept<'a>(form: &'static str, slug: &'a str, page: &'a str, power: Power) -> Kept<'a> {
    Kept { form, slug, subject: "", page, power }
}

/// Who is given how many of which; none when something is wrong.
fn read_allotment(reading: &mut Reading<'_>) -> Option<(PersonId, NumberWord, u32)> {
    let lang = reading.lang;
    let person = reading.value("person").parse().ok();
    if person.is_none() {
        reading.problems.push(Problem::of("person", BlockRefusal::Person.message(lang)));
    }
    let word =
        NumberWord::from_word(&reading.value("word")).filter(|word| NumberWord::OF_BLOCKS.contains(word));
    if word.is_none() {
        reading.problems.push(Problem::of("word", BlockRefusal::Word.message(lang)));
    }
    let count = fold(&reading.value("count")).trim().parse().ok();
    if count.is_none() {
        reading.problems.push(Problem::of("count", BlockRefusal::Count.message(lang)));
    }
    Some((person?, word?, count?))
}

async fn allot_form(caller: &Caller, store: &BureauStore, draft: &str) -> Result<Block, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let before = kept(ALLOT, slug, "", Power::ApproveCases).before(caller, store, draft).await?;
    let (values, problems): (Typed, _) = match before {
        Some(typed) => {
            let mut reading = Reading::of(&typed, lang);
            read_allotment(&mut reading);
            let problems = reading.problems;
            (typed, problems)
        }
        None => ([("count".to_owned(), "10".to_owned())].into(), Vec::new()),
    };
    let members = store.members_ever().await.map_err(|error| caller.redact(error))?;
    let officers = members.iter().filter(|one| one.to.is_none() && may(&one.roles, Power::WorkCases));
    let officers: Choices = officers.map(|one| (one.person.to_string(), one.name.clone())).collect();
    let choice = |word: NumberWord| (word.word().to_owned(), format!("{} {}", word.word(), word.paper(lang)));
    let words_: Choices = NumberWord::OF_BLOCKS.map(choice).to_vec();
    let select = |name, label: &str, options| Field {
        kind: FieldKind::Select,
        options,
        ..line(name, label, "", true)
    };
    let sheet = Sheet {
        action: "/_/api/allot-numbers".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned())],
        state: state(values, problems, lang),
        fields: vec![
            select("person", words::person(lang), officers),
            select("word", words::word(lang), words_),
            line("count", words::count(lang), words::count_hint(lang), true),
        ],
        consequence: words::allot_note(lang).to_owned(),
        button: words::allot(lang).to_owned(),
        back: String::new(),
    };
    Ok(Block { title: words::allot_title(lang).to_owned(), form: Some(sheet), ..Block::default() })
}

/// Which number is void and why; none when something is wrong.
fn read_void(reading: &mut Reading<'_>) -> Option<(String, String)> {
    let lang = reading.lang;
    let number = reading.value("number");
    if number.is_empty() {
        reading.problems.push(Problem::of("number", BlockRefusal::Gone.message(lang)));
    }
    let reason = reading.line::<200>("reason", words::reason);
    reading.problems.is_empty().then_some(())?;
    Some((number, reason))
}

async fn void_form(
    caller: &Caller,
    store: &BureauStore,
    numbers: &[NumberInHand],
    draft: &str,
) -> Result<Block, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let before = kept(VOID, slug, "", Power::ReadRecords).before(caller, store, draft).await?;
    let problems = before.as_ref().map(|typed| {
        let mut reading = Reading::of(typed, lang);
        read_void(&mut reading);
        reading.problems
    });
    let options: Choices =
        numbers.iter().map(|one| (one.id.to_string(), format!("{} {}", one.number, one.name))).collect();
    let sheet = Sheet {
        action: "/_/api/void-number".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned())],
        state: state(before.unwrap_or_default(), problems.unwrap_or_default(), lang),
        fields: vec![
            Field { kind: FieldKind::Select, options, ..line("number", words::number(lang), "", true) },
            line("reason", words::reason(lang), words::reason_hint(lang), true),
        ],
        consequence: words::void_note(lang).to_owned(),
        button: words::void_it(lang).to_owned(),
        back: String::new(),
    };
    Ok(Block { title: words::void_title(lang).to_owned(), form: Some(sheet), ..Block::default() })
}

/// Allots numbers; where to go then.
///
/// # Errors
/// What the store answers, redacted.
pub async fn allot(caller: &Caller, store: BureauStore, form: Typed) -> Result<String, AppError> {
    let slug = store.bureau().slug.clone();
    let page = path::number_blocks(&slug);
    let kept = kept(ALLOT, &slug, &page, Power::ApproveCases);
    let Some((person, word, count)) = read_allotment(&mut Reading::of(&form, caller.lang)) else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse();
    let token = token.map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, ALLOT).await.map_err(|error| caller.redact(error))? {
        return Ok(to);
    }
    let done = store.allot_numbers(person, word, count).await;
    kept.finished(caller, store, form, done).await
}

/// Voids a number; where to go then.
///
/// # Errors
/// What the store answers, redacted.
pub async fn void(caller: &Caller, store: BureauStore, form: Typed) -> Result<String, AppError> {
    let slug = store.bureau().slug.clone();
    let page = path::number_blocks(&slug);
    let kept = kept(VOID, &slug, &page, Power::ReadRecords);
    let Some((number, reason)) = read_void(&mut Reading::of(&form, caller.lang)) else {
        drop(store);
        return kept.again(caller, form, None).await;
    };
    let token = typed(&form, "token").parse();
    let token = token.map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, VOID).await.map_err(|error| caller.redact(error))? {
        return Ok(to);
    }
    let anybodys = may(&store.actor().roles, Power::ApproveCases);
    let done = store.void_number(&number, &reason, anybodys).await;
    kept.finished(caller, store, form, done).await
}
