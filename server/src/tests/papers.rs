//! The papers of a case through the router: who sees them, what they lack, and that they print.

use super::site::{Answer, FORM, TestSite};
use http::{Request, header};
use sha2::{Digest, Sha256};
use store::{Bureau, Engine};

pub async fn get(site: &TestSite, to: &str, cookie: &str) -> Answer {
    site.send(Request::get(to).header(header::ACCEPT, "text/html"), Vec::new(), Some(cookie)).await
}

/// The links of a page that lead to papers.
fn previews(page: &str) -> Vec<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|to| to.contains(".pdf")).map(ToOwned::to_owned).collect()
}

/// Every paper of every case of 道县 that is ready, with the page that offers it.
async fn ready(site: &TestSite, cookie: &str) -> Vec<String> {
    let mut ready = Vec::new();
    for case in site.database.ids("daoxian", "case").await {
        let page = get(site, &format!("/_/papers/daoxian/{case}"), cookie).await;
        assert_eq!(page.status, 200, "{page:?}");
        ready.extend(previews(&page.body));
    }
    ready
}

#[tokio::test]
async fn the_papers_of_the_demo_print_for_a_reader_and_for_nobody_outside() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let (reader, stranger) = (site.sign_in("dx-reader").await, site.sign_in("jh-officer1").await);
    let ready = ready(&site, &reader).await;
    for kind in ["D02", "D05", "D16", "D18", "D26", "D32", "D38"] {
        let to = ready.iter().find(|to| to.contains(&format!("/{kind}-")));
        let to = to.unwrap_or_else(|| panic!("no {kind} is ready among {}", ready.len()));
        let printed = get(&site, to, &reader).await;
        assert!(printed.status == 200 && printed.body.starts_with("%PDF-1.7"), "{to}: {}", printed.status);
        assert_eq!(get(&site, to, &stranger).await.status, 404, "{to}");
        let elsewhere = to.replace("/daoxian/", "/jianghua/");
        assert_eq!(get(&site, &elsewhere, &stranger).await.status, 404, "{elsewhere}");
        let list = to.rsplit_once('/').expect("a list").0;
        assert_eq!(get(&site, list, &stranger).await.status, 404);
    }
}

#[tokio::test]
async fn what_is_no_paper_of_the_case_is_not_there() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let reader = site.sign_in("dx-reader").await;
    let case = site.database.ids("daoxian", "case").await[0];
    for paper in
        ["D26-9999.pdf", "D99-1.pdf", "D26.pdf", "..%2Fpage-1", "%00", "D02-99999999999999999999.pdf"]
    {
        let answer = get(&site, &format!("/_/papers/daoxian/{case}/{paper}"), &reader).await;
        assert_eq!(answer.status, 404, "{paper}: {answer:?}");
    }
    for case in ["x", "00000000-0000-0000-0000-000000000000"] {
        assert_eq!(get(&site, &format!("/_/papers/daoxian/{case}"), &reader).await.status, 404);
    }
}

#[tokio::test]
async fn a_setting_that_is_missing_is_named_with_the_way_to_it() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let (reader, administrator) = (site.sign_in("dx-reader").await, site.sign_in("dx-admin").await);
    let decision =
        ready(&site, &reader).await.into_iter().find(|to| to.contains("/D26-")).expect("a decision");
    let (_, token) = administrator.split_once('=').expect("a session");
    let session = site.database.store.session(token).await.expect("a store").expect("signed in");
    let mut store = session.bureau_write("daoxian").await.expect("a bureau");
    let changed = Bureau { court: String::new(), ..store.bureau().clone() };
    store.change_bureau(&changed).await.expect("changed");
    store.commit().await.expect("kept");
    let refused = get(&site, &decision, &reader).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("缺起诉法院"), "{}", refused.body);
    let list = get(&site, decision.rsplit_once('/').expect("a list").0, &reader).await;
    assert!(
        list.body.contains("缺起诉法院") && list.body.contains("href=\"/daoxian/settings\""),
        "{}",
        list.body
    );
    assert!(!list.body.contains("/D26-"), "no preview of a paper that lacks something");
}

