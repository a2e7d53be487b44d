//! What is on its way to somebody else, and how it ends there or comes back.

use super::clocks::answer_term;
use super::judge::Judge;
use super::{
    Act, ActKind, Body, Case, Context, Event, Name, Progress, ProposeTransfer, Stage, Todo, Track,
    TransferOut, TransferReceiver, Wait, WithdrawTransfer,
};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};

/// The stages from which a case, or a party of it, may be transferred.
pub(super) const TRANSFERABLE: &[Stage] = &[
    Stage::Clue,
    Stage::Filed,
    Stage::Investigating,
    Stage::Concluded,
    Stage::Notified,
    Stage::Hearing,
    Stage::Heard,
    Stage::Deliberated,
];

/// A proposed transfer without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTransfer {
    /// The event that proposed it.
    pub seq: u32,
    pub on: Day,
    pub parties: Vec<PartyId>,
    pub receiver: TransferReceiver,
    /// What is held goes along.
    pub takes_over: bool,
}

impl OpenTransfer {
    /// The last day for the answer of another bureau; none of an authority that answers on paper.
    #[must_use]
    pub fn answer_by(&self, context: &Context<'_>) -> Option<Day> {
        self.receiver.answers_here().then(|| answer_term(self.on, context)).flatten()
    }

    /// What is on its way waits for the answer of another bureau, or for the receipt of an authority.
    pub(super) fn todo(&self, context: &Context<'_>) -> Todo {
        match self.answer_by(context) {
            Some(until) => {
                Todo { act: ActKind::WithdrawTransfer, party: None, wait: Some(Wait::Transfer { until }) }
            }
            None => Todo { act: ActKind::TransferOut, party: None, wait: None },
        }
    }

    /// Whether an act of the sender since the proposal belongs into what the receiver is shown: what became of things
    /// that go along.
    #[must_use]
    pub fn shows(&self, case: &Case, act: &Act) -> bool {
        let along = |number| case.sent_along(&self.parties).any(|sent| sent.number == number);
        self.takes_over && act.managed().is_some_and(|(number, _)| along(number))
    }

    pub(super) fn refusal(&self, context: &Context<'_>) -> RefusalCode {
        RefusalCode::TransferPending { to: self.receiver.name().to_string(), until: self.answer_by(context) }
    }
}

impl ActKind {
    /// Whether it is written by the receiver's answer only: nobody does it on the sender's own page.
    #[must_use]
    pub fn is_an_answer(self) -> bool {
        matches!(self, ActKind::TransferAccepted | ActKind::TransferReturned)
    }

    /// What a sender may do with what is in transit: rows 6b and 27, and what ends the transfer.
    fn goes_on_in_transit(self) -> bool {
        self.manages_a_measure()
            || matches!(
                self,
                ActKind::ChangeOfficers
                    | ActKind::RegisterContest
                    | ActKind::AnswerContest
                    | ActKind::EndContest
                    | ActKind::AskRecusal
                    | ActKind::DecideRecusal
                    | ActKind::WithdrawTransfer
                    | ActKind::TransferOut
                    | ActKind::TransferAccepted
                    | ActKind::TransferReturned
                    | ActKind::TakeBack
            )
    }
}

impl Case {
    /// The day on which the act was discovered: of a case that was transferred in, by the sender (art. 36).
    #[must_use]
    pub fn discovered(&self) -> Day {
        self.clue.transferred.as_ref().map_or(self.received, |transferred| transferred.discovered)
    }

    /// The transfer by which a party is on its way to somebody else; with no party, that of a clue or of everybody who
    /// is not at an end.
    #[must_use]
    pub fn in_transit(&self, party: Option<PartyId>) -> Option<&OpenTransfer> {
        let of = |party: &PartyId| self.transfers.iter().find(|open| open.parties.contains(party));
        match (&self.body, party) {
            (Body::Filed(_), Some(party)) => of(&party),
            (Body::Filed(filed), None) => {
                let going = filed.tracks.iter().filter(|track| !track.progress.stage().is_end());
                let going: Vec<_> = going.map(|track| of(&track.party.id)).collect();
                going.iter().all(Option::is_some).then(|| going.into_iter().flatten().next()).flatten()
            }
            _ => self.transfers.first(),
        }
    }

