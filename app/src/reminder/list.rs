//! What the person was told: what is overdue first.

use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use crate::worded::{Block, Cell, Post, Sheet, Worded};
use domain::Lang;
use domain::calendar::day_short;
use store::{BureauStore, COMMENT, PROPOSAL, Reminder};

/// The list.
pub async fn list(caller: &Caller, store: &BureauStore) -> Result<Worded, AppError> {
    let (lang, bureau) = (caller.lang, store.bureau());
    let slug = bureau.slug.as_str();
    let mut told = store.reminders().await.map_err(|error| caller.redact(error))?;
    told.sort_by_key(|one| (one.is_read, one.due_on));
    let has_unread = told.iter().any(|one| !one.is_read);
    let today = store.today();
    let all = Sheet {
        action: "/_/api/read-reminder".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned())],
        button: words::all_read(lang).to_owned(),
        ..Sheet::default()
    };
    let block = Block {
        head: [words::case, words::matter, words::last_day, words::state]
            .map(|name| name(lang).to_owned())
            .into(),
        rows: told.iter().map(|one| line(slug, one, today, lang)).collect(),
        empty: words::none(lang).to_owned(),
        form: has_unread.then_some(all),
        ..Block::default()
    };
    let title = words::reminders(lang).to_owned();
    Ok(Worded {
        small: told.len().to_string(),
        title: title.clone(),
        crumbs: vec![(bureau.short_name.clone(), path::desk(slug)), (title, String::new())],
        acts: vec![(words::print_week(lang).to_owned(), path::week(slug))],
        blocks: vec![block],
        ..Worded::default()
    })
}

/// Characters of a comment that are shown beside its author.
const BEGINNING_CHARS: usize = 40;

/// 陈志强：请看检疫票…
fn beginning(by: &str, text: &str, lang: Lang) -> String {
    let mut said: String = text.chars().take(BEGINNING_CHARS).collect();
    if said.len() < text.len() {
        said.push('…');
    }
    format!("{by}{}{said}", lang.pick("：", ": "))
}

fn line(slug: &str, one: &Reminder, today: domain::Day, lang: Lang) -> Vec<Cell> {
    let to_act = one.acting_on.signed_duration_since(today).num_days();
    let over = today.signed_duration_since(one.due_on).num_days();
    let (said, tone) = words::said(&one.word, &one.step, to_act, over, lang);
    let is_turn = one.word == PROPOSAL && one.step == "turn";
    let case = one.case.to_string();
    let to = match &one.mentioned {
        Some(said) => path::case_comments(slug, &case, &said.comment.to_string()),
        None if is_turn => path::proposals(slug),
        None => path::case(slug, &case),
    };
    let matter = match &one.mentioned {
        Some(said) => Cell { small: beginning(&said.by, &said.text, lang), ..Cell::of(words::comment(lang)) },
        None => Cell::of(words::matter_of(&one.word, lang)),
    };
    let due = match one.ends_at {
        _ if one.word == PROPOSAL || one.word == COMMENT => String::new(),
        Some(at) => format!("{} {}", day_short(one.due_on, lang), at.in_shanghai().format("%H:%M")),
        None => day_short(one.due_on, lang),
    };
    let read = Post {
        action: "/_/api/read-reminder".to_owned(),
        hidden: [("bureau", slug.to_owned()), ("reminder", one.id.to_string())]
            .map(|(name, value)| (name.to_owned(), value))
            .into(),
        words: words::mark_read(lang).to_owned(),
    };
    let state = if one.is_read {
        Cell::default()
    } else {
        let tag = (words::unread(lang).to_owned(), "warn".to_owned());
        Cell { tag: Some(tag), post: Some(read), ..Cell::default() }
    };
    vec![
        Cell { small: one.number.clone().unwrap_or_default(), ..Cell::link(one.party_name.clone(), to) },
        matter,
        Cell { tag: Some((said, tone.to_owned())), ..Cell::of(due) },
        state,
    ]
}
