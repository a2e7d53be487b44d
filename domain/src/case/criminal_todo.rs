//! What the bureau does next about a suspected crime, and until when it waits for the police.

use super::{ActKind, Case, Context, CrimeStep, CrimeTransfer, Todo, Wait};

/// What the bureau owes the police comes before everything else: it has hours, or three days.
pub(super) fn urgent(case: &Case) -> Option<ActKind> {
    let owed = |crime: &CrimeTransfer| match crime.step() {
        CrimeStep::Reported => Some(ActKind::DecideCrime),
        CrimeStep::Approved => Some(ActKind::HandToPolice),
        CrimeStep::Refused => Some(ActKind::ResumeCase),
        CrimeStep::Filed if crime.goods_on.is_none() => Some(ActKind::HandGoods),
        CrimeStep::Filed | CrimeStep::WithPolice | CrimeStep::Over => None,
    };
    case.crimes.iter().find_map(owed)
}

impl CrimeTransfer {
    /// With the police: their answer, then the close.
    pub(super) fn todo(&self, context: &Context<'_>) -> Option<Todo> {
        let party = self.parties.first().copied();
        match self.step() {
            CrimeStep::WithPolice => {
                let wait = self.police_until(context).map(|until| Wait::Police { until });
                Some(Todo { act: ActKind::RecordPoliceReply, party: None, wait })
            }
            CrimeStep::Filed => Some(Todo { act: ActKind::Close, party, wait: None }),
            _ => None,
        }
    }
}
