//! One visit: who, why, from–to, and what was opened.

use super::list::{home, minute, name_of, span};
use super::words;
use crate::caller::Caller;
use crate::error::AppError;
use crate::path;
use crate::worded::{Block, Button, Cell, Sheet, Worded};
use domain::Lang;
use domain::id::VisitId;
use domain::visit::{Looked, LookedNoun};
use store::{BureauKind, BureauStore, VisitLook, VisitPage, VisitRecord};

/// One visit, as the bureau may see it: the county and the visitor all of it, others of the city that it was.
pub async fn show(caller: &Caller, store: &BureauStore, id: &str, after: &str) -> Result<Worded, AppError> {
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let redact = |error| caller.redact(error);
    let id: VisitId = id.parse().map_err(|_| caller.refuse(AppError::NotFound))?;
    let key = match after {
        "" => None,
        after => Some(after.parse().map_err(|_| caller.refuse(AppError::NotFound))?),
    };
    let visit = store.visited(id).await.map_err(redact)?;
    let bureaus = store.bureaus_of_visits().await.map_err(redact)?;
    let county = bureaus.iter().find(|one| one.id == visit.county);
    let is_city = store.bureau().kind == BureauKind::City;
    let is_own = is_city && store.actor().person == Some(visit.person);
    let is_open = visit.state(store.now()).is_open();
    let own = path::visit(slug, &id.to_string());
    let looks = match (is_city, is_own) {
        (false, _) => Some(store.looks(id, key).await.map_err(redact)?),
        (true, true) => Some(caller.session()?.own_looks(slug, id, key).await.map_err(redact)?),
        (true, false) => None,
    };
    // The county opens its own records; the visitor those of the visit, while it lasts.
    let inside = match (is_city, is_own && is_open) {
        (false, _) => Some(path::desk(slug)),
        (true, true) => Some(own.clone()),
        (true, false) => None,
    };
    let mut blocks =
        vec![facts(store, &visit, name_of(&bureaus, visit.city), name_of(&bureaus, visit.county), lang)];
    if is_own && is_open {
        blocks.push(to_look(&own, lang));
    }
    blocks.push(match looks {
        Some(page) => opened(&page, inside.as_deref(), &own, after, lang),
        None => Block {
            title: words::looked(lang).to_owned(),
            lines: vec![words::looked_by_others(lang).to_owned()],
            ..Block::default()
        },
    });
    if is_own && is_open {
        blocks.push(ending(slug, id, lang));
    }
    let again = county
        .filter(|_| is_own && !is_open)
        .map(|county| (words::begin_again(lang).to_owned(), path::visit_into(slug, &county.slug, "")));
    let title = match is_city {
        true => format!("{} {}", words::visits(lang), name_of(&bureaus, visit.county)),
        false => format!("{} {}", words::visits(lang), visit.person_name),
    };
    Ok(Worded {
        title: title.clone(),
        small: visit.state(store.now()).title(lang),
        crumbs: vec![
            home(slug, lang),
            (words::visits(lang).to_owned(), path::visits(slug)),
            (title, String::new()),
        ],
        acts: again.into_iter().collect(),
        blocks,
        ..Worded::default()
    })
}

fn facts(store: &BureauStore, visit: &VisitRecord, city: String, county: String, lang: Lang) -> Block {
    let fact = |name: fn(Lang) -> &'static str, value: String| (name(lang).to_owned(), value);
    Block {
        title: words::facts(lang).to_owned(),
        facts: vec![
            fact(words::visitor, format!("{} · {city}", visit.person_name)),
            fact(words::county, county),
            fact(words::reason, visit.reason.title(lang).to_owned()),
            fact(words::purpose, visit.purpose.clone()),
            fact(words::from_to, span(visit, store.now())),
            fact(words::state, visit.state(store.now()).title(lang)),
        ],
        ..Block::default()
    }
}

/// The ways into what a visit opens.
fn to_look(own: &str, lang: Lang) -> Block {
    let button = |(nth, (to, words)): (usize, (String, String))| Button {
        words,
        to,
        refusal: String::new(),
        is_main: nth == 0,
    };
    Block {
        title: words::to_look(lang).to_owned(),
        buttons: menu(own, lang).into_iter().enumerate().map(button).collect(),
        ..Block::default()
    }
}

/// The lists that a visit opens: address and words.
pub fn menu(own: &str, lang: Lang) -> Vec<(String, String)> {
    let title = |noun: LookedNoun| match noun {
        LookedNoun::Case => words::cases(lang),
        LookedNoun::Establishment => words::establishments(lang),
        LookedNoun::Programme => words::programmes(lang),
        LookedNoun::Class => words::classes(lang),
        LookedNoun::Trainee => words::trainees(lang),
        LookedNoun::Certificate => words::certificates(lang),
        LookedNoun::Attendance | LookedNoun::Enrolment => noun.title(lang),
    };
    let lists = LookedNoun::ALL.into_iter().filter_map(|noun| Some((noun.list()?, title(noun))));
    lists.map(|(list, words)| (format!("{own}/{}", list.page()), words.to_owned())).collect()
}

/// What was opened, the newest first; `inside` is where records can be opened again.
fn opened(
    page: &VisitPage<VisitLook, i32>,
    inside: Option<&str>,
    own: &str,
    after: &str,
    lang: Lang,
) -> Block {
    let row = |look: &VisitLook| {
        let looked = look.row.map_or(Looked::List(look.noun), |id| Looked::Record(look.noun, id));
        let to = inside.map(|inside| format!("{inside}/{}", looked.page())).unwrap_or_default();
        let (what, name) = match look.row {
            Some(_) => (look.noun.title(lang).to_owned(), look.words.clone()),
            None if look.words.is_empty() => {
                (words::list_of(look.noun.title(lang), lang), words::whole_list(lang).to_owned())
            }
            None => (words::list_of(look.noun.title(lang), lang), look.words.clone()),
        };
        vec![Cell::of(minute(look.at)), Cell::of(what), Cell::link(name, to)]
    };
    Block {
        title: words::looked(lang).to_owned(),
        head: [words::at, words::what, words::name].map(|name| name(lang).to_owned()).into(),
        rows: page.rows.iter().map(row).collect(),
        empty: words::looked_nothing(lang).to_owned(),
        next: page.next.map(|seq| format!("{own}?after={seq}")).unwrap_or_default(),
        first: if after.is_empty() { String::new() } else { own.to_owned() },
        ..Block::default()
    }
}

fn ending(slug: &str, id: VisitId, lang: Lang) -> Block {
    let sheet = Sheet {
        action: "/_/api/end-visit".to_owned(),
        hidden: vec![("bureau".to_owned(), slug.to_owned()), ("visit".to_owned(), id.to_string())],
        button: words::end(lang).to_owned(),
        ..Sheet::default()
    };
    Block { title: words::end(lang).to_owned(), form: Some(sheet), ..Block::default() }
}
