//! The doors of a bureau's start and of changing hands: cases from paper, and what one person hands over.

use super::door::{Door, For, act, call, page};
use super::site::FILE;
use domain::role::Power;

const PREPARE: For = For::Holders(Power::PrepareEntries);
const APPROVE: For = For::Holders(Power::ApproveCases);

/// A case that is open on paper, as far as its clue.
const GOOD_PAPER: &str = "form%5Bparty%5D=%E7%94%B2%E5%BA%97&form%5Bkind%5D=%E5%85%AC%E6%B0%91&\
    form%5Bviolation%5D=slaughter-v04%402021&form%5Bact_on%5D=2026-10-20&form%5Bplace%5D=%E9%81%93%E5%8E%BF&\
    form%5Bsource%5D=%E4%B8%BE%E6%8A%A5%E6%8A%95%E8%AF%89&form%5Breceived_on%5D=2026-11-02&\
    form%5Bsuspicion%5D=%E7%A7%81%E5%AE%B0";
/// Everything that a person has in hand, to somebody.
const GOOD_HANDOVER: &str = "bureau={bureau}&person={colleague}&form%5Ball%5D={colleague}&form%5Breason%5D=%E8%B0%83%E7%A6%BB&\
    form%5Bto_{case}%5D=&form%5Btoken%5D=01900000-0000-7000-8000-000000000031";

/// All of them.
pub const PAPER: &[Door] = &[
    page("/{bureau}/cases/enter", "/{bureau}/cases/enter", PREPARE),
    page("/{bureau}/cases/enter", "/{bureau}/cases/enter?draft={draft}", PREPARE),
    call("/_/api/administration", "bureau={bureau}&page=cases%2Fenter", PREPARE),
    act(
        "/_/administration/{bureau}/paper-case",
        "/_/administration/{bureau}/paper-case",
        GOOD_PAPER,
        PREPARE,
    ),
    page("/{bureau}/cases/import", "/{bureau}/cases/import", PREPARE),
    page("/{bureau}/cases/import/{id}", "/{bureau}/cases/import/{paper}", PREPARE),
    call("/_/api/import", "bureau={bureau}&noun=cases&id={paper}&problem=", PREPARE),
    act("/_/files/{bureau}/{noun}/import", "/_/files/{bureau}/cases/import", FILE, PREPARE),
    act(
        "/_/files/{bureau}/{noun}/import/{id}/apply",
        "/_/files/{bureau}/cases/import/{paper}/apply",
        "rows=valid",
        APPROVE,
    ),
    act(
        "/_/files/{bureau}/{noun}/import/{id}/undo",
        "/_/files/{bureau}/cases/import/{paper}/undo",
        "",
        APPROVE,
    ),
    page(
        "/_/files/{bureau}/{noun}/import/{id}/marked.xlsx",
        "/_/files/{bureau}/cases/import/{paper}/marked.xlsx",
        PREPARE,
    ),
    page("/_/files/{bureau}/{noun}/template.xlsx", "/_/files/{bureau}/cases/template.xlsx", PREPARE),
    page("/{bureau}/handover", "/{bureau}/handover", APPROVE),
    page("/{bureau}/handover/{person}", "/{bureau}/handover/{colleague}", APPROVE),
    call("/_/api/administration", "bureau={bureau}&page=handover", APPROVE),
    call("/_/api/administration", "bureau={bureau}&page=handover%2F{colleague}", APPROVE),
    act("/_/api/hand-over", "/_/api/hand-over", GOOD_HANDOVER, APPROVE),
];
