//! A database of before: its decisions are found by their numbers, its counters go on under the word that counts today.

use super::cases::Bench;
use super::on_the_spot::{begins, spot};
use crate::entity::{case_party, number_counter};
use crate::{DatabaseUrl, Engine, Store};
use domain::case::NumberWord;
use rstest::rstest;
use sea_orm::{ColumnTrait, ConnectionTrait, Database, QueryFilter};

/// As the schema was before it knew numbers of decisions, with a decision of before that penalised nobody.
async fn back(bench: &Bench, engine: Engine) {
    let url = match &bench.database.url {
        DatabaseUrl::Sqlite(path) => format!("sqlite://{}", path.display()),
        DatabaseUrl::Postgres(url) => url.clone(),
    };
    let owner = Database::connect(url).await.unwrap();
    if engine == Engine::Postgres {
        owner.execute_unprepared("alter table number_counter no force row level security").await.unwrap();
    }
    for statement in [
        "drop index case_party_decision_number",
        "alter table case_party drop column decision_number",
        "delete from seaql_migrations where version = 'm0018_decision_number'",
        "insert into number_counter (bureau_id, word, year, last)
         select id, '道商不罚决', 2025, 7 from bureau where slug = 'daoxian'",
    ] {
        owner.execute_unprepared(statement).await.unwrap();
    }
    owner.close().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn decisions_of_before_are_found_by_their_numbers_and_their_counters_go_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-23");
    begins(&bench, spot(&bench, 1, "slaughter-v04@2021", None)).await.unwrap();
    back(&bench, engine).await;
    assert_eq!(Store::migrate(&bench.database.url).await.unwrap(), 1);
    let bureau = bench.bureau(bench.chen).await;
    let party = bureau.find::<case_party::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    assert_eq!(party.decision_number.as_deref(), Some("道商当罚〔2026〕1号"));
    let counter = bureau.find::<number_counter::Entity>();
    let counter =
        counter.filter(number_counter::Column::Word.contains("不罚")).one(bureau.tx()).await.unwrap();
    let counter = counter.map(|row| (row.word, row.year, row.last));
    assert_eq!(counter, Some((NumberWord::NoPenalty.counter("道商"), 2025, 7)));
}
