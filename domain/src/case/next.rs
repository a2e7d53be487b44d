//! What may be done now, what not and why, and what is next: the officer's manual.

use serde::{Deserialize, Serialize};

use super::clocks::{counts_on, defence_term, demand_term, hearing_request_term, opens_on, pay_term};
use super::criminal_todo::urgent;
use super::foremost::Terms;
use super::judge::{Judge, Permit};
use super::measure_clocks::measure_todo;
use super::{
    ActKind, Body, Case, Concluded, Context, CourtApplication, CourtWay, CrimeStep, CrimeTransfer,
    Deliberated, Hearing, Notified, Outcome, Progress, RemedyOutcome, Scope, Served, Stage, Told, Track,
    Wait, Waiver,
};
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};
use crate::role::Power;
use crate::value::Money;

/// An act that the stage knows, for one party or the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextAct {
    pub act: ActKind,
    pub party: Option<PartyId>,
    pub power: Power,
    /// The actor lacks the power and would propose it.
    pub proposes: bool,
    /// Why it cannot be done now; none: it can.
    pub refusal: Option<Refusal>,
}

impl NextAct {
    /// Nothing that the officers can wait for makes it possible: there is nothing to do it with.
    fn is_beside_the_point(&self) -> bool {
        use RefusalCode as R;
        let nothing = |code: &R| {
            matches!(
                code,
                R::NothingToPerform
                    | R::NoPowerToSeize
                    | R::NothingOwed
                    | R::NotSuspended
                    | R::OursToRevoke
                    | R::MissingFact {
                        fact: Fact::HearingRightTold
                            | Fact::Waiver
                            | Fact::Defence
                            | Fact::EarlierRecord
                            | Fact::ApplicationReceived
                            | Fact::CashCollected
                            | Fact::PaperToContest
                            | Fact::OpenRemedy
                            | Fact::CourtRefusal
                            | Fact::OpenObjection
                            | Fact::OpenRevocation
                            | Fact::PenaltyDecided
                            | Fact::DecisionToContest
                            | Fact::FallenDecision
                            | Fact::RulingThatChanges
                            | Fact::RulingThatRevokes
                    }
            )
        };
        let not_named = self.act == ActKind::ProposeRevocation;
        let not_named = |code: &R| not_named && matches!(code, R::NotInTheRow { .. });
        // What a ruling took down is said once, where the case would be closed or the decision served.
        let fell =
            |code: &R| *code == R::DecisionFell && !matches!(self.act, ActKind::Close | ActKind::Serve);
        // Of the ordinary procedure nobody hands an application in here; what was seen to is not done again.
        let small = matches!(self.act, ActKind::ReceiveApplication | ActKind::Publish);
        let small = |code: &R| {
            small && matches!(code, R::MissingFact { .. } | R::DoneAlready { .. } | R::DecisionFell)
        };
        // Officers are changed, where there are some.
        let officers = self.act == ActKind::PassClue;
        let officers = |code: &R| officers && matches!(code, R::NotInThisState { .. });
        let beside =
            |code: &R| officers(code) || nothing(code) || fell(code) || not_named(code) || small(code);
        self.refusal.as_ref().is_some_and(|refusal| beside(&refusal.code))
    }
}

/// The acts that belong to where the case stands, in the order of the procedure, refused ones included.
#[must_use]
pub fn next(case: &Case, context: &Context<'_>) -> Vec<NextAct> {
    let judge = Judge { case: Some(case), on: context.today, context: *context };
    let mut list = Vec::new();
    if case.is_taken_back() {
        return list;
    }
    for act in ActKind::ALL {
        // A correction begins at the entry that is wrong, in the timeline; there the newest one is taken back.
        if matches!(act, ActKind::RegisterClue | ActKind::Correct | ActKind::TakeBack) || act.is_an_answer() {
            continue;
        }
        // What ends a transfer, a measure or a request, or goes on with a suspected crime, is no step of a case
        // that has none.
        if act == ActKind::DecideRecusal && judge.recusal_open().is_err() || judge.has_no_measure_for(act) {
            continue;
        }
        if judge.transfer_gate(act).and_then(|()| judge.crime_gate(act)).is_err() {
            continue;
        }
        let acts = subjects(case, act).into_iter().map(|party| judge.next_act(act, party));
        list.extend(acts.filter(|one| !one.is_beside_the_point()));
    }
    list
}

impl Judge<'_> {
    fn next_act(&self, act: ActKind, party: Option<PartyId>) -> NextAct {
        let permit = self.who(act);
        let refusal = self.gate(act, party).err().or(permit.clone().err());
        NextAct {
            act,
            party,
            power: act.power(),
            proposes: matches!(permit, Ok(Permit::Proposal { .. })),
            refusal: refusal.map(|code| Refusal::new(act, code)),
        }
    }
}

