//! Clocks after the service: payment, demand, court, and the bureau's answers to remedies.

use super::clocks::{clock, counts_on};
use super::{CaseClock, ClockState, Context, CourtApplication, CourtWay, Progress, Served, Track};
use crate::calendar::{Clock, StartEvent, Term, Unit};
use crate::value::Money;

/// Every clock of a party whose decision was served.
pub(super) fn after_service(track: &Track, context: &Context<'_>, list: &mut Vec<CaseClock>) {
    if let Some(served) = track.progress.served()
        && served.decided.money() > Money::ZERO
    {
        list.extend(pay(track, served, context));
        list.extend(demand(track, context));
        list.extend(court(track, context));
    }
    for remedy in &track.remedies {
        let state = match (remedy.answered_on, remedy.result) {
            (Some(on), _) => ClockState::Met { on },
            (None, Some(result)) => ClockState::Ended { on: result.served_on },
            (None, None) => ClockState::Running,
        };
        list.extend(clock(remedy.clock(), Some(track.party.id), remedy.copy_on, state, context));
    }
}

/// What became of a term that payment meets.
fn paid(track: &Track) -> ClockState {
    let rest = match &track.progress {
        Progress::Closed { was, .. } => was.rest(),
        other => other.rest(),
    };
    let last = track.progress.payments().iter().map(|payment| payment.on).max();
    match (rest, last, track.enforcement.ended) {
        (Money::ZERO, Some(on), _) => ClockState::Met { on },
        (_, _, Some(ended)) => ClockState::Ended { on: ended.on },
        _ => ClockState::Running,
    }
}

/// By the law, or by the first instalment of a plan that is not paid yet.
fn pay(track: &Track, served: &Served, context: &Context<'_>) -> Option<CaseClock> {
    let party = Some(track.party.id);
    let lawful = clock(Clock::Pay, party, counts_on(&served.served, context), paid(track), context)?;
    let Some(plan) = &track.enforcement.plan else { return Some(lawful) };
    let Some(open) = plan.open(track.progress.payments()) else { return Some(lawful) };
    let days = open.by.signed_duration_since(plan.on).num_days();
    let term = Term::rolling(u16::try_from(days).ok()?, Unit::Calendar);
    let deadline = context.calendar.deadline(plan.on, Some(StartEvent::PlanApproved), term).ok()?;
    Some(CaseClock { start: plan.on, deadline, ..lawful })
}

fn demand(track: &Track, context: &Context<'_>) -> Option<CaseClock> {
    let demand = track.enforcement.demand.as_ref()?;
    let start = counts_on(&demand.served, context);
    clock(Clock::Demand, Some(track.party.id), start, paid(track), context)
}

/// The bureau's own time to apply to court, from the service on: who forgets it enforces nothing.
fn court(track: &Track, context: &Context<'_>) -> Option<CaseClock> {
    let Ok(CourtWay::Window(window)) = track.court_way(context)? else { return None };
    // An application that failed leaves the time running for another one.
    let stands = |one: &&CourtApplication| one.answer.is_none() || one.is_granted();
    let applied = track.enforcement.applications.last().filter(stands).map(|application| application.on);
    let state = match (applied, paid(track)) {
        (Some(on), _) => ClockState::Met { on },
        (None, ClockState::Met { on } | ClockState::Ended { on }) => ClockState::Ended { on },
        (None, ClockState::Running) => ClockState::Running,
    };
    let start = window.closes.trace.start().unwrap_or(window.earliest);
    let (rule, deadline) = (window.rule, window.closes);
    Some(CaseClock { clock: rule.clock, party: Some(track.party.id), start, state, rule, deadline })
}
