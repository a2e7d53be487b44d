//! The bank's list in the store: compared, booked once, refused row by row, and undone.

use super::cases::Bench;
use super::ledger::{fined, pays};
use super::on_the_spot::begins;
use super::plans::explain;
use super::walls::raw;
use crate::{BankOutcome, Engine, ImportCounts, LedgerPart, Undone};
use domain::Lang;
use domain::bank::BankRow;
use domain::case::Name;
use domain::id::{CaseId, ImportId, PersonId};
use domain::ledger::LedgerNoun;
use domain::role::Role;
use domain::value::Money;
use rstest::rstest;
use sea_orm::TransactionTrait;

const NOUN: LedgerNoun = LedgerNoun::Payments;

/// Three fines of 3,000 yuan of 3 November, on the 10th, before anything accrues.
async fn bench(engine: Engine) -> (Bench, Vec<CaseId>) {
    let bench = Bench::new(engine).await;
    bench.goes_to("2026-11-03");
    let mut cases = Vec::new();
    for nth in 1..=3 {
        cases.push(begins(&bench, fined(&bench, nth)).await.unwrap());
    }
    bench.goes_to("2026-11-10");
    (bench, cases)
}

fn row(yuan: i64, payer: &str, reference: &str, number: &str) -> BankRow {
    BankRow {
        on: "2026-11-09".parse().unwrap(),
        amount: Money::yuan(yuan),
        payer: Name::parse(payer).ok(),
        reference: Name::parse(reference).ok(),
        numbers: vec![number.to_owned()],
    }
}

/// `booked NAME`, `recorded`, or the first words of what is wrong.
fn words(outcomes: &[BankOutcome]) -> Vec<String> {
    let word = |outcome: &BankOutcome| match outcome {
        BankOutcome::Booked { name, .. } => format!("booked {name}"),
        BankOutcome::Recorded => "recorded".to_owned(),
        BankOutcome::Wrong(error, _) => error.message(Lang::Zh).chars().take(4).collect(),
    };
    outcomes.iter().map(word).collect()
}

async fn dry(bench: &Bench, rows: &[BankRow]) -> Vec<String> {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    words(&desk.reconcile(rows, None).await.unwrap())
}

async fn import(bench: &Bench, rows: &[BankRow]) -> (ImportId, Vec<String>) {
    import_by(bench, bench.chen, rows).await
}

async fn import_by(bench: &Bench, officer: PersonId, rows: &[BankRow]) -> (ImportId, Vec<String>) {
    let bureau = bench.bureau(officer).await;
    let id = bureau.stage_import(NOUN, "对账单.xlsx", b"bytes", "{}").await.unwrap();
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let outcomes = desk.reconcile(rows, Some(id)).await.unwrap();
    drop(desk);
    bureau.close_import(NOUN, id, ImportCounts::default(), "{}").await.unwrap();
    bureau.commit().await.unwrap();
    (id, words(&outcomes))
}

async fn undo(bench: &Bench, id: ImportId) -> Undone {
    let bureau = bench.bureau(bench.chen).await;
    let undone = bureau.undo_import(NOUN, id, |_, _| "{}".to_owned()).await.unwrap();
    bureau.commit().await.unwrap();
    undone
}

/// What each case has received, in yuan.
async fn paid(bench: &Bench, cases: &[CaseId]) -> Vec<i64> {
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let mut paid = Vec::new();
    for id in cases {
        let case = desk.case(*id).await.unwrap().case;
        paid.push(case.accounts(&desk.context())[0].paid.0 / 100);
    }
    paid
}

fn list() -> Vec<BankRow> {
    vec![
        row(1000, "何志远", "A1", "道商当罚〔2026〕1号"),
        row(2500, "何志远", "A2", "道商当罚〔2026〕1号"),
        row(3000, "道县第2屠宰场", "A3", ""),
        row(100, "道县第3屠宰场", "A4", ""),
        row(100, "某商行", "A5", ""),
        row(2000, "何志远", "A6", "道商当罚〔2026〕1号"),
    ]
}

