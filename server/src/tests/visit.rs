//! Visits as the city's and the county's people meet them, and everything that a visit must not open.

use super::door::{Door, For, doors};
use super::fill::last_of;
use super::leak::{CANARY, Twins, rows, twins};
use super::site::{Answer, FORM, TestSite, Values};
use domain::visit::Looked;
use http::{Request, header};
use rstest::rstest;
use std::collections::BTreeSet;
use store::Engine;

const PURPOSE: &str = "核实<b>十月</b>办结案件数";

async fn get(site: &TestSite, to: &str, cookie: &str) -> Answer {
    site.send(Request::get(to).header(header::ACCEPT, "text/html"), Vec::new(), Some(cookie)).await
}

async fn post(site: &TestSite, to: &str, form: &[(&str, &str)], cookie: &str) -> Answer {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(form);
    let request = Request::post(to).header(header::CONTENT_TYPE, FORM).header(header::ACCEPT, "text/html");
    site.send(request, body.finish().into_bytes(), Some(cookie)).await
}

/// The form that begins a visit into 道县.
fn asked<'a>(
    reason: &'a str,
    purpose: &'a str,
    next: &'a str,
    token: &'a str,
) -> [(&'static str, &'a str); 7] {
    [
        ("bureau", "yongzhou"),
        ("form[county]", "daoxian"),
        ("form[reason]", reason),
        ("form[length]", "30"),
        ("form[purpose]", purpose),
        ("form[next]", next),
        ("form[token]", token),
    ]
}

#[rstest]
#[tokio::test]
async fn a_visit_asks_for_a_reason_and_stands_in_the_countys_log_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let site = TestSite::demo(engine).await;
    let (visitor, officer) = (site.sign_in("yz-supervisor").await, site.sign_in("dx-officer1").await);
    let form = get(&site, "/yongzhou/visits/new?county=daoxian&next=cases%3Fstage%3Dclosed", &visitor).await;
    assert!(form.body.contains("cases?stage=closed"), "{}", form.body);
    let token = "01900000-0000-7000-8000-0000000000c1";
    let vain = asked("", PURPOSE, "cases?stage=closed", token);
    let refused = post(&site, "/_/api/begin-visit", &vain, &visitor).await;
    assert!(refused.location.starts_with("/yongzhou/visits/new?draft="), "{refused:?}");
    let again = get(&site, &refused.location, &visitor).await;
    assert!(again.body.contains("请选择调阅事由"), "{}", again.body);
    for kept in ["核实&lt;b&gt;十月&lt;/b&gt;办结案件数", "cases?stage=closed", "value=\"daoxian\" selected"]
    {
        assert!(again.body.contains(kept), "{kept} is kept: {}", again.body);
    }
    let short = post(&site, "/_/api/begin-visit", &asked("figures", "看看", "", token), &visitor).await;
    let short = get(&site, &short.location, &visitor).await;
    assert!(short.body.contains("调阅说明至少 5 个字"), "{}", short.body);

    let good = asked("figures", PURPOSE, "cases?stage=closed", token);
    let begun = post(&site, "/_/api/begin-visit", &good, &visitor).await;
    let twice = post(&site, "/_/api/begin-visit", &good, &visitor).await;
    assert_eq!(twice.location, begun.location, "sent twice, begun once");
    let visit = begun.location.strip_suffix("/cases?stage=closed").expect("into the list").to_owned();
    let list = get(&site, &begun.location, &visitor).await;
    assert_eq!(list.status, 200, "{list:?}");
    for said in ["正在调阅", "道县", "只读", "剩 30 分钟", "至 10:30", "结束调阅"] {
        assert!(list.body.contains(said), "{said}: {}", list.body);
    }
    for absent in ["登记线索", "/daoxian/", "href=\"/yongzhou/cases", "role=\"search\" class=\"find\""] {
        assert!(!list.body.contains(absent), "{absent}: {}", list.body);
    }
    let (case, number) = first_case(&site, &list.body, &visit, &visitor).await;
    let log = get(&site, "/daoxian/visits", &officer).await;
    assert!(log.body.contains("统计数据核实") && log.body.contains("进行中"), "{}", log.body);
    let id = visit.rsplit('/').next().expect("an id");
    let log = get(&site, &format!("/daoxian/visits/{id}"), &officer).await;
    for said in [number.as_str(), &format!("/daoxian/cases/{case}"), "阶段：结案", "核实&lt;b&gt;十月"]
    {
        assert!(log.body.contains(said), "{said}: {}", log.body);
    }
    let again = get(&site, "/yongzhou/visits/new?county=daoxian&next=classes", &visitor).await;
    assert!(again.body.contains(&format!("href=\"{visit}/classes\"")), "one can go on: {}", again.body);
    let number_asked = [("to", format!("{visit}/cases")), ("q", "13907461234".to_owned())];
    let number_asked: Vec<_> = number_asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = post(&site, &format!("/_/find{visit}"), &number_asked, &visitor).await;
    assert!(refused.status == 422 && refused.body.contains("不能按证件号码或电话查找"), "{refused:?}");
    let refused = get(&site, &format!("{visit}/trainees?form%5Bq%5D=13907461234"), &visitor).await;
    assert!(refused.status == 422 && refused.body.contains("不能按证件号码或电话查找"), "{refused:?}");

    let end = [("bureau", "yongzhou"), ("visit", id)];
    let ended = post(&site, "/_/api/end-visit", &end, &visitor).await;
    assert_eq!((ended.status, ended.location), (303, format!("{visit}?done=ended")));
    let over = get(&site, &format!("{visit}/cases/{case}"), &visitor).await;
    assert!(
        over.status == 404 && over.body.contains("调阅已结束") && over.body.contains("再次调阅"),
        "{over:?}"
    );
    assert!(!over.body.contains(&number), "{}", over.body);
    let own = get(&site, &visit, &visitor).await;
    assert!(own.status == 200 && own.body.contains(&number), "what was opened stays told: {own:?}");
    let log = get(&site, "/daoxian/visits", &officer).await;
    assert!(log.body.contains("已结束") && !log.body.contains("进行中"), "{}", log.body);
}

