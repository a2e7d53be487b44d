//! The timeline of a case: what was done, about whom, by whom, and what became of the entry.

use super::Scene;
use crate::case::page::TimeLine;
use domain::calendar::{day_long, day_short};
use domain::case::{Act, ActKind, Case, Correct, Event, PartyProposal, RecordEntry, UnlawfulAct, taken_back};
use domain::role::Power;
use domain::{Instant, Lang};

impl Scene<'_> {
    /// Who did it: in whose place, at whose proposal, or on paper and entered by whom.
    fn who(&self, event: &Event) -> String {
        let lang = self.lang;
        let by = match event.entry.in_place_of {
            Some(head) => lang.pick(
                format!("{}代{}", self.name(event.by), self.name(head)),
                format!("{} for {}", self.name(event.by), self.name(head)),
            ),
            None => self.name(event.by),
        };
        if let Some(named) = event.entry.on_paper.as_ref().and_then(|paper| paper.by.as_ref()) {
            return lang
                .pick(format!("{named}（纸质；{by}补录）"), format!("{named} (on paper; entered by {by})"));
        }
        match event.entry.proposed_by {
            Some(proposer) => lang.pick(
                format!("{by}（{}提请）", self.name(proposer)),
                format!("{by} (proposed by {})", self.name(proposer)),
            ),
            None => by,
        }
    }

    /// `now`: the newest entry can be taken back for some minutes, unless somebody's proposal rests on it.
    pub fn timeline(&self, case: &Case, events: &[Event], now: Instant, proposed: bool) -> Vec<TimeLine> {
        let lang = self.lang;
        let works = self.context.may(Power::WorkCases);
        let corrected = |seq: u32| {
            events.iter().any(|event| matches!(&event.act, Act::Correct(facts) if facts.seq == seq))
        };
        let gone = taken_back(events);
        let newest = case.take_back(self.context.actor, now).ok().filter(|_| !proposed);
        let line = |event: &Event| {
            let calendar = self.context.calendar;
            let mut marks = Vec::new();
            if event.entry.on_paper.is_some() {
                let day = day_short(event.at.day(), lang);
                marks.push(
                    lang.pick(format!("补录（纸质办理）{day}"), format!("done on paper, entered {day}")),
                );
            } else if calendar.working_days_between(event.on, event.at.day()) > 2 {
                let day = day_short(event.at.day(), lang);
                marks.push(lang.pick(format!("补录于 {day}"), format!("recorded {day}")));
            }
            if gone.contains(&event.seq) {
                marks.push(lang.pick("已撤回", "taken back").to_owned());
            }
            if corrected(event.seq) {
                marks.push(lang.pick("已更正", "corrected").to_owned());
            }
            let agreed: Vec<String> = event.entry.agreed_by.iter().map(|one| self.name(*one)).collect();
            if !agreed.is_empty() {
                let agreed = agreed.join(lang.pick("、", ", "));
                marks.push(lang.pick(format!("会签：{agreed}"), format!("agreed: {agreed}")));
            }
            let who = self.who(event);
            let mended = case.log.iter().find(|one| one.seq == event.seq).unwrap_or(event);
            let summary = match &event.act {
                Act::Correct(facts) => mended_words(facts, event.act.summary(lang), lang),
                Act::PassClue(facts) => {
                    let (to, reason) = (self.name(facts.to), facts.reason.as_str());
                    lang.pick(format!("交给{to}，{reason}"), format!("to {to}: {reason}"))
                }
                Act::Conclude(facts) => {
                    join(mended.act.summary(lang), self.proofs(case, &facts.proposals), lang)
                }
                _ => mended.act.summary(lang),
            };
            TimeLine {
                seq: event.seq,
                on: day_long(mended.on, lang),
                title: format!("{}{}", event.act.kind().name(lang), self.of_parties(case, &mended.act)),
                summary,
                who,
                marks,
                may_correct: works
                    && !gone.contains(&event.seq)
                    && !event.act.kind().is_an_answer()
                    && !matches!(event.act.kind(), ActKind::Correct | ActKind::TakeBack),
                may_take_back: newest.is_some_and(|newest| newest.seq == event.seq),
            }
        };
        events.iter().rev().map(line).collect()
    }

    /// What proves each act, where there are several: 未建立台账：3月5日 现场检查、3月6日 询问
    fn proofs(&self, case: &Case, proposals: &[PartyProposal]) -> Vec<String> {
        let lang = self.lang;
        let proved = |act: &UnlawfulAct, proposal: &PartyProposal| {
            let record = |seq| case.records.iter().find(|one| one.seq == seq);
            let named =
                |one: &RecordEntry| format!("{} {}", day_short(one.on, lang), one.facts.kind.name(lang));
            let records: Vec<String> = proposal.proof_of(act.id).filter_map(record).map(named).collect();
            let by = records.join(lang.pick("、", ", "));
            (!by.is_empty())
                .then(|| format!("{}{}{by}", self.violation(&act.violation), lang.pick("：", ": ")))
        };
        let of_party = |proposal: &PartyProposal| -> Vec<String> {
            let acts =
                case.track(proposal.party).map(|track| track.party.acts.as_slice()).unwrap_or_default();
            acts.iter().filter_map(|act| proved(act, proposal)).collect()
        };
        proposals.iter().flat_map(of_party).collect()
    }

    /// （道县××超市）: whom an entry is about, where the case has several parties.
    fn of_parties(&self, case: &Case, act: &Act) -> String {
        let parties = case.parties();
        let about = act.parties();
        let named = parties.iter().filter(|party| about.contains(&party.id)).map(|party| party.name.as_str());
        let names: Vec<&str> = named.filter(|_| parties.len() > 1).collect();
        match names.is_empty() {
            true => String::new(),
            false => format!("（{}）", names.join(self.lang.pick("、", ", "))),
        }
    }
}

/// The proposal, then by what each act is proved.
fn join(summary: String, proofs: Vec<String>, lang: Lang) -> String {
    if proofs.is_empty() {
        return summary;
    }
    let proved = proofs.join(lang.pick("；", "; "));
    lang.pick(format!("{summary}。证据：{proved}"), format!("{summary}. Proved by: {proved}"))
}

/// The reason, then what stood there and what stands there now.
pub(in crate::case) fn mended_words(facts: &Correct, reason: String, lang: Lang) -> String {
    let mut words = vec![reason];
    if facts.old_on != facts.new_on {
        words.push(format!("{} → {}", day_short(facts.old_on, lang), day_short(facts.new_on, lang)));
    }
    let penalty = |act: &Act| match act {
        Act::Decide(facts) => facts.penalties.words(lang),
        _ => String::new(),
    };
    let told = [Act::summary(&facts.old, lang), penalty(&facts.old)];
    for (old, new) in told.into_iter().zip([Act::summary(&facts.new, lang), penalty(&facts.new)]) {
        if old != new {
            words.push(format!("{old} → {new}"));
        }
    }
    words.join(lang.pick("；", "; "))
}
