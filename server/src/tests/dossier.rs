//! The dossier of a case through the router: asked for, made beside the requests, taken along, read as somebody else reads
//! it.

use super::evidence::{Desk, Part, picture};
use super::papers::{get, offered, sends};
use super::site::{Answer, TestSite};
use domain::case::{Act, ClueSource, Entry, Note, RegisterClue};
use http::{Request, header};
use std::process::{Command, Output};
use store::{Engine, Rulebook};

fn tool(name: &str, arguments: &[&str]) -> Output {
    Command::new(name)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{name}: {error}; run `make browser`"))
}

/// The words of each page of a PDF, and that qpdf finds nothing wrong with it.
pub(super) fn pages(pdf: &[u8]) -> Vec<String> {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), pdf).expect("written");
    let path = file.path().to_str().expect("a path");
    let checked = tool("qpdf", &["--check", path]);
    assert!(
        checked.status.success(),
        "{}",
        String::from_utf8_lossy(&[checked.stdout, checked.stderr].concat())
    );
    let read = tool("pdftotext", &["-enc", "UTF-8", path, "-"]);
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    let pages = text.split('\u{c}').map(|page| page.split_whitespace().collect::<String>());
    pages.filter(|page| !page.is_empty()).collect()
}

/// The same PDF behind a password.
fn locked(plain: &[u8]) -> Vec<u8> {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), plain).expect("written");
    let path = file.path().to_str().expect("a path");
    tool("qpdf", &["--encrypt", "secret", "owner", "256", "--", path, "-"]).stdout
}

async fn asks(site: &TestSite, here: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
    sends(site, here, fields, cookie).await
}

/// Asks for a volume, lets it be made, and takes it along.
pub(super) async fn bound(site: &TestSite, here: &str, what: &str, cookie: &str) -> Vec<u8> {
    let answer = asks(site, here, &[("bound", what)], cookie).await;
    assert_eq!((answer.status, answer.location.as_str()), (303, here), "{answer:?}");
    let waits = get(site, here, cookie).await.body;
    assert!(waits.contains("data-under-way") && waits.contains("http-equiv=\"refresh\""), "{waits}");
    let binder = site.binder();
    assert!(binder.make_next().await.expect("made"), "nothing waits");
    assert!(!binder.make_next().await.expect("looked"), "something still waits");
    let done = get(site, here, cookie).await.body;
    assert!(!done.contains("data-under-way"), "{done}");
    site.bytes(&volume(&done, what), cookie).await
}

/// The way to the volume that a page offers.
pub(super) fn volume(page: &str, what: &str) -> String {
    let section = page.split("data-volume=\"").find(|rest| rest.starts_with(what)).expect("a section");
    let links = section.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let found = links.into_iter().find(|to| to.starts_with("/_/dossier/") && to.ends_with(".pdf"));
    found.unwrap_or_else(|| panic!("no volume in {section}")).to_owned()
}

/// Makes every paper that a case's page offers to somebody.
pub(super) async fn make_papers(site: &TestSite, case: &str, cookie: &str) {
    let list = format!("/_/papers/daoxian/{case}");
    for word in offered(&get(site, &list, cookie).await.body) {
        let made = sends(site, &list, &[("act", "issue"), ("paper", &word)], cookie).await;
        assert_eq!(made.status, 303, "{word}: {made:?}");
    }
}

/// The case of 道县 whose catalogue tells of the most papers to be made among those that end with a closing.
async fn closed_case(site: &TestSite, cookie: &str) -> String {
    let mut found = (0, String::new());
    for case in site.database.ids("daoxian", "case").await {
        let page = get(site, &format!("/_/papers/daoxian/{case}"), cookie).await.body;
        let words = offered(&page);
        let is_whole = words.iter().any(|word| word.starts_with("D26-"))
            && words.iter().any(|word| word.starts_with("D02-"));
        if is_whole && words.len() > found.0 {
            found = (words.len(), case.to_string());
        }
    }
    assert!(!found.1.is_empty(), "no case of the demo has a decision and a filing");
    found.1
}

