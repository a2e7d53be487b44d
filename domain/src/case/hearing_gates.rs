//! The gates of a hearing: who is told of it, asks in time, hosts it, and is told of its day; art. 63–65.

use super::judge::Judge;
use super::{
    ActKind, AppointHearing, Appointment, Case, Concluded, Context, Hearing, HearingOutcome, HearingRight,
    HoldHearing, Notified, Outcome, Penalties, Progress, ServeHearingNotice, ServedOn, Track, Waiver,
};
use crate::Day;
use crate::catalogue::{Intended, opens_hearing};
use crate::id::{PartyId, PersonId};
use crate::refusal::{Fact, RefusalCode};
use crate::role::Role;

/// Whether the law gives the party a hearing against what is proposed (art. 63): what the notice must say.
#[must_use]
pub fn hearing_by_law(case: &Case, party: PartyId, context: &Context<'_>) -> bool {
    let judge = Judge { case: Some(case), on: context.today, context: *context };
    case.track(party).is_some_and(|track| match &track.progress {
        Progress::Concluded(Concluded { proposal, .. }) => match &proposal.outcome {
            Outcome::Penalise(told) => judge.opens_hearing(track, told),
            _ => false,
        },
        _ => false,
    })
}

impl Judge<'_> {
    /// Whether the law gives a party a hearing against what is intended (art. 63).
    pub(super) fn opens_hearing(&self, track: &Track, penalties: &Penalties) -> bool {
        let intended = Intended {
            kinds: penalties.kinds(),
            fine: penalties.fines(),
            gains: penalties.confiscated(),
            goods: penalties.goods(),
        };
        opens_hearing(&intended, track.party.kind, &self.context.settings.hearing)
    }

    /// The notice names the hearing whenever the law gives one; offering more needs a reason.
    pub(super) fn hearing_told(
        &self,
        track: &Track,
        penalties: &Penalties,
        right: &HearingRight,
    ) -> Result<(), RefusalCode> {
        match (self.opens_hearing(track, penalties), right) {
            (true, HearingRight::None) => Err(RefusalCode::HearingRightMissing),
            (false, HearingRight::ByLaw) => Err(RefusalCode::MissingFact { fact: Fact::ReasonForHearing }),
            _ => Ok(()),
        }
    }

    /// The party can still ask for a hearing that it was told of.
    pub(super) fn hearing_open(&self, notified: &Notified) -> Result<(), RefusalCode> {
        let waived = matches!(notified.hearing_waiver, Waiver::Given { .. });
        if !notified.notice.hearing.is_told() || waived {
            return Ok(());
        }
        let until = self.hearing_request_ends(notified)?;
        if self.on <= until {
            let opens_on = super::clocks::opens_on(until, &self.context);
            return Err(RefusalCode::HearingTermRunning { until, opens_on });
        }
        Ok(())
    }

    pub(super) fn hearing_request_ends(&self, notified: &Notified) -> Result<Day, RefusalCode> {
        let term = super::clocks::hearing_request_term(notified, &self.context);
        term.map(|deadline| deadline.last_day).ok_or(RefusalCode::NoTermInForce { on: notified.served.on })
    }

    pub(super) fn hearing_askable(&self, notified: &Notified) -> Result<(), RefusalCode> {
        if !notified.notice.hearing.is_told() {
            return Err(RefusalCode::MissingFact { fact: Fact::HearingRightTold });
        }
        match self.hearing_request_ends(notified)? {
            last_day if self.on > last_day => Err(RefusalCode::HearingLate { last_day }),
            _ => Ok(()),
        }
    }

    pub(super) fn hearing_waivable(&self, notified: &Notified) -> Result<(), RefusalCode> {
        match notified.hearing_waiver {
            Waiver::Given { .. } => Err(RefusalCode::DoneAlready { act: ActKind::WaiveHearing }),
            Waiver::None if !notified.notice.hearing.is_told() => {
                Err(RefusalCode::MissingFact { fact: Fact::HearingRightTold })
            }
            Waiver::None => Ok(()),
        }
    }

    pub(super) fn appoint_hearing(&self, facts: &AppointHearing) -> Result<(), RefusalCode> {
        self.host(facts.host)?;
        for party in &facts.parties {
            if let Progress::Hearing(hearing) = &self.track(*party)?.progress
                && hearing.appointment.is_some()
                && facts.postponed.is_none()
            {
                return Err(RefusalCode::MissingFact { fact: Fact::ReasonForPostponing });
            }
        }
        self.notice_in_time(facts.day, self.on)
    }

    /// A member without another part in the case (art. 64(4)).
    fn host(&self, host: PersonId) -> Result<(), RefusalCode> {
        if self.context.member(host).is_none() {
            return Err(RefusalCode::MissingFact { fact: Fact::HearingHost });
        }
        self.not_recused(host)?;
        let Some(case) = self.case else { return Ok(()) };
        let people = &case.people;
        let parts = [
            (&people.officers, Role::Officer),
            (&people.reviewers, Role::Reviewer),
            (&people.deciders, Role::Head),
        ];
        match parts.into_iter().find(|(list, _)| list.contains(&host)) {
            Some((_, role)) => Err(RefusalCode::HostOfTheCase { name: self.context.name(host), role }),
            None => Ok(()),
        }
    }

    /// Seven full working days lie between the notice and the hearing (art. 64(2)).
    fn notice_in_time(&self, day: Day, served: Day) -> Result<(), RefusalCode> {
        let latest = super::clocks::hearing_notice_latest(day, &self.context)
            .ok_or(RefusalCode::NoTermInForce { on: day })?;
        if served > latest { Err(RefusalCode::HearingNoticeShort { day, latest }) } else { Ok(()) }
    }

    pub(super) fn hearing_notice_servable(&self, hearing: &Hearing) -> Result<(), RefusalCode> {
        match &hearing.appointment {
            None => Err(RefusalCode::MissingFact { fact: Fact::HearingAppointed }),
            Some(Appointment { served: Some(_), .. }) => {
                Err(RefusalCode::DoneAlready { act: ActKind::ServeHearingNotice })
            }
            Some(Appointment { host, .. }) => self.not_recused(*host),
        }
    }

    pub(super) fn serve_hearing_notice(&self, facts: &ServeHearingNotice) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        self.service(track.party.kind, &facts.service, track.progress.since())?;
        let Progress::Hearing(Hearing { appointment: Some(appointment), .. }) = &track.progress else {
            return Err(RefusalCode::MissingFact { fact: Fact::HearingAppointed });
        };
        let served = ServedOn { on: self.on, service: facts.service.clone() };
        self.notice_in_time(appointment.day, self.counts_on(&served))
    }

    /// A hearing is held or given up on its day, after its notice; the request may be withdrawn before.
    pub(super) fn hold_hearing(&self, facts: &HoldHearing) -> Result<(), RefusalCode> {
        if matches!(facts.outcome, HearingOutcome::Withdrawn { .. }) {
            return Ok(());
        }
        for party in &facts.parties {
            let Progress::Hearing(hearing) = &self.track(*party)?.progress else { continue };
            match &hearing.appointment {
                Some(Appointment { served: Some(_), day, host, .. }) if *day == self.on => {
                    self.not_recused(*host)?;
                }
                Some(Appointment { served: Some(_), day, .. }) => {
                    return Err(RefusalCode::HearingOnAnotherDay { day: *day });
                }
                Some(_) => return Err(RefusalCode::MissingFact { fact: Fact::HearingNoticeServed }),
                None => return Err(RefusalCode::MissingFact { fact: Fact::HearingAppointed }),
            }
        }
        Ok(())
    }
}
