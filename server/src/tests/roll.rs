//! A roll through the routes: what it finds, takes and gives back, and that nothing ever holds a person's number.

use super::fill::last_of;
use super::site::{Answer, FORM, TestSite, UPLOAD, upload};
use domain::value::IdNumber;
use http::Request;
use rstest::rstest;
use rust_xlsxwriter::Workbook;
use std::collections::{BTreeMap, HashMap};
use store::Engine;

const SAMPLE: &[u8] = include_bytes!("../../../end2end/samples/trainees-jianghua.xlsx");
const PEOPLE: usize = 1_000;
const HEADS: [&str; 11] = [
    "姓名",
    "性别",
    "身份证号",
    "联系电话",
    "培训工种",
    "班次",
    "开班日期",
    "结业日期",
    "学时",
    "考试成绩",
    "备注",
];

async fn get(site: &TestSite, to: &str, cookie: &str) -> Answer {
    site.send(Request::get(to), Vec::new(), Some(cookie)).await
}

/// What the page of an import counts.
async fn counted(site: &TestSite, id: &str, cookie: &str) -> String {
    let call = format!("bureau=jianghua&noun=trainees&id={id}&problem=");
    site.post("/_/api/import", FORM, call.into_bytes(), cookie).await.body
}

/// How many rows 江华 has of whatever a roll creates.
async fn held(site: &TestSite) -> BTreeMap<&'static str, usize> {
    let mut held = BTreeMap::new();
    for table in ["enrolment", "trainee", "class", "programme", "certificate"] {
        held.insert(table, site.database.ids("jianghua", table).await.len());
    }
    held
}

