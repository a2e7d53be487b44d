//! Rows of a bank's list as banks write them, and what each turns out to be.

use rstest::rstest;

use super::number::numbers_in;
use super::*;
use crate::Day;
use crate::case::{Account, AccountState, Name, Paid, PlanLine, ReceivedMoney};
use crate::id::PartyId;
use crate::ledger::{Cell, Judge, Place, RowCells, find_header};
use crate::value::{Epoch, Money};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn cells(of: &[(Column, Cell)]) -> RowCells<Column> {
    let mut cells = RowCells::default();
    of.iter().for_each(|(column, cell)| cells.set(*column, cell.clone()));
    cells
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// The rows judged as one file.
fn judged(rows: &[RowCells<Column>]) -> Vec<Result<BankRow, &'static str>> {
    let mut judge = BankJudge::new(day("2026-11-30"));
    let row = |(nth, cells): (u32, &RowCells<Column>)| {
        let judged = judge.judge(cells, Epoch::From1900, Place { sheet: 0, row: nth }, &[]).judged;
        judged.map_err(|faults| faults[0].error.code())
    };
    (2..).zip(rows).map(row).collect()
}

fn row(amount: &str, payer: &str, reference: &str, note: &str) -> BankRow {
    let cells = cells(&[
        (Column::On, text("2026-11-20")),
        (Column::Amount, text(amount)),
        (Column::Payer, text(payer)),
        (Column::Reference, text(reference)),
        (Column::Note, text(note)),
    ]);
    judged(&[cells]).remove(0).unwrap()
}

#[test]
fn headers_are_found_as_banks_write_them() {
    let header = |titles: &[&str]| {
        let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
        find_header::<Column>(&titles, &[]).map(|header| header.columns.len())
    };
    assert_eq!(header(&["交易日期", "贷方发生额", "对方户名", "交易流水号", "摘要"]), Some(5));
    assert_eq!(header(&["缴款日期", "金额（元）", "缴款人", "非税缴款书编号", "处罚决定书文号"]), Some(5));
    assert_eq!(header(&["姓名", "身份证号", "班次"]), None);
}

#[rstest]
#[case::typed(text("3,000.00"), Ok(300_000))]
#[case::with_its_unit(text("￥3000元"), Ok(300_000))]
#[case::a_number(Cell::Number(3000.0), Ok(300_000))]
#[case::a_sum_of_the_workbook(Cell::Number(0.1 + 0.2), Ok(30))]
#[case::a_third_decimal(Cell::Number(1.234), Err("too_many_decimals"))]
#[case::paid_out(text("-3000"), Err("range"))]
#[case::blank(Cell::Empty, Err("missing"))]
fn amounts_are_read_as_they_are_kept(#[case] amount: Cell, #[case] expected: Result<i64, &'static str>) {
    let cells = cells(&[(Column::On, text("2026.11.20")), (Column::Amount, amount)]);
    assert_eq!(judged(&[cells]).remove(0).map(|row| row.amount.0), expected);
}

#[rstest]
#[case("2026-12-01", "bad_date")]
#[case("1999-12-31", "bad_date")]
#[case("", "missing")]
fn a_payment_lies_on_a_day_that_has_been(#[case] on: &str, #[case] code: &str) {
    let cells = cells(&[(Column::On, text(on)), (Column::Amount, text("100"))]);
    assert_eq!(judged(&[cells]), [Err(code)]);
}

#[test]
fn the_same_payment_twice_is_one() {
    let one = |reference: &str| {
        cells(&[
            (Column::On, text("2026-11-20")),
            (Column::Amount, text("100")),
            (Column::Reference, text(reference)),
        ])
    };
    let codes: Vec<_> = judged(&[one("A1"), one("A2"), one("A1")]).into_iter().map(Result::err).collect();
    assert_eq!(codes, [None, None, Some("duplicate")]);
}

#[rstest]
#[case("道商罚决〔2026〕18号")]
#[case("缴道商罚决[2026]18号罚款")]
#[case("道商罚决（2026）第018号")]
#[case("道商罚决【2026】 18 号")]
fn a_number_is_found_in_what_payers_write(#[case] written: &str) {
    assert!(numbers_in(written).contains(&"道商罚决〔2026〕18号".to_owned()), "{:?}", numbers_in(written));
}

