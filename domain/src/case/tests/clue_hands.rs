//! A clue passes from whoever registered it to another officer.

use rstest::rstest;

use super::bench::*;
use crate::case::*;
use crate::id::PersonId;
use crate::role::Power;

fn pass(to: PersonId) -> Act {
    Act::PassClue(PassClue { to, reason: note("调离") })
}

fn clued() -> Bench {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    bench
}

#[test]
fn the_head_gives_it_to_another_officer_and_the_term_to_verify_goes_on() {
    let mut bench = clued();
    let ends = |bench: &Bench| clocks(&bench.case(), &bench.context(CHEN))[0].deadline.last_day;
    let before = ends(&bench);
    assert_eq!(
        bench.judge(CHEN, day("2026-03-03"), &pass(PAN)),
        Ok(Permit::Proposal { power: Power::ApproveCases })
    );
    bench.does(ZHOU_HEAD, "2026-03-03", pass(PAN));
    assert_eq!((bench.case().keeper(), bench.case().stage()), (Some(PAN), Stage::Clue));
    assert_eq!(ends(&bench), before);
    bench.does(ZHOU_HEAD, "2026-03-04", pass(CHEN));
    assert_eq!(bench.case().keeper(), Some(CHEN), "the last counts");
}

#[rstest]
#[case::whoever_has_it(CHEN)]
#[case::no_officer(TANG_READER)]
#[case::a_certificate_that_ended(HE_EXPIRED)]
#[case::a_stranger(PersonId(uuid::Uuid::from_u128(999)))]
fn nobody_else_takes_it(#[case] to: PersonId) {
    let mut bench = clued();
    bench.today = day("2026-04-02");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-01", &pass(to)), "missing_fact");
}

#[test]
fn a_filed_case_has_its_officers_and_no_keeper_to_change() {
    let mut bench = clued();
    bench.does(ZHOU_HEAD, "2026-03-04", file("oil-v01@2021"));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-04", &pass(PAN)), "not_in_this_state");
}

#[test]
fn taken_back_it_is_in_the_hands_from_which_it_came() {
    let mut bench = clued();
    bench.does(ZHOU_HEAD, "2026-03-03", pass(PAN));
    let at = bench.events[1].at;
    let facts = bench.case().take_back(ZHOU_HEAD, at).unwrap();
    let entry = Entry::default();
    bench.events.push(Event { seq: 3, act: Act::TakeBack(facts), on: at.day(), at, by: ZHOU_HEAD, entry });
    assert_eq!(bench.case().keeper(), Some(CHEN));
}
