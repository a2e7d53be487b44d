//! Ledgers as counties keep them: the sample, and what else comes.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use domain::establishment::{Column, Industries, RegisterJudge};
use domain::ledger::{Cell, Unreadable};
use domain::{Day, Lang};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

use super::package::Kind;
use super::register_template::template;
use super::workbook::Workbook as OpenWorkbook;
use super::*;

const SAMPLE: &[u8] = include_bytes!("../../../end2end/samples/establishments-daoxian.xlsx");
const OLD: &[u8] = include_bytes!("../../../end2end/samples/establishments-old.xls");
const EXPECTED: &str = include_str!("../../../end2end/samples/establishments-daoxian.expected.json");
const A: &str = "91431124MA4PT1X32T";
const B: &str = "91431124740612985D";

fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

fn industries() -> Industries {
    Industries::of(&store::catalogue::load(None).unwrap())
}

fn read(bytes: &[u8]) -> EstablishmentLedger {
    read_as(bytes, "ledger.xlsx").unwrap()
}

fn read_as(bytes: &[u8], name: &str) -> Result<EstablishmentLedger, Unreadable> {
    read_ledger(bytes, name, RegisterJudge::new(&industries(), today()))
}

fn refused(bytes: &[u8], name: &str) -> Unreadable {
    read_as(bytes, name).unwrap_err()
}

/// Wrong rows with their codes.
fn wrong(ledger: &EstablishmentLedger) -> Vec<(u32, BTreeSet<&'static str>)> {
    ledger
        .wrong()
        .map(|(place, faults)| (place.row, faults.iter().map(|f| f.error.code()).collect()))
        .collect()
}

pub(super) fn built(build: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    build(&mut workbook);
    workbook.save_to_buffer().unwrap()
}

pub(super) fn put(sheet: &mut Worksheet, row: u32, texts: &[&str]) {
    for (at, text) in texts.iter().enumerate() {
        if !text.is_empty() {
            sheet.write_string(row, u16::try_from(at).unwrap(), *text).unwrap();
        }
    }
}

#[test]
fn the_sample_has_exactly_the_expected_wrong_rows() {
    let expected: serde_json::Value = serde_json::from_str(EXPECTED).unwrap();
    let ledger = read(SAMPLE);
    let report = report(&ledger, Lang::Zh);
    assert_eq!(report.rows, expected["rows"]);
    assert_eq!(report.valid, expected["valid"]);
    let told: Vec<(u32, BTreeSet<String>)> = wrong(&ledger)
        .into_iter()
        .map(|(row, codes)| (row, codes.into_iter().map(String::from).collect()))
        .collect();
    let wanted: Vec<(u32, BTreeSet<String>)> = expected["wrong"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let codes = row["errors"].as_array().unwrap();
            let codes = codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect();
            (u32::try_from(row["row"].as_u64().unwrap()).unwrap(), codes)
        })
        .collect();
    assert_eq!(told, wanted);
    assert!(ledger.skipped.blank >= 200, "{:?}", ledger.skipped);
}

#[test]
fn the_marked_sample_keeps_its_merges_and_says_the_reasons() {
    let ledger = read(SAMPLE);
    let marked = mark(SAMPLE, "ledger.xlsx", &ledger, Lang::Zh).unwrap();
    let mut book = OpenWorkbook::open(&marked, "marked.xlsx").unwrap();
    let mut before = OpenWorkbook::open(SAMPLE, "ledger.xlsx").unwrap();
    assert_eq!(book.merged("Sheet1").unwrap(), before.merged("Sheet1").unwrap());
    let mut reasons = Vec::new();
    let mut values = 0;
    book.rows("Sheet1", &mut |row| {
        values += row.cells.len();
        for (at, cell) in row.cells {
            if let (13, Cell::Text(text)) = (at, cell) {
                reasons.push((row.number, text));
            }
        }
        Ok(())
    })
    .unwrap();
    let mut values_before = 0;
    before
        .rows("Sheet1", &mut |row| {
            values_before += row.cells.len();
            Ok(())
        })
        .unwrap();
    assert_eq!(values, values_before + 22);
    assert_eq!(reasons.len(), 22);
    assert_eq!(reasons[0], (3, "✗ 原因".to_owned()));
    assert!(reasons[1].1.starts_with("✗ 统一社会信用代码：信用代码第 18 位应为"), "{}", reasons[1].1);
    // The marked workbook is a ledger again, wrong in the same rows.
    assert_eq!(wrong(&read(&marked)), wrong(&ledger));
    let styles = part(&marked, "xl/styles.xml");
    assert!(styles.contains("FFFFC7CE"));
    assert_eq!(styles.matches("fillId=\"2\"").count(), 4);
    assert!(part(&marked, "xl/worksheets/sheet1.xml").contains("ref=\"A1:N383\""));
}

