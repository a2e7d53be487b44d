//! The demo's penalties on the spot: which there are, and their facts.

use super::acts::Story;
use super::plan::{
    Plan,
    Step::{
        self, CashBanked, CashHandedIn, Close, CollectOnTheSpot, OnTheSpot, PayAll, Register, ReportOnTheSpot,
    },
    plan,
};
use domain::Day;
use domain::case::{
    Act, CashTo, CollectionGround, HandOnCash, HandedOver, Name, Note, Paid, Pay, PenaliseOnTheSpot,
    Receiver, ReportOnTheSpot as Report, SpotDefence, spot_limits,
};
use domain::catalogue::PartyKind;
use domain::value::{Money, ValueError};

/// Those of every bureau: not reported yet, overdue, waiting for payment, and closed by each way of paying.
pub const SPOT: [Plan; 5] = [
    plan(1, &[(0, OnTheSpot)]),
    plan(9, &[(0, OnTheSpot)]),
    plan(6, &[(0, OnTheSpot), (1, ReportOnTheSpot)]),
    plan(14, &[(0, Register), (1, OnTheSpot), (2, ReportOnTheSpot), (6, PayAll), (8, Close)]),
    plan(
        19,
        &[
            (0, OnTheSpot),
            (0, CollectOnTheSpot),
            (1, ReportOnTheSpot),
            (1, CashHandedIn),
            (2, CashBanked),
            (5, Close),
        ],
    ),
];

/// Whether a step is one of the simplified procedure.
pub fn is_on_the_spot(step: Step) -> bool {
    matches!(step, OnTheSpot | CollectOnTheSpot | ReportOnTheSpot)
}

/// The largest fine of a party on the spot.
pub fn fine_max(kind: PartyKind, on: Day) -> Money {
    spot_limits(on).map_or(Money::ZERO, |limits| limits.fine(kind))
}

impl Story {
    pub fn on_the_spot(&self, nth: usize, today: Day) -> Result<Act, ValueError> {
        let heard = if nth.is_multiple_of(2) {
            SpotDefence::Nothing
        } else {
            SpotDefence::Said {
                arguments: Note::parse("系初次，已经当场改正，请求从轻。")?,
                accepted: true,
                reasons: Note::parse("属实，已从轻。")?,
            }
        };
        let handed_over = if nth.is_multiple_of(3) {
            HandedOver::Refused { witness: Note::parse("社区工作人员在场见证")? }
        } else {
            let receiver = match self.party.kind {
                PartyKind::Organisation => Receiver::LegalRepresentative,
                _ => Receiver::Party,
            };
            HandedOver::Signed { receiver, signed_by: self.signer.clone() }
        };
        Ok(Act::PenaliseOnTheSpot(Box::new(PenaliseOnTheSpot {
            party: self.party.clone(),
            officers: self.officers,
            certificates_shown: true,
            rights_told: true,
            facts: Note::parse("现场检查发现，当事人当场承认，有照片和现场记录。")?,
            heard,
            penalties: self.penalties(today),
            handed_over,
            earlier_warning: None,
            number: None,
            case_number: None,
        })))
    }

    pub fn report_on_the_spot(&self) -> Result<Act, ValueError> {
        let received_by = Name::parse("法制股")?;
        Ok(Act::ReportOnTheSpot(Report { party: self.party.id, received_by }))
    }

    pub fn hand_on_cash(&self, to: CashTo, nth: usize) -> Result<Act, ValueError> {
        let paper = Name::parse(&format!("罚没收据第{nth:06}号"))?;
        Ok(Act::HandOnCash(HandOnCash { party: self.party.id, to, paper }))
    }

    pub fn collect_on_the_spot(&self, amount: Money, nth: usize) -> Result<Act, ValueError> {
        let receipt = Some(Name::parse(&format!("湘财罚票{nth:08}"))?);
        let paid = Paid::OnTheSpot { ground: CollectionGround::RemoteAtOwnWish, receipt };
        Ok(Act::Pay(Pay { party: self.party.id, amount, paid }))
    }
}
