//! Filters that people keep under names.

use super::plans::{analyze, bad_plans};
use crate::testing::TestDatabase;
use crate::{BureauStore, Engine, Error};
use domain::catalogue::Catalogue;
use domain::id::PersonId;
use domain::role::Role;
use domain::saved_view::{ViewFault, ViewName, ViewPage, ViewQuery};
use rstest::rstest;

fn query(page: ViewPage, name: &str, value: &str) -> ViewQuery {
    let asked = |asked: &str| (asked == name).then(|| value.to_owned());
    ViewQuery::read(page, &Catalogue::default(), asked).unwrap()
}

fn closed() -> ViewQuery {
    query(ViewPage::Cases, "stage", "closed")
}

fn name(text: &str) -> ViewName {
    ViewName::parse(text).unwrap()
}

async fn bureau(database: &TestDatabase, slug: &str, person: PersonId) -> BureauStore {
    database.store.operate_as(slug, Some(person)).await.unwrap()
}

/// Two readers, of whom the first also reads in 江华.
async fn readers(engine: Engine) -> (TestDatabase, PersonId, PersonId) {
    let database = TestDatabase::with_bureaus(engine).await;
    let one = database.person("one", "daoxian", &[Role::Reader]).await;
    database.person("one", "jianghua", &[Role::Reader]).await;
    let other = database.person("other", "daoxian", &[Role::Reader]).await;
    (database, one, other)
}

#[rstest]
#[tokio::test]
async fn a_view_is_its_persons_own_in_one_bureau(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (database, one, other) = readers(engine).await;
    let store = bureau(&database, "daoxian", one).await;
    let town = query(ViewPage::Trainees, "town", "梅花镇");
    store.save_view(ViewPage::Trainees, &name("梅花"), &town).await.unwrap().unwrap();
    let id = store.save_view(ViewPage::Cases, &name("已结案"), &closed()).await.unwrap().unwrap();
    store.commit().await.unwrap();
    let own = bureau(&database, "daoxian", one).await.saved_views().await.unwrap();
    let line = |view: &crate::SavedView| format!("{} {} {}", view.page.word(), view.name, view.query);
    assert_eq!(
        own.iter().map(line).collect::<Vec<_>>(),
        ["cases 已结案 stage=closed", "trainees 梅花 form%5Btown%5D=%E6%A2%85%E8%8A%B1%E9%95%87"]
    );
    assert_eq!(bureau(&database, "daoxian", other).await.saved_views().await.unwrap(), []);
    assert_eq!(bureau(&database, "jianghua", one).await.saved_views().await.unwrap(), []);
    let theirs = bureau(&database, "daoxian", other).await;
    assert!(matches!(theirs.delete_view(id).await, Err(Error::NotFound)));
    drop(theirs);
    let store = bureau(&database, "daoxian", one).await;
    store.delete_view(id).await.unwrap();
    assert!(matches!(store.delete_view(id).await, Err(Error::NotFound)));
    store.commit().await.unwrap();
    assert_eq!(bureau(&database, "daoxian", one).await.saved_views().await.unwrap().len(), 1);
    let contents = database.contents().await;
    for act in ["view_saved", "view_deleted"] {
        assert!(contents["audit of 2"].iter().any(|row| row.contains(act)), "{act}");
    }
}

#[rstest]
#[tokio::test]
async fn a_view_is_renamed_and_one_of_each_list_opens_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (database, one, other) = readers(engine).await;
    let store = bureau(&database, "daoxian", one).await;
    let first = store.save_view(ViewPage::Cases, &name("已结案"), &closed()).await.unwrap().unwrap();
    let second = store.save_view(ViewPage::Cases, &name("又一个"), &closed()).await.unwrap().unwrap();
    let work = store.save_view(ViewPage::Work, &name("已结案"), &closed()).await.unwrap().unwrap();
    assert_eq!(store.rename_view(second, &name("已结案")).await.unwrap(), Err(ViewFault::NameTaken));
    assert_eq!(store.rename_view(second, &name("13907461234")).await.unwrap(), Err(ViewFault::PrivateName));
    store.rename_view(second, &name("又一个")).await.unwrap().unwrap();
    store.rename_view(second, &name("办结的")).await.unwrap().unwrap();
    store.open_with_view(first, true).await.unwrap();
    store.open_with_view(work, true).await.unwrap();
    store.open_with_view(second, true).await.unwrap();
    let opening = async |store: &BureauStore| {
        let views = store.saved_views().await.unwrap().into_iter().filter(|view| view.opens);
        views.map(|view| format!("{} {}", view.page.word(), view.name)).collect::<Vec<_>>()
    };
    assert_eq!(opening(&store).await, ["work 已结案", "cases 办结的"]);
    store.open_with_view(second, false).await.unwrap();
    assert_eq!(opening(&store).await, ["work 已结案"]);
    store.commit().await.unwrap();
    let theirs = bureau(&database, "daoxian", other).await;
    assert!(matches!(theirs.rename_view(first, &name("我的")).await, Err(Error::NotFound)));
    assert!(matches!(theirs.open_with_view(first, true).await, Err(Error::NotFound)));
    drop(theirs);
    let contents = database.contents().await;
    for act in ["view_renamed", "view_opens"] {
        assert!(contents["audit of 2"].iter().any(|row| row.contains(act)), "{act}");
    }
}

#[rstest]
#[tokio::test]
async fn a_list_keeps_twenty_views_of_different_names(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (database, one, other) = readers(engine).await;
    let store = bureau(&database, "daoxian", one).await;
    for nth in 0..20 {
        let kept = store.save_view(ViewPage::Cases, &name(&format!("第{nth}个")), &closed()).await;
        kept.unwrap().unwrap();
    }
    let (own, filter) = (&store, &closed());
    let again = async |page, called: &str| own.save_view(page, &name(called), filter).await.unwrap();
    assert_eq!(again(ViewPage::Cases, "第0个").await, Err(ViewFault::NameTaken));
    assert_eq!(again(ViewPage::Cases, "又一个").await, Err(ViewFault::TooMany));
    assert!(again(ViewPage::Work, "第0个").await.is_ok(), "another list");
    let nothing = ViewQuery::default();
    let kept = store.save_view(ViewPage::Work, &name("全部"), &nothing).await.unwrap();
    assert_eq!(kept, Err(ViewFault::NoFilter));
    let kept = store.save_view(ViewPage::Work, &name("13907461234"), &closed()).await.unwrap();
    assert_eq!(kept, Err(ViewFault::PrivateName));
    store.commit().await.unwrap();
    let store = bureau(&database, "daoxian", other).await;
    store.save_view(ViewPage::Cases, &name("第0个"), &closed()).await.unwrap().unwrap();
    store.commit().await.unwrap();
    analyze(&database).await;
    database.record();
    let store = bureau(&database, "daoxian", other).await;
    let views = store.saved_views().await.unwrap();
    store.delete_view(views[0].id).await.unwrap();
    store.commit().await.unwrap();
    let (asked, wrong) = bad_plans(&database, engine).await;
    assert!(asked > 3, "{asked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[rstest]
#[tokio::test]
async fn whoever_reads_no_records_keeps_no_view(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (database, _, _) = readers(engine).await;
    let admin = database.person("admin", "daoxian", &[Role::BureauAdmin]).await;
    let store = bureau(&database, "daoxian", admin).await;
    assert!(matches!(store.saved_views().await, Err(Error::Forbidden(_))));
    let kept = store.save_view(ViewPage::Cases, &name("已结案"), &closed()).await;
    assert!(matches!(kept, Err(Error::Forbidden(_))));
}
