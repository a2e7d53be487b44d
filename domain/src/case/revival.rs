//! A court revokes the ruling of a reconsideration and lets the bureau's decision stand again (恢复原决定效力):
//! 最高法院关于行政诉讼法的解释 art. 89.
//!
//! The suit is against the ruling alone: the government defends it, the bureau has nothing to answer (行政诉讼法
//! art. 26). What the party owes and may do runs from the service of the judgment on the bureau.

use super::judge::Judge;
use super::{
    Decided, Decision, EndRemedy, Enforcement, Event, Executing, Fallen, Performed, Progress, RegisterRemedy,
    RemedyKind, RemedyOutcome, Revised, Reviser, Track,
};
use crate::Day;
use crate::refusal::{Fact, RefusalCode};

/// A decision that a judgment let stand again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revival {
    /// The day on which the ruling that brought it down was served on the bureau.
    pub fell_on: Day,
    /// The day on which the judgment was served on the bureau.
    pub on: Day,
    pub number: Option<String>,
    /// The public could read it when it fell.
    pub was_public: bool,
}

impl Track {
    /// Whether a remedy is a suit against the ruling that brought a decision down: where another was made anew by now,
    /// only one that says so.
    #[must_use]
    pub fn is_against_ruling(&self, remedy: &RegisterRemedy) -> bool {
        let stands_anew = self.was_ordered_anew() && self.progress.decided().is_some();
        remedy.remedy == RemedyKind::Lawsuit
            && self.brought_down_on().is_some()
            && (remedy.against_ruling || !stands_anew)
    }

    /// Whether what a reconsideration brought down is, or was, decided anew by the bureau.
    #[must_use]
    pub fn was_ordered_anew(&self) -> bool {
        let anew = |one: &Fallen| matches!(one.how, Revised::Anew { .. });
        self.ruling().is_none()
            && self.fallen_by_ruling().is_some_and(|at| self.fallen[at..].iter().any(anew))
    }

    /// Whether a court took the ruling away and no other has been made yet: nothing follows from it meanwhile. A
    /// reconsideration that ends without its merits makes none.
    #[must_use]
    pub fn awaits_new_ruling(&self) -> bool {
        let mut results = self.remedies.iter().rev().filter_map(|one| Some((one, one.result?.outcome)));
        let last = results.find(|(one, outcome)| {
            *outcome != RemedyOutcome::WithoutMerits || one.kind == RemedyKind::Reconsideration
        });
        last.is_some_and(|(one, outcome)| {
            one.against_ruling && matches!(outcome, RemedyOutcome::Revoked | RemedyOutcome::Changed)
        })
    }

    /// Whether what ended is the suit against the ruling on an earlier decision.
    pub(super) fn is_of_ruling_suit(&self, facts: &EndRemedy) -> bool {
        self.ruling_suit.is_some() && (facts.against_ruling || self.open_remedy().is_none())
    }

    /// The day on which a reconsideration brought the decision down, followed or not.
    #[must_use]
    pub fn brought_down_on(&self) -> Option<Day> {
        match self.ruling() {
            Some((remedy, result)) => {
                (remedy.kind == RemedyKind::Reconsideration).then_some(result.served_on)
            }
            None => self.fallen_by_ruling().map(|at| self.fallen[at].fell_on),
        }
    }

    /// Whether a judgment may let the decision stand again: no other was made anew meanwhile; or one has, and the court
    /// above says the same.
    #[must_use]
    pub fn is_revivable(&self) -> bool {
        let since = |at: usize| &self.fallen[at..];
        let replaced = |at: usize| {
            self.progress.decided().is_some() && since(at).iter().any(|one| one.how != Revised::Changed)
        };
        match self.ruling() {
            Some((remedy, _)) => remedy.kind == RemedyKind::Reconsideration,
            None => self.fallen_by_ruling().map_or(self.was_revived_last(), |at| !replaced(at)),
        }
    }

    /// The decision among those that fell which a reconsideration brought down; what came after it is the bureau's own.
    fn fallen_by_ruling(&self) -> Option<usize> {
        let last = self.fallen.iter().rposition(|one| one.reviser != Reviser::Bureau)?;
        (self.fallen[last].ruled == Some(RemedyKind::Reconsideration)).then_some(last)
    }

    fn was_revived_last(&self) -> bool {
        let mut results = self.remedies.iter().rev().filter_map(|remedy| remedy.result);
        let last = results.find(|one| one.outcome != RemedyOutcome::WithoutMerits);
        last.is_some_and(|one| one.outcome == RemedyOutcome::Revived)
    }

