//! The time to verify a clue, and its extension by the head (核查期限): before a filing, row 1.

use serde::{Deserialize, Serialize};

use super::clocks::clock_with;
use super::judge::Judge;
use super::measure::remark;
use super::{ActKind, Case, CaseClock, ClockState, Context, Note};
use crate::calendar::{Adjustments, Clock};
use crate::refusal::{Fact, RefusalCode};

/// 延长核查期限, once and by as much as the row of the term allows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtendVerification {
    pub reason: Note,
}

impl Case {
    pub(super) fn verify_clock(&self, state: ClockState, context: &Context<'_>) -> Option<CaseClock> {
        let rule = context.rules.on(Clock::Verify, None, self.received)?;
        let reason = self.verification_extended.as_ref().and_then(|(_, reason)| remark(reason));
        let extension = reason.and_then(|reason| rule.full_extension(Some(reason)));
        let adjustments = Adjustments { extension, ..Adjustments::default() };
        clock_with(Clock::Verify, None, self.received, state, &adjustments, context)
    }
}

impl Judge<'_> {
    /// Once, while the time runs, and where its row can be extended.
    pub(super) fn verification_extendable(&self) -> Result<(), RefusalCode> {
        let Some(case) = self.case else { return Ok(()) };
        if case.verification_extended.is_some() {
            return Err(RefusalCode::DoneAlready { act: ActKind::ExtendVerification });
        }
        let running = case.verify_clock(ClockState::Running, &self.context);
        let holds = |clock: &CaseClock| clock.rule.extension.is_some() && self.on <= clock.deadline.last_day;
        let term = running.filter(holds).map(drop);
        term.ok_or(RefusalCode::MissingFact { fact: Fact::TermToExtend })
    }
}
