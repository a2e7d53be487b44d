//! Money that came and things that were dealt with: D34 (缴款凭证, 财物处理单据) and D51; 行政处罚法 art. 67, 70, 74,
//! 行政强制法 art. 27, 28.

use super::Binder;
use super::party::Asked;
use crate::Lang;
use crate::case::{DisposeGoods, HandlePerishable, Paid, Pay, Perform, PerishableOutcome};
use crate::id::PartyId;
use crate::paper::words::money_words;
use crate::paper::{HeldLine, MoneyLine};
use crate::value::Money;

impl Binder<'_> {
    /// D34: one payment, in figures and in capital numerals, and what is left after it.
    pub(super) fn payment(&mut self, facts: &Pay) {
        self.party(facts.party, Asked::AsKnown);
        self.decided(facts.party);
        self.without_articles();
        let Some(track) = self.track(facts.party) else { return };
        let (way, receipt) = match &facts.paid {
            Paid::AtBank { voucher } => ("到银行缴纳".to_owned(), voucher.to_string()),
            Paid::OnTheSpot { ground, receipt } => (
                format!("执法人员当场收缴，理由：{}", ground.name(Lang::Zh)),
                receipt.as_ref().map(ToString::to_string).unwrap_or_default(),
            ),
        };
        let owed = track.progress.decided().map_or(Money::ZERO, |decided| decided.money());
        self.sheet.payment = Some(MoneyLine {
            sum: money_words(facts.amount),
            way,
            receipt,
            owed: money_words(owed),
            paid: money_words(track.progress.paid()),
            rest: money_words(track.progress.rest()),
        });
    }

    /// D34: what was given back or destroyed by law, line by line.
    pub(super) fn goods_disposed(&mut self, facts: &DisposeGoods) {
        "财物处理单据".clone_into(&mut self.sheet.title);
        self.sheet.reasons = facts.course.to_string();
        self.held(facts.measure);
        self.only_lines(&facts.lines);
    }

    /// D34: what could not be kept was sold or destroyed before the decision.
    pub(super) fn perishable_handled(&mut self, facts: &HandlePerishable) {
        "财物处理单据".clone_into(&mut self.sheet.title);
        self.held(facts.measure);
        self.only_lines(&[facts.line]);
        let course = match &facts.outcome {
            PerishableOutcome::Sold { consent, sale, .. } => format!("{sale}；{consent}"),
            PerishableOutcome::Destroyed { rule, course } => format!("{course}；依据：{rule}"),
        };
        self.sheet.reasons = format!("{}；{course}；留样：{}", facts.reason, facts.sample);
        let PerishableOutcome::Sold { proceeds, .. } = facts.outcome else { return };
        if let Some(goods) = self.sheet.measure.as_mut().and_then(|measure| measure.goods.first_mut()) {
            "变卖".clone_into(&mut goods.end);
        }
        let sum = money_words(proceeds);
        self.sheet.payment = Some(MoneyLine { sum, way: "变卖价款".to_owned(), ..MoneyLine::default() });
    }

    /// D51: what the decision confiscated and how it was dealt with.
    pub(super) fn confiscated_handled(&mut self, facts: &Perform) {
        self.party(facts.party, Asked::AsKnown);
        self.decided(facts.party);
        self.case_officers();
        self.without_articles();
        self.sheet.reasons = facts.course.to_string();
        let listed = self.confiscated_lines(facts.party);
        self.sheet.goods = listed;
    }

    /// What was held, line by line; else what the decision lists.
    fn confiscated_lines(&self, party: PartyId) -> Vec<HeldLine> {
        use crate::case::GoodsEnd;
        let held = self.case.measures.iter().filter(|one| one.party.is_none_or(|own| own == party));
        let held = held.flat_map(|measure| &measure.goods);
        let held = held.filter(|goods| matches!(goods.end, Some((_, GoodsEnd::Confiscated))));
        let lines: Vec<HeldLine> = held
            .map(|goods| HeldLine {
                name: goods.line.name.to_string(),
                quantity: goods.line.quantity.to_string(),
                unit: goods.line.unit.to_string(),
                end: String::new(),
            })
            .collect();
        if !lines.is_empty() {
            return lines;
        }
        let track = self.track(party);
        let decided = track.as_ref().and_then(|track| track.progress.decided()?.penalties());
        let listed = decided.into_iter().flat_map(|penalties| &penalties.acts);
        let listed = listed.filter_map(|act| act.goods.as_ref());
        listed.map(|goods| HeldLine { name: goods.list.to_string(), ..HeldLine::default() }).collect()
    }

    /// The paper lists only the lines that it is about.
    fn only_lines(&mut self, lines: &[usize]) {
        let Some(measure) = &mut self.sheet.measure else { return };
        let goods = std::mem::take(&mut measure.goods);
        measure.goods =
            goods.into_iter().enumerate().filter(|(at, _)| lines.contains(at)).map(|(_, one)| one).collect();
    }
}
