//! What happens to a form that is sent after its session has ended.

use super::site::{Answer, FORM, TestSite};
use http::{Request, header};
use store::Engine;

const CLUE: &str = "bureau=daoxian&case=&act=register_clue&party=&form%5Bentry%5D=&form%5Bsource%5D=report\
    &form%5Bsuspicion%5D=%E7%A7%81%E5%AE%B0%22%3E%0A%E7%AC%AC%E4%BA%8C%E8%A1%8C&form%5Bplace%5D=%E9%81%93%E5%B7%9E\
    &form%5Bon%5D=2026-11-23&form%5Btoken%5D=01900000-0000-7000-8000-000000000004";

async fn send(site: &TestSite, to: &str, body: &str, cookie: Option<&str>) -> Answer {
    let request = Request::post(to).header(header::CONTENT_TYPE, FORM).header(header::ACCEPT, "text/html");
    site.send(request, body.as_bytes().to_vec(), cookie).await
}

fn carried(password: &str, to: &str) -> String {
    let encode = app::path::encode;
    format!(
        "name=dx-officer1&password={}&kept_to={}&kept_body={}",
        encode(password),
        encode(to),
        encode(CLUE)
    )
}

#[tokio::test]
async fn a_form_sent_after_its_session_ended_goes_on_after_signing_in_again() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let ended = send(&site, "/_/api/case-act", CLUE, None).await;
    assert_eq!(ended.status, 401, "{ended:?}");
    assert!(ended.body.contains("%E7%A7%81%E5%AE%B0"), "what was typed stays: {ended:?}");

    let wrong = send(&site, "/_/sign-in", &carried("not-it", "/_/api/case-act"), None).await;
    assert_eq!(wrong.status, 401, "{wrong:?}");
    assert!(wrong.body.contains("%E7%A7%81%E5%AE%B0") && wrong.body.contains("dx-officer1"), "{wrong:?}");

    let password = store::demo::PASSWORD;
    let signed_in = send(&site, "/_/sign-in", &carried(password, "/_/api/case-act"), None).await;
    assert_eq!(signed_in.status, 200, "{signed_in:?}");
    let kept = "name=\"form[suspicion]\" value=\"私宰&quot;&gt;\n第二行\"";
    assert!(signed_in.body.contains(kept), "{signed_in:?}");

    let cookie = site.sign_in("dx-officer1").await;
    let done = send(&site, "/_/api/case-act", CLUE, Some(&cookie)).await;
    assert_eq!(done.status, 303, "{done:?}");
    assert!(done.location.ends_with("?done=done"), "{done:?}");
}

#[tokio::test]
async fn a_sign_in_carries_a_form_to_no_other_place() {
    let site = TestSite::demo(Engine::Sqlite).await;
    for to in ["/_/sign-out", "https://evil.example/", "/_/files/daoxian/x"] {
        let answer = send(&site, "/_/sign-in", &carried(store::demo::PASSWORD, to), None).await;
        assert_eq!((answer.status, answer.location.as_str()), (303, "/"), "{to}: {answer:?}");
    }
}
