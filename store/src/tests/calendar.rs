use super::cases::Bench;
use crate::entity::audit;
use crate::testing::{KEYS, MONDAY, TestDatabase};
use crate::{BureauStore, Engine, Error, Keys, Store};
use domain::Day;
use domain::calendar::{Clock, YearNotice};
use domain::role::{Power, Role};
use rstest::rstest;
use sea_orm::{ColumnTrait, QueryFilter};
use std::time::Duration;

const LONG: Duration = Duration::from_secs(60);
const BASIS: &str = "国办发明电〔2026〕9号";
const NEXT: &str = "date,kind,occasion\n2027-01-01,holiday,元旦\n2027-01-02,holiday,元旦\n2027-01-03,holiday,元旦\n\
                    2027-01-04,holiday,元旦\n2027-05-01,holiday,劳动节\n2027-10-01,holiday,国庆节\n\
                    2027-10-02,holiday,国庆节\n2027-10-03,holiday,国庆节\n";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

async fn city(database: &TestDatabase) -> BureauStore {
    let admin = match database.store.person("cityadmin").await {
        Ok(admin) => admin,
        Err(_) => database.person("cityadmin", "yongzhou", &[Role::CityAdmin]).await,
    };
    database.store.operate_as("yongzhou", Some(admin)).await.unwrap()
}

fn notice(year: i32, text: &str) -> YearNotice {
    YearNotice::read(year, text, MONDAY.day()).unwrap()
}

/// 2026 as it is known, with one holiday more.
fn with_one_more(line: &str) -> YearNotice {
    notice(2026, &format!("{}{line}\n", crate::rules::in_use().calendar.csv_of(2026)))
}

async fn load(database: &TestDatabase, notice: &YearNotice) -> i32 {
    let city = city(database).await;
    let version = city.load_year(notice, BASIS).await.unwrap();
    city.commit().await.unwrap();
    version
}

/// Loads a year with one holiday more, which moves terms that run over 10 November 2026.
pub(super) async fn one_more_holiday(database: &TestDatabase) -> i32 {
    load(database, &with_one_more("2026-11-10,holiday,元旦")).await
}

async fn is_working(store: &Store, on: &str) -> bool {
    let bureau = store.operate("daoxian").await.unwrap();
    bureau.calendar().await.unwrap().is_working(day(on))
}

#[rstest]
#[tokio::test]
async fn a_year_loaded_again_moves_open_terms_bureau_by_bureau_and_lists_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let (id, store) = (bench.registered().await, &bench.database.store);
    bench.goes_to("2026-11-23");
    // 15 working days from 2 November end on the 23rd; a new holiday moves them by a day.
    let version = load(&bench.database, &with_one_more("2026-11-10,holiday,元旦")).await;
    let of_city = city(&bench.database).await;
    let waiting = of_city.recounted(version).await.unwrap();
    assert!(waiting.len() == 3 && waiting.iter().all(|one| one.moved.is_none()), "{waiting:?}");
    drop(of_city);
    assert_eq!(store.recount_terms(LONG).await.unwrap(), 0);
    let of_city = city(&bench.database).await;
    let counts = of_city.recounted(version).await.unwrap();
    let counts: Vec<_> = counts.iter().map(|one| (one.slug.as_str(), one.moved)).collect();
    assert_eq!(counts, [("yongzhou", Some(0)), ("daoxian", Some(1)), ("jianghua", Some(0))]);
    let refused = of_city.moved_terms(version, 0).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::ReadRecords))), "no contents by this power alone");
    drop(of_city);

    let bureau = bench.bureau(bench.chen).await;
    let page = bureau.moved_terms(version, 0).await.unwrap();
    assert_eq!((page.rows.len(), page.next), (1, None));
    let term = &page.rows[0];
    assert_eq!((term.case, term.clock, term.number.as_str()), (id, Clock::Verify, "道商案〔2026〕1号"));
    assert_eq!((term.was, term.now), (day("2026-11-23"), day("2026-11-24")));
    assert_eq!(bureau.count_moved(version).await.unwrap(), Some(1));
    assert!(matches!(bureau.recounted(version).await, Err(Error::Forbidden(Power::AdministerCity))));
    drop(bureau);

    assert_eq!(store.recount_terms(LONG).await.unwrap(), 0, "a second time it does nothing");
    let bureau = bench.bureau(bench.chen).await;
    let told = bureau.find::<audit::Entity>().filter(audit::Column::Act.eq("clocks_counted_again"));
    assert_eq!(told.all(bureau.tx()).await.unwrap().len(), 1);
}

