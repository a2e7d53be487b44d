//! The rows of the clocks: their dates, their lengths, and the checks for 2026.

use rstest::rstest;

use super::*;

pub(super) fn rules() -> ClockRules {
    toml::from_str(include_str!("../../../../store/catalogue/rules/clocks.toml")).unwrap()
}

fn counted(clock: Clock, on: &str) -> Deadline {
    let rules = rules();
    let rule = rules.rule(clock, None, day(on)).unwrap();
    rule.deadline(&calendar(), day(on), &Adjustments::default()).unwrap()
}

#[test]
fn the_clock_rows_are_sound_and_chosen_by_the_day_of_the_event() {
    let rules = rules();
    assert_eq!(rules.check(), []);
    for clock in Clock::ALL {
        assert!(rules.on(clock, None, day("2026-01-01")).is_some(), "{clock:?}");
        assert_eq!(serde_json::to_value(clock).unwrap(), clock.word());
        assert_eq!(Clock::from_word(clock.word()), Some(clock));
        assert!(clock.name(Lang::En).is_ascii() && !clock.name(Lang::Zh).is_ascii());
    }
    let grouped: usize = ClockGroup::ALL.into_iter().map(|group| group.clocks().count()).sum();
    assert_eq!(grouped, Clock::ALL.len());
    assert!(
        rules.on(Clock::Decide, None, day("2021-07-14")).is_none(),
        "the Act of 1996 set no term to decide"
    );
    let none = rules.rule(Clock::Decide, None, day("2021-07-14"));
    assert_eq!(none, Err(TermError::NoRule { clock: Clock::Decide }));
    let mut twice = rules.clone();
    twice.rules.extend(rules.rules);
    assert!(!twice.check().is_empty());
}

#[test]
fn each_row_is_as_long_as_the_law_says() {
    let rules = rules();
    let row = |clock: Clock| {
        let rule = rules.on(clock, None, day("2026-01-01")).unwrap();
        (clock, rule.length, rule.unit, rule.rolls)
    };
    use Clock::*;
    use Unit::*;
    let expected = [
        (Verify, 15, Working, false),
        (RegisteredEvidence, 7, Working, false),
        (UrgentMeasureReport, 24, Hour, false),
        (Measure, 30, Calendar, false),
        (FileOrRelease, 7, Working, false),
        (Review, 10, Working, false),
        (HearingHold, 20, Working, false),
        (HearingNotice, 7, WorkingClearBack, false),
        (Decide, 90, Calendar, false),
        (Publish, 7, Working, false),
        (Unpublish, 3, Working, false),
        (CashInBureau, 2, Working, false),
        (CashInBank, 2, Working, false),
        (ReportPenalty, 2, Working, false),
        (Limitation, 24, Month, false),
        (LimitationGrave, 60, Month, false),
        (Archive, 30, Calendar, false),
        (Defence, 5, Working, true),
        (HearingRequest, 5, Working, true),
        (Pay, 15, Calendar, true),
        (Serve, 7, Working, false),
        (PublicNotice, 30, Calendar, true),
        (Reconsider, 60, Calendar, true),
        (Sue, 6, Month, true),
        (SueAfterReconsideration, 15, Calendar, true),
        (ForwardReconsideration, 5, Working, false),
        (AnswerReconsideration, 10, Working, false),
        (AnswerReconsiderationSimplified, 5, Working, false),
        (AnswerLawsuit, 15, Calendar, false),
        (Demand, 10, Working, true),
        (CourtUnused, 3, Month, false),
        (CourtUpheld, 3, Month, false),
        (CourtJudgment, 24, Month, false),
        (CourtObjection, 15, Calendar, false),
        (CriminalDecide, 3, Calendar, false),
        (CriminalHandOver, 24, Hour, false),
        (PoliceAnswer, 3, Calendar, false),
        (PoliceReconsider, 3, Calendar, false),
        (Procuratorate, 3, Calendar, false),
        (GoodsToPolice, 3, Calendar, false),
        (LicenceCorrect, 5, Working, false),
        (LicenceDecide, 20, Working, false),
        (LicenceDecideJoint, 45, Working, false),
        (LicenceDeliver, 10, Working, false),
        (LicenceHearingRequest, 5, Calendar, true),
        (LicenceHearingHold, 20, Working, false),
        (LicenceHearingNotice, 7, WorkingClearBack, false),
        (LicenceRenewal, 30, CalendarBack, false),
    ];
    assert_eq!(Clock::ALL.map(row), expected);
}

