//! When the bureau may apply to court (行政强制法 art. 53, 行政复议法 art. 78): an earliest and a latest day.
//!
//! The earliest day comes after the *rolled* end of the party's term, which favours the party; the latest is
//! counted from its *unrolled* end, which binds the bureau.

use serde::{Deserialize, Serialize};

use super::{Calendar, Clock, ClockRule, ClockRules, Deadline, Term, TermError};
use crate::Day;

/// Days tried at most for the last day of a demand; its term is two weeks, holidays a few more.
const DEMAND_DAYS_MAX: usize = 200;

/// A decision against which no remedy was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unused {
    /// The day on which the party got to know of the decision: its service.
    pub known_on: Day,
    /// An on-the-spot decision, against which reconsideration comes first: its term counts, not that to sue.
    pub on_the_spot: bool,
    /// The last day of an approved payment plan, or the day of the instalment whose breach ended it; as the
    /// plan names it, not rolled.
    pub plan_ended: Option<Day>,
    /// Service of the paper that ended a remedy without a decision on the merits: withdrawn, not accepted,
    /// dismissed.
    pub ended_without_merits: Option<Day>,
    pub demand_served: Option<Day>,
}

/// A decision that reconsideration upheld and nobody sued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upheld {
    /// The day on which the party received the decision on reconsideration, or its term was over without one.
    pub received_on: Day,
    pub demand_served: Option<Day>,
}

/// From when to when the bureau may apply to court.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtWindow {
    /// The row of the bureau's term.
    pub rule: ClockRule,
    /// The party's term that must be over.
    pub opens: Deadline,
    /// The term of the demand, where one was served.
    pub demand: Option<Deadline>,
    /// 最早可申请日
    pub earliest: Day,
    /// The bureau's term; its acting day is the latest day, 最迟办理日.
    pub closes: Deadline,
    /// 催告最迟送达日: a demand served by this day is over before the latest day. None where the law of the
    /// time asked for no demand.
    pub demand_latest: Option<Day>,
}

impl CourtWindow {
    /// Whether a day lies in the window.
    #[must_use]
    pub fn is_open_on(&self, day: Day) -> bool {
        self.earliest <= day && day <= self.closes.last_day
    }

    /// Whether the date rests on a year whose holidays are not announced.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.opens.provisional || self.closes.provisional
    }
}

impl Unused {
    /// The window of `court_unused`.
    ///
    /// # Errors
    /// [`TermError::NoRule`] when a row was not in force; as [`Calendar::deadline`].
    pub fn window(&self, rules: &ClockRules, calendar: &Calendar) -> Result<CourtWindow, TermError> {
        let remedy = if self.on_the_spot { Clock::Reconsider } else { Clock::Sue };
        let window = Window { rules, calendar, clock: Clock::CourtUnused };
        let later = [self.plan_ended, self.ended_without_merits];
        window.of(remedy, self.known_on, later, self.demand_served)
    }
}

impl Upheld {
    /// The window of `court_upheld`.
    ///
    /// # Errors
    /// As [`Unused::window`].
    pub fn window(&self, rules: &ClockRules, calendar: &Calendar) -> Result<CourtWindow, TermError> {
        let window = Window { rules, calendar, clock: Clock::CourtUpheld };
        window.of(Clock::SueAfterReconsideration, self.received_on, [None, None], self.demand_served)
    }
}

struct Window<'a> {
    rules: &'a ClockRules,
    calendar: &'a Calendar,
    clock: Clock,
}

impl Window<'_> {
    /// `later`: a payment plan's end and the service of an ending paper, which may come after the remedy's.
    fn of(
        &self,
        remedy: Clock,
        start: Day,
        later: [Option<Day>; 2],
        demand_served: Option<Day>,
    ) -> Result<CourtWindow, TermError> {
        let calendar = self.calendar;
        let remedy = self.rules.rule(remedy, None, start)?;
        let opens = calendar.deadline(start, Some(remedy.starts), remedy.term())?;
        let unrolled = Term { rolls: false, ..remedy.term() };
        let unrolled = calendar.deadline(start, Some(remedy.starts), unrolled)?.last_day;
        let [plan_ended, ended] = later;
        let from = later.into_iter().flatten().fold(unrolled, Day::max);
        let rule = self.rules.rule(self.clock, None, from)?.clone();
        let closes = calendar.deadline(from, Some(rule.starts), rule.term())?;
        let demand = demand_served.map(|served| self.demand(served)).transpose()?;
        let plan_over = plan_ended.map(|day| calendar.next_working_day(day));
        let over = [plan_over, ended, demand.as_ref().map(|demand| demand.last_day)];
        let over = over.into_iter().flatten().fold(opens.last_day, Day::max);
        let earliest = over.succ_opt().unwrap_or(over);
        let demand_latest = self.demand_latest(closes.acting_day)?;
        Ok(CourtWindow { rule, opens, demand, earliest, closes, demand_latest })
    }

    fn demand(&self, served: Day) -> Result<Deadline, TermError> {
        let rule = self.rules.rule(Clock::Demand, None, served)?;
        self.calendar.deadline(served, Some(rule.starts), rule.term())
    }

    fn demand_latest(&self, latest: Day) -> Result<Option<Day>, TermError> {
        if self.rules.on(Clock::Demand, None, latest).is_none() {
            return Ok(None);
        }
        let mut day = latest;
        for _ in 0..DEMAND_DAYS_MAX {
            day = day.pred_opt().unwrap_or(day);
            match self.demand(day) {
                Ok(demand) if demand.last_day < latest => return Ok(Some(day)),
                Ok(_) => (),
                Err(TermError::NoRule { .. }) => return Ok(None),
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }
}

impl ClockRules {
    /// The last day on which an act can be discovered (行政处罚法 art. 36): five years where life and health or
    /// financial safety were touched and harm was done, as far as that row was in force when the act ended.
    ///
    /// # Errors
    /// As [`Calendar::deadline`], [`TermError::NoRule`] before the Act.
    pub fn limitation(&self, calendar: &Calendar, ended: Day, grave: bool) -> Result<Deadline, TermError> {
        let longer = self.on(Clock::LimitationGrave, None, ended).filter(|_| grave);
        let rule = longer.map_or_else(|| self.rule(Clock::Limitation, None, ended), Ok)?;
        calendar.deadline(ended, Some(rule.starts), rule.term())
    }
}
