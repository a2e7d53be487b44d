//! The agreement on performance (D55).

use super::worked::planned;
use super::worked_later::agreed;
use crate::paper::PaperKind as K;

#[test]
fn a_plan_that_remits_surcharge_is_an_agreement_too() {
    let worked = agreed();
    let sheet = worked.paper(K::D55).unwrap().sheet;
    let court = sheet.court.unwrap();
    assert_eq!((court.rest.figures.as_str(), court.surcharge.words.as_str()), ("3,000.00", "壹佰元整"));
    assert_eq!(court.request, "已补建购销台账并整改到位");
    assert_eq!(sheet.instalments[0].day, "2026年12月31日");
    assert_eq!(sheet.number, None, "its number is taken when it is issued");
    assert!(worked.paper(K::D35).unwrap().number.is_some());
}

#[test]
fn a_plan_that_remits_nothing_is_no_agreement() {
    assert!(planned().slots().iter().all(|slot| slot.kind != K::D55));
}
