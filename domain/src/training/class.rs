//! A class (培训班): its states and the acts that move it.

use serde::{Deserialize, Serialize};

use super::hand::given;
use super::{
    ClassPlan, ClassScene, ClassStage, EnrolmentState, NextAct, Note, Refusal, RefusalCode, Sheet, Standing,
    Tally, TrainingAct,
};
use crate::Day;
use crate::id::EnrolmentId;

/// The opening of a class, with the frozen copy of its roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub on: Day,
    /// Who had a place on that day.
    pub roster: Vec<EnrolmentId>,
}

/// Where a class stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ClassState {
    Planned {
        on: Day,
    },
    Enrolling {
        on: Day,
    },
    /// `on` is the day of the opening or of the last resumption.
    Open {
        opening: Opening,
        on: Day,
    },
    Suspended {
        opening: Opening,
        on: Day,
        reason: Note,
    },
    Finished {
        opening: Opening,
        on: Day,
    },
    Archived {
        opening: Opening,
        finished_on: Day,
        on: Day,
    },
    Cancelled {
        /// None: the class never opened.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        opening: Option<Opening>,
        on: Day,
        reason: Note,
    },
}

/// A class's new state, and the new state of each enrolment that moves with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassMove {
    pub state: ClassState,
    pub enrolments: Vec<(EnrolmentId, EnrolmentState)>,
}

use ClassStage as S;

/// The acts of a class that stands, an application to it included, and from where each may be done.
const FROM: [(TrainingAct, &[ClassStage]); 12] = [
    (TrainingAct::EditClass, &[S::Planned, S::Enrolling, S::Open, S::Suspended]),
    (TrainingAct::PlanSession, &[S::Planned, S::Enrolling, S::Open, S::Suspended]),
    (TrainingAct::DeleteSession, &[S::Planned, S::Enrolling, S::Open, S::Suspended]),
    (TrainingAct::StrikeSession, &[S::Enrolling, S::Open, S::Suspended]),
    (TrainingAct::OpenEnrolment, &[S::Planned]),
    (TrainingAct::Apply, &[S::Enrolling, S::Open]),
    (TrainingAct::OpenClass, &[S::Enrolling]),
    (TrainingAct::SuspendClass, &[S::Open]),
    (TrainingAct::ResumeClass, &[S::Suspended]),
    (TrainingAct::FinishClass, &[S::Open]),
    (TrainingAct::ArchiveClass, &[S::Finished]),
    (TrainingAct::CancelClass, &[S::Planned, S::Enrolling, S::Suspended]),
];

impl ClassState {
    /// A new class under an approved programme.
    ///
    /// # Errors
    /// `not_in_this_state` (of the programme), `no_right`, days, `date_order`.
    pub fn plan(scene: &ClassScene<'_>) -> Result<Self, Refusal> {
        let refuse = |code| Refusal::new(TrainingAct::PlanClass, code);
        scene.programme_carries().map_err(refuse)?;
        let cause = scene.programme.cause_of(TrainingAct::PlanClass);
        scene.hand.guard(TrainingAct::PlanClass, cause).map_err(refuse)?;
        scene.plan.in_order().map_err(refuse)?;
        Ok(ClassState::Planned { on: scene.hand.on })
    }

    /// The state's name.
    #[must_use]
    pub fn stage(&self) -> ClassStage {
        match self {
            ClassState::Planned { .. } => S::Planned,
            ClassState::Enrolling { .. } => S::Enrolling,
            ClassState::Open { .. } => S::Open,
            ClassState::Suspended { .. } => S::Suspended,
            ClassState::Finished { .. } => S::Finished,
            ClassState::Archived { .. } => S::Archived,
            ClassState::Cancelled { .. } => S::Cancelled,
        }
    }

    /// The day of what brought the class here.
    #[must_use]
    pub fn since(&self) -> Day {
        match self {
            ClassState::Planned { on }
            | ClassState::Enrolling { on }
            | ClassState::Open { on, .. }
            | ClassState::Suspended { on, .. }
            | ClassState::Finished { on, .. }
            | ClassState::Archived { on, .. }
            | ClassState::Cancelled { on, .. } => *on,
        }
    }

    /// The opening, once there was one.
    #[must_use]
    pub fn opening(&self) -> Option<&Opening> {
        match self {
            ClassState::Planned { .. } | ClassState::Enrolling { .. } => None,
            ClassState::Cancelled { opening, .. } => opening.as_ref(),
            ClassState::Open { opening, .. }
            | ClassState::Suspended { opening, .. }
            | ClassState::Finished { opening, .. }
            | ClassState::Archived { opening, .. } => Some(opening),
        }
    }

    /// The day of the end of a finished or archived class.
    #[must_use]
    pub fn finished_on(&self) -> Option<Day> {
        match self {
            ClassState::Finished { on, .. } => Some(*on),
            ClassState::Archived { finished_on, .. } => Some(*finished_on),
            _ => None,
        }
    }

    /// The acts that the state knows, refused ones included.
    #[must_use]
    pub fn next(&self, scene: &ClassScene<'_>) -> Vec<NextAct> {
        let known = FROM.iter().filter(|(_, from)| from.contains(&self.stage()));
        known.map(|(act, _)| NextAct::new(*act, self.guard(*act, scene))).collect()
    }

    /// Opens the enrolment.
    ///
    /// # Errors
    /// `not_in_this_state` (also of the programme), `no_right`, days, `date_order`, `missing_fact` (capacity, sessions),
    /// `session_outside`, `hours_short`, `teacher_twice`, `room_twice`.
    pub fn open_enrolment(self, scene: &ClassScene<'_>) -> Result<Self, Refusal> {
        self.judge(TrainingAct::OpenEnrolment, scene)?;
        Ok(ClassState::Enrolling { on: scene.hand.on })
    }

