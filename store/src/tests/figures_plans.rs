//! What the city's figures ask of their tables: every question reaches an index, and the view reads as many rows for
//! many people as for few.

use super::figures_bench::{Counties, Dice, book, case_act, clue, import_rows, roll_row};
use super::plans::{analyze, bad_plans, explain};
use super::walls::raw;
use crate::{Engine, Narrowed};
use domain::case::Entry;
use domain::city::{Figure, Month, Period};
use domain::role::Role;
use rstest::rstest;
use sea_orm::{ConnectionTrait, TransactionTrait};
use std::collections::BTreeMap;

/// The tables that hold figures.
const TABLES: [&str; 3] = ["city_figure", "city_total", "city_person"];

/// The statements on the city's tables that read them without an index, with their plans; how many there were.
async fn scans(counties: &Counties, engine: Engine) -> (usize, Vec<String>) {
    let asked: BTreeMap<String, sea_orm::Statement> =
        counties.database.recorded().into_iter().map(|one| (one.sql.clone(), one)).collect();
    let is_read = |sql: &str| !sql.to_lowercase().starts_with("insert");
    let ours = asked
        .into_values()
        .filter(|one| is_read(&one.sql) && TABLES.iter().any(|table| one.sql.contains(table)));
    let ours: Vec<_> = ours.collect();
    let raw = raw(&counties.database).await;
    let tx = raw.begin().await.unwrap();
    if engine == Engine::Postgres {
        tx.execute_unprepared("set local enable_seqscan = off").await.unwrap();
    }
    let mut wrong = Vec::new();
    for statement in &ours {
        let plan = explain(&tx, engine, statement).await;
        let reads_all = |line: &String| {
            TABLES.iter().any(|table| {
                line.contains(&format!("SCAN {table}")) || line.contains(&format!("Seq Scan on {table}"))
            })
        };
        if plan.iter().any(reads_all) {
            wrong.push(format!("{}\n{}", statement.sql, plan.join("\n")));
        }
    }
    (ours.len(), wrong)
}

#[rstest]
#[tokio::test]
async fn figures_are_moved_and_read_by_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let counties = Counties::new(engine).await;
    let database = &counties.database;
    database.person("analyst", "yongzhou", &[Role::CityAnalyst]).await;
    let session = database.sign_in("analyst").await.1;
    for seats in &counties.seats {
        let bureau = counties.open(seats.slug, seats.trainer).await;
        let rows: Vec<_> = (0..400).map(|nth| roll_row(seats, nth, nth % 6, Some(1 + nth as u32))).collect();
        import_rows(&bureau, &rows).await.unwrap();
        bureau.commit().await.unwrap();
    }
    analyze(database).await;
    database.record();
    let seats = &counties.seats[0];
    let bureau = counties.open(seats.slug, seats.officer).await;
    let desk = bureau.case_desk(book()).await.unwrap();
    desk.register(bureau.today(), clue(&mut Dice::new(3)), Entry::default()).await.unwrap().unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    let bureau = counties.open(seats.slug, seats.head).await;
    let mut dice = Dice::new(4);
    for _ in 0..20 {
        case_act(&bureau, seats, &mut dice).await.unwrap();
    }
    import_rows(&bureau, &[roll_row(seats, 900, 2, Some(950))]).await.unwrap();
    bureau.commit().await.unwrap();
    let city = session.city("yongzhou").await.unwrap();
    let (year, all) = (Period::parse("2026-01..2026-12").unwrap(), Narrowed::default());
    let some = Narrowed { industry: Some("oil".to_owned()), trade: Some("焊工".to_owned()) };
    for narrowed in [&all, &some] {
        city.overview(year, narrowed).await.unwrap();
        for figure in [Figure::CasesOpen, Figure::Fines, Figure::Trained] {
            let whose = city.bureaus().await.unwrap().first().map(|bureau| bureau.id);
            for whose in [None, whose] {
                city.trend(figure, whose, Month::new(2026, 11), 12, narrowed).await.unwrap();
                city.parts(figure, year, whose).await.unwrap();
            }
        }
    }
    drop(city);
    let bureau = counties.open(seats.slug, seats.head).await;
    bureau.own_figures(year, &all).await.unwrap();
    bureau.own_trend(Figure::Trained, Month::new(2026, 11), 12, &all).await.unwrap();
    drop(bureau);
    let (asked, wrong) = scans(&counties, engine).await;
    assert!(asked > 15, "{asked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[rstest]
#[tokio::test]
async fn a_recount_reads_records_by_their_bureau(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let counties = Counties::new(engine).await;
    for seats in &counties.seats {
        let bureau = counties.open(seats.slug, seats.trainer).await;
        let rows: Vec<_> = (0..600).map(|nth| roll_row(seats, nth, nth % 6, None)).collect();
        import_rows(&bureau, &rows).await.unwrap();
        bureau.commit().await.unwrap();
    }
    analyze(&counties.database).await;
    counties.database.record();
    let recount = counties.recount().await;
    assert_eq!((recount.enrolments, recount.differences), (1_200, vec![]));
    let (asked, wrong) = bad_plans(&counties.database, engine).await;
    assert!(asked > 15, "{asked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[rstest]
#[tokio::test]
async fn the_view_asks_as_often_for_many_people_as_for_few(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let counties = Counties::new(engine).await;
    let database = &counties.database;
    database.person("analyst", "yongzhou", &[Role::CityAnalyst]).await;
    let session = database.sign_in("analyst").await.1;
    let mut asked = Vec::new();
    for people in [10, 400] {
        let seats = &counties.seats[0];
        let bureau = counties.open(seats.slug, seats.trainer).await;
        let rows: Vec<_> = (0..people).map(|nth| roll_row(seats, nth, nth % 6, None)).collect();
        import_rows(&bureau, &rows).await.unwrap();
        bureau.commit().await.unwrap();
        database.record();
        let city = session.city("yongzhou").await.unwrap();
        city.overview(Period::of(Month::new(2026, 6)), &Narrowed::default()).await.unwrap();
        asked.push(database.recorded().len());
    }
    assert_eq!(asked, [2, 2], "one for the figures, one for the bureaus");
}
