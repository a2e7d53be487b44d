//! Papers that go out to find things out (D07, D08, D50), the notice to whoever reported (D03), and the sheets on which a
//! party names an address (D33) or an agent (D49); 行政处罚法 art. 26, 54, 55, 61.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::case::{Act, Inquire, Inquiry};
use crate::id::PartyId;
use crate::paper::words::{day_words, time_words};
use crate::paper::{Clause, Missing, SettingField};

impl Binder<'_> {
    pub(super) fn inquiry(&mut self, facts: &Inquire) {
        self.sheet.number.clone_from(&facts.number);
        self.sheet.addressee = facts.to.to_string();
        self.settings(&[SettingField::Address, SettingField::Phone]);
        self.officers(facts.officers);
        let due = day_words(facts.due);
        match facts.what {
            Inquiry::Interview => {
                let hour = facts.time.map(time_words).unwrap_or_default();
                self.says("询问时间", format!("{due}{hour}"));
                self.says("询问地点", facts.place.as_ref().map(ToString::to_string).unwrap_or_default());
                self.says("携带材料", facts.matter.to_string());
            }
            Inquiry::Papers => {
                self.says("材料清单", facts.matter.to_string());
                self.says("期限", due);
            }
            Inquiry::Assistance => {
                self.says("协助事项", facts.matter.to_string());
                self.says("期限", due);
            }
        }
    }

    fn says(&mut self, heading: &str, text: String) {
        self.sheet.clauses.push(Clause { heading: heading.to_owned(), text });
    }

    /// D03: whether the case was filed, and why not. Who reported stands on no paper: the officers write the name by hand.
    pub(super) fn told_to_reporter(&mut self, act: &Act) {
        self.settings(&[SettingField::Address, SettingField::Phone]);
        match act {
            Act::RefuseFiling(facts) => {
                self.sheet.ground = Some(facts.ground.name(Lang::Zh).to_owned());
                self.sheet.reasons = facts.reason.to_string();
            }
            _ => self.sheet.reasons = "经核查，符合立案条件，本局已经立案调查".to_owned(),
        }
        self.sheet.case.name = String::new();
    }

    /// D33, D49: a page for each party that the act brings in; the party fills it in.
    pub(super) fn blank_of_parties(&mut self, act: &Act) {
        let parties: Vec<PartyId> = match act {
            Act::File(facts) => facts.parties.iter().map(|party| party.id).collect(),
            Act::AddParty(facts) => vec![facts.party.id],
            _ => Vec::new(),
        };
        for party in &parties {
            self.party(*party, Asked::AsKnown);
        }
        if self.sheet.parties.is_empty() {
            self.lacks(Missing::Act { act: crate::case::ActKind::File, party: None });
        }
        self.without_articles();
    }
}
