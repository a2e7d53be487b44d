//! Rows of a roll judged, each alone.

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::Lang;
use crate::ledger::{Cell, RowCells, RowKind, kind_of_row};
use crate::value::Epoch;

const NUMBER: &str = "432926197509149083";

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(super) fn today() -> Day {
    day("2026-11-25")
}

pub(super) fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn good() -> Vec<(Column, Cell)> {
    vec![
        (Column::Serial, Cell::Number(1.0)),
        (Column::Name, text("盘 · 子士")),
        (Column::Sex, text("女")),
        (Column::EthnicGroup, text("瑶族")),
        (Column::IdNumber, text(NUMBER)),
        (Column::Town, text("桥头铺镇")),
        (Column::Education, text("初中")),
        (Column::Phone, text("13921080000")),
        (Column::Trade, text("海员")),
        (Column::Class, text("江华海员2026第2期")),
        (Column::OpensOn, text("２０２６－０５－０９")),
        (Column::EndsOn, Cell::Serial(46_196.0, Epoch::From1900)),
        (Column::Hours, Cell::Number(40.0)),
        (Column::Mark, Cell::Number(78.0)),
        (Column::CertificateNumber, text("LW4311292600001")),
        (Column::Destination, text("广东深圳")),
        (Column::Employer, text("新源劳务合作有限公司")),
        (Column::ContractMonths, Cell::Number(36.0)),
    ]
}

pub(super) fn cells(changes: &[(Column, Cell)]) -> RowCells<Column> {
    let mut row = RowCells::default();
    for (column, cell) in good().iter().chain(changes) {
        row.set(*column, cell.clone());
    }
    row
}

pub(super) fn judged(changes: &[(Column, Cell)]) -> Judged {
    judge(&cells(changes), Epoch::From1900, today())
}

fn told(judged: &Judged) -> Vec<(Column, &'static str)> {
    judged.faults.iter().map(|fault| (fault.column, fault.error.code())).collect()
}

#[test]
fn a_good_row_becomes_a_person_in_a_class() {
    let row = judged(&[]).row.unwrap();
    assert_eq!((row.name.as_str(), row.sex), ("盘·子士", Sex::Female));
    assert_eq!(row.ethnic_group.unwrap().as_str(), "瑶");
    assert_eq!(row.education, Some(Education::JuniorSecondary));
    assert_eq!((row.opens_on, row.ends_on), (day("2026-05-09"), Some(day("2026-06-23"))));
    assert_eq!((row.hours, row.contract_months), (Some(40), Some(36)));
    assert_eq!(row.mark.unwrap().to_string(), "78");
    assert_eq!(row.certificate_number.unwrap().county().as_str(), "431129");
}

#[test]
fn only_name_number_class_and_first_day_must_be_there() {
    let wanted = [Column::Name, Column::IdNumber, Column::Class, Column::OpensOn];
    let mut row = RowCells::default();
    for (column, cell) in good().into_iter().filter(|(column, _)| wanted.contains(column)) {
        row.set(column, cell);
    }
    assert_eq!(judge(&row, Epoch::From1900, today()).faults, []);
    let blank = judge(&RowCells::default(), Epoch::From1900, today());
    let missing = [
        (Column::Name, "missing_name"),
        (Column::IdNumber, "missing"),
        (Column::Class, "missing"),
        (Column::OpensOn, "missing"),
    ];
    assert_eq!(told(&blank), missing);
    assert_eq!(blank.faults[0].error.message(Lang::Zh), "请填写姓名");
    assert_eq!(blank.faults[0].error.message(Lang::En), "Please enter the person's name");
}

#[rstest]
#[case(Column::Name, text(" "), "missing_name")]
#[case(Column::Name, text("张3"), "charset")]
#[case(Column::Sex, text("男"), "sex_mismatch")]
#[case(Column::Sex, text("？"), "unknown_choice")]
#[case(Column::EthnicGroup, text("永州"), "unknown_choice")]
#[case(Column::IdNumber, text("432926197509149084"), "check_digit")]
#[case(Column::IdNumber, text("43292619750914908"), "length")]
#[case(Column::IdNumber, text("432926197509149O83"), "charset")]
#[case(Column::IdNumber, text("43292619680230907X"), "bad_date")]
#[case(Column::IdNumber, text("431129203001019010"), "bad_date")]
#[case(Column::IdNumber, text("盘子士"), "length")]
#[case(Column::IdNumber, Cell::Number(4.329_261_975_091_49e17), "number_cell_precision")]
#[case(Column::Phone, text("1380000"), "bad_phone")]
#[case(Column::Class, text(""), "missing")]
#[case(Column::OpensOn, text("2026-13-01"), "bad_date")]
#[case(Column::OpensOn, text("2029-01-01"), "bad_date")]
#[case(Column::EndsOn, text("2026-05-08"), "date_order")]
#[case(Column::EndsOn, Cell::Error("#REF!".into()), "formula_error")]
#[case(Column::Hours, Cell::Number(0.0), "range")]
#[case(Column::Hours, text("2001"), "range")]
#[case(Column::Mark, text("优"), "score_range")]
#[case(Column::Mark, Cell::Number(101.0), "score_range")]
#[case(Column::Mark, Cell::Number(-5.0), "score_range")]
#[case(Column::CertificateNumber, text("LW43112926001"), "length")]
#[case(Column::CertificateNumber, text("LW43112X2600001"), "charset")]
#[case(Column::ContractMonths, text("121"), "range")]
#[case(Column::ContractMonths, text("11年"), "range")]
#[case(Column::Remark, text("a\0b"), "control_character")]
fn a_wrong_cell_is_named(#[case] column: Column, #[case] cell: Cell, #[case] code: &str) {
    let judged = judged(&[(column, cell)]);
    assert_eq!(told(&judged), [(column, code)]);
    assert!(judged.row.is_none());
}

