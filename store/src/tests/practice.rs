//! The practice area: the bureau's people at work in a bureau that nobody else knows of.

use super::cases::Bench;
use super::figures_bench::{Counties, Dice, book, case_act, training_act};
use crate::entity::{case, city_figure, city_filing, city_person, city_term, city_total, enrolment};
use crate::scope::SharedStore;
use crate::testing::TestDatabase;
use crate::{Bureau, Engine, Error, NewBureau, NewMembership, database::Access};
use domain::case::{Act, Entry};
use domain::role::Role;
use domain::value::CreditCode;
use rstest::rstest;
use sea_orm::PaginatorTrait;

const AREA: &str = "daoxian-yanlian";

/// The administrator of daoxian opens a practice area.
async fn opened(database: &TestDatabase) -> Bureau {
    database.person("admin", "daoxian", &[Role::BureauAdmin]).await;
    let bureau = database.sign_in("admin").await.1.bureau_write("daoxian").await.unwrap();
    let area = bureau.open_practice().await.unwrap();
    bureau.commit().await.unwrap();
    area
}

#[rstest]
#[tokio::test]
async fn whoever_works_in_the_bureau_practises_in_the_area_and_nobody_else_enters_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let database = &bench.database;
    let area = opened(database).await;
    assert_eq!((area.slug.as_str(), area.full_name.as_str()), (AREA, "道县商务局（演练）"));
    database.person("he", "jianghua", &[Role::Head]).await;
    database.person("liu", "yongzhou", &[Role::CityAdmin, Role::CityAnalyst, Role::CitySupervisor]).await;
    let enters = async |who: &str| {
        let session = database.sign_in(who).await.1;
        session.bureau(AREA).await.map(|bureau| bureau.actor().roles.clone())
    };
    assert_eq!(enters("zhou").await.unwrap(), [Role::Head]);
    assert_eq!(enters("chen").await.unwrap(), [Role::Reader, Role::Officer]);
    for nobody in ["admin", "he", "liu"] {
        assert!(matches!(enters(nobody).await, Err(Error::NotFound)), "{nobody}");
    }
    let practised = database.store.operate_as(AREA, Some(bench.zhou)).await.unwrap();
    let certified = practised.members(practised.today()).await.unwrap();
    assert!(certified.iter().any(|one| one.person == bench.chen && one.is_certified_on(practised.today())));
    assert_eq!(practised.powers().await.unwrap().len(), 1, "what the bureau may, may be practised");
    assert!(matches!(practised.open_practice().await, Err(Error::Forbidden(_))));
    drop(practised);
    let head = database.sign_in("zhou").await.1.bureau_write("daoxian").await.unwrap();
    assert!(matches!(head.open_practice().await, Err(Error::Forbidden(_))));
    drop(head);
    let end = NewMembership {
        roles: vec![Role::Head],
        position: String::new(),
        from: "2020-01-01".parse().unwrap(),
        to: Some("2026-11-20".parse().unwrap()),
        certificate: None,
        qualification_no: None,
    };
    let admin = database.sign_in("admin").await.1.bureau_write("daoxian").await.unwrap();
    let members = admin.members_ever().await.unwrap();
    let zhou = members.into_iter().find(|one| one.person == bench.zhou).unwrap();
    admin.change_member(zhou.id, zhou.version, end).await.unwrap();
    admin.commit().await.unwrap();
    assert!(
        matches!(enters("zhou").await, Err(Error::NotFound)),
        "who has left the bureau has left the area"
    );
}

#[rstest]
#[tokio::test]
async fn an_area_opened_again_is_empty_and_its_old_address_is_gone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    opened(&bench.database).await;
    let admin = bench.database.sign_in("admin").await.1;
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let again = bureau.open_practice().await.unwrap();
    assert_eq!(again.slug, "daoxian-yanlian-2");
    assert_eq!(bureau.practice().await.unwrap(), Some(again.clone()));
    bureau.commit().await.unwrap();
    let enters = async |slug: &str| bench.database.sign_in("zhou").await.1.bureau(slug).await.map(drop);
    assert!(matches!(enters(AREA).await, Err(Error::NotFound)));
    assert!(enters(&again.slug).await.is_ok());
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    bureau.close_practice().await.unwrap();
    bureau.close_practice().await.unwrap();
    assert_eq!(bureau.practice().await.unwrap(), None);
    bureau.commit().await.unwrap();
    assert!(matches!(enters(&again.slug).await, Err(Error::NotFound)));
    let chains = bench.database.store.verify_audit(false).await.unwrap();
    assert!(chains.iter().any(|chain| chain.bureau == AREA), "closed areas keep their record: {chains:?}");
}

