use super::cases::Bench;
use crate::entity::audit;
use crate::testing::TestDatabase;
use crate::{BureauStore, Engine, Error, PowerAct};
use domain::Day;
use domain::case::NumberWord;
use domain::catalogue::ReadySetting;
use domain::role::{Power, Role};
use domain::start::{Counter, StartItem, StartState, start_list};
use rstest::rstest;
use sea_orm::{ColumnTrait, QueryFilter};

const REASON: &str = "此前用纸质登记簿编号";

async fn admin(database: &TestDatabase) -> BureauStore {
    let own = match database.store.person("2001").await {
        Ok(own) => own,
        Err(_) => database.person("2001", "daoxian", &[Role::BureauAdmin]).await,
    };
    database.store.operate_as("daoxian", Some(own)).await.unwrap()
}

/// Sets a number; the code of what was refused.
async fn sets(database: &TestDatabase, word: NumberWord, year: i32, last: i64) -> &'static str {
    let bureau = admin(database).await;
    match bureau.set_number(word, year, last, REASON).await {
        Ok(()) => {
            bureau.commit().await.unwrap();
            "done"
        }
        Err(Error::Invalid { code, .. }) => code,
        Err(error) => panic!("{error}"),
    }
}

#[rstest]
#[tokio::test]
async fn the_next_number_follows_the_last_one_used_on_paper(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let database = &bench.database;
    assert_eq!(sets(database, NumberWord::Case, 2026, 37).await, "done");
    assert_eq!(sets(database, NumberWord::Case, 2026, 40).await, "set_before");
    bench.registered().await;
    let bureau = admin(database).await;
    let lines = bureau.number_lines().await.unwrap();
    assert_eq!(lines[0].counter, Counter { last: 38, set_to: Some(37) });
    let (reason, _, by) = lines[0].set.clone().expect("set by hand");
    assert_eq!((reason.as_str(), by.as_str()), (REASON, "测二〇〇一"));
    assert_eq!(bureau.next_number("道商案", 2026).await.unwrap(), 39);
    drop(bureau);
    assert_eq!(sets(database, NumberWord::Decision, 2026, 0).await, "done");
    let bureau = admin(database).await;
    assert_eq!(bureau.next_number("道商罚决", 2026).await.unwrap(), 1, "0 says that none was used");
    let told = bureau.find::<audit::Entity>().filter(audit::Column::Act.eq("number_set"));
    let told = told.all(bureau.tx()).await.unwrap();
    assert_eq!(told.iter().map(|row| row.subject.as_str()).collect::<Vec<_>>(), ["道商案", "道商罚决"]);
}

#[rstest]
#[tokio::test]
async fn no_number_is_given_twice(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    let database = &bench.database;
    for _ in 0..3 {
        bench.registered().await;
    }
    assert_eq!(sets(database, NumberWord::Case, 2026, 2).await, "given_beyond");
    assert_eq!(sets(database, NumberWord::Case, 2020, 2).await, "number_year");
    assert_eq!(sets(database, NumberWord::Case, 2026, -1).await, "number_range");
    assert_eq!(sets(database, NumberWord::Case, 2026, 8).await, "done");
    let officer = bench.bureau(bench.chen).await;
    let refused = officer.set_number(NumberWord::Notice, 2026, 3, REASON).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::AdministerBureau))));
    assert!(matches!(officer.number_lines().await, Err(Error::Forbidden(Power::AdministerBureau))));
    assert_eq!(officer.next_number("道商案", 2026).await.unwrap(), 9);
}

/// What is missing.
async fn missing(bureau: &BureauStore) -> Vec<StartItem> {
    let lines = start_list(&bureau.start_facts().await.unwrap(), bureau.today());
    lines.into_iter().filter(|line| line.state == StartState::Missing).map(|line| line.item).collect()
}

#[rstest]
#[tokio::test]
async fn the_first_day_list_follows_what_is_set_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = admin(&database).await;
    assert_eq!(
        missing(&bureau).await.len(),
        6 + NumberWord::ALL.len(),
        "all but this year's calendar and the next one's"
    );
    drop(bureau);
    let city = database.person("3001", "yongzhou", &[Role::CityAdmin]).await;
    let store = database.store.operate_as("yongzhou", Some(city)).await.unwrap();
    let from: Day = "2026-11-23".parse().unwrap();
    let change =
        PowerAct::Change { setting: ReadySetting::CommerceToday, from, basis: "现行职权".to_owned() };
    store.change_powers(&database.store, "daoxian", &change).await.unwrap().commit().await.unwrap();
    database.person("head", "daoxian", &[Role::Head]).await;
    for word in NumberWord::ALL {
        assert_eq!(sets(&database, word, 2026, 0).await, "done");
    }
    let bureau = admin(&database).await;
    let left = [StartItem::Officers, StartItem::Reviewer, StartItem::FourEyes, StartItem::Settings];
    assert_eq!(missing(&bureau).await, left);
    drop(bureau);
    let of_city = database.store.operate_as("yongzhou", Some(city)).await.unwrap();
    let seen = of_city.start_facts_of("daoxian").await.unwrap();
    assert_eq!((seen.members.len(), seen.numbers_open), (2, None), "counts, and no numbers");
    let refused = of_city.start_facts().await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::AdministerBureau))));
}
