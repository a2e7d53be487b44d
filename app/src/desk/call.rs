//! What the frame shows.

use crate::error::AppError;
use crate::visit::VisitData;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A bureau as the menu names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BureauName {
    pub slug: String,
    pub name: String,
}

/// What the frame of a bureau's pages shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameData {
    pub bureau: BureauName,
    /// The person's other bureaus.
    pub others: Vec<BureauName>,
    pub person: String,
    /// The person's roles here, in words.
    pub roles: String,
    /// Whether each part of the menu is for this person.
    pub reads_records: bool,
    /// Reminders that were not read; at most a hundred.
    pub unread: u64,
    /// Whether what is missing at the bureau's start is this person's matter.
    pub sets_up: bool,
    /// What the person may open: address and words; a line without an address is the heading of those below it.
    pub menu: Vec<(String, String)>,
    /// The visit in which the page stands, open or ended.
    pub visit: Option<VisitData>,
    /// What every page of a practice area says, and the way back to the bureau: address and words.
    pub practice: Option<(String, (String, String))>,
}

/// The frame for the person who asks, in one bureau.
#[server(prefix = "/_/api", endpoint = "frame")]
pub async fn frame(bureau: String) -> Result<FrameData, AppError> {
    let caller = crate::caller::caller()?;
    frame_of(&caller, &bureau).await
}

/// As [`frame`], for whoever the caller is.
#[cfg(feature = "ssr")]
pub(super) async fn frame_of(caller: &crate::caller::Caller, bureau: &str) -> Result<FrameData, AppError> {
    let lang = caller.lang;
    let person = caller.session()?.person().name.clone();
    let workspaces = caller.workspaces()?;
    let named =
        |bureau: &store::Bureau| BureauName { slug: bureau.slug.clone(), name: bureau.short_name.clone() };
    // Of a visit: the city's frame, with the bar of the visit where it is the person's own.
    let slug = crate::path::workspace_bureau(bureau);
    let here = workspaces.iter().find(|(workspace, _)| workspace.slug == slug);
    let (here, roles) = here.ok_or_else(|| caller.refuse(AppError::NotFound))?;
    let visit = crate::visit::bar_of(caller, bureau).await?;
    let is_away = visit.as_ref().is_some_and(VisitData::is_open);
    let reads_records = !is_away && domain::role::may(roles, domain::role::Power::ReadRecords);
    let unread = match reads_records {
        true => {
            let store = caller.bureau(&here.slug).await?;
            store.unread_reminders().await.map_err(|error| caller.redact(error))?
        }
        false => 0,
    };
    Ok(FrameData {
        bureau: named(here),
        others: workspaces
            .iter()
            .filter(|(other, _)| other.slug != here.slug)
            .map(|(other, _)| named(other))
            .collect(),
        person,
        roles: roles.iter().map(|role| role.title(lang)).collect::<Vec<_>>().join(lang.pick("、", ", ")),
        reads_records,
        unread,
        sets_up: !is_away && domain::role::may(roles, domain::role::Power::AdministerBureau),
        menu: super::menu::menu(here, roles, visit.as_ref(), lang),
        visit,
        practice: practice(here, workspaces, lang),
    })
}

/// The strip of a practice area; nothing in a bureau.
#[cfg(feature = "ssr")]
fn practice(
    here: &store::Bureau,
    workspaces: &[(store::Bureau, Vec<domain::role::Role>)],
    lang: domain::Lang,
) -> Option<(String, (String, String))> {
    use crate::administration::words_of_practice as words;
    let (home, _) = workspaces.iter().find(|(home, _)| here.is_practice() && home.id == here.home)?;
    let back = words::back(lang).replace("{}", &home.short_name);
    Some((words::strip(lang).to_owned(), (crate::path::desk(&home.slug), back)))
}

/// The menu of oversight: the figures, the transfers without an answer and the visits that the person may see.
#[cfg(feature = "ssr")]
pub(super) fn oversight(
    bureau: &store::Bureau,
    roles: &[domain::role::Role],
    lang: domain::Lang,
) -> Vec<(String, String)> {
    use domain::role::{Power, may};
    let power = match bureau.kind {
        store::BureauKind::City => Power::Supervise,
        store::BureauKind::County => Power::ReadRecords,
    };
    let visits = (crate::path::visits(&bureau.slug), crate::visit::words::visits(lang).to_owned());
    let figures = (crate::path::figures(&bureau.slug), crate::city::words::title(lang).to_owned());
    let is_city = bureau.kind == store::BureauKind::City;
    let unanswered =
        (crate::path::unanswered_transfers(&bureau.slug), crate::transfer::words::oversight(lang).to_owned());
    let sees_city = is_city && may(roles, Power::ReadCityFigures);
    let designations =
        (crate::path::designations(&bureau.slug), crate::transfer::words::designations(lang).to_owned());
    let may_see = [
        (figures, sees_city),
        (unanswered, sees_city),
        (designations, may(roles, power)),
        (visits, may(roles, power)),
    ];
    may_see.into_iter().filter_map(|(link, may)| may.then_some(link)).collect()
}

/// The menu of administration.
#[cfg(feature = "ssr")]
pub(super) fn administration(
    slug: &str,
    roles: &[domain::role::Role],
    lang: domain::Lang,
) -> Vec<(String, String)> {
    use crate::administration::{
        words, words_of_account, words_of_blocks, words_of_city, words_of_practice, words_of_start,
    };
    use crate::path;
    use domain::role::{Power, may};
    let mut menu = Vec::new();
    if may(roles, Power::AdministerBureau) {
        menu.push((path::members(slug), words::members(lang)));
        menu.push((path::settings(slug), words::settings(lang)));
        menu.push((path::powers(slug), words_of_city::powers(lang)));
        menu.push((path::practice(slug), words_of_practice::practice(lang)));
    }
    if may(roles, Power::ApproveCases) {
        menu.push((path::delegations(slug), crate::delegation::words::delegations(lang)));
    }
    if may(roles, Power::AdministerBureau) || may(roles, Power::ApproveCases) {
        menu.push((path::start(slug), words_of_start::start(lang)));
    }
    if may(roles, Power::WorkCases) || may(roles, Power::ApproveCases) {
        menu.push((path::number_blocks(slug), words_of_blocks::blocks(lang)));
    }
    if may(roles, Power::AdministerCity) {
        menu.push((path::bureaus(slug), words::bureaus(lang)));
        menu.push((path::accounts(slug), words_of_account::accounts(lang)));
    }
    menu.into_iter().map(|(to, words)| (to, words.to_owned())).collect()
}
