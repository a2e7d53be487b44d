//! Issuing: who makes papers, how long they are out, and when one may be void.

use super::worked::*;
use crate::case::tests::bench::*;
use crate::case::tests::held::{confiscating, dispose, seized};
use crate::case::*;
use crate::paper::{
    PaperCopy, PaperFault, PaperKind as K, PaperState, Sources, bind, bind_each, called_for, judge_back,
    judge_void, may_issue,
};
use crate::role::{Power, Role};
use rstest::rstest;

#[test]
fn papers_bound_together_say_what_each_says_alone() {
    for worked in [ordinary(), enforced(), after_hearing(), spared(), on_the_spot(), suspended()] {
        let case = worked.bench.case();
        let (context, id_numbers) = (worked.bench.context(CHEN), &worked.id_numbers);
        let sources = Sources { case: &case, context, issuer: &worked.issuer, id_numbers };
        let slots = called_for(&case);
        let alone: Vec<_> = slots.iter().map(|slot| bind(*slot, &sources)).collect();
        assert!(alone.iter().any(Result::is_ok));
        assert_eq!(bind_each(&slots, &sources), alone);
    }
}

#[test]
fn a_paper_for_the_party_has_a_copy_and_a_form_of_the_house_has_none() {
    for kind in [
        K::D04,
        K::D07,
        K::D08,
        K::D11,
        K::D12,
        K::D18,
        K::D19,
        K::D22,
        K::D26,
        K::D26s,
        K::D27,
        K::D29,
        K::D34,
        K::D35,
        K::D36,
        K::D53,
        K::D54,
        K::D55,
    ] {
        assert_eq!(kind.copies(), [PaperCopy::File, PaperCopy::Party], "{kind:?}");
        assert!(kind.is_open());
    }
    for kind in [K::D02, K::D16, K::D17, K::D21, K::D24, K::D25, K::D28, K::D32, K::D38] {
        assert_eq!(kind.copies(), [PaperCopy::File], "{kind:?}");
    }
}

#[test]
fn a_form_takes_its_number_from_its_step_or_when_it_is_issued() {
    for worked in [ordinary(), enforced(), after_hearing(), spared(), on_the_spot(), suspended(), planned()] {
        for slot in worked.slots().into_iter().filter(|slot| slot.seq.is_some()) {
            let paper = worked.bind(slot).unwrap();
            let counted = slot.kind.counted_when_issued();
            assert_eq!(
                paper.number.is_some() || counted.is_some(),
                !slot.kind.row().word.is_empty(),
                "{slot:?}"
            );
            assert!(paper.number.is_none() || counted.is_none(), "{slot:?}");
            assert!(counted.is_none_or(|word| word.word() == slot.kind.row().word));
        }
    }
}

#[test]
fn the_officers_of_a_case_and_whoever_may_do_the_step_make_its_papers() {
    let case = ordinary().bench.case();
    let officers = case.filing().unwrap().officers;
    let (officer, head) = ([Role::Officer], [Role::Head]);
    for step in [Power::WorkCases, Power::ApproveCases] {
        assert!(may_issue(&case, step, officers.lead, &officer));
        assert!(may_issue(&case, step, officers.second, &officer));
        assert!(!may_issue(&case, step, ZHOU_HEAD, &officer), "an officer of other cases");
        assert!(!may_issue(&case, step, officers.lead, &[Role::Reader]), "no officer any more");
    }
    assert!(may_issue(&case, Power::ApproveCases, ZHOU_HEAD, &head));
    assert!(!may_issue(&case, Power::ReviewCases, ZHOU_HEAD, &[Role::Registrar]));
}

#[rstest]
#[case("2026-03-04", Err(PaperFault::BeforeIssue))]
#[case("2026-03-05", Ok(()))]
#[case("2026-03-09", Ok(()))]
#[case("2026-03-10", Err(PaperFault::AfterToday))]
fn a_signed_copy_comes_back_after_the_issue_and_not_in_future(
    #[case] back: &str,
    #[case] judged: Result<(), PaperFault>,
) {
    assert_eq!(judge_back(day("2026-03-05"), day(back), day("2026-03-09")), judged);
}