pub(super) fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn renamed_and_reordered_columns_under_two_merged_header_rows_are_understood() {
    let bytes = built(|book| {
        let sheet = book.add_worksheet();
        let format = Format::new();
        sheet.merge_range(0, 0, 0, 7, "零陵区重点行业监管台账", &format).unwrap();
        put(sheet, 2, &["单位：零陵区商务局"]);
        sheet.merge_range(3, 0, 4, 0, "备注", &format).unwrap();
        sheet.merge_range(3, 1, 3, 2, "经营单位", &format).unwrap();
        put(sheet, 4, &["", "名称", "社会信用代码", "", "名称", "编号", "到期日期"]);
        sheet.merge_range(3, 3, 4, 3, "所属行业", &format).unwrap();
        sheet.merge_range(3, 4, 3, 6, "许可证", &format).unwrap();
        sheet.merge_range(3, 7, 4, 7, "联系方式", &format).unwrap();
        put(sheet, 5, &["x", "零陵甲加油站", A, "加油站", "批准证书", "1", "2030-1-1", "0746-6790000"]);
        put(sheet, 8, &["", "零陵乙加油站", B, "加油站", "批准证书", "2", "2023-2-30", "1380000"]);
        put(sheet, 9, &["合计：2户"]);
        put(sheet, 10, &["注：本表由各所填报"]);
        put(sheet, 11, &["", "填表人：", "李某"]);
    });
    let ledger = read(&bytes);
    assert_eq!(ledger.rows.len(), 2, "{:?}", ledger.sheets);
    assert_eq!(ledger.sheets[0].found.as_ref().unwrap().header.columns.len(), 8, "{:?}", ledger.sheets);
    assert_eq!(wrong(&ledger), [(9, BTreeSet::from(["bad_date", "bad_phone"]))]);
    let row = ledger.rows[0].judged.as_ref().unwrap();
    assert_eq!(row.licences[0].kind.as_ref().unwrap().as_str(), "批准证书");
    assert_eq!(row.licences[0].expiry.day(), "2030-01-01".parse().ok());
    assert_eq!((ledger.skipped.totals, ledger.skipped.notes), (1, 2));
}

#[test]
fn several_sheets_are_one_file_and_those_without_header_are_left_alone() {
    let titles = ["主体名称", "信用代码", "行业", "证号"];
    let bytes = built(|book| {
        let sheet = book.add_worksheet();
        sheet.set_name("说明").unwrap();
        put(sheet, 0, &["本工作簿共两张表"]);
        let sheet = book.add_worksheet();
        sheet.set_name("酒类").unwrap();
        put(sheet, 0, &titles);
        put(sheet, 1, &["道县甲酒业", A, "酒", "1"]);
        let sheet = book.add_worksheet();
        sheet.set_name("油站").unwrap();
        put(sheet, 4, &titles);
        put(sheet, 5, &["道县甲酒业", A, "加油站", "2"]);
        put(sheet, 6, &["道县乙酒业", A, "酒", "3"]);
        put(sheet, 7, &titles);
        put(sheet, 8, &["道县丙酒业", "", "酒", "4"]);
    });
    let ledger = read(&bytes);
    assert!(ledger.sheets[0].found.is_none());
    assert_eq!(ledger.rows.len(), 4);
    assert_eq!(ledger.skipped.headers, 1);
    assert_eq!(ledger.rows[0].group, ledger.rows[1].group);
    let report = report(&ledger, Lang::Zh);
    assert_eq!(report.wrong.len(), 1);
    assert_eq!((report.wrong[0].sheet.as_str(), report.wrong[0].row), ("油站", 7));
    assert_eq!(report.wrong[0].reasons[0].message, "与“酒类”第 2 行重复，请合并或删除其中一行");
}

