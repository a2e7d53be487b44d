//! A changed intention (变更拟处罚): row 13; 行政处罚法 art. 44, 45, 62. The party is told anew.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Event, Note, Outcome, PartyProposal, Progress};
use crate::id::PartyId;
use crate::refusal::{Refusal, RefusalCode};

/// Another outcome is proposed for a party, on the facts that are established; what was told is void.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeProposal {
    pub party: PartyId,
    #[serde(flatten)]
    pub outcome: Outcome,
    pub reason: Note,
}

impl Judge<'_> {
    /// Heavier after a defence or a hearing asks for new evidence: that is found by investigating on.
    pub(super) fn change_proposal(&self, facts: &ChangeProposal) -> Result<(), RefusalCode> {
        let track = self.track(facts.party)?;
        let Outcome::Penalise(penalties) = &facts.outcome else {
            return self.ground_fits(track, &facts.outcome);
        };
        // What was proposed as a penalty before was proved then; a report of earlier days does not say by what.
        let before =
            track.progress.proposal().filter(|before| !matches!(before.outcome, Outcome::Penalise(_)));
        before.map_or(Ok(()), |before| before.proves_each_act_of(track))?;
        self.penalties(track, penalties)?;
        self.order_ahead(penalties)?;
        if track.is_heavier_than_defended(penalties) {
            return Err(RefusalCode::HeavierAfterDefence);
        }
        Ok(())
    }
}

impl Progress {
    pub(super) fn change_proposal(mut self, facts: &ChangeProposal, event: &Event) -> Result<Self, Refusal> {
        let refusal = self.refuses(ActKind::ChangeProposal);
        let Some(concluded) = self.concluded_mut() else { return Err(refusal) };
        let mut concluded = concluded.clone();
        let (party, discretion) = (facts.party, facts.reason.clone());
        let (outcome, proofs) = (facts.outcome.clone(), concluded.proposal.proofs);
        concluded.proposal = PartyProposal { party, outcome, discretion, proofs };
        concluded.on = event.on;
        concluded.notice = None;
        Ok(Progress::Concluded(concluded))
    }
}
