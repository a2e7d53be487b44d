//! How what is held ends, and what waits for it, rows 3, 15, 16, 18 and 25.

use rstest::rstest;

use super::bench::*;
use super::held::*;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::*;
use crate::id::PersonId;

#[test]
fn a_clue_with_an_open_measure_is_not_declined() {
    let mut bench = clue_of("2026-03-02");
    bench.does(ZHOU_HEAD, "2026-03-03", seize());
    let decline = || {
        Act::RefuseFiling(RefuseFiling {
            ground: NonFilingGround::NoUnlawfulAct, reason: note("查无实据")
        })
    };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-03", &decline()), "measure_open");
    bench.does(CHEN, "2026-03-04", lift(1, LiftGround::NoUnlawfulAct));
    assert_eq!(clock(&bench, Clock::FileOrRelease).state, ClockState::Met { on: day("2026-03-04") });
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-03", &decline()), "before_its_cause");
    bench.does(ZHOU_HEAD, "2026-03-04", decline());
}

#[rstest]
#[case(LiftGround::NoUnlawfulAct, "2026-03-10", None)]
#[case(LiftGround::NoLongerNeeded, "2026-03-10", None)]
#[case(LiftGround::Decided, "2026-03-10", Some("missing_fact"))]
#[case(LiftGround::TermOver, "2026-03-10", Some("before_its_cause"))]
#[case(LiftGround::TermOver, "2026-04-09", None)]
fn a_measure_is_lifted_on_a_ground_that_fits(
    #[case] ground: LiftGround,
    #[case] on: &str,
    #[case] refused: Option<&str>,
) {
    let mut bench = seized();
    bench.today = day(on);
    let got = bench.judge(CHEN, day(on), &lift(1, ground)).err().map(|refusal| refusal.code.word());
    assert_eq!(got, refused);
    if refused.is_none() {
        bench.does(CHEN, on, lift(1, ground));
        assert!(!bench.case().measures[0].is_unsettled());
        assert_eq!(bench.refused(CHEN, on, &lift(1, ground)), "missing_fact");
    }
}

#[test]
fn things_go_back_line_by_line_and_the_last_ends_the_measure() {
    let mut bench = seized();
    for lines in [&[][..], &[2], &[0, 7]] {
        assert_eq!(bench.refused(CHEN, "2026-03-09", &dispose(1, lines, GoodsEnd::Returned)), "missing_fact");
    }
    let confiscated = dispose(1, &[0], GoodsEnd::Confiscated);
    assert_eq!(bench.refused(CHEN, "2026-03-09", &confiscated), "missing_fact");
    bench.does(CHEN, "2026-03-10", dispose(1, &[0], GoodsEnd::Returned));
    assert_eq!(bench.refused(CHEN, "2026-03-10", &dispose(1, &[0], GoodsEnd::Destroyed)), "missing_fact");
    assert!(bench.case().measures[0].is_open());
    bench.does(CHEN, "2026-03-11", dispose(1, &[1], GoodsEnd::Destroyed));
    assert_eq!(bench.case().measures[0].ended, Some((day("2026-03-11"), MeasureEnd::Disposed)));
}

/// The notice of a penalty is served and waived, with the things still held.
pub fn told_with_goods(penalties: Penalties) -> Bench {
    let mut bench = seized();
    bench
        .does(CHEN, "2026-03-10", conclude(Outcome::Penalise(penalties)))
        .does(ZHOU_HEAD, "2026-03-11", approve_notice())
        .does(CHEN, "2026-03-11", serve_notice())
        .does(CHEN, "2026-03-12", waive());
    bench
}

#[test]
fn the_decision_confiscates_what_is_held_or_it_was_given_back_before() {
    let mut bench = told_with_goods(penalties(Some(3000)));
    let decision = decide(penalties(Some(3000)));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-12", &decision), "goods_undecided");
    let none = no_penalty(NoPenaltyGround::FactsNotEstablished);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-12", &none), "goods_undecided");
    bench.does(CHEN, "2026-03-12", lift(1, LiftGround::NoLongerNeeded)).does(
        ZHOU_HEAD,
        "2026-03-12",
        decision,
    );
}

#[test]
fn a_decision_that_is_revoked_says_how_what_it_confiscated_went_back() {
    let mut bench = told_with_goods(confiscating());
    bench.does(ZHOU_HEAD, "2026-03-13", decide(confiscating()));
    bench.today = day("2026-03-16");
    let silent = revoke_decision(Reviser::Bureau, None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-16", &silent), "missing_fact", "nothing was paid, but held");
    bench.does(
        ZHOU_HEAD,
        "2026-03-16",
        revoke_decision(Reviser::Bureau, Some(note("物品已退还，当事人签收"))),
    );
}

/// A decision that confiscates the named things.
fn confiscating_only(lines: &[usize]) -> Act {
    let held = lines.iter().map(|line| HeldThing { measure: 1, line: *line }).collect();
    match decide(confiscating()) {
        Act::Decide(facts) => Act::Decide(Decide { held: Some(held), ..facts }),
        other => other,
    }
}

#[test]
fn a_decision_names_what_it_confiscates_and_the_rest_goes_back_before() {
    let mut bench = told_with_goods(confiscating());
    bench.today = day("2026-03-13");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-13", &confiscating_only(&[0])), "goods_undecided");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-13", &confiscating_only(&[0, 1, 7])), "missing_fact");
    bench.does(CHEN, "2026-03-13", dispose(1, &[1], GoodsEnd::Returned));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-13", &confiscating_only(&[0, 1])), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-03-13", confiscating_only(&[0]));
    let measure = &bench.case().measures[0];
    let ends: Vec<_> = measure.goods.iter().filter_map(|goods| goods.end.map(|(_, end)| end)).collect();
    assert_eq!(ends, [GoodsEnd::Confiscated, GoodsEnd::Returned]);
    assert_eq!(measure.ended, Some((day("2026-03-13"), MeasureEnd::Confiscated)));
}

