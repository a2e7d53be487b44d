//! The programme (培训项目): how many people are to be trained in what, and who approves it.

use serde::{Deserialize, Serialize};

use super::hand::given;
use super::{
    ClassStage, Fact, Hand, NextAct, Note, ProgrammePlan, ProgrammeStage, Refusal, RefusalCode, Standing,
    TrainingAct,
};
use crate::Day;
use crate::id::PersonId;

/// The approval: its day is the one on which the target counts in the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    pub on: Day,
    /// Nobody: a roll told of the programme through the command line.
    pub by: Option<PersonId>,
}

/// Where a programme stands. A returned one is edited and submitted again, so that the reason stays in sight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ProgrammeState {
    Draft { on: Day },
    Submitted { on: Day, by: PersonId },
    Returned { on: Day, by: PersonId, reason: Note },
    Approved { approval: Approval },
    Running { approval: Approval, on: Day },
    Closed { approval: Approval, on: Day },
    Cancelled { approval: Approval, on: Day, reason: Note },
}

/// A change of the target after the approval; it counts on its own day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    pub on: Day,
    pub by: PersonId,
    pub old_target: u32,
    pub new_target: u32,
    pub reason: Note,
}

/// A programme among the bureau's others, and who acts.
#[derive(Clone, Copy, Debug)]
pub struct ProgrammeScene<'a> {
    pub plan: &'a ProgrammePlan,
    /// The bureau's other programmes, without cancelled ones.
    pub others: &'a [ProgrammePlan],
    /// Where the programme's classes stand.
    pub classes: &'a [ClassStage],
    pub hand: Hand<'a>,
}

/// The acts of a programme that stands, a class under it included, and from where each may be done.
const FROM: [(TrainingAct, &[ProgrammeStage]); 9] = [
    (TrainingAct::PlanProgramme, &[ProgrammeStage::Draft, ProgrammeStage::Returned]),
    (TrainingAct::SubmitProgramme, &[ProgrammeStage::Draft, ProgrammeStage::Returned]),
    (TrainingAct::ApproveProgramme, &[ProgrammeStage::Submitted]),
    (TrainingAct::ReturnProgramme, &[ProgrammeStage::Submitted]),
    (TrainingAct::RunProgramme, &[ProgrammeStage::Approved]),
    (TrainingAct::AmendProgramme, &[ProgrammeStage::Approved, ProgrammeStage::Running]),
    (TrainingAct::PlanClass, &[ProgrammeStage::Approved, ProgrammeStage::Running]),
    (TrainingAct::CloseProgramme, &[ProgrammeStage::Running]),
    (TrainingAct::CancelProgramme, &[ProgrammeStage::Approved, ProgrammeStage::Running]),
];

impl ProgrammeState {
    /// A new draft.
    ///
    /// # Errors
    /// `no_right`, `in_the_future`.
    pub fn draft(hand: &Hand<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::PlanProgramme;
        hand.guard(act, hand.on).map_err(|code| Refusal::new(act, code))?;
        Ok(ProgrammeState::Draft { on: hand.on })
    }

    /// The state's name.
    #[must_use]
    pub fn stage(&self) -> ProgrammeStage {
        match self {
            ProgrammeState::Draft { .. } => ProgrammeStage::Draft,
            ProgrammeState::Submitted { .. } => ProgrammeStage::Submitted,
            ProgrammeState::Returned { .. } => ProgrammeStage::Returned,
            ProgrammeState::Approved { .. } => ProgrammeStage::Approved,
            ProgrammeState::Running { .. } => ProgrammeStage::Running,
            ProgrammeState::Closed { .. } => ProgrammeStage::Closed,
            ProgrammeState::Cancelled { .. } => ProgrammeStage::Cancelled,
        }
    }

    /// The day of what brought the programme here.
    #[must_use]
    pub fn since(&self) -> Day {
        match self {
            ProgrammeState::Draft { on }
            | ProgrammeState::Submitted { on, .. }
            | ProgrammeState::Returned { on, .. }
            | ProgrammeState::Running { on, .. }
            | ProgrammeState::Closed { on, .. }
            | ProgrammeState::Cancelled { on, .. } => *on,
            ProgrammeState::Approved { approval } => approval.on,
        }
    }

    /// The approval, once there is one.
    #[must_use]
    pub fn approval(&self) -> Option<Approval> {
        match self {
            ProgrammeState::Approved { approval }
            | ProgrammeState::Running { approval, .. }
            | ProgrammeState::Closed { approval, .. }
            | ProgrammeState::Cancelled { approval, .. } => Some(*approval),
            _ => None,
        }
    }

    /// Whether classes may be planned and opened under it.
    #[must_use]
    pub fn carries_classes(&self) -> bool {
        self.knows(TrainingAct::PlanClass)
    }

    /// The acts that the state knows, refused ones included.
    #[must_use]
    pub fn next(&self, scene: &ProgrammeScene<'_>) -> Vec<NextAct> {
        let known = FROM.iter().filter(|(_, from)| from.contains(&self.stage()));
        known.map(|(act, _)| NextAct::new(*act, self.guard(*act, scene))).collect()
    }

    /// Whether the plan may be edited; the store keeps the new plan.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`.
    pub fn edit(&self, scene: &ProgrammeScene<'_>) -> Result<(), Refusal> {
        self.judge(TrainingAct::PlanProgramme, scene)
    }

