//! Every act of a class from every state.

use rstest::rstest;

use super::bench::*;
use crate::training::*;

const ACTS: [TrainingAct; 11] = [
    TrainingAct::EditClass,
    TrainingAct::PlanSession,
    TrainingAct::DeleteSession,
    TrainingAct::StrikeSession,
    TrainingAct::OpenEnrolment,
    TrainingAct::OpenClass,
    TrainingAct::SuspendClass,
    TrainingAct::ResumeClass,
    TrainingAct::FinishClass,
    TrainingAct::ArchiveClass,
    TrainingAct::CancelClass,
];

fn act(state: &ClassState, act: TrainingAct, scene: &ClassScene<'_>) -> Result<ClassStage, Refusal> {
    let old = state.clone();
    let same = |done: Result<(), Refusal>| done.map(|()| state.clone());
    let after = match act {
        TrainingAct::EditClass => same(old.edit(scene.plan, &[], scene)),
        TrainingAct::PlanSession => same(old.plan_session(&session(9, "2026-04-20"), scene)),
        TrainingAct::DeleteSession => same(old.delete_session(session_id(4), scene)),
        TrainingAct::StrikeSession => same(old.strike_session(session_id(4), why(), scene).map(|_| ())),
        TrainingAct::OpenEnrolment => old.open_enrolment(scene),
        TrainingAct::OpenClass => old.open(scene).map(|moved| moved.state),
        TrainingAct::SuspendClass => old.suspend(why(), scene),
        TrainingAct::ResumeClass => old.resume(scene),
        TrainingAct::FinishClass => old.finish(&[], scene).map(|moved| moved.state),
        TrainingAct::ArchiveClass => old.archive(scene),
        _ => old.cancel(why(), scene).map(|moved| moved.state),
    };
    after.map(|state| state.stage())
}

/// From, act, to. Whatever is not in it is refused.
fn to(from: ClassStage, act: TrainingAct) -> Option<ClassStage> {
    use ClassStage as S;
    use TrainingAct as A;
    match (from, act) {
        (
            S::Planned | S::Enrolling | S::Open | S::Suspended,
            A::EditClass | A::PlanSession | A::DeleteSession,
        ) => Some(from),
        (S::Enrolling | S::Open | S::Suspended, A::StrikeSession) => Some(from),
        (S::Planned, A::OpenEnrolment) => Some(S::Enrolling),
        (S::Enrolling, A::OpenClass) => Some(S::Open),
        (S::Open, A::SuspendClass) => Some(S::Suspended),
        (S::Suspended, A::ResumeClass) => Some(S::Open),
        (S::Open, A::FinishClass) => Some(S::Finished),
        (S::Finished, A::ArchiveClass) => Some(S::Archived),
        (S::Planned | S::Enrolling | S::Suspended, A::CancelClass) => Some(S::Cancelled),
        _ => None,
    }
}

/// The bench on a day on which everything that the state allows is possible.
fn bench(stage: ClassStage) -> Bench {
    let mut bench = Bench::new();
    bench.sessions.push(session(4, "2026-04-17"));
    if !matches!(stage, ClassStage::Planned | ClassStage::Enrolling) {
        bench.roster.enrolments = vec![place(1, enrolment_at(EnrolmentStage::Studying))];
    }
    bench
}

#[test]
fn each_act_from_each_state_leads_where_the_table_says_or_is_refused() {
    for stage in ClassStage::ALL {
        let (state, bench) = (class_at(*stage), bench(*stage));
        assert_eq!(state.stage(), *stage);
        let scene = bench.scene(hand(PAN_TRAINER, "2026-06-01"));
        for one in ACTS {
            let got = act(&state, one, &scene);
            assert_eq!(got.as_ref().ok().copied(), to(*stage, one), "{one:?} from {stage:?}: {got:?}");
            if let Err(refusal) = &got {
                assert_eq!(refusal.code.word(), "not_in_this_state", "{one:?} from {stage:?}");
            }
            let listed = state.next(&scene).into_iter().find(|next| next.act == one);
            assert_eq!(listed.is_some_and(|next| next.refusal.is_none()), got.is_ok(), "{one:?} {stage:?}");
        }
    }
}

