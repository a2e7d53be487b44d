//! Which bureau handles a case: the city designates a county, and who has filed already is known to all.

use super::cases::Bench;
use crate::{Engine, Error, NewDesignation, Sent};
use domain::case::{Act, Entry, Name, Note, Party};
use domain::id::PersonId;
use domain::role::Role;
use domain::value::CreditCode;
use rstest::rstest;
use uuid::Uuid;

async fn order(bench: &Bench, by: PersonId, county: &str, token: u128) -> Result<(), Error> {
    let city = bench.database.store.operate_as("yongzhou", Some(by)).await?;
    let new = NewDesignation {
        county: county.to_owned(),
        party: Name::parse("江华××屠宰点").unwrap(),
        matter: Note::parse("两县交界处私屠滥宰").unwrap(),
        reason: Note::parse("两县争议").unwrap(),
    };
    city.designate(&bench.database.store, new, Uuid::from_u128(token)).await
}

#[rstest]
#[tokio::test]
async fn an_order_stands_with_the_city_and_with_the_county_and_opens_its_filing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let supervisor = bench.database.person("liu", "yongzhou", &[Role::CitySupervisor]).await;
    let other = bench.database.person("he", "jianghua", &[Role::Reader]).await;
    let id = bench.registered().await;
    let Act::File(mut file) = bench.file() else { unreachable!() };
    file.parties[0].acts[0].area = Some(0);
    file.parties[0].acts[0].designated_by = Name::parse("永商指〔2026〕1号").ok();
    let files = async || {
        let bureau = bench.bureau(bench.zhou).await;
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        desk.act(id, 1, bureau.today(), Act::File(file.clone()), Entry::default()).await.unwrap()
    };
    assert_eq!(files().await.unwrap_err().code.word(), "not_our_area");
    order(&bench, supervisor, "daoxian", 1).await.unwrap();
    assert!(files().await.is_ok());
    let seen = async |slug: &str, person| {
        let bureau = bench.database.store.operate_as(slug, Some(person)).await.unwrap();
        assert!(bureau.verify_audit().await.unwrap().is_ok());
        let rows = bureau.designations().await.unwrap();
        rows.into_iter().map(|row| row.number).collect::<Vec<_>>()
    };
    assert_eq!(seen("yongzhou", supervisor).await, ["永商指〔2026〕1号"]);
    assert_eq!(seen("daoxian", bench.chen).await, ["永商指〔2026〕1号"]);
    assert_eq!(seen("jianghua", other).await, Vec::<String>::new());
}

#[rstest]
#[tokio::test]
async fn only_the_supervisor_orders_and_an_order_sent_twice_is_given_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let supervisor = bench.database.person("liu", "yongzhou", &[Role::CitySupervisor]).await;
    let analyst = bench.database.person("he", "yongzhou", &[Role::CityAnalyst]).await;
    assert!(matches!(order(&bench, analyst, "daoxian", 1).await, Err(Error::Forbidden(_))));
    let nowhere = order(&bench, supervisor, "yongzhou", 1).await;
    assert!(matches!(nowhere, Err(Error::Invalid { field: "county", .. })));
    order(&bench, supervisor, "daoxian", 1).await.unwrap();
    let city = bench.database.store.operate_as("yongzhou", Some(supervisor)).await.unwrap();
    assert!(matches!(city.designated_before(Uuid::from_u128(1)).await, Ok(Sent::Before(_))));
    drop(city);
    order(&bench, supervisor, "jianghua", 1).await.unwrap_err();
    order(&bench, supervisor, "jianghua", 2).await.unwrap();
    let city = bench.database.store.operate_as("yongzhou", Some(supervisor)).await.unwrap();
    let numbers: Vec<_> = city.designations().await.unwrap().into_iter().map(|row| row.number).collect();
    assert_eq!(numbers, ["永商指〔2026〕2号", "永商指〔2026〕1号"], "gapless, the newest first");
}

#[rstest]
#[tokio::test]
async fn another_bureau_learns_that_the_act_was_filed_and_by_whom_and_nothing_else(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let elsewhere = bench.database.person("he", "jianghua", &[Role::Officer]).await;
    let id = bench.registered().await;
    let Act::File(mut file) = bench.file() else { unreachable!() };
    file.parties[0].credit_code = CreditCode::parse("91431124MA4PT1X32T").ok();
    let party = file.parties[0].clone();
    let asked = async |slug: &str, person, party: &Party| {
        let bureau = bench.database.store.operate_as(slug, Some(person)).await.unwrap();
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let found = desk.filed_elsewhere(party).await.unwrap();
        found.into_iter().map(|one| one.slug).collect::<Vec<_>>()
    };
    assert_eq!(asked("jianghua", elsewhere, &party).await, Vec::<String>::new());
    bench.does(bench.zhou, id, Act::File(file)).await;
    assert_eq!(asked("jianghua", elsewhere, &party).await, ["daoxian"]);
    assert_eq!(asked("daoxian", bench.chen, &party).await, Vec::<String>::new(), "its own filing is no news");
    let mut later = party.clone();
    later.acts[0].on = later.acts[0].on + chrono::Days::new(1);
    assert_eq!(asked("jianghua", elsewhere, &later).await, Vec::<String>::new(), "another day's act");
    let unknown = Party { credit_code: None, ..party };
    assert_eq!(asked("jianghua", elsewhere, &unknown).await, Vec::<String>::new());
}
