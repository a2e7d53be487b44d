//! The chain of training on both engines, from the programme to the certificate.

use super::training_bench::{
    Bench, at_desk, born, class, counts, day, details, id_number, name, person, phone, programme, refused,
    row,
};
use crate::training::{
    Applicant, Application, CertificateFilter, CertificateRecord, ClassFilter, ClassStep, EnrolmentStep,
    IssueFacts, ProgrammeStep, RowOutcome, TapOutcome, TraineeChange, TraineeFilter,
};
use crate::{Engine, Error, Total};
use domain::Instant;
use domain::id::{CertificateId, EnrolmentId};
use domain::role::Role;
use domain::training::{
    Certificate, CertificateFacts, CertificateState, EnrolmentStage, Mark, Note, Presence, RefusalCode,
    ReplacementGround, Trade,
};
use domain::value::PersonName;
use rstest::rstest;
use uuid::Uuid;

/// A certificate that a roll brought, no longer valid.
fn from_a_roll(of: EnrolmentId, number: &str, zhou: domain::id::PersonId) -> CertificateRecord {
    let facts = CertificateFacts {
        name: PersonName::parse("盘子士").unwrap(),
        trade: Trade::parse("海员").unwrap(),
        level: None,
        hours: 8,
        mark: Mark::parse("60").unwrap(),
        sitting: 1,
        exam_on: day("2026-11-01"),
        issuer: name("道县商务局"),
        signer: name("周局"),
    };
    let (on, reason) = (day("2026-11-01"), Note::parse("旧册").unwrap());
    let state = CertificateState::Revoked { on, by: zhou, reason, decision: name("旧册") };
    let number = number.parse().unwrap();
    let certificate = Certificate { number, enrolment: of, replaces: None, facts, state };
    CertificateRecord {
        id: CertificateId(Uuid::from_u128(77)),
        version: 1,
        certificate,
        id_number_masked: String::new(),
        issued_on: on,
        created_at: Instant(0),
    }
}

