//! Decisions: D26, D26s, D27; 行政处罚法 art. 33, 52, 59, 61, 67, 72.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::case::{
    Act, AnswerDefence, Case, ChangeDecision, Conclude, Decide, DecideNoPenalty, Event, HandedOver,
    NoPenaltyGround, Outcome, Party, PartyProposal, PenaliseOnTheSpot, RemedyWays, SpotDefence,
};
use crate::id::PartyId;
use crate::paper::words::{day_words, time_words};
use crate::paper::{
    Clause, DecisionLine, DefenceLine, HearingLine, Missing, PaperKind, ServiceLine, SettingField,
};
use crate::value::Money;

impl Binder<'_> {
    pub(super) fn decision(&mut self, facts: &Decide) {
        self.sheet.number.clone_from(&facts.number);
        self.sheet.reasons = facts.reasons.to_string();
        let Some(party) = self.party(facts.party, Asked::Whole) else { return };
        self.grounds(&party);
        self.heard(facts.party);
        self.sheet.penalties = Some(self.penalty_line(&party, &facts.penalties));
        self.ways(facts.penalties.money());
        if let Some(changed) = &facts.changed {
            let heading = "主要事实或者理由的改变".to_owned();
            self.sheet.clauses.push(Clause { heading, text: changed.to_string() });
        }
        self.confiscated_things(facts);
    }

    /// The paper of a decision that the bureau itself lightened: it cites the one that it changes.
    pub(super) fn changed_decision(&mut self, facts: &ChangeDecision) {
        self.sheet.number.clone_from(&facts.number);
        self.sheet.reasons = facts.paper.to_string();
        let Some(party) = self.party(facts.party, Asked::Whole) else { return };
        self.grounds(&party);
        self.heard(facts.party);
        self.sheet.penalties = Some(self.penalty_line(&party, &facts.penalties));
        self.ways(facts.penalties.money());
        let mut kind = PaperKind::D26;
        let on_the_spot = self.last(|act| matches!(act, Act::PenaliseOnTheSpot(_))).map(|event| &event.act);
        if let (Some(Act::PenaliseOnTheSpot(spot)), None) = (on_the_spot, self.conclusion(facts.party)) {
            kind = PaperKind::D26s;
            self.sheet.facts = spot.facts.to_string();
        }
        let track = self.track(facts.party);
        let fallen = track.as_ref().and_then(|track| track.fallen.last());
        let Some(was) = fallen.filter(|fallen| fallen.seq == self.event.seq) else { return };
        let served = was.was.served().map(|served| self.served_on(&served.served));
        self.sheet.decision = Some(DecisionLine {
            title: kind.name(Lang::Zh).to_owned(),
            number: was.decided.number.clone().unwrap_or_default(),
            day: day_words(was.decided.on),
            served,
        });
    }

    /// The held things that the decision confiscates, as the seizure listed them (行政处罚法 art. 59).
    fn confiscated_things(&mut self, facts: &Decide) {
        if !facts.penalties.confiscates_goods() {
            return;
        }
        let before: Vec<Event> =
            self.from.case.log.iter().take_while(|event| event.seq < self.event.seq).cloned().collect();
        let Some(before) = Case::of(&before) else { return };
        let held = before.confiscable(facts.party).into_iter();
        let named = held.filter(|(_, thing)| facts.confiscates(*thing));
        let things: Vec<String> =
            named.filter_map(|(of, thing)| Some(of.goods.get(thing.line)?.line.words())).collect();
        if !things.is_empty() {
            let heading = "没收的在扣财物".to_owned();
            self.sheet.clauses.push(Clause { heading, text: things.join("、") });
        }
    }

    pub(super) fn no_penalty(&mut self, facts: &DecideNoPenalty) {
        self.sheet.number.clone_from(&facts.number);
        self.sheet.reasons = facts.reasons.to_string();
        self.sheet.ground = Some(facts.ground.name(Lang::Zh).to_owned());
        let Some(party) = self.party(facts.party, Asked::Whole) else { return };
        self.grounds(&party);
        self.heard(facts.party);
        self.ways(Money::ZERO);
        self.educates(facts.ground);
        if let Some(by) = facts.order_by {
            let text = format!("责令当事人于{}前改正上述行为", day_words(by));
            self.sheet.clauses.push(Clause { heading: "责令改正".to_owned(), text });
        }
    }

    /// Whoever did what is not punished is educated (行政处罚法 art. 33(3)); whoever answers for nobody yet, or not
    /// any more, has a guardian (art. 30, 31). Where nothing was proved, or it is too late, nobody is.
    fn educates(&mut self, ground: NoPenaltyGround) {
        use NoPenaltyGround as G;
        let guarded = match ground {
            G::Under14 => "根据《中华人民共和国行政处罚法》第三十条的规定，责令监护人对当事人加以管教。",
            G::MentalIllness => {
                "根据《中华人民共和国行政处罚法》第三十一条的规定，责令监护人对当事人严加看管和治疗。"
            }
            G::SlightMendedNoHarm | G::FirstTimeSlightMended | G::NoFaultProved => "",
            G::FactsNotEstablished | G::TimeBarred => return,
        };
        let text = format!(
            "根据《中华人民共和国行政处罚法》第三十三条第三款的规定，本局对当事人进行教育：当事人应当遵守法律、\
             法规、规章，避免再次发生类似行为。{guarded}"
        );
        self.sheet.clauses.push(Clause { heading: "教育".to_owned(), text });
    }

    /// The one paper of the simplified procedure holds facts, penalty, defence and its own receipt (罚52).
    pub(super) fn spot_decision(&mut self, facts: &PenaliseOnTheSpot) {
        self.sheet.number.clone_from(&facts.number);
        self.sheet.facts = facts.facts.to_string();
        let line = self.party_line(&facts.party, Asked::Whole);
        self.sheet.parties.push(line);
        self.officers(facts.officers);
        self.sheet.penalties = Some(self.penalty_line(&facts.party, &facts.penalties));
        self.ways(facts.penalties.money());
        if let SpotDefence::Said { arguments, accepted, reasons } = &facts.heard {
            self.sheet.defences.push(DefenceLine {
                day: day_words(self.event.on),
                arguments: arguments.to_string(),
                accepted: *accepted,
                reasons: reasons.to_string(),
            });
        }
        let (signed_by, remark) = match &facts.handed_over {
            HandedOver::Signed { signed_by, .. } => (signed_by.to_string(), String::new()),
            HandedOver::Refused { witness } => (String::new(), format!("当事人拒绝签收，见证人：{witness}")),
        };
        self.sheet.service = Some(ServiceLine { signed_by, remark, ..ServiceLine::default() });
    }

    /// What the decision rests on: the conclusion of the investigation for the party.
    fn grounds(&mut self, party: &Party) {
        let Some((conclude, proposal)) = self.conclusion(party.id) else { return };
        self.sheet.facts = conclude.facts.to_string();
        self.sheet.discretion = Some(proposal.discretion.to_string());
        self.evidence(&conclude.evidence);
        let filed = self.case.filing().map(|filed| filed.officers);
        if let Some(officers) = filed {
            let names = [officers.lead, officers.second].map(|person| self.from.context.name(person));
            let heading = "承办人".to_owned();
            self.sheet.clauses.push(Clause { heading, text: names.join("、") });
        }
    }

    /// The last report on the conclusion that names the party.
    pub(super) fn conclusion(&self, party: PartyId) -> Option<(Conclude, PartyProposal)> {
        let names = |act: &Act| matches!(act, Act::Conclude(facts) if facts.proposals.iter().any(|one| one.party == party));
        let Act::Conclude(facts) = &self.last(names)?.act else { return None };
        let proposal = facts.proposals.iter().find(|one| one.party == party)?.clone();
        Some((facts.clone(), proposal))
    }

    /// What the party was told and said before: notice, defences with their answers, hearing.
    pub(super) fn heard(&mut self, party: PartyId) {
        let progress = self.track(party).map(|track| track.progress);
        let notified = progress.as_ref().and_then(|progress| progress.notified().cloned());
        let Some(notified) = notified else { return };
        let served = self.served_on(&notified.served);
        self.sheet.notice = Some(self.notice_line(&notified.notice, Some(served)));
        self.sheet.waived = notified.defence.waiver != crate::case::Waiver::None;
        let since = notified.seq;
        let events: Vec<Event> = self
            .events()
            .into_iter()
            .filter(|event| event.seq > since && event.party() == Some(party))
            .cloned()
            .collect();
        self.sheet.defences = defences(&events);
        let hearing = progress.as_ref().and_then(|progress| progress.hearing().cloned());
        let outcome = progress.as_ref().and_then(|progress| progress.heard().cloned());
        let appointment = hearing.and_then(|hearing| hearing.appointment);
        // A request that was withdrawn before anything was appointed has no day and no host.
        if appointment.is_some() || outcome.is_some() {
            let of = appointment.as_ref();
            self.sheet.hearing = Some(HearingLine {
                day: of.map(|one| day_words(one.day)).unwrap_or_default(),
                host: of.map(|one| self.from.context.name(one.host)).unwrap_or_default(),
                outcome: outcome.map(|heard| heard.outcome.word().to_owned()).unwrap_or_default(),
                ..HearingLine::default()
            });
        }
    }

    /// Bank and account where something is to be paid; government and court against any decision.
    pub(super) fn ways(&mut self, money: Money) {
        self.settings(&[SettingField::Government, SettingField::Court]);
        if money > Money::ZERO {
            self.settings(&[SettingField::Bank, SettingField::BankAccount]);
        }
        let party = self.slot.party.or_else(|| self.case.parties().first().map(|party| party.id));
        let track = party.and_then(|party| self.track(party));
        let decided = track.as_ref().and_then(|track| track.progress.decided());
        match decided.and_then(|decided| decided.remedy_ways()) {
            Some(ways) => self.sheet.reconsideration_first = ways == RemedyWays::ReconsiderationFirst,
            None => self.lacks(Missing::Term),
        }
    }

    /// What is intended for a party, in words.
    pub(super) fn outcome(&self, outcome: &Outcome) -> String {
        outcome.words(Lang::Zh)
    }

    /// 9时00分 from a record's time.
    pub(super) fn hour(time: chrono::NaiveTime) -> String {
        time_words(time)
    }
}

/// Each defence with the answer that follows it.
fn defences(events: &[Event]) -> Vec<DefenceLine> {
    let mut lines: Vec<DefenceLine> = Vec::new();
    let mut open = 0;
    for event in events {
        match &event.act {
            Act::ReceiveDefence(facts) => lines.push(DefenceLine {
                day: day_words(event.on),
                arguments: facts.arguments.to_string(),
                ..DefenceLine::default()
            }),
            Act::AnswerDefence(AnswerDefence { accepted, reasons, .. }) => {
                for line in &mut lines[open..] {
                    line.accepted = *accepted;
                    line.reasons = reasons.to_string();
                }
                open = lines.len();
            }
            _ => {}
        }
    }
    lines
}
