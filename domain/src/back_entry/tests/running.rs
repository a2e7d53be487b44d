//! What still runs when a case comes in from paper: measures, demands, applications to court; and what is compared.

use super::*;
use crate::calendar::Clock;
use crate::case::tests::bench::SHOP;
use crate::case::{CaseClock, CourtAnswer, HeldAs, clocks};

/// A violation whose things may be seized, as far as the first record.
const SEIZABLE: [(Column, &str); 1] = [(Column::Violation, "oil-v21@2021")];

fn with<'a>(rows: &[&[(Column, &'a str)]]) -> Vec<(Column, &'a str)> {
    rows.iter().flat_map(|row| row.iter().copied()).collect()
}

fn clocks_of(bench: &Bench, entered: &Entered, clock: Clock) -> Vec<CaseClock> {
    let mut all = clocks(&entered.case, &bench.context(CHEN));
    all.retain(|one| one.clock == clock);
    all
}

fn kinds(entered: &Entered) -> Vec<ActKind> {
    entered.events.iter().map(|event| event.act.kind()).collect()
}

#[test]
fn registered_evidence_runs_from_the_day_on_which_it_was_registered() {
    let bench = bench();
    for (on, first) in [("2026-02-02", ActKind::RegisterEvidence), ("2026-02-05", ActKind::File)] {
        let measure = [(Column::MeasureKind, "先行登记保存"), (Column::MeasureOn, on)];
        let entered = entered(&bench, &with(&[&until(Column::ConcludedOn), &measure])).unwrap();
        assert_eq!(kinds(&entered)[1], first, "{on}");
        let clock = &clocks_of(&bench, &entered, Clock::RegisteredEvidence)[0];
        assert_eq!(clock.start, day(on));
        assert_eq!(entered.case.measures[0].held_as, HeldAs::Evidence);
    }
}

#[test]
fn a_seizure_runs_from_its_day_and_what_the_dossier_says_of_its_end_is_compared() {
    let bench = bench();
    let seized = |extended_on: &'static str, until_on: &'static str| {
        let measure = [
            (Column::MeasureKind, "扣押"),
            (Column::MeasureOn, "2026-02-06"),
            (Column::MeasureExtendedOn, extended_on),
            (Column::MeasureUntil, until_on),
        ];
        entered(&bench, &with(&[&until(Column::ConcludedOn), &SEIZABLE, &measure])).unwrap()
    };
    // Thirty days from 6 February, and thirty more where it was extended.
    for (extended, written, last, differs) in [
        ("", "", "2026-03-08", false),
        ("", "2026-03-08", "2026-03-08", false),
        ("", "2026-04-07", "2026-03-08", true),
        ("2026-03-06", "", "2026-04-07", false),
        ("2026-03-06", "2026-04-07", "2026-04-07", false),
        ("2026-03-06", "2026-05-07", "2026-04-07", true),
    ] {
        let entered = seized(extended, written);
        let clock = &clocks_of(&bench, &entered, Clock::Measure)[0];
        assert_eq!((clock.start, clock.deadline.last_day), (day("2026-02-06"), day(last)), "{written}");
        assert_eq!(kinds(&entered).contains(&ActKind::ExtendMeasure), !extended.is_empty(), "{written}");
        assert_eq!(words(&entered).contains(&"measure_term_differs"), differs, "{written}");
    }
}

#[test]
fn what_the_row_gives_no_power_to_seize_is_listed_and_stands() {
    let measure = [(Column::MeasureKind, "查封"), (Column::MeasureOn, "2026-02-06")];
    let entered = entered(&bench(), &with(&[&until(Column::ConcludedOn), &measure])).unwrap();
    assert!(words(&entered).contains(&"no_power_to_seize"), "{:?}", words(&entered));
    assert_eq!(entered.case.measures.len(), 1);
}

#[test]
fn a_measure_after_the_conclusion_is_refused_at_its_column() {
    let measure = [(Column::MeasureKind, "查封"), (Column::MeasureOn, "2026-02-01")];
    let fault = entered(&bench(), &measure).expect_err("before the clue");
    assert_eq!((fault.column, fault.error.code()), (Column::MeasureOn, "before_its_cause"));
}

#[test]
fn a_paper_served_electronically_asks_for_the_consent_before() {
    for (consent, lacks) in [("", true), ("2026-03-17", true), ("2026-03-16", false)] {
        let electronic = [(Column::ServedMethod, "电子送达"), (Column::ConsentOn, consent)];
        let entered = entered(&bench(), &electronic).unwrap();
        let found = entered.findings().iter().any(|one| one.act == ActKind::Serve);
        assert_eq!(found, lacks, "{consent}: {:?}", entered.findings());
    }
}

