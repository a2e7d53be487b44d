//! Who is told what of a running term, once.

use super::cases::Bench;
use super::plans::{analyze, bad_plans};
use crate::entity::{case_clock, membership};
use crate::{Engine, Error, Reminder};
use domain::case::{Act, ChangeOfficers, Note, Officers};
use domain::id::{CaseId, PartyId, PersonId, ReminderId};
use domain::role::Role;
use domain::{Day, Instant};
use rstest::rstest;
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
use uuid::Uuid;

const SHOP: PartyId = PartyId(Uuid::from_u128(100));

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

impl Bench {
    async fn reminders(&self, person: PersonId) -> Vec<Reminder> {
        self.bureau(person).await.reminders().await.unwrap()
    }

    /// Word and step of what a person was told.
    async fn told(&self, person: PersonId) -> Vec<String> {
        let line = |one: Reminder| format!("{} {}", one.word, one.step);
        self.reminders(person).await.into_iter().map(line).collect()
    }

    async fn remind(&self) -> u64 {
        self.database.store.remind().await.unwrap()
    }
}

/// A term of a party that began on 2 November and ends on the 9th, a Monday.
async fn defence(bench: &Bench, case: CaseId) {
    let row = clock(case, 9, "defence", "2026-11-09");
    runs(bench, case_clock::Model { whose: "party".to_owned(), ..row }).await;
}

/// A running term of the shop that binds the bureau and began on 2 November.
fn clock(case: CaseId, position: i32, word: &str, due_on: &str) -> case_clock::Model {
    case_clock::Model {
        bureau_id: 2,
        case_id: case.0,
        position,
        party: Some(SHOP.0),
        clock: word.to_owned(),
        state: "running".to_owned(),
        whose: "bureau".to_owned(),
        started_on: day("2026-11-02"),
        due_on: day(due_on),
        acting_on: day(due_on),
        provisional: false,
        calendar_version: None,
        starts_at: None,
        ends_at: None,
    }
}

async fn runs(bench: &Bench, row: case_clock::Model) {
    let bureau = bench.database.store.operate("daoxian").await.unwrap();
    bureau.insert::<case_clock::Entity>(row.into()).await.unwrap();
    bureau.commit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn each_step_is_told_once_to_whoever_must_act(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    assert_eq!(bench.remind().await, 0, "three weeks before");
    bench.goes_to("2026-11-16");
    // Two servers at once.
    let (one, other) = tokio::join!(bench.database.store.remind(), bench.database.store.remind());
    assert_eq!(one.unwrap() + other.unwrap(), 1);
    assert_eq!(bench.told(bench.chen).await, ["verify before_7"]);
    assert_eq!(bench.told(bench.zhou).await, [""; 0]);
    bench.goes_to("2026-11-20");
    assert_eq!(bench.remind().await, 2, "the officer and the head");
    assert_eq!(bench.remind().await, 0);
    assert_eq!(bench.told(bench.chen).await, ["verify before_1"], "one line a matter");
    assert_eq!(bench.told(bench.zhou).await, ["verify before_1"]);
    bench.goes_to("2026-11-24");
    assert_eq!(bench.remind().await, 2);
    assert_eq!(bench.told(bench.zhou).await, ["verify overdue"]);
    let bureau = bench.bureau(bench.chen).await;
    assert_eq!(bureau.unread_reminders().await.unwrap(), 1);
    let first = bureau.reminders().await.unwrap().remove(0);
    assert_eq!((first.case, first.due_on.to_string()), (case, "2026-11-23".to_owned()));
    bureau.read_reminder(first.id).await.unwrap();
    assert!(matches!(bureau.read_reminder(ReminderId(Uuid::nil())).await, Err(Error::NotFound)));
    assert_eq!(bureau.unread_reminders().await.unwrap(), 0);
    bureau.commit().await.unwrap();
    let head = bench.bureau(bench.zhou).await;
    assert!(matches!(head.read_reminder(first.id).await, Err(Error::NotFound)), "somebody else's");
    assert_eq!(head.unread_reminders().await.unwrap(), 1);
    head.read_all_reminders().await.unwrap();
    assert_eq!(head.unread_reminders().await.unwrap(), 0);
}

#[rstest]
#[tokio::test]
async fn what_was_done_is_no_matter_any_more(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    bench.goes_to("2026-11-16");
    bench.remind().await;
    assert_eq!(bench.told(bench.chen).await.len(), 1);
    bench.does(bench.zhou, case, bench.file()).await;
    assert_eq!(bench.told(bench.chen).await, [""; 0]);
    assert_eq!(bench.remind().await, 0);
}

#[rstest]
#[tokio::test]
async fn the_end_of_a_partys_term_is_told_the_lead_officer_on_the_working_day_after(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    defence(&bench, case).await;
    bench.goes_to("2026-11-09");
    assert_eq!(bench.remind().await, 0);
    bench.goes_to("2026-11-10");
    assert_eq!(bench.remind().await, 1);
    assert_eq!(bench.told(bench.chen).await, ["defence ended"]);
}

#[rstest]
#[tokio::test]
async fn nobody_is_told_of_a_case_that_he_may_not_see(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let stranger = bench.database.person("stranger", "jianghua", &[Role::Head]).await;
    bench.registered().await;
    // The lead officer leaves: the head is told instead.
    let bureau = bench.database.store.operate("daoxian").await.unwrap();
    let left = membership::ActiveModel { roles: Set(String::new()), ..Default::default() };
    let left = bureau.shared().change::<membership::Entity>().set(left);
    let left = left.filter(membership::Column::PersonId.eq(bench.chen.0));
    left.filter(membership::Column::BureauId.eq(2)).exec(bureau.tx()).await.unwrap();
    bureau.commit().await.unwrap();
    bench.goes_to("2026-11-16");
    assert_eq!(bench.remind().await, 1);
    assert_eq!(bench.told(bench.zhou).await, ["verify before_7"]);
    let other = bench.database.store.operate_as("jianghua", Some(stranger)).await.unwrap();
    assert_eq!(other.reminders().await.unwrap(), []);
    assert_eq!(other.unread_reminders().await.unwrap(), 0);
    assert_eq!(other.week(day("2026-11-01"), day("2026-12-31")).await.unwrap().terms, []);
    drop(other);
    let bureau = bench.bureau(bench.chen).await;
    assert!(matches!(bureau.reminders().await, Err(Error::Forbidden(_))));
}

#[rstest]
#[tokio::test]
async fn the_sheet_of_a_week_has_every_running_term_of_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    defence(&bench, case).await;
    let bureau = bench.bureau(bench.zhou).await;
    let week = bureau.week(day("2026-11-09"), day("2026-11-15")).await.unwrap();
    assert_eq!(week.terms.iter().map(|term| term.clock.as_str()).collect::<Vec<_>>(), ["defence"]);
    let week = bureau.week(day("2026-11-09"), day("2026-11-27")).await.unwrap();
    assert_eq!(week.terms.len(), 2);
    assert_eq!(week.terms[1].lead_officer, Some(bench.chen));
    assert!(!week.has_more);
    let later = bureau.week(day("2026-12-07"), day("2026-12-13")).await.unwrap();
    let clocks: Vec<_> = later.terms.iter().map(|term| term.clock.as_str()).collect();
    assert_eq!(clocks, ["verify"], "the bureau's own stays until it is done, the party's is over");
}

