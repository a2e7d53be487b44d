//! Replay: the state that a list of events makes.

use super::{
    Act, ActKind, Archived, Body, Case, Correct, Event, Filed, Measure, People, Progress, RegisterClue,
    Track, taken_back,
};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Refusal, RefusalCode};

impl Case {
    /// The state after all events, oldest first. No event: no case.
    ///
    /// # Errors
    /// The refusal of the first event that does not follow from those before it.
    pub fn replay(events: &[Event]) -> Result<Option<Case>, Refusal> {
        let gone = taken_back(events);
        let mut case: Option<Case> = None;
        for event in corrected(events) {
            case = Some(match case {
                None if gone.contains(&event.seq) => {
                    let on = events.last().map_or(event.on, |last| last.on);
                    Case { body: Body::TakenBack { on }, ..Case::begin(&event)? }
                }
                None => Case::begin(&event)?,
                Some(case) if gone.contains(&event.seq) || case.is_taken_back() => case.pass_over(&event)?,
                Some(case) => case.follow(&event)?,
            });
        }
        Ok(case)
    }

    /// The state after events that are known to follow from each other; none when they do not.
    #[must_use]
    pub fn of(events: &[Event]) -> Option<Case> {
        Case::replay(events).ok().flatten()
    }

    /// The case after one more event.
    ///
    /// # Errors
    /// When the event does not fit the state, or its number does not follow.
    pub fn after(&self, event: &Event) -> Result<Case, Refusal> {
        match &event.act {
            // Both change the past: everything after it is made anew.
            Act::Correct(_) | Act::TakeBack(_) => {
                let mut events = self.log.clone();
                events.push(event.clone());
                Case::replay(&events)?.ok_or_else(|| self.gap(event))
            }
            _ => self.clone().follow(event),
        }
    }

    fn begin(event: &Event) -> Result<Case, Refusal> {
        let first = |clue| Case { seq: event.seq, log: vec![event.clone()], ..Case::begun(clue, event.on) };
        match &event.act {
            Act::RegisterClue(clue) => Ok(first(clue.clone())),
            Act::PenaliseOnTheSpot(facts) => Ok(first(facts.clue()).penalised_on_the_spot(facts, event)),
            other => Err(Refusal::new(other.kind(), RefusalCode::NoCase)),
        }
    }

    /// A clue on the day on which it was received, before any event.
    pub(super) fn begun(clue: RegisterClue, received: Day) -> Case {
        Case {
            seq: 0,
            received,
            body: Body::Clue,
            records: Vec::new(),
            people: People::default(),
            verification_extended: None,
            measures: taken_over(&clue, received),
            clue,
            recusals: Vec::new(),
            transfers: Vec::new(),
            contests: Vec::new(),
            crimes: Vec::new(),
            archived: None,
            log: Vec::new(),
        }
    }

    pub(super) fn gap(&self, event: &Event) -> Refusal {
        Refusal::new(event.act.kind(), RefusalCode::NotInThisState { stage: self.stage() })
    }

    fn follow(mut self, event: &Event) -> Result<Case, Refusal> {
        if event.seq != self.seq + 1 || !event.act.kind().from().iter().any(|stage| self.has_stage(*stage)) {
            return Err(self.gap(event));
        }
        self.seq = event.seq;
        self.log.push(event.clone());
        self.apply(event).map(Case::taken_out_of_the_archive)
    }

    /// An entry that was taken back: it stands in the log and changes nothing.
    fn pass_over(mut self, event: &Event) -> Result<Case, Refusal> {
        if event.seq != self.seq + 1 {
            return Err(self.gap(event));
        }
        self.seq = event.seq;
        self.log.push(event.clone());
        Ok(self)
    }

    fn has_stage(&self, stage: super::Stage) -> bool {
        self.course_stage() == stage
            || self
                .filing()
                .is_some_and(|filed| filed.tracks.iter().any(|track| track.progress.stage() == stage))
    }