#[test]
fn a_decision_without_confiscation_takes_nothing_that_is_held() {
    let mut bench = told_with_goods(confiscating());
    bench.today = day("2026-03-13");
    let milder = match confiscating_only(&[0, 1]) {
        Act::Decide(facts) => Act::Decide(Decide { penalties: penalties(None), ..facts }),
        other => other,
    };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-13", &milder), "missing_fact");
}

#[test]
fn goods_confiscated_by_the_decision_end_there() {
    let mut bench = told_with_goods(confiscating());
    bench.does(ZHOU_HEAD, "2026-03-13", decide(confiscating()));
    let measure = &bench.case().measures[0];
    assert_eq!(measure.ended, Some((day("2026-03-13"), MeasureEnd::Confiscated)));
    assert!(measure.goods.iter().all(|goods| goods.end == Some((day("2026-03-13"), GoodsEnd::Confiscated))));
    assert_eq!(clock(&bench, Clock::Measure).state, ClockState::Met { on: day("2026-03-13") });
}

#[test]
fn evidence_that_was_tested_is_given_back_before_the_case_closes() {
    let mut bench = clue_of("2026-03-02");
    bench.does(ZHOU_HEAD, "2026-03-03", register_evidence()).does(
        CHEN,
        "2026-03-04",
        handle(1, EvidenceOutcome::Tested),
    );
    let refuse = RefuseFiling { ground: NonFilingGround::NoUnlawfulAct, reason: note("合格") };
    bench.does(ZHOU_HEAD, "2026-03-05", Act::RefuseFiling(refuse));
    let close = Act::Close(Close { party: None, summary: note("不予立案") });
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &close), "goods_undecided");
    bench.does(CHEN, "2026-03-06", dispose(1, &[0, 1], GoodsEnd::Returned)).does(
        ZHOU_HEAD,
        "2026-03-06",
        close,
    );
}

#[test]
fn a_case_with_an_open_measure_is_not_withdrawn() {
    let mut bench = seized();
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &withdraw()), "measure_open");
    let refusal = bench.judge(ZHOU_HEAD, day("2026-03-09"), &withdraw()).unwrap_err();
    assert_eq!(
        refusal.sentence(Lang::Zh).to_string(),
        "现在不能撤销立案：2026年3月9日 周一的扣押尚未处理或者解除（行政强制法第二十八条）。\
         由承办人解除查封、扣押并退还物品后。"
    );
    bench.does(CHEN, "2026-03-10", lift(1, LiftGround::NoLongerNeeded)).does(
        ZHOU_HEAD,
        "2026-03-10",
        withdraw(),
    );
}

#[test]
fn no_penalty_on_the_spot_leaves_things_behind() {
    let mut bench = clue_of("2026-03-02");
    bench.does(ZHOU_HEAD, "2026-03-02", register_evidence());
    let spot = super::spot::spot(|_| {});
    assert_eq!(bench.refused(CHEN, "2026-03-02", &spot), "goods_undecided");
    bench.does(CHEN, "2026-03-02", handle(1, EvidenceOutcome::CopiedAndReturned));
    assert_eq!(bench.judge(CHEN, day("2026-03-02"), &spot), Ok(Permit::Event));
}

#[rstest]
#[case(ZHOU_HEAD, seize())]
#[case(CHEN, lift(1, LiftGround::NoLongerNeeded))]
fn what_the_party_knows_of_is_corrected_and_not_taken_back(#[case] by: PersonId, #[case] act: Act) {
    let mut bench = seized();
    bench.does(by, "2026-03-10", act);
    let refusal = bench.case().take_back(by, crate::Instant(0)).unwrap_err();
    assert_eq!(refusal.code.word(), "left_the_house");
}

#[test]
fn a_taking_is_not_corrected_once_something_was_done_with_it_and_hinders_no_other_correction() {
    let mut bench = seized();
    assert_eq!(rests_on(&bench.events, 4), None);
    bench.does(CHEN, "2026-03-10", lift(1, LiftGround::NoLongerNeeded));
    assert_eq!(rests_on(&bench.events, 4).map(|event| event.seq), Some(5));
    // The record of 5 March stands by itself.
    assert_eq!(rests_on(&bench.events, 3), None);
}

#[test]
fn managing_stays_possible_where_the_case_has_moved_on() {
    let mut bench = seized();
    let possible = |bench: &Bench| {
        let on = bench.today;
        let judged = [(ZHOU_HEAD, extend(1)), (CHEN, commission(1, "2026-12-31"))]
            .into_iter()
            .chain([(CHEN, lift(1, LiftGround::NoLongerNeeded))])
            .all(|(by, act)| bench.judge(by, on, &act).is_ok());
        assert!(judged, "in {:?}", bench.case().stage());
    };
    possible(&bench);
    bench.does(CHEN, "2026-03-10", conclude(Outcome::Penalise(penalties(Some(25_000)))));
    possible(&bench);
    bench.does(ZHOU_HEAD, "2026-03-10", approve_notice_with_hearing()).does(
        CHEN,
        "2026-03-10",
        serve_notice(),
    );
    possible(&bench);
    bench.does(CHEN, "2026-03-11", request_hearing());
    possible(&bench);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-11", &seize()), "not_in_this_state");
}
