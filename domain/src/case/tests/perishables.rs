//! Goods that cannot be kept are sold or destroyed, and what became of the money (行政强制法 art. 27, 28).

use rstest::rstest;

use super::bench::*;
use super::held::*;
use crate::Lang;
use crate::case::*;
use crate::value::Money;

/// The petrol of the seizure is sold on 11 March for 2,100 yuan.
fn sold() -> Bench {
    let mut bench = seized();
    bench.does(CHEN, "2026-03-11", sell(1, 1, 2100));
    bench
}

fn goods(bench: &Bench, line: usize) -> HeldGoods {
    bench.case().measures[0].goods[line].clone()
}

#[test]
fn what_was_sold_stays_on_the_list_and_its_proceeds_are_held() {
    let bench = sold();
    let measure = bench.case().measures[0].clone();
    assert!(measure.is_open() && measure.holds_goods());
    assert_eq!(measure.proceeds_held(), Money::yuan(2100));
    assert_eq!(goods(&bench, 1).course(Lang::Zh), "3月11日 周三 变卖得款 2,100.00 元");
    assert_eq!(bench.refused(CHEN, "2026-03-11", &sell(1, 1, 2100)), "missing_fact");
    // Money is given back, not destroyed.
    assert_eq!(bench.refused(CHEN, "2026-03-11", &dispose(1, &[1], GoodsEnd::Destroyed)), "missing_fact");
}

#[rstest]
#[case::unphotographed(sell_but(|facts| facts.photographed = false))]
#[case::unvalued(sell_but(|facts| facts.value = Money::ZERO))]
#[case::for_nothing(sell(1, 1, 0))]
#[case::unknown_line(sell(1, 2, 2100))]
#[case::unknown_measure(sell(2, 1, 2100))]
fn a_sale_asks_for_photographs_a_value_and_a_price(#[case] act: Act) {
    let bench = seized();
    assert_eq!(bench.refused(CHEN, "2026-03-09", &act), "missing_fact");
}

#[test]
fn two_officers_with_certificates_sell() {
    let bench = seized();
    let alone = sell_but(|facts| facts.officers = Officers { lead: CHEN, second: CHEN });
    assert_eq!(bench.refused(CHEN, "2026-03-09", &alone), "two_officers");
}

#[test]
fn who_sold_is_an_officer_of_the_case() {
    let mut bench = seized();
    bench.does(
        CHEN,
        "2026-03-11",
        sell_but(|facts| facts.officers = Officers { lead: CHEN, second: HE_EXPIRED }),
    );
    assert!(bench.case().people.officers.contains(&HE_EXPIRED));
}

#[test]
fn the_proceeds_go_back_with_the_measure() {
    let mut bench = sold();
    bench.does(CHEN, "2026-03-12", lift(1, LiftGround::NoLongerNeeded));
    assert_eq!(goods(&bench, 1).end, Some((day("2026-03-12"), GoodsEnd::Returned)));
    assert_eq!(
        goods(&bench, 1).course(Lang::Zh),
        "3月11日 周三 变卖得款 2,100.00 元，3月12日 周四 变卖款已退还"
    );
    assert_eq!(goods(&bench, 0).course(Lang::En), "Thu 12 Mar returned");
    assert_eq!(bench.case().measures[0].proceeds_held(), Money::ZERO);
}

#[test]
fn the_proceeds_go_back_line_by_line_and_the_last_ends_the_measure() {
    let mut bench = sold();
    bench.does(CHEN, "2026-03-12", dispose(1, &[0], GoodsEnd::Returned));
    assert!(bench.case().measures[0].is_open(), "the money is still held");
    bench.does(CHEN, "2026-03-13", dispose(1, &[1], GoodsEnd::Returned));
    assert_eq!(bench.case().measures[0].ended, Some((day("2026-03-13"), MeasureEnd::Disposed)));
}

#[test]
fn the_proceeds_are_confiscated_with_what_is_left() {
    let mut bench = sold();
    bench
        .does(CHEN, "2026-03-12", conclude(Outcome::Penalise(confiscating())))
        .does(ZHOU_HEAD, "2026-03-13", approve_notice())
        .does(CHEN, "2026-03-13", serve_notice())
        .does(CHEN, "2026-03-16", waive())
        .does(ZHOU_HEAD, "2026-03-17", decide(confiscating()));
    assert_eq!(
        goods(&bench, 1).course(Lang::Zh),
        "3月11日 周三 变卖得款 2,100.00 元，3月17日 周二 变卖款没收"
    );
}