/// Opens the first case of a list; its id and number.
async fn first_case(site: &TestSite, list: &str, visit: &str, cookie: &str) -> (String, String) {
    let link = format!("href=\"{visit}/cases/");
    let case = list.split_once(&link).and_then(|(_, rest)| rest.get(..36)).expect("a case").to_owned();
    let page = get(site, &format!("{visit}/cases/{case}"), cookie).await;
    assert_eq!(page.status, 200, "{page:?}");
    for absent in
        ["证件号码和电话", "/do/", "/contact/", "case-take-back", "proposal-verdict", "不入卷", "常用视图"]
    {
        assert!(!page.body.contains(absent), "{absent}: {}", page.body);
    }
    let number = page.body.split_once("aria-current=\"page\">").map(|(_, rest)| rest.split('<').next());
    (case, number.flatten().expect("a number").to_owned())
}

/// Whether a visit opens this door: a reading call or page of the closed list.
fn is_opened(door: &Door) -> bool {
    let read = ["/_/api/case-list", "/_/api/case-page", "/_/api/establishments", "/_/api/establishment"];
    let page = door.form.split("page=").nth(1).map(|rest| rest.split('&').next().unwrap_or(""));
    let page = page.unwrap_or("").replace("%2F", "/");
    let nil = uuid::Uuid::nil().to_string();
    let page = page.split('/').map(|part| if part.starts_with('{') { &nil } else { part });
    let page = page.collect::<Vec<_>>().join("/");
    match door.route {
        // The frame, and the commands that its menu is made of.
        "/_/api/frame" | "/_/palette" => true,
        "/_/api/training" => Looked::at(&page).is_some(),
        route => read.contains(&route),
    }
}

/// The doors of a bureau's own, where a visit may be named instead.
fn at_a_bureau() -> impl Iterator<Item = &'static Door> {
    let of_a_bureau = |door: &&Door| !matches!(door.whom, For::Everybody | For::SignedIn);
    let of_visits = |door: &Door| door.route.contains("/visits") || door.form.contains("%2Fvisits%2F");
    doors().filter(of_a_bureau).filter(move |door| !of_visits(door))
}

