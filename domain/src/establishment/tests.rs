//! A row judged, merged and known again.

use proptest::prelude::*;
use rstest::rstest;

use super::industries::tests::six;
use super::*;
use crate::Day;
use crate::id::EstablishmentId;
use crate::ledger::{Cell, RowCells, RowKind, find_header, kind_of_row};
use crate::value::{Epoch, fold};

const TODAY: &str = "2026-11-23";

fn today() -> Day {
    TODAY.parse().unwrap()
}

fn row(cells: &[(Column, Cell)]) -> RowCells<Column> {
    let mut row = RowCells::default();
    for (column, cell) in cells {
        row.set(*column, cell.clone());
    }
    row
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

fn good() -> Vec<(Column, Cell)> {
    vec![
        (Column::Serial, Cell::Number(7.0)),
        (Column::Name, text("道县桥头昌盛加油站")),
        (Column::CreditCode, text("91431124558GY5M89T")),
        (Column::Industry, text("成品油零售")),
        (Column::LicenceKind, text("成品油零售经营批准证书")),
        (Column::LicenceNumber, text("431124202100007")),
        (Column::IssuedOn, text("2021-1-26")),
        (Column::ExpiresOn, text("2026年1月26日")),
        (Column::LegalRepresentative, text("邵轮奇")),
        (Column::Phone, text("15851882816")),
        (Column::Address, text("道县沱江镇216号")),
        (Column::Town, text("蔚竹口乡")),
    ]
}

fn judged(changes: &[(Column, Cell)]) -> Judged {
    let mut cells = good();
    cells.extend_from_slice(changes);
    judge(&row(&cells), &six(), Epoch::From1900, today())
}

fn codes(judged: &Judged) -> Vec<&'static str> {
    judged.faults.iter().map(|fault| fault.error.code()).collect()
}

#[test]
fn a_good_row_becomes_an_establishment() {
    let row = judged(&[]).row.unwrap();
    assert_eq!(row.licences[0].industry.word(), "oil");
    assert_eq!(row.licences[0].issued_on, Some("2021-01-26".parse().unwrap()));
    assert_eq!(row.licences[0].state_on(today()), LicenceState::Expired);
}

#[rstest]
#[case(Column::Name, text(""), "missing_name")]
#[case(Column::Name, Cell::Formula, "formula_error")]
#[case(Column::CreditCode, text("91431124558GY5M89X"), "check_digit")]
#[case(Column::CreditCode, text("91431124558GY5M"), "length")]
#[case(Column::CreditCode, Cell::Number(9.143_112_455_8e17), "number_cell_precision")]
#[case(Column::Industry, text("棋牌室"), "unknown_industry")]
#[case(Column::Industry, text(""), "missing")]
#[case(Column::IssuedOn, text("2023-02-30"), "bad_date")]
#[case(Column::IssuedOn, text("2027-01-01"), "bad_date")]
#[case(Column::IssuedOn, Cell::Number(2021.0), "bad_date")]
#[case(Column::ExpiresOn, text("2020-01-01"), "date_order")]
#[case(Column::ExpiresOn, text("2100-01-01"), "bad_date")]
#[case(Column::ExpiresOn, Cell::Error("#REF!".into()), "formula_error")]
#[case(Column::LegalRepresentative, text("张3"), "charset")]
#[case(Column::Phone, text("1380000"), "bad_phone")]
#[case(Column::Address, text(&"长".repeat(10_000)), "length")]
#[case(Column::Town, text("a\0b"), "control_character")]
fn a_wrong_cell_is_named(#[case] column: Column, #[case] cell: Cell, #[case] code: &str) {
    let judged = judged(&[(column, cell)]);
    assert_eq!(codes(&judged), [code]);
    assert_eq!(judged.faults[0].column, column);
    assert!(judged.row.is_none());
}

#[test]
fn several_faults_come_in_the_order_of_the_columns() {
    let judged = judged(&[
        (Column::Phone, text("1380000")),
        (Column::IssuedOn, text("2023-02-30")),
        (Column::CreditCode, text("91431124558GY5M89X")),
    ]);
    assert_eq!(codes(&judged), ["check_digit", "bad_date", "bad_phone"]);
}