/// For whom the act can be thought of where they stand.
fn subjects(case: &Case, act: ActKind) -> Vec<Option<PartyId>> {
    let fits = |track: &&Track| {
        let here = act.from().contains(&track.progress.stage());
        // Only a penalty on the spot is reported, and once.
        here && (act != ActKind::ReportOnTheSpot || unreported(&track.progress))
    };
    match (&case.body, act.scope()) {
        (Body::Filed(filed), Scope::Case) if filed.tracks.iter().any(|track| fits(&track)) => vec![None],
        (Body::Filed(_), Scope::Case) => Vec::new(),
        (Body::Filed(filed), _) => {
            filed.tracks.iter().filter(fits).map(|track| Some(track.party.id)).collect()
        }
        // Without a filing there is no party whose step it could be; such a case closes as a whole.
        (_, Scope::Party) if act != ActKind::Close => Vec::new(),
        _ if act.from().contains(&case.course_stage()) => vec![None],
        _ => Vec::new(),
    }
}

/// What is to be done next for a party, and until when it waits for somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Todo {
    pub act: ActKind,
    pub party: Option<PartyId>,
    /// The act is the bureau's only after this wait.
    pub wait: Option<Wait>,
}

/// The one act that carries the case on: of all parties' the one that must be done first; what only waits comes last.
/// None when everything has ended.
#[must_use]
pub fn todo(case: &Case, context: &Context<'_>) -> Option<Todo> {
    todo_without(case, &[], context)
}

/// The same, as if some of the parties were not there.
pub(super) fn todo_without(case: &Case, left_out: &[PartyId], context: &Context<'_>) -> Option<Todo> {
    let own = own_todo(case, left_out, context);
    measure_todo(case, own, left_out, context).or_else(|| Terms::of(case, context).not_behind_a_wait(own?))
}

fn own_todo(case: &Case, left_out: &[PartyId], context: &Context<'_>) -> Option<Todo> {
    let of_case = |act| Some(Todo { act, party: None, wait: None });
    match &case.body {
        _ if case.unanswered_contest().is_some() => of_case(ActKind::AnswerContest),
        _ if case.in_transit(None).is_some() => case.in_transit(None).map(|open| open.todo(context)),
        _ if urgent(case).is_some() => urgent(case).and_then(of_case),
        _ if case.needs_other_officers() && case.course_stage() != Stage::Closed => {
            of_case(ActKind::ChangeOfficers)
        }
        Body::Clue => of_case(ActKind::File),
        Body::NotFiled(_) | Body::Transferred(_) => of_case(ActKind::Close),
        Body::Criminal { .. } => case.crime(None).and_then(|crime| crime.todo(context)),
        Body::TakenBack { .. } => None,
        Body::ClosedUnfiled { .. } | Body::ClosedTransferred { .. } | Body::ClosedCriminal { .. } => {
            case.to_archive()
        }
        Body::Filed(filed) => {
            let here = |track: &&Track| {
                !left_out.contains(&track.party.id) && case.in_transit(Some(track.party.id)).is_none()
            };
            // One that is closed may still have something open, a remedy or a publication.
            let todo = |track: &Track| match &track.progress {
                Progress::Criminal { .. } => case.crime(Some(track.party.id))?.todo(context),
                _ => todo_of(track, context),
            };
            let todos = filed.tracks.iter().filter(here);
            let todos = todos.filter_map(|track| Some((track.progress.stage(), todo(track)?)));
            let next = Terms::of(case, context).first_of(todos);
            // Decided and closed, and the police have not answered.
            let waiting = |crime: &&CrimeTransfer| crime.step() == CrimeStep::WithPolice;
            let waits = || case.crimes.iter().find(waiting)?.todo(context);
            next.or_else(waits).or_else(|| case.to_archive())
        }
    }
}

