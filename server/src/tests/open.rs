//! The public side through the router: without a session, without a cookie, and without anybody's number.

use super::site::{Answer, TestSite};
use crate::web::open::REQUESTS_A_MINUTE;
use axum::body::Body;
use domain::case::{
    Act, ActPenalty, Entry, FallGround, Gains, HandedOver, Name, Note, Officers, Party, PenaliseOnTheSpot,
    Penalties, Publicity, Publish, PuttingRight, Reviser, RevokeDecision, SpotDefence, UnlawfulAct,
    Unpublish,
};
use domain::catalogue::{PartyKind, PartyRole, PenaltyKind};
use domain::id::{CaseId, PartyId, UnlawfulActId};
use domain::open::suggested_text;
use http::{HeaderMap, Request, header};
use rstest::rstest;
use std::collections::BTreeSet;
use store::{BureauStore, Engine, Rulebook};
use uuid::Uuid;

const VIOLATION: &str = "slaughter-v04@2021";
const COUNTY: &str = "shuangpai";
const PREFIX: &str = "sp";

pub(super) fn note(text: &str) -> Note {
    Note::parse(text).expect("a note")
}

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

/// Four numbers of a person, none of them anybody else's: identity number, mobile, landline, account.
pub(super) fn numbers(nth: u64) -> [String; 4] {
    [
        format!("43112419800101{:03}X", nth),
        format!("1380746{nth:04}"),
        format!("0746{:07}", 5_220_000 + nth),
        format!("6222021907{:09}", 1_000_000 + nth),
    ]
}

/// The numbers as somebody writes them who thinks that nobody will read it.
pub(super) fn spelled(numbers: &[String; 4]) -> String {
    let [id, mobile, landline, account] = numbers;
    let wide: String = mobile
        .chars()
        .map(|c| c.to_digit(10).and_then(|digit| char::from_u32(u32::from('０') + digit)).unwrap_or(c))
        .collect();
    let (area, own) = landline.split_at(4);
    let fours: Vec<String> =
        account.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
    format!("身份证{id}，电话{wide}、（{area}）{own}，账号{}", fours.join(" "))
}

/// A party with its numbers in every text that it has.
pub(super) fn party(nth: u64, kind: PartyKind) -> Party {
    let told = spelled(&numbers(nth));
    let act = UnlawfulAct {
        id: UnlawfulActId(Uuid::now_v7()),
        violation: VIOLATION.to_owned(),
        on: "2026-11-02".parse().expect("a day"),
        place: note(&told),
        area: Some(431_123),
        role: PartyRole::Offender,
        designated_by: None,
        harm_done: false,
        coincides: None,
    };
    let short: String = told.chars().take(80).collect();
    Party {
        id: PartyId(Uuid::now_v7()),
        kind,
        name: name(&format!("公开第{nth}户商行{short}")),
        establishment: None,
        credit_code: None,
        representative: Some(name("何秀英")),
        address: Some(note(&format!("潇水路{nth}号{told}"))),
        acts: vec![act],
    }
}

/// The bureau of an officer, to write in.
async fn bureau(site: &TestSite, seat: &str) -> BureauStore {
    let store = &site.database.store;
    let person = store.person(&format!("{PREFIX}-{seat}")).await.expect("a person");
    store.operate_as(COUNTY, Some(person)).await.expect("the bureau")
}

pub(super) async fn does(bureau: &BureauStore, case: CaseId, act: Act) {
    let desk = bureau.case_desk(Rulebook::in_use()).await.expect("a desk");
    let seq = desk.case(case).await.expect("the case").case.seq;
    let done = desk.act(case, seq, bureau.today(), act, Entry::default()).await.expect("a store");
    done.expect("allowed");
}

