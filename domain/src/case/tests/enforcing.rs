//! Plan, demand, suspension, remedies and court (art. 66, 72, 73; 行政强制法 art. 35–58).

use rstest::rstest;

use super::bench::*;
use crate::calendar::Clock;
use crate::case::*;
use crate::catalogue::{PartyKind, PenaltyKind};
use crate::refusal::{Fact, Refusal, RefusalCode};
use crate::value::Money;

pub fn plan_of(instalments: &[(&str, i64)]) -> Act {
    let instalments =
        instalments.iter().map(|(by, yuan)| Instalment { by: day(by), amount: Money::yuan(*yuan) }).collect();
    Act::ApprovePlan(ApprovePlan {
        party: SHOP,
        hardship: note("经营困难，附流水"),
        instalments,
        remission: None,
        number: None,
    })
}

pub fn remedy(kind: RemedyKind, applied_on: &str, stops_enforcement: bool) -> Act {
    Act::RegisterRemedy(RegisterRemedy {
        party: SHOP,
        remedy: kind,
        organ: name("道县人民政府"),
        applied_on: day(applied_on),
        simplified: false,
        stops_enforcement,
        against_ruling: false,
    })
}

pub fn end_remedy(outcome: RemedyOutcome) -> Act {
    Act::EndRemedy(EndRemedy {
        party: SHOP,
        outcome,
        paper: note("复议决定书"),
        performance_until: None,
        against_ruling: false,
    })
}

/// A fine of 3,000 yuan, decided on 27 February and served on 2 March 2026.
pub fn served_in_march() -> Bench {
    let mut bench = Bench::new("2026-02-04");
    bench
        .does(CHEN, "2026-02-04", clue())
        .does(ZHOU_HEAD, "2026-02-05", file("oil-v01@2021"))
        .does(CHEN, "2026-02-06", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-02-09", conclude(Outcome::Penalise(penalties(Some(3000)))))
        .does(ZHOU_HEAD, "2026-02-09", approve_notice())
        .does(CHEN, "2026-02-09", serve_notice())
        .does(ZHOU_HEAD, "2026-02-27", decide(penalties(Some(3000))))
        .does(CHEN, "2026-03-02", serve());
    bench
}

fn clock_of(bench: &Bench, clock: Clock) -> Option<(crate::Day, ClockState)> {
    let found = clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock);
    found.map(|one| (one.deadline.last_day, one.state))
}

