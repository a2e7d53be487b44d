//! The doors of transfers: what other bureaus laid before a bureau, its answer, and what the city sees of it.

use super::door::{Door, For, act, call, page};
use super::good::{GOOD_ANSWER, GOOD_ORDER, GOOD_RETURN};
use domain::role::Power;

const READ: For = For::Holders(Power::ReadRecords);
const APPROVE: For = For::Holders(Power::ApproveCases);
const FIGURES: For = For::City(Power::ReadCityFigures);

/// All doors of transfers.
pub const TRANSFERS: &[Door] = &[
    page("/{bureau}/transfers", "/{bureau}/transfers", READ),
    page("/{bureau}/transfers", "/{bureau}/transfers?after={transfer}", READ),
    page("/{bureau}/transfers/unanswered", "/{bureau}/transfers/unanswered", FIGURES),
    // The city's supervisor orders; a county sees what it received.
    page("/{bureau}/transfers/designations", "/{bureau}/transfers/designations", READ),
    page(
        "/{bureau}/transfers/designations",
        "/{bureau}/transfers/designations?draft={draft}",
        For::City(Power::Supervise),
    ),
    page("/_/designations/{bureau}/{order}", "/_/designations/{bureau}/{order}", For::City(Power::Supervise)),
    call("/_/api/transfers", "bureau={bureau}&page=transfers%2Fdesignations", READ),
    act("/_/api/designate", "/_/api/designate", GOOD_ORDER, For::City(Power::Supervise)),
    page("/{bureau}/transfers/{transfer}", "/{bureau}/transfers/{transfer}", READ),
    page("/{bureau}/transfers/{transfer}", "/{bureau}/transfers/{transfer}?draft={draft}", READ),
    call("/_/api/transfers", "bureau={bureau}&page=transfers", READ),
    call("/_/api/transfers", "bureau={bureau}&page=transfers%2F{transfer}", READ),
    call("/_/api/transfers", "bureau={bureau}&page=transfers%2Funanswered", FIGURES),
    act("/_/api/answer-transfer", "/_/api/answer-transfer", GOOD_ANSWER, APPROVE),
    act("/_/api/answer-transfer", "/_/api/answer-transfer", GOOD_RETURN, APPROVE),
];
