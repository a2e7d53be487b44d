//! What became of each thing, with the act it comes from (行政强制法 art. 24, 27, 28).

use super::bench::*;
use super::held::*;
use super::measure_ends::told_with_goods;
use crate::case::*;
use crate::value::Money;

/// Act, day and words of each step of a thing.
fn course(bench: &Bench, line: usize) -> Vec<(ActKind, crate::Day, GoodsTurn)> {
    let case = bench.case();
    let entries = case.goods_courses();
    entries[line].steps.iter().map(|step| (step.act, step.on, step.turn)).collect()
}

#[test]
fn a_thing_that_is_held_says_under_which_act_it_was_taken() {
    let bench = seized();
    let case = bench.case();
    let entries = case.goods_courses();
    assert_eq!(entries.len(), 2);
    assert_eq!(
        (entries[1].thing, entries[1].goods.line.words().as_str()),
        (HeldThing { measure: 1, line: 1 }, "汽油 350.5 升")
    );
    assert_eq!(course(&bench, 1), [(ActKind::TakeMeasure, day("2026-03-09"), GoodsTurn::Taken)]);
}

#[test]
fn what_was_sold_and_what_was_lifted_each_name_their_act() {
    let mut bench = seized();
    bench.does(CHEN, "2026-03-11", sell(1, 1, 2100)).does(
        CHEN,
        "2026-03-12",
        lift(1, LiftGround::NoLongerNeeded),
    );
    let end = (ActKind::LiftMeasure, day("2026-03-12"), GoodsTurn::Ended(GoodsEnd::Returned));
    let taken = (ActKind::TakeMeasure, day("2026-03-09"), GoodsTurn::Taken);
    assert_eq!(course(&bench, 0), [taken, end]);
    let sold = GoodsTurn::Sold { proceeds: Money::yuan(2100) };
    assert_eq!(course(&bench, 1), [taken, (ActKind::HandlePerishable, day("2026-03-11"), sold), end]);
}

#[test]
fn confiscated_things_name_the_decision() {
    let mut bench = told_with_goods(confiscating());
    bench.does(ZHOU_HEAD, "2026-03-13", decide(confiscating()));
    let steps = course(&bench, 0);
    let end = (ActKind::Decide, day("2026-03-13"), GoodsTurn::Ended(GoodsEnd::Confiscated));
    assert_eq!(steps.last(), Some(&end));
}

#[test]
fn a_step_that_was_taken_back_is_none() {
    let mut bench = seized();
    bench.does(CHEN, "2026-03-11", dispose(1, &[0], GoodsEnd::Returned));
    assert_eq!(course(&bench, 0).len(), 2);
    let seq = bench.case().seq;
    let taken_back = Act::TakeBack(TakeBack { seq, act: ActKind::DisposeGoods });
    let event = Event { seq: seq + 1, act: taken_back, ..bench.events.last().unwrap().clone() };
    bench.events.push(event);
    assert_eq!(course(&bench, 0).len(), 1);
}