fn expected() -> Vec<String> {
    let words = [
        "booked 道县第1屠宰场",
        "金额不符",
        "booked 道县第2屠宰场",
        "金额不符",
        "找不到：",
        "booked 道县第1屠宰场",
    ];
    words.map(ToOwned::to_owned).to_vec()
}

#[rstest]
#[tokio::test]
async fn a_list_is_compared_first_then_booked_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (bench, cases) = bench(engine).await;
    // Each row is judged on what those before it leave: the second asks for more than is left, the last for all of it.
    assert_eq!(dry(&bench, &list()).await, expected());
    assert_eq!(paid(&bench, &cases).await, [0, 0, 0], "nothing is booked before it is said");
    assert_eq!(import(&bench, &list()).await.1, expected());
    assert_eq!(paid(&bench, &cases).await, [3000, 3000, 0]);
    let bureau = bench.bureau(bench.chen).await;
    assert!(bureau.verify_audit().await.unwrap().is_ok());
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let case = desk.case(cases[0]).await.unwrap().case;
    let received: Vec<_> = case.accounts(&desk.context())[0]
        .received
        .iter()
        .map(|one| (one.on.to_string(), one.receipt().to_owned(), one.amount))
        .collect();
    let of = |receipt: &str, yuan| ("2026-11-09".to_owned(), receipt.to_owned(), Money::yuan(yuan));
    assert_eq!(received, [of("A1", 1000), of("A6", 2000)]);
    assert_eq!(desk.ledger(LedgerPart::Open, None).await.unwrap().lines.len(), 1);
    drop(desk);
    drop(bureau);
    // The same list once more.
    let again = import(&bench, &list()).await.1;
    assert_eq!(
        (again[0].as_str(), again[2].as_str(), again[5].as_str()),
        ("recorded", "recorded", "recorded")
    );
    assert_eq!(paid(&bench, &cases).await, [3000, 3000, 0]);
}

#[rstest]
#[tokio::test]
async fn what_an_officer_recorded_by_hand_is_not_booked_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (bench, cases) = bench(engine).await;
    bench.goes_to("2026-11-09");
    bench.does(bench.chen, cases[0], pays(1, 1000, "A1")).await;
    bench.does(bench.chen, cases[1], pays(2, 1000, "柜台2")).await;
    bench.goes_to("2026-11-10");
    bench.does(bench.chen, cases[2], pays(3, 1000, "A3")).await;
    let list = [1, 2, 3].map(|nth| row(1000, "", &format!("A{nth}"), &format!("道商当罚〔2026〕{nth}号")));
    assert_eq!(dry(&bench, &list).await, ["recorded", "可能已入", "金额或者"]);
}

#[rstest]
#[tokio::test]
async fn a_payment_before_its_decision_is_refused_with_the_rule(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (bench, _) = bench(engine).await;
    let early = BankRow { on: "2026-11-02".parse().unwrap(), ..row(3000, "道县第2屠宰场", "A3", "") };
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let outcomes = desk.reconcile(&[early], None).await.unwrap();
    let [BankOutcome::Wrong(error, _)] = outcomes.as_slice() else { panic!("{outcomes:?}") };
    assert_eq!(error.code(), "before_its_cause");
}

#[rstest]
#[tokio::test]
async fn undone_its_payments_go_and_a_case_that_went_on_keeps_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (bench, cases) = bench(engine).await;
    let two = [
        list().remove(0),
        row(500, "", "A7", "道商当罚〔2026〕1号"),
        list().remove(2),
        row(700, "", "A8", "道商当罚〔2026〕3号"),
    ];
    let (id, outcomes) = import(&bench, &two).await;
    assert!(outcomes.iter().all(|word| word.starts_with("booked")), "{outcomes:?}");
    bench.does(bench.chen, cases[2], pays(3, 100, "柜台1")).await;
    let undone = undo(&bench, id).await;
    assert_eq!((undone.removed, undone.kept, undone.kept_names), (3, 1, vec!["道县第3屠宰场".to_owned()]));
    assert_eq!(paid(&bench, &cases).await, [0, 0, 800]);
    assert_eq!(dry(&bench, &two).await[0], "booked 道县第1屠宰场", "it can be booked again");
}

