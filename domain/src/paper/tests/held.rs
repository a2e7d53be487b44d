//! Papers of registered evidence, sealing and seizing.

use super::worked::{Worked, extended, handled, lifted, registered, seized, seized_at_once};
use crate::paper::{Missing, Paper, PaperKind as K};

fn paper(worked: &Worked, kind: K) -> Paper {
    worked.paper(kind).unwrap_or_else(|missing| panic!("{kind:?} lacks {missing:?}"))
}

#[test]
fn what_is_registered_is_listed_with_its_keeper_and_the_day_on_which_it_ends() {
    let paper = paper(&registered(), K::D13);
    let measure = paper.sheet.measure.unwrap();
    assert_eq!(paper.sheet.title, "先行登记保存证据通知书");
    assert_eq!((measure.what.as_str(), measure.term.as_str()), ("先行登记保存", "7个工作日"));
    // Friday 6 March 2026; seven working days later.
    assert_eq!((measure.day.as_str(), measure.until.as_str()), ("2026年3月6日", "2026年3月17日"));
    assert!(!measure.goods.is_empty() && !measure.keeper.is_empty());
    assert_eq!(paper.number.as_deref(), Some("道商登存〔2026〕18号"));
}

#[test]
fn the_paper_on_what_was_registered_cites_the_first_and_says_what_became_of_each_thing() {
    let sheet = paper(&handled(), K::D13).sheet;
    assert_eq!(sheet.title, "先行登记保存证据处理决定书");
    assert_eq!(sheet.ground.as_deref(), Some("解除登记保存并退还"));
    let measure = sheet.measure.unwrap();
    assert_eq!(measure.number, "道商登存〔2026〕18号");
    assert!(measure.goods.iter().all(|goods| goods.end == "已退还"), "{:?}", measure.goods);
}

#[test]
fn a_seizure_names_the_article_of_its_power_and_thirty_days() {
    let sheet = paper(&seized(), K::D14).sheet;
    let measure = sheet.measure.unwrap();
    assert_eq!(sheet.title, "扣押决定书");
    assert!(measure.basis.contains("第二十七条"), "{}", measure.basis);
    assert_eq!((measure.term.as_str(), measure.until.as_str()), ("30日", "2026年4月8日"));
    assert!(measure.goods.iter().all(|goods| goods.end.is_empty()), "held still");
}

#[test]
fn its_extension_and_its_end_cite_it() {
    let longer = paper(&extended(), K::D14).sheet;
    assert_eq!(longer.title, "延长扣押期限决定书");
    let measure = longer.measure.unwrap();
    assert_eq!((measure.number.as_str(), measure.until.as_str()), ("道商查扣〔2026〕18号", "2026年5月8日"));
    assert_eq!(measure.basis, "", "the power was cited when it was taken");

    let end = paper(&lifted(), K::D15);
    assert_eq!(
        (end.sheet.title.as_str(), end.number.as_deref()),
        ("解除扣押决定书", Some("道商解查扣〔2026〕18号"))
    );
    let measure = end.sheet.measure.unwrap();
    assert_eq!(measure.number, "道商查扣〔2026〕18号");
    assert!(measure.goods.iter().all(|goods| goods.end == "已退还"), "{:?}", measure.goods);
}

#[test]
fn what_is_seized_at_once_has_a_decision_and_a_record_of_the_spot() {
    let worked = seized_at_once();
    assert_eq!(paper(&worked, K::D14).sheet.title, "扣押决定书");
    let record = paper(&worked, K::D14a);
    assert_eq!((record.sheet.title.as_str(), record.number), ("扣押现场笔录", None));
    let line = record.sheet.record.unwrap();
    assert_eq!((line.day.as_str(), line.from.as_str()), ("2026年3月6日", "15时20分"));
}

#[test]
fn without_the_government_and_the_court_nobody_is_told_his_way_against_it() {
    let mut worked = seized();
    worked.issuer.court.clear();
    let missing = worked.paper(K::D14).unwrap_err();
    assert!(missing.iter().any(|one| matches!(one, Missing::Setting(_))), "{missing:?}");
}
