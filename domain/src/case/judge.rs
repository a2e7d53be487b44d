//! The one function that guards an act, and that the list of next acts asks as well.

use super::{
    Act, ActKind, Body, Case, Context, Entry, Officers, Outcome, Party, Progress, Scope, ServedOn, Stage,
    Told, Track,
};
use crate::Day;
use crate::id::{PartyId, PersonId};
use crate::refusal::{Fact, OfficerFault, Refusal, RefusalCode};
use crate::role::{Power, Role};

/// An act about to be judged: the case as it is, the legal day, and all that the rules must be told.
#[derive(Clone, Copy, Debug)]
pub struct Judge<'a> {
    pub case: Option<&'a Case>,
    pub on: Day,
    pub context: Context<'a>,
}

/// What happens with an act that is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permit {
    /// It is written as an event.
    Event,
    /// The author lacks the power: it becomes a proposal to those who have it.
    Proposal { power: Power },
}

impl<'a> Judge<'a> {
    /// Whether the act may be done on the legal day, and as what.
    ///
    /// # Errors
    /// The refusal, with who can open the gate.
    pub fn judge(&self, act: &Act, entry: &Entry) -> Result<Permit, Refusal> {
        self.judge_of(act, entry, |kind| self.who(kind))
    }

    /// The same, where `who` tells whether the actor may do acts of a kind.
    pub(super) fn judge_of(
        &self,
        act: &Act,
        entry: &Entry,
        who: impl Fn(ActKind) -> Result<Permit, RefusalCode>,
    ) -> Result<Permit, Refusal> {
        let refuse = |code| Refusal::new(act.kind(), code);
        self.stage(act.kind(), &act.parties()).map_err(refuse)?;
        // Mending an entry takes what making it took.
        let done = match act {
            Act::Correct(facts) if act.power() != Power::WorkCases => facts.old.kind(),
            _ => act.kind(),
        };
        let permit = who(done).map_err(refuse)?;
        if permit == Permit::Event {
            self.not_for_himself(act).map_err(refuse)?;
        }
        // An act that needs approval has the day of the approval as its legal day.
        let judge = match permit {
            Permit::Event => *self,
            Permit::Proposal { .. } => Judge { on: self.context.today, ..*self },
        };
        judge.day(act, entry).map_err(refuse)?;
        judge.all(act).map_err(refuse)?;
        Ok(permit)
    }

    /// Everything but the person and the day: the gates, then the facts.
    pub(super) fn all(&self, act: &Act) -> Result<(), RefusalCode> {
        let kind = act.kind();
        let parties = act.parties();
        self.stage(kind, &parties)?;
        match kind.scope() {
            Scope::Case => self.gate(kind, None)?,
            _ if parties.is_empty() && kind != ActKind::Close => {
                return Err(RefusalCode::MissingFact { fact: Fact::Party });
            }
            _ if parties.is_empty() => self.gate(kind, None)?,
            _ => parties.iter().try_for_each(|party| self.gate(kind, Some(*party)))?,
        }
        self.facts(act)
    }

