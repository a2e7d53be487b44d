//! What a party owes and has paid (缴款台账): fine, gains, surcharge, plan, receipts and what is left, counted on a day.

use super::{
    AccountState, Act, Case, Cash, Context, Event, Fallen, Paid, Payment, PaymentPlan, Progress,
    RemedyOutcome, Track, clocks,
};
use crate::Day;
use crate::id::PartyId;
use crate::surcharge::SurchargeLine;
use crate::value::Money;

/// Money received, with its receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedMoney {
    /// The event that recorded it.
    pub seq: u32,
    pub on: Day,
    pub amount: Money,
    pub paid: Paid,
    /// Where it is, if officers collected it.
    pub cash: Option<Cash>,
}

impl ReceivedMoney {
    /// The number of the bank's voucher or of the official receipt.
    #[must_use]
    pub fn receipt(&self) -> &str {
        match &self.paid {
            Paid::AtBank { voucher } => voucher.as_str(),
            Paid::OnTheSpot { receipt, .. } => receipt.as_ref().map_or("", |receipt| receipt.as_str()),
        }
    }
}

/// One instalment of the plan, and how much of it what came since the approval covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// The last day, rolled.
    pub by: Day,
    pub amount: Money,
    pub covered: Money,
}

impl PlanLine {
    /// What is open of it.
    #[must_use]
    pub fn open(&self) -> Money {
        Money(self.amount.0 - self.covered.0)
    }
}

/// One party's account of one decision on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub party: PartyId,
    pub number: Option<String>,
    pub decided_on: Day,
    pub fine: Money,
    /// Illegal gains that are confiscated.
    pub gains: Money,
    /// The last day to pay by the law, rolled; none before the decision counts as served.
    pub due: Option<Day>,
    /// The day by which the next money is to come: of the law, or of the open instalment of a plan that is kept.
    pub pay_by: Option<Day>,
    /// Each run of days on which the same sum was unpaid.
    pub surcharge: Vec<SurchargeLine>,
    /// The sum of the lines.
    pub accrued: Money,
    pub remitted: Money,
    /// The plan that was approved last.
    pub plan: Vec<PlanLine>,
    /// The missed instalment that ended the plan: its last day, as the plan names it.
    pub broken: Option<Day>,
    pub received: Vec<ReceivedMoney>,
    pub paid: Money,
    /// What is unpaid of fine and gains.
    pub rest: Money,
    /// What is unpaid, surcharge included: of an account that is ended what nobody asks for any more, of one whose
    /// decision fell nothing.
    pub balance: Money,
    /// What was paid on a decision that fell and is to go back; of one that was changed, what it asks for no more.
    pub refund: Money,
    pub state: AccountState,
}

impl Account {
    /// Fine and gains.
    #[must_use]
    pub fn principal(&self) -> Money {
        Money(self.fine.0 + self.gains.0)
    }

    /// All that was to be paid: fine, gains and surcharge, less what was remitted; nothing of a decision that fell.
    #[must_use]
    pub fn total(&self) -> Money {
        if self.state == AccountState::Fell {
            return Money::ZERO;
        }
        Money(self.principal().0 + self.accrued.0 - self.remitted.0)
    }

    /// What somebody still asks for.
    #[must_use]
    pub fn asked(&self) -> Money {
        if self.state == AccountState::Open { self.balance } else { Money::ZERO }
    }

    /// Whether money is owed and its day is over.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.state == AccountState::Open && self.pay_by.is_some_and(|by| by < today)
    }
}

/// 3 % of a day on what is unpaid: what one day of a line adds, parts of a 分 dropped.
#[must_use]
pub fn surcharge_a_day(line: &SurchargeLine) -> Money {
    Money(line.unpaid.0 * 3 / 100)
}

impl Case {
    /// The accounts of its parties on the day of the context, in the order of the parties.
    #[must_use]
    pub fn accounts(&self, context: &Context<'_>) -> Vec<Account> {
        self.tracks().iter().filter_map(|track| track.account(&self.log, context)).collect()
    }
}

impl Track {
    /// The account of the decision that stands, else of the one that fell last; none without money.
    fn account(&self, log: &[Event], context: &Context<'_>) -> Option<Account> {
        self.current_account(log, context).or_else(|| self.fallen_account(log))
    }

