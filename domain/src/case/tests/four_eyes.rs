//! Nobody has the head's part in a case on which he works (行政处罚法 art. 58 and practice).

use super::bench::*;
use crate::case::*;
use crate::role::Power;

fn clue_only() -> Bench {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    bench
}

/// An officer who is head as well works on the case together with another.
fn with_a_head_among_its_officers() -> Bench {
    let mut bench = investigated("oil-v21@2021");
    let officers = Officers { lead: CHEN, second: JIANG_ALL };
    bench.does(
        ZHOU_HEAD,
        "2026-03-06",
        Act::ChangeOfficers(ChangeOfficers { officers, reason: note("调整") }),
    );
    bench
}

#[test]
fn no_officer_does_the_heads_part_in_his_own_case() {
    let bench = with_a_head_among_its_officers();
    let case = bench.case();
    let judge = |actor| Judge { case: Some(&case), on: bench.today, context: bench.context(actor) };
    let heads = |kind: &ActKind| matches!(kind.power(), Power::ApproveCases | Power::LeadCases);
    for kind in ActKind::ALL.into_iter().filter(heads) {
        let judged = judge(JIANG_ALL).who(kind).map_err(|code| code.word());
        match kind {
            ActKind::ChangeOfficers | ActKind::PassClue => {
                assert_eq!(judged, Ok(Permit::Event), "he may hand it on");
            }
            ActKind::DecideCrime => assert_eq!(judged, Ok(Permit::Proposal { power: Power::LeadCases })),
            _ => assert_eq!(judged, Err("own_case"), "{kind:?}"),
        }
        if kind != ActKind::DecideCrime {
            assert_eq!(judge(ZHOU_HEAD).who(kind), Ok(Permit::Event), "{kind:?}");
        }
    }
}

#[test]
fn who_took_the_urgent_measure_does_not_confirm_it() {
    let mut bench = clue_only();
    let Act::Record(record) = record_of(RecordKind::Inspection) else { unreachable!() };
    let officers = Officers { lead: CHEN, second: JIANG_ALL };
    bench.does(JIANG_ALL, "2026-03-02", Act::Record(Record { officers, ..record }));
    let case = bench.case();
    let judge = Judge { case: Some(&case), on: bench.today, context: bench.context(JIANG_ALL) };
    assert_eq!(judge.who(ActKind::ConfirmMeasure).map_err(|code| code.word()), Err("own_case"));
    assert_eq!(judge.who(ActKind::RefuseFiling).map_err(|code| code.word()), Err("own_case"));
}

#[test]
fn a_head_does_not_file_a_case_on_which_he_works() {
    let bench = clue_only();
    let parties = vec![party(SHOP, "oil-v01@2021")];
    let file =
        |second| Act::File(File { parties: parties.clone(), officers: Officers { lead: CHEN, second } });
    assert_eq!(bench.refused(JIANG_ALL, "2026-03-02", &file(JIANG_ALL)), "own_case");
    assert_eq!(bench.judge(JIANG_ALL, day("2026-03-02"), &file(PAN)), Ok(Permit::Event));
    assert_eq!(bench.judge(ZHOU_HEAD, day("2026-03-02"), &file(JIANG_ALL)), Ok(Permit::Event));
}
