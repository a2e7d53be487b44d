//! The city's administration: powers given and ended, a year loaded into the calendar, and numbers set at the start.

use super::site::{Answer, FORM, TestSite, UPLOAD, upload};
use http::{Request, header};
use rstest::rstest;
use store::Engine;

const PAGE: &str = "text/html";
const NEXT: &str = "2027-01-01,holiday,元旦\n2027-01-02,makeup_workday,元旦\n2027-05-01,holiday,劳动节\n\
                    2027-10-01,holiday,国庆节\n2027-10-02,holiday,国庆节\n2027-10-03,holiday,国庆节\n";

impl TestSite {
    async fn page(&self, to: &str, cookie: &str) -> Answer {
        self.send(Request::get(to).header(header::ACCEPT, PAGE), Vec::new(), Some(cookie)).await
    }

    async fn form(&self, to: &str, form: &[(&str, &str)], cookie: &str) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(form);
        let request = Request::post(to).header(header::CONTENT_TYPE, FORM).header(header::ACCEPT, PAGE);
        self.send(request, body.finish().into_bytes(), Some(cookie)).await
    }

    /// Sends the lines of a year and answers the page that checked them: its address and what it shows.
    async fn checked(&self, year: &str, lines: &str, cookie: &str) -> (String, String) {
        let part = |name: &str, value: &str| {
            format!("--xx\r\ncontent-disposition: form-data; name=\"form[{name}]\"\r\n\r\n{value}\r\n")
        };
        let text = format!("date,kind,occasion\n{lines}");
        let body = part("basis", "国办发明电〔2026〕9号") + &part("text", &text) + "--xx--\r\n";
        self.received(year, body.into_bytes(), cookie).await
    }

    async fn received(&self, year: &str, body: Vec<u8>, cookie: &str) -> (String, String) {
        let to = format!("/_/administration/yongzhou/calendar/{year}");
        let kept = self.post(&to, UPLOAD, body, cookie).await;
        assert_eq!(kept.status, 303, "{kept:?}");
        let shown = self.page(&kept.location, cookie).await;
        (kept.location, shown.body)
    }

    async fn loaded(&self, year: &str, page: &str, token: &str, cookie: &str) -> Answer {
        let draft = page.split_once("draft=").map_or("", |(_, draft)| draft);
        let form = [("bureau", "yongzhou"), ("year", year), ("draft", draft), ("form[token]", token)];
        self.form("/_/api/load-calendar", &form, cookie).await
    }

    /// Loads 2026 again with one holiday more.
    pub async fn loads_a_holiday(&self, day: &str) {
        let cookie = self.sign_in("yz-cityadmin").await;
        let lines = store::rules::in_use().calendar.csv_of(2026);
        let lines = lines.split_once('\n').map_or("", |(_, lines)| lines);
        let (page, _) = self.checked("2026", &format!("{lines}{day},holiday,县庆\n"), &cookie).await;
        let done = self.loaded("2026", &page, "01900000-0000-7000-8000-0000000000c1", &cookie).await;
        assert_eq!(done.location, "/yongzhou/calendar/2026?done=loaded", "{done:?}");
    }
}

#[rstest]
#[tokio::test]
async fn a_year_is_checked_then_loaded_and_each_bureau_sees_what_moved_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let site = TestSite::demo(engine).await;
    let city = site.sign_in("yz-cityadmin").await;
    let (_, told) =
        site.checked("2027", "2027-01-04,makeup_workday,元旦\n2026-05-01,holiday,x\n", &city).await;
    assert!(told.contains("第 2 行") && told.contains("本来就是工作日"), "{told}");
    assert!(told.contains("第 3 行") && told.contains("不属于所填年份"), "{told}");
    assert!(told.contains("2027-01-04,makeup_workday,元旦") && !told.contains("并重算期限"), "{told}");
    let file = upload("2027.xlsx", b"PK\x03\x04").to_vec();
    let file = String::from_utf8_lossy(&file).replace("name=\"file\"", "name=\"form[file]\"");
    let (_, told) = site.received("2027", file.into_bytes(), &city).await;
    assert!(told.contains("另存为"), "{told}");

    let (page, told) = site.checked("2027", NEXT, &city).await;
    assert!(told.contains("载入 2027 年并重算期限") && told.contains("2027年1月2日 周六"), "{told}");
    let empty = site.page("/daoxian/calendar/2027", &site.sign_in("dx-reader").await).await;
    assert_eq!(empty.status, 404, "checked is not loaded");
    let token = "01900000-0000-7000-8000-0000000000c2";
    let done = site.loaded("2027", &page, token, &city).await;
    assert_eq!(done.location, "/yongzhou/calendar/2027?done=loaded", "{done:?}");
    let again = site.loaded("2027", &page, token, &city).await;
    assert_eq!(again.location, done.location, "sent twice, loaded once");
    let twice = site.loaded("2027", &page, "01900000-0000-7000-8000-0000000000c3", &city).await;
    let twice = site.page(&twice.location, &city).await;
    assert!(twice.body.contains("完全相同"), "{}", twice.body);

    let seen = site.page(&done.location, &city).await.body;
    assert!(seen.contains("各单位变动的期限") && !seen.contains("尚未重算"), "{seen}");
    assert!(!seen.contains("道商案"), "no contents by this power alone");
    let officer = site.sign_in("dx-officer1").await;
    let own = site.page("/daoxian/calendar/2027", &officer).await.body;
    assert!(own.contains("道商案") && own.contains("暂定") && own.contains("确定"), "{own}");
    assert!(!own.contains("各单位变动的期限"), "{own}");
    let counted = "/daoxian/calculator?form%5Bfrom%5D=2026-12-31&form%5Blength%5D=1&form%5Bunit%5D=working";
    let counted = site.page(counted, &officer).await.body;
    assert!(counted.contains("2027年1月2日"), "the calculator counts by it: {counted}");
}