/// The words of the papers that a page offers to make.
pub fn offered(page: &str) -> Vec<String> {
    let mark = "name=\"form[act]\" value=\"issue\"><input type=\"hidden\" name=\"form[paper]\" value=\"";
    let words = page.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
    words.map(ToOwned::to_owned).collect()
}

/// The first case of 道县 whose page of papers offers to make one of a kind, with the paper's word.
async fn makeable(site: &TestSite, kind: &str, cookie: &str) -> (String, String) {
    for case in site.database.ids("daoxian", "case").await {
        let list = format!("/_/papers/daoxian/{case}");
        let page = get(site, &list, cookie).await;
        if let Some(word) = offered(&page.body).into_iter().find(|word| word.starts_with(&format!("{kind}-")))
        {
            return (list, word);
        }
    }
    panic!("no case offers to make {kind}");
}

/// Sends a form of the page of papers.
pub async fn sends(site: &TestSite, list: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
    let token = store::token::fresh().to_string();
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields.iter().chain(&[("token", token.as_str())]) {
        form.append_pair(&format!("form[{name}]"), value);
    }
    site.post(list, FORM, form.finish().into_bytes(), cookie).await
}

/// The links of a page to copies of issued papers.
fn copies(page: &str) -> Vec<String> {
    previews(page).into_iter().filter(|to| to.contains("/issued/")).collect()
}

/// The address that stands on a PDF, read as somebody else reads it.
fn address_on(bytes: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), bytes).expect("written");
    let read = std::process::Command::new("pdftotext").arg(file.path()).arg("-").output();
    let text = String::from_utf8_lossy(&read.expect("pdftotext: run `make browser`").stdout).into_owned();
    let line = text.split_whitespace().find(|word| word.contains("/_/check/")).map(ToOwned::to_owned);
    line.unwrap_or_else(|| panic!("no address of a check in {text}"))
}

/// SHA-256 in hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The path in an address.
fn path_in(address: &str) -> String {
    address.find("/_/check/").map(|at| address[at..].to_owned()).expect("the path of a check")
}

