use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::{Day, Lang};

mod adjusted;
mod clocks;
mod overdue;
mod windows;

fn calendar() -> Calendar {
    Calendar::from_csv(include_str!("../../../store/catalogue/calendar/public-holidays-2004-2026.csv"))
        .unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn end(from: &str, term: Term) -> String {
    calendar().deadline(day(from), None, term).unwrap().last_day.to_string()
}

#[test]
fn every_row_of_the_counted_terms_agrees() {
    let calendar = calendar();
    let mut rows = 0;
    for line in include_str!("samples/terms.csv").lines().skip(1) {
        let columns: Vec<&str> = line.trim().split(',').collect();
        let [from, length, unit, rolls, last_day] = columns.as_slice() else { panic!("{line}") };
        let term = Term {
            length: length.parse().unwrap(),
            unit: Unit::from_word(unit).unwrap(),
            rolls: *rolls == "yes",
        };
        let counted = calendar.deadline(day(from), None, term).unwrap();
        assert_eq!(counted.last_day.to_string(), *last_day, "{line}");
        assert!(!counted.provisional || counted.last_day.year() > 2026, "{line}");
        rows += 1;
    }
    assert!(rows > 600, "{rows}");
}

#[rstest]
#[case("2026-09-28", Term::fixed(10, Unit::Working), "2026-10-16")]
#[case("2026-02-12", Term::fixed(5, Unit::Working), "2026-02-26")]
#[case("2026-11-23", Term::fixed(10, Unit::Working), "2026-12-07")]
#[case("2007-02-16", Term::fixed(5, Unit::Working), "2007-02-28")]
#[case("2026-09-25", Term::rolling(7, Unit::Calendar), "2026-10-08")]
#[case("2026-11-06", Term::rolling(15, Unit::Calendar), "2026-11-23")]
#[case("2026-01-31", Term::rolling(1, Unit::Month), "2026-02-28")]
#[case("2026-08-30", Term::rolling(6, Unit::Month), "2027-03-01")]
#[case("2023-08-31", Term::rolling(6, Unit::Month), "2024-02-29")]
#[case("2026-04-01", Term::rolling(6, Unit::Month), "2026-10-08")]
// Checks of the procedure's clocks for 2026.
#[case("2026-02-12", Term::rolling(5, Unit::Working), "2026-02-26")]
#[case("2026-02-13", Term::fixed(7, Unit::Working), "2026-03-02")]
#[case("2026-09-16", Term::rolling(15, Unit::Calendar), "2026-10-08")]
#[case("2026-09-15", Term::rolling(10, Unit::Working), "2026-09-29")]
#[case("2026-09-01", Term::rolling(30, Unit::Calendar), "2026-10-08")]
#[case("2026-04-13", Term::rolling(15, Unit::Calendar), "2026-04-28")]
#[case("2025-08-31", Term::rolling(6, Unit::Month), "2026-02-28")]
#[case("2026-01-05", Term::rolling(6, Unit::Month), "2026-07-06")]
#[case("2026-01-05", Term::fixed(6, Unit::Month), "2026-07-05")]
// Backwards: the start is not counted and nothing rolls.
#[case("2026-03-19", Term::fixed(7, Unit::WorkingBack), "2026-03-10")]
#[case("2026-10-08", Term::rolling(1, Unit::WorkingBack), "2026-09-30")]
#[case("2026-10-31", Term::rolling(30, Unit::CalendarBack), "2026-10-01")]
#[case("2026-03-31", Term::rolling(1, Unit::MonthBack), "2026-02-28")]
fn counts(#[case] from: &str, #[case] term: Term, #[case] last_day: &str) {
    assert_eq!(end(from, term), last_day);
}

#[rstest]
#[case("2026-07-06", Term::fixed(90, Unit::Calendar), "2026-10-04", "2026-09-30")]
#[case("2026-09-07", Term::fixed(30, Unit::Calendar), "2026-10-07", "2026-09-30")]
#[case("2026-11-20", Term::rolling(5, Unit::Working), "2026-11-27", "2026-11-27")]
#[case("2026-07-13", Term::fixed(90, Unit::Calendar), "2026-10-11", "2026-10-10")]
fn a_term_of_the_bureau_is_acted_on_by_the_last_working_day(
    #[case] from: &str,
    #[case] term: Term,
    #[case] last_day: &str,
    #[case] acting_day: &str,
) {
    let counted = calendar().deadline(day(from), None, term).unwrap();
    assert_eq!((counted.last_day, counted.acting_day), (day(last_day), day(acting_day)));
    assert!(!counted.provisional);
}

#[test]
fn a_year_not_announced_is_provisional_and_named() {
    let counted = calendar().deadline(day("2026-12-28"), None, Term::fixed(10, Unit::Working)).unwrap();
    assert_eq!(counted.last_day, day("2027-01-12"), "only 1 January and the weekends are left out");
    assert!(counted.provisional);
    assert_eq!(counted.trace.missing_years(), [2027]);
    let holidays: Vec<Day> = ["2027-05-01", "2027-05-03", "2027-10-03", "2027-10-04"].map(day).to_vec();
    let working: Vec<bool> = holidays.into_iter().map(|day| calendar().is_working(day)).collect();
    assert_eq!(working, [false, true, false, true]);
    let within = calendar().deadline(day("2026-12-21"), None, Term::fixed(8, Unit::Working)).unwrap();
    assert_eq!((within.last_day, within.provisional), (day("2026-12-31"), false));
}

#[test]
fn a_year_that_is_loaded_later_settles_what_was_provisional() {
    let announced = "date,kind,occasion\n2027-01-01,holiday,元旦\n2027-01-04,holiday,元旦\n2027-01-09,makeup_workday,元旦";
    let later = calendar().with(Calendar::from_csv(announced).unwrap());
    let counted = later.deadline(day("2026-12-28"), None, Term::fixed(10, Unit::Working)).unwrap();
    assert_eq!((counted.last_day, counted.provisional), (day("2027-01-12"), false));
    assert_eq!(later.years().count(), 24);
}

#[rstest]
#[case("2003-12-31", Term::fixed(1, Unit::Working), "calendar_missing")]
#[case("2004-01-05", Term::fixed(5, Unit::WorkingBack), "calendar_missing")]
#[case("2004-02-28", Term::fixed(2, Unit::MonthBack), "calendar_missing")]
#[case("2026-01-01", Term::fixed(0, Unit::Calendar), "term_length")]
#[case("2026-01-01", Term::fixed(u16::MAX, Unit::Working), "term_length")]
#[case("2026-01-01", Term::fixed(121, Unit::Month), "term_length")]
#[case("9998-12-31", Term::fixed(1, Unit::Calendar), "too_far")]
#[case("9998-12-20", Term::rolling(120, Unit::Month), "too_far")]
fn refuses(#[case] from: &str, #[case] term: Term, #[case] code: &str) {
    let refused = calendar().deadline(day(from), None, term).unwrap_err();
    assert_eq!(refused.code(), code);
    assert!(!refused.message(Lang::Zh).is_empty() && !refused.message(Lang::En).is_empty());
}

#[test]
fn the_furthest_days_are_answered_not_overflowed() {
    for from in [NaiveDate::MIN, NaiveDate::MAX] {
        for unit in Unit::ALL {
            assert!(calendar().deadline(from, None, Term::rolling(unit.length_max(), unit)).is_err());
        }
        let _ = calendar().next_working_day(from);
        let _ = calendar().previous_working_day(from);
        let _ = calendar().working_days_between(NaiveDate::MIN, from);
    }
}

#[rstest]
#[case(
    "2026-11-20",
    Some(StartEvent::NoticeServed),
    Term::rolling(5, Unit::Working),
    "11月20日告知书送达，次日起算，21、22日周末不计，5 个工作日，11月27日届满"
)]
#[case(
    "2026-02-12",
    None,
    Term::rolling(5, Unit::Working),
    "2月12日起，次日起算，14日调休上班计入，15至23日春节不计，5 个工作日，2月26日届满"
)]
#[case(
    "2026-07-06",
    Some(StartEvent::Filed),
    Term::fixed(90, Unit::Calendar),
    "7月6日立案，次日起算，90 日，末日10月4日遇国庆节，最迟9月30日办理，10月4日届满"
)]
#[case(
    "2026-11-06",
    None,
    Term::rolling(15, Unit::Calendar),
    "11月6日起，次日起算，15 日，末日11月21日遇周末，顺延至下一个工作日，11月23日届满"
)]
#[case(
    "2026-01-30",
    None,
    Term::rolling(1, Unit::Month),
    "1月30日起，次日起算，当月无对应日以月末为准，1 个月，2月28日届满"
)]
#[case(
    "2026-12-28",
    None,
    Term::fixed(5, Unit::Working),
    "12月28日起，次日起算，1月1日元旦不计，2、3日周末不计，5 个工作日，2027年放假安排未公布、暂定，2027年1月5日届满"
)]
#[case(
    "2026-03-19",
    None,
    Term::fixed(7, Unit::WorkingBack),
    "3月19日起，前一日起倒算，14、15日周末不计，7 个工作日，3月10日届满"
)]
fn the_sentence_tells_how_it_was_counted(
    #[case] from: &str,
    #[case] event: Option<StartEvent>,
    #[case] term: Term,
    #[case] sentence: &str,
) {
    let counted = calendar().deadline(day(from), event, term).unwrap();
    assert_eq!(counted.sentence(Lang::Zh), sentence);
    assert!(counted.sentence(Lang::En).is_ascii() || counted.sentence(Lang::En).contains('–'));
}

