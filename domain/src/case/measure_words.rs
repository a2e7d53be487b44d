//! Acts about measures in one line of words.

use super::summary::{join, number};
use super::{
    Act, GoodsEnd, GoodsLine, HandlePerishable, HeldGoods, Measure, MeasureEnd, MeasureKind, Note,
    PerishableOutcome, TakeMeasure,
};
use crate::Lang;
use crate::calendar::{day_long, day_short};

impl Act {
    /// What was taken, or became of it; of no other act anything.
    pub(super) fn measure_words(&self, lang: Lang) -> String {
        match self {
            Act::RegisterEvidence(facts) => {
                let parts = [number(&facts.number), &goods(&facts.goods, lang), facts.reason.as_str()];
                join(lang, parts)
            }
            Act::TakeMeasure(facts) => facts.words(lang),
            Act::TakeUrgentMeasure(facts) => {
                let at = facts.at.format("%H:%M").to_string();
                join(lang, [at.as_str(), &facts.taken.words(lang)])
            }
            Act::HandleEvidence(facts) => {
                join(lang, [number(&facts.number), facts.outcome.name(lang), facts.course.as_str()])
            }
            Act::ReportMeasure(facts) => facts.at.format("%H:%M").to_string(),
            Act::ConfirmMeasure(facts) => {
                let word = match facts.approved {
                    true => lang.pick("同意", "approved"),
                    false => lang.pick("不同意，当场解除", "not approved, lifted at once"),
                };
                join(lang, [word, facts.reason.as_str()])
            }
            Act::ExtendMeasure(facts) => {
                join(lang, [number(&facts.number), facts.reason.as_str(), facts.told.as_str()])
            }
            Act::CommissionTest(facts) => {
                let until = day_long(facts.until, lang);
                let until = lang.pick(format!("期间至{until}"), format!("until {until}"));
                join(lang, [facts.question.as_str(), &until, facts.told.as_str()])
            }
            Act::RecordTestResult(facts) => {
                join(lang, [facts.result.as_str(), facts.told.as_ref().map_or("", Note::as_str)])
            }
            Act::LiftMeasure(facts) => {
                join(lang, [number(&facts.number), facts.ground.name(lang), facts.returned.as_str()])
            }
            Act::DisposeGoods(facts) => join(lang, [facts.end.name(lang), facts.course.as_str()]),
            Act::HandlePerishable(facts) => facts.words(lang),
            _ => String::new(),
        }
    }
}

impl HandlePerishable {
    /// 变卖得款 900.00 元，卖给……，物主书面同意，评估价值 1,000.00 元（价格认定中心），留样：……
    fn words(&self, lang: Lang) -> String {
        let (value, by) = (self.value, &self.valued_by);
        let valued = lang.pick(format!("评估价值 {value} 元（{by}）"), format!("valued at ¥{value} ({by})"));
        let sample = lang.pick(format!("留样：{}", self.sample), format!("sample: {}", self.sample));
        match &self.outcome {
            PerishableOutcome::Sold { consent, sale, proceeds } => {
                let sold = lang.pick(format!("变卖得款 {proceeds} 元"), format!("sold for ¥{proceeds}"));
                let parts = [&sold, sale.as_str(), consent.as_str(), &valued, &sample, self.reason.as_str()];
                join(lang, parts)
            }
            PerishableOutcome::Destroyed { rule, course } => {
                let name = GoodsEnd::Destroyed.name(lang);
                let parts = [name, rule.as_str(), course.as_str(), &valued, &sample, self.reason.as_str()];
                join(lang, parts)
            }
        }
    }
}

impl HeldGoods {
    /// What became of it so far: 3月10日 周二 变卖得款 900.00 元，3月13日 周五 变卖款没收. Empty: it is held.
    #[must_use]
    pub fn course(&self, lang: Lang) -> String {
        let sold = self.sold.map(|sale| {
            let (day, proceeds) = (day_short(sale.on, lang), sale.proceeds);
            lang.pick(format!("{day} 变卖得款 {proceeds} 元"), format!("{day} sold for ¥{proceeds}"))
        });
        let end = self.end.map(|(on, end)| {
            let day = day_short(on, lang);
            let name = if self.sold.is_some() { end.of_proceeds(lang) } else { end.name(lang) };
            format!("{day} {name}")
        });
        let back = self.back_on.map(|on| {
            let day = day_short(on, lang);
            lang.pick(format!("{day} 公安机关退回"), format!("{day} back from the police"))
        });
        let words: Vec<String> = sold.into_iter().chain(back).chain(end).collect();
        words.join(lang.pick("，", ", "))
    }
}

impl GoodsEnd {
    /// What the end is called of the proceeds of what was sold.
    fn of_proceeds(self, lang: Lang) -> &'static str {
        match self {
            GoodsEnd::Returned => lang.pick("变卖款已退还", "proceeds returned"),
            GoodsEnd::Confiscated => lang.pick("变卖款没收", "proceeds confiscated"),
            GoodsEnd::HandedOver => lang.pick("变卖款随案移交", "proceeds handed over with the case"),
            other => other.name(lang),
        }
    }
}

impl Measure {
    /// 扣押 2026年11月2日 周一：生猪 12 头、刀具 6 把（11月5日 周四 已退还）
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let line = |goods: &HeldGoods| match goods.course(lang) {
            course if course.is_empty() => goods.line.words(),
            course => lang.pick(
                format!("{}（{course}）", goods.line.words()),
                format!("{} ({course})", goods.line.words()),
            ),
        };
        let lines: Vec<String> = self.goods.iter().map(line).collect();
        let goods = lines.join(lang.pick("、", ", "));
        let (name, day) = (self.held_as.name(lang), day_long(self.on, lang));
        lang.pick(format!("{name} {day}：{goods}"), format!("{name} {day}: {goods}"))
    }
}

impl TakeMeasure {
    fn words(&self, lang: Lang) -> String {
        let kind = self.measure.name(lang);
        let parts = [number(&self.number), kind, &goods(&self.goods, lang), self.reason.as_str()];
        join(lang, parts)
    }
}

impl MeasureKind {
    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        self.held_as().name(lang)
    }
}

impl MeasureEnd {
    /// What the end is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            MeasureEnd::Handled { outcome } => outcome.name(lang),
            MeasureEnd::Lifted { .. } => lang.pick("已解除", "lifted"),
            MeasureEnd::NotApproved => lang.pick("未获批准，当场解除", "not approved, lifted at once"),
            MeasureEnd::Disposed => lang.pick("物品均已处理", "every thing has its end"),
            MeasureEnd::Confiscated => lang.pick("随处罚决定没收", "confiscated by the decision"),
            MeasureEnd::HandedOver => lang.pick("随案移交", "handed over with the case"),
        }
    }
}

/// 生猪 12 头、白条肉 80.5 公斤
fn goods(list: &[GoodsLine], lang: Lang) -> String {
    let lines: Vec<String> = list.iter().map(GoodsLine::words).collect();
    lines.join(lang.pick("、", ", "))
}
