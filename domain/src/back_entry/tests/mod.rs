mod running;
mod spot;

use super::*;
use crate::case::tests::bench::{Bench, CHEN, ZHOU_HEAD, day};
use crate::case::{Act, ActKind, Case, Judge as CaseJudge, Stage, TakeBack};
use crate::id::{EstablishmentId, PartyId, UnlawfulActId};
use crate::ledger::{Column as _, Fault, RowCells, find_header};
use crate::refusal::{OfficerFault, RefusalCode};
use crate::value::{Epoch, ValueError};
use crate::{Instant, Lang};
use std::collections::HashMap;
use uuid::Uuid;

/// A dossier that has come to the payment, every step in order.
const WHOLE: [(Column, &str); 43] = [
    (Column::Party, "道县××加油站有限公司"),
    (Column::Kind, "法人或者其他组织"),
    (Column::Violation, "oil-v01@2021 未建立台账"),
    (Column::ActOn, "2026-1-20"),
    (Column::Place, "道县濂溪街道"),
    (Column::Source, "监督检查"),
    (Column::ReceivedOn, "2026-02-02"),
    (Column::Suspicion, "未建立购销台账"),
    (Column::Number, "7"),
    (Column::FiledOn, "2026年2月3日"),
    (Column::Lead, "陈××"),
    (Column::Second, "盘××"),
    (Column::Approver, "周××"),
    (Column::RecordOn, "2026-02-04"),
    (Column::RecordKind, "现场检查"),
    (Column::RecordTimes, "9:30-10:20"),
    (Column::RecordShown, "是"),
    (Column::ConcludedOn, "2026-02-10"),
    (Column::Facts, "三个月没有台账"),
    (Column::Proposed, "25,000"),
    (Column::Kinds, "警告"),
    (Column::Gains, "0"),
    (Column::PutRight, "2026-03-31"),
    (Column::NoticeNumber, "道商听告[2026]3号"),
    (Column::NoticeOn, "2026-02-11"),
    (Column::NoticeMethod, "直接送达（法定代表人（负责人））"),
    (Column::HearingTold, "是"),
    (Column::AskedOn, "2026-02-13"),
    (Column::HearingNoticeOn, "2026-02-25"),
    (Column::HearingOn, "2026-03-10"),
    (Column::Host, "唐××"),
    (Column::ReviewedOn, "2026-03-12"),
    (Column::Reviewer, "李××"),
    (Column::DiscussedOn, "2026-03-13"),
    (Column::Voices, "周××、唐××"),
    (Column::DecidedOn, "2026-03-16"),
    (Column::DecisionNumber, "18"),
    (Column::Fine, "20000"),
    (Column::ServedOn, "2026-03-17"),
    (Column::ServedMethod, "直接送达（法定代表人（负责人））"),
    (Column::PaidOn, "2026-03-20"),
    (Column::Paid, "5000"),
    (Column::Serial, "1"),
];

/// The dossier with some cells otherwise.
fn cells(other: &[(Column, &str)]) -> RowCells<Column> {
    let mut cells = RowCells::default();
    for (column, text) in WHOLE.iter().chain(other) {
        cells.set(*column, typed(text));
    }
    cells
}

/// The dossier as far as it had come before a column.
fn until(column: Column) -> Vec<(Column, &'static str)> {
    let late = WHOLE.iter().filter(|(one, _)| *one >= column && *one != Column::Serial);
    late.map(|(one, _)| (*one, "")).collect()
}

fn bench() -> Bench {
    Bench::new("2026-03-25")
}

fn read(bench: &Bench, other: &[(Column, &str)]) -> Result<PaperCase, Vec<Fault<Column>>> {
    judge(&cells(other), &bench.catalogue, Epoch::From1900, bench.today)
}

fn entered(bench: &Bench, other: &[(Column, &str)]) -> Result<Entered, Fault<Column>> {
    let paper = read(bench, other).unwrap_or_else(|faults| panic!("{faults:?}"));
    let held = HashMap::from([("道商罚决〔2026〕17号".to_owned(), "道商案〔2026〕5号".to_owned())]);
    let context = bench.context(CHEN);
    let desk = Desk { context, prefix: "道商", at: Instant(0), until: Day::MAX, held: &held };
    let establishment = Some(EstablishmentId(Uuid::from_u128(3)));
    let ids =
        Ids { party: PartyId(Uuid::from_u128(1)), act: UnlawfulActId(Uuid::from_u128(2)), establishment };
    enter(&paper, &desk, ids)
}

fn words(entered: &Entered) -> Vec<&'static str> {
    entered.findings().iter().map(|finding| finding.code.word()).collect()
}

