//! The court's windows, terms of hours, reminders, and clocks asked for by name.

use chrono::NaiveTime;
use rstest::rstest;

use super::clocks::rules;
use super::*;
use crate::instant::Instant;

fn unused(known_on: &str) -> Unused {
    Unused {
        known_on: day(known_on),
        on_the_spot: false,
        plan_ended: None,
        ended_without_merits: None,
        demand_served: None,
    }
}

/// Earliest day, last day, acting day, last day of the demand.
fn told(window: &CourtWindow) -> [String; 4] {
    let demand = window.demand_latest.map_or_else(String::new, |day| day.to_string());
    let (earliest, closes) = (window.earliest, &window.closes);
    [earliest.to_string(), closes.last_day.to_string(), closes.acting_day.to_string(), demand]
}

fn window(unused: Unused) -> CourtWindow {
    unused.window(&rules(), &calendar()).unwrap()
}

#[test]
fn the_court_opens_after_the_rolled_end_and_closes_from_the_unrolled() {
    let found = window(unused("2026-01-05"));
    assert_eq!(told(&found), ["2026-07-07", "2026-10-05", "2026-09-30", "2026-09-15"]);
    assert!(!found.is_open_on(day("2026-07-06")) && found.is_open_on(day("2026-07-07")));
    assert!(found.is_open_on(day("2026-10-05")) && !found.is_open_on(day("2026-10-06")));
    assert_eq!(found.opens.last_day, day("2026-07-06"));
    assert!(!found.is_provisional());
    assert!(found.closes.sentence(Lang::Zh).starts_with("7月5日复议、起诉期限届满，次日起算，3 个月"));
}

#[test]
fn a_demand_that_was_served_must_be_over_too() {
    let served = |on: &str| window(Unused { demand_served: Some(day(on)), ..unused("2026-01-05") });
    assert_eq!(served("2026-05-06").earliest, day("2026-07-07"));
    let late = served("2026-09-15");
    assert_eq!((late.demand.unwrap().last_day, late.earliest), (day("2026-09-29"), day("2026-09-30")));
}

#[test]
fn a_broken_plan_does_not_shorten_the_months_to_sue() {
    // Instalments by 15 April, 15 May and 20 June of a decision served on 2 March, the last missed.
    let broken = window(Unused { plan_ended: Some(day("2026-06-20")), ..unused("2026-03-02") });
    assert_eq!(told(&broken), ["2026-09-03", "2026-12-02", "2026-12-02", "2026-11-17"]);
    let long = window(Unused { plan_ended: Some(day("2026-10-17")), ..unused("2026-03-02") });
    assert_eq!((long.earliest, long.closes.last_day), (day("2026-10-20"), day("2027-01-17")));
    assert!(long.is_provisional());
}

#[test]
fn a_remedy_that_ended_without_the_merits_counts_as_unused() {
    let ended = |on: &str| {
        let ended_without_merits = Some(day(on));
        window(Unused { ended_without_merits, ..unused("2026-01-05") })
    };
    assert_eq!(ended("2026-04-01").closes.last_day, day("2026-10-05"));
    let later = ended("2026-08-12");
    assert_eq!((later.earliest, later.closes.last_day), (day("2026-08-13"), day("2026-11-12")));
}

#[test]
fn an_on_the_spot_decision_counts_the_term_of_reconsideration() {
    let spot = window(Unused { on_the_spot: true, ..unused("2026-03-02") });
    assert_eq!((spot.earliest, spot.closes.last_day), (day("2026-05-07"), day("2026-08-01")));
}

#[test]
fn a_decision_that_was_upheld_and_not_sued() {
    let upheld = Upheld { received_on: day("2026-04-13"), demand_served: None };
    let found = upheld.window(&rules(), &calendar()).unwrap();
    assert_eq!(found.opens.last_day, day("2026-04-28"));
    assert_eq!(told(&found), ["2026-04-29", "2026-07-28", "2026-07-28", "2026-07-13"]);
}

