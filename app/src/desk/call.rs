//! What the frame shows.

use crate::error::AppError;
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
    /// Whether what is missing at the bureau's start is this person's matter.
    pub sets_up: bool,
    /// The pages of administration that are for this person: address and words.
    pub administration: Vec<(String, String)>,
}

/// The frame for the person who asks, in one bureau.
#[server(prefix = "/_/api", endpoint = "frame")]
pub async fn frame(bureau: String) -> Result<FrameData, AppError> {
    let caller = crate::caller::caller()?;
    let lang = caller.lang;
    let person = caller.session()?.person().name.clone();
    let workspaces = caller.workspaces()?;
    let named =
        |bureau: &store::Bureau| BureauName { slug: bureau.slug.clone(), name: bureau.short_name.clone() };
    let here = workspaces.iter().find(|(workspace, _)| workspace.slug == bureau);
    let (here, roles) = here.ok_or_else(|| caller.refuse(AppError::NotFound))?;
    Ok(FrameData {
        bureau: named(here),
        others: workspaces
            .iter()
            .filter(|(other, _)| other.slug != here.slug)
            .map(|(other, _)| named(other))
            .collect(),
        person,
        roles: roles.iter().map(|role| role.title(lang)).collect::<Vec<_>>().join(lang.pick("、", ", ")),
        reads_records: domain::role::may(roles, domain::role::Power::ReadRecords),
        sets_up: domain::role::may(roles, domain::role::Power::AdministerBureau),
        administration: administration(&here.slug, roles, lang),
    })
}

/// The menu of administration.
#[cfg(feature = "ssr")]
fn administration(slug: &str, roles: &[domain::role::Role], lang: domain::Lang) -> Vec<(String, String)> {
    use crate::administration::{words, words_of_account, words_of_city, words_of_start};
    use crate::path;
    use domain::role::{Power, may};
    let mut menu = Vec::new();
    if may(roles, Power::AdministerBureau) {
        menu.push((path::members(slug), words::members(lang)));
        menu.push((path::settings(slug), words::settings(lang)));
        menu.push((path::powers(slug), words_of_city::powers(lang)));
    }
    if may(roles, Power::AdministerBureau) || may(roles, Power::ApproveCases) {
        menu.push((path::start(slug), words_of_start::start(lang)));
    }
    if may(roles, Power::AdministerCity) {
        menu.push((path::bureaus(slug), words::bureaus(lang)));
        menu.push((path::accounts(slug), words_of_account::accounts(lang)));
    }
    menu.into_iter().map(|(to, words)| (to, words.to_owned())).collect()
}
