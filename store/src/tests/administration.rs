use crate::entity::{audit, audit_payload};
use crate::testing::TestDatabase;
use crate::{BureauStore, Engine, Error, NewBureau, NewMembership, NewPerson, Session, SignIn, SignInAnswer};
use domain::administration::AdministrationRefusal as Refusal;
use domain::id::{MembershipId, PersonId};
use domain::role::{Power, Role};
use domain::{Day, Lang};
use rstest::rstest;
use sea_orm::QueryOrder;
use secrecy::{ExposeSecret, SecretString};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn membership(roles: &[Role]) -> NewMembership {
    NewMembership {
        roles: roles.to_vec(),
        position: "科员".to_owned(),
        from: day("2026-11-23"),
        to: None,
        certificate: None,
        qualification_no: None,
    }
}

fn person(work_number: &str, name: &str, phone: Option<&str>) -> NewPerson {
    NewPerson { work_number: work_number.to_owned(), name: name.to_owned(), phone: phone.map(str::to_owned) }
}

async fn first_sign_in(database: &TestDatabase, name: &str, password: &SecretString) -> Option<Session> {
    let attempt = SignIn {
        name: name.to_owned(),
        password: password.clone(),
        address: format!("address of {name}"),
        agent: "test".to_owned(),
        language: Lang::Zh,
    };
    match database.store.sign_in(attempt).await.unwrap() {
        SignInAnswer::In { session, .. } => Some(*session),
        _ => None,
    }
}

/// Acts and payloads of a bureau's audit, oldest first.
async fn audited(bureau: &BureauStore) -> Vec<(String, String)> {
    let acts = bureau.find::<audit::Entity>().order_by_asc(audit::Column::Seq);
    let acts = acts.all(bureau.tx()).await.unwrap().into_iter().map(|row| row.act);
    let payloads = bureau.find::<audit_payload::Entity>().order_by_asc(audit_payload::Column::Seq);
    let payloads = payloads.all(bureau.tx()).await.unwrap().into_iter().map(|row| row.payload);
    acts.zip(payloads).collect()
}

async fn member_of(bureau: &BureauStore, person: PersonId) -> MembershipId {
    let members = bureau.members_ever().await.unwrap();
    members.into_iter().find(|member| member.person == person).expect("a member").id
}

fn code(error: Result<impl Sized, Error>) -> &'static str {
    match error {
        Err(Error::Invalid { code, .. }) => code,
        Err(_) => "another error",
        Ok(_) => "done",
    }
}

#[rstest]
#[tokio::test]
async fn an_administrator_admits_a_new_person_who_signs_in_once_with_the_slip(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    database.person("2002", "daoxian", &[Role::Chief]).await;
    let slip = database.store.one_time_password().await.unwrap();
    let (_, chief) = database.sign_in("2002").await;
    let new = person("DX3001", "唐文", Some("139 2108 0000"));
    let bureau = chief.bureau_write("daoxian").await.unwrap();
    let refused = bureau.admit_new(&new, &slip, membership(&[Role::Officer])).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::AdministerBureau))));
    drop(bureau);
    let (_, admin) = database.sign_in("2001").await;
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let city = bureau.admit_new(&new, &slip, membership(&[Role::CityAnalyst])).await;
    assert_eq!(code(city), "city_only");
    drop(bureau);
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let id = bureau.admit_new(&new, &slip, membership(&[Role::Officer])).await.unwrap();
    bureau.commit().await.unwrap();

    let session = first_sign_in(&database, "dx3001", &slip.clear).await.expect("signed in");
    assert!(session.person().must_change_password);
    session.change_password(&slip.clear, &"another horse".into()).await.unwrap();
    assert!(first_sign_in(&database, "dx3001", &slip.clear).await.is_none(), "the slip is used up");

    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let record = bureau.member_record(id).await.unwrap();
    assert_eq!(record.phone.as_deref(), Some("139****0000"));
    assert!(!record.must_change_password);
    let taken = bureau.admit_new(&person("dx3001", "何海", None), &slip, membership(&[Role::Reader])).await;
    assert_eq!(code(taken), "taken");
    let taken = person("dx3002", "何海", Some("13921080000"));
    let taken = bureau.admit_new(&taken, &slip, membership(&[Role::Reader])).await;
    assert!(matches!(taken, Err(Error::Invalid { field: "phone", code: "taken" })));
    let told = audited(&bureau).await;
    let acts: Vec<_> = told.iter().map(|(act, _)| act.as_str()).collect();
    assert_eq!(acts, ["member_admitted", "member_admitted", "account_added", "member_admitted"]);
    let all: String = told.into_iter().map(|(_, payload)| payload).collect();
    assert!(!all.contains("13921080000") && !all.contains(slip.clear.expose_secret()), "{all}");
}

