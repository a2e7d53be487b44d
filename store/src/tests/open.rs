//! Decisions that anybody may read: written, found, corrected and withdrawn with their events, and nothing else through
//! their door.

use super::cases::Bench;
use super::on_the_spot::spot;
use super::plans::{analyze, bad_plans};
use crate::entity::{public_decision, search_token};
use crate::{Done, Engine, Error, OpenSearch, Opened, PublicLine, PublicPage};
use domain::Lang;
use domain::case::{Act, Entry, FallGround, Note, Publicity, Publish, Reviser, RevokeDecision, Unpublish};
use domain::id::{CaseId, PartyId};
use rstest::rstest;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
use uuid::Uuid;

const HERE: &str = "192.0.2.1";
const WARNED: &str = "slaughter-v04@2021";

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

fn party(nth: u128) -> PartyId {
    PartyId(Uuid::from_u128(700 + nth))
}

fn publish(nth: u128, text: Option<&str>) -> Act {
    Act::Publish(Publish {
        party: party(nth),
        publicity: Publicity::Published,
        course: note("县政府网站"),
        open: text.map(note),
    })
}

/// A warning on the spot against a shop of a name, in a bureau.
async fn penalised(bench: &Bench, slug: &str, nth: u128, name: &str) -> CaseId {
    let mut act = spot(bench, nth, WARNED, None);
    if let Act::PenaliseOnTheSpot(facts) = &mut act {
        facts.party.name = domain::case::Name::parse(name).unwrap();
        facts.party.credit_code = None;
    }
    let bureau = bench.database.store.operate_as(slug, Some(bench.chen)).await.unwrap();
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let done = desk.register(bureau.today(), act, Entry::default()).await.unwrap().unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    done.case()
}

pub(super) async fn published(bench: &Bench, nth: u128, name: &str) -> CaseId {
    let case = penalised(bench, "daoxian", nth, name).await;
    bench.does(bench.chen, case, publish(nth, Some("未按规定登记。"))).await;
    case
}

pub(super) fn revoke(nth: u128) -> Act {
    Act::RevokeDecision(RevokeDecision {
        party: party(nth),
        reviser: Reviser::Bureau,
        ground: FallGround::Procedure,
        paper: note("道商撤〔2026〕1号"),
        refund: None,
    })
}

pub(super) fn unpublish(nth: u128) -> Act {
    Act::Unpublish(Unpublish { party: party(nth), course: note("已撤下并说明理由") })
}

async fn list(bench: &Bench, slug: &str, search: &OpenSearch) -> Vec<PublicLine> {
    bench.database.store.public_list(slug, search).await.unwrap().lines
}

async fn all(bench: &Bench, slug: &str) -> Vec<PublicLine> {
    list(bench, slug, &OpenSearch::default()).await
}

async fn page(bench: &Bench, slug: &str, id: &str) -> Opened<PublicPage> {
    bench.database.store.public_page(slug, id, HERE).await.unwrap()
}

async fn bench(engine: Engine) -> Bench {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-09");
    bench
}

