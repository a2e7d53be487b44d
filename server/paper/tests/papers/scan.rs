//! Scans of signed papers: the codes on their pages are read whichever way they lie, and the pages of a paper are bound.

use crate::shared::{TYPESETTER, facts, faults, kept, sheet, tool};
use image::imageops::{blur, rotate90, rotate180, rotate270};
use image::{GrayImage, ImageFormat};
use paper::{BoundScan, PageCode, Printed, ScanFault, ScannedFile, ScannedPage, Sheet, read_scan};
use std::io::Cursor;
use std::sync::Arc;
use std::time::{Duration, Instant};

const WORD: &str = "12-0123456789abcdef0123456789abcdef";

/// An issued paper of several pages.
fn issued() -> Printed {
    let mut long = facts("D26");
    long["facts"] = "经查，当事人没有建立台账。\n".repeat(60).into();
    let check = Some(format!("https://shangwu.example.gov.cn/_/check/{WORD}"));
    let printed = TYPESETTER.print(&Sheet { check, ..sheet("D26", long) }).expect("printed");
    assert!(printed.pages > 3);
    printed
}

fn pdf(printed: &Printed) -> ScannedFile {
    ScannedFile::Pdf(Arc::new(printed.pdf.clone()))
}

fn soon() -> Instant {
    Instant::now() + Duration::from_secs(600)
}

/// A page of a paper as a scanner sees it.
fn scanned(printed: &Printed, page: usize, dots: u32) -> GrayImage {
    let file = kept(printed);
    let (page, dots) = (page.to_string(), dots.to_string());
    let wanted = ["-gray", "-r", &dots, "-f", &page, "-l", &page, "-png", file.path()];
    let png = tool("pdftoppm", &wanted, "poppler-utils").stdout;
    image::load_from_memory_with_format(&png, ImageFormat::Png).expect("a picture").to_luma8()
}

fn file_of(picture: &GrayImage, format: ImageFormat) -> ScannedFile {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("a picture");
    ScannedFile::Picture(Arc::new(bytes.into_inner()))
}

fn codes(file: &ScannedFile) -> Vec<Vec<PageCode>> {
    read_scan(file, 200, soon()).expect("read").into_iter().map(|page| page.codes).collect()
}

fn page(number: usize) -> Vec<PageCode> {
    vec![PageCode { word: WORD.to_owned(), page: number }]
}

#[test]
fn each_page_of_an_issued_paper_says_which_it_is() {
    let printed = issued();
    assert_eq!(faults(&printed), "");
    let expected: Vec<_> = (1..=printed.pages).map(page).collect();
    assert_eq!(codes(&pdf(&printed)), expected);
    let read = read_scan(&pdf(&printed), 200, soon()).expect("read");
    assert!(read.iter().all(|page| !page.is_wide && page.small.starts_with(b"\xff\xd8\xff")));
    // A draft has none.
    let draft = TYPESETTER.print(&sheet("D26", facts("D26"))).expect("printed");
    assert!(codes(&pdf(&draft)).iter().all(Vec::is_empty));
}

#[test]
fn a_scanned_page_is_known_whichever_way_it_lies() {
    let printed = issued();
    for number in [1, 2] {
        let upright = scanned(&printed, number, 200);
        let turned = [
            upright.clone(),
            rotate90(&upright),
            rotate180(&upright),
            rotate270(&upright),
            scanned(&printed, number, 150),
            scanned(&printed, number, 300),
            blur(&upright, 1.0),
        ];
        for (nth, picture) in turned.iter().enumerate() {
            for format in [ImageFormat::Jpeg, ImageFormat::Png] {
                assert_eq!(
                    codes(&file_of(picture, format)),
                    [page(number)],
                    "page {number}, {nth} as {format:?}"
                );
            }
        }
    }
}

#[test]
fn a_grainy_page_is_known_from_farther_away() {
    let upright = scanned(&issued(), 2, 300);
    // Every seventh dot the other way round, as dust and the grain of paper make it.
    let grainy = GrayImage::from_fn(upright.width(), upright.height(), |x, y| {
        let image::Luma([shade]) = *upright.get_pixel(x, y);
        let is_dust = (x * 7_919 + y * 104_729 + x * y) % 17 == 0;
        image::Luma([if is_dust { 255 - shade } else { shade }])
    });
    assert_eq!(codes(&file_of(&grainy, ImageFormat::Png)), [page(2)]);
}

