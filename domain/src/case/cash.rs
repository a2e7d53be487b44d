//! Fines collected on the spot on their way to the bank (当场收缴罚款的上交): 行政处罚法 art. 71.
//!
//! Officers hand them in within two working days, the bureau pays them in at the bank within two more.

use serde::{Deserialize, Serialize};

use super::clocks::clock;
use super::judge::Judge;
use super::{CaseClock, ClockState, Context, Executing, Name, Payment, Progress, Track};
use crate::calendar::Clock;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::{Day, Lang};

/// The next place of the money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CashTo {
    /// From the officers to the bureau.
    Bureau,
    /// From the bureau to the bank.
    Bank,
}

impl CashTo {
    /// Both, in their order.
    pub const ALL: [CashTo; 2] = [CashTo::Bureau, CashTo::Bank];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            CashTo::Bureau => "bureau",
            CashTo::Bank => "bank",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            CashTo::Bureau => lang.pick("执法人员交至本机关", "officers to the bureau"),
            CashTo::Bank => lang.pick("本机关缴付银行", "the bureau to the bank"),
        }
    }
}

/// 上交当场收缴的罚款: everything of the party that lies at the place before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOnCash {
    pub party: PartyId,
    pub to: CashTo,
    /// The receipt of the bureau, or the bank's voucher.
    pub paper: Name,
}

/// Where money is that officers collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cash", rename_all = "snake_case")]
pub enum Cash {
    WithOfficers,
    AtBureau { since: Day },
    AtBank { since: Day, through: Day },
}

impl Payment {
    /// Since when the money lies at the place from which it goes on to the next.
    fn waits_since(&self, to: CashTo) -> Option<Day> {
        match (to, self.cash?) {
            (CashTo::Bureau, Cash::WithOfficers) => Some(self.on),
            (CashTo::Bank, Cash::AtBureau { since }) => Some(since),
            _ => None,
        }
    }

    /// When the money arrived at a place, counted from the day on which it waited for that.
    fn arrived(&self, to: CashTo) -> Option<(Day, Day)> {
        match (to, self.cash?) {
            (CashTo::Bureau, Cash::AtBureau { since }) => Some((self.on, since)),
            (CashTo::Bureau, Cash::AtBank { through, .. }) => Some((self.on, through)),
            (CashTo::Bank, Cash::AtBank { since, through }) => Some((through, since)),
            _ => None,
        }
    }
}

impl Executing {
    pub(super) fn hand_on_cash(&mut self, to: CashTo, on: Day) {
        for payment in &mut self.payments {
            payment.cash = match (to, payment.cash) {
                (CashTo::Bureau, Some(Cash::WithOfficers)) => Some(Cash::AtBureau { since: on }),
                (CashTo::Bank, Some(Cash::AtBureau { since })) => {
                    Some(Cash::AtBank { since: on, through: since })
                }
                (_, cash) => cash,
            };
        }
    }
}

impl Progress {
    /// Since when collected money waits for its next place; the longest wait.
    #[must_use]
    pub fn cash_waits_since(&self, to: CashTo) -> Option<Day> {
        self.payments().iter().filter_map(|payment| payment.waits_since(to)).min()
    }

    /// The place to which collected money has to go next.
    #[must_use]
    pub fn cash_goes_to(&self) -> Option<CashTo> {
        CashTo::ALL.into_iter().find(|to| self.cash_waits_since(*to).is_some())
    }
}

impl Track {
    /// Of each step the longest wait; where none waits, the last that arrived. A case that was closed with money on
    /// its way, before that was asked, waits for nothing.
    pub(super) fn cash_clocks(&self, context: &Context<'_>) -> Vec<CaseClock> {
        let progress = self.progress.before_closure();
        let open = match &self.progress {
            Progress::Closed { on, .. } => ClockState::Ended { on: *on },
            _ => ClockState::Running,
        };
        let of = |(to, which): (CashTo, Clock)| {
            let waits = progress.cash_waits_since(to).map(|since| (since, open));
            let arrived = progress.payments().iter().filter_map(|payment| payment.arrived(to)).max();
            let arrived = arrived.map(|(since, on)| (since, ClockState::Met { on }));
            let (since, state) = waits.or(arrived)?;
            clock(which, Some(self.party.id), since, state, context)
        };
        [(CashTo::Bureau, Clock::CashInBureau), (CashTo::Bank, Clock::CashInBank)]
            .into_iter()
            .filter_map(of)
            .collect()
    }
}

impl Judge<'_> {
    /// Money that officers collected is not at the bank yet.
    pub(super) fn cash_on_its_way(&self, track: &Track) -> Result<(), RefusalCode> {
        let waits = track.progress.cash_goes_to();
        waits.map(drop).ok_or(RefusalCode::MissingFact { fact: Fact::CashCollected })
    }

    pub(super) fn hand_on_cash(&self, facts: &HandOnCash) -> Result<(), RefusalCode> {
        match self.track(facts.party)?.progress.cash_waits_since(facts.to) {
            None => Err(RefusalCode::MissingFact { fact: Fact::CashCollected }),
            Some(_) => Ok(()),
        }
    }
}
