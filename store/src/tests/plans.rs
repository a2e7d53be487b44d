//! What the pages really ask of a filled register is explained by the database itself: every statement reaches an
//! index that begins with its bureau, also through the policy and in the server's role. A changed query is checked by
//! being sent.

use super::walls::raw;
use crate::entity::case;
use crate::table::{Holds, tables};
use crate::testing::TestDatabase;
use crate::{
    CaseFilter, DatabaseUrl, Engine, EstablishmentFilter, ImportCounts, Incoming, LedgerCursor, LedgerPart,
    Part, Rulebook, token,
};
use domain::bank::BankRow;
use domain::case::{Act, ClueSource, Entry, Name, Note, NumberWord, RegisterClue, Stage};
use domain::catalogue::IndustryId;
use domain::establishment::{Establishment, Expiry, Licence, LicenceState};
use domain::id::{CaseId, PartyId, PersonId};
use domain::ledger::LedgerNoun;
use domain::role::Role;
use domain::value::{EstablishmentName, Line, Money, PersonName, parse_phones};
use rstest::rstest;
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, Database, DatabaseTransaction, Statement, TransactionTrait,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Rows of the register and cases of each of two bureaus.
const ROWS: usize = 400;
/// A table of one row a bureau, whose key is the bureau: SQLite calls it the row's id.
const ONE_ROW: &str = "audit_head";

