//! A volume of a dossier as somebody else reads it.

use crate::shared::{TYPESETTER, facts, faults, kept, print, sheet, tool};
use paper::{PagesFault, Printed, Volume, VolumeFile, VolumePart, pages_of};
use serde_json::{Value, json};
use std::sync::Arc;

/// A JPEG.
fn picture() -> Vec<u8> {
    let page = print("D38", facts("D38"));
    let file = kept(&page);
    tool("pdftoppm", &["-jpeg", "-r", "40", "-f", "1", "-l", "1", file.path()], "poppler-utils").stdout
}

fn cover(entries: &Value) -> Value {
    json!({
        "title": "行政处罚案卷", "draft": false, "bureau": { "name": "道县商务局" }, "heading": "行政处罚案卷",
        "volume": "正卷", "cover": [["案号", "道商案〔2026〕44号"]], "note": "", "catalogue_title": "卷内文件目录",
        "entries": entries, "end": { "title": "备考表", "lines": ["本卷齐全。"], "signed": [["立卷人", ""]] },
    })
}

fn entry(name: &str, pages: &str) -> Value {
    json!({ "number": "", "name": name, "day": "2026-03-05", "pages": pages, "remark": "" })
}

fn part(title: &str, file: Option<VolumeFile>) -> VolumePart {
    let facts = json!({ "title": title, "note": "", "lines": [["名称", "进货台账🧾.xlsx"]] });
    VolumePart { facts, file }
}

fn pdf(bytes: Vec<u8>) -> VolumeFile {
    let bytes = Arc::new(bytes);
    let pages = pages_of(&bytes).expect("a PDF");
    VolumeFile::Pdf(bytes, pages)
}

fn bind(entries: &Value, parts: Vec<VolumePart>) -> Printed {
    let volume = Volume { name: "test".to_owned(), day: (2026, 4, 1), facts: cover(entries), parts };
    TYPESETTER.bind(&volume).unwrap_or_else(|error| panic!("not bound: {error}"))
}

/// The words of each page.
fn pages(printed: &Printed) -> Vec<String> {
    let file = kept(printed);
    let read = tool("pdftotext", &["-enc", "UTF-8", file.path(), "-"], "poppler-utils");
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    let pages = text.split('\u{c}').map(|page| page.split_whitespace().collect::<String>());
    pages.filter(|page| !page.is_empty()).collect()
}

#[test]
fn a_volume_has_cover_catalogue_papers_evidence_and_end_sheet_and_its_pages_are_numbered_through() {
    let decision = print("D26", facts("D26"));
    let of_decision = decision.pages;
    let entries = json!([entry("行政处罚决定书", "1-3"), entry("现场照片", "4"), entry("进货台账", "5")]);
    let parts = vec![
        part("", Some(pdf(decision.pdf))),
        part("证据1", Some(VolumeFile::Picture(Arc::new(picture())))),
        part("证据2", None),
    ];
    let bound = bind(&entries, parts);
    let read = pages(&bound);
    assert_eq!((read.len(), bound.pages), (of_decision + 5, of_decision + 5), "{read:#?}");
    assert!(read[0].contains("正卷") && read[0].contains("道商案〔2026〕44号"), "{}", read[0]);
    assert!(read[1].contains("卷内文件目录") && read[1].contains("进货台账"), "{}", read[1]);
    assert!(read[2].contains("行政处罚决定书"), "{}", read[2]);
    assert!(read[2 + of_decision].contains("证据1") && read[3 + of_decision].contains("证据2"));
    // A character that no font has stops nothing.
    assert!(read[3 + of_decision].contains("进货台账"), "{read:#?}");
    for (after, title) in [(1, "证据1"), (2, "证据2"), (3, "备考表")] {
        let page = &read[1 + of_decision + after];
        assert!(page.starts_with(&format!("{}{title}", of_decision + after)), "{page}");
    }
    assert!(!read[0].contains("—1—") && faults(&bound).is_empty(), "{}", faults(&bound));
}

#[test]
fn a_picture_with_a_long_sheet_takes_one_page() {
    let long = "道县濂溪街道道州北路66号加油站储油区".repeat(11);
    let lines: Vec<[&str; 2]> = vec![["来源", &long], ["提取地点", &long], ["文件名称", &long]];
    let mut lines: Vec<[String; 2]> = lines.iter().map(|line| line.map(ToOwned::to_owned)).collect();
    lines.extend((0..8).map(|nth| ["提取时间".to_owned(), format!("2026年3月{nth}日")]));
    lines.push(["SHA-256".to_owned(), "0123456789abcdef".repeat(4)]);
    let facts = json!({ "title": "证据1", "note": "", "lines": lines });
    let file = Some(VolumeFile::Picture(Arc::new(picture())));
    let bound = bind(&json!([entry("现场照片", "1")]), vec![VolumePart { facts, file }]);
    assert_eq!(bound.pages, 4, "{:#?}", pages(&bound));
    assert!(pages(&bound)[2].contains(&"0123456789abcdef".repeat(4)));
}

#[test]
fn a_pdf_that_cannot_be_read_says_so_and_one_that_can_is_bound_in() {
    let printed = print("D38", facts("D38"));
    let whole = printed.pdf.clone();
    let half = whole[..whole.len() / 3].to_vec();
    for broken in [b"%PDF-1.7 nothing".to_vec(), Vec::new(), b"\0\0".to_vec()] {
        assert_eq!(pages_of(&Arc::new(broken)), Err(PagesFault::Broken));
    }
    // What is left of a broken one is bound in, or it is refused; nothing else happens.
    if let Ok(pages) = pages_of(&Arc::new(half.clone())) {
        let _ = TYPESETTER.takes(&VolumeFile::Pdf(Arc::new(half), pages));
    }
    assert!(TYPESETTER.takes(&pdf(whole.clone())));
    assert!(!TYPESETTER.takes(&VolumeFile::Pdf(Arc::new(b"%PDF-1.7".to_vec()), vec![false])));
    assert!(!TYPESETTER.takes(&VolumeFile::Picture(Arc::new(b"\xff\xd8\xff".to_vec()))));
    assert_eq!(pages_of(&Arc::new(encrypted(&printed))), Err(PagesFault::Encrypted));
}

/// The same PDF behind a password.
fn encrypted(plain: &Printed) -> Vec<u8> {
    let file = kept(plain);
    tool("qpdf", &["--encrypt", "secret", "owner", "256", "--", file.path(), "-"], "qpdf").stdout
}

#[test]
fn what_is_wider_than_high_lies_across() {
    let mut facts = facts("D38");
    facts["case"]["name"] = "横页".into();
    let upright = pdf(TYPESETTER.print(&sheet("D38", facts)).expect("printed").pdf);
    let VolumeFile::Pdf(bytes, wide) = upright else { panic!("no PDF") };
    assert!(wide.iter().all(|wide| !wide));
    let across = VolumeFile::Pdf(bytes, wide.iter().map(|_| true).collect());
    let bound = bind(&json!([entry("横页", "1")]), vec![part("", Some(across))]);
    let file = kept(&bound);
    let told = tool("pdfinfo", &["-f", "3", "-l", "3", file.path()], "poppler-utils");
    assert!(String::from_utf8_lossy(&told.stdout).contains("841.89 x 595.2"), "{told:?}");
}
