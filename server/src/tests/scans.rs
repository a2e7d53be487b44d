//! Signed papers come back through the router: one scan of many sheets in any order, looked at and entered; and what is
//! hostile is refused in words.

use super::dossier;
use super::evidence::{MULTIPART, Part, multipart};
use super::papers::{get, sends};
use super::scan_sheets::{DESK, Sheets, tool};
use ::paper::{ScannedFile, read_scan};
use http::header;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A PDF of so many empty pages.
fn empty_pages(count: usize) -> Vec<u8> {
    let kids: String = (0..count).map(|nth| format!("{} 0 R ", nth + 3)).collect();
    let mut text = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[{kids}]/Count {count}>>\nendobj\n"
    );
    for nth in 0..count {
        text += &format!("{} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 59 84]>>\nendobj\n", nth + 3);
    }
    (text + "trailer\n<</Root 1 0 R>>\n").into_bytes()
}

/// Which pages of their paper the pages of a scan are, by their codes.
fn page_numbers(pdf: &[u8]) -> Vec<usize> {
    let file = ScannedFile::Pdf(Arc::new(pdf.to_vec()));
    let pages = read_scan(&file, 200, Instant::now() + Duration::from_secs(600)).expect("read");
    pages.into_iter().flat_map(|page| page.codes).map(|code| code.page).collect()
}

#[tokio::test]
async fn one_scan_in_wrong_order_with_a_page_without_a_code_brings_six_papers_back() {
    let sheets = Sheets::new(6).await;
    assert!(sheets.made.iter().any(|made| made.pages > 1), "no paper of several pages");
    // One paper of one page comes as a picture whose code is cut off; all other pages backwards.
    let cut = sheets.made.iter().position(|made| made.pages == 1).expect("a paper of one page");
    let mut pages: Vec<(usize, usize)> = Vec::new();
    for (paper, made) in sheets.made.iter().enumerate().filter(|(paper, _)| *paper != cut) {
        pages.extend((1..=made.pages).map(|page| (paper, page)));
    }
    pages.sort_by_key(|(paper, page)| (page % 2, std::cmp::Reverse(*page), *paper));
    let all = pages.len() + 1;
    let scan = sheets
        .waits(&[("扫描.pdf", sheets.scan_of(&pages)), ("第二批.jpg", sheets.picture_of(cut, 33))])
        .await;
    let mut offers = sheets.offers(&scan).await;
    let id = |paper: usize| sheets.made[paper].id.clone();
    let mut expected: Vec<String> = pages.iter().map(|(paper, _)| id(*paper)).collect();
    // The page without a code follows the one before it, until the person says which it is.
    expected.push(expected[all - 2].clone());
    assert_eq!(offers, expected);
    let page = get(&sheets.site, &scan, &sheets.officer).await.body;
    assert!(page.contains("没有二维码"), "{page}");
    let picture = sheets.site.bytes(&format!("{scan}/{all}"), &sheets.officer).await;
    assert!(picture.starts_with(b"\xff\xd8\xff"));
    offers[all - 1] = id(cut);

    let token = store::token::fresh().to_string();
    let entered = sheets.enters_by(&scan, &offers, &sheets.today(), &token).await;
    assert_eq!(
        (entered.status, entered.location.as_str()),
        (303, format!("{DESK}?done=6").as_str()),
        "{entered:?}"
    );
    // The form sent twice shows the first result.
    assert_eq!(sheets.enters_by(&scan, &offers, &sheets.today(), &token).await, entered);
    assert!(get(&sheets.site, &entered.location, &sheets.officer).await.body.contains("6 份文书"));
    let stranger = sheets.site.sign_in("jh-officer1").await;
    let reader = sheets.site.sign_in("dx-reader").await;
    let lists: BTreeSet<&String> = sheets.made.iter().map(|made| &made.list).collect();
    let (mut scanned, mut expected) = (Vec::new(), Vec::new());
    for list in lists {
        let page = get(&sheets.site, list, &sheets.officer).await.body;
        let back = page.matches("签章件已回").count();
        assert_eq!(back, sheets.made.iter().filter(|made| made.list == *list).count(), "{page}");
        for to in sheets.scans_on(list).await {
            let served = sheets.site.bytes(&to, &reader).await;
            let path = sheets.keep("served.pdf", &served);
            let pages = String::from_utf8_lossy(&tool("qpdf", &["--show-npages", &path])).trim().to_owned();
            scanned.push((list, pages, page_numbers(&served)));
            assert_eq!(get(&sheets.site, &to, &stranger).await.status, 404);
        }
        // Each page is where the paper has it; the one whose code is cut off is a paper of one page.
        for made in sheets.made.iter().filter(|made| made.list == *list) {
            let numbers = if made.id == id(cut) { Vec::new() } else { (1..=made.pages).collect() };
            expected.push((list, made.pages.to_string(), numbers));
        }
    }
    scanned.sort();
    expected.sort();
    assert_eq!(scanned, expected);
    let request = http::Request::get(sheets.scans_on(&sheets.made[0].list).await.remove(0));
    let served = sheets.site.answer(request, axum::body::Body::empty(), &reader).await;
    let told = |name: header::HeaderName| {
        served.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    };
    assert_eq!(told(header::CONTENT_TYPE), "application/pdf");
    assert_eq!(told(header::CACHE_CONTROL), "private, no-store");
    assert!(told(header::CONTENT_SECURITY_POLICY).starts_with("default-src 'none'"));
    assert_eq!(
        sheets
            .site
            .database
            .store
            .verify_files(&sheets.site.files)
            .await
            .expect("read")
            .iter()
            .map(|report| report.troubles.len())
            .sum::<usize>(),
        0
    );
}

