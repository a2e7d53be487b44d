//! Corrections (更正): a wrong entry is mended by an event of its own, old and new side by side.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{Act, ActKind, Case, Event, Note, taken_back};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::role::Power;

/// 更正 of one earlier entry; who reads the case sees both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correct {
    /// The event that was wrong.
    pub seq: u32,
    pub old_on: Day,
    pub new_on: Day,
    pub old: Box<Act>,
    pub new: Box<Act>,
    pub reason: Note,
}

impl Act {
    /// The power that the act needs; a correction needs that of the entry which it mends.
    #[must_use]
    pub fn power(&self) -> Power {
        match self {
            Act::Correct(facts) => facts.old.kind().power(),
            act => act.kind().power(),
        }
    }
}

/// The later event that rests on an earlier one, if there is one: then it is too late to correct.
///
/// An act that moves a party rests on what moved it last; the conclusion rests on the records it cites,
/// a re-examination on the defence; closing rests on the payments.
#[must_use]
pub fn rests_on(events: &[Event], seq: u32) -> Option<&Event> {
    let wrong = events.iter().find(|event| event.seq == seq)?;
    let gone = taken_back(events);
    let later = events.iter().filter(|later| later.seq > seq && !gone.contains(&later.seq));
    later.into_iter().find(|later| depends(&later.act, wrong))
}

fn depends(later: &Act, wrong: &Event) -> bool {
    if matches!(later, Act::Correct(_) | Act::TakeBack(_)) || !shares_party(later, &wrong.act) {
        return false;
    }
    let kind = later.kind();
    match kind {
        // What was sent and came back left the case as it was.
        ActKind::ProposeTransfer | ActKind::WithdrawTransfer | ActKind::TransferReturned => {
            return wrong.act.kind() == ActKind::ProposeTransfer;
        }
        ActKind::TransferOut | ActKind::TransferAccepted => return true,
        // What is learned of a party rests on what was known of it, and nothing rests on it but the next.
        ActKind::CompleteParty => return brings_in(&wrong.act, later.party()),
        // A request for recusal moves nothing; its decision rests on it alone.
        ActKind::AskRecusal | ActKind::Inquire => return false,
        ActKind::DecideRecusal => {
            return matches!(later, Act::DecideRecusal(facts) if facts.request == wrong.seq);
        }
        // A proposal to others rests on the decision, the answer on the proposal.
        ActKind::ProposeRevocation => {
            return matches!(
                wrong.act.kind(),
                ActKind::Decide | ActKind::ChangeDecision | ActKind::OrderAnew
            );
        }
        ActKind::RecordRevocationAnswer => return wrong.act.kind() == ActKind::ProposeRevocation,
        // Remedies against measures and orders run beside the steps.
        ActKind::RegisterContest => {
            return wrong.act.kind().takes_a_measure() || wrong.act.kind() == ActKind::Record;
        }
        ActKind::AnswerContest | ActKind::EndContest => return wrong.act.kind().is_of_a_contest(),
        ActKind::ReceiveApplication => return wrong.act.kind() == ActKind::PenaliseOnTheSpot,
        ActKind::ForwardApplication => return wrong.act.kind() == ActKind::ReceiveApplication,
        // Publication and the way of the cash have no part in the case's steps.
        ActKind::Publish => {
            return matches!(wrong.act.kind(), ActKind::Decide | ActKind::ChangeDecision);
        }
        ActKind::HandOnCash => return matches!(wrong.act.kind(), ActKind::Pay | ActKind::HandOnCash),
        ActKind::ExtendVerification => return wrong.act.kind() == ActKind::RegisterClue,
        // What was published has no part in the case.
        ActKind::Unpublish => {
            return matches!(
                wrong.act.kind(),
                ActKind::EndRemedy | ActKind::OrderAnew | ActKind::ChangeDecision | ActKind::RevokeDecision
            );
        }
        _ => {}
    }
    match wrong.act.kind() {
        was if was.takes_a_measure() || was.manages_a_measure() => {
            return kind.manages_a_measure()
                || matches!(
                    kind,
                    ActKind::RefuseFiling
                        | ActKind::PenaliseOnTheSpot
                        | ActKind::Withdraw
                        | ActKind::Decide
                        | ActKind::DecideNoPenalty
                        | ActKind::Close
                );
        }
        // Measures are taken and managed beside the case's own steps.
        was if kind.manages_a_measure() || kind.takes_a_measure() && was != ActKind::File => return false,
        _ => {}
    }
    match wrong.act.kind() {
        ActKind::RegisterClue => {
            matches!(kind, ActKind::File | ActKind::RefuseFiling | ActKind::PenaliseOnTheSpot)
        }
        ActKind::Record | ActKind::AdoptRecords => match later {
            Act::Conclude(conclude) => {
                conclude.evidence.contains(&wrong.seq) || wrong.act.kind() == ActKind::AdoptRecords
            }
            Act::AdoptRecords(adopted) => adopted.records.contains(&wrong.seq),
            _ => false,
        },
        ActKind::Review => matches!(
            kind,
            ActKind::ApproveNotice | ActKind::Deliberate | ActKind::Decide | ActKind::Supplement
        ),
        ActKind::WaiveHearing => {
            matches!(kind, ActKind::RequestHearing | ActKind::Deliberate | ActKind::Decide)
        }
        ActKind::ReceiveDefence => {
            matches!(
                kind,
                ActKind::AnswerDefence | ActKind::Deliberate | ActKind::Decide | ActKind::DecideNoPenalty
            )
        }
        ActKind::AddParty | ActKind::AddUnlawfulAct | ActKind::ChangeOfficers => kind == ActKind::Conclude,
        ActKind::WaiveDefence | ActKind::TakeBackWaiver | ActKind::AnswerDefence => {
            matches!(
                kind,
                ActKind::Deliberate | ActKind::Decide | ActKind::DecideNoPenalty | ActKind::Supplement
            )
        }
        ActKind::Pay | ActKind::Perform | ActKind::HandOnCash | ActKind::ReportOnTheSpot => matches!(
            kind,
            ActKind::Close | ActKind::OrderAnew | ActKind::ChangeDecision | ActKind::RevokeDecision
        ),
        ActKind::Archive
        | ActKind::Unpublish
        | ActKind::Publish
        | ActKind::RegisterContest
        | ActKind::AnswerContest
        | ActKind::EndContest
        | ActKind::ReceiveApplication
        | ActKind::ForwardApplication
        | ActKind::ExtendVerification
        | ActKind::PassClue
        | ActKind::CompleteParty
        | ActKind::AskRecusal
        | ActKind::Inquire
        | ActKind::ProposeRevocation
        | ActKind::RecordRevocationAnswer => false,
        ActKind::DecideRecusal => matches!(kind, ActKind::ChangeOfficers | ActKind::AppointHearing),
        _ => kind != ActKind::Record || wrong.act.kind() == ActKind::File,
    }
}

