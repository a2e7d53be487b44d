//! Binding (绑定): from the events of a case to what one of its papers says.

mod answer;
mod approval;
mod clue;
mod decision;
mod enforcement;
mod expertise;
mod heard;
mod inquiry;
mod internal;
mod letter;
mod measure;
mod money;
mod notice;
mod party;
mod publication;
mod record;
mod recusal;
mod service;
mod standing;

use std::collections::{BTreeMap, BTreeSet};

use super::words::day_words;
use super::{Issuer, Missing, PaperKind, SettingField, Sheet, Slot};
use crate::case::{Act, Case, Context, Event, PenaliseOnTheSpot, Track, taken_back};
use crate::id::PartyId;
use crate::{Day, Lang};

/// What papers are bound from: nothing is looked up.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    pub case: &'a Case,
    pub context: Context<'a>,
    pub issuer: &'a Issuer,
    /// The identity numbers of citizens as the paper shows them, masked on copies.
    pub id_numbers: &'a BTreeMap<PartyId, String>,
}

/// A paper with nothing missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    pub slot: Slot,
    /// The day of the paper: that of the act.
    pub on: Day,
    /// The number that the act took.
    pub number: Option<String>,
    pub sheet: Sheet,
}

/// Makes a paper of the case as it stood just after the event that the paper is about.
///
/// # Errors
/// All that is missing, each once.
pub fn bind(slot: Slot, sources: &Sources<'_>) -> Result<Paper, Vec<Missing>> {
    let stood = |at: usize| Case::of(&sources.case.log[..=at]);
    bound(slot, sources, stood)
}

/// As [`bind`], of many papers of one case, whose events are gone through once.
#[must_use]
pub fn bind_each(slots: &[Slot], sources: &Sources<'_>) -> Vec<Result<Paper, Vec<Missing>>> {
    let asked: BTreeSet<u32> = slots.iter().filter_map(|slot| slot.seq).collect();
    let mut stood: BTreeMap<usize, Case> = BTreeMap::new();
    let mut case: Option<Case> = None;
    for (at, event) in sources.case.log.iter().enumerate() {
        case = match &case {
            None => Case::of(std::slice::from_ref(event)),
            Some(case) => case.after(event).ok(),
        };
        let Some(case) = &case else { break };
        if asked.contains(&event.seq) {
            stood.insert(at, case.clone());
        }
    }
    slots.iter().map(|slot| bound(*slot, sources, |at| stood.get(&at).cloned())).collect()
}

/// `stood`: the case just after the event at a place of its list.
fn bound(
    slot: Slot,
    sources: &Sources<'_>,
    stood: impl FnOnce(usize) -> Option<Case>,
) -> Result<Paper, Vec<Missing>> {
    let mut binder = match Binder::begin(slot, sources, stood) {
        Ok(binder) => binder,
        Err(missing) => return Err(vec![missing]),
    };
    binder.fill();
    binder.finish()
}

/// The paper in the making, and what was found missing.
struct Binder<'a> {
    slot: Slot,
    from: &'a Sources<'a>,
    /// The case just after the event.
    case: Case,
    event: &'a Event,
    sheet: Sheet,
    missing: Vec<Missing>,
}

impl<'a> Binder<'a> {
    fn begin(
        slot: Slot,
        from: &'a Sources<'a>,
        stood: impl FnOnce(usize) -> Option<Case>,
    ) -> Result<Self, Missing> {
        let undone = || Missing::Act {
            act: slot.kind.after().unwrap_or(crate::case::ActKind::RegisterClue),
            party: slot.party,
        };
        let seq = slot.seq.ok_or_else(undone)?;
        let log = &from.case.log;
        let at = log.iter().position(|event| event.seq == seq).ok_or_else(undone)?;
        let case = stood(at).ok_or_else(undone)?;
        let event = &log[at];
        let sheet = Sheet {
            form: slot.kind.id(),
            title: slot.kind.name(Lang::Zh).to_owned(),
            day: day_words(event.on),
            bureau: from.issuer.clone(),
            ..Sheet::default()
        };
        Ok(Binder { slot, from, case, event, sheet, missing: Vec::new() })
    }

