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

/// Seized on 9 March, contested on the 10th, taken away or upheld on the 16th.
fn ended(outcome: RemedyOutcome) -> Bench {
    let mut bench = seized();
    bench.does(CHEN, "2026-03-11", contest_measure(1, "2026-03-10"));
    let contest = last(&bench);
    bench.does(CHEN, "2026-03-12", answer_contest(contest));
    bench.does(CHEN, "2026-03-16", end_contest(contest, outcome));
    bench
}

#[test]
fn a_measure_that_was_taken_away_is_neither_extended_nor_tested_nor_sold() {
    let lost = ended(RemedyOutcome::Revoked);
    let upheld = ended(RemedyOutcome::Upheld);
    for (who, act) in [(ZHOU_HEAD, extend(1)), (CHEN, commission(1, "2026-03-27")), (CHEN, sell(1, 1, 2100))]
    {
        assert_eq!(lost.refused(who, "2026-03-16", &act), "missing_fact", "{act:?}");
        assert_eq!(upheld.judge(who, day("2026-03-16"), &act).map(|_| ()), Ok(()), "{act:?}");
    }
}

#[test]
fn what_an_organ_stopped_is_not_extended_until_that_ends() {
    let mut bench = seized();
    let Act::RegisterContest(facts) = contest_measure(1, "2026-03-10") else { unreachable!() };
    bench.does(CHEN, "2026-03-11", Act::RegisterContest(RegisterContest { stopped: true, ..facts }));
    let contest = last(&bench);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-11", &extend(1)), "enforcement_stopped");
    bench.does(CHEN, "2026-03-16", end_contest(contest, RemedyOutcome::Upheld));
    bench.does(ZHOU_HEAD, "2026-03-16", extend(1));
}

#[test]
fn a_higher_organ_that_upholds_a_measure_gives_it_back() {
    let mut bench = ended(RemedyOutcome::Revoked);
    bench.does(CHEN, "2026-03-17", contest_measure(1, "2026-03-17"));
    let contest = last(&bench);
    bench.today = day("2026-03-23");
    assert_eq!(
        bench.refused(CHEN, "2026-03-23", &end_contest(contest, RemedyOutcome::Revived)),
        "missing_fact"
    );
    bench.does(CHEN, "2026-03-23", end_contest(contest, RemedyOutcome::Upheld));
    bench.does(ZHOU_HEAD, "2026-03-24", extend(1));
}

#[test]
fn nothing_of_a_measure_that_was_taken_away_is_confiscated() {
    let decided_after = |outcome| {
        let mut bench = ended(outcome);
        bench
            .does(CHEN, "2026-03-17", conclude(Outcome::Penalise(confiscating())))
            .does(ZHOU_HEAD, "2026-03-18", approve_notice())
            .does(CHEN, "2026-03-18", serve_notice());
        bench.today = day("2026-03-26");
        bench.judge(ZHOU_HEAD, bench.today, &decide(confiscating())).map_err(|refusal| refusal.code.word())
    };
    assert_eq!(decided_after(RemedyOutcome::Upheld), Ok(Permit::Event));
    assert_eq!(decided_after(RemedyOutcome::Revoked), Err("goods_undecided"));
}

#[test]
fn an_order_that_was_taken_away_is_cited_by_no_penalty() {
    let mut bench = under_investigation();
    let ordered = record_of(RecordKind::RectificationOrder { by: day("2026-03-20") });
    bench.does(CHEN, "2026-03-09", ordered);
    let record = last(&bench);
    let cites = |bench: &Bench| bench.case().orders_to(Some(SHOP)).any(|order| order.seq == record);
    assert!(cites(&bench));
    bench.does(CHEN, "2026-03-11", contest_order(record, "2026-03-10"));
    let contest = last(&bench);
    bench.does(CHEN, "2026-03-12", end_contest(contest, RemedyOutcome::Revoked));
    assert!(!cites(&bench));
}

#[test]
fn what_the_bureau_revokes_itself_is_not_sent_on() {
    let mut bench = penalised_on_the_spot(Some(150));
    bench.does(CHEN, "2026-03-20", report_spot()).does(CHEN, "2026-03-23", receive_application());
    bench.does(ZHOU_HEAD, "2026-03-25", revoke_decision(Reviser::Bureau, None));
    let state = found(&bench, Clock::ForwardReconsideration).unwrap().state;
    assert_eq!(state, ClockState::Ended { on: day("2026-03-25") });
    assert_eq!(bench.refused(CHEN, "2026-03-25", &forward_application()), "missing_fact");
    assert_ne!(
        todo(&bench.case(), &bench.context(CHEN)).map(|next| next.act),
        Some(ActKind::ForwardApplication)
    );
}
