//! The form of goods that cannot be kept: which, why, sample, value and photographs; then sold or destroyed.

use super::fields::{Asked, pairs};
use super::measure_fields::hinted;
use super::read::Form;
use super::words;
use crate::case::page::Field;
use domain::case::{Act, ActKind, Case, HandlePerishable, HeldGoods, PerishableOutcome};

impl Asked {
    pub(super) fn perishable(&self) -> Vec<Field> {
        let lang = self.lang();
        let outcomes = pairs(&[
            ("sold", words::perishable_sold(lang)),
            ("destroyed", words::perishable_destroyed(lang)),
        ]);
        let when_sold = lang.pick("变卖时填写", "when it is sold");
        let consent_hint =
            lang.pick("变卖时填写：同意书的日期和签名人", "when it is sold: day and signature");
        let sale_hint =
            lang.pick("变卖时填写：买受人、方式、款项存放处", "when it is sold: to whom, how, where");
        let rule_hint = lang.pick("销毁时填写", "when it is destroyed");
        let mut list = vec![
            self.select("goods_line", words::perishable_line, true, self.held.goods.clone()),
            self.area("reasons", words::perishable_reason, true),
        ];
        list.extend(self.officers());
        list.extend([
            self.area("sample", words::perishable_sample, true),
            self.line("value", words::perishable_value, true),
            self.line("valued_by", words::valued_by, true),
            self.check("photographed", words::photographed),
            self.select("perishable_outcome", words::perishable_outcome, true, outcomes),
            hinted(consent_hint, self.area("consent", words::owners_consent, false)),
            hinted(when_sold, self.line("proceeds", words::proceeds, false)),
            hinted(sale_hint, self.area("sale", words::sale_course, false)),
            hinted(rule_hint, self.area("rule", words::destruction_rule, false)),
            hinted(rule_hint, self.area("course", words::destruction_course, false)),
        ]);
        list
    }
}

impl Form<'_> {
    pub(super) fn perishable(&mut self, case: &Case) -> Option<Act> {
        let typed = self.text("goods_line");
        let fitting = case.measures.iter().filter(|measure| measure.fits(ActKind::HandlePerishable));
        let mut kept = fitting.flat_map(|measure| {
            let goods = measure.goods.iter().enumerate().filter(|(_, one)| HeldGoods::is_kept(one));
            goods.map(move |(line, _)| (measure, line))
        });
        let chosen = kept.find(|(measure, line)| format!("{}-{line}", measure.number) == typed);
        if chosen.is_none() {
            self.problem("goods_line", self.lang.pick("请选择一项物品", "Choose one of the things"));
        }
        let (officers, reason, sample) = (self.officers(), self.note("reasons"), self.note("sample"));
        let (value, valued_by) = (self.money("value"), self.name("valued_by"));
        let outcome = self.perishable_outcome();
        let (measure, line) = chosen?;
        Some(Act::HandlePerishable(Box::new(HandlePerishable {
            measure: measure.number,
            party: measure.party,
            line,
            officers: officers?,
            reason: reason?,
            sample: sample?,
            value: value?,
            valued_by: valued_by?,
            photographed: self.is("photographed"),
            outcome: outcome?,
        })))
    }

    fn perishable_outcome(&mut self) -> Option<PerishableOutcome> {
        match self.text("perishable_outcome").as_str() {
            "sold" => {
                let (consent, sale) = (self.note("consent"), self.note("sale"));
                let proceeds = self.money("proceeds");
                Some(PerishableOutcome::Sold { consent: consent?, sale: sale?, proceeds: proceeds? })
            }
            "destroyed" => {
                let (rule, course) = (self.note("rule"), self.note("course"));
                Some(PerishableOutcome::Destroyed { rule: rule?, course: course? })
            }
            _ => {
                let message = self.lang.pick("请选择变卖或者销毁", "Choose: sold or destroyed");
                self.problem("perishable_outcome", message);
                None
            }
        }
    }
}
