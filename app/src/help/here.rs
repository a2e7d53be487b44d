//! Which entry belongs to a page: one table from addresses to entries.

use crate::path;
use domain::role::Role;

/// The address of the entry for whoever looks at `page`, a path of this site with its query; `roles`: theirs in the
/// bureau of the page. Without a role it is the list of contents.
#[must_use]
pub fn entry_of_page(page: &str, roles: &[Role]) -> String {
    let (address, query) = page.split_once('?').unwrap_or((page, ""));
    let parts: Vec<&str> = address.trim_matches('/').split('/').collect();
    let entry = path::help_entry;
    match parts.as_slice() {
        [_, "cases", "new"] if query.contains("act=penalise_on_the_spot") => {
            entry("act", "penalise_on_the_spot")
        }
        [_, "cases", "new"] => entry("act", "register_clue"),
        [_, "cases", "enter"] | [_, "cases", "import", ..] => entry("form", "back-entry"),
        [_, "cases", _, "do", act] => entry("act", act),
        [_, "establishments", "new" | "import", ..] | [_, "establishments", _, "edit"] => {
            entry("form", "establishment")
        }
        [_, "programmes", "new"] => entry("training", "plan_programme"),
        [_, "programmes" | "classes" | "enrolments" | "trainees" | "certificates", _, "do", act] => {
            entry("training", act)
        }
        [_, "classes", _, "sessions", _] => entry("training", "sign_in"),
        [_, "classes", _, "sessions", _, "correct", _] => entry("training", "correct_sign_in"),
        [_, "trainees", "import", ..] => entry("training", "import_roll"),
        _ => roles_page(parts.get(1).copied().unwrap_or_default(), roles),
    }
}

/// The page of the role in which one most likely looks at a page of the bureau.
fn roles_page(noun: &str, roles: &[Role]) -> String {
    let fitting: &[Role] = match noun {
        "programmes" | "classes" | "enrolments" | "trainees" | "certificates" => &[Role::Trainer],
        "establishments" => &[Role::Registrar],
        "members" | "settings" | "powers" | "practice" | "start" => &[Role::BureauAdmin],
        "proposals" | "delegations" | "handover" => &[Role::Head, Role::Chief],
        "figures" => &[Role::CityAnalyst, Role::CitySupervisor],
        "visits" => &[Role::CitySupervisor],
        "bureaus" | "accounts" => &[Role::CityAdmin],
        _ => &[],
    };
    let held = fitting.iter().chain(&USUAL).find(|role| roles.contains(role));
    held.map_or_else(path::help, |role| path::help_entry("role", role.word()))
}

/// Of several roles, the one whose work fills the day.
const USUAL: [Role; 13] = [
    Role::Officer,
    Role::Reviewer,
    Role::Chief,
    Role::Head,
    Role::Trainer,
    Role::Registrar,
    Role::CitySupervisor,
    Role::CityAnalyst,
    Role::BureauAdmin,
    Role::CityAdmin,
    Role::Archivist,
    Role::Statistician,
    Role::Reader,
];