#[test]
fn before_2012_there_were_180_days_and_no_demand() {
    let old = window(unused("2011-03-01"));
    assert_eq!(told(&old), ["2011-06-02", "2011-11-28", "2011-11-28", ""]);
    let none = unused("1990-01-01").window(&rules(), &calendar());
    assert_eq!(none.map(|_| ()), Err(TermError::NoRule { clock: Clock::Sue }));
}

fn at(day_time: &str) -> Instant {
    Instant::of_shanghai(chrono::NaiveDateTime::parse_from_str(day_time, "%Y-%m-%d %H:%M:%S").unwrap())
}

#[test]
fn hours_run_from_minute_to_minute_and_rest_days_count() {
    // A Friday afternoon: the term ends on Saturday.
    let term = Term::fixed(24, Unit::Hour);
    let ends = term.hours_from(Some(StartEvent::UrgentMeasureTaken), at("2026-11-20 14:30:59")).unwrap();
    assert_eq!(ends.ends_at, at("2026-11-21 14:30:00"));
    assert_eq!(ends.half_at(), at("2026-11-21 02:30:00"));
    assert_eq!(ends.reminders(), [ends.half_at(), ends.ends_at]);
    assert_eq!(
        ends.sentence(Lang::Zh),
        "11月20日14:30当场采取强制措施，即时起算，休息日照算，24 小时，11月21日14:30届满"
    );
    assert_eq!(ends.steps(Lang::En)[2], ("Sat 21 Nov 2026 14:30".to_owned(), "end".to_owned()));
}

#[rstest]
#[case(Term::fixed(0, Unit::Hour), "2026-11-20 14:30:00", "term_length")]
#[case(Term::fixed(1_001, Unit::Hour), "2026-11-20 14:30:00", "term_length")]
#[case(Term::fixed(24, Unit::Calendar), "2026-11-20 14:30:00", "term_length")]
#[case(Term::fixed(24, Unit::Hour), "9999-12-31 14:30:00", "too_far")]
fn hours_are_refused(#[case] term: Term, #[case] from: &str, #[case] code: &str) {
    assert_eq!(term.hours_from(None, at(from)).unwrap_err().code(), code);
    let _ = term.hours_from(None, Instant(i64::MAX));
    let _ = term.hours_from(None, Instant(i64::MIN));
}

#[rstest]
// Ninety days, acted on by 30 September.
#[case("2026-07-06", Term::fixed(90, Unit::Calendar), &["2026-09-23", "2026-09-27", "2026-09-29", "2026-09-30"])]
// Seven days are not shorter than seven.
#[case("2026-03-18", Term::fixed(7, Unit::Working), &["2026-03-24", "2026-03-26", "2026-03-27"])]
#[case("2026-11-23", Term::fixed(3, Unit::Calendar), &["2026-11-25", "2026-11-26"])]
// The acting day lies before the holiday: what would be remembered before the start is left out.
#[case("2026-09-29", Term::fixed(8, Unit::Calendar), &["2026-09-30"])]
#[case("2026-01-30", Term::fixed(1, Unit::Month), &["2026-02-21", "2026-02-25", "2026-02-27", "2026-02-28"])]
fn the_bureau_is_reminded_before_the_acting_day(
    #[case] from: &str,
    #[case] term: Term,
    #[case] days: &[&str],
) {
    let counted = calendar().deadline(day(from), None, term).unwrap();
    assert_eq!(counted.reminders().iter().map(Day::to_string).collect::<Vec<_>>(), days);
}

fn noon(on: Day) -> Instant {
    Instant::of_shanghai(on.and_hms_opt(12, 0, 0).unwrap())
}

/// The day from `from` on that each step is told first, day by day.
fn told_days(term: &RunningTerm, from: &str, until: &str) -> Vec<String> {
    let (mut today, calendar) = (day(from), calendar());
    let mut told: Vec<(ReminderStep, String)> = Vec::new();
    while today <= day(until) {
        if let Some(step) = term.reached(noon(today), &calendar)
            && told.last().is_none_or(|(last, _)| *last != step)
        {
            told.push((step, today.to_string()));
        }
        today = today.succ_opt().unwrap();
    }
    told.into_iter().map(|(step, on)| format!("{} {on}", step.word())).collect()
}