#[test]
fn instalments_missed_end_the_plan_and_open_the_way_to_court() {
    let mut bench = served_in_march();
    let three = plan_of(&[("2026-04-15", 1000), ("2026-05-15", 1000), ("2026-06-20", 1000)]);
    bench.does(ZHOU_HEAD, "2026-03-10", three);
    assert_eq!(clock_of(&bench, Clock::Pay), Some((day("2026-04-15"), ClockState::Running)));
    bench.does(CHEN, "2026-04-15", pay(1000)).does(CHEN, "2026-05-15", pay(1000));
    // The last instalment falls on a Saturday of a holiday and rolls to 22 June.
    assert_eq!(clock_of(&bench, Clock::Pay), Some((day("2026-06-22"), ClockState::Running)));
    bench.today = day("2026-06-22");
    assert_eq!(bench.refused(CHEN, "2026-06-22", &demand()), "pay_running");
    bench.today = day("2026-06-24");
    let case = bench.case();
    let context = bench.context(CHEN);
    let surcharge = case.track(SHOP).unwrap().surcharge(day("2026-06-24"), &context).unwrap();
    // Six days of April before the plan would have come due are none: the plan was approved before.
    assert_eq!(
        surcharge.lines.last().map(|line| (line.from, line.unpaid)),
        Some((day("2026-06-23"), Money::yuan(1000)))
    );
    bench.does(CHEN, "2026-06-24", demand());
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-06-24", &apply_to_court()), "demand_running");
    bench.today = day("2026-09-02");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-09-02", &apply_to_court()), "court_too_early");
    assert_eq!(clock_of(&bench, Clock::CourtUnused), Some((day("2026-12-02"), ClockState::Running)));
    bench.does(ZHOU_HEAD, "2026-09-03", apply_to_court());
    assert_eq!(bench.case().stage(), Stage::AtCourt);
    let granted =
        RecordCourtAnswer { party: SHOP, answer: CourtAnswer::Granted, paper: note("准予执行裁定") };
    bench.does(CHEN, "2026-09-20", Act::RecordCourtAnswer(granted));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-09-20", &apply_to_court()), "done_already");
    bench.does(CHEN, "2026-10-09", pay(1000));
    bench.does(ZHOU_HEAD, "2026-10-12", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn a_plan_covers_what_is_owed_on_days_that_lie_ahead() {
    let mut bench = served_in_march();
    bench.today = day("2026-03-10");
    let refused = |act: &Act| bench.refused(ZHOU_HEAD, "2026-03-10", act);
    assert_eq!(refused(&plan_of(&[("2026-04-15", 1000)])), "instalment_sum");
    assert_eq!(refused(&plan_of(&[("2026-05-15", 1000), ("2026-04-15", 2000)])), "missing_fact");
    assert_eq!(refused(&plan_of(&[("2026-03-10", 3000)])), "missing_fact");
    assert_eq!(refused(&plan_of(&[])), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-03-10", plan_of(&[("2026-06-30", 3000)]));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-10", &plan_of(&[("2026-07-30", 3000)])), "done_already");
}

#[test]
fn the_court_is_asked_after_the_remedies_and_the_demand_and_not_later_than_three_months() {
    let mut bench = served_in_march();
    bench.today = day("2026-03-17");
    assert_eq!(bench.refused(CHEN, "2026-03-17", &demand()), "pay_running");
    bench.today = day("2026-09-10");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-09-10", &apply_to_court()), "no_demand");
    bench.does(CHEN, "2026-09-10", demand());
    bench.today = day("2026-12-03");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-12-03", &apply_to_court()), "court_term_over");
    bench.today = day("2026-12-02");
    assert_eq!(bench.judge(ZHOU_HEAD, bench.today, &apply_to_court()), Ok(Permit::Event));
}

#[test]
fn an_open_remedy_keeps_the_bureau_from_the_court_and_has_its_own_answer_clock() {
    let mut bench = served_in_march();
    bench.does(CHEN, "2026-03-30", remedy(RemedyKind::Reconsideration, "2026-03-26", false));
    let ten_days = day("2026-04-14");
    assert_eq!(clock_of(&bench, Clock::AnswerReconsideration), Some((ten_days, ClockState::Running)));
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::AnswerRemedy);
    let answer = |remedy| {
        Act::AnswerRemedy(AnswerRemedy {
            party: SHOP, remedy, paper: note("答复书及证据目录"), number: None
        })
    };
    assert_eq!(bench.refused(CHEN, "2026-03-30", &answer(RemedyKind::Lawsuit)), "missing_fact");
    bench.does(CHEN, "2026-04-08", answer(RemedyKind::Reconsideration)).does(CHEN, "2026-04-08", demand());
    bench.today = day("2026-10-01");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-10-01", &apply_to_court()), "remedy_open");
}

#[test]
fn a_decision_upheld_and_unsued_goes_to_court_within_three_months() {
    let mut bench = served_in_march();
    bench
        .does(CHEN, "2026-03-17", remedy(RemedyKind::Reconsideration, "2026-03-16", false))
        .does(CHEN, "2026-04-13", end_remedy(RemedyOutcome::Upheld))
        .does(CHEN, "2026-04-20", demand());
    assert_eq!(clock_of(&bench, Clock::CourtUpheld), Some((day("2026-07-28"), ClockState::Running)));
    bench.today = day("2026-07-29");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-07-29", &apply_to_court()), "court_term_over");
    bench.does(ZHOU_HEAD, "2026-07-28", apply_to_court());
}