#[rstest]
#[tokio::test]
async fn a_class_walks_from_its_programme_to_its_certificates(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let programme = bench.running().await;
    let class = bench.enrolling(programme, "道县海员2026第2期", 2).await;
    let (one, two) = (bench.accepted(class, 1).await, bench.accepted(class, 2).await);
    let (three, four) = (bench.applied(class, 3).await, bench.applied(class, 4).await);
    for waits in [three, four] {
        bench.steps(waits, 1, EnrolmentStep::Wait).await;
    }
    assert_eq!(counts(&bench.bureau(bench.chen).await.training_desk(), class).await, (2, 2));
    assert_eq!(bench.steps(one, 2, EnrolmentStep::Withdraw).await, [three]);
    assert_eq!(counts(&bench.bureau(bench.chen).await.training_desk(), class).await, (2, 1));
    let reason = Note::parse("班额已满").ok();
    bench.steps(four, 2, EnrolmentStep::Refuse { reason }).await;

    bench.goes_to("2026-11-09", 7, 45);
    bench.class_step(class, day("2026-11-09"), ClassStep::Open).await.unwrap();
    let sessions = bench.sessions(class).await;
    for (session, on) in sessions.iter().zip(["2026-11-09", "2026-11-10"]) {
        bench.goes_to(on, 7, 50);
        let now = bench.bureau(bench.chen).await.now();
        let taps = [two, three].map(|id| bench.tap(id, Presence::Present, now)).to_vec();
        let outcomes = bench.called(bench.chen, *session, taps).await;
        assert!(outcomes.iter().all(|one| matches!(one, TapOutcome::Noted { .. })), "{outcomes:?}");
    }
    bench.goes_to("2026-11-10", 12, 0);
    bench.class_step(class, day("2026-11-10"), ClassStep::Finish).await.unwrap();

    bench.goes_to("2026-11-11", 12, 0);
    let rows = vec![row(two, 0, "55"), row(three, 0, "80"), row(four, 0, "90")];
    let outcomes = at_desk!(bench, bench.chen, |desk| desk.record_marks(class, day("2026-11-11"), rows));
    let done = |one: &RowOutcome<_>| matches!(one, RowOutcome::Done(_));
    assert_eq!(outcomes.iter().map(done).collect::<Vec<_>>(), [true, true, false]);
    bench.goes_to("2026-11-20", 12, 0);
    let rows = vec![row(two, 0, "70"), row(two, 1, "70")];
    let outcomes = at_desk!(bench, bench.chen, |desk| desk.record_marks(class, day("2026-11-20"), rows));
    assert!(matches!(outcomes[..], [RowOutcome::Changed, RowOutcome::Done(_)]), "{outcomes:?}");

    let bureau = bench.bureau(bench.chen).await;
    let old = from_a_roll(two, "LW4311242600001", bench.zhou);
    bureau.insert::<crate::entity::certificate::Entity>(old.row(Instant(0)).unwrap()).await.unwrap();
    bureau.commit().await.unwrap();
    let facts = IssueFacts { level: None, issuer: name("道县商务局"), signer: name("周局") };
    let on = day("2026-11-20");
    let people = vec![two, three, four];
    let issued = at_desk!(bench, bench.chen, |desk| desk.issue_certificates(class, on, people, facts));
    let number = |one: &RowOutcome<crate::training::Replaced>| match one {
        RowOutcome::Done(given) => given.number.to_string(),
        RowOutcome::Refused(refusal) => format!("{:?}", refusal.code),
        other => format!("{other:?}"),
    };
    let numbers: Vec<_> = issued.iter().map(number).collect();
    assert_eq!(numbers[..2], ["LW4311242600002", "LW4311242600003"]);
    assert!(numbers[2].starts_with("NotInThisState"), "{numbers:?}");
    let RowOutcome::Done(given) = issued[0].clone() else { panic!() };
    let lost = ReplacementGround::Lost;
    let new = at_desk!(bench, bench.chen, |desk| desk.replace_certificate(given.id, 1, on, lost, None));
    let new = new.unwrap();
    assert_eq!(new.number.to_string(), "LW4311242600004");

    let bureau = bench.bureau(bench.zhou).await;
    let desk = bureau.training_desk();
    let page = desk.certificate(given.id).await.unwrap();
    assert_eq!((page.others.len(), page.next.len(), page.events.len()), (2, 0, 2));
    let found = CertificateFilter { year: Some(2026), search: "600004".to_owned() };
    let found = desk.certificates(&found, None).await.unwrap();
    assert_eq!((found.total, found.rows[0].id), (Total::Exactly(1), new.id));
    let chain = desk.trainee(page.trainee).await.unwrap().chains.remove(0);
    assert_eq!(chain.enrolment.state.stage(), EnrolmentStage::Completed);
    assert_eq!((chain.attendance.len(), chain.exam.len(), chain.certificates.len()), (2, 2, 3));
    let acts: Vec<_> = chain.events.iter().map(|event| event.act.as_str()).collect();
    let expected = ["apply", "accept", "open_class", "finish_class", "record_marks", "record_marks"];
    assert_eq!(acts[..6], expected);
    assert!(chain.events.iter().all(|event| !event.by_name.is_empty()));
    let roster = desk.class(class).await.unwrap().roster;
    super::training_endings::enrolments_are_told_as_their_class_tells(&desk, &roster).await;
    let own = roster.iter().find(|row| row.enrolment.id == two).unwrap();
    assert_eq!((own.tally.percent(), own.best), (100, Mark::parse("70").ok()));
    assert_eq!(own.certificate.as_ref().unwrap().0, new.id);
    assert!(bureau.verify_audit().await.unwrap().is_ok());
    drop(desk);
    drop(bureau);
    nothing_in_clear(&bench).await;
}

