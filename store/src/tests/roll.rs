//! Rolls of trainees on both engines: twice, blanks, closed classes, numbers of others, undone.

use crate::testing::TestDatabase;
use crate::training::{ClassRecord, RollOutcome};
use crate::{BureauStore, Engine, ImportCounts, Undone};
use domain::Day;
use domain::id::{ImportId, PersonId};
use domain::ledger::LedgerNoun;
use domain::training::roll::{Change, Column, RollRow};
use domain::training::{CertificateNumber, ClassState, Mark, Marks, MarksEntry, Name, Note};
use domain::value::{IdNumber, Line, Noun, PersonName, ValueError, parse_phones};
use rstest::rstest;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::entity::{
    certificate, class, enrolment, exam_mark, programme, search_token, trainee, training_event,
};

const NUMBERS: [&str; 3] = ["432926197509149083", "432922196802299064", "431103196001019014"];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn row(nth: usize, class: &str) -> RollRow {
    let id_number = IdNumber::parse(NUMBERS[nth]).unwrap();
    RollRow {
        name: PersonName::parse(["盘子士", "欧阳艳", "郭伦"][nth]).unwrap(),
        sex: id_number.sex(),
        ethnic_group: None,
        id_number,
        town: Line::parse("涛圩镇").ok(),
        education: None,
        phones: parse_phones("13921080000").unwrap(),
        trade: Line::parse("海员").ok(),
        class: Line::parse(class).unwrap(),
        opens_on: day("2026-03-05"),
        ends_on: Some(day("2026-04-05")),
        hours: Some(120),
        mark: Mark::parse("78").ok(),
        certificate_number: CertificateNumber::parse(&format!("LW4311292600{:03}", nth + 1)).ok(),
        destination: None,
        employer: None,
        contract_months: None,
        remark: None,
    }
}

fn roll() -> Vec<RollRow> {
    (0..3).map(|nth| row(nth, "江华海员2026第2期")).collect()
}

async fn import(bureau: &BureauStore, rows: &[RollRow]) -> (ImportId, Vec<RollOutcome>) {
    let noun = LedgerNoun::Trainees;
    let id = bureau.stage_import(noun, "花名册.xlsx", b"bytes", "{}").await.unwrap();
    let outcomes = bureau.import_roll(rows, Some(id)).await.unwrap();
    bureau.close_import(noun, id, ImportCounts::default(), "{}").await.unwrap();
    (id, outcomes)
}

async fn undo(bureau: &BureauStore, id: ImportId) -> Undone {
    bureau.undo_import(LedgerNoun::Trainees, id, |_, _| "{}".to_owned()).await.unwrap()
}

/// How many rows there are: programmes, classes, people, enrolments, marks, certificates, events, tokens.
async fn counts(bureau: &BureauStore) -> [usize; 8] {
    macro_rules! count {
        ($($table:ident),+) => {
            [$(bureau.find::<$table::Entity>().all(bureau.tx()).await.unwrap().len()),+]
        };
    }
    count!(programme, class, trainee, enrolment, exam_mark, certificate, training_event, search_token)
}

async fn the_class(bureau: &BureauStore) -> ClassRecord {
    let row = bureau.find::<class::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    ClassRecord::of(row).unwrap()
}

async fn put_class(bureau: &BureauStore, record: &ClassRecord) {
    bureau.update::<class::Entity>(record.row(bureau.now()).unwrap()).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_roll_goes_in_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("jianghua").await.unwrap();
    let rows = roll();
    assert_eq!(bureau.import_roll(&rows, None).await.unwrap(), vec![RollOutcome::New; 3]);
    assert_eq!(counts(&bureau).await, [0; 8]);
    assert_eq!(import(&bureau, &rows).await.1, vec![RollOutcome::New; 3]);
    let first = counts(&bureau).await;
    assert_eq!(first[..7], [1, 1, 3, 3, 3, 3, 8]);
    let class = the_class(&bureau).await;
    assert_eq!((class.placed, class.plan.capacity, class.version), (3, 3, 1));
    let ClassState::Finished { opening, on } = &class.state else { panic!("{:?}", class.state) };
    assert_eq!((opening.roster.len(), *on), (3, day("2026-04-05")));
    let programme = bureau.find::<programme::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    assert_eq!(
        (programme.title.as_str(), programme.target, programme.state.as_str()),
        ("2026年海员培训", 3, "running")
    );
    assert_eq!(import(&bureau, &rows).await.1, vec![RollOutcome::Same; 3]);
    assert_eq!(counts(&bureau).await, first);
    bureau.commit().await.unwrap();
    let bureau = database.store.operate("jianghua").await.unwrap();
    assert_eq!(import(&bureau, &rows).await.1, vec![RollOutcome::Same; 3]);
    assert_eq!(bureau.verify_audit().await.unwrap(), Ok(3));
}