#[test]
fn what_reconsideration_changed_the_government_enforces() {
    let mut bench = served_in_march();
    bench.does(CHEN, "2026-03-17", remedy(RemedyKind::Reconsideration, "2026-03-16", false)).does(
        CHEN,
        "2026-04-13",
        end_remedy(RemedyOutcome::Changed),
    );
    bench.today = day("2026-05-20");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-05-20", &apply_to_court()), "not_ours_to_enforce");
}

#[test]
fn an_enforcement_that_was_stopped_is_not_demanded_and_the_surcharge_stands_still() {
    let mut bench = served_in_march();
    bench.does(CHEN, "2026-03-16", remedy(RemedyKind::Lawsuit, "2026-03-13", true));
    bench.today = day("2026-05-20");
    assert_eq!(bench.refused(CHEN, "2026-05-20", &demand()), "enforcement_stopped");
    let surcharge = bench.case().track(SHOP).unwrap().surcharge(bench.today, &bench.context(CHEN)).unwrap();
    assert_eq!(surcharge.accrued, Money::ZERO);
}

#[test]
fn nine_the_surcharge_stops_at_the_fine() {
    let bench = served_in_march();
    let case = bench.case();
    let surcharge = |on: &str| case.track(SHOP).unwrap().surcharge(day(on), &bench.context(CHEN)).unwrap();
    assert_eq!(surcharge("2026-03-17").accrued, Money::ZERO);
    assert_eq!(surcharge("2026-03-18").accrued, Money::yuan(90));
    assert_eq!(surcharge("2027-03-18").accrued, Money::yuan(3000));
}

#[test]
fn a_payment_may_cover_the_surcharge_and_nothing_beyond() {
    let mut bench = served_in_march();
    bench.today = day("2026-03-18");
    assert_eq!(bench.refused(CHEN, "2026-03-18", &pay(3091)), "outside_range");
    bench.does(CHEN, "2026-03-18", pay(3090));
}

#[test]
fn a_demand_by_post_tells_what_came_of_the_direct_service() {
    let mut bench = served_in_march();
    bench.today = day("2026-04-02");
    let service = Service {
        officers: officers(),
        method: Method::Post { posted_on: day("2026-04-01"), receipt: name("EMS1") },
    };
    let posted = Demand { party: SHOP, service, direct_tried: None, number: None };
    assert_eq!(bench.refused(CHEN, "2026-04-02", &Act::Demand(posted.clone())), "missing_fact");
    let tried = Demand { direct_tried: Some(note("两次上门无人")), ..posted };
    assert_eq!(bench.judge(CHEN, day("2026-04-02"), &Act::Demand(tried)), Ok(Permit::Event));
}

