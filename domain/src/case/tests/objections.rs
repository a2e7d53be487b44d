//! The court refuses, and the bureau turns to the court above (行政强制法 art. 56, 58).

use rstest::rstest;

use super::bench::*;
use crate::calendar::Clock;
use crate::case::*;
use crate::{Day, Lang};

fn court_says(answer: CourtAnswer) -> Act {
    Act::RecordCourtAnswer(RecordCourtAnswer {
        party: SHOP, answer, paper: note("道法行审〔2026〕3号")
    })
}

/// The court's ruling was served on Wednesday 21 October 2026.
fn refused(answer: CourtAnswer) -> Bench {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-20", publish(Publicity::Published));
    bench.does(CHEN, "2026-09-21", demand()).does(ZHOU_HEAD, "2026-10-13", apply_to_court()).does(
        CHEN,
        "2026-10-21",
        court_says(answer),
    );
    bench
}

fn terms(bench: &Bench) -> Vec<(Day, ClockState)> {
    let all = clocks(&bench.case(), &bench.context(CHEN)).into_iter();
    let own = all.filter(|one| one.clock == Clock::CourtObjection);
    own.map(|one| (one.deadline.last_day, one.state)).collect()
}

fn next_act(bench: &Bench) -> ActKind {
    todo(&bench.case(), &bench.context(CHEN)).unwrap().act
}

fn offers(bench: &Bench, kind: ActKind) -> bool {
    next(&bench.case(), &bench.context(ZHOU_HEAD)).iter().any(|one| one.act == kind)
}

#[rstest]
#[case(CourtAnswer::NotAccepted)]
#[case(CourtAnswer::Refused)]
fn a_refusal_may_be_put_to_the_court_above_within_fifteen_days(#[case] answer: CourtAnswer) {
    let mut bench = refused(answer);
    assert_eq!(terms(&bench), [(day("2026-11-05"), ClockState::Running)]);
    assert_eq!(next_act(&bench), ActKind::ObjectToCourt);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-10-20", &object()), "before_its_cause");
    bench.today = day("2026-11-06");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-11-06", &object()), "term_over");
    // What may be left unused is never overdue: the case goes on to another application.
    assert_eq!(next_act(&bench), ActKind::ApplyToCourt);
    bench.does(ZHOU_HEAD, "2026-11-05", object());
    assert_eq!(terms(&bench), [(day("2026-11-05"), ClockState::Met { on: day("2026-11-05") })]);
}

#[rstest]
#[case(CourtAnswer::Granted)]
#[case(CourtAnswer::Withdrawn)]
fn nothing_else_that_a_court_says_is_objected_to(#[case] answer: CourtAnswer) {
    let bench = refused(answer);
    assert!(terms(&bench).is_empty());
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-10-21", &object()), "missing_fact");
    assert!(!offers(&bench, ActKind::ObjectToCourt));
}

#[test]
fn the_head_signs_the_objection_and_the_officers_record_its_answer() {
    let mut bench = refused(CourtAnswer::Refused);
    bench.today = day("2026-10-26");
    let proposed = bench.judge(CHEN, bench.today, &object());
    assert_eq!(proposed, Ok(Permit::Proposal { power: crate::role::Power::ApproveCases }));
    bench.does(ZHOU_HEAD, "2026-10-26", object());
    assert_eq!(next_act(&bench), ActKind::RecordObjectionAnswer);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-10-26", &object()), "done_already");
    let again = bench.judge(ZHOU_HEAD, bench.today, &apply_to_court()).unwrap_err();
    assert_eq!(again.code.word(), "objection_open");
    assert!(again.sentence(Lang::Zh).to_string().contains("记录上一级法院裁定"));
    bench.does(CHEN, "2026-11-10", objection_answer(ObjectionAnswer::Upheld));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-11-10", &object()), "done_already");
    assert_eq!(bench.refused(CHEN, "2026-11-10", &objection_answer(ObjectionAnswer::Upheld)), "missing_fact");
    assert!(!offers(&bench, ActKind::RecordObjectionAnswer));
    // Three months after the end of the suit's term: another application is still in time.
    bench.does(ZHOU_HEAD, "2026-11-11", apply_to_court());
}

