//! What is sealed, seized or registered, §1.4 and §1.7.

use rstest::rstest;

use super::bench::*;
use super::held::*;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::*;
use crate::id::{PersonId, TransferId};
use crate::refusal::RefusalCode;
use crate::role::Power;

/// A clue of a day.
fn clue_of(on: &str) -> Bench {
    let mut bench = Bench::new(on);
    bench.does(CHEN, on, clue());
    bench
}

/// A filed case whose row lets the bureau seize, investigated from the day on.
fn seizable() -> Bench {
    investigated(SEIZABLE)
}

/// Seized on 9 March 2026: until 8 April.
fn seized() -> Bench {
    let mut bench = seizable();
    bench.does(ZHOU_HEAD, "2026-03-09", seize());
    bench
}

fn clock(bench: &Bench, clock: Clock) -> CaseClock {
    clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock).unwrap()
}

fn last_day(bench: &Bench, of: Clock) -> String {
    clock(bench, of).deadline.last_day.to_string()
}

#[test]
fn evidence_is_registered_for_seven_working_days_and_then_lapses() {
    let mut bench = clue_of("2026-02-13");
    let permit = bench.judge(CHEN, day("2026-02-13"), &register_evidence());
    assert_eq!(permit, Ok(Permit::Proposal { power: Power::ApproveCases }));
    bench.does(ZHOU_HEAD, "2026-02-13", register_evidence());
    // The spring festival and its make-up workdays lie between.
    assert_eq!(last_day(&bench, Clock::RegisteredEvidence), "2026-03-02");
    bench.today = day("2026-03-03");
    let tested = handle(1, EvidenceOutcome::Tested);
    assert_eq!(bench.refused(CHEN, "2026-03-03", &tested), "measure_lapsed");
    let refusal = bench.judge(CHEN, day("2026-03-03"), &tested).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::MeasureLapsed { last_day: day("2026-03-02") });
    assert!(refusal.sentence(Lang::Zh).opens.contains("立即退还"));
    bench.does(CHEN, "2026-03-03", handle(1, EvidenceOutcome::Lifted));
    assert!(!bench.case().measures[0].is_unsettled());
}

#[rstest]
#[case(EvidenceOutcome::CopiedAndReturned, None, false)]
#[case(EvidenceOutcome::Tested, None, true)]
#[case(EvidenceOutcome::ConfiscationProposed, None, true)]
#[case(EvidenceOutcome::Lifted, None, false)]
#[case(EvidenceOutcome::Seized, Some("missing_fact"), true)]
fn registered_evidence_is_handled_in_its_term(
    #[case] outcome: EvidenceOutcome,
    #[case] refused: Option<&str>,
    #[case] holds_goods: bool,
) {
    let mut bench = seizable();
    bench.does(ZHOU_HEAD, "2026-03-06", register_evidence());
    let act = handle(1, outcome);
    match refused {
        Some(code) => assert_eq!(bench.refused(CHEN, "2026-03-06", &act), code),
        None => {
            bench.does(CHEN, "2026-03-09", act);
            let met = ClockState::Met { on: day("2026-03-09") };
            assert_eq!(clock(&bench, Clock::RegisteredEvidence).state, met);
        }
    }
    assert_eq!(bench.case().measures[0].holds_goods(), holds_goods);
}

#[test]
fn evidence_goes_on_under_a_seizure_of_its_own() {
    let mut bench = seizable();
    bench.does(ZHOU_HEAD, "2026-03-06", register_evidence()).does(ZHOU_HEAD, "2026-03-09", seize()).does(
        CHEN,
        "2026-03-09",
        handle(1, EvidenceOutcome::Seized),
    );
    let case = bench.case();
    assert!(!case.measures[0].is_unsettled());
    assert!(case.measures[1].is_unsettled());
}

#[test]
fn a_measure_runs_thirty_days_from_its_taking_and_the_office_acts_before_the_holiday() {
    let mut bench = clue_of("2026-09-03");
    bench
        .does(ZHOU_HEAD, "2026-09-04", file(SEIZABLE))
        .does(CHEN, "2026-09-04", record_of(RecordKind::Inspection))
        .does(ZHOU_HEAD, "2026-09-07", seize());
    let measure = clock(&bench, Clock::Measure);
    assert_eq!(measure.deadline.last_day, day("2026-10-07"));
    assert_eq!(measure.deadline.acting_day, day("2026-09-30"));
}

