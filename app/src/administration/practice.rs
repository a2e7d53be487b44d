//! The practice area of a bureau: its administrator opens it, empties it and closes it.

use super::members::home;
use super::refused::state;
use super::words_of_practice as words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Typed, typed};
use crate::path;
use crate::worded::{Block, Sheet, Worded};
use domain::Lang;
use store::{BureauStore, Sent};

const FORM: &str = "practice";

/// What it is, whether it is open, and what can be done with it.
pub async fn show(caller: &Caller, store: &BureauStore) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let area = store.practice().await.map_err(|error| caller.redact(error))?;
    let mut first = Block {
        lines: words::what_it_is(lang).map(str::to_owned).into(),
        facts: vec![(words::state(lang).to_owned(), words::closed(lang).to_owned())],
        ..Block::default()
    };
    let mut blocks = Vec::new();
    match area {
        None => {
            first.form = Some(sheet(slug, "open", words::open_note(lang), words::open_button(lang), lang));
            blocks.push(first);
        }
        Some(area) => {
            first.facts = vec![
                (words::state(lang).to_owned(), words::opened(lang).to_owned()),
                (words::name(lang).to_owned(), area.full_name),
                (words::number_prefix(lang).to_owned(), area.number_prefix),
                (words::address(lang).to_owned(), path::desk(&area.slug)),
            ];
            first.lines.push(words::how_to_enter(lang).replace("{}", &area.short_name));
            let again = sheet(slug, "open", words::again_note(lang), words::again_button(lang), lang);
            let close = sheet(slug, "close", words::close_note(lang), words::close_button(lang), lang);
            let block =
                |title: &str, form| Block { title: title.to_owned(), form: Some(form), ..Block::default() };
            blocks.push(first);
            blocks.push(block(words::again(lang), again));
            blocks.push(block(words::close(lang), close));
        }
    }
    let title = words::practice(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        small: store.bureau().full_name.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        blocks,
        ..Worded::default()
    })
}

fn sheet(slug: &str, act: &str, note: &str, button: &str, lang: Lang) -> Sheet {
    Sheet {
        action: "/_/api/practice".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned()), ("act".to_owned(), act.to_owned())],
        state: state(Typed::new(), Vec::new(), lang),
        consequence: note.to_owned(),
        button: button.to_owned(),
        ..Sheet::default()
    }
}

/// Opens the area, or closes it; where to go then.
///
/// # Errors
/// [`AppError::Invalid`] for another act, what the store answers, redacted.
pub async fn change(
    caller: &Caller,
    store: BureauStore,
    act: &str,
    form: &Typed,
) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let unreadable = || caller.refuse(AppError::Invalid(String::new()));
    let token = typed(form, "token").parse().map_err(|_| unreadable())?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(to);
    }
    let page = path::practice(&store.bureau().slug);
    let done = match act {
        "open" => store.open_practice().await.map(|_| "practice_opened"),
        "close" => store.close_practice().await.map(|()| "practice_closed"),
        _ => return Err(unreadable()),
    };
    let to = format!("{page}?done={}", done.map_err(redact)?);
    store.keep_sent(token, FORM, &to).await.map_err(redact)?;
    store.commit().await.map_err(redact)?;
    Ok(to)
}
