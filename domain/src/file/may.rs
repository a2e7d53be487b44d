//! Who keeps the evidence of a case.

use crate::case::{Case, Stage};
use crate::id::PersonId;
use crate::role::{Power, Role, may};

/// Whether a person adds and withdraws evidence of a case: its officers; before it has officers, everybody who works on
/// cases. Whoever stands aside does neither, and nobody does in a case that went elsewhere, was closed without a filing,
/// or lies in the archive; while a remedy is under way, an archived dossier takes a supplement from its officers (row 22).
#[must_use]
pub fn may_keep(case: &Case, person: PersonId, roles: &[Role]) -> bool {
    let officers = case.filing().map(|filed| [filed.officers.lead, filed.officers.second]);
    let is_open = match case.stage() {
        Stage::NotFiled | Stage::Transferred => false,
        Stage::Archived => officers.is_some() && case.is_contested(),
        Stage::Closed => officers.is_some(),
        _ => case.in_transit(None).is_none(),
    };
    let is_own = officers.is_none_or(|officers| officers.contains(&person));
    is_open && may(roles, Power::WorkCases) && is_own && !case.stands_aside(person)
}
