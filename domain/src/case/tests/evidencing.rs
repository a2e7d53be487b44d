//! Evidence that is a file: who took it and who keeps it.

use uuid::Uuid;

use super::bench::*;
use crate::Instant;
use crate::file::{EvidenceKind, EvidenceSheet, SheetFault, may_keep};
use crate::id::{PartyId, PersonId};
use crate::role::Role;

fn sheet(at: &str, collectors: [PersonId; 2]) -> EvidenceSheet {
    EvidenceSheet {
        kind: EvidenceKind::Document,
        source: "当事人提供".parse().unwrap(),
        place: "门店".parse().unwrap(),
        at: at.parse().unwrap(),
        collectors,
        pages: Some(2),
        party: Some(SHOP),
    }
}

/// Judged on 9 March 2026 at noon.
fn judged(bench: &Bench, sheet: &EvidenceSheet) -> Vec<&'static str> {
    let noon = Instant::of_shanghai("2026-03-09T12:00:00".parse().unwrap());
    let faults = sheet.judge(&bench.case(), &bench.context(CHEN), noon).err().unwrap_or_default();
    faults.iter().map(SheetFault::field).collect()
}

/// The second officer stands aside since 6 March 2026.
fn recused() -> Bench {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-06", ask_recusal(PAN)).does(ZHOU_HEAD, "2026-03-06", decide_recusal(4, true));
    bench
}

#[test]
fn evidence_is_taken_before_now_by_two_certified_officers_who_do_not_stand_aside() {
    let bench = recused();
    assert_eq!(judged(&bench, &sheet("2026-03-06T09:00:00", [CHEN, PAN])), [""; 0]);
    assert_eq!(judged(&bench, &sheet("2026-03-09T12:00:00", [CHEN, JIANG_ALL])), [""; 0]);
    assert_eq!(judged(&bench, &sheet("2026-03-09T12:01:00", [CHEN, JIANG_ALL])), ["on"]);
    assert_eq!(judged(&bench, &sheet("2026-03-09T09:00:00", [CHEN, PAN])), ["second"]);
    // The day before their certificates begin.
    assert_eq!(judged(&bench, &sheet("2023-12-31T09:00:00", [CHEN, PAN])), ["first", "second"]);
    let nobody = PersonId(Uuid::from_u128(99));
    assert_eq!(judged(&bench, &sheet("2026-03-06T09:00:00", [CHEN, nobody])), ["second"]);
}

#[test]
fn evidence_is_about_a_party_of_its_case_or_none() {
    let bench = recused();
    let of = |party| EvidenceSheet { party, ..sheet("2026-03-06T09:00:00", [CHEN, PAN]) };
    assert_eq!(judged(&bench, &of(None)), [""; 0]);
    assert_eq!(judged(&bench, &of(Some(PartyId(Uuid::from_u128(99))))), ["party"]);
}

#[test]
fn the_officers_of_the_case_keep_its_evidence_and_before_it_has_any_whoever_works_on_cases() {
    let case = recused().case();
    assert!(may_keep(&case, CHEN, &[Role::Officer]));
    assert!(!may_keep(&case, PAN, &[Role::Officer]), "whoever stands aside");
    assert!(!may_keep(&case, JIANG_ALL, &[Role::Officer]), "an officer of other cases");
    assert!(!may_keep(&case, CHEN, &[Role::Reader]), "without the power to work on cases");
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    assert!(may_keep(&bench.case(), JIANG_ALL, &[Role::Officer]));
}