#[rstest]
#[case(text("长期"), Expiry::OpenEnded)]
#[case(text(""), Expiry::Unknown)]
#[case(text("／"), Expiry::Unknown)]
#[case(text("2021-01-26至2027-01-25"), Expiry::On("2027-01-25".parse().unwrap()))]
#[case(Cell::Serial(46_151.0, Epoch::From1900), Expiry::On("2026-05-09".parse().unwrap()))]
#[case(Cell::Number(20_270_125.0), Expiry::On("2027-01-25".parse().unwrap()))]
fn an_end_is_read_as_written(#[case] cell: Cell, #[case] expiry: Expiry) {
    assert_eq!(judged(&[(Column::ExpiresOn, cell)]).row.unwrap().licences[0].expiry, expiry);
}

#[test]
fn a_formula_in_the_remark_is_left_alone() {
    assert_eq!(judged(&[(Column::Remark, Cell::Formula)]).row.unwrap().remark, None);
}

#[test]
fn a_credit_code_in_the_column_of_old_numbers_is_one() {
    let cells = [(Column::CreditCode, Cell::Empty), (Column::RegistrationNumber, text("91431124558GY5M89T"))];
    let row = judged(&cells).row.unwrap();
    assert_eq!(row.credit_code.unwrap().as_str(), "91431124558GY5M89T");
    assert_eq!(row.registration_number, None);
}

#[rstest]
#[case(&["合 计", "", "180"], RowKind::Total)]
#[case(&["", "总计：180 户"], RowKind::Total)]
#[case(&["注：本表一式两份"], RowKind::Note)]
#[case(&["12"], RowKind::Blank)]
#[case(&["", "  "], RowKind::Blank)]
#[case(&["一、酒类流通"], RowKind::Note)]
#[case(&["", "（二）加油站"], RowKind::Note)]
#[case(&["序号", "主体名称", "信用代码"], RowKind::RepeatedHeader)]
#[case(&["3", "道县总计量器具厂", ""], RowKind::Data)]
#[case(&["", "道县某某加油站"], RowKind::Data)]
fn what_else_stands_in_a_ledger_is_no_data(#[case] texts: &[&str], #[case] kind: RowKind) {
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    let mut cells = RowCells::default();
    for (column, written) in [Column::Serial, Column::Name, Column::CreditCode].into_iter().zip(&texts) {
        cells.set(column, text(written));
    }
    assert_eq!(kind_of_row(&cells, &texts), kind);
}

#[test]
fn merging_tells_what_changed_and_a_blank_erases_nothing() {
    let mut kept = judged(&[]).row.unwrap();
    let row = judged(&[
        (Column::Phone, text("0746-6790000")),
        (Column::Address, text("")),
        (Column::ExpiresOn, text("2027-01-26")),
    ]);
    let changes = merge(&mut kept, &row.row.unwrap());
    let told: Vec<_> = changes.iter().map(|c| (c.column, c.old.as_str(), c.new.as_str())).collect();
    assert_eq!(
        told,
        [(Column::Phone, "158****2816", "0746-***0000"), (Column::ExpiresOn, "2026-01-26", "2027-01-26"),]
    );
    assert!(kept.address.is_some());
}

#[test]
fn another_licence_is_added_once() {
    let mut kept = judged(&[]).row.unwrap();
    let other = judged(&[
        (Column::LicenceKind, text("危险化学品经营许可证")),
        (Column::LicenceNumber, text("湘永危化字001")),
    ])
    .row
    .unwrap();
    assert_eq!(merge(&mut kept, &other).len(), 1);
    assert_eq!(merge(&mut kept, &other), []);
    assert_eq!(kept.licences.len(), 2);
}

fn known(id: u128, of: &Establishment) -> Known {
    Known {
        id: EstablishmentId(uuid::Uuid::from_u128(id)),
        credit_code: of.credit_code.clone(),
        name_and_town: of.name_and_town(),
        licences: of.licences.iter().filter_map(Licence::key).collect(),
    }
}

