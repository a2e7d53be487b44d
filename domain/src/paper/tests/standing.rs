//! What papers say of a decision that was changed, made on the spot, served by public notice, or that imposes little.

use rstest::rstest;
use uuid::Uuid;

use super::worked::*;
use super::worked_later::{published, published_bench};
use crate::case::tests::bench::*;
use crate::case::tests::spot::{report_spot, spot_fined};
use crate::case::*;
use crate::id::UnlawfulActId;
use crate::paper::{Missing, PaperKind as K, Sheet};
use crate::value::Money;

fn sheet(worked: &Worked, kind: K) -> Sheet {
    worked.paper(kind).unwrap_or_else(|missing| panic!("{kind:?} lacks {missing:?}")).sheet
}

/// The bureau itself lowered the fine to 1,000 yuan after the service; that is not paid either.
fn lightened_and_enforced() -> Worked {
    let mut bench = served_ordinarily();
    bench
        .does(ZHOU_HEAD, "2026-04-07", change_decision(Reviser::Bureau, Some(1000), None))
        .does(CHEN, "2026-09-14", demand())
        .does(ZHOU_HEAD, "2026-10-12", apply_to_court());
    let mut worked = Worked::of(bench);
    for event in &mut worked.bench.events {
        if event.act.kind() == ActKind::ChangeDecision {
            event.act.give_number(NumberWord::Decision, "道商罚决〔2026〕19号");
        }
    }
    worked
}

#[rstest]
#[case(K::D36)]
#[case(K::D37)]
fn the_demand_and_the_court_read_the_decision_that_stands(#[case] kind: K) {
    let sheet = sheet(&lightened_and_enforced(), kind);
    let decision = sheet.decision.unwrap();
    assert_eq!(
        (decision.number.as_str(), decision.day.as_str(), decision.served.as_deref()),
        ("道商罚决〔2026〕19号", "2026年4月7日", Some("2026年4月7日"))
    );
    assert_eq!(sheet.court.unwrap().rest.figures, "1,000.00");
    let changed = sheet.clauses.iter().find(|clause| clause.heading == "决定的变更").unwrap();
    assert_eq!(changed.text, "变更原决定的罚款数额");
    if kind == K::D37 {
        let penalties = sheet.penalties.unwrap();
        assert_eq!(penalties.fine.unwrap().figures, "1,000.00");
        assert!(!sheet.reasons.is_empty() && !sheet.facts.is_empty());
    }
}

#[test]
fn a_decision_that_the_government_changed_keeps_its_number_and_days_and_is_enforced_there() {
    let mut bench = served_ordinarily();
    let reconsideration = RemedyKind::Reconsideration;
    bench.does(CHEN, "2026-03-30", publish(Publicity::Published));
    ruled(&mut bench, reconsideration, "2026-04-07", "2026-05-20", RemedyOutcome::Changed);
    bench
        .does(ZHOU_HEAD, "2026-05-21", change_decision(Reviser::Government, Some(1000), None))
        .does(CHEN, "2026-05-21", unpublish())
        .does(ZHOU_HEAD, "2026-05-22", close());
    let sheet = sheet(&Worked::of(bench), K::D38);
    let decision = sheet.decision.unwrap();
    assert_eq!(
        (decision.number.as_str(), decision.day.as_str(), decision.served.as_deref()),
        ("道商罚决〔2026〕18号", "2026年3月26日", Some("2026年3月27日"))
    );
    let changed = sheet.clauses.iter().find(|clause| clause.heading == "决定的变更").unwrap();
    assert!(changed.text.contains("人民政府") && changed.text.contains("2026年5月21日"), "{changed:?}");
    assert!(sheet.ground.unwrap().contains("由行政复议机关依法强制执行"));
}

/// Fined on the spot, who said something to it, and not paid.
fn spot_enforced() -> Worked {
    let mut bench = Bench::new("2026-03-19");
    let heard = SpotDefence::Said {
        arguments: note("台账在总店"),
        accepted: false,
        reasons: note("应当在经营场所备查"),
    };
    bench
        .does(CHEN, "2026-03-19", spot_fined(Some(1000), |facts| facts.heard = heard))
        .does(CHEN, "2026-03-20", report_spot())
        .does(CHEN, "2026-05-20", demand())
        .does(ZHOU_HEAD, "2026-06-10", apply_to_court());
    Worked::of(bench)
}

