//! Whose things they are, and with whom they go (row 4, §1.6).

use super::bench::*;
use super::held::*;
use super::transit::sent_with_goods;
use crate::calendar::Clock;
use crate::case::*;
use crate::id::TransferId;

#[test]
fn a_case_with_an_open_measure_goes_only_where_it_is_taken_over() {
    let bench = seized();
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &send(county())), "measure_open");
    let mut bench = sent_with_goods();
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
