//! Payments of the bank's list (银行对账单): whose cases its rows are booked on, and by whom.

use super::{Act, ActKind, Entry, Judge, Permit};
use crate::ledger::LedgerNoun;
use crate::refusal::{Refusal, RefusalCode};

impl Judge<'_> {
    /// Judges a payment of the list like one that is typed, but in every officer's case: the list is the bureau's, and
    /// records only what the bank received (行政处罚法 art. 67). Whoever stands aside from the case does not.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn books(&self, payment: &Act, entry: &Entry) -> Result<Permit, Refusal> {
        self.judge_of(payment, entry, |_| self.may_book())
    }

    /// Whether the actor may take back what the list booked on the case: who may book may.
    ///
    /// # Errors
    /// Without the right to the list, and for whoever stands aside.
    pub fn unbooks(&self) -> Result<(), Refusal> {
        self.may_book().map(drop).map_err(|code| Refusal::new(ActKind::TakeBack, code))
    }

    fn may_book(&self) -> Result<Permit, RefusalCode> {
        self.actor_not_recused()?;
        let power = LedgerNoun::Payments.power_to_apply();
        if self.context.may(power) {
            Ok(Permit::Event)
        } else {
            Err(RefusalCode::NoRight { power, of_the_case: false })
        }
    }
}