#[rstest]
#[case(PaperState::Back, K::D02, true, true, "打印有误", Ok(()))]
#[case(PaperState::ToSign, K::D05, false, true, "打印有误", Ok(()))]
#[case(PaperState::ToPrint, K::D26, true, false, "步骤已撤回", Ok(()))]
#[case(PaperState::ToPrint, K::D26, true, true, "打印有误", Err(PaperFault::NumberOfStep))]
#[case(PaperState::Replaced, K::D02, true, true, "打印有误", Err(PaperFault::Ended))]
#[case(PaperState::Void, K::D02, true, true, "打印有误", Err(PaperFault::Ended))]
#[case(PaperState::Back, K::D02, true, true, " ", Err(PaperFault::NoReason))]
fn a_paper_is_void_with_a_reason_and_never_without_its_step(
    #[case] state: PaperState,
    #[case] kind: K,
    #[case] has_number: bool,
    #[case] step_stands: bool,
    #[case] reason: &str,
    #[case] judged: Result<(), PaperFault>,
) {
    assert_eq!(judge_void(state, kind, has_number, step_stands, reason), judged);
    let long = "长".repeat(201);
    if judged.is_ok() {
        assert_eq!(judge_void(state, kind, has_number, step_stands, &long), Err(PaperFault::LongReason));
    }
}

#[test]
fn a_state_reads_back_from_its_word() {
    for state in PaperState::ALL {
        assert_eq!(PaperState::from_word(state.word()), Some(state));
        assert!(state.is_valid() || !state.is_out());
    }
}

/// The bureau itself lowers the fine of 3,000 yuan to 1,000 after the decision was served.
fn lightened() -> Worked {
    let mut worked = ordinary();
    worked.bench.events.truncate(14);
    worked.bench.today = day("2026-04-07");
    worked.bench.does(ZHOU_HEAD, "2026-04-07", change_decision(Reviser::Bureau, Some(1000), None));
    let seq = worked.bench.events.len() - 1;
    worked.bench.events[seq].act.give_number(NumberWord::Decision, "道商罚决〔2026〕19号");
    worked
}

#[test]
fn a_lightened_decision_is_a_paper_of_its_own_that_cites_the_old_one() {
    let worked = lightened();
    let paper = worked.paper(K::D26).unwrap();
    assert_eq!(paper.number.as_deref(), Some("道商罚决〔2026〕19号"));
    let cited = paper.sheet.decision.unwrap();
    assert_eq!(
        (cited.title.as_str(), cited.number.as_str(), cited.day.as_str(), cited.served.as_deref()),
        ("行政处罚决定书", "道商罚决〔2026〕18号", "2026年3月26日", Some("2026年3月27日"))
    );
    let fine = paper.sheet.penalties.unwrap().fine.unwrap();
    assert_eq!(fine.figures, "1,000.00");
    let old = worked.slots().into_iter().find(|slot| slot.kind == K::D26).unwrap();
    assert_eq!(worked.bind(old).unwrap().sheet.decision, None, "the old one cites nothing");
}

#[test]
fn a_court_that_changes_a_decision_writes_its_own_paper() {
    let mut worked = lightened();
    if let Act::ChangeDecision(facts) = &mut worked.bench.events.last_mut().unwrap().act {
        facts.reviser = Reviser::Government;
    }
    let decisions = worked.slots().into_iter().filter(|slot| slot.kind == K::D26);
    assert_eq!(decisions.count(), 1);
}

#[test]
fn a_decision_lists_the_held_things_that_it_confiscates_and_no_others() {
    let mut bench = seized();
    let held = Some(vec![HeldThing { measure: 1, line: 0 }]);
    let Act::Decide(facts) = decide(confiscating()) else { unreachable!("a decision") };
    bench
        .does(CHEN, "2026-03-10", conclude(Outcome::Penalise(confiscating())))
        .does(ZHOU_HEAD, "2026-03-11", approve_notice())
        .does(CHEN, "2026-03-11", serve_notice())
        .does(CHEN, "2026-03-12", waive());
    bench.today = day("2026-03-13");
    bench.does(CHEN, "2026-03-13", dispose(1, &[1], GoodsEnd::Returned)).does(
        ZHOU_HEAD,
        "2026-03-13",
        Act::Decide(Decide { held, ..facts }),
    );
    let goods: Vec<String> = bench.case().measures[0].goods.iter().map(|goods| goods.line.words()).collect();
    let sheet = Worked::of(bench).paper(K::D26).unwrap().sheet;
    let listed = sheet.clauses.iter().find(|clause| clause.heading == "没收的在扣财物").unwrap();
    assert_eq!(listed.text, goods[0]);
}