#[tokio::test]
async fn what_is_not_said_or_cannot_be_comes_back_as_it_was_filled_in() {
    let sheets = Sheets::new(3).await;
    let one = sheets.made.iter().position(|made| made.pages == 1).expect("a paper of one page");
    let other = (one + 1) % 3;
    let id = |paper: usize| sheets.made[paper].id.clone();
    let whole = |paper: usize| {
        let pages: Vec<(usize, usize)> = (1..=sheets.made[paper].pages).map(|page| (paper, page)).collect();
        (sheets.scan_of(&pages), vec![id(paper); pages.len()])
    };
    let (of_other, others) = whole(other);
    // A page without a code comes first: which paper it is of, is asked.
    let scan = sheets.waits(&[("a.jpg", sheets.picture_of(one, 33)), ("b.pdf", of_other.clone())]).await;
    let with = |first: String| [vec![first], others.clone()].concat();
    assert_eq!(sheets.offers(&scan).await, with(String::new()));
    let asked = sheets.enters(&scan, &with(String::new()), &sheets.today()).await;
    assert!(asked.status == 422 && asked.body.contains("第 1 页没有二维码"), "{asked:?}");
    let left = || "left".to_owned();
    let nothing = sheets.enters(&scan, &vec![left(); others.len() + 1], &sheets.today()).await;
    assert!(nothing.status == 422 && nothing.body.contains("没有一页要入卷"), "{nothing:?}");
    for day in ["", "2000-01-01", "2199-01-01", "x"] {
        let again = sheets.enters(&scan, &with(id(one)), day).await;
        assert!(again.status == 422 && again.body.contains("role=\"alert\""), "{day}: {again:?}");
        assert!(again.body.contains(&format!("value=\"{day}\"")), "what was typed stays: {again:?}");
    }
    let foreign = uuid::Uuid::nil().to_string();
    for wrong in [foreign.as_str(), "x", "'; drop table scan"] {
        let answer = sheets.enters(&scan, &with(wrong.to_owned()), &sheets.today()).await;
        assert_eq!(answer.status, 404, "{wrong}: {answer:?}");
    }
    // A page whose code is known goes to no other paper.
    let chosen = [vec![left()], vec![id(one); others.len()]].concat();
    let entered = sheets.enters(&scan, &chosen, &sheets.today()).await;
    assert_eq!(entered.location, format!("{DESK}?done=1"), "{entered:?}");
    assert!(sheets.scans_on(&sheets.made[one].list).await.is_empty());
    assert_eq!(sheets.scans_on(&sheets.made[other].list).await.len(), 1);
    // A second scan stands beside the first; both are read.
    let again = sheets.waits(&[("c.pdf", of_other)]).await;
    assert!(get(&sheets.site, &again, &sheets.officer).await.body.contains("此前已登记收回"));
    assert_eq!(sheets.enters(&again, &others, &sheets.today()).await.status, 303);
    let both = sheets.scans_on(&sheets.made[other].list).await;
    assert_eq!(both.len(), 2);
    for to in both {
        assert_eq!(get(&sheets.site, &to, &sheets.officer).await.status, 200, "{to}");
    }
    // Dropped it is gone.
    let dropped = sheets.waits(&[("d.pdf", sheets.scan_of(&[(one, 1)]))]).await;
    let drop = b"form%5Bact%5D=drop".to_vec();
    let answer = sheets.site.post(&dropped, super::site::FORM, drop, &sheets.officer).await;
    assert_eq!(answer.location, format!("{DESK}?done=dropped"), "{answer:?}");
    assert_eq!(get(&sheets.site, &dropped, &sheets.officer).await.status, 404);
}

