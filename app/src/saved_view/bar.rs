//! The person's views of a list, above it.

use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::Typed;
use crate::path;
use crate::worded::{Link, Views};
use domain::Lang;
use domain::saved_view::{ViewPage, ViewQuery};
use store::{BureauStore, SavedView};

/// In an address: the list whole, whatever view opens it.
const WHOLE: &str = "all";

/// Where a view leads to.
#[must_use]
pub fn href(slug: &str, page: ViewPage, query: &str) -> String {
    let list = match page.address() {
        "" => path::desk(slug),
        address => path::inside(slug, address),
    };
    if query.is_empty() { list } else { format!("{list}?{query}") }
}

/// Every view of the person in this bureau, of all lists: its name and where it leads to.
///
/// # Errors
/// What the store answers, redacted.
pub async fn links(caller: &Caller, store: &BureauStore) -> Result<Vec<Link>, AppError> {
    let slug = store.bureau().slug.as_str();
    let views = store.saved_views().await.map_err(|error| caller.redact(error))?;
    Ok(views.into_iter().map(|view| link(slug, view)).collect())
}

fn link(slug: &str, view: SavedView) -> Link {
    let to = href(slug, view.page, &view.query);
    (view.name, to)
}

/// Where a list stands whole, also where a view opens it; any other address is left as it is.
#[must_use]
pub fn whole(slug: &str, to: &str) -> String {
    let is_list = ViewPage::ALL.into_iter().any(|page| href(slug, page, "") == to);
    if is_list { format!("{to}?{WHOLE}=yes") } else { to.to_owned() }
}

/// Narrows a list whose address asks for nothing as the person's own view that opens it; in a visit none does.
///
/// # Errors
/// What the store answers, redacted.
pub async fn open(
    caller: &Caller,
    store: &BureauStore,
    page: ViewPage,
    asked: &mut Typed,
) -> Result<(), AppError> {
    if store.visit().is_some() || asked.values().any(|value| !value.is_empty()) {
        return Ok(());
    }
    let views = store.saved_views().await.map_err(|error| caller.redact(error))?;
    let Some(view) = views.into_iter().find(|view| view.page == page && view.opens) else { return Ok(()) };
    let query = ViewQuery::parse(page, store::catalogue::in_use(), &view.query).unwrap_or_default();
    asked.extend(query.answers.into_iter().map(|(name, value)| (name.to_owned(), value)));
    Ok(())
}

fn tagged(slug: &str, view: SavedView, lang: Lang) -> Link {
    let opens = view.opens;
    let (name, to) = link(slug, view);
    (if opens { words::opening(&name, lang) } else { name }, to)
}

/// What stands above a list that is narrowed as `asked` says; nothing in a visit, and where there is neither a view nor a
/// filter to keep.
///
/// # Errors
/// What the store answers, redacted.
pub async fn views(
    caller: &Caller,
    store: &BureauStore,
    page: ViewPage,
    asked: impl Fn(&str) -> Option<String>,
) -> Result<Option<Views>, AppError> {
    if store.visit().is_some() {
        return Ok(None);
    }
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let saved = store.saved_views().await.map_err(|error| caller.redact(error))?;
    // What may be somebody's number is never kept, hence in no view.
    let query = ViewQuery::read(page, store::catalogue::in_use(), asked).unwrap_or_default();
    let of_page: Vec<SavedView> = saved.into_iter().filter(|view| view.page == page).collect();
    let is_kept = of_page.iter().any(|view| view.query == query.as_str());
    let may_keep = !is_kept && !query.as_str().is_empty();
    let save =
        may_keep.then(|| (words::save(lang).to_owned(), path::save_view(slug, page.word(), query.as_str())));
    let manage = (!of_page.is_empty()).then(|| (words::manage(lang).to_owned(), path::saved_views(slug)));
    let opening = of_page.iter().any(|view| view.opens);
    let all = (opening && !query.as_str().is_empty())
        .then(|| (words::all(lang).to_owned(), whole(slug, &href(slug, page, ""))));
    let ways: Vec<Link> = all.into_iter().chain(save).chain(manage).collect();
    Ok((!ways.is_empty()).then(|| Views {
        title: words::title(lang).to_owned(),
        current: href(slug, page, query.as_str()),
        links: of_page.into_iter().map(|view| tagged(slug, view, lang)).collect(),
        ways,
    }))
}
