//! The workbook of cases: what the template offers is what is read, and one row goes in as it was typed.

use super::cases_template::{one_row, template};
use super::{mark, read_ledger};
use domain::Lang;
use domain::back_entry::{Column, PaperJudge};
use rstest::rstest;
use std::io::{Cursor, Read};

fn judge() -> PaperJudge<'static> {
    PaperJudge::new(store::catalogue::in_use(), "2026-11-25".parse().unwrap())
}

fn part(book: &[u8], name: &str) -> String {
    let mut book = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    book.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn clue(column: Column) -> String {
    let typed = match column {
        Column::Party => "道县××加油站",
        Column::Kind => "个体工商户",
        Column::Violation => "slaughter-v04@2021 未登记",
        Column::ActOn => "2026-10-20",
        Column::Place => "道县梅花镇",
        Column::Source => "举报投诉",
        Column::ReceivedOn => "2026年11月2日",
        Column::Suspicion => "未登记进厂生猪",
        _ => "",
    };
    typed.to_owned()
}

#[rstest]
#[case(Lang::Zh)]
#[case(Lang::En)]
fn the_template_is_an_empty_workbook_with_drop_downs(#[case] lang: Lang) {
    let bytes = template(lang).unwrap();
    let ledger = read_ledger(&bytes, "template.xlsx", judge()).unwrap();
    let found = ledger.sheets[0].found.as_ref().unwrap();
    assert_eq!(found.header.columns.len(), Column::ALL.len());
    assert!(ledger.rows.is_empty());
    assert_eq!(part(&bytes, "xl/worksheets/sheet1.xml").matches("<dataValidation ").count(), 12);
}

#[test]
fn a_typed_case_is_one_right_row() {
    let bytes = one_row(clue, Lang::Zh).unwrap();
    let ledger = read_ledger(&bytes, "case.xlsx", judge()).unwrap();
    let case = ledger.rows[0].judged.as_ref().unwrap();
    assert_eq!(
        (case.party.as_str(), case.received_on.to_string()),
        ("道县××加油站", "2026-11-02".to_owned())
    );
    assert_eq!(case.violation, "slaughter-v04@2021");
}

#[test]
fn the_marked_workbook_says_what_is_wrong_in_the_row() {
    let wrong = |column| if column == Column::FiledOn { "2026-11-03".to_owned() } else { clue(column) };
    let bytes = one_row(wrong, Lang::Zh).unwrap();
    let ledger = read_ledger(&bytes, "case.xlsx", judge()).unwrap();
    assert_eq!(ledger.valid(), 0);
    let marked = mark(&bytes, "case.xlsx", &ledger, Lang::Zh).unwrap();
    let sheet = part(&marked, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("填写了“立案日”，此项也必须填写"), "{sheet}");
}
