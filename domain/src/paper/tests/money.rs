//! Papers of money that came and of things that were dealt with: D34, D51.

use super::worked::{Worked, confiscated, given_back, ordinary, sold};
use crate::paper::{Paper, PaperKind as K};

fn paper(worked: &Worked, kind: K) -> Paper {
    worked.paper(kind).unwrap_or_else(|missing| panic!("{kind:?} lacks {missing:?}"))
}

#[test]
fn a_payment_says_its_amount_in_figures_and_words_its_day_and_what_is_left() {
    let sheet = paper(&ordinary(), K::D34).sheet;
    let money = sheet.payment.unwrap();
    assert_eq!(sheet.title, "罚没款缴款凭证");
    assert_eq!((money.sum.figures.as_str(), money.sum.words.as_str()), ("3,000.00", "叁仟元整"));
    assert_eq!((sheet.day.as_str(), money.receipt.as_str()), ("2026年4月7日", "建行2026-1"));
    assert_eq!((money.paid.figures.as_str(), money.rest.figures.as_str()), ("3,000.00", "0.00"));
    assert!(!sheet.decision.unwrap().number.is_empty());
}

#[test]
fn what_goes_back_is_listed_alone() {
    let sheet = paper(&given_back(), K::D34).sheet;
    let goods = sheet.measure.unwrap().goods;
    assert_eq!(sheet.title, "财物处理单据");
    let lines: Vec<_> = goods.iter().map(|line| (line.name.as_str(), line.end.as_str())).collect();
    assert_eq!(lines, [("加油机", "已退还")]);
    assert_eq!(sheet.payment, None);
}

#[test]
fn what_was_sold_names_its_proceeds() {
    let sheet = paper(&sold(), K::D34).sheet;
    let goods = sheet.measure.unwrap().goods;
    assert_eq!((goods.len(), goods[0].name.as_str(), goods[0].end.as_str()), (1, "汽油", "变卖"));
    assert_eq!(sheet.payment.unwrap().sum.words, "贰仟壹佰元整");
}

#[test]
fn confiscated_things_are_listed_with_the_decision_and_how_they_were_dealt_with() {
    let paper = paper(&confiscated(), K::D51);
    let names: Vec<_> = paper.sheet.goods.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["加油机", "汽油"]);
    assert_eq!(paper.sheet.reasons, "依法公开拍卖，价款上缴国库，票据号湘财0088");
    assert_eq!(
        (paper.sheet.title.as_str(), paper.sheet.day.as_str()),
        ("罚没物品处理（销毁）记录", "2026年3月20日")
    );
}

#[test]
fn other_performances_leave_no_record_of_things() {
    assert!(ordinary().slots().iter().all(|slot| slot.kind != K::D51));
}
