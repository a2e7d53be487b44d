//! What the city oversees: terms that are over, and transfers whose answer is; numbers and bureaus, no names.

use super::list::{home, name_of};
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::worded::{Block, Cell, Worded};
use domain::calendar::day_short;
use store::UnansweredTransfer;

/// The lists, the longest overdue first.
pub async fn list(caller: &Caller, slug: &str) -> Result<Worded, AppError> {
    let lang = caller.lang;
    let city = caller.city(slug).await?;
    let redact = |error| caller.redact(error);
    let rows = city.unanswered_transfers().await.map_err(redact)?;
    let bureaus = city.bureaus().await.map_err(redact)?;
    let today = city.now().day();
    let line = |row: &UnansweredTransfer| {
        let days = today.signed_duration_since(row.due_on).num_days();
        vec![
            Cell::of(row.number.clone()),
            Cell::of(name_of(&bureaus, row.sender)),
            Cell::of(name_of(&bureaus, row.receiver)),
            Cell::of(day_short(row.sent_on, lang)),
            Cell {
                tag: Some((words::days_over(days, lang), "danger".to_owned())),
                ..Cell::of(day_short(row.due_on, lang))
            },
        ]
    };
    let overdue = super::overdue::block(caller, &city, &bureaus).await?;
    let title = words::oversight(lang).to_owned();
    let head = [words::number, words::from, words::to, words::sent_on, words::due_on];
    let block = Block {
        title: words::unanswered(lang).to_owned(),
        lines: vec![words::unanswered_note(lang).to_owned()],
        head: head.map(|name| name(lang).to_owned()).into(),
        rows: rows.iter().map(line).collect(),
        empty: words::unanswered_none(lang).to_owned(),
        ..Block::default()
    };
    Ok(Worded {
        title: title.clone(),
        small: city.bureau().short_name.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        blocks: vec![overdue, block],
        ..Worded::default()
    })
}
