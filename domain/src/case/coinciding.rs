//! One conduct that breaks several rules (一个违法行为违反多个法律规范): one fine, by the rule with the higher one
//! (行政处罚法 art. 29).

use super::judge::Judge;
use super::{ActPenalty, Penalties, Track, UnlawfulAct};
use crate::catalogue::{FineRange, ViolationRow, range_by_grade};
use crate::id::UnlawfulActId;
use crate::refusal::{Fact, RefusalCode};

impl UnlawfulAct {
    /// The act under whose name the conduct stands: its own, or the one with which it coincides.
    #[must_use]
    pub fn conduct(&self) -> UnlawfulActId {
        self.coincides.unwrap_or(self.id)
    }
}

impl Judge<'_> {
    /// The act is none of the party's others once more; what it names as the same conduct is of the same day.
    pub(super) fn distinct(&self, act: &UnlawfulAct, others: &[UnlawfulAct]) -> Result<(), RefusalCode> {
        let others = || others.iter().filter(|other| other.id != act.id);
        if others().any(|other| other.violation == act.violation && other.on == act.on) {
            return Err(RefusalCode::SameAct);
        }
        let same = |of: UnlawfulActId| {
            others().any(|other| other.id == of && other.on == act.on && other.coincides.is_none())
        };
        if act.coincides.is_none_or(same) {
            return Ok(());
        }
        Err(RefusalCode::MissingFact { fact: Fact::CoincidingAct })
    }

    /// Of one conduct one act is fined, by the rule that allows the higher fine.
    pub(super) fn one_fine_a_conduct(&self, track: &Track, penalties: &Penalties) -> Result<(), RefusalCode> {
        let fined =
            |act: &UnlawfulAct| penalties.acts.iter().find(|one| one.act == act.id && one.fine.is_some());
        for act in &track.party.acts {
            let Some(penalty) = fined(act) else { continue };
            let (_, row) = self.applied(act, penalty)?;
            let beside = track
                .party
                .acts
                .iter()
                .filter(|other| other.id != act.id && other.conduct() == act.conduct());
            for other in beside {
                let of_other = penalties.acts.iter().find(|one| one.act == other.id);
                let Some(of_other) = of_other else { continue };
                let (_, other_row) = self.applied(other, of_other)?;
                let here = self.range_beside(track, act, row, penalty, penalty);
                let there = self.range_beside(track, other, other_row, of_other, penalty);
                let is_higher = here.zip(there).is_some_and(|(here, there)| higher(there, here));
                if is_higher || fined(other).is_some() {
                    let rule = if is_higher { other_row } else { row };
                    return Err(RefusalCode::OneFine { rule: rule.title.clone() });
                }
            }
        }
        Ok(())
    }

    /// What a rule would allow for the conduct: by the base of the fine where both compute on the same one; none
    /// where that is not known.
    fn range_beside(
        &self,
        track: &Track,
        act: &UnlawfulAct,
        row: &ViolationRow,
        own: &ActPenalty,
        fined: &ActPenalty,
    ) -> Option<FineRange> {
        let base = own.fine.or(fined.fine).and_then(|fine| fine.base);
        let same_base = own.act == fined.act || {
            let of = |act: &UnlawfulAct, row: &ViolationRow| row.fine_base(act.role);
            let there = track.party.acts.iter().find(|one| one.id == fined.act)?;
            of(act, row) == of(there, self.applied(there, fined).ok()?.1)
        };
        let base = base.filter(|_| same_base);
        range_by_grade(row, act.role, track.party.kind, base, own.serious.is_some()).ok()
    }
}

fn higher(one: FineRange, other: FineRange) -> bool {
    (one.max, one.min) > (other.max, other.min)
}

impl Track {
    /// Whether another act of the same conduct bears the fine.
    pub(super) fn is_fined_beside(&self, act: &UnlawfulAct, penalties: &Penalties) -> bool {
        let beside = |other: &&UnlawfulAct| other.id != act.id && other.conduct() == act.conduct();
        self.party.acts.iter().filter(beside).any(|other| penalties.fines_act(other))
    }
}