pub(super) fn todo_of(track: &Track, context: &Context<'_>) -> Option<Todo> {
    let party = track.party.id;
    let (act, wait) = match &track.progress {
        _ if track.owes_answer() => (ActKind::AnswerRemedy, None),
        Progress::Closed { .. } if track.awaits_new_ruling() && track.open_remedy().is_some() => {
            (ActKind::EndRemedy, None)
        }
        _ if track.awaits_new_ruling() => return None,
        _ if track.fell().is_some() => (track.follows(), None),
        _ if track.waiting_application().is_some() => (ActKind::ForwardApplication, None),
        // As of a clue, it is an act of the case that comes next.
        Progress::Suspected { .. } => return Some(Todo { act: ActKind::File, party: None, wait: None }),
        Progress::NotFiled(_) => (ActKind::Close, None),
        Progress::Filed { .. } => (ActKind::Record, None),
        Progress::Investigating { .. } => (ActKind::Conclude, None),
        Progress::Concluded(concluded) => (after_conclusion(track, concluded, context), None),
        Progress::Notified(notified) if notified.defence.is_unanswered() => (ActKind::AnswerDefence, None),
        Progress::Notified(notified) => after_notice(track, notified, context),
        Progress::Hearing(hearing) => before_hearing(party, hearing),
        Progress::Heard(heard) if heard.hearing.notified.defence.is_unanswered() => {
            (ActKind::AnswerDefence, None)
        }
        Progress::Heard(heard) => (after_telling(track, &Told::Heard(heard.clone()), context), None),
        Progress::Deliberated(deliberated) => after_discussion(party, deliberated, context),
        Progress::Decided(_) => (ActKind::Serve, None),
        progress if unreported(progress) => (ActKind::ReportOnTheSpot, None),
        progress if progress.cash_goes_to().is_some() && progress.stage() != Stage::Closed => {
            (ActKind::HandOnCash, None)
        }
        Progress::Served(served) => after_service(track, served, context),
        Progress::Executing(executing) => after_service(track, &executing.served, context),
        Progress::AtCourt(_) => (ActKind::RecordCourtAnswer, None),
        Progress::Transferred { .. } | Progress::Withdrawn { .. } | Progress::Criminal { .. } => {
            (ActKind::Close, None)
        }
        Progress::Closed { .. } if track.open_remedy().or(track.ruling_suit.as_ref()).is_some() => {
            (ActKind::EndRemedy, None)
        }
        Progress::Closed { .. } if track.is_still_published() => (ActKind::Unpublish, None),
        Progress::Closed { .. } if track.owes_publication() => (ActKind::Publish, None),
        Progress::Revoked { .. } | Progress::Closed { .. } => return None,
    };
    Some(Todo { act, party: Some(party), wait })
}

impl Track {
    /// What follows from a ruling by which the decision fell.
    fn follows(&self) -> ActKind {
        match self.fell() {
            Some((_, RemedyOutcome::Changed)) => ActKind::ChangeDecision,
            _ => ActKind::RevokeDecision,
        }
    }
}

fn unreported(progress: &Progress) -> bool {
    let open = matches!(progress, Progress::Served(_) | Progress::Executing(_));
    open && progress.decided().is_some_and(|decided| decided.procedure.is_unreported())
}

/// What was concluded is done; a waiver that was taken back opens the party's terms again.
fn after_discussion(
    party: PartyId,
    deliberated: &Deliberated,
    context: &Context<'_>,
) -> (ActKind, Option<Wait>) {
    match (deliberated.outcome.clone(), &deliberated.told) {
        (Outcome::Penalise(_), Told::Notified(notified)) => {
            (ActKind::Decide, hearing_or_defence(party, notified, context))
        }
        (Outcome::Penalise(_), Told::Heard(_)) => (ActKind::Decide, None),
        (Outcome::NoPenalty { .. }, _) => (ActKind::DecideNoPenalty, None),
        (Outcome::Withdraw { .. }, _) => (ActKind::Withdraw, None),
        (Outcome::Transfer { .. }, _) => (ActKind::ProposeTransfer, None),
    }
}

fn after_conclusion(track: &Track, concluded: &Concluded, context: &Context<'_>) -> ActKind {
    let judge = Judge { case: None, on: context.today, context: *context };
    match concluded.proposal.outcome {
        Outcome::NoPenalty { .. } => ActKind::DecideNoPenalty,
        Outcome::Withdraw { .. } => ActKind::Withdraw,
        Outcome::Transfer { .. } => ActKind::ProposeTransfer,
        Outcome::Penalise(_) if concluded.notice.is_some() => ActKind::ServeNotice,
        Outcome::Penalise(_) if judge.reviewed_before_notice(track, concluded).is_err() => ActKind::Review,
        Outcome::Penalise(_) => ActKind::ApproveNotice,
    }
}

fn after_notice(track: &Track, notified: &Notified, context: &Context<'_>) -> (ActKind, Option<Wait>) {
    let act = after_telling(track, &Told::Notified(notified.clone()), context);
    (act, hearing_or_defence(track.party.id, notified, context))
}

/// Review, discussion and decision, in this order, as far as the case needs them.
fn after_telling(track: &Track, told: &Told, context: &Context<'_>) -> ActKind {
    let judge = Judge { case: None, on: context.today, context: *context };
    let penalties = &told.notified().told;
    if judge.reviewed(track, told, &Outcome::Penalise(penalties.clone())).is_err() {
        ActKind::Review
    } else if judge.deliberation_needed(track, told, penalties).is_err() {
        ActKind::Deliberate
    } else {
        ActKind::Decide
    }
}

