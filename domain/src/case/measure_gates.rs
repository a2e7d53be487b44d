//! Where a measure stands in the way, and where it goes along (rows 3, 4, 18 and 25); 行政强制法 art. 27, 28.

use super::judge::Judge;
use super::{Case, Context, GoodsEnd, Measure, MeasureEnd, OpenTransfer, ProposeTransfer, Track};
use crate::Day;
use crate::id::PartyId;
use crate::refusal::RefusalCode;

fn goes_on(track: &Track) -> bool {
    !track.progress.stage().is_end()
}

impl Judge<'_> {
    /// Nothing is held any more: `measure_open` (rows 3 and 18).
    pub(super) fn without_measure(&self, party: Option<PartyId>) -> Result<(), RefusalCode> {
        let touched = self.case.map(|case| case.measures_of(party, goes_on)).unwrap_or_default();
        touched.into_iter().filter(|measure| measure.is_open()).try_for_each(|measure| Err(open(measure)))
    }

    /// Everything has its end: `measure_open` while a measure holds, `goods_undecided` for what is left (row 25).
    pub(super) fn measures_settled(&self, party: Option<PartyId>) -> Result<(), RefusalCode> {
        let touched = self.case.map(|case| case.measures_of(party, goes_on)).unwrap_or_default();
        let unsettled = |measure: &Measure| match measure.is_in_force(self.on, &self.context) {
            true => Err(open(measure)),
            false if measure.is_unsettled() => Err(undecided(measure)),
            false => Ok(()),
        };
        touched.into_iter().try_for_each(unsettled)
    }

    /// What is held goes along only where the receiver takes it over, and only while it holds (row 4, §1.6).
    pub(super) fn measures_sent(&self, facts: &ProposeTransfer) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        for measure in case.sent_along(&facts.parties).filter(|measure| measure.is_open()) {
            if !facts.takes_over {
                return Err(open(measure));
            }
            if let Some(last_day) = measure.last_day(&self.context).filter(|last_day| *last_day < self.on) {
                return Err(RefusalCode::MeasureLapsed { last_day });
            }
        }
        Ok(())
    }
}

fn open(measure: &Measure) -> RefusalCode {
    RefusalCode::MeasureOpen { held_as: measure.held_as, on: measure.on }
}

pub(super) fn undecided(measure: &Measure) -> RefusalCode {
    RefusalCode::GoodsUndecided { held_as: measure.held_as, on: measure.on }
}

impl Case {
    /// The measures that go with those who go; what belongs to nobody known goes only when everybody does.
    pub fn sent_along(&self, parties: &[PartyId]) -> impl Iterator<Item = &Measure> {
        let tracks = self.filing().map(|filed| filed.tracks.as_slice()).unwrap_or_default();
        let all_go =
            tracks.iter().filter(|track| goes_on(track)).all(|track| parties.contains(&track.party.id));
        let known = move |owner: PartyId| tracks.iter().any(|track| track.party.id == owner);
        let goes = move |measure: &&Measure| match measure.party.filter(|owner| known(*owner)) {
            Some(owner) => parties.contains(&owner),
            None => all_go,
        };
        self.measures.iter().filter(goes)
    }

    /// What the receiver took over ends here.
    pub(super) fn handed_over(&mut self, open: &OpenTransfer, on: Day) {
        if open.takes_over {
            self.goods_go_along(&open.parties, on);
        }
    }

    /// What is held goes with the case, to another authority or to the police, and ends here (行政强制法 art. 21).
    pub(super) fn goods_go_along(&mut self, parties: &[PartyId], on: Day) {
        let gone: Vec<u32> = self.sent_along(parties).map(|measure| measure.number).collect();
        let unsettled =
            self.measures.iter_mut().filter(|one| gone.contains(&one.number) && one.is_unsettled());
        for measure in unsettled {
            match measure.is_open() {
                true => measure.end(on, MeasureEnd::HandedOver, Some(GoodsEnd::HandedOver)),
                false => measure.goods_end(on, GoodsEnd::HandedOver),
            }
        }
    }

    /// The day of the last that happened to any measure.
    pub(super) fn measures_since(&self) -> Option<Day> {
        self.measures.iter().map(Measure::since).max()
    }
}

impl Measure {
    /// Gives everything that is left one end; the measure has ended before.
    pub(super) fn goods_end(&mut self, on: Day, end: GoodsEnd) {
        let left = self.goods.iter_mut().filter(|goods| goods.end.is_none());
        left.for_each(|goods| goods.end = Some((on, end)));
    }

    /// The measure as a receiver takes it over: with its first start, and with its own term to file or release.
    #[must_use]
    pub fn taken_over(&self, number: u32, received: Day) -> Self {
        let unfiled_since = self.is_compulsory().then_some(received);
        Measure { number, unfiled_since, ..self.clone() }
    }

    /// Whether its term is over and nobody has lifted it.
    #[must_use]
    pub fn is_lapsed(&self, today: Day, context: &Context<'_>) -> bool {
        self.is_open() && !self.is_in_force(today, context)
    }
}