    /// Whether the act, of a party or of the case, may be thought of at all: the state, then the gates
    /// that need no facts.
    pub(super) fn gate(&self, kind: ActKind, party: Option<PartyId>) -> Result<(), RefusalCode> {
        self.stage(kind, party.as_slice())?;
        let Some(case) = self.case else { return Ok(()) };
        let Some(party) = party else {
            let waiting = case.records.iter().any(|record| record.before_filing);
            return match kind {
                ActKind::AdoptRecords if !waiting => {
                    Err(RefusalCode::MissingFact { fact: Fact::EarlierRecord })
                }
                // With officers it is passed on by changing them.
                ActKind::PassClue if case.filing().is_some() => {
                    Err(RefusalCode::NotInThisState { stage: case.stage() })
                }
                // A clue that went to the police has no officers yet.
                ActKind::ChangeOfficers if case.filing().is_none() => {
                    Err(RefusalCode::NotInThisState { stage: case.stage() })
                }
                ActKind::RefuseFiling => self.without_measure(None),
                ActKind::PenaliseOnTheSpot => self.goods_decided(None, |_| false),
                ActKind::Close if matches!(case.body, Body::Criminal { .. }) => {
                    self.with_police_for_good(None).and_then(|()| self.measures_settled(None))
                }
                // A filed case is closed party by party.
                ActKind::Close if case.filing().is_some() => {
                    Err(RefusalCode::MissingFact { fact: Fact::Party })
                }
                ActKind::Close => self.measures_settled(None),
                ActKind::Archive => self.archivable(case),
                ActKind::Record => self.recordable(),
                ActKind::TakeMeasure | ActKind::TakeUrgentMeasure => self.may_seize(),
                ActKind::DecideRecusal => self.recusal_open(),
                ActKind::ExtendVerification => self.verification_extendable(),
                _ => self
                    .transfer_gate(kind)
                    .and_then(|()| self.measure_gate(kind))
                    .and_then(|()| self.crime_gate(kind))
                    .and_then(|()| self.contest_gate(kind)),
            };
        };
        let track = self.track(party)?;
        match (kind, &track.progress) {
            (ActKind::Decide | ActKind::DecideNoPenalty, _) if case.is_suspected_of_a_crime(party) => {
                Err(RefusalCode::NotInThisState { stage: Stage::Criminal })
            }
            (ActKind::ApproveNotice, Progress::Concluded(concluded)) => {
                self.notice_approvable(track, concluded)
            }
            (ActKind::ServeNotice, Progress::Concluded(concluded)) => self.notice_servable(concluded),
            (ActKind::WaiveDefence, Progress::Notified(notified)) => self.waivable(notified),
            (ActKind::TakeBackWaiver, progress) => progress
                .notified()
                .map_or(Err(RefusalCode::NoNotice), |notified| self.waiver_returnable(notified)),
            (ActKind::AnswerDefence, progress) => {
                progress.notified().map_or(Err(RefusalCode::NoNotice), |notified| self.answerable(notified))
            }
            (ActKind::WaiveHearing, Progress::Notified(notified)) => self.hearing_waivable(notified),
            (ActKind::RequestHearing | ActKind::GrantHearing, Progress::Deliberated(deliberated))
                if deliberated.told.heard().is_some() =>
            {
                Err(RefusalCode::DoneAlready { act: ActKind::HoldHearing })
            }
            (ActKind::RequestHearing, progress) => progress
                .notified()
                .map_or(Err(RefusalCode::NoNotice), |notified| self.hearing_askable(notified)),
            (ActKind::ServeHearingNotice, Progress::Hearing(hearing)) => {
                self.hearing_notice_servable(hearing)
            }
            (ActKind::Deliberate, Progress::Notified(notified)) => {
                self.deliberable(track, &Told::Notified(notified.clone()))
            }
            (ActKind::Deliberate, Progress::Heard(heard)) => {
                self.deliberable(track, &Told::Heard(heard.clone()))
            }
            (ActKind::Decide, progress) => {
                self.decidable(track, progress).and_then(|()| self.goods_decidable(track))
            }
            (ActKind::DecideNoPenalty | ActKind::ChangeProposal, progress)
                if progress.notified().is_some_and(|notified| notified.defence.is_unanswered()) =>
            {
                Err(RefusalCode::DefenceUnanswered)
            }
            (ActKind::DecideNoPenalty, Progress::Deliberated(deliberated))
                if !matches!(deliberated.outcome, Outcome::NoPenalty { .. }) =>
            {
                Err(RefusalCode::NotAsDeliberated)
            }
            (ActKind::DecideNoPenalty, _) => self.goods_decided(Some(party), |_| false),
            (ActKind::Withdraw, _) => self.without_measure(Some(party)),
            (ActKind::Perform, _) => self.performable(track),
            (ActKind::ApprovePlan, _) => self.plannable(track),
            (ActKind::Demand, _) => self.demandable(track),
            (ActKind::ApplyToCourt, _) => self.may_apply_to_court(track),
            (ActKind::ObjectToCourt, _) => self.objectionable(track),
            (ActKind::RecordObjectionAnswer, _) => self.objection_open(track),
            (ActKind::ProposeRevocation, _) => self.revocation_proposable(track),
            (ActKind::RecordRevocationAnswer, _) => self.revocation_open(track),
            (ActKind::SuspendEnforcement, _) => self.suspendable(track),
            (ActKind::ResumeEnforcement, _) => self.resumable(track),
            (ActKind::EndEnforcement, _) => self.still_owed(track),
            (ActKind::RegisterRemedy, _) => self.remedy_registrable(track),
            (ActKind::AnswerRemedy, _) => self.remedy_answerable(track),
            (ActKind::EndRemedy, _) => self.remedy_endable(track),
            (ActKind::OrderAnew | ActKind::ChangeDecision | ActKind::RevokeDecision, _) => {
                self.revisable(track, kind)
            }
            (ActKind::ReceiveApplication, _) => self.application_receivable(track),
            (ActKind::ForwardApplication, _) => self.application_forwardable(track),
            (ActKind::Publish, _) => self.publishable(track),
            (ActKind::HandOnCash, _) => self.cash_on_its_way(track),
            (ActKind::Unpublish, _) => self.unpublishable(track),
            (ActKind::Serve, _) if track.fell().is_some() => Err(RefusalCode::DecisionFell),
            (ActKind::Pay, _) => self.payable(track),
            (ActKind::ReportOnTheSpot, progress) => self.reportable(progress),
            (ActKind::Close, _) => self.closable(track).and_then(|()| self.measures_settled(Some(party))),
            _ => Ok(()),
        }
    }