    /// What the ruling had brought down stands again: what is still with the bureau counts, what went back is owed anew.
    pub(super) fn stands_again(mut self, event: &Event) -> Self {
        let fell_on = self.brought_down_on();
        // What the government had changed by a ruling that a court then took away went with that ruling.
        if (self.ruling().is_none() || self.is_with_the_government())
            && let Some(at) = self.fallen_by_ruling()
        {
            let fallen = self.fallen.remove(at);
            self.fallen.truncate(at);
            self = self.back_to(fallen);
        }
        let ended = self.enforcement.ended;
        self.enforcement = Enforcement { ended, ..Enforcement::default() };
        self.progress = self.progress.revived(event.on);
        let decided = self.progress.decided();
        let number = decided.and_then(|decided| decided.number.clone());
        let was_public = decided.zip(fell_on).is_some_and(|(decided, on)| self.was_public(decided, on));
        match (fell_on, self.revivals.last_mut()) {
            (Some(fell_on), _) => self.revivals.push(Revival { fell_on, on: event.on, number, was_public }),
            // The court above said the same.
            (None, Some(revival)) => revival.on = event.on,
            (None, None) => {}
        }
        self
    }

    fn back_to(mut self, fallen: Fallen) -> Self {
        let known = |seq: u32| self.remedies.iter().any(|remedy| remedy.seq == seq);
        let mut remedies: Vec<_> = fallen.remedies.into_iter().filter(|one| !known(one.seq)).collect();
        remedies.append(&mut self.remedies);
        self.remedies = remedies;
        let payments = self.progress.payments().to_vec();
        let mut performances = self.progress.performances().to_vec();
        if !self.progress.decided().is_some_and(Decided::confiscates_goods) {
            performances.retain(|one| one.performed != Performed::GoodsHandedIn);
        }
        let was = match fallen.was.before_closure().clone() {
            Progress::AtCourt(at_court) => Progress::Executing(at_court.executing),
            other => other,
        };
        self.progress = match was {
            Progress::Executing(Executing { served, .. }) | Progress::Served(served)
                if payments.is_empty() && performances.is_empty() =>
            {
                Progress::Served(served)
            }
            Progress::Executing(Executing { served, .. }) | Progress::Served(served) => {
                Progress::Executing(Executing { served, payments, performances })
            }
            other => other,
        };
        self
    }
}

impl Decided {
    fn confiscates_goods(&self) -> bool {
        matches!(&self.decision, Decision::Penalty(penalties) if penalties.confiscates_goods())
    }
}

impl Progress {
    /// The terms after the decision run from the judgment; what enforced it before has ended with its fall.
    fn revived(mut self, on: Day) -> Self {
        if let Progress::AtCourt(at_court) = self {
            self = Progress::Executing(at_court.executing);
        }
        if let Some(decided) = self.decided_mut() {
            decided.revived_on = Some(on);
        }
        self
    }

    fn decided_mut(&mut self) -> Option<&mut Decided> {
        match self {
            Progress::Decided(decided) => Some(decided),
            Progress::Served(served) => Some(&mut served.decided),
            Progress::Executing(executing) => Some(&mut executing.served.decided),
            Progress::Closed { was, .. } => was.decided_mut(),
            _ => None,
        }
    }
}

impl Judge<'_> {
    /// Only a court lets a decision stand again, and only one that a reconsideration brought down. A term of
    /// performance that a judgment names is not over when the judgment is served.
    pub(super) fn end_remedy(&self, facts: &EndRemedy) -> Result<(), RefusalCode> {
        if facts.performance_until.is_some_and(|until| until < self.on) {
            return Err(RefusalCode::MissingFact { fact: Fact::PerformanceTerm });
        }
        let track = self.track(facts.party)?;
        let of_ruling = track.is_of_ruling_suit(facts);
        if facts.against_ruling && !of_ruling {
            return Err(RefusalCode::MissingFact { fact: Fact::OpenRemedy });
        }
        let suit = of_ruling || track.open_remedy().is_some_and(|remedy| remedy.kind == RemedyKind::Lawsuit);
        if facts.outcome == RemedyOutcome::Revived && !(suit && track.is_revivable()) {
            return Err(RefusalCode::MissingFact { fact: Fact::DecisionToRevive });
        }
        Ok(())
    }
}
