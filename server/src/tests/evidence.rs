//! Evidence that is files through the router: it comes in by a plain form and by parts over broken connections, is shown
//! to whoever may see the case and never runs, and what is hostile is refused in words.

use super::site::{Answer, FORM, TestSite};
use axum::body::{Body, to_bytes};
use futures_util::stream;
use http::{Request, StatusCode, header};
use rstest::rstest;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::pin::pin;
use std::task::Poll;
use store::{Engine, FilesPlace};
use tower::ServiceExt;
use uuid::Uuid;

/// Sealing is a hundred times slower in a build for tests: of the 500 MB that are taken so much shows the same.
const LARGE: u64 = (24 << 20) + 5;
const PART: u64 = 8 << 20;
/// Places at which a server is stopped.
const STOPS: usize = 8;

pub const MULTIPART: &str = "multipart/form-data; boundary=xx";

/// A field of a form, or a file with its name.
pub enum Part<'a> {
    Typed(&'a str, String),
    File(&'a str, Vec<u8>),
}

pub fn multipart(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for part in parts {
        let (head, bytes) = match part {
            Part::Typed(name, value) => (format!("name=\"form[{name}]\""), value.as_bytes()),
            Part::File(name, bytes) => (format!("name=\"file\"; filename=\"{name}\""), bytes.as_slice()),
        };
        body.extend(format!("--xx\r\ncontent-disposition: form-data; {head}\r\n\r\n").as_bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--xx--\r\n");
    body
}

/// A picture that a browser and the product can read.
pub fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::DynamicImage::new_rgb8(640, 480);
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a picture");
    bytes.into_inner()
}

/// A case of 道县 to which its officers add evidence.
pub struct Desk {
    pub site: TestSite,
    pub case: Uuid,
    list: String,
    pub officer: String,
    collectors: [String; 2],
}

impl Desk {
    /// With its files in a folder of the test.
    pub async fn begin(engine: Engine) -> Self {
        Desk::of(TestSite::demo(engine).await).await
    }

    /// With its files in another place.
    pub async fn at(engine: Engine, place: FilesPlace) -> Self {
        Desk::of(TestSite::demo(engine).await.with_files_at(&place)).await
    }

    async fn of(site: TestSite) -> Self {
        let officer = site.sign_in("dx-officer1").await;
        let person = async |name: &str| site.database.store.person(name).await.expect("a person").to_string();
        let collectors = [person("dx-officer1").await, person("dx-officer2").await];
        for case in site.database.ids("daoxian", "case").await {
            let list = format!("/_/evidence/daoxian/{case}");
            let page = get(&site, &list, &officer).await;
            assert_eq!(page.status, 200, "{page:?}");
            if page.body.contains("data-uploads") {
                return Desk { site, case, list, officer, collectors };
            }
        }
        panic!("no case to which dx-officer1 adds evidence");
    }

    /// The way to the case's evidence.
    pub fn list(&self) -> &str {
        &self.list
    }

    /// The sheet as it is filled in rightly.
    pub fn sheet(&self) -> Vec<Part<'static>> {
        let [first, second] = self.collectors.clone();
        [
            ("kind", "electronic_data".to_owned()),
            ("source", "当事人提供".to_owned()),
            ("place", "门店".to_owned()),
            ("on", "2026-11-20".to_owned()),
            ("time", "09:30".to_owned()),
            ("first", first),
            ("second", second),
            ("pages", String::new()),
            ("party", String::new()),
        ]
        .into_iter()
        .map(|(name, value)| Part::Typed(name, value))
        .collect()
    }

    pub async fn sends(&self, parts: &[Part<'_>]) -> Answer {
        self.site.post(&self.list, MULTIPART, multipart(parts), &self.officer).await
    }

    /// The files of the list: the way to each page.
    async fn lines(&self) -> Vec<String> {
        let page = get(&self.site, &self.list, &self.officer).await.body;
        let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        links.filter(|to| to.starts_with(&format!("{}/", self.list))).map(ToOwned::to_owned).collect()
    }

    /// A file that is evidence; the way to its page.
    pub async fn added(&self, name: &str, bytes: &[u8]) -> String {
        let mut parts = self.sheet();
        parts.push(Part::File(name, bytes.to_vec()));
        let answer = self.sends(&parts).await;
        assert!(answer.location.ends_with("?done=added"), "{answer:?}");
        self.lines().await.pop().expect("a line")
    }

    async fn declares(&self, name: &str, size: u64, cookie: &str) -> (u16, Value) {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("name", name).append_pair("size", &size.to_string());
        let to = format!("{}/uploads", self.list);
        let answer = self.site.post(&to, FORM, form.finish().into_bytes(), cookie).await;
        (answer.status, serde_json::from_str(&answer.body).unwrap_or_default())
    }

    async fn puts(&self, to: &str, at: u64, body: Body) -> (u16, Value) {
        let answer = self.site.answer(Request::put(format!("{to}?at={at}")), body, &self.officer).await;
        said(answer).await
    }

    async fn received(&self, to: &str) -> u64 {
        let answer = get(&self.site, to, &self.officer).await;
        let said: Value = serde_json::from_str(&answer.body).expect("JSON");
        said["received"].as_u64().expect("a number")
    }

    pub async fn troubles(&self) -> usize {
        let reports = self.site.database.store.verify_files(&self.site.files).await.expect("checked");
        reports.iter().map(|report| report.troubles.len()).sum()
    }

    /// The number of 道县's bureau.
    pub async fn bureau(&self) -> i32 {
        self.site.database.store.operate("daoxian").await.expect("the bureau").bureau().id.0
    }

    /// Acts of a kind in the bureau's chain.
    pub async fn audited(&self, act: &str) -> usize {
        let chain = format!("audit of {}", self.bureau().await);
        self.site.database.contents().await[&chain].iter().filter(|row| row.contains(act)).count()
    }
}

pub async fn get(site: &TestSite, to: &str, cookie: &str) -> Answer {
    site.send(Request::get(to).header(header::ACCEPT, "text/html"), Vec::new(), Some(cookie)).await
}

async fn said(answer: http::Response<Body>) -> (u16, Value) {
    let status = answer.status().as_u16();
    let body = to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

/// Bytes of a film from one to before another; each part differs.
fn film(from: u64, to: u64) -> Vec<u8> {
    let mut bytes =
        vec![u8::try_from(from / PART % 251).expect("small"); usize::try_from(to - from).expect("fits")];
    if from == 0 {
        bytes[..12].copy_from_slice(b"\0\0\0\x20ftypisom");
    }
    bytes
}

#[rstest]
#[tokio::test]
async fn files_come_in_by_a_plain_form_and_are_shown_and_never_run(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::begin(engine).await;
    let mut parts = desk.sheet();
    parts.push(Part::File("现场照片.jpg", picture()));
    parts.push(Part::File("进货台账.csv", "日期,金额\r\n=cmd|' /C calc'!A0,1\r\n".into()));
    let answer = desk.sends(&parts).await;
    assert!(answer.status == 303 && answer.location.ends_with("?done=added"), "{answer:?}");
    let page = get(&desk.site, &desk.list, &desk.officer).await.body;
    for word in ["现场照片.jpg", "进货台账.csv", "电子数据", &hex(&picture())] {
        assert!(page.contains(word), "{word}");
    }
    let lines = desk.lines().await;
    assert_eq!(lines.len(), 2);
    for (to, how, media, sandbox) in [
        (&lines[0], "inline", "image/jpeg", true),
        (&lines[1], "attachment", "application/octet-stream", true),
    ] {
        let answer = desk.site.answer(Request::get(format!("{to}/file")), Body::empty(), &desk.officer).await;
        assert_eq!(answer.status(), 200);
        let text = |name: &str| answer.headers()[name].to_str().expect("text").to_owned();
        assert!(text("content-disposition").starts_with(&format!("{how}; filename=\"evidence-")));
        assert!(text("content-disposition").contains("filename*=UTF-8''%"));
        assert_eq!(
            (text("content-type").as_str(), text("x-content-type-options").as_str()),
            (media, "nosniff")
        );
        let policy = text("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'") && policy.contains("sandbox") == sandbox,
            "{policy}"
        );
    }
    assert_eq!(desk.site.bytes(&format!("{}/file", lines[0]), &desk.officer).await, picture());
    let small = desk.site.bytes(&format!("{}/thumbnail", lines[0]), &desk.officer).await;
    assert!(small.starts_with(b"\xff\xd8\xff") && small.len() < picture().len());
    assert_eq!(get(&desk.site, &format!("{}/thumbnail", lines[1]), &desk.officer).await.status, 404);
    assert_eq!(desk.troubles().await, 0);
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[tokio::test]
async fn a_sheet_to_be_mended_comes_back_as_it_was_and_its_files_wait() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let mut parts = desk.sheet();
    parts[1] = Part::Typed("source", "<b>当事人提供".to_owned());
    parts[6] = Part::Typed("second", desk.collectors[0].clone());
    parts.push(Part::File("笔录.txt", "一、询问情况".into()));
    let answer = desk.sends(&parts).await;
    assert_eq!(answer.status, 422);
    for word in ["不得少于两人", "&lt;b&gt;当事人提供", "笔录.txt", "checked"] {
        assert!(answer.body.contains(word), "{word}");
    }
    assert!(desk.lines().await.is_empty());
    let upload = desk.site.database.ids("daoxian", "upload").await[0].to_string();
    let mut parts = desk.sheet();
    parts.push(Part::Typed("upload", upload.clone()));
    // As a browser sends a form in which no file is chosen.
    parts.push(Part::File("", Vec::new()));
    // Sent twice it is entered once.
    for _ in 0..2 {
        assert!(desk.sends(&parts).await.location.ends_with("?done=added"));
    }
    assert_eq!(desk.lines().await.len(), 1);
    let nothing = desk.sends(&desk.sheet()).await;
    assert!(nothing.status == 422 && nothing.body.contains("请选择文件"), "{nothing:?}");
}

#[tokio::test]
async fn what_is_hostile_is_refused_in_words_and_the_rest_comes_in() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let hostile: [(&str, &[u8], &str); 8] = [
        ("图.svg", b"<svg onload=alert(1)>", "SVG"),
        ("图.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG"),
        ("照片.jpg", b"MZ\x90\0", "程序"),
        ("合同.pdf", b"%PDF-1.7\n<</S/J#61vaScript/JS(app.alert(1))>>", "打印为 PDF"),
        ("../../etc/passwd", b"x", "改名"),
        ("照片.pdf", b"\xff\xd8\xff\xe0", "后缀"),
        ("全部.zip", b"PK\x03\x04\0\0\0\0", "压缩包"),
        ("空.txt", b"", "空的"),
    ];
    for (name, bytes, reason) in hostile {
        let mut parts = desk.sheet();
        parts.push(Part::File(name, bytes.to_vec()));
        let answer = desk.sends(&parts).await;
        assert!(answer.status == 422 && answer.body.contains(reason), "{name}: {answer:?}");
    }
    assert!(desk.lines().await.is_empty());
    let mut parts = desk.sheet();
    parts.push(Part::File("坏.exe", b"MZ".to_vec()));
    parts.push(Part::File("好.txt", "好".into()));
    let answer = desk.sends(&parts).await;
    assert!(answer.status == 422 && answer.body.contains("程序或脚本"), "{answer:?}");
    assert_eq!(desk.lines().await.len(), 1);
    // By parts: before a byte is sent, and by the first of them.
    let (status, said) = desk.declares("录像.mp4", 4 << 30, &desk.officer).await;
    assert!(status == 422 && said["message"].as_str().expect("words").contains("500 MB"), "{said}");
    for name in ["a/b.jpg", "..", "照片\u{202e}gpj.exe", "a\0.jpg", ""] {
        let (status, said) = desk.declares(name, 10, &desk.officer).await;
        assert!(status == 422 && said["message"].as_str().is_some_and(|words| !words.is_empty()), "{name}");
    }
    let (status, said) = desk.declares("照片.jpg", 3 << 20, &desk.officer).await;
    let to = said["to"].as_str().expect("an address").to_owned();
    assert_eq!(status, 201);
    let (status, said) = desk.puts(&to, 0, Body::from([b"MZ".to_vec(), vec![0; 2 << 20]].concat())).await;
    assert!(status == 422 && said["message"].as_str().expect("words").contains("程序"), "{said}");
    assert_eq!(get(&desk.site, &to, &desk.officer).await.status, 404);
}

#[rstest]
#[tokio::test]
async fn a_large_file_survives_three_broken_connections_and_a_change_of_servers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (size, desk) = (LARGE, Desk::begin(engine).await);
    let (status, said_of) = desk.declares("录像.mp4", size, &desk.officer).await;
    let to = said_of["to"].as_str().expect("an address").to_owned();
    assert_eq!(status, 201);
    let (mut at, mut hash, mut broken, beside) = (0, Sha256::new(), 0, desk.site.beside());
    while at < size {
        let bytes = film(at, size.min(at + PART));
        if broken < 3 && at / PART == broken + 1 {
            broken += 1;
            let half = bytes[..bytes.len() / 2].to_vec();
            let cut = stream::iter([Ok(half), Err(std::io::Error::other("the line is cut"))]);
            assert_ne!(desk.puts(&to, at, Body::from_stream(cut)).await.0, 200);
            assert_eq!(desk.received(&to).await, at);
        }
        // From a place where the file does not stand, the answer says where it does.
        if at == PART {
            let (status, said) = desk.puts(&to, 0, Body::from(film(0, PART))).await;
            assert_eq!((status, said["received"].as_u64()), (409, Some(at)));
        }
        hash.update(&bytes);
        let request = Request::put(format!("{to}?at={at}")).header(header::COOKIE, &desk.officer);
        let request = request.body(Body::from(bytes)).expect("a request");
        // Every other part goes to another server.
        let answer = match at / PART % 2 {
            0 => beside.clone().oneshot(request).await.expect("an answer"),
            _ => desk.site.answer(Request::put(request.uri()), request.into_body(), &desk.officer).await,
        };
        let (status, said) = said(answer).await;
        assert_eq!(status, 200, "{said}");
        at = said["received"].as_u64().expect("a number");
    }
    assert_eq!((at, broken), (size, 3));
    let mut parts = desk.sheet();
    parts.push(Part::Typed("upload", said_of["id"].as_str().expect("an id").to_owned()));
    let answer = desk.sends(&parts).await;
    assert!(answer.location.ends_with("?done=added"), "{answer:?}");
    let whole: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(get(&desk.site, &desk.list, &desk.officer).await.body.contains(&whole));
    let file = format!("{}/file", desk.lines().await[0]);
    let request = Request::get(&file).header(header::RANGE, format!("bytes={}-", size - 4));
    let answer = desk.site.answer(request, Body::empty(), &desk.officer).await;
    assert_eq!(answer.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(to_bytes(answer.into_body(), 9).await.expect("four bytes"), film(size - 4, size));
}

#[rstest]
#[tokio::test]
async fn whoever_may_see_the_case_looks_and_only_its_officers_add(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::begin(engine).await;
    let line = desk.added("笔录.txt", "一、询问情况".as_bytes()).await;
    let file = format!("{line}/file");
    let (reader, stranger) = (desk.site.sign_in("dx-reader").await, desk.site.sign_in("jh-officer1").await);
    for to in [&desk.list, &line, &file] {
        assert_eq!(get(&desk.site, to, &reader).await.status, 200, "{to}");
        assert_eq!(get(&desk.site, to, &stranger).await.status, 404, "{to}");
        let elsewhere = to.replace("/daoxian/", "/jianghua/");
        assert_eq!(get(&desk.site, &elsewhere, &stranger).await.status, 404, "{elsewhere}");
        let nobody = desk.site.send(Request::get(to.as_str()), Vec::new(), None).await;
        assert!(nobody.is_sign_in(), "{to}: {nobody:?}");
    }
    // Another case of the same bureau does not have it.
    let other = desk.site.database.ids("daoxian", "case").await;
    let other = other.into_iter().find(|case| *case != desk.case).expect("another case");
    let there = file.replace(&desk.case.to_string(), &other.to_string());
    assert_eq!(get(&desk.site, &there, &reader).await.status, 404);
    let page = get(&desk.site, &desk.list, &reader).await.body;
    assert!(!page.contains("data-uploads") && !page.contains("<form method=\"post\""), "{page}");
    let form = multipart(&desk.sheet());
    assert_eq!(desk.site.post(&desk.list, MULTIPART, form.clone(), &reader).await.status, 403);
    assert_eq!(desk.site.post(&desk.list, MULTIPART, form, &stranger).await.status, 404);
    assert_eq!(desk.declares("a.jpg", 9, &reader).await.0, 403);
    assert_eq!(desk.declares("a.jpg", 9, &stranger).await.0, 404);
    let reason = b"form%5Breason%5D=x".to_vec();
    assert_eq!(desk.site.post(&line, FORM, reason.clone(), &reader).await.status, 403);
    assert_eq!(desk.site.post(&line, FORM, reason, &stranger).await.status, 404);
}

#[tokio::test]
async fn each_look_is_recorded_once_and_shown_on_the_page_of_the_file() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let bytes = b"ID3\x04 a long sound!".repeat(9_000);
    let line = desk.added("录音.mp3", &bytes).await;
    let (file, reader) = (format!("{line}/file"), desk.site.sign_in("dx-reader").await);
    assert_eq!(desk.audited("evidence_looked").await, 0);
    for (asked, status, range) in [
        ("bytes=0-9", 206, "bytes 0-9/162000"),
        ("bytes=100-", 206, "bytes 100-161999/162000"),
        ("bytes=-1", 206, "bytes 161999-161999/162000"),
        ("bytes=999999-", 416, "bytes */162000"),
    ] {
        let request = Request::get(&file).header(header::RANGE, asked);
        let answer = desk.site.answer(request, Body::empty(), &reader).await;
        assert_eq!(answer.status(), status, "{asked}");
        assert_eq!(answer.headers()[header::CONTENT_RANGE], range);
    }
    // A player asks many times for one look; another person's is another.
    assert_eq!(desk.audited("evidence_looked").await, 1);
    assert_eq!(desk.site.bytes(&file, &desk.officer).await, bytes);
    assert_eq!(desk.audited("evidence_looked").await, 2);
    let page = get(&desk.site, &line, &reader).await.body;
    assert_eq!(page.matches("打开文件").count(), 2);
    assert!(page.contains("<audio") && page.contains("preload=\"none\""), "{page}");
}

