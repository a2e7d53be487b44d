//! Mending an entry by its own form: the day, and the facts of those acts whose form can be filled again from them.

use super::archive;
use super::fields::Asked;
use super::known_penalty::outcome_typed;
use super::particulars;
use super::read::Form;
use crate::case::compose::Scene;
use crate::case::page::Field;
use crate::form::Typed;
use domain::case::{
    Act, Case, Correct, Decide, Event, HandOnCash, Outcome, Paid, Pay, Publish, Record, RecordKind, Signature,
};

/// The entry of a case that a correction is about.
fn wrong<'a>(case: &'a Case, entry: &str) -> Option<&'a Event> {
    let seq: u32 = entry.parse().ok()?;
    case.log.iter().find(|event| event.seq == seq)
}

/// The fields of a correction: the day, the facts where they can be written again, and the reason.
pub(in crate::case) fn fields(scene: Scene<'_>, case: &Case, entry: &str, asked: &Asked) -> Vec<Field> {
    let mut own = asked.of_kind().into_iter();
    let facts = wrong(case, entry).filter(|event| typed_of(&event.act).is_some()).map(|event| {
        let kind = event.act.kind();
        let as_the_case_stands = Asked::of(scene, kind, Some(case), event.act.party(), false, event.on);
        // The entry was made when everything could be recorded.
        Asked { only_re_inspects: false, ..as_the_case_stands }.of_kind()
    });
    let day = own.next();
    day.into_iter().chain(facts.into_iter().flatten()).chain(own).collect()
}

/// What the form begins with: the entry as it stands.
pub(super) fn beginning(case: &Case, entry: &str) -> Typed {
    let Some(event) = wrong(case, entry) else { return Typed::new() };
    let mut typed = typed_of(&event.act).unwrap_or_default();
    typed.insert("new_day".to_owned(), event.on.to_string());
    typed
}

/// The facts of an act as its form shows them; none for those whose day alone is mended.
fn typed_of(act: &Act) -> Option<Typed> {
    Some(match act {
        Act::Pay(facts) => payment(facts),
        Act::Record(facts) => record(facts),
        Act::Decide(facts) => decision(facts),
        Act::ReceiveDefence(facts) => pairs(&[("arguments", facts.arguments.as_str())]),
        Act::AnswerDefence(facts) => {
            pairs(&[("accepted", yes(facts.accepted)), ("reasons", facts.reasons.as_str())])
        }
        Act::HandOnCash(HandOnCash { to, paper, .. }) => {
            pairs(&[("cash_to", to.word()), ("cash_paper", paper.as_str())])
        }
        Act::Publish(Publish { publicity, course, open, .. }) => pairs(&[
            ("publicity", publicity.word()),
            ("course", course.as_str()),
            ("open_here", yes(open.is_some())),
            ("open_text", open.as_ref().map_or("", |text| text.as_str())),
        ]),
        Act::CompleteParty(facts) => particulars::typed_of(&facts.after),
        Act::Unpublish(facts) => pairs(&[("course", facts.course.as_str())]),
        Act::Archive(facts) => archive::typed_of(facts),
        Act::Close(facts) => pairs(&[("summary", facts.summary.as_str())]),
        _ => return None,
    })
}

fn pairs(of: &[(&str, &str)]) -> Typed {
    of.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "" }
}

fn payment(facts: &Pay) -> Typed {
    let amount = facts.amount.to_string();
    match &facts.paid {
        Paid::AtBank { voucher } => {
            pairs(&[("amount", &amount), ("paid", "bank"), ("voucher", voucher.as_str())])
        }
        Paid::OnTheSpot { ground, receipt } => {
            let receipt = receipt.as_ref().map(|one| one.as_str()).unwrap_or_default();
            pairs(&[("amount", &amount), ("paid", ground.word()), ("cash_receipt", receipt)])
        }
    }
}

fn record(facts: &Record) -> Typed {
    let party = facts.party.map(|party| party.to_string()).unwrap_or_default();
    let time = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    let (lead, second) = (facts.officers.lead.to_string(), facts.officers.second.to_string());
    let mut typed = pairs(&[
        ("record_kind", facts.kind.word()),
        ("record_party", &party),
        ("lead", &lead),
        ("second", &second),
        ("place", facts.place.as_str()),
        ("from", &time(facts.from)),
        ("to", &time(facts.to)),
        ("shown", yes(facts.certificates_shown)),
        ("told", yes(facts.rights_told)),
        ("course", facts.course.as_str()),
    ]);
    typed.extend(match facts.kind {
        RecordKind::RectificationOrder { by } => pairs(&[("order_by", &by.to_string())]),
        RecordKind::ReInspection { put_right } => {
            pairs(&[("put_right", if put_right { "yes" } else { "no" })])
        }
        _ => Typed::new(),
    });
    typed.extend(match &facts.signature {
        Signature::Signed => pairs(&[("signature", "signed")]),
        Signature::Refused { witness } => pairs(&[("signature", "refused"), ("witness", witness.as_str())]),
    });
    typed
}

fn decision(facts: &Decide) -> Typed {
    let mut typed = outcome_typed(&Outcome::Penalise(facts.penalties.clone()));
    typed.extend(pairs(&[("reasons", facts.reasons.as_str())]));
    typed.extend(facts.changed.iter().flat_map(|changed| pairs(&[("changed", changed.as_str())])));
    let held = facts.held.iter().flatten().map(|thing| (format!("held_{thing}"), "yes".to_owned()));
    typed.extend(held);
    typed
}

impl Form<'_> {
    /// The correction of an entry: of its day, and of its facts where the form shows them.
    pub(super) fn correction(&mut self, case: &Case) -> Option<Act> {
        let entry = self.text("entry");
        let (new_on, reason) = (self.day("new_day"), self.note("reason"));
        let Some(event) = wrong(case, &entry) else {
            self.problem("", self.lang.pick("没有找到要更正的记录", "The entry was not found"));
            return None;
        };
        let new = match typed_of(&event.act) {
            Some(_) => self.facts_again(&event.act, case),
            None => Some(event.act.clone()),
        };
        Some(Act::Correct(Correct {
            seq: event.seq,
            old_on: event.on,
            new_on: new_on?,
            old: Box::new(event.act.clone()),
            new: Box::new(new?),
            reason: reason?,
        }))
    }

    /// The act as the form says it now; its number and the things that it took stay with it.
    fn facts_again(&mut self, old: &Act, case: &Case) -> Option<Act> {
        let new = match old.party() {
            Some(party) => self.of_party(old.kind(), party, case),
            None => self.of_case(old.kind(), Some(case)),
        };
        Some(match (old, new?) {
            (Act::Decide(old), Act::Decide(new)) => {
                Act::Decide(Decide { number: old.number.clone(), held: old.held.clone(), ..new })
            }
            (Act::CompleteParty(old), Act::CompleteParty(new)) => {
                Act::CompleteParty(Box::new(particulars::again(old, *new)))
            }
            (old, mut new) => {
                new.keeps_the_number_of(old);
                new
            }
        })
    }
}

/// Whether the correction waits for somebody with the power that the entry took.
pub(super) fn proposes(scene: Scene<'_>, case: &Case, entry: &str) -> bool {
    wrong(case, entry).is_some_and(|event| scene.proposes(event.act.kind()))
}