#[rstest]
#[tokio::test]
async fn the_city_ends_an_industry_and_the_bureau_sees_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let site = TestSite::demo(engine).await;
    let city = site.sign_in("yz-cityadmin").await;
    let give = |from: &'static str, token: &'static str| {
        [
            ("bureau", "yongzhou"),
            ("slug", "daoxian"),
            ("act", "give"),
            ("form[industry]", "oil"),
            ("form[capacity]", "emergency"),
            ("form[level]", "county"),
            ("form[from]", from),
            ("form[basis]", "省政府决定第7号"),
            ("form[token]", token),
        ]
    };
    let form = give("2026-12-01", "01900000-0000-7000-8000-0000000000d1");
    let done = site.form("/_/api/change-powers", &form, &city).await;
    assert_eq!(done.location, "/yongzhou/bureaus/daoxian?done=power_give", "{done:?}");
    let form = give("2026-12-02", "01900000-0000-7000-8000-0000000000d2");
    let refused = site.form("/_/api/change-powers", &form, &city).await;
    let refused = site.page(&refused.location, &city).await.body;
    assert!(refused.contains("同级或更高级别") && refused.contains("省政府决定第7号"), "{refused}");
    let own = site.page("/daoxian/powers", &site.sign_in("dx-admin").await).await.body;
    assert!(own.contains("省政府决定第7号") && own.contains("尚未开始") && !own.contains("<select"), "{own}");
}

#[tokio::test]
async fn an_administrator_sets_the_last_number_once() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let admin = site.sign_in("dx-admin").await;
    let desk = site.page("/daoxian", &admin).await;
    assert!(desk.body.contains("开局清单 · 还有"), "{desk:?}");
    let set = |last: &'static str, token: &'static str| {
        [
            ("bureau", "daoxian"),
            ("form[word]", "罚决"),
            ("form[year]", "２０２４"),
            ("form[last]", last),
            ("form[reason]", "此前用纸质登记簿"),
            ("form[token]", token),
        ]
    };
    let wrong = set("三十七", "01900000-0000-7000-8000-0000000000e1");
    let wrong = site.form("/_/api/set-number", &wrong, &admin).await;
    let wrong = site.page(&wrong.location, &admin).await.body;
    assert!(wrong.contains("0 至 99999") && wrong.contains("此前用纸质登记簿"), "{wrong}");
    let right = set("37", "01900000-0000-7000-8000-0000000000e2");
    let right = site.form("/_/api/set-number", &right, &admin).await;
    assert_eq!(right.location, "/daoxian/start?done=number_set", "{right:?}");
    let shown = site.page("/daoxian/start", &admin).await.body;
    assert!(shown.contains("道商罚决〔2024〕38号") && shown.contains("1–37 纸质办理"), "{shown}");
    let again = set("40", "01900000-0000-7000-8000-0000000000e3");
    let again = site.form("/_/api/set-number", &again, &admin).await;
    assert!(site.page(&again.location, &admin).await.body.contains("只能设定一次"));
    let head = site.page("/daoxian/start", &site.sign_in("dx-head").await).await;
    assert!(head.status == 200 && !head.body.contains("/_/api/set-number"), "{}", head.body);
}
