//! Evidence that is a file: who took it and who keeps it.

use uuid::Uuid;

use super::bench::*;
use crate::Instant;
use crate::case::*;
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
        names_reporter: false,
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

#[test]
fn what_belongs_to_a_remedy_is_added_to_an_archived_dossier_until_it_has_ended() {
    let mut bench = served(None);
    bench
        .does(ZHOU_HEAD, "2026-03-20", close())
        .does(CHEN, "2026-03-23", publish(Publicity::Published))
        .does(GAO_ARCHIVIST, "2026-03-30", archive());
    let keeps = |bench: &Bench, person| may_keep(&bench.case(), person, &[Role::Officer]);
    assert!(!keeps(&bench, CHEN), "nothing is under way");
    bench.today = day("2026-04-15");
    let applied = register_remedy(&bench);
    bench.does(CHEN, "2026-04-15", applied);
    assert_eq!(bench.case().stage(), Stage::Archived);
    assert!(keeps(&bench, CHEN) && !keeps(&bench, JIANG_ALL));
    let end = EndRemedy {
        party: SHOP,
        outcome: RemedyOutcome::Upheld,
        paper: note("道政复决〔2026〕9号"),
        performance_until: None,
        against_ruling: false,
    };
    bench.does(CHEN, "2026-06-15", Act::EndRemedy(end));
    assert!(!keeps(&bench, CHEN));
}
