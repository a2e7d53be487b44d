//! Settings of a bureau that its open cases feel at once.

use super::cases::{Bench, conclude};
use crate::Engine;
use crate::entity::case_clock;
use domain::id::CaseId;
use domain::role::Role;
use rstest::rstest;
use sea_orm::{ColumnTrait, QueryFilter};

/// How many terms of the legal review are open in a case.
async fn reviews(bench: &Bench, id: CaseId) -> usize {
    let bureau = bench.bureau(bench.chen).await;
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
        let bureau = admin.bureau_write("daoxian").await.unwrap();
        let mut changed = bureau.bureau().clone();
        changed.settings = serde_json::json!({ "review_everything": everything }).to_string();
        bureau.change_bureau(&changed).await.unwrap();
        bureau.commit().await.unwrap();
        assert_eq!(reviews(&bench, id).await, open, "review of everything: {everything}");
    }
}
