//! Things that went to the police with a case and come back with it (row 17a): they are held again, without a term of
//! their own, until they find their end; 行政强制法 art. 21, 27.

use super::judge::Judge;
use super::{Act, Case, CrimeTransfer, GoodsEnd, HeldThing, PoliceReply};
use crate::refusal::{Fact, RefusalCode};
use crate::{Day, Lang};

impl Act {
    /// The things that came back from the police with the act.
    pub(super) fn goods_back(&self) -> &[HeldThing] {
        match self {
            Act::RecordPoliceReply(facts) => &facts.goods_back,
            Act::ResumeCase(facts) => &facts.goods_back,
            _ => &[],
        }
    }
}

/// 物品随案退回 2 项; nothing where nothing came back.
pub(super) fn goods_back_words(things: &[HeldThing], lang: Lang) -> String {
    match things.len() {
        0 => String::new(),
        count => lang.pick(format!("物品随案退回 {count} 项"), format!("{count} lines of goods came back")),
    }
}

impl Case {
    /// The things that went to the police with a suspicion and have not come back.
    #[must_use]
    pub fn with_the_police(&self, crime: &CrimeTransfer) -> Vec<HeldThing> {
        let Some(gone_on) = crime.goods_on else { return Vec::new() };
        let gone = (gone_on, GoodsEnd::HandedOver);
        let lines = self.sent_along(&crime.parties).flat_map(|measure| {
            let lines = measure.goods.iter().enumerate().filter(|(_, goods)| goods.end == Some(gone));
            lines.map(|(line, _)| HeldThing { measure: measure.number, line })
        });
        lines.collect()
    }

    pub(super) fn goods_came_back(&mut self, things: &[HeldThing], on: Day) {
        for thing in things {
            let measure = self.measures.iter_mut().find(|measure| measure.number == thing.measure);
            if let Some(goods) = measure.and_then(|measure| measure.goods.get_mut(thing.line)) {
                goods.end = None;
                goods.back_on = Some(on);
            }
        }
    }
}

impl Judge<'_> {
    /// Only what went there comes back, and only with the case.
    pub(super) fn goods_from_police(&self, act: &Act, crime: &CrimeTransfer) -> Result<(), RefusalCode> {
        let ends = match act {
            Act::RecordPoliceReply(facts) => matches!(facts.reply, PoliceReply::HandedBack { .. }),
            _ => true,
        };
        let gone = self.case.map(|case| case.with_the_police(crime)).unwrap_or_default();
        if act.goods_back().iter().all(|thing| ends && gone.contains(thing)) {
            return Ok(());
        }
        Err(RefusalCode::MissingFact { fact: Fact::GoodsLines })
    }
}
