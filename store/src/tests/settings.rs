//! Settings of a bureau that its open cases feel at once.

use super::cases::{Bench, clue, conclude};
use crate::entity::case_clock;
use crate::{BureauStore, Engine};
use domain::case::{Act, Entry};
use domain::id::{CaseId, PersonId};
use domain::role::Role;
use rstest::rstest;
use sea_orm::{ColumnTrait, QueryFilter};

/// How many terms of the legal review are open in a case.
async fn reviews(bench: &Bench, id: CaseId) -> usize {
    reviews_in(&bench.bureau(bench.chen).await, id).await
}

async fn reviews_in(bureau: &BureauStore, id: CaseId) -> usize {
    let clocks = bureau.find::<case_clock::Entity>().filter(case_clock::Column::CaseId.eq(id.0));
    let clocks = clocks.filter(case_clock::Column::Clock.eq("review"));
    clocks.filter(case_clock::Column::State.eq("running")).all(bureau.tx()).await.unwrap().len()
}

#[rstest]
#[tokio::test]
async fn a_bureau_that_begins_to_review_everything_has_the_terms_of_its_open_cases(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    bench.does(bench.zhou, id, bench.file()).await;
    bench.does(bench.chen, id, bench.record()).await;
    bench.does(bench.chen, id, conclude()).await;
    assert_eq!(reviews(&bench, id).await, 0, "a warning alone needs no review by law");

    bench.database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    let (_, admin) = bench.database.sign_in("2001").await;
    for (everything, open) in [(true, 1), (false, 0)] {
        let mut bureau = admin.bureau_write("daoxian").await.unwrap();
        let mut changed = bureau.bureau().clone();
        changed.settings = serde_json::json!({ "review_everything": everything }).to_string();
        bureau.change_bureau(&changed).await.unwrap();
        bureau.commit().await.unwrap();
        assert_eq!(reviews(&bench, id).await, open, "review of everything: {everything}");
    }
}

/// A case of the practice area, concluded with a warning.
async fn practised(bench: &Bench, area: &str) -> CaseId {
    let mut id = None;
    let mut does = async |person: PersonId, act: Act| {
        let bureau = bench.database.store.operate_as(area, Some(person)).await.unwrap();
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let today = bureau.today();
        let done = match id {
            None => desk.register(today, act, Entry::default()).await,
            Some(id) => {
                let seq = desk.case(id).await.unwrap().case.seq;
                desk.act(id, seq, today, act, Entry::default()).await
            }
        };
        let case = done.unwrap().unwrap().case();
        drop(desk);
        bureau.commit().await.unwrap();
        id = Some(case);
        case
    };
    does(bench.chen, clue()).await;
    does(bench.zhou, bench.file()).await;
    does(bench.chen, bench.record()).await;
    does(bench.chen, conclude()).await
}

#[rstest]
#[tokio::test]
async fn the_practice_area_feels_the_settings_of_its_bureau_likewise(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-02");
    bench.database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    let (_, admin) = bench.database.sign_in("2001").await;
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let area = bureau.open_practice().await.unwrap().slug;
    bureau.commit().await.unwrap();
    let id = practised(&bench, &area).await;
    for (everything, open) in [(true, 1), (false, 0)] {
        let mut bureau = admin.bureau_write("daoxian").await.unwrap();
        let mut changed = bureau.bureau().clone();
        changed.settings = serde_json::json!({ "review_everything": everything }).to_string();
        bureau.change_bureau(&changed).await.unwrap();
        assert_eq!(bureau.bureau().slug, "daoxian");
        bureau.commit().await.unwrap();
        let practised = bench.database.store.operate_as(&area, Some(bench.chen)).await.unwrap();
        assert_eq!(reviews_in(&practised, id).await, open, "review of everything: {everything}");
    }
    let chains = bench.database.store.verify_audit(false).await.unwrap();
    assert!(chains.iter().all(|chain| chain.broken.is_none()), "{chains:?}");
}