/// Penalises a party on the spot and publishes what the form proposes; the case and its party.
async fn publishes(site: &TestSite, bureau: &BureauStore, nth: u64, kind: PartyKind) -> (CaseId, PartyId) {
    let store = &site.database.store;
    let second = store.person(&format!("{PREFIX}-officer2")).await.expect("an officer");
    let party = party(nth, kind);
    let (id, told) = (party.id, spelled(&numbers(nth)));
    let penalty = ActPenalty {
        act: party.acts[0].id,
        kinds: vec![PenaltyKind::Warning],
        fine: None,
        gains: Gains::None,
        goods: None,
        mitigation: None,
        serious: None,
        rule: None,
    };
    let act = Act::PenaliseOnTheSpot(Box::new(PenaliseOnTheSpot {
        party,
        officers: Officers { lead: bureau.person().expect("somebody"), second },
        certificates_shown: true,
        rights_told: true,
        facts: note(&format!("何秀英（{told}）承认未登记。")),
        heard: SpotDefence::Said { arguments: note(&told), accepted: true, reasons: note(&told) },
        penalties: Penalties {
            acts: vec![penalty],
            putting_right: PuttingRight::Order { by: "2026-12-31".parse().expect("a day") },
        },
        handed_over: HandedOver::Refused { witness: note(&told) },
        earlier_warning: None,
        number: None,
        case_number: None,
    }));
    let desk = bureau.case_desk(Rulebook::in_use()).await.expect("a desk");
    let begun = desk.register(bureau.today(), act, Entry::default()).await.expect("a store");
    let case = begun.expect("allowed").case();
    let open = desk.case(case).await.expect("the case");
    let text = suggested_text(&open.case, id, desk.members());
    let publish =
        Publish { party: id, publicity: Publicity::Published, course: note(&told), open: Some(note(&text)) };
    drop(desk);
    does(bureau, case, Act::Publish(publish)).await;
    (case, id)
}

async fn get(site: &TestSite, to: &str, cookie: Option<&str>) -> Answer {
    site.send(Request::get(to).header(header::ACCEPT, "text/html"), Vec::new(), cookie).await
}

async fn headers(site: &TestSite, method: &str, to: &str) -> (u16, HeaderMap) {
    let request = Request::builder().method(method).uri(to).body(Body::empty()).expect("a request");
    let answer = site.raw(request).await;
    (answer.status().as_u16(), answer.headers().clone())
}

/// The addresses of public pages that a page links.
fn links(page: &str) -> Vec<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let links = links.map(|to| to.replace("&amp;", "&"));
    links.filter(|to| to.starts_with("/open")).collect()
}

/// Every public page that can be reached from the list of bureaus, with its answer.
async fn crawl(site: &TestSite, cookie: Option<&str>) -> Vec<(String, Answer)> {
    let (mut seen, mut pages) = (BTreeSet::new(), Vec::new());
    let mut open = vec!["/open".to_owned()];
    while let Some(to) = open.pop() {
        // A minute has its limit, and the clock of the tests stands still.
        if pages.len() % 250 == 249 {
            site.database.clock.set(site.database.store.clock().now().plus_millis(60_000));
        }
        let answer = get(site, &to, cookie).await;
        assert_eq!(answer.status, 200, "{to}: {answer:?}");
        open.extend(links(&answer.body).into_iter().filter(|to| seen.insert(to.clone())));
        pages.push((to, answer));
    }
    pages
}

/// The digits of a text, whatever stands between them.
pub(super) fn digits(text: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.chars().map(narrow).filter(char::is_ascii_digit).collect()
}

#[rstest]
#[tokio::test]
async fn of_a_thousand_numbers_in_published_cases_none_is_on_a_public_page(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    const CASES: u64 = 250;
    let site = TestSite::demo(engine).await;
    let kinds = [PartyKind::Citizen, PartyKind::SoleTrader, PartyKind::Organisation];
    let store = bureau(&site, "officer1").await;
    for nth in 0..CASES {
        publishes(&site, &store, nth, kinds[(nth % 3) as usize]).await;
    }
    store.commit().await.expect("kept");
    let zh = crawl(&site, None).await;
    let en = crawl(&site, Some("xiaoxiang-lang=en")).await;
    let is_page = |(to, _): &&(String, Answer)| to.starts_with(&format!("/open/{COUNTY}/"));
    let published = zh.iter().filter(is_page).count() as u64;
    assert!(published >= CASES, "{published}");
    assert_eq!(zh.len(), en.len());
    let kept = site.database.contents().await;
    let kept: String = kept
        .into_iter()
        .filter(|(table, _)| table.starts_with("case_event"))
        .flat_map(|(_, rows)| rows)
        .collect();
    let public: String =
        zh.iter().chain(&en).flat_map(|(to, answer)| [to.as_str(), answer.body.as_str(), "\n"]).collect();
    // Page by page, or the end of one and the beginning of another would make up a number.
    let lines: Vec<String> = public.lines().map(digits).collect();
    for nth in 0..CASES {
        for number in numbers(nth) {
            let wanted = digits(&number);
            assert!(!public.contains(&number), "{number}");
            assert!(!lines.iter().any(|line| line.contains(&wanted)), "{number}");
        }
        assert!(kept.contains(&numbers(nth)[0]), "the numbers are in the cases");
    }
    assert!(!public.contains("秀英") && !public.contains("潇水路"));
    assert!(public.contains("何某"));
}