#[test]
fn enforcement_suspended_for_three_years_may_end_and_the_case_closes_unpaid() {
    let mut bench = served_in_march();
    let ground = SuspensionGround::UnableToPay;
    let suspend = SuspendEnforcement { party: SHOP, ground, reason: note("无财产"), number: None };
    let end = EndEnforcement {
        party: SHOP,
        ground: SuspensionGround::ThreeYearsStill,
        reason: note("三年未恢复，无危害"),
        number: None,
    };
    bench.does(ZHOU_HEAD, "2026-04-01", Act::SuspendEnforcement(suspend));
    assert_eq!(bench.refused(CHEN, "2026-04-01", &demand()), "enforcement_stopped");
    bench.today = day("2029-03-30");
    assert_eq!(bench.refused(ZHOU_HEAD, "2029-03-30", &Act::EndEnforcement(end.clone())), "before_its_cause");
    assert_eq!(bench.refused(ZHOU_HEAD, "2029-03-30", &close()), "unpaid");
    bench.does(ZHOU_HEAD, "2029-04-02", Act::EndEnforcement(end)).does(ZHOU_HEAD, "2029-04-02", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn a_closed_case_takes_a_remedy_all_the_same() {
    let mut bench = served_in_march();
    bench.does(CHEN, "2026-03-10", pay(3000)).does(ZHOU_HEAD, "2026-03-11", close()).does(
        CHEN,
        "2026-04-20",
        remedy(RemedyKind::Reconsideration, "2026-04-17", false),
    );
    assert!(bench.case().track(SHOP).unwrap().open_remedy().is_some());
    assert_eq!(clock_of(&bench, Clock::AnswerReconsideration).unwrap().1, ClockState::Running);
}

#[test]
fn a_revoked_decision_is_enforced_no_more_and_the_case_closes() {
    let mut bench = served_in_march();
    bench.does(CHEN, "2026-03-17", remedy(RemedyKind::Reconsideration, "2026-03-16", false)).does(
        CHEN,
        "2026-04-13",
        end_remedy(RemedyOutcome::Revoked),
    );
    assert_eq!(bench.refused(CHEN, "2026-04-13", &demand()), "decision_fell");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-13", &plan()), "decision_fell");
    assert!(bench.case().track(SHOP).unwrap().surcharge(bench.today, &bench.context(CHEN)).is_none());
    let ground = SuspensionGround::OrganisationEnded;
    let end = EndEnforcement { party: SHOP, ground, reason: note("决定被撤销"), number: None };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-13", &Act::EndEnforcement(end)), "decision_fell");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-13", &close()), "decision_fell");
    bench.does(ZHOU_HEAD, "2026-04-14", revoke_decision(Reviser::Government, None));
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn what_the_government_enforces_closes_here() {
    let mut bench = served_in_march();
    bench
        .does(CHEN, "2026-03-17", remedy(RemedyKind::Reconsideration, "2026-03-16", false))
        .does(CHEN, "2026-04-13", end_remedy(RemedyOutcome::Changed))
        .does(ZHOU_HEAD, "2026-04-14", change_decision(Reviser::Government, Some(1000), None))
        .does(ZHOU_HEAD, "2026-04-14", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn the_surcharge_can_be_paid_after_the_fine() {
    let mut bench = served_in_march();
    bench.does(CHEN, "2026-03-18", pay(3000)).does(CHEN, "2026-03-19", pay(90));
    assert_eq!(bench.refused(CHEN, "2026-03-19", &pay(1)), "nothing_owed");
}

#[test]
fn a_paper_of_a_remedy_is_not_older_than_its_copy() {
    let mut bench = served_in_march();
    bench.does(CHEN, "2026-03-30", remedy(RemedyKind::Reconsideration, "2026-03-26", false));
    let upheld = end_remedy(RemedyOutcome::Upheld);
    assert_eq!(bench.refused(CHEN, "2026-03-27", &upheld), "before_its_cause");
}

#[test]
fn a_late_instalment_does_not_heal_the_plan() {
    let mut bench = served_in_march();
    bench
        .does(ZHOU_HEAD, "2026-03-10", plan_of(&[("2026-04-15", 1000), ("2026-06-22", 2000)]))
        .does(CHEN, "2026-05-06", pay(1000))
        .does(CHEN, "2026-05-06", demand());
    let surcharge =
        bench.case().track(SHOP).unwrap().surcharge(day("2026-05-06"), &bench.context(CHEN)).unwrap();
    assert_eq!(surcharge.lines.first().map(|line| line.from), Some(day("2026-04-16")));
}

#[test]
fn a_judgment_is_enforced_within_two_years_of_its_last_day_and_without_a_demand() {
    let mut bench = served_in_march();
    bench.does(CHEN, "2026-03-05", publish(Publicity::Published));
    let end = EndRemedy {
        party: SHOP,
        outcome: RemedyOutcome::Upheld,
        paper: note("判决书"),
        performance_until: Some(day("2026-08-31")),
        against_ruling: false,
    };
    bench.does(CHEN, "2026-03-17", remedy(RemedyKind::Lawsuit, "2026-03-16", false));
    bench.today = day("2026-07-20");
    let over = EndRemedy { performance_until: Some(day("2026-07-19")), ..end.clone() };
    assert_eq!(bench.refused(CHEN, "2026-07-20", &Act::EndRemedy(over)), "missing_fact");
    bench.does(CHEN, "2026-07-20", Act::EndRemedy(end));
    assert_eq!(clock_of(&bench, Clock::CourtJudgment), Some((day("2028-08-31"), ClockState::Running)));
    assert_eq!(clock_of(&bench, Clock::CourtUnused), None);
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert_eq!(
        (next.act, next.wait.map(|wait| wait.until())),
        (ActKind::ApplyToCourt, Some(day("2026-08-31")))
    );
    bench.today = day("2026-08-31");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-08-31", &apply_to_court()), "court_too_early");
    bench.does(ZHOU_HEAD, "2026-09-01", apply_to_court());
    let met = ClockState::Met { on: day("2026-09-01") };
    assert_eq!(clock_of(&bench, Clock::CourtJudgment), Some((day("2028-08-31"), met)));
}

#[test]
fn a_decision_without_money_has_its_way_to_court_and_no_term_to_pay() {
    let mut stopped = penalties(None);
    stopped.acts[0].kinds = vec![PenaltyKind::SuspensionOfBusiness];
    let mut bench = investigated("oil-v09@2021");
    bench
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(stopped.clone())))
        .does(ZHOU_HEAD, "2026-03-10", approve_notice_with_hearing())
        .does(CHEN, "2026-03-10", serve_notice())
        .does(ZHOU_HEAD, "2026-03-18", deliberate(Outcome::Penalise(stopped.clone())))
        .does(ZHOU_HEAD, "2026-03-18", decide(stopped))
        .does(CHEN, "2026-03-19", serve())
        .does(CHEN, "2026-03-20", demand());
    assert_eq!(clock_of(&bench, Clock::Pay), None);
    assert_eq!(clock_of(&bench, Clock::CourtUnused), Some((day("2026-12-19"), ClockState::Running)));
    let stops = Perform { party: SHOP, performed: Performed::BusinessStopped, course: note("已停业") };
    bench.does(CHEN, "2026-03-23", Act::Perform(stops));
    let ended = ClockState::Ended { on: day("2026-03-23") };
    assert_eq!(clock_of(&bench, Clock::CourtUnused), Some((day("2026-12-19"), ended)));
}

#[test]
fn a_remedy_that_came_late_is_recorded_and_called_late() {
    let mut bench = served_in_march();
    let late = |bench: &Bench, kind: RemedyKind, applied_on: &str| {
        let (act, entry) = (remedy(kind, applied_on, false), Entry::default());
        let (seq, on) = (bench.case().seq + 1, bench.today);
        let event = Event { seq, act, on, at: crate::Instant(0), by: CHEN, entry };
        let foreseen = foresee(Some(&bench.case()), &event, &bench.context(CHEN)).unwrap();
        foreseen.late.map(|term| (term.clock, term.deadline.last_day))
    };
    bench.today = day("2026-09-04");
    assert_eq!(late(&bench, RemedyKind::Reconsideration, "2026-05-06"), None, "rolled over the May holidays");
    let over = Some((Clock::Reconsider, day("2026-05-06")));
    assert_eq!(late(&bench, RemedyKind::Reconsideration, "2026-05-07"), over);
    assert_eq!(late(&bench, RemedyKind::Lawsuit, "2026-09-02"), None);
    assert_eq!(late(&bench, RemedyKind::Lawsuit, "2026-09-03"), Some((Clock::Sue, day("2026-09-02"))));
    bench.does(CHEN, "2026-09-04", remedy(RemedyKind::Reconsideration, "2026-05-07", false));
    bench.does(CHEN, "2026-09-07", end_remedy(RemedyOutcome::Upheld));
    bench.today = day("2026-09-24");
    let after = Some((Clock::SueAfterReconsideration, day("2026-09-22")));
    assert_eq!(late(&bench, RemedyKind::Lawsuit, "2026-09-23"), after);
}

#[test]
fn a_ground_that_no_form_offers_any_more_is_still_read() {
    let event = serde_json::json!({ "party": SHOP, "ground": "decision_revoked", "reason": "复议撤销" });
    let read: EndEnforcement = serde_json::from_value(event).unwrap();
    assert_eq!(read.ground, SuspensionGround::DecisionRevoked);
    assert!(!SuspensionGround::END.contains(&read.ground));
}

fn ends(ground: SuspensionGround) -> Act {
    Act::EndEnforcement(EndEnforcement {
        party: SHOP, ground, reason: note("无财产可供执行"), number: None
    })
}

/// The fact that is missing for the ground today.
fn lacks(bench: &Bench, ground: SuspensionGround) -> Option<Fact> {
    match bench.judge(ZHOU_HEAD, bench.today, &ends(ground)) {
        Ok(_) => None,
        Err(Refusal { code: RefusalCode::MissingFact { fact }, .. }) => Some(fact),
        Err(other) => panic!("{other}"),
    }
}

fn served_on(kind: PartyKind) -> Bench {
    let mut bench = Bench::new("2026-03-02");
    let of = Party { kind, ..party(SHOP, "oil-v01@2021") };
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-04", Act::File(File { parties: vec![of], officers: officers() }))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-03-06", conclude(Outcome::Penalise(penalties(Some(900)))))
        .does(ZHOU_HEAD, "2026-03-06", approve_notice())
        .does(CHEN, "2026-03-06", Act::ServeNotice(ServeNotice { party: SHOP, service: left() }))
        .does(ZHOU_HEAD, "2026-03-16", decide(penalties(Some(900))))
        .does(CHEN, "2026-03-17", Act::Serve(Serve { party: SHOP, service: left() }));
    bench
}