#[rstest]
fn an_act_marked_so_is_refused_without_a_reason(
    #[values(ClassStage::Open, ClassStage::Suspended, ClassStage::Enrolling)] stage: ClassStage,
) {
    let (state, bench) = (class_at(stage), bench(stage));
    let scene = bench.scene(hand(PAN_TRAINER, "2026-06-01"));
    let refused = match stage {
        ClassStage::Open => state.suspend(None, &scene).unwrap_err(),
        ClassStage::Suspended => state.cancel(None, &scene).unwrap_err(),
        _ => state.strike_session(session_id(4), None, &scene).unwrap_err(),
    };
    assert_eq!(refused.code, RefusalCode::ReasonMissing);
    assert!(refused.act.asks_reason());
}

#[test]
fn a_class_is_planned_under_an_approved_programme_and_in_order() {
    let mut bench = Bench::new();
    let plan = |bench: &Bench| ClassState::plan(&bench.scene(hand(PAN_TRAINER, "2026-03-01")));
    assert!(plan(&bench).is_ok());
    bench.plan.ends_on = day("2026-04-14");
    assert_eq!(plan(&bench).unwrap_err().code, RefusalCode::DateOrder);
    bench.programme = ProgrammeState::Draft { on: day("2026-01-01") };
    assert_eq!(
        plan(&bench).unwrap_err().code,
        RefusalCode::NotInThisState { state: Standing::Programme(ProgrammeStage::Draft) }
    );
}

#[rstest]
#[case("2026-04-14", 1, Some("open_day_not_reached"))]
#[case("2026-04-15", 1, None)]
#[case("2026-04-20", 1, None)]
#[case("2026-04-15", 2, Some("too_few_accepted"))]
fn a_class_opens_on_its_day_with_enough_people(
    #[case] on: &str,
    #[case] accepted_min: u32,
    #[case] code: Option<&str>,
) {
    let mut bench = Bench::new();
    bench.settings.accepted_min = accepted_min;
    let got = class_at(ClassStage::Enrolling).open(&bench.scene(hand(PAN_TRAINER, on))).err();
    assert_eq!(got.as_ref().map(|refusal| refusal.code.word()), code);
}

#[test]
fn the_opening_freezes_the_roster_and_all_accepted_study() {
    let mut bench = Bench::new();
    bench.roster.enrolments.push(place(2, enrolment_at(EnrolmentStage::Waiting)));
    let on = day("2026-04-15");
    let moved = class_at(ClassStage::Enrolling).open(&bench.scene(hand(PAN_TRAINER, "2026-04-15"))).unwrap();
    assert_eq!(moved.enrolments, [(enrolment(1), EnrolmentState::Studying { on })]);
    assert_eq!(moved.state.opening().unwrap().roster, [enrolment(1)]);
}

#[test]
fn a_class_is_finished_when_all_is_held_and_everybody_has_an_end() {
    let mut bench = bench(ClassStage::Open);
    let finish =
        |bench: &Bench| class_at(ClassStage::Open).finish(&[], &bench.scene(hand(PAN_TRAINER, "2026-04-30")));
    bench.now = at("2026-04-30T11:29");
    assert_eq!(finish(&bench).unwrap_err().code, RefusalCode::SessionsNotHeld { left: 1 });
    bench.sessions[2].struck = Some(struck());
    assert!(finish(&bench).is_ok(), "struck with a reason");
    bench.sessions[2].struck = None;
    bench.now = at("2026-04-30T11:30");
    assert!(finish(&bench).is_ok(), "held");
    bench.roster.enrolments.push(place(2, enrolment_at(EnrolmentStage::Waiting)));
    assert_eq!(finish(&bench).unwrap_err().code, RefusalCode::EnrolmentsOpen { left: 1 });
}

#[rstest]
#[case(3, EnrolmentStage::Completed)]
#[case(2, EnrolmentStage::Failed)]
#[case(0, EnrolmentStage::Failed)]
fn the_end_of_a_class_asks_for_eighty_per_cent(#[case] attended: usize, #[case] end: EnrolmentStage) {
    let mut bench = bench(ClassStage::Open);
    bench.sessions.truncate(3);
    let standing = bench.sessions.iter().take(attended).map(|session| (session.id, Presence::Late)).collect();
    let sheets = [Sheet { enrolment: enrolment(1), standing }];
    let scene = bench.scene(hand(PAN_TRAINER, "2026-04-30"));
    let moved = class_at(ClassStage::Open).finish(&sheets, &scene).unwrap();
    assert_eq!(moved.enrolments[0].1.stage(), end);
}