#[test]
fn a_dossier_in_order_becomes_its_acts_on_their_days_without_a_finding() {
    let entered = entered(&bench(), &[]).unwrap();
    assert_eq!(words(&entered), [""; 0]);
    let acts: Vec<_> = entered.events.iter().map(|event| (event.act.kind(), event.on.to_string())).collect();
    let expected = [
        (ActKind::RegisterClue, "2026-02-02"),
        (ActKind::File, "2026-02-03"),
        (ActKind::Record, "2026-02-04"),
        (ActKind::Conclude, "2026-02-10"),
        (ActKind::ApproveNotice, "2026-02-11"),
        (ActKind::ServeNotice, "2026-02-11"),
        (ActKind::RequestHearing, "2026-02-13"),
        (ActKind::AppointHearing, "2026-02-25"),
        (ActKind::ServeHearingNotice, "2026-02-25"),
        (ActKind::HoldHearing, "2026-03-10"),
        (ActKind::Review, "2026-03-12"),
        (ActKind::Deliberate, "2026-03-13"),
        (ActKind::Decide, "2026-03-16"),
        (ActKind::Serve, "2026-03-17"),
        (ActKind::Pay, "2026-03-20"),
    ];
    assert_eq!(acts, expected.map(|(kind, on)| (kind, on.to_owned())));
    assert_eq!(entered.case.stage(), Stage::Executing);
    assert_eq!(entered.case.clue.number.as_deref(), Some("道商案〔2026〕7号"));
    let numbers: Vec<_> =
        entered.numbers.iter().map(|(word, year, serial)| (word.word(), *year, *serial)).collect();
    assert_eq!(numbers, [("案", 2026, 7), ("听告", 2026, 3), ("罚决", 2026, 18)]);
    assert!(entered.events.iter().all(|event| event.entry.on_paper.is_some()));
}

#[test]
fn whoever_enters_it_has_no_part_in_the_case_and_whom_the_dossier_names_has() {
    let entered = entered(&bench(), &[]).unwrap();
    assert_eq!(entered.case.people.deciders, [ZHOU_HEAD]);
    assert!(!entered.case.people.reviewers.contains(&CHEN));
}

#[test]
fn empty_columns_are_steps_not_reached() {
    let bench = bench();
    for (column, stage) in [
        (Column::Number, Stage::Clue),
        (Column::RecordOn, Stage::Filed),
        (Column::ConcludedOn, Stage::Investigating),
        (Column::NoticeNumber, Stage::Concluded),
        (Column::DefenceOn, Stage::Notified),
        (Column::DecidedOn, Stage::Deliberated),
        (Column::ServedOn, Stage::Decided),
        (Column::PaidOn, Stage::Served),
    ] {
        let entered = entered(&bench, &until(column)).unwrap_or_else(|fault| panic!("{column:?} {fault:?}"));
        assert_eq!(entered.case.stage(), stage, "{column:?}");
    }
}

#[test]
fn a_record_before_the_filing_is_adopted() {
    let entered = entered(&bench(), &[(Column::RecordOn, "2026-02-02")]).unwrap();
    let kinds: Vec<_> = entered.events.iter().take(4).map(|event| event.act.kind()).collect();
    assert_eq!(kinds, [ActKind::RegisterClue, ActKind::Record, ActKind::File, ActKind::AdoptRecords]);
}

#[test]
fn a_certificate_that_was_over_is_listed_and_stops_nothing() {
    let mut bench = bench();
    bench.members[1].certificates[0].to = day("2026-02-28");
    let entered = entered(&bench, &[]).unwrap();
    let is_expired = |code: &RefusalCode| {
        matches!(code, RefusalCode::TwoOfficers { fault: OfficerFault::NoCertificate { .. } })
    };
    assert!(!entered.findings().is_empty());
    assert!(
        entered.findings().iter().all(|finding| finding.act == ActKind::Serve && is_expired(&finding.code))
    );
    assert_eq!(entered.case.stage(), Stage::Executing);
}

#[test]
fn each_gate_that_was_not_passed_is_listed_with_its_act() {
    for (column, text, word) in [
        (Column::HearingNoticeOn, "2026-03-06", "hearing_notice_short"),
        (Column::HearingTold, "否", "hearing_right_missing"),
        (Column::ReviewedOn, "2026-02-10", "review_needed"),
        (Column::Gains, "", "gains_not_stated"),
        (Column::Proposed, "90000", "outside_range"),
        (Column::RecordShown, "否", "missing_fact"),
        (Column::RecordTimes, "", "missing_fact"),
        (Column::Voices, "周××", "missing_fact"),
        (Column::Fine, "26000", "new_notice_needed"),
        (Column::Host, "陈××", "own_case"),
    ] {
        let entered =
            entered(&bench(), &[(column, text)]).unwrap_or_else(|fault| panic!("{column:?} {fault:?}"));
        assert!(words(&entered).contains(&word), "{column:?} {text}: {:?}", words(&entered));
    }
}

