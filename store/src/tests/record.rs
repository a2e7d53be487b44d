use crate::entity::{audit, number_counter};
use crate::testing::TestDatabase;
use crate::{Broken, Engine, Error, Sent, Values, token};
use domain::id::DraftId;
use domain::role::Role;
use rstest::rstest;
use sea_orm::{ConnectionTrait, Database};

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_writers_leave_no_gap(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..20 {
        let store = database.store.clone();
        writers.spawn(async move {
            for turn in 0..5 {
                let bureau = store.operate("daoxian").await.unwrap();
                let number = bureau.next_number("道商罚决", 2026).await.unwrap();
                bureau.audit("numbered", &number.to_string(), &number).await.unwrap();
                // One in five changes its mind: its number is taken by the next.
                if (writer + turn) % 5 > 0 {
                    bureau.commit().await.unwrap();
                }
            }
        });
    }
    while let Some(done) = writers.join_next().await {
        done.unwrap();
    }
    let bureau = database.store.operate("daoxian").await.unwrap();
    let counter = bureau.find::<number_counter::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    assert_eq!(counter.last, 80);
    let numbered = bureau.find::<audit::Entity>().all(bureau.tx()).await.unwrap();
    let mut subjects: Vec<i64> = numbered.iter().map(|row| row.subject.parse().unwrap()).collect();
    subjects.sort_unstable();
    assert_eq!(subjects, (1..=80).collect::<Vec<_>>());
    assert_eq!(bureau.verify_audit().await.unwrap(), Ok(80));
    assert_eq!(bureau.next_number("道商罚决", 2027).await.unwrap(), 1);
}

#[rstest]
#[tokio::test]
async fn the_chain_tells_who_touched_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    for n in 1..=5 {
        bureau.audit("tried", &n.to_string(), &serde_json::json!({ "n": n })).await.unwrap();
    }
    bureau.commit().await.unwrap();
    let (raw, mut prepare) = owner(&database).await;
    for (sql, broken) in [
        ("delete from audit_payload where seq = 2", Ok(5)),
        ("delete from audit where seq = 5", Err(Broken::End(5))),
        ("update audit set act = 'done' where seq = 4", Err(Broken::Row(4))),
        ("update audit_payload set payload = '{}' where seq = 3", Err(Broken::Payload(3))),
        ("delete from audit where seq = 2", Err(Broken::Gap(3))),
    ] {
        prepare.push(sql.to_owned());
        for sql in prepare.drain(..) {
            raw.execute_unprepared(&sql).await.unwrap();
        }
        let bureau = database.store.operate("daoxian").await.unwrap();
        assert_eq!(bureau.verify_audit().await.unwrap(), broken, "{sql}");
    }
}

#[rstest]
#[tokio::test]
async fn the_end_of_a_chain_cannot_be_moved_by_whoever_has_the_database_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    for n in 1..=5 {
        bureau.audit("tried", &n.to_string(), &n).await.unwrap();
    }
    bureau.commit().await.unwrap();
    let of_daoxian = async |seal| {
        let reports = database.store.verify_audit(seal).await.unwrap();
        let report = reports.into_iter().find(|report| report.bureau == "daoxian").unwrap();
        (report.rows, report.broken, report.is_sealed_now)
    };
    assert_eq!(of_daoxian(false).await, (5, None, false));
    let (raw, mut prepare) = owner(&database).await;
    let head = "update audit_head set";
    let shorter = "(select hash from audit where seq = 4 and audit.bureau_id = audit_head.bureau_id)";
    for (sql, found) in [
        (format!("{head} seal = ''"), (4, Some(Broken::Unsealed(5)), false)),
        (
            "delete from audit_payload where seq = 5; delete from audit where seq = 5".to_owned(),
            (4, Some(Broken::End(5)), false),
        ),
        (format!("{head} seq = 4, hash = {shorter}"), (3, Some(Broken::Unsealed(4)), false)),
        (format!("{head} seal = 'x'"), (3, Some(Broken::Seal(4)), false)),
        (format!("{head} seq = 3"), (3, Some(Broken::Beyond(4)), false)),
        ("delete from audit_head".to_owned(), (0, Some(Broken::Beyond(1)), false)),
    ] {
        prepare.extend(sql.split("; ").map(ToOwned::to_owned));
        for sql in prepare.drain(..) {
            raw.execute_unprepared(&sql).await.unwrap();
        }
        assert_eq!(of_daoxian(false).await, found, "{sql}");
    }
}

#[rstest]
#[tokio::test]
async fn an_end_without_a_seal_is_sealed_when_asked_and_only_where_the_chain_holds(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    for slug in ["daoxian", "jianghua"] {
        let bureau = database.store.operate(slug).await.unwrap();
        for n in 1..=3 {
            bureau.audit("tried", &n.to_string(), &n).await.unwrap();
        }
        bureau.commit().await.unwrap();
    }
    let (raw, mut prepare) = owner(&database).await;
    prepare.push("update audit_head set seal = ''".to_owned());
    let jianghua = "(select id from bureau where slug = 'jianghua')";
    prepare.push(format!("update audit set act = 'done' where seq = 2 and bureau_id = {jianghua}"));
    for sql in prepare.drain(..) {
        raw.execute_unprepared(&sql).await.unwrap();
    }
    let found = async |seal| {
        let reports = database.store.verify_audit(seal).await.unwrap();
        let mut found: Vec<_> =
            reports.into_iter().map(|report| (report.bureau, report.broken, report.is_sealed_now)).collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        found.retain(|(bureau, ..)| bureau == "daoxian" || bureau == "jianghua");
        found.into_iter().map(|(_, broken, sealed)| (broken, sealed)).collect::<Vec<_>>()
    };
    let changed = (Some(Broken::Row(2)), false);
    assert_eq!(found(false).await, [(Some(Broken::Unsealed(3)), false), changed]);
    assert_eq!(found(true).await, [(None, true), changed]);
    assert_eq!(found(false).await, [(None, false), changed]);
}