#[tokio::test]
async fn the_main_volume_of_a_decided_case_is_one_pdf_in_legal_order_and_the_inner_one_another() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let (officer, reader) = (site.sign_in("dx-officer1").await, site.sign_in("dx-reader").await);
    let case = closed_case(&site, &officer).await;
    let here = format!("/_/dossier/daoxian/{case}");
    let before = get(&site, &here, &reader).await;
    assert!(
        before.status == 200 && before.body.contains("行政处罚决定书》") && before.body.contains("尚未制作"),
        "{before:?}"
    );
    for seat in ["dx-officer1", "dx-officer2", "dx-head", "dx-reviewer"] {
        let cookie = site.sign_in(seat).await;
        make_papers(&site, &case, &cookie).await;
    }
    let main = pages(&bound(&site, &here, "main", &reader).await);
    assert!(
        main[0].contains("正卷") && main[0].contains("道县商务局") && main[0].contains("保管期限"),
        "{}",
        main[0]
    );
    assert!(main[1].contains("卷内文件目录"), "{}", main[1]);
    assert!(main.last().expect("pages").contains("卷内备考表"));
    // Decision, its proof of service, filing, evidence, notices each with its proof, hearing, closing.
    let order = [
        "行政处罚决定书",
        "送达回证（行政处罚决定书）",
        "立案（不予立案）审批表",
        "现场检查（勘验）笔录",
        "行政处罚听证告知书",
        "送达回证（行政处罚听证告知书）",
        "听证通知书",
        "送达回证（听证通知书）",
        "听证笔录",
        "结案审批表",
    ];
    let places: Vec<usize> = order
        .iter()
        .map(|name| main[1].find(name).unwrap_or_else(|| panic!("no {name} in {}", main[1])))
        .collect();
    assert!(places.is_sorted(), "{}", main[1]);
    assert!(main[2].contains("行政处罚决定书"), "{}", main[2]);
    let internal = ["调查终结报告", "法制审核意见书", "听证报告", "集体讨论记录"];
    for name in internal {
        assert!(!main[1].contains(name), "{name} lies in the 正卷: {}", main[1]);
    }
    let inner = pages(&bound(&site, &here, "inner", &reader).await);
    assert!(inner[0].contains("副卷"), "{}", inner[0]);
    for name in internal {
        assert!(inner[1].contains(name), "no {name} in the 副卷: {}", inner[1]);
    }
    let reading = pages(&bound(&site, &here, "reading", &reader).await).join("");
    assert!(reading.contains("查阅本") && reading.contains("行政处罚决定书"), "{reading}");
    // The lists of evidence cite the pages of the main volume.
    let list = pages(&site.bytes(&format!("{here}/court.pdf"), &reader).await).join("");
    for told in ["行政诉讼证据清单", "行政处罚决定书", "依法立案，具有管辖权", "正卷（共"]
    {
        assert!(list.contains(told), "{told}: {list}");
    }
    let contents = site.database.contents().await;
    let chains = contents.iter().filter(|(name, _)| name.starts_with("audit of"));
    let trace = chains.flat_map(|(_, rows)| rows).cloned().collect::<Vec<_>>().join("\n");
    for act in ["dossier_asked", "dossier_made", "dossier_taken"] {
        assert_eq!(trace.matches(act).count(), 3, "{act}");
    }
}

#[tokio::test]
async fn evidence_is_bound_in_and_what_cannot_be_bound_has_a_sheet_that_says_so() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let here = desk.list().replace("/_/evidence/", "/_/dossier/");
    let site = &desk.site;
    let [case] =
        here.rsplit('/').take(1).map(ToOwned::to_owned).collect::<Vec<_>>().try_into().expect("a case");
    make_papers(site, &case, &desk.officer).await;
    let papers = get(site, &format!("/_/papers/daoxian/{case}"), &desk.officer).await.body;
    let links = papers.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let paper = links.into_iter().find(|to| to.contains("/issued/")).expect("an issued paper").to_owned();
    let pdf = site.bytes(&paper, &desk.officer).await;
    desk.added("现场照片.jpg", &picture()).await;
    desk.added("合同.pdf", &pdf).await;
    desk.added("加密合同.pdf", &locked(&pdf)).await;
    desk.added("残缺合同.pdf", &pdf[..pdf.len() / 2]).await;
    desk.added("台账.csv", "日期,金额\r\n2026-03-05,1".as_bytes()).await;
    let read = pages(&bound(site, &here, "main", &desk.officer).await);
    let page = |word: &str| {
        let found = read.iter().skip(2).find(|page| page.contains(word));
        found.unwrap_or_else(|| panic!("no page of {word} in {read:#?}")).clone()
    };
    assert!(page("现场照片.jpg").contains("SHA-256"));
    assert!(page("加密合同.pdf").contains("有密码保护"), "{}", page("加密合同.pdf"));
    assert!(page("台账.csv").contains("电子文件"), "{}", page("台账.csv"));
    assert!(read[1].contains("残缺合同.pdf") && read[1].contains("以页代替"), "{}", read[1]);
    // A change of the evidence, and the volume no longer counts.
    let done = get(site, &here, &desk.officer).await.body;
    let old = volume(&done, "main");
    desk.added("又一张.jpg", &picture()).await;
    let refused = get(site, &old, &desk.officer).await;
    assert!(refused.status == 422 && refused.body.contains("重新生成"), "{refused:?}");
    assert!(get(site, &here, &desk.officer).await.body.contains("已经不是现在的样子"));
}