#[test]
fn a_cancelled_class_releases_its_people() {
    let mut bench = bench(ClassStage::Suspended);
    bench.roster.enrolments.push(place(2, enrolment_at(EnrolmentStage::Waiting)));
    bench.roster.enrolments.push(place(3, enrolment_at(EnrolmentStage::Withdrawn)));
    let scene = bench.scene(hand(PAN_TRAINER, "2026-04-20"));
    let moved = class_at(ClassStage::Suspended).cancel(why(), &scene).unwrap();
    let stages: Vec<_> = moved.enrolments.iter().map(|(id, state)| (*id, state.stage())).collect();
    assert_eq!(stages, [(enrolment(1), EnrolmentStage::DroppedOut), (enrolment(2), EnrolmentStage::Refused)]);
}

#[test]
fn a_changed_plan_keeps_its_people() {
    let bench = Bench::new();
    let scene = bench.scene(hand(PAN_TRAINER, "2026-03-10"));
    let id_number = born("2010-04-10");
    let stays = [Stay { class: name("道县电工班"), from: day("2026-05-02"), to: day("2026-05-20") }];
    let placed = [Candidate {
        enrolment: enrolment(1),
        trainee: trainee(1),
        id_number: Some(&id_number),
        consent: None,
        stays: &stays,
        subsidised: false,
    }];
    let edit =
        |new: ClassPlan, stage| class_at(stage).edit(&new, &placed, &scene).err().map(|no| no.code.word());
    let plan = || bench.plan.clone();
    assert_eq!(edit(plan(), ClassStage::Enrolling), None);
    let new = ClassPlan { capacity: 0, ..plan() };
    assert_eq!(edit(new, ClassStage::Planned), Some("capacity_below_accepted"));
    let new = ClassPlan { capacity: 1, ..plan() };
    assert_eq!(edit(new, ClassStage::Enrolling), None);
    let new = ClassPlan { ends_on: day("2026-05-02"), ..plan() };
    assert_eq!(edit(new, ClassStage::Enrolling), Some("overlap"));
    let new = ClassPlan { opens_on: day("2026-04-09"), ..plan() };
    assert_eq!(edit(new.clone(), ClassStage::Enrolling), Some("underage"));
    assert_eq!(edit(new, ClassStage::Open), Some("not_in_this_state"), "an open class keeps its first day");
    let new = ClassPlan { trade: trade("焊工"), ..plan() };
    assert_eq!(edit(new, ClassStage::Enrolling), Some("underage"));
    let new = ClassPlan { ends_on: day("2026-04-20"), ..plan() };
    assert_eq!(edit(new, ClassStage::Enrolling), Some("session_outside"));
    let new = ClassPlan { ends_on: day("2026-04-10"), ..plan() };
    assert_eq!(edit(new, ClassStage::Enrolling), Some("date_order"));
}

#[test]
fn a_class_that_takes_people_lists_the_application() {
    for stage in ClassStage::ALL {
        let bench = bench(*stage);
        let next = class_at(*stage).next(&bench.scene(hand(PAN_TRAINER, "2026-06-01")));
        let listed = next.iter().any(|next| next.act == TrainingAct::Apply && next.refusal.is_none());
        assert_eq!(listed, matches!(stage, ClassStage::Enrolling | ClassStage::Open), "{stage:?}");
    }
}

#[test]
fn a_reader_sees_why_every_act_is_shut() {
    let bench = bench(ClassStage::Enrolling);
    let reader = Hand { roles: &[crate::role::Role::Reader], ..hand(PAN_TRAINER, "2026-06-01") };
    let next = class_at(ClassStage::Enrolling).next(&bench.scene(reader));
    assert!(!next.is_empty());
    for one in next {
        assert_eq!(one.refusal.map(|refusal| refusal.code.word()), Some("no_right"), "{:?}", one.act);
    }
}
