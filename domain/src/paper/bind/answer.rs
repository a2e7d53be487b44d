//! The bureau's answers: to a reconsideration (D46) and to a lawsuit (D47), against a decision, a measure or an order;
//! 行政复议法 art. 48, 行政诉讼法 art. 67. The list of evidence comes from the dossier.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::case::{Act, AnswerContest, AnswerRemedy, Contested, Decided, Name, RecordEntry};
use crate::id::PartyId;
use crate::paper::words::day_words;
use crate::paper::{Clause, DecisionLine, Missing, PaperKind, SettingField};

impl Binder<'_> {
    /// The answer to a remedy against the decision, as the decision stood when it was answered.
    pub(super) fn answer_to_remedy(&mut self, facts: &AnswerRemedy) {
        let (party, remedy) = (facts.party, facts.remedy);
        let asked = self.last(
            |act| matches!(act, Act::RegisterRemedy(one) if one.party == party && one.remedy == remedy),
        );
        let organ = match asked.map(|event| &event.act) {
            Some(Act::RegisterRemedy(one)) => Some(one.organ.clone()),
            _ => None,
        };
        self.answer(organ, facts.number.as_ref(), facts.paper.as_str());
        self.party(party, Asked::AsKnown);
        self.decided(party);
        self.heard(party);
        if let Some((conclude, _)) = self.conclusion(party) {
            self.sheet.facts = conclude.facts.to_string();
            let cited = conclude.evidence.clone();
            self.evidence(&cited);
        }
        let track = self.track(party);
        let penalties = track.as_ref().and_then(|track| {
            let decided = track.progress.decided().or(track.fallen.last().map(|fallen| &fallen.decided));
            decided.and_then(Decided::penalties)
        });
        if let (Some(penalties), Some(track)) = (penalties, track.as_ref()) {
            self.sheet.penalties = Some(self.penalty_line(&track.party, penalties));
        }
        self.reasons_of(party);
    }

    fn reasons_of(&mut self, party: PartyId) {
        let decides = |act: &Act| match act {
            Act::Decide(facts) => facts.party == party,
            Act::DecideNoPenalty(facts) => facts.party == party,
            _ => false,
        };
        match self.last(decides).map(|event| &event.act) {
            Some(Act::Decide(facts)) => self.sheet.reasons = facts.reasons.to_string(),
            Some(Act::DecideNoPenalty(facts)) => self.sheet.reasons = facts.ground.name(Lang::Zh).to_owned(),
            _ => {}
        }
    }

    /// The answer to a remedy against a measure or an order.
    pub(super) fn answer_to_contest(&mut self, facts: &AnswerContest) {
        let asked = self.events().into_iter().find(|event| event.seq == facts.contest);
        let Some(Act::RegisterContest(asked)) = asked.map(|event| &event.act) else {
            self.lacks(Missing::Act { act: crate::case::ActKind::RegisterContest, party: None });
            return;
        };
        self.answer(Some(asked.organ.clone()), facts.number.as_ref(), facts.paper.as_str());
        let (kind, on, party) = match asked.object {
            Contested::Measure { number } => {
                let measure = self.case.measure(number);
                (PaperKind::D14, measure.map(|one| one.on), measure.and_then(|one| one.party))
            }
            Contested::Order { record } => {
                let order = self.case.records.iter().find(|one| one.seq == record);
                (PaperKind::D29, order.map(|one| one.on), order.and_then(|one| one.facts.party))
            }
        };
        let title = if kind == PaperKind::D29 { "责令改正通知书" } else { kind.row().zh };
        let number = match asked.object {
            Contested::Measure { number } => self.number_of_measure(number),
            Contested::Order { .. } => String::new(),
        };
        let day = on.map(day_words).unwrap_or_default();
        self.sheet.decision = Some(DecisionLine { title: title.to_owned(), number, day, served: None });
        let all = || self.case.parties().iter().map(|party| party.id).collect();
        for party in party.map_or_else(all, |party| vec![party]) {
            self.party(party, Asked::AsKnown);
        }
        let seqs: Vec<u32> = self.case.records.iter().map(|one: &RecordEntry| one.seq).collect();
        self.evidence(&seqs);
        self.without_articles();
    }

    fn answer(&mut self, organ: Option<Name>, number: Option<&String>, gist: &str) {
        self.sheet.number = number.cloned();
        self.sheet.addressee = organ.map(|organ| organ.to_string()).unwrap_or_default();
        self.settings(&[SettingField::Address, SettingField::Phone]);
        self.sheet.clauses.push(Clause { heading: "答复意见".to_owned(), text: gist.to_owned() });
    }
}
