use crate::entity::{case, case_event, establishment};
use crate::testing::{MONDAY, TestDatabase};
use crate::{BureauStore, Engine, Error};
use domain::id::PersonId;
use rstest::rstest;
use sea_orm::{ActiveValue::Set, QueryFilter, QueryOrder};
use uuid::Uuid;

/// A case as small as the schema allows, with its first event.
pub(super) async fn add_case_with_event(bureau: &BureauStore, id: Uuid, by: PersonId) {
    let row = case::ActiveModel {
        id: Set(id),
        seq: Set(1),
        state: Set("clue".to_owned()),
        industry: Set("liquor".to_owned()),
        registered_on: Set(bureau.today()),
        created_at: Set(bureau.now().0),
        updated_at: Set(bureau.now().0),
        ..Default::default()
    };
    bureau.insert::<case::Entity>(row).await.unwrap();
    let event = case_event::ActiveModel {
        case_id: Set(id),
        seq: Set(1),
        act: Set("clue".to_owned()),
        on: Set(bureau.today()),
        at: Set(bureau.now().0),
        by: Set(by.0),
        facts: Set("{}".to_owned()),
        ..Default::default()
    };
    bureau.insert::<case_event::Entity>(event).await.unwrap();
}

fn establishment(id: Uuid, name: &str) -> establishment::ActiveModel {
    establishment::ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        industry: Set("liquor".to_owned()),
        pinyin: Set(crate::pinyin::key(name)),
        created_at: Set(MONDAY.0),
        updated_at: Set(MONDAY.0),
        ..Default::default()
    }
}

#[rstest]
#[tokio::test]
async fn the_same_id_in_two_bureaus_are_two_rows(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let id = Uuid::from_u128(1);
    for slug in ["daoxian", "jianghua"] {
        let bureau = database.store.operate(slug).await.unwrap();
        bureau.insert::<establishment::Entity>(establishment(id, slug)).await.unwrap();
        bureau.commit().await.unwrap();
    }
    let daoxian = database.store.operate("daoxian").await.unwrap();
    let mut renamed = establishment(id, "四马");
    renamed.version = Set(2);
    daoxian.update::<establishment::Entity>(renamed).await.unwrap();
    daoxian.commit().await.unwrap();
    let yongzhou = database.store.operate("yongzhou").await.unwrap();
    let stolen = yongzhou.update::<establishment::Entity>(establishment(id, "stolen")).await;
    assert!(matches!(stolen, Err(Error::NotFound)));
    drop(yongzhou);
    for (slug, name) in [("daoxian", "四马"), ("jianghua", "jianghua")] {
        let bureau = database.store.operate(slug).await.unwrap();
        let rows = bureau.find::<establishment::Entity>().all(bureau.tx()).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), [name]);
        bureau.remove::<establishment::Entity>().exec(bureau.tx()).await.unwrap();
        drop(bureau);
    }
}

#[rstest]
#[tokio::test]
async fn many_rows_go_in_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let rows = (0..3_000).map(|n| establishment(Uuid::from_u128(n), "四马")).collect();
    bureau.insert_all::<establishment::Entity>(rows).await.unwrap();
    let row = establishment::ActiveModel { town: Set("寿雁镇".to_owned()), ..Default::default() };
    let done = bureau.change::<establishment::Entity>().set(row).exec(bureau.tx()).await.unwrap();
    assert_eq!(done.rows_affected, 3_000);
}

#[rstest]
#[tokio::test]
async fn names_sort_alike_on_both_engines(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    for (n, name) in ["周", "A 1", "_x", "a1", "陈", "Z", "é", "𠮷"].into_iter().enumerate() {
        let row = establishment(Uuid::from_u128(n as u128), name);
        bureau.insert::<establishment::Entity>(row).await.unwrap();
    }
    let sorted = bureau.find::<establishment::Entity>().order_by_asc(establishment::Column::Pinyin);
    let keys: Vec<String> =
        sorted.all(bureau.tx()).await.unwrap().into_iter().map(|row| row.pinyin).collect();
    let mut expected = keys.clone();
    expected.sort();
    assert_eq!(keys, expected);
}

#[rstest]
#[tokio::test]
async fn what_is_not_committed_did_not_happen(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let person = database.person("1001", "daoxian", &[]).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let audited = bureau.audit("tried", "x", &1).await.unwrap();
    add_case_with_event(&bureau, Uuid::from_u128(9), person).await;
    drop(bureau);
    let bureau = database.store.operate("daoxian").await.unwrap();
    assert_eq!(bureau.audit("tried", "x", &1).await.unwrap(), audited);
    let none =
        bureau.find::<case::Entity>().filter(sea_orm::Condition::all()).all(bureau.tx()).await.unwrap();
    assert_eq!(none, []);
}
