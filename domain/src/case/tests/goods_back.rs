//! Things that went to the police with a case and come back with it, row 17a.

use rstest::rstest;

use super::bench::*;
use super::held::*;
use crate::Lang;
use crate::case::*;

const BACK: PoliceReply = PoliceReply::HandedBack { fined: false };

/// Seized, reported and handed to the police with the things on 12 March; gives the number of the report.
fn goods_with_the_police() -> (Bench, u32) {
    let mut bench = seized();
    let seq = u32::try_from(bench.events.len()).unwrap() + 1;
    let with_goods = match hand_to_police(seq) {
        Act::HandToPolice(facts) => Act::HandToPolice(HandToPolice { goods: true, ..facts }),
        other => other,
    };
    bench
        .does(CHEN, "2026-03-11", report_crime())
        .does(YI_CHIEF, "2026-03-11", decide_crime(seq, true))
        .does(CHEN, "2026-03-12", with_goods);
    (bench, seq)
}

fn things(lines: &[usize]) -> Vec<HeldThing> {
    lines.iter().map(|line| HeldThing { measure: 1, line: *line }).collect()
}

fn reply_with(seq: u32, reply: PoliceReply, goods_back: Vec<HeldThing>) -> Act {
    match police_reply(seq, reply) {
        Act::RecordPoliceReply(facts) => Act::RecordPoliceReply(RecordPoliceReply { goods_back, ..facts }),
        other => other,
    }
}

#[test]
fn what_came_back_is_held_until_it_finds_another_end() {
    let (mut bench, seq) = goods_with_the_police();
    bench.does(CHEN, "2026-03-16", reply_with(seq, BACK, things(&[0])));
    let case = bench.case();
    let measure = case.measure(1).unwrap();
    assert_eq!(measure.goods[0].end, None);
    assert_eq!(measure.goods[1].end, Some((day("2026-03-12"), GoodsEnd::HandedOver)), "it stayed there");
    assert!(measure.words(Lang::Zh).contains("3月16日 周一 公安机关退回"), "{}", measure.words(Lang::Zh));
    // The measure itself ended with the hand-over, its things wait.
    assert_eq!(measure.ended, Some((day("2026-03-12"), MeasureEnd::HandedOver)));
    let none = no_penalty(NoPenaltyGround::FactsNotEstablished);
    bench.does(
        CHEN,
        "2026-03-16",
        conclude(Outcome::NoPenalty { ground: NoPenaltyGround::FactsNotEstablished }),
    );
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-16", &none), "goods_undecided");
    assert_eq!(bench.refused(CHEN, "2026-03-13", &dispose(1, &[0], GoodsEnd::Returned)), "before_its_cause");
    bench.does(CHEN, "2026-03-17", dispose(1, &[0], GoodsEnd::Returned));
    bench.does(ZHOU_HEAD, "2026-03-17", none);
}

#[rstest]
#[case::what_was_never_there(BACK, &[0, 5], "missing_fact")]
#[case::while_it_is_with_them(PoliceReply::NotFiled, &[0], "missing_fact")]
fn only_what_went_there_comes_back_and_only_with_the_case(
    #[case] reply: PoliceReply,
    #[case] lines: &[usize],
    #[case] refusal: &str,
) {
    let (mut bench, seq) = goods_with_the_police();
    bench.today = day("2026-03-16");
    assert_eq!(bench.refused(CHEN, "2026-03-16", &reply_with(seq, reply, things(lines))), refusal);
}

#[test]
fn the_police_do_not_file_and_the_case_goes_on_with_its_things() {
    let (mut bench, seq) = goods_with_the_police();
    bench.does(CHEN, "2026-03-16", police_reply(seq, PoliceReply::NotFiled));
    let resume = match resume_case(seq) {
        Act::ResumeCase(facts) => Act::ResumeCase(ResumeCase { goods_back: things(&[0, 1]), ..facts }),
        other => other,
    };
    bench.does(CHEN, "2026-03-17", resume);
    let held: Vec<HeldThing> = bench.case().confiscable(SHOP).into_iter().map(|(_, thing)| thing).collect();
    assert_eq!(held, things(&[0, 1]));
}
