//! Every act of a programme from every state.

use rstest::rstest;

use super::bench::*;
use crate::id::PersonId;
use crate::training::*;

fn at(stage: ProgrammeStage) -> ProgrammeState {
    let approval = Approval { on: day("2026-01-10"), by: Some(ZHOU_HEAD) };
    let (on, reason) = (day("2026-01-12"), note("预算调整"));
    match stage {
        ProgrammeStage::Draft => ProgrammeState::Draft { on: day("2026-01-02") },
        ProgrammeStage::Submitted => ProgrammeState::Submitted { on: day("2026-01-03"), by: PAN_TRAINER },
        ProgrammeStage::Returned => ProgrammeState::Returned { on: day("2026-01-04"), by: ZHOU_HEAD, reason },
        ProgrammeStage::Approved => ProgrammeState::Approved { approval },
        ProgrammeStage::Running => ProgrammeState::Running { approval, on },
        ProgrammeStage::Closed => ProgrammeState::Closed { approval, on },
        ProgrammeStage::Cancelled => ProgrammeState::Cancelled { approval, on, reason },
    }
}

fn scene(plan: &ProgrammePlan, person: PersonId) -> ProgrammeScene<'_> {
    ProgrammeScene { plan, others: &[], classes: &[], hand: hand(person, "2026-02-01") }
}

fn act(
    state: &ProgrammeState,
    act: TrainingAct,
    scene: &ProgrammeScene<'_>,
) -> Result<ProgrammeStage, Refusal> {
    let state = state.clone();
    let after = match act {
        TrainingAct::PlanProgramme => state.edit(scene).map(|()| state),
        TrainingAct::SubmitProgramme => state.submit(scene),
        TrainingAct::ApproveProgramme => state.approve(scene),
        TrainingAct::ReturnProgramme => state.give_back(why(), scene),
        TrainingAct::RunProgramme => state.run(scene),
        TrainingAct::AmendProgramme => state.amend(60, why(), scene).map(|_| state),
        TrainingAct::CloseProgramme => state.close(scene),
        _ => state.cancel(why(), scene),
    };
    after.map(|state| state.stage())
}

const ACTS: [TrainingAct; 8] = [
    TrainingAct::PlanProgramme,
    TrainingAct::SubmitProgramme,
    TrainingAct::ApproveProgramme,
    TrainingAct::ReturnProgramme,
    TrainingAct::RunProgramme,
    TrainingAct::AmendProgramme,
    TrainingAct::CloseProgramme,
    TrainingAct::CancelProgramme,
];

/// The table: from, act, to. Whatever is not in it is refused.
const TABLE: [(ProgrammeStage, TrainingAct, ProgrammeStage); 12] = {
    use ProgrammeStage as S;
    use TrainingAct as A;
    [
        (S::Draft, A::PlanProgramme, S::Draft),
        (S::Draft, A::SubmitProgramme, S::Submitted),
        (S::Returned, A::PlanProgramme, S::Returned),
        (S::Returned, A::SubmitProgramme, S::Submitted),
        (S::Submitted, A::ApproveProgramme, S::Approved),
        (S::Submitted, A::ReturnProgramme, S::Returned),
        (S::Approved, A::RunProgramme, S::Running),
        (S::Approved, A::AmendProgramme, S::Approved),
        (S::Approved, A::CancelProgramme, S::Cancelled),
        (S::Running, A::AmendProgramme, S::Running),
        (S::Running, A::CloseProgramme, S::Closed),
        (S::Running, A::CancelProgramme, S::Cancelled),
    ]
};

#[test]
fn each_act_from_each_state_leads_where_the_table_says_or_is_refused() {
    let plan = programme_plan();
    for stage in ProgrammeStage::ALL {
        let state = at(*stage);
        assert_eq!(state.stage(), *stage);
        for one in ACTS {
            let scene = scene(&plan, holder(one));
            let to = TABLE.iter().find(|(from, act, _)| from == stage && *act == one).map(|(_, _, to)| *to);
            let got = act(&state, one, &scene);
            assert_eq!(got.as_ref().ok(), to.as_ref(), "{one:?} from {stage:?}");
            if let Err(refusal) = &got {
                assert_eq!(refusal.code.word(), "not_in_this_state", "{one:?} from {stage:?}");
            }
            let listed = state.next(&scene).into_iter().find(|next| next.act == one);
            assert_eq!(listed.is_some_and(|next| next.refusal.is_none()), got.is_ok(), "{one:?} {stage:?}");
        }
    }
}