#[test]
fn the_trace_has_a_line_a_step_in_both_languages() {
    let counted = calendar()
        .deadline(day("2026-11-20"), Some(StartEvent::NoticeServed), Term::rolling(1, Unit::Working))
        .unwrap();
    assert_eq!(
        counted.trace.lines(Lang::Zh),
        [
            "2026年11月20日 周五：告知书送达，当日不计，期限 1 个工作日",
            "11月21日 周六：周末，不计",
            "11月22日 周日：周末，不计",
            "2026年11月23日 周一：届满"
        ]
    );
    assert_eq!(counted.trace.lines(Lang::En)[1], "Sat 21 Nov: weekend, not counted");
}

#[test]
fn a_deadline_reads_back_what_it_writes() {
    let counted = calendar().deadline(day("2026-09-25"), None, Term::rolling(7, Unit::Calendar)).unwrap();
    let written = serde_json::to_string(&counted).unwrap();
    assert!(
        written.contains(r#"{"step":"excluded","on":"2026-10-03","reason":{"holiday":"国庆节"}}"#),
        "{written}"
    );
    assert_eq!(serde_json::from_str::<Deadline>(&written).unwrap(), counted);
}

#[test]
fn a_badge_counts_working_days_ahead_and_days_behind() {
    let calendar = calendar();
    let left = |due: &str| calendar.days_left(day("2026-09-30"), day(due)).text(Lang::Zh);
    assert_eq!(left("2026-10-10"), "剩 3 个工作日");
    assert_eq!(left("2026-10-03"), "剩 0 个工作日");
    assert_eq!(left("2026-09-30"), "今日到期");
    assert_eq!(left("2026-09-20"), "已超期 10 天");
}

#[rstest]
#[case("", "Header")]
#[case("date,kind,occasion\n2026-1-1,holiday,元旦", "Date")]
#[case("date,kind,occasion\n2026-02-30,holiday,元旦", "Date")]
#[case("date,kind,occasion\n2026-01-01,feast,元旦", "Kind")]
#[case("date,kind,occasion\n2026-01-01,holiday", "Columns")]
#[case("date,kind,occasion\n2026-01-01,holiday,元旦\n2026-01-01,holiday,元旦", "Twice")]
#[case("date,kind,occasion\n2026-01-04,makeup_workday,元旦", "Empty")]
fn wrong_calendar_data_is_refused_with_its_line(#[case] text: &str, #[case] reason: &str) {
    let fault = Calendar::from_csv(text).unwrap_err();
    assert!(format!("{:?}", fault.reason).starts_with(reason), "{fault}");
}

fn days() -> impl Strategy<Value = Day> {
    (0u64..9_500).prop_map(|ahead| day("2004-06-01") + Days::new(ahead))
}

fn forward() -> impl Strategy<Value = Term> {
    let unit = prop_oneof![Just(Unit::Working), Just(Unit::Calendar), Just(Unit::Month)];
    (1u16..=100, unit, any::<bool>()).prop_map(|(length, unit, rolls)| Term { length, unit, rolls })
}

proptest! {
    #[test]
    fn a_later_start_or_a_longer_term_never_ends_earlier(from in days(), ahead in 0u64..40, term in forward()) {
        let calendar = calendar();
        let end = |from, term| calendar.deadline(from, None, term).unwrap();
        let first = end(from, term);
        prop_assert!(first.last_day <= end(from + Days::new(ahead), term).last_day);
        let longer = Term { length: term.length + 1, ..term };
        prop_assert!(first.last_day <= end(from, longer).last_day);
        prop_assert!(first.last_day > from && first.acting_day <= first.last_day);
        prop_assert!(calendar.is_working(first.acting_day));
        if term.rolls || term.unit == Unit::Working {
            prop_assert!(calendar.is_working(first.last_day));
        }
        prop_assert!(!first.sentence(Lang::Zh).is_empty() && first.trace.lines(Lang::En).len() >= 2);
    }

    #[test]
    fn forward_and_backward_agree(from in days(), length in 1u16..=100) {
        let calendar = calendar();
        let end = |from, unit| calendar.deadline(from, None, Term::fixed(length, unit)).unwrap().last_day;
        let from = calendar.next_working_day(from);
        prop_assert_eq!(end(end(from, Unit::Working), Unit::WorkingBack), from);
        prop_assert_eq!(end(end(from, Unit::Calendar), Unit::CalendarBack), from);
        let last = end(from, Unit::Working);
        prop_assert_eq!(calendar.working_days_between(from, last), u32::from(length));
    }
}
