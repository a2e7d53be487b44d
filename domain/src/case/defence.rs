//! Statement and defence (陈述申辩): row 10; 行政处罚法 art. 45, 62.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Defended, Event, Note, Notified, Progress, Track};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};

/// What the party said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiveDefence {
    pub party: PartyId,
    pub arguments: Note,
}

/// An express waiver in writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiveDefence {
    pub party: PartyId,
    /// Who signed it, and where it lies.
    pub paper: Note,
}

/// The waiver taken back while its term runs and nothing is decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakeBackWaiver {
    pub party: PartyId,
}

/// 复核: each argument, taken or not, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerDefence {
    pub party: PartyId,
    pub accepted: bool,
    pub reasons: Note,
}

/// One defence received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    pub on: Day,
    pub answer: Answer,
}

/// Whether a defence has been re-examined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    Open,
    Given { on: Day, accepted: bool },
}

/// Whether the party keeps its right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "waiver", rename_all = "snake_case")]
pub enum Waiver {
    #[default]
    None,
    Given {
        on: Day,
    },
}

/// What the party said, and whether it waived.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defence {
    pub received: Vec<Received>,
    pub waiver: Waiver,
}

impl Defence {
    /// Whether a defence waits for its re-examination.
    #[must_use]
    pub fn is_unanswered(&self) -> bool {
        self.received.iter().any(|received| received.answer == Answer::Open)
    }
}

impl Notified {
    /// The last day on which the party was heard, answered, or waived; else that of the service.
    #[must_use]
    pub fn heard_until(&self) -> Day {
        let answers = self.defence.received.iter().map(|received| match received.answer {
            Answer::Open => received.on,
            Answer::Given { on, .. } => on,
        });
        let waived = match self.defence.waiver {
            Waiver::Given { on } => Some(on),
            Waiver::None => None,
        };
        answers.chain(waived).max().unwrap_or(self.served.on)
    }
}

impl Judge<'_> {
    /// The gates of a decision that come from the party's right to be heard.
    pub(super) fn heard(&self, notified: &Notified) -> Result<(), RefusalCode> {
        if notified.defence.is_unanswered() {
            return Err(RefusalCode::DefenceUnanswered);
        }
        if matches!(notified.defence.waiver, Waiver::Given { .. }) {
            return Ok(());
        }
        let until = self.defence_ends(notified)?;
        if self.on <= until {
            let opens_on = super::clocks::opens_on(until, &self.context);
            return Err(RefusalCode::DefenceTermRunning { until, opens_on });
        }
        Ok(())
    }

    pub(super) fn waivable(&self, notified: &Notified) -> Result<(), RefusalCode> {
        match notified.defence.waiver {
            Waiver::Given { .. } => Err(RefusalCode::DoneAlready { act: ActKind::WaiveDefence }),
            Waiver::None => Ok(()),
        }
    }

    pub(super) fn waiver_returnable(&self, notified: &Notified) -> Result<(), RefusalCode> {
        match notified.defence.waiver {
            Waiver::None => Err(RefusalCode::MissingFact { fact: Fact::Waiver }),
            Waiver::Given { .. } => match self.defence_ends(notified)? {
                last_day if self.on > last_day => Err(RefusalCode::TermOver { last_day }),
                _ => Ok(()),
            },
        }
    }

    /// The last day on which the party may be heard; without a rule nothing is decided.
    fn defence_ends(&self, notified: &Notified) -> Result<Day, RefusalCode> {
        let term = super::clocks::defence_term(notified, &self.context);
        term.map(|deadline| deadline.last_day).ok_or(RefusalCode::NoTermInForce { on: notified.served.on })
    }

    pub(super) fn answerable(&self, notified: &Notified) -> Result<(), RefusalCode> {
        if notified.defence.is_unanswered() {
            Ok(())
        } else {
            Err(RefusalCode::MissingFact { fact: Fact::Defence })
        }
    }
}

impl Track {
    pub(super) fn receive_defence(mut self, event: &Event) -> Result<Self, Refusal> {
        match &mut self.progress {
            Progress::Notified(notified) => {
                notified.defence.received.push(Received { on: event.on, answer: Answer::Open });
                self.defended = Some(Defended { seq: event.seq, told: notified.told.clone() });
                Ok(self)
            }
            other => Err(other.refuses(ActKind::ReceiveDefence)),
        }
    }
}

impl Progress {
    pub(super) fn waive(mut self, event: &Event) -> Result<Self, Refusal> {
        match &mut self {
            Progress::Notified(notified) => notified.defence.waiver = Waiver::Given { on: event.on },
            other => return Err(other.refuses(ActKind::WaiveDefence)),
        }
        Ok(self)
    }

    pub(super) fn take_back_waiver(mut self) -> Result<Self, Refusal> {
        match &mut self {
            Progress::Notified(notified) => notified.defence.waiver = Waiver::None,
            other => return Err(other.refuses(ActKind::TakeBackWaiver)),
        }
        Ok(self)
    }

    pub(super) fn answer(mut self, facts: &AnswerDefence, event: &Event) -> Result<Self, Refusal> {
        match &mut self {
            Progress::Notified(notified) => {
                for received in &mut notified.defence.received {
                    if received.answer == Answer::Open {
                        received.answer = Answer::Given { on: event.on, accepted: facts.accepted };
                    }
                }
            }
            other => return Err(other.refuses(ActKind::AnswerDefence)),
        }
        Ok(self)
    }
}
