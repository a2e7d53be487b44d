//! Revision: row 27. What becomes of a decision that was revoked, changed, or is to be made anew.

use rstest::rstest;

use super::bench::*;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::*;
use crate::value::Money;

/// Decided on 18 March, served on the 19th and published on the 20th; revoked or changed in reconsideration on 13 April
/// 2026.
fn fell(outcome: RemedyOutcome) -> Bench {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-20", publish(Publicity::Published));
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-03-23", "2026-04-13", outcome);
    bench
}

fn found(bench: &Bench, clock: Clock) -> CaseClock {
    clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock).unwrap()
}

fn track(bench: &Bench) -> Track {
    bench.case().track(SHOP).unwrap().clone()
}

/// From the investigation to the eve of a decision, for the second time; the decision is possible on 29 April.
fn told_anew(bench: &mut Bench, fine: i64) {
    bench
        .does(CHEN, "2026-04-15", conclude(Outcome::Penalise(penalties(Some(fine)))))
        .does(ZHOU_HEAD, "2026-04-16", approve_notice())
        .does(CHEN, "2026-04-16", serve_notice())
        .does(CHEN, "2026-04-17", waive());
}

#[test]
fn decided_anew_the_party_stands_at_the_investigation_and_the_time_runs_again() {
    let mut bench = fell(RemedyOutcome::Revoked);
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::RevokeDecision);
    // Nobody has to pay any more, and nobody is told six times why.
    assert_eq!(found(&bench, Clock::Pay).state, ClockState::Ended { on: day("2026-04-13") });
    let listed = next(&bench.case(), &bench.context(ZHOU_HEAD));
    let fell = listed
        .iter()
        .filter(|one| one.refusal.as_ref().is_some_and(|refusal| refusal.code.word() == "decision_fell"));
    assert_eq!(fell.map(|one| one.act).collect::<Vec<_>>(), [ActKind::Close]);
    bench.does(ZHOU_HEAD, "2026-04-14", order_anew(Reviser::Government, FallGround::Facts, None));
    assert_eq!(bench.case().stage(), Stage::Investigating);
    let decide = found(&bench, Clock::Decide);
    // Ninety days from the ruling's receipt, not from the filing.
    assert_eq!((decide.start, decide.state), (day("2026-04-13"), ClockState::Running));
    assert_eq!(decide.deadline.last_day, day("2026-07-12"));
    assert_eq!(track(&bench).fallen[0].decided.money(), Money::yuan(3000));
}

#[test]
fn the_organ_sets_a_shorter_time() {
    let mut bench = fell(RemedyOutcome::Revoked);
    bench.does(ZHOU_HEAD, "2026-04-14", order_anew(Reviser::Government, FallGround::Facts, Some(30)));
    assert_eq!(found(&bench, Clock::Decide).deadline.last_day, day("2026-05-13"));
}

#[rstest]
#[case(FallGround::Facts, 3000, None, Some("same_again"))]
#[case(FallGround::Law, 3000, None, Some("same_again"))]
#[case(FallGround::Procedure, 3000, None, None)]
#[case(FallGround::Facts, 2000, None, None)]
#[case(FallGround::Facts, 3000, Some("新查明销售台账"), None)]
fn the_same_again_is_refused_unless_the_procedure_was_at_fault_or_the_facts_changed(
    #[case] ground: FallGround,
    #[case] fine: i64,
    #[case] changed: Option<&str>,
    #[case] refusal: Option<&str>,
) {
    let mut bench = fell(RemedyOutcome::Revoked);
    bench.does(ZHOU_HEAD, "2026-04-14", order_anew(Reviser::Government, ground, None));
    told_anew(&mut bench, fine);
    let again = Act::Decide(Decide {
        party: SHOP,
        penalties: penalties(Some(fine)),
        reasons: note("重新认定"),
        held: None,
        changed: changed.map(note),
        number: None,
    });
    bench.today = day("2026-04-29");
    let got = bench.judge(ZHOU_HEAD, day("2026-04-29"), &again).err().map(|refusal| refusal.code.word());
    assert_eq!(got, refusal);
}

