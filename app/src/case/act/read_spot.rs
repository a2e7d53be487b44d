//! A penalty on the spot and its money, as typed.

use super::read::Form;
use super::read_penalty;
use domain::case::{
    Act, Case, CollectionGround, EarlierWarning, HandedOver, Name, Paid, Pay, PenaliseOnTheSpot, Penalties,
    Receiver, RecordEntry, SpotDefence,
};
use domain::id::{PartyId, UnlawfulActId};
use domain::value::parse_day;

impl Form<'_> {
    pub(super) fn on_the_spot(&mut self, case: Option<&Case>) -> Option<Act> {
        let known = self.suspect(case);
        let party = self.party(known.unwrap_or_else(|| PartyId(store::token::fresh())));
        let officers = self.officers();
        let facts = self.note("facts");
        let heard = self.heard();
        let act = party.as_ref().and_then(|party| party.acts.first()).map(|act| act.id);
        let orders = case.into_iter().flat_map(|case| case.orders_to(known));
        let penalties = self.small_penalty(act, orders);
        let handed_over = self.handed_over();
        let earlier_warning = self.earlier_warning();
        Some(Act::PenaliseOnTheSpot(Box::new(PenaliseOnTheSpot {
            party: party?,
            officers: officers?,
            certificates_shown: self.is("shown"),
            rights_told: self.is("told"),
            facts: facts?,
            heard: heard?,
            penalties: penalties?,
            handed_over: handed_over?,
            earlier_warning,
            number: None,
            case_number: None,
        })))
    }

    fn heard(&mut self) -> Option<SpotDefence> {
        match self.text("heard").as_str() {
            "nothing" => Some(SpotDefence::Nothing),
            "said" => {
                let (arguments, reasons) = (self.note("arguments"), self.note("answer"));
                Some(SpotDefence::Said {
                    arguments: arguments?,
                    accepted: self.is("accepted"),
                    reasons: reasons?,
                })
            }
            _ => {
                let message =
                    self.lang.pick("请选择当事人是否陈述、申辩", "Choose whether the party said anything");
                self.problem("heard", message);
                None
            }
        }
    }

    /// `act`: none when the unlawful act could not be read; the penalty's own problems are told all the same.
    fn small_penalty<'a>(
        &mut self,
        act: Option<UnlawfulActId>,
        orders: impl Iterator<Item = &'a RecordEntry>,
    ) -> Option<Penalties> {
        let act = act.unwrap_or_else(|| UnlawfulActId(store::token::fresh()));
        let penalty = read_penalty::penalty(self, 0, act);
        let putting_right = read_penalty::putting_right(self, orders);
        Some(Penalties { acts: vec![penalty?], putting_right: putting_right? })
    }

    fn handed_over(&mut self) -> Option<HandedOver> {
        match self.text("signature").as_str() {
            "signed" => {
                let receiver = self.choice("receiver", &Receiver::ALL, Receiver::word);
                let signed_by = self.name("signed_by");
                Some(HandedOver::Signed { receiver: receiver?, signed_by: signed_by? })
            }
            "refused" => self.note("witness").map(|witness| HandedOver::Refused { witness }),
            _ => {
                let message =
                    self.lang.pick("请选择决定书交付的情况", "Choose how the decision was handed over");
                self.problem("signature", message);
                None
            }
        }
    }

    /// The warning that was not obeyed: the one of the case that the form came from, or one that only the paper has.
    pub(super) fn earlier_warning(&mut self) -> Option<EarlierWarning> {
        let number = self.may("warned_number", Name::parse)?;
        if let Some(known) = self.warning.as_ref().filter(|known| known.number == number) {
            return Some(known.clone());
        }
        let served_on = self.need("warned_on", parse_day)?;
        Some(EarlierWarning { number, served_on, order_by: None, case: None })
    }

    /// At the bank unless a ground was chosen; a missing receipt is the rules' to refuse.
    pub(super) fn payment(&mut self, party: PartyId) -> Option<Act> {
        let amount = self.money("amount");
        let chosen = self.text("paid");
        let paid = match CollectionGround::ALL.into_iter().find(|ground| ground.word() == chosen) {
            Some(ground) => {
                let receipt = self.may("cash_receipt", Name::parse);
                Some(Paid::OnTheSpot { ground, receipt })
            }
            None => self.name("voucher").map(|voucher| Paid::AtBank { voucher }),
        };
        Some(Act::Pay(Pay { party, amount: amount?, paid: paid? }))
    }
}
