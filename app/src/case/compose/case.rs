//! The page of a case.

use super::{Scene, explained};
use crate::calculator::{Drawn, Month};
use crate::case::page::{Badge, ClockLine, NextLine, PartyLine, ProposalLine};
use crate::case::text as words;
use domain::calendar::{Binds, day_long, day_short};
use domain::case::{
    Act, Case, CaseClock, ClockState, Event, LateOrder, NextAct, Party, Track, clocks, next, todo, waits,
};
use domain::role::Power;
use store::ProposalRow;

/// A case without a party is called by the beginning of what is suspected, as in lists.
const NAMED_CHARS: usize = 120;

impl Scene<'_> {
    pub fn officers(&self, case: &Case) -> String {
        let lang = self.lang;
        match case.filing() {
            Some(filed) => [filed.officers.lead, filed.officers.second]
                .map(|person| self.certified(person, self.context.today))
                .join(lang.pick("、", ", ")),
            None => case.keeper().map(|keeper| self.name(keeper)).unwrap_or_default(),
        }
    }

    pub fn clocks(&self, case: &Case) -> Vec<ClockLine> {
        let many = case.parties().len() > 1;
        let open = clocks(case, &self.context);
        open.iter().map(|clock| self.clock(case, clock, many)).collect()
    }

    pub(super) fn clock(&self, case: &Case, clock: &CaseClock, many: bool) -> ClockLine {
        let lang = self.lang;
        let party = clock.party.filter(|_| many).and_then(|party| case.track(party));
        let whose = clock.rule.binds.text(lang).to_owned();
        let badge = match clock.state {
            // A way that is open to the bureau, and that it need not take, is never overdue.
            ClockState::Running
                if clock.rule.binds == Binds::Nobody && clock.is_overdue(self.context.today) =>
            {
                Badge { tone: "ok".to_owned(), words: lang.pick("期限已过", "over").to_owned(), whose }
            }
            ClockState::Running => self.badge(clock.deadline.acting_day, clock.deadline.provisional, whose),
            ClockState::Met { on } => Badge {
                tone: "ok".to_owned(),
                words: lang
                    .pick(format!("{} 已办", day_short(on, lang)), format!("done {}", day_short(on, lang))),
                whose,
            },
            ClockState::Ended { .. } => {
                Badge { tone: "ok".to_owned(), words: lang.pick("已结束", "ended").to_owned(), whose }
            }
        };
        ClockLine {
            name: clock.rule.clock.name(lang).to_owned(),
            party: party.map(|track| track.party.name.to_string()).unwrap_or_default(),
            badge,
            article: clock.rule.article.pick(lang).to_owned(),
            sentence: match &clock.hours {
                Some(hours) => hours.sentence(lang),
                None => clock.deadline.sentence(lang),
            },
            months: self.months(clock),
            steps: match &clock.hours {
                Some(hours) => hours.steps(lang),
                None => clock.deadline.trace.told(lang),
            },
        }
    }

    /// The small calendar of a term that runs; one that is over needs none, one of hours has none.
    fn months(&self, clock: &CaseClock) -> Vec<Month> {
        let counted = clock.state == ClockState::Running && clock.hours.is_none();
        let (calendar, deadline) = (self.context.calendar, &clock.deadline);
        let from = deadline.trace.start().unwrap_or(clock.start);
        let drawn = Drawn { calendar, deadline, from, lang: self.lang };
        if counted { drawn.months() } else { Vec::new() }
    }

    pub fn procedure(&self, case: &Case) -> String {
        let procedure = case.procedure();
        if procedure.is_simplified() { procedure.name(self.lang).to_owned() } else { String::new() }
    }

    /// The ways against each party's decision, once it was served.
    pub fn remedy_ways(&self, case: &Case) -> Vec<String> {
        let many = case.parties().len() > 1;
        let ways = |track: &Track| {
            let words = track.progress.served()?.decided.remedy_ways()?.sentence(self.lang);
            Some(if many { track.named(words, self.lang) } else { words.to_owned() })
        };
        case.tracks().iter().filter_map(ways).collect()
    }

    /// For whom the case waits, and what runs too long beside it.
    pub fn waits(&self, case: &Case) -> Vec<String> {
        let (lang, many) = (self.lang, case.parties().len() > 1);
        let late = |order: LateOrder| {
            let named = case.track(order.party).filter(|_| many);
            named.map_or(order.sentence(lang), |track| track.named(&order.sentence(lang), lang))
        };
        let late = case.late_orders(&self.context).into_iter().map(late);
        waits(case, &self.context).into_iter().map(|wait| wait.sentence(lang)).chain(late).collect()
    }

    /// 宁远县商务局 宁商案〔2026〕7号
    pub fn came_from(&self, case: &Case) -> String {
        let Some(transferred) = &case.clue.transferred else { return String::new() };
        let number = transferred.number.as_ref().map(|number| format!(" {number}"));
        format!("{}{}", transferred.from, number.unwrap_or_default())
    }

    pub fn next(&self, case: &Case) -> Vec<NextLine> {
        let lang = self.lang;
        let many = case.parties().len() > 1;
        let todo = todo(case, &self.context).map(|todo| (todo.act, todo.party));
        let line = |one: NextAct| {
            let propose = if one.proposes { words::propose(lang) } else { "" };
            let party = one.party.and_then(|party| case.track(party)).filter(|_| many);
            let of = party.map(|track| format!("（{}）", track.party.name)).unwrap_or_default();
            NextLine {
                act: one.act.word().to_owned(),
                party: one.party.map(|party| party.to_string()).unwrap_or_default(),
                name: format!("{propose}{}{of}", one.act.name(lang)),
                main: todo == Some((one.act, one.party)),
                refusal: one.refusal.map(|refusal| explained(&refusal, lang)),
            }
        };
        // What is to be done now comes first, what cannot be done last.
        let mut lines: Vec<NextLine> = next(case, &self.context).into_iter().map(line).collect();
        lines.sort_by_key(|line| (line.refusal.is_some(), !line.main));
        lines
    }

    pub fn party(&self, case: &Case, party: &Party) -> PartyLine {
        let stage = case.track(party.id).map_or_else(|| case.stage(), |track| track.progress.stage());
        PartyLine {
            id: party.id.to_string(),
            name: party.name.to_string(),
            kind: party.kind.name(self.lang).to_owned(),
            stage: stage.name(self.lang).to_owned(),
            establishment: party.establishment.map(|id| id.to_string()).unwrap_or_default(),
            id_number: String::new(),
            phone: String::new(),
            may_be_disobeyed: self.context.may(Power::WorkCases)
                && case.warning_of(party.id, &self.context).is_some(),
        }
    }

    pub fn proposal(&self, row: &ProposalRow, case: Option<(&Case, &[Event])>) -> ProposalLine {
        let lang = self.lang;
        let since = case.map_or_else(Vec::new, |(_, events)| self.since(events, row.base_seq));
        let state = match row.state.as_str() {
            "open" => lang.pick("待审批", "waiting"),
            "approved" => lang.pick("已同意", "approved"),
            "returned" => lang.pick("已退回", "sent back"),
            _ => lang.pick("已撤回", "taken back"),
        };
        // A party that comes with the act is none of the case yet.
        let coming = match &row.act {
            Act::File(facts) => facts.parties.first(),
            Act::AddParty(facts) => Some(&facts.party),
            _ => None,
        };
        let about = case.map(|(case, _)| {
            let named = row.act.party();
            let parties = case.parties();
            let found = parties.iter().find(|party| Some(party.id) == named).or(parties.first());
            let suspected = || case.clue.suspicion.to_string().chars().take(NAMED_CHARS).collect();
            found.map_or_else(suspected, |party| party.name.to_string())
        });
        ProposalLine {
            id: row.id.to_string(),
            case: row.case.to_string(),
            number: case.and_then(|(case, _)| case.clue.number.clone()).unwrap_or_default(),
            party: coming.map(|party| party.name.to_string()).or(about).unwrap_or_default(),
            act: row.act.kind().name(lang).to_owned(),
            summary: row.act.summary(lang),
            by: self.name(row.by),
            at: day_long(row.at.day(), lang),
            state: state.to_owned(),
            reason: row.reason.clone().unwrap_or_default(),
            open: row.state == "open",
            mine: row.by == self.context.actor,
            since,
            refusal: None,
        }
    }

    /// What happened after a version of the case.
    pub fn since(&self, events: &[Event], seq: u32) -> Vec<String> {
        let lang = self.lang;
        let line = |event: &Event| {
            let (day, act) = (day_short(event.on, lang), event.act.kind().name(lang));
            format!("{day} {act} · {}", self.name(event.by))
        };
        events.iter().filter(|event| event.seq > seq).map(line).collect()
    }
}
