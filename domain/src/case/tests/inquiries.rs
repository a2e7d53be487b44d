//! Papers that go out to find things out, and the numbers of letters.

use super::bench::*;
use crate::case::*;
use rstest::rstest;

fn due(what: Inquiry, day_: &str) -> Inquire {
    match inquire(what) {
        Act::Inquire(facts) => Inquire { due: day(day_), ..facts },
        _ => unreachable!("an inquiry"),
    }
}

#[rstest]
#[case(Inquiry::Interview, NumberWord::Summons)]
#[case(Inquiry::Papers, NumberWord::PapersOrder)]
#[case(Inquiry::Assistance, NumberWord::Assistance)]
fn an_inquiry_takes_the_number_of_its_paper_and_moves_nothing(
    #[case] what: Inquiry,
    #[case] word: NumberWord,
) {
    let mut bench = investigated("oil-v01@2021");
    let before = bench.case();
    bench.does(CHEN, "2026-03-06", inquire(what));
    let after = bench.case();
    assert_eq!(after.stage(), before.stage());
    assert_eq!(inquire(what).takes_numbers(false), [word]);
}

#[rstest]
#[case(Inquiry::Interview, "2026-03-06", true)]
#[case(Inquiry::Interview, "2026-03-05", false)]
#[case(Inquiry::Papers, "2026-03-06", false)]
#[case(Inquiry::Papers, "2026-03-07", true)]
#[case(Inquiry::Assistance, "2026-03-06", false)]
#[case(Inquiry::Assistance, "2026-03-09", true)]
fn an_answer_is_asked_for_a_day_ahead_and_an_interview_may_be_on_the_same_day(
    #[case] what: Inquiry,
    #[case] until: &str,
    #[case] allowed: bool,
) {
    let mut bench = investigated("oil-v01@2021");
    bench.today = day("2026-03-06");
    let act = Act::Inquire(due(what, until));
    if allowed {
        bench.does(CHEN, "2026-03-06", act);
    } else {
        assert_eq!(bench.refused(CHEN, "2026-03-06", &act), "missing_fact");
    }
}

#[test]
fn an_interview_needs_hour_and_place_and_two_officers() {
    let mut bench = investigated("oil-v01@2021");
    bench.today = day("2026-03-06");
    let facts = due(Inquiry::Interview, "2026-03-09");
    for lacking in [Inquire { time: None, ..facts.clone() }, Inquire { place: None, ..facts.clone() }] {
        assert_eq!(bench.refused(CHEN, "2026-03-06", &Act::Inquire(lacking)), "missing_fact");
    }
    let alone = Officers { second: officers().lead, ..officers() };
    let alone = Act::Inquire(Inquire { officers: alone, ..facts });
    assert_eq!(bench.refused(CHEN, "2026-03-06", &alone), "two_officers");
}

#[test]
fn a_letter_is_numbered_unless_the_bureau_numbers_it_elsewhere() {
    let Act::ProposeTransfer(own) = send(county()) else { unreachable!("a transfer") };
    let mut counted = Act::ProposeTransfer(ProposeTransfer { letter: None, ..own.clone() });
    assert_eq!(Act::ProposeTransfer(own).takes_numbers(false), []);
    assert_eq!(counted.takes_numbers(false), [NumberWord::Transfer]);
    counted.give_number(NumberWord::Transfer, "道商移〔2026〕4号");
    assert_eq!(counted.paper_number().as_deref(), Some("道商移〔2026〕4号"));
    assert_eq!(counted.takes_numbers(false), [], "a number is taken once");
}

#[test]
fn a_correction_says_other_things_under_the_same_number() {
    let mut old = inquire(Inquiry::Papers);
    old.give_number(NumberWord::PapersOrder, "道商限提〔2026〕2号");
    let mut new = Act::Inquire(due(Inquiry::Papers, "2026-12-01"));
    new.keeps_the_number_of(&old);
    assert_eq!(new.paper_number().as_deref(), Some("道商限提〔2026〕2号"));
    // Another kind of paper has no right to it.
    let mut other = inquire(Inquiry::Interview);
    other.keeps_the_number_of(&old);
    assert_eq!(other.paper_number(), None);
    let mut numbered = Act::Inquire(Inquire {
        number: Some("道商限提〔2026〕9号".to_owned()),
        ..due(Inquiry::Papers, "2026-12-01")
    });
    numbered.keeps_the_number_of(&old);
    assert_eq!(numbered.paper_number().as_deref(), Some("道商限提〔2026〕9号"));
}
