//! Application to court (申请人民法院强制执行): rows 24 and 24a; 行政强制法 art. 53–58, 行政复议法 art. 78.

use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::{
    ActKind, Context, Event, Executing, Note, Objection, Progress, RemedyKind, RemedyOutcome, Track, clocks,
};
use crate::calendar::{Clock, CourtWindow, TermError, Unused, Upheld};
use crate::id::PartyId;
use crate::refusal::{Refusal, RefusalCode};
use crate::{Day, Lang};

/// 强制执行申请书, signed by the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplyToCourt {
    pub party: PartyId,
    /// Which court, and what it is asked for.
    pub request: Note,
    /// 道商强申〔2026〕2号; given when the event is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// What the court said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourtAnswer {
    NotAccepted,
    Refused,
    /// The bureau took its application back: paid meanwhile, or ended.
    Withdrawn,
    /// The money comes through the court.
    Granted,
}

impl CourtAnswer {
    /// Every answer, in the order of the form.
    pub const ALL: [CourtAnswer; 4] =
        [CourtAnswer::Granted, CourtAnswer::NotAccepted, CourtAnswer::Refused, CourtAnswer::Withdrawn];

    /// The word in a form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            CourtAnswer::NotAccepted => "not_accepted",
            CourtAnswer::Refused => "refused",
            CourtAnswer::Withdrawn => "withdrawn",
            CourtAnswer::Granted => "granted",
        }
    }

    /// What the answer is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            CourtAnswer::NotAccepted => lang.pick("裁定不予受理", "not accepted"),
            CourtAnswer::Refused => lang.pick("裁定不予执行", "refused"),
            CourtAnswer::Withdrawn => lang.pick("本局撤回申请", "application withdrawn"),
            CourtAnswer::Granted => lang.pick("裁定准予执行", "granted"),
        }
    }
}

/// 法院裁定 as it was served on the bureau.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordCourtAnswer {
    pub party: PartyId,
    pub answer: CourtAnswer,
    /// Number and gist.
    pub paper: Note,
}

/// One application with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtApplication {
    pub on: Day,
    pub seq: u32,
    /// With the day on which it was served.
    pub answer: Option<(Day, CourtAnswer)>,
    /// Put to the court above, the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<Objection>,
}

impl CourtApplication {
    /// Whether the court enforces.
    #[must_use]
    pub fn is_granted(&self) -> bool {
        matches!(self.answer, Some((_, CourtAnswer::Granted)))
    }
}

/// A party whose case lies at court.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtCourt {
    pub executing: Executing,
    pub on: Day,
    pub seq: u32,
}

/// Which of the bureau's windows counts for a party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CourtWay {
    /// No remedy used, or one that ended without a decision on the merits; or upheld and unsued.
    Window(Box<CourtWindow>),
    /// A judgment: so long from its last day of performance.
    Judgment { from: Day },
    /// A remedy is under way.
    Open,
    /// Changed or mediated in reconsideration: the government enforces (复议法 art. 78).
    NotOurs,
}

impl Track {
    /// The way to court of a served decision; none before the service.
    ///
    /// # Errors
    /// As the calendar's: no row in force, or days before it.
    pub fn court_way(&self, context: &Context<'_>) -> Option<Result<CourtWay, TermError>> {
        let served = self.progress.served()?;
        let demand_served =
            self.enforcement.demand.as_ref().map(|demand| clocks::counts_on(&demand.served, context));
        let (rules, calendar) = (context.rules, context.calendar);
        let window =
            |window: Result<CourtWindow, TermError>| window.map(|one| CourtWay::Window(Box::new(one)));
        let Some(last) = self.remedies.last() else {
            let unused =
                self.unused(clocks::counts_on(&served.served, context), None, demand_served, context);
            return Some(window(unused.window(rules, calendar)));
        };
        let Some(result) = &last.result else { return Some(Ok(CourtWay::Open)) };
        let revived = served.decided.revived_on;
        Some(match (last.kind, result.outcome) {
            (RemedyKind::Reconsideration, RemedyOutcome::Upheld) => {
                window(Upheld { received_on: result.served_on, demand_served }.window(rules, calendar))
            }
            (_, RemedyOutcome::Revived)
            | (RemedyKind::Lawsuit, RemedyOutcome::Upheld | RemedyOutcome::Changed) => {
                Ok(CourtWay::Judgment { from: result.performance_until.unwrap_or(result.served_on) })
            }
            // An appeal that came to nothing leaves the judgment as it was.
            (_, RemedyOutcome::WithoutMerits) if revived.is_some() => {
                Ok(CourtWay::Judgment { from: revived.unwrap_or(result.served_on) })
            }
            (_, RemedyOutcome::WithoutMerits) => {
                let known = clocks::counts_on(&served.served, context);
                let unused = self.unused(known, Some(result.served_on), demand_served, context);
                window(unused.window(rules, calendar))
            }
            (_, RemedyOutcome::Changed | RemedyOutcome::Revoked) => Ok(CourtWay::NotOurs),
        })
    }

