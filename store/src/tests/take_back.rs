use super::cases::Bench;
use crate::{Engine, Error};
use domain::case::Stage;
use rstest::rstest;

const MINUTE: i64 = 60_000;

/// The rows of parties and clocks, and how many filings the city counts.
async fn projections(bench: &Bench) -> (Vec<String>, usize) {
    let contents = bench.database.contents().await;
    let of = |name: &str| {
        let tables = contents.iter().filter(|(table, _)| table.starts_with(name));
        tables.flat_map(|(_, rows)| rows.clone()).collect::<Vec<_>>()
    };
    let filings = of("city_figure").into_iter().filter(|row| row.contains("file") && !row.contains(",0"));
    ([of("case_party"), of("case_clock")].concat(), filings.count())
}

#[rstest]
#[tokio::test]
async fn what_is_taken_back_leaves_parties_clocks_and_figures_as_before(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    let before = projections(&bench).await;
    bench.does(bench.zhou, case, bench.file()).await;
    let filed = projections(&bench).await;
    assert!(filed.0.len() > before.0.len() && filed.1 == 1, "{filed:?}");
    bench.database.clock.advance_millis(9 * MINUTE);
    let store = bench.bureau(bench.zhou).await;
    let desk = store.case_desk(bench.books.open()).await.unwrap();
    assert!(matches!(desk.take_back(case, 1).await, Err(Error::Conflict)));
    desk.take_back(case, 2).await.unwrap().unwrap();
    let again = desk.take_back(case, 3).await.unwrap().unwrap_err();
    assert_eq!(again.code.word(), "done_already");
    let open = desk.case(case).await.unwrap();
    assert_eq!((open.case.stage(), open.case.seq), (Stage::Clue, 3));
    drop(desk);
    store.commit().await.unwrap();
    let after = projections(&bench).await;
    assert_eq!((after.0.len(), after.1), (before.0.len(), 0), "{after:?}");
    bench.does(bench.zhou, case, bench.file()).await;
    assert_eq!(projections(&bench).await.1, 1, "and it is done again");
}

#[rstest]
#[tokio::test]
async fn after_ten_minutes_or_by_another_hand_it_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    bench.does(bench.zhou, case, bench.file()).await;
    for (minutes, who, code) in [(0, bench.chen, "not_own_entry"), (11, bench.zhou, "take_back_over")] {
        bench.database.clock.advance_millis(minutes * MINUTE);
        let store = bench.bureau(who).await;
        let desk = store.case_desk(bench.books.open()).await.unwrap();
        assert_eq!(desk.take_back(case, 2).await.unwrap().unwrap_err().code.word(), code);
    }
}
