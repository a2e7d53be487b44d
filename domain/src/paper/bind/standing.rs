//! The decision that stands, as later papers cite it: facts, reasons and penalties of the last deciding act.

use super::Binder;
use crate::Lang;
use crate::case::{
    Act, ActKind, ChangeDecision, Decide, Decided, Event, Reviser, Served, ServedOn, SpotDefence, Track,
    counts_on,
};
use crate::id::PartyId;
use crate::paper::words::day_words;
use crate::paper::{Clause, DecisionLine, DefenceLine, Missing};

impl<'a> Binder<'a> {
    /// The decision that is performed, or not. One that somebody else changed keeps its number and its days, and says
    /// what became of it.
    pub(super) fn decided(&mut self, party: PartyId) {
        let track = self.track(party);
        let own = track.as_ref().and_then(|track| self.own_paper(track));
        let (kind, number) = self.decision_served(party);
        let line = DecisionLine {
            title: kind.name(Lang::Zh).to_owned(),
            number: own.and_then(|(decided, _)| decided.number.clone()).unwrap_or(number),
            day: own.map(|(decided, _)| self.day_of(decided)).unwrap_or_default(),
            served: own.and_then(|(_, served)| served).map(|served| self.served_on(&served.served)),
        };
        self.sheet.decision = Some(line);
        let decided = track.as_ref().and_then(|track| track.progress.decided());
        if let Some((event, facts)) = decided.and_then(|decided| self.changed(decided)) {
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

    /// The decision as the bureau itself wrote it last, with its service: what others changed stands in a paper of theirs.
    fn own_paper<'t>(&self, track: &'t Track) -> Option<(&'t Decided, Option<&'t Served>)> {
        let now = track.progress.decided().map(|decided| (decided, track.progress.served()));
        let before = track.fallen.iter().rev().map(|fallen| (&fallen.decided, fallen.was.served()));
        now.into_iter().chain(before).find(|(decided, _)| {
            self.changed(decided).is_none_or(|(_, facts)| facts.reviser == Reviser::Bureau)
        })
    }

    /// The day of the bureau's paper.
    fn day_of(&self, decided: &Decided) -> String {
        day_words(self.changed(decided).map_or(decided.on, |(event, _)| event.on))
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