#[tokio::test]
async fn evidence_that_tells_who_reported_the_case_lies_in_the_inner_volume_alone() {
    let desk = Desk::begin(Engine::Sqlite).await;
    let here = desk.list().replace("/_/evidence/", "/_/dossier/");
    let mut parts = desk.sheet();
    parts.push(Part::Typed("reporter", "named".to_owned()));
    parts.push(Part::File("举报信.jpg", picture()));
    let entered = desk.sends(&parts).await;
    assert!(entered.location.ends_with("?done=added"), "{entered:?}");
    assert!(get(&desk.site, desk.list(), &desk.officer).await.body.contains("副卷"));
    desk.added("现场照片.jpg", &picture()).await;
    let main = pages(&bound(&desk.site, &here, "main", &desk.officer).await).join("\n");
    assert!(main.contains("现场照片.jpg") && !main.contains("举报信"), "{main}");
    let inner = pages(&bound(&desk.site, &here, "inner", &desk.officer).await).join("\n");
    assert!(inner.contains("举报信.jpg") && !inner.contains("现场照片"), "{inner}");
}

#[tokio::test]
async fn a_volume_is_for_nobody_outside_and_what_is_none_is_not_there() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let (reader, stranger) = (site.sign_in("dx-reader").await, site.sign_in("jh-officer1").await);
    let case = site.database.ids("daoxian", "case").await[0];
    let here = format!("/_/dossier/daoxian/{case}");
    let list = get(&site, &format!("{here}/reconsideration.pdf"), &reader).await;
    assert!(list.status == 422 && list.body.contains("先在案卷页生成正卷"), "{list:?}");
    assert_eq!(asks(&site, &here, &[("bound", "main")], &reader).await.status, 303);
    assert_eq!(asks(&site, &here, &[("bound", "main")], &stranger).await.status, 404);
    assert_eq!(asks(&site, &here, &[("bound", "outer")], &reader).await.status, 422);
    assert!(site.binder().make_next().await.expect("made"));
    let volume = volume(&get(&site, &here, &reader).await.body, "main");
    assert!(site.bytes(&volume, &reader).await.starts_with(b"%PDF"));
    for (to, who) in [
        (volume.clone(), &stranger),
        (volume.replace("/daoxian/", "/jianghua/"), &stranger),
        (volume.replace("/daoxian/", "/jianghua/"), &reader),
        (here.clone(), &stranger),
        (format!("{here}/x.pdf"), &reader),
        (format!("{here}/00000000-0000-0000-0000-000000000000.pdf"), &reader),
        (volume.replace(".pdf", ""), &reader),
    ] {
        assert_eq!(get(&site, &to, who).await.status, 404, "{to}");
    }
    let answer = site.send(Request::get(&volume).header(header::ACCEPT, "text/html"), Vec::new(), None).await;
    assert!(answer.is_sign_in(), "{answer:?}");
}

/// Of whoever told of the matter neither name nor number stands in what the party and the court see.
#[tokio::test]
async fn nothing_of_the_reporter_stands_in_the_main_volume() {
    let site = TestSite::demo(Engine::Sqlite).await;
    let person = site.database.store.person("dx-officer1").await.expect("an officer");
    let bureau = site.database.store.operate_as("daoxian", Some(person)).await.expect("the bureau");
    let desk = bureau.case_desk(Rulebook::in_use()).await.expect("a desk");
    let note = |text: &str| Note::parse(text).expect("words");
    let clue = Act::RegisterClue(RegisterClue {
        source: ClueSource::Report,
        suspicion: note("群众李告发（13907461234）反映该店私宰生猪"),
        place: note("道县道江镇"),
        number: None,
        parties: Vec::new(),
        earlier_warning: None,
        transferred: None,
    });
    let done = desk.register(bureau.today(), clue, Entry::default()).await.expect("registered");
    let case = done.expect("nothing is wrong with it").case();
    drop(desk);
    bureau.commit().await.expect("kept");
    let officer = site.sign_in("dx-officer1").await;
    let here = format!("/_/dossier/daoxian/{case}");
    let page = get(&site, &here, &officer).await.body;
    assert!(page.contains("来源于举报投诉") && !page.contains("李告发"), "{page}");
    let main = pages(&bound(&site, &here, "main", &officer).await).join("");
    assert!(main.contains("卷内备考表"), "{main}");
    assert!(!main.contains("李告发") && !main.contains("13907461234"), "{main}");
    // Nobody is a party yet: there is nobody to read it.
    let refused = asks(&site, &here, &[("bound", "reading")], &officer).await;
    assert!(refused.status == 422 && refused.body.contains("请选择查阅案卷的当事人"), "{refused:?}");
}
