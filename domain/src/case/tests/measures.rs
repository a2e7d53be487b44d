//! Taking, extending and testing what is sealed, seized or registered, §1.4 and §1.7.

use rstest::rstest;

use super::bench::*;
use super::held::*;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::*;
use crate::refusal::RefusalCode;
use crate::role::Power;

#[test]
fn six_evidence_is_registered_for_seven_working_days_and_then_lapses() {
    let mut bench = clue_of("2026-02-13");
    let permit = bench.judge(CHEN, day("2026-02-13"), &register_evidence());
    assert_eq!(permit, Ok(Permit::Proposal { power: Power::ApproveCases }));
    bench.does(ZHOU_HEAD, "2026-02-13", register_evidence());
    // The spring festival and its make-up workdays lie between.
    assert_eq!(last_day(&bench, Clock::RegisteredEvidence), "2026-03-02");
    bench.today = day("2026-03-03");
    let tested = handle(1, EvidenceOutcome::Tested);
    assert_eq!(bench.refused(CHEN, "2026-03-03", &tested), "measure_lapsed");
    let refusal = bench.judge(CHEN, day("2026-03-03"), &tested).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::MeasureLapsed { last_day: day("2026-03-02") });
    assert!(refusal.sentence(Lang::Zh).opens.contains("立即退还"));
    bench.does(CHEN, "2026-03-03", handle(1, EvidenceOutcome::Lifted));
    assert!(!bench.case().measures[0].is_unsettled());
}

#[rstest]
#[case(EvidenceOutcome::CopiedAndReturned, None, false)]
#[case(EvidenceOutcome::Tested, None, true)]
#[case(EvidenceOutcome::ConfiscationProposed, None, true)]
#[case(EvidenceOutcome::Lifted, None, false)]
#[case(EvidenceOutcome::Seized, Some("missing_fact"), true)]
fn registered_evidence_is_handled_in_its_term(
    #[case] outcome: EvidenceOutcome,
    #[case] refused: Option<&str>,
    #[case] holds_goods: bool,
) {
    let mut bench = under_investigation();
    bench.does(ZHOU_HEAD, "2026-03-06", register_evidence());
    let act = handle(1, outcome);
    match refused {
        Some(code) => assert_eq!(bench.refused(CHEN, "2026-03-06", &act), code),
        None => {
            bench.does(CHEN, "2026-03-09", act);
            let met = ClockState::Met { on: day("2026-03-09") };
            assert_eq!(clock(&bench, Clock::RegisteredEvidence).state, met);
        }
    }
    assert_eq!(bench.case().measures[0].holds_goods(), holds_goods);
}

#[test]
fn evidence_goes_on_under_a_seizure_of_its_own() {
    let mut bench = under_investigation();
    bench.does(ZHOU_HEAD, "2026-03-06", register_evidence()).does(ZHOU_HEAD, "2026-03-09", seize()).does(
        CHEN,
        "2026-03-09",
        handle(1, EvidenceOutcome::Seized),
    );
    let case = bench.case();
    assert!(!case.measures[0].is_unsettled());
    assert!(case.measures[1].is_unsettled());
}

#[test]
fn a_measure_runs_thirty_days_from_its_taking_and_the_office_acts_before_the_holiday() {
    let mut bench = clue_of("2026-09-03");
    bench
        .does(ZHOU_HEAD, "2026-09-04", file(SEIZABLE))
        .does(CHEN, "2026-09-04", record_of(RecordKind::Inspection))
        .does(ZHOU_HEAD, "2026-09-07", seize());
    let measure = clock(&bench, Clock::Measure);
    assert_eq!(measure.deadline.last_day, day("2026-10-07"));
    assert_eq!(measure.deadline.acting_day, day("2026-09-30"));
}

#[rstest]
#[case(investigated("oil-v01@2021"), seize(), "no_power_to_seize")]
#[case(investigated("oil-v22@2021"), seize_but(|one| one.violation = "oil-v22@2021".to_owned()), "no_power_to_seize")]
#[case(under_investigation(), seize_but(|one| one.violation = "oil-v01@2021".to_owned()), "no_power_to_seize")]
#[case(under_investigation(), seize_but(|one| one.objects_checked = false), "missing_fact")]
#[case(under_investigation(), seize_but(|one| one.goods.clear()), "missing_fact")]
#[case(under_investigation(), seize_but(|one| one.party = Some(BOSS)), "missing_fact")]
#[case(under_investigation(), seize_but(|one| one.officers.second = HE_EXPIRED), "two_officers")]
fn sealing_and_seizing_need_a_law_and_the_facts(#[case] bench: Bench, #[case] act: Act, #[case] code: &str) {
    let on = if code == "two_officers" { "2026-04-01" } else { "2026-03-09" };
    let mut bench = bench;
    bench.today = day(on);
    assert_eq!(bench.refused(ZHOU_HEAD, on, &act), code);
}

