//! Powers of a bureau: its own, to be read, and any bureau's, to be changed by the city's administrator.

use super::members::home;
use super::powers_form::{self, Forms};
use super::words_of_city as city;
use super::{start, words};
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use crate::worded::{Block, Cell, Worded};
use domain::catalogue::{Capacity, Level, industries_of_powers};
use domain::{Day, Lang};
use store::catalogue::in_use;
use store::{BureauStore, HeldPower};

/// The bureau's own powers.
pub async fn own(caller: &Caller, store: &BureauStore) -> Result<Worded, AppError> {
    let (lang, bureau) = (caller.lang, store.bureau());
    let held = store.held_powers().await.map_err(|error| caller.redact(error))?;
    let mut blocks = tables(&held, caller.today(), lang);
    blocks.iter_mut().take(1).for_each(|block| block.lines.push(city::read_only_note(lang).to_owned()));
    let title = city::powers(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: bureau.full_name.clone(),
        crumbs: vec![home(&bureau.slug, lang), (title, String::new())],
        blocks,
        ..Worded::default()
    })
}

/// One bureau as the city's administrator sees it: what is there at its start, its powers, and the forms that change them.
pub async fn of_bureau(
    caller: &Caller,
    store: &BureauStore,
    slug: &str,
    draft: &str,
) -> Result<Worded, AppError> {
    let (lang, own) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let (bureau, held) = store.powers_of(slug).await.map_err(redact)?;
    let facts = store.start_facts_of(slug).await.map_err(redact)?;
    let mut blocks = vec![start::of_city(&facts, caller.today(), lang)];
    blocks.extend(tables(&held, caller.today(), lang));
    blocks.extend(Forms { caller, store, slug, held: &held }.blocks(draft).await?);
    Ok(Worded {
        title: bureau.full_name.clone(),
        small: format!("{} {}", words::slug(lang), bureau.slug),
        crumbs: vec![
            home(own, lang),
            (words::bureaus(lang).to_owned(), path::bureaus(own)),
            (bureau.short_name.clone(), String::new()),
        ],
        blocks,
        ..Worded::default()
    })
}

/// What stands, and what has ended.
fn tables(held: &[HeldPower], today: Day, lang: Lang) -> Vec<Block> {
    let is_over = |one: &&HeldPower| one.row.to.is_some_and(|to| to < today);
    let (over, standing): (Vec<_>, Vec<_>) = held.iter().partition(is_over);
    let head = [city::industry, city::capacity, city::level, city::from_to, city::basis, city::given];
    let block = |title: &str, held: Vec<&HeldPower>| Block {
        title: city::counted(title, held.len()),
        head: head.iter().map(|name| name(lang).to_owned()).collect(),
        rows: held.into_iter().map(|one| row(one, today, lang)).collect(),
        empty: city::no_powers(lang).to_owned(),
        ..Block::default()
    };
    let mut blocks = vec![block(city::standing(lang), standing)];
    if !over.is_empty() {
        blocks.push(block(city::over(lang), over));
    }
    blocks
}

/// The industry of a power, in words.
#[must_use]
pub fn industry(word: &str, lang: Lang) -> String {
    let named = industries_of_powers(in_use()).into_iter().find(|(id, _)| id.word() == word);
    named.map_or_else(|| word.to_owned(), |(_, name)| name.pick(lang).to_owned())
}

fn row(one: &HeldPower, today: Day, lang: Lang) -> Vec<Cell> {
    let to = one.row.to.map_or_else(|| words::open_ended(lang).to_owned(), |to| to.to_string());
    let tag = (today < one.row.from).then(|| (city::to_begin(lang).to_owned(), "neutral".to_owned()));
    let capacity = Capacity::from_word(&one.row.capacity).map(|one| one.name(lang));
    let level = Level::from_word(&one.row.level).map(|one| one.name(lang));
    vec![
        Cell::of(industry(&one.row.industry, lang)),
        Cell::of(capacity.unwrap_or(&one.row.capacity)),
        Cell::of(level.unwrap_or(&one.row.level)),
        Cell { tag, ..Cell::of(format!("{}–{to}", one.row.from)) },
        Cell::of(&*one.row.basis),
        Cell { small: one.by.clone(), ..Cell::of(one.at.day().to_string()) },
    ]
}

pub use powers_form::change;
