//! The form that gives a view another name.

use super::form::{Asked, read, said};
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::Typed;
use crate::path;
use crate::worded::{Block, Kept, Sheet, line, state};
use domain::id::SavedViewId;
use domain::role::Power;
use domain::saved_view::ViewFault;
use store::{BureauStore, SavedView};

const FORM: &str = "rename_view";

fn kept<'a>(slug: &'a str, view: &'a str, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: view, page, power: Power::ReadRecords }
}

/// The form; nothing where no view is named.
pub async fn block(
    caller: &Caller,
    store: &BureauStore,
    views: &[SavedView],
    asked: Asked<'_>,
) -> Result<Option<Block>, AppError> {
    if asked.view.is_empty() {
        return Ok(None);
    }
    let not_found = || caller.refuse(AppError::NotFound);
    let id: SavedViewId = asked.view.parse().map_err(|_| not_found())?;
    let view = views.iter().find(|view| view.id == id).ok_or_else(not_found)?;
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let here = path::rename_view(slug, asked.view);
    let before = kept(slug, asked.view, &here).before(caller, store, asked.draft).await?;
    let problems = before.as_ref().map(|typed| read(typed, lang).1).unwrap_or_default();
    let values = before.unwrap_or_else(|| [("name".to_owned(), view.name.clone())].into());
    let form = Sheet {
        action: "/_/api/rename-view".to_owned(),
        hidden: [("bureau", slug), ("view", asked.view)]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        state: state(values, problems, |_, code| said(code, lang)),
        fields: vec![line("name", words::name(lang), words::name_hint(lang), true)],
        button: words::rename(lang).to_owned(),
        back: path::saved_views(slug),
        ..Sheet::default()
    };
    let facts = vec![(words::list(lang).to_owned(), words::list_of(view.page, lang).to_owned())];
    let title = words::rename_title(lang).to_owned();
    Ok(Some(Block { title, facts, form: Some(form), ..Block::default() }))
}

/// Renames a view; the page of all, or the form again.
pub async fn rename(caller: &Caller, slug: &str, view: &str, form: Typed) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let id: SavedViewId = view.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    // What is not one's own is not there, whatever was typed.
    let views = store.saved_views().await.map_err(redact)?;
    if !views.iter().any(|one| one.id == id) {
        return Err(caller.refuse(AppError::NotFound));
    }
    let (name, problems) = read(&form, caller.lang);
    let mut fault: Option<ViewFault> = None;
    if let Some(name) = name.filter(|_| problems.is_empty()) {
        match store.rename_view(id, &name).await.map_err(redact)? {
            Ok(()) => {
                store.commit().await.map_err(redact)?;
                return Ok(format!("{}?done=renamed", path::saved_views(slug)));
            }
            Err(refused) => fault = Some(refused),
        }
    }
    drop(store);
    let here = path::rename_view(slug, view);
    let refused = fault.map(|fault| (fault.field(), fault.code()));
    kept(slug, view, &here).again(caller, form, refused).await
}