#[test]
fn a_second_decision_is_served_paid_and_closed() {
    let mut bench = fell(RemedyOutcome::Revoked);
    bench.does(ZHOU_HEAD, "2026-04-14", order_anew(Reviser::Government, FallGround::Procedure, None));
    told_anew(&mut bench, 3000);
    bench
        .does(ZHOU_HEAD, "2026-04-29", decide(penalties(Some(3000))))
        .does(CHEN, "2026-04-30", serve())
        .does(CHEN, "2026-05-06", pay(3000))
        .does(ZHOU_HEAD, "2026-05-07", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
    assert_eq!(found(&bench, Clock::Decide).state, ClockState::Met { on: day("2026-04-29") });
}

#[test]
fn no_penalty_on_the_same_ground_is_the_same_again() {
    let ground = NoPenaltyGround::FactsNotEstablished;
    let mut bench = concluded(None);
    bench.does(ZHOU_HEAD, "2026-03-10", no_penalty(ground)).does(CHEN, "2026-03-11", serve());
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-03-16", "2026-04-13", RemedyOutcome::Revoked);
    bench.does(ZHOU_HEAD, "2026-04-14", order_anew(Reviser::Court, FallGround::Facts, None)).does(
        CHEN,
        "2026-04-15",
        conclude(Outcome::NoPenalty { ground }),
    );
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-15", &no_penalty(ground)), "same_again");
    bench.does(ZHOU_HEAD, "2026-04-15", no_penalty(NoPenaltyGround::SlightMendedNoHarm));
}

#[test]
fn a_changed_amount_stands_as_served_and_the_excess_goes_back() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-20", pay(2500));
    let change = change_decision(Reviser::Bureau, Some(1000), None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-20", &change), "missing_fact");
    bench.does(
        ZHOU_HEAD,
        "2026-03-23",
        change_decision(Reviser::Bureau, Some(1000), Some(note("退 1,500 元"))),
    );
    let track = track(&bench);
    assert_eq!((track.progress.stage(), track.progress.rest()), (Stage::Executing, Money::ZERO));
    assert_eq!(track.fallen[0].paid, Money::yuan(2500));
    bench.does(ZHOU_HEAD, "2026-03-24", close());
}

#[test]
fn nothing_paid_yet_the_party_pays_the_changed_amount_from_the_new_service_on() {
    let mut bench = served(Some(3000));
    bench.does(ZHOU_HEAD, "2026-03-23", change_decision(Reviser::Bureau, Some(1000), None));
    assert_eq!(bench.case().stage(), Stage::Served);
    assert_eq!(found(&bench, Clock::Pay).deadline.last_day, day("2026-04-07"));
    bench.does(CHEN, "2026-03-24", pay(1000)).does(ZHOU_HEAD, "2026-03-25", close());
}

#[test]
fn the_bureau_itself_does_not_make_a_decision_heavier_or_leave_it_as_it_is() {
    let bench = served(Some(3000));
    let heavier = change_decision(Reviser::Bureau, Some(4000), None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-19", &heavier), "new_notice_needed");
    let same = change_decision(Reviser::Bureau, Some(3000), None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-19", &same), "missing_fact");
    assert_eq!(bench.refused(JIANG_ALL, "2026-03-18", &heavier), "before_its_cause");
}

#[test]
fn what_the_government_changed_it_enforces() {
    let mut bench = fell(RemedyOutcome::Changed);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-13", &close()), "decision_fell");
    let anew = order_anew(Reviser::Government, FallGround::Facts, None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-13", &anew), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-04-14", change_decision(Reviser::Government, Some(1000), None));
    bench.today = day("2026-06-01");
    assert_eq!(bench.refused(CHEN, "2026-06-01", &demand()), "not_ours_to_enforce");
    bench.does(ZHOU_HEAD, "2026-06-01", close());
}

#[test]
fn a_judgment_that_changes_the_fine_is_enforced_by_the_court_of_first_instance() {
    let mut bench = served(Some(3000));
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-03-23", "2026-06-15", RemedyOutcome::Changed);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-06-15", &apply_to_court()), "decision_fell");
    bench.does(ZHOU_HEAD, "2026-06-15", change_decision(Reviser::Court, Some(1000), None)).does(
        ZHOU_HEAD,
        "2026-07-20",
        apply_to_court(),
    );
    assert_eq!(bench.case().stage(), Stage::AtCourt);
}

#[test]
fn a_revoked_decision_closes_the_party_and_the_money_goes_back() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-20", pay(3000)).does(ZHOU_HEAD, "2026-03-23", close());
    let revoke = revoke_decision(Reviser::Bureau, None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-23", &revoke), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-03-24", revoke_decision(Reviser::Bureau, Some(note("退 3,000 元"))));
    let track = track(&bench);
    assert_eq!(track.progress.stage(), Stage::Closed);
    assert_eq!(track.progress.decided(), None);
    assert_eq!(bench.case().penalty_words(None, Lang::Zh), None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-24", &revoke), "missing_fact");
    assert_eq!(bench.refused(CHEN, "2026-03-24", &register_remedy(&bench)), "missing_fact");
}

#[test]
fn a_decision_revoked_before_its_service_ends_without_being_served() {
    let mut bench = decided(Some(3000));
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-03-23", "2026-04-13", RemedyOutcome::Revoked);
    assert_eq!(bench.refused(CHEN, "2026-04-13", &serve()), "decision_fell");
    bench.does(ZHOU_HEAD, "2026-04-14", revoke_decision(Reviser::Government, None));
    assert_eq!(bench.case().stage(), Stage::Closed);
    // Nobody has published it: there is nothing to withdraw.
    assert_eq!(bench.refused(CHEN, "2026-04-14", &unpublish()), "missing_fact");
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::Archive);
}