/// Every door, asked with the visit where its bureau should stand and with good values of the visited county.
async fn opened(twins: &Twins, visit: &str, cookie: &str, own: &Values) -> BTreeSet<String> {
    let mut opened = BTreeSet::new();
    let mut values = own.clone();
    values.insert("bureau", format!("yongzhou/visits/{visit}"));
    for door in at_a_bureau() {
        let answer = twins.site.knock(door, &values, Some(cookie)).await;
        assert!(answer.status < 500, "{door:?}: {answer:?}");
        assert!(!answer.body.contains(CANARY), "{door:?}: {}", answer.body);
        if answer.status < 400 {
            opened.insert(format!("{} {}", door.to, door.form));
        }
    }
    opened
}

#[rstest]
#[tokio::test]
async fn a_visit_opens_the_listed_records_of_its_county_and_nothing_else(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let twins = twins(engine).await;
    let site = &twins.site;
    let visitor = site.sign_in("yz-supervisor").await;
    let token = "01900000-0000-7000-8000-0000000000c2";
    let begun = post(site, "/_/api/begin-visit", &asked("figures", PURPOSE, "", token), &visitor).await;
    let visit = last_of(&begun).to_owned();
    let before = rows(site).await;
    let open = opened(&twins, &visit, &visitor, &twins.own).await;
    let expected = at_a_bureau().filter(|door| is_opened(door));
    let expected: BTreeSet<String> = expected.map(|door| format!("{} {}", door.to, door.form)).collect();
    assert_eq!(open, expected);
    assert!(open.len() > 10, "{open:#?}");
    let after = rows(site).await;
    let changed = after.iter().filter(|(table, rows)| before.get(*table) != Some(rows));
    let changed: Vec<_> = changed.map(|(table, _)| table.split(' ').next().unwrap_or_default()).collect();
    assert_eq!(
        changed,
        ["audit", "audit_head", "audit_payload", "visit_look"],
        "nothing but its log is written"
    );
    only_its_county_while_it_is_open(&twins, &visit, &visitor).await;
}

/// 江华's ids through 道县's visit, another's visit, and a visit that has ended.
async fn only_its_county_while_it_is_open(twins: &Twins, visit: &str, visitor: &str) {
    let site = &twins.site;
    let own = format!("/yongzhou/visits/{visit}");
    let pages = [
        ("cases", "case"),
        ("establishments", "establishment"),
        ("programmes", "programme"),
        ("classes", "class"),
        ("enrolments", "enrolment"),
        ("trainees", "trainee"),
        ("certificates", "certificate"),
    ];
    for (folder, mark) in pages {
        let ours = get(site, &format!("{own}/{folder}/{}", twins.own[mark]), visitor).await;
        assert_eq!(ours.status, 200, "{folder}: {ours:?}");
        assert!(!ours.body.contains(CANARY) && !ours.body.contains("/do/"), "{folder}: {}", ours.body);
        let foreign = twins.foreign[mark].first().expect("a row of 江华");
        let theirs = get(site, &format!("{own}/{folder}/{foreign}"), visitor).await;
        assert_eq!(theirs.status, 404, "{folder}: {theirs:?}");
        assert!(!theirs.body.contains(CANARY), "{folder}: {}", theirs.body);
    }
    let hidden = format!("/yongzhou%2Fvisits%2F{visit}/cases");
    assert_eq!(get(site, &hidden, visitor).await.status, 404, "no page without its bar");
    let stranger = site.sign_in("jh-officer1").await;
    let analyst = site.sign_in("yz-analyst").await;
    for (cookie, status) in [(&stranger, 404), (&analyst, 403)] {
        for page in ["cases", "trainees"] {
            assert_eq!(get(site, &format!("{own}/{page}"), cookie).await.status, status, "{page}");
        }
    }
    let end = [("bureau", "yongzhou"), ("visit", visit)];
    assert_eq!(post(site, "/_/api/end-visit", &end, visitor).await.status, 303);
    let left = opened(twins, visit, visitor, &twins.own).await;
    assert!(
        left.iter().all(|door| door.starts_with("/_/api/frame") || door.starts_with("/_/palette")),
        "{left:#?}"
    );
    for (folder, mark) in pages {
        let over = get(site, &format!("{own}/{folder}/{}", twins.own[mark]), visitor).await;
        assert!(over.status == 404 && over.body.contains("调阅已结束"), "{folder}: {over:?}");
    }
}
