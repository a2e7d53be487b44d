//! Signed papers come back through the router: one scan of many sheets in any order, looked at and entered; and what is
//! hostile is refused in words.

use super::evidence::{MULTIPART, Part, multipart};
use super::papers::{get, sends};
use super::scan_sheets::{DESK, Sheets, tool};
use http::header;

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
    let out = get(&sheets.site, "/_/papers/daoxian", &sheets.officer).await.body;
    for made in &sheets.made {
        assert!(!out.contains(&made.list), "{} is still out", made.list);
        let [to] = sheets.scans_on(&made.list).await.try_into().expect("one scan of one paper");
        let served = sheets.site.bytes(&to, &reader).await;
        let path = sheets.keep("served.pdf", &served);
        assert_eq!(
            String::from_utf8_lossy(&tool("qpdf", &["--show-npages", &path])).trim(),
            made.pages.to_string()
        );
        let words = String::from_utf8_lossy(&tool("pdftotext", &["-enc", "UTF-8", &path, "-"])).into_owned();
        let words: String = words.split_whitespace().collect();
        let places: Vec<Option<usize>> =
            (1..=made.pages).map(|page| words.find(&format!("—{page}—"))).collect();
        assert!(
            made.pages == 1 || places.iter().all(Option::is_some) && places.is_sorted(),
            "{places:?}: {words}"
        );
        assert_eq!(get(&sheets.site, &to, &stranger).await.status, 404);
    }
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
    // A page without a code comes first: which paper it is of, is asked.
    let scan = sheets
        .waits(&[("a.jpg", sheets.picture_of(one, 33)), ("b.pdf", sheets.scan_of(&[(other, 1)]))])
        .await;
    assert_eq!(sheets.offers(&scan).await, [String::new(), id(other)]);
    let asked = sheets.enters(&scan, &[String::new(), id(other)], &sheets.today()).await;
    assert!(asked.status == 422 && asked.body.contains("第 1 页没有二维码"), "{asked:?}");
    let left = || "left".to_owned();
    let nothing = sheets.enters(&scan, &[left(), left()], &sheets.today()).await;
    assert!(nothing.status == 422 && nothing.body.contains("没有一页要入卷"), "{nothing:?}");
    for day in ["", "2000-01-01", "2199-01-01", "x"] {
        let again = sheets.enters(&scan, &[id(one), id(other)], day).await;
        assert!(again.status == 422 && again.body.contains("role=\"alert\""), "{day}: {again:?}");
        assert!(again.body.contains(&format!("value=\"{day}\"")), "what was typed stays: {again:?}");
    }
    let foreign = uuid::Uuid::nil().to_string();
    for wrong in [foreign.as_str(), "x", "'; drop table scan"] {
        let answer = sheets.enters(&scan, &[wrong.to_owned(), id(other)], &sheets.today()).await;
        assert_eq!(answer.status, 404, "{wrong}: {answer:?}");
    }
    // A page whose code is known goes to no other paper.
    let entered = sheets.enters(&scan, &[left(), id(one)], &sheets.today()).await;
    assert_eq!(entered.location, format!("{DESK}?done=1"), "{entered:?}");
    assert!(sheets.scans_on(&sheets.made[one].list).await.is_empty());
    assert_eq!(sheets.scans_on(&sheets.made[other].list).await.len(), 1);
    // A second scan stands beside the first; both are read.
    let again = sheets.waits(&[("c.pdf", sheets.scan_of(&[(other, 1)]))]).await;
    assert!(get(&sheets.site, &again, &sheets.officer).await.body.contains("此前已登记收回"));
    assert_eq!(sheets.enters(&again, &[id(other)], &sheets.today()).await.status, 303);
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
        let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let to = links.filter(|to| to.starts_with("/_/dossier/") && to.ends_with(".pdf")).last();
        let path =
            sheets.keep("volume.pdf", &sheets.site.bytes(to.expect("a volume"), &sheets.officer).await);
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
}