fn unpublish_clocks(bench: &Bench) -> Vec<CaseClock> {
    let mut all = clocks(&bench.case(), &bench.context(CHEN));
    all.retain(|one| one.clock == Clock::Unpublish);
    all
}

#[rstest]
#[case(None)]
#[case(Some(Publicity::NotPublic))]
fn of_a_decision_that_nobody_could_read_no_withdrawal_is_owed(#[case] publicity: Option<Publicity>) {
    let mut bench = served(Some(3000));
    if let Some(publicity) = publicity {
        bench.does(CHEN, "2026-03-20", publish(publicity));
    }
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-03-23", "2026-04-13", RemedyOutcome::Revoked);
    assert_eq!(unpublish_clocks(&bench), []);
    bench.does(ZHOU_HEAD, "2026-04-14", revoke_decision(Reviser::Government, None));
    assert_eq!(unpublish_clocks(&bench), []);
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::Archive);
}

#[test]
fn what_was_published_stays_in_the_work_list_until_it_is_withdrawn() {
    let mut bench = fell(RemedyOutcome::Revoked);
    bench.does(ZHOU_HEAD, "2026-04-14", revoke_decision(Reviser::Government, None));
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::Unpublish);
    bench.does(CHEN, "2026-04-14", unpublish());
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::Archive);
}

#[test]
fn of_two_decisions_that_fell_only_the_published_one_is_withdrawn() {
    let mut bench = served(Some(3000));
    bench.does(ZHOU_HEAD, "2026-03-20", change_decision(Reviser::Bureau, Some(2000), None));
    bench.does(CHEN, "2026-03-23", publish(Publicity::Published));
    bench.does(ZHOU_HEAD, "2026-03-25", change_decision(Reviser::Bureau, Some(1000), None));
    let starts: Vec<_> = unpublish_clocks(&bench).iter().map(|one| one.start).collect();
    assert_eq!(starts, [day("2026-03-25")]);
}

#[test]
fn whoever_ruled_is_named() {
    let bench = fell(RemedyOutcome::Revoked);
    for reviser in [Reviser::Bureau, Reviser::Court] {
        let revoke = revoke_decision(reviser, None);
        assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-13", &revoke), "missing_fact", "{reviser:?}");
    }
    let unruled = served(Some(3000));
    let by_court = revoke_decision(Reviser::Court, None);
    assert_eq!(unruled.refused(ZHOU_HEAD, "2026-03-19", &by_court), "missing_fact");
}

#[test]
fn nothing_is_decided_anew_while_the_remedy_is_under_way() {
    let mut bench = served(Some(3000));
    bench.today = day("2026-03-23");
    let remedy = register_remedy(&bench);
    bench.does(CHEN, "2026-03-23", remedy);
    let anew = order_anew(Reviser::Bureau, FallGround::Procedure, None);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-23", &anew), "remedy_open");
}

