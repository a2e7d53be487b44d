use crate::testing::{MONDAY, PASSWORD, TestDatabase};
use crate::{Engine, Error, NewAccount, NewBureau, NewMembership, PowerRow, SignIn, SignInAnswer};
use domain::role::{Power, Role};
use domain::{Day, Lang};
use rstest::rstest;

fn attempt(name: &str, password: &str, address: &str) -> SignIn {
    SignIn {
        name: name.to_owned(),
        password: password.into(),
        address: address.to_owned(),
        agent: "test".to_owned(),
        language: Lang::En,
    }
}

fn account(work_number: &str, name: &str, phone: Option<&str>) -> NewAccount {
    NewAccount {
        work_number: work_number.to_owned(),
        name: name.to_owned(),
        phone: phone.map(str::to_owned),
        password: PASSWORD.into(),
        must_change_password: true,
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[rstest]
#[tokio::test]
async fn a_person_signs_in_by_number_phone_or_pinyin(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::new(engine).await;
    let store = &database.store;
    store.add_account(account("DX1001", "唐文", Some("139 2108 0000"))).await.unwrap();
    store.add_account(account("dx1002", "李伟", None)).await.unwrap();
    store.add_account(account("dx1003", "李卫", None)).await.unwrap();
    for name in ["dx1001", " DX1001 ", "ＤＸ1001", "13921080000", "tangwen"] {
        let answer = store.sign_in(attempt(name, PASSWORD, "a")).await.unwrap();
        let SignInAnswer::In { session, .. } = answer else { panic!("{name}") };
        assert_eq!(session.person().name, "唐文");
        assert!(session.person().must_change_password);
    }
    for name in ["liwei", "", "nobody", "a\0b"] {
        assert!(matches!(store.sign_in(attempt(name, PASSWORD, "b")).await.unwrap(), SignInAnswer::Refused));
    }
    let taken = store.add_account(account("dx1001", "唐文", None)).await;
    assert!(matches!(taken, Err(Error::Invalid { field: "work_number", code: "taken" })));
    for bad in ["x", "two/words", "道县"] {
        assert!(store.add_account(account(bad, "唐文", None)).await.is_err(), "{bad}");
    }
}

#[rstest]
#[tokio::test]
async fn failures_are_answered_slower_whether_the_name_exists_or_not(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("1001", "daoxian", &[Role::Reader]).await;
    let mut told = Vec::new();
    for (name, address) in [("1001", "a"), ("nobody", "b")] {
        let mut answers = Vec::new();
        for _ in 0..4 {
            answers.push(match database.store.sign_in(attempt(name, "wrong pass", address)).await.unwrap() {
                SignInAnswer::In { .. } => panic!("signed in"),
                SignInAnswer::Refused => 0,
                SignInAnswer::Wait { seconds } => seconds,
            });
        }
        told.push(answers);
    }
    assert_eq!(told, [[0, 0, 0, 1], [0, 0, 0, 1]]);
    // The right password waits too, from there; from elsewhere the head is not locked out.
    let here = database.store.sign_in(attempt("1001", PASSWORD, "a")).await.unwrap();
    assert!(matches!(here, SignInAnswer::Wait { seconds: 1 }));
    let elsewhere = database.store.sign_in(attempt("1001", PASSWORD, "c")).await.unwrap();
    assert!(matches!(elsewhere, SignInAnswer::In { .. }));
    database.clock.advance_millis(1_000);
    let later = database.store.sign_in(attempt("1001", PASSWORD, "a")).await.unwrap();
    assert!(matches!(later, SignInAnswer::In { .. }));
}

#[rstest]
#[tokio::test]
async fn a_session_ends_idle_absolutely_or_revoked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    const HOUR: i64 = 3_600_000;
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("1001", "daoxian", &[Role::Reader]).await;
    database.person("1002", "daoxian", &[Role::Reader]).await;
    let store = &database.store;
    let (token, _) = database.sign_in("1001").await;
    assert!(store.session("forged").await.unwrap().is_none());
    for _ in 0..3 {
        database.clock.advance_millis(7 * HOUR);
        assert!(store.session(&token).await.unwrap().is_some());
    }
    database.clock.advance_millis(3 * HOUR);
    assert!(store.session(&token).await.unwrap().is_none(), "absolute end");
    let (token, _) = database.sign_in("1001").await;
    database.clock.advance_millis(8 * HOUR);
    assert!(store.session(&token).await.unwrap().is_none(), "idle end");

    let (token, session) = database.sign_in("1001").await;
    let (other_token, _) = database.sign_in("1001").await;
    let (_, foreign) = database.sign_in("1002").await;
    let open = session.open_sessions().await.unwrap();
    assert_eq!((open.len(), open.iter().filter(|line| line.is_this).count()), (2, 1));
    let other = open.iter().find(|line| !line.is_this).unwrap();
    assert!(matches!(foreign.revoke(other.id).await, Err(Error::NotFound)));
    session.revoke(other.id).await.unwrap();
    assert!(store.session(&other_token).await.unwrap().is_none());
    session.sign_out().await.unwrap();
    session.sign_out().await.unwrap();
    assert!(store.session(&token).await.unwrap().is_none());
}

#[rstest]
#[tokio::test]
async fn a_new_password_ends_the_other_sessions(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("1001", "daoxian", &[Role::Reader]).await;
    let store = &database.store;
    let (token, session) = database.sign_in("1001").await;
    let (other, _) = database.sign_in("1001").await;
    let wrong = session.change_password(&"not this".into(), &"another horse".into()).await;
    assert!(matches!(wrong, Err(Error::Invalid { field: "old", code: "wrong" })));
    let same = session.change_password(&PASSWORD.into(), &PASSWORD.into()).await;
    assert!(matches!(same, Err(Error::Invalid { field: "new", code: "same" })));
    session.change_password(&PASSWORD.into(), &"another horse".into()).await.unwrap();
    assert!(store.session(&token).await.unwrap().is_some());
    assert!(store.session(&other).await.unwrap().is_none());

    store.set_password("1001", &"from the slip".into()).await.unwrap();
    assert!(store.session(&token).await.unwrap().is_none());
    store.disable_account("1001", true).await.unwrap();
    let disabled = store.sign_in(attempt("1001", "from the slip", "z")).await.unwrap();
    assert!(matches!(disabled, SignInAnswer::Refused));
    assert!(matches!(store.disable_account("nobody", true).await, Err(Error::NotFound)));
}

#[rstest]
#[tokio::test]
async fn somebody_elses_bureau_is_not_found(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("1001", "daoxian", &[Role::Officer]).await;
    database.person("1001", "jianghua", &[Role::Reader]).await;
    let (token, session) = database.sign_in("1001").await;
    let roles: Vec<_> = session.workspaces().iter().map(|(b, r)| (b.slug.clone(), r.clone())).collect();
    assert_eq!(
        roles,
        [("daoxian".to_owned(), vec![Role::Officer]), ("jianghua".to_owned(), vec![Role::Reader])]
    );
    for slug in ["yongzhou", "nowhere", "", "DAOXIAN", "daoxian'--", "dao\0xian", "ｄaoxian"] {
        assert!(matches!(session.bureau(slug).await, Err(Error::NotFound)), "{slug}");
        assert!(matches!(session.bureau_write(slug).await, Err(Error::NotFound)), "{slug}");
    }
    let bureau = session.bureau("jianghua").await.unwrap();
    assert!(matches!(bureau.require(Power::WorkCases), Err(Error::Forbidden(Power::WorkCases))));
    assert!(matches!(bureau.audit("tried", "x", &1).await, Err(Error::Setup(_))), "reading writes nothing");
    drop(bureau);
    database.store.disable_account("1001", true).await.unwrap();
    assert!(database.store.session(&token).await.unwrap().is_none());
    assert!(matches!(session.bureau_write("daoxian").await, Err(Error::NotFound)), "not by an older request");
}

#[rstest]
#[tokio::test]
async fn a_membership_counts_from_its_first_to_its_last_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    let person = database.store.add_account(account("1001", "唐文", None)).await.unwrap();
    let (_, admin) = database.sign_in("2001").await;
    let mut new = NewMembership {
        roles: vec![Role::Officer],
        position: "科员".to_owned(),
        from: day("2026-11-24"),
        to: Some(day("2026-11-25")),
        certificate: None,
        qualification_no: None,
    };
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    let id = bureau.admit(person, new.clone()).await.unwrap();
    let city_role = NewMembership { roles: vec![Role::CityAdmin], ..new.clone() };
    assert!(matches!(bureau.admit(person, city_role).await, Err(Error::Invalid { field: "roles", .. })));
    bureau.commit().await.unwrap();
    for (hours, member) in [(0, false), (24, true), (48, true), (72, false)] {
        database.clock.set(MONDAY.plus_millis(hours * 3_600_000));
        let (_, session) = database.sign_in("1001").await;
        assert_eq!(session.bureau("daoxian").await.is_ok(), member, "{hours}");
    }
    database.clock.set(MONDAY);
    let bureau = admin.bureau_write("daoxian").await.unwrap();
    new.to = None;
    bureau.change_member(id, 1, new.clone()).await.unwrap();
    assert!(matches!(bureau.change_member(id, 1, new.clone()).await, Err(Error::Conflict)));
    bureau.commit().await.unwrap();
    let (_, session) = database.sign_in("1001").await;
    let bureau = session.bureau_write("daoxian").await;
    assert!(matches!(bureau, Err(Error::NotFound)), "not before the first day");
}

