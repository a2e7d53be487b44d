//! Tests and expert opinions: D12, the commission and what the party is told of the result; 行政处罚法 art. 46, 行政强制法
//! art. 25.

use super::Binder;
use super::party::Asked;
use crate::case::{Act, ActKind, CommissionTest, RecordTestResult, TestSubject};
use crate::id::PartyId;
use crate::paper::words::day_words;
use crate::paper::{Clause, Missing, SettingField};

impl Binder<'_> {
    /// D12: what is to be answered, of what, and until when.
    pub(super) fn test_commissioned(&mut self, facts: &CommissionTest) {
        "鉴定（检验）委托书".clone_into(&mut self.sheet.title);
        self.test_parties(facts.party, Asked::AsKnown);
        self.commission(facts);
    }

    /// D12: the result, and that it can be tested again.
    pub(super) fn test_result(&mut self, facts: &RecordTestResult) {
        "鉴定（检验）结果告知书".clone_into(&mut self.sheet.title);
        self.test_parties(facts.party, Asked::Whole);
        if self.sheet.parties.is_empty() {
            self.lacks(Missing::Act { act: ActKind::File, party: None });
        }
        let of = |act: &Act| matches!(act, Act::CommissionTest(one) if one.subject == facts.subject);
        if let Some(Act::CommissionTest(commission)) = self.last(of).map(|event| &event.act) {
            self.commission(commission);
        }
        self.sheet.facts = facts.result.to_string();
    }

    /// Whose things they are; where nobody knows, all of the case.
    fn test_parties(&mut self, party: Option<PartyId>, asked: Asked) {
        let all = || self.case.parties().iter().map(|one| one.id).collect::<Vec<_>>();
        let named = party.map_or_else(all, |party| vec![party]);
        for party in named {
            self.party(party, asked);
        }
        self.case_officers();
        self.settings(&[SettingField::Address, SettingField::Phone]);
        self.without_articles();
    }

    fn commission(&mut self, facts: &CommissionTest) {
        let material = match facts.subject {
            TestSubject::Measure(number) => self.case.measure(number).map(|measure| {
                measure.goods.iter().map(|goods| goods.line.words()).collect::<Vec<_>>().join("、")
            }),
            TestSubject::Sample(seq) => {
                let record = self.case.records.iter().find(|record| record.seq == seq);
                record.map(|record| format!("{}抽样取证：{}", day_words(record.on), record.facts.course))
            }
        };
        let clauses = [
            ("委托事项", facts.question.to_string()),
            ("检材", material.unwrap_or_default()),
            ("期限", day_words(facts.until)),
        ];
        let clause = |(heading, text): (&str, String)| Clause { heading: heading.to_owned(), text };
        self.sheet.clauses = clauses.map(clause).to_vec();
    }
}