#[test]
fn a_penalty_on_the_spot_is_brought_before_the_court_with_its_own_facts_and_what_was_said() {
    let sheet = sheet(&spot_enforced(), K::D37);
    assert_eq!(sheet.decision.unwrap().title, "当场行政处罚决定书");
    assert_eq!(sheet.facts, "现场未见购销台账，负责人承认");
    assert!(!sheet.reasons.is_empty());
    assert_eq!(sheet.penalties.unwrap().fine.unwrap().figures, "1,000.00");
    let defence = &sheet.defences[0];
    assert_eq!((defence.arguments.as_str(), defence.reasons.as_str()), ("台账在总店", "应当在经营场所备查"));
}

#[test]
fn what_was_published_counts_as_served_at_the_end_of_the_notice() {
    let mut bench = published_bench();
    bench.does(CHEN, "2026-11-10", demand());
    let worked = Worked::of(bench);
    assert_eq!(sheet(&worked, K::D26).notice.unwrap().served.as_deref(), Some("2026年4月9日"));
    let demand = sheet(&worked, K::D36).decision.unwrap();
    assert_eq!(demand.served.as_deref(), Some("2026年5月21日"));
    let slots = worked.slots();
    let proofs: Vec<_> = slots.into_iter().filter(|slot| slot.kind == K::D32).collect();
    let proof = worked.bind(proofs[1]).unwrap().sheet.service.unwrap();
    assert_eq!(proof.day, "2026年5月21日");
    assert!(proof.remark.contains("2026年4月21日公告"), "{}", proof.remark);
}

#[test]
fn a_lightened_decision_cites_the_day_on_which_the_old_one_counts_as_served() {
    let mut bench = published_bench();
    bench.does(ZHOU_HEAD, "2026-06-01", change_decision(Reviser::Bureau, Some(1000), None));
    let cited = sheet(&Worked::of(bench), K::D26).decision.unwrap();
    assert_eq!(cited.served.as_deref(), Some("2026年5月21日"));
}

#[test]
fn of_one_conduct_the_act_that_is_not_fined_says_why_it_bears_nothing() {
    let (first, second) = (UnlawfulActId(Uuid::from_u128(500)), UnlawfulActId(Uuid::from_u128(501)));
    let act = UnlawfulAct { id: second, coincides: Some(first), ..unlawful("oil-v11@2021") };
    let mut told = penalties(None);
    told.acts[0].kinds.clear();
    let fine = Some(Fine { amount: Money::yuan(3000), base: None });
    told.acts.push(ActPenalty { act: second, fine, ..told.acts[0].clone() });
    let mut bench = investigated("oil-v01@2021");
    bench
        .does(ZHOU_HEAD, "2026-03-05", Act::AddUnlawfulAct(AddUnlawfulAct { party: SHOP, act }))
        .does(CHEN, "2026-03-06", conclude(Outcome::Penalise(told)))
        .does(ZHOU_HEAD, "2026-03-09", approve_notice());
    let worked = Worked::of(bench);
    let acts = sheet(&worked, K::D18).penalties.unwrap().acts;
    assert!(acts[0].items.is_empty() && acts[0].spared.as_ref().unwrap().contains("第二十九条"), "{acts:?}");
    assert_eq!((acts[1].items.len(), &acts[1].spared), (1, &None));
    let report = sheet(&worked, K::D16).proposals.remove(0).outcome;
    assert!(report.contains("系同一违法行为") && !report.contains("，；"), "{report}");
}

#[test]
fn an_order_to_nobody_is_no_paper_until_somebody_is_filed_against() {
    let mut bench = Bench::new("2026-03-02");
    let order = record_of(RecordKind::RectificationOrder { by: day("2026-03-12") });
    bench.does(CHEN, "2026-03-02", clue()).does(CHEN, "2026-03-02", order);
    let mut worked = Worked::of(bench);
    let missing = worked.paper(K::D29).unwrap_err();
    assert_eq!(missing, [Missing::Act { act: ActKind::File, party: None }]);
    worked.bench.does(ZHOU_HEAD, "2026-03-04", file("oil-v01@2021"));
    let worked = Worked::of(worked.bench);
    assert_eq!(sheet(&worked, K::D29).parties[0].name, "道县濂溪加油站有限公司");
}