#[test]
fn the_reason_names_the_articles_and_the_way_that_is_open() {
    let bench = investigated("oil-v01@2021");
    let refusal = bench.judge(ZHOU_HEAD, day("2026-03-05"), &seize()).unwrap_err();
    let sentence = refusal.sentence(Lang::Zh).to_string();
    assert!(sentence.contains("行政强制法第十条") && sentence.contains("先行登记保存"), "{sentence}");
    // Nothing changes it: it stands in no list of next acts.
    let listed = next(&bench.case(), &bench.context(CHEN));
    assert!(!listed.iter().any(|one| one.act == ActKind::TakeMeasure));
}

#[test]
fn a_measure_on_a_clue_is_filed_or_released_within_seven_working_days() {
    let mut bench = clue_of("2026-03-02");
    bench.does(ZHOU_HEAD, "2026-03-03", seize());
    assert_eq!(last_day(&bench, Clock::FileOrRelease), "2026-03-12");
    bench.does(ZHOU_HEAD, "2026-03-05", file(SEIZABLE));
    assert_eq!(clock(&bench, Clock::FileOrRelease).state, ClockState::Met { on: day("2026-03-05") });
    assert_eq!(clock(&bench, Clock::Measure).state, ClockState::Running);
}

/// Seized in urgency on Friday 6 March, twenty past three.
fn urgent() -> Bench {
    let mut bench = under_investigation();
    bench.does(CHEN, "2026-03-06", seize_at("15:20"));
    bench
}

#[test]
fn an_urgent_measure_is_reported_within_twenty_four_hours_rest_days_counted() {
    let mut bench = urgent();
    let report_clock = clock(&bench, Clock::UrgentMeasureReport);
    assert_eq!(report_clock.deadline.last_day, day("2026-03-07"));
    assert_eq!(report_clock.hours.unwrap().end_long(Lang::Zh), "2026年3月7日 周六 15:20");
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::ReportMeasure);
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-06", &confirm(1, true)), "missing_fact");
    assert_eq!(bench.refused(CHEN, "2026-03-06", &report(1, "15:00")), "missing_fact");
    bench.does(CHEN, "2026-03-06", report(1, "17:30"));
    assert_eq!(clock(&bench, Clock::UrgentMeasureReport).state, ClockState::Met { on: day("2026-03-06") });
    let permit = bench.judge(CHEN, day("2026-03-06"), &confirm(1, true));
    assert_eq!(permit, Ok(Permit::Proposal { power: Power::ApproveCases }));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-06", &extend(1)), "missing_fact");
    bench.does(ZHOU_HEAD, "2026-03-06", confirm(1, true));
    assert!(bench.case().measures[0].is_approved());
    bench.does(ZHOU_HEAD, "2026-03-09", extend(1));
}

#[test]
fn what_the_head_does_not_approve_afterwards_is_lifted_at_once() {
    let mut bench = urgent();
    bench.does(CHEN, "2026-03-06", report(1, "17:30")).does(ZHOU_HEAD, "2026-03-06", confirm(1, false));
    let measure = &bench.case().measures[0];
    assert_eq!(measure.ended, Some((day("2026-03-06"), MeasureEnd::NotApproved)));
    assert!(measure.goods.iter().all(|goods| goods.end == Some((day("2026-03-06"), GoodsEnd::Returned))));
}

#[test]
fn on_the_spot_certificates_are_shown_and_rights_told() {
    let bench = under_investigation();
    for shown in [true, false] {
        let Act::TakeUrgentMeasure(facts) = seize_at("15:20") else { panic!() };
        let act = Act::TakeUrgentMeasure(TakeUrgentMeasure {
            certificates_shown: shown,
            rights_told: !shown,
            ..facts
        });
        assert_eq!(bench.refused(CHEN, "2026-03-05", &act), "missing_fact");
    }
}