#[test]
fn what_cannot_be_read_is_refused_and_nothing_else_happens() {
    let printed = issued();
    let until = soon();
    let pdf = |bytes: &[u8]| ScannedFile::Pdf(Arc::new(bytes.to_vec()));
    let picture = |bytes: &[u8]| ScannedFile::Picture(Arc::new(bytes.to_vec()));
    let read = |file: &ScannedFile, left: usize| read_scan(file, left, until).map(|pages| pages.len());
    for broken in [&b"%PDF-1.7 nothing"[..], b"", b"\0\0"] {
        assert_eq!(read(&pdf(broken), 200), Err(ScanFault::Broken));
        assert_eq!(read(&picture(broken), 200), Err(ScanFault::Broken));
    }
    // A picture that lies of its size.
    let upright = scanned(&printed, 1, 40);
    let ScannedFile::Picture(png) = file_of(&upright, ImageFormat::Png) else { panic!("a picture") };
    let mut bomb = png.to_vec();
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    assert_eq!(read(&picture(&bomb), 200), Err(ScanFault::Broken));
    assert_eq!(read(&picture(&png[..png.len() / 2]), 200), Err(ScanFault::Broken));
    assert_eq!(read(&picture(&png), 0), Err(ScanFault::TooManyPages));
    assert_eq!(read(&pdf(&printed.pdf), printed.pages - 1), Err(ScanFault::TooManyPages));
    assert_eq!(read(&pdf(&printed.pdf), printed.pages), Ok(printed.pages));
    let late = read_scan(&pdf(&printed.pdf), 200, Instant::now() - Duration::from_secs(1));
    assert_eq!(late, Err(ScanFault::TooSlow));
    let file = kept(&printed);
    let behind =
        tool("qpdf", &["--encrypt", "secret", "owner", "256", "--", file.path(), "-"], "qpdf").stdout;
    assert_eq!(read(&pdf(&behind), 200), Err(ScanFault::Encrypted));
    // Half of a file is read or refused.
    let _ = read(&pdf(&printed.pdf[..printed.pdf.len() / 2]), 200);
}

#[test]
fn a_pdf_whose_picture_unpacks_to_gigabytes_is_refused() {
    let fine = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n\
        2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
        3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>\nendobj\n\
        4 0 obj\n<</Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\n0\nendstream\nendobj\n\
        5 0 obj\n<</Length 24>>\nstream\n595 0 0 842 0 0 cm /I Do\nendstream\nendobj\n\
        trailer\n<</Root 1 0 R>>\n";
    let file = |text: &str| ScannedFile::Pdf(Arc::new(text.as_bytes().to_vec()));
    assert_eq!(read_scan(&file(fine), 200, soon()).map(|_| ()), Err(ScanFault::TooFine));
    let small = fine.replace("60000", "1");
    assert_eq!(read_scan(&file(&small), 200, soon()).map(|pages| pages.len()), Ok(1));
}

#[test]
fn the_pages_of_a_paper_are_bound_in_the_order_that_is_asked() {
    let printed = issued();
    let whole = pdf(&printed);
    let second = scanned(&printed, 2, 150);
    let across = rotate90(&second);
    let of_pdf = |number: usize| ScannedPage { file: whole.clone(), number, is_wide: false };
    let pages = vec![
        of_pdf(3),
        ScannedPage { file: file_of(&second, ImageFormat::Png), number: 1, is_wide: false },
        of_pdf(1),
        ScannedPage { file: file_of(&across, ImageFormat::Jpeg), number: 1, is_wide: true },
    ];
    let scan = BoundScan {
        name: "test".to_owned(),
        day: (2026, 4, 1),
        title: "行政处罚决定书".to_owned(),
        bureau: "道县商务局".to_owned(),
        pages,
    };
    let bound = TYPESETTER.bind_scan(&scan).expect("bound");
    assert_eq!((bound.pages, faults(&bound)), (4, String::new()));
    assert_eq!(bound, TYPESETTER.bind_scan(&scan).expect("bound"), "the same pages give the same bytes");
    let whole_again = pdf(&bound);
    assert_eq!(codes(&whole_again), [page(3), page(2), page(1), page(2)]);
    // What is bound is what is seen: neither words nor anything else of the files goes along.
    let file = kept(&bound);
    let read = tool("pdftotext", &["-enc", "UTF-8", file.path(), "-"], "poppler-utils");
    assert!(String::from_utf8_lossy(&read.stdout).trim().is_empty(), "{read:?}");
    let told = tool("pdfinfo", &["-f", "4", "-l", "4", file.path()], "poppler-utils");
    assert!(String::from_utf8_lossy(&told.stdout).contains("841.89 x 595.2"), "{told:?}");
    let lying = ScannedFile::Picture(Arc::new(b"\xff\xd8\xff".to_vec()));
    let lying = BoundScan { pages: vec![ScannedPage { file: lying, number: 1, is_wide: false }], ..scan };
    assert!(TYPESETTER.bind_scan(&lying).is_err());
}
