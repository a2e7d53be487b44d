//! Sentences that stand in a paper only where they are so.

use crate::shared::{facts, print, words};
use serde_json::{Value, json};

fn read(form: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut facts = facts(form);
    change(&mut facts);
    words(&print(form, facts))
}

#[test]
fn a_demand_threatens_the_surcharge_only_while_it_runs() {
    let runs = "此后至缴清之日止，加处罚款继续按每日百分之三计算";
    let running = read("D36", |of| of["court"]["surcharge_runs"] = true.into());
    assert!(running.contains(runs) && running.contains("的加处罚款人民币"), "{running}");
    assert!(!read("D36", |_| {}).contains(runs), "it has reached the fine");
    for form in ["D36", "D37"] {
        let without = read(form, |of| of["court"]["has_surcharge"] = false.into());
        assert!(without.contains("尚未缴纳的罚没款人民币3,000.00元（大写：叁仟元整）。"), "{without}");
        assert!(!without.contains("的加处罚款人民币"), "{without}");
    }
}

#[test]
fn demand_and_application_say_that_the_decision_was_changed() {
    for form in ["D36", "D37"] {
        let changed = json!([{"heading": "决定的变更", "text": "变更原决定的罚款数额"}]);
        let told = read(form, |of| of["clauses"] = changed);
        assert!(told.contains("决定的变更：变更原决定的罚款数额。"), "{told}");
        assert!(!read(form, |_| {}).contains("决定的变更"));
    }
}

#[test]
fn an_act_that_bears_no_fine_beside_another_has_no_broken_line() {
    for form in ["D18", "D26", "D26s", "D37"] {
        let told = read(form, |of| {
            let spared = "与无证经营的行为系同一违法行为，不再另行罚款";
            let mut beside = of["penalties"]["acts"][0].clone();
            (beside["items"], beside["spared"]) = (json!([]), spared.into());
            of["penalties"]["acts"].as_array_mut().expect("acts").push(beside);
        });
        assert!(
            told.contains("对未建立台账的行为，与无证经营的行为系同一违法行为，不再另行罚款。"),
            "{told}"
        );
        assert!(!told.contains("的规定，。"), "{told}");
    }
}

#[test]
fn a_decision_tells_how_the_hearing_ended() {
    let with = |outcome: &str, day: &str| {
        let (outcome, day) = (Value::from(outcome), Value::from(day));
        read("D26", |of| {
            of["notice"]["hearing"] = true.into();
            of["hearing"] = json!({
                "day": day, "time": "", "place": "", "host": "唐听松", "closed": null, "postponed": null,
                "outcome": outcome,
            });
        })
    };
    let considered = "听证意见已在作出本决定时一并考虑";
    let held = with("held", "2026年3月26日");
    assert!(held.contains("于2026年3月26日举行听证，主持人唐听松") && held.contains(considered), "{held}");
    let given_up = with("abandoned", "2026年3月26日");
    assert!(given_up.contains("视为放弃听证权利") && !given_up.contains(considered), "{given_up}");
    let withdrawn = with("withdrawn", "");
    assert!(withdrawn.contains("书面撤回了听证要求") && !withdrawn.contains(considered), "{withdrawn}");
    assert!(!withdrawn.contains("没有要求听证") && !withdrawn.contains("听证安排于"), "{withdrawn}");
    let never = read("D26", |of| of["notice"]["hearing"] = true.into());
    assert!(never.contains("当事人没有要求听证"), "{never}");
}

#[test]
fn a_decision_without_a_penalty_educates_only_where_the_case_says_so() {
    let education = "本局对当事人进行教育";
    assert!(read("D27", |_| {}).contains(education));
    assert!(!read("D27", |of| of["clauses"] = json!([])).contains(education));
}

/// The order itself is another paper than the opinion after the re-inspection.
#[test]
fn an_order_to_put_right_says_what_by_when_and_on_what_basis() {
    let mut order = facts("D29");
    order["title"] = "责令改正通知书".into();
    order["record"]["put_right"] = Value::Null;
    order["record"]["by"] = "2026年3月12日".into();
    let read = words(&print("D29", order));
    for words in ["责令改正通知书", "第二十八条第一款", "责令当事人于2026年3月12日前改正上述行为", "未见台账"]
    {
        assert!(read.contains(words), "{words} in {read}");
    }
}

/// The commission itself goes to the laboratory, before there is any result.
#[test]
fn a_commission_of_expertise_says_what_of_what_and_by_when() {
    let mut commission = facts("D12");
    commission["title"] = "鉴定（检验）委托书".into();
    commission["facts"] = "".into();
    let read = words(&print("D12", commission));
    for words in
        ["一、委托事项：油品质量，省质检院", "二、检材：加油机2台", "请于2026年3月20日前出具报告", "回执"]
    {
        assert!(read.contains(words), "{words} in {read}");
    }
    assert!(!read.contains("复检"), "{read}");
}

#[test]
fn a_refused_signature_is_noted_with_its_witness_on_every_page() {
    let mut refused = facts("D06");
    refused["record"]["refused"] = "居委会干部蒋见证".into();
    refused["record"]["course"] = "问：台账在哪里？答：没有。\n".repeat(60).into();
    let printed = print("D06", refused);
    let read = words(&printed);
    assert!(printed.pages > 2);
    assert!(read.matches("拒绝签名，见证人：居委会干部蒋见证").count() >= printed.pages, "{read}");
}

#[test]
fn a_case_that_is_not_filed_says_why() {
    let mut refused = facts("D02");
    refused["ground"] = "不属于本局管辖".into();
    refused["reasons"] = "属于市场监管部门职责".into();
    let read = words(&print("D02", refused));
    assert!(read.contains("不予立案的理由不属于本局管辖：属于市场监管部门职责"), "{read}");
}

#[test]
fn an_offered_hearing_and_a_closed_one_give_their_reasons() {
    let mut offered = facts("D19");
    offered["notice"]["offered"] = "社会影响较大".into();
    let read = words(&print("D19", offered));
    assert!(read.contains("给予当事人要求听证的机会，理由：社会影响较大"), "{read}");
    let mut closed = facts("D22");
    assert!(words(&print("D22", closed.clone())).contains("听证公开举行"));
    closed["hearing"]["closed"] = "涉及商业秘密".into();
    assert!(words(&print("D22", closed)).contains("听证不公开举行，理由：涉及商业秘密"));
}
