use super::plans::{analyze, bad_plans};
use super::rows::add_case_with_event;
use crate::entity::{audit, audit_payload, establishment};
use crate::testing::{MONDAY, TestDatabase};
use crate::{BureauStore, Engine, Error, NewVisit, PAGE_ROWS, Session, Values, VisitFilter, token};
use domain::id::VisitId;
use domain::role::{Power, Role};
use domain::visit::{Ending, Looked, LookedNoun, Purpose, VisitLength, VisitReason, VisitState};
use rstest::rstest;
use sea_orm::{ActiveValue::Set, QueryOrder};
use uuid::Uuid;

const CASE: Uuid = Uuid::from_u128(7);
const CASES: Looked = Looked::List(LookedNoun::Case);
const ONE_CASE: Looked = Looked::Record(LookedNoun::Case, CASE);
const MINUTE: i64 = 60_000;

fn asked(county: &str) -> NewVisit {
    NewVisit {
        county: county.to_owned(),
        reason: VisitReason::Figures,
        purpose: Purpose::parse("核实十月办结案件数").unwrap(),
        length: VisitLength::Half,
    }
}

/// Two supervisors of the city, an officer of each county, and a case of 道县.
async fn bureaus(engine: Engine) -> TestDatabase {
    let database = TestDatabase::with_bureaus(engine).await;
    database.person("supervisor", "yongzhou", &[Role::CitySupervisor]).await;
    database.person("other", "yongzhou", &[Role::CitySupervisor]).await;
    database.person("analyst", "yongzhou", &[Role::CityAnalyst]).await;
    let officer = database.person("officer", "daoxian", &[Role::Officer]).await;
    database.person("neighbour", "jianghua", &[Role::Officer]).await;
    let bureau = database.store.operate("daoxian").await.unwrap();
    add_case_with_event(&bureau, CASE, officer).await;
    bureau.commit().await.unwrap();
    database
}

async fn begin(database: &TestDatabase, session: &Session, county: &str) -> Result<VisitId, Error> {
    let city = session.bureau_write("yongzhou").await.unwrap();
    city.begin_visit(&database.store, asked(county), token::fresh()).await
}

async fn end(database: &TestDatabase, session: &Session, id: VisitId) -> Result<(), Error> {
    session.bureau_write("yongzhou").await.unwrap().end_visit(&database.store, id).await
}

/// Acts and payloads of a bureau's chain, oldest first; the chain holds.
async fn audited(database: &TestDatabase, slug: &str) -> Vec<(String, String)> {
    let bureau = database.store.operate(slug).await.unwrap();
    bureau.verify_audit().await.unwrap().expect("the chain holds");
    let acts = bureau.find::<audit::Entity>().order_by_asc(audit::Column::Seq);
    let acts = acts.all(bureau.tx()).await.unwrap().into_iter().map(|row| row.act);
    let payloads = bureau.find::<audit_payload::Entity>().order_by_asc(audit_payload::Column::Seq);
    let payloads = payloads.all(bureau.tx()).await.unwrap().into_iter().map(|row| row.payload);
    acts.zip(payloads).filter(|(act, _)| act.starts_with("visit")).collect()
}

fn acts(told: &[(String, String)]) -> Vec<&str> {
    told.iter().map(|(act, _)| act.as_str()).collect()
}

fn is_not_found(answer: Result<impl Sized, Error>) -> bool {
    matches!(answer, Err(Error::NotFound))
}

#[rstest]
#[tokio::test]
async fn the_county_sees_who_looked_why_from_when_to_when_and_at_what(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = bureaus(engine).await;
    let (_, visitor) = database.sign_in("supervisor").await;
    let id = begin(&database, &visitor, "daoxian").await.unwrap();
    database.clock.set(MONDAY.plus_millis(MINUTE));
    let list = visitor.look("yongzhou", id, CASES, "阶段：结案").await.unwrap();
    assert_eq!((list.bureau().slug.as_str(), list.visit()), ("daoxian", Some(id)));
    drop(list);
    // The log is there before the visitor reads: with the answer still under way.
    let open = visitor.look("yongzhou", id, ONE_CASE, "").await.unwrap();
    let (_, officer) = database.sign_in("officer").await;
    let county = officer.bureau("daoxian").await.unwrap();
    let looks = county.looks(id, None).await.unwrap().rows;
    let told: Vec<_> =
        looks.iter().map(|look| (look.seq, look.noun, look.row, look.words.as_str())).collect();
    assert_eq!(told, [(2, LookedNoun::Case, Some(CASE), ""), (1, LookedNoun::Case, None, "阶段：结案")]);
    drop((open, county));
    database.clock.set(MONDAY.plus_millis(5 * MINUTE));
    end(&database, &visitor, id).await.unwrap();

    let county = officer.bureau("daoxian").await.unwrap();
    let seen = county.visits(VisitFilter::default(), None).await.unwrap().rows;
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].id, seen[0].person), (id, visitor.person().id));
    assert_eq!(seen[0].person_name, visitor.person().name);
    assert_eq!((seen[0].reason, seen[0].purpose.as_str()), (VisitReason::Figures, "核实十月办结案件数"));
    assert_eq!((seen[0].time.begun, seen[0].time.until), (MONDAY, MONDAY.plus_millis(30 * MINUTE)));
    let at = MONDAY.plus_millis(5 * MINUTE);
    assert_eq!(seen[0].state(county.now()), VisitState::Ended { at, how: Ending::ByVisitor });
    let city = visitor.bureau("yongzhou").await.unwrap();
    assert_eq!(
        city.visits(VisitFilter::default(), None).await.unwrap().rows,
        seen,
        "both sides say the same"
    );
    drop((city, county));
    let in_county = audited(&database, "daoxian").await;
    assert_eq!(acts(&in_county), ["visit_begun", "visit_looked", "visit_looked", "visit_ended"]);
    assert!(in_county[0].1.contains("核实十月办结案件数"), "{in_county:?}");
    assert!(in_county[2].1.contains(&CASE.to_string()), "{in_county:?}");
    assert_eq!(acts(&audited(&database, "yongzhou").await), ["visit_begun", "visit_ended"]);
    assert_eq!(acts(&audited(&database, "jianghua").await), Vec::<&str>::new());
}