#[rstest]
#[tokio::test]
async fn a_new_year_makes_provisional_days_final(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    bench.registers_on("2026-12-28").await;
    let version = load(&bench.database, &notice(2027, NEXT)).await;
    bench.database.store.recount_terms(LONG).await.unwrap();
    let bureau = bench.bureau(bench.chen).await;
    let page = bureau.moved_terms(version, 0).await.unwrap();
    let term = page.rows.first().expect("a term moved");
    assert_eq!((term.was_provisional, term.is_provisional), (true, false));
    assert_eq!((term.was, term.now), (day("2027-01-19"), day("2027-01-20")));
    let loaded = bureau.loaded_years().await.unwrap();
    assert_eq!((loaded[0].version, loaded[0].year, loaded[0].basis.as_str()), (version, 2027, BASIS));
    assert_eq!((loaded[0].digest.len(), loaded[0].by.as_str()), (64, "测cityadmin"));
}

#[rstest]
#[tokio::test]
async fn every_server_sees_a_loaded_year_from_the_commit_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let keys = Keys::from_text(KEYS).unwrap();
    let other = Store::open(&database.url, keys, database.clock.clone()).await.unwrap();
    assert!(is_working(&other, "2026-11-10").await && is_working(&database.store, "2026-11-10").await);
    let thrown_away = city(&database).await;
    thrown_away.load_year(&with_one_more("2026-11-11,holiday,元旦"), BASIS).await.unwrap();
    assert!(!thrown_away.calendar().await.unwrap().is_working(day("2026-11-11")));
    drop(thrown_away);
    let first = load(&database, &with_one_more("2026-11-10,holiday,元旦")).await;
    assert_eq!(first, 1, "the number of what was never kept comes again");
    for store in [&database.store, &other] {
        assert!(!is_working(store, "2026-11-10").await && is_working(store, "2026-11-11").await);
    }
    let second = load(&database, &with_one_more("2026-11-12,holiday,元旦")).await;
    assert_eq!(second, 2);
    for store in [&database.store, &other] {
        assert!(is_working(store, "2026-11-10").await && !is_working(store, "2026-11-12").await);
        assert!(!is_working(store, "2026-10-01").await && is_working(store, "2026-10-10").await);
    }
    other.close().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_year_is_loaded_by_the_city_alone_and_only_where_it_changes_something(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let own = database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    let bureau = database.store.operate_as("daoxian", Some(own)).await.unwrap();
    let refused = bureau.load_year(&notice(2027, NEXT), BASIS).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::AdministerCity))));
    drop(bureau);
    let city = city(&database).await;
    let same = notice(2026, &crate::rules::in_use().calendar.csv_of(2026));
    let refused = city.load_year(&same, BASIS).await;
    assert!(matches!(refused, Err(Error::Invalid { field: "text", code: "same_year" })));
    city.load_year(&notice(2027, NEXT), BASIS).await.unwrap();
    let refused = city.load_year(&notice(2027, NEXT), BASIS).await;
    assert!(matches!(refused, Err(Error::Invalid { field: "text", code: "same_year" })));
    let told = city.find::<audit::Entity>().filter(audit::Column::Act.eq("calendar_loaded"));
    let told = told.all(city.tx()).await.unwrap();
    assert_eq!(told.iter().map(|row| row.subject.as_str()).collect::<Vec<_>>(), ["2027"]);
}