#[rstest]
#[tokio::test]
async fn the_area_takes_the_names_that_its_bureau_takes(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    opened(&database).await;
    let mut bureau = database.sign_in("admin").await.1.bureau_write("daoxian").await.unwrap();
    let changed = Bureau {
        full_name: "道县商务和粮食局".to_owned(),
        phone: "07465230000".to_owned(),
        ..bureau.bureau().clone()
    };
    bureau.change_bureau(&changed).await.unwrap();
    let area = bureau.practice().await.unwrap().unwrap();
    assert_eq!(area.full_name, "道县商务和粮食局（演练）");
    assert_eq!((area.number_prefix.as_str(), area.phone.as_str()), ("演练道商", "07465230000"));
}

#[rstest]
#[tokio::test]
async fn neither_the_city_nor_a_county_sees_that_there_is_an_area(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let database = &bench.database;
    opened(database).await;
    database.person("liu", "yongzhou", &[Role::CityAdmin, Role::CityAnalyst, Role::CitySupervisor]).await;
    database.person("he", "jianghua", &[Role::Head]).await;
    let city = database.sign_in("liu").await.1;
    let slugs = |bureaus: Vec<Bureau>| bureaus.into_iter().map(|one| one.slug).collect::<Vec<_>>();
    let all = ["yongzhou", "daoxian", "jianghua"];
    assert_eq!(slugs(database.store.bureaus().await.unwrap()), all);
    assert_eq!(slugs(city.city("yongzhou").await.unwrap().bureaus().await.unwrap()), all);
    let writes = city.bureau_write("yongzhou").await.unwrap();
    let laid = writes.bureau_summaries().await.unwrap().into_iter().map(|one| one.bureau);
    assert_eq!(slugs(laid.collect()), all);
    assert!(matches!(writes.powers_of(AREA).await, Err(Error::NotFound)));
    assert!(matches!(writes.start_facts_of(AREA).await, Err(Error::NotFound)));
    let below = NewBureau {
        slug: "zone".to_owned(),
        parent: Some(AREA.to_owned()),
        full_name: "管理区".to_owned(),
        ..NewBureau::default()
    };
    assert!(matches!(writes.lay_bureau(below).await, Err(Error::NotFound)));
    drop(writes);
    let county = database.sign_in("he").await.1.bureau("jianghua").await.unwrap();
    assert_eq!(slugs(county.receivers().await.unwrap()), ["yongzhou", "daoxian"]);
    drop(county);
    // Nor do two areas know of each other.
    database.person("other", "jianghua", &[Role::BureauAdmin]).await;
    let other = database.sign_in("other").await.1.bureau_write("jianghua").await.unwrap();
    other.open_practice().await.unwrap();
    other.commit().await.unwrap();
    let practised = database.store.operate_as(AREA, Some(bench.zhou)).await.unwrap();
    assert_eq!(slugs(practised.receivers().await.unwrap()), Vec::<String>::new(), "nothing leaves the area");
}