    /// Opens the class: all who are accepted study.
    ///
    /// # Errors
    /// `not_in_this_state` (also of the programme), `no_right`, days, `open_day_not_reached`, `too_few_accepted`.
    pub fn open(self, scene: &ClassScene<'_>) -> Result<ClassMove, Refusal> {
        self.judge(TrainingAct::OpenClass, scene)?;
        let on = scene.hand.on;
        let accepted = |state: &EnrolmentState| matches!(state, EnrolmentState::Accepted { .. });
        let roster: Vec<EnrolmentId> = scene.enrolments(accepted).collect();
        let enrolments = roster.iter().map(|id| (*id, EnrolmentState::Studying { on })).collect();
        Ok(ClassMove { state: ClassState::Open { opening: Opening { on, roster }, on }, enrolments })
    }

    /// Suspends the open class.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `reason_missing`.
    pub fn suspend(self, reason: Option<Note>, scene: &ClassScene<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::SuspendClass;
        self.judge(act, scene)?;
        let reason = given(act, reason)?;
        Ok(ClassState::Suspended { opening: self.opened(act)?, on: scene.hand.on, reason })
    }

    /// Goes on with a suspended class.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days.
    pub fn resume(self, scene: &ClassScene<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::ResumeClass;
        self.judge(act, scene)?;
        Ok(ClassState::Open { opening: self.opened(act)?, on: scene.hand.on })
    }

    /// Finishes the class: who studies has completed it or, with too little attendance, has not. `sheets` are the
    /// standing presences; whoever has none was absent throughout.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days (the last session's too), `sessions_not_held`, `enrolments_open`.
    pub fn finish(self, sheets: &[Sheet], scene: &ClassScene<'_>) -> Result<ClassMove, Refusal> {
        let act = TrainingAct::FinishClass;
        self.judge(act, scene)?;
        let on = scene.hand.on;
        let studying = |state: &EnrolmentState| matches!(state, EnrolmentState::Studying { .. });
        let ending = |id: EnrolmentId| {
            let sheet = sheets.iter().find(|sheet| sheet.enrolment == id);
            let standing = sheet.map_or(&[][..], |sheet| &sheet.standing);
            let tally = Tally::of(scene.sessions, standing, scene.now);
            (id, EnrolmentState::Studying { on }.reckoned(tally, on, scene.settings))
        };
        let enrolments = scene.enrolments(studying).map(ending).collect();
        Ok(ClassMove { state: ClassState::Finished { opening: self.opened(act)?, on }, enrolments })
    }

    /// Archives a finished class; it is never opened again.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days.
    pub fn archive(self, scene: &ClassScene<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::ArchiveClass;
        self.judge(act, scene)?;
        let opening = self.opened(act)?;
        Ok(ClassState::Archived { opening, finished_on: self.since(), on: scene.hand.on })
    }

    /// Gives the class up; its people are released: who has not begun is refused, who studies leaves, both with the
    /// class's reason.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `reason_missing`.
    pub fn cancel(self, reason: Option<Note>, scene: &ClassScene<'_>) -> Result<ClassMove, Refusal> {
        let act = TrainingAct::CancelClass;
        self.judge(act, scene)?;
        let reason = given(act, reason)?;
        let on = scene.hand.on;
        let released = |place: &super::Place| {
            let state = match place.state {
                EnrolmentState::Studying { .. } => EnrolmentState::DroppedOut { on, reason: reason.clone() },
                _ => EnrolmentState::Refused { on, reason: reason.clone() },
            };
            (place.enrolment, state)
        };
        let live = scene.roster.enrolments.iter().filter(|place| place.state.stage().is_live());
        let enrolments = live.map(released).collect();
        let opening = self.opening().cloned();
        Ok(ClassMove { state: ClassState::Cancelled { opening, on, reason }, enrolments })
    }

    pub(super) fn elsewhere(&self) -> RefusalCode {
        RefusalCode::NotInThisState { state: Standing::Class(self.stage()) }
    }

    pub(super) fn judge(&self, act: TrainingAct, scene: &ClassScene<'_>) -> Result<(), Refusal> {
        self.guard(act, scene).map_err(|code| Refusal::new(act, code))
    }

    fn opened(&self, act: TrainingAct) -> Result<Opening, Refusal> {
        self.opening().cloned().ok_or_else(|| Refusal::new(act, self.elsewhere()))
    }

    /// All but the facts of the act.
    fn guard(&self, act: TrainingAct, scene: &ClassScene<'_>) -> Result<(), RefusalCode> {
        if !FROM.iter().any(|(known, from)| *known == act && from.contains(&self.stage())) {
            return Err(self.elsewhere());
        }
        let cause = match act {
            // The timetable and the plan are kept at any time: their own days are judged.
            TrainingAct::EditClass | TrainingAct::PlanSession | TrainingAct::DeleteSession => scene.hand.on,
            _ => self.since(),
        };
        scene.hand.guard(act, cause)?;
        match act {
            TrainingAct::OpenEnrolment => scene.may_enrol(),
            TrainingAct::OpenClass => scene.may_open(),
            TrainingAct::FinishClass => scene.may_finish(),
            _ => Ok(()),
        }
    }
}

impl ClassPlan {
    /// The last day not before the first, the exam not before the class.
    pub(super) fn in_order(&self) -> Result<(), RefusalCode> {
        let exam_before = self.exam_on.is_some_and(|exam| exam < self.opens_on);
        if self.ends_on < self.opens_on || exam_before { Err(RefusalCode::DateOrder) } else { Ok(()) }
    }
}