#[test]
fn a_step_before_its_cause_or_without_sense_is_refused_at_its_column() {
    for (column, text, at, code) in [
        (Column::FiledOn, "2026-02-01", Column::FiledOn, "before_its_cause"),
        (Column::ServedOn, "2026-03-15", Column::ServedOn, "before_its_cause"),
        (Column::Paid, "50000", Column::PaidOn, "outside_range"),
        (Column::Second, "陈××", Column::FiledOn, "two_officers"),
        (Column::Lead, "不在此局", Column::Lead, "not_a_member"),
    ] {
        let fault = entered(&bench(), &[(column, text)]).expect_err("a row that makes no sense");
        assert_eq!((fault.column, fault.error.code()), (at, code));
        assert!(!fault.error.message(Lang::Zh).is_empty());
    }
}

#[test]
fn what_a_later_column_asks_for_is_told_at_the_blank_one() {
    let blank = [(Column::FiledOn, ""), (Column::Fine, "")];
    let faults = read(&bench(), &blank).expect_err("a row with holes");
    let told: Vec<_> = faults.iter().map(|fault| (fault.column, fault.error.code())).collect();
    assert_eq!(told, [(Column::FiledOn, "needed_by"), (Column::Fine, "needed_by")]);
}

#[test]
fn days_choices_and_numbers_that_are_none_are_told_with_what_to_do() {
    for (column, text, code) in [
        (Column::DecidedOn, "2027-01-01", "bad_date"),
        (Column::ActOn, "", "missing"),
        (Column::Kind, "外星人", "unknown_choice"),
        (Column::Violation, "没有的案由", "unknown_choice"),
        (Column::DecisionNumber, "〇〇〇", "bad_paper_number"),
        (Column::DecisionNumber, "0", "bad_paper_number"),
        (Column::RecordTimes, "早上", "bad_times"),
        (Column::Fine, "-5", "range"),
    ] {
        let faults = read(&bench(), &[(column, text)]).expect_err("a wrong cell");
        assert!(
            faults.iter().any(|fault| fault.column == column && fault.error.code() == code),
            "{column:?} {text}: {faults:?}"
        );
    }
}

#[test]
fn the_titles_of_the_template_are_found_again_in_both_languages() {
    for lang in [Lang::Zh, Lang::En] {
        let titles: Vec<String> =
            Column::ALL.iter().map(|column| format!("*{}", column.title(lang))).collect();
        let header = find_header::<Column>(&titles, &[]).unwrap();
        for (at, column) in Column::ALL.iter().enumerate() {
            assert_eq!(header.at(*column), Some(at), "{column:?}");
        }
    }
    assert!(Column::ALL.is_sorted());
    assert_eq!(Column::NAME, Column::Party);
}

#[test]
fn numbers_of_another_word_are_kept_as_written_and_move_no_counter() {
    let entered = entered(&bench(), &[(Column::DecisionNumber, "道商罚字〔2026〕9号")]).unwrap();
    let number = entered.events.iter().find_map(|event| match &event.act {
        Act::Decide(facts) => facts.number.clone(),
        _ => None,
    });
    assert_eq!(number.as_deref(), Some("道商罚字〔2026〕9号"));
    assert_eq!(entered.numbers.len(), 2);
}

#[test]
fn a_case_taken_back_as_a_whole_is_over_and_nothing_is_done_on_it() {
    let bench = bench();
    let entered = entered(&bench, &[]).unwrap();
    let mut events = entered.events.clone();
    let last = events.last().unwrap().clone();
    let act = Act::TakeBack(TakeBack { seq: 1, act: ActKind::RegisterClue });
    events.push(crate::case::Event { seq: last.seq + 1, act, on: bench.today, ..last });
    let case = Case::replay(&events).unwrap().unwrap();
    assert!(case.is_taken_back());
    assert_eq!((case.stage(), case.closed_on()), (Stage::Closed, Some(bench.today)));
    assert!(crate::case::next(&case, &bench.context(CHEN)).is_empty());
    let file = crate::case::tests::bench::file("oil-v01@2021");
    let judge = CaseJudge { case: Some(&case), on: bench.today, context: bench.context(CHEN) };
    assert!(judge.on_paper(&file).is_err());
}

#[test]
fn a_row_repeated_in_the_file_is_told_where_it_stands_first() {
    use crate::ledger::{Judge, Place};
    let bench = bench();
    let mut judge = PaperJudge::new(&bench.catalogue, bench.today);
    let sheets = ["在办案件".to_owned()];
    let mut at = |row| judge.judge(&cells(&[]), Epoch::From1900, Place { sheet: 0, row }, &sheets).judged;
    assert!(at(2).is_ok());
    for row in [3, 4] {
        let faults = at(row).expect_err("a repeated row");
        assert_eq!(faults[0].error, ValueError::Duplicate { sheet: None, row: 2 });
    }
}