#[tokio::test]
async fn evidence_is_withdrawn_with_a_reason_and_stays() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let line = desk.added("笔录.txt", "一、询问情况".as_bytes()).await;
    let withdraws = async |reason: &str| {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("form[reason]", reason);
        desk.site.post(&line, FORM, form.finish().into_bytes(), &desk.officer).await
    };
    for wrong in ["", " ", &"长".repeat(201)] {
        assert_eq!(withdraws(wrong).await.status, 422);
    }
    assert!(withdraws("误传<另案>").await.location.ends_with("?done=withdrawn"));
    assert_eq!(withdraws("再来").await.status, 422);
    let page = get(&desk.site, &desk.list, &desk.officer).await.body;
    assert!(page.contains("<s>笔录.txt</s>") && page.contains("误传&lt;另案&gt;"), "{page}");
    assert_eq!(desk.site.bytes(&format!("{line}/file"), &desk.officer).await, "一、询问情况".as_bytes());
}

#[rstest]
#[tokio::test]
async fn a_server_stopped_anywhere_while_a_file_becomes_evidence_leaves_nothing_half_done(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::begin(engine).await;
    for steps in 0..STOPS {
        let name = format!("照片{steps}.jpg");
        let bytes = [picture(), steps.to_string().into_bytes()].concat();
        let (_, said) = desk.declares(&name, bytes.len() as u64, &desk.officer).await;
        let (to, id) = (said["to"].as_str().expect("an address"), said["id"].as_str().expect("an id"));
        assert_eq!(desk.puts(to, 0, Body::from(bytes.clone())).await.0, 200);
        let mut parts = desk.sheet();
        parts.push(Part::Typed("upload", id.to_owned()));
        {
            // Dropped after so many steps, as by a server that ends.
            let mut stopped = pin!(desk.sends(&parts));
            let mut left = 9 * steps;
            let ended = std::future::poll_fn(|context| {
                if left == 0 {
                    return Poll::Ready(());
                }
                left -= 1;
                stopped.as_mut().poll(context).map(drop)
            });
            ended.await;
        }
        assert_eq!(desk.troubles().await, 0, "after {steps} steps");
        assert!(desk.sends(&parts).await.location.ends_with("?done=added"), "after {steps} steps");
        assert_eq!(desk.lines().await.len(), steps + 1);
    }
    let later = desk.site.database.store.clock().now().plus_millis(25 * 3_600_000);
    desk.site.database.clock.set(later);
    desk.site.database.store.sweep_files(&desk.site.files).await.expect("swept");
    assert_eq!(desk.troubles().await, 0);
    // Each photograph and its small picture, which is the same of all of them.
    let lying = std::fs::read_dir(desk.site.shelf().join(desk.bureau().await.to_string())).expect("a folder");
    assert_eq!(lying.filter(|entry| entry.as_ref().expect("an entry").path().is_file()).count(), STOPS + 1);
}
