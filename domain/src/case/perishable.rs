//! Goods that cannot be kept (先行处理易腐、危险物品): row 6b; 行政强制法 art. 27, 28.
//!
//! What is sold stays a line of its list: the proceeds are held in its stead and share its end.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{GoodsEnd, HeldGoods, Measure, MeasureEnd, Name, Note, Officers};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};
use crate::value::Money;

/// 先行处理一项易腐烂、易变质或者危险的物品, with what remains as evidence of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandlePerishable {
    pub measure: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyId>,
    /// Its place in the list, from 0.
    pub line: usize,
    pub officers: Officers,
    /// Why it cannot be kept.
    pub reason: Note,
    /// Which sample was taken, and where it is kept.
    pub sample: Note,
    pub value: Money,
    pub valued_by: Name,
    /// Photographs or a video are in the file.
    pub photographed: bool,
    #[serde(flatten)]
    pub outcome: PerishableOutcome,
}

/// How it was handled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum PerishableOutcome {
    Sold {
        /// The owner's written consent.
        consent: Note,
        /// To whom, how, and where the money lies.
        sale: Note,
        proceeds: Money,
    },
    Destroyed {
        /// The law or regulation that orders it.
        rule: Note,
        /// How, and who was there.
        course: Note,
    },
}

/// The sale of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sale {
    pub on: Day,
    pub proceeds: Money,
}

impl HeldGoods {
    /// Whether it is still there as a thing.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.end.is_none() && self.sold.is_none()
    }

    /// Whether officers can give it this end: money is not destroyed.
    pub(super) fn can_end(&self, end: GoodsEnd) -> bool {
        self.end.is_none() && (self.sold.is_none() || end == GoodsEnd::Returned)
    }
}

impl Measure {
    /// The money that is held in the stead of what was sold.
    #[must_use]
    pub fn proceeds_held(&self) -> Money {
        let held = self.goods.iter().filter(|goods| goods.end.is_none());
        Money(held.filter_map(|goods| goods.sold).map(|sale| sale.proceeds.0).sum())
    }

    pub(super) fn perishable_handled(&mut self, facts: &HandlePerishable, on: Day) {
        let Some(goods) = self.goods.get_mut(facts.line) else { return };
        match &facts.outcome {
            PerishableOutcome::Sold { proceeds, .. } => goods.sold = Some(Sale { on, proceeds: *proceeds }),
            PerishableOutcome::Destroyed { .. } => goods.end = Some((on, GoodsEnd::Destroyed)),
        }
        self.ends_with_its_goods(on);
    }

    /// Sealing and seizing end with the last thing; registered evidence waits for its handling.
    pub(super) fn ends_with_its_goods(&mut self, on: Day) {
        if self.is_compulsory() && self.is_open() && !self.holds_goods() {
            self.ended = Some((on, MeasureEnd::Disposed));
        }
    }
}

impl Judge<'_> {
    pub(super) fn handle_perishable(
        &self,
        facts: &HandlePerishable,
        measure: &Measure,
    ) -> Result<(), RefusalCode> {
        let missing = |fact| Err(RefusalCode::MissingFact { fact });
        if !measure.goods.get(facts.line).is_some_and(HeldGoods::is_kept) {
            return missing(Fact::GoodsLines);
        }
        if !facts.photographed {
            return missing(Fact::Photographs);
        }
        let sold_for_nothing =
            matches!(&facts.outcome, PerishableOutcome::Sold { proceeds, .. } if *proceeds <= Money::ZERO);
        if facts.value <= Money::ZERO || sold_for_nothing {
            return missing(Fact::Amount);
        }
        self.two_officers(facts.officers)
    }
}