#[test]
fn no_case_is_decided_or_closed_while_nobody_knows_whose_the_proceeds_are() {
    let mut bench = clue_of("2026-03-02");
    bench.does(ZHOU_HEAD, "2026-03-03", register_evidence());
    bench.does(CHEN, "2026-03-04", sell(1, 1, 2100));
    bench.does(CHEN, "2026-03-05", handle(1, EvidenceOutcome::Tested));
    let refuse = RefuseFiling { ground: NonFilingGround::NoUnlawfulAct, reason: note("查无实据") };
    bench.does(ZHOU_HEAD, "2026-03-05", Act::RefuseFiling(refuse));
    bench.does(CHEN, "2026-03-06", dispose(1, &[0], GoodsEnd::Returned));
    let close = Act::Close(Close { party: None, summary: note("不予立案") });
    let refusal = bench.judge(ZHOU_HEAD, day("2026-03-06"), &close).unwrap_err();
    assert_eq!(refusal.code.word(), "goods_undecided");
    assert!(refusal.sentence(Lang::Zh).to_string().contains("变卖款"), "{}", refusal.sentence(Lang::Zh));
    bench.does(CHEN, "2026-03-06", dispose(1, &[1], GoodsEnd::Returned));
    bench.does(ZHOU_HEAD, "2026-03-06", close);
}

#[test]
fn registered_things_that_are_seized_leave_the_proceeds_of_those_that_were_sold() {
    let mut bench = under_investigation();
    bench
        .does(ZHOU_HEAD, "2026-03-06", register_evidence())
        .does(CHEN, "2026-03-06", sell(1, 1, 2100))
        .does(ZHOU_HEAD, "2026-03-09", seize())
        .does(CHEN, "2026-03-09", handle(1, EvidenceOutcome::Seized));
    assert_eq!(goods(&bench, 0).end, Some((day("2026-03-09"), GoodsEnd::Seized)));
    assert_eq!(bench.case().measures[0].proceeds_held(), Money::yuan(2100));
    bench.does(CHEN, "2026-03-10", dispose(1, &[1], GoodsEnd::Returned));
    assert!(!bench.case().measures[0].is_unsettled());
}

#[test]
fn dangerous_things_are_destroyed_where_the_law_orders_it_and_the_last_ends_the_measure() {
    let mut bench = seized();
    bench.does(CHEN, "2026-03-11", destroy(1, 1)).does(CHEN, "2026-03-11", destroy(1, 0));
    assert_eq!(goods(&bench, 1).end, Some((day("2026-03-11"), GoodsEnd::Destroyed)));
    assert_eq!(bench.case().measures[0].ended, Some((day("2026-03-11"), MeasureEnd::Disposed)));
}

#[test]
fn nothing_is_sold_once_the_measure_has_lapsed_or_before_it_was_approved() {
    let mut bench = seized();
    bench.today = day("2026-04-09");
    assert_eq!(bench.refused(CHEN, "2026-04-09", &sell(1, 1, 2100)), "measure_lapsed");
    let mut bench = under_investigation();
    bench.does(CHEN, "2026-03-09", seize_at("15:20"));
    assert_eq!(bench.refused(CHEN, "2026-03-09", &sell(1, 1, 2100)), "missing_fact");
    bench.does(CHEN, "2026-03-09", report(1, "16:00")).does(ZHOU_HEAD, "2026-03-09", confirm(1, true));
    bench.does(CHEN, "2026-03-09", sell(1, 1, 2100));
}

#[test]
fn a_sale_is_told_with_consent_value_and_sample_and_is_not_taken_back() {
    let bench = sold();
    let words = bench.events.last().unwrap().act.summary(Lang::Zh);
    assert_eq!(
        words,
        "变卖得款 2,100.00 元，卖给道县石油公司，款存本局专户，何某书面同意，评估价值 2,200.00 元（价格认定中心），\
         留样：取样两瓶封存，汽油易燃，不宜久存"
    );
    let refusal = bench.case().take_back(CHEN, crate::Instant(0)).unwrap_err();
    assert_eq!(refusal.code.word(), "left_the_house");
    assert_eq!(rests_on(&bench.events, 4).map(|event| event.seq), Some(5));
}
