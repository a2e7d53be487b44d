//! Payment plans, demand and application to court: D35, D36, D37, D53, D55; 行政处罚法 art. 66, 行政强制法 art. 35, 39,
//! 40, 42, 53–55.

use super::Binder;
use super::party::Asked;
use crate::calendar::Clock;
use crate::case::{
    Act, ApplyToCourt, ApprovePlan, Demand, EndEnforcement, Instalment, Note, ServedOn, SuspendEnforcement,
    SuspensionGround,
};
use crate::id::PartyId;
use crate::paper::words::{day_words, money_words};
use crate::paper::{CourtLine, InstalmentLine, SettingField};
use crate::value::Money;
use crate::{Day, Lang};

impl Binder<'_> {
    pub(super) fn demand(&mut self, facts: &Demand) {
        self.sheet.number.clone_from(&facts.number);
        self.settings(&[
            SettingField::Bank,
            SettingField::BankAccount,
            SettingField::Address,
            SettingField::Phone,
        ]);
        self.party(facts.party, Asked::Whole);
        self.decided(facts.party);
        let term = self.term(Clock::Demand);
        self.sheet.court = Some(CourtLine { term, ..self.owed(facts.party) });
    }

    pub(super) fn application(&mut self, facts: &ApplyToCourt) {
        self.sheet.number.clone_from(&facts.number);
        self.setting(SettingField::Court);
        self.party(facts.party, Asked::Whole);
        self.decided_whole(facts.party);
        let demanded = self.last(|act| matches!(act, Act::Demand(demand) if demand.party == facts.party));
        let (number, served) = match demanded.map(|event| (&event.act, event.on)) {
            Some((Act::Demand(demand), on)) => {
                let served = ServedOn { on, service: demand.service.clone() };
                (demand.number.clone().unwrap_or_default(), self.served_on(&served))
            }
            _ => (String::new(), String::new()),
        };
        self.sheet.court = Some(CourtLine {
            request: facts.request.to_string(),
            demand_number: number,
            demand_served: served,
            ..self.owed(facts.party)
        });
    }

    /// 延期、分期: each instalment with its last day.
    pub(super) fn plan(&mut self, facts: &ApprovePlan) {
        self.sheet.number.clone_from(&facts.number);
        self.settings(&[SettingField::Bank, SettingField::BankAccount]);
        self.party(facts.party, Asked::Whole);
        self.decided(facts.party);
        self.sheet.reasons = facts.hardship.to_string();
        let line = |one: &Instalment| InstalmentLine { day: day_words(one.by), sum: money_words(one.amount) };
        self.sheet.instalments = facts.instalments.iter().map(line).collect();
        self.without_articles();
    }

    /// D55: the plan as an agreement, with the remedial steps and what is remitted of the surcharge for them, never of
    /// the fine (行政强制法 art. 42). It has a number of its own.
    pub(super) fn agreement(&mut self, facts: &ApprovePlan) {
        self.plan(facts);
        self.sheet.number = None;
        let Some(remission) = &facts.remission else { return };
        self.sheet.court = Some(CourtLine {
            request: remission.steps.to_string(),
            surcharge: money_words(remission.amount),
            ..self.owed(facts.party)
        });
    }

    pub(super) fn suspension(&mut self, facts: &SuspendEnforcement) {
        self.stands_still(facts.party, facts.number.as_ref(), facts.ground, &facts.reason);
        "中止执行决定书".clone_into(&mut self.sheet.title);
    }

    pub(super) fn end_of_enforcement(&mut self, facts: &EndEnforcement) {
        self.stands_still(facts.party, facts.number.as_ref(), facts.ground, &facts.reason);
        "终结执行决定书".clone_into(&mut self.sheet.title);
        self.sheet.ended = true;
    }

    fn stands_still(
        &mut self,
        party: PartyId,
        number: Option<&String>,
        ground: SuspensionGround,
        reason: &Note,
    ) {
        self.sheet.number = number.cloned();
        self.party(party, Asked::Whole);
        self.decided(party);
        self.sheet.ground = Some(ground.name(Lang::Zh).to_owned());
        self.sheet.reasons = reason.to_string();
        self.without_articles();
    }

    /// What is owed on the day of the paper, principal and surcharge apart.
    pub(super) fn owed(&self, party: PartyId) -> CourtLine {
        let Some(track) = self.track(party) else { return CourtLine::default() };
        let rest = track.progress.rest();
        let accrued = |on: Day| track.surcharge(on, &self.from.context);
        let today = accrued(self.event.on).unwrap_or_default();
        // It runs on while the next day adds to it: not on confiscations, not beyond the fine, not while it stands still.
        let next = self.event.on.succ_opt().and_then(accrued).unwrap_or_default();
        CourtLine {
            rest: money_words(rest),
            surcharge: money_words(today.surcharge_left),
            has_surcharge: today.accrued > Money::ZERO,
            surcharge_runs: next.accrued > today.accrued,
            total: money_words(Money(rest.0 + today.surcharge_left.0)),
            ..CourtLine::default()
        }
    }
}
