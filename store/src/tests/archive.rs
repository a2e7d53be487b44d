//! What is left of closed cases, on both engines.

use super::cases::Bench;
use super::open::{published, revoke, unpublish};
use crate::Engine;
use crate::entity::{case, case_clock};
use domain::calendar::Clock;
use domain::case::NextHand;
use rstest::rstest;
use sea_orm::{ActiveValue::Set, ColumnTrait, PaginatorTrait, QueryFilter};

#[rstest]
#[tokio::test]
async fn a_case_that_was_closed_before_there_was_an_archive_comes_to_the_archivist(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-09");
    let id = published(&bench, 1, "道县××定点屠宰场").await;
    bench.does(bench.zhou, id, revoke(1)).await;
    bench.does(bench.chen, id, unpublish(1)).await;
    let terms = async || {
        let bureau = bench.bureau(bench.chen).await;
        let own = bureau.find::<case_clock::Entity>().filter(case_clock::Column::CaseId.eq(id.0));
        let own = own.filter(case_clock::Column::Clock.eq(Clock::Archive.word()));
        own.count(bureau.tx()).await.unwrap()
    };
    let row = async || {
        let bureau = bench.bureau(bench.chen).await;
        let own = bureau.find::<case::Entity>().filter(case::Column::Id.eq(id.0));
        let row = own.one(bureau.tx()).await.unwrap().unwrap();
        (row.ended, row.next_whose)
    };
    let archivist = (false, Some(NextHand::Archivist.word().to_owned()));
    assert_eq!((row().await, terms().await), (archivist.clone(), 1));
    // As the version before left it.
    let bureau = bench.bureau(bench.chen).await;
    let old = bureau.remove::<case_clock::Entity>().filter(case_clock::Column::CaseId.eq(id.0));
    old.exec(bureau.tx()).await.unwrap();
    let ended = case::ActiveModel {
        ended: Set(true),
        next_act: Set(None),
        next_whose: Set(None),
        ..Default::default()
    };
    let own = bureau.change::<case::Entity>().set(ended).filter(case::Column::Id.eq(id.0));
    own.exec(bureau.tx()).await.unwrap();
    bureau.commit().await.unwrap();
    assert_eq!((row().await, terms().await), ((true, None), 0));
    bench.database.store.remind().await.unwrap();
    assert_eq!((row().await, terms().await), (archivist, 1));
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    assert_eq!(desk.left_after_the_close().await.unwrap(), 0, "once");
}
