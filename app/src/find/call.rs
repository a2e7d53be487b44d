//! The server function of the search.

use crate::error::AppError;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// How many answers each group shows; the rest stands behind its link.
#[cfg(feature = "ssr")]
const SHOWN_MAX: usize = 10;
/// Characters that are searched for at most.
#[cfg(feature = "ssr")]
const CHARACTERS_MAX: usize = 100;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub title: String,
    /// What tells it from others of the name.
    pub under: String,
    pub to: String,
}

/// The answers of one noun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitGroup {
    pub name: String,
    pub hits: Vec<Hit>,
    /// Where all of them stand; empty when these are all.
    pub all: String,
}

/// What the search found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    pub bureau: String,
    pub words: String,
    pub groups: Vec<HitGroup>,
    pub may_register: bool,
}

/// Cases, establishments, trainees and classes of a bureau that fit the words.
#[server(prefix = "/_/api", endpoint = "search")]
pub async fn search(bureau: String, words: String) -> Result<Found, AppError> {
    let caller = crate::caller::caller()?;
    let store = caller.bureau_for(&bureau, domain::role::Power::ReadRecords).await?;
    // The links to all answers say no more than the address does.
    let asked = words;
    let words = super::said(&caller, &store, &asked).await?;
    let words: String = words.chars().filter(|c| !c.is_control()).take(CHARACTERS_MAX).collect();
    let mut groups = Vec::new();
    if !words.trim().is_empty() {
        let (cases, more) = crate::case::call::cases_named(&caller, &store, &words, SHOWN_MAX).await?;
        let hits = cases.into_iter().map(|line| Hit {
            to: crate::path::case(&bureau, &line.id),
            under: joined([line.number, line.mark, line.stage, line.next]),
            title: line.title,
        });
        let all = if more { crate::path::cases_named(&bureau, &asked) } else { String::new() };
        groups.extend(group(crate::desk::text::cases(caller.lang), hits.collect(), all));
        let (lines, more) = crate::establishment::named(&caller, &store, &words, SHOWN_MAX).await?;
        let hits = lines.into_iter().map(|line| Hit {
            to: crate::path::establishment(&bureau, &line.id),
            under: joined([line.industry, line.town, line.credit_code]),
            title: line.name,
        });
        let all = if more { crate::path::establishments_named(&bureau, &asked) } else { String::new() };
        groups.extend(group(crate::desk::text::establishments(caller.lang), hits.collect(), all));
        groups.extend(training(&caller, &store, &words, &asked).await?);
    }
    let may_register = domain::role::may(&store.actor().roles, domain::role::Power::WorkCases);
    Ok(Found { bureau: store.bureau().short_name.clone(), words, groups, may_register })
}

/// Trainees and classes.
#[cfg(feature = "ssr")]
async fn training(
    caller: &crate::caller::Caller,
    store: &store::BureauStore,
    words: &str,
    asked: &str,
) -> Result<Vec<HitGroup>, AppError> {
    use crate::training as room;
    let (lang, slug) = (caller.lang, store.bureau().slug.as_str());
    let to = |page: String| crate::path::training(slug, &page);
    let all = |more: bool, page: &str| match more {
        true => crate::path::training_named(slug, page, asked),
        false => String::new(),
    };
    let (people, more) = room::trainees_named(caller, store, words, SHOWN_MAX).await?;
    let hits = people.into_iter().map(|line| Hit {
        to: to(format!("trainees/{}", line.id)),
        under: joined([line.id_number_masked, line.town, line.phone_masked]),
        title: line.name,
    });
    let people = group(room::words::trainees(lang), hits.collect(), all(more, "trainees"));
    let (classes, more) = room::classes_named(caller, store, words, SHOWN_MAX).await?;
    let hits = classes.into_iter().map(|line| Hit {
        to: to(format!("classes/{}", line.class.id)),
        under: joined(room::under_class(&line, lang)),
        title: line.class.plan.name.to_string(),
    });
    let classes = group(room::words::classes(lang), hits.collect(), all(more, "classes"));
    Ok(people.into_iter().chain(classes).collect())
}

/// What is known of it, blanks left out.
#[cfg(feature = "ssr")]
fn joined<const PARTS: usize>(parts: [String; PARTS]) -> String {
    let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    known.join(" · ")
}

#[cfg(feature = "ssr")]
fn group(name: &str, hits: Vec<Hit>, all: String) -> Option<HitGroup> {
    (!hits.is_empty()).then(|| HitGroup { name: name.to_owned(), hits, all })
}
