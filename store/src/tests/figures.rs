//! The city's figures on both engines: what moves them, what cannot, and what the recount says.

use super::figures_bench::{Counties, Dice, book, case_act, clue, import_rows, roll_row, training_act};
use super::walls::raw;
use crate::testing::TestDatabase;
use crate::{Difference, Engine, Error, Narrowed, Overview};
use domain::case::Entry;
use domain::city::{Figure, Month, Period};
use domain::id::BureauId;
use domain::role::Role;
use rstest::rstest;
use sea_orm::ConnectionTrait;

/// Transactions of the random run, each of up to six acts.
const TRANSACTIONS: usize = 900;
const DAOXIAN: BureauId = BureauId(2);
const JIANGHUA: BureauId = BureauId(3);

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// As the analyst of the city sees it.
async fn overview(database: &TestDatabase, of: &str, narrowed: &Narrowed) -> Overview {
    database.person("analyst", "yongzhou", &[Role::CityAnalyst]).await;
    let session = database.sign_in("analyst").await.1;
    session.city("yongzhou").await.unwrap().overview(period(of), narrowed).await.unwrap()
}

/// One figure of a bureau, or of the city.
fn now(of: &Overview, bureau: Option<BureauId>, figure: Figure) -> i64 {
    let figures = match bureau {
        None => &of.city,
        Some(id) => &of.bureaus.iter().find(|one| one.bureau.id == id).unwrap().figures,
    };
    figures[&figure].now
}

