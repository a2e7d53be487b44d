use crate::entity::{
    audit, case, case_event, draft, establishment, import, import_file, import_row, number_counter,
    send_token,
};
use crate::testing::{MONDAY, TestDatabase};
use crate::{Broken, BureauStore, Engine, Error, Sent, Values, token};
use domain::id::{DraftId, PersonId};
use domain::role::Role;
use rstest::rstest;
use sea_orm::{ActiveValue::Set, ConnectionTrait, Database, QueryFilter};
use uuid::Uuid;

/// A case as small as the schema allows, with its first event.
pub(super) async fn add_case_with_event(bureau: &BureauStore, id: Uuid, by: PersonId) {
    let row = case::ActiveModel {
        id: Set(id),
        seq: Set(1),
        state: Set("clue".to_owned()),
        industry: Set("liquor".to_owned()),
        registered_on: Set(bureau.today()),
        created_at: Set(bureau.now().0),
        updated_at: Set(bureau.now().0),
        ..Default::default()
    };
    bureau.insert::<case::Entity>(row).await.unwrap();
    let event = case_event::ActiveModel {
        case_id: Set(id),
        seq: Set(1),
        act: Set("clue".to_owned()),
        on: Set(bureau.today()),
        at: Set(bureau.now().0),
        by: Set(by.0),
        facts: Set("{}".to_owned()),
        ..Default::default()
    };
    bureau.insert::<case_event::Entity>(event).await.unwrap();
}

fn establishment(id: Uuid, name: &str) -> establishment::ActiveModel {
    establishment::ActiveModel {
        id: Set(id),
        name: Set(name.to_owned()),
        industry: Set("liquor".to_owned()),
        pinyin: Set(crate::pinyin::key(name)),
        created_at: Set(MONDAY.0),
        updated_at: Set(MONDAY.0),
        ..Default::default()
    }
}

#[rstest]
#[tokio::test]
async fn the_same_id_in_two_bureaus_are_two_rows(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let id = Uuid::from_u128(1);
    for slug in ["daoxian", "jianghua"] {
        let bureau = database.store.operate(slug).await.unwrap();
        bureau.insert::<establishment::Entity>(establishment(id, slug)).await.unwrap();
        bureau.commit().await.unwrap();
    }
    let daoxian = database.store.operate("daoxian").await.unwrap();
    let mut renamed = establishment(id, "四马");
    renamed.version = Set(2);
    daoxian.update::<establishment::Entity>(renamed).await.unwrap();
    daoxian.commit().await.unwrap();
    let yongzhou = database.store.operate("yongzhou").await.unwrap();
    let stolen = yongzhou.update::<establishment::Entity>(establishment(id, "stolen")).await;
    assert!(matches!(stolen, Err(Error::NotFound)));
    drop(yongzhou);
    for (slug, name) in [("daoxian", "四马"), ("jianghua", "jianghua")] {
        let bureau = database.store.operate(slug).await.unwrap();
        let rows = bureau.find::<establishment::Entity>().all(bureau.tx()).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), [name]);
        bureau.remove::<establishment::Entity>().exec(bureau.tx()).await.unwrap();
        drop(bureau);
    }
}

#[rstest]
#[tokio::test]
async fn many_rows_go_in_at_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let rows = (0..3_000).map(|n| establishment(Uuid::from_u128(n), "四马")).collect();
    bureau.insert_all::<establishment::Entity>(rows).await.unwrap();
    let row = establishment::ActiveModel { town: Set("寿雁镇".to_owned()), ..Default::default() };
    let done = bureau.change::<establishment::Entity>().set(row).exec(bureau.tx()).await.unwrap();
    assert_eq!(done.rows_affected, 3_000);
}

#[rstest]
#[tokio::test]
async fn names_sort_alike_on_both_engines(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    use sea_orm::QueryOrder;
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    for (n, name) in ["周", "A 1", "_x", "a1", "陈", "Z", "é", "𠮷"].into_iter().enumerate() {
        let row = establishment(Uuid::from_u128(n as u128), name);
        bureau.insert::<establishment::Entity>(row).await.unwrap();
    }
    let sorted = bureau.find::<establishment::Entity>().order_by_asc(establishment::Column::Pinyin);
    let keys: Vec<String> =
        sorted.all(bureau.tx()).await.unwrap().into_iter().map(|row| row.pinyin).collect();
    let mut expected = keys.clone();
    expected.sort();
    assert_eq!(keys, expected);
}

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

