//! A court revokes the ruling of a reconsideration: the bureau's decision stands again (解释 art. 89).

use rstest::rstest;

use super::bench::*;
use crate::calendar::Clock;
use crate::case::*;
use crate::value::Money;

/// Served on 19 March 2026, published on the 20th, brought down in reconsideration on 13 April.
fn fell(outcome: RemedyOutcome) -> Bench {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-20", publish(Publicity::Published));
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-03-23", "2026-04-13", outcome);
    bench
}

/// A suit against that ruling, of 20 April, and the judgment served on 15 June.
fn revived(bench: &mut Bench) {
    ruled(bench, RemedyKind::Lawsuit, "2026-04-20", "2026-06-15", RemedyOutcome::Revived);
}

fn found(bench: &Bench, clock: Clock) -> Vec<CaseClock> {
    let mut all = clocks(&bench.case(), &bench.context(CHEN));
    all.retain(|one| one.clock == clock);
    all
}

fn track(bench: &Bench) -> Track {
    bench.case().track(SHOP).unwrap().clone()
}

fn suit(bench: &Bench, applied_on: &str) -> Act {
    match register_remedy(bench) {
        Act::RegisterRemedy(facts) => Act::RegisterRemedy(RegisterRemedy {
            remedy: RemedyKind::Lawsuit,
            applied_on: day(applied_on),
            ..facts
        }),
        other => other,
    }
}

fn end(outcome: RemedyOutcome) -> Act {
    let (paper, performance_until) = (note("（2026）湘1124行初7号"), None);
    Act::EndRemedy(EndRemedy { party: SHOP, outcome, paper, performance_until, against_ruling: false })
}

#[rstest]
#[case(RemedyOutcome::Revoked)]
#[case(RemedyOutcome::Changed)]
fn what_nobody_has_followed_yet_stands_again_and_is_paid_from_the_judgment_on(
    #[case] outcome: RemedyOutcome,
) {
    let mut bench = fell(outcome);
    assert!(track(&bench).fined_acts().is_empty());
    revived(&mut bench);
    let track = track(&bench);
    assert_eq!((track.fell(), track.progress.stage()), (None, Stage::Served));
    // The fine is seen again by whoever would fine the same act.
    assert_eq!(track.fined_acts().len(), 1);
    // Fifteen days from the service of the judgment, not of the decision.
    let term = &found(&bench, Clock::Pay)[0];
    assert_eq!((term.start, term.state), (day("2026-06-15"), ClockState::Running));
    assert_eq!(term.deadline.last_day, day("2026-06-30"));
    let court = &found(&bench, Clock::CourtJudgment)[0];
    assert_eq!((court.start, court.deadline.last_day), (day("2026-06-15"), day("2028-06-15")));
    bench.today = day("2026-07-01");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-06-30", &apply_to_court()), "pay_running");
    bench.does(CHEN, "2026-06-30", pay(3000)).does(ZHOU_HEAD, "2026-07-01", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn the_publication_is_withdrawn_no_more() {
    let mut bench = fell(RemedyOutcome::Revoked);
    assert_eq!(found(&bench, Clock::Unpublish)[0].state, ClockState::Running);
    revived(&mut bench);
    let unpublish_clocks = found(&bench, Clock::Unpublish);
    assert_eq!(unpublish_clocks.len(), 1);
    assert_eq!(unpublish_clocks[0].state, ClockState::Ended { on: day("2026-06-15") });
    assert_eq!(bench.refused(CHEN, "2026-06-15", &unpublish()), "missing_fact");
}

#[test]
fn what_was_withdrawn_from_the_public_is_published_again() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-20", publish(Publicity::Published));
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-03-23", "2026-04-13", RemedyOutcome::Revoked);
    bench.does(CHEN, "2026-04-14", unpublish());
    revived(&mut bench);
    let again = &found(&bench, Clock::Publish)[0];
    assert_eq!((again.start, again.state), (day("2026-06-15"), ClockState::Running));
    bench.does(CHEN, "2026-06-16", publish(Publicity::Published));
    assert_eq!(found(&bench, Clock::Publish)[0].state, ClockState::Met { on: day("2026-06-16") });
}

#[test]
fn an_appeal_that_is_dismissed_without_its_merits_leaves_the_judgment_as_it_was() {
    let mut bench = fell(RemedyOutcome::Revoked);
    revived(&mut bench);
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-06-22", "2026-08-17", RemedyOutcome::WithoutMerits);
    assert_eq!(track(&bench).fell(), None);
    assert_eq!(found(&bench, Clock::CourtJudgment)[0].start, day("2026-06-15"));
    // The party has used its ways: neither term begins anew.
    assert_eq!(found(&bench, Clock::Reconsider)[0].start, day("2026-03-19"));
}

#[test]
fn what_was_revoked_and_given_back_is_owed_again() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-20", pay(3000));
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-03-23", "2026-04-13", RemedyOutcome::Revoked);
    let back = Some(note("退 3,000 元"));
    bench.does(ZHOU_HEAD, "2026-04-14", revoke_decision(Reviser::Government, back));
    assert_eq!(bench.case().stage(), Stage::Closed);
    revived(&mut bench);
    let track = track(&bench);
    assert_eq!((track.progress.stage(), track.progress.rest()), (Stage::Served, Money::yuan(3000)));
    assert!(track.fallen.is_empty());
    assert_eq!(track.revivals[0].fell_on, day("2026-04-13"));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-06-15", &close()), "unpaid");
    bench.does(CHEN, "2026-06-16", pay(3000)).does(ZHOU_HEAD, "2026-06-17", close());
}