fn running(binds: Binds, from: &str, term: Term) -> RunningTerm {
    let counted = calendar().deadline(day(from), None, term).unwrap();
    let Deadline { last_day, acting_day, .. } = counted;
    RunningTerm { binds, term, start: day(from), last_day, acting_day, hours: None }
}

#[rstest]
// The third day before lies in the Mid-Autumn holiday: told on the Thursday before it.
#[case("2026-07-06", Term::fixed(90, Unit::Calendar), &["before_7 2026-09-23", "before_3 2026-09-24", "before_1 2026-09-29", "due 2026-09-30", "overdue 2026-10-08"])]
// Seven days are not shorter than seven; over on a Friday, told on the Monday.
#[case("2026-03-18", Term::fixed(7, Unit::Working), &["before_3 2026-03-24", "before_1 2026-03-26", "due 2026-03-27", "overdue 2026-03-30"])]
// Three days before is the Sunday after the start: no working day lies between.
#[case("2026-11-20", Term::fixed(5, Unit::Calendar), &["before_3 2026-11-22", "before_1 2026-11-24", "due 2026-11-25", "overdue 2026-11-26"])]
fn a_running_term_is_told_step_by_step_on_working_days(
    #[case] from: &str,
    #[case] term: Term,
    #[case] days: &[&str],
) {
    assert_eq!(told_days(&running(Binds::Bureau, from, term), from, "2026-12-31"), days);
}

#[test]
fn the_end_of_a_partys_term_is_told_on_the_working_day_after_it() {
    let term = running(Binds::Party, "2026-09-16", Term::rolling(14, Unit::Calendar));
    assert_eq!(told_days(&term, "2026-09-16", "2026-12-31"), ["ended 2026-10-08"]);
}

#[test]
fn a_term_of_hours_is_told_at_its_half_and_at_its_end_on_a_rest_day_too() {
    let at = |text: &str| Instant::of_shanghai(text.parse().unwrap());
    // Seized on a Friday at nine: the head has it until Saturday at nine (行政强制法 art. 19).
    let hours = Some([at("2026-11-27T09:00:00"), at("2026-11-28T09:00:00")]);
    let (start, last_day) = (day("2026-11-27"), day("2026-11-28"));
    let term = Term::fixed(24, Unit::Hour);
    let running = RunningTerm { binds: Binds::Bureau, term, start, last_day, acting_day: last_day, hours };
    let told = |text: &str| running.reached(at(text), &calendar());
    assert_eq!(told("2026-11-27T20:59:00"), None);
    assert_eq!(told("2026-11-27T21:00:00"), Some(ReminderStep::Half));
    assert_eq!(told("2026-11-28T08:59:00"), Some(ReminderStep::Half));
    assert_eq!(told("2026-11-28T09:00:00"), Some(ReminderStep::Overdue));
}

#[test]
fn a_way_that_may_be_left_unused_is_told_before_it_closes_and_is_never_overdue() {
    let term = running(Binds::Nobody, "2026-10-21", Term::fixed(15, Unit::Calendar));
    let told = [
        "before_7 2026-10-29",
        "before_3 2026-11-02",
        "before_1 2026-11-04",
        "due 2026-11-05",
        "ended 2026-11-06",
    ];
    assert_eq!(told_days(&term, "2026-10-21", "2026-12-31"), told);
}

#[test]
fn a_step_reads_back_from_its_word() {
    for step in ReminderStep::ALL {
        assert_eq!(ReminderStep::from_word(step.word()), Some(step));
    }
    assert_eq!(ReminderStep::from_word("7"), None);
}

