//! The roster of a class: who stands where, which places are free, and who is next in line.

use serde::{Deserialize, Serialize};

use super::{EnrolmentStage, EnrolmentState};
use crate::id::{EnrolmentId, TraineeId};

/// One enrolment of the class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub enrolment: EnrolmentId,
    pub trainee: TraineeId,
    pub state: EnrolmentState,
}

/// All enrolments of a class, ended ones included, and how many places it has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    pub capacity: u32,
    pub enrolments: Vec<Place>,
}

impl Roster {
    /// How many stand at a stage.
    #[must_use]
    pub fn count(&self, stage: EnrolmentStage) -> u32 {
        super::counted(self.enrolments.iter().filter(|place| place.state.stage() == stage))
    }

    /// Places taken: accepted, studying, and, at the end, completed or not.
    #[must_use]
    pub fn taken(&self) -> u32 {
        super::counted(self.enrolments.iter().filter(|place| place.state.stage().takes_a_place()))
    }

    /// Places left.
    #[must_use]
    pub fn free(&self) -> u32 {
        self.capacity.saturating_sub(self.taken())
    }

    /// The waiting list: those who wait, in the order of their ranks.
    #[must_use]
    pub fn waiting(&self) -> Vec<&Place> {
        let mut waiting: Vec<(u32, &Place)> = self
            .enrolments
            .iter()
            .filter_map(|place| match place.state {
                EnrolmentState::Waiting { rank, .. } => Some((rank, place)),
                _ => None,
            })
            .collect();
        waiting.sort_by_key(|(rank, place)| (*rank, place.enrolment));
        waiting.into_iter().map(|(_, place)| place).collect()
    }

    /// The rank of whoever comes next to the waiting list: behind all who wait.
    #[must_use]
    pub fn next_rank(&self) -> u32 {
        let ranks = self.enrolments.iter().filter_map(|place| match place.state {
            EnrolmentState::Waiting { rank, .. } => Some(rank),
            _ => None,
        });
        ranks.max().unwrap_or(0).saturating_add(1)
    }

    /// Whom to accept now, in the order of the waiting list: as many as places are free. Once they are accepted the
    /// answer is empty, so that asking twice promotes nobody twice. They are accepted one after the other, each on the
    /// roster that the one before left. Whom [`EnrolmentState::accept`] then refuses stays
    /// on the list and stops the promotion: passing him over takes a reason.
    #[must_use]
    pub fn whom_to_accept(&self) -> Vec<EnrolmentId> {
        let free = usize::try_from(self.free()).unwrap_or(usize::MAX);
        self.waiting().into_iter().take(free).map(|place| place.enrolment).collect()
    }

    /// The person's live enrolment in this class, if there is one.
    #[must_use]
    pub fn live(&self, trainee: TraineeId) -> Option<&Place> {
        self.enrolments.iter().find(|place| place.trainee == trainee && place.state.stage().is_live())
    }

    /// Whether somebody else waits before this enrolment; all who wait come before one that does not.
    #[must_use]
    pub(super) fn has_before(&self, enrolment: EnrolmentId) -> bool {
        self.waiting().first().is_some_and(|first| first.enrolment != enrolment)
    }
}
