//! What is easy to get wrong, and the checks for 2026, as far as this path goes.

use super::bench::*;
use crate::calendar::Clock;
use crate::case::*;
use crate::id::{BureauId, PersonId};

fn due(bench: &Bench, clock: Clock) -> (String, String) {
    let context = bench.context(CHEN);
    let found = clocks(&bench.case(), &context).into_iter().find(|one| one.clock == clock).unwrap();
    (found.deadline.last_day.to_string(), found.deadline.acting_day.to_string())
}

fn begun(received: &str, filed: &str) -> Bench {
    let mut bench = Bench::new(received);
    bench.does(CHEN, received, clue()).does(ZHOU_HEAD, filed, file("oil-v01@2021"));
    bench
}

#[test]
fn one_fifteen_days_to_pay_are_calendar_days_seven_to_serve_are_working_days() {
    let bench = served(Some(3000));
    // Decided on 18 March, served on 19 March 2026.
    assert_eq!(due(&bench, Clock::Serve).0, "2026-03-27");
    assert_eq!(due(&bench, Clock::Pay).0, "2026-04-03");
}

#[test]
fn two_ten_days_after_the_demand_are_working_days() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-09-15", demand());
    assert_eq!(due(&bench, Clock::Demand).0, "2026-09-29");
}

#[test]
fn three_reconsideration_goes_to_the_countys_government_and_never_to_the_city_bureau() {
    for ways in [RemedyWays::ReconsiderationFirst, RemedyWays::ReconsiderationOrSuit] {
        let (zh, en) = (ways.sentence(crate::Lang::Zh), ways.sentence(crate::Lang::En));
        assert!(zh.contains("向本级人民政府申请"), "{zh}");
        assert!(!["市", "上一级", "主管部门", "商务局"].iter().any(|other| zh.contains(other)), "{zh}");
        assert!(en.contains("government of the same") && !en.contains("city"), "{en}");
    }
}

#[test]
fn seven_six_months_from_the_end_of_august_end_on_a_worked_saturday_and_do_not_roll() {
    let bench = Bench::new("2025-09-01");
    let rule = bench.rules.on(Clock::Sue, None, day("2025-08-31")).unwrap();
    let end = bench.calendar.deadline(day("2025-08-31"), Some(rule.starts), rule.term()).unwrap();
    assert_eq!((end.last_day, end.acting_day), (day("2026-02-28"), day("2026-02-28")));
}

#[test]
fn the_ninety_days_have_no_extension_and_their_acting_day_comes_before_the_holiday() {
    let bench = begun("2026-07-01", "2026-07-06");
    assert_eq!(due(&bench, Clock::Decide), ("2026-10-04".to_owned(), "2026-09-30".to_owned()));
}

