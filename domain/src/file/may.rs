//! Who keeps the evidence of a case.

use crate::case::Case;
use crate::id::PersonId;
use crate::role::{Power, Role, may};

/// Whether a person adds and withdraws evidence of a case: its officers; before it has officers, everybody who works on
/// cases. Whoever stands aside does neither.
#[must_use]
pub fn may_keep(case: &Case, person: PersonId, roles: &[Role]) -> bool {
    let is_own = case.filing().is_none_or(|filed| {
        let officers = filed.officers;
        [officers.lead, officers.second].contains(&person)
    });
    may(roles, Power::WorkCases) && is_own && !case.stands_aside(person)
}
