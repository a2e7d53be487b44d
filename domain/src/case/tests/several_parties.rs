//! Several parties in one case: what each reads, and whose act comes first.

use super::bench::*;
use crate::Lang;
use crate::case::*;

/// The shop is to pay 3,000 yuan and the one in charge 500; the shop alone was told.
fn two_concluded() -> Bench {
    let mut bench = Bench::new("2026-03-02");
    let boss = Party { name: name("何某"), ..party(BOSS, "oil-v01@2021") };
    let parties = vec![party(SHOP, "oil-v01@2021"), boss];
    let proposal = |party, fine| PartyProposal {
        party,
        outcome: Outcome::Penalise(penalties(Some(fine))),
        discretion: note("初次，配合调查"),
        proofs: proofs(&Outcome::Penalise(penalties(None)), &[3]),
    };
    let conclude = Conclude {
        facts: note("未建立台账，有笔录为证"),
        evidence: vec![3],
        new_evidence: vec![],
        proposals: vec![proposal(SHOP, 3000), proposal(BOSS, 500)],
    };
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-04", Act::File(File { parties, officers: officers() }))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-03-09", Act::Conclude(conclude))
        .does(ZHOU_HEAD, "2026-03-10", approve_notice())
        .does(CHEN, "2026-03-10", serve_notice());
    bench
}

#[test]
fn each_party_reads_its_own_penalty_and_the_case_names_both() {
    let case = two_concluded().case();
    let of = |party| case.penalty_words(party, Lang::Zh).unwrap();
    assert_eq!(of(Some(SHOP)), "警告，罚款 3,000.00 元，责令改正");
    assert_eq!(of(Some(BOSS)), "警告，罚款 500.00 元，责令改正");
    assert_eq!(of(None), format!("道县××加油站有限公司：{}；何某：{}", of(Some(SHOP)), of(Some(BOSS))));
    let stands = |party| {
        let step = steps(&case, Some(party)).into_iter().find(|step| step.state == StepState::Now).unwrap();
        step.stage
    };
    assert_eq!((stands(SHOP), stands(BOSS)), (Stage::Notified, Stage::Concluded));
}

/// The one in charge was decided on and has sued; the copy came on 2026-03-13, while the shop may still be heard.
fn one_sues_while_the_other_is_heard() -> Bench {
    let mut bench = two_concluded();
    let party = BOSS;
    let decide = Decide {
        party,
        penalties: penalties(Some(500)),
        reasons: note("事实清楚"),
        held: None,
        changed: None,
        number: None,
    };
    let sued = RegisterRemedy {
        party,
        remedy: RemedyKind::Lawsuit,
        organ: name("道县人民法院"),
        applied_on: day("2026-03-13"),
        simplified: false,
        stops_enforcement: false,
        against_ruling: false,
    };
    let published =
        Publish { party, publicity: Publicity::Published, course: note("县政府网站"), open: None };
    let notice = ApproveNotice { party, hearing: HearingRight::None, number: None };
    let waiver = WaiveDefence { party, paper: note("放弃声明，何某签名") };
    bench
        .does(ZHOU_HEAD, "2026-03-10", Act::ApproveNotice(notice))
        .does(CHEN, "2026-03-10", Act::ServeNotice(ServeNotice { party, service: direct() }))
        .does(CHEN, "2026-03-10", Act::WaiveDefence(waiver))
        .does(ZHOU_HEAD, "2026-03-11", Act::Decide(decide))
        .does(CHEN, "2026-03-12", Act::Serve(Serve { party, service: direct() }))
        .does(CHEN, "2026-03-12", Act::Publish(published))
        .does(CHEN, "2026-03-13", Act::RegisterRemedy(sued));
    bench
}

#[test]
fn the_answer_to_a_suit_comes_before_the_wait_for_another_party() {
    let bench = one_sues_while_the_other_is_heard();
    assert_eq!(bench.case().stage(), Stage::Notified);
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert_eq!((next.act, next.party, next.wait), (ActKind::AnswerRemedy, Some(BOSS), None));
}

#[test]
fn of_two_acts_of_the_bureau_the_one_that_ends_first_comes_first() {
    let mut bench = one_sues_while_the_other_is_heard();
    // The decision of the shop is to be served within seven working days, the suit answered within fifteen days.
    bench.does(ZHOU_HEAD, "2026-03-18", decide(penalties(Some(3000))));
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    let due = |clock| {
        let found = clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock);
        found.unwrap().deadline.acting_day.to_string()
    };
    use crate::calendar::Clock;
    assert_eq!((due(Clock::Serve), due(Clock::AnswerLawsuit)), ("2026-03-27".into(), "2026-03-27".into()));
    assert_eq!((next.act, next.party), (ActKind::Serve, Some(SHOP)), "on one day the least advanced party");
    bench.does(CHEN, "2026-03-19", serve()).does(CHEN, "2026-03-19", publish(Publicity::Published));
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert_eq!(
        (next.act, next.party),
        (ActKind::AnswerRemedy, Some(BOSS)),
        "the shop's time to pay is its own"
    );
}

