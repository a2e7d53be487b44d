//! An import undone as a whole, on both engines.

use super::register::{A, B, establishment, import_as, names, searching};
use crate::testing::{MONDAY, TestDatabase};
use crate::{Engine, Error, EstablishmentFilter, Undone};
use domain::ledger::LedgerNoun;
use domain::value::EstablishmentName;
use rstest::rstest;

const DAY_MILLIS: i64 = 24 * 3_600_000;

fn report(_: &str, undone: &Undone) -> String {
    format!("{}", undone.removed)
}

#[rstest]
#[tokio::test]
async fn an_import_is_undone_but_for_what_was_changed_since(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let before = establishment("道县昌盛加油站", Some(A), "1");
    import_as(&bureau, std::slice::from_ref(&before)).await;
    let mut renamed = before.clone();
    renamed.name = EstablishmentName::parse("道县昌盛二站").unwrap();
    let added = establishment("道县新来加油站", None, "7");
    let touched = establishment("道县又改加油站", Some(B), "8");
    let id = import_as(&bureau, &[renamed, added, touched.clone()]).await;
    let kept = bureau.establishments(&searching("又改")).await.unwrap().rows.remove(0);
    let changed = domain::establishment::Establishment { remark: None, address: None, ..touched };
    bureau.change_establishment(kept.id, 1, &changed).await.unwrap();

    let undone = bureau.undo_import(LedgerNoun::Establishments, id, report).await.unwrap();
    assert_eq!((undone.removed, undone.restored, undone.kept), (1, 1, 1));
    assert_eq!(undone.kept_names, ["道县又改加油站"]);
    assert_eq!(names(&bureau, &searching("新来")).await, Vec::<String>::new());
    assert_eq!(names(&bureau, &searching("二站")).await, Vec::<String>::new());
    let back = bureau.establishments(&searching("昌盛")).await.unwrap().rows.remove(0);
    let record = bureau.establishment(back.id).await.unwrap();
    assert_eq!((record.establishment, record.former_names), (before, Vec::new()));
    assert_eq!(bureau.count_establishments(&EstablishmentFilter::default()).await.unwrap(), 2);
    let staged = bureau.staged_import(LedgerNoun::Establishments, id).await.unwrap();
    assert_eq!((staged.applied, staged.undone, staged.may_undo), (false, true, false));
    assert_eq!(staged.report, "1");
    assert!(matches!(bureau.undo_import(LedgerNoun::Establishments, id, report).await, Err(Error::Conflict)));
    assert!(bureau.verify_audit().await.unwrap().is_ok());
}

#[rstest]
#[tokio::test]
async fn after_seven_days_an_import_stays(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let id = import_as(&bureau, &[establishment("道县昌盛加油站", Some(A), "1")]).await;
    bureau.commit().await.unwrap();
    database.clock.set(MONDAY.plus_millis(7 * DAY_MILLIS + 1));
    let bureau = database.store.operate("daoxian").await.unwrap();
    assert!(!bureau.staged_import(LedgerNoun::Establishments, id).await.unwrap().may_undo);
    assert!(matches!(bureau.undo_import(LedgerNoun::Establishments, id, report).await, Err(Error::Conflict)));
    assert_eq!(names(&bureau, &searching("昌盛")).await, ["道县昌盛加油站"]);
    drop(bureau);
    let other = database.store.operate("jianghua").await.unwrap();
    assert!(matches!(other.undo_import(LedgerNoun::Establishments, id, report).await, Err(Error::NotFound)));
}