#[rstest]
#[tokio::test]
async fn a_decision_goes_public_by_its_act_alone_and_stays_at_its_address(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = bench(engine).await;
    let case = penalised(&bench, "daoxian", 1, "道县××定点屠宰场").await;
    assert!(all(&bench, "daoxian").await.is_empty());
    let elsewhere = penalised(&bench, "daoxian", 2, "道县梅花屠宰场").await;
    bench.does(bench.chen, elsewhere, publish(2, None)).await;
    assert!(all(&bench, "daoxian").await.is_empty());
    bench.does(bench.chen, case, publish(1, Some("未按规定登记。"))).await;
    let lines = all(&bench, "daoxian").await;
    let [line] = &lines[..] else { panic!("{lines:?}") };
    assert_eq!(
        (line.decision.party.as_str(), line.decision.text.as_str()),
        ("道县××定点屠宰场", "未按规定登记。")
    );
    assert!(line.decision.number.is_some() && !line.decision.violations(Lang::En).is_empty());
    let Opened::Shown(PublicPage::Decision { bureau, decision }) = page(&bench, "daoxian", &line.id).await
    else {
        panic!("no page")
    };
    assert_eq!((bureau.as_str(), &*decision), ("道县商务局", &line.decision));
    assert_ne!(line.id, case.to_string().replace('-', ""));
    // Nobody else's, and no other spelling of it.
    for (slug, id) in [
        ("jianghua", line.id.clone()),
        ("nowhere", line.id.clone()),
        ("daoxian", line.id.to_uppercase() + "A"),
        ("daoxian", Uuid::parse_str(&line.id).unwrap().to_string()),
        ("daoxian", case.to_string()),
        ("daoxian", case.0.simple().to_string()),
        ("daoxian", String::new()),
    ] {
        assert_eq!(page(&bench, slug, &id).await, Opened::Unknown, "{slug} {id}");
    }
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    assert_eq!(desk.open_pages(case).await.unwrap()[0].id, line.id);
    assert!(desk.open_pages(elsewhere).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn what_falls_is_withdrawn_with_its_reason_and_nothing_of_it_is_kept(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = bench(engine).await;
    let case = published(&bench, 1, "道县××定点屠宰场").await;
    let id = all(&bench, "daoxian").await.remove(0).id;
    bench.does(bench.zhou, case, revoke(1)).await;
    assert_eq!(all(&bench, "daoxian").await.len(), 1);
    bench.does(bench.chen, case, unpublish(1)).await;
    assert!(all(&bench, "daoxian").await.is_empty());
    let Opened::Shown(PublicPage::Withdrawn { withdrawn, .. }) = page(&bench, "daoxian", &id).await else {
        panic!("not withdrawn")
    };
    assert_eq!(withdrawn.on.to_string(), "2026-11-09");
    assert!(withdrawn.why.sentence(Lang::Zh).contains("违反法定程序"));
    let bureau = bench.bureau(bench.chen).await;
    let row = bureau.find::<public_decision::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    assert_eq!((row.facts, row.party, row.violations), (None, None, None));
    let tokens = bureau.find::<search_token::Entity>();
    let tokens = tokens.filter(search_token::Column::Noun.starts_with("open"));
    assert_eq!(tokens.all(bureau.tx()).await.unwrap(), []);
}

#[rstest]
#[tokio::test]
async fn a_publication_that_is_taken_back_leaves_no_page(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = bench(engine).await;
    let case = published(&bench, 1, "道县××定点屠宰场").await;
    let id = all(&bench, "daoxian").await.remove(0).id;
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    assert!(matches!(desk.take_back(case, 2).await.unwrap(), Ok(Done::Event { .. })));
    drop(desk);
    bureau.commit().await.unwrap();
    assert!(all(&bench, "daoxian").await.is_empty());
    assert_eq!(page(&bench, "daoxian", &id).await, Opened::Unknown);
}

#[rstest]
#[tokio::test]
async fn decisions_are_found_by_unit_and_violation_page_by_page(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = bench(engine).await;
    for nth in 1..=45 {
        let place = if nth % 2 == 0 { "四马桥" } else { "梅花" };
        published(&bench, nth, &format!("道县{place}第{nth}屠宰场")).await;
    }
    let found = async |unit: &str, violation: &str| {
        let mut search = OpenSearch { unit: unit.to_owned(), violation: violation.to_owned(), after: None };
        let (mut lines, mut pages) = (Vec::new(), 0);
        loop {
            let list = bench.database.store.public_list("daoxian", &search).await.unwrap();
            assert!(list.lines.len() <= 20 && !list.is_cut);
            lines.extend(list.lines.into_iter().map(|line| line.id));
            pages += 1;
            search.after = list.next;
            if search.after.is_none() {
                let mut once = lines.clone();
                once.sort();
                once.dedup();
                assert_eq!(once.len(), lines.len());
                return (lines.len(), pages);
            }
        }
    };
    assert_eq!(found("", "").await, (45, 3));
    assert_eq!(found("四马桥", "").await, (22, 2));
    assert_eq!(found("simaqiao", "").await, (22, 2));
    assert_eq!(found("smq", "").await, (22, 2));
    assert_eq!(found("第33屠宰", "").await, (1, 1));
    assert_eq!(found("四马桥 梅花", "").await, (0, 1));
    assert_eq!(found("", "登记").await.0, 45);
    assert_eq!(found("梅花", "登记").await.0, 23);
    assert_eq!(found("登记", "").await.0, 0);
    for nothing in ["%", "_", "' or 1=1 --", "四马_"] {
        let (lines, _) = found(nothing, "").await;
        assert!(lines == 0 || lines == 45 || nothing == "四马_" && lines == 22, "{nothing}: {lines}");
    }
    let other = bench.database.store.public_list("jianghua", &OpenSearch::default()).await.unwrap();
    assert_eq!((other.lines.len(), other.bureau.as_str()), (0, "江华县商务局"));
}

#[rstest]
#[tokio::test]
async fn a_practice_area_publishes_nothing_and_is_no_address(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = bench(engine).await;
    let admin = bench.database.person("admin", "daoxian", &[domain::role::Role::BureauAdmin]).await;
    let bureau = bench.bureau(admin).await;
    let area = bureau.open_practice().await.unwrap();
    bureau.commit().await.unwrap();
    let case = penalised(&bench, &area.slug, 1, "道县××定点屠宰场").await;
    let bureau = bench.database.store.operate_as(&area.slug, Some(bench.chen)).await.unwrap();
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let act = publish(1, Some("未按规定登记。"));
    desk.act(case, 1, bureau.today(), act, Entry::default()).await.unwrap().unwrap();
    assert!(desk.open_pages(case).await.unwrap().is_empty());
    drop(desk);
    bureau.commit().await.unwrap();
    let list = bench.database.store.public_list(&area.slug, &OpenSearch::default()).await;
    assert!(matches!(list, Err(Error::NotFound)));
    assert!(all(&bench, "daoxian").await.is_empty());
}

#[rstest]
#[tokio::test]
async fn whoever_asks_for_much_that_is_not_there_waits_and_whoever_reads_does_not(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = bench(engine).await;
    published(&bench, 1, "道县××定点屠宰场").await;
    let id = all(&bench, "daoxian").await.remove(0).id;
    for nth in 0..50_u128 {
        let guess = Uuid::from_u128(nth).simple().to_string();
        assert_eq!(page(&bench, "daoxian", &guess).await, Opened::Unknown);
    }
    // Whoever is only told to wait waits for nobody who writes.
    let writes = bench.bureau(bench.chen).await;
    let told = tokio::time::timeout(std::time::Duration::from_secs(2), page(&bench, "daoxian", "x")).await;
    assert_eq!(told.expect("an answer while somebody writes"), Opened::Wait { seconds: 1 });
    drop(writes);
    assert!(matches!(page(&bench, "daoxian", &id).await, Opened::Shown(_)));
    let elsewhere = bench.database.store.public_page("daoxian", "x", "192.0.2.2").await.unwrap();
    assert_eq!(elsewhere, Opened::Unknown);
    // Of IPv6 a network is one address.
    for nth in 0..50 {
        let from = format!("2001:db8::{nth:x}");
        let answered = bench.database.store.public_page("daoxian", "x", &from).await.unwrap();
        assert_eq!(answered, Opened::Unknown);
    }
    let same_network = bench.database.store.public_page("daoxian", "x", "2001:db8::ffff").await.unwrap();
    assert_eq!(same_network, Opened::Wait { seconds: 1 });
    // A check of papers and a sign-in are counted apart.
    assert_eq!(bench.database.store.check_paper("x", HERE).await.unwrap(), crate::Verified::Unknown);
}

#[rstest]
#[tokio::test]
async fn the_pages_are_made_again_from_the_events_under_the_same_address(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = bench(engine).await;
    published(&bench, 1, "道县××定点屠宰场").await;
    published(&bench, 2, "道县梅花屠宰场").await;
    let before = all(&bench, "daoxian").await;
    let store = &bench.database.store;
    let check = store.verify_open(bench.books.open(), false).await.unwrap();
    assert_eq!((check.cases, check.pages, check.differences.len()), (2, 2, 0));
    let bureau = bench.bureau(bench.chen).await;
    bureau.remove::<search_token::Entity>().exec(bureau.tx()).await.unwrap();
    let spoilt = public_decision::ActiveModel { party: Set(Some("别人".to_owned())), ..Default::default() };
    bureau.change::<public_decision::Entity>().set(spoilt).exec(bureau.tx()).await.unwrap();
    let one = bureau.remove::<public_decision::Entity>();
    let id = Uuid::parse_str(&before[0].id).unwrap();
    one.filter(public_decision::Column::Id.eq(id)).exec(bureau.tx()).await.unwrap();
    bureau.commit().await.unwrap();
    let check = store.verify_open(bench.books.open(), true).await.unwrap();
    let counts: Vec<_> = check.differences.iter().map(|one| (one.kept, one.wanted)).collect();
    assert_eq!(counts.len(), 2);
    assert!(counts.contains(&(0, 1)) && counts.contains(&(1, 1)), "{counts:?}");
    assert_eq!(all(&bench, "daoxian").await, before);
    let found = OpenSearch { unit: "梅花".to_owned(), ..OpenSearch::default() };
    assert_eq!(list(&bench, "daoxian", &found).await.len(), 1);
    assert!(store.verify_open(bench.books.open(), false).await.unwrap().differences.is_empty());
}

#[rstest]
#[tokio::test]
async fn the_publics_questions_reach_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = bench(engine).await;
    let case = published(&bench, 1, "道县四马桥屠宰场").await;
    let bureau = bench.bureau(bench.chen).await;
    let row = bureau.find::<public_decision::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    let other = |nth: i32| public_decision::ActiveModel {
        id: Set(Uuid::from_u128(nth as u128)),
        seq: Set(nth),
        ..row.clone().into()
    };
    bureau.insert_all::<public_decision::Entity>((10..2_000).map(other).collect()).await.unwrap();
    bureau.commit().await.unwrap();
    analyze(&bench.database).await;
    bench.database.record();
    let mut search = OpenSearch::default();
    search.after = bench.database.store.public_list("daoxian", &search).await.unwrap().next;
    (search.unit, search.violation) = ("四马桥".to_owned(), "登记".to_owned());
    bench.database.store.public_list("daoxian", &search).await.unwrap();
    search = OpenSearch { after: search.after, ..OpenSearch::default() };
    bench.database.store.public_list("daoxian", &search).await.unwrap();
    page(&bench, "daoxian", &row.id.simple().to_string()).await;
    let bureau = bench.bureau(bench.chen).await;
    bureau.case_desk(bench.books.open()).await.unwrap().open_pages(case).await.unwrap();
    drop(bureau);
    let (asked, wrong) = bad_plans(&bench.database, engine).await;
    assert!(asked > 8, "{asked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