    fn apply(mut self, event: &Event) -> Result<Case, Refusal> {
        match &event.act {
            Act::RegisterClue(_) => Err(self.gap(event)),
            Act::File(facts) => Ok(self.filed(facts, event)),
            Act::RefuseFiling(facts) => Ok(self.not_filed(facts, event)),
            // [`Case::keeper`] reads it.
            Act::PassClue(_) => Ok(self),
            Act::PenaliseOnTheSpot(facts) => Ok(self.penalised_on_the_spot(facts, event)),
            Act::Record(facts) => Ok(self.recorded(facts, event).investigated(event)),
            Act::AdoptRecords(facts) => {
                for record in &mut self.records {
                    record.before_filing &= !facts.records.contains(&record.seq);
                }
                Ok(self.investigated(event))
            }
            Act::AddParty(facts) => self.filing_changed(event, |filed| {
                filed.add_party(facts.party.clone(), event.on);
            }),
            Act::AddUnlawfulAct(facts) => self.track_changed(event, facts.party, |mut track| {
                track.party.acts.push(facts.act.clone());
                Ok(track)
            }),
            Act::CompleteParty(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.completed(facts)))
            }
            Act::ChangeOfficers(facts) => {
                self.people.officers_are(facts.officers);
                self.filing_changed(event, |filed| filed.officers = facts.officers)
            }
            Act::AskRecusal(facts) => Ok(self.recusal_asked(facts, event)),
            Act::DecideRecusal(facts) => Ok(self.recusal_decided(facts, event)),
            Act::ReceiveDefence(facts) => {
                self.track_changed(event, facts.party, |track| track.receive_defence(event))
            }
            Act::HoldHearing(facts) => facts.parties.iter().try_fold(self, |case, party| {
                case.track_changed(event, *party, |track| track.hold_hearing(facts, event))
            }),
            Act::ApprovePlan(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.plan_approved(facts, event)))
            }
            Act::Demand(facts) => {
                self.people.officers_are(facts.service.officers);
                self.track_changed(event, facts.party, |track| Ok(track.demanded(facts, event)))
            }
            Act::ApplyToCourt(facts) => {
                self.track_changed(event, facts.party, |track| track.applied_to_court(event))
            }
            Act::RecordCourtAnswer(facts) => {
                self.track_changed(event, facts.party, |track| track.court_answered(facts, event))
            }
            Act::ObjectToCourt(facts) => {
                self.track_changed(event, facts.party, |track| track.objected(facts, event))
            }
            Act::RecordObjectionAnswer(facts) => {
                self.track_changed(event, facts.party, |track| track.objection_answered(facts, event))
            }
            Act::ProposeRevocation(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.revocation_proposed(facts, event)))
            }
            Act::RecordRevocationAnswer(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.revocation_answered(facts, event)))
            }
            Act::SuspendEnforcement(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.suspended(facts, event)))
            }
            Act::ResumeEnforcement(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.resumed()))
            }
            Act::EndEnforcement(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.enforcement_ended(facts, event)))
            }
            Act::RegisterRemedy(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.remedy_registered(facts, event)))
            }
            Act::AnswerRemedy(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.remedy_answered(event)))
            }
            Act::EndRemedy(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.remedy_ended(facts, event)))
            }
            Act::OrderAnew(facts) => {
                self.track_changed(event, facts.party, |track| track.ordered_anew(facts, event))
            }
            Act::ChangeDecision(facts) => {
                self.people.deciders.push(event.by);
                self.people.officers_are(facts.service.officers);
                self.track_changed(event, facts.party, |track| track.decision_changed(facts, event))
            }
            Act::RevokeDecision(facts) => {
                self.track_changed(event, facts.party, |track| track.decision_revoked(facts, event))
            }
            Act::ReceiveApplication(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.application_received(event.on)))
            }
            Act::ForwardApplication(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.application_forwarded(event.on)))
            }
            act if act.kind().is_of_a_contest() => self.contested(event),
            Act::Publish(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.published(facts, event)))
            }
            Act::ExtendVerification(facts) => {
                self.verification_extended = Some((event.on, facts.reason.clone()));
                Ok(self)
            }
            Act::Unpublish(facts) => {
                self.track_changed(event, facts.party, |track| Ok(track.unpublished_on(event.on)))
            }
            Act::Close(facts) if facts.party.is_none() => match self.body {
                Body::NotFiled(was) => {
                    self.body = Body::ClosedUnfiled { was, on: event.on };
                    Ok(self)
                }
                Body::Transferred(was) => {
                    self.body = Body::ClosedTransferred { was, on: event.on };
                    Ok(self)
                }
                Body::Criminal { .. } => {
                    self.body = Body::ClosedCriminal { on: event.on };
                    Ok(self)
                }
                _ => Err(self.gap(event)),
            },
            act if act.kind().takes_a_measure() || act.kind().manages_a_measure() => self.measured(event),
            Act::ReportCrime(_)
            | Act::DecideCrime(_)
            | Act::HandToPolice(_)
            | Act::RecordPoliceReply(_)
            | Act::ContestRefusal(_)
            | Act::HandGoods(_)
            | Act::ResumeCase(_) => self.criminal(event),
            Act::ProposeTransfer(_)
            | Act::WithdrawTransfer(_)
            | Act::TransferOut(_)
            | Act::TransferAccepted(_)
            | Act::TransferReturned(_) => self.transfer(event),
            Act::Archive(facts) => {
                self.archived = Some(Archived { on: event.on, number: facts.archive_number.clone() });
                Ok(self)
            }
            Act::Correct(_) | Act::TakeBack(_) => Ok(self),
            _ => self.moved(event),
        }
    }

    /// Acts that move one party or several.
    fn moved(mut self, event: &Event) -> Result<Case, Refusal> {
        match &event.act {
            Act::Review(_) => self.people.reviewers.extend(event.doer()),
            Act::AppointHearing(facts) => self.people.host_is(facts.host, &self.body),
            Act::ServeNotice(facts) => self.people.officers_are(facts.service.officers),
            Act::ServeHearingNotice(facts) => self.people.officers_are(facts.service.officers),
            Act::Serve(facts) => self.people.officers_are(facts.service.officers),
            Act::Decide(_) | Act::DecideNoPenalty(_) => self.people.deciders.extend(event.doer()),
            _ => {}
        }
        for party in event.act.parties() {
            self = self.track_changed(event, party, |track| {
                let progress = step(track.progress, party, event)?;
                Ok(Track { progress, ..track })
            })?;
        }
        if let Act::Decide(facts) = &event.act {
            self.goods_confiscated(facts, event);
        }
        Ok(self)
    }

    fn investigated(mut self, event: &Event) -> Case {
        if let Body::Filed(filed) = &mut self.body {
            filed.investigate(event.on);
        }
        self
    }

    fn filing_changed(mut self, event: &Event, change: impl FnOnce(&mut Filed)) -> Result<Case, Refusal> {
        match &mut self.body {
            Body::Filed(filed) => change(filed),
            _ => return Err(self.gap(event)),
        }
        Ok(self)
    }

    pub(super) fn track_changed(
        mut self,
        event: &Event,
        party: PartyId,
        change: impl FnOnce(Track) -> Result<Track, Refusal>,
    ) -> Result<Case, Refusal> {
        let refusal = self.gap(event);
        let Body::Filed(filed) = &mut self.body else { return Err(refusal) };
        let place = filed.tracks.iter().position(|track| track.party.id == party).ok_or(refusal)?;
        let track = change(filed.tracks.remove(place))?;
        filed.tracks.insert(place, track);
        Ok(self)
    }
}