#[rstest]
#[case(investigated("oil-v01@2021"), seize(), "no_power_to_seize")]
#[case(investigated("oil-v22@2021"), seize_but(|one| one.violation = "oil-v22@2021".to_owned()), "no_power_to_seize")]
#[case(seizable(), seize_but(|one| one.violation = "oil-v01@2021".to_owned()), "no_power_to_seize")]
#[case(seizable(), seize_but(|one| one.objects_checked = false), "missing_fact")]
#[case(seizable(), seize_but(|one| one.goods.clear()), "missing_fact")]
#[case(seizable(), seize_but(|one| one.party = Some(BOSS)), "missing_fact")]
#[case(seizable(), seize_but(|one| one.officers.second = HE_EXPIRED), "two_officers")]
fn sealing_and_seizing_need_a_law_and_the_facts(#[case] bench: Bench, #[case] act: Act, #[case] code: &str) {
    let on = if code == "two_officers" { "2026-04-01" } else { "2026-03-09" };
    let mut bench = bench;
    bench.today = day(on);
    assert_eq!(bench.refused(ZHOU_HEAD, on, &act), code);
}

#[test]
fn the_reason_names_the_articles_and_the_way_that_is_open() {
    let bench = investigated("oil-v01@2021");
    let refusal = bench.judge(ZHOU_HEAD, day("2026-03-05"), &seize()).unwrap_err();
    let sentence = refusal.sentence(Lang::Zh).to_string();
    assert!(sentence.contains("行政强制法第十条") && sentence.contains("先行登记保存"), "{sentence}");
    // Nothing changes it: it stands in no list of next acts.
    let listed = next(&bench.case(), &bench.context(CHEN));
    assert!(!listed.iter().any(|one| one.act == ActKind::TakeMeasure));
}

#[test]
fn a_measure_on_a_clue_is_filed_or_released_within_seven_working_days() {
    let mut bench = clue_of("2026-03-02");
    bench.does(ZHOU_HEAD, "2026-03-03", seize());
    assert_eq!(last_day(&bench, Clock::FileOrRelease), "2026-03-12");
    bench.does(ZHOU_HEAD, "2026-03-05", file(SEIZABLE));
    assert_eq!(clock(&bench, Clock::FileOrRelease).state, ClockState::Met { on: day("2026-03-05") });
    assert_eq!(clock(&bench, Clock::Measure).state, ClockState::Running);
}

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

/// Seized in urgency on Friday 6 March, twenty past three.
fn urgent() -> Bench {
    let mut bench = seizable();
    bench.does(CHEN, "2026-03-06", seize_at("15:20"));
    bench
}

#[test]
fn an_urgent_measure_is_reported_within_twenty_four_hours_rest_days_counted() {
    let mut bench = urgent();
    let report_clock = clock(&bench, Clock::UrgentMeasureReport);
    assert_eq!(report_clock.deadline.last_day, day("2026-03-07"));
    assert_eq!(report_clock.hours.unwrap().end_long(Lang::Zh), "2026年3月7日 周六 15:20");
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::ReportMeasure);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-06", &confirm(1, true)), "missing_fact");
    assert_eq!(bench.refused(CHEN, "2026-03-06", &report(1, "15:00")), "missing_fact");
    bench.does(CHEN, "2026-03-06", report(1, "17:30"));
    assert_eq!(clock(&bench, Clock::UrgentMeasureReport).state, ClockState::Met { on: day("2026-03-06") });
    let permit = bench.judge(CHEN, day("2026-03-06"), &confirm(1, true));
    assert_eq!(permit, Ok(Permit::Proposal { power: Power::ApproveCases }));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-06", &extend(1)), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-03-06", confirm(1, true));
    assert!(bench.case().measures[0].is_approved());
    bench.does(ZHOU_HEAD, "2026-03-09", extend(1));
}

#[test]
fn what_the_head_does_not_approve_afterwards_is_lifted_at_once() {
    let mut bench = urgent();
    bench.does(CHEN, "2026-03-06", report(1, "17:30")).does(ZHOU_HEAD, "2026-03-06", confirm(1, false));
    let measure = &bench.case().measures[0];
    assert_eq!(measure.ended, Some((day("2026-03-06"), MeasureEnd::NotApproved)));
    assert!(measure.goods.iter().all(|goods| goods.end == Some((day("2026-03-06"), GoodsEnd::Returned))));
}

#[test]
fn on_the_spot_certificates_are_shown_and_rights_told() {
    let bench = seizable();
    for shown in [true, false] {
        let Act::TakeUrgentMeasure(facts) = seize_at("15:20") else { panic!() };
        let act = Act::TakeUrgentMeasure(TakeUrgentMeasure {
            certificates_shown: shown,
            rights_told: !shown,
            ..facts
        });
        assert_eq!(bench.refused(CHEN, "2026-03-05", &act), "missing_fact");
    }
}

