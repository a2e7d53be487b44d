//! The register on both engines: importing twice, searching, paging, editing, one bureau at a time.

use std::collections::BTreeSet;

use crate::testing::TestDatabase;
use crate::{BureauStore, Engine, Error, EstablishmentFilter, ImportCounts, Incoming, Outcome, Total};
use domain::catalogue::IndustryId;
use domain::establishment::{Establishment, Expiry, Licence, LicenceState};
use domain::id::ImportId;
use domain::ledger::LedgerNoun;
use domain::value::{CreditCode, EstablishmentName, Line, PersonName, parse_phones};
use rstest::rstest;
use sea_orm::ConnectionTrait;

pub(super) const A: &str = "91431124MA4PT1X32T";
pub(super) const B: &str = "91431124740612985D";

pub(super) fn establishment(name: &str, code: Option<&str>, number: &str) -> Establishment {
    Establishment {
        name: EstablishmentName::parse(name).unwrap(),
        credit_code: code.map(|code| CreditCode::parse(code).unwrap()),
        registration_number: None,
        legal_representative: PersonName::parse("盘·子士").ok(),
        phones: parse_phones("13921080000").unwrap(),
        address: Line::parse("道县四马桥镇118号").ok(),
        town: Line::parse("四马桥镇").ok(),
        remark: None,
        licences: vec![Licence {
            industry: IndustryId::new("oil"),
            kind: Line::parse("成品油零售经营批准证书").ok(),
            number: Line::parse(number).ok(),
            issued_on: "2021-01-26".parse().ok(),
            expiry: Expiry::On("2026-12-01".parse().unwrap()),
        }],
    }
}

fn incoming(rows: &[Establishment]) -> Vec<Incoming> {
    rows.iter().map(|row| Incoming { establishment: row.clone() }).collect()
}

async fn import(bureau: &BureauStore, rows: &[Establishment]) -> Vec<Outcome> {
    imported(bureau, rows).await.1
}

/// Imports the rows; the import's id.
pub(super) async fn import_as(bureau: &BureauStore, rows: &[Establishment]) -> ImportId {
    imported(bureau, rows).await.0
}

async fn imported(bureau: &BureauStore, rows: &[Establishment]) -> (ImportId, Vec<Outcome>) {
    let id = bureau.stage_import(LedgerNoun::Establishments, "台账.xlsx", b"bytes", "{}").await.unwrap();
    let outcomes = bureau.import_establishments(&incoming(rows), Some(id)).await.unwrap();
    let counts = ImportCounts { rows: rows.len(), ..ImportCounts::default() };
    bureau.close_import(LedgerNoun::Establishments, id, counts, "{}").await.unwrap();
    (id, outcomes)
}

pub(super) fn searching(words: &str) -> EstablishmentFilter {
    EstablishmentFilter { search: words.to_owned(), ..EstablishmentFilter::default() }
}

pub(super) async fn names(bureau: &BureauStore, filter: &EstablishmentFilter) -> Vec<String> {
    bureau.establishments(filter).await.unwrap().rows.into_iter().map(|row| row.name).collect()
}

#[rstest]
#[tokio::test]
async fn importing_twice_changes_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let mut rows =
        vec![establishment("道县昌盛加油站", Some(A), "1"), establishment("道县乙加油站", None, "2")];
    assert_eq!(import(&bureau, &rows).await, [Outcome::New, Outcome::New]);
    assert_eq!(import(&bureau, &rows).await, [Outcome::Same, Outcome::Same]);
    rows[0].name = EstablishmentName::parse("道县昌盛加油站（二站）").unwrap();
    rows[1].address = None;
    let outcomes = import(&bureau, &rows).await;
    let Outcome::Changed(changes) = &outcomes[0] else { panic!("{outcomes:?}") };
    assert_eq!(
        (changes[0].old.as_str(), changes[0].new.as_str()),
        ("道县昌盛加油站", "道县昌盛加油站（二站）")
    );
    assert_eq!(outcomes[1], Outcome::Same);
    assert_eq!(import(&bureau, &rows).await, [Outcome::Same, Outcome::Same]);
    bureau.commit().await.unwrap();
    let bureau = database.store.operate("daoxian").await.unwrap();
    let kept = bureau.establishments(&searching("二站")).await.unwrap();
    let record = bureau.establishment(kept.rows[0].id).await.unwrap();
    assert_eq!(record.establishment, rows[0]);
    assert_eq!((record.version, record.former_names), (2, vec!["道县昌盛加油站".to_owned()]));
    assert_eq!(record.phone, "139****0000");
    assert_eq!(bureau.verify_audit().await.unwrap(), Ok(4));
}