#[tokio::test]
async fn a_paper_is_issued_once_checked_by_anybody_and_void_with_a_reason() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let (officer, reader) = (site.sign_in("dx-officer1").await, site.sign_in("dx-reader").await);
    let stranger = site.sign_in("jh-officer1").await;
    let (list, word) = makeable(&site, "D02", &officer).await;
    // A reader makes no papers; a stranger finds nothing.
    let issue = [("act", "issue"), ("paper", word.as_str())];
    assert_eq!(sends(&site, &list, &issue, &reader).await.status, 403);
    assert_eq!(sends(&site, &list, &issue, &stranger).await.status, 404);
    assert!(!get(&site, &list, &reader).await.body.contains("value=\"issue\""));
    let issued = sends(&site, &list, &issue, &officer).await;
    assert_eq!((issued.status, issued.location.as_str()), (303, format!("{list}?done=issued").as_str()));
    // Sent once more, it is the same paper.
    assert_eq!(sends(&site, &list, &issue, &officer).await.location, list);
    let page = get(&site, &list, &officer).await.body;
    assert!(page.contains("道商罚立〔2026〕1号") && page.contains("待打印"), "{page}");
    let [file] = copies(&page).try_into().expect("one copy: an approval has none for the party");
    let served = site.bytes(&file, &officer).await;
    assert!(served.starts_with(b"%PDF-1.7"));
    assert_eq!(get(&site, &file.replace("file.pdf", "party.pdf"), &officer).await.status, 404);
    assert_eq!(get(&site, &file, &reader).await.status, 200);
    assert_eq!(get(&site, &file, &stranger).await.status, 404);
    // Whoever has the paper checks it.
    let check = path_in(&address_on(&served));
    let hash = sha256(&served);
    let checked = site.send(Request::get(&check), Vec::new(), None).await;
    assert_eq!(checked.status, 200);
    for told in ["真实有效", "道县商务局", "立案（不予立案）审批表", "道商罚立〔2026〕1号", hash.as_str()]
    {
        assert!(checked.body.contains(told), "{told}: {}", checked.body);
    }
    // The heading of the list is number and party of the case: neither is told to anybody.
    let heading = page.split_once("<small>").and_then(|(_, rest)| rest.split_once("</small>"));
    let (number, party) = heading.and_then(|(both, _)| both.split_once(' ')).expect("number and party");
    assert!(!checked.body.contains(number) && !checked.body.contains(party), "{}", checked.body);
    let wrong = check.replace(&check[check.len() - 4..], "0000");
    assert_eq!(site.send(Request::get(&wrong), Vec::new(), None).await.status, 404);
    // Printed, back, and out of the list of those that are not back.
    let id = file.rsplit('/').nth(1).expect("an id").to_owned();
    let out = async || get(&site, "/_/papers/daoxian", &reader).await.body;
    assert!(out().await.contains("道商罚立〔2026〕1号"));
    let printed = sends(&site, &list, &[("act", "printed"), ("paper", &id)], &officer).await;
    assert_eq!(printed.status, 303);
    assert!(out().await.contains("待签章"));
    let back =
        async |on: &str| sends(&site, &list, &[("act", "back"), ("paper", &id), ("on", on)], &officer).await;
    for wrong in ["", "2000-01-01", "2199-01-01", "x"] {
        let again = back(wrong).await;
        assert!(again.status == 422 && again.body.contains("role=\"alert\""), "{wrong}: {again:?}");
    }
    let today = site.database.store.clock().now().day().to_string();
    assert_eq!(back(&today).await.status, 303);
    assert!(!out().await.contains("道商罚立〔2026〕1号"));
    // Void: whoever may do the step, with a reason; what was typed stays.
    let head = site.sign_in("dx-head").await;
    let void = async |reason: &str, by: &str| {
        sends(&site, &list, &[("act", "void"), ("paper", &id), ("reason", reason)], by).await
    };
    assert_eq!(void("漏页", &officer).await.status, 403, "the filing is the head's");
    let long = "漏".repeat(201);
    let again = void(&long, &head).await;
    assert!(again.status == 422 && again.body.contains(&long), "{again:?}");
    assert_eq!(void("漏页", &head).await.status, 303);
    let checked = site.send(Request::get(&check), Vec::new(), None).await;
    assert!(checked.body.contains("已作废") && !checked.body.contains("漏页"), "{}", checked.body);
    // The number is never used again.
    assert_eq!(sends(&site, &list, &issue, &officer).await.status, 303);
    let page = get(&site, &list, &officer).await.body;
    assert!(page.contains("道商罚立〔2026〕2号") && page.contains("漏页"), "{page}");
}

#[tokio::test]
async fn a_paper_of_another_act_keeps_its_number_and_is_not_void_while_the_act_stands() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let officer = site.sign_in("dx-officer1").await;
    let (list, word) = makeable(&site, "D26", &officer).await;
    assert_eq!(sends(&site, &list, &[("act", "issue"), ("paper", &word)], &officer).await.status, 303);
    let copies = copies(&get(&site, &list, &officer).await.body);
    assert_eq!(copies.len(), 2, "one for the file, one for the party: {copies:?}");
    let (file, party) = (site.bytes(&copies[0], &officer).await, site.bytes(&copies[1], &officer).await);
    assert_ne!(file, party);
    assert_eq!(address_on(&file), address_on(&party));
    let id = copies[0].rsplit('/').nth(1).expect("an id").to_owned();
    let head = site.sign_in("dx-head").await;
    let void = sends(&site, &list, &[("act", "void"), ("paper", &id), ("reason", "漏页")], &head).await;
    assert!(void.status == 422 && void.body.contains("文号属于仍然有效的办案步骤"), "{void:?}");
}

#[tokio::test]
async fn what_is_internal_has_no_copy_for_the_party() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let reader = site.sign_in("dx-reader").await;
    let ready = ready(&site, &reader).await;
    for (kind, status) in [("D16", 404), ("D17", 404), ("D02", 404), ("D38", 404), ("D26", 200), ("D18", 200)]
    {
        let to = ready.iter().find(|to| to.contains(&format!("/{kind}-"))).expect("a paper");
        let to = to.split('?').next().expect("a path");
        assert_eq!(get(&site, &format!("{to}?copy=party"), &reader).await.status, status, "{kind}");
    }
}