#[rstest]
#[tokio::test]
async fn the_city_lays_a_bureau_while_the_product_runs(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("3001", "yongzhou", &[Role::CityAdmin]).await;
    database.person("3002", "yongzhou", &[Role::CityAnalyst]).await;
    let new = |slug: &str| NewBureau {
        slug: slug.to_owned(),
        parent: Some("yongzhou".to_owned()),
        full_name: "金洞管理区商务局".to_owned(),
        short_name: "金洞".to_owned(),
        number_prefix: "金商".to_owned(),
        ..NewBureau::default()
    };
    let (_, analyst) = database.sign_in("3002").await;
    let refused = analyst.bureau_write("yongzhou").await.unwrap().lay_bureau(new("jindong")).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::AdministerCity))));
    let (_, admin) = database.sign_in("3001").await;
    let city = admin.bureau_write("yongzhou").await.unwrap();
    for bad in ["", "x", "Jindong", "_", "sign-in", "金洞", "9x", "a/b"] {
        assert!(matches!(city.lay_bureau(new(bad)).await, Err(Error::Invalid { .. })), "{bad}");
    }
    let laid = city.lay_bureau(new("jindong")).await.unwrap();
    city.commit().await.unwrap();
    assert_eq!((laid.id.0, laid.code), (4, None));
    let city = admin.bureau_write("yongzhou").await.unwrap();
    assert!(matches!(city.lay_bureau(new("jindong")).await, Err(Error::Invalid { code: "taken", .. })));
    drop(city);
    database.person("4001", "jindong", &[Role::Registrar]).await;
    let (_, session) = database.sign_in("4001").await;
    assert_eq!(session.bureau("jindong").await.unwrap().bureau().short_name, "金洞");
}

