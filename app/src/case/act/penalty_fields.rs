//! The fields of penalties, one group for each unlawful act.

use super::fields::{Asked, PenaltyAsked, choices, pairs};
use super::words;
use crate::case::page::{Choices, Field, FieldKind};
use domain::case::{Mitigation, NoPenaltyGround, WithdrawalGround};
use domain::catalogue::PenaltyKind;

impl Asked {
    pub(super) fn penalties(&self) -> Vec<Field> {
        self.penalties.iter().enumerate().flat_map(|(at, asked)| self.penalty(at, asked)).collect()
    }

    fn penalty(&self, at: usize, asked: &PenaltyAsked) -> Vec<Field> {
        let lang = self.lang();
        let name = |name: &str| format!("{name}{at}");
        let gains = pairs(&[
            ("none", words::gains_none(lang)),
            ("stated", words::gains_stated(lang)),
            ("not_ascertainable", words::gains_unknown(lang)),
        ]);
        let heading = self.field(FieldKind::Note, &name("penalty"), &asked.title, false);
        let fine = self.line(&name("fine"), words::fine, false);
        let mut list = vec![Field { options: vec![(String::new(), asked.range.clone())], ..heading }];
        if !asked.rules.is_empty() {
            let rules = self.select(&name("rule"), words::rule_applied, true, asked.rules.clone());
            list.push(Field { hint: words::rule_applied_hint(lang).to_owned(), ..rules });
        }
        list.extend(self.kinds(&name("kinds"), &asked.kinds));
        list.push(Field { hint: words::fine_hint(lang).to_owned(), ..fine });
        if let Some(base) = &asked.base {
            let hint = format!("{base}{}{}", lang.pick("。", ". "), words::base_hint(lang));
            list.push(Field { hint, ..self.line(&name("base"), words::base_amount, false) });
        }
        list.extend([
            self.select(&name("gains"), words::gains, true, gains),
            self.line(&name("gains_amount"), words::gains_amount, false),
            self.line(&name("refunded"), words::refunded, false),
            self.line(&name("gains_reason"), words::gains_reason, false),
        ]);
        if asked.kinds.contains(&PenaltyKind::ConfiscationOfGoods) {
            list.push(self.line(&name("goods_value"), words::goods_value, false));
            list.push(self.line(&name("goods_list"), words::goods_list, false));
        }
        if asked.serious {
            let hint = words::serious_hint(lang).to_owned();
            list.push(Field { hint, ..self.line(&name("serious"), words::serious, false) });
        }
        let grounds = choices(&Mitigation::ALL, Mitigation::word, |one| one.name(lang));
        let mitigation = self.select(&name("mitigation"), words::mitigation, false, grounds);
        list.push(Field { hint: words::mitigation_hint(lang).to_owned(), ..mitigation });
        list
    }

    /// The kinds that the row names besides fine and gains, to be ticked.
    fn kinds(&self, name: &str, kinds: &[PenaltyKind]) -> Option<Field> {
        let lang = self.lang();
        let options: Choices =
            kinds.iter().map(|kind| (kind.word().to_owned(), kind.name(lang).to_owned())).collect();
        let boxes = self.field(FieldKind::Boxes, name, words::kinds(lang), false);
        (!options.is_empty()).then_some(Field { options, ..boxes })
    }

    /// What is proposed or concluded for a party: the outcome with all that belongs to it.
    pub(super) fn outcome(&self) -> Vec<Field> {
        let lang = self.lang();
        let outcomes = pairs(&[
            ("penalise", words::penalise(lang)),
            ("no_penalty", words::no_penalty(lang)),
            ("withdraw", words::withdraw(lang)),
            ("transfer", words::conclude_transfer(lang)),
        ]);
        let grounds = choices(&NoPenaltyGround::ALL, NoPenaltyGround::word, |one| one.name(lang));
        let withdrawals = choices(&WithdrawalGround::ALL, WithdrawalGround::word, |one| one.name(lang));
        let mut list = vec![self.select("outcome", words::outcome, true, outcomes)];
        list.extend(self.penalties());
        list.extend(self.putting_right());
        list.push(self.select("no_penalty_ground", words::no_penalty_ground, false, grounds));
        list.push(self.select("withdrawal_ground", words::withdrawal_ground, false, withdrawals));
        list.push(self.line("transfer_to", words::conclude_transfer_to, false));
        list
    }

    pub(super) fn conclusion(&self) -> Vec<Field> {
        let mut list = vec![self.area("facts", words::facts, true)];
        list.extend(self.newer_evidence());
        list.extend(self.proofs());
        list.extend(self.outcome());
        list.push(self.area("discretion", words::discretion, true));
        list
    }

    /// What was recorded after the defence: only what is ticked here carries something heavier.
    fn newer_evidence(&self) -> Option<Field> {
        let lang = self.lang();
        let boxes = self.field(FieldKind::Boxes, "newer", words::newer_evidence(lang), false);
        let hint = words::newer_evidence_hint(lang).to_owned();
        (!self.newer.is_empty()).then(|| Field { options: self.newer.clone(), hint, ..boxes })
    }

    /// For each of several unlawful acts the records that prove it; of a single one all do.
    fn proofs(&self) -> Vec<Field> {
        let lang = self.lang();
        let boxes = |(at, act): (usize, &PenaltyAsked)| {
            let label = format!("{}（{}）", words::proof(lang), act.title);
            let hint = words::proof_hint(lang).to_owned();
            let boxes = self.field(FieldKind::Boxes, &format!("proof{at}"), &label, false);
            Field { options: self.evidence.clone(), hint, ..boxes }
        };
        let several = self.penalties.len() > 1;
        self.penalties.iter().enumerate().filter(|_| several).map(boxes).collect()
    }

    pub(super) fn putting_right(&self) -> Vec<Field> {
        let lang = self.lang();
        let options = pairs(&[
            ("order", words::put_order(lang)),
            ("earlier", words::put_earlier(lang)),
            ("done", words::put_done(lang)),
        ]);
        let mut list = vec![
            self.select("putting_right", words::putting_right, false, options),
            self.line("put_by", words::put_by, false),
        ];
        if !self.orders.is_empty() {
            let orders = self.select("earlier_order", words::earlier_order, false, self.orders.clone());
            list.push(Field { hint: words::earlier_order_hint(lang).to_owned(), ..orders });
        }
        list
    }
}
