//! Defence and hearing: D20, D21, D23, D24; 行政处罚法 art. 45, 64, 65.

use super::Binder;
use super::party::Asked;
use crate::case::{AnswerDefence, HearingOutcome, HoldHearing, Note, ReceiveDefence, WaiveDefence};
use crate::id::PartyId;
use crate::paper::{PaperKind, SettingField};

impl Binder<'_> {
    pub(super) fn defence_record(&mut self, facts: &ReceiveDefence) {
        self.party(facts.party, Asked::AsKnown);
        self.sheet.reasons = facts.arguments.to_string();
        self.case_officers();
        self.without_articles();
    }

    /// The waiver is the same form with another title.
    pub(super) fn waiver(&mut self, facts: &WaiveDefence) {
        self.party(facts.party, Asked::AsKnown);
        "放弃陈述申辩声明".clone_into(&mut self.sheet.title);
        self.sheet.reasons = facts.paper.to_string();
        self.sheet.waived = true;
        self.case_officers();
        self.without_articles();
    }

    /// Every defence so far with its answer, this one among them.
    pub(super) fn re_examination(&mut self, facts: &AnswerDefence) {
        self.party(facts.party, Asked::AsKnown);
        self.heard(facts.party);
        self.case_officers();
        self.without_articles();
        self.opinions("提出复核意见如上。", "同意复核意见。");
    }

    pub(super) fn hearing_held(&mut self, facts: &HoldHearing) {
        let HearingOutcome::Held { record, report } = &facts.outcome else { return };
        self.parties_heard(&facts.parties);
        let is_report = self.slot.kind == PaperKind::D24;
        let text = |note: &Note| note.to_string();
        self.sheet.facts = if is_report { text(record) } else { String::new() };
        self.sheet.reasons = if is_report { text(report) } else { text(record) };
        if !is_report {
            self.case_officers();
        }
        self.setting(SettingField::FullName);
        self.without_articles();
    }

    /// The parties of one hearing, with its day and its host.
    fn parties_heard(&mut self, parties: &[PartyId]) {
        for party in parties {
            self.party(*party, Asked::AsKnown);
            self.heard(*party);
        }
    }
}