/// No row of any table tells an identity number or a phone.
async fn nothing_in_clear(bench: &Bench) {
    let contents = bench.database.contents().await;
    let secrets: Vec<String> = (1..=4).flat_map(|nth| [id_number(nth), phone(nth)]).collect();
    for (table, rows) in contents {
        for row in rows {
            assert!(!secrets.iter().any(|secret| row.contains(secret)), "{table}: {row}");
        }
    }
}

#[rstest]
#[tokio::test]
async fn a_place_is_given_once_however_many_give_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let programme = bench.running().await;
    let class = bench.enrolling(programme, "一班", 1).await;
    let (one, two) = (bench.applied(class, 1).await, bench.applied(class, 2).await);
    let accept = async |who, id| {
        let bureau = bench.bureau(who).await;
        let step = EnrolmentStep::Accept { out_of_line: None };
        let done = bureau.training_desk().enrolment_step(id, 1, day("2026-11-02"), step).await.unwrap();
        tokio::task::yield_now().await;
        bureau.commit().await.unwrap();
        done
    };
    let (first, second) = tokio::join!(accept(bench.chen, one), accept(bench.pan, two));
    let full = [first, second].into_iter().filter_map(Result::err).map(|refusal| refusal.code);
    assert_eq!(full.collect::<Vec<_>>(), [RefusalCode::Full { capacity: 1 }]);
    assert_eq!(counts(&bench.bureau(bench.chen).await.training_desk(), class).await, (1, 0));
}

#[rstest]
#[tokio::test]
async fn a_refused_act_leaves_nothing_and_the_second_writer_conflicts(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let running = bench.running().await;
    let id = bench.enrolling(running, "一班", 1).await;
    let one = bench.accepted(id, 1).await;
    let before = bench.database.contents().await;
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.training_desk();
    let on = day("2026-11-02");
    let late = desk.programme_step(running, 1, on, ProgrammeStep::Close).await;
    assert!(matches!(late, Err(Error::Conflict)));
    assert!(matches!(desk.class_step(id, 1, on, ClassStep::Open).await, Err(Error::Conflict)));
    let again = EnrolmentStep::Accept { out_of_line: None };
    assert!(matches!(desk.enrolment_step(one, 1, on, again).await, Err(Error::Conflict)));
    let taken = desk.plan_class(on, class(running, "一 班", 3)).await;
    assert!(matches!(taken, Err(Error::Invalid { field: "name", code: "taken" })));
    let amend = ProgrammeStep::Amend { target: 30, reason: None };
    let no_right = RefusalCode::NoRight { power: domain::role::Power::ApprovePlans };
    assert_eq!(refused(desk.programme_step(running, 4, on, amend).await), no_right);
    let early = RefusalCode::OpenDayNotReached { on: day("2026-11-09") };
    assert_eq!(refused(desk.class_step(id, 2, on, ClassStep::Open).await), early);
    let mut young = person(3);
    young.id_number = born("20150101", 3).parse().unwrap();
    assert!(matches!(desk.add_trainee(&young).await, Err(Error::Invalid { code: "underage", .. })));
    let young = Application { applicant: Applicant::Written(Box::new(young)), details: details() };
    assert_eq!(refused(desk.apply(id, on, young).await), RefusalCode::Underage { years: 14, on });
    let twice = Application { applicant: Applicant::Written(Box::new(person(1))), details: details() };
    assert_eq!(refused(desk.apply(id, on, twice).await), RefusalCode::Duplicate);
    let tomorrow = Application { applicant: Applicant::Written(Box::new(person(5))), details: details() };
    let to_come = refused(desk.apply(id, day("2026-11-03"), tomorrow).await);
    assert_eq!(to_come, RefusalCode::InTheFuture { today: on });
    bureau.commit().await.unwrap();
    assert_eq!(bench.database.contents().await, before);
}