#[rstest]
#[tokio::test]
async fn reminders_and_the_sheet_reach_an_index(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    defence(&bench, case).await;
    bench.goes_to("2026-11-20");
    analyze(&bench.database).await;
    bench.database.record();
    bench.remind().await;
    let bureau = bench.bureau(bench.chen).await;
    let told = bureau.reminders().await.unwrap();
    bureau.unread_reminders().await.unwrap();
    bureau.read_reminder(told[0].id).await.unwrap();
    bureau.read_all_reminders().await.unwrap();
    bureau.week(day("2026-11-23"), day("2026-11-27")).await.unwrap();
    bureau.commit().await.unwrap();
    let (asked, wrong) = bad_plans(&bench.database, engine).await;
    assert!(asked > 10, "{asked}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[rstest]
#[tokio::test]
async fn the_terms_of_two_measures_of_one_party_are_two_matters(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    runs(&bench, clock(case, 8, "measure", "2026-12-02")).await;
    runs(&bench, clock(case, 9, "measure", "2026-12-10")).await;
    bench.goes_to("2026-12-03");
    bench.remind().await;
    let measures = async || {
        let told = bench.reminders(bench.chen).await.into_iter().filter(|one| one.word == "measure");
        told.map(|one| format!("{} {}", one.due_on, one.step)).collect::<Vec<_>>()
    };
    assert_eq!(measures().await, ["2026-12-02 overdue", "2026-12-10 before_7"]);
    bench.goes_to("2026-12-09");
    bench.remind().await;
    assert_eq!(measures().await, ["2026-12-02 overdue", "2026-12-10 before_1"], "what is overdue stays");
}

#[rstest]
#[tokio::test]
async fn a_term_of_hours_is_told_by_the_hour_and_the_list_names_the_minute(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    // Bench days begin at ten: the term runs from then until ten on the next day.
    let starts_at = bench.database.store.clock().now();
    let ends_at = Instant(starts_at.0 + 24 * 3_600_000);
    let row = clock(case, 9, "urgent_measure_report", "2026-11-03");
    runs(&bench, case_clock::Model { starts_at: Some(starts_at.0), ends_at: Some(ends_at.0), ..row }).await;
    bench.database.clock.set(Instant(starts_at.0 + 11 * 3_600_000));
    assert_eq!(bench.remind().await, 0);
    bench.database.clock.set(Instant(starts_at.0 + 12 * 3_600_000));
    assert_eq!(bench.remind().await, 2, "the officer and the head");
    let told = bench.reminders(bench.zhou).await.remove(0);
    assert_eq!((told.step.as_str(), told.ends_at), ("half", Some(ends_at)));
    bench.database.clock.set(ends_at);
    bench.remind().await;
    assert_eq!(bench.told(bench.zhou).await, ["urgent_measure_report overdue"]);
}

#[rstest]
#[tokio::test]
async fn a_case_handed_over_is_no_matter_of_the_former_officer(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let case = bench.registered().await;
    bench.does(bench.zhou, case, bench.file()).await;
    bench.goes_to("2027-01-29");
    bench.remind().await;
    let told = bench.told(bench.chen).await;
    assert_eq!(told.len(), 1, "ninety days are nearly over: {told:?}");
    let officers = Officers { lead: bench.pan, second: bench.chen };
    let change = ChangeOfficers { officers, reason: Note::parse("人员调整").unwrap() };
    bench.does(bench.zhou, case, Act::ChangeOfficers(change)).await;
    assert_eq!(bench.told(bench.chen).await, [""; 0]);
    bench.remind().await;
    assert_eq!(bench.told(bench.pan).await, told, "it is the new one's");
    assert_eq!(bench.told(bench.chen).await, [""; 0]);
}
