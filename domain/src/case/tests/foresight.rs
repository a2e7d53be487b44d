//! What an act would do to the clocks, before it is done.

use super::bench::*;
use crate::Instant;
use crate::calendar::Clock;
use crate::case::*;

fn foreseen(bench: &Bench, on: &str, act: Act) -> Foreseen {
    let case = Case::of(&bench.events);
    let seq = case.as_ref().map_or(1, |case| case.seq + 1);
    let event = Event { seq, act, on: day(on), at: Instant(0), by: CHEN, entry: Entry::default() };
    foresee(case.as_ref(), &event, &bench.context(CHEN)).unwrap()
}

fn told(clocks: &[CaseClock]) -> Vec<(Clock, String)> {
    clocks.iter().map(|one| (one.clock, one.deadline.last_day.to_string())).collect()
}

#[test]
fn a_clue_starts_its_verification() {
    let bench = Bench::new("2026-03-02");
    let seen = foreseen(&bench, "2026-03-02", clue());
    assert_eq!(told(&seen.starts), [(Clock::Verify, "2026-03-23".to_owned())]);
    assert_eq!(told(&seen.meets), []);
}

#[test]
fn the_filing_meets_the_verification_and_starts_the_ninety_days() {
    let mut bench = Bench::new("2026-03-04");
    bench.does(CHEN, "2026-03-02", clue());
    let seen = foreseen(&bench, "2026-03-04", file("oil-v01@2021"));
    assert_eq!(told(&seen.starts), [(Clock::Decide, "2026-06-02".to_owned())]);
    assert_eq!(told(&seen.meets), [(Clock::Verify, "2026-03-23".to_owned())]);
}

#[test]
fn what_does_not_follow_is_not_foreseen() {
    let mut bench = Bench::new("2026-03-04");
    bench.does(CHEN, "2026-03-02", clue());
    let case = bench.case();
    let event = Event {
        seq: 2,
        act: pay(1),
        on: day("2026-03-04"),
        at: Instant(0),
        by: CHEN,
        entry: Entry::default(),
    };
    assert!(foresee(Some(&case), &event, &bench.context(CHEN)).is_err());
}