#[test]
fn an_act_of_one_party_comes_before_the_wait_for_another() {
    let bench = two_concluded();
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert_eq!((next.act, next.party, next.wait), (ActKind::ApproveNotice, Some(BOSS), None));
}

#[test]
fn a_wait_does_not_hide_the_end_of_the_ninety_days_before_it() {
    let told_on = |on: &str| {
        let mut bench = concluded(None);
        bench.does(ZHOU_HEAD, on, approve_notice()).does(CHEN, on, serve_notice());
        todo(&bench.case(), &bench.context(CHEN)).unwrap()
    };
    // Filed on 2026-03-04: to be decided by 2026-06-02, a Tuesday.
    let early = told_on("2026-05-25");
    assert!(matches!(early.wait, Some(Wait::Defence { .. })));
    let late = told_on("2026-05-27");
    assert_eq!((late.act, late.party, late.wait), (ActKind::Decide, Some(SHOP), None));
}

#[test]
fn where_all_wait_the_wait_that_ends_first_is_shown() {
    let mut bench = two_concluded();
    let notice = ApproveNotice { party: BOSS, hearing: HearingRight::None, number: None };
    bench.does(ZHOU_HEAD, "2026-03-12", Act::ApproveNotice(notice)).does(
        CHEN,
        "2026-03-12",
        Act::ServeNotice(ServeNotice { party: BOSS, service: direct() }),
    );
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert_eq!(next.wait.and_then(Wait::party), Some(SHOP));
    assert_eq!(next.wait.map(Wait::until), Some(day("2026-03-17")));
}

#[test]
fn a_decision_is_published_before_its_payment_is_waited_for() {
    let mut bench = served(Some(3000));
    let next = |bench: &Bench| todo(&bench.case(), &bench.context(CHEN)).unwrap();
    // To be published by 27 March, to be paid by 3 April.
    assert_eq!((next(&bench).act, next(&bench).wait), (ActKind::Publish, None));
    bench.does(CHEN, "2026-03-24", publish(Publicity::Published));
    assert_eq!(next(&bench).wait.map(Wait::until), Some(day("2026-04-03")));
}

#[test]
fn a_proposal_keeps_only_the_party_that_it_names() {
    let mut bench = two_concluded();
    bench.today = day("2026-03-18");
    let hand = |bench: &Bench, proposed: &[Act]| {
        let (todo, hand) = in_hand(&bench.case(), proposed, &bench.context(CHEN)).unwrap();
        (todo.act, todo.party, hand)
    };
    // The shop's term to be heard is over and its decision proposed; the one in charge is to be told yet.
    let decision = decide(penalties(Some(3000)));
    let told = (ActKind::ApproveNotice, Some(BOSS), NextHand::Officer);
    assert_eq!(hand(&bench, &[]).2, NextHand::Officer);
    assert_eq!(hand(&bench, std::slice::from_ref(&decision)), told, "the officers go on with the other");
    let notice = Act::ApproveNotice(ApproveNotice { party: BOSS, hearing: HearingRight::None, number: None });
    assert_eq!(hand(&bench, &[decision, notice.clone()]).2, NextHand::Approver, "both lie with the head");
    let officers = ChangeOfficers { officers: officers(), reason: note("调离") };
    assert_eq!(hand(&bench, &[Act::ChangeOfficers(officers)]).2, NextHand::Approver, "it is about all");
    bench
        .does(ZHOU_HEAD, "2026-03-18", decide(penalties(Some(3000))))
        .does(CHEN, "2026-03-18", serve())
        .does(CHEN, "2026-03-18", publish(Publicity::Published));
    assert_eq!(hand(&bench, &[notice]).2, NextHand::Approver, "the approval before the other's time to pay");
}

#[test]
fn a_wait_that_is_over_is_nobodys_any_more() {
    let mut bench = notified(Some(3000));
    let next = |bench: &Bench| todo(&bench.case(), &bench.context(CHEN)).unwrap();
    let until = next(&bench).wait.unwrap().until();
    bench.today = until;
    assert!(next(&bench).wait.is_some(), "on its last day it still runs");
    bench.today = until.succ_opt().unwrap();
    assert_eq!((next(&bench).act, next(&bench).wait), (ActKind::Decide, None));
    let hand = in_hand(&bench.case(), &[], &bench.context(CHEN)).map(|(_, hand)| hand);
    assert_eq!(hand, Some(NextHand::Officer));
}