#[rstest]
#[tokio::test]
async fn a_bureau_changes_its_papers_and_gets_a_power(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("2001", "daoxian", &[Role::BureauAdmin]).await;
    database.person("2002", "daoxian", &[Role::Officer]).await;
    let (officer_token, officer) = database.sign_in("2002").await;
    let (_, admin) = database.sign_in("2001").await;
    let power = PowerRow {
        industry: "liquor".to_owned(),
        capacity: "market_regulation".to_owned(),
        level: "county".to_owned(),
        from: day("2021-07-15"),
        to: None,
        basis: "湘政函〔2021〕1号".to_owned(),
    };
    let mut bureau = officer.bureau_write("daoxian").await.unwrap();
    let mut papers = bureau.bureau().clone();
    assert!(matches!(bureau.change_bureau(&papers).await, Err(Error::Forbidden(Power::AdministerBureau))));
    assert!(matches!(bureau.give_power(&power).await, Err(Error::Forbidden(Power::AdministerBureau))));
    drop(bureau);
    let mut bureau = admin.bureau_write("daoxian").await.unwrap();
    papers.court = "道县人民法院".to_owned();
    bureau.change_bureau(&papers).await.unwrap();
    assert!(matches!(bureau.change_bureau(&papers).await, Err(Error::Conflict)), "somebody was faster");
    bureau.give_power(&power).await.unwrap();
    bureau.commit().await.unwrap();
    let officer = database.store.session(&officer_token).await.unwrap().unwrap();
    let bureau = officer.bureau("daoxian").await.unwrap();
    assert_eq!((bureau.bureau().court.as_str(), bureau.bureau().version), ("道县人民法院", 2));
    assert_eq!(bureau.powers().await.unwrap(), [power]);
    assert_eq!(bureau.verify_audit().await.unwrap(), Ok(4), "two members, one change, one power");
    drop(bureau);
    database.person("2001", "jianghua", &[Role::BureauAdmin]).await;
    let (_, admin) = database.sign_in("2001").await;
    let other = admin.bureau("jianghua").await.unwrap();
    assert_eq!((other.powers().await.unwrap(), other.bureau().court.as_str()), (vec![], ""));
}
