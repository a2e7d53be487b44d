//! Statement and defence (陈述申辩): row 10; 行政处罚法 art. 45, 62.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Defended, Event, HearingOutcome, Note, Notified, Progress, Told, Track};
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

/// Every waiver, of defence and of hearing, taken back while its term runs and nothing is decided.
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
        let waived = |waiver| match waiver {
            Waiver::Given { on } => Some(on),
            Waiver::None => None,
        };
        answers
            .chain(waived(self.defence.waiver))
            .chain(waived(self.hearing_waiver))
            .max()
            .unwrap_or(self.served.on)
    }
}

impl Judge<'_> {
    /// The gates of a decision that come from the party's right to be heard.
    pub(super) fn heard(&self, told: &Told) -> Result<(), RefusalCode> {
        let notified = told.notified();
        if notified.defence.is_unanswered() {
            return Err(RefusalCode::DefenceUnanswered);
        }
        match told {
            Told::Notified(notified) => {
                self.defence_over(notified)?;
                self.hearing_open(notified)
            }
            // At a hearing the party has said what it had to say.
            Told::Heard(heard) if matches!(heard.outcome, HearingOutcome::Held { .. }) => Ok(()),
            Told::Heard(heard) => self.defence_over(&heard.hearing.notified),
        }
    }

    fn defence_over(&self, notified: &Notified) -> Result<(), RefusalCode> {
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
        let ends = match (notified.defence.waiver, notified.hearing_waiver) {
            (Waiver::None, Waiver::None) => {
                return Err(RefusalCode::MissingFact { fact: Fact::Waiver });
            }
            (Waiver::Given { .. }, Waiver::None) => self.defence_ends(notified)?,
            (Waiver::None, Waiver::Given { .. }) => self.hearing_request_ends(notified)?,
            (Waiver::Given { .. }, Waiver::Given { .. }) => {
                self.defence_ends(notified)?.max(self.hearing_request_ends(notified)?)
            }
        };
        if self.on > ends { Err(RefusalCode::TermOver { last_day: ends }) } else { Ok(()) }
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
    /// A discussion before the defence was heard is none.
    pub(super) fn receive_defence(mut self, event: &Event) -> Result<Self, Refusal> {
        let refusal = self.progress.refuses(ActKind::ReceiveDefence);
        if let Progress::Deliberated(deliberated) = self.progress {
            self.progress = match deliberated.told {
                Told::Notified(notified) => Progress::Notified(notified),
                Told::Heard(heard) => Progress::Heard(heard),
            };
        }
        let Some(notified) = self.progress.notified_mut() else { return Err(refusal) };
        notified.defence.received.push(Received { on: event.on, answer: Answer::Open });
        self.defended = Some(Defended { seq: event.seq, told: notified.told.clone() });
        Ok(self)
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
        let refusal = self.refuses(ActKind::TakeBackWaiver);
        let Some(notified) = self.notified_mut() else { return Err(refusal) };
        notified.defence.waiver = Waiver::None;
        notified.hearing_waiver = Waiver::None;
        Ok(self)
    }

    pub(super) fn answer(mut self, facts: &AnswerDefence, event: &Event) -> Result<Self, Refusal> {
        let refusal = self.refuses(ActKind::AnswerDefence);
        let Some(notified) = self.notified_mut() else { return Err(refusal) };
        for received in &mut notified.defence.received {
            if received.answer == Answer::Open {
                received.answer = Answer::Given { on: event.on, accepted: facts.accepted };
            }
        }
        Ok(self)
    }
}