#[rstest]
#[tokio::test]
async fn a_roll_is_compared_imported_and_undone(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let site = TestSite::demo(engine).await;
    let trainer = site.sign_in("jh-trainer").await;
    let before = held(&site).await;
    let import = "/_/files/jianghua/trainees/import";
    let staged = site.post(import, UPLOAD, upload("花名册.xlsx", SAMPLE), &trainer).await;
    let (id, own) = (last_of(&staged), staged.location.as_str());
    let found = counted(&site, id, &trainer).await;
    assert!(found.contains(r#"["新增人次","381"]"#) && found.contains(r#"["有误的行","39"]"#), "{found}");
    assert!(get(&site, own, &trainer).await.body.contains("起止日期不同"));
    let refused = site.post(&format!("{import}/{id}/apply"), FORM, b"rows=all".to_vec(), &trainer).await;
    assert_eq!((refused.status, refused.location.as_str()), (303, own));
    assert_eq!(held(&site).await, before);
    let marked = get(&site, &format!("{import}/{id}/marked.xlsx"), &trainer).await;
    assert!(marked.status == 200 && marked.body.contains('✗'));
    site.post(&format!("{import}/{id}/apply"), FORM, b"rows=valid".to_vec(), &trainer).await;
    assert_eq!(site.database.ids("jianghua", "enrolment").await.len(), before["enrolment"] + 381);
    let again = site.post(import, UPLOAD, upload("花名册.xlsx", SAMPLE), &trainer).await;
    let again = counted(&site, last_of(&again), &trainer).await;
    assert!(again.contains(r#"["新增人次","0"],["有变化","0"],["无变化","381"]"#), "{again}");
    // A roll is no ledger of establishments.
    let registrar = site.sign_in("jh-registrar").await;
    for (to, cookie) in [
        (format!("/jianghua/establishments/import/{id}"), &registrar),
        (format!("/_/files/jianghua/establishments/import/{id}/marked.xlsx"), &registrar),
        ("/_/files/jianghua/licences/template.xlsx".to_owned(), &trainer),
    ] {
        assert_eq!(get(&site, &to, cookie).await.status, 404, "{to}");
    }
    site.post(&format!("{import}/{id}/undo"), FORM, Vec::new(), &trainer).await;
    assert!(get(&site, own, &trainer).await.body.contains("已撤销：删除 381 人次"));
    assert_eq!(held(&site).await, before);
}

/// The `nth` of a thousand people, with a check digit that fits.
fn id_number(nth: usize) -> String {
    let (month, day) = (nth % 12 + 1, nth % 28 + 1);
    let body = format!("431129{}{month:02}{day:02}{nth:03}", 1970 + nth % 30);
    let numbers = "0123456789X".chars().map(|check| format!("{body}{check}"));
    numbers.into_iter().find(|number| IdNumber::parse(number).is_ok()).expect("a check digit")
}

fn phone(nth: usize) -> String {
    format!("1390746{:04}", nth + 1)
}

/// A roll of a county's people, of the thousand; with `moved` each has the phone of the next. Some numbers stand where none belongs.
pub fn roll(county: &str, people: usize, moved: bool) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, head) in (0..).zip(HEADS) {
        sheet.write(0, at, head).expect("a head");
    }
    for (row, nth) in (1..).zip(0..people) {
        let own = if moved { (nth + 1) % PEOPLE } else { nth };
        let wrong_day = if nth % 50 == 7 { phone(nth) } else { "2026-04-05".to_owned() };
        let mark = if nth % 60 == 11 { id_number(nth) } else { format!("{}", 40 + nth % 60) };
        let remark = format!("家属{}，旧证{}", phone(own), id_number(nth));
        let cells = [
            "盘子士".to_owned(),
            String::new(),
            id_number(nth),
            phone(own),
            "海员".to_owned(),
            format!("{county}海员2026第{}期", nth % 20),
            "2026-03-05".to_owned(),
            wrong_day,
            "120".to_owned(),
            mark,
            remark,
        ];
        for (at, cell) in (0..).zip(cells) {
            sheet.write_string(row, at, cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a workbook")
}

/// Every number, whole or without its check digit, by the first ten characters.
fn secrets() -> HashMap<String, Vec<String>> {
    let mut secrets: HashMap<String, Vec<String>> = HashMap::new();
    for nth in 0..PEOPLE {
        let number = id_number(nth);
        for secret in [number[..17].to_owned(), phone(nth)] {
            secrets.entry(secret[..10].to_owned()).or_default().push(secret);
        }
    }
    secrets
}

fn holds_none(secrets: &HashMap<String, Vec<String>>, bytes: &[u8], place: &str) {
    let mut digits = 0;
    for (at, byte) in bytes.iter().enumerate() {
        digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
        if digits < 10 {
            continue;
        }
        let window = at + 1 - 10;
        let beginning = std::str::from_utf8(&bytes[window..=at]).expect("digits");
        for secret in secrets.get(beginning).into_iter().flatten() {
            let rest = &bytes[window..(window + secret.len()).min(bytes.len())];
            assert_ne!(rest, secret.as_bytes(), "{place} holds a person's number");
        }
    }
}

#[rstest]
#[tokio::test]
async fn no_number_of_a_person_is_ever_kept_or_answered(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let site = TestSite::demo(engine).await;
    let trainer = site.sign_in("jh-trainer").await;
    let import = "/_/files/jianghua/trainees/import";
    let mut answers = Vec::new();
    for moved in [false, true] {
        let staged =
            site.post(import, UPLOAD, upload("花名册.xlsx", &roll("江华", PEOPLE, moved)), &trainer).await;
        let id = last_of(&staged).to_owned();
        answers.push(get(&site, &staged.location, &trainer).await);
        answers
            .push(site.post(&format!("{import}/{id}/apply"), FORM, b"rows=valid".to_vec(), &trainer).await);
        answers.push(get(&site, &staged.location, &trainer).await);
        let call = format!("bureau=jianghua&noun=trainees&id={id}&problem=");
        answers.push(site.post("/_/api/import", FORM, call.into_bytes(), &trainer).await);
        if moved {
            answers.push(site.post(&format!("{import}/{id}/undo"), FORM, Vec::new(), &trainer).await);
            answers.push(get(&site, &staged.location, &trainer).await);
            assert!(answers.iter().any(|answer| answer.body.contains("139****")), "no difference was shown");
        }
        answers.push(staged);
    }
    assert!(site.database.ids("jianghua", "trainee").await.len() > 900);
    let secrets = secrets();
    for answer in &answers {
        assert!(answer.status < 400, "{answer:?}");
        holds_none(&secrets, answer.body.as_bytes(), "an answer");
        holds_none(&secrets, answer.location.as_bytes(), "an address");
    }
    for (table, rows) in site.database.contents().await {
        rows.iter().for_each(|row| holds_none(&secrets, row.as_bytes(), &table));
    }
    for file in
        site.database.folder().into_iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder"))
    {
        let path = file.expect("a file").path();
        holds_none(&secrets, &std::fs::read(&path).expect("its bytes"), &path.display().to_string());
    }
}
