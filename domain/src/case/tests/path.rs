//! Whole paths from clue to closure.

use super::bench::*;
use crate::Lang;
use crate::case::*;
use crate::value::Money;

#[test]
fn a_fine_is_noticed_decided_served_paid_in_parts_and_closed() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-25", pay(1000));
    assert_eq!(bench.case().stage(), Stage::Executing);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-25", &close()), "unpaid");
    bench.does(CHEN, "2026-03-26", pay(2000)).does(ZHOU_HEAD, "2026-03-27", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn a_warning_closes_after_its_service_without_execution() {
    let mut bench = served(None);
    assert_eq!(bench.refused(CHEN, "2026-03-19", &pay(1)), "nothing_owed");
    bench.does(ZHOU_HEAD, "2026-03-20", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn an_officer_proposes_what_the_head_approves_on_his_own_day() {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    let permit = bench.judge(CHEN, day("2026-03-02"), &file("oil-v01@2021"));
    assert_eq!(permit, Ok(Permit::Proposal { power: crate::role::Power::ApproveCases }));
}

#[test]
fn nothing_is_filed_and_the_case_closes() {
    let mut bench = Bench::new("2026-03-02");
    let refuse = RefuseFiling { ground: NonFilingGround::NoUnlawfulAct, reason: note("查无此事") };
    bench.does(CHEN, "2026-03-02", clue()).does(ZHOU_HEAD, "2026-03-04", Act::RefuseFiling(refuse)).does(
        ZHOU_HEAD,
        "2026-03-05",
        Act::Close(Close { party: None, summary: note("不予立案") }),
    );
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn no_penalty_is_decided_without_a_notice_served_and_closed() {
    let mut bench = investigated("oil-v01@2021");
    let ground = NoPenaltyGround::SlightMendedNoHarm;
    bench
        .does(CHEN, "2026-03-09", conclude(Outcome::NoPenalty { ground }))
        .does(ZHOU_HEAD, "2026-03-10", no_penalty(ground))
        .does(CHEN, "2026-03-11", serve())
        .does(ZHOU_HEAD, "2026-03-12", close());
    let case = bench.case();
    assert_eq!(case.stage(), Stage::Closed);
    let told = steps(&case, Some(SHOP)).into_iter().find(|step| step.stage == Stage::Notified).unwrap();
    assert_eq!(told.state, StepState::NotApplicable);
}

#[test]
fn a_case_filed_in_error_is_withdrawn_and_closed() {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-09", withdraw()).does(ZHOU_HEAD, "2026-03-10", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn two_parties_walk_alone_from_the_conclusion_and_the_case_shows_the_slower() {
    let mut bench = Bench::new("2026-03-02");
    let parties = vec![party(SHOP, "oil-v01@2021"), party(BOSS, "oil-v01@2021")];
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-04", Act::File(File { parties, officers: officers() }))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(penalties(None))))
        .does(ZHOU_HEAD, "2026-03-10", approve_notice())
        .does(CHEN, "2026-03-10", serve_notice());
    let case = bench.case();
    assert_eq!(case.track(SHOP).unwrap().progress.stage(), Stage::Notified);
    assert_eq!(case.track(BOSS).unwrap().progress.stage(), Stage::Investigating);
    assert_eq!(case.stage(), Stage::Investigating);
}

#[test]
fn a_defence_is_answered_and_further_investigation_brings_a_new_notice() {
    let mut bench = notified(Some(1000));
    let defence = ReceiveDefence { party: SHOP, arguments: note("首次违法，请求从轻") };
    bench.does(CHEN, "2026-03-11", Act::ReceiveDefence(defence)).does(
        ZHOU_HEAD,
        "2026-03-12",
        Act::Supplement(Supplement { parties: vec![SHOP], reason: note("补充核实") }),
    );
    let heavier = conclude(Outcome::Penalise(penalties(Some(2000))));
    assert_eq!(bench.refused(CHEN, "2026-03-12", &heavier), "heavier_after_defence");
    bench.does(CHEN, "2026-03-13", conclude(Outcome::Penalise(penalties(Some(800)))));
    assert_eq!(bench.case().stage(), Stage::Concluded);
}

/// Told of 1,000 yuan, answered, and investigated further; the defence is entry 7, the record after it entry 9.
fn investigated_after_the_defence() -> Bench {
    let mut bench = notified(Some(1000));
    let defence = ReceiveDefence { party: SHOP, arguments: note("首次违法，请求从轻") };
    let more = Supplement { parties: vec![SHOP], reason: note("补充核实") };
    bench
        .does(CHEN, "2026-03-11", Act::ReceiveDefence(defence))
        .does(ZHOU_HEAD, "2026-03-12", Act::Supplement(more))
        .does(CHEN, "2026-03-12", record_of(RecordKind::Interview));
    bench
}

fn concluded_anew(fine: i64, new_evidence: Vec<u32>) -> Act {
    let Act::Conclude(facts) = conclude(Outcome::Penalise(penalties(Some(fine)))) else { unreachable!() };
    Act::Conclude(Conclude { evidence: vec![3, 9], new_evidence, ..facts })
}

#[test]
fn heavier_after_a_defence_names_the_evidence_found_since() {
    let bench = investigated_after_the_defence();
    let refused = |new: Vec<u32>| bench.refused(CHEN, "2026-03-12", &concluded_anew(2000, new));
    assert_eq!(refused(vec![]), "heavier_after_defence");
    assert_eq!(refused(vec![3]), "heavier_after_defence");
    assert_eq!(refused(vec![3, 9]), "heavier_after_defence");
    let judged = bench.judge(CHEN, day("2026-03-12"), &concluded_anew(2000, vec![9]));
    assert_eq!(judged, Ok(Permit::Event));
    let newer: Vec<u32> = bench.case().records_after_defence(SHOP).map(|one| one.seq).collect();
    assert_eq!(newer, [9]);
}

#[test]
fn heavier_after_a_defence_is_reviewed_after_the_new_report() {
    let mut bench = investigated_after_the_defence();
    bench.does(CHEN, "2026-03-13", concluded_anew(2000, vec![9]));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-13", &approve_notice()), "review_needed");
    let todo = todo(&bench.case(), &bench.context(CHEN));
    assert_eq!(todo.map(|one| one.act), Some(ActKind::Review));
    bench.does(LI_REVIEWER, "2026-03-13", review(Opinion::Agree)).does(
        ZHOU_HEAD,
        "2026-03-13",
        approve_notice(),
    );
}

#[test]
fn what_is_not_heavier_after_a_defence_needs_no_review_for_it() {
    let mut bench = investigated_after_the_defence();
    bench.does(CHEN, "2026-03-13", concluded_anew(800, vec![])).does(
        ZHOU_HEAD,
        "2026-03-13",
        approve_notice(),
    );
}

#[test]
fn the_case_says_for_whom_it_waits_and_from_when_it_goes_on() {
    let bench = notified(None);
    let context = bench.context(CHEN);
    let waits = waits(&bench.case(), &context);
    assert_eq!(waits[0].sentence(Lang::Zh), "现在等当事人陈述、申辩，2026年3月18日 周三起可作决定。");
    let decide = next(&bench.case(), &context).into_iter().find(|one| one.act == ActKind::Decide).unwrap();
    assert!(decide.proposes);
    assert_eq!(decide.refusal.unwrap().code.word(), "defence_term_running");
}

#[test]
fn money_is_the_fine_and_the_gains_less_refunds() {
    let mut told = penalties(Some(3000));
    told.acts[0].gains = Gains::Stated { amount: Money::yuan(500), refunded: Money::yuan(200) };
    assert_eq!(told.money(), Money::yuan(3300));
    assert_eq!(told.words(Lang::Zh), "警告，罚款 3,000.00 元，没收违法所得 300.00 元，责令改正");
}
