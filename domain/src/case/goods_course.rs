//! What became of each thing that was held, with the act it comes from (涉案财物台账): 行政强制法 art. 24, 26–28.

use std::collections::BTreeMap;

use super::{ActKind, Case, GoodsEnd, HeldGoods, HeldThing, Measure};
use crate::value::Money;
use crate::{Day, Lang};

/// What happened to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoodsTurn {
    Taken,
    /// The proceeds are held in its stead.
    Sold {
        proceeds: Money,
    },
    /// Back from the police.
    Back,
    Ended(GoodsEnd),
}

/// One step of a thing's course, and the event it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoodsStep {
    pub on: Day,
    pub seq: u32,
    pub act: ActKind,
    pub turn: GoodsTurn,
}

/// A thing with its course: first that it was taken, the latest step last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodsEntry<'a> {
    pub measure: &'a Measure,
    pub thing: HeldThing,
    pub goods: &'a HeldGoods,
    pub steps: Vec<GoodsStep>,
}

impl GoodsTurn {
    /// 已退还、变卖得款 900.00 元
    #[must_use]
    pub fn words(self, lang: Lang) -> String {
        match self {
            GoodsTurn::Taken => lang.pick("采取", "taken").to_owned(),
            GoodsTurn::Sold { proceeds } => {
                lang.pick(format!("变卖得款 {proceeds} 元"), format!("sold for ¥{proceeds}"))
            }
            GoodsTurn::Back => lang.pick("公安机关退回", "back from the police").to_owned(),
            GoodsTurn::Ended(end) => end.name(lang).to_owned(),
        }
    }
}

impl HeldGoods {
    /// What has happened to it, beside that it was taken.
    fn turns(&self) -> Vec<GoodsTurn> {
        let sold = self.sold.map(|sale| GoodsTurn::Sold { proceeds: sale.proceeds });
        let back = self.back_on.map(|_| GoodsTurn::Back);
        let end = self.end.map(|(_, end)| GoodsTurn::Ended(end));
        [Some(GoodsTurn::Taken), sold, back, end].into_iter().flatten().collect()
    }
}

impl Case {
    /// Every thing that was registered, sealed or seized, in the order in which it was taken, each with its course: the
    /// events are gone through once, and a step is of the event after which it was first so.
    #[must_use]
    pub fn goods_courses(&self) -> Vec<GoodsEntry<'_>> {
        let mut known: BTreeMap<HeldThing, Vec<GoodsStep>> = BTreeMap::new();
        let mut stood: Option<Case> = None;
        for event in &self.log {
            stood = match &stood {
                None => Case::of(std::slice::from_ref(event)),
                Some(case) => case.after(event).ok(),
            };
            let Some(case) = &stood else { break };
            let things = case.things();
            known.retain(|thing, _| things.iter().any(|(_, own, _)| own == thing));
            for (_, thing, goods) in things {
                let turns = goods.turns();
                let steps = known.entry(thing).or_default();
                steps.retain(|step| turns.contains(&step.turn));
                for turn in turns {
                    if !steps.iter().any(|step| step.turn == turn) {
                        let (on, act) = (event.on, event.act.kind());
                        steps.push(GoodsStep { on, seq: event.seq, act, turn });
                    }
                }
            }
        }
        let entry = |(measure, thing, goods): (_, HeldThing, _)| {
            let steps = known.get(&thing).cloned().unwrap_or_default();
            GoodsEntry { measure, thing, goods, steps }
        };
        self.things().into_iter().map(entry).collect()
    }

    fn things(&self) -> Vec<(&Measure, HeldThing, &HeldGoods)> {
        let mut things = Vec::new();
        for measure in &self.measures {
            let of = |line| HeldThing { measure: measure.number, line };
            things.extend(measure.goods.iter().enumerate().map(|(line, goods)| (measure, of(line), goods)));
        }
        things
    }
}
