use super::cases::Bench;
use crate::entity::audit;
use crate::testing::TestDatabase;
use crate::{BureauStore, Engine, Error, PowerAct, PowerRow, Rulebook};
use domain::Day;
use domain::case::Entry;
use domain::catalogue::ReadySetting;
use domain::id::PersonId;
use domain::role::{Power, Role};
use rstest::rstest;
use sea_orm::QueryOrder;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn oil(from: &str) -> PowerRow {
    PowerRow {
        industry: "oil".to_owned(),
        capacity: "emergency".to_owned(),
        level: "county".to_owned(),
        from: day(from),
        to: None,
        basis: "省政府决定".to_owned(),
    }
}

async fn city(database: &TestDatabase, admin: PersonId) -> BureauStore {
    database.store.operate_as("yongzhou", Some(admin)).await.unwrap()
}

/// Does an act on 道县's powers; the code of what was refused.
async fn does(database: &TestDatabase, admin: PersonId, act: PowerAct) -> &'static str {
    let city = city(database, admin).await;
    match city.change_powers(&database.store, "daoxian", &act).await {
        Ok(there) => {
            there.commit().await.unwrap();
            "done"
        }
        Err(Error::Invalid { code, .. }) => code,
        Err(Error::NotFound) => "not found",
        Err(error) => panic!("{error}"),
    }
}

/// The acts of a bureau's chain, oldest first.
async fn chain(database: &TestDatabase, slug: &str) -> Vec<String> {
    let bureau = database.store.operate(slug).await.unwrap();
    let rows =
        bureau.find::<audit::Entity>().order_by_asc(audit::Column::Seq).all(bureau.tx()).await.unwrap();
    rows.into_iter().map(|row| row.act).filter(|act| act.starts_with("power")).collect()
}

#[rstest]
#[tokio::test]
async fn the_city_gives_and_ends_a_power_and_both_chains_say_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let admin = database.person("3001", "yongzhou", &[Role::CityAdmin]).await;
    assert_eq!(does(&database, admin, PowerAct::Give(oil("2026-01-01"))).await, "done");
    assert_eq!(does(&database, admin, PowerAct::Give(oil("2026-06-01"))).await, "held_already");
    let tax = PowerRow { capacity: "tax".to_owned(), ..oil("2026-01-01") };
    assert_eq!(does(&database, admin, PowerAct::Give(tax)).await, "not_given");

    let (_, held) = city(&database, admin).await.powers_of("daoxian").await.unwrap();
    assert_eq!((held.len(), held[0].by.as_str()), (1, "测三〇〇一"));
    let end = |last_day: &str| PowerAct::End {
        power: held[0].id,
        last_day: day(last_day),
        basis: "省政府收回".to_owned(),
    };
    assert_eq!(does(&database, admin, end("2025-12-31")).await, "date_order");
    assert_eq!(does(&database, admin, end("2026-11-22")).await, "done");
    assert_eq!(does(&database, admin, end("2026-11-20")).await, "ended_already");
    let (_, held) = city(&database, admin).await.powers_of("daoxian").await.unwrap();
    assert_eq!(held[0].row.to, Some(day("2026-11-22")), "it stays, with its last day");
    assert_eq!(chain(&database, "daoxian").await, ["power_given", "power_ended"]);
    assert_eq!(chain(&database, "yongzhou").await, ["powers_changed", "powers_changed"]);
    let there = database.store.operate("daoxian").await.unwrap();
    assert_eq!(there.verify_audit().await.unwrap(), Ok(2));
}

#[rstest]
#[tokio::test]
async fn nobody_else_changes_powers_and_no_power_of_another_bureau_is_ended(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let admin = database.person("3001", "yongzhou", &[Role::CityAdmin]).await;
    let own = database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    let there = city(&database, admin).await;
    let give = PowerAct::Give(oil("2026-01-01"));
    there.change_powers(&database.store, "jianghua", &give).await.unwrap().commit().await.unwrap();
    let (_, theirs) = city(&database, admin).await.powers_of("jianghua").await.unwrap();
    let (power, basis) = (theirs[0].id, "误赋".to_owned());
    let end = PowerAct::End { power, last_day: day("2026-11-22"), basis };
    assert_eq!(does(&database, admin, end).await, "not found");
    let county = database.store.operate_as("daoxian", Some(own)).await.unwrap();
    assert_eq!(county.held_powers().await.unwrap(), [], "its own, which are none");
    assert!(matches!(county.powers_of("jianghua").await, Err(Error::Forbidden(Power::AdministerCity))));
    let refused = county.change_powers(&database.store, "daoxian", &give).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::AdministerCity))));
}

#[rstest]
#[tokio::test]
async fn a_ready_setting_is_one_act(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let admin = database.person("3001", "yongzhou", &[Role::CityAdmin]).await;
    let change =
        |setting, from: &str| PowerAct::Change { setting, from: day(from), basis: "决定".to_owned() };
    let comprehensive = change(ReadySetting::ComprehensiveEnforcement, "2026-01-01");
    assert_eq!(does(&database, admin, comprehensive.clone()).await, "done");
    assert_eq!(does(&database, admin, comprehensive).await, "nothing_to_change");
    let bureau = database.store.operate("daoxian").await.unwrap();
    let stands = |rows: Vec<PowerRow>| rows.iter().filter(|row| row.to.is_none()).count();
    assert_eq!(stands(bureau.powers().await.unwrap()), 35, "seven industries in five capacities");
    drop(bureau);
    assert_eq!(does(&database, admin, change(ReadySetting::CommerceToday, "2026-12-01")).await, "done");
    let bureau = database.store.operate("daoxian").await.unwrap();
    let rows = bureau.powers().await.unwrap();
    assert!(rows.iter().filter(|row| row.to.is_none()).all(|row| row.capacity == "commerce"), "{rows:?}");
    let ended = rows.iter().filter(|row| row.to == Some(day("2026-11-30"))).count();
    assert_eq!(ended, 35, "nothing is deleted");
}

#[rstest]
#[tokio::test]
async fn an_industry_switched_off_keeps_its_old_files_readable(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let id = bench.registered().await;
    bench.does(bench.zhou, id, bench.file()).await;
    let later = bench.registered().await;
    let admin = bench.database.person("3001", "yongzhou", &[Role::CityAdmin]).await;
    let (_, held) = city(&bench.database, admin).await.powers_of("daoxian").await.unwrap();
    let (power, basis) = (held[0].id, "移交农业农村局".to_owned());
    let end = PowerAct::End { power, last_day: day("2026-11-01"), basis };
    assert_eq!(does(&bench.database, admin, end).await, "done");
    let bureau = bench.bureau(bench.zhou).await;
    let desk = bureau.case_desk(Rulebook::in_use()).await.unwrap();
    assert_eq!(desk.case(id).await.unwrap().events.len(), 2, "the old file is read");
    let refused = desk.act(later, 1, bureau.today(), bench.file(), Entry::default()).await.unwrap();
    assert_eq!(refused.unwrap_err().code.word(), "no_power");
}
