//! The doors of papers: those of a case, their making and marking, those that are not back, and the check by anybody.

use super::door::{Door, For, act, page};
use domain::role::Power;

const READ: For = For::Holders(Power::ReadRecords);

/// A paper is issued, and an issued one is marked.
const GOOD_ISSUE: &str =
    "form%5Bact%5D=issue&form%5Bpaper%5D=D02-2&form%5Btoken%5D=01900000-0000-7000-8000-0000000000e1";
const GOOD_PRINTED: &str =
    "form%5Bact%5D=printed&form%5Bpaper%5D={sheet}&form%5Btoken%5D=01900000-0000-7000-8000-0000000000e2";
const GOOD_VOID: &str = "form%5Bact%5D=void&form%5Bpaper%5D={sheet}&form%5Breason%5D=%E6%BC%8F%E9%A1%B5&\
    form%5Btoken%5D=01900000-0000-7000-8000-0000000000e3";

/// All doors of papers.
pub const PAPERS: &[Door] = &[
    page("/_/papers/{bureau}", "/_/papers/{bureau}", READ),
    page("/_/papers/{bureau}/{case}", "/_/papers/{bureau}/{case}", READ),
    page("/_/papers/{bureau}/{case}/{file}", "/_/papers/{bureau}/{case}/D02-2.pdf", READ),
    page(
        "/_/papers/{bureau}/{case}/issued/{id}/{file}",
        "/_/papers/{bureau}/{case}/issued/{sheet}/file.pdf",
        READ,
    ),
    act("/_/papers/{bureau}/{case}", "/_/papers/{bureau}/{case}", GOOD_ISSUE, READ),
    act("/_/papers/{bureau}/{case}", "/_/papers/{bureau}/{case}", GOOD_PRINTED, READ),
    act("/_/papers/{bureau}/{case}", "/_/papers/{bureau}/{case}", GOOD_VOID, READ),
    page("/_/check/{word}", "/_/check/{check}", For::Everybody),
];
