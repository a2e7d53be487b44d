//! The marked roll, opened again.

use std::collections::BTreeSet;

use domain::Lang;
use domain::ledger::Cell;
use rstest::rstest;

use super::roll_tests::{SAMPLE, mixed, read, wrong};
use super::tests::part;
use super::workbook::Workbook as OpenWorkbook;
use super::*;

#[rstest]
#[case(SAMPLE)]
#[case(&mixed())]
fn the_marked_roll_has_red_cells_and_reasons_and_is_a_roll_again(#[case] bytes: &[u8]) {
    let ledger = read(bytes);
    let marked = mark(bytes, "roll.xlsx", &ledger, Lang::Zh).unwrap();
    assert_eq!(wrong(&read(&marked)), wrong(&ledger));
    let found = ledger.sheets[0].found.as_ref().unwrap();
    let mut reasons = Vec::new();
    let mut book = OpenWorkbook::open(&marked, "marked.xlsx").unwrap();
    let sheet = book.sheets[0].clone();
    book.rows(&sheet, &mut |row| {
        for (at, cell) in row.cells {
            if let (true, Cell::Text(text)) = (at == ledger.sheets[0].width, cell) {
                reasons.push((row.number, text));
            }
        }
        Ok(())
    })
    .unwrap();
    assert_eq!(reasons[0], (found.row, "✗ 原因".to_owned()));
    let rows: Vec<u32> = reasons.iter().skip(1).map(|(row, _)| *row).collect();
    assert_eq!(rows, wrong(&ledger).iter().map(|(row, _)| *row).collect::<Vec<_>>());
    let red = red_cells(&marked);
    for (place, faults) in ledger.wrong() {
        for fault in faults {
            let at = sheet::place_of(&found.header, fault.column);
            assert!(red.contains(&(place.row, at)), "row {} {:?}", place.row, fault.column);
        }
    }
}

/// Rows (from 1) and columns (from 0) of the first sheet that are red.
fn red_cells(workbook: &[u8]) -> BTreeSet<(u32, usize)> {
    let styles = part(workbook, "xl/styles.xml");
    let formats = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
    let fill = styles.split("<fills").nth(1).unwrap().split("<fill>").skip(1);
    let red = fill.enumerate().find(|(_, fill)| fill.contains("FFFFC7CE")).unwrap().0;
    let is_red: Vec<bool> =
        formats.split("<xf ").skip(1).map(|format| format.contains(&format!("fillId=\"{red}\""))).collect();
    let sheet = part(workbook, "xl/worksheets/sheet1.xml");
    let attribute = |cell: &str, name: &str| {
        let value = cell.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
        Some(value.to_owned())
    };
    let cells = sheet.split("<c ").skip(1).map(|cell| format!(" {}", cell.split('>').next().unwrap()));
    let mut found = BTreeSet::new();
    for cell in cells {
        let style = attribute(&cell, "s").and_then(|style| style.parse::<usize>().ok()).unwrap_or(0);
        if is_red[style] {
            let place = attribute(&cell, "r").unwrap();
            let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
            let at = letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1) - 1;
            found.insert((place[letters.len()..].parse().unwrap(), at));
        }
    }
    found
}