#[test]
fn numbers_dates_and_formulas_are_read_by_their_type() {
    let bytes = built(|book| {
        let sheet = book.add_worksheet();
        put(sheet, 0, &["主体名称", "信用代码", "行业", "证号", "发证日期", "有效期至", "电话", "备注"]);
        let date = Format::new().set_num_format("yyyy-mm-dd");
        for row in 1..=5 {
            put(sheet, row, &[["甲", "乙", "丙", "丁", "戊"][row as usize - 1].repeat(4).as_str(), "", "酒"]);
        }
        sheet.write_number(1, 3, 431_124_201_900_001_f64).unwrap();
        sheet.write_number_with_format(1, 4, 39_083, &date).unwrap();
        sheet.write_number(1, 5, 20_300_101).unwrap();
        sheet.write_number(1, 6, 13_921_080_000_f64).unwrap();
        sheet.write_number(2, 1, 914_311_247_406_129_850_f64).unwrap();
        sheet.write_formula(3, 4, Formula::new("=DATE(2020,1,1)").set_result("43831")).unwrap();
        sheet.write_formula(4, 3, Formula::new("=A1").set_result("#REF!")).unwrap();
        sheet
            .write_formula(5, 7, Formula::new("=HYPERLINK(\"http://127.0.0.1/\",\"x\")").set_result(""))
            .unwrap();
    });
    let ledger = read(&bytes);
    assert_eq!(
        wrong(&ledger),
        [(3, BTreeSet::from(["number_cell_precision"])), (5, BTreeSet::from(["formula_error"])),]
    );
    let licence = |at: usize| ledger.rows[at].judged.as_ref().unwrap().licences[0].clone();
    assert_eq!(licence(0).number.unwrap().as_str(), "431124201900001");
    assert_eq!(licence(0).issued_on, "2007-01-01".parse().ok());
    assert_eq!(licence(0).expiry.day(), "2030-01-01".parse().ok());
    assert_eq!(licence(2).issued_on, "2020-01-01".parse().ok());
}

#[test]
fn the_epoch_of_1904_moves_the_dates() {
    let bytes = built(|book| {
        let sheet = book.add_worksheet();
        put(sheet, 0, &["主体名称", "行业", "发证日期"]);
        put(sheet, 1, &["道县甲酒业", "酒"]);
        let date = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_number_with_format(1, 2, 44_664, &date).unwrap();
    });
    let mac = edited(&bytes, "xl/workbook.xml", |text| {
        let text = text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
        assert!(text.contains("date1904"), "{text}");
        text
    });
    let issued = |bytes: &[u8]| read(bytes).rows[0].judged.as_ref().unwrap().licences[0].issued_on.unwrap();
    assert_eq!(issued(&bytes).to_string(), "2022-04-13");
    assert_eq!(issued(&mac).to_string(), "2026-04-14");
}

