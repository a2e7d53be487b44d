//! A phone brings files to one case without a sign-in: it sees nothing but the number, for a quarter of an hour, and as long
//! as whoever gave it the right could bring them.

use super::evidence::{Desk, MULTIPART, Part, get, multipart, picture};
use super::site::{Answer, FORM};
use axum::body::Body;
use http::Request;
use rstest::rstest;
use serde_json::Value;
use store::Engine;

impl Desk {
    /// The address of a phone that was shown the code.
    async fn phone(&self) -> String {
        let given = self.site.post(&format!("{}/phone", self.list()), FORM, Vec::new(), &self.officer).await;
        assert_eq!(given.status, 303, "{given:?}");
        let shown = get(&self.site, &given.location, &self.officer).await;
        assert!(shown.body.contains("<svg") && shown.body.contains("data-until"), "{shown:?}");
        let word = given.location.rsplit('/').next().expect("a word");
        format!("/_/phone/{word}")
    }

    async fn brings(&self, phone: &str, name: &str, bytes: &[u8]) -> Answer {
        let body = multipart(&[Part::File(name, bytes.to_vec())]);
        let request = Request::post(phone).header("content-type", MULTIPART).header("accept", "text/html");
        self.site.send(request, body, None).await
    }

    /// What waits for its sheet, as the computer is told.
    async fn waiting(&self) -> Vec<Value> {
        let answer = get(&self.site, &format!("{}/uploads", self.list()), &self.officer).await;
        let said: Value = serde_json::from_str(&answer.body).expect("JSON");
        said["waiting"].as_array().expect("a list").clone()
    }

    fn later(&self, minutes: i64) {
        let clock = &self.site.database.clock;
        clock.set(self.site.database.store.clock().now().plus_millis(minutes * 60_000));
    }
}

#[rstest]
#[tokio::test]
async fn a_phone_brings_pictures_that_become_evidence_by_the_sheet_of_the_computer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let desk = Desk::begin(engine).await;
    let phone = desk.phone().await;
    let page = desk.site.send(Request::get(&phone), Vec::new(), None).await;
    assert_eq!(page.status, 200, "{page:?}");
    let sent = desk.brings(&phone, "现场.jpg", &picture()).await;
    assert_eq!(sent.location, format!("{phone}?sent=1"));
    let [one] = desk.waiting().await.try_into().expect("one file");
    assert_eq!((&one["name"], &one["received"]), (&"现场.jpg".into(), &one["size"]));
    let mut parts = desk.sheet();
    parts.push(Part::Typed("upload", one["id"].as_str().expect("an id").to_owned()));
    let entered = desk.sends(&parts).await;
    assert!(entered.location.ends_with("?done=added"), "{entered:?}");
    assert_eq!(desk.audited("evidence_phone").await, 1);
    assert!(desk.waiting().await.is_empty());
}

#[tokio::test]
async fn a_phone_sends_by_parts_and_is_shown_nothing_of_the_case_but_its_number() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let phone = desk.phone().await;
    let page = desk.site.send(Request::get(&phone), Vec::new(), None).await.body;
    let case = get(&desk.site, desk.list(), &desk.officer).await.body;
    let head = case.split("<small>").nth(1).and_then(|rest| rest.split("</small>").next()).expect("a head");
    let (number, name) = head.split_once(' ').expect("number and name");
    assert!(page.contains(number) && !page.contains(name) && !page.contains("提取单</a>"), "{page}");

    let form = b"name=%E5%BD%95%E9%9F%B3.mp3&size=20".to_vec();
    let request = Request::post(format!("{phone}/uploads")).header("content-type", FORM);
    let declared = desk.site.send(request, form, None).await;
    let said: Value = serde_json::from_str(&declared.body).expect("JSON");
    let to = said["to"].as_str().expect("an address");
    assert!(to.starts_with(&phone), "{to}");
    let put = Request::put(format!("{to}?at=0"));
    assert_eq!(
        desk.site.send(put, b"ID3\x04 a short sound!!".to_vec()[..20].to_vec(), None).await.status,
        200
    );
    let state = desk.site.send(Request::get(to), Vec::new(), None).await;
    assert_eq!(serde_json::from_str::<Value>(&state.body).expect("JSON")["received"], 20);
    assert_eq!(desk.waiting().await.len(), 1);
    assert_eq!(desk.site.send(Request::delete(to), Vec::new(), None).await.status, 204);
    assert!(desk.waiting().await.is_empty());
}

