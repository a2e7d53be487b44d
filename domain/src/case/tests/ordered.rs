//! The order to put right in a decision, after its service: rows 7, 20; 行政处罚法 art. 28.

use rstest::rstest;

use super::bench::*;
use crate::case::*;

/// Served on 19 March 2026: put right by 16 April.
fn ordered() -> Bench {
    let mut told = penalties(Some(600));
    told.putting_right = PuttingRight::Order { by: day("2026-04-16") };
    let mut bench = investigated("oil-v01@2021");
    bench
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(told.clone())))
        .does(ZHOU_HEAD, "2026-03-10", approve_notice())
        .does(CHEN, "2026-03-10", serve_notice())
        .does(ZHOU_HEAD, "2026-03-18", decide(told))
        .does(CHEN, "2026-03-19", serve());
    bench
}

fn state(bench: &Bench) -> Option<OrderState> {
    let case = bench.case();
    case.ordered(case.track(SHOP).unwrap()).map(|order| order.state)
}

fn put_right() -> Act {
    let course = note("何某提交整改报告和照片");
    Act::Perform(Perform { party: SHOP, performed: Performed::PutRight, course })
}

#[rstest]
#[case(true, OrderState::Obeyed { on: day("2026-04-17") })]
#[case(false, OrderState::Disobeyed { on: day("2026-04-17") })]
fn what_a_decision_orders_is_re_inspected_after_its_service(#[case] right: bool, #[case] stands: OrderState) {
    let mut bench = ordered();
    assert_eq!(state(&bench), Some(OrderState::Open));
    bench.does(CHEN, "2026-04-17", record_of(RecordKind::ReInspection { put_right: right }));
    assert_eq!(state(&bench), Some(stands));
    assert_eq!(bench.case().stage(), Stage::Served, "the party stays where it is");
}

#[test]
fn what_the_party_shows_is_recorded_once_as_performance() {
    let mut bench = ordered();
    bench.does(CHEN, "2026-03-30", put_right());
    assert_eq!(state(&bench), Some(OrderState::Obeyed { on: day("2026-03-30") }));
    assert_eq!(bench.refused(CHEN, "2026-03-30", &put_right()), "nothing_to_perform");
    // Its obedience pays nothing.
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-30", &close()), "unpaid");
}

#[test]
fn after_the_service_officers_re_inspect_and_record_nothing_else() {
    let mut bench = ordered();
    bench.today = day("2026-04-17");
    let inspection = record_of(RecordKind::Inspection);
    assert_eq!(bench.refused(CHEN, "2026-04-17", &inspection), "not_in_this_state");
    let mut told = penalties(Some(600));
    told.putting_right = PuttingRight::Done { on: day("2026-03-05") };
    let mut nothing_ordered = investigated("oil-v01@2021");
    nothing_ordered
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(told.clone())))
        .does(ZHOU_HEAD, "2026-03-10", approve_notice())
        .does(CHEN, "2026-03-10", serve_notice())
        .does(ZHOU_HEAD, "2026-03-18", decide(told))
        .does(CHEN, "2026-03-19", serve());
    let again = record_of(RecordKind::ReInspection { put_right: true });
    assert_eq!(nothing_ordered.refused(CHEN, "2026-03-19", &again), "not_in_this_state");
    assert_eq!(nothing_ordered.refused(CHEN, "2026-03-19", &put_right()), "nothing_to_perform");
}
