//! The papers of a case through the router: who sees them, what they lack, and that they print.

use super::site::{Answer, TestSite};
use http::{Request, header};
use store::{Bureau, Engine};

async fn get(site: &TestSite, to: &str, cookie: &str) -> Answer {
    site.send(Request::get(to).header(header::ACCEPT, "text/html"), Vec::new(), Some(cookie)).await
}

/// The links of a page that lead to papers.
fn previews(page: &str) -> Vec<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|to| to.ends_with(".pdf")).map(ToOwned::to_owned).collect()
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
        assert_eq!(get(&site, &format!("{to}?copy=party"), &reader).await.status, 200);
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
    let store = session.bureau_write("daoxian").await.expect("a bureau");
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
