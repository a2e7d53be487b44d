//! The newest entry is taken back within ten minutes, by whoever made it.

use rstest::rstest;

use super::bench::*;
use crate::case::*;
use crate::id::PersonId;

const MINUTE: i64 = 60_000;

/// Takes the newest entry back so many minutes after it was recorded.
fn take_back(bench: &mut Bench, by: PersonId, minutes: i64) -> Result<(), &'static str> {
    let at = bench.events.last().unwrap().at.plus_millis(minutes * MINUTE);
    let facts = bench.case().take_back(by, at).map_err(|refusal| refusal.code.word())?;
    let seq = bench.case().seq + 1;
    let event = Event { seq, act: Act::TakeBack(facts), on: at.day(), at, by, entry: Entry::default() };
    let after = bench.case().after(&event).unwrap();
    bench.events.push(event);
    assert_eq!(after, bench.case(), "by hand over hand as by replay");
    Ok(())
}

#[test]
fn the_case_stands_where_it_stood_before() {
    let mut bench = concluded(Some(3000));
    let before = bench.case();
    bench.does(ZHOU_HEAD, "2026-03-10", approve_notice());
    assert_ne!(bench.case().body, before.body);
    take_back(&mut bench, ZHOU_HEAD, 3).unwrap();
    let case = bench.case();
    assert_eq!((&case.body, &case.records, &case.people), (&before.body, &before.records, &before.people));
    assert_eq!(case.seq, before.seq + 2, "both stay in the log");
    bench.does(ZHOU_HEAD, "2026-03-10", approve_notice());
}

#[rstest]
#[case(10, Ok(()))]
#[case(11, Err("take_back_over"))]
fn ten_minutes_are_given(#[case] minutes: i64, #[case] expected: Result<(), &str>) {
    let mut bench = concluded(Some(3000));
    let author = bench.events.last().unwrap().by;
    assert_eq!(take_back(&mut bench, author, minutes), expected);
}

#[test]
fn nobody_takes_back_what_another_person_did() {
    let mut bench = concluded(Some(3000));
    assert_eq!(take_back(&mut bench, ZHOU_HEAD, 1), Err("not_own_entry"));
}

#[test]
fn what_others_know_of_is_corrected_instead() {
    for mut bench in [notified(None), served(Some(3000))] {
        let author = bench.events.last().unwrap().by;
        assert_eq!(take_back(&mut bench, author, 1), Err("left_the_house"));
    }
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    assert_eq!(take_back(&mut bench, CHEN, 1), Err("left_the_house"));
}

#[test]
fn a_taking_back_is_not_taken_back_and_what_went_is_not_corrected() {
    let mut bench = concluded(Some(3000));
    let gone = bench.events.last().unwrap().clone();
    take_back(&mut bench, gone.by, 1).unwrap();
    assert_eq!(take_back(&mut bench, gone.by, 1), Err("done_already"));
    let correction = Act::Correct(Correct {
        seq: gone.seq,
        old_on: gone.on,
        new_on: day("2026-03-09"),
        old: Box::new(gone.act.clone()),
        new: Box::new(gone.act.clone()),
        reason: note("日期写错"),
    });
    assert_eq!(bench.refused(gone.by, "2026-03-09", &correction), "missing_fact");
}

#[test]
fn nothing_rests_on_an_entry_that_went() {
    let mut bench = concluded(Some(3000));
    bench.does(ZHOU_HEAD, "2026-03-10", approve_notice());
    let concluded_at = bench.events.iter().find(|one| one.act.kind() == ActKind::Conclude).unwrap().seq;
    assert!(rests_on(&bench.events, concluded_at).is_some());
    take_back(&mut bench, ZHOU_HEAD, 1).unwrap();
    assert_eq!(rests_on(&bench.events, concluded_at), None);
}

#[test]
fn a_correction_that_went_leaves_the_first_entry() {
    let mut bench = notified(None);
    bench.today = day("2026-03-12");
    let wrong = bench.events.iter().find(|event| event.seq == 6).unwrap().clone();
    let correction = Act::Correct(Correct {
        seq: 6,
        old_on: wrong.on,
        new_on: day("2026-03-11"),
        old: Box::new(wrong.act.clone()),
        new: Box::new(wrong.act.clone()),
        reason: note("登记有误"),
    });
    bench.does(CHEN, "2026-03-12", correction);
    take_back(&mut bench, CHEN, 1).unwrap();
    assert_eq!(bench.case().track(SHOP).unwrap().progress.notified().unwrap().served.on, wrong.on);
}
