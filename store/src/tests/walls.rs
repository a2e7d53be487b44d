use crate::table::{Holds, tables};
use crate::testing::TestDatabase;
use crate::{Engine, Error, Store};
use rstest::rstest;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement, TransactionTrait};
use std::collections::BTreeSet;

/// A raw connection: the server's role on PostgreSQL.
pub(super) async fn raw(database: &TestDatabase) -> DatabaseConnection {
    match &database.url {
        crate::DatabaseUrl::Sqlite(path) => {
            Database::connect(format!("sqlite://{}", path.display())).await.unwrap()
        }
        crate::DatabaseUrl::Postgres(url) => {
            Database::connect(format!("{url}&options=-c%20role%3Dxiaoxiang_server")).await.unwrap()
        }
    }
}

async fn count<C: ConnectionTrait>(on: &C, sql: &str) -> i64 {
    let statement = Statement::from_string(on.get_database_backend(), sql);
    on.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

async fn texts<C: ConnectionTrait>(on: &C, sql: &str) -> Vec<String> {
    let statement = Statement::from_string(on.get_database_backend(), sql);
    let rows = on.query_all_raw(statement).await.unwrap();
    rows.into_iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

#[rstest]
#[tokio::test]
async fn every_table_is_in_the_one_list(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::new(engine).await;
    let raw = raw(&database).await;
    let sql = match engine {
        Engine::Sqlite => "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
        Engine::Postgres => "select tablename::text from pg_tables where schemaname = 'public'",
    };
    let there: BTreeSet<String> = texts(&raw, sql).await.into_iter().collect();
    let listed: BTreeSet<String> = tables().iter().map(|table| table.name.to_owned()).collect();
    assert_eq!(there, listed);
}

#[rstest]
#[tokio::test]
async fn every_key_and_index_of_a_tenanted_table_begins_with_its_bureau(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::new(engine).await;
    let raw = raw(&database).await;
    for table in tables().iter().filter(|table| table.holds == Holds::Tenanted) {
        let name = table.name;
        let sql = match engine {
            Engine::Sqlite => format!(
                "select i.name || ': ' || c.name from pragma_index_list('{name}') i, pragma_index_info(i.name) c
                 where c.seqno = 0 and c.name <> 'bureau_id'
                 union all select 'key: ' || name from pragma_table_info('{name}')
                 where pk = 1 and name <> 'bureau_id'"
            ),
            Engine::Postgres => format!(
                "select i.indexrelid::regclass || ': ' || a.attname from pg_index i
                 join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                 where i.indrelid = '\"{name}\"'::regclass and a.attname <> 'bureau_id'"
            ),
        };
        assert_eq!(texts(&raw, &sql).await, Vec::<String>::new(), "{name}");
    }
}

#[tokio::test]
async fn without_a_bureau_the_servers_role_sees_no_row() {
    let database = TestDatabase::with_bureaus(Engine::Postgres).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    bureau.next_number("罚决", 2026).await.unwrap();
    bureau.audit("tried", "x", &"y").await.unwrap();
    bureau.commit().await.unwrap();
    let raw = raw(&database).await;
    for table in tables().iter().filter(|table| table.holds == Holds::Tenanted) {
        assert_eq!(
            count(&raw, &format!("select count(*) from \"{}\"", table.name)).await,
            0,
            "{}",
            table.name
        );
    }
    let walled = "select count(*) from pg_class where relrowsecurity and relforcerowsecurity";
    let tenanted = tables().iter().filter(|table| table.holds == Holds::Tenanted).count();
    assert_eq!(count(&raw, walled).await, i64::try_from(tenanted).unwrap());

    // With a bureau set its rows are there, another's are not, and after the commit none is.
    let mine = |bureau: i32| format!("select set_config('xiaoxiang.bureau', '{bureau}', true)");
    for (bureau, rows) in [(2, 1), (3, 0)] {
        let tx = raw.begin().await.unwrap();
        tx.execute_unprepared(&mine(bureau)).await.unwrap();
        assert_eq!(count(&tx, "select count(*) from number_counter").await, rows);
        let stolen = "insert into number_counter (bureau_id, word, year, last) values (1, 'x', 2026, 1)";
        assert!(tx.execute_unprepared(stolen).await.unwrap_err().to_string().contains("row-level security"));
    }
    let tx = raw.begin().await.unwrap();
    tx.execute_unprepared(&mine(2)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(count(&raw, "select count(*) from number_counter").await, 0);
}

#[rstest]
#[tokio::test]
async fn a_link_across_bureaus_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let raw = raw(&database).await;
    let id = match engine {
        Engine::Sqlite => "x'00000000000000000000000000000001'",
        Engine::Postgres => "'00000000-0000-0000-0000-000000000001'",
    };
    let enter = |bureau: i32| match engine {
        Engine::Sqlite => "select 1".to_owned(),
        Engine::Postgres => format!("select set_config('xiaoxiang.bureau', '{bureau}', true)"),
    };
    let establishment = |bureau: i32| {
        format!(
            "insert into establishment (bureau_id, id, name, industry, pinyin, created_at, updated_at)
             values ({bureau}, {id}, '店', 'liquor', 'dian', 0, 0)"
        )
    };
    let licence = |bureau: i32| {
        format!(
            "insert into licence
             (bureau_id, id, establishment_id, industry, kind, number, created_at, updated_at)
             values ({bureau}, {id}, {id}, 'liquor', 'k', '1', 0, 0)"
        )
    };
    let tx = raw.begin().await.unwrap();
    tx.execute_unprepared(&enter(2)).await.unwrap();
    tx.execute_unprepared(&establishment(2)).await.unwrap();
    tx.commit().await.unwrap();

    let tx = raw.begin().await.unwrap();
    tx.execute_unprepared(&enter(3)).await.unwrap();
    let refused = tx.execute_unprepared(&licence(3)).await.unwrap_err();
    assert!(refused.to_string().to_lowercase().contains("foreign key"), "{refused}");
    tx.rollback().await.unwrap();

    // The same ids in the other bureau are two more rows.
    let tx = raw.begin().await.unwrap();
    tx.execute_unprepared(&enter(3)).await.unwrap();
    tx.execute_unprepared(&establishment(3)).await.unwrap();
    tx.execute_unprepared(&licence(3)).await.unwrap();
    tx.commit().await.unwrap();
}

#[rstest]
#[case("update audit set act = 'x'")]
#[case("delete from audit")]
#[case("update audit_payload set payload = 'x'")]
#[case("delete from audit_head")]
#[case("update case_event set facts = 'x'")]
#[case("delete from case_event")]
#[case("update training_event set act = 'x'")]
#[case("delete from bureau")]
#[tokio::test]
async fn what_was_recorded_stays(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] sql: &str,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let person = database.person("1001", "daoxian", &[]).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    super::rows::add_case_with_event(&bureau, uuid::Uuid::from_u128(7), person).await;
    let moved = crate::training::trace::Moving {
        subject: uuid::Uuid::from_u128(8),
        act: "apply",
        before: "",
        after: "applied",
        on: bureau.today(),
        reason: String::new(),
    };
    bureau.training_moved(vec![moved]).await.unwrap();
    bureau.audit("tried", "x", &"y").await.unwrap();
    bureau.commit().await.unwrap();
    let raw = raw(&database).await;
    let refused = raw.execute_unprepared(sql).await.unwrap_err().to_string();
    let why = match engine {
        Engine::Sqlite => ": no ",
        Engine::Postgres => "permission denied",
    };
    assert!(refused.contains(why), "{refused}");
}

#[tokio::test]
async fn a_role_that_owns_the_tables_may_not_serve() {
    let database = TestDatabase::new(Engine::Postgres).await;
    let crate::DatabaseUrl::Postgres(url) = &database.url else { panic!() };
    let owner = Database::connect(url.as_str()).await.unwrap();
    assert!(matches!(crate::database::refuse_power(&owner).await, Err(Error::Setup(_))));
    let server = raw(&database).await;
    assert!(crate::database::refuse_power(&server).await.is_ok());
}

#[rstest]
#[tokio::test]
async fn migrating_twice_changes_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    assert_eq!(Store::migrate(&database.url).await.unwrap(), 0);
    assert_eq!(database.store.bureaus().await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_database_without_its_migrations_is_not_served() {
    let folder = tempfile::tempdir().unwrap();
    let url = crate::DatabaseUrl::Sqlite(folder.path().join("new/empty.db"));
    let keys = || crate::Keys::from_text(crate::testing::KEYS).unwrap();
    let clock = std::sync::Arc::new(crate::SystemClock);
    let refused = Store::open(&url, keys(), clock.clone()).await;
    assert!(matches!(refused, Err(Error::Setup(_))));
    assert_eq!(Store::migrate(&url).await.unwrap(), 28);
    let store = Store::open(&url, keys(), clock).await.unwrap();
    store.ready().await.unwrap();
    store.close().await.unwrap();
}
