//! The page of a person's views, with the form that keeps another.

use super::bar::href;
use super::form::{Asked, block};
use super::{rename, words};
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use crate::worded::{Block, Cell, Post, Worded};
use domain::Lang;
use domain::saved_view::ViewQuery;
use store::{BureauStore, SavedView};

/// The page.
pub async fn list(caller: &Caller, store: &BureauStore, asked: Asked<'_>) -> Result<Worded, AppError> {
    let (lang, bureau) = (caller.lang, store.bureau());
    let slug = bureau.slug.as_str();
    let views = store.saved_views().await.map_err(|error| caller.redact(error))?;
    let form = block(caller, store, asked).await?;
    let renaming = rename::block(caller, store, &views, asked).await?;
    let head = [words::name, words::list, words::filter, words::default_view, words::rename, words::act];
    let kept = Block {
        title: words::kept(lang).to_owned(),
        lines: if views.is_empty() { Vec::new() } else { vec![words::default_note(lang).to_owned()] },
        head: head.map(|name| name(lang).to_owned()).into(),
        rows: views.iter().map(|view| line(slug, view, lang)).collect(),
        empty: words::none(lang).to_owned(),
        ..Block::default()
    };
    let title = words::title(lang).to_owned();
    Ok(Worded {
        title: title.clone(),
        crumbs: vec![(bureau.short_name.clone(), path::desk(slug)), (title, String::new())],
        done: match asked.done {
            "deleted" => words::deleted(lang).to_owned(),
            "renamed" => words::renamed(lang).to_owned(),
            "opens" => words::changed(lang).to_owned(),
            _ => String::new(),
        },
        blocks: form.into_iter().chain(renaming).chain([kept]).collect(),
        ..Worded::default()
    })
}

fn line(slug: &str, view: &SavedView, lang: Lang) -> Vec<Cell> {
    let query = ViewQuery::parse(view.page, store::catalogue::in_use(), &view.query).unwrap_or_default();
    let own = [("bureau", slug.to_owned()), ("view", view.id.to_string())];
    let own: Vec<(String, String)> = own.map(|(name, value)| (name.to_owned(), value)).into();
    let delete = Post {
        action: "/_/api/delete-view".to_owned(),
        hidden: own.clone(),
        words: words::delete(lang).to_owned(),
    };
    let opens = Post {
        action: "/_/api/default-view".to_owned(),
        hidden: own
            .into_iter()
            .chain((!view.opens).then(|| ("opens".to_owned(), "yes".to_owned())))
            .collect(),
        words: if view.opens { words::opens_no_more(lang) } else { words::opens(lang) }.to_owned(),
    };
    let tag = view.opens.then(|| (words::default_view(lang).to_owned(), "ok".to_owned()));
    vec![
        Cell::link(view.name.clone(), href(slug, view.page, &view.query)),
        Cell::of(words::list_of(view.page, lang)),
        Cell::of(words::said(&query, lang)),
        Cell { tag, post: Some(opens), ..Cell::default() },
        Cell::link(words::rename(lang), path::rename_view(slug, &view.id.to_string())),
        Cell { post: Some(delete), ..Cell::default() },
    ]
}