#[test]
fn after_a_change_the_rest_of_the_old_fine_is_owed_and_the_bureau_enforces_it() {
    let mut bench = fell(RemedyOutcome::Changed);
    bench
        .does(ZHOU_HEAD, "2026-04-14", change_decision(Reviser::Government, Some(1000), None))
        .does(CHEN, "2026-04-15", pay(1000))
        .does(ZHOU_HEAD, "2026-04-16", close());
    revived(&mut bench);
    let track = track(&bench);
    assert_eq!((track.progress.stage(), track.progress.rest()), (Stage::Executing, Money::yuan(2000)));
    assert!(!track.is_with_the_government());
    bench.does(ZHOU_HEAD, "2026-07-01", apply_to_court());
    assert_eq!(bench.case().stage(), Stage::AtCourt);
}

#[test]
fn a_suit_against_the_ruling_goes_on_while_the_decision_is_made_anew() {
    let mut bench = fell(RemedyOutcome::Revoked);
    bench.does(ZHOU_HEAD, "2026-04-14", order_anew(Reviser::Government, FallGround::Facts, None));
    bench.today = day("2026-04-20");
    let again = register_remedy(&bench);
    assert_eq!(bench.refused(CHEN, "2026-04-20", &again), "missing_fact");
    revived(&mut bench);
    let track = track(&bench);
    assert_eq!((track.progress.stage(), track.decided_anew().is_none()), (Stage::Served, true));
    assert_eq!(found(&bench, Clock::Decide)[0].state, ClockState::Met { on: day("2026-03-18") });
    // The court above dismisses the suit: the ruling counts again, and is followed again.
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-06-22", "2026-08-17", RemedyOutcome::Upheld);
    let by = Some((RemedyKind::Reconsideration, RemedyOutcome::Revoked));
    assert_eq!(bench.case().track(SHOP).unwrap().fell(), by);
    assert_eq!(found(&bench, Clock::Unpublish).len(), 1);
    bench.does(ZHOU_HEAD, "2026-08-18", order_anew(Reviser::Government, FallGround::Facts, None));
}

#[test]
fn the_court_above_may_say_the_same() {
    let mut bench = fell(RemedyOutcome::Revoked);
    revived(&mut bench);
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-06-22", "2026-08-17", RemedyOutcome::Revived);
    assert_eq!(track(&bench).fell(), None);
    assert_eq!(found(&bench, Clock::Pay)[0].start, day("2026-08-17"));
    assert_eq!(found(&bench, Clock::Unpublish)[0].state, ClockState::Ended { on: day("2026-08-17") });
}

#[test]
fn a_decision_made_anew_is_revoked_before_the_old_one_stands_again() {
    let mut bench = decided_anew_under_suit();
    bench.today = day("2026-06-15");
    assert_eq!(bench.refused(CHEN, "2026-06-15", &end(RemedyOutcome::Revived)), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-06-15", revoke_decision(Reviser::Bureau, None)).does(
        CHEN,
        "2026-06-15",
        end(RemedyOutcome::Revived),
    );
    assert_eq!(track(&bench).progress.rest(), Money::yuan(3000));
}