    /// The account of the decision that stands, or that a ruling brought down and nothing has followed.
    fn current_account(&self, log: &[Event], context: &Context<'_>) -> Option<Account> {
        let decided = self.progress.decided()?;
        let penalties = decided.penalties().filter(|penalties| penalties.money() > Money::ZERO)?;
        let on = self.asked_until(context.today);
        let surcharge = self.surcharge(context.today, context).unwrap_or_default();
        let payments = self.progress.payments();
        let plan = self.enforcement.plan.as_ref();
        let broken = plan.and_then(|plan| plan.broken(payments, on, context.calendar));
        let due = self.progress.served().and_then(|served| clocks::pay_term(served, context));
        let due = due.map(|term| term.last_day);
        let open = plan.filter(|_| broken.is_none()).and_then(|plan| plan.open(payments));
        let paid = self.progress.paid();
        let fell = self.fell();
        let rest = if fell.is_some() { 0 } else { (penalties.money().0 - paid.0).max(0) };
        let balance = Money(rest + surcharge.surcharge_left.0);
        // What a changed decision still asks for is known once that decision is recorded.
        let refund = match fell {
            Some((_, RemedyOutcome::Changed)) => Money::ZERO,
            Some(_) => paid,
            None => self.refund(),
        };
        Some(Account {
            party: self.party.id,
            number: decided.number.clone(),
            decided_on: decided.on,
            fine: penalties.fines(),
            gains: penalties.confiscated(),
            due,
            pay_by: open.map(|one| context.calendar.next_working_day(one.by)).or(due),
            remitted: self.remitted(on, context),
            plan: plan.map(|plan| plan.lines(self, context)).unwrap_or_default(),
            broken,
            received: received(self.progress.payments(), log),
            paid,
            rest: Money(rest),
            balance,
            refund,
            state: self.account_state(balance),
            accrued: surcharge.accrued,
            surcharge: surcharge.lines,
        })
    }

    /// The account of the decision that fell last: what was paid on it goes back (国家赔偿法 art. 36).
    fn fallen_account(&self, log: &[Event]) -> Option<Account> {
        let Fallen { decided, was, paid, .. } = self.fallen.last()?;
        let penalties = decided.penalties().filter(|penalties| penalties.money() > Money::ZERO)?;
        Some(Account {
            party: self.party.id,
            number: decided.number.clone(),
            decided_on: decided.on,
            fine: penalties.fines(),
            gains: penalties.confiscated(),
            due: None,
            pay_by: None,
            surcharge: Vec::new(),
            accrued: Money::ZERO,
            remitted: Money::ZERO,
            plan: Vec::new(),
            broken: None,
            received: received(was.payments(), log),
            paid: *paid,
            rest: Money::ZERO,
            balance: Money::ZERO,
            refund: *paid,
            state: AccountState::Fell,
        })
    }

    /// What was paid on the decision that fell last and does not pay the one that stands.
    fn refund(&self) -> Money {
        let Some(fallen) = self.fallen.last() else { return Money::ZERO };
        let kept = self.progress.payments().iter().filter(|payment| payment.seq < fallen.seq);
        let kept: i64 = kept.map(|payment| payment.amount.0).sum();
        Money((fallen.paid.0 - kept).max(0))
    }

    /// The last day on which anybody asks for money: nothing accrues after the end of the enforcement or the case.
    pub(super) fn asked_until(&self, today: Day) -> Day {
        let closed = match &self.progress {
            Progress::Closed { on, .. } => Some(*on),
            _ => None,
        };
        let ended = self.enforcement.ended.map(|ended| ended.on);
        [closed, ended].into_iter().flatten().fold(today, Day::min)
    }

    fn account_state(&self, balance: Money) -> AccountState {
        let is_closed = matches!(self.progress, Progress::Closed { .. });
        if self.fell().is_some() {
            AccountState::Fell
        } else if balance == Money::ZERO {
            AccountState::Settled
        } else if is_closed || self.enforcement.ended.is_some() {
            AccountState::Ended
        } else {
            AccountState::Open
        }
    }
}

/// Payments with what the events say of their receipts.
fn received(payments: &[Payment], log: &[Event]) -> Vec<ReceivedMoney> {
    let of = |seq: u32| {
        log.iter().find(|event| event.seq == seq).and_then(|event| match &event.act {
            Act::Pay(facts) => Some(facts.paid.clone()),
            _ => None,
        })
    };
    let received = |one: &Payment| {
        let (on, amount, cash) = (one.on, one.amount, one.cash);
        Some(ReceivedMoney { seq: one.seq, on, amount, paid: of(one.seq)?, cash })
    };
    payments.iter().filter_map(received).collect()
}

impl PaymentPlan {
    /// Each instalment with what covers it, the earliest first.
    fn lines(&self, track: &Track, context: &Context<'_>) -> Vec<PlanLine> {
        let since = track.progress.payments().iter().filter(|payment| payment.seq > self.seq);
        let mut left: i64 = since.map(|payment| payment.amount.0).sum();
        let line = |one: &super::Instalment| {
            let covered = left.min(one.amount.0);
            left -= covered;
            let by = context.calendar.next_working_day(one.by);
            PlanLine { by, amount: one.amount, covered: Money(covered) }
        };
        self.instalments.iter().map(line).collect()
    }
}
