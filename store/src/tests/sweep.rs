use crate::entity::{draft, import, import_file, import_row, send_token};
use crate::testing::{MONDAY, TestDatabase};
use crate::{BureauStore, Engine, Values, token};
use domain::role::Role;
use rstest::rstest;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

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
