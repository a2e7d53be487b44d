//! Rolls of trainees as counties keep them: the sample, and what else comes.

use std::collections::BTreeSet;

use domain::ledger::Unreadable;
use domain::training::roll::{Column, RollJudge, RollRow};
use domain::{Day, Lang};
use rstest::rstest;
use rust_xlsxwriter::{Format, FormatBorder, Worksheet};

use super::roll::{RollLedger, roll_template};
use super::tests::{built, edited, part, put};
use super::*;

pub(super) const SAMPLE: &[u8] = include_bytes!("../../../end2end/samples/trainees-jianghua.xlsx");
const EXPECTED: &str = include_str!("../../../end2end/samples/trainees-jianghua.expected.json");
const REGISTER: &[u8] = include_bytes!("../../../end2end/samples/establishments-daoxian.xlsx");
const A: &str = "432926197509149083";
const B: &str = "432922196802299064";
const C: &str = "431103196001019014";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub(super) fn read(bytes: &[u8]) -> RollLedger {
    read_ledger(bytes, "roll.xlsx", RollJudge::new(day("2026-11-25"))).unwrap()
}

/// Wrong rows with their codes.
pub(super) fn wrong(ledger: &RollLedger) -> Vec<(u32, BTreeSet<String>)> {
    let codes = |row: &report::WrongRow| row.reasons.iter().map(|reason| reason.code.clone()).collect();
    report(ledger, Lang::Zh).wrong.iter().map(|row| (row.row, codes(row))).collect()
}

fn told(rows: &[(u32, &[&str])]) -> Vec<(u32, BTreeSet<String>)> {
    rows.iter().map(|(row, codes)| (*row, codes.iter().map(|code| (*code).to_owned()).collect())).collect()
}

fn right(ledger: &RollLedger, at: usize) -> &RollRow {
    ledger.rows[at].judged.as_ref().unwrap()
}

#[test]
fn the_sample_has_exactly_the_expected_wrong_rows() {
    let expected: serde_json::Value = serde_json::from_str(EXPECTED).unwrap();
    let ledger = read(SAMPLE);
    let report = report(&ledger, Lang::Zh);
    assert_eq!(report.rows, expected["rows"]);
    assert_eq!(report.valid, expected["valid"]);
    let told: Vec<serde_json::Value> = wrong(&ledger)
        .into_iter()
        .map(|(row, codes)| serde_json::json!({ "row": row, "errors": codes }))
        .collect();
    assert_eq!(serde_json::Value::from(told), expected["wrong"]);
    assert!(ledger.skipped.blank >= 200, "{:?}", ledger.skipped);
}

#[test]
fn the_sample_tells_no_number_of_a_person_and_whose_days_differ() {
    let ledger = read(SAMPLE);
    let printed = serde_json::to_string(&report(&ledger, Lang::Zh)).unwrap();
    // Seven digits stand in the example of a landline.
    let longest = printed.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
    assert_eq!(longest, Some(7), "{printed}");
    let class = ledger.disagreements().into_iter().find(|one| one.class == "江华海员2026第2期").unwrap();
    assert!(!class.differing.is_empty());
    let of_class = ledger
        .rows
        .iter()
        .filter(|row| row.judged.as_ref().is_ok_and(|row| row.class.as_str() == "江华海员2026第2期"));
    let groups: BTreeSet<usize> = of_class.clone().map(|row| row.group).collect();
    assert_eq!((groups.len(), of_class.count()), (1, class.agreeing + class.differing.len()));
}