/// The owner's connection, and what an intruder with it would do first.
async fn owner(database: &TestDatabase) -> (sea_orm::DatabaseConnection, Vec<String>) {
    match &database.url {
        crate::DatabaseUrl::Sqlite(path) => {
            let raw = Database::connect(format!("sqlite://{}", path.display())).await.unwrap();
            let mut prepare = vec!["pragma foreign_keys = off".to_owned()];
            let kept = [("audit", "update"), ("audit", "delete"), ("audit_payload", "update")];
            for (table, act) in kept.into_iter().chain([("audit_head", "delete")]) {
                prepare.push(format!("drop trigger {table}_keeps_{act}"));
            }
            (raw, prepare)
        }
        crate::DatabaseUrl::Postgres(url) => {
            let raw = Database::connect(url.as_str()).await.unwrap();
            let open = |table: &str| format!("alter table {table} no force row level security");
            let drop = "alter table audit_payload drop constraint audit_payload_bureau_id_seq_fkey";
            (raw, vec![open("audit"), open("audit_payload"), open("audit_head"), drop.to_owned()])
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_form_sent_twice_shows_the_first_result(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("1001", "daoxian", &[Role::Officer]).await;
    database.person("1001", "jianghua", &[Role::Officer]).await;
    database.person("1002", "daoxian", &[Role::Officer]).await;
    let (_, first) = database.sign_in("1001").await;
    let (_, second) = database.sign_in("1002").await;
    let form = token::fresh();
    let bureau = first.bureau_write("daoxian").await.unwrap();
    assert_eq!(bureau.sent(form, "filed").await.unwrap(), Sent::New);
    bureau.keep_sent(form, "filed", "case 44").await.unwrap();
    bureau.commit().await.unwrap();

    let bureau = first.bureau_write("daoxian").await.unwrap();
    assert_eq!(bureau.sent(form, "filed").await.unwrap(), Sent::Before("case 44".to_owned()));
    assert!(matches!(bureau.sent(form, "closed").await, Err(Error::NotFound)));
    drop(bureau);
    let bureau = second.bureau_write("daoxian").await.unwrap();
    assert!(matches!(bureau.sent(form, "filed").await, Err(Error::NotFound)));
    drop(bureau);
    let bureau = first.bureau_write("jianghua").await.unwrap();
    assert_eq!(bureau.sent(form, "filed").await.unwrap(), Sent::New);
}

#[rstest]
#[tokio::test]
async fn a_draft_is_its_authors_alone_and_unreadable_on_disk(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    for (person, slug) in [("1001", "daoxian"), ("1002", "daoxian"), ("1001", "jianghua")] {
        database.person(person, slug, &[Role::Officer]).await;
    }
    let (_, author) = database.sign_in("1001").await;
    let (_, other) = database.sign_in("1002").await;
    let typed = Values::from([("id_number".to_owned(), vec!["432926197509149084".to_owned()])]);
    let bureau = author.bureau_write("daoxian").await.unwrap();
    let id = bureau.save_draft(None, "filing", "case 44", 3, &typed).await.unwrap();
    assert_eq!(bureau.save_draft(Some(id), "filing", "case 44", 4, &typed).await.unwrap(), id);
    bureau.commit().await.unwrap();

    let bureau = author.bureau("daoxian").await.unwrap();
    let draft = bureau.draft(id, "filing").await.unwrap();
    assert_eq!((draft.values, draft.version), (typed.clone(), 4));
    assert!(matches!(bureau.draft(id, "closing").await, Err(Error::NotFound)));
    assert_eq!(bureau.newest_draft("filing", "case 44").await.unwrap().map(|draft| draft.id), Some(id));
    drop(bureau);
    for (session, slug) in [(&other, "daoxian"), (&author, "jianghua")] {
        let bureau = session.bureau_write(slug).await.unwrap();
        assert!(matches!(bureau.draft(id, "filing").await, Err(Error::NotFound)));
        assert!(bureau.save_draft(Some(id), "filing", "", 0, &typed).await.is_err());
        bureau.drop_draft(id).await.unwrap();
        drop(bureau);
    }
    if let Some(folder) = database.folder() {
        for file in std::fs::read_dir(folder).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            assert!(!bytes.windows(18).any(|window| window == b"432926197509149084"));
        }
    }
    let bureau = author.bureau_write("daoxian").await.unwrap();
    bureau.drop_draft(id).await.unwrap();
    assert!(matches!(bureau.draft(DraftId(id.0), "filing").await, Err(Error::NotFound)));
}
