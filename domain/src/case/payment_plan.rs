//! Deferral and instalments (延期、分期缴纳罚款): row 21; 行政处罚法 art. 66.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Event, Note, Payment, Track};
use crate::Day;
use crate::calendar::Calendar;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::value::Money;

/// More instalments than two years of months are no plan.
const INSTALMENTS_MAX: usize = 24;

/// What is to be paid by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// The last day, as the paper names it; a rest day rolls.
    pub by: Day,
    pub amount: Money,
}

/// 延期（分期）缴纳罚款批准书: one instalment is a deferral. A missed one ends the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovePlan {
    pub party: PartyId,
    /// Why it is hard to pay at once, as the party says and proves.
    pub hardship: Note,
    /// In the order of days; together what is still owed.
    pub instalments: Vec<Instalment>,
    /// What is remitted of the surcharge while the plan is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remission: Option<Remission>,
    /// 道商延分〔2026〕2号; given when the event is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// Surcharge (加处罚款) remitted in an agreement by stages, for remedial steps of the party; never the fine
/// (行政强制法 art. 42).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remission {
    /// At most what has accrued and is unpaid.
    pub amount: Money,
    /// The remedial steps, and what shows them.
    pub steps: Note,
}

/// A plan in force, or broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentPlan {
    pub on: Day,
    pub seq: u32,
    pub instalments: Vec<Instalment>,
    /// Remitted of the surcharge, until the plan is broken.
    pub remitted: Money,
}

impl PaymentPlan {
    /// The first instalment that what was paid since the approval does not cover; none: all are paid.
    #[must_use]
    pub fn open(&self, payments: &[Payment]) -> Option<Instalment> {
        let paid: i64 =
            payments.iter().filter(|payment| payment.seq > self.seq).map(|payment| payment.amount.0).sum();
        let mut due = 0;
        self.instalments.iter().copied().find(|instalment| {
            due += instalment.amount.0;
            due > paid
        })
    }

    /// The instalment that was missed on a day, if one was: its last day, as the plan names it. A payment counts for
    /// the day on which it came.
    #[must_use]
    pub fn broken(&self, payments: &[Payment], on: Day, calendar: &Calendar) -> Option<Day> {
        self.not_in_time(payments, calendar).filter(|by| calendar.next_working_day(*by) < on)
    }

    /// The first instalment that was not paid in time, or is not paid yet: its last day, as the plan names it.
    fn not_in_time(&self, payments: &[Payment], calendar: &Calendar) -> Option<Day> {
        let mut due = 0;
        let missed = self.instalments.iter().find(|instalment| {
            due += instalment.amount.0;
            let last_day = calendar.next_working_day(instalment.by);
            let in_time = |payment: &&Payment| payment.seq > self.seq && payment.on <= last_day;
            payments.iter().filter(in_time).map(|payment| payment.amount.0).sum::<i64>() < due
        });
        missed.map(|instalment| instalment.by)
    }

    /// The day on which the plan ends: that of the instalment whose breach ends it, else its last one.
    #[must_use]
    pub fn ends(&self, payments: &[Payment], calendar: &Calendar) -> Option<Day> {
        self.not_in_time(payments, calendar).or(self.last_day())
    }

    /// The last day of the plan, as it names it.
    fn last_day(&self) -> Option<Day> {
        self.instalments.last().map(|instalment| instalment.by)
    }
}

impl Judge<'_> {
    /// The gates that need no facts: something is owed, the decision binds, and no plan is kept.
    pub(super) fn plannable(&self, track: &Track) -> Result<(), RefusalCode> {
        if track.progress.rest() == Money::ZERO || track.enforcement.ended.is_some() {
            return Err(RefusalCode::NothingOwed);
        }
        if track.fell().is_some() {
            return Err(RefusalCode::DecisionFell);
        }
        self.in_effect(track)?;
        let payments = track.progress.payments();
        let kept = |plan: &PaymentPlan| plan.broken(payments, self.on, self.context.calendar).is_none();
        match &track.enforcement.plan {
            Some(plan) if kept(plan) => Err(RefusalCode::DoneAlready { act: ActKind::ApprovePlan }),
            _ => Ok(()),
        }
    }

    /// Only surcharge that has accrued is remitted (行政强制法 art. 42).
    fn remittable(&self, track: &Track, remission: &Remission) -> Result<(), RefusalCode> {
        let accrued = track.surcharge(self.on, &self.context).map_or(Money::ZERO, |one| one.surcharge_left);
        if remission.amount <= Money::ZERO || remission.amount > accrued {
            return Err(RefusalCode::MissingFact { fact: Fact::SurchargeToRemit });
        }
        Ok(())
    }

    pub(super) fn approve_plan(&self, facts: &ApprovePlan) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        facts.remission.iter().try_for_each(|remission| self.remittable(track, remission))?;
        let rest = track.progress.rest();
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        if facts.instalments.is_empty() || facts.instalments.len() > INSTALMENTS_MAX {
            return missing(Fact::Instalments);
        }
        let days = facts.instalments.iter().map(|instalment| instalment.by);
        let in_order = days.clone().zip(days.clone().skip(1)).all(|(one, next)| one < next);
        if !in_order || days.clone().next().is_some_and(|first| first <= self.on) {
            return missing(Fact::InstalmentDays);
        }
        let sum = Money(facts.instalments.iter().map(|instalment| instalment.amount.0).sum());
        let all_positive = facts.instalments.iter().all(|instalment| instalment.amount > Money::ZERO);
        if sum != rest || !all_positive {
            return Err(RefusalCode::InstalmentSum { sum, rest });
        }
        Ok(())
    }
}

impl Track {
    pub(super) fn plan_approved(mut self, facts: &ApprovePlan, event: &Event) -> Self {
        self.enforcement.plan = Some(PaymentPlan {
            on: event.on,
            seq: event.seq,
            instalments: facts.instalments.clone(),
            remitted: facts.remission.as_ref().map_or(Money::ZERO, |remission| remission.amount),
        });
        self
    }
}