/// Whether the act says what is known of the party.
fn brings_in(act: &Act, party: Option<PartyId>) -> bool {
    let is = |id: PartyId| Some(id) == party;
    match act {
        Act::File(facts) => facts.parties.iter().any(|one| is(one.id)),
        Act::AddParty(facts) => is(facts.party.id),
        Act::PenaliseOnTheSpot(facts) => is(facts.party.id),
        Act::CompleteParty(facts) => is(facts.party),
        _ => false,
    }
}

/// Acts of the whole case touch every party.
fn shares_party(left: &Act, right: &Act) -> bool {
    let (left, right) = (left.parties(), right.parties());
    left.is_empty() || right.is_empty() || left.iter().any(|party| right.contains(party))
}

impl Judge<'_> {
    pub(super) fn correct(&self, facts: &Correct) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        let Some(case) = self.case else { return missing(Fact::EntryToCorrect) };
        let Some(wrong) = case.log.iter().find(|event| event.seq == facts.seq) else {
            return missing(Fact::EntryToCorrect);
        };
        let same_shape = !taken_back(&case.log).contains(&facts.seq)
            && wrong.act == *facts.old
            && wrong.on == facts.old_on
            && facts.new.kind() == wrong.act.kind()
            && facts.new.parties() == wrong.act.parties()
            && !matches!(facts.new.kind(), ActKind::Correct | ActKind::TakeBack);
        if !same_shape {
            return missing(Fact::EntryToCorrect);
        }
        if facts.new == facts.old && facts.new_on == facts.old_on {
            return missing(Fact::Change);
        }
        if let Some(later) = rests_on(&case.log, facts.seq) {
            return Err(RefusalCode::RestsOn { seq: later.seq, act: later.act.kind(), on: later.on });
        }
        // The new facts must have been possible at their own place in the history.
        let before: Vec<Event> = case.log.iter().filter(|event| event.seq < facts.seq).cloned().collect();
        let earlier = Case::of(&before);
        let judge = Judge { case: earlier.as_ref(), on: facts.new_on, ..*self };
        judge.in_order(&facts.new)?;
        judge.page_stays(facts)?;
        judge.all(&facts.new)
    }
}