    fn fill(&mut self) {
        self.setting(SettingField::FullName);
        self.case_line();
        match (&self.event.act, self.slot.kind) {
            (Act::Demand(facts), PaperKind::D36) => self.demand(facts),
            (act, PaperKind::D03) => self.told_to_reporter(act),
            (act, PaperKind::D33 | PaperKind::D49) => self.blank_of_parties(act),
            (act, PaperKind::D32) => self.proof_of_service(act),
            (act, PaperKind::D45) => self.approval(act),
            (act, PaperKind::D54) => self.public_notice(act),
            (Act::RegisterClue(facts), _) => self.clue(facts),
            (Act::File(facts), _) => self.filing(facts),
            (Act::RefuseFiling(facts), _) => self.refused_filing(facts),
            (Act::PenaliseOnTheSpot(facts), _) => self.on_the_spot(facts),
            (Act::Inquire(facts), _) => self.inquiry(facts),
            (Act::Record(facts), _) => self.record(facts),
            (Act::DecideRecusal(facts), _) => self.recusal(facts),
            (Act::RegisterEvidence(facts), _) => self.evidence_registered(facts),
            (Act::HandleEvidence(facts), _) => self.evidence_handled(facts),
            (Act::TakeMeasure(facts), _) => self.measure_taken(facts),
            (Act::TakeUrgentMeasure(facts), _) => self.urgent_measure(facts),
            (Act::ExtendMeasure(facts), _) => self.measure_extended(facts),
            (Act::CommissionTest(facts), _) => self.test_commissioned(facts),
            (Act::RecordTestResult(facts), _) => self.test_result(facts),
            (Act::LiftMeasure(facts), _) => self.measure_lifted(facts),
            (Act::DisposeGoods(facts), _) => self.goods_disposed(facts),
            (Act::HandlePerishable(facts), _) => self.perishable_handled(facts),
            (Act::Pay(facts), _) => self.payment(facts),
            (Act::Perform(facts), _) => self.confiscated_handled(facts),
            (Act::Conclude(facts), _) => self.report(facts),
            (Act::Review(facts), _) => self.review(facts),
            (Act::ApproveNotice(facts), _) => self.notice(facts),
            (Act::ReceiveDefence(facts), _) => self.defence_record(facts),
            (Act::WaiveDefence(facts), _) => self.waiver(facts),
            (Act::AnswerDefence(facts), _) => self.re_examination(facts),
            (Act::AppointHearing(facts), _) => self.hearing_notice(facts),
            (Act::HoldHearing(facts), _) => self.hearing_held(facts),
            (Act::Deliberate(facts), _) => self.minutes(facts),
            (Act::Decide(facts), _) => self.decision(facts),
            (Act::ChangeDecision(facts), _) => self.changed_decision(facts),
            (Act::DecideNoPenalty(facts), _) => self.no_penalty(facts),
            (Act::ApprovePlan(facts), PaperKind::D55) => self.agreement(facts),
            (Act::ApprovePlan(facts), _) => self.plan(facts),
            (Act::ApplyToCourt(facts), _) => self.application(facts),
            (Act::SuspendEnforcement(facts), _) => self.suspension(facts),
            (Act::EndEnforcement(facts), _) => self.end_of_enforcement(facts),
            (Act::ProposeTransfer(facts), _) => self.transfer_letter(facts),
            (Act::HandToPolice(facts), _) => self.crime_letter(facts),
            (Act::ProposeRevocation(facts), _) => self.revocation_letter(facts),
            (Act::AnswerRemedy(facts), _) => self.answer_to_remedy(facts),
            (Act::AnswerContest(facts), _) => self.answer_to_contest(facts),
            (Act::Withdraw(facts), _) => self.withdrawal(facts),
            (Act::Close(facts), _) => self.closing(facts),
            _ => {}
        }
    }

    fn finish(mut self) -> Result<Paper, Vec<Missing>> {
        if !self.missing.is_empty() {
            let mut once: Vec<Missing> = Vec::new();
            for missing in self.missing {
                if !once.contains(&missing) {
                    once.push(missing);
                }
            }
            return Err(once);
        }
        let number = self.sheet.number.take().filter(|number| !number.is_empty());
        self.sheet.number.clone_from(&number);
        Ok(Paper { slot: self.slot, on: self.event.on, number, sheet: self.sheet })
    }

    fn lacks(&mut self, missing: Missing) {
        self.missing.push(missing);
    }

    /// What is written before anybody knows the articles, or does not cite them.
    fn without_articles(&mut self) {
        self.missing.retain(|missing| !matches!(missing, Missing::Article { .. }));
    }

    /// A setting that the paper prints.
    fn setting(&mut self, field: SettingField) {
        let of = self.from.issuer;
        let value = match field {
            SettingField::FullName => &of.name,
            SettingField::Government => &of.government,
            SettingField::Court => &of.court,
            SettingField::Bank => &of.bank,
            SettingField::BankAccount => &of.account,
            SettingField::Address => &of.address,
            SettingField::Phone => &of.phone,
        };
        if value.trim().is_empty() {
            self.lacks(Missing::Setting(field));
        }
    }

    fn settings(&mut self, fields: &[SettingField]) {
        fields.iter().for_each(|field| self.setting(*field));
    }

    /// A party's way as it stood just after the event.
    fn track(&self, party: PartyId) -> Option<Track> {
        self.case.track(party).cloned()
    }

    /// The events that count, up to that of the paper, oldest first.
    fn events(&self) -> Vec<&'a Event> {
        let gone = taken_back(&self.from.case.log);
        let counts = |event: &&Event| event.seq <= self.event.seq && !gone.contains(&event.seq);
        self.from.case.log.iter().filter(counts).collect()
    }

    /// The last event that counts and fits.
    fn last(&self, fits: impl Fn(&Act) -> bool) -> Option<&'a Event> {
        self.events().into_iter().rev().find(|event| fits(&event.act))
    }

    /// The days that a clock of the calendar gives, in words: "5个工作日".
    fn term(&mut self, clock: crate::calendar::Clock) -> String {
        let rule = self.from.context.rules.on(clock, None, self.event.on);
        match rule {
            Some(rule) => rule.term().text(Lang::Zh).replace(' ', ""),
            None => {
                self.lacks(Missing::Term);
                String::new()
            }
        }
    }

    fn on_the_spot(&mut self, facts: &PenaliseOnTheSpot) {
        self.spot_decision(facts);
    }
}
