use proptest::prelude::*;
use rstest::rstest;

use crate::city::*;
use crate::{Day, Lang};

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[rstest]
#[case("2026-03", Some("2026-03"))]
#[case("2026-12", Some("2026-12"))]
#[case("2026-13", None)]
#[case("2026-00", None)]
#[case("2026-3", None)]
#[case("26-03", None)]
#[case("2026-03-01", None)]
#[case("+026-03", None)]
#[case("0000-01", None)]
#[case("9999-01", None)]
#[case("", None)]
fn a_month_reads_what_it_shows_and_nothing_else(#[case] text: &str, #[case] month: Option<&str>) {
    assert_eq!(Month::parse(text).map(|month| month.to_string()), month.map(str::to_owned));
}

#[test]
fn a_month_knows_its_days_and_its_neighbours() {
    let february = Month::parse("2024-02").unwrap();
    assert_eq!((february.first_day(), february.last_day()), (day("2024-02-01"), day("2024-02-29")));
    assert_eq!(Month::parse("2025-12").unwrap().next().to_string(), "2026-01");
    assert_eq!(Month::parse("2026-01").unwrap().previous().to_string(), "2025-12");
    assert_eq!(Month::of(day("2026-11-30")).to_string(), "2026-11");
    assert_eq!(serde_json::from_str::<Month>("\"2026-11\"").unwrap(), Month::new(2026, 11));
}

#[rstest]
#[case("2026-01..2026-11", Ok("2026-01..2026-11"))]
#[case("2026-05", Ok("2026-05..2026-05"))]
#[case("2024-01..2026-12", Ok("2024-01..2026-12"))]
#[case("2023-12..2026-12", Err(PeriodError::TooLong))]
#[case("2026-02..2026-01", Err(PeriodError::Backwards))]
#[case("2026-01..", Err(PeriodError::Unreadable))]
#[case("2026-01..2026-02..2026-03", Err(PeriodError::Unreadable))]
#[case("今年", Err(PeriodError::Unreadable))]
fn a_period_of_an_address_is_read_or_says_why_not(
    #[case] text: &str,
    #[case] period: Result<&str, PeriodError>,
) {
    assert_eq!(Period::parse(text).map(|period| period.to_string()), period.map(str::to_owned));
}

#[rstest]
#[case(Preset::ThisMonth, "2026-11..2026-11")]
#[case(Preset::LastMonth, "2026-10..2026-10")]
#[case(Preset::ThisYear, "2026-01..2026-11")]
#[case(Preset::LastYear, "2025-01..2025-12")]
fn a_preset_means_months_of_today(#[case] preset: Preset, #[case] text: &str) {
    assert_eq!(preset.on(day("2026-11-23")), period(text));
    assert_eq!(Preset::from_word(preset.word()), Some(preset));
}

#[rstest]
#[case("2026-01..2026-11", "2025-01..2025-11", "2025-02..2025-12")]
#[case("2026-01..2026-01", "2025-01..2025-01", "2025-12..2025-12")]
#[case("2026-04..2026-06", "2025-04..2025-06", "2026-01..2026-03")]
fn a_period_is_compared_with_the_year_before_and_with_the_one_before(
    #[case] now: &str,
    #[case] year: &str,
    #[case] before: &str,
) {
    assert_eq!((period(now).last_year(), period(now).before()), (period(year), period(before)));
}

#[rstest]
#[case(8, 9, 1, "+12.5%")]
#[case(3, 4, 1, "+33.3%")]
#[case(3, 2, -1, "−33.3%")]
#[case(2000, 2001, 1, "+0.1%")]
#[case(2000, 1999, -1, "−0.1%")]
#[case(5, 5, 0, "0.0%")]
#[case(10, 0, -10, "−100.0%")]
#[case(0, 5, 5, "—")]
#[case(0, 0, 0, "—")]
#[case(-2, 5, 7, "—")]
#[case(10_000, 10_004, 4, "0.0%")]
#[case(i64::MAX, i64::MIN, i64::MIN, "−200.0%")]
fn a_change_has_one_decimal_rounded_half_up_and_none_without_a_base(
    #[case] base: i64,
    #[case] now: i64,
    #[case] difference: i64,
    #[case] percent: &str,
) {
    let change = Change::between(base, now);
    assert_eq!((change.difference, change.percent().as_str()), (difference, percent));
}

#[rstest]
#[case(&[], &[])]
#[case(&[0, 0, 0], &[0])]
#[case(&[7], &[7])]
#[case(&[3, 1, 2], &[1, 2, 3])]
#[case(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], &[3, 5, 7, 9, 11])]
#[case(&[1234, 15], &[15, 1300])]
fn classes_are_few_and_their_limits_can_be_read(#[case] values: &[i64], #[case] limits: &[i64]) {
    assert_eq!(classes(values), limits);
}

#[test]
fn every_figure_says_what_it_is_in_both_languages() {
    for figure in Figure::ALL {
        assert_eq!(Figure::from_word(figure.word()), Some(figure));
        for lang in [Lang::Zh, Lang::En] {
            assert!(figure.definition(lang).chars().count() > 20, "{figure:?}");
            assert!(!figure.name(lang).is_empty() && !figure.unit(lang).is_empty());
        }
    }
}

#[test]
fn counties_are_never_ranked_by_fines() {
    let not: Vec<_> = Figure::ALL.into_iter().filter(|figure| !figure.may_rank()).collect();
    assert_eq!(not, [Figure::Fines]);
    assert!(Figure::Fines.definition(Lang::Zh).contains("不排名"));
}

proptest! {
    #[test]
    fn classes_rise_and_cover_every_value(values in prop::collection::vec(any::<i64>(), 0..40)) {
        let limits = classes(&values);
        prop_assert!(limits.len() <= CLASSES_MAX);
        prop_assert!(limits.windows(2).all(|pair| pair[0] < pair[1]));
        for value in values {
            let class = class_of(value, &limits);
            prop_assert!(value <= limits[class]);
            prop_assert!(class == 0 || value > limits[class - 1]);
        }
    }

    #[test]
    fn a_period_reads_back_and_its_neighbours_are_as_long(from in 0..1_200_i32, length in 0..36_i32) {
        let from = Month::new(1950, 1).plus(from);
        let period = Period::new(from, from.plus(length)).unwrap();
        prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
        prop_assert_eq!(period.before().to().next(), period.from());
        for other in [period.before(), period.last_year()] {
            prop_assert_eq!(other.length(), period.length());
        }
        prop_assert_eq!(period.months().count(), period.length() as usize);
        prop_assert!(period.months().all(|month| period.holds(month)));
    }
}