/// A roll with another order of columns, other words, and what goes wrong by hand.
pub(super) fn mixed() -> Vec<u8> {
    built(|book| {
        let sheet = book.add_worksheet();
        put(sheet, 0, &["道县劳务培训学员名册"]);
        put(
            sheet,
            1,
            &[
                "备注",
                "公民身份号码",
                "学员姓名",
                "期次",
                "培训开始时间",
                "培训结束时间",
                "总评",
                "合格证编号",
                "手机",
            ],
        );
        let class = ["道县电工2026第1期", "2026.5.9", "二〇二六年六月八日"];
        put(
            sheet,
            2,
            &["", A, "盘子士", class[0], class[1], class[2], "78", "lw4311242600001", "13921080000"],
        );
        put(sheet, 3, &["", "欧阳芳伦", B, class[0], class[1], class[2], "61"]);
        put(sheet, 4, &["", "", "𠮷䶮", class[0], class[1], class[2], "优"]);
        sheet.write_number(4, 1, 432_922_196_802_299_064_f64).unwrap();
        put(sheet, 5, &["", "432924199908079189", "何江", class[0], class[1], class[2], "101"]);
        put(sheet, 6, &["", "432926750914908", "盘子士", class[0], class[1], "2026-5-1", "-5"]);
        put(sheet, 7, &["", C, "李明", class[0], "13921080000", class[2], "", "", "13921080001"]);
        put(sheet, 8, &["合计", "6 人"]);
        put(sheet, 9, &["注：本册一式两份"]);
    })
}

#[test]
fn other_words_in_another_order_and_shifted_columns_are_told() {
    let ledger = read(&mixed());
    let expected = told(&[
        (4, &["charset", "length"]),
        (5, &["number_cell_precision", "score_range"]),
        (6, &["score_range"]),
        (7, &["duplicate", "date_order", "score_range"]),
        (8, &["bad_date"]),
    ]);
    assert_eq!(wrong(&ledger), expected);
    let row = right(&ledger, 0);
    assert_eq!((row.opens_on, row.ends_on), (day("2026-05-09"), Some(day("2026-06-08"))));
    assert_eq!(row.certificate_number.as_ref().unwrap().to_string(), "LW4311242600001");
    assert_eq!((ledger.skipped.totals, ledger.skipped.notes), (1, 1));
    let printed = serde_json::to_string(&report(&ledger, Lang::Zh)).unwrap();
    assert!(!printed.contains("13921080000") && !printed.contains(B), "{printed}");
}

fn merge(sheet: &mut Worksheet, rows: (u32, u32), columns: (u16, u16), text: &str) {
    sheet
        .merge_range(
            rows.0,
            columns.0,
            rows.1,
            columns.1,
            text,
            &Format::new().set_border(FormatBorder::Thin),
        )
        .unwrap();
}

#[test]
fn merged_headers_over_two_rows_and_merged_cells_of_a_class_are_understood() {
    let bytes = built(|book| {
        let sheet = book.add_worksheet();
        merge(sheet, (0, 0), (0, 7), "江永县培训学员花名册");
        merge(sheet, (1, 2), (0, 0), "序号");
        merge(sheet, (1, 1), (1, 3), "学员基本情况");
        put(sheet, 2, &["", "姓名", "证件号码", "联系方式", "班级名称", "开始", "结束", "编号"]);
        merge(sheet, (1, 1), (4, 6), "培训时间");
        merge(sheet, (1, 1), (7, 8), "证书");
        sheet.write_string(2, 4, "班次").unwrap();
        sheet.write_string(2, 8, "成绩").unwrap();
        put(sheet, 3, &["1", "盘子士", A, "0746-6790000", "", "", "", "LW4311252600001", "60"]);
        put(sheet, 4, &["2", "欧阳芳伦", B, "", "", "", "", "LW4311252600002", "59"]);
        put(sheet, 5, &["3", "李明", C]);
        merge(sheet, (3, 6), (4, 4), "江永厨师2026第1期");
        merge(sheet, (3, 6), (5, 5), "2026-3-2");
        merge(sheet, (3, 6), (6, 6), "2026年4月1日");
        put(sheet, 7, &["4", "后来者", "43112819990807918X"]);
    });
    let ledger = read(&bytes);
    let header = &ledger.sheets[0].found.as_ref().unwrap().header;
    assert_eq!((header.rows, header.columns.len()), (2, 9), "{header:?}");
    let expected = told(&[(5, &["certificate_without_pass"]), (8, &["missing"])]);
    assert_eq!(wrong(&ledger), expected);
    assert_eq!(right(&ledger, 2).class.as_str(), "江永厨师2026第1期");
    assert_eq!(right(&ledger, 2).ends_on, Some(day("2026-04-01")));
    // The last row of the merged cells has nothing of its own.
    assert_eq!((ledger.rows.len(), ledger.skipped.blank), (4, 1));
}

