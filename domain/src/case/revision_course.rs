//! Decisions that fell, and where their parties stand afterwards.

use serde::{Deserialize, Serialize};

use super::{
    ActKind, ChangeDecision, Decided, Decision, Enforcement, Event, Executing, FallGround, OrderAnew,
    Payment, Performed, Progress, Publication, Publicity, Remedy, RemedyKind, Reviser, RevokeDecision,
    Served, ServedOn, Track,
};
use crate::Day;
use crate::refusal::Refusal;
use crate::value::Money;

/// A decision that stands no more, or not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fallen {
    /// The event of the revision.
    pub seq: u32,
    /// The day of the ruling's service on the bureau, else of the revision itself.
    pub fell_on: Day,
    pub reviser: Reviser,
    pub how: Revised,
    /// As it was.
    pub decided: Decided,
    /// What had been paid on it.
    pub paid: Money,
    /// By which ruling it fell; none without one.
    pub ruled: Option<RemedyKind>,
    /// Where the party stood, and the remedies against the decision: a court may let it stand again.
    pub was: Box<Progress>,
    pub remedies: Vec<Remedy>,
}

/// What became of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "revised", rename_all = "snake_case")]
pub enum Revised {
    Anew { ground: FallGround, within_days: Option<u16> },
    Changed,
    Revoked { ground: FallGround },
}

impl Progress {
    /// What was paid so far.
    pub(crate) fn paid(&self) -> Money {
        Money(self.payments().iter().map(|payment| payment.amount.0).sum())
    }

    /// Whether goods were handed in.
    pub(super) fn has_goods(&self) -> bool {
        self.executed().is_some_and(|executing| {
            executing.performances.iter().any(|one| one.performed == Performed::GoodsHandedIn)
        })
    }

    fn executed(&self) -> Option<&Executing> {
        match self {
            Progress::Executing(executing) => Some(executing),
            Progress::AtCourt(at_court) => Some(&at_court.executing),
            Progress::Closed { was, .. } => was.executed(),
            _ => None,
        }
    }
}

impl Track {
    /// The decision that is to be made anew, and why it fell.
    #[must_use]
    pub fn decided_anew(&self) -> Option<(&Fallen, FallGround)> {
        let last = self.fallen.last()?;
        match last.how {
            Revised::Anew { ground, .. } => Some((last, ground)),
            _ => None,
        }
    }

    /// Changed by the government: it enforces what it decided (复议法 art. 78).
    #[must_use]
    pub fn is_with_the_government(&self) -> bool {
        let by_government =
            |last: &Fallen| last.how == Revised::Changed && last.reviser == Reviser::Government;
        self.fallen.last().is_some_and(by_government)
    }

    /// The days on which decisions of the party fell.
    #[must_use]
    pub fn falls(&self) -> Vec<Day> {
        self.fallen.iter().map(|fallen| fallen.fell_on).chain(self.fell_on()).collect()
    }

    /// The day on which the publication of what fell on a day was withdrawn.
    #[must_use]
    pub fn unpublished_since(&self, fell_on: Day) -> Option<Day> {
        self.unpublished.iter().copied().find(|on| *on >= fell_on)
    }

    /// The days on which decisions of the party fell that the public had read: what was never published, or by law is
    /// not, has nothing to be withdrawn (行政处罚法 art. 48(3)).
    #[must_use]
    pub fn public_falls(&self) -> Vec<Day> {
        let fallen = self.fallen.iter().map(|fallen| (&fallen.decided, fallen.fell_on));
        let standing = self.progress.before_closure().decided().zip(self.fell_on());
        let falls = fallen.chain(standing);
        falls.filter(|(decided, fell_on)| self.was_public(decided, *fell_on)).map(|(_, on)| on).collect()
    }

    /// Whether the public could read a decision on the day on which it fell. What the paper of a case that was brought in
    /// says of it nobody here knows.
    pub(super) fn was_public(&self, decided: &Decided, fell_on: Day) -> bool {
        let was_there = |one: &Publication| {
            let withdrawn_before = one.withdrawn.is_some_and(|withdrawn| withdrawn.on < fell_on);
            one.decision == decided.seq && one.publicity == Publicity::Published && !withdrawn_before
        };
        decided.on_paper || self.publications.iter().any(was_there)
    }