/// Nothing paid; demanded on 7 April and put to the court.
const DEMANDED: [(Column, &str); 6] = [
    (Column::PaidOn, ""),
    (Column::Paid, ""),
    (Column::DemandOn, "2026-09-28"),
    (Column::DemandMethod, "直接送达（法定代表人（负责人））"),
    (Column::CourtOn, ""),
    (Column::Serial, "1"),
];

#[test]
fn a_demand_and_an_application_to_court_run_from_their_real_days() {
    let bench = Bench::new("2026-11-30");
    let demanded = entered(&bench, &DEMANDED).unwrap();
    assert_eq!(words(&demanded), [""; 0]);
    let clock = &clocks_of(&bench, &demanded, Clock::Demand)[0];
    // Ten working days over the National Day week.
    assert_eq!((clock.start, clock.deadline.last_day), (day("2026-09-28"), day("2026-10-16")));
    let at_court = entered(&bench, &with(&[&DEMANDED, &[(Column::CourtOn, "2026-10-20")]])).unwrap();
    assert_eq!((at_court.case.stage(), words(&at_court)), (Stage::AtCourt, vec![]));
    let answer = [
        (Column::CourtOn, "2026-10-20"),
        (Column::CourtAnsweredOn, "2026-11-10"),
        (Column::CourtAnswer, "裁定准予执行"),
    ];
    let answered = entered(&bench, &with(&[&DEMANDED, &answer])).unwrap();
    let party = answered.case.parties()[0].id;
    let applications = &answered.case.track(party).unwrap().enforcement.applications;
    assert_eq!(applications[0].answer, Some((day("2026-11-10"), CourtAnswer::Granted)));
    assert_ne!(party, SHOP);
}

#[test]
fn a_demand_by_post_before_the_term_to_pay_is_listed_and_the_court_too_early_as_well() {
    let bench = Bench::new("2026-11-30");
    let early = [
        (Column::DemandOn, "2026-03-20"),
        (Column::DemandMethod, "邮寄送达"),
        (Column::CourtOn, "2026-04-20"),
    ];
    let found = words(&entered(&bench, &with(&[&DEMANDED, &early])).unwrap());
    for word in ["pay_running", "missing_fact", "court_too_early"] {
        assert!(found.contains(&word), "{word}: {found:?}");
    }
}

#[test]
fn what_was_paid_goes_before_or_after_the_demand_by_its_day() {
    let bench = Bench::new("2026-11-30");
    let paid = [(Column::PaidOn, "2026-10-09"), (Column::Paid, "20000")];
    let entered = entered(&bench, &with(&[&DEMANDED, &paid])).unwrap();
    assert_eq!(kinds(&entered)[14..], [ActKind::Demand, ActKind::Pay]);
    let fault = super::entered(
        &bench,
        &with(&[&DEMANDED, &[(Column::PaidOn, "2026-09-20"), (Column::Paid, "20000")]]),
    );
    assert_eq!(fault.expect_err("nothing is owed any more").column, Column::DemandOn);
}

#[test]
fn a_decision_number_of_another_case_is_listed_with_that_case() {
    let entered = entered(&bench(), &[(Column::DecisionNumber, "17")]).unwrap();
    let found = entered.findings().into_iter().find(|one| one.code.word() == "number_held").unwrap();
    let told = found.sentence(Lang::Zh).to_string();
    assert!(told.contains("道商罚决〔2026〕17号") && told.contains("道商案〔2026〕5号"), "{told}");
}

#[test]
fn the_party_is_linked_to_its_place_in_the_register() {
    let entered = entered(&bench(), &[]).unwrap();
    assert_eq!(entered.case.parties()[0].establishment, Some(EstablishmentId(Uuid::from_u128(3))));
}

#[test]
fn the_new_columns_ask_for_each_other() {
    for (column, text, blank) in [
        (Column::MeasureKind, "查封", Column::MeasureOn),
        (Column::MeasureUntil, "2026-03-08", Column::MeasureKind),
        (Column::DemandOn, "2026-03-20", Column::DemandMethod),
        (Column::CourtAnsweredOn, "2026-03-20", Column::CourtOn),
        (Column::CourtAnswer, "裁定准予执行", Column::CourtAnsweredOn),
    ] {
        let faults = read(&bench(), &[(column, text)]).expect_err("a row with holes");
        assert!(
            faults.iter().any(|fault| fault.column == blank && fault.error.code() == "needed_by"),
            "{column:?}: {faults:?}"
        );
    }
}