#[tokio::test]
async fn a_paper_whose_page_is_missing_does_not_come_back_and_hundreds_of_pages_are_entered() {
    let sheets = Sheets::new(2).await;
    let long = sheets.made.iter().position(|made| made.pages > 1).expect("a paper of several pages");
    let made = &sheets.made[long];
    let scan = sheets.waits(&[("a.pdf", sheets.scan_of(&[(long, 1)]))]).await;
    let missing = sheets.enters(&scan, std::slice::from_ref(&made.id), &sheets.today()).await;
    assert!(missing.status == 422 && missing.body.contains("缺第 2"), "{missing:?}");
    assert!(sheets.scans_on(&made.list).await.is_empty());
    // As many pages as one scan has, most of them of nothing: what is said of each is read, and of the whole too.
    let pages: Vec<(usize, usize)> = (1..=made.pages).map(|page| (long, page)).collect();
    let empty = empty_pages(200 - made.pages);
    let many = sheets.waits(&[("a.pdf", sheets.scan_of(&pages)), ("b.pdf", empty)]).await;
    let mut said = vec!["left".to_owned(); 200];
    said[..made.pages].fill(made.id.clone());
    let entered = sheets.enters(&many, &said, &sheets.today()).await;
    assert_eq!(entered.location, format!("{DESK}?done=1"), "{entered:?}");
}

#[tokio::test]
async fn of_another_bureaus_paper_nothing_is_told_and_a_void_one_is_not_entered() {
    let sheets = Sheets::new(2).await;
    let head = sheets.site.sign_in("dx-head").await;
    let filing = sheets.made.iter().position(|made| made.pages == 1).expect("a paper of one page");
    let (made, other) = (&sheets.made[filing], &sheets.made[1 - filing]);
    let void = [("act", "void"), ("paper", made.id.as_str()), ("reason", "漏页")];
    let done = sends(&sheets.site, &made.list, &void, &head).await;
    let scan = sheets.waits(&[("a.pdf", sheets.scan_of(&[(filing, 1), (1 - filing, 1)]))]).await;
    if done.status == 303 {
        assert_eq!(sheets.offers(&scan).await, ["left".to_owned(), other.id.clone()]);
        let page = get(&sheets.site, &scan, &sheets.officer).await.body;
        assert!(page.contains("已作废，不入卷"), "{page}");
    }
    // The same sheet at another bureau's desk: its code is of no paper there.
    let stranger = sheets.site.sign_in("jh-officer1").await;
    let desk = "/_/papers/jianghua/scan";
    let sheet = vec![Part::File("a.pdf", sheets.scan_of(&[(1 - filing, 1)]))];
    let there = sheets.site.post(desk, MULTIPART, multipart(&sheet), &stranger).await;
    assert!(there.status == 303 && there.location.starts_with(desk), "{there:?}");
    let page = get(&sheets.site, &there.location, &stranger).await.body;
    assert!(
        page.contains("不是本单位的文书") && !page.contains(&other.id) && !page.contains("道商"),
        "{page}"
    );
    // Another bureau's desk, another officer's scan: not there.
    assert_eq!(get(&sheets.site, desk, &sheets.officer).await.status, 404);
    assert_eq!(sheets.site.post(desk, MULTIPART, multipart(&sheet), &sheets.officer).await.status, 404);
    let colleague = sheets.site.sign_in("dx-officer2").await;
    for to in [scan.clone(), format!("{scan}/1")] {
        assert_eq!(get(&sheets.site, &to, &colleague).await.status, 404, "{to}");
        assert_eq!(get(&sheets.site, &to, &stranger).await.status, 404, "{to}");
    }
    for page in ["0", "3", "x", "4294967296"] {
        assert_eq!(get(&sheets.site, &format!("{scan}/{page}"), &sheets.officer).await.status, 404, "{page}");
    }
}