#[rstest]
#[case(PartyKind::Citizen, SuspensionGround::CitizenDead, None)]
#[case(PartyKind::SoleTrader, SuspensionGround::CitizenDead, None)]
#[case(PartyKind::Organisation, SuspensionGround::CitizenDead, Some(Fact::PartyThatDies))]
#[case(PartyKind::Organisation, SuspensionGround::OrganisationEnded, None)]
#[case(PartyKind::Citizen, SuspensionGround::OrganisationEnded, Some(Fact::PartyThatEnds))]
#[case(PartyKind::SoleTrader, SuspensionGround::OrganisationEnded, Some(Fact::PartyThatEnds))]
#[case(PartyKind::Citizen, SuspensionGround::ObjectPerished, Some(Fact::ThingsAlone))]
#[case(PartyKind::Citizen, SuspensionGround::DecisionRevoked, Some(Fact::RulingThatRevokes))]
#[case(PartyKind::Citizen, SuspensionGround::UnableToPay, Some(Fact::GroundOfEnding))]
fn enforcement_ends_only_on_a_ground_that_fits_what_the_case_knows(
    #[case] kind: PartyKind,
    #[case] ground: SuspensionGround,
    #[case] fact: Option<Fact>,
) {
    assert_eq!(lacks(&served_on(kind), ground), fact);
    assert!(fact.is_some() || SuspensionGround::ends_of(kind).any(|one| one == ground), "the form offers it");
}

