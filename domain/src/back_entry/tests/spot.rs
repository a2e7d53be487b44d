//! Penalties on the spot that come in from paper.

use super::*;
use crate::calendar::Clock;
use crate::case::{ClockState, clocks};

/// A penalty on the spot: the clue of that day, and one act of two officers.
const SPOT: [(Column, &str); 21] = [
    (Column::Party, "道县××加油站有限公司"),
    (Column::Kind, "法人或者其他组织"),
    (Column::Violation, "oil-v08@2021"),
    (Column::ActOn, "2026-3-10"),
    (Column::Place, "道县濂溪街道"),
    (Column::Source, "监督检查"),
    (Column::ReceivedOn, "2026-03-10"),
    (Column::Suspicion, "未建立购销台账"),
    (Column::Number, "9"),
    (Column::Procedure, "简易程序"),
    (Column::Lead, "陈××"),
    (Column::Second, "盘××"),
    (Column::RecordShown, "是"),
    (Column::Facts, "当日没有台账"),
    (Column::Kinds, "警告"),
    (Column::Gains, "0"),
    (Column::PutRight, "2026-03-31"),
    (Column::DecidedOn, "2026-03-10"),
    (Column::DecisionNumber, "5"),
    (Column::Fine, "2000"),
    (Column::ServedMethod, "直接送达（法定代表人（负责人））"),
];

fn spot(other: &[(Column, &'static str)]) -> Vec<(Column, &'static str)> {
    let blank = WHOLE.iter().map(|(column, _)| (*column, ""));
    blank.chain(SPOT).chain(other.iter().copied()).collect()
}

fn on_paper(other: &[(Column, &'static str)]) -> Entered {
    entered(&bench(), &spot(other)).unwrap_or_else(|fault| panic!("{fault:?}"))
}

#[test]
fn a_penalty_on_the_spot_is_one_act_after_its_clue_served_at_once() {
    let entered = on_paper(&[
        (Column::ReportedOn, "2026-03-11"),
        (Column::PaidOn, "2026-03-20"),
        (Column::Paid, "2000"),
    ]);
    assert_eq!(words(&entered), [""; 0]);
    let acts: Vec<_> = entered.events.iter().map(|event| (event.act.kind(), event.on.to_string())).collect();
    let expected = [
        (ActKind::RegisterClue, "2026-03-10"),
        (ActKind::PenaliseOnTheSpot, "2026-03-10"),
        (ActKind::ReportOnTheSpot, "2026-03-11"),
        (ActKind::Pay, "2026-03-20"),
    ];
    assert_eq!(acts, expected.map(|(kind, on)| (kind, on.to_owned())));
    assert_eq!(entered.case.stage(), Stage::Executing);
    let numbers: Vec<_> =
        entered.numbers.iter().map(|(word, year, serial)| (word.word(), *year, *serial)).collect();
    assert_eq!(numbers, [("案", 2026, 9), ("当罚", 2026, 5)]);
}

#[test]
fn a_warning_given_on_paper_can_be_cited_when_it_was_not_obeyed() {
    let entered = on_paper(&[(Column::Fine, "0")]);
    let bench = bench();
    let warning = entered.case.warning_of(PartyId(Uuid::from_u128(1)), &bench.context(CHEN)).unwrap();
    assert_eq!(warning.number.as_str(), "道商当罚〔2026〕5号");
    assert_eq!((warning.served_on, warning.order_by), (day("2026-03-10"), Some(day("2026-03-31"))));
    let fined = on_paper(&[(Column::Kinds, "")]);
    assert_eq!(fined.case.warning_of(PartyId(Uuid::from_u128(1)), &bench.context(CHEN)), None);
}

#[test]
fn what_the_bureau_was_not_told_of_in_time_shows_as_overdue() {
    let bench = bench();
    let open = |entered: &Entered| {
        let clocks = clocks(&entered.case, &bench.context(CHEN));
        clocks.iter().any(|one| one.clock == Clock::ReportPenalty && one.state == ClockState::Running)
    };
    assert!(open(&on_paper(&[])));
    assert!(!open(&on_paper(&[(Column::ReportedOn, "2026-03-11")])));
}

#[test]
fn what_the_simplified_procedure_does_not_allow_is_listed_and_stops_nothing() {
    for (column, text, word) in [
        (Column::Fine, "5000", "not_simplified"),
        (Column::RecordShown, "否", "missing_fact"),
        (Column::Gains, "", "gains_not_stated"),
        (Column::DecisionNumber, "道商罚决〔2026〕17号", "number_held"),
    ] {
        let entered = on_paper(&[(column, text)]);
        assert!(words(&entered).contains(&word), "{column:?} {text}: {:?}", words(&entered));
        assert_eq!(entered.case.stage(), Stage::Served);
    }
}

#[test]
fn steps_of_another_procedure_are_told_at_their_columns() {
    for (other, at, code) in [
        (spot(&[(Column::FiledOn, "2026-03-10")]), Column::FiledOn, "not_of_procedure"),
        (spot(&[(Column::NoticeOn, "2026-03-10")]), Column::NoticeOn, "not_of_procedure"),
        (vec![(Column::ReportedOn, "2026-03-18")], Column::ReportedOn, "not_of_procedure"),
        (spot(&[(Column::ServedOn, "2026-03-12")]), Column::ServedOn, "not_handed_over"),
        (spot(&[(Column::ServedMethod, "邮寄送达")]), Column::ServedMethod, "not_handed_over"),
        (spot(&[(Column::Second, "")]), Column::Second, "needed_by"),
        (spot(&[(Column::DecidedOn, "")]), Column::DecidedOn, "needed_by"),
        (spot(&[(Column::Procedure, "快速程序")]), Column::Procedure, "unknown_choice"),
    ] {
        let faults = read(&bench(), &other).expect_err("a row that mixes procedures");
        let told: Vec<_> = faults.iter().map(|fault| (fault.column, fault.error.code())).collect();
        assert!(told.contains(&(at, code)), "{told:?}");
    }
    assert!(read(&bench(), &spot(&[(Column::ServedOn, "2026-03-10")])).is_ok());
}

#[test]
fn what_the_party_said_stands_in_the_act() {
    let said = |entered: &Entered| match &entered.events[1].act {
        Act::PenaliseOnTheSpot(facts) => facts.heard != crate::case::SpotDefence::Nothing,
        _ => unreachable!(),
    };
    assert!(!said(&on_paper(&[])));
    assert!(said(&on_paper(&[(Column::DefenceOn, "2026-03-10")])));
}