#[test]
fn the_demand_speaks_of_the_surcharge_only_while_there_is_one() {
    let mut early = served_ordinarily();
    early.does(CHEN, "2026-04-20", demand());
    let running = sheet(&Worked::of(early), K::D36).court.unwrap();
    assert!(running.has_surcharge && running.surcharge_runs);
    assert_eq!(running.surcharge.figures, "630.00");
    let full = sheet(&enforced(), K::D36).court.unwrap();
    assert!(full.has_surcharge && !full.surcharge_runs, "it has reached the fine");
    let mut told = penalties(None);
    told.acts[0].gains = Gains::Stated { amount: Money::yuan(3000), refunded: Money::ZERO };
    let mut bench = investigated("oil-v01@2021");
    bench
        .does(CHEN, "2026-03-05", conclude(Outcome::Penalise(told.clone())))
        .does(ZHOU_HEAD, "2026-03-09", approve_notice())
        .does(CHEN, "2026-03-09", serve_notice())
        .does(CHEN, "2026-03-10", waive())
        .does(ZHOU_HEAD, "2026-03-11", decide(told))
        .does(CHEN, "2026-03-12", serve())
        .does(CHEN, "2026-09-14", demand());
    let confiscated = sheet(&Worked::of(bench), K::D36).court.unwrap();
    assert!(!confiscated.has_surcharge && !confiscated.surcharge_runs);
    assert_eq!(confiscated.total.figures, "3,000.00");
}

#[rstest]
#[case(NoPenaltyGround::SlightMendedNoHarm, "第三十三条第三款")]
#[case(NoPenaltyGround::NoFaultProved, "第三十三条第三款")]
#[case(NoPenaltyGround::FactsNotEstablished, "")]
#[case(NoPenaltyGround::TimeBarred, "")]
fn whoever_did_nothing_is_not_educated(#[case] ground: NoPenaltyGround, #[case] educated: &str) {
    let mut bench = notified(Some(3000));
    bench.does(ZHOU_HEAD, "2026-03-18", no_penalty(ground)).does(CHEN, "2026-03-19", serve()).does(
        ZHOU_HEAD,
        "2026-03-20",
        close(),
    );
    let worked = Worked::of(bench);
    let clauses = sheet(&worked, K::D27).clauses;
    let education = clauses.iter().find(|clause| clause.heading == "教育");
    assert_eq!(education.is_some(), !educated.is_empty());
    assert!(education.is_none_or(|clause| clause.text.contains(educated)));
    let closing = sheet(&worked, K::D38);
    assert_eq!(closing.ground.as_deref(), Some("不予行政处罚决定已经送达，无须执行"));
    assert!(closing.clauses.iter().all(|clause| !clause.text.contains("已缴款")), "{closing:?}");
}

#[test]
fn a_hearing_request_that_was_withdrawn_before_any_appointment_is_told_as_such() {
    let mut bench = told_of_a_hearing();
    let outcome = HearingOutcome::Withdrawn { paper: note("撤回听证申请") };
    bench
        .does(CHEN, "2026-03-12", request_hearing())
        .does(CHEN, "2026-03-13", Act::HoldHearing(HoldHearing { parties: vec![SHOP], outcome }))
        .does(LI_REVIEWER, "2026-03-27", review(Opinion::Agree))
        .does(ZHOU_HEAD, "2026-03-30", deliberate(Outcome::Penalise(penalties(Some(25_000)))))
        .does(ZHOU_HEAD, "2026-03-31", decide(penalties(Some(25_000))));
    let hearing = sheet(&Worked::of(bench), K::D26).hearing.unwrap();
    assert_eq!((hearing.outcome.as_str(), hearing.day.as_str()), ("withdrawn", ""));
    assert_eq!(sheet(&after_hearing(), K::D26).hearing.unwrap().outcome, "held");
}

#[test]
fn the_rule_that_is_applied_is_cited_with_its_article_or_missed() {
    let mut worked = ordinary();
    for event in &mut worked.bench.events {
        if let Act::Decide(facts) = &mut event.act {
            facts.penalties.acts[0].rule = Some("oil-v13@2026".to_owned());
        }
    }
    assert!(worked.paper(K::D26).is_ok());
    let rows = &mut worked.bench.catalogue.industries[0].violations;
    let newer = rows.iter_mut().find(|row| row.id == "oil-v13@2026").unwrap();
    newer.penalty.as_mut().unwrap().article.clear();
    let missing = worked.paper(K::D26).unwrap_err();
    assert_eq!(missing, [Missing::Article { violation: "未建立台账".to_owned() }]);
}

#[test]
fn every_paper_of_these_cases_is_bound_as_well() {
    for worked in [lightened_and_enforced(), spot_enforced(), published()] {
        for slot in worked.slots().into_iter().filter(|slot| slot.seq.is_some()) {
            worked.bind(slot).unwrap_or_else(|missing| panic!("{slot:?} lacks {missing:?}"));
        }
    }
}
