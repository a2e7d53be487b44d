//! Execution (执行): row 20; 行政处罚法 art. 66–72. Money goes to the bank, not to officers.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Event, Name, Performance, Progress, Served};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, Refusal, RefusalCode};
use crate::value::Money;

/// A payment at the bank, whole or in part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    pub party: PartyId,
    pub amount: Money,
    /// The bank's voucher number.
    pub voucher: Name,
}

/// Money received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    pub on: Day,
    pub seq: u32,
    pub amount: Money,
}

/// A party that has begun to perform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Executing {
    pub served: Served,
    pub payments: Vec<Payment>,
    pub performances: Vec<Performance>,
}

impl Executing {
    /// The first step of execution, before anything is paid or done.
    pub(super) fn begin(served: Served) -> Self {
        Executing { served, payments: Vec::new(), performances: Vec::new() }
    }

    /// What has been paid so far.
    #[must_use]
    pub fn paid(&self) -> Money {
        Money(self.payments.iter().map(|payment| payment.amount.0).sum())
    }

    /// What is still owed, never below zero.
    #[must_use]
    pub fn rest(&self) -> Money {
        Money((self.served.decided.money().0 - self.paid().0).max(0))
    }
}

impl Progress {
    /// What the party still owes, once a decision was served.
    #[must_use]
    pub fn rest(&self) -> Money {
        match self {
            Progress::Served(served) => served.decided.money(),
            Progress::Executing(executing) => executing.rest(),
            _ => Money::ZERO,
        }
    }

    pub(super) fn pay(self, facts: &Pay, event: &Event) -> Result<Self, Refusal> {
        let payment = Payment { on: event.on, seq: event.seq, amount: facts.amount };
        let mut executing = match self {
            Progress::Served(served) => Executing::begin(served),
            Progress::Executing(executing) => executing,
            other => return Err(other.refuses(ActKind::Pay)),
        };
        executing.payments.push(payment);
        Ok(Progress::Executing(executing))
    }
}

impl Judge<'_> {
    pub(super) fn payable(&self, progress: &Progress) -> Result<(), RefusalCode> {
        if progress.rest() > Money::ZERO { Ok(()) } else { Err(RefusalCode::NothingOwed) }
    }

    pub(super) fn pay(&self, facts: &Pay) -> Result<(), RefusalCode> {
        let rest = self.track(facts.party)?.progress.rest();
        if facts.amount <= Money::ZERO {
            return Err(RefusalCode::MissingFact { fact: Fact::Amount });
        }
        if facts.amount > rest {
            return Err(RefusalCode::OutsideRange { min: Money(1), max: rest });
        }
        Ok(())
    }
}
