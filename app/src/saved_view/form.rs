//! The form that keeps a list's filter under a name.

use super::bar::href;
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{Problem, Typed, typed};
use crate::path;
use crate::worded::{Block, Kept, Reading, Sheet, line, state};
use domain::Lang;
use domain::role::Power;
use domain::saved_view::{ViewFault, ViewName, ViewPage, ViewQuery};
use store::{BureauStore, Sent};

const FORM: &str = "saved_view";

/// What the address asks of the page.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The list whose filter is to be kept; empty: none is.
    pub page: &'a str,
    /// The filter as it stands in the list's address.
    pub query: &'a str,
    pub draft: &'a str,
    pub done: &'a str,
    /// The view that is to be renamed; empty: none is.
    pub view: &'a str,
}

fn kept<'a>(slug: &'a str, list: ViewPage, page: &'a str) -> Kept<'a> {
    Kept { form: FORM, slug, subject: list.word(), page, power: Power::ReadRecords }
}

fn query(page: ViewPage, text: &str) -> Result<ViewQuery, ViewFault> {
    let query = ViewQuery::parse(page, store::catalogue::in_use(), text)?;
    if query.as_str().is_empty() { Err(ViewFault::NoFilter) } else { Ok(query) }
}

/// The form, or why this filter cannot be kept; nothing where no list is named.
pub async fn block(
    caller: &Caller,
    store: &BureauStore,
    asked: Asked<'_>,
) -> Result<Option<Block>, AppError> {
    let Some(page) = ViewPage::from_word(asked.page) else { return Ok(None) };
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let title = words::new(lang).to_owned();
    let query = match query(page, asked.query) {
        Ok(query) => query,
        Err(fault) => {
            return Ok(Some(Block { title, lines: vec![fault.message(lang)], ..Block::default() }));
        }
    };
    let here = path::save_view(slug, page.word(), query.as_str());
    let before = kept(slug, page, &here).before(caller, store, asked.draft).await?;
    let problems = before.as_ref().map(|typed| read(typed, lang).1).unwrap_or_default();
    let say = |_: &str, code: &str| said(code, lang);
    let form = Sheet {
        action: "/_/api/save-view".to_owned(),
        hidden: [("bureau", slug), ("page", page.word()), ("query", query.as_str())]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        state: state(before.unwrap_or_default(), problems, say),
        fields: vec![line("name", words::name(lang), words::name_hint(lang), true)],
        button: words::keep(lang).to_owned(),
        back: href(slug, page, query.as_str()),
        ..Sheet::default()
    };
    let facts = vec![
        (words::list(lang).to_owned(), words::list_of(page, lang).to_owned()),
        (words::filter(lang).to_owned(), words::said(&query, lang)),
    ];
    Ok(Some(Block { title, facts, form: Some(form), ..Block::default() }))
}

/// Why a view is not kept so.
pub(super) fn said(code: &str, lang: Lang) -> String {
    let fault = ViewFault::from_code(code);
    fault.map_or_else(|| crate::text::unreadable(lang).to_owned(), |fault| fault.message(lang))
}

pub(super) fn read(form: &Typed, lang: Lang) -> (Option<ViewName>, Vec<Problem>) {
    let mut reading = Reading::of(form, lang);
    let name = if reading.has("name", words::name) {
        let text = reading.value("name");
        reading.read("name", ViewName::parse(&text))
    } else {
        None
    };
    (name, reading.problems)
}

/// Keeps a filter; the list as it shows it, or the form again.
pub async fn save(
    caller: &Caller,
    slug: &str,
    page: &str,
    asked: &str,
    form: Typed,
) -> Result<String, AppError> {
    let redact = |error| caller.redact(error);
    let page = ViewPage::from_word(page).ok_or_else(|| caller.refuse(AppError::NotFound))?;
    let store = caller.bureau_to_write(slug, Power::ReadRecords).await?;
    let token = typed(&form, "token").parse().map_err(|_| caller.refuse(AppError::Invalid(String::new())))?;
    if let Sent::Before(to) = store.sent(token, FORM).await.map_err(redact)? {
        return Ok(to);
    }
    let query = match query(page, asked) {
        Ok(query) => query,
        // The page says why, and keeps no number that stands in no address.
        Err(_) => return Ok(path::save_view(slug, page.word(), "")),
    };
    let (name, problems) = read(&form, caller.lang);
    let mut fault: Option<ViewFault> = None;
    if let Some(name) = name.filter(|_| problems.is_empty()) {
        match store.save_view(page, &name, &query).await.map_err(redact)? {
            Ok(_) => {
                let to = href(slug, page, query.as_str());
                store.keep_sent(token, FORM, &to).await.map_err(redact)?;
                store.commit().await.map_err(redact)?;
                return Ok(to);
            }
            Err(refused) => fault = Some(refused),
        }
    }
    drop(store);
    let here = path::save_view(slug, page.word(), query.as_str());
    let refused = fault.map(|fault| (fault.field(), fault.code()));
    kept(slug, page, &here).again(caller, form, refused).await
}
