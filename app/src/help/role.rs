//! The page of each role: what the day looks like, where things are, and the usual ways step by step.

use super::page::{Entry, Part};
use super::{role_bureau, role_case};
use domain::Lang;
use domain::role::Role;

/// What a role's page says, Chinese and English side by side.
#[derive(Clone, Copy, Debug)]
pub struct Guide {
    /// What the day looks like.
    pub day: &'static [(&'static str, &'static str)],
    /// Where to find what: what one looks for, and where it is.
    pub places: &'static [Place],
    /// Ways: a title and its steps.
    pub ways: &'static [Way],
}

/// What one looks for and where it is, each in both languages.
pub type Place = ((&'static str, &'static str), (&'static str, &'static str));

/// A way: its title and its steps, each in both languages.
pub type Way = ((&'static str, &'static str), &'static [(&'static str, &'static str)]);

/// What the page of a role says.
#[must_use]
pub fn guide(role: Role) -> Guide {
    match role {
        Role::Officer => role_case::OFFICER,
        Role::Reviewer => role_case::REVIEWER,
        Role::Head => role_case::HEAD,
        Role::Chief => role_case::CHIEF,
        Role::Reader => role_bureau::READER,
        Role::Registrar => role_bureau::REGISTRAR,
        Role::Archivist => role_bureau::ARCHIVIST,
        Role::Trainer => role_bureau::TRAINER,
        Role::Statistician => role_bureau::STATISTICIAN,
        Role::BureauAdmin => role_bureau::BUREAU_ADMIN,
        Role::CityAnalyst => role_bureau::CITY_ANALYST,
        Role::CitySupervisor => role_bureau::CITY_SUPERVISOR,
        Role::CityAdmin => role_bureau::CITY_ADMIN,
    }
}

/// The entry of a role.
#[must_use]
pub fn entry(role: Role, lang: Lang) -> Entry {
    let guide = guide(role);
    let said = |pair: &(&'static str, &'static str)| lang.pick(pair.0, pair.1).to_owned();
    let mut parts = vec![
        Part::Heading(lang.pick("一天怎么过", "The day").to_owned()),
        Part::Says(guide.day.iter().map(said).collect()),
        Part::Heading(lang.pick("在哪里找", "Where to find what").to_owned()),
        Part::Facts(guide.places.iter().map(|(what, place)| (said(what), said(place))).collect()),
    ];
    for (title, steps) in guide.ways {
        parts.push(Part::Heading(said(title)));
        parts.push(Part::Steps(steps.iter().map(said).collect()));
    }
    Entry { title: role.title(lang).to_owned(), kind: lang.pick("按角色", "By role").to_owned(), parts }
}
