//! The legal day: never in the future, never before what it follows, and marked when recorded late.

use super::judge::Judge;
use super::{Act, ActKind, Body, Case, CourtApplication, Decided, Entry, Measure, Progress, clocks};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};

/// More than so many working days between the legal day and the recording mark an entry as 补录.
const LATE_AFTER_WORKING_DAYS: u32 = 2;

impl Judge<'_> {
    pub(super) fn day(&self, act: &Act, entry: &Entry) -> Result<(), RefusalCode> {
        self.in_order(act)?;
        self.page_on_its_day(act)?;
        if entry.late_reason.is_none() && self.needs_late_reason() {
            return Err(RefusalCode::MissingFact { fact: Fact::LateReason });
        }
        Ok(())
    }

    /// Neither in the future nor before what the act follows.
    pub(super) fn in_order(&self, act: &Act) -> Result<(), RefusalCode> {
        if self.on > self.context.today {
            return Err(RefusalCode::InTheFuture { today: self.context.today });
        }
        match self.cause(act) {
            Some(cause) if self.on < cause => Err(RefusalCode::BeforeItsCause { cause }),
            _ => Ok(()),
        }
    }

    /// Whether the entry is recorded so late that it is marked 补录.
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.context.calendar.working_days_between(self.on, self.context.today) > LATE_AFTER_WORKING_DAYS
    }

    /// A late entry gives its reason when a term of the case was already over.
    #[must_use]
    pub fn needs_late_reason(&self) -> bool {
        let over =
            |case: &Case| clocks(case, &self.context).iter().any(|clock| clock.is_missed(self.context.today));
        self.is_late() && self.case.is_some_and(over)
    }

    /// The day before which the act cannot lie.
    fn cause(&self, act: &Act) -> Option<Day> {
        let case = self.case?;
        let parties = act.parties();
        let by_party = parties.iter().filter_map(|party| self.party_cause(case, act.kind(), *party)).max();
        let by_case = match &case.body {
            Body::Clue => case.back_from_police(None).map_or(case.received, |back| back.max(case.received)),
            Body::NotFiled(not_filed) => not_filed.on,
            Body::Transferred(was) => was.on,
            Body::Criminal { on } | Body::ClosedCriminal { on } | Body::TakenBack { on } => *on,
            Body::ClosedUnfiled { on, .. } | Body::ClosedTransferred { on, .. } => *on,
            Body::Filed(filed) => filed.on,
        };
        match act {
            Act::Correct(_) | Act::TakeBack(_) => None,
            Act::Conclude(facts) => case
                .records
                .iter()
                .filter(|record| facts.evidence.contains(&record.seq))
                .map(|record| record.on)
                .chain(by_party)
                .max(),
            Act::WithdrawTransfer(_) | Act::TransferOut(_) => Judge::transfer_cause(case, act),
            act if act.kind().takes_a_measure() => Some(by_case),
            act if act.kind().manages_a_measure() => {
                let measure = act.managed().and_then(|(number, _)| case.measure(number));
                measure.map(Measure::since).or_else(|| case.sample_since(act.sample()?))
            }
            // What asks whether everything found its end does not lie before that end.
            Act::RefuseFiling(_)
            | Act::Withdraw(_)
            | Act::Close(_)
            | Act::Decide(_)
            | Act::DecideNoPenalty(_) => {
                [Some(by_party.unwrap_or(by_case)), case.measures_since()].into_iter().flatten().max()
            }
            Act::Archive(_) => case.closed_on(),
            Act::DecideRecusal(facts) => {
                case.recusals.iter().find(|one| one.seq == facts.request).map(|one| one.on)
            }
            act if act.kind().is_of_a_contest() => case.contest_since(act),
            Act::AskRecusal(_) | Act::Inquire(_) => Some(by_case),
            _ if ActKind::OF_A_CRIME.contains(&act.kind()) => Judge::crime_cause(case, act),
            _ => Some(by_party.unwrap_or(by_case)),
        }
    }

    fn party_cause(&self, case: &Case, kind: ActKind, party: PartyId) -> Option<Day> {
        let track = case.track(party)?;
        let served = track.progress.served().map(|served| served.served.on);
        let since = match (kind, &track.progress) {
            // Payments and the papers of others come in any order after the service.
            (
                ActKind::Pay | ActKind::Perform | ActKind::ReportOnTheSpot | ActKind::ReceiveApplication,
                progress,
            ) => served.unwrap_or(progress.since()),
            (ActKind::RegisterRemedy, progress) => {
                served.or(track.brought_down_on()).unwrap_or(progress.since())
            }
            (ActKind::AnswerRemedy | ActKind::EndRemedy, progress) => {
                track.open_remedy().map_or(progress.since(), |remedy| remedy.copy_on)
            }
            (ActKind::OrderAnew | ActKind::ChangeDecision | ActKind::RevokeDecision, progress) => {
                track.fell_on().map_or(progress.since(), |fell_on| fell_on.max(progress.since()))
            }
            (ActKind::Unpublish, progress) => track.falls().into_iter().max().unwrap_or(progress.since()),
            (ActKind::ForwardApplication, progress) => {
                track.waiting_application().map_or(progress.since(), |one| one.received_on)
            }
            (ActKind::HandOnCash, progress) => {
                let to = progress.cash_goes_to();
                to.and_then(|to| progress.cash_waits_since(to)).unwrap_or(progress.since())
            }
            (ActKind::ProposeRevocation, progress) => {
                progress.decided().map_or(progress.since(), |decided| decided.on)
            }
            (ActKind::Publish, progress) => progress.decided().map_or(progress.since(), Decided::since),
            (ActKind::RecordRevocationAnswer, progress) => {
                track.open_revocation().map_or(progress.since(), |proposal| proposal.on)
            }
            (ActKind::ResumeEnforcement | ActKind::EndEnforcement, progress) => {
                track.enforcement.suspended.map_or(progress.since(), |suspended| suspended.on)
            }
            (_, Progress::Notified(notified)) if kind != ActKind::ReceiveDefence => notified.heard_until(),
            (_, Progress::Hearing(hearing)) if kind != ActKind::ReceiveDefence => hearing.since(),
            (_, Progress::Executing(_)) => {
                let said = track.enforcement.applications.iter().filter_map(CourtApplication::since);
                said.fold(track.progress.since(), Day::max)
            }
            (_, progress) => progress.since(),
        };
        let undecided = track.progress.decided().is_none();
        let back = case.back_from_police(Some(party)).filter(|_| undecided);
        Some(back.map_or(since, |back| back.max(since)))
    }
}
