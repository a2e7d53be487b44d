//! The registration of a clue (D01): the one paper with the words of whoever told of the matter.

use super::worked::{TOLD, Worked, ordinary};
use super::worked_later::{not_filed, reported};
use crate::case::tests::bench::*;
use crate::case::*;
use crate::id::TransferId;
use crate::paper::{PaperKind as K, Sheet};
use uuid::Uuid;

fn said<'a>(sheet: &'a Sheet, heading: &str) -> &'a str {
    sheet.clauses.iter().find(|clause| clause.heading == heading).map_or("", |clause| clause.text.as_str())
}

#[test]
fn a_clue_is_registered_with_its_source_its_day_and_what_is_suspected_of_whom() {
    let paper = reported().paper(K::D01).unwrap();
    let sheet = &paper.sheet;
    assert_eq!(paper.number.as_deref(), Some("道商案〔2026〕18号"));
    assert_eq!((sheet.case.source.as_str(), sheet.case.received.as_str()), ("举报投诉", "2026年3月2日"));
    assert_eq!((sheet.parties[0].name.as_str(), sheet.facts.as_str()), ("道县濂溪加油站有限公司", TOLD));
    let proposal = &sheet.opinions[0];
    assert_eq!((proposal.role.as_str(), proposal.name.as_str()), ("承办人处理建议", "陈建国"));
}

#[test]
fn who_told_of_it_is_sealed_and_where_nobody_told_there_is_nobody() {
    assert_eq!(said(&reported().paper(K::D01).unwrap().sheet, "举报人"), "举报人信息密封保存，本表不记载");
    let found = ordinary().paper(K::D01).unwrap().sheet;
    assert_eq!(said(&found, "举报人"), "案件来源不是举报投诉，没有举报人");
}

#[test]
fn a_clue_from_another_bureau_names_the_sender_and_one_after_a_warning_names_the_warning() {
    let mut worked = reported();
    let Act::RegisterClue(facts) = &mut worked.bench.events[0].act else { unreachable!("a clue") };
    facts.transferred = Some(TransferredIn {
        transfer: TransferId(Uuid::from_u128(9)),
        from: name("宁远县商务局"),
        number: Some(name("宁商案〔2026〕3号")),
        discovered: day("2026-02-25"),
        measures: Vec::new(),
    });
    facts.earlier_warning = Some(EarlierWarning {
        number: name("道商罚决〔2026〕3号"),
        served_on: day("2026-01-12"),
        order_by: None,
        case: None,
    });
    let sheet = worked.paper(K::D01).unwrap().sheet;
    let sender = "宁远县商务局（宁商案〔2026〕3号），该单位于2026年2月25日收到线索";
    assert_eq!(said(&sheet, "移送单位"), sender);
    assert_eq!(said(&sheet, "此前的警告"), "道商罚决〔2026〕3号，2026年1月12日送达");
}

#[test]
fn a_reporter_hears_of_the_filing_and_nobody_else_does() {
    let asked = |worked: &Worked| worked.slots().iter().any(|slot| slot.kind == K::D03);
    assert!(asked(&not_filed()));
    assert!(!asked(&ordinary()), "found by an inspection");
    let told = not_filed().paper(K::D03).unwrap();
    let said = serde_json::to_string(&told.sheet).unwrap();
    assert!(told.sheet.parties.is_empty() && !said.contains("李告发"), "{said}");
}
