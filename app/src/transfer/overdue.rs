//! The city's list of terms that are over: bureaus, numbers and clocks, no names.

use super::list::name_of;
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use crate::worded::{Block, Cell};
use domain::calendar::{Clock, day_short};
use domain::role::{Power, may};
use store::{Bureau, CityStore, OverdueTerm};

/// The card, the longest overdue first. Whoever supervises goes from a number to a visit of its case.
pub async fn block(caller: &Caller, city: &CityStore, bureaus: &[Bureau]) -> Result<Block, AppError> {
    let lang = caller.lang;
    let rows = city.overdue_terms().await.map_err(|error| caller.redact(error))?;
    let (own, today) = (city.bureau(), city.now().day());
    let supervises = may(&city.actor().roles, Power::Supervise);
    let line = |row: &OverdueTerm| {
        let county = bureaus.iter().find(|one| one.id == row.bureau && one.id != own.id);
        let number =
            if row.number.is_empty() { words::no_number(lang).to_owned() } else { row.number.clone() };
        let number = match county.filter(|_| supervises) {
            Some(county) => {
                Cell::link(number, path::visit_into(&own.slug, &county.slug, &format!("cases/{}", row.case)))
            }
            None => Cell::of(number),
        };
        let clock = Clock::ALL.into_iter().find(|clock| clock.word() == row.clock);
        let days = today.signed_duration_since(row.due_on).num_days();
        vec![
            number,
            Cell::of(name_of(bureaus, row.bureau)),
            Cell::of(clock.map(|clock| clock.name(lang)).unwrap_or_default().to_owned()),
            Cell {
                tag: Some((words::days_over(days, lang), "danger".to_owned())),
                ..Cell::of(day_short(row.due_on, lang))
            },
        ]
    };
    let head = [words::number, words::bureau, words::clock, words::due_on];
    Ok(Block {
        title: words::overdue_terms(lang).to_owned(),
        lines: vec![words::overdue_note(lang).to_owned()],
        head: head.map(|name| name(lang).to_owned()).into(),
        rows: rows.iter().map(line).collect(),
        empty: words::overdue_none(lang).to_owned(),
        ..Block::default()
    })
}
