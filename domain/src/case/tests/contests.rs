//! Remedies against measures and orders, and applications handed in through the bureau: row 22, 行政复议法 art. 32.

use super::bench::*;
use super::held::*;
use super::spot::*;
use crate::calendar::Clock;
use crate::case::*;

fn found(bench: &Bench, clock: Clock) -> Option<CaseClock> {
    clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock)
}

fn last(bench: &Bench) -> u32 {
    u32::try_from(bench.events.len()).unwrap()
}

#[test]
fn a_seizure_is_contested_while_the_case_is_still_a_clue() {
    let mut bench = clue_of("2026-03-02");
    bench.does(ZHOU_HEAD, "2026-03-03", seize()).does(CHEN, "2026-03-05", contest_measure(1, "2026-03-04"));
    // Ten working days from the copy.
    let clock = found(&bench, Clock::AnswerReconsideration).unwrap();
    assert_eq!((clock.state, clock.deadline.last_day), (ClockState::Running, day("2026-03-19")));
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::AnswerContest);
    let contest = last(&bench);
    bench.does(CHEN, "2026-03-16", answer_contest(contest));
    let state = found(&bench, Clock::AnswerReconsideration).unwrap().state;
    assert_eq!(state, ClockState::Met { on: day("2026-03-16") });
    assert_ne!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::AnswerContest);
}

#[test]
fn one_remedy_at_a_time_runs_against_one_measure() {
    let mut bench = seized();
    bench.does(CHEN, "2026-03-11", contest_measure(1, "2026-03-10"));
    let contest = last(&bench);
    assert_eq!(bench.refused(CHEN, "2026-03-11", &contest_measure(1, "2026-03-10")), "missing_fact");
    bench.does(CHEN, "2026-03-12", end_contest(contest, RemedyOutcome::WithoutMerits));
    assert_eq!(bench.refused(CHEN, "2026-03-12", &answer_contest(contest)), "missing_fact");
    bench.does(CHEN, "2026-03-13", contest_measure(1, "2026-03-12"));
}

#[test]
fn it_is_handed_in_after_the_measure_and_not_after_its_copy() {
    let bench = {
        let mut bench = seized();
        bench.today = day("2026-03-11");
        bench
    };
    let taken_on = bench.case().measures[0].on;
    let before = taken_on.pred_opt().unwrap().to_string();
    assert_eq!(bench.refused(CHEN, "2026-03-11", &contest_measure(1, &before)), "missing_fact");
    assert_eq!(bench.refused(CHEN, "2026-03-11", &contest_measure(1, "2026-03-12")), "missing_fact");
    assert_eq!(bench.refused(CHEN, "2026-03-11", &contest_measure(7, "2026-03-11")), "missing_fact");
}

#[test]
fn a_measure_that_was_taken_away_is_lifted_next() {
    let mut bench = seized();
    bench.does(CHEN, "2026-03-11", contest_measure(1, "2026-03-10"));
    let contest = last(&bench);
    bench.does(CHEN, "2026-03-12", answer_contest(contest)).does(
        CHEN,
        "2026-03-16",
        end_contest(contest, RemedyOutcome::Revoked),
    );
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::LiftMeasure);
    bench.does(CHEN, "2026-03-16", lift(1, LiftGround::NoUnlawfulAct));
    assert_ne!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::LiftMeasure);
}

#[test]
fn registered_evidence_is_no_measure_to_be_contested() {
    let mut bench = clue_of("2026-03-02");
    bench.does(ZHOU_HEAD, "2026-03-03", register_evidence());
    assert!(bench.case().contestable().is_empty());
    assert_eq!(bench.refused(CHEN, "2026-03-03", &contest_measure(1, "2026-03-03")), "missing_fact");
}

#[test]
fn an_application_through_the_bureau_goes_on_within_five_working_days() {
    let mut bench = penalised_on_the_spot(Some(150));
    bench.does(CHEN, "2026-03-20", report_spot()).does(CHEN, "2026-03-23", receive_application());
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::ForwardApplication);
    let clock = found(&bench, Clock::ForwardReconsideration).unwrap();
    assert_eq!((clock.state, clock.deadline.last_day), (ClockState::Running, day("2026-03-30")));
    assert_eq!(bench.refused(CHEN, "2026-03-23", &receive_application()), "done_already");
    bench.does(CHEN, "2026-03-30", forward_application());
    let state = found(&bench, Clock::ForwardReconsideration).unwrap().state;
    assert_eq!(state, ClockState::Met { on: day("2026-03-30") });
    assert_eq!(bench.refused(CHEN, "2026-03-30", &forward_application()), "missing_fact");
}

#[test]
fn of_an_ordinary_decision_nobody_hands_it_in_here() {
    let bench = served(Some(3000));
    assert_eq!(bench.refused(CHEN, "2026-03-19", &receive_application()), "missing_fact");
}
