//! How papers are printed: whatever the form, and whatever people typed.

use crate::shared::{TYPESETTER, facts, faults, page_of, plain, print, sheet, words};
use paper::{PaperError, Printed, Sheet, Typesetter, forms, template_version};
use qrcode::{Color, EcLevel, QrCode};
use std::path::Path;

#[test]
fn every_form_is_sound_pdf_a_with_its_metadata() {
    let forms: Vec<&str> = forms().collect();
    assert_eq!(forms.len(), 52);
    for form in forms {
        let printed = print(form, facts(form));
        assert_eq!(faults(&printed), "", "{form}");
        assert_eq!((printed.sha256.len(), printed.template), (64, template_version()));
        let plain = plain(&printed);
        assert!(plain.contains("<pdfaid:part>2</pdfaid:part>"), "{form}: no XMP of PDF/A");
        assert!(plain.contains("<pdfaid:conformance>B</pdfaid:conformance>"), "{form}");
        assert!(plain.contains("/OutputIntents") && plain.contains("2026-03-26T"), "{form}");
        assert!(!plain.contains("/JavaScript") && !plain.contains("/EmbeddedFile"), "{form}");
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let first = print("D26", facts("D26"));
    let other = Typesetter::new(&crate::shared::fonts());
    let again = other.print(&sheet("D26", facts("D26"))).expect("printed");
    assert_eq!(first, again);
    let mut changed = facts("D26");
    changed["reasons"] = "另一个理由".into();
    assert_ne!(print("D26", changed).sha256, first.sha256);
}

#[test]
fn what_people_typed_is_text_and_never_markup() {
    let evil = [
        "#eval(\"1+1\")",
        "*星号* _下划线_ $x^2$",
        "<b>粗</b> `raw` = 标题",
        "\\u{41} \\\\ // 注释 /* */",
        "#read(\"/etc/passwd\") @引用 ~ -- --- ...完",
        "[括号] {花括号} \"引号\" '单引号'",
    ];
    for text in evil {
        let mut facts = facts("D26");
        facts["parties"][0]["name"] = text.into();
        facts["facts"] = text.into();
        facts["defences"][0]["arguments"] = text.into();
        let printed = words(&print("D26", facts));
        let expected: String = text.split_whitespace().collect();
        assert!(printed.matches(&expected).count() >= 3, "{text} in {printed}");
        assert!(!printed.contains("root:"), "no file is read");
    }
}

#[test]
fn rare_characters_print_and_what_no_font_has_is_named() {
    let mut rare = facts("D26");
    rare["parties"][0]["name"] = "买买提·䶮㴩堃镕（个体）".into();
    assert!(words(&print("D26", rare)).contains("买买提·䶮㴩堃镕（个体）"));
    let mut lacking = facts("D26");
    lacking["parties"][0]["name"] = "店\u{e123}名".into();
    let error = TYPESETTER.print(&sheet("D26", lacking)).expect_err("no glyph");
    assert_eq!(error, PaperError::NoGlyph('\u{e123}'));
    assert!(error.to_string().contains("U+E123"), "{error}");
}

#[test]
fn there_is_no_paper_without_a_form_or_without_its_facts() {
    let unknown = TYPESETTER.print(&sheet("D99", facts("D26"))).expect_err("no form");
    assert_eq!(unknown, PaperError::NoForm("D99".to_owned()));
    let helper = TYPESETTER.print(&sheet("../page", facts("D26"))).expect_err("no form");
    assert!(matches!(helper, PaperError::NoForm(_)));
    let mut short = facts("D26");
    short.as_object_mut().expect("an object").remove("parties");
    let short = TYPESETTER.print(&sheet("D26", short)).expect_err("no party");
    assert!(matches!(short, PaperError::Template(_)), "{short}");
}

#[test]
fn without_fonts_the_error_says_what_to_do() {
    let without = Typesetter::new(Path::new("/nowhere"));
    match without.print(&sheet("D26", facts("D26"))) {
        // A machine with the system's fonts prints with them.
        Ok(printed) => assert!(printed.pages > 0),
        Err(error) => assert!(error.to_string().contains("make fonts"), "{error}"),
    }
}

#[test]
fn a_draft_is_marked_and_only_the_file_copy_asks_for_a_signature() {
    let mut draft = facts("D26");
    assert!(!words(&print("D26", draft.clone())).contains("样稿"));
    assert!(words(&print("D26", draft.clone())).contains("受送达人（签名或者盖章）"));
    draft["draft"] = true.into();
    draft["file_copy"] = false.into();
    let draft = words(&print("D26", draft));
    assert!(draft.contains("样稿") && !draft.contains("受送达人（签名或者盖章）"));
}

#[test]
fn a_long_paper_breaks_into_numbered_pages() {
    let mut long = facts("D26");
    long["facts"] = "经查，当事人没有建立台账。\n".repeat(60).into();
    let printed = print("D26", long);
    let words = words(&printed);
    assert!(printed.pages > 3, "{}", printed.pages);
    assert!(words.contains("—1—") && words.contains("—4—"), "{words}");
}

/// GB/T 9704: 22 lines of 28 characters on a page.
#[test]
fn a_full_page_has_22_lines_of_28_characters() {
    let mut full = facts("D16");
    // Without the indent of a paragraph's first line a line holds 28 characters.
    full["facts"] = "道".repeat(28 * 66).into();
    let printed = print("D16", full);
    let lines = crate::shared::lines(&printed);
    let whole = "道".repeat(28);
    assert!(lines.iter().filter(|line| **line == whole).count() >= 60, "{lines:?}");
    let mut runs = lines.split(|line| *line != whole).map(<[String]>::len);
    assert!(runs.any(|run| run == 22), "no page with 22 lines: {lines:?}");
}

/// How wide a code is, in millimetres.
const SIDE: f64 = 20.0;

/// Pixels of a millimetre on the page as it is looked at.
const PIXELS_A_MM: f64 = 300.0 / 25.4;

/// Whether the modules of an address' code stand on a page where a scanner finds them, and nothing else around.
fn shows_code(printed: &Printed, page: usize, address: &str) -> bool {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).expect("a code");
    let (size, colors) = (code.width(), code.to_colors());
    let (width, _, pixels) = page_of(printed, page);
    let module = SIDE / size as f64;
    let is_dark = |column: f64, row: f64| {
        let pixel = |from: f64, at: f64| ((from + (at + 0.5) * module) * PIXELS_A_MM) as usize;
        pixels[pixel(11.0, row) * width + pixel(28.0, column)] < 128
    };
    // Four light modules around it, as scanners want them.
    let margin = (-4..size as i64 + 4).flat_map(|at| {
        let (at, after) = (at as f64, size as f64 + 1.0);
        [(at, -2.0), (at, after), (-2.0, at), (after, at)]
    });
    let inside = colors.iter().enumerate();
    inside
        .into_iter()
        .all(|(at, color)| is_dark((at % size) as f64, (at / size) as f64) == (*color == Color::Dark))
        && margin.into_iter().all(|(column, row)| !is_dark(column, row))
}

