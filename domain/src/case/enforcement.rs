//! What the bureau does when a decision is not performed: plan, demand, suspension, court, and the surcharge.

use serde::{Deserialize, Serialize};

use super::{Context, judge::Judge};
use super::{
    CourtApplication, Decision, Demanded, Payment, PaymentPlan, Progress, Remedy, RemedyKind, RemedyOutcome,
    SuspensionGround, Track, clocks,
};
use crate::Day;
use crate::refusal::RefusalCode;
use crate::surcharge::{Fine, Receipt, Still, StillCause, Surcharge};
use crate::value::Money;

/// Kept through every later state of a party.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enforcement {
    /// The plan that was approved last.
    pub plan: Option<PaymentPlan>,
    /// Plans that were broken before it.
    pub earlier_plans: Vec<PaymentPlan>,
    /// The demand that was served last.
    pub demand: Option<Demanded>,
    /// Enforcement stands still (中止执行).
    pub suspended: Option<Suspended>,
    /// Enforcement has ended although something is owed (终结执行).
    pub ended: Option<Suspended>,
    pub applications: Vec<CourtApplication>,
}

/// Since when and why enforcement stands still or has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspended {
    pub on: Day,
    pub seq: u32,
    pub ground: SuspensionGround,
}

impl Progress {
    /// The payments recorded so far.
    #[must_use]
    pub fn payments(&self) -> &[Payment] {
        match self {
            Progress::Executing(executing) => &executing.payments,
            Progress::AtCourt(at_court) => &at_court.executing.payments,
            Progress::Closed { was, .. } => was.payments(),
            _ => &[],
        }
    }
}

impl Track {
    /// The surcharge (加处罚款) up to and including a day; none before a fine was served. Nothing accrues after the end of
    /// the enforcement or the case; what comes later still pays.
    #[must_use]
    pub fn surcharge(&self, on: Day, context: &Context<'_>) -> Option<Surcharge> {
        if self.fell().is_some() {
            return None;
        }
        let served = self.progress.served()?;
        let Decision::Penalty(penalties) = &served.decided.decision else { return None };
        let due = clocks::pay_term(served, context)?.last_day;
        let payments = self.progress.payments();
        let receipts = payments.iter().map(|payment| Receipt { on: payment.on, amount: payment.amount });
        let fine = Fine {
            amount: penalties.fines(),
            confiscated: penalties.confiscated(),
            due,
            // Every decision's paper states the standard.
            standard_told: true,
            receipts: receipts.collect(),
            stills: self.stills(context),
        };
        let until = self.asked_until(on);
        let mut surcharge = fine.surcharge_until(until, on);
        let remitted = self.remitted(until, context);
        surcharge.surcharge_left = Money(surcharge.surcharge_left.0.saturating_sub(remitted.0).max(0));
        Some(surcharge)
    }

    /// What is remitted of the surcharge: by a plan that is kept.
    pub(super) fn remitted(&self, on: Day, context: &Context<'_>) -> Money {
        let kept = |plan: &&PaymentPlan| {
            plan.on <= on && plan.broken(self.progress.payments(), on, context.calendar).is_none()
        };
        self.enforcement.plan.as_ref().filter(kept).map_or(Money::ZERO, |plan| plan.remitted)
    }

    /// The surcharge stands still while an accepted remedy is under way and while a plan is kept (art. 73).
    fn stills(&self, context: &Context<'_>) -> Vec<Still> {
        let of_remedy = |remedy: &Remedy| Still {
            from: remedy.applied_on,
            to: remedy.result.as_ref().map(|result| result.served_on),
            cause: StillCause::Remedy,
        };
        let mut stills: Vec<Still> =
            self.remedies.iter().filter(|remedy| remedy.was_accepted()).map(of_remedy).collect();
        for plan in self.enforcement.earlier_plans.iter().chain(&self.enforcement.plan) {
            let to = plan.ends(self.progress.payments(), context.calendar);
            let to = to.map(|day| context.calendar.next_working_day(day));
            stills.push(Still { from: plan.on, to, cause: StillCause::Plan });
        }
        stills
    }

    /// What a demand asks for and the court enforces: principal and surcharge.
    #[must_use]
    pub fn owed(&self, on: Day, context: &Context<'_>) -> Money {
        let surcharge = self.surcharge(on, context).map_or(Money::ZERO, |surcharge| surcharge.surcharge_left);
        Money(self.progress.rest().0 + surcharge.0)
    }
}

impl Judge<'_> {
    /// A decision binds the party only from the day on which its service counts (行政处罚法 art. 61, 民事诉讼法 art. 95):
    /// while a public notice runs nothing is put off, demanded, enforced or noted as performed.
    pub(super) fn in_effect(&self, track: &Track) -> Result<(), RefusalCode> {
        let counts_on = track.progress.served().map(|served| self.counts_on(&served.served));
        match counts_on.filter(|counts_on| *counts_on > self.on) {
            Some(counts_on) => Err(RefusalCode::Unserved { counts_on }),
            None => Ok(()),
        }
    }

    /// Something is owed or undone, the decision binds, and nobody has stopped the enforcement.
    pub(super) fn enforceable(&self, track: &Track) -> Result<(), RefusalCode> {
        match track.fell() {
            Some((RemedyKind::Reconsideration, RemedyOutcome::Changed)) => {
                return Err(RefusalCode::NotOursToEnforce);
            }
            Some(_) => return Err(RefusalCode::DecisionFell),
            None if track.is_with_the_government() => return Err(RefusalCode::NotOursToEnforce),
            None if track.enforcement.ended.is_some() => return Err(RefusalCode::NothingOwed),
            None => {}
        }
        let undone = !track.progress.unperformed().is_empty();
        if track.progress.rest() == Money::ZERO && !undone {
            return Err(RefusalCode::NothingOwed);
        }
        self.in_effect(track)?;
        let stopped = track.remedies.iter().any(|remedy| remedy.stops_enforcement && remedy.result.is_none());
        if stopped || track.enforcement.suspended.is_some() {
            return Err(RefusalCode::EnforcementStopped);
        }
        Ok(())
    }

    /// The party's time to pay, by the law or by its plan, is over.
    pub(super) fn pay_over(&self, track: &Track) -> Result<(), RefusalCode> {
        let Some(served) = track.progress.served() else { return Ok(()) };
        if served.decided.money() == Money::ZERO {
            return Ok(());
        }
        if let Some(plan) = &track.enforcement.plan
            && plan.broken(track.progress.payments(), self.on, self.context.calendar).is_none()
        {
            // A plan that is fully paid keeps nothing open.
            let Some(open) = plan.open(track.progress.payments()) else { return Ok(()) };
            return Err(RefusalCode::PayRunning { until: self.context.calendar.next_working_day(open.by) });
        }
        let until = clocks::pay_term(served, &self.context)
            .ok_or(RefusalCode::NoTermInForce { on: served.served.on })?
            .last_day;
        if self.on <= until { Err(RefusalCode::PayRunning { until }) } else { Ok(()) }
    }
}
