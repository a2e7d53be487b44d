//! Clocks after the service: payment, demand, court, and the bureau's answers to remedies.

use super::clocks::{clock, counts_on, known_on};
use super::{
    CaseClock, ClockState, Context, CourtApplication, CourtWay, RemedyKind, RemedyOutcome, Revival, Served,
    Track,
};
use crate::Day;
use crate::calendar::{Clock, StartEvent, Term, Unit};
use crate::value::Money;

/// Every clock of a party whose decision was served.
pub(super) fn after_service(track: &Track, context: &Context<'_>, list: &mut Vec<CaseClock>) {
    if let Some(served) = track.progress.served() {
        if served.decided.money() > Money::ZERO {
            list.extend(pay(track, served, context));
        }
        if served.decided.asks_for_something() {
            list.extend(demand(track, context));
            list.extend(court(track, context));
            list.extend(track.objection_clocks(done(track), context));
        }
    }
    list.extend(track.publish_clock(context));
    list.extend(track.remedy_clocks(context));
    list.extend(track.cash_clocks(context));
    list.extend(track.forward_clock(context));
    for fell_on in track.public_falls() {
        let state = track.unpublished_since(fell_on).map_or(ClockState::Running, |on| ClockState::Met { on });
        list.extend(clock(Clock::Unpublish, Some(track.party.id), fell_on, state, context));
    }
    // What stands again is published again: the term to withdraw it ended with the judgment.
    let over = |one: &&Revival| one.was_public && !track.falls().contains(&one.fell_on);
    for revival in track.revivals.iter().filter(over) {
        let withdrawn = track.unpublished_since(revival.fell_on).filter(|on| *on <= revival.on);
        let state = withdrawn.map_or(ClockState::Ended { on: revival.on }, |on| ClockState::Met { on });
        list.extend(clock(Clock::Unpublish, Some(track.party.id), revival.fell_on, state, context));
    }
    for remedy in track.remedies.iter().filter(|remedy| !remedy.against_ruling) {
        let state = match (remedy.answered_on, remedy.result) {
            (Some(on), _) => ClockState::Met { on },
            (None, Some(result)) => ClockState::Ended { on: result.served_on },
            (None, None) => ClockState::Running,
        };
        list.extend(clock(remedy.clock(), Some(track.party.id), remedy.copy_on, state, context));
    }
}

impl Track {
    /// The term in which the party may use a remedy against its served decision; of a suit after a reconsideration,
    /// the shorter one that follows it (行政复议法 art. 20, 行政诉讼法 art. 45, 46).
    #[must_use]
    pub fn remedy_term(&self, remedy: RemedyKind, context: &Context<'_>) -> Option<CaseClock> {
        let known = counts_on(&self.progress.before_closure().served()?.served, context);
        let reconsidered = self.remedies.iter().rev().find_map(|earlier| match earlier.kind {
            RemedyKind::Reconsideration => {
                earlier.result.filter(|one| one.outcome != RemedyOutcome::WithoutMerits)
            }
            RemedyKind::Lawsuit => None,
        });
        let (which, start) = match (remedy, reconsidered) {
            (RemedyKind::Reconsideration, _) => (Clock::Reconsider, known),
            (RemedyKind::Lawsuit, None) => (Clock::Sue, known),
            (RemedyKind::Lawsuit, Some(result)) => (Clock::SueAfterReconsideration, result.served_on),
        };
        clock(which, Some(self.party.id), start, ClockState::Running, context)
    }
}

/// What became of a term that payment meets.
fn paid(track: &Track) -> ClockState {
    let last = track.progress.payments().iter().map(|payment| payment.on).max();
    performed(track, track.progress.before_closure().rest() == Money::ZERO, last)
}

/// What became of a term that ends when everything is paid and done.
fn done(track: &Track) -> ClockState {
    let progress = track.progress.before_closure();
    let payments = progress.payments().iter().map(|payment| payment.on);
    let performances = progress.performances().iter().map(|performance| performance.on);
    let nothing_left = progress.rest() == Money::ZERO && progress.unperformed().is_empty();
    performed(track, nothing_left, payments.chain(performances).max())
}

fn performed(track: &Track, nothing_left: bool, last: Option<Day>) -> ClockState {
    match (nothing_left, last, track.enforcement.ended) {
        (true, Some(on), _) => ClockState::Met { on },
        _ if track.fell_on().is_some() => {
            track.fell_on().map_or(ClockState::Running, |on| ClockState::Ended { on })
        }
        (_, _, Some(ended)) => ClockState::Ended { on: ended.on },
        _ => ClockState::Running,
    }
}

/// By the law, or by the first instalment of a plan that is not paid yet.
fn pay(track: &Track, served: &Served, context: &Context<'_>) -> Option<CaseClock> {
    let party = Some(track.party.id);
    let lawful = clock(Clock::Pay, party, known_on(served, context), paid(track), context)?;
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
    clock(Clock::Demand, Some(track.party.id), start, done(track), context)
}

/// The bureau's own time to apply to court, from the service or from the judgment on: who forgets it enforces nothing.
fn court(track: &Track, context: &Context<'_>) -> Option<CaseClock> {
    let way = track.court_way(context)?.ok()?;
    // An application that failed leaves the time running for another one.
    let stands =
        |one: &&CourtApplication| one.answer.is_none() || one.is_granted() || one.open_objection().is_some();
    let applied = track.enforcement.applications.last().filter(stands).map(|application| application.on);
    let state = match (applied, done(track)) {
        (Some(on), _) => ClockState::Met { on },
        (None, ClockState::Met { on } | ClockState::Ended { on }) => ClockState::Ended { on },
        (None, ClockState::Running) => ClockState::Running,
    };
    let party = Some(track.party.id);
    match way {
        CourtWay::Window(window) => {
            let start = window.closes.trace.start().unwrap_or(window.earliest);
            let (rule, deadline) = (window.rule, window.closes);
            Some(CaseClock { clock: rule.clock, party, start, state, rule, deadline, hours: None })
        }
        CourtWay::Judgment { from } => clock(Clock::CourtJudgment, party, from, state, context),
        CourtWay::Open | CourtWay::NotOurs => None,
    }
}