#[rstest]
#[case("罚款")]
#[case("(2026)")]
#[case("道商罚决〔26〕18号")]
#[case("道商罚决〔2026〕号")]
fn what_names_no_decision_has_no_number(#[case] written: &str) {
    assert_eq!(numbers_in(written), Vec::<String>::new());
}

/// An account of 3,000 yuan with 90 of surcharge, of which what was received is paid.
fn account(number: &str, received: &[(i64, &str)]) -> Account {
    let paid = received.iter().map(|(yuan, _)| yuan).sum::<i64>();
    let received = received.iter().map(|(yuan, voucher)| ReceivedMoney {
        seq: 9,
        on: day("2026-11-20"),
        amount: Money::yuan(*yuan),
        paid: Paid::AtBank { voucher: Name::parse(voucher).unwrap() },
        cash: None,
    });
    let balance = 3090 - paid;
    Account {
        party: PartyId(uuid::Uuid::nil()),
        number: Some(number.to_owned()),
        decided_on: day("2026-10-20"),
        fine: Money::yuan(3000),
        gains: Money::ZERO,
        due: None,
        pay_by: None,
        surcharge: Vec::new(),
        accrued: Money::yuan(90),
        remitted: Money::ZERO,
        plan: Vec::new(),
        broken: None,
        received: received.collect(),
        paid: Money::yuan(paid),
        rest: Money::yuan((3000 - paid).max(0)),
        balance: Money::yuan(balance),
        refund: Money::ZERO,
        state: if balance == 0 { AccountState::Settled } else { AccountState::Open },
    }
}

fn candidate(key: u8, name: &str, account: Account) -> Candidate<u8> {
    Candidate { key, name: name.to_owned(), account }
}

/// `pays 1`, `recorded`, or the column and the first words of what is wrong.
fn found(row: &BankRow, candidates: &[Candidate<u8>]) -> String {
    match find(row, candidates) {
        Found::Recorded => "recorded".to_owned(),
        Found::Pays(one) => format!("pays {}", one.key),
        Found::Wrong(fault) => {
            let words = fault.error.message(crate::Lang::Zh);
            let first: String = words.chars().take(4).collect();
            format!("{:?} {first}", fault.column)
        }
    }
}

#[rstest]
#[case::by_number("1000", "何志远", "A1", "道商罚决〔2026〕1号", "pays 1")]
#[case::the_number_before_the_name("1000", "乙店", "A1", "道商罚决〔2026〕1号", "pays 1")]
#[case::too_much("3090.01", "甲店", "A1", "道商罚决〔2026〕1号", "Amount 金额不符")]
#[case::all_by_name("3090", "甲店", "A1", "", "pays 1")]
#[case::the_fine_alone_by_name("3000", "甲店", "A1", "", "pays 1")]
#[case::a_part_by_name("1000", "甲店", "A1", "", "Amount 金额不符")]
#[case::recorded("500", "乙店", "回单7", "", "recorded")]
#[case::recorded_with_another_amount("600", "乙店", "回单7", "", "Amount 金额或者")]
#[case::perhaps_recorded_by_hand("500", "乙店", "A1", "", "Amount 可能已入")]
#[case::perhaps_recorded_by_number("500", "", "A1", "道商罚决〔2026〕2号", "Amount 可能已入")]
#[case::perhaps_recorded_on_another_decision("700", "己店", "A1", "", "Amount 可能已入")]
#[case::settled("100", "丙店", "A1", "道商罚决〔2026〕3号", "Payer 找不到未")]
#[case::nobody("100", "丁店", "A1", "货款", "Payer 找不到：")]
#[case::twice_the_same("3090", "戊店", "A1", "", "Payer 付款人有")]
fn a_row_is_booked_only_where_one_account_fits(
    #[case] amount: &str,
    #[case] payer: &str,
    #[case] reference: &str,
    #[case] note: &str,
    #[case] expected: &str,
) {
    let candidates = [
        candidate(1, "甲店", account("道商罚决〔2026〕1号", &[])),
        candidate(2, "乙店", account("道商罚决〔2026〕2号", &[(500, "回单7")])),
        candidate(3, "丙店", account("道商罚决〔2026〕3号", &[(3090, "回单8")])),
        candidate(4, "戊店", account("道商罚决〔2026〕4号", &[])),
        candidate(5, "戊店", account("道商罚决〔2026〕5号", &[])),
        candidate(6, "己店", account("道商罚决〔2026〕6号", &[(700, "回单9")])),
        candidate(7, "己店", account("道商罚决〔2026〕7号", &[(2390, "回单10")])),
    ];
    assert_eq!(found(&row(amount, payer, reference, note), &candidates), expected);
}

