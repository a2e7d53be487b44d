//! The decision on a recusal: D04; 行政处罚法 art. 43.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::case::{Act, ActKind, AskRecusal, DecideRecusal, RecusalSource};
use crate::id::PartyId;
use crate::paper::{Clause, Missing, Named};

impl<'a> Binder<'a> {
    /// Who was to stand aside, why, and what the head decided.
    pub(super) fn recusal(&mut self, facts: &DecideRecusal) {
        let Some(asked) = self.recusal_asked(facts) else { return };
        if asked.source == RecusalSource::Party {
            let parties: Vec<PartyId> = self.case.parties().iter().map(|party| party.id).collect();
            for party in &parties {
                self.party(*party, Asked::Whole);
            }
            if parties.is_empty() {
                self.lacks(Missing::Act { act: ActKind::File, party: None });
            }
            self.without_articles();
        } else {
            self.sheet.addressee = asked.name.to_string();
        }
        let source = asked.source.name(Lang::Zh).to_owned();
        self.sheet.voices = vec![Named { name: asked.name.to_string(), text: source }];
        self.sheet.ground = Some(asked.reason.to_string());
        self.sheet.reasons = facts.reason.to_string();
        self.sheet.clauses = vec![Clause { heading: "决定".to_owned(), text: decided(asked, facts) }];
    }

    /// The request that a decision answers.
    pub(super) fn recusal_asked(&self, facts: &DecideRecusal) -> Option<&'a AskRecusal> {
        let asked = self.events().into_iter().find(|event| event.seq == facts.request)?;
        match &asked.act {
            Act::AskRecusal(asked) => Some(asked),
            _ => None,
        }
    }
}

/// What was decided about the person, in words.
pub(super) fn decided(asked: &AskRecusal, facts: &DecideRecusal) -> String {
    let name = &asked.name;
    match (facts.granted, asked.source) {
        (true, _) => format!("{name}回避，自本决定作出之日起不再参与本案的办理"),
        (false, RecusalSource::Party) => format!("驳回回避申请，{name}继续参与本案的办理"),
        (false, RecusalSource::Own) => format!("{name}不需要回避，继续参与本案的办理"),
    }
}