#[test]
fn a_term_of_the_party_is_remembered_on_the_working_day_after_it() {
    let counted = calendar().deadline(day("2026-09-16"), None, Term::rolling(14, Unit::Calendar)).unwrap();
    assert_eq!(counted.last_day, day("2026-09-30"));
    assert_eq!(calendar().reminder_after(&counted), day("2026-10-08"));
}

#[test]
fn a_clock_is_asked_for_by_its_name() {
    let (rules, calendar) = (rules(), calendar());
    let ask = |asked: &Asked| asked.count(&rules, &calendar).map(|counted| counted.last_day().to_string());
    let of = |clock, on: &str| Asked::of(clock, day(on));
    assert_eq!(ask(&of(Clock::Defence, "2026-02-12")), Ok("2026-02-26".to_owned()));
    let measure = of(Clock::Measure, "2026-09-07");
    assert_eq!(ask(&Asked { extended: true, ..measure }), Ok("2026-11-06".to_owned()));
    let decide = of(Clock::Decide, "2026-09-07");
    assert_eq!(
        ask(&Asked { extended: true, ..decide }),
        Err(TermError::NoExtension { clock: Clock::Decide })
    );
    let report = of(Clock::UrgentMeasureReport, "2026-11-20");
    assert_eq!(ask(&report), Err(TermError::TimeNeeded));
    let timed = Asked { at: NaiveTime::from_hms_opt(14, 30, 0), ..report };
    assert_eq!(ask(&timed), Ok("2026-11-21".to_owned()));
    let Counted::Court(found) = of(Clock::CourtUpheld, "2026-04-13").count(&rules, &calendar).unwrap() else {
        panic!()
    };
    assert_eq!(found.demand_latest, Some(day("2026-07-13")));
    assert_eq!(
        ask(&Asked { extended: true, ..of(Clock::CourtUnused, "2026-01-05") }),
        Err(TermError::NoExtension { clock: Clock::CourtUnused })
    );
}

#[test]
fn every_clock_is_counted_told_and_explained() {
    let (rules, calendar) = (rules(), calendar());
    for clock in Clock::ALL {
        let asked = Asked { at: NaiveTime::from_hms_opt(9, 0, 0), ..Asked::of(clock, day("2026-03-12")) };
        let counted = asked.count(&rules, &calendar).unwrap();
        assert!(!counted.rule().article.zh.is_empty() && counted.rule().article.en.is_ascii(), "{clock:?}");
        let told = match &counted {
            Counted::Days { deadline, .. } => deadline.sentence(Lang::Zh),
            Counted::Hours { deadline, .. } => deadline.sentence(Lang::Zh),
            Counted::Court(window) => window.closes.sentence(Lang::Zh),
        };
        assert!(told.ends_with("届满") || told.contains("暂定"), "{told}");
    }
}

proptest! {
    #[test]
    fn a_demand_served_by_its_last_day_is_over_before_the_last_acting_day(known in 0u64..1_200) {
        let known_on = day("2022-01-04") + Days::new(known);
        let found = window(Unused { known_on, ..unused("2022-01-04") });
        let latest = found.demand_latest.unwrap();
        let ends = |served| {
            window(Unused { known_on, demand_served: Some(served), ..unused("2022-01-04") }).demand.unwrap().last_day
        };
        prop_assert!(ends(latest) < found.closes.acting_day);
        prop_assert!(ends(latest.succ_opt().unwrap()) >= found.closes.acting_day);
        prop_assert!(found.earliest > found.opens.last_day && found.closes.last_day > found.opens.last_day);
    }

    #[test]
    fn clear_days_are_one_more_than_days_before(from in days(), length in 1u16..=60) {
        let calendar = calendar();
        let end = |unit| calendar.deadline(from, None, Term::fixed(length, unit)).unwrap().last_day;
        let (clear, plain) = (end(Unit::WorkingClearBack), end(Unit::WorkingBack));
        prop_assert_eq!(clear.succ_opt(), Some(plain));
        let day_before = from.pred_opt().unwrap();
        prop_assert_eq!(calendar.working_days_between(clear, day_before), u32::from(length));
    }
}