#[test]
fn only_four_terms_are_extended_and_only_four_are_paused() {
    let rules = rules();
    let extended: Vec<_> = rules
        .rules
        .iter()
        .filter_map(|rule| rule.extension.map(|one| (rule.clock, one.length, one.by)))
        .collect();
    assert_eq!(
        extended,
        [
            (Clock::Verify, 15, Approver::Head),
            (Clock::Measure, 30, Approver::Head),
            (Clock::LicenceDecide, 10, Approver::Head),
            (Clock::LicenceDecideJoint, 15, Approver::GovernmentHead),
        ]
    );
    let paused: Vec<_> =
        rules.rules.iter().filter(|rule| !rule.pauses.is_empty()).map(|rule| rule.clock).collect();
    assert_eq!(paused, [Clock::Measure, Clock::Decide, Clock::LicenceDecide, Clock::LicenceDecideJoint]);
}

#[rstest]
// The edges of the law, each on its last and its first day.
#[case(Clock::Serve, "2021-07-14", Some((7, Unit::Calendar)))]
#[case(Clock::Serve, "2021-07-15", Some((7, Unit::Working)))]
#[case(Clock::HearingRequest, "2021-07-14", Some((3, Unit::Calendar)))]
#[case(Clock::HearingRequest, "2021-07-15", Some((5, Unit::Working)))]
#[case(Clock::Sue, "2015-04-30", Some((3, Unit::Month)))]
#[case(Clock::Sue, "2015-05-01", Some((6, Unit::Month)))]
#[case(Clock::PublicNotice, "2021-12-31", Some((60, Unit::Calendar)))]
#[case(Clock::PublicNotice, "2022-01-01", Some((30, Unit::Calendar)))]
#[case(Clock::CourtUnused, "2011-12-31", Some((180, Unit::Calendar)))]
#[case(Clock::CourtUnused, "2012-01-01", Some((3, Unit::Month)))]
#[case(Clock::Measure, "2011-12-31", None)]
#[case(Clock::Demand, "2011-12-31", None)]
#[case(Clock::AnswerReconsideration, "2023-12-31", Some((10, Unit::Calendar)))]
#[case(Clock::AnswerReconsideration, "2024-01-01", Some((10, Unit::Working)))]
#[case(Clock::LimitationGrave, "2021-07-14", None)]
#[case(Clock::LicenceDecide, "2004-06-30", None)]
fn an_older_event_is_counted_by_the_law_of_its_day(
    #[case] clock: Clock,
    #[case] on: &str,
    #[case] row: Option<(u16, Unit)>,
) {
    let rules = rules();
    let found = rules.on(clock, None, day(on)).map(|rule| (rule.length, rule.unit));
    assert_eq!(found, row);
}