#[tokio::test]
async fn anybody_reads_without_a_session_and_machines_are_told_off() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let store = bureau(&site, "officer1").await;
    let (case, _) = publishes(&site, &store, 1, PartyKind::Organisation).await;
    store.commit().await.expect("kept");
    let list = get(&site, &format!("/open/{COUNTY}"), None).await;
    let page = links(&list.body).into_iter().find(|to| to.len() > 40).expect("a page");
    let own = site.sign_in(&format!("{PREFIX}-officer1")).await;
    for to in ["/open", "/open/shuangpai", page.as_str()] {
        for method in ["GET", "HEAD"] {
            let (status, headers) = headers(&site, method, to).await;
            assert_eq!(status, 200, "{method} {to}");
            assert_eq!(headers["x-robots-tag"], "noindex, nofollow");
            assert_eq!(headers[header::CACHE_CONTROL], "no-store");
            assert!(headers.get(header::SET_COOKIE).is_none(), "{to}");
        }
        let nobody = get(&site, to, None).await;
        assert!(nobody.body.contains("<meta name=\"robots\" content=\"noindex, nofollow\">"), "{to}");
        assert_eq!(get(&site, to, Some(&own)).await.body, nobody.body, "the same for whoever is signed in");
        let elsewhere = nobody.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let inside: Vec<&str> =
            elsewhere.filter(|to| !to.starts_with("/open") && !to.starts_with("/_/")).collect();
        assert_eq!(inside, Vec::<&str>::new(), "{to}");
        let (status, _) = headers(&site, "POST", to).await;
        assert_eq!(status, 405, "{to}");
    }
    let robots = get(&site, "/robots.txt", None).await;
    assert_eq!(robots.body, "User-agent: *\nDisallow: /\n");
    let inside = get(&site, &format!("/{COUNTY}/cases/{case}"), Some(&own)).await;
    assert!(inside.body.contains(&page), "the case leads to its page");
}

#[tokio::test]
async fn an_address_that_is_no_text_is_unknown_like_any_other() {
    let site = TestSite::demo(Engine::Sqlite).await;
    for to in ["/open/daoxian/%FF", "/open/%FF/x", "/open/%FF"] {
        let answer = get(&site, to, None).await;
        let (status, headers) = headers(&site, "GET", to).await;
        assert_eq!(status, 404, "{to}");
        assert_eq!(headers["x-robots-tag"], "noindex, nofollow", "{to}");
        assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{to}");
        assert!(answer.body.contains("<html") && !answer.body.contains("Invalid"), "{to}: {}", answer.body);
    }
}

#[tokio::test]
async fn nothing_else_of_a_case_is_reached_from_there() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let store = bureau(&site, "officer1").await;
    let (case, party) = publishes(&site, &store, 1, PartyKind::Organisation).await;
    store.commit().await.expect("kept");
    site.issued(PREFIX, COUNTY).await;
    let list = get(&site, &format!("/open/{COUNTY}"), None).await;
    let page = links(&list.body).into_iter().find(|to| to.len() > 40).expect("a page");
    let id = page.rsplit('/').next().expect("an id");
    let sheet = site.database.ids(COUNTY, "issued_paper").await[0];
    let other = case.0.simple().to_string();
    let unknown = get(&site, &format!("/open/{COUNTY}/{}", "0".repeat(32)), None).await;
    assert_eq!(unknown.status, 404);
    for word in [&case.to_string(), &other, &party.to_string(), &sheet.to_string(), "..", "%00"] {
        let answer = get(&site, &format!("/open/{COUNTY}/{word}"), None).await;
        assert_eq!(answer.status, 404, "{word}: {answer:?}");
    }
    for to in [
        format!("/open/daoxian/{id}"),
        format!("/open/nowhere/{id}"),
        format!("{page}/papers"),
        format!("{page}/"),
        format!("/open/{COUNTY}/cases/{case}"),
        "/open/nowhere".to_owned(),
        "/open/".to_owned(),
    ] {
        assert_eq!(get(&site, &to, None).await.status, 404, "{to}");
    }
    for (to, answer) in crawl(&site, None).await {
        assert!(!answer.body.contains(&case.to_string()) && !answer.body.contains(&other), "{to}");
    }
}

