//! An enrolment (报名): one person in one class, from the application to its end.

use serde::{Deserialize, Serialize};

use super::hand::given;
use super::{
    Candidate, ClassPlan, ClassState, EnrolmentStage, Hand, NextAct, Note, Refusal, RefusalCode, Roster,
    Standing, Tally, TrainingAct, TrainingSettings,
};
use crate::Day;

/// Where an enrolment stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum EnrolmentState {
    Applied {
        on: Day,
    },
    /// Rank 1 comes first.
    Waiting {
        on: Day,
        rank: u32,
    },
    Accepted {
        on: Day,
        /// Why somebody who waited longer was passed over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        out_of_line: Option<Note>,
    },
    Studying {
        on: Day,
    },
    Refused {
        on: Day,
        reason: Note,
    },
    Withdrawn {
        on: Day,
    },
    DroppedOut {
        on: Day,
        reason: Note,
    },
    /// The class is over and attendance suffices.
    Completed {
        on: Day,
        tally: Tally,
    },
    /// The class is over, attendance does not suffice.
    Failed {
        on: Day,
        tally: Tally,
    },
}

/// An enrolment in its class, and who acts.
#[derive(Clone, Copy, Debug)]
pub struct EnrolmentScene<'a> {
    pub class: &'a ClassState,
    pub plan: &'a ClassPlan,
    pub roster: &'a Roster,
    pub candidate: &'a Candidate<'a>,
    pub settings: &'a TrainingSettings,
    pub hand: Hand<'a>,
}

use EnrolmentStage as S;

/// The acts of an enrolment, and from where each may be done. An application that waits may be refused too: at the
/// end of a class nobody is left waiting.
const FROM: [(TrainingAct, &[EnrolmentStage]); 5] = [
    (TrainingAct::Accept, &[S::Applied, S::Waiting]),
    (TrainingAct::PutOnWaitingList, &[S::Applied]),
    (TrainingAct::Refuse, &[S::Applied, S::Waiting]),
    (TrainingAct::Withdraw, &[S::Applied, S::Waiting, S::Accepted]),
    (TrainingAct::DropOut, &[S::Studying]),
];

impl EnrolmentState {
    /// Registers an application, while the class enrols, or later for a place that became free.
    ///
    /// # Errors
    /// `not_in_this_state` (of the class), `no_right`, days, `underage` (of whom no record is kept), `duplicate`.
    pub fn apply(scene: &EnrolmentScene<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::Apply;
        let refuse = |code| Refusal::new(act, code);
        scene.enrols().map_err(refuse)?;
        scene.hand.guard(act, scene.class.since()).map_err(refuse)?;
        let of_age = scene.candidate.of_age(scene.settings.record_age_min, scene.hand.on);
        of_age.map_err(refuse)?;
        match scene.roster.live(scene.candidate.trainee) {
            Some(_) => Err(refuse(RefusalCode::Duplicate)),
            None => Ok(EnrolmentState::Applied { on: scene.hand.on }),
        }
    }

    /// The state's name.
    #[must_use]
    pub fn stage(&self) -> EnrolmentStage {
        match self {
            EnrolmentState::Applied { .. } => S::Applied,
            EnrolmentState::Waiting { .. } => S::Waiting,
            EnrolmentState::Accepted { .. } => S::Accepted,
            EnrolmentState::Studying { .. } => S::Studying,
            EnrolmentState::Refused { .. } => S::Refused,
            EnrolmentState::Withdrawn { .. } => S::Withdrawn,
            EnrolmentState::DroppedOut { .. } => S::DroppedOut,
            EnrolmentState::Completed { .. } => S::Completed,
            EnrolmentState::Failed { .. } => S::Failed,
        }
    }

    /// The day of what brought the enrolment here.
    #[must_use]
    pub fn since(&self) -> Day {
        match self {
            EnrolmentState::Applied { on }
            | EnrolmentState::Waiting { on, .. }
            | EnrolmentState::Accepted { on, .. }
            | EnrolmentState::Studying { on }
            | EnrolmentState::Refused { on, .. }
            | EnrolmentState::Withdrawn { on }
            | EnrolmentState::DroppedOut { on, .. }
            | EnrolmentState::Completed { on, .. }
            | EnrolmentState::Failed { on, .. } => *on,
        }
    }

    /// The acts that the state knows, refused ones included.
    #[must_use]
    pub fn next(&self, scene: &EnrolmentScene<'_>) -> Vec<NextAct> {
        let known = FROM.iter().filter(|(_, from)| from.contains(&self.stage()));
        known.map(|(act, _)| NextAct::new(*act, self.guard(*act, scene))).collect()
    }