#[test]
fn a_publication_is_withdrawn_three_working_days_after_the_ruling() {
    let mut bench = fell(RemedyOutcome::Revoked);
    let clock = found(&bench, Clock::Unpublish);
    assert_eq!((clock.start, clock.deadline.last_day), (day("2026-04-13"), day("2026-04-16")));
    // Also when the head records what follows only later.
    bench.does(CHEN, "2026-04-14", unpublish()).does(
        ZHOU_HEAD,
        "2026-04-20",
        revoke_decision(Reviser::Government, None),
    );
    let clock = found(&bench, Clock::Unpublish);
    assert_eq!((clock.start, clock.state), (day("2026-04-13"), ClockState::Met { on: day("2026-04-14") }));
    assert_eq!(bench.refused(CHEN, "2026-04-20", &unpublish()), "missing_fact");
}

#[test]
fn a_changed_decision_of_the_bureau_takes_a_number_and_a_ruling_none() {
    let own = change_decision(Reviser::Bureau, Some(1000), None);
    assert_eq!(own.takes_numbers(false), [NumberWord::Decision]);
    assert!(change_decision(Reviser::Court, Some(1000), None).takes_numbers(false).is_empty());
}

#[test]
fn officers_do_not_change_the_decision_of_their_own_case() {
    let mut bench = served(Some(3000));
    let chen = bench.members.iter_mut().find(|member| member.person == CHEN).unwrap();
    chen.roles.push(crate::role::Role::Head);
    let change = change_decision(Reviser::Bureau, Some(1000), None);
    assert_eq!(bench.refused(CHEN, "2026-03-19", &change), "own_case");
}

#[test]
fn a_ruling_stands_until_it_is_followed_whatever_remedy_comes_after_it() {
    let mut bench = fell(RemedyOutcome::Revoked);
    let revoked = Some((RemedyKind::Reconsideration, RemedyOutcome::Revoked));
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-04-15", "2026-05-20", RemedyOutcome::WithoutMerits);
    assert_eq!(track(&bench).fell(), revoked);
    assert_eq!(bench.refused(CHEN, "2026-05-20", &demand()), "decision_fell");
    bench.does(ZHOU_HEAD, "2026-05-21", order_anew(Reviser::Government, FallGround::Facts, None));
    assert_eq!(track(&bench).fell(), None);
}

#[test]
fn a_judgment_reversed_on_appeal_lets_the_decision_stand_but_no_other_way_does() {
    let mut bench = served(Some(3000));
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-03-23", "2026-04-13", RemedyOutcome::Revoked);
    assert!(track(&bench).fell().is_some());
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-04-15", "2026-05-20", RemedyOutcome::Upheld);
    assert_eq!(track(&bench).fell(), None);
    let mut bench = fell(RemedyOutcome::Changed);
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-04-15", "2026-05-20", RemedyOutcome::Upheld);
    assert_eq!(track(&bench).fell(), Some((RemedyKind::Reconsideration, RemedyOutcome::Changed)));
}

#[test]
fn what_fell_is_not_decided_anew_while_the_police_have_the_party() {
    let mut bench = served(Some(3000));
    bench
        .does(CHEN, "2026-03-19", report_crime())
        .does(ZHOU_HEAD, "2026-03-20", order_anew(Reviser::Bureau, FallGround::Procedure, None))
        .does(CHEN, "2026-03-20", conclude(Outcome::Penalise(penalties(Some(3000)))))
        .does(ZHOU_HEAD, "2026-03-20", approve_notice())
        .does(CHEN, "2026-03-20", serve_notice());
    bench.today = day("2026-04-15");
    let decision = decide(penalties(Some(3000)));
    let refused = bench.judge(ZHOU_HEAD, bench.today, &decision).unwrap_err();
    assert_eq!(refused.code, crate::refusal::RefusalCode::NotInThisState { stage: Stage::Criminal });
    let report = bench.case().crimes[0].seq;
    bench.does(YI_CHIEF, "2026-04-15", decide_crime(report, false));
    bench.does(ZHOU_HEAD, "2026-04-15", decision);
}