    pub(super) fn stage(&self, kind: ActKind, parties: &[PartyId]) -> Result<(), RefusalCode> {
        let Some(case) = self.case else {
            return if kind.begins_a_case() { Ok(()) } else { Err(RefusalCode::NoCase) };
        };
        let refused = |stage| match (kind, stage) {
            (ActKind::Decide, Stage::Concluded) => RefusalCode::NoNotice,
            _ => RefusalCode::NotInThisState { stage },
        };
        if case.is_taken_back() {
            return Err(refused(case.stage()));
        }
        if parties.is_empty() {
            let stages = self.stages();
            let fits = stages.iter().any(|stage| kind.from().contains(stage));
            return if fits { self.not_in_transit(kind, parties) } else { Err(refused(case.stage())) };
        }
        for party in parties {
            let stage = match case.track(*party) {
                Some(track) => track.progress.stage(),
                None if case.filing().is_some() => {
                    return Err(RefusalCode::MissingFact { fact: Fact::Party });
                }
                None => case.course_stage(),
            };
            if !kind.from().contains(&stage) {
                return Err(refused(stage));
            }
        }
        self.not_in_transit(kind, parties)
    }

    fn stages(&self) -> Vec<Stage> {
        match self.case.map(|case| (case, &case.body)) {
            Some((_, Body::Filed(filed))) => {
                filed.tracks.iter().map(|track| track.progress.stage()).collect()
            }
            Some((case, _)) => vec![case.course_stage()],
            None => Vec::new(),
        }
    }

