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

/// Filed on 4 March 2026, to be decided by 2 June; the order is entry 4.
fn ordered(by: &str) -> Bench {
    let mut bench = investigated("oil-v03@2021");
    bench.does(CHEN, "2026-03-06", record_of(RecordKind::RectificationOrder { by: day(by) }));
    bench
}

fn late(bench: &Bench) -> Vec<LateOrder> {
    bench.case().late_orders(&bench.context(CHEN))
}

#[test]
fn an_order_that_ends_less_than_twenty_days_before_the_decision_is_warned_of_and_allowed() {
    assert_eq!(late(&ordered("2026-05-13")), []);
    let bench = ordered("2026-05-14");
    let (record, party, decide_by) = (4, SHOP, day("2026-06-02"));
    assert_eq!(late(&bench), [LateOrder { record, party, by: day("2026-05-14"), decide_by }]);
    let sentence = late(&bench)[0].sentence(crate::Lang::Zh);
    assert!(sentence.contains("只有19日"), "{sentence}");
    let after = late(&ordered("2026-06-30"))[0].sentence(crate::Lang::Zh);
    assert!(after.contains("已来不及"), "{after}");
}

#[test]
fn the_warning_stands_while_the_order_runs_and_nothing_is_decided() {
    let mut bench = ordered("2026-05-20");
    bench.today = day("2026-05-20");
    assert_eq!(late(&bench).len(), 1);
    bench.today = day("2026-05-21");
    assert_eq!(late(&bench), [], "it is over");
    let mut bench = ordered("2026-05-20");
    bench.does(ZHOU_HEAD, "2026-03-09", withdraw());
    assert_eq!(late(&bench), [], "nothing is to be decided any more");
}

#[test]
fn the_warning_comes_before_the_order_is_given() {
    let bench = investigated("oil-v03@2021");
    let foreseen = |by: &str| {
        let act = record_of(RecordKind::RectificationOrder { by: day(by) });
        let (seq, on, at) = (bench.case().seq + 1, bench.today, crate::Instant(0));
        let event = Event { seq, act, on, at, by: CHEN, entry: Entry::default() };
        foresee(Some(&bench.case()), &event, &bench.context(CHEN)).unwrap().late_orders
    };
    assert_eq!(foreseen("2026-05-13"), []);
    assert_eq!(foreseen("2026-05-14").len(), 1);
}
