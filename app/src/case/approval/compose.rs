//! One proposal put into words for whoever decides it.

use super::page::{Entered, QueueItem, Shown};
use super::{told, words};
use crate::case::act::correcting;
use crate::case::act::fields::Asked;
use crate::case::compose::Scene;
use crate::case::compose::timeline::mended_words;
use crate::form::Typed;
use crate::ui::{Choices, Field, FieldKind};
use domain::case::{Act, Approvers, Case, Party, SignerKind, Turn};
use store::{OpenCase, ProposalRow, QueueLine};

impl Scene<'_> {
    pub fn queue_item(&self, line: &QueueLine) -> QueueItem {
        let coming = coming(&line.proposal.act);
        let party = coming.first().map_or_else(|| line.party_name.clone(), |party| party.name.to_string());
        QueueItem {
            id: line.proposal.id.to_string(),
            name: format!("{} · {party}", line.proposal.act.kind().name(self.lang)),
            number: line.number.clone().unwrap_or_default(),
            by: self.name(line.proposal.by),
            is_up: line.is_up,
        }
    }

    /// A proposal; `forms` are what was typed into it, and into the one that was sent back before.
    pub fn shown(
        &self,
        row: &ProposalRow,
        open: &OpenCase,
        who: &Approvers<'_>,
        fields: &[Field],
        forms: [Option<Typed>; 2],
    ) -> Shown {
        let lang = self.lang;
        let me = self.context.actor;
        let decides = row.way.decides(me, who);
        let named = |members: Vec<&domain::case::Member>| -> Choices {
            let others = members.into_iter().filter(|one| one.person != me);
            others.map(|one| (one.person.to_string(), one.name.to_string())).collect()
        };
        let head = decides.ok().flatten();
        Shown {
            line: self.proposal(row, Some((&open.case, &open.events))),
            facts: self.proposal_facts(row, &open.case),
            entered: entered(fields, forms, lang.pick("是", "yes")),
            way: self.way(row, who),
            not_up: row.way.is_up(me, who).err().map(|fault| fault.message(lang).to_owned()),
            in_place_of: head.map(|head| self.name(head)).unwrap_or_default(),
            decides: decides.is_ok(),
            deciders: named(who.deciders().collect()),
            colleagues: named(who.colleagues().collect()),
        }
    }

    /// Who was asked, and whose turn it is.
    fn way(&self, row: &ProposalRow, who: &Approvers<'_>) -> Vec<String> {
        let lang = self.lang;
        let signers = row.way.signers.iter().map(|signer| {
            let kind = match signer.kind {
                SignerKind::Countersigner => words::countersign(lang),
                SignerKind::Added => words::add_signer(lang),
            };
            let state = if signer.agreed_at.is_some() { told::agreed(lang) } else { told::asked(lang) };
            format!("{kind} · {} · {state}", self.name(signer.person))
        });
        let mut lines: Vec<String> = signers.collect();
        if let Turn::Decide(Some(person)) = row.way.turn(who)
            && row.way.signers.is_empty()
        {
            lines.push(format!("{} {}", told::handed_to(lang), self.name(person)));
        }
        lines
    }

    fn proposal_facts(&self, row: &ProposalRow, case: &Case) -> Vec<(String, String)> {
        let lang = self.lang;
        let coming = coming(&row.act);
        let named = row.act.parties();
        // What names nobody is about all of them.
        let is_meant = |party: &&Party| named.is_empty() || named.contains(&party.id);
        let known: Vec<&Party> = case.parties().into_iter().filter(is_meant).collect();
        let mut facts = Vec::new();
        let mut put = |name: &str, value: String| {
            if !value.is_empty() {
                facts.push((name.to_owned(), value));
            }
        };
        for party in if coming.is_empty() { &known } else { &coming } {
            put(told::party(lang), format!("{}（{}）", party.name, party.kind.name(lang)));
            for act in &party.acts {
                put(told::violation(lang), self.violation(&act.violation));
                put(told::range(lang), self.penalty_asked(act).map(|one| one.range).unwrap_or_default());
            }
        }
        let mends = match &row.act {
            Act::Correct(facts) => Some(facts),
            _ => None,
        };
        let summary = row.act.summary(lang);
        put(told::content(lang), mends.map_or(summary.clone(), |facts| mended_words(facts, summary, lang)));
        // What a correction would make of the penalty stands in its words.
        if coming.is_empty() && mends.is_none() {
            put(told::penalty(lang), case.penalty_words(row.act.party(), lang).unwrap_or_default());
        }
        put(told::officers(lang), self.officers(case));
        facts
    }
}

/// The parties that come with the act are none of the case yet.
fn coming(act: &Act) -> Vec<&Party> {
    match act {
        Act::File(facts) => facts.parties.iter().collect(),
        Act::AddParty(facts) => vec![&facts.party],
        _ => Vec::new(),
    }
}

/// The form as it was typed, with what has changed since it was sent back.
fn entered(fields: &[Field], forms: [Option<Typed>; 2], yes: &str) -> Vec<Entered> {
    let [Some(now), before] = forms else { return Vec::new() };
    let line = |field: &Field| {
        let value = typed_words(field, &now, yes);
        let was = before.as_ref().map(|before| typed_words(field, before, yes));
        let was = was.filter(|was| *was != value);
        let is_there = !value.is_empty() || was.is_some();
        is_there.then(|| Entered { label: field.label.clone(), value, was })
    };
    fields.iter().filter_map(line).collect()
}

fn typed_words(field: &Field, typed: &Typed, yes: &str) -> String {
    let of = |name: &str| typed.get(name).map(|value| value.trim().to_owned()).unwrap_or_default();
    match field.kind {
        FieldKind::Note | FieldKind::File => String::new(),
        FieldKind::Line | FieldKind::Area => of(&field.name),
        FieldKind::Check => {
            if of(&field.name) == "yes" {
                yes.to_owned()
            } else {
                String::new()
            }
        }
        FieldKind::Select => {
            let value = of(&field.name);
            let chosen = field.options.iter().find(|(word, _)| *word == value);
            if value.is_empty() { value } else { chosen.map_or(value, |(_, words)| words.clone()) }
        }
        FieldKind::Boxes | FieldKind::Cells => {
            let part = |(word, words): &(String, String)| {
                let value = of(&format!("{}_{word}", field.name));
                match value.as_str() {
                    "" => None,
                    "yes" => Some(words.clone()),
                    value => Some(format!("{words} {value}")),
                }
            };
            field.options.iter().filter_map(part).collect::<Vec<_>>().join("、")
        }
    }
}

/// The fields of the form in which a proposal was typed.
pub fn fields_of(scene: Scene<'_>, row: &ProposalRow, case: &Case) -> Vec<Field> {
    let kind = row.act.kind();
    let asked = Asked::of(scene, kind, Some(case), row.act.party(), true, scene.context.today);
    match &row.act {
        Act::Correct(facts) => correcting::fields(scene, case, &facts.seq.to_string(), &asked),
        _ => asked.with_transfer(&Choices::new(), Some(case)).fields(),
    }
}