#[rstest]
#[tokio::test]
async fn blanks_erase_nothing_and_changes_are_told_masked(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("jianghua").await.unwrap();
    let rows = roll();
    import(&bureau, &rows).await;
    let mut bare = rows[0].clone();
    (bare.town, bare.ends_on, bare.hours, bare.mark, bare.certificate_number) =
        (None, None, None, None, None);
    (bare.phones, bare.trade) = (Vec::new(), None);
    assert_eq!(import(&bureau, &[bare]).await.1, [RollOutcome::Same]);
    let mut moved = rows[1].clone();
    moved.phones = parse_phones("13907461234").unwrap();
    moved.mark = Mark::parse("81.5").ok();
    moved.employer = Line::parse("某船务公司").ok();
    let change = |column, old: &str, new: &str| Change { column, old: old.to_owned(), new: new.to_owned() };
    let told = vec![
        change(Column::Phone, "139****0000", "139****1234"),
        change(Column::Employer, "", "某船务公司"),
        change(Column::Mark, "78", "81.5"),
    ];
    assert_eq!(import(&bureau, &[moved.clone()]).await.1, [RollOutcome::Changed(told)]);
    assert_eq!(import(&bureau, &[moved]).await.1, [RollOutcome::Same]);
}

#[rstest]
#[tokio::test]
async fn an_import_is_undone_as_a_whole(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("jianghua").await.unwrap();
    let rows = roll();
    let (first, _) = import(&bureau, &rows[..2]).await;
    bureau.commit().await.unwrap();
    database.clock.advance_millis(60_000);
    let bureau = database.store.operate("jianghua").await.unwrap();
    let before = counts(&bureau).await;
    let kept = the_class(&bureau).await;
    let mut changed = rows[0].clone();
    changed.name = PersonName::parse("盘志士").unwrap();
    changed.phones = parse_phones("13907461234").unwrap();
    changed.mark = Mark::parse("90").ok();
    changed.remark = domain::value::FreeText::parse("已就业").ok();
    let (second, outcomes) = import(&bureau, &[changed, rows[2].clone()]).await;
    assert!(matches!(outcomes[0], RollOutcome::Changed(_)) && outcomes[1] == RollOutcome::New);
    assert_eq!(the_class(&bureau).await.placed, 3);
    let undone = undo(&bureau, second).await;
    assert_eq!((undone.removed, undone.kept), (1, 0), "{undone:?}");
    assert_eq!(counts(&bureau).await, before);
    let back = the_class(&bureau).await;
    assert_eq!((back.placed, &back.plan, &back.state), (kept.placed, &kept.plan, &kept.state));
    assert_eq!(bureau.import_roll(&rows[..1], None).await.unwrap(), [RollOutcome::Same]);
    // The first import is kept where the second one left its versions behind.
    let undone = undo(&bureau, first).await;
    assert_eq!((undone.removed, undone.kept_names.len()), (1, undone.kept));
    assert!(undone.kept_names.contains(&"盘子士".to_owned()), "{undone:?}");
    assert_eq!(counts(&bureau).await[..4], [1, 1, 1, 1]);
    assert!(bureau.verify_audit().await.unwrap().is_ok());
}

#[rstest]
#[tokio::test]
async fn one_untouched_import_leaves_nothing_behind(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("jianghua").await.unwrap();
    let (id, _) = import(&bureau, &roll()).await;
    let undone = undo(&bureau, id).await;
    assert_eq!((undone.removed, undone.restored, undone.kept), (3, 0, 0));
    assert_eq!(counts(&bureau).await, [0; 8]);
}

