//! Hearing, review after it, discussion and decision (art. 57, 58, 63–65).

use rstest::rstest;

use super::bench::*;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::*;
use crate::catalogue::PenaltyKind;

#[test]
fn a_large_fine_goes_through_hearing_review_and_discussion_to_its_closure() {
    let mut bench = deliberated();
    bench
        .does(ZHOU_HEAD, "2026-03-31", decide(penalties(Some(25_000))))
        .does(CHEN, "2026-04-01", serve())
        .does(CHEN, "2026-04-08", pay(25_000))
        .does(ZHOU_HEAD, "2026-04-09", close());
    let case = bench.case();
    assert_eq!(case.stage(), Stage::Closed);
    let state = |stage| steps(&case, Some(SHOP)).into_iter().find(|step| step.stage == stage).unwrap().state;
    assert_eq!(state(Stage::Hearing), StepState::Done);
    assert_eq!(state(Stage::Deliberated), StepState::Done);
}

#[test]
fn the_notice_of_a_large_fine_names_the_hearing() {
    let bench = concluded(Some(20_000));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &approve_notice()), "hearing_right_missing");
    let bench = concluded(Some(19_999));
    assert_eq!(bench.judge(ZHOU_HEAD, bench.today, &approve_notice()), Ok(Permit::Event));
    // What the law does not give is offered with a reason.
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &approve_notice_with_hearing()), "missing_fact");
    let hearing = HearingRight::Offered { reason: note("社会影响较大") };
    let offered = Act::ApproveNotice(ApproveNotice { party: SHOP, hearing, number: None });
    assert_eq!(bench.judge(ZHOU_HEAD, bench.today, &offered), Ok(Permit::Event));
}

#[test]
fn a_waiver_of_the_defence_is_none_of_the_hearing() {
    let mut bench = told_of_a_hearing();
    bench.does(CHEN, "2026-03-11", waive());
    let fine = deliberate(Outcome::Penalise(penalties(Some(25_000))));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-11", &fine), "hearing_term_running");
    bench.does(CHEN, "2026-03-11", waive_hearing()).does(ZHOU_HEAD, "2026-03-12", fine);
    assert_eq!(bench.case().stage(), Stage::Deliberated);
}

#[rstest]
#[case("2026-03-17", Ok(Permit::Event))]
#[case("2026-03-18", Err("hearing_late"))]
fn a_hearing_is_asked_for_within_five_working_days(
    #[case] on: &str,
    #[case] expected: Result<Permit, &'static str>,
) {
    let mut bench = told_of_a_hearing();
    bench.today = day(on);
    let got = bench.judge(CHEN, day(on), &request_hearing()).map_err(|refusal| refusal.code.word());
    assert_eq!(got, expected);
}

#[test]
fn too_late_for_a_hearing_the_head_may_grant_one() {
    let mut bench = told_of_a_hearing();
    let grant = Act::GrantHearing(GrantHearing { party: SHOP, reason: note("情况特殊") });
    bench.does(ZHOU_HEAD, "2026-03-20", grant);
    assert_eq!(bench.case().stage(), Stage::Hearing);
}

/// Hearing on 19 March 2026: the notice is served by 9 March, seven full working days lie between.
#[rstest]
#[case("2026-03-25", "2026-03-13", Ok(Permit::Event))]
#[case("2026-03-24", "2026-03-13", Err("hearing_notice_short"))]
fn seven_full_working_days_lie_between_notice_and_hearing(
    #[case] hearing_day: &str,
    #[case] appointed_on: &str,
    #[case] expected: Result<Permit, &'static str>,
) {
    let mut bench = told_of_a_hearing();
    bench.does(CHEN, "2026-03-12", request_hearing());
    bench.today = day(appointed_on);
    let act = appoint_hearing(TANG_READER, hearing_day);
    let got = bench.judge(ZHOU_HEAD, day(appointed_on), &act).map_err(|refusal| refusal.code.word());
    assert_eq!(got, expected);
}