#[test]
fn the_defence_served_before_the_spring_festival_ends_after_it() {
    let mut bench = begun("2026-02-02", "2026-02-03");
    bench
        .does(CHEN, "2026-02-04", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-02-05", conclude(Outcome::Penalise(penalties(Some(3000)))))
        .does(ZHOU_HEAD, "2026-02-11", approve_notice())
        .does(CHEN, "2026-02-12", serve_notice());
    assert_eq!(due(&bench, Clock::Defence).0, "2026-02-26");
    let decide = decide(penalties(Some(3000)));
    bench.today = day("2026-02-26");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-02-26", &decide), "defence_term_running");
    bench.does(ZHOU_HEAD, "2026-02-27", decide);
}

#[test]
fn payment_due_in_the_national_day_week_rolls_to_the_first_working_day() {
    let mut bench = begun("2026-08-03", "2026-08-04");
    bench
        .does(CHEN, "2026-08-05", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-08-06", conclude(Outcome::Penalise(penalties(Some(3000)))))
        .does(ZHOU_HEAD, "2026-08-07", approve_notice())
        .does(CHEN, "2026-08-07", serve_notice())
        .does(CHEN, "2026-08-10", waive())
        .does(ZHOU_HEAD, "2026-09-15", decide(penalties(Some(3000))))
        .does(CHEN, "2026-09-16", serve());
    assert_eq!(due(&bench, Clock::Pay).0, "2026-10-08");
}

#[test]
fn eight_a_public_notice_counts_at_its_end_and_delays_the_payment_by_thirty_days() {
    let mut bench = begun("2026-08-03", "2026-08-04");
    let method = Method::PublicNotice { tries: note("两次上门，去向不明") };
    let published = Service { officers: officers(), method };
    bench
        .does(CHEN, "2026-08-05", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-08-06", conclude(Outcome::Penalise(penalties(Some(3000)))))
        .does(ZHOU_HEAD, "2026-08-07", approve_notice())
        .does(CHEN, "2026-08-07", serve_notice())
        .does(ZHOU_HEAD, "2026-08-31", decide(penalties(Some(3000))))
        .does(CHEN, "2026-09-01", Act::Serve(Serve { party: SHOP, service: published }));
    // Published on 1 September: served on 8 October, to be paid by the 23rd.
    assert_eq!(due(&bench, Clock::Pay).0, "2026-10-23");
    // The bureau's own term is met by the publication.
    let context = bench.context(CHEN);
    let clocks = clocks(&bench.case(), &context);
    let serve = clocks.iter().find(|one| one.clock == Clock::Serve).unwrap();
    assert_eq!(serve.state, ClockState::Met { on: day("2026-09-01") });
}

#[test]
fn the_term_to_serve_by_post_is_met_on_the_day_of_posting() {
    let mut bench = decided(None);
    let method = Method::Post { posted_on: day("2026-03-19"), receipt: name("EMS 1234") };
    let act = Act::Serve(Serve { party: SHOP, service: Service { officers: officers(), method } });
    bench.does(CHEN, "2026-03-30", act);
    let context = bench.context(CHEN);
    let clocks = clocks(&bench.case(), &context);
    let serve = clocks.iter().find(|one| one.clock == Clock::Serve).unwrap();
    assert_eq!(serve.state, ClockState::Met { on: day("2026-03-19") });
}

#[test]
fn the_review_stands_for_less_and_not_for_more() {
    let mut bench = concluded(Some(3000));
    bench.does(LI_REVIEWER, "2026-03-09", review(Opinion::Agree));
    let case = bench.case();
    let Progress::Concluded(concluded) = &case.track(SHOP).unwrap().progress else { panic!() };
    let review = concluded.last_review().unwrap();
    assert!(review.stands_for(&Outcome::Penalise(penalties(Some(2000))), &[]));
    assert!(!review.stands_for(&Outcome::Penalise(penalties(Some(3001))), &[]));
    assert!(review.stands_for(&Outcome::Penalise(penalties(None)), &[]));
}

#[test]
fn ten_certificates_are_checked_for_the_day_of_the_act_not_of_the_entry() {
    let mut bench = investigated("oil-v01@2021");
    bench.today = day("2026-04-02");
    let Act::Record(record) = record_of(RecordKind::Interview) else { panic!() };
    let officers = Officers { lead: CHEN, second: HE_EXPIRED };
    let act = Act::Record(Record { officers, ..record });
    assert!(bench.judge(CHEN, day("2026-03-31"), &act).is_ok());
    assert_eq!(bench.refused(CHEN, "2026-04-01", &act), "two_officers");
}

#[test]
fn twelve_the_day_of_the_signature_starts_nothing() {
    // Served on Tuesday 10 March: Wednesday is day one, Tuesday the 17th day five.
    assert_eq!(due(&notified(None), Clock::Defence).0, "2026-03-17");
}

#[test]
fn eleven_a_make_up_saturday_is_a_working_day() {
    // 14 February 2026 is a Saturday on which everybody works.
    let bench = begun("2026-02-12", "2026-02-12");
    assert!(bench.calendar.is_working(day("2026-02-14")));
}

#[test]
fn fourteen_a_shop_of_a_sole_trader_is_a_citizen_for_every_threshold() {
    let settings = Settings::default();
    let sole = settings.hearing_threshold(crate::catalogue::PartyKind::SoleTrader);
    assert_eq!(sole, settings.hearing_threshold(crate::catalogue::PartyKind::Citizen));
}

#[test]
fn a_year_not_announced_yet_gives_a_provisional_day_and_refuses_nothing() {
    let bench = begun("2026-11-20", "2026-11-23");
    let context = bench.context(CHEN);
    let decide = clocks(&bench.case(), &context).into_iter().find(|one| one.clock == Clock::Decide).unwrap();
    assert!(decide.deadline.provisional);
    assert_eq!(decide.deadline.last_day, day("2027-02-21"));
}

#[test]
fn the_legal_day_of_a_proposal_is_the_day_of_its_approval() {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    bench.today = day("2026-03-06");
    // Whatever day the officer entered, the proposal is judged for today.
    assert!(bench.judge(CHEN, day("2026-03-01"), &file("oil-v01@2021")).is_ok());
}

#[test]
fn nobody_outside_the_members_decides() {
    let bench = notified(None);
    let stranger = PersonId(uuid::Uuid::from_u128(99));
    assert_eq!(bench.refused(stranger, "2026-03-10", &decide(penalties(None))), "no_right");
    assert_eq!(bench.context(CHEN).bureau, BureauId(1));
}

#[test]
fn whoever_only_reads_is_told_who_acts_and_not_whose_case_it_is() {
    let bench = investigated("oil-v01@2021");
    let refused = |actor| {
        bench.judge(
            actor,
            day("2026-03-09"),
            &conclude(Outcome::NoPenalty { ground: NoPenaltyGround::SlightMendedNoHarm }),
        )
    };
    let of_the_case = |actor| match refused(actor).unwrap_err().code {
        crate::refusal::RefusalCode::NoRight { of_the_case, .. } => of_the_case,
        other => panic!("{other:?}"),
    };
    assert!(!of_the_case(TANG_READER));
    assert!(of_the_case(HE_EXPIRED));
}