#[test]
fn only_goods_can_perish_and_only_when_nothing_else_is_owed() {
    let with_goods = |fine| {
        let mut told = super::held::confiscating();
        told.acts[0].fine = penalties(fine).acts[0].fine;
        let mut bench = investigated("oil-v21@2021");
        bench
            .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(told.clone())))
            .does(ZHOU_HEAD, "2026-03-09", approve_notice())
            .does(CHEN, "2026-03-09", serve_notice())
            .does(ZHOU_HEAD, "2026-03-17", decide(told))
            .does(CHEN, "2026-03-18", serve());
        bench
    };
    assert_eq!(lacks(&with_goods(None), SuspensionGround::ObjectPerished), None);
    let mut fined = with_goods(Some(1000));
    assert_eq!(lacks(&fined, SuspensionGround::ObjectPerished), Some(Fact::ThingsAlone));
    fined.does(CHEN, "2026-03-19", pay(1000));
    assert_eq!(lacks(&fined, SuspensionGround::ObjectPerished), None);
}

#[test]
fn three_years_count_from_the_suspension_that_is_in_force_and_only_for_inability() {
    let suspended = |ground| {
        let (party, reason) = (SHOP, note("中止执行审批表"));
        Act::SuspendEnforcement(SuspendEnforcement { party, ground, reason, number: None })
    };
    let resumed = Act::ResumeEnforcement(ResumeEnforcement { party: SHOP, reason: note("已有财产") });
    let still = SuspensionGround::ThreeYearsStill;
    let mut bench = served_in_march();
    bench
        .does(ZHOU_HEAD, "2026-04-01", suspended(SuspensionGround::UnableToPay))
        .does(ZHOU_HEAD, "2027-04-01", resumed.clone())
        .does(ZHOU_HEAD, "2027-04-02", suspended(SuspensionGround::UnableToPay));
    bench.today = day("2029-04-02");
    let refused = bench.judge(ZHOU_HEAD, bench.today, &ends(still)).unwrap_err();
    assert_eq!(refused.code, RefusalCode::BeforeItsCause { cause: day("2030-04-02") });
    bench.does(ZHOU_HEAD, "2029-04-02", resumed).does(
        ZHOU_HEAD,
        "2029-04-02",
        suspended(SuspensionGround::ThirdPartyClaims),
    );
    bench.today = day("2032-04-02");
    assert_eq!(lacks(&bench, still), Some(Fact::SuspendedForInability));
}

