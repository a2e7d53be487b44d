//! How grave it is that a term is over.

use rstest::rstest;

use super::clocks::rules;
use super::*;

#[rstest]
#[case("2026-03-16", false, 5, Overdue::Not)]
#[case("2026-03-15", false, 5, Overdue::Simply)]
#[case("2026-03-11", false, 5, Overdue::Simply)]
#[case("2026-03-10", false, 5, Overdue::Gravely)]
#[case("2026-03-10", false, 6, Overdue::Simply)]
#[case("2026-03-16", true, 5, Overdue::Not)]
#[case("2026-03-15", true, 5, Overdue::Gravely)]
#[case("2026-03-15", false, 0, Overdue::Gravely)]
fn more_than_the_bureaus_days_are_grave_and_any_day_of_a_term_that_voids_the_act(
    #[case] due_on: &str,
    #[case] voids: bool,
    #[case] grave_days: u16,
    #[case] stands: Overdue,
) {
    assert_eq!(Overdue::of(day(due_on), voids, day("2026-03-16"), grave_days), stands);
}

#[test]
fn the_rows_say_which_lapse_voids_the_act() {
    use Clock as C;
    let rules = rules();
    let voids = |clock: &Clock| rules.on(*clock, None, day("2026-03-16")).is_some_and(|rule| rule.voids);
    let those: Vec<Clock> = Clock::ALL.into_iter().filter(voids).collect();
    let expected = [
        C::RegisteredEvidence,
        C::Measure,
        C::Limitation,
        C::LimitationGrave,
        C::AnswerReconsideration,
        C::AnswerReconsiderationSimplified,
        C::AnswerLawsuit,
        C::CourtUnused,
        C::CourtUpheld,
        C::CourtJudgment,
    ];
    assert_eq!(those, expected);
}
