use crate::Engine;
use crate::testing::TestDatabase;
use rstest::rstest;

#[rstest]
#[tokio::test]
async fn a_twin_has_the_same_ids_and_marked_words(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    bureau.next_number("罚决", 2026).await.unwrap();
    bureau.audit("tried", "subject", &"word").await.unwrap();
    bureau.commit().await.unwrap();
    let other = database.store.operate("jianghua").await.unwrap();
    other.audit("tried", "own", &"word").await.unwrap();
    other.audit("tried", "own", &"word").await.unwrap();
    other.commit().await.unwrap();
    let before = database.contents().await;
    database.twin("daoxian", "jianghua", "獬豸").await;
    let after = database.contents().await;
    let changed: Vec<_> = after.iter().filter(|(table, rows)| before.get(*table) != Some(rows)).collect();
    let tables: Vec<_> = changed.iter().map(|(table, _)| table.as_str()).collect();
    assert_eq!(tables, ["audit of 3", "audit_payload of 3", "number_counter of 3"]);
    assert_eq!(after["audit of 3"].len(), 2);
    assert!(after["audit of 3"].iter().all(|row| row.contains("獬豸own")), "{after:#?}");
}