#[test]
fn the_head_extends_once_and_only_while_it_holds() {
    let mut bench = seized();
    assert_eq!(last_day(&bench, Clock::Measure), "2026-04-08");
    bench.today = day("2026-04-09");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-09", &extend(1)), "measure_lapsed");
    bench.does(ZHOU_HEAD, "2026-04-08", extend(1));
    assert_eq!(last_day(&bench, Clock::Measure), "2026-05-08");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-09", &extend(1)), "missing_fact");
    let trace = clock(&bench, Clock::Measure).deadline.trace.lines(Lang::Zh).join("");
    assert!(trace.contains("案情复杂"), "{trace}");
}

#[test]
fn the_new_end_is_told_before_the_extension_is_sent() {
    let bench = seized();
    let event = Event { seq: 5, act: extend(1), on: day("2026-03-10"), ..bench.events[3].clone() };
    let seen = foresee(Some(&bench.case()), &event, &bench.context(ZHOU_HEAD)).unwrap();
    let told: Vec<_> = seen.starts.iter().map(|one| (one.clock, one.deadline.last_day)).collect();
    assert_eq!(told, [(Clock::Measure, day("2026-05-08"))]);
}

#[rstest]
// Commissioned 10 March, told until 20 March: ten days.
#[case(None, "2026-04-18")]
#[case(Some("2026-03-16"), "2026-04-14")]
// No longer than the party was told.
#[case(Some("2026-03-25"), "2026-04-18")]
fn testing_is_counted_out_as_far_as_the_party_was_told(#[case] result: Option<&str>, #[case] until: &str) {
    let mut bench = seized();
    assert_eq!(bench.refused(CHEN, "2026-03-09", &commission(1, "2026-03-09")), "missing_fact");
    bench.does(CHEN, "2026-03-10", commission(1, "2026-03-20"));
    assert_eq!(bench.refused(CHEN, "2026-03-10", &commission(1, "2026-03-20")), "missing_fact");
    if let Some(on) = result {
        bench.does(CHEN, on, test_result(1));
    }
    assert_eq!(last_day(&bench, Clock::Measure), until);
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
fn told_with_goods(penalties: Penalties) -> Bench {
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

#[test]
fn what_is_next_is_what_the_measure_asks_for() {
    let todo_of = |bench: &Bench| todo(&bench.case(), &bench.context(CHEN)).unwrap();
    let mut bench = seizable();
    bench.does(ZHOU_HEAD, "2026-03-06", register_evidence());
    assert_eq!(todo_of(&bench).act, ActKind::HandleEvidence);
    let mut bench = seized();
    assert_eq!(todo_of(&bench).act, ActKind::Conclude);
    bench.today = day("2026-04-09");
    assert_eq!(todo_of(&bench).act, ActKind::LiftMeasure);
}

#[test]
fn a_wait_does_not_hide_the_term_of_a_measure_that_ends_first() {
    let mut bench = seized();
    bench
        .does(CHEN, "2026-04-02", conclude(Outcome::Penalise(penalties(None))))
        .does(ZHOU_HEAD, "2026-04-03", approve_notice())
        .does(CHEN, "2026-04-03", serve_notice());
    // The party may be heard until 13 April; the seizure ends on the 8th.
    let asked = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert_eq!((asked.act, asked.wait), (ActKind::ExtendMeasure, None));
    bench.does(ZHOU_HEAD, "2026-04-07", extend(1));
    assert!(todo(&bench.case(), &bench.context(CHEN)).unwrap().wait.is_some());
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

/// Sent to another county as event 5, with what is held.
fn sent_with_goods() -> Bench {
    let mut bench = seized();
    let Act::ProposeTransfer(facts) = send(county()) else { panic!() };
    bench.does(ZHOU_HEAD, "2026-03-10", Act::ProposeTransfer(ProposeTransfer { takes_over: true, ..facts }));
    bench
}

#[test]
fn a_case_with_an_open_measure_goes_only_where_it_is_taken_over() {
    let bench = seized();
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &send(county())), "measure_open");
    let mut bench = sent_with_goods();
    // The receiver was shown it as it is.
    let lifting = lift(1, LiftGround::NoLongerNeeded);
    assert_eq!(bench.refused(CHEN, "2026-03-10", &lifting), "transfer_pending");
    assert_eq!(clock(&bench, Clock::Measure).state, ClockState::Running);
    bench.answered("2026-03-11", accepted(5));
    let measure = bench.case().measures[0].clone();
    assert_eq!(measure.ended, Some((day("2026-03-11"), MeasureEnd::HandedOver)));
    assert_eq!(clock(&bench, Clock::Measure).state, ClockState::Ended { on: day("2026-03-11") });
    bench.does(ZHOU_HEAD, "2026-03-12", close());
}

#[test]
fn a_returned_case_has_its_measure_as_before() {
    let mut bench = sent_with_goods();
    bench.answered("2026-03-11", returned(5)).does(CHEN, "2026-03-11", lift(1, LiftGround::Unrelated));
}

#[test]
fn what_lapsed_is_not_handed_over() {
    let mut bench = seized();
    bench.today = day("2026-04-10");
    let Act::ProposeTransfer(facts) = send(county()) else { panic!() };
    let act = Act::ProposeTransfer(ProposeTransfer { takes_over: true, ..facts });
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-10", &act), "measure_lapsed");
}

#[test]
fn the_receiver_holds_it_with_its_first_start() {
    let bench = sent_with_goods();
    let case = bench.case();
    let bundle = Bundle::of(&case, &bench.events, &[SHOP], &name("道县商务局"), |_| name("陈××"));
    let bundle = bundle.with_measures(&case, &[SHOP]);
    let clue = bundle.clue(TransferId(uuid::Uuid::from_u128(9))).unwrap();
    let mut there = Bench::new("2026-04-01");
    there.does(CHEN, "2026-04-01", Act::RegisterClue(clue));
    assert_eq!(last_day(&there, Clock::Measure), "2026-04-08");
    // Seven working days from the acceptance would be 13 April: never beyond the measure's own end.
    assert_eq!(last_day(&there, Clock::FileOrRelease), "2026-04-08");
    there.does(CHEN, "2026-04-02", lift(1, LiftGround::NoUnlawfulAct));
}

#[test]
fn two_parties_each_answer_for_their_own_things() {
    let mut bench = clue_of("2026-03-02");
    let parties = vec![party(SHOP, SEIZABLE), party(BOSS, SEIZABLE)];
    bench
        .does(ZHOU_HEAD, "2026-03-03", Act::File(File { parties, officers: officers() }))
        .does(CHEN, "2026-03-04", record_of(RecordKind::Inspection))
        .does(ZHOU_HEAD, "2026-03-05", seize_of(BOSS));
    let withdraw_of = |party| {
        let ground = WithdrawalGround::FiledInError;
        Act::Withdraw(Withdraw { parties: vec![party], ground, reason: note("立案有误") })
    };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &withdraw_of(BOSS)), "measure_open");
    bench.does(ZHOU_HEAD, "2026-03-05", withdraw_of(SHOP));
}