#[rstest]
#[tokio::test]
async fn last_months_list_is_booked_though_a_fine_is_overdue(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (bench, cases) = bench(engine).await;
    bench.goes_to("2026-12-01");
    let paid_on = |on: &str, row: BankRow| BankRow { on: on.parse().unwrap(), ..row };
    let in_time = paid_on("2026-11-10", row(3000, "道县第1屠宰场", "A1", ""));
    let too_late = paid_on("2026-11-25", row(1000, "", "A2", "道商当罚〔2026〕2号"));
    let list = [in_time, too_late];
    let expected = ["booked 道县第1屠宰场", "booked 道县第2屠宰场"];
    assert_eq!(dry(&bench, &list).await, expected);
    assert_eq!(import(&bench, &list).await.1, expected);
    assert_eq!(paid(&bench, &cases).await, [3000, 1000, 0]);
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let events = desk.case(cases[1]).await.unwrap().events;
    let reason = events.last().unwrap().entry.late_reason.as_ref().map(ToString::to_string);
    assert_eq!(reason.as_deref(), Some("按银行对账单导入"));
}

#[rstest]
#[tokio::test]
async fn every_officer_books_and_undoes_the_bureaus_list(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (bench, cases) = bench(engine).await;
    let third = bench.database.person("wei", "daoxian", &[Role::Officer]).await;
    let (id, outcomes) = import_by(&bench, third, &list()).await;
    assert_eq!(outcomes, expected());
    assert_eq!(paid(&bench, &cases).await, [3000, 3000, 0]);
    let bureau = bench.bureau(third).await;
    let undone = bureau.undo_import(NOUN, id, |_, _| "{}".to_owned()).await.unwrap();
    assert_eq!((undone.removed, undone.kept), (3, 0));
}

#[rstest]
#[tokio::test]
async fn nobody_elses_decisions_are_found(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (bench, _) = bench(engine).await;
    let stranger: PersonId = bench.database.person("stranger", "jianghua", &[Role::Officer]).await;
    let bureau = bench.database.store.operate_as("jianghua", Some(stranger)).await.unwrap();
    let desk = bureau.case_desk(bench.books.open()).await.unwrap();
    let outcomes = words(&desk.reconcile(&list(), None).await.unwrap());
    assert!(outcomes.iter().all(|word| word == "找不到："), "{outcomes:?}");
}

#[rstest]
#[tokio::test]
async fn more_numbers_than_a_statement_takes_are_looked_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (bench, _) = bench(engine).await;
    let numbers = (1..=70_000).map(|nth| format!("道商当罚〔2026〕{nth}号")).collect();
    let row = BankRow { numbers, ..row(3000, "", "A1", "") };
    let one = BankRow { numbers: vec!["道商当罚〔2026〕3号".to_owned()], ..row.clone() };
    assert_eq!(dry(&bench, &[one]).await, ["booked 道县第3屠宰场"]);
    assert_eq!(dry(&bench, &[row]).await, ["金额不符"], "it may be any of three");
}

#[tokio::test]
async fn payers_and_decisions_are_found_by_their_indexes() {
    let (bench, _) = bench(Engine::Sqlite).await;
    bench.database.record();
    dry(&bench, &[row(3000, "道县第2屠宰场", "A3", "道商当罚〔2026〕2号")]).await;
    let asked = bench.database.recorded();
    let raw = raw(&bench.database).await;
    let tx = raw.begin().await.unwrap();
    for (column, index) in [("name", "case_party_name"), ("decision_number", "case_party_decision_number")] {
        let statement = asked.iter().find(|one| one.sql.contains(&format!("\"{column}\" IN"))).unwrap();
        let plan = explain(&tx, Engine::Sqlite, statement).await.join("\n");
        assert!(plan.contains(&format!("{index} (bureau_id=? AND {column}=?)")), "{plan}");
    }
}
