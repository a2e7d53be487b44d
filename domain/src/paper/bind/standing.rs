//! The decision that stands, as later papers cite it: facts, reasons and penalties of the last deciding act.

use super::Binder;
use crate::Lang;
use crate::case::{
    Act, ActKind, ChangeDecision, Decide, Decided, Event, Reviser, ServedOn, SpotDefence, counts_on,
};
use crate::id::PartyId;
use crate::paper::words::day_words;
use crate::paper::{Clause, DecisionLine, DefenceLine, Missing};

impl<'a> Binder<'a> {
    /// The decision that is performed, or not. One that somebody else changed keeps its number and its days, and says
    /// what became of it.
    pub(super) fn decided(&mut self, party: PartyId) {
        let track = self.track(party);
        let Some(decided) = track.as_ref().and_then(|track| track.progress.decided()) else {
            self.sheet.decision = Some(self.cited(party, None, None));
            return;
        };
        let served = track.as_ref().and_then(|track| track.progress.served());
        let changed = self.changed(decided);
        let by_another = changed.as_ref().filter(|(_, facts)| facts.reviser != Reviser::Bureau).is_some();
        let first = track.as_ref().and_then(|track| track.fallen.last());
        let first = first.filter(|_| by_another).map(|fallen| &fallen.was);
        let served = first.map_or(served, |was| was.served()).map(|served| self.served_on(&served.served));
        let own_day = changed.as_ref().filter(|_| !by_another).map(|(event, _)| day_words(event.on));
        let mut line = self.cited(party, Some(decided), served);
        line.day = own_day.unwrap_or(line.day);
        self.sheet.decision = Some(line);
        if let Some((event, facts)) = changed {
            let text = match facts.reviser {
                Reviser::Bureau => facts.paper.to_string(),
                other => {
                    let who = other.name(Lang::Zh);
                    format!("该决定经{who}变更：{}；变更后的决定于{}送达", facts.paper, day_words(event.on))
                }
            };
            self.sheet.clauses.push(Clause { heading: "决定的变更".to_owned(), text });
        }
    }

    fn cited(&self, party: PartyId, decided: Option<&Decided>, served: Option<String>) -> DecisionLine {
        let (kind, number) = self.decision_served(party);
        let standing = decided.and_then(|decided| decided.number.clone());
        DecisionLine {
            title: kind.name(Lang::Zh).to_owned(),
            number: standing.unwrap_or(number),
            day: decided.map(|decided| day_words(decided.on)).unwrap_or_default(),
            served,
        }
    }

    /// The act by which the decision was changed, where it was.
    fn changed(&self, decided: &Decided) -> Option<(&'a Event, &'a ChangeDecision)> {
        let event = self.events().into_iter().find(|event| event.seq == decided.seq)?;
        match &event.act {
            Act::ChangeDecision(facts) => Some((event, facts)),
            _ => None,
        }
    }

    /// The day on which a service counts: after a public notice, the end of its term (民事诉讼法 art. 95).
    pub(super) fn served_on(&self, served: &ServedOn) -> String {
        day_words(counts_on(served, &self.from.context))
    }

    /// Facts, reasons, penalties and the party's words, as a court reads them (行政强制法 art. 55).
    pub(super) fn decided_whole(&mut self, party: PartyId) {
        self.decided(party);
        self.heard(party);
        let spot = self.last(|act| matches!(act, Act::PenaliseOnTheSpot(facts) if facts.party.id == party));
        if let Some((conclude, _)) = self.conclusion(party) {
            self.sheet.facts = conclude.facts.to_string();
        } else if let Some(Act::PenaliseOnTheSpot(facts)) = spot.map(|event| &event.act) {
            self.sheet.facts = facts.facts.to_string();
            self.sheet.reasons = "违法事实确凿并有法定依据，适用简易程序当场作出".to_owned();
            if let SpotDefence::Said { arguments, accepted, reasons } = &facts.heard {
                self.sheet.defences.push(DefenceLine {
                    day: spot.map(|event| day_words(event.on)).unwrap_or_default(),
                    arguments: arguments.to_string(),
                    accepted: *accepted,
                    reasons: reasons.to_string(),
                });
            }
        } else {
            self.lacks(Missing::Act { act: ActKind::Conclude, party: Some(party) });
        }
        let decide = self.last(|act| matches!(act, Act::Decide(facts) if facts.party == party));
        if let Some(Act::Decide(Decide { reasons, .. })) = decide.map(|event| &event.act) {
            self.sheet.reasons = reasons.to_string();
        }
        let track = self.track(party);
        let decided = track.as_ref().and_then(|track| track.progress.decided());
        match (decided.and_then(Decided::penalties), track.as_ref()) {
            (Some(penalties), Some(track)) => {
                self.sheet.penalties = Some(self.penalty_line(&track.party, penalties));
            }
            _ => self.lacks(Missing::Act { act: ActKind::Decide, party: Some(party) }),
        }
    }
}
