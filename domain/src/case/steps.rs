//! The steps of the bar over a case.

use serde::{Deserialize, Serialize};

use super::{Case, Progress, Stage};
use crate::id::PartyId;

/// One step of the bar over the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub stage: Stage,
    pub state: StepState,
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    Done,
    Now,
    Ahead,
    /// 不适用
    NotApplicable,
}

/// The steps of one party, or of a case that has none yet.
#[must_use]
pub fn steps(case: &Case, party: Option<PartyId>) -> Vec<Step> {
    let track = party.and_then(|party| case.track(party));
    let stage = track.map_or_else(|| case.stage(), |track| track.progress.stage());
    let reached = match track.map(|track| &track.progress) {
        Some(Progress::Criminal { was, .. }) => was.stage(),
        Some(Progress::Closed { was, .. }) => was.before_the_police().unwrap_or(was).stage(),
        Some(Progress::Transferred { .. } | Progress::Withdrawn { .. }) => Stage::Filed,
        None if stage.is_end() => Stage::Clue,
        _ => stage,
    };
    let reached = match reached {
        Stage::Transferred | Stage::Withdrawn => Stage::Filed,
        Stage::NotFiled => Stage::Clue,
        other => other,
    };
    let now = match stage {
        Stage::Heard => Stage::Hearing,
        Stage::AtCourt => Stage::Executing,
        other => other,
    };
    let on_the_spot = track.map_or_else(|| case.procedure(), |track| track.procedure()).is_simplified();
    let passed_over = |step| track.is_some_and(|track| is_passed_over(&track.progress, step));
    Stage::STEPS
        .into_iter()
        .map(|step| {
            let skipped = passed_over(step)
                || (on_the_spot && step > Stage::Clue && step < Stage::Decided)
                || (step == Stage::Clue && case.is_begun_on_the_spot())
                || (stage.is_end() && step > reached && step != Stage::Closed);
            let state = match step {
                _ if step == now => StepState::Now,
                _ if skipped => StepState::NotApplicable,
                _ if step <= reached => StepState::Done,
                _ => StepState::Ahead,
            };
            Step { stage: step, state }
        })
        .collect()
}

/// A step that the party's way leaves out: no notice before a decision without a penalty, no hearing that nobody
/// was told of or asked for, no discussion that the decision did without.
fn is_passed_over(progress: &Progress, step: Stage) -> bool {
    let decided = progress.decided();
    match step {
        Stage::Notified => decided.is_some() && progress.notified().is_none(),
        Stage::Hearing => match progress.notified() {
            Some(_) if progress.hearing().is_some() => false,
            Some(notified) => {
                let open = matches!(progress, Progress::Notified(_)) && notified.notice.hearing.is_told();
                !open
            }
            None => decided.is_some(),
        },
        Stage::Deliberated => decided.is_some_and(|decided| decided.deliberated.is_none()),
        _ => false,
    }
}