#[test]
fn a_person_twice_on_two_sheets_is_told_with_the_sheet() {
    let titles = ["姓名", "身份证号", "班次", "开班日期", "结业日期"];
    let bytes = built(|book| {
        for (name, class, from, to) in [
            ("海员", "海员1期", "2026-1-5", "2026-2-5"),
            ("电工", "电工1期", "2026-2-5", "2026-3-5"),
            ("厨师", "厨师1期", "2026-3-6", "2026-4-5"),
        ] {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            put(sheet, 0, &titles);
            put(sheet, 1, &["盘子士", A, class, from, to]);
        }
    });
    let report = report(&read(&bytes), Lang::Zh);
    assert_eq!(report.wrong.len(), 1);
    assert_eq!((report.wrong[0].sheet.as_str(), report.wrong[0].row), ("电工", 2));
    assert_eq!(report.wrong[0].reasons[0].message, "与“海员”第 2 行重复，请合并或删除其中一行");
}

#[test]
fn the_epoch_of_1904_moves_the_dates() {
    let bytes = built(|book| {
        let sheet = book.add_worksheet();
        put(sheet, 0, &["姓名", "身份证号", "班次", "开班时间"]);
        put(sheet, 1, &["盘子士", A, "海员1期"]);
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_number_with_format(1, 3, 44_664, &date).unwrap();
    });
    let mac =
        edited(&bytes, "xl/workbook.xml", |text| text.replace("<workbookPr ", "<workbookPr date1904=\"1\" "));
    assert_eq!(right(&read(&bytes), 0).opens_on, day("2022-04-13"));
    assert_eq!(right(&read(&mac), 0).opens_on, day("2026-04-14"));
}

#[rstest]
#[case(Lang::Zh)]
#[case(Lang::En)]
fn the_template_is_an_empty_roll_with_drop_downs(#[case] lang: Lang) {
    let bytes = roll_template(lang).unwrap();
    let ledger = read(&bytes);
    assert_eq!(ledger.sheets[0].found.as_ref().unwrap().header.columns.len(), Column::ALL.len());
    assert!(ledger.rows.is_empty());
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("<dataValidation ").count(), 3, "{sheet}");
    assert!(part(&bytes, "xl/worksheets/sheet2.xml").contains("r=\"B56\""));
}

#[test]
fn a_register_is_no_roll_and_a_roll_no_register() {
    let judge = RollJudge::new(day("2026-11-25"));
    let reason = read_ledger(REGISTER, "register.xlsx", judge).unwrap_err();
    assert_eq!(reason, Unreadable::NoHeader);
    assert!(reason.message::<Column>(Lang::Zh).contains("“姓名”“身份证号”“班次”"));
    let industries = domain::establishment::Industries::default();
    let judge = domain::establishment::RegisterJudge::new(&industries, day("2026-11-25"));
    assert_eq!(read_ledger(SAMPLE, "roll.xlsx", judge).unwrap_err(), Unreadable::NoHeader);
}

#[test]
fn any_damage_is_answered_without_panic() {
    for at in (0..SAMPLE.len()).step_by(397) {
        let mut damaged = SAMPLE.to_vec();
        damaged[at] ^= 0x5a;
        if let Ok(ledger) = read_ledger(&damaged, "roll.xlsx", RollJudge::new(day("2026-11-25"))) {
            let _ = mark(&damaged, "roll.xlsx", &ledger, Lang::Zh);
        }
    }
}
