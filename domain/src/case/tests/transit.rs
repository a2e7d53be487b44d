//! What the sender does with held things while their transfer has no answer (row 6b, §1.6).

use super::bench::*;
use super::held::*;
use crate::calendar::Clock;
use crate::case::*;
use crate::id::TransferId;

/// Seized on 9 March and sent to another county on the 10th as event 5, with what is held.
pub fn sent_with_goods() -> Bench {
    let mut bench = seized();
    let Act::ProposeTransfer(facts) = send(county()) else { panic!() };
    bench.does(ZHOU_HEAD, "2026-03-10", Act::ProposeTransfer(ProposeTransfer { takes_over: true, ..facts }));
    bench
}

fn again(bench: &Bench) -> Bundle {
    let case = bench.case();
    Bundle::again(&case, &bench.events, &case.transfers[0], &name("道县商务局"), |_| name("陈××"))
}

#[test]
fn the_sender_goes_on_managing_what_goes_along() {
    let mut bench = sent_with_goods();
    bench
        .does(CHEN, "2026-03-11", commission(1, "2026-03-20"))
        .does(CHEN, "2026-03-12", test_result(1))
        .does(CHEN, "2026-03-12", sell(1, 1, 2100))
        .does(ZHOU_HEAD, "2026-03-12", extend(1))
        .does(CHEN, "2026-03-13", dispose(1, &[0], GoodsEnd::Returned));
    assert_eq!(last_day(&bench, Clock::Measure), "2026-05-09");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-13", &seize()), "transfer_pending");
    let fine = conclude(Outcome::Penalise(penalties(None)));
    assert_eq!(bench.refused(CHEN, "2026-03-13", &fine), "transfer_pending");
}

#[test]
fn the_receiver_is_shown_what_happened_to_it_since_and_nothing_else() {
    let mut bench = sent_with_goods();
    let sent = again(&bench);
    assert_eq!(sent.events.iter().map(|one| one.seq).collect::<Vec<_>>(), [1, 2, 3, 4]);
    bench.does(CHEN, "2026-03-11", ask_recusal(LI_REVIEWER)).does(CHEN, "2026-03-11", sell(1, 1, 2100)).does(
        ZHOU_HEAD,
        "2026-03-12",
        extend(1),
    );
    let now = again(&bench);
    assert_eq!(now.events.iter().map(|one| one.seq).collect::<Vec<_>>(), [1, 2, 3, 4, 7, 8]);
    assert_eq!(now.events[..4], sent.events, "what was sent stays as it was");
    assert_eq!(now.measures, bench.case().measures);
    let clue = now.clue(TransferId(uuid::Uuid::from_u128(9))).unwrap();
    let mut there = Bench::new("2026-03-13");
    there.does(CHEN, "2026-03-13", Act::RegisterClue(clue));
    assert_eq!(last_day(&there, Clock::Measure), "2026-05-08");
    assert_eq!(there.case().measures[0].proceeds_held(), crate::value::Money::yuan(2100));
    let words = there.events[0].act.summary(crate::Lang::Zh);
    assert!(words.ends_with("接收时确认随案移交的查封、扣押、登记保存在剩余期限内继续有效"), "{words}");
}

#[test]
fn what_was_lifted_meanwhile_asks_the_receiver_for_nothing() {
    let mut bench = sent_with_goods();
    assert!(again(&bench).asks_to_confirm());
    bench.does(CHEN, "2026-03-11", lift(1, LiftGround::NoLongerNeeded));
    let now = again(&bench);
    assert!(!now.asks_to_confirm() && now.measures.is_empty());
    bench.answered("2026-03-12", accepted(5));
    let ended = bench.case().measures[0].ended.unwrap();
    assert_eq!(ended, (day("2026-03-11"), MeasureEnd::Lifted { ground: LiftGround::NoLongerNeeded }));
}

#[test]
fn an_entry_that_was_taken_back_meanwhile_is_not_shown() {
    let mut bench = under_investigation();
    bench.does(CHEN, "2026-03-09", seize_at("15:20"));
    let Act::ProposeTransfer(facts) = send(county()) else { panic!() };
    bench.does(ZHOU_HEAD, "2026-03-09", Act::ProposeTransfer(ProposeTransfer { takes_over: true, ..facts }));
    bench.does(CHEN, "2026-03-09", report(1, "16:00"));
    assert_eq!(again(&bench).events.len(), 5);
    let back = Act::TakeBack(bench.case().take_back(CHEN, crate::Instant(0)).unwrap());
    bench.answered("2026-03-09", back);
    let now = again(&bench);
    assert_eq!(now.events.len(), 4);
    assert!(now.measures[0].urgent.unwrap().reported.is_none());
}

#[test]
fn what_does_not_go_along_stays_out_of_the_receivers_sight() {
    let mut bench = under_investigation();
    bench
        .does(ZHOU_HEAD, "2026-03-09", register_evidence())
        .does(CHEN, "2026-03-09", handle(1, EvidenceOutcome::Tested))
        .does(ZHOU_HEAD, "2026-03-10", send(county()))
        .does(CHEN, "2026-03-11", dispose(1, &[0], GoodsEnd::Returned));
    assert_eq!(again(&bench).events.len(), 5);
    assert!(again(&bench).measures.is_empty());
}

#[test]
fn the_senders_terms_ask_for_what_they_ask_without_a_transfer() {
    let mut bench = under_investigation();
    bench.does(CHEN, "2026-03-09", seize_at("15:20"));
    let Act::ProposeTransfer(facts) = send(county()) else { panic!() };
    bench.does(ZHOU_HEAD, "2026-03-09", Act::ProposeTransfer(ProposeTransfer { takes_over: true, ..facts }));
    let next = |bench: &Bench| todo(&bench.case(), &bench.context(CHEN)).unwrap().act;
    assert_eq!(next(&bench), ActKind::ReportMeasure);
    bench.does(CHEN, "2026-03-09", report(1, "16:00")).does(ZHOU_HEAD, "2026-03-09", confirm(1, true));
    assert_eq!(next(&bench), ActKind::WithdrawTransfer);
}

#[test]
fn an_investigation_that_finds_the_matter_elsewhere_leads_to_a_transfer() {
    let mut bench = investigated("oil-v01@2021");
    let elsewhere = Outcome::Transfer { to: name("道县市场监督管理局") };
    bench.does(CHEN, "2026-03-09", conclude(elsewhere.clone()));
    let next = |bench: &Bench| todo(&bench.case(), &bench.context(CHEN)).unwrap().act;
    assert_eq!(next(&bench), ActKind::ProposeTransfer);
    assert_eq!(bench.case().penalty_words(None, crate::Lang::Zh).as_deref(), Some("移送道县市场监督管理局"));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &approve_notice()), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-03-10", send(outside())).does(CHEN, "2026-03-11", receipt(5));
    assert_eq!(bench.case().stage(), Stage::Transferred);
    // The discussion may come to the same end.
    let mut bench = heard();
    bench.does(LI_REVIEWER, "2026-03-27", review(Opinion::Agree)).does(
        ZHOU_HEAD,
        "2026-03-30",
        deliberate(elsewhere),
    );
    assert_eq!(next(&bench), ActKind::ProposeTransfer);
    let none = no_penalty(NoPenaltyGround::FactsNotEstablished);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-30", &none), "not_as_deliberated");
}