#[rstest]
#[tokio::test]
async fn a_case_of_the_area_has_a_number_of_its_own_and_the_city_is_not_told_of_its_filing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    opened(&bench.database).await;
    let Act::File(mut file) = bench.file() else { unreachable!() };
    file.parties[0].credit_code = CreditCode::parse("91431124MA4PT1X32T").ok();
    let filed = async |slug: &str| {
        let bureau = bench.database.store.operate_as(slug, Some(bench.chen)).await.unwrap();
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let id = desk.register(bureau.today(), super::cases::clue(), Entry::default()).await;
        let id = id.unwrap().unwrap().case();
        drop(desk);
        bureau.commit().await.unwrap();
        let bureau = bench.database.store.operate_as(slug, Some(bench.zhou)).await.unwrap();
        let desk = bureau.case_desk(bench.books.open()).await.unwrap();
        let act = Act::File(file.clone());
        desk.act(id, 1, bureau.today(), act, Entry::default()).await.unwrap().unwrap();
        let number = desk.case(id).await.unwrap().case.clue.number.clone();
        drop(desk);
        bureau.commit().await.unwrap();
        number
    };
    assert_eq!(filed(AREA).await.as_deref(), Some("演练道商案〔2026〕1号"));
    let shared = SharedStore::begin(&bench.database.store, Access::Read).await.unwrap();
    assert_eq!(shared.find::<city_filing::Entity>().count(shared.tx()).await.unwrap(), 0);
    assert_eq!(shared.find::<city_term::Entity>().count(shared.tx()).await.unwrap(), 0);
    drop(shared);
    assert_eq!(
        filed("daoxian").await.unwrap().to_string(),
        "道商案〔2026〕1号",
        "the bureau's own begin at 1"
    );
}

#[rstest]
#[tokio::test]
async fn whatever_is_practised_moves_no_figure(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let counties = Counties::new(engine).await;
    opened(&counties.database).await;
    let (mut dice, mut serial, seats) = (Dice::new(7), 0, counties.seats[0]);
    for nth in 0..480 {
        counties.goes_to(&format!("2026-{:02}-{:02}", 1 + nth / 48, 1 + nth % 28));
        let people = [seats.officer, seats.head, seats.chief, seats.trainer, seats.head];
        let bureau = counties.open(AREA, people[dice.of(people.len())]).await;
        let done = match dice.of(3) {
            0 => training_act(&bureau, &seats, &mut dice, &mut serial).await,
            _ => case_act(&bureau, &seats, &mut dice).await,
        };
        match done {
            Ok(_) => bureau.commit().await.unwrap(),
            Err(Error::Conflict | Error::Forbidden(_)) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
    let bureau = counties.open(AREA, seats.head).await;
    let (cases, people) = (bureau.find::<case::Entity>(), bureau.find::<enrolment::Entity>());
    let (cases, people) = (cases.count(bureau.tx()).await.unwrap(), people.count(bureau.tx()).await.unwrap());
    assert!(cases > 5 && people > 0, "{cases} cases, {people} people");
    bureau.case_desk(book()).await.unwrap().reproject().await.unwrap();
    bureau.commit().await.unwrap();
    let shared = SharedStore::begin(&counties.database.store, Access::Read).await.unwrap();
    assert_eq!(shared.find::<city_figure::Entity>().count(shared.tx()).await.unwrap(), 0);
    assert_eq!(shared.find::<city_total::Entity>().count(shared.tx()).await.unwrap(), 0);
    assert_eq!(shared.find::<city_person::Entity>().count(shared.tx()).await.unwrap(), 0);
    drop(shared);
    let recount = counties.recount().await;
    assert_eq!((recount.cases, recount.differences), (0, vec![]), "what is practised is not counted again");
}

#[rstest]
#[tokio::test]
async fn a_new_calendar_is_counted_in_the_area_too_and_the_citys_list_does_not_say_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let area = opened(&bench.database).await;
    bench.goes_to("2026-11-02");
    let bureau = bench.database.store.operate_as(AREA, Some(bench.chen)).await.unwrap();
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    desk.register(bureau.today(), super::cases::clue(), Entry::default()).await.unwrap().unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    // The area was laid on the 23rd; the calendar comes after it.
    bench.goes_to("2026-11-23");
    let version = super::calendar::one_more_holiday(&bench.database).await;
    bench.database.store.recount_terms(std::time::Duration::from_secs(600)).await.unwrap();
    let bureau = bench.database.store.operate_as(AREA, Some(bench.zhou)).await.unwrap();
    assert_eq!(bureau.count_moved(version).await.unwrap(), Some(1), "the practised term moved");
    drop(bureau);
    let city = bench.database.sign_in("cityadmin").await.1.bureau("yongzhou").await.unwrap();
    let told = city.recounted(version).await.unwrap();
    assert!(told.len() == 3 && told.iter().all(|one| one.slug != area.slug), "{told:?}");
}