/// The owner's connection, and what an intruder with it would do first.
async fn owner(database: &TestDatabase) -> (sea_orm::DatabaseConnection, Vec<String>) {
    match &database.url {
        crate::DatabaseUrl::Sqlite(path) => {
            let raw = Database::connect(format!("sqlite://{}", path.display())).await.unwrap();
            let mut prepare = vec!["pragma foreign_keys = off".to_owned()];
            for (table, act) in [("audit", "update"), ("audit", "delete"), ("audit_payload", "update")] {
                prepare.push(format!("drop trigger {table}_keeps_{act}"));
            }
            (raw, prepare)
        }
        crate::DatabaseUrl::Postgres(url) => {
            let raw = Database::connect(url.as_str()).await.unwrap();
            let open = |table: &str| format!("alter table {table} no force row level security");
            let drop = "alter table audit_payload drop constraint audit_payload_bureau_id_seq_fkey";
            (raw, vec![open("audit"), open("audit_payload"), drop.to_owned()])
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

#[rstest]
#[tokio::test]
async fn what_is_not_committed_did_not_happen(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let person = database.person("1001", "daoxian", &[]).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let audited = bureau.audit("tried", "x", &1).await.unwrap();
    add_case_with_event(&bureau, Uuid::from_u128(9), person).await;
    drop(bureau);
    let bureau = database.store.operate("daoxian").await.unwrap();
    assert_eq!(bureau.audit("tried", "x", &1).await.unwrap(), audited);
    let none =
        bureau.find::<case::Entity>().filter(sea_orm::Condition::all()).all(bureau.tx()).await.unwrap();
    assert_eq!(none, []);
}

#[rstest]
#[tokio::test]
async fn what_has_had_its_time_goes(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    const DAY: i64 = 24 * 3_600_000;
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("1001", "daoxian", &[Role::Officer]).await;
    let (_, author) = database.sign_in("1001").await;
    let bureau = author.bureau_write("daoxian").await.unwrap();
    bureau.save_draft(None, "filing", "case 44", 3, &Values::new()).await.unwrap();
    bureau.keep_sent(token::fresh(), "filed", "case 44").await.unwrap();
    stage_import(&bureau, Uuid::from_u128(1), "staged").await;
    stage_import(&bureau, Uuid::from_u128(2), "applied").await;
    bureau.commit().await.unwrap();
    for (days, left) in [(0, [1, 1, 2, 2]), (2, [1, 1, 0, 1]), (31, [0, 1, 0, 1]), (91, [0, 0, 0, 1])] {
        database.clock.set(MONDAY.plus_millis(days * DAY));
        database.store.sweep().await.unwrap();
        let bureau = database.store.operate("daoxian").await.unwrap();
        let drafts = bureau.find::<draft::Entity>().all(bureau.tx()).await.unwrap().len();
        let tokens = bureau.find::<send_token::Entity>().all(bureau.tx()).await.unwrap().len();
        let files = bureau.find::<import_file::Entity>().all(bureau.tx()).await.unwrap().len();
        let rows = bureau.find::<import_row::Entity>().all(bureau.tx()).await.unwrap().len();
        assert_eq!([drafts, tokens, files, rows], left, "after {days} days");
    }
}

async fn stage_import(bureau: &BureauStore, id: Uuid, state: &str) {
    let expires = bureau.now().plus_millis(24 * 3_600_000).0;
    let row = import::ActiveModel {
        id: Set(id),
        noun: Set("establishments".to_owned()),
        file_name: Set("台账.xlsx".to_owned()),
        file_hash: Set("00".to_owned()),
        file_size: Set(1),
        state: Set(state.to_owned()),
        created_at: Set(bureau.now().0),
        expires_at: Set(expires),
        ..Default::default()
    };
    bureau.insert::<import::Entity>(row).await.unwrap();
    let file = import_file::ActiveModel {
        import_id: Set(id),
        content_sealed: Set(vec![1]),
        expires_at: Set(expires),
        ..Default::default()
    };
    bureau.insert::<import_file::Entity>(file).await.unwrap();
    let row = import_row::ActiveModel {
        import_id: Set(id),
        seq: Set(1),
        sheet: Set("台账".to_owned()),
        sheet_row: Set(4),
        state: Set("new".to_owned()),
        values_sealed: Set(vec![1]),
        ..Default::default()
    };
    bureau.insert::<import_row::Entity>(row).await.unwrap();
}