    pub(super) fn facts(&self, act: &Act) -> Result<(), RefusalCode> {
        match act {
            Act::File(facts) => self.file(facts),
            Act::PassClue(facts) => self.pass_clue(facts),
            Act::PenaliseOnTheSpot(facts) => self.penalise_on_the_spot(facts),
            Act::AddParty(facts) => self.add_party(facts),
            Act::AddUnlawfulAct(facts) => self.add_unlawful_act(facts),
            Act::CompleteParty(facts) => self.complete_party(facts),
            Act::ChangeOfficers(facts) => self.two_officers(facts.officers),
            Act::AskRecusal(facts) => self.ask_recusal(facts),
            Act::DecideRecusal(facts) => self.decide_recusal(facts),
            Act::Inquire(facts) => self.inquire(facts),
            Act::Record(facts) => self.record(facts),
            Act::AdoptRecords(facts) => self.adopt_records(facts),
            Act::RegisterEvidence(facts) => self.register_evidence(facts),
            Act::TakeMeasure(facts) => self.take_measure(facts),
            Act::TakeUrgentMeasure(facts) => self.take_urgent_measure(facts),
            Act::Conclude(facts) => self.conclude(facts),
            Act::ApproveNotice(facts) => self.approve_notice(facts),
            Act::ServeNotice(facts) => self.service_to(facts.party, &facts.service, self.since(facts.party)),
            Act::ChangeProposal(facts) => self.change_proposal(facts),
            Act::AppointHearing(facts) => self.appoint_hearing(facts),
            Act::ServeHearingNotice(facts) => self.serve_hearing_notice(facts),
            Act::HoldHearing(facts) => self.hold_hearing(facts),
            Act::Deliberate(facts) => self.deliberate(facts),
            Act::Decide(facts) => self.decide(facts),
            Act::DecideNoPenalty(facts) => self.decide_no_penalty(facts),
            Act::Serve(facts) => self.service_to(facts.party, &facts.service, self.since(facts.party)),
            Act::Pay(facts) => self.pay(facts),
            Act::RegisterContest(_) | Act::AnswerContest(_) | Act::EndContest(_) => self.contest(act),
            Act::Publish(facts) => self.publish(facts),
            Act::HandOnCash(facts) => self.hand_on_cash(facts),
            Act::Perform(facts) => self.perform(facts),
            Act::ApprovePlan(facts) => self.approve_plan(facts),
            Act::Demand(facts) => self.demand(facts),
            Act::RecordObjectionAnswer(facts) => self.objection_answer(facts),
            Act::EndEnforcement(facts) => self.end_enforcement(facts),
            Act::RegisterRemedy(facts) => self.register_remedy(facts),
            Act::AnswerRemedy(facts) => self.answer_remedy(facts),
            Act::EndRemedy(facts) => self.end_remedy(facts),
            Act::OrderAnew(facts) => self.order_anew(facts),
            Act::ChangeDecision(facts) => self.change_decision(facts),
            Act::RevokeDecision(facts) => self.revoke_decision(facts),
            Act::Archive(facts) => self.archive(facts),
            Act::Correct(facts) => self.correct(facts),
            Act::RegisterClue(facts) => parties_named(&facts.parties),
            Act::ProposeTransfer(facts) => self.propose_transfer(facts),
            Act::WithdrawTransfer(facts) => self.withdraw_transfer(facts),
            Act::TransferOut(facts) => self.transfer_out(facts),
            Act::ReportCrime(facts) => self.report_crime(facts),
            Act::HandToPolice(facts) => self.of_a_crime(act).and_then(|()| self.hand_to_police(facts)),
            Act::RecordPoliceReply(facts) => {
                self.of_a_crime(act).and_then(|()| self.police_reply(facts.transfer, facts.reply))
            }
            Act::ContestRefusal(facts) => self.of_a_crime(act).and_then(|()| self.contest_refusal(facts)),
            Act::DecideCrime(_) | Act::HandGoods(_) | Act::ResumeCase(_) => self.of_a_crime(act),
            // Only the receiver answers, on its own page.
            Act::TransferAccepted(_) | Act::TransferReturned(_) => {
                Err(RefusalCode::MissingFact { fact: Fact::OpenTransfer })
            }
            // Its minutes count, not its day: [`Case::take_back`] judges it.
            Act::TakeBack(_) => Err(RefusalCode::MissingFact { fact: Fact::EntryToCorrect }),
            other => self.manage_measure(other),
        }
    }

    /// Whether the actor may do, or may propose, acts of a kind.
    pub(super) fn who(&self, kind: ActKind) -> Result<Permit, RefusalCode> {
        self.actor_not_recused()?;
        let power = kind.power();
        let of_the_case =
            self.case.and_then(Case::filing).is_none_or(|filed| filed.officers.contains(self.context.actor));
        let works = self.context.may(Power::WorkCases) && of_the_case;
        match power {
            Power::WorkCases if works => Ok(Permit::Event),
            Power::ApproveCases | Power::LeadCases if self.context.may(power) => {
                self.four_eyes(kind).map(|()| Permit::Event)
            }
            Power::ApproveCases | Power::LeadCases if works => Ok(Permit::Proposal { power }),
            Power::ArchiveCases if self.context.may(power) => Ok(Permit::Event),
            Power::ReviewCases if self.context.may(power) => self.four_eyes(kind).map(|()| Permit::Event),
            // Whoever could not do it in any case is told who does it; an officer, whose case it is.
            _ => Err(RefusalCode::NoRight {
                power,
                of_the_case: !of_the_case && self.context.may(Power::WorkCases),
            }),
        }
    }

    /// Nor does the head do what makes an officer of the case out of him.
    pub(super) fn not_for_himself(&self, act: &Act) -> Result<(), RefusalCode> {
        let named = act.officers().is_some_and(|officers| officers.contains(self.context.actor));
        if named && act.kind().is_for_another_than_the_officers() {
            return Err(RefusalCode::OwnCase { role: Role::Officer });
        }
        Ok(())
    }

