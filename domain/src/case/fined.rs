//! 一事不再罚: one act of one party is fined once (行政处罚法 art. 29).

use super::judge::Judge;
use super::{Decision, Penalties, Track, UnlawfulAct};
use crate::Day;
use crate::refusal::RefusalCode;

/// An unlawful act of the party that another decision of the bureau has fined (art. 29).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinedAct {
    /// The catalogue row's id.
    pub violation: String,
    pub on: Day,
    /// The number of the decision.
    pub number: Option<String>,
}

impl Judge<'_> {
    /// A fine for an act that another decision has fined is none (`fined_before`); a warning or a confiscation
    /// stays possible.
    pub(super) fn not_fined_before(
        &self,
        acts: &[UnlawfulAct],
        penalties: &Penalties,
    ) -> Result<(), RefusalCode> {
        for fined in acts.iter().filter(|act| penalties.fines_act(act)) {
            // The same conduct under whichever of its rules.
            let conduct = || acts.iter().filter(|act| act.conduct() == fined.conduct());
            let same = |earlier: &&FinedAct| {
                conduct().any(|act| earlier.violation == act.violation && earlier.on == act.on)
            };
            if let Some(earlier) = self.context.fined.iter().find(same) {
                return Err(RefusalCode::FinedBefore { number: earlier.number.clone() });
            }
        }
        Ok(())
    }
}

impl Track {
    /// The acts for which the party has been fined here, under each rule that the fined conduct broke; none once the
    /// decision fell.
    #[must_use]
    pub fn fined_acts(&self) -> Vec<FinedAct> {
        let Some(decided) = self.progress.decided().filter(|_| self.fell().is_none()) else {
            return Vec::new();
        };
        let Decision::Penalty(penalties) = &decided.decision else { return Vec::new() };
        let fined = |act: &UnlawfulAct| FinedAct {
            violation: act.violation.clone(),
            on: act.on,
            number: decided.number.clone(),
        };
        let acts = self.party.acts.as_slice();
        let is_fined = |act: &&UnlawfulAct| {
            acts.iter().any(|one| one.conduct() == act.conduct() && penalties.fines_act(one))
        };
        acts.iter().filter(is_fined).map(fined).collect()
    }
}

impl Penalties {
    pub(super) fn fines_act(&self, act: &UnlawfulAct) -> bool {
        self.acts.iter().any(|penalty| penalty.act == act.id && penalty.fine.is_some())
    }
}
