//! Tests of samples and of registered evidence: rows 6 and 6b, 行政处罚法 art. 56.

use super::bench::*;
use super::held::*;
use crate::calendar::Clock;
use crate::case::*;
use crate::refusal::{Fact, RefusalCode};

/// Samples were taken on 9 March 2026 in an investigation: the record is the event 4.
fn sampled() -> Bench {
    let mut bench = under_investigation();
    bench.does(CHEN, "2026-03-09", record_of(RecordKind::Sampling));
    bench
}

const SAMPLE: u32 = 4;

fn commission_of(seq: u32, until: &str) -> Act {
    let (question, told) = (note("汽油辛烷值，省质检院"), note("检验期间告知书已送达何某"));
    let subject = TestSubject::Sample(seq);
    Act::CommissionTest(CommissionTest { subject, party: None, question, until: day(until), told })
}

fn result_of(seq: u32) -> Act {
    let told = Some(note("3月20日告知何某结果和复检权利"));
    let subject = TestSubject::Sample(seq);
    Act::RecordTestResult(RecordTestResult { subject, party: None, result: note("不合格"), told })
}

fn lacks(bench: &Bench, on: &str, act: &Act) -> Option<Fact> {
    match bench.judge(CHEN, day(on), act).err()?.code {
        RefusalCode::MissingFact { fact } => Some(fact),
        other => panic!("refused for another reason: {other:?}"),
    }
}

fn offered(bench: &Bench, kind: ActKind) -> bool {
    let case = bench.case();
    next(&case, &bench.context(CHEN)).iter().any(|one| one.act == kind && one.refusal.is_none())
}

#[test]
fn a_sample_is_tested_and_its_result_noted_without_any_measure() {
    let mut bench = sampled();
    assert!(offered(&bench, ActKind::CommissionTest));
    assert!(!offered(&bench, ActKind::RecordTestResult), "nothing is being tested");
    assert_eq!(lacks(&bench, "2026-03-09", &result_of(SAMPLE)), Some(Fact::OpenMeasure));
    bench.does(CHEN, "2026-03-10", commission_of(SAMPLE, "2026-03-20"));
    let case = bench.case();
    let test = case.records.iter().find_map(RecordEntry::open_test).unwrap();
    assert_eq!((test.on, test.until), (day("2026-03-10"), day("2026-03-20")));
    assert_eq!(
        lacks(&bench, "2026-03-10", &commission_of(SAMPLE, "2026-03-25")),
        Some(Fact::OpenMeasure),
        "it is being tested"
    );
    bench.does(CHEN, "2026-03-20", result_of(SAMPLE));
    let case = bench.case();
    assert!(case.records.iter().all(|record| record.open_test().is_none()));
    assert!(offered(&bench, ActKind::CommissionTest), "a second test is possible");
}

#[test]
fn what_is_no_sample_is_not_tested_as_one() {
    let bench = sampled();
    assert_eq!(
        lacks(&bench, "2026-03-09", &commission_of(3, "2026-03-20")),
        Some(Fact::Sample),
        "an inspection"
    );
    assert_eq!(lacks(&bench, "2026-03-09", &commission_of(99, "2026-03-20")), Some(Fact::Sample));
    assert_eq!(lacks(&bench, "2026-03-09", &commission_of(SAMPLE, "2026-03-09")), Some(Fact::TestingTerm));
}

#[test]
fn a_result_does_not_lie_before_its_commission() {
    let mut bench = sampled();
    bench.does(CHEN, "2026-03-12", commission_of(SAMPLE, "2026-03-20"));
    assert_eq!(bench.refused(CHEN, "2026-03-11", &result_of(SAMPLE)), "before_its_cause");
}

#[test]
fn registered_evidence_is_tested_in_its_seven_days_which_the_test_does_not_prolong() {
    let mut bench = under_investigation();
    bench.does(ZHOU_HEAD, "2026-03-09", register_evidence()).does(
        CHEN,
        "2026-03-10",
        commission(1, "2026-03-27"),
    );
    assert_eq!(last_day(&bench, Clock::RegisteredEvidence), "2026-03-18");
    bench.does(CHEN, "2026-03-27", test_result(1));
    assert!(bench.case().measures[0].open_test().is_none());
}

#[test]
fn what_was_sent_to_be_tested_has_its_result_after_the_registration_ended() {
    let mut bench = under_investigation();
    bench
        .does(ZHOU_HEAD, "2026-03-09", register_evidence())
        .does(CHEN, "2026-03-16", handle(1, EvidenceOutcome::Tested))
        .does(CHEN, "2026-03-23", commission(1, "2026-04-03"))
        .does(CHEN, "2026-04-02", test_result(1))
        .does(CHEN, "2026-04-02", dispose(1, &[0, 1], GoodsEnd::Returned));
    assert!(!bench.case().measures[0].is_unsettled());
    assert_eq!(
        bench.refused(CHEN, "2026-04-02", &commission(1, "2026-04-20")),
        "missing_fact",
        "nothing is left"
    );
}

#[test]
fn what_lapsed_unhandled_is_not_sent_to_a_test() {
    let mut bench = under_investigation();
    bench.does(ZHOU_HEAD, "2026-03-09", register_evidence());
    bench.today = day("2026-03-19");
    assert_eq!(bench.refused(CHEN, "2026-03-19", &commission(1, "2026-03-27")), "measure_lapsed");
}

#[test]
fn what_was_written_before_samples_could_be_tested_stays_readable() {
    let old = serde_json::json!({"measure": 2, "question": "油品", "until": "2026-03-27", "told": "已告知"});
    let facts: CommissionTest = serde_json::from_value(old.clone()).unwrap();
    assert_eq!(facts.subject, TestSubject::Measure(2));
    assert_eq!(serde_json::to_value(&facts).unwrap(), old);
}
