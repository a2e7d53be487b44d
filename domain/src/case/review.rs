//! Legal review (法制审核): row 8; 行政处罚法 art. 58. A recorded result, not a state.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{ActKind, Concluded, Event, Note, Outcome, Progress, Told, Track, UnlawfulAct};
use crate::id::{PartyId, PersonId};
use crate::refusal::{Refusal, RefusalCode};
use crate::{Day, Lang};

/// The reviewer's opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opinion {
    Agree,
    AgreeWithChanges,
    /// Back to the investigation.
    Return,
    /// Back to the conclusion.
    Disagree,
}

impl Opinion {
    /// Every opinion, in the order of the form.
    pub const ALL: [Opinion; 4] =
        [Opinion::Agree, Opinion::AgreeWithChanges, Opinion::Return, Opinion::Disagree];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Opinion::Agree => "agree",
            Opinion::AgreeWithChanges => "agree_with_changes",
            Opinion::Return => "return",
            Opinion::Disagree => "disagree",
        }
    }

    /// What the opinion is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Opinion::Agree => lang.pick("同意", "agrees"),
            Opinion::AgreeWithChanges => lang.pick("修改后同意", "agrees with changes"),
            Opinion::Return => lang.pick("退回补充调查", "returns for further investigation"),
            Opinion::Disagree => lang.pick("不同意", "disagrees"),
        }
    }
}

/// 法制审核意见书, for the parties it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    pub parties: Vec<PartyId>,
    pub opinion: Opinion,
    pub reasons: Note,
}

/// A review as the party's file remembers it, bound to what was reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reviewed {
    pub on: Day,
    pub seq: u32,
    pub by: PersonId,
    pub opinion: Opinion,
    /// What lay before the reviewer: the review stands for this, and for less of it.
    pub of: Outcome,
}

impl Reviewed {
    /// Whether the review still stands for an outcome: it does when only an amount fell or a kind was
    /// dropped, never when a kind was added, an amount rose or the article of one of the party's acts changed.
    #[must_use]
    pub fn stands_for(&self, outcome: &Outcome, acts: &[UnlawfulAct]) -> bool {
        match (&self.of, outcome) {
            (Outcome::Penalise(reviewed), Outcome::Penalise(now)) => !now.exceeds(reviewed, acts),
            (reviewed, now) => reviewed == now,
        }
    }
}

impl Concluded {
    /// The last review given, if any.
    #[must_use]
    pub fn last_review(&self) -> Option<&Reviewed> {
        self.reviews.last()
    }
}

impl Judge<'_> {
    /// Before the notice: a review that the bureau's setting asks for, or that was given, must agree; heavier than
    /// what the party has answered is always reviewed after the new report (row 13).
    pub(super) fn reviewed_before_notice(
        &self,
        track: &Track,
        concluded: &Concluded,
    ) -> Result<(), RefusalCode> {
        let heavier = match &concluded.proposal.outcome {
            Outcome::Penalise(penalties) => track.is_heavier_than_defended(penalties),
            _ => false,
        };
        let asked = heavier || self.context.settings.review_everything || concluded.last_review().is_some();
        agreed(track, concluded, &concluded.proposal.outcome, asked, 0)
    }

    /// Before the discussion and the decision: after a hearing the law asks for a review, and one that
    /// was given before it is void (art. 58(2)); the same after one that was given up ⚙.
    pub(super) fn reviewed(&self, track: &Track, told: &Told, outcome: &Outcome) -> Result<(), RefusalCode> {
        let concluded = &told.notified().concluded;
        let asked = track.heard.is_some()
            || self.context.settings.review_everything
            || concluded.last_review().is_some();
        agreed(track, concluded, outcome, asked, track.heard.unwrap_or(0))
    }
}

fn agreed(
    track: &Track,
    concluded: &Concluded,
    outcome: &Outcome,
    asked: bool,
    after: u32,
) -> Result<(), RefusalCode> {
    let agrees = |review: &Reviewed| {
        matches!(review.opinion, Opinion::Agree | Opinion::AgreeWithChanges)
            && review.seq > after
            && review.stands_for(outcome, &track.party.acts)
    };
    if !asked || concluded.last_review().is_some_and(agrees) {
        Ok(())
    } else {
        Err(RefusalCode::ReviewNeeded)
    }
}

impl Progress {
    pub(super) fn review(mut self, facts: &Review, event: &Event) -> Result<Self, Refusal> {
        if !ActKind::Review.from().contains(&self.stage()) {
            return Err(self.refuses(ActKind::Review));
        }
        if facts.opinion == Opinion::Return {
            return Ok(Progress::Investigating { on: event.on });
        }
        let refusal = self.refuses(ActKind::Review);
        let Some(concluded) = self.concluded_mut() else { return Err(refusal) };
        let of = concluded.proposal.outcome.clone();
        concluded.reviews.push(Reviewed {
            on: event.on,
            seq: event.seq,
            by: event.by,
            opinion: facts.opinion,
            of,
        });
        if facts.opinion != Opinion::Disagree {
            return Ok(self);
        }
        let mut concluded = concluded.clone();
        concluded.notice = None;
        Ok(Progress::Concluded(concluded))
    }
}
