//! The other ways of a class and a programme: pauses, drop-outs, and the ends before the end.

use super::training_bench::{Bench, at_desk, counts, day, session};
use crate::training::{ClassStep, EnrolmentStep, ProgrammeStep, RosterRow, TrainingDesk};
use crate::{Engine, Error};
use domain::id::EnrolmentId;
use domain::training::{EnrolmentStage, Note, ProgrammeStage};
use rstest::rstest;
use uuid::Uuid;

fn reason(text: &str) -> Option<Note> {
    Note::parse(text).ok()
}

#[rstest]
#[tokio::test]
async fn a_class_pauses_loses_people_and_is_given_up(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let bench = Bench::new(engine).await;
    let programme = bench.running().await;
    let class = bench.enrolling(programme, "一班", 5).await;
    let (one, _) = (bench.accepted(class, 1).await, bench.accepted(class, 2).await);
    bench.applied(class, 3).await;
    bench.goes_to("2026-11-09", 7, 45);
    let on = day("2026-11-09");
    bench.class_step(class, on, ClassStep::Open).await.unwrap();
    let ids = bench.sessions(class).await;
    let mut moved = session("2026-11-10", "一班");
    moved.hours = 3;
    let short = at_desk!(bench, bench.chen, |desk| desk.plan_session(class, Some((ids[1], 1)), moved));
    assert_eq!(short.unwrap_err().code.word(), "hours_short");
    let moved = session("2026-11-10", "二楼");
    at_desk!(bench, bench.chen, |desk| desk.plan_session(class, Some((ids[1], 1)), moved)).unwrap();
    let rain = reason("暴雨停课");
    at_desk!(bench, bench.chen, |desk| desk.strike_session(class, ids[1], 2, on, rain)).unwrap();
    let drop_out = EnrolmentStep::DropOut { reason: reason("外出务工") };
    at_desk!(bench, bench.chen, |desk| desk.enrolment_step(one, 3, on, drop_out)).unwrap();
    assert_eq!(counts(&bench.bureau(bench.chen).await.training_desk(), class).await, (1, 0));
    bench.class_step(class, on, ClassStep::Suspend { reason: reason("教室检修") }).await.unwrap();
    bench.class_step(class, on, ClassStep::Resume).await.unwrap();
    bench.class_step(class, on, ClassStep::Suspend { reason: reason("教室检修") }).await.unwrap();
    bench.class_step(class, on, ClassStep::Cancel { reason: reason("生源不足") }).await.unwrap();
    let bureau = bench.bureau(bench.chen).await;
    let page = bureau.training_desk().class(class).await.unwrap();
    let mut stages: Vec<_> = page.roster.iter().map(|row| row.enrolment.state.stage()).collect();
    stages.sort();
    let (refused, out) = (EnrolmentStage::Refused, EnrolmentStage::DroppedOut);
    assert_eq!(stages, [refused, out, out]);
    assert!(page.sessions[1].session.struck.is_some());
    assert_eq!((page.class.placed, page.next), (0, vec![]));
    drop(bureau);

    let step = async |who, version, step| {
        at_desk!(bench, who, |desk| desk.programme_step(programme, version, on, step)).unwrap()
    };
    let amend = ProgrammeStep::Amend { target: 30, reason: reason("上级追加") };
    assert_eq!(step(bench.zhou, 4, amend).await, 5);
    step(bench.chen, 5, ProgrammeStep::Close).await;
    let bureau = bench.bureau(bench.zhou).await;
    let page = bureau.training_desk().programme(programme).await.unwrap();
    assert_eq!((page.programme.plan.target, page.programme.amendments.len()), (30, 1));
    assert_eq!(page.programme.state.stage(), ProgrammeStage::Closed);
    assert_eq!(page.events.last().map(|event| event.act.as_str()), Some("close_programme"));
    assert!(bureau.verify_audit().await.unwrap().is_ok());
}

/// What one enrolment's own page says is what the roster and the person's page say of it.
pub(super) async fn enrolments_are_told_as_their_class_tells(desk: &TrainingDesk<'_>, roster: &[RosterRow]) {
    for row in roster {
        let page = desk.enrolment(row.enrolment.id).await.unwrap();
        assert_eq!((&page.trainee, &page.next), (&row.trainee, &row.next));
        let chain = page.chain;
        assert_eq!((&chain.enrolment, chain.tally, &chain.exam), (&row.enrolment, row.tally, &row.exam));
        let live = chain.certificates.iter().find(|record| record.certificate.is_live());
        assert_eq!(live.map(|record| record.id), row.certificate.as_ref().map(|(id, _)| *id));
        let same = desk.trainee(row.trainee.id).await.unwrap().chains;
        assert!(same.contains(&chain));
    }
    let nobody = EnrolmentId(Uuid::nil());
    assert!(matches!(desk.enrolment(nobody).await, Err(Error::NotFound)));
}