#[test]
fn the_head_extends_once_and_only_while_it_holds() {
    let mut bench = seized();
    assert_eq!(last_day(&bench, Clock::Measure), "2026-04-08");
    bench.today = day("2026-04-09");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-09", &extend(1)), "measure_lapsed");
    bench.does(ZHOU_HEAD, "2026-04-08", extend(1));
    assert_eq!(last_day(&bench, Clock::Measure), "2026-05-08");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-04-09", &extend(1)), "missing_fact");
    let trace = clock(&bench, Clock::Measure).deadline.trace.lines(Lang::Zh).join("");
    assert!(trace.contains("案情复杂"), "{trace}");
}

#[test]
fn the_new_end_is_told_before_the_extension_is_sent() {
    let bench = seized();
    let event = Event { seq: 5, act: extend(1), on: day("2026-03-10"), ..bench.events[3].clone() };
    let seen = foresee(Some(&bench.case()), &event, &bench.context(ZHOU_HEAD)).unwrap();
    let told: Vec<_> = seen.starts.iter().map(|one| (one.clock, one.deadline.last_day)).collect();
    assert_eq!(told, [(Clock::Measure, day("2026-05-08"))]);
}

#[rstest]
// Commissioned 10 March, told until 20 March: ten days.
#[case(None, "2026-04-18")]
#[case(Some("2026-03-16"), "2026-04-14")]
// No longer than the party was told.
#[case(Some("2026-03-25"), "2026-04-18")]
fn testing_is_counted_out_as_far_as_the_party_was_told(#[case] result: Option<&str>, #[case] until: &str) {
    let mut bench = seized();
    assert_eq!(bench.refused(CHEN, "2026-03-09", &commission(1, "2026-03-09")), "missing_fact");
    bench.does(CHEN, "2026-03-10", commission(1, "2026-03-20"));
    assert_eq!(bench.refused(CHEN, "2026-03-10", &commission(1, "2026-03-20")), "missing_fact");
    if let Some(on) = result {
        bench.does(CHEN, on, test_result(1));
    }
    assert_eq!(last_day(&bench, Clock::Measure), until);
}

#[test]
fn what_is_next_is_what_the_measure_asks_for() {
    let todo_of = |bench: &Bench| todo(&bench.case(), &bench.context(CHEN)).unwrap();
    let mut bench = under_investigation();
    bench.does(ZHOU_HEAD, "2026-03-06", register_evidence());
    assert_eq!(todo_of(&bench).act, ActKind::HandleEvidence);
    let mut bench = seized();
    assert_eq!(todo_of(&bench).act, ActKind::Conclude);
    bench.today = day("2026-04-09");
    assert_eq!(todo_of(&bench).act, ActKind::LiftMeasure);
}

#[test]
fn a_wait_does_not_hide_the_term_of_a_measure_that_ends_first() {
    let mut bench = seized();
    bench
        .does(CHEN, "2026-04-02", conclude(Outcome::Penalise(penalties(None))))
        .does(ZHOU_HEAD, "2026-04-03", approve_notice())
        .does(CHEN, "2026-04-03", serve_notice());
    // The party may be heard until 13 April; the seizure ends on the 8th.
    let asked = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert_eq!((asked.act, asked.wait), (ActKind::ExtendMeasure, None));
    bench.does(ZHOU_HEAD, "2026-04-07", extend(1));
    assert!(todo(&bench.case(), &bench.context(CHEN)).unwrap().wait.is_some());
}

#[rstest]
#[case("生猪 12 头", Some("生猪 12 头"))]
#[case("白条肉 80.50公斤", Some("白条肉 80.5 公斤"))]
#[case("20号柴油　1,000升", None)]
#[case("92号汽油 350 升", Some("92号汽油 350 升"))]
#[case("生猪 0 头", None)]
#[case("生猪 十二 头", None)]
#[case("12 头", None)]
#[case("生猪 12", None)]
#[case("生猪 1.2345 吨", None)]
fn a_line_of_goods_is_name_amount_and_unit(#[case] text: &str, #[case] read: Option<&str>) {
    let line = GoodsLine::parse(text).ok().map(|line| line.words());
    assert_eq!(line.as_deref(), read);
    if let Some(words) = read {
        assert_eq!(GoodsLine::parse(words).unwrap().words(), words);
    }
}
