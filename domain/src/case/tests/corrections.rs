//! Corrections and the stored form of facts.

use super::bench::*;
use crate::case::*;
use crate::refusal::RefusalCode;

fn correct(bench: &Bench, seq: u32, new_on: &str, new: Act) -> Act {
    let old = bench.events.iter().find(|event| event.seq == seq).unwrap();
    Act::Correct(Correct {
        seq,
        old_on: old.on,
        new_on: day(new_on),
        old: Box::new(old.act.clone()),
        new: Box::new(new),
        reason: note("登记有误"),
    })
}

#[test]
fn a_wrong_day_is_mended_and_the_clocks_follow() {
    let mut bench = notified(None);
    bench.today = day("2026-03-12");
    let mended = correct(&bench, 6, "2026-03-11", serve_notice());
    bench.does(CHEN, "2026-03-12", mended);
    let case = bench.case();
    assert_eq!(case.track(SHOP).unwrap().progress.notified().unwrap().served.on, day("2026-03-11"));
    assert_eq!(case.seq, 7);
}

#[test]
fn a_correction_by_hand_over_hand_equals_the_replay() {
    let mut bench = served(Some(3000));
    let before = bench.case();
    bench.today = day("2026-03-20");
    let mended = correct(&bench, 8, "2026-03-20", serve());
    bench.does(CHEN, "2026-03-20", mended);
    assert_eq!(before.after(bench.events.last().unwrap()), Ok(bench.case()));
}

#[test]
fn an_entry_on_which_a_later_act_rests_stays() {
    let bench = served(Some(3000));
    let refused =
        bench.judge(CHEN, bench.today, &correct(&bench, 6, "2026-03-11", serve_notice())).unwrap_err();
    assert!(matches!(refused.code, RefusalCode::RestsOn { act: ActKind::Decide, .. }));
}

#[test]
fn a_correction_is_judged_at_its_own_place() {
    let bench = notified(None);
    let early = correct(&bench, 6, "2026-03-09", serve_notice());
    assert_eq!(bench.refused(CHEN, "2026-03-10", &early), "before_its_cause");
}

#[test]
fn an_officer_proposes_what_he_could_not_have_done_and_the_head_mends_it() {
    let mut bench = decided(Some(3000));
    bench.today = day("2026-03-20");
    let mended = correct(&bench, 7, "2026-03-19", decide(penalties(Some(3000))));
    let officer = bench.judge(CHEN, bench.today, &mended);
    assert_eq!(officer, Ok(Permit::Proposal { power: crate::role::Power::ApproveCases }));
    assert_eq!(bench.judge(ZHOU_HEAD, bench.today, &mended), Ok(Permit::Event));
}

#[test]
fn what_is_corrected_must_stand_as_quoted_and_change_something() {
    let bench = notified(None);
    let same = correct(&bench, 6, "2026-03-10", serve_notice());
    assert_eq!(bench.refused(CHEN, "2026-03-10", &same), "missing_fact");
    let other = correct(&bench, 6, "2026-03-10", waive());
    assert_eq!(bench.refused(CHEN, "2026-03-10", &other), "missing_fact");
}

#[test]
fn facts_are_stored_with_a_version_and_read_back() {
    let mut bench = served(Some(3000));
    bench.does(CHEN, "2026-03-25", pay(3000));
    for event in &bench.events {
        let facts = Facts { version: FactsVersion::One, act: event.act.clone(), entry: Entry::default() };
        let text = serde_json::to_string(&facts).unwrap();
        assert!(text.starts_with("{\"version\":1,"), "{text}");
        assert_eq!(serde_json::from_str::<Facts>(&text).unwrap(), facts);
    }
}

#[test]
fn facts_of_a_newer_version_are_not_guessed() {
    let facts = Facts { version: FactsVersion::One, act: clue(), entry: Entry::default() };
    let newer = serde_json::to_string(&facts).unwrap().replace("\"version\":1", "\"version\":2");
    assert!(serde_json::from_str::<Facts>(&newer).is_err());
}

#[test]
fn a_number_stands_as_papers_write_it() {
    assert_eq!(number("道商", NumberWord::Decision, 2026, 18), "道商罚决〔2026〕18号");
}
