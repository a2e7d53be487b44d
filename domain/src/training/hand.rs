//! Who acts, on which day it counts, and what a list of next acts is made of.

use serde::{Deserialize, Serialize};

use super::{Note, Refusal, RefusalCode, TrainingAct};
use crate::Day;
use crate::id::PersonId;
use crate::role::{Power, Role, may};
use crate::value::fold;

/// Whose hand does the act, and when it counts.
#[derive(Clone, Copy, Debug)]
pub struct Hand<'a> {
    pub person: PersonId,
    /// The member's name, to tell whether he is a teacher who was written down by name.
    pub name: &'a str,
    pub roles: &'a [Role],
    /// The day on which the act counts, as entered.
    pub on: Day,
    pub today: Day,
}

impl Hand<'_> {
    /// The power, then the day: not to come, and not before what the act follows.
    pub(super) fn guard(&self, act: TrainingAct, cause: Day) -> Result<(), RefusalCode> {
        if !may(self.roles, act.power()) {
            return Err(RefusalCode::NoRight { power: act.power() });
        }
        if self.on > self.today {
            return Err(RefusalCode::InTheFuture { today: self.today });
        }
        if self.on < cause { Err(RefusalCode::BeforeItsCause { cause }) } else { Ok(()) }
    }

    pub(super) fn is(&self, account: Option<PersonId>, name: &str) -> bool {
        account.map_or_else(|| fold(name) == fold(self.name), |account| account == self.person)
    }
}

/// A reason, where the act asks for one.
pub(super) fn given(act: TrainingAct, reason: Option<Note>) -> Result<Note, Refusal> {
    reason.ok_or(Refusal::new(act, RefusalCode::ReasonMissing))
}

/// An act that the state knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextAct {
    pub act: TrainingAct,
    pub power: Power,
    /// Why it cannot be done now; none: it can.
    pub refusal: Option<Refusal>,
}

impl NextAct {
    pub(super) fn new(act: TrainingAct, guard: Result<(), RefusalCode>) -> Self {
        NextAct { act, power: act.power(), refusal: guard.err().map(|code| Refusal::new(act, code)) }
    }
}