    /// Applies one of the acts of a transfer.
    pub(super) fn transfer(mut self, event: &Event) -> Result<Case, Refusal> {
        let (proposal, to) = match &event.act {
            Act::ProposeTransfer(facts) => {
                self.transfers.push(OpenTransfer {
                    seq: event.seq,
                    on: event.on,
                    parties: facts.parties.clone(),
                    receiver: facts.receiver.clone(),
                    takes_over: facts.takes_over,
                });
                return Ok(self);
            }
            Act::WithdrawTransfer(facts) => (facts.proposal, false),
            Act::TransferReturned(facts) => (facts.proposal, false),
            Act::TransferOut(facts) => (facts.proposal, true),
            Act::TransferAccepted(facts) => (facts.proposal, true),
            _ => return Err(self.gap(event)),
        };
        let place = self.transfers.iter().position(|open| open.seq == proposal);
        let open = self.transfers.remove(place.ok_or_else(|| self.gap(event))?);
        if to { self.transferred(open, event) } else { Ok(self) }
    }

    fn transferred(mut self, open: OpenTransfer, event: &Event) -> Result<Case, Refusal> {
        let to = open.receiver.name().clone();
        self.handed_over(&open, event.on);
        if matches!(self.body, Body::Clue) {
            self.body = Body::Transferred(Transferred { on: event.on, to });
            return Ok(self);
        }
        for party in open.parties {
            self = self.track_changed(event, party, |track| {
                let progress = track.progress.transferred(event, &to)?;
                Ok(Track { progress, ..track })
            })?;
        }
        Ok(self)
    }
}

/// A clue that went to somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transferred {
    pub on: Day,
    pub to: Name,
}

impl Progress {
    fn transferred(self, event: &Event, to: &Name) -> Result<Self, Refusal> {
        if !TRANSFERABLE.contains(&self.stage()) {
            return Err(self.refuses(event.act.kind()));
        }
        Ok(Progress::Transferred { on: event.on, to: to.clone() })
    }
}

impl Judge<'_> {
    /// What is on its way to somebody else stays as it is.
    pub(super) fn not_in_transit(&self, kind: ActKind, parties: &[PartyId]) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        if kind.goes_on_in_transit() {
            return Ok(());
        }
        let open = match parties {
            [] => case.in_transit(None),
            parties => parties.iter().find_map(|party| case.in_transit(Some(*party))),
        };
        open.map_or(Ok(()), |open| Err(open.refusal(&self.context)))
    }

    /// Whether a transfer can be withdrawn, or its receipt recorded, at all.
    pub(super) fn transfer_gate(&self, kind: ActKind) -> Result<(), RefusalCode> {
        let open = self.case.map(|case| case.transfers.as_slice()).unwrap_or_default();
        let fits = match kind {
            ActKind::WithdrawTransfer => !open.is_empty(),
            ActKind::TransferOut => open.iter().any(|open| !open.receiver.answers_here()),
            _ => true,
        };
        if fits { Ok(()) } else { Err(RefusalCode::MissingFact { fact: Fact::OpenTransfer }) }
    }

    pub(super) fn propose_transfer(&self, facts: &ProposeTransfer) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        let filed = self.case.is_some_and(|case| case.filing().is_some());
        if filed == facts.parties.is_empty() {
            return missing(Fact::Party);
        }
        match facts.receiver {
            TransferReceiver::Bureau { bureau, .. } if bureau == self.context.bureau => {
                missing(Fact::OtherReceiver)
            }
            _ => self.measures_sent(facts),
        }
    }

    pub(super) fn withdraw_transfer(&self, facts: &WithdrawTransfer) -> Result<(), RefusalCode> {
        self.open_transfer(facts.proposal, &facts.parties).map(drop)
    }

    pub(super) fn transfer_out(&self, facts: &TransferOut) -> Result<(), RefusalCode> {
        let open = self.open_transfer(facts.proposal, &facts.parties)?;
        if open.receiver.answers_here() {
            return Err(open.refusal(&self.context));
        }
        Ok(())
    }

    fn open_transfer(&self, proposal: u32, parties: &[PartyId]) -> Result<&OpenTransfer, RefusalCode> {
        let open = self.case.and_then(|case| case.transfers.iter().find(|open| open.seq == proposal));
        open.filter(|open| open.parties == parties)
            .ok_or(RefusalCode::MissingFact { fact: Fact::OpenTransfer })
    }

    /// The day of the proposal before which its end cannot lie.
    pub(super) fn transfer_cause(case: &Case, act: &Act) -> Option<Day> {
        let proposal = match act {
            Act::WithdrawTransfer(facts) => facts.proposal,
            Act::TransferOut(facts) => facts.proposal,
            _ => return None,
        };
        case.transfers.iter().find(|open| open.seq == proposal).map(|open| open.on)
    }
}
