//! What a decision does with the things that are held (rows 15 and 16): it names those that it confiscates, the others
//! have found their end before; 行政处罚法 art. 57, 行政强制法 art. 27.

use super::judge::Judge;
use super::measure_gates::undecided;
use super::{
    Case, Contested, Decide, Event, GoodsEnd, HeldGoods, HeldThing, Measure, MeasureEnd, Outcome, Progress,
    Stage, Track,
};
use crate::Lang;
use crate::id::PartyId;
use crate::refusal::{Fact, RefusalCode};

fn is_undecided(track: &Track) -> bool {
    track.progress.stage() < Stage::Decided
}

impl Judge<'_> {
    /// Every thing that was held found its end before the decision, or is confiscated by it.
    pub(super) fn goods_decided(
        &self,
        party: Option<PartyId>,
        is_confiscated: impl Fn(HeldThing) -> bool,
    ) -> Result<(), RefusalCode> {
        let touched = self.case.map(|case| case.measures_of(party, is_undecided)).unwrap_or_default();
        // What an organ took away gives back its things (行政强制法 art. 28): nothing of it is confiscated.
        let is_lost = |measure: &Measure| {
            let object = Contested::Measure { number: measure.number };
            self.case.is_some_and(|case| case.is_lost(object))
        };
        let stays = |measure: &&Measure| {
            measure.things_held().any(|thing| is_lost(measure) || !is_confiscated(thing))
        };
        let is_empty_and_open = |measure: &&Measure| measure.is_open() && !measure.holds_goods();
        let left = touched.into_iter().find(|measure| stays(measure) || is_empty_and_open(measure));
        left.map_or(Ok(()), |measure| Err(undecided(measure)))
    }

    /// As [`Judge::goods_decided`], by what the party was told or the discussion concluded.
    pub(super) fn goods_decidable(&self, track: &Track) -> Result<(), RefusalCode> {
        let confiscates = match &track.progress {
            Progress::Deliberated(deliberated) => match &deliberated.outcome {
                Outcome::Penalise(penalties) => penalties.confiscates_goods(),
                _ => false,
            },
            other => other.notified().is_some_and(|notified| notified.told.confiscates_goods()),
        };
        self.goods_decided(Some(track.party.id), |_| confiscates)
    }

    /// The decision names things that are held of the party, and only where it confiscates things at all.
    pub(super) fn goods_confiscable(&self, facts: &Decide) -> Result<(), RefusalCode> {
        let confiscates = facts.penalties.confiscates_goods();
        if let Some(named) = &facts.held {
            let touched =
                self.case.map(|case| case.measures_of(Some(facts.party), is_undecided)).unwrap_or_default();
            let held: Vec<_> = touched.into_iter().flat_map(Measure::things_held).collect();
            if !named.iter().all(|thing| confiscates && held.contains(thing)) {
                return Err(RefusalCode::MissingFact { fact: Fact::GoodsLines });
            }
        }
        self.goods_decided(Some(facts.party), |thing| facts.confiscates(thing))
    }
}

impl Decide {
    /// Whether the decision confiscates a thing that is held.
    #[must_use]
    pub fn confiscates(&self, thing: HeldThing) -> bool {
        let is_named = self.held.as_ref().is_none_or(|named| named.contains(&thing));
        self.penalties.confiscates_goods() && is_named
    }

    /// 其中被扣物品 2 项; nothing where none is named.
    pub(super) fn held_words(&self, lang: Lang) -> String {
        match self.held.as_ref().map_or(0, Vec::len) {
            0 => String::new(),
            count => lang
                .pick(format!("没收在扣物品 {count} 项"), format!("{count} lines of held goods confiscated")),
        }
    }
}

impl Measure {
    /// The things of the measure that have no end yet.
    pub fn things_held(&self) -> impl Iterator<Item = HeldThing> {
        let held = self.goods.iter().enumerate().filter(|(_, goods)| goods.end.is_none());
        held.map(|(line, _)| HeldThing { measure: self.number, line })
    }
}

impl Case {
    /// The things that a decision on a party could confiscate.
    #[must_use]
    pub fn confiscable(&self, party: PartyId) -> Vec<(&Measure, HeldThing)> {
        let touched = self.measures_of(Some(party), is_undecided).into_iter();
        touched.flat_map(|measure| measure.things_held().map(move |thing| (measure, thing))).collect()
    }

    /// What a decision confiscates ends with it.
    pub(super) fn goods_confiscated(&mut self, facts: &Decide, event: &Event) {
        let named = self.confiscable(facts.party).into_iter().map(|(_, thing)| thing);
        let named: Vec<HeldThing> = named.filter(|thing| facts.confiscates(*thing)).collect();
        for measure in &mut self.measures {
            let lines = named.iter().filter(|thing| thing.measure == measure.number);
            let lines: Vec<usize> = lines.map(|thing| thing.line).collect();
            for line in &lines {
                measure.goods[*line].end = Some((event.on, GoodsEnd::Confiscated));
            }
            if !lines.is_empty() && measure.is_open() && !measure.holds_goods() {
                measure.end(event.on, MeasureEnd::Confiscated, None);
            }
        }
    }

    /// Whether a decision has confiscated something that was held.
    pub(super) fn has_confiscated(&self, party: PartyId) -> bool {
        let ended = |goods: &HeldGoods| matches!(goods.end, Some((_, GoodsEnd::Confiscated)));
        let touched = self.measures_of(Some(party), |_| true).into_iter();
        touched.flat_map(|measure| &measure.goods).any(ended)
    }
}