#[tokio::test]
async fn what_a_phone_brings_is_judged_as_what_a_computer_brings() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let phone = desk.phone().await;
    for (name, bytes) in
        [("图.png", &b"<svg onload=alert(1)>"[..]), ("单.pdf", b"\xff\xd8\xff\xe0"), ("空.jpg", b"")]
    {
        let refused = desk.brings(&phone, name, bytes).await;
        assert_eq!(refused.status, 422, "{name}: {refused:?}");
        assert!(refused.body.contains(name) && !refused.body.contains("<svg onload"), "{refused:?}");
    }
    let nothing =
        desk.site.send(Request::post(&phone).header("content-type", MULTIPART), multipart(&[]), None);
    assert_eq!(nothing.await.status, 422);
    assert!(desk.waiting().await.is_empty());
}

#[tokio::test]
async fn a_phone_ends_with_its_quarter_of_an_hour_and_with_the_roles_of_whoever_gave_it() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let phone = desk.phone().await;
    let brings = async || desk.brings(&phone, "现场.jpg", &picture()).await;
    desk.later(14);
    assert_eq!(brings().await.status, 303);
    desk.later(1);
    let over = brings().await;
    assert!((400..500).contains(&over.status) && over.body.contains("已经失效"), "{over:?}");
    assert_eq!(desk.waiting().await.len(), 1);

    let word = phone.rsplit('/').next().expect("a word");
    let flipped = format!("{}{}", &word[..word.len() - 2], if word.ends_with("AA") { "BB" } else { "AA" });
    for wrong in ["1", "x-y", "1-", "99-AAAA", "-1-AAAA", &flipped, &word.replacen('-', "9-", 1)] {
        let answer = desk.site.send(Request::get(format!("/_/phone/{wrong}")), Vec::new(), None).await;
        assert_eq!(answer.status, 404, "{wrong}: {answer:?}");
    }
}

#[tokio::test]
async fn what_a_phone_began_in_time_is_sent_to_its_end_and_nothing_new_begins() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let phone = desk.phone().await;
    let declares = async || {
        let request = Request::post(format!("{phone}/uploads")).header("content-type", FORM);
        desk.site.send(request, b"name=a.mp3&size=20".to_vec(), None).await
    };
    let said: Value = serde_json::from_str(&declares().await.body).expect("JSON");
    let to = said["to"].as_str().expect("an address").to_owned();
    let sends = async || {
        let sound = b"ID3\x04 a short sound!!"[..20].to_vec();
        desk.site.send(Request::put(format!("{to}?at=0")), sound, None).await
    };
    desk.later(16);
    let late = declares().await;
    assert!((400..500).contains(&late.status) && late.body.contains("已经失效"), "{late:?}");
    assert_eq!(sends().await.status, 200);
    assert_eq!(desk.waiting().await.len(), 1);
    desk.later(60);
    let over = sends().await;
    assert!((400..500).contains(&over.status) && over.body.contains("已经失效"), "{over:?}");
}

#[tokio::test]
async fn a_code_is_shown_in_its_own_case_alone() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let phone = desk.phone().await;
    let word = phone.rsplit('/').next().expect("a word");
    let mut others =
        desk.site.database.ids("daoxian", "case").await.into_iter().filter(|id| *id != desk.case);
    let other = others.next().expect("another case");
    let elsewhere =
        get(&desk.site, &format!("/_/evidence/daoxian/{other}/phone/{word}"), &desk.officer).await;
    assert!([403, 404].contains(&elsewhere.status), "{elsewhere:?}");
    let reader = desk.site.sign_in("dx-reader").await;
    let refused = desk.site.post(&format!("{}/phone", desk.list()), FORM, Vec::new(), &reader).await;
    assert_eq!(refused.status, 403, "{refused:?}");
}

#[tokio::test]
async fn a_file_that_was_cleared_before_its_sheet_is_told_of_and_nothing_is_said_to_be_entered() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let phone = desk.phone().await;
    desk.brings(&phone, "现场.jpg", &picture()).await;
    let id = desk.waiting().await[0]["id"].as_str().expect("an id").to_owned();
    let cancelled = format!("{}/uploads/{id}", desk.list());
    assert_eq!(desk.site.post(&cancelled, FORM, Vec::new(), &desk.officer).await.status, 303);
    let mut parts = desk.sheet();
    parts.push(Part::Typed("upload", id));
    let told = desk.sends(&parts).await;
    assert_eq!(told.status, 422, "{told:?}");
    assert!(told.body.contains("没有登记为证据"), "{told:?}");
}

#[tokio::test]
async fn a_large_declaration_from_a_phone_is_refused() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let phone = desk.phone().await;
    let request = Request::post(format!("{phone}/uploads")).header("content-type", FORM);
    let refused = desk.site.answer(request, Body::from("name=a.mp4&size=4294967296"), "").await;
    assert!(refused.status().is_client_error(), "{refused:?}");
    assert!(desk.waiting().await.is_empty());
}
