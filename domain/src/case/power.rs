//! Power, area, limitation and the rule in force, asked for each unlawful act (rows 2 and 15).

use super::judge::Judge;
use super::{Case, Penalties, Track, UnlawfulAct};
use crate::Day;
use crate::catalogue::{KindStanding, Standing, ViolationRow, decides, standing};
use crate::refusal::{Fact, RefusalCode};

/// First day of the revised Act: five years for acts that did harm exist from here on (art. 36).
const FIVE_YEARS_FROM: (i32, u32, u32) = (2021, 7, 15);

impl<'a> Judge<'a> {
    pub(super) fn unlawful_act(&self, act: &UnlawfulAct) -> Result<(), RefusalCode> {
        if act.on > self.on {
            return Err(RefusalCode::MissingFact { fact: Fact::DayOfAct });
        }
        let (industry, row) = self.row(act)?;
        match standing(row, &industry.id, self.context.grants, self.context.bureau, self.on) {
            Standing::MayDecide { .. } => {}
            other => return Err(RefusalCode::NoPower { who: other.others() }),
        }
        if !self.is_ours(act.area) {
            return Err(RefusalCode::NotOurArea);
        }
        let (years, last_day) = limitation(act, row);
        match self.case.map(Case::discovered) {
            Some(discovered) if discovered > last_day => Err(RefusalCode::TimeBarred { years, last_day }),
            _ => Ok(()),
        }
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
            let (industry, row) = self.row(act)?;
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

/// The last day on which the act could be discovered, with the years of the term (art. 36).
fn limitation(act: &UnlawfulAct, row: &ViolationRow) -> (u32, Day) {
    let (year, month, day) = FIVE_YEARS_FROM;
    let five = row.five_years_if_harm
        && act.harm_done
        && Day::from_ymd_opt(year, month, day).is_some_and(|from| act.on >= from);
    let years = if five { 5 } else { 2 };
    let last_day = act.on.checked_add_months(chrono::Months::new(years * 12)).unwrap_or(Day::MAX);
    (years, last_day)
}