#[rstest]
#[case(Cell::Empty)]
#[case(Cell::Number(59.0))]
#[case(text("/"))]
fn a_certificate_wants_a_mark_that_passes(#[case] mark: Cell) {
    let with = judged(&[(Column::Mark, mark.clone())]);
    assert_eq!(told(&with), [(Column::CertificateNumber, "certificate_without_pass")]);
    let without = [(Column::Mark, mark), (Column::CertificateNumber, Cell::Empty)];
    assert_eq!(judged(&without).faults, []);
}

#[rstest]
#[case::pre_1996_region_in_youth("432924199908079189", "女")]
#[case::region_of_a_later_year("431103196001019014", "男")]
#[case::old_zhishan("432930196010019028", "女")]
#[case::fifteen_digits("432926750914908", "女")]
#[case::small_x("43112819990807918x", "女")]
#[case::spaced("432926 19750914 9083", "女性")]
fn numbers_of_any_period_are_right(#[case] number: &str, #[case] sex: &str) {
    let judged = judged(&[(Column::IdNumber, text(number)), (Column::Sex, text(sex))]);
    assert_eq!(judged.faults, []);
    assert_eq!(judged.row.unwrap().id_number.as_str().len(), 18);
}

#[test]
fn fifteen_digits_are_right_also_as_a_number() {
    let row = judged(&[(Column::IdNumber, Cell::Number(432_926_750_914_908.0))]).row.unwrap();
    assert_eq!(row.id_number.as_str(), NUMBER);
}

#[rstest]
#[case("1991-09-13", Some("underage"))]
#[case("1991-09-14", None)]
fn sixteen_counts_from_the_birthday_itself(#[case] opens_on: &str, #[case] code: Option<&str>) {
    let judged = judged(&[(Column::OpensOn, text(opens_on))]);
    let expected: Vec<_> = code.map(|code| (Column::IdNumber, code)).into_iter().collect();
    assert_eq!(told(&judged), expected);
}

#[test]
fn a_bad_number_is_asked_for_nothing_else() {
    let changes = [
        (Column::IdNumber, text("432926197509149084")),
        (Column::Sex, text("男")),
        (Column::OpensOn, text("1985-01-01")),
    ];
    assert_eq!(told(&judged(&changes)), [(Column::IdNumber, "check_digit")]);
}

#[test]
fn several_faults_come_in_the_order_of_the_columns() {
    let changes = [
        (Column::Mark, text("优")),
        (Column::OpensOn, text("1985-01-01")),
        (Column::Sex, text("男")),
        (Column::Phone, text("1380000")),
    ];
    let codes: Vec<_> = told(&judged(&changes)).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["sex_mismatch", "underage", "bad_phone", "score_range"]);
}

#[rstest]
#[case("2026年5月9日至6月23日")]
#[case("2026.5.9~2026.6.23")]
fn both_days_may_stand_in_one_cell(#[case] span: &str) {
    let row = judged(&[(Column::OpensOn, text(span)), (Column::EndsOn, Cell::Empty)]).row.unwrap();
    assert_eq!((row.opens_on, row.ends_on), (day("2026-05-09"), Some(day("2026-06-23"))));
}

#[rstest]
#[case(Column::Hours, text("80 学时"), 80)]
#[case(Column::ContractMonths, text("36个月"), 36)]
#[case(Column::ContractMonths, text("３年"), 36)]
fn units_may_be_written(#[case] column: Column, #[case] cell: Cell, #[case] number: u16) {
    let row = judged(&[(column, cell)]).row.unwrap();
    assert_eq!(if column == Column::Hours { row.hours } else { row.contract_months }, Some(number));
}

#[rstest]
#[case(&["合 计", "", "420"], RowKind::Total)]
#[case(&["注：本表一式两份"], RowKind::Note)]
#[case(&["12"], RowKind::Blank)]
#[case(&["序号", "姓名", "性别"], RowKind::RepeatedHeader)]
#[case(&["1", "注文海", "男"], RowKind::Data)]
#[case(&["1", "", "男"], RowKind::Data)]
fn what_else_stands_in_a_roll_is_no_data(#[case] texts: &[&str], #[case] kind: RowKind) {
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    let mut cells = RowCells::default();
    for (column, shown) in [Column::Serial, Column::Name, Column::Sex].into_iter().zip(&texts) {
        cells.set(column, text(shown));
    }
    assert_eq!(kind_of_row(&cells, &texts), kind);
}

#[rstest]
#[case("432926197509149083")]
#[case("432926197509149084")]
#[case("432926750914908")]
#[case("４３２９２６１９７５０９１４９０８４")]
#[case("13921080017")]
#[case("12921080017")]
#[case("139-2108-0017")]
#[case("0746-8320017")]
#[case("8320017")]
fn no_message_repeats_a_number_of_a_person_from_whatever_column(#[case] number: &str) {
    let digits = |text: &str| fold(text).chars().filter(char::is_ascii_digit).collect::<String>();
    let digits_of_number = digits(number);
    let as_number: f64 = digits_of_number.parse().unwrap();
    for column in Column::ALL {
        for cell in [text(number), Cell::Number(as_number), Cell::Serial(as_number, Epoch::From1900)] {
            for fault in judged(&[(column, cell)]).faults {
                for lang in [Lang::Zh, Lang::En] {
                    let message = fault.error.message(lang);
                    assert!(!digits(&message).contains(&digits_of_number), "{column:?}: {message}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn any_cell_is_answered_without_panic(at in 0..Column::ALL.len(), typed in ".{0,40}") {
        let _ = judged(&[(Column::ALL[at], text(&typed))]);
    }
}
