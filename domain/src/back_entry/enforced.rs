//! After the service: what was paid, the demand, and the application to court, in the order of their days.

use super::column::Column as C;
use super::enter::{Writing, note};
use super::row::named;
use super::{Decided, Handed, IN_THE_DOSSIER, PaperCourt};
use crate::Day;
use crate::case::{Act, ApplyToCourt, CourtAnswer, Demand, Name, Paid, Pay, RecordCourtAnswer};
use crate::ledger::{Fault, Reading};
use crate::value::{Money, Noun};

/// What follows the service; of one day in this order.
#[derive(Clone, Copy)]
enum Step {
    Payment(Money),
    Demand(Handed),
    Application,
    Answer(CourtAnswer),
}

impl Reading<'_, C> {
    pub(super) fn demanded(&mut self, today: Day) -> Option<(Day, Handed)> {
        let on = self.past(C::DemandOn, today);
        on.zip(self.handed(C::DemandMethod))
    }

    pub(super) fn at_court(&mut self, today: Day) -> Option<PaperCourt> {
        let on = self.past(C::CourtOn, today);
        let answered = self.past(C::CourtAnsweredOn, today);
        let answer =
            self.choice(C::CourtAnswer, Noun::CourtAnswer, &named(&CourtAnswer::ALL, CourtAnswer::name));
        Some(PaperCourt { on: on?, answer: answered.zip(answer) })
    }
}

impl Writing<'_> {
    pub(super) fn enforcement(&mut self, decided: &Decided) -> Result<(), Fault<C>> {
        let court = decided.court;
        let mut steps: Vec<(Day, Step)> = [
            decided.paid.map(|(on, amount)| (on, Step::Payment(amount))),
            decided.demand.map(|(on, handed)| (on, Step::Demand(handed))),
            court.map(|court| (court.on, Step::Application)),
            court.and_then(|court| court.answer).map(|(on, answer)| (on, Step::Answer(answer))),
        ]
        .into_iter()
        .flatten()
        .collect();
        steps.sort_by_key(|(on, _)| *on);
        steps.into_iter().try_for_each(|(on, step)| self.enforced(on, step))
    }

    fn enforced(&mut self, on: Day, step: Step) -> Result<(), Fault<C>> {
        let party = self.ids.party;
        match step {
            Step::Payment(amount) => {
                let wrong = |error| Fault { column: C::Paid, error };
                let voucher = Name::parse(IN_THE_DOSSIER).map_err(wrong)?;
                let act = Act::Pay(Pay { party, amount, paid: Paid::AtBank { voucher } });
                self.does(C::PaidOn, on, act, None, None)
            }
            Step::Demand(handed) => {
                let service = self.service(handed, on, C::DemandOn)?;
                let act = Act::Demand(Demand { party, service, direct_tried: None, number: None });
                self.does(C::DemandOn, on, act, None, self.lacks_consent(handed))
            }
            Step::Application => {
                let act = ApplyToCourt { party, request: note(C::CourtOn)?, number: None };
                let approver = self.approver().cloned();
                self.does(C::CourtOn, on, Act::ApplyToCourt(act), approver.as_ref(), None)
            }
            Step::Answer(answer) => {
                let act = RecordCourtAnswer { party, answer, paper: note(C::CourtAnswer)? };
                self.does(C::CourtAnsweredOn, on, Act::RecordCourtAnswer(act), None, None)
            }
        }
        .map(drop)
    }
}