#[rstest]
#[tokio::test]
async fn a_person_of_another_bureau_is_admitted_by_number_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    database.person("1001", "jianghua", &[Role::Officer]).await;
    let (_, admin) = database.sign_in("2001").await;
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let reader = || membership(&[Role::Reader]);
    assert_eq!(code(bureau.admit_known("nobody", reader()).await), "unknown");
    assert_eq!(code(bureau.admit_known("no such/number", reader()).await), "unknown");
    let id = bureau.admit_known(" １００１ ", reader()).await.unwrap();
    assert_eq!(code(bureau.admit_known("1001", reader()).await), "member_already");
    bureau.commit().await.unwrap();
    let (_, lent) = database.sign_in("1001").await;
    assert!(lent.bureau("daoxian").await.is_ok());

    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let ended = NewMembership { to: Some(day("2026-11-23")), ..reader() };
    bureau.change_member(id, 1, ended).await.unwrap();
    bureau.commit().await.unwrap();
    database.clock.advance_millis(24 * 3_600_000);
    let (_, lent) = database.sign_in("1001").await;
    assert!(matches!(lent.bureau("daoxian").await, Err(Error::NotFound)));
    let (_, admin) = database.sign_in("2001").await;
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    bureau.admit_known("1001", reader()).await.unwrap();
    let told = audited(&bureau).await;
    let change = &told.iter().find(|(act, _)| act == "member_changed").expect("audited").1;
    let change: serde_json::Value = serde_json::from_str(change).unwrap();
    assert_eq!((&change["before"]["to"], &change["after"]["to"]), (&().into(), &"2026-11-23".into()));
}

#[rstest]
#[tokio::test]
async fn the_last_administrator_stays(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let own = database.person("2001", "daoxian", &[Role::BureauAdmin, Role::Reader]).await;
    let other = database.person("2002", "daoxian", &[Role::Reader]).await;
    let (_, admin) = database.sign_in("2001").await;
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let (own, other) = (member_of(&bureau, own).await, member_of(&bureau, other).await);
    let from = day("2020-01-01");
    let as_reader = || NewMembership { from, ..membership(&[Role::Reader]) };
    let as_admin = || NewMembership { from, ..membership(&[Role::BureauAdmin]) };
    let leaving = || NewMembership { to: Some(day("2026-12-31")), ..as_admin() };
    assert_eq!(code(bureau.change_member(own, 1, as_reader()).await), "last_administrator");
    assert_eq!(code(bureau.change_member(own, 1, leaving()).await), "last_administrator");
    bureau.change_member(other, 1, as_admin()).await.unwrap();
    bureau.commit().await.unwrap();

    database.store.disable_account("2002", true).await.unwrap();
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let refused = code(bureau.change_member(own, 1, leaving()).await);
    assert_eq!(refused, "last_administrator", "nobody signs in with a disabled account");
    drop(bureau);
    database.store.disable_account("2002", false).await.unwrap();
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    bureau.change_member(own, 1, as_reader()).await.unwrap();
    bureau.commit().await.unwrap();
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let refused = bureau.change_member(own, 2, as_admin()).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::AdministerBureau))), "no administrator any more");
}

