//! Internal approvals (D45): one form for what the head approves.

use rstest::rstest;

use super::worked::{Worked, after_hearing, extended, ordinary, planned, registered, seized, spared};
use super::worked_later::{agreed, confirmed, recused};
use crate::case::tests::bench::*;
use crate::case::*;
use crate::paper::{PaperKind as K, Sheet, Volume};

fn sheet(worked: &Worked) -> Sheet {
    worked.paper(K::D45).unwrap_or_else(|missing| panic!("{missing:?}")).sheet
}

fn said<'a>(sheet: &'a Sheet, heading: &str) -> &'a str {
    sheet.clauses.iter().find(|clause| clause.heading == heading).map_or("", |clause| clause.text.as_str())
}

fn titles(worked: &Worked) -> Vec<String> {
    let slots = worked.slots().into_iter().filter(|slot| slot.kind == K::D45);
    slots.map(|slot| worked.bind(slot).unwrap().sheet.title).collect()
}

fn supplemented() -> Worked {
    let mut bench = concluded(Some(3000));
    let facts = Supplement { parties: vec![SHOP], reason: note("进货来源未查清") };
    bench.does(ZHOU_HEAD, "2026-03-10", Act::Supplement(facts));
    Worked::of(bench)
}

fn verified_longer() -> Worked {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue()).does(ZHOU_HEAD, "2026-03-04", extend_verification());
    Worked::of(bench)
}

#[rstest]
#[case(seized(), "查封、扣押", "第十八条", "同意。")]
#[case(confirmed(true), "补办查封、扣押批准", "第十九条", "同意补办批准。")]
#[case(confirmed(false), "补办查封、扣押批准", "第十九条", "不予批准，立即解除。")]
#[case(extended(), "延长查封、扣押期限", "第二十五条", "同意延长。")]
#[case(verified_longer(), "延长核查期限", "第五十四条", "同意延长。")]
#[case(registered(), "先行登记保存证据", "第五十六条", "同意。")]
#[case(ordinary(), "处理决定", "第五十七条", "同意。")]
#[case(spared(), "处理决定", "第五十七条", "同意。")]
#[case(planned(), "延期、分期缴纳罚款", "第六十六条", "同意。")]
#[case(recused(), "回避", "第四十三条", "同意回避。")]
#[case(supplemented(), "补充调查", "第四十条", "同意补充调查。")]
fn what_the_head_approves_has_its_form_with_basis_opinions_and_days(
    #[case] worked: Worked,
    #[case] of: &str,
    #[case] article: &str,
    #[case] approval: &str,
) {
    let sheet = sheet(&worked);
    assert_eq!(sheet.title, format!("内部审批表（{of}）"));
    assert!(sheet.ground.unwrap().ends_with(article) && !sheet.reasons.is_empty());
    let roles: Vec<&str> = sheet.opinions.iter().map(|one| one.role.as_str()).collect();
    assert_eq!(roles, ["承办人意见", "负责人审批意见"]);
    let head = &sheet.opinions[1];
    assert_eq!((head.text.as_str(), head.name.as_str()), (approval, "周正明"));
    assert_eq!(head.day, sheet.day);
}

#[test]
fn an_ordinary_case_has_one_for_its_notice_and_one_for_its_decision() {
    assert_eq!(titles(&ordinary()), ["内部审批表（行政处罚告知）", "内部审批表（处理决定）"]);
    assert_eq!(K::D45.row().volume, Volume::Inner);
}

#[test]
fn each_says_what_is_approved() {
    let seized = sheet(&seized());
    assert_eq!(said(&seized, "拟采取措施"), "扣押");
    assert!(said(&seized, "物品").contains("加油机 2 台"), "{seized:?}");
    assert!(sheet(&extended()).clauses.iter().any(|one| one.text == "2026年5月8日"));
    assert_eq!(said(&sheet(&ordinary()), "拟作决定"), "警告，罚款 3,000.00 元，责令改正");
    assert!(said(&sheet(&spared()), "拟作决定").starts_with("不予行政处罚："));
    assert_eq!(said(&sheet(&agreed()), "加处罚款"), "减免100.00元；补救措施：已补建购销台账并整改到位");
    assert_eq!(said(&sheet(&recused()), "回避申请"), "当事人申请，盘秀英回避；事由：与当事人有亲属关系");
    let notice = |worked: &Worked| {
        let slot = worked.slots().into_iter().find(|slot| slot.kind == K::D45).unwrap();
        said(&worked.bind(slot).unwrap().sheet, "听证权利").to_owned()
    };
    assert_eq!(notice(&after_hearing()), "告知要求听证的权利");
    assert_eq!(notice(&ordinary()), "不属于应当告知听证权利的情形");
}

#[test]
fn who_proposed_agreed_and_stood_in_for_the_head_is_named() {
    let mut worked = seized();
    let event = worked.bench.events.last_mut().unwrap();
    event.entry = Entry {
        proposed_by: Some(CHEN),
        agreed_by: vec![LI_REVIEWER],
        in_place_of: Some(YI_CHIEF),
        ..Entry::default()
    };
    let opinions = sheet(&worked).opinions;
    let named: Vec<(&str, &str)> =
        opinions.iter().map(|one| (one.role.as_str(), one.name.as_str())).collect();
    let chief = worked.bench.context(CHEN).name(YI_CHIEF);
    let head = format!("周正明（代{chief}）");
    assert_eq!(named, [("承办人意见", "陈建国"), ("会签意见", "李审言"), ("负责人审批意见", head.as_str())]);
}