fn before_hearing(party: PartyId, hearing: &Hearing) -> (ActKind, Option<Wait>) {
    if hearing.notified.defence.is_unanswered() {
        return (ActKind::AnswerDefence, None);
    }
    match &hearing.appointment {
        None => (ActKind::AppointHearing, None),
        Some(appointment) if appointment.served.is_none() => (ActKind::ServeHearingNotice, None),
        Some(appointment) => {
            // On the day itself the bureau acts.
            let until = appointment.day.pred_opt().unwrap_or(appointment.day);
            (ActKind::HoldHearing, Some(Wait::Hearing { party, until, day: appointment.day }))
        }
    }
}

/// Until when the party may be heard, or ask for a hearing where it was told of one.
fn hearing_or_defence(party: PartyId, notified: &Notified, context: &Context<'_>) -> Option<Wait> {
    let waived = |waiver| matches!(waiver, Waiver::Given { .. });
    let defence = (!waived(notified.defence.waiver)).then(|| defence_term(notified, context)).flatten();
    let asks = notified.notice.hearing.is_told() && !waived(notified.hearing_waiver);
    let hearing = asks.then(|| hearing_request_term(notified, context)).flatten();
    let until = defence.iter().chain(&hearing).map(|term| term.last_day).max()?;
    let opens_on = opens_on(until, context);
    Some(match hearing {
        Some(_) => Wait::HearingRequest { party, until, opens_on },
        None => Wait::Defence { party, until, opens_on },
    })
}

/// Payment, demand and court, in this order; then the close.
fn after_service(track: &Track, served: &Served, context: &Context<'_>) -> (ActKind, Option<Wait>) {
    let (party, enforcement) = (track.party.id, &track.enforcement);
    let owed = track.progress.rest() > Money::ZERO;
    let undone = !track.progress.unperformed().is_empty();
    if track.is_with_the_government() {
        return (ActKind::Close, None);
    }
    if enforcement.suspended.is_some() {
        return (ActKind::ResumeEnforcement, None);
    }
    if (owed || undone) && enforcement.ended.is_none() {
        if let Some(Ok(CourtWay::Judgment { from })) = track.court_way(context) {
            // A judgment is enforced without a demand; what it let stand again is to be paid first.
            let anew = served.decided.revived_on.and_then(|_| pay_term(served, context));
            let until = anew.map_or(from, |term| from.max(term.last_day));
            return (ActKind::ApplyToCourt, Some(Wait::Payment { party, until }));
        }
        if !owed {
            return (ActKind::Perform, noticed(party, served, context));
        }
        if enforcement.applications.last().is_some_and(CourtApplication::is_granted) {
            return (ActKind::Pay, None);
        }
        if let Some(act) = track.after_refusal(context) {
            return (act, None);
        }
        return after_payment_term(track, served, context);
    }
    (ActKind::Close, noticed(party, served, context))
}

/// A public notice runs, until whose end the decision does not count as served.
fn noticed(party: PartyId, served: &Served, context: &Context<'_>) -> Option<Wait> {
    let until = counts_on(&served.served, context);
    (until > served.served.on).then_some(Wait::PublicNotice { party, until })
}

/// What the bureau does when the party has not paid in its time, and until when it waits.
fn after_payment_term(track: &Track, served: &Served, context: &Context<'_>) -> (ActKind, Option<Wait>) {
    let party = track.party.id;
    if let Some(demand) = &track.enforcement.demand {
        let demanded = demand_term(demand, context).map(|term| term.last_day);
        let earliest = match track.court_way(context) {
            Some(Ok(CourtWay::Window(window))) => window.earliest.pred_opt(),
            _ => None,
        };
        let until = demanded.into_iter().chain(earliest).max();
        return (ActKind::ApplyToCourt, until.map(|until| Wait::Demand { party, until }));
    }
    let planned = track.enforcement.plan.as_ref().and_then(|plan| plan.open(track.progress.payments()));
    let until = match planned {
        Some(instalment) => Some(context.calendar.next_working_day(instalment.by)),
        None => pay_term(served, context).map(|term| term.last_day),
    };
    (ActKind::Demand, until.map(|until| Wait::Payment { party, until }))
}

/// For whom the case waits today; empty: the next act is the bureau's own.
#[must_use]
pub fn waits(case: &Case, context: &Context<'_>) -> Vec<Wait> {
    let answers = case.transfers.iter().filter_map(|open| open.todo(context).wait);
    let tracks = case.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
    let parties = tracks
        .iter()
        .filter_map(|track| todo_of(track, context)?.wait)
        .filter(|wait| context.today <= wait.until());
    let police = case.crimes.iter().filter_map(|crime| crime.todo(context)?.wait);
    answers.chain(police).chain(parties).collect()
}