#[test]
fn a_notice_served_late_asks_for_another_day() {
    let mut bench = hearing_appointed();
    // Seven full working days before 26 March: 17 to 20 and 23 to 25 March.
    bench.today = day("2026-03-17");
    assert_eq!(bench.judge(CHEN, day("2026-03-16"), &serve_hearing_notice()), Ok(Permit::Event));
    assert_eq!(bench.refused(CHEN, "2026-03-17", &serve_hearing_notice()), "hearing_notice_short");
    assert_eq!(
        bench.refused(ZHOU_HEAD, "2026-03-17", &appoint_hearing(TANG_READER, "2026-04-01")),
        "missing_fact"
    );
    let Act::AppointHearing(facts) = appoint_hearing(TANG_READER, "2026-04-01") else { unreachable!() };
    let put_off = AppointHearing { postponed: Some(note("通知未及时送达")), ..facts };
    bench.does(ZHOU_HEAD, "2026-03-17", Act::AppointHearing(put_off)).does(
        CHEN,
        "2026-03-18",
        serve_hearing_notice(),
    );
    assert_eq!(bench.refused(CHEN, "2026-03-26", &hold_hearing()), "in_the_future");
    bench.today = day("2026-03-26");
    assert_eq!(bench.refused(CHEN, "2026-03-26", &hold_hearing()), "hearing_on_another_day");
    bench.does(CHEN, "2026-04-01", hold_hearing());
    assert_eq!(bench.case().stage(), Stage::Heard);
}

#[rstest]
#[case(CHEN, "own_case")]
#[case(PAN, "own_case")]
#[case(crate::id::PersonId(uuid::Uuid::from_u128(99)), "missing_fact")]
fn the_host_has_no_other_part_in_the_case(#[case] host: crate::id::PersonId, #[case] code: &str) {
    let mut bench = told_of_a_hearing();
    bench.does(CHEN, "2026-03-12", request_hearing());
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-12", &appoint_hearing(host, "2026-03-26")), code);
}

#[test]
fn who_hosted_neither_reviews_nor_decides() {
    let mut bench = told_of_a_hearing();
    bench
        .does(CHEN, "2026-03-12", request_hearing())
        .does(ZHOU_HEAD, "2026-03-13", appoint_hearing(LI_REVIEWER, "2026-03-26"))
        .does(CHEN, "2026-03-13", serve_hearing_notice())
        .does(CHEN, "2026-03-26", hold_hearing());
    assert_eq!(bench.refused(LI_REVIEWER, "2026-03-26", &review(Opinion::Agree)), "own_case");
}

#[test]
fn four_the_review_comes_after_the_hearing() {
    let mut bench = concluded(Some(25_000));
    bench.does(LI_REVIEWER, "2026-03-10", review(Opinion::Agree));
    bench
        .does(ZHOU_HEAD, "2026-03-10", approve_notice_with_hearing())
        .does(CHEN, "2026-03-10", serve_notice())
        .does(CHEN, "2026-03-12", request_hearing())
        .does(ZHOU_HEAD, "2026-03-13", appoint_hearing(TANG_READER, "2026-03-26"))
        .does(CHEN, "2026-03-13", serve_hearing_notice())
        .does(CHEN, "2026-03-26", hold_hearing());
    let fine = deliberate(Outcome::Penalise(penalties(Some(25_000))));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-26", &fine), "review_needed");
    bench.does(LI_REVIEWER, "2026-03-27", review(Opinion::Agree)).does(ZHOU_HEAD, "2026-03-30", fine);
}

#[test]
fn after_a_hearing_nothing_becomes_heavier_and_the_discussion_binds_the_decision() {
    let mut bench = heard();
    let heavier = Act::ChangeProposal(ChangeProposal {
        party: SHOP,
        outcome: Outcome::Penalise(penalties(Some(28_000))),
        reason: note("加重"),
    });
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-26", &heavier), "heavier_after_defence");
    bench.does(LI_REVIEWER, "2026-03-27", review(Opinion::Agree));
    let more = deliberate(Outcome::Penalise(penalties(Some(28_000))));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-27", &more), "new_notice_needed");
    bench.does(ZHOU_HEAD, "2026-03-27", deliberate(Outcome::Penalise(penalties(Some(22_000)))));
    let told = decide(penalties(Some(25_000)));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-27", &told), "not_as_deliberated");
    bench.does(ZHOU_HEAD, "2026-03-27", decide(penalties(Some(22_000))));
}

#[test]
fn officers_have_no_voice_and_one_person_is_no_collective() {
    let mut bench = heard();
    bench.does(LI_REVIEWER, "2026-03-27", review(Opinion::Agree));
    let Act::Deliberate(facts) = deliberate(Outcome::Penalise(penalties(Some(25_000)))) else {
        unreachable!()
    };
    let mut alone = facts.clone();
    alone.voices.truncate(1);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-27", &Act::Deliberate(alone)), "missing_fact");
    let mut officer = facts;
    officer.voices.push(Voice { name: name("陈××"), opinion: note("同意") });
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-27", &Act::Deliberate(officer)), "own_case");
}