#[rstest]
#[tokio::test]
async fn a_dry_run_writes_nothing_and_two_that_match_are_ambiguous(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let rows = incoming(&[establishment("道县昌盛加油站", Some(A), "1")]);
    assert_eq!(bureau.import_establishments(&rows, None).await.unwrap(), [Outcome::New]);
    assert_eq!(bureau.count_establishments(&EstablishmentFilter::default()).await.unwrap(), 0);
    let twins = [establishment("道县乙加油站", Some(A), "1"), establishment("道县乙加油站", Some(B), "2")];
    import(&bureau, &twins).await;
    let mut bare = establishment("道县乙加油站", None, "3");
    bare.licences[0].number = None;
    assert_eq!(import(&bureau, &[bare]).await, [Outcome::Ambiguous]);
}

#[rstest]
#[tokio::test]
async fn it_is_found_by_what_people_remember(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    for slug in ["daoxian", "jianghua"] {
        let bureau = database.store.operate(slug).await.unwrap();
        let mut rows = vec![
            establishment("道县桥头昌盛加油站", Some(A), "431124202100007"),
            establishment("道县码市㴩和典当有限责任公司", Some(B), "2"),
        ];
        rows[1].phones = Vec::new();
        import(&bureau, &rows).await;
        bureau.commit().await.unwrap();
    }
    let bureau = database.store.operate("daoxian").await.unwrap();
    let oil = ["道县桥头昌盛加油站"];
    for words in [
        "昌盛",
        "桥头 加油",
        "qiaotou",
        "qtcs",
        "changshengjiayouzhan",
        "91431124ma4p",
        "X32T",
        "00007",
        "13921080000",
        "昌",
    ] {
        assert_eq!(names(&bureau, &searching(words)).await, oil, "{words}");
    }
    assert_eq!(names(&bureau, &searching("㴩和")).await, ["道县码市㴩和典当有限责任公司"]);
    assert_eq!(names(&bureau, &searching("子士")).await.len(), 2);
    for words in ["盛昌", "xyzxyz", "不存在", "%", "_", "' or 1=1"] {
        assert_eq!(names(&bureau, &searching(words)).await, Vec::<String>::new(), "{words}");
    }
}

#[rstest]
#[tokio::test]
async fn pages_and_totals_follow_the_filter(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let rows: Vec<Establishment> = (0..1_105_u32)
        .map(|n| {
            let mut row = establishment(&format!("道县第{n}加油站"), None, &format!("x{n}"));
            if n % 5 == 0 {
                row.licences[0].industry = IndustryId::new("liquor");
                row.licences[0].expiry = Expiry::On("2020-01-01".parse().unwrap());
                row.town = Line::parse("寿雁镇").ok();
            }
            row
        })
        .collect();
    import(&bureau, &rows).await;
    let mut filter = EstablishmentFilter::default();
    let first = bureau.establishments(&filter).await.unwrap();
    assert_eq!((first.rows.len(), first.total), (50, Total::MoreThan(1_000)));
    assert_eq!(bureau.count_establishments(&filter).await.unwrap(), 1_105);
    let mut seen = BTreeSet::new();
    loop {
        let page = bureau.establishments(&filter).await.unwrap();
        seen.extend(page.rows.iter().map(|row| row.id));
        filter.after = page.next;
        if filter.after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 1_105);
    let liquor = EstablishmentFilter {
        industry: Some("liquor".into()),
        town: Some("寿雁镇".into()),
        licence: Some(LicenceState::Expired),
        ..EstablishmentFilter::default()
    };
    assert_eq!(bureau.establishments(&liquor).await.unwrap().total, Total::Exactly(221));
    let ending =
        EstablishmentFilter { licence: Some(LicenceState::Ending), ..EstablishmentFilter::default() };
    assert_eq!(bureau.establishments(&ending).await.unwrap().total, Total::Exactly(884));
    assert_eq!(
        bureau.establishments(&EstablishmentFilter::default()).await.unwrap().towns,
        ["四马桥镇", "寿雁镇"]
    );
    let records = bureau.establishment_records(&liquor, 10).await.unwrap();
    assert_eq!(records.len(), 10);
}

