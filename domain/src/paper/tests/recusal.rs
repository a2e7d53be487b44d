//! The decision on a recusal (D04).

use super::worked::Worked;
use super::worked_later::recused;
use crate::case::tests::bench::*;
use crate::case::*;
use crate::paper::{Missing, PaperKind as K};

fn decision(worked: &Worked) -> String {
    let clauses = worked.paper(K::D04).unwrap().sheet.clauses;
    clauses.into_iter().find(|clause| clause.heading == "决定").unwrap().text
}

#[test]
fn a_challenge_names_the_person_the_ground_and_what_the_head_decided() {
    let worked = recused();
    let sheet = worked.paper(K::D04).unwrap().sheet;
    let person = &sheet.voices[0];
    assert_eq!((person.name.as_str(), person.text.as_str()), ("盘秀英", "当事人申请"));
    assert_eq!((sheet.ground.as_deref(), sheet.reasons.as_str()), (Some("与当事人有亲属关系"), "情况属实"));
    assert_eq!(sheet.parties[0].name, "道县濂溪加油站有限公司");
    assert_eq!(decision(&worked), "盘秀英回避，自本决定作出之日起不再参与本案的办理");
}

#[test]
fn a_challenge_that_is_refused_lets_the_person_go_on() {
    let mut worked = recused();
    let Act::DecideRecusal(facts) = &mut worked.bench.events[4].act else { unreachable!("a decision") };
    facts.granted = false;
    assert_eq!(decision(&worked), "驳回回避申请，盘秀英继续参与本案的办理");
}

#[test]
fn who_declared_it_is_told_and_no_party() {
    let mut worked = recused();
    let Act::AskRecusal(facts) = &mut worked.bench.events[3].act else { unreachable!("a request") };
    facts.source = RecusalSource::Own;
    let sheet = worked.paper(K::D04).unwrap().sheet;
    assert_eq!((sheet.addressee.as_str(), sheet.parties.len()), ("盘秀英", 0));
    let Act::DecideRecusal(facts) = &mut worked.bench.events[4].act else { unreachable!("a decision") };
    facts.granted = false;
    assert_eq!(decision(&worked), "盘秀英不需要回避，继续参与本案的办理");
}

#[test]
fn a_challenge_by_nobody_who_is_known_waits_for_the_filing() {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue()).does(CHEN, "2026-03-02", ask_recusal(PAN)).does(
        ZHOU_HEAD,
        "2026-03-02",
        decide_recusal(2, true),
    );
    let missing = Worked::of(bench).paper(K::D04).unwrap_err();
    assert_eq!(missing, [Missing::Act { act: ActKind::File, party: None }]);
}