    /// Hands the programme to whoever approves.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `missing_fact` (target, hours), `programme_twice`.
    pub fn submit(self, scene: &ProgrammeScene<'_>) -> Result<Self, Refusal> {
        self.judge(TrainingAct::SubmitProgramme, scene)?;
        Ok(ProgrammeState::Submitted { on: scene.hand.on, by: scene.hand.person })
    }

    /// Approves; the target counts from this day on.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `same_hand`.
    pub fn approve(self, scene: &ProgrammeScene<'_>) -> Result<Self, Refusal> {
        self.judge(TrainingAct::ApproveProgramme, scene)?;
        Ok(ProgrammeState::Approved { approval: Approval { on: scene.hand.on, by: Some(scene.hand.person) } })
    }

    /// Returns the programme to the trainer.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `reason_missing`.
    pub fn give_back(self, reason: Option<Note>, scene: &ProgrammeScene<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::ReturnProgramme;
        self.judge(act, scene)?;
        let reason = given(act, reason)?;
        Ok(ProgrammeState::Returned { on: scene.hand.on, by: scene.hand.person, reason })
    }

    /// Starts the programme.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days.
    pub fn run(self, scene: &ProgrammeScene<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::RunProgramme;
        self.judge(act, scene)?;
        let approval = self.approved(act)?;
        Ok(ProgrammeState::Running { approval, on: scene.hand.on })
    }

    /// Changes the target of an approved programme; the state stays.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `missing_fact` (target, change), `reason_missing`.
    pub fn amend(
        &self,
        new_target: u32,
        reason: Option<Note>,
        scene: &ProgrammeScene<'_>,
    ) -> Result<Amendment, Refusal> {
        let act = TrainingAct::AmendProgramme;
        self.judge(act, scene)?;
        let missing = |fact| Err(Refusal::new(act, RefusalCode::MissingFact { fact }));
        let old_target = scene.plan.target;
        if new_target == 0 {
            return missing(Fact::Target);
        }
        if new_target == old_target {
            return missing(Fact::Change);
        }
        let reason = given(act, reason)?;
        Ok(Amendment { on: scene.hand.on, by: scene.hand.person, old_target, new_target, reason })
    }

    /// Ends the programme when its classes have ended.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `classes_left`.
    pub fn close(self, scene: &ProgrammeScene<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::CloseProgramme;
        self.judge(act, scene)?;
        let approval = self.approved(act)?;
        Ok(ProgrammeState::Closed { approval, on: scene.hand.on })
    }

    /// Gives an approved programme up.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `classes_left`, `reason_missing`.
    pub fn cancel(self, reason: Option<Note>, scene: &ProgrammeScene<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::CancelProgramme;
        self.judge(act, scene)?;
        let approval = self.approved(act)?;
        Ok(ProgrammeState::Cancelled { approval, on: scene.hand.on, reason: given(act, reason)? })
    }

    fn judge(&self, act: TrainingAct, scene: &ProgrammeScene<'_>) -> Result<(), Refusal> {
        self.guard(act, scene).map_err(|code| Refusal::new(act, code))
    }

    /// What an act follows: a class the approval, anything else whatever brought the programme here.
    pub(super) fn cause_of(&self, act: TrainingAct) -> Day {
        match (act, self.approval()) {
            (TrainingAct::PlanClass, Some(approval)) => approval.on,
            _ => self.since(),
        }
    }

    fn elsewhere(&self) -> RefusalCode {
        RefusalCode::NotInThisState { state: Standing::Programme(self.stage()) }
    }

    fn approved(&self, act: TrainingAct) -> Result<Approval, Refusal> {
        self.approval().ok_or_else(|| Refusal::new(act, self.elsewhere()))
    }

    fn knows(&self, act: TrainingAct) -> bool {
        FROM.iter().any(|(known, from)| *known == act && from.contains(&self.stage()))
    }

    /// All but the facts of the act.
    fn guard(&self, act: TrainingAct, scene: &ProgrammeScene<'_>) -> Result<(), RefusalCode> {
        if !self.knows(act) {
            return Err(self.elsewhere());
        }
        scene.hand.guard(act, self.cause_of(act))?;
        match (act, self) {
            (TrainingAct::SubmitProgramme, _) => whole(scene),
            (TrainingAct::ApproveProgramme, ProgrammeState::Submitted { by, .. })
                if *by == scene.hand.person =>
            {
                Err(RefusalCode::SameHand)
            }
            (TrainingAct::CloseProgramme | TrainingAct::CancelProgramme, _) => ended(scene.classes),
            _ => Ok(()),
        }
    }
}

/// Nothing is missing, and no other programme is the same.
fn whole(scene: &ProgrammeScene<'_>) -> Result<(), RefusalCode> {
    let plan = scene.plan;
    if plan.target == 0 {
        return Err(RefusalCode::MissingFact { fact: Fact::Target });
    }
    if plan.hours == 0 {
        return Err(RefusalCode::MissingFact { fact: Fact::Hours });
    }
    if !plan.twin_intended && scene.others.iter().any(|other| plan.is_twin_of(other)) {
        return Err(RefusalCode::ProgrammeTwice);
    }
    Ok(())
}

fn ended(classes: &[ClassStage]) -> Result<(), RefusalCode> {
    let goes_on = |stage: &&ClassStage| {
        !matches!(stage, ClassStage::Finished | ClassStage::Archived | ClassStage::Cancelled)
    };
    match super::counted(classes.iter().filter(goes_on)) {
        0 => Ok(()),
        left => Err(RefusalCode::ClassesLeft { left }),
    }
}
