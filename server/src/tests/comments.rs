//! Comments and saved views through the router: sent twice, sent wrong, and looked for by the city.

use super::fill::last_of;
use super::site::{Answer, FORM, TestSite};
use http::{Request, header};
use rstest::rstest;
use store::Engine;

/// Never a word of the demo or of the interface.
const WORDS: &str = "獬豸<b>之言</b>";

async fn get(site: &TestSite, to: &str, cookie: &str) -> Answer {
    site.send(Request::get(to).header(header::ACCEPT, "text/html"), Vec::new(), Some(cookie)).await
}

async fn send(site: &TestSite, to: &str, pairs: &[(&str, &str)], cookie: &str) -> Answer {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(pairs);
    let request = Request::post(to).header(header::CONTENT_TYPE, FORM).header(header::ACCEPT, "text/html");
    site.send(request, body.finish().into_bytes(), Some(cookie)).await
}

/// How often a word stands in the rows of a table of 道县.
async fn count(site: &TestSite, table: &str, word: &str) -> usize {
    let contents = site.database.contents().await;
    let rows = contents.into_iter().filter(|(name, _)| name.starts_with(&format!("{table} of ")));
    rows.flat_map(|(_, rows)| rows).filter(|row| row.contains(word)).count()
}

async fn case(site: &TestSite) -> String {
    let ids = site.database.ids("daoxian", "case").await;
    ids.first().expect("a case of 道县").to_string()
}

#[rstest]
#[tokio::test]
async fn a_comment_is_written_once_however_often_it_is_sent(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let site = TestSite::demo(engine).await;
    let (officer, case) = (site.sign_in("dx-officer1").await, case(&site).await);
    let head = site.database.store.person("dx-head").await.expect("the head").to_string();
    let mention = format!("form[mention_{head}]");
    let token = store::token::fresh().to_string();
    let form = [
        ("bureau", "daoxian"),
        ("case", &case),
        ("form[comment]", WORDS),
        (&mention, "yes"),
        ("form[token]", &token),
    ];
    let first = send(&site, "/_/api/comment", &form, &officer).await;
    let here = format!("/daoxian/cases/{case}");
    assert!(first.location.starts_with(&format!("{here}?done=commented#comment-")), "{first:?}");
    let again = send(&site, "/_/api/comment", &form, &officer).await;
    assert_eq!(again.location, first.location);
    assert_eq!(count(&site, "case_comment", "獬豸").await, 1);
    let page = get(&site, &format!("{here}?done=commented"), &officer).await;
    assert!(page.body.contains("獬豸&lt;b&gt;之言") && page.body.contains("不入卷"));

    let city = site.sign_in("yz-supervisor").await;
    let asked = [
        ("bureau", "yongzhou"),
        ("form[county]", "daoxian"),
        ("form[reason]", "figures"),
        ("form[length]", "15"),
        ("form[purpose]", "核实办结案件数"),
        ("form[token]", &store::token::fresh().to_string()),
    ];
    let begun = send(&site, "/_/api/begin-visit", &asked, &city).await;
    let (visit, comment) = (last_of(&begun), first.location.split_once("comment-").expect("an id").1);
    let there = format!("/yongzhou/visits/{visit}/cases/{case}");
    for page in [there.clone(), format!("{there}?until={comment}&done=commented")] {
        let seen = get(&site, &page, &city).await;
        assert_eq!(seen.status, 200, "{seen:?}");
        assert!(!seen.body.contains("獬豸") && !seen.body.contains("不入卷"));
    }
}

#[tokio::test]
async fn what_cannot_be_taken_comes_back_as_it_was_typed() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let (officer, case) = (site.sign_in("dx-officer1").await, case(&site).await);
    let long = "长".repeat(2_001);
    for (text, message) in [("", "请填写评论内容"), (long.as_str(), "2001"), ("a\u{7}b", "控制字符")]
    {
        let token = store::token::fresh().to_string();
        let form = [("bureau", "daoxian"), ("case", &case), ("form[comment]", text), ("form[token]", &token)];
        let back = send(&site, "/_/api/comment", &form, &officer).await;
        let to = back.location.strip_suffix("#comments").unwrap_or_else(|| panic!("{back:?}"));
        let page = get(&site, to, &officer).await;
        assert!(page.body.contains(message) && page.body.contains(text), "{message}");
    }
    let admin = site.database.store.person("dx-admin").await.expect("the administrator").to_string();
    let mention = format!("form[mention_{admin}]");
    let token = store::token::fresh().to_string();
    let form = [
        ("bureau", "daoxian"),
        ("case", &case),
        ("form[comment]", "请看"),
        (&mention, "yes"),
        ("form[token]", &token),
    ];
    let back = send(&site, "/_/api/comment", &form, &officer).await;
    let page = get(&site, back.location.trim_end_matches("#comments"), &officer).await;
    assert!(page.body.contains("有一位同事现在不能看这件案件"), "an administrator reads no case");
    assert_eq!(count(&site, "case_comment", "请看").await, 0);
}

#[rstest]
#[tokio::test]
async fn a_view_is_kept_once_and_shown_above_its_list(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let site = TestSite::demo(engine).await;
    let reader = site.sign_in("dx-reader").await;
    let token = store::token::fresh().to_string();
    let form = [
        ("bureau", "daoxian"),
        ("page", "cases"),
        ("query", "stage=closed&after=2026-11-25_x&evil=1"),
        ("form[name]", "<b>已结案</b>"),
        ("form[token]", &token),
    ];
    let kept = send(&site, "/_/api/save-view", &form, &reader).await;
    assert_eq!(kept.location, "/daoxian/cases?stage=closed");
    assert_eq!(send(&site, "/_/api/save-view", &form, &reader).await.location, kept.location);
    assert_eq!(count(&site, "saved_view", "已结案").await, 1);
    let list = get(&site, &kept.location, &reader).await;
    let link = "<a href=\"/daoxian/cases?stage=closed\" aria-current=\"true\" class=\"btn\">&lt;b&gt;已结案";
    assert!(list.body.contains(link));
    let other = get(&site, "/daoxian/cases?stage=closed", &site.sign_in("dx-chief").await).await;
    assert!(!other.body.contains("已结案&"), "a colleague's own list");
    let token = store::token::fresh().to_string();
    let private = [
        ("bureau", "daoxian"),
        ("page", "cases"),
        ("query", "q=13907461234"),
        ("form[name]", "电话"),
        ("form[token]", &token),
    ];
    let refused = send(&site, "/_/api/save-view", &private, &reader).await;
    assert!(
        !refused.location.contains("139") && refused.location.starts_with("/daoxian/views?"),
        "{refused:?}"
    );
    assert_eq!(count(&site, "saved_view", "13907461234").await, 0);
}
