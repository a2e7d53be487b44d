//! Clocks beside the steps: the review, the notice of a hearing, the limitation, and the party's ways against the
//! decision.

use super::clocks::clock;
use super::judge::Judge;
use super::{Case, CaseClock, ClockState, Context, Hearing, Progress, RemedyKind, RemedyWays, Told, Track};
use crate::Day;
use crate::calendar::Clock;
use crate::id::PartyId;

impl Track {
    /// How long the party may use a remedy; where reconsideration comes first, the suit only after it (行政复议法 art. 23).
    pub(super) fn remedy_clocks(&self, context: &Context<'_>) -> Vec<CaseClock> {
        let closed_on = match &self.progress {
            Progress::Closed { on, .. } => Some(*on),
            _ => None,
        };
        let ways = self.progress.before_closure().decided().and_then(|decided| decided.remedy_ways());
        let of = |kind: RemedyKind| {
            let clock = self.remedy_term(kind, context)?;
            let is_too_early =
                ways == Some(RemedyWays::ReconsiderationFirst) && clock.rule.clock == Clock::Sue;
            let used = self.remedies.iter().rev().find(|remedy| remedy.kind == kind);
            let state = match (used.map(|remedy| remedy.applied_on), self.fell_on().or(closed_on)) {
                (Some(on), _) => ClockState::Met { on },
                (None, Some(on)) => ClockState::Ended { on },
                (None, None) => ClockState::Running,
            };
            (!is_too_early).then_some(CaseClock { state, ..clock })
        };
        [RemedyKind::Reconsideration, RemedyKind::Lawsuit].into_iter().filter_map(of).collect()
    }

    /// The time of the review, from the report or from the hearing, as far as one is asked for or was given.
    pub(super) fn review_clock(&self, context: &Context<'_>) -> Option<CaseClock> {
        let judge = Judge { case: None, on: context.today, context: *context };
        let (concluded, missing) = match &self.progress {
            Progress::Concluded(concluded) => {
                (concluded, judge.reviewed_before_notice(self, concluded).is_err())
            }
            progress => {
                let told = progress.told();
                let outcome = |told: &Told| super::Outcome::Penalise(told.notified().told.clone());
                let missing = told.is_some_and(|told| judge.reviewed(self, &told, &outcome(&told)).is_err());
                (&progress.notified()?.concluded, missing)
            }
        };
        let heard = self.progress.heard().map(|heard| (heard.seq, heard.on));
        let (after, start) = heard.unwrap_or((concluded.seq, concluded.on));
        let given = concluded.last_review().filter(|review| review.seq > after);
        let state = match given {
            Some(review) => ClockState::Met { on: review.on },
            None if missing => ClockState::Running,
            None => return None,
        };
        clock(Clock::Review, Some(self.party.id), start, state, context)
    }

    /// Until when every act of the party had to be discovered; that was done when the clue came in (art. 36).
    pub(super) fn limitation_clock(&self, case: &Case, context: &Context<'_>) -> Option<CaseClock> {
        let of = |act: &super::UnlawfulAct| {
            let (_, row) = context.catalogue.violation(&act.violation)?;
            let grave = row.five_years_if_harm && act.harm_done;
            let longer = context.rules.on(Clock::LimitationGrave, None, act.on).filter(|_| grave);
            let which = longer.map_or(Clock::Limitation, |rule| rule.clock);
            let state = ClockState::Met { on: case.discovered() };
            clock(which, Some(self.party.id), act.on, state, context)
        };
        self.party.acts.iter().filter_map(of).min_by_key(|clock| clock.deadline.last_day)
    }
}

/// The last day on which the notice of a hearing is served in time, counted backwards from its day. `ended`: the day
/// on which the request was withdrawn or the hearing was over.
pub(super) fn hearing_notice(
    hearing: &Hearing,
    ended: Option<Day>,
    party: Option<PartyId>,
    context: &Context<'_>,
) -> Option<CaseClock> {
    let appointment = hearing.appointment.as_ref()?;
    let served: Option<Day> = appointment.served.as_ref().map(|served| served.on);
    let state = match (served, ended) {
        (Some(on), _) => ClockState::Met { on },
        (None, Some(on)) => ClockState::Ended { on },
        (None, None) => ClockState::Running,
    };
    clock(Clock::HearingNotice, party, appointment.day, state, context)
}