#[test]
fn the_bureau_has_nothing_to_answer_where_the_government_is_sued() {
    let mut bench = fell(RemedyOutcome::Revoked);
    let suit = suit(&bench, "2026-04-20");
    bench.does(CHEN, "2026-04-20", suit);
    assert!(found(&bench, Clock::AnswerLawsuit).is_empty());
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::RevokeDecision);
}

#[test]
fn only_a_court_revives_and_only_what_a_reconsideration_brought_down() {
    let mut bench = served(Some(3000));
    let remedy = register_remedy(&bench);
    bench.does(CHEN, "2026-03-23", remedy);
    assert_eq!(bench.refused(CHEN, "2026-03-23", &end(RemedyOutcome::Revived)), "missing_fact");
    let mut bench = served(Some(3000));
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-03-23", "2026-04-13", RemedyOutcome::Revoked);
    let register = suit(&bench, "2026-04-14");
    bench.does(CHEN, "2026-04-14", register);
    assert_eq!(bench.refused(CHEN, "2026-04-14", &end(RemedyOutcome::Revived)), "missing_fact");
}

#[test]
fn an_unserved_decision_is_served_in_its_time_from_the_judgment() {
    let mut bench = decided(Some(3000));
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-03-23", "2026-04-13", RemedyOutcome::Revoked);
    revived(&mut bench);
    let serve_clock = &found(&bench, Clock::Serve)[0];
    assert_eq!((serve_clock.start, serve_clock.state), (day("2026-06-15"), ClockState::Running));
    bench.does(CHEN, "2026-06-17", serve());
    assert_eq!(found(&bench, Clock::Serve)[0].start, day("2026-06-15"));
    assert_eq!(found(&bench, Clock::Pay)[0].start, day("2026-06-17"));
}

/// Brought down on 13 April, decided anew: told again on the 16th, nothing said.
fn told_anew() -> Bench {
    let mut bench = fell(RemedyOutcome::Revoked);
    bench
        .does(ZHOU_HEAD, "2026-04-14", order_anew(Reviser::Government, FallGround::Procedure, None))
        .does(CHEN, "2026-04-15", conclude(Outcome::Penalise(penalties(Some(2000)))))
        .does(ZHOU_HEAD, "2026-04-16", approve_notice())
        .does(CHEN, "2026-04-16", serve_notice())
        .does(CHEN, "2026-04-17", waive());
    bench
}

/// The same, sued against on the 20th, and served on 30 April.
fn decided_anew_under_suit() -> Bench {
    let mut bench = told_anew();
    let register = suit(&bench, "2026-04-20");
    bench
        .does(CHEN, "2026-04-20", register)
        .does(ZHOU_HEAD, "2026-04-29", decide(penalties(Some(2000))))
        .does(CHEN, "2026-04-30", serve());
    bench
}

/// The end of the suit against the ruling, by name.
fn end_of_ruling_suit(outcome: RemedyOutcome) -> Act {
    match end(outcome) {
        Act::EndRemedy(facts) => Act::EndRemedy(EndRemedy { against_ruling: true, ..facts }),
        other => other,
    }
}

#[test]
fn what_was_decided_anew_is_contested_and_answered_beside_the_suit_against_the_ruling() {
    let mut bench = decided_anew_under_suit();
    bench.today = day("2026-05-11");
    let own = suit(&bench, "2026-05-11");
    bench.does(CHEN, "2026-05-11", own);
    assert_eq!(found(&bench, Clock::AnswerLawsuit)[0].deadline.last_day, day("2026-05-26"));
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::AnswerRemedy);
    let third = suit(&bench, "2026-05-11");
    assert_eq!(bench.refused(CHEN, "2026-05-11", &third), "remedy_open");
    // A court takes the ruling away: what was decided anew stands and its own suit goes on.
    bench.does(CHEN, "2026-06-15", end_of_ruling_suit(RemedyOutcome::Revoked));
    assert_eq!((track(&bench).fell(), track(&bench).ruling_suit.is_some()), (None, false));
    assert!(track(&bench).open_remedy().is_some());
    assert_eq!(bench.refused(CHEN, "2026-06-15", &end_of_ruling_suit(RemedyOutcome::Upheld)), "missing_fact");
    bench.does(CHEN, "2026-07-15", end(RemedyOutcome::Revoked));
    assert_eq!(track(&bench).fell(), Some((RemedyKind::Lawsuit, RemedyOutcome::Revoked)));
}

