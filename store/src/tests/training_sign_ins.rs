//! Roll calls that arrive late and twice, and corrections of what was noted and marked.

use super::training_bench::{Bench, at_desk, day, marks, refused, row};
use crate::training::{ClassStep, CorrectedMarks, CorrectedSignIn, TapOutcome};
use crate::{Engine, Error};
use domain::id::EnrolmentId;
use domain::training::{EnrolmentStage, Note, Presence, RefusalCode};
use rstest::rstest;
use uuid::Uuid;

#[rstest]
#[tokio::test]
async fn a_roll_call_may_arrive_twice_and_contradict(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let programme = bench.running().await;
    let class = bench.enrolling(programme, "一班", 5).await;
    let (one, two) = (bench.accepted(class, 1).await, bench.accepted(class, 2).await);
    bench.goes_to("2026-11-09", 7, 45);
    bench.class_step(class, day("2026-11-09"), ClassStep::Open).await.unwrap();
    let session = bench.sessions(class).await[0];
    let at = bench.bureau(bench.chen).await.now();
    let first = vec![bench.tap(one, Presence::Present, at), bench.tap(one, Presence::Present, at)];
    let outcomes = bench.called(bench.chen, session, first.clone()).await;
    assert!(matches!(outcomes[..], [TapOutcome::Noted { .. }, TapOutcome::Stands { .. }]), "{outcomes:?}");
    let before = bench.database.contents().await;
    let nobody = EnrolmentId(Uuid::from_u128(9));
    let again = vec![first[0].clone(), bench.tap(nobody, Presence::Late, at)];
    let outcomes = bench.called(bench.chen, session, again).await;
    assert!(matches!(outcomes[..], [TapOutcome::Stands { .. }, TapOutcome::Unknown]), "{outcomes:?}");
    let other = vec![bench.tap(one, Presence::Absent, at), bench.tap(two, Presence::Leave, at)];
    let outcomes = bench.called(bench.pan, session, other).await;
    let [TapOutcome::Contradicts { entry }, TapOutcome::Refused { refusal }] = &outcomes[..] else {
        panic!("{outcomes:?}")
    };
    assert_eq!((entry.presence, entry.by), (Presence::Present, bench.chen));
    assert_eq!(refusal.code, RefusalCode::ReasonMissing);
    assert_eq!(bench.database.contents().await, before);

    let correction = |seen, second| CorrectedSignIn {
        session,
        enrolment: one,
        seen,
        presence: Presence::Absent,
        reason: Note::parse("点名看错").ok(),
        second,
    };
    let bureau = bench.bureau(bench.pan).await;
    let desk = bureau.training_desk();
    assert!(matches!(desk.correct_sign_in(correction(0, Some(bench.chen))).await, Err(Error::Conflict)));
    let stranger = Some(domain::id::PersonId(Uuid::from_u128(5)));
    assert!(matches!(desk.correct_sign_in(correction(1, stranger)).await, Err(Error::Invalid { .. })));
    assert_eq!(refused(desk.correct_sign_in(correction(1, None)).await), RefusalCode::NoSecondPerson);
    desk.correct_sign_in(correction(1, Some(bench.chen))).await.unwrap().unwrap();
    bureau.commit().await.unwrap();
    // The tap of the morning once more: it was noted, and is not what stands.
    let outcomes = bench.called(bench.chen, session, first).await;
    let [TapOutcome::Stands { entry }, _] = &outcomes[..] else { panic!("{outcomes:?}") };
    assert_eq!(entry.presence, Presence::Absent);
    let bureau = bench.bureau(bench.chen).await;
    let sheet = bureau.training_desk().attendance_sheet(class, session).await.unwrap();
    assert_eq!(sheet.rows.iter().map(|row| row.entries.len()).sum::<usize>(), 2);
    let grid = bureau.training_desk().attendance_grid(class).await.unwrap();
    assert_eq!((grid.sessions.len(), grid.rows.len()), (2, 2));
}

#[rstest]
#[tokio::test]
async fn a_correction_after_the_end_reckons_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let programme = bench.running().await;
    let class = bench.enrolling(programme, "一班", 5).await;
    let (one, two) = (bench.accepted(class, 1).await, bench.accepted(class, 2).await);
    bench.goes_to("2026-11-09", 7, 45);
    bench.class_step(class, day("2026-11-09"), ClassStep::Open).await.unwrap();
    let sessions = bench.sessions(class).await;
    let at = bench.bureau(bench.chen).await.now();
    bench.called(bench.chen, sessions[0], vec![bench.tap(one, Presence::Present, at)]).await;
    bench.goes_to("2026-11-10", 7, 50);
    let at = bench.bureau(bench.chen).await.now();
    bench.called(bench.chen, sessions[1], vec![bench.tap(one, Presence::Present, at)]).await;
    bench.goes_to("2026-11-13", 12, 0);
    bench.class_step(class, day("2026-11-13"), ClassStep::Finish).await.unwrap();
    let stage = async |id| {
        let bureau = bench.bureau(bench.chen).await;
        let roster = bureau.training_desk().class(class).await.unwrap().roster;
        roster.into_iter().find(|row| row.enrolment.id == id).unwrap().enrolment.state.stage()
    };
    assert_eq!((stage(one).await, stage(two).await), (EnrolmentStage::Completed, EnrolmentStage::Failed));
    for session in sessions {
        let correction = CorrectedSignIn {
            session,
            enrolment: two,
            seen: 0,
            presence: Presence::Present,
            reason: Note::parse("纸质签到表补录").ok(),
            second: Some(bench.pan),
        };
        at_desk!(bench, bench.chen, |desk| desk.correct_sign_in(correction)).unwrap();
    }
    assert_eq!(stage(two).await, EnrolmentStage::Completed);
    let rows = vec![row(two, 0, "61")];
    at_desk!(bench, bench.chen, |desk| desk.record_marks(class, day("2026-11-13"), rows));
    let correction = CorrectedMarks {
        enrolment: two,
        seen: 1,
        sitting: 1,
        marks: marks("16"),
        reason: Note::parse("抄反").ok(),
        second: Some(bench.pan),
    };
    at_desk!(bench, bench.chen, |desk| desk.correct_marks(correction)).unwrap();
}