#[test]
fn what_belongs_to_nobody_known_stays_with_the_last_party() {
    let mut bench = clue_of("2026-03-02");
    let parties = vec![party(SHOP, SEIZABLE), party(BOSS, SEIZABLE)];
    bench
        .does(ZHOU_HEAD, "2026-03-03", Act::File(File { parties, officers: officers() }))
        .does(CHEN, "2026-03-04", record_of(RecordKind::Inspection))
        .does(ZHOU_HEAD, "2026-03-05", seize());
    let withdraw_of = |party| {
        let ground = WithdrawalGround::FiledInError;
        Act::Withdraw(Withdraw { parties: vec![party], ground, reason: note("立案有误") })
    };
    bench.does(ZHOU_HEAD, "2026-03-05", withdraw_of(BOSS));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &withdraw_of(SHOP)), "measure_open");
}

#[rstest]
#[case("生猪 12 头", Some("生猪 12 头"))]
#[case("白条肉 80.50公斤", Some("白条肉 80.5 公斤"))]
#[case("20号柴油　1,000升", None)]
#[case("92号汽油 350 升", Some("92号汽油 350 升"))]
#[case("生猪 0 头", None)]
#[case("生猪 十二 头", None)]
#[case("12 头", None)]
#[case("生猪 12", None)]
#[case("生猪 1.2345 吨", None)]
fn a_line_of_goods_is_name_amount_and_unit(#[case] text: &str, #[case] read: Option<&str>) {
    let line = GoodsLine::parse(text).ok().map(|line| line.words());
    assert_eq!(line.as_deref(), read);
    if let Some(words) = read {
        assert_eq!(GoodsLine::parse(words).unwrap().words(), words);
    }
}