#[rstest]
#[case(Clock::Defence, "2026-02-12", "2026-02-26", "2026-02-26")]
#[case(Clock::RegisteredEvidence, "2026-02-13", "2026-03-02", "2026-03-02")]
#[case(Clock::Pay, "2026-09-16", "2026-10-08", "2026-10-08")]
#[case(Clock::Decide, "2026-07-06", "2026-10-04", "2026-09-30")]
#[case(Clock::Measure, "2026-09-07", "2026-10-07", "2026-09-30")]
#[case(Clock::Demand, "2026-09-15", "2026-09-29", "2026-09-29")]
#[case(Clock::PublicNotice, "2026-09-01", "2026-10-08", "2026-10-08")]
#[case(Clock::HearingNotice, "2026-03-19", "2026-03-09", "2026-03-09")]
#[case(Clock::SueAfterReconsideration, "2026-04-13", "2026-04-28", "2026-04-28")]
#[case(Clock::Sue, "2025-08-31", "2026-02-28", "2026-02-28")]
#[case(Clock::Sue, "2026-01-05", "2026-07-06", "2026-07-06")]
// The third of three calendar days is a Sunday: the bureau acts on Friday.
#[case(Clock::CriminalDecide, "2026-11-26", "2026-11-29", "2026-11-27")]
// Renewal is asked for thirty days before the licence ends, whatever day that is.
#[case(Clock::LicenceRenewal, "2026-10-31", "2026-10-01", "2026-09-30")]
#[case(Clock::LicenceHearingRequest, "2026-09-28", "2026-10-08", "2026-10-08")]
fn the_checks_of_the_procedure(
    #[case] clock: Clock,
    #[case] on: &str,
    #[case] last_day: &str,
    #[case] acting_day: &str,
) {
    let found = counted(clock, on);
    assert_eq!((found.last_day, found.acting_day), (day(last_day), day(acting_day)));
}

#[test]
fn ten_days_after_the_demand_are_working_days_and_fifteen_to_pay_are_not() {
    assert_eq!(counted(Clock::Demand, "2026-09-28").last_day, day("2026-10-16"));
    assert_eq!(counted(Clock::Pay, "2026-09-28").last_day, day("2026-10-13"));
}

#[test]
fn seven_full_working_days_lie_between_the_notice_and_the_hearing() {
    let served = counted(Clock::HearingNotice, "2026-03-19").last_day;
    let calendar = calendar();
    assert_eq!(calendar.working_days_between(served, day("2026-03-18")), 7);
    assert_eq!(calendar.working_days_between(served.succ_opt().unwrap(), day("2026-03-18")), 6);
    // The first of the seven is a Monday: the Sunday before is the last day, the Friday the last to act.
    let monday = counted(Clock::HearingNotice, "2026-03-18");
    assert_eq!((monday.last_day, monday.acting_day), (day("2026-03-08"), day("2026-03-06")));
}

#[test]
fn the_limitation_is_five_years_only_for_grave_harm_since_2021() {
    let rules = rules();
    let barred = |ended: &str, grave: bool| {
        rules.limitation(&calendar(), day(ended), grave).unwrap().last_day.to_string()
    };
    assert_eq!(barred("2024-03-05", false), "2026-03-05");
    assert_eq!(barred("2024-03-05", true), "2029-03-05");
    assert_eq!(barred("2021-07-14", true), "2023-07-14");
    assert_eq!(barred("2021-07-15", true), "2026-07-15");
    assert_eq!(barred("2024-02-29", false), "2026-02-28");
}

#[test]
fn a_folder_s_own_rows_stand_for_the_clocks_that_they_name() {
    let rules = rules();
    let mut verify = rules.on(Clock::Verify, None, day("2026-01-01")).unwrap().clone();
    verify.length = 10;
    let own = rules.clone().with(ClockRules { rules: vec![verify] });
    assert_eq!(own.on(Clock::Verify, None, day("2026-01-01")).unwrap().length, 10);
    assert_eq!(own.rules.len(), rules.rules.len());
    assert!(own.on(Clock::PublicNotice, None, day("2026-01-01")).is_some());
}

#[test]
fn a_row_that_extends_backwards_or_by_nothing_is_a_fault() {
    let mut rules = rules();
    for rule in &mut rules.rules {
        match rule.clock {
            Clock::HearingNotice => rule.pauses = vec![PauseKind::Testing],
            Clock::Verify => rule.extension = Some(ExtensionRule { length: 0, by: Approver::Head }),
            _ => (),
        }
    }
    let reasons: Vec<_> = rules.check().into_iter().map(|fault| fault.reason).collect();
    assert_eq!(reasons, [ClockRuleReason::Adjustment; 3]);
}
