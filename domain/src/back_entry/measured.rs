//! A measure of a row that holds still: its kind, the day on which it was taken, and until when.

use super::column::Column as C;
use super::enter::{Writing, note};
use super::row::named;
use super::{IN_THE_DOSSIER, Measured};
use crate::Day;
use crate::case::{Act, ExtendMeasure, GoodsLine, HeldAs, MeasureKind, Name, RegisterEvidence, TakeMeasure};
use crate::ledger::{Fault, Reading};
use crate::refusal::RefusalCode;
use crate::value::Noun;

/// What stands for the list of things, which lies in the dossier.
const GOODS: &str = "案卷所附物品清单所列物品 1 批";

/// Every kind, in the order of the list.
pub(super) const HELD: [HeldAs; 3] = [HeldAs::Evidence, HeldAs::Sealed, HeldAs::Seized];

impl Reading<'_, C> {
    pub(super) fn measure(&mut self, today: Day) -> Option<Measured> {
        let held = self.choice(C::MeasureKind, Noun::Measure, &named(&HELD, HeldAs::name));
        let on = self.past(C::MeasureOn, today);
        let extended = self.past(C::MeasureExtendedOn, today);
        let until = self.coming(C::MeasureUntil, today);
        Some(Measured { held: held?, on: on?, extended, until })
    }
}

impl Writing<'_> {
    /// The measure, where it was taken before the filing, or else after it.
    pub(super) fn measure(&mut self, filed_on: Day, before: bool) -> Result<(), Fault<C>> {
        match self.paper.steps.measure {
            Some(measured) if (measured.on < filed_on) == before => self.measured(measured),
            _ => Ok(()),
        }
    }

    fn measured(&mut self, measured: Measured) -> Result<(), Fault<C>> {
        let approver = self.approver().cloned();
        self.does(C::MeasureOn, measured.on, self.taking(measured.held)?, approver.as_ref(), None)?;
        if let (Some(on), Some((measure, _))) = (measured.extended, self.taken()) {
            let (party, reason) = (Some(self.ids.party), note(C::MeasureExtendedOn)?);
            let told = reason.clone();
            let act = Act::ExtendMeasure(ExtendMeasure { measure, party, reason, told, number: None });
            self.does(C::MeasureExtendedOn, on, act, approver.as_ref(), None)?;
        }
        let (Some(written), Some((_, counted))) = (measured.until, self.taken()) else { return Ok(()) };
        if counted != written {
            self.lacks(RefusalCode::MeasureTermDiffers { written, counted });
        }
        Ok(())
    }

    /// The number of the measure in the case, and the last day of its term.
    fn taken(&self) -> Option<(u32, Day)> {
        let measure = self.case.as_ref()?.measures.last()?;
        Some((measure.number, measure.last_day(&self.desk.context)?))
    }

    fn taking(&self, held: HeldAs) -> Result<Act, Fault<C>> {
        let wrong = |error| Fault { column: C::MeasureKind, error };
        let (party, officers, place) = (Some(self.ids.party), self.officers, self.paper.place.clone());
        let goods = vec![GoodsLine::parse(GOODS).map_err(wrong)?];
        let keeper = Name::parse(IN_THE_DOSSIER).map_err(wrong)?;
        let reason = note(C::MeasureKind)?;
        let measure = match held {
            HeldAs::Evidence => {
                let facts = RegisterEvidence { party, officers, goods, place, keeper, reason, number: None };
                return Ok(Act::RegisterEvidence(facts));
            }
            HeldAs::Sealed => MeasureKind::Sealing,
            HeldAs::Seized => MeasureKind::Seizure,
        };
        Ok(Act::TakeMeasure(TakeMeasure {
            party,
            measure,
            violation: self.paper.violation.clone(),
            officers,
            goods,
            place,
            keeper,
            objects_checked: true,
            reason,
            number: None,
        }))
    }
}