#[tokio::test]
async fn what_is_hostile_is_refused_in_words_and_nothing_is_kept() {
    let sheets = Sheets::new(1).await;
    let plain = sheets.scan_of(&[(0, 1)]);
    let script =
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>\nendobj\n"
            .to_vec();
    let path = sheets.keep("plain.pdf", &plain);
    let locked = tool("qpdf", &["--encrypt", "secret", "owner", "256", "--", &path, "-"]);
    let large = [plain.clone(), vec![b' '; 50 << 20]].concat();
    for (name, bytes, told) in [
        ("脚本.pdf", script, "带有脚本"),
        ("密码.pdf", locked, "密码"),
        ("谎.png", plain.clone(), "内容却不是"),
        ("假.jpg", b"\xff\xd8\xff\xe0 nothing".to_vec(), "文件已损坏"),
        ("坏.pdf", b"%PDF-1.7 nothing".to_vec(), "文件已损坏"),
        ("201页.pdf", empty_pages(201), "最多读取 200 页"),
        ("大.pdf", large, "超过 50 MB"),
        ("文字.txt", b"text".to_vec(), "只收 PDF"),
        ("空.pdf", Vec::new(), "文件是空的"),
        ("", Vec::new(), "请选择扫描件"),
    ] {
        let answer = sheets.brings(&[(name, bytes)], &sheets.officer).await;
        assert_eq!(answer.status, 422, "{name}: {answer:?}");
        assert!(
            answer.body.contains(told) && answer.body.contains("role=\"alert\""),
            "{name}: {}",
            answer.body
        );
    }
    let broken = sheets.site.post(DESK, MULTIPART, b"--xx\r\nbroken".to_vec(), &sheets.officer).await;
    assert!(broken.status == 422 && broken.body.contains("上传中断"), "{broken:?}");
    let both =
        sheets.brings(&[("a.pdf", empty_pages(150)), ("b.pdf", empty_pages(51))], &sheets.officer).await;
    assert!(both.status == 422 && both.body.contains("最多读取 200 页"), "{both:?}");
    assert!(sheets.site.database.ids("daoxian", "scan").await.is_empty(), "nothing is kept");
}

#[tokio::test]
async fn the_signed_scan_takes_the_place_of_the_unsigned_copy_in_the_bureaus_own_volumes() {
    let sheets = Sheets::new(2).await;
    let one = sheets.made.iter().position(|made| made.pages == 1).expect("a paper of one page");
    let made = &sheets.made[one];
    let case = made.list.rsplit('/').next().expect("a case");
    let volume = async || {
        let here = format!("/_/dossier/daoxian/{case}");
        let asked = sends(&sheets.site, &here, &[("bound", "main")], &sheets.officer).await;
        assert_eq!(asked.status, 303, "{asked:?}");
        assert!(sheets.site.binder().make_next().await.expect("made"), "nothing waits");
        let page = get(&sheets.site, &here, &sheets.officer).await.body;
        let to = dossier::volume(&page, "main");
        let path = sheets.keep("volume.pdf", &sheets.site.bytes(&to, &sheets.officer).await);
        let text = String::from_utf8_lossy(&tool("pdftotext", &["-enc", "UTF-8", &path, "-"])).into_owned();
        text.split_whitespace().collect::<String>()
    };
    let words = String::from_utf8_lossy(&tool("pdftotext", &["-enc", "UTF-8", &made.path, "-"])).into_owned();
    let words: String = words.split_whitespace().collect();
    // The first words of the sheet: the catalogue does not have them.
    let said: String = words.chars().skip(40).take(12).collect();
    assert!(volume().await.contains(&said), "{said}");
    // A picture has no words: where it lies, the printed sheet does not.
    let scan = sheets.waits(&[("a.jpg", sheets.picture_of(one, 0))]).await;
    assert_eq!(sheets.offers(&scan).await, std::slice::from_ref(&made.id));
    assert_eq!(sheets.enters(&scan, std::slice::from_ref(&made.id), &sheets.today()).await.status, 303);
    assert!(!volume().await.contains(&said), "{said}");
    // Entered by mistake it is withdrawn with a reason: the sheet is out again, the scan stays readable.
    let form = |reason: &'static str| [("act", "unscan"), ("paper", made.id.as_str()), ("reason", reason)];
    let asked = sends(&sheets.site, &made.list, &form(" "), &sheets.officer).await;
    assert!(asked.status == 422 && asked.body.contains("role=\"alert\""), "{asked:?}");
    let done = sends(&sheets.site, &made.list, &form("装错页"), &sheets.officer).await;
    assert!(done.location.ends_with("?done=unscanned"), "{done:?}");
    let list = get(&sheets.site, &made.list, &sheets.officer).await.body;
    assert!(list.contains("待签章") && list.contains("装错页"), "{list}");
    let [kept] = sheets.scans_on(&made.list).await.try_into().expect("the scan is still there");
    assert_eq!(get(&sheets.site, &kept, &sheets.officer).await.status, 200);
    assert!(volume().await.contains(&said), "{said}");
    let none = sends(&sheets.site, &made.list, &form("装错页"), &sheets.officer).await;
    assert!(none.status == 422 && none.body.contains("没有可以撤回的扫描件"), "{none:?}");
}
