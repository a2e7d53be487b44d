//! What stands around every page for whoever does not know on: whom to ask, the help, and the palette.

use super::site::{Answer, TestSite};
use http::{Request, header};
use store::{Bureau, Engine};

async fn open(site: &TestSite, to: &str, cookie: Option<&str>) -> Answer {
    site.send(Request::get(to).header(header::ACCEPT, "text/html"), Vec::new(), cookie).await
}

/// Gives a bureau the telephone that its settings may hold, by its administrator.
async fn phone(site: &TestSite, slug: &str, administrator: &str, phone: &str) {
    let cookie = site.sign_in(administrator).await;
    let (_, token) = cookie.split_once('=').expect("a session");
    let session = site.database.store.session(token).await.expect("a store").expect("signed in");
    let mut store = session.bureau_write(slug).await.expect("a bureau");
    let changed = Bureau { phone: phone.to_owned(), address: "门前".to_owned(), ..store.bureau().clone() };
    store.change_bureau(&changed).await.expect("changed");
    store.commit().await.expect("kept");
}

#[tokio::test]
async fn closed_doors_say_whom_to_ask_and_not_who_has_an_account() {
    let site = TestSite::demo(Engine::Sqlite).await;
    phone(&site, "daoxian", "dx-admin", "0746-1111111").await;
    phone(&site, "yongzhou", "yz-admin", "0746-2222222").await;
    let reader = site.sign_in("dx-reader").await;
    let nobody = uuid::Uuid::nil();
    for (to, status) in [
        ("/daoxian/establishments/new".to_owned(), 403),
        (format!("/daoxian/cases/{nobody}"), 404),
        ("/jianghua".to_owned(), 404),
        ("/no/such/page/at/all".to_owned(), 404),
        ("/_/help/act/none".to_owned(), 404),
    ] {
        let answer = open(&site, &to, Some(&reader)).await;
        assert_eq!(answer.status, status, "{to}");
        assert!(
            answer.body.contains("门前") && answer.body.contains("0746-1111111"),
            "{to}: {}",
            answer.body
        );
        assert!(!answer.body.contains("0746-2222222"), "{to}");
    }
    for to in ["/_/sign-in?next=%2Fdaoxian", "/_/sign-in?problem=wrong&next=%2F", "/_/help"] {
        let answer = open(&site, to, None).await;
        assert!(answer.body.contains("0746-2222222") && !answer.body.contains("0746-1111111"), "{to}");
    }
}

#[tokio::test]
async fn small_documents_look_as_the_person_has_chosen() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let plain = open(&site, "/_/help/role/officer", None).await;
    assert!(plain.body.contains("<html lang=\"zh-CN\">"), "{}", plain.body);
    let cookie = "xiaoxiang-theme=dark; xiaoxiang-size=large; xiaoxiang-lang=en";
    let chosen = open(&site, "/_/help/role/officer", Some(cookie)).await;
    assert!(
        chosen.body.contains("<html lang=\"en\" data-theme=\"dark\" data-size=\"large\">"),
        "{}",
        chosen.body
    );
    assert!(chosen.body.contains("An ordinary case"), "{}", chosen.body);
    let page = open(&site, "/_/sign-in", Some(cookie)).await;
    assert!(page.body.contains("data-size=\"large\""), "{}", page.body);
    let forged = open(&site, "/_/help", Some("xiaoxiang-size=\"><script>")).await;
    assert!(!forged.body.contains("<script>") && !forged.body.contains("data-size"), "{}", forged.body);
}

#[tokio::test]
async fn the_help_of_a_page_is_that_of_the_role_which_one_holds_there() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let officer = site.sign_in("dx-officer1").await;
    let here = |page: &str| format!("/_/help?page={}", app::path::encode(page));
    for (page, cookie, to) in [
        ("/daoxian/cases/1", Some(officer.as_str()), "/_/help/role/officer"),
        ("/daoxian/cases/1/do/serve?party=2", Some(officer.as_str()), "/_/help/act/serve"),
        ("/jianghua/cases/1", Some(officer.as_str()), "/_/help"),
        ("/daoxian", None, "/_/help"),
        ("https://evil.example/", None, "/_/help"),
    ] {
        let answer = open(&site, &here(page), cookie).await;
        assert_eq!((answer.status, answer.location.as_str()), (303, to), "{page}");
    }
    // What an address names reaches no place where it would be markup.
    let evil = open(&site, "/_/help?q=%22%3E%3Cscript%3E", None).await;
    assert!(evil.status == 200 && !evil.body.contains("<script>"), "{}", evil.body);
}

#[tokio::test]
async fn the_palette_offers_what_one_may_open_and_nothing_of_another_bureau() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let officer = site.sign_in("dx-officer1").await;
    let admin = site.sign_in("dx-admin").await;
    let at = |page: &str| format!("/_/palette?page={}", app::path::encode(page));
    let offered = open(&site, &at("/daoxian"), Some(&officer)).await;
    assert!(offered.body.contains("data-to=\"/daoxian/cases\""), "{}", offered.body);
    assert!(offered.body.contains("jisuanqi") && offered.body.contains("qxjsq"), "{}", offered.body);
    assert!(!offered.body.contains("/daoxian/members"), "{}", offered.body);
    let offered = open(&site, &at("/daoxian"), Some(&admin)).await;
    assert!(
        offered.body.contains("/daoxian/members") && !offered.body.contains("data-to=\"/daoxian/cases\"")
    );
    assert_eq!(open(&site, &at("/jianghua/cases"), Some(&officer)).await.status, 404);
    assert!(open(&site, &at("/daoxian"), None).await.is_sign_in());
    let list = open(&site, "/jianghua/cases", Some(&site.sign_in("jh-officer1").await)).await;
    let (_, rest) = list.body.split_once("href=\"/jianghua/cases/0").expect("a case of another bureau");
    let theirs = format!("0{}", rest.split('"').next().expect("its id"));
    let other = open(&site, &at(&format!("/daoxian/cases/{theirs}")), Some(&officer)).await;
    assert!(other.status == 200 && !other.body.contains("/do/"), "{}", other.body);
}