    /// Officers, reviewer and decider of one case are pairwise different people (art. 58, 64 and practice).
    pub(super) fn four_eyes(&self, kind: ActKind) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        let actor = self.context.actor;
        let people = &case.people;
        let (officers, reviewers, deciders) = (&people.officers, &people.reviewers, &people.deciders);
        let own = |role| Err(RefusalCode::OwnCase { role });
        match kind {
            ActKind::Review if officers.contains(&actor) => own(Role::Officer),
            ActKind::Review if deciders.contains(&actor) => own(Role::Head),
            ActKind::Review | ActKind::Decide | ActKind::DecideNoPenalty | ActKind::ChangeDecision
                if people.hosts.contains(&actor) =>
            {
                Err(RefusalCode::OwnHearing)
            }
            ActKind::Review if !self.context.member(actor).is_some_and(|member| member.qualified) => {
                Err(RefusalCode::NotQualified)
            }
            kind if kind.is_for_another_than_the_officers() && case.officers_ever().contains(&actor) => {
                own(Role::Officer)
            }
            ActKind::Decide | ActKind::DecideNoPenalty | ActKind::ChangeDecision
                if reviewers.contains(&actor) =>
            {
                own(Role::Reviewer)
            }
            _ => Ok(()),
        }
    }

    /// Two different officers, each with a certificate valid on the legal day (art. 42, 55).
    pub(super) fn two_officers(&self, officers: Officers) -> Result<(), RefusalCode> {
        let refuse = |fault| Err(RefusalCode::TwoOfficers { fault });
        if officers.lead == officers.second {
            return refuse(OfficerFault::SamePerson);
        }
        for person in [officers.lead, officers.second] {
            self.officer(person).or_else(refuse)?;
            if self.not_recused(person).is_err() {
                return refuse(OfficerFault::Recused { name: self.context.name(person) });
            }
        }
        self.without_another_part(officers)
    }

    /// Who reviewed, hosted or decided does not become an officer of the case.
    fn without_another_part(&self, officers: Officers) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        let people = &case.people;
        for person in [officers.lead, officers.second] {
            if people.officers.contains(&person) {
                continue;
            }
            let parts = [
                (&people.reviewers, Role::Reviewer),
                (&people.deciders, Role::Head),
                (&people.hosts, Role::Head),
            ];
            if let Some((_, role)) = parts.into_iter().find(|(list, _)| list.contains(&person)) {
                let name = self.context.name(person);
                return Err(RefusalCode::TwoOfficers { fault: OfficerFault::HasAnotherPart { name, role } });
            }
        }
        Ok(())
    }

    fn officer(&self, person: PersonId) -> Result<(), OfficerFault> {
        let name = self.context.name(person);
        match self.context.member(person) {
            Some(member) if !member.roles.contains(&Role::Officer) => {
                Err(OfficerFault::NotAnOfficer { name })
            }
            Some(member) if member.certificate_on(self.on).is_none() => {
                Err(OfficerFault::NoCertificate { name, on: self.on })
            }
            Some(_) => Ok(()),
            None => Err(OfficerFault::NotAMember),
        }
    }

    /// A party's way.
    pub(super) fn track(&self, party: PartyId) -> Result<&'a Track, RefusalCode> {
        self.case.and_then(|case| case.track(party)).ok_or(RefusalCode::MissingFact { fact: Fact::Party })
    }

    pub(super) fn case_has_party(&self, party: PartyId) -> bool {
        self.case.is_some_and(|case| case.track(party).is_some())
    }

    fn since(&self, party: PartyId) -> Day {
        self.track(party).map_or(self.on, |track| track.progress.since())
    }

    /// The day on which a service counts: the day entered, or the end of the public notice.
    pub(super) fn counts_on(&self, served: &ServedOn) -> Day {
        super::clocks::counts_on(served, &self.context)
    }
}

/// Two parties of one case never share an id.
pub(super) fn parties_named(parties: &[Party]) -> Result<(), RefusalCode> {
    let twice = parties
        .iter()
        .enumerate()
        .any(|(at, party)| parties[..at].iter().any(|earlier| earlier.id == party.id));
    if twice { Err(RefusalCode::MissingFact { fact: Fact::AnotherParty }) } else { Ok(()) }
}