#[test]
fn an_instalment_is_known_by_its_amount_while_the_plan_is_kept() {
    let line = PlanLine { by: day("2026-12-15"), amount: Money::yuan(1500), covered: Money::ZERO };
    let kept = Account { plan: vec![line], ..account("道商罚决〔2026〕1号", &[]) };
    let broken = Account { broken: Some(day("2026-11-16")), ..kept.clone() };
    let row = row("1500", "甲店", "A1", "");
    assert_eq!(found(&row, &[candidate(1, "甲店", kept)]), "pays 1");
    assert_eq!(found(&row, &[candidate(1, "甲店", broken)]), "Amount 金额不符");
}

#[test]
fn a_row_without_a_receipt_is_known_by_its_day_and_amount() {
    let row = row("500", "甲店", "", "");
    let receipt = row.receipt().unwrap();
    let paid = account("道商罚决〔2026〕1号", &[(500, receipt.as_str())]);
    assert_eq!(found(&row, &[candidate(1, "甲店", paid)]), "recorded");
}

#[test]
fn a_receipt_of_another_day_is_another_payment_and_is_told() {
    let paid = account("道商罚决〔2026〕1号", &[(1000, "000123")]);
    let again =
        BankRow { on: day("2026-11-25"), ..row("1000", "甲店", "000123", "道商罚决〔2026〕1号") };
    assert_eq!(found(&again, &[candidate(1, "甲店", paid)]), "Amount 金额或者");
}

#[rstest]
#[case("0")]
#[case("00000000")]
#[case("-")]
fn a_reference_of_noughts_is_none(#[case] written: &str) {
    assert_eq!(row("1000", "甲店", written, "").reference, None);
}

#[test]
fn payments_of_different_payers_or_decisions_are_different_payments() {
    let one = |payer: &str, number: &str, reference: &str| {
        cells(&[
            (Column::On, text("2026-11-20")),
            (Column::Amount, text("1000")),
            (Column::Payer, text(payer)),
            (Column::Decision, text(number)),
            (Column::Voucher, text(reference)),
        ])
    };
    let (third, fourth) = ("道商罚决〔2026〕3号", "道商罚决〔2026〕4号");
    let codes = |rows: &[RowCells<Column>]| -> Vec<_> { judged(rows).into_iter().map(Result::err).collect() };
    assert_eq!(codes(&[one("", third, ""), one("", fourth, "")]), [None, None]);
    assert_eq!(codes(&[one("甲店", third, ""), one("甲店", fourth, "")]), [None, None]);
    assert_eq!(codes(&[one("甲店", "", "0"), one("乙店", "", "0")]), [None, None]);
    assert_eq!(codes(&[one("甲店", third, "0"), one("甲店", third, "0")]), [None, Some("duplicate")]);
}

#[test]
fn every_column_of_words_is_searched_for_the_number_and_the_best_receipt_is_taken() {
    let titles =
        ["日期", "金额", "凭证号", "交易流水号", "摘要", "附言", "用途", "备注"].map(ToOwned::to_owned);
    let header = find_header::<Column>(&titles, &[]).unwrap();
    let written =
        ["2026-11-20", "1000", "0", "A77", "转账", "缴道商罚决〔2026〕18号", "罚款", "道商罚决〔2026〕19号"];
    let mut read = RowCells::default();
    for (column, at) in &header.columns {
        read.set(*column, text(written[*at]));
    }
    let row = judged(&[read]).remove(0).unwrap();
    assert_eq!(row.reference.as_ref().map(Name::as_str), Some("A77"));
    for number in ["道商罚决〔2026〕18号", "道商罚决〔2026〕19号"] {
        assert!(row.numbers.contains(&number.to_owned()), "{:?}", row.numbers);
    }
}

#[test]
fn a_note_as_long_as_a_book_names_a_few_numbers_only() {
    let long: String = (1..3000).map(|nth| format!("罚〔2026〕{nth}号")).collect();
    let found = numbers_in(&long);
    assert!(found.contains(&"罚〔2026〕1号".to_owned()) && found.len() <= 160, "{}", found.len());
}
