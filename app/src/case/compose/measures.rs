//! What is sealed, seized or registered: a block each on the page of a case.

use super::Scene;
use crate::case::page::{GoodsMark, MeasureLine};
use domain::calendar::{day_long, day_short};
use domain::case::{Case, Contested, HeldGoods, Measure};

impl Scene<'_> {
    /// What is held and how each thing ended, the unsettled first.
    pub fn measures(&self, case: &Case) -> Vec<MeasureLine> {
        let mut list: Vec<&Measure> = case.measures.iter().collect();
        list.sort_by_key(|measure| (!measure.is_unsettled(), measure.number));
        list.into_iter().map(|measure| self.measure(case, measure)).collect()
    }

    fn measure(&self, case: &Case, measure: &Measure) -> MeasureLine {
        let lang = self.lang;
        let taken = match &measure.urgent {
            Some(urgent) => {
                format!("{} {}", day_long(measure.on, lang), urgent.at.format("%H:%M"))
            }
            None => day_long(measure.on, lang),
        };
        let parties = case.parties();
        let owner = measure.party.and_then(|id| parties.iter().find(|party| party.id == id));
        let owner = owner.filter(|_| parties.len() > 1).map(|party| party.name.to_string());
        let badge = measure.is_open().then(|| measure.term(&self.context)).flatten().map(|(rule, term)| {
            self.badge(term.acting_day, term.provisional, rule.binds.text(lang).to_owned())
        });
        let kept = lang.pick(
            format!("存放：{}；保管：{}", measure.place, measure.keeper),
            format!("kept at {} by {}", measure.place, measure.keeper),
        );
        MeasureLine {
            name: measure.held_as.name(lang).to_owned(),
            taken,
            owner: owner.unwrap_or_default(),
            state: self.state_of(case, measure),
            badge,
            kept,
            goods: measure.goods.iter().map(|goods| self.goods(goods)).collect(),
        }
    }

    /// How it stands, in one clause.
    fn state_of(&self, case: &Case, measure: &Measure) -> String {
        let lang = self.lang;
        if let Some((on, how)) = measure.ended {
            let ended = format!("{} {}", day_short(on, lang), how.name(lang));
            let is_back = |goods: &HeldGoods| goods.back_on.is_some() && goods.end.is_none();
            if !measure.goods.iter().any(is_back) {
                return ended;
            }
            // No term of the measure covers them any more (行政强制法 art. 22–28).
            return lang.pick(
                format!("{ended}；公安机关退回的物品应当及时退还，或者重新决定查封、扣押"),
                format!("{ended}; what the police gave back is returned, or sealed or seized anew"),
            );
        }
        let mut parts = Vec::new();
        match &measure.urgent {
            Some(urgent) if urgent.reported.is_none() => {
                parts.push(lang.pick("当场采取，尚未补报", "taken in urgency, not reported yet").to_owned());
            }
            Some(urgent) if urgent.approved_on.is_none() => {
                parts.push(lang.pick("已补报，待批准", "reported, waiting for approval").to_owned());
            }
            _ => {}
        }
        if case.is_lost(Contested::Measure { number: measure.number }) {
            let words = lang.pick("已被撤销，应当解除并退还", "taken away: lift it and return the things");
            parts.push(words.to_owned());
        }
        if measure.is_lapsed(self.context.today, &self.context) {
            let words =
                lang.pick("期限届满，应当解除并退还", "its term is over: lift it and return the things");
            parts.push(words.to_owned());
        }
        if let Some((on, _)) = &measure.extended {
            let day = day_short(*on, lang);
            parts.push(lang.pick(format!("{day}已延长"), format!("extended {day}")));
        }
        if let Some(test) = measure.open_test() {
            let day = day_short(test.until, lang);
            parts.push(lang.pick(format!("检验中，期间至{day}"), format!("being tested until {day}")));
        }
        if parts.is_empty() {
            parts.push(lang.pick("期限内", "in force").to_owned());
        }
        parts.join(lang.pick("；", "; "))
    }

    fn goods(&self, goods: &HeldGoods) -> GoodsMark {
        GoodsMark { line: goods.line.words(), end: goods.course(self.lang) }
    }
}
