//! Notices: D18, D19, D22; 行政处罚法 art. 44, 45, 63, 64.

use super::Binder;
use super::party::Asked;
use crate::calendar::Clock;
use crate::case::{AppointHearing, ApproveNotice, ApprovedNotice, HearingRight, Outcome};
use crate::paper::words::{day_words, time_words};
use crate::paper::{HearingLine, NoticeLine, PaperKind, SettingField};

impl Binder<'_> {
    pub(super) fn notice(&mut self, facts: &ApproveNotice) {
        self.sheet.number.clone_from(&facts.number);
        self.settings(&[SettingField::Address, SettingField::Phone]);
        let Some(party) = self.party(facts.party, Asked::Whole) else { return };
        self.case_officers();
        let approved = ApprovedNotice {
            on: self.event.on,
            by: self.event.by,
            number: facts.number.clone(),
            hearing: facts.hearing.clone(),
        };
        self.sheet.notice = Some(self.notice_line(&approved, None));
        let Some((conclude, proposal)) = self.conclusion(facts.party) else { return };
        self.sheet.facts = conclude.facts.to_string();
        self.sheet.discretion = Some(proposal.discretion.to_string());
        self.evidence(&conclude.evidence);
        if let Outcome::Penalise(penalties) = &proposal.outcome {
            self.sheet.penalties = Some(self.penalty_line(&party, penalties));
        }
    }

    pub(super) fn notice_line(&mut self, notice: &ApprovedNotice, served: Option<String>) -> NoticeLine {
        let hearing = notice.hearing != HearingRight::None;
        let is_notice = matches!(self.slot.kind, PaperKind::D18 | PaperKind::D19 | PaperKind::D54);
        let (term, hearing_term) = match is_notice {
            true => (self.term(Clock::Defence), self.term(Clock::HearingRequest)),
            false => (String::new(), String::new()),
        };
        let offered = match &notice.hearing {
            HearingRight::Offered { reason } => Some(reason.to_string()),
            _ => None,
        };
        NoticeLine {
            number: notice.number.clone().unwrap_or_default(),
            served,
            hearing,
            offered,
            term,
            hearing_term,
        }
    }

    pub(super) fn hearing_notice(&mut self, facts: &AppointHearing) {
        self.sheet.number.clone_from(&facts.number);
        self.settings(&[SettingField::Address, SettingField::Phone]);
        for party in &facts.parties {
            self.party(*party, Asked::Whole);
        }
        self.sheet.hearing = Some(self.hearing_line(facts));
    }

    pub(super) fn hearing_line(&self, facts: &AppointHearing) -> HearingLine {
        HearingLine {
            day: day_words(facts.day),
            time: time_words(facts.time),
            place: facts.place.to_string(),
            host: self.from.context.name(facts.host),
            closed: facts.closed_reason.as_ref().map(ToString::to_string),
            postponed: facts.postponed.as_ref().map(ToString::to_string),
            outcome: String::new(),
        }
    }
}
