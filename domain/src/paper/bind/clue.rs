//! The registration of a clue: D01; 行政处罚法 art. 54. It lies sealed in the 副卷: the words of whoever told of the
//! matter stand in it, who that was stands in no paper.

use super::Binder;
use super::party::Asked;
use crate::case::{ClueSource, RegisterClue};
use crate::paper::words::day_words;
use crate::paper::{Clause, OpinionLine};

impl Binder<'_> {
    /// D01: where it came from, when, about whom and what. The head writes the opinion on the sheet.
    pub(super) fn clue(&mut self, facts: &RegisterClue) {
        self.sheet.number.clone_from(&facts.number);
        for party in &facts.parties {
            let line = self.party_line(party, Asked::AsKnown);
            self.sheet.parties.push(line);
        }
        self.without_articles();
        self.sheet.facts = facts.suspicion.to_string();
        let reporter = match facts.source {
            ClueSource::Report => "举报人信息密封保存，本表不记载",
            _ => "案件来源不是举报投诉，没有举报人",
        };
        self.said("举报人", reporter.to_owned());
        if let Some(sender) = &facts.transferred {
            let number = sender.number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
            let from = format!("{}{number}，该单位于{}收到线索", sender.from, day_words(sender.discovered));
            self.said("移送单位", from);
        }
        if let Some(warning) = &facts.earlier_warning {
            let served = day_words(warning.served_on);
            self.said("此前的警告", format!("{}，{served}送达", warning.number));
        }
        self.sheet.opinions = vec![OpinionLine {
            role: "承办人处理建议".to_owned(),
            text: "建议及时核查，并在规定期限内决定是否立案。".to_owned(),
            name: self.doer(),
            day: day_words(self.event.on),
        }];
    }

    fn said(&mut self, heading: &str, text: String) {
        self.sheet.clauses.push(Clause { heading: heading.to_owned(), text });
    }
}
