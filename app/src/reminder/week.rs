//! The sheet of a week: every running term that should be acted on by its end, by person.

use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use crate::worded::{Block, Cell, Worded};
use chrono::{Datelike, Days};
use domain::calendar::{Clock, day_short};
use domain::{Day, Lang};
use store::{BureauStore, WeekTerm};

/// The sheet.
pub async fn sheet(caller: &Caller, store: &BureauStore) -> Result<Worded, AppError> {
    let (lang, bureau, today) = (caller.lang, store.bureau(), store.today());
    let slug = bureau.slug.as_str();
    let redact = |error| caller.redact(error);
    let monday = today - Days::new(today.weekday().num_days_from_monday().into());
    let sunday = monday + Days::new(6);
    let week = store.week(monday, sunday).await.map_err(redact)?;
    let members = store.members_ever().await.map_err(redact)?;
    let mut sheets: Vec<(String, Block)> = Vec::new();
    for term in &week.terms {
        let lead = term.lead_officer.and_then(|lead| members.iter().find(|one| one.person == lead));
        let name = lead.map_or_else(|| words::nobody(lang).to_owned(), |one| one.name.clone());
        let at = sheets.iter().position(|(other, _)| *other == name).unwrap_or_else(|| {
            sheets.push((name.clone(), of_person(&name, lang)));
            sheets.len() - 1
        });
        if let Some((_, block)) = sheets.get_mut(at) {
            block.rows.push(line(slug, term, today, lang));
        }
    }
    sheets.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut blocks: Vec<Block> = sheets.into_iter().map(|(_, block)| block).collect();
    let lines = |text: &str| vec![text.to_owned()];
    blocks.push(match (blocks.is_empty(), week.has_more) {
        (true, _) => Block { empty: words::week_none(lang).to_owned(), ..Block::default() },
        (_, true) => Block { lines: lines(words::more(lang)), ..Block::default() },
        _ => Block { lines: lines(words::how_to_print(lang)), ..Block::default() },
    });
    let title = words::week(lang).to_owned();
    let own = (words::reminders(lang).to_owned(), path::reminders(slug));
    Ok(Worded {
        small: format!("{} — {}", day_short(monday, lang), day_short(sunday, lang)),
        title: title.clone(),
        crumbs: vec![(bureau.short_name.clone(), path::desk(slug)), own, (title, String::new())],
        blocks,
        ..Worded::default()
    })
}

fn of_person(name: &str, lang: Lang) -> Block {
    let head = [words::case, words::matter, words::acting_day, words::due_on];
    Block { title: name.to_owned(), head: head.map(|name| name(lang).to_owned()).into(), ..Block::default() }
}

fn line(slug: &str, term: &WeekTerm, today: Day, lang: Lang) -> Vec<Cell> {
    let clock = Clock::from_word(&term.clock).map_or("", |clock| clock.name(lang));
    let days = term.acting_on.signed_duration_since(today).num_days();
    let tone = if days < 0 { "danger" } else { "neutral" };
    let left = match days {
        0 => lang.pick("今天".to_owned(), "today".to_owned()),
        days if days < 0 => lang.pick(format!("已过 {} 天", -days), format!("{} days ago", -days)),
        days => lang.pick(format!("还剩 {days} 天"), format!("{days} days left")),
    };
    let due = day_short(term.due_on, lang);
    vec![
        Cell {
            small: term.number.clone().unwrap_or_default(),
            ..Cell::link(term.party_name.clone(), path::case(slug, &term.case.to_string()))
        },
        Cell::of(clock),
        Cell { tag: Some((left, tone.to_owned())), ..Cell::of(day_short(term.acting_on, lang)) },
        Cell::of(if term.provisional { format!("{due}（{}）", words::provisional(lang)) } else { due }),
    ]
}
