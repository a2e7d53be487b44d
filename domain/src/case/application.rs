//! An application for reconsideration handed in through the bureau (经本局提出的复议申请): of a penalty on the spot the
//! party may do so, and the bureau sends it on within five working days; 行政复议法 art. 32.

use serde::{Deserialize, Serialize};

use super::clocks::clock;
use super::judge::Judge;
use super::{ActKind, CaseClock, ClockState, Context, Note, Track};
use crate::Day;
use crate::calendar::Clock;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};

/// 收到复议申请, on the act's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiveApplication {
    pub party: PartyId,
    /// What the party asks for, and who handed it in.
    pub request: Note,
}

/// 转送复议机关
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForwardApplication {
    pub party: PartyId,
    /// To whom, with the letter and its receipt.
    pub paper: Note,
}

/// An application that lies with the bureau, or was sent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    pub received_on: Day,
    pub forwarded_on: Option<Day>,
    /// The day on which the bureau itself revoked or changed the penalty: only who maintains it sends the application
    /// on (art. 32).
    pub ended_on: Option<Day>,
}

impl Track {
    /// The application that nobody has sent on.
    #[must_use]
    pub fn waiting_application(&self) -> Option<&Application> {
        self.application.as_ref().filter(|one| one.forwarded_on.is_none() && one.ended_on.is_none())
    }

    pub(super) fn forward_clock(&self, context: &Context<'_>) -> Option<CaseClock> {
        let application = self.application?;
        let state = match (application.forwarded_on, application.ended_on) {
            (Some(on), _) => ClockState::Met { on },
            (None, Some(on)) => ClockState::Ended { on },
            (None, None) => ClockState::Running,
        };
        let party = Some(self.party.id);
        clock(Clock::ForwardReconsideration, party, application.received_on, state, context)
    }

    pub(super) fn application_received(mut self, on: Day) -> Self {
        self.application = Some(Application { received_on: on, forwarded_on: None, ended_on: None });
        self
    }

    /// The bureau revoked or changed what the application is about.
    pub(super) fn application_met(&mut self, on: Day) {
        if let Some(application) = self.application.as_mut().filter(|one| one.forwarded_on.is_none()) {
            application.ended_on = Some(on);
        }
    }

    pub(super) fn application_forwarded(mut self, on: Day) -> Self {
        self.application = self.application.map(|one| Application { forwarded_on: Some(on), ..one });
        self
    }
}

impl Judge<'_> {
    /// Only of a penalty on the spot, once.
    pub(super) fn application_receivable(&self, track: &Track) -> Result<(), RefusalCode> {
        let simplified =
            track.progress.before_closure().decided().is_some_and(|one| one.procedure.is_simplified());
        match track.application {
            _ if !simplified => Err(RefusalCode::MissingFact { fact: Fact::PenaltyOnTheSpot }),
            Some(_) => Err(RefusalCode::DoneAlready { act: ActKind::ReceiveApplication }),
            None => Ok(()),
        }
    }

    pub(super) fn application_forwardable(&self, track: &Track) -> Result<(), RefusalCode> {
        let waiting = track.waiting_application().map(drop);
        waiting.ok_or(RefusalCode::MissingFact { fact: Fact::ApplicationReceived })
    }
}
