//! What other bureaus laid before this one, the newest first.

use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use crate::worded::{Block, Cell, Link, Worded};
use domain::Lang;
use domain::calendar::day_short;
use domain::id::BureauId;
use store::{Bureau, BureauStore, TransferRecord, TransferState};

/// The first step of every way.
pub fn home(slug: &str, lang: Lang) -> Link {
    (words::home(lang).to_owned(), path::desk(slug))
}

/// A bureau's short name among others.
pub fn name_of(bureaus: &[Bureau], id: BureauId) -> String {
    bureaus.iter().find(|one| one.id == id).map(|one| one.short_name.clone()).unwrap_or_default()
}

/// The list.
pub async fn list(caller: &Caller, store: &BureauStore, after: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let key = match after {
        "" => None,
        after => Some(after.parse().map_err(|_| caller.refuse(AppError::NotFound))?),
    };
    let page = store.transfers_in(key).await.map_err(|error| caller.redact(error))?;
    let bureaus = store.receivers().await.map_err(|error| caller.redact(error))?;
    let own = path::transfers(slug);
    let block = Block {
        head: [words::number, words::from, words::sent_on, words::state]
            .map(|name| name(lang).to_owned())
            .into(),
        rows: page.rows.iter().map(|row| line(slug, &bureaus, row, store.today(), lang)).collect(),
        empty: words::none(lang).to_owned(),
        next: page.next.map(|id| format!("{own}?after={id}")).unwrap_or_default(),
        first: if after.is_empty() { String::new() } else { own },
        ..Block::default()
    };
    let title = words::transfers(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: store.bureau().short_name.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        blocks: vec![block],
        ..Worded::default()
    })
}

fn line(slug: &str, bureaus: &[Bureau], row: &TransferRecord, today: domain::Day, lang: Lang) -> Vec<Cell> {
    let due = match row.state {
        TransferState::Open if row.due_on < today => {
            words::days_over(today.signed_duration_since(row.due_on).num_days(), lang)
        }
        TransferState::Open => format!("{} {}", words::due_on(lang), day_short(row.due_on, lang)),
        _ => row.answered_on.map(|day| day_short(day, lang)).unwrap_or_default(),
    };
    let to = path::transfer(slug, &row.id.to_string());
    let number = if row.number.is_empty() { &row.letter } else { &row.number };
    vec![
        Cell { small: row.party_name.clone(), ..Cell::link(number.clone(), to) },
        Cell::of(name_of(bureaus, row.other)),
        Cell::of(day_short(row.sent_on, lang)),
        Cell { tag: Some(words::tag(row.state, lang)), small: due, ..Cell::default() },
    ]
}