    /// Whether a decision fell whose publication nobody has withdrawn.
    #[must_use]
    pub fn is_still_published(&self) -> bool {
        self.public_falls().into_iter().any(|fell_on| self.unpublished_since(fell_on).is_none())
    }

    /// The old decision goes among those that fell; what enforced it ends with it.
    fn falls_by(
        mut self,
        act: ActKind,
        reviser: Reviser,
        how: Revised,
        event: &Event,
    ) -> Result<Self, Refusal> {
        let Some(decided) = self.progress.decided().cloned() else { return Err(self.progress.refuses(act)) };
        let fell_on = self.fell_on().unwrap_or(event.on);
        if reviser == Reviser::Bureau {
            self.application_met(event.on);
        }
        let paid = self.progress.paid();
        self.fallen.push(Fallen {
            seq: event.seq,
            fell_on,
            reviser,
            how,
            decided,
            paid,
            ruled: self.fell().map(|(remedy, _)| remedy),
            was: Box::new(self.progress.clone()),
            remedies: self.remedies.clone(),
        });
        self.enforcement = Enforcement::default();
        Ok(self)
    }

    pub(super) fn ordered_anew(self, facts: &OrderAnew, event: &Event) -> Result<Self, Refusal> {
        let how = Revised::Anew { ground: facts.ground, within_days: facts.within_days };
        let mut track = self.falls_by(ActKind::OrderAnew, facts.reviser, how, event)?;
        track.progress = Progress::Investigating { on: event.on };
        // What was asked against the old decision says nothing about the new one; a suit against the ruling goes on.
        let under_way = |remedy: &Remedy| remedy.against_ruling && remedy.result.is_none();
        track.ruling_suit = std::mem::take(&mut track.remedies).into_iter().find(under_way);
        Ok(track)
    }

    pub(super) fn decision_revoked(self, facts: &RevokeDecision, event: &Event) -> Result<Self, Refusal> {
        let how = Revised::Revoked { ground: facts.ground };
        let mut track = self.falls_by(ActKind::RevokeDecision, facts.reviser, how, event)?;
        let was = Box::new(track.progress);
        let revoked = Box::new(Progress::Revoked { on: event.on, was });
        track.progress = Progress::Closed { on: event.on, was: revoked };
        Ok(track)
    }

    pub(super) fn decision_changed(self, facts: &ChangeDecision, event: &Event) -> Result<Self, Refusal> {
        let mut track = self.falls_by(ActKind::ChangeDecision, facts.reviser, Revised::Changed, event)?;
        let was = track.progress.decided().cloned();
        let Some(was) = was else { return Err(track.progress.refuses(ActKind::ChangeDecision)) };
        let decided = Decided {
            seq: event.seq,
            number: facts.number.clone().or(was.number),
            decision: Decision::Penalty(facts.penalties.clone()),
            ..was
        };
        let served = Served {
            decided,
            seq: event.seq,
            served: ServedOn { on: event.on, service: facts.service.clone() },
        };
        let executed = track.progress.executed().cloned();
        track.progress = match executed {
            Some(executing) => {
                let payments = up_to(facts.penalties.money(), &executing.payments);
                Progress::Executing(Executing { served, payments, ..executing })
            }
            None => Progress::Served(served),
        };
        if facts.reviser == Reviser::Bureau {
            track.remedies.retain(|remedy| remedy.result.is_none());
        }
        Ok(track)
    }
}

/// The payments as far as the changed decision asks for them; the rest went back.
fn up_to(owed: Money, payments: &[Payment]) -> Vec<Payment> {
    let mut left = owed;
    let mut kept = Vec::new();
    for payment in payments {
        let amount = payment.amount.min(left);
        left = Money(left.0 - amount.0);
        if amount > Money::ZERO {
            kept.push(Payment { amount, ..payment.clone() });
        }
    }
    kept
}