#[rstest]
#[tokio::test]
async fn an_ended_visit_opens_nothing_and_its_own_visitor_still_sees_what_was_opened(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = bureaus(engine).await;
    let (_, visitor) = database.sign_in("supervisor").await;
    let ended = begin(&database, &visitor, "daoxian").await.unwrap();
    let lapsed = begin(&database, &visitor, "daoxian").await.unwrap();
    assert!(visitor.look("yongzhou", ended, ONE_CASE, "").await.is_ok());
    end(&database, &visitor, ended).await.unwrap();
    end(&database, &visitor, ended).await.unwrap();
    assert!(is_not_found(visitor.look("yongzhou", ended, ONE_CASE, "").await));
    database.clock.set(MONDAY.plus_millis(30 * MINUTE - 1));
    assert!(visitor.look("yongzhou", lapsed, CASES, "").await.is_ok(), "until its last millisecond");
    database.clock.set(MONDAY.plus_millis(30 * MINUTE));
    assert!(is_not_found(visitor.look("yongzhou", lapsed, CASES, "").await), "nobody had to end it");
    end(&database, &visitor, lapsed).await.unwrap();
    let looks = visitor.own_looks("yongzhou", ended, None).await.unwrap().rows;
    assert_eq!(looks.iter().map(|look| look.row).collect::<Vec<_>>(), [Some(CASE)]);
    let told = audited(&database, "daoxian").await;
    let expected = ["visit_begun", "visit_begun", "visit_looked", "visit_ended", "visit_looked"];
    assert_eq!(acts(&told), expected, "ended once, and lapsed without a word");
}

#[rstest]
#[tokio::test]
async fn a_visit_is_its_visitors_alone_and_leads_into_one_county(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = bureaus(engine).await;
    let (_, visitor) = database.sign_in("supervisor").await;
    let id = begin(&database, &visitor, "jianghua").await.unwrap();
    for slug in ["daoxian", "jianghua", "nowhere", ""] {
        assert!(is_not_found(visitor.look(slug, id, CASES, "").await), "{slug}");
    }
    let unknown = VisitId(Uuid::from_u128(1));
    assert!(is_not_found(visitor.look("yongzhou", unknown, CASES, "").await));
    assert!(
        is_not_found(visitor.look("yongzhou", id, ONE_CASE, "").await),
        "道县's case through 江华's visit"
    );
    let (_, other) = database.sign_in("other").await;
    assert!(is_not_found(other.look("yongzhou", id, CASES, "").await));
    assert!(is_not_found(other.own_looks("yongzhou", id, None).await));
    assert!(is_not_found(end(&database, &other, id).await));
    assert!(other.bureau("yongzhou").await.unwrap().visited(id).await.is_ok(), "that there was one, is told");
    let (_, analyst) = database.sign_in("analyst").await;
    let refused = analyst.look("yongzhou", id, CASES, "").await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::Supervise))));
    let (_, officer) = database.sign_in("officer").await;
    assert!(is_not_found(officer.look("yongzhou", id, CASES, "").await));
    assert!(is_not_found(officer.look("jianghua", id, CASES, "").await));
    let daoxian = officer.bureau("daoxian").await.unwrap();
    assert!(is_not_found(daoxian.visited(id).await) && is_not_found(daoxian.looks(id, None).await));
    assert!(
        is_not_found(daoxian.visits(VisitFilter::default(), Some(id)).await),
        "no page after 江华's visit"
    );
    drop(daoxian);
    assert_eq!(acts(&audited(&database, "jianghua").await), ["visit_begun"], "what failed opened nothing");
}

