//! Power, area, limitation and the rule in force, asked for each unlawful act (rows 2 and 15).

use super::judge::Judge;
use super::{Case, Party, Penalties, Track, UnlawfulAct};
use crate::catalogue::{KindStanding, Standing, ViolationRow, decides, standing};
use crate::refusal::{Fact, RefusalCode};

impl<'a> Judge<'a> {
    /// `parties`: all of the case.
    pub(super) fn unlawful_act(&self, act: &UnlawfulAct, parties: &[&Party]) -> Result<(), RefusalCode> {
        if act.on > self.on {
            return Err(RefusalCode::MissingFact { fact: Fact::DayOfAct });
        }
        let (industry, row) = self.row(act)?;
        match standing(row, &industry.id, self.context.grants, self.context.bureau, self.on) {
            Standing::MayDecide { .. } => {}
            other => return Err(RefusalCode::NoPower { who: other.others() }),
        }
        // A management zone has no code by which a place could be told as its own.
        if act.area.is_none() && self.context.area.is_some() {
            return Err(RefusalCode::MissingFact { fact: Fact::AreaOfAct });
        }
        if !self.is_ours(act.area) && !self.is_designated(act, parties) {
            return Err(RefusalCode::NotOurArea);
        }
        self.not_time_barred(act, row)
    }

    /// Discovered in the limitation period of the day on which the act ended (art. 36).
    fn not_time_barred(&self, act: &UnlawfulAct, row: &ViolationRow) -> Result<(), RefusalCode> {
        let Some(discovered) = self.case.map(Case::discovered) else { return Ok(()) };
        let grave = row.five_years_if_harm && act.harm_done;
        let (rules, calendar) = (self.context.rules, self.context.calendar);
        let term = rules.limitation(calendar, act.on, grave);
        let last_day = term.map_err(|_| RefusalCode::NoTermInForce { on: act.on })?.last_day;
        if discovered <= last_day {
            return Ok(());
        }
        let years = last_day.years_since(act.on).unwrap_or_default();
        Err(RefusalCode::TimeBarred { years, last_day })
    }

    /// The row that judges an act: the one named, in force on the day of the act.
    pub(super) fn row(
        &self,
        act: &UnlawfulAct,
    ) -> Result<(&'a crate::catalogue::Industry, &'a ViolationRow), RefusalCode> {
        self.context
            .catalogue
            .violation(&act.violation)
            .filter(|(_, row)| row.in_force_on(act.on))
            .ok_or_else(|| RefusalCode::NoRuleInForce { violation: act.violation.clone(), on: act.on })
    }

    /// The county of the place; the city bureau's area is the whole city (art. 22, 23).
    fn is_ours(&self, area: Option<u32>) -> bool {
        let (Some(place), Some(own)) = (area, self.context.area) else { return true };
        place == own || (own % 100 == 0 && place / 100 == own / 100)
    }

    /// Power again on the day of the decision, kind by kind (art. 17, 38).
    pub(super) fn power_per_kind(&self, track: &Track, penalties: &Penalties) -> Result<(), RefusalCode> {
        for penalty in &penalties.acts {
            let Some(act) = track.party.acts.iter().find(|act| act.id == penalty.act) else { continue };
            let (industry, row) = self.applied(act, penalty)?;
            for kind in penalty.all_kinds() {
                let (grants, bureau) = (self.context.grants, self.context.bureau);
                if let KindStanding::NoPower(who) = decides(row, kind, &industry.id, grants, bureau, self.on)
                    && row.kinds().contains(&kind)
                {
                    return Err(RefusalCode::NoPower { who });
                }
            }
        }
        Ok(())
    }
}
