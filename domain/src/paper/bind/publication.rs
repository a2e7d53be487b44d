//! The notice of a public service: D54; 行政处罚法 art. 61, 民事诉讼法 art. 95.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::{Act, ApprovedNotice, Decided, Decision, Method, Outcome};
use crate::id::PartyId;
use crate::paper::{Clause, CourtLine, PenaltyLine, SettingField};
use crate::value::Money;

impl Binder<'_> {
    /// What is published: which paper, its gist and the rights that it gives, and where it is collected. Whoever cannot
    /// be found is named as far as is known.
    pub(super) fn public_notice(&mut self, act: &Act) {
        let Some((id, service, served)) = self.service_of(act) else { return };
        let service = service.clone();
        self.sheet.service = Some(self.service_line(&service, served));
        self.settings(&[SettingField::Address, SettingField::Phone]);
        let term = self.term(Clock::PublicNotice);
        self.told("公告期", term);
        if let Method::PublicNotice { tries } = &service.method {
            self.told("公告送达的原因和经过", tries.to_string());
        }
        match act {
            Act::ServeNotice(_) => self.notice_published(id),
            Act::ServeHearingNotice(_) => self.hearing_published(id),
            Act::Serve(_) => self.decision_published(id),
            Act::Demand(_) => self.demand_published(id),
            _ => {}
        }
    }

    fn told(&mut self, heading: &str, text: String) {
        self.sheet.clauses.push(Clause { heading: heading.to_owned(), text });
    }

    /// What is intended, and the rights against it.
    fn notice_published(&mut self, id: PartyId) {
        let Some(party) = self.party(id, Asked::AsKnown) else { return };
        let track = self.track(id);
        let notice: Option<ApprovedNotice> =
            track.and_then(|track| track.progress.notified().map(|told| told.notice.clone()));
        if let Some(notice) = notice {
            self.sheet.notice = Some(self.notice_line(&notice, None));
        }
        if let Some((_, proposal)) = self.conclusion(id)
            && let Outcome::Penalise(penalties) = &proposal.outcome
        {
            let line: PenaltyLine = self.penalty_line(&party, penalties);
            self.sheet.penalties = Some(line);
        }
    }

    fn hearing_published(&mut self, id: PartyId) {
        self.party(id, Asked::AsKnown);
        self.without_articles();
        let appointed =
            self.last(|act| matches!(act, Act::AppointHearing(facts) if facts.parties.contains(&id)));
        if let Some(Act::AppointHearing(facts)) = appointed.map(|event| &event.act) {
            self.sheet.hearing = Some(self.hearing_line(facts));
        }
    }

    /// What was decided, how it is performed, and the ways against it.
    fn decision_published(&mut self, id: PartyId) {
        let Some(party) = self.party(id, Asked::AsKnown) else { return };
        self.decided(id);
        let track = self.track(id);
        let decided = track.as_ref().and_then(|track| track.progress.decided());
        if let Some(Decision::NoPenalty { ground }) = decided.map(|decided| &decided.decision) {
            self.sheet.ground = Some(ground.name(Lang::Zh).to_owned());
        }
        let penalties = decided.and_then(Decided::penalties);
        if let Some(penalties) = penalties {
            self.sheet.penalties = Some(self.penalty_line(&party, penalties));
        }
        self.ways(penalties.map_or(Money::ZERO, crate::case::Penalties::money));
    }

    fn demand_published(&mut self, id: PartyId) {
        self.party(id, Asked::AsKnown);
        self.without_articles();
        self.decided(id);
        self.settings(&[SettingField::Bank, SettingField::BankAccount]);
        let term = self.term(Clock::Demand);
        self.sheet.court = Some(CourtLine { term, ..self.owed(id) });
    }
}
