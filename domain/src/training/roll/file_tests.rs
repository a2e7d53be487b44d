//! Rows of a roll judged after one another.

use rstest::rstest;

use super::tests::{cells, day, judged, text, today};
use super::*;
use crate::ledger::{Cell, Judge, LedgerRow, Place};
use crate::value::Epoch;

const OTHER: &str = "432922196802299064";

/// Rows judged one after another in a file of two sheets.
fn roll(rows: &[&[(Column, Cell)]]) -> Vec<LedgerRow<Column, RollRow>> {
    let mut judge = RollJudge::new(today());
    let sheets = ["第一期".to_owned(), "第二期".to_owned()];
    let placed = (1..).zip(rows);
    placed
        .map(|(row, changes)| judge.judge(&cells(changes), Epoch::From1900, Place { sheet: 0, row }, &sheets))
        .collect()
}

fn codes(row: &LedgerRow<Column, RollRow>) -> Vec<(Column, &'static str)> {
    let faults = row.judged.as_ref().err().into_iter().flatten();
    faults.map(|fault| (fault.column, fault.error.code())).collect()
}

const REPEATED: &[(Column, &str)] = &[(Column::IdNumber, "duplicate")];

#[rstest]
#[case::under_another_name(vec![(Column::Name, text("丁㴩"))], REPEATED)]
#[case::the_same_class_on_other_days(
    vec![(Column::OpensOn, text("2026-1-26")), (Column::EndsOn, text("2026-3-12"))],
    REPEATED
)]
#[case::another_class_on_a_day_in_common(
    vec![
        (Column::Class, text("江华电工2026第1期")),
        (Column::OpensOn, text("2026-6-23")),
        (Column::EndsOn, text("2026-7-1")),
    ],
    REPEATED
)]
#[case::another_class_afterwards(
    vec![
        (Column::Class, text("江华电工2026第1期")),
        (Column::OpensOn, text("2026-6-24")),
        (Column::EndsOn, text("2026-7-1")),
    ],
    &[]
)]
#[case::another_person(
    vec![(Column::IdNumber, text(OTHER))],
    &[]
)]
#[case::by_the_fifteen_digits(vec![(Column::IdNumber, text("432926750914908"))], REPEATED)]
fn one_person_sits_once_at_a_time(
    #[case] mut second: Vec<(Column, Cell)>,
    #[case] expected: &[(Column, &str)],
) {
    second.push((Column::CertificateNumber, text("LW4311292600002")));
    assert_eq!(codes(&roll(&[&[], &second])[1]), expected);
}

#[test]
fn a_certificate_is_given_once() {
    let rows = roll(&[&[], &[(Column::IdNumber, text(OTHER))], &[]]);
    assert_eq!(codes(&rows[1]), [(Column::CertificateNumber, "duplicate")]);
    // The same row again is told once.
    assert_eq!(codes(&rows[2]), REPEATED);
}

#[test]
fn the_first_row_stands_right_or_wrong_and_a_bad_number_repeats_nothing() {
    let wrong: &[_] = &[(Column::Mark, text("优"))];
    let bad: &[_] = &[(Column::IdNumber, text("432926197509149084"))];
    let rows = roll(&[bad, wrong, &[], bad]);
    assert_eq!(codes(&rows[1]), [(Column::Mark, "score_range"), (Column::CertificateNumber, "duplicate")]);
    assert_eq!(codes(&rows[2])[0], (Column::IdNumber, "duplicate"));
    assert_eq!(codes(&rows[3]), [(Column::IdNumber, "check_digit")]);
}

#[test]
fn rows_of_one_class_are_one_group_however_it_is_spaced() {
    let rows = roll(&[
        &[],
        &[(Column::Class, text("江华电工2026第1期"))],
        &[(Column::Class, text("江华海员 2026 第２期"))],
        &[(Column::Class, Cell::Empty)],
    ]);
    let groups: Vec<usize> = rows.iter().map(|row| row.group).collect();
    assert_eq!(groups, [0, 1, 0, usize::MAX]);
}

#[test]
fn rows_that_differ_from_the_days_of_their_class_are_told() {
    let right = judged(&[]).row.unwrap();
    let later = RollRow { opens_on: day("2026-05-12"), ..right.clone() };
    let alone = RollRow { class: Line::parse("江华电工2026第1期").unwrap(), ..later.clone() };
    let rows = [&later, &right, &right, &alone, &later, &right];
    let placed = (4..).zip(rows).map(|(row, of)| (Place { sheet: 0, row }, of));
    let expected = Disagreement {
        class: "江华海员2026第2期".into(),
        opens_on: day("2026-05-09"),
        ends_on: Some(day("2026-06-23")),
        agreeing: 3,
        differing: vec![Place { sheet: 0, row: 4 }, Place { sheet: 0, row: 8 }],
    };
    assert_eq!(disagreements(placed), [expected]);
    assert_eq!(disagreements([]), []);
}
