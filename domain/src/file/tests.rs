use super::*;
use crate::Lang;
use crate::id::PersonId;
use chrono::NaiveDate;
use rstest::rstest;
use std::collections::BTreeMap;
use uuid::Uuid;

fn name(text: &str) -> FileName {
    FileName::parse(text).unwrap()
}

/// Judges a file whose bytes come in pieces of a size.
fn judged_in(file: &str, bytes: &[u8], piece: usize) -> Result<Content, FileFault> {
    let mut judge = Judge::of(name(file));
    for piece in bytes.chunks(piece) {
        judge.push(piece)?;
    }
    judge.finish()
}

/// What a file is; the same however its bytes come in.
fn judged(file: &str, bytes: &[u8]) -> Result<Content, FileFault> {
    let whole = judged_in(file, bytes, bytes.len().max(1));
    for piece in [1, 7, 4096, 5000] {
        assert_eq!(judged_in(file, bytes, piece), whole, "{file} in pieces of {piece}");
    }
    whole
}

/// Content that begins so and goes on for long.
fn long(head: &[u8]) -> Vec<u8> {
    let mut bytes = head.to_vec();
    bytes.extend((0..9_000u32).map(|at| u8::try_from(at * 7 % 251).unwrap()));
    bytes
}

/// A zip of entries, as far as names go.
fn zip(entries: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in entries {
        bytes.extend(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0");
        bytes.extend(long(entry.as_bytes()));
    }
    bytes
}

fn old_office(streams: &[&str]) -> Vec<u8> {
    let mut bytes = long(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    for stream in streams {
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes.extend([0; 80]);
    }
    bytes
}

#[rstest]
#[case("现场.jpg", b"\xff\xd8\xff\xe1\0\0Exif", Content::Jpeg)]
#[case("截图.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Content::Png)]
// What a chat made of a photo keeps the old ending: both are images.
#[case("微信图片.jpg", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Content::Png)]
#[case("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", Content::Webp)]
#[case("a.gif", b"GIF89a", Content::Gif)]
#[case("a.bmp", b"BM\x36\x10\0\0\0\0\0\0\x36", Content::Bmp)]
#[case("IMG_0001.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0", Content::Heic)]
#[case("扫描.tif", b"II*\0\x08\0\0\0", Content::Tiff)]
#[case("发票.pdf", b"%PDF-1.7\n1 0 obj<</OpenAction[1 0 R /XYZ null null 0]>>", Content::Pdf)]
#[case("录音.mp3", b"ID3\x04\0", Content::Mp3)]
#[case("录音.mp3", b"\xff\xfb\x90\x64", Content::Mp3)]
#[case("录音.wav", b"RIFF\0\0\0\0WAVEfmt ", Content::Wav)]
#[case("录音.m4a", b"\0\0\0\x1cftypM4A \0\0\0\0", Content::M4a)]
#[case("录音.amr", b"#!AMR\n", Content::Amr)]
#[case("录像.mp4", b"\0\0\0\x20ftypisom\0\0\x02\0", Content::Mp4)]
#[case("录像.MOV", b"\0\0\0\x14ftypqt  \0\0\0\0", Content::Mov)]
#[case("不知道.dat", b"\xff\xd8\xff\xe0\0\x10JFIF", Content::Jpeg)]
fn a_file_is_what_its_bytes_say(#[case] file: &str, #[case] head: &[u8], #[case] content: Content) {
    assert_eq!(judged(file, &long(head)), Ok(content));
    assert_eq!(judge_head(&name(file), &long(head)), Ok(()));
}

#[test]
fn office_documents_are_known_by_their_entries_and_text_by_having_nothing_else() {
    let of = |part: &str| zip(&["[Content_Types].xml", "_rels/.rels", part]);
    assert_eq!(judged("流水.xlsx", &of("xl/workbook.xml")), Ok(Content::Xlsx));
    assert_eq!(judged("笔录.docx", &of("word/document.xml")), Ok(Content::Docx));
    assert_eq!(judged("汇报.pptx", &of("ppt/presentation.xml")), Ok(Content::Pptx));
    assert_eq!(judged("发票.ofd", &zip(&["OFD.xml", "Doc_0/Document.xml"])), Ok(Content::Ofd));
    assert_eq!(judged("台账.xls", &old_office(&["Workbook"])), Ok(Content::OldOffice));
    assert_eq!(judged("交易.csv", "日期,金额\r\n2026-03-05,100\r\n".as_bytes()), Ok(Content::Text));
    // GB 18030, as Excel in China writes it.
    assert_eq!(judged("交易.csv", b"\xc8\xd5\xc6\xda,\xbd\xf0\xb6\xee\r\n"), Ok(Content::Text));
}

#[rstest]
#[case("照片.jpg", b"MZ\x90\0\x03", FileFault::Runs)]
#[case("程序.dat", b"\x7fELF\x02\x01", FileFault::Runs)]
#[case("说明.txt", b"#!/bin/sh\nrm -rf /\n", FileFault::Runs)]
#[case("图.dat", b"<?xml version=\"1.0\"?>\n<SVG onload=\"alert(1)\"/>", FileFault::WebPage)]
#[case("图.png", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>", FileFault::WebPage)]
#[case("说明.txt", b"\xef\xbb\xbf\n<!DOCTYPE html><p>x", FileFault::WebPage)]
#[case("全部.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0", FileFault::Packed)]
#[case("全部.rar", b"Rar!\x1a\x07\x01\0", FileFault::Packed)]
#[case("全部.7z", b"7z\xbc\xaf\x27\x1c\0", FileFault::Packed)]
#[case("文.rtf", b"{\\rtf1\\ansi", FileFault::Unknown)]
#[case("乱.dat", b"\x01\x02\x03\x04", FileFault::Unknown)]
#[case("照片.jpg", b"%PDF-1.4\n", FileFault::ImageByName)]
#[case("发票.pdf", b"\xff\xd8\xff\xe0", FileFault::PdfByName)]
#[case("台账.xls", b"a,b\r\n1,2\r\n", FileFault::OfficeByName)]
#[case("录音.mp3", b"\x89PNG\r\n\x1a\n", FileFault::RecordingByName)]
#[case("记录.txt", b"\x89PNG\r\n\x1a\n", FileFault::TextByName)]
fn what_runs_lies_or_cannot_be_judged_is_refused(
    #[case] file: &str,
    #[case] bytes: &[u8],
    #[case] fault: FileFault,
) {
    assert_eq!(judged(file, bytes), Err(fault));
    assert_eq!(judge_head(&name(file), bytes), Err(fault));
    assert!(fault.message(Lang::Zh).contains('：') && fault.message(Lang::En).contains(':'));
}

#[test]
fn a_pdf_that_runs_something_is_refused_wherever_it_stands_and_however_it_is_written() {
    for active in [
        "<</S/JavaScript/JS(app.alert(1))>>",
        "<</S /Launch /F (cmd.exe)>>",
        "<</Subtype/RichMedia>>",
        "<</S/J#61va#53cript>>",
        "<</S/#4A#61#76#61#53#63#72#69#70#74>>",
    ] {
        let mut bytes = long(b"%PDF-1.7\n");
        bytes.extend(active.as_bytes());
        bytes.extend(b"\n%%EOF");
        assert_eq!(judged("合同.pdf", &bytes), Err(FileFault::ActivePdf), "{active}");
    }
    for harmless in
        ["/Javascript", "JavaScript is a language", "/J#6", "/OpenAction 3 0 R", "/EmbeddedFile", "/"]
    {
        let mut bytes = long(b"%PDF-1.7\n");
        bytes.extend(harmless.as_bytes());
        assert_eq!(judged("合同.pdf", &bytes), Ok(Content::Pdf), "{harmless}");
    }
}

#[test]
fn macros_and_packed_things_are_refused() {
    let macros = zip(&["[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"]);
    assert_eq!(judged("台账.xlsx", &macros), Err(FileFault::Macros));
    assert_eq!(judged("台账.xls", &old_office(&["Workbook", "_VBA_PROJECT_CUR"])), Err(FileFault::Macros));
    assert_eq!(judged("安装包.doc", &old_office(&["SummaryInformation"])), Err(FileFault::Unknown));
    assert_eq!(judged("全部.zip", &zip(&["照片1.jpg", "照片2.jpg"])), Err(FileFault::Packed));
    let mut hidden = b"abc\n".repeat(3_000);
    hidden.push(0);
    assert_eq!(judged("说明.txt", &hidden), Err(FileFault::Unknown));
    assert_eq!(judged("空.txt", b""), Err(FileFault::Empty));
}

#[rstest]
#[case("", FileFault::NameMissing)]
#[case("  ", FileFault::NameMissing)]
#[case("../../etc/passwd", FileFault::NamePath)]
#[case("C:\\照片\\1.jpg", FileFault::NamePath)]
#[case("..", FileFault::NamePath)]
#[case("a\0.jpg", FileFault::NameControl)]
#[case("a\r\nSet-Cookie: x.jpg", FileFault::NameControl)]
#[case("照片\u{202e}gpj.exe", FileFault::NameControl)]
#[case("a\u{200b}.jpg", FileFault::NameControl)]
#[case("安装.EXE", FileFault::Runs)]
#[case("照片.jpg.exe . ", FileFault::Runs)]
#[case("网页.Html", FileFault::WebPage)]
#[case("图.svg", FileFault::WebPage)]
fn a_name_that_hides_something_is_refused(#[case] text: &str, #[case] fault: FileFault) {
    assert_eq!(FileName::parse(text), Err(fault));
}

#[test]
fn a_name_is_kept_as_its_owner_wrote_it() {
    assert_eq!(name(" 现场照片（䶮）#1.JPG ").as_str(), "现场照片（䶮）#1.JPG");
    assert_eq!(name("e\u{301}.txt").as_str(), "é.txt");
    assert_eq!(name("a.tar.GZ").ending(), "gz");
    assert_eq!(name("没有后缀").ending(), "");
    assert!(FileName::parse(&"长".repeat(200)).is_ok());
    assert_eq!(FileName::parse(&"长".repeat(201)), Err(FileFault::NameLong));
}

#[test]
fn words_lead_back_to_what_they_name_and_nothing_is_shown_that_a_browser_runs() {
    for content in Content::ALL {
        assert_eq!(Content::from_word(content.word()), Some(content));
        let shown = ["image/", "audio/", "video/", "application/pdf"];
        let is_shown = shown.iter().any(|kind| content.media_type().starts_with(kind));
        assert_eq!(content.showing() == Showing::Inline, is_shown, "{content:?}");
        assert!(!content.media_type().contains("svg") && !content.media_type().contains("text"));
    }
    for kind in EvidenceKind::ALL {
        assert_eq!(EvidenceKind::from_word(kind.word()), Some(kind));
    }
}

fn person(nth: u128) -> PersonId {
    PersonId(Uuid::from_u128(nth))
}

fn typed(changes: &[(&'static str, &str)]) -> BTreeMap<&'static str, String> {
    let mut typed = BTreeMap::from([
        ("kind", "document".to_owned()),
        ("source", "道县某某商贸有限公司提供".to_owned()),
        ("place", "道县道江镇门店".to_owned()),
        ("on", "2026-03-05".to_owned()),
        ("time", "14：30".to_owned()),
        ("first", person(1).to_string()),
        ("second", person(2).to_string()),
        ("pages", "3".to_owned()),
        ("party", String::new()),
    ]);
    typed.extend(changes.iter().map(|(field, text)| (*field, (*text).to_owned())));
    typed
}

fn read(changes: &[(&'static str, &str)]) -> Result<EvidenceSheet, Vec<&'static str>> {
    let typed = typed(changes);
    let sheet = read_sheet(|field| typed.get(field).cloned().unwrap_or_default());
    sheet.map_err(|faults| {
        assert!(faults.iter().all(|fault| !fault.message(Lang::Zh).is_empty()));
        faults.iter().map(SheetFault::field).collect()
    })
}

#[test]
fn a_sheet_is_read_as_it_was_filled_in() {
    let sheet = read(&[]).unwrap();
    assert_eq!(sheet.kind, EvidenceKind::Document);
    assert_eq!(sheet.at, NaiveDate::from_ymd_opt(2026, 3, 5).unwrap().and_hms_opt(14, 30, 0).unwrap());
    assert_eq!((sheet.collectors, sheet.pages), ([person(1), person(2)], Some(3)));
    assert_eq!(read(&[("pages", " ")]).unwrap().pages, None);
}

#[test]
fn a_sheet_says_everything_that_is_wrong_with_it() {
    let all = ["kind", "source", "place", "on", "time", "first", "second"].map(|field| (field, ""));
    assert_eq!(read(&all), Err(vec!["kind", "source", "place", "on", "time", "first", "second"]));
    assert_eq!(read(&[("second", &person(1).to_string())]), Err(vec!["second"]));
    for pages in ["0", "10000", "-1", "三", "1.5"] {
        assert_eq!(read(&[("pages", pages)]), Err(vec!["pages"]), "{pages}");
    }
    assert_eq!(
        read(&[("party", "x"), ("on", "2026-02-30"), ("time", "25:00")]),
        Err(vec!["on", "time", "party"])
    );
}

#[test]
fn a_name_that_promises_macros_is_refused() {
    for file in ["台账.xlsm", "通知.DOCM", "汇报.pptm", "加载.xlam"] {
        assert_eq!(judged(file, b"PK\x03\x04 xl/workbook.xml"), Err(FileFault::Macros), "{file}");
        assert_eq!(judge_head(&name(file), b"PK\x03\x04"), Err(FileFault::Macros), "{file}");
    }
}
