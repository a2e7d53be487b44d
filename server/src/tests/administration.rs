//! A bureau laid by the city, its first administrator, and the first password that must go before anything else.

use super::site::{Answer, FORM, TestSite};
use http::{Request, header};
use rstest::rstest;
use store::Engine;

const CALL: &str = "application/json";
const PAGE: &str = "text/html";

async fn get(site: &TestSite, to: &str, cookie: &str) -> Answer {
    site.send(Request::get(to).header(header::ACCEPT, PAGE), Vec::new(), Some(cookie)).await
}

async fn post(
    site: &TestSite,
    to: &str,
    accept: &str,
    form: &[(&str, &str)],
    cookie: Option<&str>,
) -> Answer {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(form);
    let request = Request::post(to).header(header::CONTENT_TYPE, FORM).header(header::ACCEPT, accept);
    site.send(request, body.finish().into_bytes(), cookie).await
}

/// The one-time password of a slip.
fn password_of(slip: &Answer) -> String {
    assert_eq!((slip.status, slip.location.as_str()), (200, ""), "{slip:?}");
    let password = slip.body.split_once("<code>").and_then(|(_, rest)| rest.split_once("</code>"));
    password.expect("a password").0.to_owned()
}

const ZONE: &[(&str, &str)] = &[
    ("form[slug]", "jindong"),
    ("form[parent]", "yongzhou"),
    ("form[full_name]", "永州市金洞管理区商务局"),
    ("form[short_name]", "金洞商务局"),
    ("form[number_prefix]", "金商"),
    ("form[government]", "永州市人民政府"),
    ("form[court]", "祁阳市人民法院"),
    ("form[work_number]", "jd-admin"),
    ("form[name]", "奉立新"),
    ("form[token]", "01900000-0000-7000-8000-0000000000a1"),
];

#[rstest]
#[tokio::test]
async fn a_laid_bureaus_administrator_signs_in_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let site = TestSite::demo(engine).await;
    let city = site.sign_in("yz-cityadmin").await;
    let reserved: Vec<_> =
        ZONE.iter().map(|(name, value)| (*name, if *value == "jindong" { "api" } else { *value })).collect();
    let refused = post(&site, "/_/administration/yongzhou/bureaus", PAGE, &reserved, Some(&city)).await;
    assert!(refused.location.starts_with("/yongzhou/bureaus/new?draft="), "{refused:?}");
    let again = get(&site, &refused.location, &city).await;
    assert!(again.body.contains("由系统保留"), "{}", again.body);

    let slip = post(&site, "/_/administration/yongzhou/bureaus", PAGE, ZONE, Some(&city)).await;
    let password = password_of(&slip);
    let repeat = post(&site, "/_/administration/yongzhou/bureaus", PAGE, ZONE, Some(&city)).await;
    assert_eq!((repeat.status, repeat.location.as_str()), (303, "/yongzhou/bureaus?done=sent"));
    let list = get(&site, "/yongzhou/bureaus", &city).await;
    assert!(list.body.contains("永州市金洞管理区商务局") && !list.body.contains(&password), "{}", list.body);

    let admin = site.sign_in_with("jd-admin", &password).await;
    must_change_first(&site, &admin).await;
    let changed = post(
        &site,
        "/_/password",
        PAGE,
        &[
            ("form[now]", &password),
            ("form[new]", "金洞管理区的新密码"),
            ("form[again]", "金洞管理区的新密码"),
        ],
        Some(&admin),
    )
    .await;
    assert!(changed.location.ends_with("problem=short"), "nine characters are not enough: {changed:?}");
    let new = "金洞管理区的新密码不外传";
    let form = [("form[now]", password.as_str()), ("form[new]", new), ("form[again]", new)];
    let changed = post(&site, "/_/password", PAGE, &form, Some(&admin)).await;
    assert!(changed.location.ends_with("problem=done"), "{changed:?}");

    let entry = get(&site, "/", &admin).await;
    assert_eq!((entry.status, entry.location.as_str()), (302, "/jindong"), "{entry:?}");
    let desk = get(&site, "/jindong", &admin).await;
    assert_eq!(desk.status, 200, "{desk:?}");
    assert!(desk.body.contains("金洞商务局") && desk.body.contains("/jindong/members"), "{}", desk.body);
    let members = get(&site, "/jindong/members", &admin).await;
    assert!(members.body.contains("奉立新") && members.body.contains("jd-admin"), "{}", members.body);
    assert_eq!(get(&site, "/jindong/cases", &admin).await.status, 403, "no case contents by this role alone");
    assert_eq!(get(&site, "/jindong/members", &city).await.status, 404, "the city looks into no bureau");
}