#[test]
fn a_fine_at_the_threshold_is_deliberated_even_without_a_hearing() {
    let mut bench = told_of_a_hearing();
    bench.today = day("2026-03-18");
    assert_eq!(
        bench.refused(ZHOU_HEAD, "2026-03-18", &decide(penalties(Some(25_000)))),
        "deliberation_needed"
    );
    bench.does(ZHOU_HEAD, "2026-03-18", deliberate(Outcome::Penalise(penalties(Some(25_000))))).does(
        ZHOU_HEAD,
        "2026-03-19",
        decide(penalties(Some(25_000))),
    );
}

#[test]
fn below_the_range_only_with_a_ground_and_a_discussion() {
    let mut bench = investigated("oil-v01@2021");
    let mut mild = penalties(Some(300));
    assert_eq!(
        bench.refused(CHEN, "2026-03-09", &conclude(Outcome::Penalise(mild.clone()))),
        "in_the_future"
    );
    bench.today = day("2026-03-09");
    assert_eq!(
        bench.refused(CHEN, "2026-03-09", &conclude(Outcome::Penalise(mild.clone()))),
        "outside_range"
    );
    mild.acts[0].mitigation = Some(Mitigation::HarmRemoved);
    bench
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(mild.clone())))
        .does(ZHOU_HEAD, "2026-03-10", approve_notice())
        .does(CHEN, "2026-03-10", serve_notice());
    bench.today = day("2026-03-18");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-18", &decide(mild.clone())), "deliberation_needed");
    bench.does(ZHOU_HEAD, "2026-03-18", deliberate(Outcome::Penalise(mild.clone()))).does(
        ZHOU_HEAD,
        "2026-03-18",
        decide(mild),
    );
}

#[test]
fn a_revoked_licence_is_heard_deliberated_and_handed_in_before_the_case_closes() {
    let mut revoked = penalties(Some(1000));
    revoked.acts[0].kinds = vec![PenaltyKind::Revocation];
    let mut bench = investigated("oil-v07@2021");
    bench.does(CHEN, "2026-03-09", conclude(Outcome::Penalise(revoked.clone())));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &approve_notice()), "hearing_right_missing");
    bench
        .does(ZHOU_HEAD, "2026-03-10", approve_notice_with_hearing())
        .does(CHEN, "2026-03-10", serve_notice())
        .does(ZHOU_HEAD, "2026-03-18", deliberate(Outcome::Penalise(revoked.clone())))
        .does(ZHOU_HEAD, "2026-03-18", decide(revoked))
        .does(CHEN, "2026-03-19", serve())
        .does(CHEN, "2026-03-20", pay(1000));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-20", &close()), "unperformed");
    let stops = Perform { party: SHOP, performed: Performed::BusinessStopped, course: note("已停业") };
    assert_eq!(bench.refused(CHEN, "2026-03-20", &Act::Perform(stops)), "missing_fact");
    let hands_in = Perform { party: SHOP, performed: Performed::LicenceHandedIn, course: note("已缴回") };
    bench.does(CHEN, "2026-03-20", Act::Perform(hands_in)).does(ZHOU_HEAD, "2026-03-23", close());
}

#[test]
fn a_request_withdrawn_or_given_up_asks_for_a_review_all_the_same() {
    let mut bench = hearing_appointed();
    let outcome = HearingOutcome::Withdrawn { paper: note("书面撤回，何某签名") };
    bench.does(CHEN, "2026-03-16", Act::HoldHearing(HoldHearing { parties: vec![SHOP], outcome }));
    let fine = deliberate(Outcome::Penalise(penalties(Some(25_000))));
    bench.today = day("2026-03-18");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-18", &fine), "review_needed");
}

#[test]
fn a_hearing_is_held_only_after_its_notice() {
    let mut bench = hearing_appointed();
    bench.today = day("2026-03-26");
    assert_eq!(bench.refused(CHEN, "2026-03-26", &hold_hearing()), "missing_fact");
}

