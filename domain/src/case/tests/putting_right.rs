//! 责令改正 in a report: an order to this party, a day that fits, a term ahead (行政处罚法 art. 28).

use super::bench::*;
use crate::case::*;
use crate::id::PartyId;

fn clue_only() -> Bench {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    bench
}

/// The shop's report cites entry 3, an order to whomever it was given.
fn citing(party_of_order: Option<PartyId>, parties: Vec<Party>) -> Result<Permit, &'static str> {
    let mut bench = clue_only();
    bench.does(ZHOU_HEAD, "2026-03-02", Act::File(File { parties, officers: officers() }));
    let Act::Record(order) = record_of(RecordKind::RectificationOrder { by: day("2026-03-20") }) else {
        unreachable!()
    };
    bench.does(CHEN, "2026-03-02", Act::Record(Record { party: party_of_order, ..order }));
    let mut told = penalties(Some(3000));
    told.putting_right = PuttingRight::Earlier { record: 3 };
    let judged = bench.judge(CHEN, day("2026-03-02"), &conclude(Outcome::Penalise(told)));
    judged.map_err(|refusal| refusal.code.word())
}

#[test]
fn an_earlier_order_is_cited_only_by_the_party_to_whom_it_was_given() {
    let two = || vec![party(SHOP, "oil-v01@2021"), party(BOSS, "oil-v01@2021")];
    assert_eq!(citing(Some(SHOP), two()), Ok(Permit::Event));
    assert_eq!(citing(Some(BOSS), two()), Err("missing_fact"));
}

#[test]
fn an_order_that_names_nobody_is_the_only_partys() {
    assert_eq!(citing(None, vec![party(SHOP, "oil-v01@2021")]), Ok(Permit::Event));
}

#[test]
fn an_order_that_named_nobody_is_nobodys_once_the_case_has_two_parties() {
    let mut bench = clue_only();
    bench
        .does(ZHOU_HEAD, "2026-03-02", file("oil-v01@2021"))
        .does(CHEN, "2026-03-02", record_of(RecordKind::RectificationOrder { by: day("2026-03-20") }))
        .does(ZHOU_HEAD, "2026-03-02", Act::AddParty(AddParty { party: party(BOSS, "oil-v01@2021") }));
    let mut told = penalties(Some(3000));
    told.putting_right = PuttingRight::Earlier { record: 3 };
    assert_eq!(bench.refused(CHEN, "2026-03-02", &conclude(Outcome::Penalise(told))), "missing_fact");
}

/// What the shop's report of 5 March says about putting right; the act was on 20 January.
fn reporting(putting_right: PuttingRight) -> Result<Permit, &'static str> {
    let bench = investigated("oil-v01@2021");
    let told = Penalties { putting_right, ..penalties(Some(3000)) };
    let judged = bench.judge(CHEN, day("2026-03-05"), &conclude(Outcome::Penalise(told)));
    judged.map_err(|refusal| refusal.code.word())
}

#[test]
fn it_was_put_right_between_the_act_and_the_report() {
    assert_eq!(reporting(PuttingRight::Done { on: day("2026-01-19") }), Err("missing_fact"));
    assert_eq!(reporting(PuttingRight::Done { on: day("2026-01-20") }), Ok(Permit::Event));
    assert_eq!(reporting(PuttingRight::Done { on: day("2026-03-05") }), Ok(Permit::Event));
    assert_eq!(reporting(PuttingRight::Done { on: day("2026-03-06") }), Err("missing_fact"));
}

#[test]
fn a_report_orders_it_by_a_day_that_lies_ahead() {
    assert_eq!(reporting(PuttingRight::Order { by: day("2026-03-04") }), Err("missing_fact"));
    assert_eq!(reporting(PuttingRight::Order { by: day("2026-03-05") }), Ok(Permit::Event));
}

#[test]
fn a_decision_without_a_penalty_orders_it_by_a_day_that_lies_ahead() {
    let mut bench = concluded(None);
    bench.today = day("2026-03-10");
    let ordering = |by: &str| match no_penalty(NoPenaltyGround::NoFaultProved) {
        Act::DecideNoPenalty(facts) => {
            Act::DecideNoPenalty(DecideNoPenalty { order_by: Some(day(by)), ..facts })
        }
        _ => unreachable!(),
    };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-10", &ordering("2026-03-09")), "missing_fact");
    assert_eq!(bench.judge(ZHOU_HEAD, day("2026-03-10"), &ordering("2026-03-20")), Ok(Permit::Event));
}
