//! The log of visits: the city's own, or those into the county.

use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::form::{FormState, Typed};
use crate::path;
use crate::ui::{Field, FieldKind};
use crate::worded::{Block, Cell, Link, Sheet, Worded, line};
use domain::visit::VisitState;
use domain::{Instant, Lang};
use store::{Bureau, BureauKind, BureauStore, VisitFilter, VisitRecord};

/// The first step of every way.
pub fn home(slug: &str, lang: Lang) -> Link {
    (words::home(lang).to_owned(), path::desk(slug))
}

/// 2026-11-23 10:00
pub fn minute(at: Instant) -> String {
    at.in_shanghai().format("%Y-%m-%d %H:%M").to_string()
}

/// `2026-11-23 10:00–10:30`, until it ended or will end.
pub fn span(visit: &VisitRecord, now: Instant) -> String {
    let until = match visit.state(now) {
        VisitState::Open { until, .. } => until,
        VisitState::Ended { at, .. } => at,
    };
    let is_same_day = visit.time.begun.day() == until.day();
    let format = if is_same_day { "%H:%M" } else { "%Y-%m-%d %H:%M" };
    format!("{}–{}", minute(visit.time.begun), until.in_shanghai().format(format))
}

/// Where it stands, with the tone of its tag.
pub fn tag(visit: &VisitRecord, now: Instant, lang: Lang) -> Option<(String, String)> {
    let state = visit.state(now);
    Some((state.title(lang), if state.is_open() { "ok" } else { "neutral" }.to_owned()))
}

/// A bureau's short name among all.
pub fn name_of(bureaus: &[Bureau], id: domain::id::BureauId) -> String {
    bureaus.iter().find(|one| one.id == id).map(|one| one.short_name.clone()).unwrap_or_default()
}

/// The list, the newest first.
pub async fn list(caller: &Caller, store: &BureauStore, query: &Typed) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let asked = |name: &str| query.get(name).map_or("", String::as_str);
    let bureaus = store.bureaus_of_visits().await.map_err(redact)?;
    let is_city = store.bureau().kind == BureauKind::City;
    let chosen = bureaus.iter().find(|one| is_city && one.slug == asked("of"));
    let person = (is_city && asked("whose") == "mine").then_some(store.actor().person).flatten();
    let filter = VisitFilter { person, county: chosen.map(|one| one.id) };
    let after = match asked("after") {
        "" => None,
        after => Some(after.parse().map_err(|_| caller.refuse(AppError::NotFound))?),
    };
    let page = store.visits(filter, after).await.map_err(redact)?;
    let is_narrowed = filter != VisitFilter::default();
    let with = |after: &str| {
        let named = [("form[whose]", asked("whose")), ("form[county]", asked("of")), ("after", after)];
        let query = named.iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<_> =
            query.map(|(name, value)| format!("{}={}", path::encode(name), path::encode(value))).collect();
        let joint = if query.is_empty() { "" } else { "?" };
        format!("{}{joint}{}", path::visits(slug), query.join("&"))
    };
    let title = words::visits(lang).to_owned();
    let other = if is_city { words::county } else { words::visitor };
    let block = Block {
        filter: is_city.then(|| sheet(store, &bureaus, query, is_narrowed, lang)),
        head: [other, words::reason, words::from_to, words::state].map(|name| name(lang).to_owned()).into(),
        rows: page.rows.iter().map(|visit| row(store, &bureaus, visit, lang)).collect(),
        empty: if is_narrowed { words::none_found(lang) } else { words::none(lang) }.to_owned(),
        next: page.next.map(|id| with(&id.to_string())).unwrap_or_default(),
        first: if asked("after").is_empty() { String::new() } else { with("") },
        ..Block::default()
    };
    let begin = (words::begin(lang).to_owned(), path::visit_new(slug));
    Ok(Worded {
        title: title.clone(),
        small: store.bureau().short_name.clone(),
        crumbs: vec![home(slug, lang), (title, String::new())],
        acts: if is_city { vec![begin] } else { Vec::new() },
        blocks: vec![block],
        ..Worded::default()
    })
}

fn row(store: &BureauStore, bureaus: &[Bureau], visit: &VisitRecord, lang: Lang) -> Vec<Cell> {
    let to = path::visit(&store.bureau().slug, &visit.id.to_string());
    let (named, small) = match store.bureau().kind {
        BureauKind::City => (name_of(bureaus, visit.county), visit.person_name.clone()),
        BureauKind::County => (visit.person_name.clone(), name_of(bureaus, visit.city)),
    };
    vec![
        Cell { small, ..Cell::link(named, to) },
        Cell { small: visit.purpose.clone(), ..Cell::of(visit.reason.title(lang)) },
        Cell::of(span(visit, store.now())),
        Cell { tag: tag(visit, store.now(), lang), ..Cell::default() },
    ]
}

/// Whose visits, into which county.
fn sheet(store: &BureauStore, bureaus: &[Bureau], query: &Typed, is_narrowed: bool, lang: Lang) -> Sheet {
    let slug = store.bureau().slug.as_str();
    let asked = |name: &str| query.get(name).cloned().unwrap_or_default();
    let counties = bureaus.iter().filter(|one| one.parent == Some(store.bureau().id));
    let counties = counties.map(|one| (one.slug.clone(), one.short_name.clone())).collect();
    let mine = vec![("mine".to_owned(), words::mine(lang).to_owned())];
    let select = |name: &str, label: &str, options| Field {
        kind: FieldKind::Select,
        options,
        ..line(name, label, "", false)
    };
    Sheet {
        action: path::find(slug),
        hidden: vec![("to".to_owned(), path::visits(slug))],
        state: FormState {
            values: [("whose".to_owned(), asked("whose")), ("county".to_owned(), asked("of"))].into(),
            ..FormState::default()
        },
        fields: vec![
            select("whose", words::whose(lang), mine),
            select("county", words::county(lang), counties),
        ],
        button: words::filter(lang).to_owned(),
        back: if is_narrowed { path::visits(slug) } else { String::new() },
        ..Sheet::default()
    }
}