#[test]
fn the_clocks_of_a_hearing_run_and_are_met() {
    let bench = hearing_appointed();
    let of = |bench: &Bench, clock| {
        let found = clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock);
        found.map(|one| (one.deadline.last_day, one.state))
    };
    let asked = ClockState::Met { on: day("2026-03-12") };
    assert_eq!(of(&bench, Clock::HearingRequest), Some((day("2026-03-17"), asked)));
    let held_by = day("2026-04-10");
    assert_eq!(of(&bench, Clock::HearingHold), Some((held_by, ClockState::Running)));
    let held = ClockState::Met { on: day("2026-03-26") };
    assert_eq!(of(&heard(), Clock::HearingHold), Some((held_by, held)));
}

#[test]
fn the_case_says_what_the_hearing_waits_for() {
    let mut bench = told_of_a_hearing();
    let said = |bench: &Bench| {
        let context = bench.context(CHEN);
        waits(&bench.case(), &context).first().map(|wait| wait.sentence(Lang::Zh))
    };
    assert_eq!(said(&bench).unwrap(), "现在等当事人陈述、申辩或要求听证，2026年3月18日 周三起可作决定。");
    bench.does(CHEN, "2026-03-12", request_hearing());
    let next_act = |bench: &Bench| todo(&bench.case(), &bench.context(CHEN)).unwrap().act;
    assert_eq!(next_act(&bench), ActKind::AppointHearing);
    bench.does(ZHOU_HEAD, "2026-03-13", appoint_hearing(TANG_READER, "2026-03-26"));
    assert_eq!(next_act(&bench), ActKind::ServeHearingNotice);
    bench.does(CHEN, "2026-03-13", serve_hearing_notice());
    assert_eq!(said(&bench).unwrap(), "现在等听证，定于2026年3月26日 周四举行。");
    bench.does(CHEN, "2026-03-26", hold_hearing());
    assert_eq!(next_act(&bench), ActKind::Review);
    bench.does(LI_REVIEWER, "2026-03-27", review(Opinion::Agree));
    assert_eq!(next_act(&bench), ActKind::Deliberate);
}

#[test]
fn a_changed_intention_is_told_anew() {
    let mut bench = notified(Some(1000));
    let change = Act::ChangeProposal(ChangeProposal {
        party: SHOP,
        outcome: Outcome::Penalise(penalties(Some(2000))),
        reason: note("情节较重"),
    });
    bench.does(ZHOU_HEAD, "2026-03-12", change);
    assert_eq!(bench.case().stage(), Stage::Concluded);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-12", &decide(penalties(Some(2000)))), "no_notice");
    bench.does(ZHOU_HEAD, "2026-03-12", approve_notice()).does(CHEN, "2026-03-12", serve_notice());
    let bench_today = day("2026-03-19");
    bench.today = bench_today;
    assert_eq!(
        bench.refused(ZHOU_HEAD, "2026-03-19", &decide(penalties(Some(2000)))),
        "defence_term_running"
    );
}

#[test]
fn a_notice_stored_before_hearings_were_known_tells_of_none() {
    let stored = serde_json::json!({"party": SHOP});
    let read: ApproveNotice = serde_json::from_value(stored).unwrap();
    assert_eq!(read.hearing, HearingRight::None);
}

#[test]
fn telling_the_party_anew_sheds_neither_review_nor_discussion() {
    let mut bench = heard();
    let change = Act::ChangeProposal(ChangeProposal {
        party: SHOP,
        outcome: Outcome::Penalise(penalties(Some(19_000))),
        reason: note("听证后减轻"),
    });
    bench.does(ZHOU_HEAD, "2026-03-27", change).does(ZHOU_HEAD, "2026-03-27", approve_notice()).does(
        CHEN,
        "2026-03-27",
        serve_notice(),
    );
    bench.today = day("2026-04-08");
    let fine = decide(penalties(Some(19_000)));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-08", &fine), "review_needed");
    bench.does(LI_REVIEWER, "2026-04-08", review(Opinion::Agree));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-08", &fine), "deliberation_needed");
}

#[test]
fn a_reviewer_becomes_no_officer_and_a_server_of_papers_hosts_nothing() {
    let mut bench = concluded(Some(3000));
    bench.does(JIANG_ALL, "2026-03-09", review(Opinion::Agree));
    let officers = Officers { lead: CHEN, second: JIANG_ALL };
    let change = Act::ChangeOfficers(ChangeOfficers { officers, reason: note("调整分工") });
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &change), "two_officers");
}

