//! Commissions of expertise and what the party is told of the result (D12).

use super::worked::{Worked, lifted};
use super::worked_later::{sampled, tested};
use crate::paper::{PaperKind as K, Sheet, Slot};

fn slots(worked: &Worked) -> Vec<Slot> {
    worked.slots().into_iter().filter(|slot| slot.kind == K::D12).collect()
}

fn said<'a>(sheet: &'a Sheet, heading: &str) -> &'a str {
    sheet.clauses.iter().find(|clause| clause.heading == heading).map_or("", |clause| clause.text.as_str())
}

#[test]
fn a_commission_says_what_is_asked_of_which_things_and_until_when() {
    let worked = tested();
    let sheet = worked.bind(slots(&worked)[0]).unwrap().sheet;
    assert_eq!((sheet.title.as_str(), sheet.facts.as_str()), ("鉴定（检验）委托书", ""));
    assert_eq!(said(&sheet, "委托事项"), "油品质量，省质检院");
    assert!(said(&sheet, "检材").contains("加油机 2 台"), "{sheet:?}");
    assert_eq!(said(&sheet, "期限"), "2026年3月20日");
}

#[test]
fn the_party_is_told_the_result_with_what_was_asked() {
    let sheet = tested().paper(K::D12).unwrap().sheet;
    assert_eq!((sheet.title.as_str(), sheet.facts.as_str()), ("鉴定（检验）结果告知书", "不合格"));
    assert_eq!(said(&sheet, "委托事项"), "油品质量，省质检院");
    assert_eq!(sheet.parties[0].name, "道县濂溪加油站有限公司");
    assert_eq!(sheet.number, None, "its number is taken when it is issued");
}

#[test]
fn of_a_sample_the_material_is_what_its_record_says() {
    let sheet = sampled().paper(K::D12).unwrap().sheet;
    assert_eq!(said(&sheet, "检材"), "2026年3月9日抽样取证：未见台账");
}

#[test]
fn what_is_not_tested_has_no_such_paper() {
    assert_eq!(slots(&lifted()), []);
}
