//! The small duties beside the steps: publication, the collected fine on its way to the bank, a longer verification.

use super::bench::*;
use super::enforcing::remedy;
use super::paying::on_the_spot;
use super::spot::*;
use crate::calendar::Clock;
use crate::case::*;

fn found(bench: &Bench, clock: Clock) -> Option<CaseClock> {
    clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock)
}

fn state(bench: &Bench, clock: Clock) -> ClockState {
    found(bench, clock).unwrap().state
}

#[test]
fn a_penalty_is_published_within_seven_working_days_of_the_decision() {
    let mut bench = decided(Some(3000));
    let decided_on = bench.case().track(SHOP).unwrap().progress.decided().unwrap().on;
    assert_eq!(decided_on, day("2026-03-18"));
    let clock = found(&bench, Clock::Publish).unwrap();
    assert_eq!((clock.state, clock.deadline.last_day), (ClockState::Running, day("2026-03-27")));
    bench.does(CHEN, "2026-03-24", publish(Publicity::Published));
    assert_eq!(state(&bench, Clock::Publish), ClockState::Met { on: day("2026-03-24") });
    assert_eq!(bench.refused(CHEN, "2026-03-24", &publish(Publicity::NotPublic)), "done_already");
}

#[test]
fn what_is_decided_on_the_spot_or_without_a_penalty_has_no_term_to_be_published() {
    assert_eq!(found(&penalised_on_the_spot(Some(150)), Clock::Publish), None);
    let mut bench = concluded(Some(3000));
    bench.does(ZHOU_HEAD, "2026-03-11", no_penalty(NoPenaltyGround::FactsNotEstablished));
    assert_eq!(found(&bench, Clock::Publish), None);
    assert_eq!(bench.refused(CHEN, "2026-03-11", &publish(Publicity::Published)), "missing_fact");
}

#[test]
fn a_changed_decision_is_published_anew() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-23", publish(Publicity::Published));
    bench.does(ZHOU_HEAD, "2026-03-25", change_decision(Reviser::Bureau, Some(2000), None));
    let clock = found(&bench, Clock::Publish).unwrap();
    assert_eq!((clock.state, clock.start), (ClockState::Running, day("2026-03-25")));
    bench.does(CHEN, "2026-03-26", publish(Publicity::Published));
    assert_eq!(state(&bench, Clock::Publish), ClockState::Met { on: day("2026-03-26") });
}

#[test]
fn a_fine_collected_on_the_spot_goes_to_the_bureau_and_to_the_bank_within_two_working_days_each() {
    let mut bench = penalised_on_the_spot(Some(100));
    let close = Act::Close(Close { party: Some(SHOP), summary: note("结案") });
    bench.does(CHEN, "2026-03-19", on_the_spot(CollectionGround::SmallFine, Some("湘财0012"), 100)).does(
        CHEN,
        "2026-03-20",
        report_spot(),
    );
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::HandOnCash);
    // Collected on a Thursday: Friday and Monday.
    let clock = found(&bench, Clock::CashInBureau).unwrap();
    assert_eq!((clock.state, clock.deadline.last_day), (ClockState::Running, day("2026-03-23")));
    assert_eq!(bench.refused(CHEN, "2026-03-20", &hand_on_cash(CashTo::Bank)), "missing_fact");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-20", &close), "missing_fact");
    bench.does(CHEN, "2026-03-20", hand_on_cash(CashTo::Bureau));
    assert_eq!(state(&bench, Clock::CashInBureau), ClockState::Met { on: day("2026-03-20") });
    let clock = found(&bench, Clock::CashInBank).unwrap();
    assert_eq!((clock.state, clock.deadline.last_day), (ClockState::Running, day("2026-03-24")));
    bench.does(CHEN, "2026-03-24", hand_on_cash(CashTo::Bank));
    assert_eq!(state(&bench, Clock::CashInBank), ClockState::Met { on: day("2026-03-24") });
    assert_eq!(bench.refused(CHEN, "2026-03-24", &hand_on_cash(CashTo::Bureau)), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-03-24", close);
}