    /// Gives the person a place. In an open class the person studies at once (临时加人).
    ///
    /// A reason passes over whoever waits longer; it is kept with the acceptance.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `bad_id`, `underage`, `no_consent`, `duplicate`, `trade_limit`, `overlap`,
    /// `full`, `not_first_in_line`.
    pub fn accept(self, out_of_line: Option<Note>, scene: &EnrolmentScene<'_>) -> Result<Self, Refusal> {
        let act = TrainingAct::Accept;
        let out_of_line = match self.guard(act, scene) {
            Ok(()) => None,
            Err(code) if code.yields_to_reason() && out_of_line.is_some() => out_of_line,
            Err(code) => return Err(Refusal::new(act, code)),
        };
        let on = scene.hand.on;
        match scene.class {
            ClassState::Open { .. } => Ok(EnrolmentState::Studying { on }),
            _ => Ok(EnrolmentState::Accepted { on, out_of_line }),
        }
    }

    /// Puts the person on the waiting list, behind all who wait.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, the person's own faults as for an acceptance, `places_free`.
    pub fn wait(self, scene: &EnrolmentScene<'_>) -> Result<Self, Refusal> {
        self.judge(TrainingAct::PutOnWaitingList, scene)?;
        Ok(EnrolmentState::Waiting { on: scene.hand.on, rank: scene.roster.next_rank() })
    }

    /// Declines the application.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `reason_missing`.
    pub fn refuse(self, reason: Option<Note>, scene: &EnrolmentScene<'_>) -> Result<Self, Refusal> {
        self.judge(TrainingAct::Refuse, scene)?;
        Ok(EnrolmentState::Refused { on: scene.hand.on, reason: given(TrainingAct::Refuse, reason)? })
    }

    /// The person withdraws before the class opens; then ask [`Roster::whom_to_accept`].
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days.
    pub fn withdraw(self, scene: &EnrolmentScene<'_>) -> Result<Self, Refusal> {
        self.judge(TrainingAct::Withdraw, scene)?;
        Ok(EnrolmentState::Withdrawn { on: scene.hand.on })
    }

    /// The person leaves the open class.
    ///
    /// # Errors
    /// `not_in_this_state`, `no_right`, days, `reason_missing`.
    pub fn drop_out(self, reason: Option<Note>, scene: &EnrolmentScene<'_>) -> Result<Self, Refusal> {
        self.judge(TrainingAct::DropOut, scene)?;
        Ok(EnrolmentState::DroppedOut { on: scene.hand.on, reason: given(TrainingAct::DropOut, reason)? })
    }

    /// The end of a finished class for one who studied, reckoned again after a correction of a sign-in; every other
    /// state stays as it is.
    #[must_use]
    pub fn reckoned(self, tally: Tally, on: Day, settings: &TrainingSettings) -> Self {
        let on = match self {
            EnrolmentState::Completed { on, .. } | EnrolmentState::Failed { on, .. } => on,
            EnrolmentState::Studying { .. } => on,
            _ => return self,
        };
        if tally.suffices(settings) {
            EnrolmentState::Completed { on, tally }
        } else {
            EnrolmentState::Failed { on, tally }
        }
    }

    fn judge(&self, act: TrainingAct, scene: &EnrolmentScene<'_>) -> Result<(), Refusal> {
        self.guard(act, scene).map_err(|code| Refusal::new(act, code))
    }

    /// All but the reason.
    fn guard(&self, act: TrainingAct, scene: &EnrolmentScene<'_>) -> Result<(), RefusalCode> {
        if !FROM.iter().any(|(known, from)| *known == act && from.contains(&self.stage())) {
            return Err(RefusalCode::NotInThisState { state: Standing::Enrolment(self.stage()) });
        }
        if matches!(act, TrainingAct::Accept | TrainingAct::PutOnWaitingList) {
            scene.enrols()?;
        }
        let cause = match act {
            TrainingAct::Accept => self.since().max(scene.class.since()),
            _ => self.since(),
        };
        scene.hand.guard(act, cause)?;
        match act {
            TrainingAct::Accept => scene.acceptable(),
            TrainingAct::PutOnWaitingList => scene.may_wait(),
            _ => Ok(()),
        }
    }
}

impl EnrolmentScene<'_> {
    /// The class takes people.
    fn enrols(&self) -> Result<(), RefusalCode> {
        match self.class {
            ClassState::Enrolling { .. } | ClassState::Open { .. } => Ok(()),
            other => Err(other.elsewhere()),
        }
    }

    /// The person, the other classes, a place, the line: in this order.
    fn acceptable(&self) -> Result<(), RefusalCode> {
        self.candidate.fits(self)?;
        self.candidate.is_free(self.plan)?;
        if self.roster.free() == 0 {
            return Err(RefusalCode::Full { capacity: self.roster.capacity });
        }
        if self.roster.has_before(self.candidate.enrolment) {
            return Err(RefusalCode::NotFirstInLine);
        }
        Ok(())
    }

    fn may_wait(&self) -> Result<(), RefusalCode> {
        self.candidate.fits(self)?;
        match self.roster.free() {
            free if free > 0 && self.roster.waiting().is_empty() => Err(RefusalCode::PlacesFree { free }),
            _ => Ok(()),
        }
    }
}
