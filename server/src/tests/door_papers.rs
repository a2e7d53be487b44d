//! The doors of papers: those of a case, their making and marking, those that are not back, and the check by anybody.

use super::door::{Door, For, act, call, page};
use super::good::{GOOD_BLOCK, GOOD_VOID_NUMBER};
use super::site::FILE;
use domain::role::Power;

const READ: For = For::Holders(Power::ReadRecords);

/// A paper is issued, and an issued one is marked.
const GOOD_ISSUE: &str =
    "form%5Bact%5D=issue&form%5Bpaper%5D=D02-2&form%5Btoken%5D=01900000-0000-7000-8000-0000000000e1";
const GOOD_PRINTED: &str =
    "form%5Bact%5D=printed&form%5Bpaper%5D={sheet}&form%5Btoken%5D=01900000-0000-7000-8000-0000000000e2";
const GOOD_VOID: &str = "form%5Bact%5D=void&form%5Bpaper%5D={sheet}&form%5Breason%5D=%E6%BC%8F%E9%A1%B5&\
    form%5Btoken%5D=01900000-0000-7000-8000-0000000000e3";

/// A scan is entered, and one is dropped.
const GOOD_ENTER: &str = "form%5Bact%5D=enter&form%5Bon%5D=2026-11-23&form%5Bpage_1%5D={sheet}&\
    form%5Btoken%5D=01900000-0000-7000-8000-0000000000e4";
const GOOD_DROP: &str = "form%5Bact%5D=drop";

const SCANS: &str = "/_/papers/{bureau}/scan";
const SCAN: &str = "/_/papers/{bureau}/scan/{scan}";

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
    page("/_/papers/{bureau}/{case}/scans/{scan}", "/_/papers/{bureau}/{case}/scans/{paper_scan}", READ),
    page(SCANS, SCANS, READ),
    act(SCANS, SCANS, FILE, READ),
    page(SCAN, SCAN, READ),
    page("/_/papers/{bureau}/scan/{scan}/{page}", "/_/papers/{bureau}/scan/{scan}/1", READ),
    act(SCAN, SCAN, GOOD_ENTER, READ),
    act(SCAN, SCAN, GOOD_DROP, READ),
    page("/_/check/{word}", "/_/check/{check}", For::Everybody),
    page("/{bureau}/number-blocks", "/{bureau}/number-blocks?draft={draft}", READ),
    call("/_/api/administration", "bureau={bureau}&page=number-blocks&draft={draft}", READ),
    act("/_/api/allot-numbers", "/_/api/allot-numbers", GOOD_BLOCK, For::Holders(Power::ApproveCases)),
    act("/_/api/void-number", "/_/api/void-number", GOOD_VOID_NUMBER, READ),
];