#[rstest]
#[tokio::test]
async fn nothing_is_written_through_a_visit(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let database = bureaus(engine).await;
    // Whoever is an officer of the county as well visits it as a mere reader.
    database.person("supervisor", "daoxian", &[Role::Officer, Role::Chief]).await;
    let (_, visitor) = database.sign_in("supervisor").await;
    let id = begin(&database, &visitor, "daoxian").await.unwrap();
    let before = database.contents().await;
    let look = async || visitor.look("yongzhou", id, CASES, "").await.unwrap();
    let open = look().await;
    for power in [Power::WorkCases, Power::Unseal, Power::EditEstablishments, Power::RunTraining] {
        assert!(matches!(open.require(power), Err(Error::Forbidden(_))), "{power:?}");
    }
    assert!(open.require(Power::ReadRecords).is_ok());
    assert!(open.audit("tried", "x", &"y").await.is_err());
    assert!(open.save_draft(None, "form", "", 0, &Values::new()).await.is_err());
    assert!(open.keep_sent(token::fresh(), "act", "x").await.is_err());
    assert!(write_by_force(&look().await).await.is_err(), "the database itself refuses");
    assert!(look().await.next_number("道商罚决", 2026).await.is_err());
    assert!(look().await.begin_visit(&database.store, asked("jianghua"), token::fresh()).await.is_err());
    assert!(look().await.end_visit(&database.store, id).await.is_err());
    let after = database.contents().await;
    let changed: Vec<_> = after.iter().filter(|(table, rows)| before.get(*table) != Some(rows)).collect();
    let changed: Vec<_> = changed.into_iter().map(|(table, _)| table.as_str()).collect();
    assert_eq!(changed, ["audit of 2", "audit_head of 2", "audit_payload of 2", "visit_look of 2"]);
}

async fn write_by_force(open: &BureauStore) -> Result<(), Error> {
    let row = establishment::ActiveModel {
        id: Set(Uuid::from_u128(9)),
        name: Set("假店".to_owned()),
        industry: Set("liquor".to_owned()),
        pinyin: Set("jiadian".to_owned()),
        created_at: Set(0),
        updated_at: Set(0),
        ..Default::default()
    };
    open.insert::<establishment::Entity>(row).await.map(drop)
}

#[rstest]
#[tokio::test]
async fn a_visit_begins_once_by_who_supervises_and_into_a_county_of_the_city(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = bureaus(engine).await;
    let (_, visitor) = database.sign_in("supervisor").await;
    for county in ["yongzhou", "nowhere", ""] {
        let refused = begin(&database, &visitor, county).await;
        assert!(
            matches!(refused, Err(Error::Invalid { field: "county", code: "county_missing" })),
            "{county}"
        );
    }
    let token = token::fresh();
    for turn in 0..2 {
        let city = visitor.bureau_write("yongzhou").await.unwrap();
        let answer = city.begin_visit(&database.store, asked("daoxian"), token).await;
        assert_eq!(answer.is_ok(), turn == 0, "{answer:?}");
    }
    let (_, analyst) = database.sign_in("analyst").await;
    assert!(matches!(begin(&database, &analyst, "daoxian").await, Err(Error::Forbidden(Power::Supervise))));
    let (_, officer) = database.sign_in("officer").await;
    let county = officer.bureau_write("daoxian").await.unwrap();
    let refused = county.begin_visit(&database.store, asked("jianghua"), token::fresh()).await;
    assert!(matches!(refused, Err(Error::Forbidden(Power::Supervise))));
    assert_eq!(acts(&audited(&database, "daoxian").await), ["visit_begun"]);
}

#[rstest]
#[tokio::test]
async fn lists_of_visits_and_looks_are_bounded_and_reach_an_index(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let database = bureaus(engine).await;
    let (_, visitor) = database.sign_in("supervisor").await;
    let mut last = None;
    for _ in 0..=PAGE_ROWS {
        last = Some(begin(&database, &visitor, "daoxian").await.unwrap());
    }
    let id = last.unwrap();
    for _ in 0..=PAGE_ROWS {
        visitor.look("yongzhou", id, CASES, "").await.unwrap();
    }
    analyze(&database).await;
    database.record();
    let city = visitor.bureau("yongzhou").await.unwrap();
    let (person, county) = (Some(visitor.person().id), Some(city.visited(id).await.unwrap().county));
    for filter in [
        VisitFilter::default(),
        VisitFilter { person, county: None },
        VisitFilter { person: None, county },
        VisitFilter { person, county },
    ] {
        let page = city.visits(filter, None).await.unwrap();
        assert_eq!((page.rows.len() as u64, page.rows[0].id), (PAGE_ROWS, id), "the newest first");
        let rest = city.visits(filter, page.next).await.unwrap();
        assert_eq!((rest.rows.len(), rest.next), (1, None));
    }
    drop(city);
    let page = visitor.own_looks("yongzhou", id, None).await.unwrap();
    assert_eq!((page.rows.len() as u64, page.next), (PAGE_ROWS, Some(2)));
    let rest = visitor.own_looks("yongzhou", id, page.next).await.unwrap();
    assert_eq!((rest.rows.len(), rest.next), (1, None));
    visitor.look("yongzhou", id, ONE_CASE, "").await.unwrap();
    end(&database, &visitor, id).await.unwrap();
    let (kinds, wrong) = bad_plans(&database, engine).await;
    assert!(kinds > 10, "{kinds}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