/// Every page, call and file leads to the password or is refused; what is needed for it stays open.
async fn must_change_first(site: &TestSite, cookie: &str) {
    for page in [
        "/",
        "/jindong",
        "/jindong/members",
        "/_/account/sessions",
        "/_/files/jindong/establishments/export.xlsx",
    ] {
        let answer = get(site, page, cookie).await;
        assert_eq!((answer.status, answer.location.as_str()), (303, "/_/account/password"), "{page}");
    }
    let calls = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned());
    for call in calls.filter(|call| !["/_/api/password-page", "/_/api/sign-in-page"].contains(&call.as_str()))
    {
        let answer = post(site, &call, CALL, &[], Some(cookie)).await;
        assert_eq!(answer.status, 403, "{call}: {answer:?}");
        assert!(answer.body.contains("Forbidden"), "{call}: {answer:?}");
        let form = post(site, &call, PAGE, &[], Some(cookie)).await;
        assert_eq!((form.status, form.location.as_str()), (303, "/_/account/password"), "{call}");
    }
    // The public side asks nobody who he is.
    let inside = |path: &str| path.contains("{bureau}") && !path.starts_with("/open");
    for route in crate::web::PLAIN_ROUTES.iter().filter(|route| inside(route.path)) {
        let request = Request::builder().method(route.method).uri(route.path.replace(['{', '}'], ""));
        let answer = site.send(request, Vec::new(), Some(cookie)).await;
        assert_eq!((answer.status, answer.location.as_str()), (303, "/_/account/password"), "{}", route.path);
    }
    let page = get(site, "/_/account/password", cookie).await;
    assert!(page.status == 200 && page.body.contains("初始密码"), "{page:?}");
    for (open, form) in [("/_/language", [("lang", "zh")]), ("/_/theme", [("theme", "dark")])] {
        let answer = post(site, open, PAGE, &form, Some(cookie)).await;
        assert_eq!((answer.status, answer.location.as_str()), (303, "/"), "{open}");
    }
    assert_eq!(get(site, "/_/icon.svg", cookie).await.status, 200);
}

#[tokio::test]
async fn a_slip_is_shown_once_and_only_for_whom_the_administrator_may() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let admin = site.sign_in("dx-admin").await;
    let member = |work_number: &'static str| {
        let database = &site.database;
        async move {
            let bureau = database.store.operate("daoxian").await.expect("the bureau");
            let members = bureau.members_ever().await.expect("members");
            members.into_iter().find(|one| one.work_number == work_number).expect("a member").id.to_string()
        }
    };
    let reader = site.sign_in("dx-reader").await;
    let to = format!("/_/administration/daoxian/members/{}/password", member("dx-reader").await);
    let token = [("form[token]", "01900000-0000-7000-8000-0000000000b1")];
    let password = password_of(&post(&site, &to, PAGE, &token, Some(&admin)).await);
    assert!(get(&site, "/daoxian", &reader).await.is_sign_in(), "the sessions ended");
    let reload = post(&site, &to, PAGE, &token, Some(&admin)).await;
    assert_eq!((reload.status, reload.location.as_str()), (303, "/daoxian/members?done=sent"));
    let cookie = site.sign_in_with("dx-reader", &password).await;
    assert_eq!(get(&site, "/daoxian", &cookie).await.location, "/_/account/password");

    // Lent to 江永, and oneself.
    for lent in ["dx-officer3", "dx-admin"] {
        let to = format!("/_/administration/daoxian/members/{}/password", member(lent).await);
        let token = [("form[token]", "01900000-0000-7000-8000-0000000000b2")];
        let refused = post(&site, &to, PAGE, &token, Some(&admin)).await;
        assert!(refused.status == 422 && !refused.body.contains("<code>"), "{lent}: {refused:?}");
    }
    let ended = post(&site, &to, PAGE, &token, None).await;
    assert!(ended.status == 401 && ended.body.contains("kept_to"), "{ended:?}");
}