#[test]
fn whoever_submitted_does_not_approve() {
    let plan = programme_plan();
    let submitted = ProgrammeState::Submitted { on: day("2026-01-03"), by: ZHOU_HEAD };
    let refused = submitted.clone().approve(&scene(&plan, ZHOU_HEAD)).unwrap_err();
    assert_eq!(refused.code, RefusalCode::SameHand);
    assert!(submitted.approve(&scene(&plan, WU_CHIEF)).is_ok());
}

#[test]
fn a_trainer_approves_nothing_and_a_head_submits_nothing() {
    let plan = programme_plan();
    let refused = at(ProgrammeStage::Submitted).approve(&scene(&plan, TANG_TRAINER)).unwrap_err();
    assert_eq!(refused.code.word(), "no_right");
    let refused = at(ProgrammeStage::Draft).submit(&scene(&plan, ZHOU_HEAD)).unwrap_err();
    assert_eq!(refused.code.word(), "no_right");
}

#[rstest]
#[case(ProgrammePlan { target: 0, ..programme_plan() }, Some("missing_fact"))]
#[case(ProgrammePlan { hours: 0, ..programme_plan() }, Some("missing_fact"))]
#[case(programme_plan(), Some("programme_twice"))]
#[case(ProgrammePlan { fund_owner: name("县 人社局"), ..programme_plan() }, Some("programme_twice"))]
#[case(ProgrammePlan { twin_intended: true, ..programme_plan() }, None)]
#[case(ProgrammePlan { year: 2027, ..programme_plan() }, None)]
#[case(ProgrammePlan { trade: trade("焊工"), ..programme_plan() }, None)]
#[case(ProgrammePlan { kind: ClassKind::Predeparture, ..programme_plan() }, None)]
#[case(ProgrammePlan { fund_owner: name("县商务局"), ..programme_plan() }, None)]
fn a_programme_is_submitted_whole_and_once(#[case] plan: ProgrammePlan, #[case] code: Option<&str>) {
    let others = [programme_plan()];
    let scene = ProgrammeScene { others: &others, ..scene(&plan, PAN_TRAINER) };
    let got = at(ProgrammeStage::Draft).submit(&scene).err();
    assert_eq!(got.as_ref().map(|refusal| refusal.code.word()), code);
}

#[test]
fn a_programme_ends_after_its_classes() {
    let plan = programme_plan();
    let classes = [ClassStage::Finished, ClassStage::Open, ClassStage::Cancelled];
    let scene = ProgrammeScene { classes: &classes, ..scene(&plan, PAN_TRAINER) };
    let left = RefusalCode::ClassesLeft { left: 1 };
    assert_eq!(at(ProgrammeStage::Running).close(&scene).unwrap_err().code, left);
    assert_eq!(at(ProgrammeStage::Running).cancel(why(), &scene).unwrap_err().code, left);
}

#[test]
fn an_amendment_keeps_the_old_target_and_its_reason() {
    let plan = programme_plan();
    let scene = scene(&plan, WU_CHIEF);
    let amendment = at(ProgrammeStage::Running).amend(80, why(), &scene).unwrap();
    assert_eq!((amendment.old_target, amendment.new_target), (50, 80));
    for (target, reason, code) in
        [(0, why(), "missing_fact"), (50, why(), "missing_fact"), (80, None, "reason_missing")]
    {
        let refused = at(ProgrammeStage::Running).amend(target, reason, &scene).unwrap_err();
        assert_eq!(refused.code.word(), code);
    }
}

#[test]
fn a_day_is_neither_to_come_nor_before_its_cause() {
    let plan = programme_plan();
    let base = scene(&plan, WU_CHIEF);
    let on = |on: &str| ProgrammeScene { hand: Hand { on: day(on), ..base.hand }, ..base };
    let code = |on_day| at(ProgrammeStage::Submitted).approve(&on(on_day)).unwrap_err().code;
    assert_eq!(code("2026-02-02"), RefusalCode::InTheFuture { today: day("2026-02-01") });
    assert_eq!(code("2026-01-02"), RefusalCode::BeforeItsCause { cause: day("2026-01-03") });
}

#[test]
fn an_approved_programme_lists_a_class_to_plan() {
    let plan = programme_plan();
    for stage in ProgrammeStage::ALL {
        let next = at(*stage).next(&scene(&plan, PAN_TRAINER));
        let listed = next.iter().any(|next| next.act == TrainingAct::PlanClass && next.refusal.is_none());
        assert_eq!(listed, at(*stage).carries_classes(), "{stage:?}");
        assert_eq!(listed, matches!(stage, ProgrammeStage::Approved | ProgrammeStage::Running), "{stage:?}");
    }
}