#[test]
fn what_the_court_above_grants_is_enforced() {
    let mut bench = refused(CourtAnswer::Refused);
    bench.does(ZHOU_HEAD, "2026-10-26", object());
    let accepted = objection_answer(ObjectionAnswer::Accepted);
    assert_eq!(bench.refused(CHEN, "2026-10-26", &accepted), "missing_fact");
    bench.does(CHEN, "2026-11-20", objection_answer(ObjectionAnswer::Granted));
    let case = bench.case();
    assert!(case.track(SHOP).unwrap().application().unwrap().is_granted());
    assert_eq!((case.stage(), next_act(&bench)), (Stage::Executing, ActKind::Pay));
    bench.does(CHEN, "2026-12-01", pay(3000)).does(ZHOU_HEAD, "2026-12-01", close());
}

#[test]
fn what_the_court_above_lets_in_lies_at_court_again_and_may_be_refused_anew() {
    let mut bench = refused(CourtAnswer::NotAccepted);
    bench.does(ZHOU_HEAD, "2026-10-26", object());
    let granted = objection_answer(ObjectionAnswer::Granted);
    assert_eq!(bench.refused(CHEN, "2026-10-26", &granted), "missing_fact");
    bench.does(CHEN, "2026-11-09", objection_answer(ObjectionAnswer::Accepted));
    assert_eq!((bench.case().stage(), next_act(&bench)), (Stage::AtCourt, ActKind::RecordCourtAnswer));
    bench.does(CHEN, "2026-12-01", court_says(CourtAnswer::Refused));
    let met = (day("2026-11-05"), ClockState::Met { on: day("2026-10-26") });
    assert_eq!(terms(&bench), [met, (day("2026-12-16"), ClockState::Running)]);
    bench.does(ZHOU_HEAD, "2026-12-02", object());
}

#[test]
fn the_term_ends_with_another_application_or_with_the_debt() {
    let mut bench = refused(CourtAnswer::NotAccepted);
    bench.does(ZHOU_HEAD, "2026-10-28", apply_to_court());
    assert_eq!(terms(&bench), [(day("2026-11-05"), ClockState::Ended { on: day("2026-10-28") })]);
    let mut bench = refused(CourtAnswer::NotAccepted);
    bench.does(CHEN, "2026-10-30", pay(3000));
    assert_eq!(terms(&bench), [(day("2026-11-05"), ClockState::Ended { on: day("2026-10-30") })]);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-10-30", &object()), "nothing_owed");
}

#[test]
fn the_time_for_the_court_is_kept_while_the_court_above_has_it() {
    let mut bench = refused(CourtAnswer::Refused);
    let window = |bench: &Bench| {
        let all = clocks(&bench.case(), &bench.context(CHEN));
        all.into_iter().find(|one| one.clock == Clock::CourtUnused).unwrap().state
    };
    assert_eq!(window(&bench), ClockState::Running);
    bench.does(ZHOU_HEAD, "2026-10-26", object());
    assert_eq!(window(&bench), ClockState::Met { on: day("2026-10-13") });
    bench.does(CHEN, "2026-11-10", objection_answer(ObjectionAnswer::Upheld));
    assert_eq!(window(&bench), ClockState::Running);
}

#[test]
fn a_refusal_on_which_an_objection_rests_is_not_corrected_and_the_objection_not_taken_back() {
    let mut bench = refused(CourtAnswer::Refused);
    let ruling = u32::try_from(bench.events.len()).unwrap();
    assert_eq!(rests_on(&bench.events, ruling), None);
    bench.does(ZHOU_HEAD, "2026-10-26", object());
    assert_eq!(rests_on(&bench.events, ruling).map(|event| event.act.kind()), Some(ActKind::ObjectToCourt));
    let refusal = bench.case().take_back(ZHOU_HEAD, crate::Instant(0)).unwrap_err();
    assert_eq!(refusal.code.word(), "left_the_house");
    let words = bench.events.last().unwrap().act.summary(Lang::Zh);
    assert_eq!(words, "永州市中级人民法院，催告已经依法送达");
}
