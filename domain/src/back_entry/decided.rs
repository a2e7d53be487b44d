//! The decision of a row, its service and what was paid.

use super::Decided;
use super::column::Column as C;
use crate::Day;
use crate::ledger::Reading;

impl Reading<'_, C> {
    pub(super) fn decided(&mut self, today: Day, on_the_spot: bool) -> Option<Decided> {
        let on = self.past(C::DecidedOn, today);
        let number = self.number(C::DecisionNumber);
        let fine = self.money(C::Fine);
        let served = self.past(C::ServedOn, today);
        let method = self.handed(C::ServedMethod);
        let paid_on = self.past(C::PaidOn, today);
        let paid = self.money(C::Paid);
        let (demand, court) = (self.demanded(today), self.at_court(today));
        if on_the_spot {
            self.handed_over(on, served, method);
        }
        let served = if on_the_spot { on } else { served };
        let (served, paid) = (served.zip(method), paid_on.zip(paid));
        Some(Decided { on: on?, number, fine: fine?, served, paid, demand, court })
    }
}
