//! The doors of goods and money: those of a case, the payment ledger, and the bank's list.

use super::door::{Door, For, act, call, page};
use super::site::FILE;
use domain::role::Power;

const READ: For = For::Holders(Power::ReadRecords);
const WORK: For = For::Holders(Power::WorkCases);

/// All of them.
pub const MONEY: &[Door] = &[
    page("/_/money/{bureau}", "/_/money/{bureau}?part=overdue&after=2026-01-01_{case}_{party}", READ),
    page("/_/money/{bureau}/{case}", "/_/money/{bureau}/{case}", READ),
    page("/_/files/{bureau}/payments/export.xlsx", "/_/files/{bureau}/payments/export.xlsx?part=open", READ),
    page("/{bureau}/payments/import", "/{bureau}/payments/import", WORK),
    page("/{bureau}/payments/import/{id}", "/{bureau}/payments/import/{bank}", WORK),
    call("/_/api/import", "bureau={bureau}&noun=payments&id={bank}&problem=", WORK),
    act("/_/files/{bureau}/{noun}/import", "/_/files/{bureau}/payments/import", FILE, WORK),
    act(
        "/_/files/{bureau}/{noun}/import/{id}/apply",
        "/_/files/{bureau}/payments/import/{bank}/apply",
        "rows=valid",
        WORK,
    ),
    act(
        "/_/files/{bureau}/{noun}/import/{id}/undo",
        "/_/files/{bureau}/payments/import/{bank}/undo",
        "",
        WORK,
    ),
    page(
        "/_/files/{bureau}/{noun}/import/{id}/marked.xlsx",
        "/_/files/{bureau}/payments/import/{bank}/marked.xlsx",
        WORK,
    ),
    page("/_/files/{bureau}/{noun}/template.xlsx", "/_/files/{bureau}/payments/template.xlsx", WORK),
];