#[rstest]
#[tokio::test]
async fn people_are_found_changed_and_opened_with_a_reason(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let new = person(1);
    let (id, known) = at_desk!(bench, bench.chen, |desk| desk.add_trainee(&new));
    assert!(!known);
    assert_eq!(at_desk!(bench, bench.chen, |desk| desk.add_trainee(&new)), (id, true));
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.training_desk();
    let town = Some("寿雁镇".to_owned());
    for search in ["陈小梅", "小梅", "chenxiaomei", "cxm", &id_number(1), &phone(1), ""] {
        let filter = TraineeFilter { search: search.to_owned(), town: town.clone() };
        let page = desk.trainees(&filter, None).await.unwrap();
        assert_eq!(page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id], "{search}");
        assert!(!page.rows[0].id_number_masked.contains("19900101"));
    }
    let filter = TraineeFilter { search: "19900101".to_owned(), town };
    assert!(desk.trainees(&filter, None).await.unwrap().rows.is_empty());
    let change = TraineeChange {
        name: PersonName::parse("陈晓梅").unwrap(),
        id_number: None,
        ethnic_group: None,
        education: None,
        town: None,
        phones: None,
    };
    assert_eq!(desk.edit_trainee(id, 1, change.clone()).await.unwrap(), 2);
    assert!(matches!(desk.edit_trainee(id, 1, change).await, Err(Error::Conflict)));
    let opened = desk.open_trainee_contact(id, &Note::parse("通知开班").unwrap()).await.unwrap();
    assert_eq!((opened.id_number.as_str(), opened.phones[0].as_str()), (&*id_number(1), &*phone(1)));
    bureau.commit().await.unwrap();
    let reader = bench.database.person("reader", "daoxian", &[Role::Reader]).await;
    let bureau = bench.bureau(reader).await;
    let refused = bureau.training_desk().open_trainee_contact(id, &Note::parse("看看").unwrap()).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))));
    drop(bureau);
    let other = bench.database.person("liu", "jianghua", &[Role::Trainer]).await;
    let bureau = bench.database.store.operate_as("jianghua", Some(other)).await.unwrap();
    assert!(matches!(bureau.training_desk().trainee(id).await, Err(Error::NotFound)));
    drop(bureau);
    nothing_in_clear(&bench).await;
}

#[rstest]
#[tokio::test]
async fn lists_go_page_by_page(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let bench = Bench::new(engine).await;
    let running = bench.running().await;
    let bureau = bench.bureau(bench.chen).await;
    let desk = bureau.training_desk();
    for nth in 0..60 {
        let plan = class(running, &format!("海员{nth}班"), 5);
        desk.plan_class(day("2026-11-02"), plan).await.unwrap().unwrap();
        let mut plan = programme();
        plan.year = 2020 + nth % 7;
        desk.draft_programme(day("2026-11-02"), plan).await.unwrap().unwrap();
    }
    let filter = ClassFilter { programme: Some(running), ..ClassFilter::default() };
    let first = desk.classes(&filter, None).await.unwrap();
    let second = desk.classes(&filter, first.next).await.unwrap();
    assert_eq!((first.rows.len(), second.rows.len(), second.next), (50, 10, None));
    assert_eq!(first.rows[0].programme_title, "道县海员培训");
    let found = ClassFilter { search: "hy 59".to_owned(), ..ClassFilter::default() };
    assert_eq!(desk.classes(&found, None).await.unwrap().rows[0].class.plan.name.as_str(), "海员59班");
    let first = desk.programmes(None, None).await.unwrap();
    let second = desk.programmes(None, first.next).await.unwrap();
    assert_eq!((first.rows.len(), second.rows.len(), first.total), (50, 11, Total::Exactly(61)));
    let years: Vec<i32> = first.rows.iter().chain(&second.rows).map(|row| row.plan.year).collect();
    assert!(years.is_sorted_by(|one, other| one >= other), "{years:?}");
    assert_eq!(desk.programme(running).await.unwrap().classes.len(), 60);
}
