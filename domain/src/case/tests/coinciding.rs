//! 一事不再罚 inside a case: one conduct under several rules bears one fine, by the higher one (art. 29).

use uuid::Uuid;

use super::bench::*;
use crate::case::*;
use crate::id::UnlawfulActId;
use crate::value::Money;

const FIRST: UnlawfulActId = UnlawfulActId(Uuid::from_u128(500));
const SECOND: UnlawfulActId = UnlawfulActId(Uuid::from_u128(501));

fn another(violation: &str, coincides: Option<UnlawfulActId>) -> Act {
    let act = UnlawfulAct { id: SECOND, coincides, ..unlawful(violation) };
    Act::AddUnlawfulAct(AddUnlawfulAct { party: SHOP, act })
}

/// Under a row of 500 to 30,000 yuan, and the same conduct under one of 0 to 50,000.
fn under_two_rules() -> Bench {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-05", another("oil-v11@2021", Some(FIRST)));
    bench
}

fn both(first: Option<i64>, second: Option<i64>) -> Act {
    let mut told = penalties(first);
    let fine = second.map(|yuan| Fine { amount: Money::yuan(yuan), base: None });
    told.acts.push(ActPenalty { act: SECOND, fine, ..told.acts[0].clone() });
    conclude(Outcome::Penalise(told))
}

#[test]
fn the_same_violation_of_the_same_day_is_not_added_twice() {
    let bench = investigated("oil-v01@2021");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &another("oil-v01@2021", None)), "same_act");
    let later = UnlawfulAct { id: SECOND, on: day("2026-01-21"), ..unlawful("oil-v01@2021") };
    let later = Act::AddUnlawfulAct(AddUnlawfulAct { party: SHOP, act: later });
    assert_eq!(bench.judge(ZHOU_HEAD, day("2026-03-05"), &later), Ok(Permit::Event));
}

#[test]
fn the_same_violation_of_the_same_day_is_not_filed_twice() {
    let mut shop = party(SHOP, "oil-v01@2021");
    shop.acts.push(UnlawfulAct { id: SECOND, ..unlawful("oil-v01@2021") });
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    let file = Act::File(File { parties: vec![shop], officers: officers() });
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-02", &file), "same_act");
}

#[test]
fn an_act_coincides_with_one_of_the_same_party_and_day() {
    let bench = investigated("oil-v01@2021");
    let unknown = another("oil-v11@2021", Some(UnlawfulActId(Uuid::from_u128(77))));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &unknown), "missing_fact");
    let act =
        UnlawfulAct { id: SECOND, on: day("2026-01-21"), coincides: Some(FIRST), ..unlawful("oil-v11@2021") };
    let another_day = Act::AddUnlawfulAct(AddUnlawfulAct { party: SHOP, act });
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &another_day), "missing_fact");
}

#[test]
fn one_conduct_under_two_rules_bears_one_fine() {
    let bench = under_two_rules();
    assert_eq!(bench.refused(CHEN, "2026-03-05", &both(Some(3000), Some(3000))), "one_fine");
    assert_eq!(bench.judge(CHEN, day("2026-03-05"), &both(None, Some(3000))), Ok(Permit::Event));
}

#[test]
fn the_one_fine_is_by_the_rule_with_the_higher_range() {
    let bench = under_two_rules();
    let refusal = bench.judge(CHEN, day("2026-03-05"), &both(Some(3000), None)).unwrap_err();
    assert_eq!(refusal.code.word(), "one_fine");
}

#[test]
fn two_acts_that_do_not_coincide_are_fined_each() {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-05", another("oil-v11@2021", None));
    assert_eq!(bench.judge(CHEN, day("2026-03-05"), &both(Some(3000), Some(3000))), Ok(Permit::Event));
}

#[test]
fn a_fine_that_is_the_rule_is_left_out_where_the_same_conduct_is_fined_beside() {
    let mut bench = investigated("oil-v07@2021");
    bench.does(ZHOU_HEAD, "2026-03-05", another("oil-v11@2021", Some(FIRST)));
    assert_eq!(bench.judge(CHEN, day("2026-03-05"), &both(None, Some(3000))), Ok(Permit::Event));
    assert_eq!(bench.refused(CHEN, "2026-03-05", &both(None, None)), "missing_fact");
}

#[test]
fn what_another_case_fined_under_the_one_rule_is_not_fined_under_the_other() {
    let mut bench = under_two_rules();
    bench.does(CHEN, "2026-03-09", both(None, Some(3000)));
    bench.does(ZHOU_HEAD, "2026-03-10", approve_notice()).does(CHEN, "2026-03-10", serve_notice());
    bench.today = day("2026-03-18");
    let number = Some("道商罚决〔2026〕7号".to_owned());
    bench.fined = vec![FinedAct { violation: "oil-v01@2021".to_owned(), on: day("2026-01-20"), number }];
    let Act::Conclude(facts) = both(None, Some(3000)) else { unreachable!() };
    let Outcome::Penalise(told) = facts.proposals[0].outcome.clone() else { unreachable!() };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-18", &decide(told)), "fined_before");
}

#[test]
fn what_was_fined_here_is_told_under_each_rule_that_the_conduct_broke() {
    let mut bench = under_two_rules();
    bench.does(CHEN, "2026-03-09", both(None, Some(3000)));
    bench.does(ZHOU_HEAD, "2026-03-10", approve_notice()).does(CHEN, "2026-03-10", serve_notice());
    let Act::Conclude(facts) = both(None, Some(3000)) else { unreachable!() };
    let Outcome::Penalise(told) = facts.proposals[0].outcome.clone() else { unreachable!() };
    bench.does(ZHOU_HEAD, "2026-03-18", decide(told));
    let fined = bench.case().track(SHOP).unwrap().fined_acts();
    let rules: Vec<&str> = fined.iter().map(|act| act.violation.as_str()).collect();
    assert_eq!(rules, ["oil-v01@2021", "oil-v11@2021"]);
}