pub(super) fn edited(workbook: &[u8], name: &str, edit: impl FnOnce(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let text = edit(part(workbook, name));
    for at in 0..archive.len() {
        let entry = archive.by_index(at).unwrap();
        if entry.name() == name {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        } else {
            writer.raw_copy_file(entry).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_workbook_is_answered_with_what_to_do() {
    assert_eq!(refused(b"", "a.xlsx"), Unreadable::Broken);
    assert_eq!(refused("主体名称,行业\n甲,酒".as_bytes(), "a.csv"), Unreadable::Csv);
    assert_eq!(refused("主体名称,行业\n甲,酒".as_bytes(), "a.xlsx"), Unreadable::Csv);
    assert_eq!(refused(b"<html><table></table></html>", "a.xls"), Unreadable::NotAWorkbook);
    assert_eq!(refused(&[0x89, b'P', b'N', b'G', 0, 0, 1], "a.xlsx"), Unreadable::NotAWorkbook);
    assert_eq!(refused(&SAMPLE[..SAMPLE.len() / 2], "a.xlsx"), Unreadable::Broken);
    assert_eq!(refused(SAMPLE, "a.et"), Unreadable::Et);
    let mut ole = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    assert_eq!(refused(&ole, "a.doc"), Unreadable::NotAWorkbook);
    ole.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(&ole, "a.xlsx"), Unreadable::Encrypted);
    let headless = built(|book| put(book.add_worksheet(), 0, &["你好"]));
    assert_eq!(refused(&headless, "a.xlsx"), Unreadable::NoHeader);
}

#[test]
fn a_bomb_is_refused_before_anything_reads_it() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..64 {
        writer.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let bomb = writer.finish().unwrap().into_inner();
    assert_eq!(refused(&bomb, "a.xlsx"), Unreadable::Inflates);
}

#[test]
fn any_damage_is_answered_without_panic() {
    for at in (0..SAMPLE.len()).step_by(97) {
        let mut damaged = SAMPLE.to_vec();
        damaged[at] ^= 0x5a;
        if let Ok(ledger) = read_as(&damaged, "a.xlsx") {
            let _ = mark(&damaged, "a.xlsx", &ledger, Lang::Zh);
        }
    }
    for at in (0..OLD.len()).step_by(101) {
        let mut damaged = OLD.to_vec();
        damaged[at] ^= 0xa5;
        let _ = read_as(&damaged, "a.xls");
    }
}

#[test]
fn the_template_is_a_ledger_and_an_export_reads_back_the_same() {
    let names = ["成品油零售".to_owned()];
    let empty = read(&template(&names, &["成品油零售经营批准证书".to_owned()], Lang::Zh).unwrap());
    let found = empty.sheets[0].found.as_ref().unwrap();
    assert_eq!(found.header.columns.len(), Column::ALL.len());
    assert!(empty.rows.is_empty());

    let sample = read(SAMPLE);
    let mut kept: Vec<_> = sample.rows.iter().filter_map(|row| row.judged.clone().ok()).collect();
    kept[0].remark = domain::value::FreeText::parse("=HYPERLINK(\"http://127.0.0.1/\")").ok();
    let phones: Vec<String> = kept.iter().map(|of| of.phones[0].to_string()).collect();
    let rows = kept.iter().zip(&phones).map(|(establishment, phones)| ExportRow { establishment, phones });
    let bytes = export(rows, &|word| word.to_owned(), Lang::Zh).unwrap();
    assert!(!part(&bytes, "xl/worksheets/sheet1.xml").contains("<f>"));
    let again = read(&bytes);
    let read_back: Vec<_> = again.rows.iter().map(|row| row.judged.clone().unwrap()).collect();
    assert_eq!(read_back, kept);
}

#[test]
fn reasons_are_also_said_in_english() {
    let report = report(&read(SAMPLE), Lang::En);
    assert_eq!(report.wrong[0].reasons[0].column, "Credit code");
    assert!(report.wrong[0].reasons[0].message.starts_with("Please check the credit code: character 18"));
}

#[test]
fn an_old_xls_is_read_and_comes_back_marked_as_xlsx() {
    let ledger = read_as(OLD, "old.xls").unwrap();
    assert_eq!(ledger.skipped.totals, 1);
    let expected = [(5, BTreeSet::from(["check_digit"])), (6, BTreeSet::from(["bad_date", "bad_phone"]))];
    assert_eq!(wrong(&ledger), expected);
    let row = ledger.rows[0].judged.as_ref().unwrap();
    assert_eq!(row.licences[0].number.as_ref().unwrap().as_str(), "431122201900001");
    assert_eq!(row.licences[0].issued_on, "2019-05-06".parse().ok());
    assert_eq!(row.legal_representative.as_ref().unwrap().as_str(), "郭伦");
    let marked = mark(OLD, "old.xls", &ledger, Lang::Zh).unwrap();
    let again = read(&marked);
    assert_eq!(again.kind, Kind::Xlsx);
    assert_eq!(wrong(&again), expected);
}