#[test]
fn the_head_lengthens_the_verification_once_while_it_runs() {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    assert_eq!(found(&bench, Clock::Verify).unwrap().deadline.last_day, day("2026-03-23"));
    let officer = bench.judge(CHEN, bench.today, &extend_verification());
    assert_eq!(officer, Ok(Permit::Proposal { power: crate::role::Power::ApproveCases }));
    bench.does(ZHOU_HEAD, "2026-03-23", extend_verification());
    let clock = found(&bench, Clock::Verify).unwrap();
    assert_eq!(clock.deadline.last_day, day("2026-04-14"));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-23", &extend_verification()), "done_already");
}

#[test]
fn a_verification_that_is_over_is_not_lengthened() {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    bench.today = day("2026-03-24");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-24", &extend_verification()), "missing_fact");
}

#[test]
fn the_partys_ways_against_the_decision_run_from_its_service() {
    let mut bench = served(Some(3000));
    let of = |bench: &Bench, clock| found(bench, clock).map(|one| (one.state, one.deadline.last_day));
    let served_on = bench.case().track(SHOP).unwrap().progress.served().unwrap().served.on;
    assert_eq!(served_on, day("2026-03-19"));
    assert_eq!(of(&bench, Clock::Reconsider), Some((ClockState::Running, day("2026-05-18"))));
    // 20 September is a worked Sunday before the Mid-Autumn holiday.
    assert_eq!(of(&bench, Clock::Sue), Some((ClockState::Running, day("2026-09-20"))));
    bench.does(CHEN, "2026-04-10", remedy(RemedyKind::Reconsideration, "2026-04-08", false));
    assert_eq!(state(&bench, Clock::Reconsider), ClockState::Met { on: day("2026-04-08") });
}

#[test]
fn after_a_penalty_on_the_spot_there_is_no_direct_suit() {
    let bench = penalised_on_the_spot(Some(150));
    assert!(found(&bench, Clock::Reconsider).is_some());
    assert_eq!(found(&bench, Clock::Sue), None);
}

#[test]
fn a_late_entry_is_not_asked_why_because_the_party_let_its_own_ways_pass() {
    let mut bench = served(None);
    bench.today = day("2026-12-01");
    let judge = |bench: &Bench| {
        let case = bench.case();
        let context = bench.context(CHEN);
        let over = clocks(&case, &context).into_iter().filter(|clock| clock.is_missed(context.today));
        over.map(|clock| clock.clock).collect::<Vec<_>>()
    };
    assert!(!judge(&bench).contains(&Clock::Sue));
}

#[test]
fn a_case_closed_before_its_publication_stays_in_the_work_list_until_somebody_saw_to_it() {
    let mut bench = served(None);
    bench.does(ZHOU_HEAD, "2026-03-20", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::Publish);
    bench.does(CHEN, "2026-03-24", publish(Publicity::Published));
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::Archive);
}

#[test]
fn when_its_officers_have_left_others_see_to_what_a_closed_case_still_asks_for() {
    let mut bench = served(None);
    bench.does(ZHOU_HEAD, "2026-03-20", close());
    for member in bench.members.iter_mut().filter(|member| [CHEN, PAN].contains(&member.person)) {
        member.roles.clear();
    }
    bench.today = day("2026-03-23");
    for act in [publish(Publicity::Published), register_remedy(&bench)] {
        assert_eq!(bench.refused(JIANG_ALL, "2026-03-23", &act), "no_right");
    }
    let officers = Officers { lead: JIANG_ALL, second: HE_EXPIRED };
    let change = Act::ChangeOfficers(ChangeOfficers { officers, reason: note("原承办人调离") });
    bench.does(ZHOU_HEAD, "2026-03-23", change).does(JIANG_ALL, "2026-03-24", publish(Publicity::Published));
    // Also of a dossier in the archive: the copy of a suit may come any day.
    bench.does(GAO_ARCHIVIST, "2026-03-25", archive());
    let officers = Officers { lead: HE_EXPIRED, second: JIANG_ALL };
    let change = Act::ChangeOfficers(ChangeOfficers { officers, reason: note("原承办人调离") });
    bench.does(ZHOU_HEAD, "2026-03-26", change);
    let applied = register_remedy(&bench);
    bench.does(HE_EXPIRED, "2026-03-26", applied);
    assert_eq!(bench.case().stage(), Stage::Archived);
}