    fn unused(
        &self,
        known_on: Day,
        ended_without_merits: Option<Day>,
        demand_served: Option<Day>,
        context: &Context<'_>,
    ) -> Unused {
        let plan = self.enforcement.plan.as_ref();
        let plan_ended = plan.and_then(|plan| plan.ends(self.progress.payments(), context.calendar));
        let on_the_spot = self.progress.decided().is_some_and(|decided| decided.procedure.is_simplified());
        Unused { known_on, on_the_spot, plan_ended, ended_without_merits, demand_served }
    }
}

impl Judge<'_> {
    /// The gates that need no facts: what is owed, the window, and the demand before it.
    pub(super) fn may_apply_to_court(&self, track: &Track) -> Result<(), RefusalCode> {
        self.enforceable(track)?;
        if track.application().is_some_and(|last| last.open_objection().is_some()) {
            return Err(RefusalCode::ObjectionOpen);
        }
        if track.application().is_some_and(CourtApplication::is_granted) {
            return Err(RefusalCode::DoneAlready { act: ActKind::ApplyToCourt });
        }
        let no_term = || RefusalCode::NoTermInForce { on: self.on };
        match track.court_way(&self.context).ok_or_else(no_term)?.map_err(|_| no_term())? {
            CourtWay::NotOurs => Err(RefusalCode::NotOursToEnforce),
            CourtWay::Open => Err(RefusalCode::RemedyOpen),
            CourtWay::Judgment { from } => {
                // What stands again is to be paid first: the party's time runs anew.
                if track.progress.decided().is_some_and(|decided| decided.revived_on.is_some()) {
                    self.pay_over(track)?;
                }
                let rule = self.context.rules.on(Clock::CourtJudgment, None, from).ok_or_else(no_term)?;
                let deadline = self.context.calendar.deadline(from, Some(rule.starts), rule.term());
                let last_day = deadline.map_err(|_| no_term())?.last_day;
                self.between(from.succ_opt().unwrap_or(from), last_day)
            }
            CourtWay::Window(window) => {
                self.pay_over(track)?;
                if window.demand_latest.is_some() {
                    match self.demand_ends(track) {
                        None => return Err(RefusalCode::NoDemand),
                        Some(until) if self.on <= until => {
                            return Err(RefusalCode::DemandRunning { until });
                        }
                        Some(_) => {}
                    }
                }
                self.between(window.earliest, window.closes.last_day)
            }
        }
    }

    fn between(&self, earliest: Day, last_day: Day) -> Result<(), RefusalCode> {
        if self.on < earliest {
            Err(RefusalCode::CourtTooEarly { earliest })
        } else if self.on > last_day {
            Err(RefusalCode::CourtTermOver { last_day })
        } else {
            Ok(())
        }
    }
}

impl Track {
    pub(super) fn applied_to_court(mut self, event: &Event) -> Result<Self, Refusal> {
        let executing = match self.progress {
            Progress::Served(served) => Executing::begin(served),
            Progress::Executing(executing) => executing,
            other => return Err(other.refuses(ActKind::ApplyToCourt)),
        };
        let (on, seq) = (event.on, event.seq);
        let application = CourtApplication { on, seq, answer: None, objections: Vec::new() };
        self.enforcement.applications.push(application);
        self.progress = Progress::AtCourt(AtCourt { executing, on: event.on, seq: event.seq });
        Ok(self)
    }

    pub(super) fn court_answered(
        mut self,
        facts: &RecordCourtAnswer,
        event: &Event,
    ) -> Result<Self, Refusal> {
        let executing = match self.progress {
            Progress::AtCourt(at_court) => at_court.executing,
            other => return Err(other.refuses(ActKind::RecordCourtAnswer)),
        };
        if let Some(application) = self.enforcement.applications.last_mut() {
            application.answer = Some((event.on, facts.answer));
        }
        self.progress = Progress::Executing(executing);
        Ok(self)
    }
}
