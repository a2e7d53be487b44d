//! Letters to other authorities: the transfer of a case (D30), of a suspected crime (D31), and the proposal to revoke a
//! licence (D48); 行政处罚法 art. 18(3), 22–27, 行政执法机关移送涉嫌犯罪案件的规定 art. 5, 6.

use super::Binder;
use super::party::Asked;
use crate::case::{Act, HandToPolice, Name, ProposeRevocation, ProposeTransfer, ReportCrime};
use crate::id::PartyId;
use crate::paper::{Clause, SettingField};

impl Binder<'_> {
    /// D30: what goes, to whom, and why.
    pub(super) fn transfer_letter(&mut self, facts: &ProposeTransfer) {
        self.letter(facts.receiver.name().as_str(), &facts.letter);
        self.about(&facts.parties);
        self.sheet.reasons = facts.reason.to_string();
        self.goes_along(facts.list.as_str());
        let goods = if facts.takes_over {
            "本案查封、扣押、先行登记保存的物品随案移交，由贵单位接管；期限自采取之日起连续计算。"
        } else {
            ""
        };
        self.sheet.facts = goods.to_owned();
    }

    /// D31: the five pieces of art. 6.
    pub(super) fn crime_letter(&mut self, facts: &HandToPolice) {
        self.letter(facts.organ.as_str(), &facts.letter);
        self.about(&facts.parties);
        self.goes_along(facts.list.as_str());
        let reported = self.events().into_iter().find(|event| event.seq == facts.transfer);
        if let Some(Act::ReportCrime(ReportCrime { crime, report, officers, .. })) =
            reported.map(|event| &event.act)
        {
            self.sheet.ground = Some(crime.to_string());
            self.sheet.facts = report.to_string();
            self.officers(*officers);
        }
        let goods = if facts.goods { "涉案物品已经随案移交" } else { "涉案物品另行移交" };
        self.sheet.clauses.push(Clause { heading: "物品".to_owned(), text: goods.to_owned() });
    }

    /// D48: which licence, and why this bureau cannot revoke it itself.
    pub(super) fn revocation_letter(&mut self, facts: &ProposeRevocation) {
        self.letter(facts.to.as_str(), &facts.letter);
        self.party(facts.party, Asked::AsKnown);
        self.sheet.ground = Some(facts.licence.to_string());
        self.sheet.reasons = facts.reason.to_string();
        if self.track(facts.party).is_some_and(|track| track.progress.decided().is_some()) {
            self.decided(facts.party);
        }
    }

    fn letter(&mut self, to: &str, number: &Option<Name>) {
        self.sheet.addressee = to.to_owned();
        self.sheet.number = number.as_ref().map(ToString::to_string);
        self.settings(&[SettingField::Address, SettingField::Phone]);
    }

    /// Those whom it is about; of a case without a filing, whom the clue names. A letter tells what is suspected, and
    /// whoever gets it finds the articles.
    fn about(&mut self, parties: &[PartyId]) {
        let all: Vec<_> = self.case.parties().into_iter().cloned().collect();
        for party in all.iter().filter(|party| parties.is_empty() || parties.contains(&party.id)) {
            let line = self.party_line(party, Asked::AsKnown);
            self.sheet.parties.push(line);
        }
        self.without_articles();
    }

    fn goes_along(&mut self, list: &str) {
        self.sheet.clauses.push(Clause { heading: "清单".to_owned(), text: list.to_owned() });
    }
}