#[test]
fn the_term_to_archive_runs_from_the_end_of_the_suit_against_the_ruling() {
    let mut bench = decided_anew_under_suit();
    bench.does(CHEN, "2026-05-06", pay(2000)).does(CHEN, "2026-05-06", publish(Publicity::Published)).does(
        ZHOU_HEAD,
        "2026-05-07",
        close(),
    );
    bench.does(CHEN, "2026-05-08", unpublish());
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert_eq!((next.act, found(&bench, Clock::Archive)), (ActKind::EndRemedy, Vec::new()));
    assert_eq!(bench.refused(GAO_ARCHIVIST, "2026-05-08", &archive()), "remedy_open");
    bench.does(CHEN, "2026-06-15", end_of_ruling_suit(RemedyOutcome::Upheld));
    assert_eq!(found(&bench, Clock::Archive)[0].start, day("2026-06-15"));
    bench.does(GAO_ARCHIVIST, "2026-06-16", archive());
}

#[test]
fn a_suit_against_the_ruling_may_come_after_the_decision_was_made_anew_and_says_so() {
    let mut bench = told_anew();
    bench.does(ZHOU_HEAD, "2026-04-27", decide(penalties(Some(2000)))).does(CHEN, "2026-04-28", serve());
    let Act::RegisterRemedy(facts) = suit(&bench, "2026-04-24") else { unreachable!() };
    bench.today = day("2026-04-28");
    let early = Act::RegisterRemedy(RegisterRemedy { applied_on: day("2026-04-24"), ..facts.clone() });
    assert_eq!(
        bench.refused(CHEN, "2026-04-28", &early),
        "missing_fact",
        "before the decision that it would contest"
    );
    let named = Act::RegisterRemedy(RegisterRemedy { against_ruling: true, ..facts });
    bench.does(CHEN, "2026-04-28", named);
    assert!(found(&bench, Clock::AnswerLawsuit).is_empty(), "the government is sued");
    assert!(track(&bench).open_remedy().is_none());
}

#[test]
fn a_ruling_that_a_court_took_away_is_waited_for_and_may_uphold() {
    let mut bench = fell(RemedyOutcome::Revoked);
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-04-20", "2026-06-15", RemedyOutcome::Revoked);
    let by = Some((RemedyKind::Reconsideration, RemedyOutcome::Revoked));
    assert_eq!(track(&bench).fell(), by, "nothing stands again before the new ruling");
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)), None);
    assert_eq!(
        bench.refused(ZHOU_HEAD, "2026-06-15", &revoke_decision(Reviser::Government, None)),
        "remedy_open"
    );
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-06-15", "2026-07-20", RemedyOutcome::Upheld);
    assert_eq!(track(&bench).fell(), None);
}

#[test]
fn what_stands_again_goes_to_court_only_after_its_time_to_pay() {
    let mut bench = fell(RemedyOutcome::Revoked);
    revived(&mut bench);
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    // Served on 15 June: fifteen days.
    assert_eq!(
        (next.act, next.wait.map(|wait| wait.until())),
        (ActKind::ApplyToCourt, Some(day("2026-06-30")))
    );
}

#[test]
fn what_was_paid_back_while_the_court_had_the_case_is_owed_again() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-30", pay(1000)).does(CHEN, "2026-04-07", demand());
    bench.does(ZHOU_HEAD, "2026-09-28", apply_to_court());
    ruled(&mut bench, RemedyKind::Reconsideration, "2026-09-29", "2026-10-26", RemedyOutcome::Revoked);
    bench.does(ZHOU_HEAD, "2026-10-27", revoke_decision(Reviser::Government, Some(note("已退还1000元"))));
    ruled(&mut bench, RemedyKind::Lawsuit, "2026-11-02", "2026-12-14", RemedyOutcome::Revived);
    assert_eq!(track(&bench).progress.rest(), Money::yuan(3000));
}
