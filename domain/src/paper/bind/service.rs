//! Proof of service: D32; 行政处罚法 art. 61, 民事诉讼法 art. 87.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::case::{Act, Method, ServedOn, Service};
use crate::id::PartyId;
use crate::paper::words::day_words;
use crate::paper::{PaperKind, ServiceLine};

impl Binder<'_> {
    pub(super) fn proof_of_service(&mut self, act: &Act) {
        let Some((party, service, served)) = self.service_of(act) else { return };
        self.party(party, Asked::AsKnown);
        self.missing.clear();
        self.officers(service.officers);
        self.sheet.service = Some(self.service_line(service, served));
    }

    /// Whom an act served, how, and with which paper.
    pub(super) fn service_of<'s>(&self, act: &'s Act) -> Option<(PartyId, &'s Service, (PaperKind, String))> {
        match act {
            Act::ServeNotice(facts) => Some((facts.party, &facts.service, self.notice_served(facts.party))),
            Act::ServeHearingNotice(facts) => {
                Some((facts.party, &facts.service, self.hearing_notice_served(facts.party)))
            }
            Act::Serve(facts) => Some((facts.party, &facts.service, self.decision_served(facts.party))),
            Act::Demand(facts) => {
                let number = facts.number.clone().unwrap_or_default();
                Some((facts.party, &facts.service, (PaperKind::D36, number)))
            }
            _ => None,
        }
    }

    pub(super) fn service_line(
        &self,
        service: &Service,
        (paper, number): (PaperKind, String),
    ) -> ServiceLine {
        let (signed_by, place, remark) = match &service.method {
            Method::Direct { receiver, signed_by } => {
                (signed_by.to_string(), String::new(), format!("由{}签收", receiver.name(Lang::Zh)))
            }
            Method::Left { witness } => {
                (String::new(), String::new(), format!("受送达人拒收，见证人：{witness}"))
            }
            Method::Electronic { address, consent_signed_on } => {
                let consent = day_words(*consent_signed_on);
                (String::new(), address.to_string(), format!("当事人于{consent}签署电子送达确认书"))
            }
            Method::Post { posted_on, receipt } => {
                (String::new(), String::new(), format!("{}交邮，回执：{receipt}", day_words(*posted_on)))
            }
            Method::Returned { posted_on, receipt, reason, address_confirmed_on } => {
                let (posted, confirmed) = (day_words(*posted_on), day_words(*address_confirmed_on));
                let reason = reason.name(Lang::Zh);
                let remark = format!(
                    "{posted}交邮，回执：{receipt}；{reason}，退回；当事人于{confirmed}签署送达地址确认书"
                );
                (String::new(), String::new(), remark)
            }
            Method::Entrusted { authority, signed_by } => {
                (signed_by.to_string(), String::new(), format!("委托{authority}送达"))
            }
            Method::Forwarded { unit, signed_by } => {
                (signed_by.to_string(), String::new(), format!("由{unit}转交"))
            }
            Method::PublicNotice { tries } => {
                let published = day_words(self.event.on);
                let remark = format!("{published}公告，公告期满视为送达；公告送达的原因和经过：{tries}");
                (String::new(), String::new(), remark)
            }
        };
        ServiceLine {
            paper: paper.name(Lang::Zh).to_owned(),
            number,
            method: service.method.name(Lang::Zh).to_owned(),
            place,
            day: self.served_on(&ServedOn { on: self.event.on, service: service.clone() }),
            signed_by,
            remark,
        }
    }

    fn notice_served(&self, party: PartyId) -> (PaperKind, String) {
        let approved = self.last(|act| matches!(act, Act::ApproveNotice(facts) if facts.party == party));
        match approved.map(|event| &event.act) {
            Some(Act::ApproveNotice(facts)) if facts.hearing.is_told() => {
                (PaperKind::D19, facts.number.clone().unwrap_or_default())
            }
            Some(Act::ApproveNotice(facts)) => (PaperKind::D18, facts.number.clone().unwrap_or_default()),
            _ => (PaperKind::D18, String::new()),
        }
    }

    fn hearing_notice_served(&self, party: PartyId) -> (PaperKind, String) {
        let appointed =
            self.last(|act| matches!(act, Act::AppointHearing(facts) if facts.parties.contains(&party)));
        match appointed.map(|event| &event.act) {
            Some(Act::AppointHearing(facts)) => (PaperKind::D22, facts.number.clone().unwrap_or_default()),
            _ => (PaperKind::D22, String::new()),
        }
    }

    /// The decision that a party was served.
    pub(super) fn decision_served(&self, party: PartyId) -> (PaperKind, String) {
        let decided = |act: &Act| match act {
            Act::Decide(facts) => facts.party == party,
            Act::DecideNoPenalty(facts) => facts.party == party,
            Act::PenaliseOnTheSpot(facts) => facts.party.id == party,
            Act::ChangeDecision(facts) => facts.party == party && facts.number.is_some(),
            _ => false,
        };
        match self.last(decided).map(|event| &event.act) {
            Some(Act::DecideNoPenalty(facts)) => (PaperKind::D27, facts.number.clone().unwrap_or_default()),
            Some(Act::PenaliseOnTheSpot(facts)) => {
                (PaperKind::D26s, facts.number.clone().unwrap_or_default())
            }
            Some(Act::Decide(facts)) => (PaperKind::D26, facts.number.clone().unwrap_or_default()),
            Some(Act::ChangeDecision(facts)) => (PaperKind::D26, facts.number.clone().unwrap_or_default()),
            _ => (PaperKind::D26, String::new()),
        }
    }
}