#[rstest]
#[tokio::test]
async fn an_archived_or_cancelled_class_takes_nobody(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("jianghua").await.unwrap();
    let rows = roll();
    import(&bureau, &rows[..1]).await;
    let mut record = the_class(&bureau).await;
    let ClassState::Finished { opening, on } = record.state.clone() else { panic!("{:?}", record.state) };
    let cancelled = ClassState::Cancelled { opening: None, on, reason: Note::parse("停办").unwrap() };
    let archived = ClassState::Archived { opening, finished_on: on, on };
    for (state, is_archived) in [(archived, true), (cancelled, false)] {
        record.state = state;
        put_class(&bureau, &record).await;
        let wrong = RollOutcome::Wrong(ValueError::ClassClosed { is_archived }, Column::Class);
        let before = counts(&bureau).await;
        assert_eq!(import(&bureau, &rows[1..2]).await.1, [wrong]);
        assert_eq!(counts(&bureau).await, before);
    }
}

#[rstest]
#[tokio::test]
async fn a_certificate_number_is_the_countys_own_and_nobody_elses(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let rows = roll();
    let county = database.store.operate("daoxian").await.unwrap();
    let wrong = ValueError::WrongCounty { own: "431124".to_owned() };
    let wrong = RollOutcome::Wrong(wrong, Column::CertificateNumber);
    assert_eq!(county.import_roll(&rows[..1], None).await.unwrap(), [wrong]);
    drop(county);
    let city = database.store.operate("yongzhou").await.unwrap();
    assert_eq!(city.import_roll(&rows[..1], None).await.unwrap(), [RollOutcome::New]);
    drop(city);
    let bureau = database.store.operate("jianghua").await.unwrap();
    import(&bureau, &rows[..1]).await;
    let mut taken = rows[1].clone();
    taken.certificate_number = rows[0].certificate_number.clone();
    let wrong = RollOutcome::Wrong(ValueError::NumberTaken, Column::CertificateNumber);
    assert_eq!(import(&bureau, &[taken]).await.1, [wrong]);
    assert_eq!(counts(&bureau).await[3], 1);
}

#[rstest]
#[tokio::test]
async fn what_the_product_recorded_is_not_overwritten(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("jianghua").await.unwrap();
    let mut rows = roll();
    rows.iter_mut().for_each(|row| (row.mark, row.certificate_number) = (None, None));
    import(&bureau, &rows[..1]).await;
    let sat = bureau.find::<enrolment::Entity>().one(bureau.tx()).await.unwrap().unwrap();
    let name = |text: &str| Name::parse(text).unwrap();
    let entry = MarksEntry {
        sitting: 1,
        on: day("2026-04-05"),
        marks: Marks { theory: None, practical: None, total: Mark::parse("66").unwrap() },
        examiners: vec![name("甲"), name("乙")],
        place: Some(name("考场")),
        by: Some(PersonId(uuid::Uuid::nil())),
        correction: None,
    };
    let recorded = exam_mark::ActiveModel {
        enrolment_id: Set(sat.id),
        seq: Set(1),
        total: Set(660),
        facts: Set(serde_json::to_string(&entry).unwrap()),
        recorded_at: Set(bureau.now().0),
        ..Default::default()
    };
    bureau.insert::<exam_mark::Entity>(recorded).await.unwrap();
    rows[0].mark = Mark::parse("66").ok();
    assert_eq!(import(&bureau, &rows[..1]).await.1, [RollOutcome::Same]);
    rows[0].mark = Mark::parse("67").ok();
    let wrong = RollOutcome::Wrong(ValueError::RecordedOtherwise { noun: Noun::Mark }, Column::Mark);
    assert_eq!(import(&bureau, &rows[..1]).await.1, [wrong]);
    let marks = bureau.find::<exam_mark::Entity>().filter(exam_mark::Column::EnrolmentId.eq(sat.id));
    assert_eq!(marks.all(bureau.tx()).await.unwrap().len(), 1);
}