#[test]
fn an_establishment_is_known_by_code_then_licence_then_name_and_town() {
    let kept = judged(&[]).row.unwrap();
    let register = [known(1, &kept)];
    let ask = |changes: &[(Column, Cell)]| recognise(&judged(changes).row.unwrap(), register.iter());
    let found = Recognised::Known(register[0].id);
    let no_code = (Column::CreditCode, Cell::Empty);
    assert_eq!(ask(&[(Column::Name, text("改名加油站"))]), found);
    assert_eq!(ask(&[no_code.clone(), (Column::Name, text("改名加油站"))]), found);
    assert_eq!(ask(&[no_code.clone(), (Column::LicenceNumber, text("x1"))]), found);
    assert_eq!(
        ask(&[no_code, (Column::LicenceNumber, text("x1")), (Column::Town, text("沱江镇"))]),
        Recognised::New
    );
    assert_eq!(ask(&[(Column::CreditCode, text("91431124MA4PT1X32T"))]), Recognised::New);
}

#[test]
fn two_that_match_are_ambiguous() {
    let mut kept = judged(&[]).row.unwrap();
    kept.credit_code = None;
    kept.licences[0].number = None;
    let register = [known(1, &kept), known(2, &kept)];
    assert_eq!(recognise(&kept, register.iter()), Recognised::Ambiguous);
}

#[test]
fn a_form_is_judged_as_a_row_is() {
    let kept = judged(&[]).row.unwrap();
    let mut form = EstablishmentForm::of(&kept, 0);
    assert_eq!(form.judge(&six(), today()).unwrap(), kept);
    form.credit_code = "91431124558GY5M89X".into();
    form.phone = "1380000".into();
    let fields: Vec<_> = form.judge(&six(), today()).unwrap_err().into_iter().map(|e| e.field).collect();
    assert_eq!(fields, ["credit_code", "phone"]);
}

proptest! {
    #[test]
    fn any_cells_are_answered_without_panic(texts in proptest::collection::vec(".{0,40}", 14)) {
        let mut cells = RowCells::default();
        for (column, written) in Column::ALL.into_iter().zip(&texts) {
            cells.set(column, text(written));
        }
        let judged = judge(&cells, &six(), Epoch::From1904, today());
        prop_assert_eq!(judged.row.is_some(), judged.faults.is_empty());
        let _ = kind_of_row(&cells, &texts);
        let _ = find_header::<Column>(&texts, &texts);
    }

    #[test]
    fn merging_twice_changes_nothing(number in "[0-9]{0,4}", kind in "[甲乙]?", phone in "139[0-9]{8}") {
        let row = judged(&[
            (Column::LicenceNumber, text(&number)),
            (Column::LicenceKind, text(&kind)),
            (Column::Phone, text(&phone)),
        ]);
        let row = row.row.unwrap();
        let mut kept = judged(&[]).row.unwrap();
        merge(&mut kept, &row);
        prop_assert_eq!(merge(&mut kept, &row), vec![]);
    }
}

fn registered(id: u128, name: &str, code: Option<&str>) -> Known {
    Known {
        id: EstablishmentId(uuid::Uuid::from_u128(id)),
        credit_code: code.map(|code| CreditCode::parse(code).unwrap()),
        name_and_town: (fold(name), String::new()),
        licences: Vec::new(),
    }
}

#[rstest]
#[case::by_code("改了名的加油站", Some("91431124MA4PT1X32T"), Some(1))]
#[case::by_the_only_name("道县乙加油站", None, Some(2))]
#[case::brackets_and_spaces_do_not_matter("道县（甲） 加油站", None, Some(1))]
#[case::several_of_one_name_are_none("道县丙加油站", None, None)]
#[case::a_name_does_not_overrule_another_code("道县（甲）加油站", Some("91431124740612985D"), None)]
#[case::a_code_finds_the_one_without("道县乙加油站", Some("91431124740612985D"), Some(2))]
#[case::unregistered("道县丁加油站", None, None)]
fn a_party_is_the_establishment_that_it_can_only_be(
    #[case] name: &str,
    #[case] code: Option<&str>,
    #[case] found: Option<u128>,
) {
    let register = [
        registered(1, "道县(甲)加油站", Some("91431124MA4PT1X32T")),
        registered(2, "道县乙加油站", None),
        registered(3, "道县丙加油站", None),
        registered(4, "道县丙加油站", None),
    ];
    let code = code.map(|code| CreditCode::parse(code).unwrap());
    let id = recognise_party(name, code.as_ref(), register.iter()).map(|id| id.0.as_u128());
    assert_eq!(id, found);
}