#[test]
fn the_code_of_an_issued_paper_leads_to_its_check_and_a_draft_has_none() {
    let address = format!("https://shangwu.example.gov.cn/_/check/12-{}", "0123456789abcdef".repeat(2));
    for form in ["D02", "D06", "D26"] {
        let issued = Sheet { check: Some(address.clone()), ..sheet(form, facts(form)) };
        let printed = TYPESETTER.print(&issued).expect("printed");
        assert_eq!(faults(&printed), "", "{form}");
        assert!(shows_code(&printed, 1, &address), "{form}");
        let words = words(&printed);
        assert_eq!(words.matches(&address).count(), 1, "{form}: once, on its first page: {words}");
        assert!(words.contains("扫码查验"), "{form}");
        assert_eq!(print(form, facts(form)).pages, printed.pages, "{form}: the code takes no place");
    }
    assert!(!shows_code(&print("D26", facts("D26")), 1, &address));
    let long = Sheet { check: Some("x".repeat(4000)), ..sheet("D26", facts("D26")) };
    assert!(matches!(TYPESETTER.print(&long), Err(PaperError::Template(_))));
}

#[test]
fn each_later_page_of_an_issued_paper_says_which_it_is_and_a_draft_has_no_code() {
    let address = format!("https://shangwu.example.gov.cn/_/check/12-{}", "0123456789abcdef".repeat(2));
    let mut long = facts("D26");
    long["facts"] = "经查，当事人没有建立台账。\n".repeat(60).into();
    let draft = print("D26", long.clone());
    let issued = Sheet { check: Some(address.clone()), ..sheet("D26", long) };
    let printed = TYPESETTER.print(&issued).expect("printed");
    assert_eq!((faults(&printed), printed.pages), (String::new(), draft.pages), "the codes take no place");
    assert!(shows_code(&printed, 1, &address));
    for page in 2..=printed.pages {
        let own = format!("{address}?p={page}");
        assert!(shows_code(&printed, page, &own), "page {page}");
        assert!(!shows_code(&printed, page, &format!("{address}?p={}", page + 1)), "page {page}");
        assert!(!shows_code(&draft, page, &own), "page {page} of the draft");
    }
    assert_eq!(words(&printed).matches(&address).count(), 1, "only the first page has the address in words");
    assert_eq!(TYPESETTER.print(&issued).expect("printed"), printed);
}

#[test]
fn what_was_made_to_practise_says_so() {
    let mut practised = facts("D26");
    practised["practice"] = true.into();
    let said = words(&print("D26", practised));
    // Slanted across the page, its two characters stand between other words.
    assert!(said.contains('演') && said.contains('练'), "{said}");
    assert!(!words(&print("D26", facts("D26"))).contains('练'));
}

#[test]
fn a_changed_decision_cites_the_old_one_and_things_are_listed_with_the_penalty() {
    let mut changed = facts("D26");
    changed["decision"] = serde_json::json!({
        "title": "行政处罚决定书", "number": "道商罚决〔2026〕18号", "day": "2026年3月26日", "served": "2026年3月27日",
    });
    let said = words(&print("D26", changed));
    assert!(said.contains("将《行政处罚决定书》（道商罚决〔2026〕18号）变更为"), "{said}");
    let mut listed = facts("D26");
    let clauses = listed["clauses"].as_array_mut().expect("clauses");
    clauses.push(serde_json::json!({ "heading": "没收的在扣财物", "text": "生猪 12 头、电子秤 1 台" }));
    let said = words(&print("D26", listed));
    let (before, after) = said.split_once("没收的在扣财物：生猪12头、电子秤1台").expect("the list");
    assert!(before.contains("四、处罚决定") && after.contains("五、履行方式"), "{said}");
}