#[rstest]
#[tokio::test]
async fn a_form_saves_once_and_the_second_hand_gets_the_conflict(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let mut row = establishment("道县昌盛加油站", Some(A), "1");
    let id = bureau.add_establishment(&row).await.unwrap().id;
    let taken = bureau.add_establishment(&establishment("道县乙加油站", Some(A), "2")).await;
    assert!(matches!(taken, Err(Error::Invalid { field: "credit_code", code: "taken" })));
    row.address = None;
    row.town = Line::parse("寿雁镇").ok();
    assert_eq!(bureau.change_establishment(id, 1, &row).await.unwrap().changes.len(), 1);
    assert!(matches!(bureau.change_establishment(id, 1, &row).await, Err(Error::Conflict)));
    assert_eq!(bureau.establishment(id).await.unwrap().establishment, row);
    bureau.commit().await.unwrap();
    let other = database.store.operate("jianghua").await.unwrap();
    assert!(matches!(other.establishment(id).await, Err(Error::NotFound)));
    assert!(matches!(other.change_establishment(id, 2, &row).await, Err(Error::NotFound)));
    let after = EstablishmentFilter { after: Some(id), ..EstablishmentFilter::default() };
    assert!(matches!(other.establishments(&after).await, Err(Error::NotFound)));
}

#[rstest]
#[tokio::test]
async fn an_upload_is_applied_once_and_kept_for_a_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let id = bureau.stage_import(LedgerNoun::Establishments, "台账.xlsx", b"bytes", "{}").await.unwrap();
    assert_eq!(bureau.staged_bytes(id).await.unwrap(), b"bytes");
    bureau.close_import(LedgerNoun::Establishments, id, ImportCounts::default(), "{}").await.unwrap();
    assert!(matches!(
        bureau.close_import(LedgerNoun::Establishments, id, ImportCounts::default(), "{}").await,
        Err(Error::Conflict)
    ));
    bureau.commit().await.unwrap();
    let other = database.store.operate("jianghua").await.unwrap();
    assert!(matches!(other.staged_import(LedgerNoun::Establishments, id).await, Err(Error::NotFound)));
    drop(other);
    database.clock.advance_millis(24 * 3_600_000 + 1);
    let bureau = database.store.operate("daoxian").await.unwrap();
    assert!(matches!(bureau.staged_bytes(id).await, Err(Error::NotFound)));
}

#[rstest]
#[tokio::test]
async fn the_list_and_the_search_walk_along_an_index(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = TestDatabase::with_bureaus(engine).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    let rows: Vec<Establishment> =
        (0..2_000).map(|n| establishment(&format!("道县第{n}加油站"), None, &format!("x{n}"))).collect();
    import(&bureau, &rows).await;
    bureau.commit().await.unwrap();
    let bureau = database.store.operate("daoxian").await.unwrap();
    for question in [
        "select * from establishment where bureau_id = 2 and (pinyin, id) > ('d', ID) order by pinyin, id limit 51",
        "select * from establishment where bureau_id = 2 and industry = 'oil' order by pinyin, id limit 51",
        "select row_id from search_token where bureau_id = 2 and noun = 'est' and token = '加油' limit 100",
        "select * from licence where bureau_id = 2 and number in ('x1', 'x2')",
    ] {
        let (explain, id) = match engine {
            Engine::Sqlite => ("explain query plan ", "x'00'"),
            Engine::Postgres => ("explain ", "'00000000-0000-0000-0000-000000000000'::uuid"),
        };
        let text = format!("{explain}{}", question.replace("ID", id));
        let plan = bureau.tx().query_all_raw(bureau.shared().sql(&text, [])).await.unwrap();
        let column = if engine == Engine::Sqlite { "detail" } else { "QUERY PLAN" };
        let plan: Vec<String> = plan.iter().map(|row| row.try_get("", column).unwrap()).collect();
        let plan = plan.join("\n");
        assert!(!plan.contains("SCAN") && !plan.contains("Seq Scan"), "{question}\n{plan}");
    }
}
