use crate::entity::{audit, audit_payload};
use crate::testing::TestDatabase;
use crate::{BureauStore, Engine, Error, NewMembership, NewPerson, NewPhone, SignIn, SignInAnswer};
use domain::Lang;
use domain::id::PersonId;
use domain::role::{Power, Role};
use domain::value::{PersonName, Phone};
use rstest::rstest;
use sea_orm::QueryOrder;

async fn acts_as(database: &TestDatabase, slug: &str, person: PersonId) -> BureauStore {
    database.store.operate_as(slug, Some(person)).await.unwrap()
}

fn code(done: Result<(), Error>) -> &'static str {
    match done {
        Ok(()) => "done",
        Err(Error::Invalid { code, .. }) => code,
        Err(Error::Conflict) => "conflict",
        Err(Error::NotFound) => "not found",
        Err(error) => panic!("{error}"),
    }
}

fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

/// 道县's administrator, and a member whose account that administrator made.
async fn with_own_member(database: &TestDatabase) -> (PersonId, PersonId) {
    let admin = database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    let slip = database.store.one_time_password().await.unwrap();
    let bureau = acts_as(database, "daoxian", admin).await;
    let new = NewPerson { work_number: "dx9".to_owned(), name: "唐文".to_owned(), phone: None };
    let membership = NewMembership {
        roles: vec![Role::Reader],
        position: String::new(),
        from: bureau.today(),
        to: None,
        certificate: None,
        qualification_no: None,
    };
    bureau.admit_new(&new, &slip, membership).await.unwrap();
    bureau.commit().await.unwrap();
    (admin, database.store.person("dx9").await.unwrap())
}

#[rstest]
#[tokio::test]
async fn an_administrator_changes_name_and_phone_of_an_account_made_here(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let (admin, own) = with_own_member(&database).await;
    let other = database.person("1001", "daoxian", &[Role::Reader]).await;
    let bureau = acts_as(&database, "daoxian", admin).await;
    let record = bureau.account_record(own).await.unwrap();
    assert_eq!((record.phone.as_deref(), record.change_refusal), (None, None));
    let phone = NewPhone::Is(Phone::parse("13900001111").unwrap());
    let first = bureau.change_account(own, record.version, &name("唐文波"), &phone).await;
    assert_eq!(code(first), "done");
    let late = bureau.change_account(own, record.version, &name("唐文"), &NewPhone::Same).await;
    assert_eq!(code(late), "conflict", "somebody else was faster");
    let made_elsewhere = bureau.account_record(other).await.unwrap().version;
    let refused = bureau.change_account(other, made_elsewhere, &name("何海"), &NewPhone::Same).await;
    assert_eq!(code(refused), "laid_elsewhere");
    bureau.commit().await.unwrap();

    let attempt = SignIn {
        name: "13900001111".to_owned(),
        password: "wrong".into(),
        address: "203.0.113.9".to_owned(),
        agent: "test".to_owned(),
        language: Lang::Zh,
    };
    assert!(!matches!(database.store.sign_in(attempt).await.unwrap(), SignInAnswer::In { .. }));
    let bureau = acts_as(&database, "daoxian", admin).await;
    let record = bureau.account_record(own).await.unwrap();
    assert_eq!((record.name.as_str(), record.phone.as_deref()), ("唐文波", Some("139****1111")));
    let gone = bureau.change_account(own, record.version, &name("唐文波"), &NewPhone::None).await;
    assert_eq!(code(gone), "done");
    assert_eq!(bureau.account_record(own).await.unwrap().phone, None);
    let payloads = bureau.find::<audit_payload::Entity>().order_by_asc(audit_payload::Column::Seq);
    let payloads = payloads.all(bureau.tx()).await.unwrap();
    let all: String = payloads.into_iter().map(|row| row.payload).collect();
    assert!(all.contains("唐文波") && !all.contains("13900001111"), "{all}");
}

#[rstest]
#[tokio::test]
async fn a_disabled_account_is_out_at_once_and_comes_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let (admin, _) = with_own_member(&database).await;
    let plain = database.person("1001", "daoxian", &[Role::Reader]).await;
    let lent = database.person("1002", "daoxian", &[Role::Reader]).await;
    database.person("1002", "jianghua", &[Role::Reader]).await;
    let stranger = database.person("1003", "jianghua", &[Role::Reader]).await;
    let city = database.person("3001", "yongzhou", &[Role::CityAdmin]).await;
    let (token, _) = database.sign_in("1001").await;
    let bureau = acts_as(&database, "daoxian", admin).await;
    assert_eq!(code(bureau.switch_account(admin, true).await), "own_account");
    assert_eq!(code(bureau.switch_account(lent, true).await), "switched_by_city");
    assert_eq!(code(bureau.switch_account(stranger, true).await), "not found");
    assert_eq!(code(bureau.switch_account(plain, true).await), "done");
    bureau.commit().await.unwrap();
    assert!(database.store.session(&token).await.unwrap().is_none(), "the sessions end");

    let bureau = acts_as(&database, "daoxian", admin).await;
    assert!(bureau.account_record(plain).await.unwrap().is_disabled);
    assert_eq!(code(bureau.switch_account(plain, false).await), "done");
    let acts = bureau.find::<audit::Entity>().order_by_desc(audit::Column::Seq);
    let acts: Vec<_> = acts.all(bureau.tx()).await.unwrap().into_iter().map(|row| row.act).collect();
    assert_eq!(acts[..2], ["account_enabled", "account_disabled"]);
    bureau.commit().await.unwrap();
    database.sign_in("1001").await;

    let of_city = acts_as(&database, "yongzhou", city).await;
    assert_eq!(of_city.account_of(" １００２ ").await.unwrap(), lent);
    assert!(matches!(of_city.account_of("nobody").await, Err(Error::Invalid { code: "nobody", .. })));
    let bureaus = of_city.account_record(lent).await.unwrap().bureaus;
    let bureaus: Vec<_> = bureaus.iter().map(|(bureau, _)| bureau.as_str()).collect();
    assert_eq!(bureaus, ["道县", "江华县"]);
    assert_eq!(code(of_city.switch_account(lent, true).await), "done");
    assert_eq!(code(of_city.switch_account(city, true).await), "own_account");
    let bureau = of_city;
    bureau.commit().await.unwrap();
    let bureau = acts_as(&database, "daoxian", admin).await;
    assert!(matches!(bureau.account_of("1002").await, Err(Error::Forbidden(Power::AdministerCity))));
}