#[test]
fn a_host_who_was_replaced_has_no_part_any_more() {
    let mut bench = hearing_appointed();
    let Act::AppointHearing(facts) = appoint_hearing(LI_REVIEWER, "2026-03-27") else { unreachable!() };
    let first = AppointHearing { postponed: Some(note("换人")), ..facts.clone() };
    let back = AppointHearing { host: TANG_READER, postponed: Some(note("再换")), ..facts };
    bench
        .does(ZHOU_HEAD, "2026-03-13", Act::AppointHearing(first))
        .does(ZHOU_HEAD, "2026-03-13", Act::AppointHearing(back))
        .does(CHEN, "2026-03-13", serve_hearing_notice())
        .does(CHEN, "2026-03-27", hold_hearing())
        .does(LI_REVIEWER, "2026-03-30", review(Opinion::Agree));
}

#[test]
fn a_defence_is_taken_while_its_term_runs_though_the_hearing_was_withdrawn() {
    let mut bench = told_of_a_hearing();
    let outcome = HearingOutcome::Withdrawn { paper: note("撤回") };
    let defence = ReceiveDefence { party: SHOP, arguments: note("请求从轻") };
    bench
        .does(CHEN, "2026-03-11", request_hearing())
        .does(CHEN, "2026-03-12", Act::HoldHearing(HoldHearing { parties: vec![SHOP], outcome }))
        .does(CHEN, "2026-03-13", Act::ReceiveDefence(defence));
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::AnswerDefence);
}

#[test]
fn an_intention_is_not_changed_over_an_unanswered_defence() {
    let mut bench = notified(Some(1000));
    let defence = ReceiveDefence { party: SHOP, arguments: note("请求从轻") };
    bench.does(CHEN, "2026-03-11", Act::ReceiveDefence(defence));
    let change = Act::ChangeProposal(ChangeProposal {
        party: SHOP,
        outcome: Outcome::Penalise(penalties(Some(800))),
        reason: note("从轻"),
    });
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-11", &change), "defence_unanswered");
}

#[test]
fn below_the_range_goes_no_further_than_the_discussion() {
    let bench = deliberated();
    let mut mild = penalties(Some(100));
    mild.acts[0].mitigation = Some(Mitigation::HelpedInvestigation);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-30", &decide(mild)), "not_as_deliberated");
    let mut twice = deliberate(Outcome::Penalise(penalties(Some(25_000))));
    if let Act::Deliberate(facts) = &mut twice {
        let same = facts.voices[0].clone();
        facts.voices = vec![same.clone(), same];
    }
    let mut bench = heard();
    bench.does(LI_REVIEWER, "2026-03-27", review(Opinion::Agree));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-27", &twice), "missing_fact");
}

#[test]
fn waivers_taken_back_after_the_discussion_open_the_terms_and_the_hearing_again() {
    let heavy = penalties(Some(25_000));
    let mut bench = told_of_a_hearing();
    let (waived_on, back_on) = ("2026-03-11", "2026-03-12");
    bench
        .does(CHEN, waived_on, waive())
        .does(CHEN, waived_on, waive_hearing())
        .does(LI_REVIEWER, waived_on, review(Opinion::Agree))
        .does(ZHOU_HEAD, waived_on, deliberate(Outcome::Penalise(heavy.clone())));
    assert!(bench.judge(ZHOU_HEAD, bench.today, &decide(heavy.clone())).is_ok());
    bench.does(CHEN, back_on, Act::TakeBackWaiver(TakeBackWaiver { party: SHOP }));
    assert_eq!(bench.refused(ZHOU_HEAD, back_on, &decide(heavy.clone())), "defence_term_running");
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert!(matches!(next.wait, Some(Wait::HearingRequest { .. })), "{next:?}");
    bench.does(CHEN, back_on, request_hearing());
    assert_eq!(bench.case().stage(), Stage::Hearing);
    assert_eq!(bench.refused(ZHOU_HEAD, back_on, &decide(heavy)), "not_in_this_state");
}

#[test]
fn the_notice_of_a_hearing_whose_request_was_withdrawn_is_due_no_more() {
    let mut bench = hearing_appointed();
    let state = |bench: &Bench| {
        let all = clocks(&bench.case(), &bench.context(CHEN));
        all.into_iter().find(|one| one.clock == Clock::HearingNotice).unwrap().state
    };
    assert_eq!(state(&bench), ClockState::Running);
    let outcome = HearingOutcome::Withdrawn { paper: note("书面撤回，何某签名") };
    bench.does(CHEN, "2026-03-16", Act::HoldHearing(HoldHearing { parties: vec![SHOP], outcome }));
    assert_eq!(state(&bench), ClockState::Ended { on: day("2026-03-16") });
}