/// The measures that came with a transfer, with their first start (§1.6).
fn taken_over(clue: &RegisterClue, received: Day) -> Vec<Measure> {
    let measures = clue.transferred.iter().flat_map(|transferred| &transferred.measures);
    (1..).zip(measures).map(|(number, measure)| measure.taken_over(number, received)).collect()
}

fn step(progress: Progress, party: PartyId, event: &Event) -> Result<Progress, Refusal> {
    match &event.act {
        Act::Conclude(facts) => match facts.proposals.iter().find(|proposal| proposal.party == party) {
            Some(proposal) => progress.conclude(proposal, event),
            None => Ok(progress),
        },
        Act::Review(facts) => progress.review(facts, event),
        Act::Supplement(_) => progress.supplement(event.on),
        Act::ApproveNotice(facts) => progress.approve_notice(facts, event),
        Act::ServeNotice(facts) => progress.serve_notice(facts, event),
        Act::WaiveDefence(_) => progress.waive(event),
        Act::TakeBackWaiver(_) => progress.take_back_waiver(),
        Act::AnswerDefence(facts) => progress.answer(facts, event),
        Act::ChangeProposal(facts) => progress.change_proposal(facts, event),
        Act::WaiveHearing(_) => progress.waive_hearing(event),
        Act::RequestHearing(_) | Act::GrantHearing(_) => progress.hear(event.act.kind(), event),
        Act::AppointHearing(facts) => progress.appoint_hearing(facts, event),
        Act::ServeHearingNotice(facts) => progress.serve_hearing_notice(facts, event),
        Act::Deliberate(facts) => progress.deliberate(facts, event),
        Act::Decide(facts) => progress.decide(facts, event),
        Act::DecideNoPenalty(facts) => progress.decide_no_penalty(facts, event),
        Act::Serve(facts) => progress.serve(facts, event),
        Act::Pay(facts) => progress.pay(facts, event),
        Act::HandOnCash(facts) => {
            progress.execute(ActKind::HandOnCash, |executing| executing.hand_on_cash(facts.to, event.on))
        }
        Act::Perform(facts) => progress.perform(facts, event),
        Act::ReportOnTheSpot(_) => progress.report_on_the_spot(event),
        Act::Withdraw(facts) => progress.withdraw(facts, event),
        Act::Close(_) => progress.close(event),
        other => Err(progress.refuses(other.kind())),
    }
}

/// The events as corrections left them: an entry that was corrected stands with its new facts, and with its old ones
/// again when the correction was taken back.
fn corrected(events: &[Event]) -> Vec<Event> {
    let mut log = events.to_vec();
    let gone = taken_back(events);
    for correction in events {
        let Act::Correct(Correct { seq, old_on, new_on, old, new, .. }) = &correction.act else { continue };
        let (act, on) = if gone.contains(&correction.seq) { (old, old_on) } else { (new, new_on) };
        if let Some(event) = log.iter_mut().find(|event| event.seq == *seq) {
            event.act = (**act).clone();
            event.on = *on;
        }
    }
    log
}