#[tokio::test]
async fn a_withdrawn_decision_says_when_and_why_and_nothing_more() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let store = bureau(&site, "officer1").await;
    let (case, party) = publishes(&site, &store, 1, PartyKind::Organisation).await;
    store.commit().await.expect("kept");
    let list = get(&site, &format!("/open/{COUNTY}"), None).await;
    let page = links(&list.body).into_iter().find(|to| to.len() > 40).expect("a page");
    let head = bureau(&site, "head").await;
    let revoke = RevokeDecision {
        party,
        reviser: Reviser::Bureau,
        ground: FallGround::Procedure,
        paper: note("撤销决定书"),
        refund: None,
    };
    does(&head, case, Act::RevokeDecision(revoke)).await;
    head.commit().await.expect("kept");
    assert_eq!(get(&site, &page, None).await.status, 200, "until it is withdrawn");
    let officer = bureau(&site, "officer1").await;
    does(&officer, case, Act::Unpublish(Unpublish { party, course: note("已撤下") })).await;
    officer.commit().await.expect("kept");
    let gone = get(&site, &page, None).await;
    assert_eq!(gone.status, 410);
    assert!(gone.body.contains("已经撤回") && gone.body.contains("违反法定程序"), "{}", gone.body);
    assert!(!gone.body.contains("公开第1户") && !gone.body.contains("当罚"), "{}", gone.body);
    let list = get(&site, &format!("/open/{COUNTY}?unit=%E5%85%AC%E5%BC%80%E7%AC%AC"), None).await;
    assert!(!list.body.contains("公开第1户"), "{}", list.body);
}

#[tokio::test]
async fn what_cannot_be_searched_for_is_told_and_kept() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let store = bureau(&site, "officer1").await;
    publishes(&site, &store, 1, PartyKind::Organisation).await;
    store.commit().await.expect("kept");
    let ask = async |query: &str| get(&site, &format!("/open/{COUNTY}?{query}"), None).await;
    let long = "长".repeat(61);
    for (query, status, told) in [
        (format!("unit={}", app::path::encode(&long)), 422, long.as_str()),
        ("unit=%25".to_owned(), 422, "value=\"%\""),
        ("violation=_%25_".to_owned(), 422, "value=\"_%_\""),
        ("unit=a%00b".to_owned(), 422, "value=\"ab\""),
        ("unit=%22%3E%3Cscript%3Ex".to_owned(), 200, "value=\"&quot;&gt;&lt;script&gt;x\""),
        ("unit=%FF%FE".to_owned(), 422, "没有找到|请填汉字"),
        ("unit=1&unit=2".to_owned(), 200, "公开第"),
        ("after=x".to_owned(), 200, "公开第1户"),
        ("after=2026-99-99_0".to_owned(), 200, "公开第1户"),
        ("unit=gongkai".to_owned(), 200, "公开第1户"),
        ("unit=gkd".to_owned(), 200, "公开第1户"),
        ("unit=%E6%B2%A1%E6%9C%89".to_owned(), 200, "没有找到符合条件的决定"),
    ] {
        let answer = ask(&query).await;
        assert_eq!(answer.status, status, "{query}");
        assert!(told.split('|').any(|told| answer.body.contains(told)), "{query}: {}", answer.body);
    }
}

#[tokio::test]
async fn one_address_asks_so_often_and_no_more() {
    let site = TestSite::demo(Engine::Sqlite).await;
    for nth in 0..50_u32 {
        assert_eq!(get(&site, &format!("/open/{COUNTY}/{nth:032x}"), None).await.status, 404);
    }
    let to = format!("/open/{COUNTY}/{:032x}", 50);
    let (status, guessed) = headers(&site, "GET", &to).await;
    assert_eq!((status, guessed[header::RETRY_AFTER].as_bytes()), (429, b"1".as_slice()));
    for _ in 51..REQUESTS_A_MINUTE {
        assert_eq!(headers(&site, "GET", "/open").await.0, 200);
    }
    let (status, throttled) = headers(&site, "GET", "/open").await;
    assert!(status == 429 && throttled.contains_key(header::RETRY_AFTER), "{status}");
    assert_eq!(headers(&site, "GET", "/_/help").await.0, 200, "the rest of the site does not feel it");
    site.database.clock.set(site.database.store.clock().now().plus_millis(60_000));
    assert_eq!(headers(&site, "GET", "/open").await.0, 200);
}
