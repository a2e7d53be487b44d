//! Which bureau handles a case: the city designates a county, and who has filed already is known to all.

use super::cases::Bench;
use crate::{Contact, Engine, Error, NewDesignation, Sent};
use domain::case::{Act, CompleteParty, Entry, Name, Note, Particulars, Party, Withdraw, WithdrawalGround};
use domain::id::PersonId;
use domain::role::Role;
use domain::value::{CreditCode, IdNumber};
use rstest::rstest;
use uuid::Uuid;

async fn order(bench: &Bench, by: PersonId, county: &str, token: u128) -> Result<(), Error> {
    let city = bench.database.store.operate_as("yongzhou", Some(by)).await?;
    let new = NewDesignation {
        county: county.to_owned(),
        party: Name::parse("道县××定点屠宰场").unwrap(),
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
    file.parties[0].acts[0].designated_by = Name::parse("永商指管〔2026〕1号").ok();
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
    assert_eq!(seen("yongzhou", supervisor).await, ["永商指管〔2026〕1号"]);
    assert_eq!(seen("daoxian", bench.chen).await, ["永商指管〔2026〕1号"]);
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
    assert_eq!(numbers, ["永商指管〔2026〕2号", "永商指管〔2026〕1号"], "gapless, the newest first");
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
        let found = desk.filed_elsewhere(None, &[party]).await.unwrap();
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

/// What was not known at the filing is known to the city from the day on which it is completed.
#[rstest]
#[tokio::test]
async fn a_code_that_is_learned_after_the_filing_makes_it_known(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let he = bench.database.person("he", "jianghua", &[Role::Officer]).await;
    let id = bench.registered().await;
    let Act::File(mut file) = bench.file() else { unreachable!() };
    file.parties[0].credit_code = None;
    let known = file.parties[0].clone();
    bench.does(bench.zhou, id, Act::File(file)).await;
    let party = Party { credit_code: CreditCode::parse("91431124MA4PT1X32T").ok(), ..known.clone() };
    let asked = async || {
        let bureau = bench.database.store.operate_as("jianghua", Some(he)).await.unwrap();
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let found = desk.filed_elsewhere(None, &[&party]).await.unwrap();
        found.into_iter().map(|one| one.slug).collect::<Vec<_>>()
    };
    assert_eq!(asked().await, Vec::<String>::new());
    let (before, after) = (Particulars::of(&known), Particulars::of(&party));
    let completed = CompleteParty { party: known.id, before, after };
    bench.does(bench.chen, id, Act::CompleteParty(Box::new(completed))).await;
    assert_eq!(asked().await, ["daoxian"]);
}

#[rstest]
#[tokio::test]
async fn a_filing_that_ends_is_forgotten_and_a_citizen_is_known_by_the_sealed_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let he = bench.database.person("he", "jianghua", &[Role::Officer]).await;
    let contact = || Contact { id_number: IdNumber::parse("11010519491231002X").ok(), phone: None };
    let Act::File(file) = bench.file() else { unreachable!() };
    // The number was sealed at the clue, before anything was filed.
    let Act::RegisterClue(mut clue) = super::cases::clue() else { unreachable!() };
    clue.parties = vec![Party { acts: Vec::new(), ..file.parties[0].clone() }];
    bench.goes_to("2026-11-02");
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let begun = desk.register(bureau.today(), Act::RegisterClue(clue.clone()), Entry::default()).await;
    let id = begun.unwrap().unwrap().case();
    desk.seal_contact(id, file.parties[0].id, &contact()).await.unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    bench.does(bench.zhou, id, Act::File(file.clone())).await;

    let bureau = bench.database.store.operate_as("jianghua", Some(he)).await.unwrap();
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let begun = desk.register(bureau.today(), Act::RegisterClue(clue), Entry::default()).await;
    let there = begun.unwrap().unwrap().case();
    let asked = async || {
        let found = desk.filed_elsewhere(Some(there), &[&file.parties[0]]).await.unwrap();
        found.into_iter().map(|one| one.slug).collect::<Vec<_>>()
    };
    assert_eq!(asked().await, Vec::<String>::new(), "nobody knows yet who it is");
    desk.seal_contact(there, file.parties[0].id, &contact()).await.unwrap();
    assert_eq!(asked().await, ["daoxian"]);
    drop(desk);
    bureau.commit().await.unwrap();

    let reason = Note::parse("违法事实不能成立").unwrap();
    let ground = WithdrawalGround::ALL[0];
    bench
        .does(bench.zhou, id, Act::Withdraw(Withdraw { parties: vec![file.parties[0].id], ground, reason }))
        .await;
    let bureau = bench.database.store.operate_as("jianghua", Some(he)).await.unwrap();
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let found = desk.filed_elsewhere(Some(there), &[&file.parties[0]]).await.unwrap();
    assert_eq!(found, Vec::new(), "the filing was withdrawn");
}