#[test]
fn what_did_harm_does_not_end_by_three_years() {
    let mut bench = served_in_march();
    for event in &mut bench.events {
        if let Act::File(facts) = &mut event.act {
            facts.parties[0].acts[0].harm_done = true;
        }
    }
    let (ground, reason) = (SuspensionGround::UnableToPay, note("无财产"));
    let suspend = SuspendEnforcement { party: SHOP, ground, reason, number: None };
    bench.does(ZHOU_HEAD, "2026-04-01", Act::SuspendEnforcement(suspend));
    bench.today = day("2029-04-02");
    assert_eq!(lacks(&bench, SuspensionGround::ThreeYearsStill), Some(Fact::NoHarmDone));
}

#[test]
fn an_agreement_remits_surcharge_that_accrued_until_it_is_broken_and_never_the_fine() {
    let mut bench = served_in_march();
    bench.today = day("2026-04-20");
    let surcharge = |bench: &Bench, on: &str| {
        let case = bench.case();
        case.track(SHOP).unwrap().surcharge(day(on), &bench.context(CHEN)).unwrap().surcharge_left
    };
    let rest = bench.case().track(SHOP).unwrap().progress.rest();
    let accrued = surcharge(&bench, "2026-04-20");
    assert!(accrued > Money::ZERO);
    let plan = |amount: Money| {
        let instalments = vec![Instalment { by: day("2026-05-20"), amount: rest }];
        let remission = Some(Remission { amount, steps: note("已补建台账") });
        Act::ApprovePlan(ApprovePlan {
            party: SHOP,
            hardship: note("经营困难，附流水"),
            instalments,
            remission,
            number: None,
        })
    };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-20", &plan(Money(accrued.0 + 1))), "missing_fact");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-20", &plan(Money::ZERO)), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-04-20", plan(accrued));
    assert_eq!(surcharge(&bench, "2026-05-20"), Money::ZERO);
    assert_eq!(bench.case().track(SHOP).unwrap().progress.rest(), rest, "the fine stays");
    // The instalment is missed: what was remitted is owed again.
    assert!(surcharge(&bench, "2026-05-21") >= accrued);
}