#[rstest]
#[tokio::test]
async fn nobody_takes_over_an_account_that_opens_more_than_the_bureau(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let own = database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    let plain = database.person("1001", "daoxian", &[Role::Chief]).await;
    let lent = database.person("1002", "daoxian", &[Role::Reader]).await;
    database.person("1002", "jianghua", &[Role::Reader]).await;
    let far = database.person("3001", "daoxian", &[Role::Reader]).await;
    database.person("3001", "yongzhou", &[Role::CityAdmin]).await;
    database.person("3002", "yongzhou", &[Role::BureauAdmin]).await;
    let slip = database.store.one_time_password().await.unwrap();
    let (plain_token, _) = database.sign_in("1001").await;
    let (_, admin) = database.sign_in("2001").await;
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    for (person, refusal) in
        [(own, Refusal::Oneself), (lent, Refusal::ElsewhereToo), (far, Refusal::ElsewhereToo)]
    {
        let member = member_of(&bureau, person).await;
        assert_eq!(bureau.member_record(member).await.unwrap().password_refusal, Some(refusal));
        assert_eq!(code(bureau.renew_password(member, &slip).await), refusal.code());
    }
    let member = member_of(&bureau, plain).await;
    bureau.renew_password(member, &slip).await.unwrap();
    bureau.commit().await.unwrap();
    assert!(database.store.session(&plain_token).await.unwrap().is_none(), "the sessions end");
    let session = first_sign_in(&database, "1001", &slip.clear).await.expect("signed in");
    assert!(session.person().must_change_password);
    drop(session);

    // In the city's own bureau, an administrator of the bureau is not one of the city.
    let (_, of_city) = database.sign_in("3002").await;
    let bureau = of_city.bureau_write("yongzhou").await.unwrap();
    let own_member = bureau.members(bureau.today()).await.unwrap();
    let own_member = own_member.into_iter().find(|member| member.work_number == "3002").unwrap();
    let city_admin = membership(&[Role::BureauAdmin, Role::CityAdmin]);
    assert_eq!(code(bureau.change_member(own_member.id, 1, city_admin).await), "role_above_own");
    let theirs = member;
    assert!(matches!(bureau.renew_password(theirs, &slip).await, Err(Error::NotFound)));
    assert!(matches!(bureau.member_record(theirs).await, Err(Error::NotFound)));
}

#[rstest]
#[tokio::test]
async fn a_laid_bureau_has_powers_and_an_administrator_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("3001", "yongzhou", &[Role::CityAdmin]).await;
    let (_, admin) = database.sign_in("3001").await;
    let slip = database.store.one_time_password().await.unwrap();
    let zone = NewBureau {
        slug: "jindong".to_owned(),
        parent: Some("yongzhou".to_owned()),
        full_name: "永州市金洞管理区商务局".to_owned(),
        short_name: "金洞商务局".to_owned(),
        number_prefix: "金商".to_owned(),
        ..NewBureau::default()
    };
    let city = admin.bureau_write("yongzhou").await.unwrap();
    let fresh = city.lay_bureau_and_enter(&database.store, zone).await.unwrap();
    let first = membership(&[Role::BureauAdmin]);
    fresh.admit_new(&person("jd0001", "奉立新", None), &slip, first).await.unwrap();
    fresh.commit().await.unwrap();

    let session = first_sign_in(&database, "jd0001", &slip.clear).await.expect("signed in");
    let bureau = session.bureau("jindong").await.unwrap();
    assert_eq!(bureau.bureau().short_name, "金洞商务局");
    assert!(bureau.require(Power::AdministerBureau).is_ok());
    let powers = bureau.powers().await.unwrap();
    assert!(powers.iter().any(|row| row.industry == "oil" && row.capacity == "commerce" && row.to.is_none()));
    assert!(powers.iter().all(|row| row.level == "county"), "{powers:?}");
    let chain = bureau.verify_audit().await.unwrap().expect("whole");
    assert_eq!(usize::try_from(chain).unwrap(), powers.len() + 2, "powers, account, member");
    drop(bureau);
    let city = admin.bureau("yongzhou").await.unwrap();
    let summaries = city.bureau_summaries().await.unwrap();
    let counted: Vec<_> = summaries.iter().map(|one| (one.bureau.slug.as_str(), one.members)).collect();
    assert_eq!(counted, [("yongzhou", 1), ("daoxian", 0), ("jianghua", 0), ("jindong", 1)]);
    assert_eq!(audited(&city).await.last().expect("audited").0, "bureau_laid");
    drop(city);
    assert!(matches!(admin.bureau("jindong").await, Err(Error::NotFound)), "the city is no member of it");
    let refused = session.bureau("jindong").await.unwrap().bureau_summaries().await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::AdministerCity))));
}