#[rstest]
#[tokio::test]
async fn hot_questions_reach_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = TestDatabase::with_bureaus(engine).await;
    let officer = database.person("officer", "daoxian", &[Role::Officer]).await;
    database.person("officer", "jianghua", &[Role::Officer]).await;
    let admin = database.person("admin", "daoxian", &[Role::BureauAdmin, Role::Reader]).await;
    let (token, _) = database.sign_in("officer").await;
    for slug in ["daoxian", "jianghua"] {
        fill(&database, slug, officer).await;
    }
    database.record();
    assert!(database.store.session(&token).await.unwrap().is_some());
    ask_register(&database).await;
    ask_imports(&database).await;
    ask_cases(&database, officer).await;
    ask_forms(&database, officer).await;
    ask_administration(&database, officer, admin).await;
    let (asked, wrong) = bad_plans(&database, engine).await;
    assert!(asked > 60, "{asked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// How many kinds of statements were sent since the recording began, and those that read more than they must, each
/// with its plan.
pub(super) async fn bad_plans(database: &TestDatabase, engine: Engine) -> (usize, Vec<String>) {
    // One of each kind: rows of different numbers are the same question.
    let asked: BTreeMap<String, Statement> =
        database.recorded().into_iter().map(|statement| (statement.sql.clone(), statement)).collect();
    let kinds = asked.len();
    let raw = raw(database).await;
    let tx = raw.begin().await.unwrap();
    if engine == Engine::Postgres {
        // With a few thousand rows reading them all may be cheaper; what counts is whether it could be spared.
        tx.execute_unprepared("set local enable_seqscan = off").await.unwrap();
        tx.execute_unprepared("select set_config('xiaoxiang.bureau', '2', true)").await.unwrap();
    }
    let mut wrong = Vec::new();
    for statement in asked.into_values().filter(|statement| is_a_question(&statement.sql)) {
        let plan = explain(&tx, engine, &statement).await;
        let is_bad = match engine {
            Engine::Sqlite => reads_all_sqlite(&plan, &statement.sql),
            Engine::Postgres => reads_all_postgres(&plan),
        };
        if is_bad {
            wrong.push(format!("{}\n{}", statement.sql, plan.join("\n")));
        }
    }
    (kinds, wrong)
}

/// Two bureaus alike, so that a plan that forgets the bureau costs twice.
async fn fill(database: &TestDatabase, slug: &str, officer: PersonId) {
    let bureau = database.store.operate_as(slug, Some(officer)).await.unwrap();
    let rows: Vec<Incoming> = (0..ROWS).map(|nth| Incoming { establishment: establishment(nth) }).collect();
    let id = bureau.stage_import(LedgerNoun::Establishments, "台账.xlsx", b"bytes", "{}").await.unwrap();
    bureau.import_establishments(&rows, Some(id)).await.unwrap();
    let case = |nth: usize| case::ActiveModel {
        id: Set(Uuid::from_u128(nth as u128 + 1)),
        seq: Set(1),
        state: Set("clue".to_owned()),
        ended: Set(nth.is_multiple_of(3)),
        industry: Set("liquor".to_owned()),
        party_name: Set(format!("道县四马桥{nth}号商行")),
        lead_officer: Set(Some(officer.0)),
        next_whose: Set(Some(["officer", "reviewer", "party"][nth % 3].to_owned())),
        next_acting_on: Set(Some(bureau.today())),
        registered_on: Set(bureau.today()),
        created_at: Set(bureau.now().0),
        updated_at: Set(bureau.now().0),
        ..Default::default()
    };
    bureau.insert_all::<case::Entity>((0..ROWS).map(case).collect()).await.unwrap();
    bureau.commit().await.unwrap();
    analyze(database).await;
}

/// PostgreSQL does so by itself; SQLite never does.
pub(super) async fn analyze(database: &TestDatabase) {
    if let DatabaseUrl::Postgres(url) = &database.url {
        Database::connect(url).await.unwrap().execute_unprepared("analyze").await.unwrap();
    }
}

fn establishment(nth: usize) -> Establishment {
    let industry = ["liquor", "oil", "pawn"].get(nth % 3).unwrap();
    Establishment {
        name: EstablishmentName::parse(&format!("道县四马桥{nth}号商行")).unwrap(),
        credit_code: None,
        registration_number: None,
        legal_representative: PersonName::parse("盘子士").ok(),
        phones: parse_phones(&format!("139{nth:08}")).unwrap(),
        address: Line::parse(&format!("道县四马桥镇{nth}号")).ok(),
        town: Line::parse(if nth.is_multiple_of(2) { "四马桥镇" } else { "寿雁镇" }).ok(),
        remark: None,
        licences: vec![Licence {
            industry: IndustryId::new(industry),
            kind: Line::parse("许可证").ok(),
            number: Line::parse(&format!("4311242021{nth:05}")).ok(),
            issued_on: "2021-01-26".parse().ok(),
            expiry: Expiry::On(format!("20{}-12-01", 20 + nth % 20).parse().unwrap()),
        }],
    }
}

/// The list: plain, by each filter and all, searched in each way, its next page, its exact number, its export.
async fn ask_register(database: &TestDatabase) {
    let (_, session) = database.sign_in("officer").await;
    let bureau = session.bureau("daoxian").await.unwrap();
    let plain = EstablishmentFilter::default;
    let mut filters = vec![
        plain(),
        EstablishmentFilter { industry: Some("liquor".into()), ..plain() },
        EstablishmentFilter { town: Some("寿雁镇".into()), ..plain() },
    ];
    for state in LicenceState::ALL {
        filters.push(EstablishmentFilter { licence: Some(state), ..plain() });
        let (industry, town) = (Some("oil".into()), Some("寿雁镇".into()));
        filters.push(EstablishmentFilter { licence: Some(state), industry, town, ..plain() });
    }
    for words in ["四马桥 商行", "马", "simaqiao", "smq", "431124202100017", "00017", "13900000017"] {
        filters.push(EstablishmentFilter { search: words.to_owned(), ..plain() });
    }
    for filter in filters {
        let page = bureau.establishments(&filter).await.unwrap();
        let next = EstablishmentFilter { after: page.next, ..filter.clone() };
        bureau.establishments(&next).await.unwrap();
        bureau.count_establishments(&filter).await.unwrap();
        bureau.establishment_records(&next, 100).await.unwrap();
    }
    let first = bureau.establishments(&plain()).await.unwrap().rows.remove(0).id;
    bureau.establishment(first).await.unwrap();
}

/// A ledger compared, put in, changed, and its staged file.
async fn ask_imports(database: &TestDatabase) {
    let bureau = database.store.operate("daoxian").await.unwrap();
    let mut rows: Vec<Incoming> =
        (0..40).map(|nth| Incoming { establishment: establishment(nth + ROWS - 20) }).collect();
    for row in &mut rows {
        row.establishment.address = Line::parse("道县新街1号").ok();
        row.establishment.licences[0].expiry = Expiry::OpenEnded;
    }
    bureau.import_establishments(&rows, None).await.unwrap();
    let id = bureau.stage_import(LedgerNoun::Establishments, "台账.xlsx", b"bytes", "{}").await.unwrap();
    bureau.staged_import(LedgerNoun::Establishments, id).await.unwrap();
    bureau.staged_bytes(id).await.unwrap();
    bureau.import_establishments(&rows, Some(id)).await.unwrap();
    bureau.close_import(LedgerNoun::Establishments, id, ImportCounts::default(), "{}").await.unwrap();
    let new = establishment(ROWS + 100);
    let saved = bureau.add_establishment(&new).await.unwrap();
    let changed = Establishment { town: Line::parse("新镇").ok(), ..new };
    bureau.change_establishment(saved.id, 1, &changed).await.unwrap();
    bureau.establishment_of_party(None, "道县四马桥7号商行").await.unwrap();
    bureau.commit().await.unwrap();
}

/// The lists of cases, a case's page, and a step with its audit row.
async fn ask_cases(database: &TestDatabase, officer: PersonId) {
    let bureau = database.store.operate_as("daoxian", Some(officer)).await.unwrap();
    let desk = bureau.case_desk(Rulebook::in_use()).await.unwrap();
    let filters = [
        CaseFilter::default(),
        CaseFilter { ended: true, ..CaseFilter::default() },
        CaseFilter { stage: Some(Stage::Clue), ..CaseFilter::default() },
        CaseFilter { industry: Some("liquor".into()), text: Some("四马".into()), ..CaseFilter::default() },
    ];
    for filter in &filters {
        for part in [Part::Mine, Part::Waiting, Part::Handled, Part::All] {
            let page = desk.cases(part, filter, None).await.unwrap();
            desk.cases(part, filter, page.next).await.unwrap();
        }
    }
    desk.work_counts().await.unwrap();
    for part in LedgerPart::ALL {
        let (pay_by, case, party) = (bureau.today(), CaseId(Uuid::nil()), PartyId(Uuid::nil()));
        desk.ledger(part, None).await.unwrap();
        desk.ledger(part, Some(LedgerCursor { pay_by, case, party })).await.unwrap();
    }
    let row = BankRow {
        on: bureau.today(),
        amount: Money::yuan(100),
        payer: Name::parse("道县四马桥7号商行").ok(),
        reference: None,
        numbers: vec!["道商罚决〔2026〕1号".to_owned()],
    };
    desk.reconcile(&[row], None).await.unwrap();
    let note = |text: &str| Note::parse(text).unwrap();
    let clue = Act::RegisterClue(RegisterClue {
        source: ClueSource::Inspection,
        suspicion: note("检查发现未按规定建立购销台账"),
        place: note("道县濂溪街道"),
        number: None,
        parties: Vec::new(),
        earlier_warning: None,
        transferred: None,
    });
    let id: CaseId = desk.register(bureau.today(), clue, Entry::default()).await.unwrap().unwrap().case();
    desk.case(id).await.unwrap();
    desk.proposals_of(id).await.unwrap();
    desk.queue().await.unwrap();
    let first = bureau.establishments(&EstablishmentFilter::default()).await.unwrap().rows.remove(0).id;
    desk.cases_of_establishment(first).await.unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
}

/// A draft kept, found and dropped, a form sent.
async fn ask_forms(database: &TestDatabase, officer: PersonId) {
    let bureau = database.store.operate_as("daoxian", Some(officer)).await.unwrap();
    let values = crate::Values::new();
    let id = bureau.save_draft(None, "establishment", "", 1, &values).await.unwrap();
    bureau.save_draft(Some(id), "establishment", "", 1, &values).await.unwrap();
    bureau.draft(id, "establishment").await.unwrap();
    bureau.newest_draft("establishment", "").await.unwrap();
    bureau.drop_draft(id).await.unwrap();
    let token = token::fresh();
    bureau.sent(token, "establishment").await.unwrap();
    bureau.keep_sent(token, "establishment", "1").await.unwrap();
    bureau.commit().await.unwrap();
}

/// The first-day list with its numbers, one of them set, the terms that moved, and an account.
async fn ask_administration(database: &TestDatabase, officer: PersonId, admin: PersonId) {
    let bureau = database.store.operate_as("daoxian", Some(admin)).await.unwrap();
    bureau.start_facts().await.unwrap();
    bureau.set_number(NumberWord::Decision, 2026, 37, "纸质办理").await.unwrap();
    assert_eq!(bureau.number_lines().await.unwrap().len(), 2);
    bureau.moved_terms(1, 0).await.unwrap();
    bureau.account_record(officer).await.unwrap();
    bureau.commit().await.unwrap();
}

fn words(sql: &str) -> Vec<String> {
    let words = sql.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn is_tenanted(name: &str) -> bool {
    tables().iter().any(|table| table.holds == Holds::Tenanted && table.name == name)
}

/// It looks for rows of bureaus, and not for none: a list of no ids is written as one value that is another.
fn is_a_question(sql: &str) -> bool {
    let looks = |pair: &[String]| {
        ["from", "join", "update"].contains(&pair[0].as_str()) && is_tenanted(&pair[1]) && pair[1] != ONE_ROW
    };
    words(sql).windows(2).any(looks) && !sql.contains("AND ? = ?") && !sql.contains("AND $2 = $3")
}

pub(super) async fn explain(tx: &DatabaseTransaction, engine: Engine, statement: &Statement) -> Vec<String> {
    let word = match engine {
        Engine::Sqlite => "explain query plan",
        Engine::Postgres => "explain",
    };
    let mut question = statement.clone();
    question.sql = format!("{word} {}", statement.sql);
    let column = if engine == Engine::Sqlite { "detail" } else { "QUERY PLAN" };
    let rows = tx.query_all_raw(question).await.unwrap_or_else(|error| panic!("{}: {error}", statement.sql));
    rows.iter().map(|row| row.try_get("", column).unwrap()).collect()
}

/// A table that is gone through, or all rows of a bureau where nothing stops after a page of them.
fn reads_all_sqlite(plan: &[String], sql: &str) -> bool {
    let words = words(sql);
    let own = |name: &str| {
        is_tenanted(name) || words.windows(2).any(|pair| is_tenanted(&pair[0]) && pair[1] == name)
    };
    let stops = words.iter().any(|word| word == "limit");
    let sorts = plan.iter().any(|line| line.contains("USE TEMP B-TREE FOR ORDER BY"));
    plan.iter().any(|line| {
        let mut parts = line.split(' ');
        let (act, name) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let whole_bureau = line.ends_with("(bureau_id=?)") && (!stops || sorts);
        own(name) && (act == "SCAN" || (act == "SEARCH" && (!line.contains("bureau_id=?") || whole_bureau)))
    })
}

/// A sequential scan, or an index that is not entered by the bureau.
fn reads_all_postgres(plan: &[String]) -> bool {
    let tenanted = tables().into_iter().filter(|table| table.holds == Holds::Tenanted);
    let names: Vec<String> = tenanted.map(|table| format!(" on {} ", table.name)).collect();
    let plan: Vec<String> = plan.iter().map(|line| line.replace('"', "") + " ").collect();
    plan.iter().any(|line| line.contains("Seq Scan") && names.iter().any(|name| line.contains(name)))
        || plan.iter().zip(plan.iter().skip(1)).any(|(node, next)| {
            node.contains("Index")
                && node.contains("cost=")
                && !next.contains("bureau_id = ")
                && is_own(node, &names)
        })
}

fn is_own(node: &str, names: &[String]) -> bool {
    // A bitmap's index names no table; its own line below names the bureau or the next check does.
    node.contains("Bitmap Index Scan") || names.iter().any(|name| node.contains(name))
}