#[rstest]
#[tokio::test]
async fn after_thousands_of_random_acts_with_crashes_in_between_nothing_differs(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let counties = Counties::new(engine).await;
    let (mut dice, mut serials) = (Dice::new(20_261_125), [0_u32, 500]);
    let (mut kept, mut lost, mut failed) = (0, 0, 0);
    for nth in 0..TRANSACTIONS {
        let month = 1 + nth * 11 / TRANSACTIONS;
        counties.goes_to(&format!("2026-{month:02}-{:02}", 1 + nth % 28));
        let which = dice.of(2);
        let seats = &counties.seats[which];
        let people = [seats.officer, seats.head, seats.chief, seats.trainer, seats.head];
        let bureau = counties.open(seats.slug, people[dice.of(people.len())]).await;
        let (mut written, mut fault) = (0, false);
        for _ in 0..=dice.of(8) {
            let done = match dice.of(3) {
                0 => training_act(&bureau, seats, &mut dice, &mut serials[which]).await,
                _ => case_act(&bureau, seats, &mut dice).await,
            };
            match done {
                Ok(acts) => written += acts,
                // The second writer of a version, or somebody without the power: the request ends here.
                Err(Error::Conflict | Error::Forbidden(_)) => fault = true,
                Err(error) => panic!("{error:?}"),
            }
            if fault {
                break;
            }
        }
        if fault || dice.of(6) == 0 {
            lost += written;
            failed += usize::from(fault);
            drop(bureau);
        } else {
            bureau.commit().await.unwrap();
            kept += written;
        }
    }
    assert!(kept > 1_000 && lost > 200 && failed > 10, "{kept} {lost} {failed}");
    // Terms that were made longer on the way are as they should be again.
    for seats in counties.seats {
        let bureau = counties.open(seats.slug, seats.head).await;
        bureau.case_desk(book()).await.unwrap().reproject().await.unwrap();
        bureau.commit().await.unwrap();
    }
    let recount = counties.recount().await;
    assert_eq!(recount.differences, []);
    assert!(recount.cases > 50 && recount.enrolments > 20 && recount.counters > 100, "{recount:?}");
    let clocks = counties.database.store.verify_clocks(book()).await.unwrap();
    assert_eq!(clocks.differences, []);
    assert!(clocks.cases > 20 && clocks.clocks > 40, "{clocks:?}");
    let year = overview(&counties.database, "2026-01..2026-12", &Narrowed::default()).await;
    for figure in Figure::ALL {
        let (city, one, other) =
            (now(&year, None, figure), now(&year, Some(DAOXIAN), figure), now(&year, Some(JIANGHUA), figure));
        // Each moved; a certificate of an earlier year that is revoked counts against this one.
        assert!(one != 0 && other != 0, "{figure:?}: {one} {other}");
        match year.shared.get(&figure) {
            Some(shared) => assert_eq!(city, one + other - shared, "{figure:?}"),
            None => assert_eq!(city, one + other, "{figure:?}"),
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_term_kept_otherwise_than_the_events_say_is_named(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let counties = Counties::new(engine).await;
    let bureau = counties.open("daoxian", counties.seats[0].officer).await;
    let desk = bureau.case_desk(book()).await.unwrap();
    desk.register(bureau.today(), clue(&mut Dice::new(1)), Entry::default()).await.unwrap().unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    let store = &counties.database.store;
    let check = async || store.verify_clocks(book()).await.unwrap();
    let whole = check().await;
    assert_eq!((whole.cases, whole.clocks, whole.differences), (1, 1, Vec::new()));
    let tamper = async |sql: &str| {
        let bureau = store.operate("daoxian").await.unwrap();
        bureau.tx().execute_unprepared(sql).await.unwrap();
        bureau.commit().await.unwrap();
    };
    tamper("update case_clock set due_on = '2030-01-02'").await;
    let [later] = check().await.differences.try_into().unwrap();
    assert_eq!((later.bureau.as_str(), later.clock.as_str()), ("daoxian", "verify"));
    assert!(later.kept.contains("to 2030-01-02") && !later.counted.contains("2030"), "{later:?}");
    tamper("delete from case_clock").await;
    let [gone] = check().await.differences.try_into().unwrap();
    assert_eq!((gone.kept.as_str(), gone.counted), ("", later.counted));
}

#[rstest]
#[tokio::test]
async fn a_tampered_counter_is_named_and_mended(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let counties = Counties::new(engine).await;
    let seats = &counties.seats[0];
    let bureau = counties.open("daoxian", seats.officer).await;
    let desk = bureau.case_desk(book()).await.unwrap();
    desk.register(bureau.today(), clue(&mut Dice::new(1)), Entry::default()).await.unwrap().unwrap();
    drop(desk);
    import_rows(&bureau, &[roll_row(seats, 1, 0, Some(1)), roll_row(seats, 2, 4, None)]).await.unwrap();
    bureau.commit().await.unwrap();
    assert_eq!(counties.recount().await.differences, []);
    let raw = raw(&counties.database).await;
    for wrong in [
        "update city_figure set value = 7 where bureau_id = 2 and figure = 'case_opened'",
        "delete from city_figure where bureau_id = 2 and figure = 'case_act'",
        "insert into city_figure (bureau_id, figure, period, part, value) values (3, 'fines', '2026-05', 'oil', 9)",
        "update city_total set value = value + 1 where figure = 'trained' and period = '2026-06'",
        "delete from city_person where year = 2025 and figure = 'certified'",
    ] {
        raw.execute_unprepared(wrong).await.unwrap();
    }
    let named: Vec<String> = counties.recount().await.differences.iter().map(line).collect();
    let expected = [
        "daoxian case_act 2026-11 register_clue: 0, 1",
        "daoxian case_opened 2026-11: 7, 1",
        "daoxian certified_person 2025-12 海员: 0, 1",
        "jianghua fines 2026-05 oil: 9, 0",
        "daoxian certified 2025-12 海员: 1, 0",
        " certified 2025-12 海员: 1, 0",
        " trained 2026-06 焊工: 2, 1",
    ];
    assert_eq!(named, expected);
    let mended = counties.database.store.recount_figures(book(), true).await.unwrap();
    assert!(mended.is_mended && !mended.differences.is_empty());
    assert_eq!(counties.recount().await.differences, []);
    let year = overview(&counties.database, "2025-01..2025-12", &Narrowed::default()).await;
    assert_eq!(now(&year, None, Figure::Certified), 1);
}

fn line(of: &Difference) -> String {
    let Difference { bureau, figure, period, part, kept, counted } = of;
    let cell = [bureau.as_str(), figure, period, part].join(" ");
    format!("{}: {kept}, {counted}", cell.trim_end())
}

#[rstest]
#[tokio::test]
async fn two_counties_that_train_the_same_people_at_one_moment_count_each_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let counties = Counties::new(engine).await;
    for round in 0..8 {
        let trains = async |which: usize| {
            let seats = &counties.seats[which];
            let mut people: Vec<usize> = (round * 10..round * 10 + 10).collect();
            if which == 1 {
                people.reverse();
            }
            let bureau = counties.open(seats.slug, seats.trainer).await;
            // Twice in one transaction, so that each holds people that the other wants.
            for (class, people) in people.chunks(5).enumerate() {
                let row = |person: &usize| roll_row(seats, *person, class + 4, None);
                let rows: Vec<_> = people.iter().map(row).collect();
                import_rows(&bureau, &rows).await.unwrap();
                tokio::task::yield_now().await;
            }
            bureau.commit().await.unwrap();
        };
        tokio::join!(trains(0), trains(1));
    }
    assert_eq!(counties.recount().await.differences, []);
    let year = overview(&counties.database, "2026-01..2026-12", &Narrowed::default()).await;
    let trained = |bureau| now(&year, bureau, Figure::Trained);
    assert_eq!((trained(Some(DAOXIAN)), trained(Some(JIANGHUA)), trained(None)), (80, 80, 80));
    assert_eq!(year.shared[&Figure::Trained], 80);
}

#[rstest]
#[tokio::test]
async fn figures_stand_beside_last_year_and_the_period_before_and_narrow_to_a_trade(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let counties = Counties::new(engine).await;
    let [daoxian, jianghua] = &counties.seats;
    // December 2025, June and August 2026 in 道县; June in 江华, once more somebody known in 道县.
    for (seats, rows) in [(daoxian, vec![(1, 0), (2, 4), (3, 5)]), (jianghua, vec![(2, 4), (4, 4)])] {
        let bureau = counties.open(seats.slug, seats.trainer).await;
        let rows: Vec<_> = rows.into_iter().map(|(who, class)| roll_row(seats, who, class, None)).collect();
        import_rows(&bureau, &rows).await.unwrap();
        bureau.commit().await.unwrap();
    }
    let june = overview(&counties.database, "2026-06", &Narrowed::default()).await;
    assert_eq!(june.as_of, counties.database.store.clock().now());
    assert_eq!(
        june.bureaus.iter().map(|one| one.bureau.slug.as_str()).collect::<Vec<_>>(),
        ["yongzhou", "daoxian", "jianghua"]
    );
    let trained = |of: &Overview, bureau| now(of, bureau, Figure::Trained);
    assert_eq!(
        (trained(&june, Some(DAOXIAN)), trained(&june, Some(JIANGHUA)), trained(&june, None)),
        (1, 2, 2)
    );
    assert_eq!(june.shared[&Figure::Trained], 1);
    let year = june.bureaus[1].clone();
    assert_eq!(year.figures[&Figure::CasesOverdue].last_year, None);

    let session = counties.database.sign_in("analyst").await.1;
    let city = session.city("yongzhou").await.unwrap();
    let all = city.overview(period("2026-01..2026-12"), &Narrowed::default()).await.unwrap();
    let of = all.city[&Figure::Trained];
    assert_eq!((of.now, of.last_year, of.before), (3, Some(1), Some(1)));
    let welders = Narrowed { trade: Some("焊工".to_owned()), ..Narrowed::default() };
    let some = city.overview(period("2026-01..2026-12"), &welders).await.unwrap();
    assert_eq!((trained(&some, Some(DAOXIAN)), trained(&some, None)), (1, 2));
    let trend = city.trend(Figure::Trained, None, Month::new(2026, 8), 3, &Narrowed::default()).await;
    assert_eq!(trend.unwrap().into_iter().map(|(_, value)| value).collect::<Vec<_>>(), [2, 0, 1]);
    let parts = city.parts(Figure::Trained, period("2026-01..2026-12"), None).await.unwrap();
    assert_eq!((parts.parts, parts.total), (vec![("焊工".to_owned(), 2), ("厨师".to_owned(), 1)], 3));
    let overdue = city.trend(Figure::CasesOverdue, None, Month::new(2026, 8), 3, &Narrowed::default()).await;
    assert!(matches!(overdue, Err(Error::Invalid { field: "figure", .. })));
    let nobody = city.parts(Figure::Fines, period("2026-06"), Some(BureauId(99))).await;
    assert!(matches!(nobody, Err(Error::NotFound)));
}

#[rstest]
#[tokio::test]
async fn a_case_is_open_then_overdue_and_both_can_be_read_for_earlier_months_as_far_as_known(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let counties = Counties::new(engine).await;
    let seats = &counties.seats[0];
    counties.goes_to("2026-09-01");
    let bureau = counties.open("daoxian", seats.officer).await;
    let desk = bureau.case_desk(book()).await.unwrap();
    desk.register(bureau.today(), clue(&mut Dice::new(2)), Entry::default()).await.unwrap().unwrap();
    drop(desk);
    bureau.commit().await.unwrap();
    let days = [("2026-09-21", 0), ("2026-09-22", 1), ("2026-11-23", 1), ("2027-01-05", 1)];
    for (on, overdue) in days {
        counties.goes_to(on);
        let of = overview(&counties.database, "2026-09", &Narrowed::default()).await;
        assert_eq!(now(&of, Some(DAOXIAN), Figure::CasesOverdue), overdue, "{on}");
        assert_eq!(now(&of, None, Figure::CasesOpen), 1, "{on}");
        assert_eq!(of.city[&Figure::CasesOpen].before, Some(0));
        assert_eq!(now(&of, Some(JIANGHUA), Figure::CasesOpen), 0);
    }
    let session = counties.database.sign_in("analyst").await.1;
    let city = session.city("yongzhou").await.unwrap();
    let (to, every) = (Month::new(2026, 10), Narrowed::default());
    let trend = city.trend(Figure::CasesOpen, Some(DAOXIAN), to, 3, &every).await.unwrap();
    assert_eq!(trend.into_iter().map(|(_, value)| value).collect::<Vec<_>>(), [0, 1, 1]);
    let bureau = counties.open("daoxian", seats.officer).await;
    let own = bureau.own_figures(period("2026-09"), &Narrowed::default()).await.unwrap();
    assert_eq!((own[&Figure::CasesOpen].now, own[&Figure::CasesOverdue].now), (1, 1));
}

#[rstest]
#[tokio::test]
async fn only_the_citys_own_analysts_read_its_figures(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let counties = Counties::new(engine).await;
    let database = &counties.database;
    database.person("analyst", "yongzhou", &[Role::CityAnalyst]).await;
    database.person("cityclerk", "yongzhou", &[Role::Reader, Role::BureauAdmin]).await;
    for (who, slug, may) in [
        ("analyst", "yongzhou", true),
        ("analyst", "daoxian", false),
        ("cityclerk", "yongzhou", false),
        ("dhead", "daoxian", false),
        ("dhead", "yongzhou", false),
    ] {
        let session = database.sign_in(who).await.1;
        let opened = session.city(slug).await;
        assert_eq!(opened.is_ok(), may, "{who} {slug}");
        assert!(may || matches!(opened, Err(Error::NotFound)), "{who} {slug}");
    }
}
