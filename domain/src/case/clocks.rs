//! Clocks (期限): projected from the state of a case by one function, with the row that each follows.

use serde::{Deserialize, Serialize};

use super::{
    Body, Case, Context, Demanded, Filed, HearingOutcome, Method, Notified, Procedure, Progress, Served,
    ServedOn, Track, Waiver,
};
use crate::Day;
use crate::calendar::{Adjustments, Clock, ClockRule, Deadline, HourDeadline, Term, Unit};
use crate::id::PartyId;

/// How a clock stands. Overdue is not a state: it is the last day compared with today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ClockState {
    Running,
    /// What the term asked for was done.
    Met {
        on: Day,
    },
    /// The case ended without it.
    Ended {
        on: Day,
    },
}

impl ClockState {
    /// The word in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ClockState::Running => "running",
            ClockState::Met { .. } => "met",
            ClockState::Ended { .. } => "ended",
        }
    }
}

/// One clock of a case, or of one of its parties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseClock {
    pub clock: Clock,
    pub party: Option<PartyId>,
    /// The day of the event that starts the term; itself not counted.
    pub start: Day,
    pub state: ClockState,
    pub rule: ClockRule,
    pub deadline: Deadline,
    /// The minute at which a term of hours ends; `deadline` names its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<HourDeadline>,
}

impl CaseClock {
    /// Whether the term is over and what it asked for was not done.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.state == ClockState::Running && self.deadline.last_day < today
    }

    /// Whether somebody has missed what the term asked for; a party that let its remedies pass has missed nothing.
    #[must_use]
    pub fn is_missed(&self, today: Day) -> bool {
        let is_a_way = matches!(self.clock, Clock::Reconsider | Clock::Sue | Clock::SueAfterReconsideration);
        self.is_overdue(today) && !is_a_way
    }
}

/// Every clock of the case, in the order of the procedure, party by party.
#[must_use]
pub fn clocks(case: &Case, context: &Context<'_>) -> Vec<CaseClock> {
    let verify = match &case.body {
        Body::Clue => ClockState::Running,
        Body::NotFiled(was) | Body::ClosedUnfiled { was, .. } => ClockState::Met { on: was.on },
        Body::Transferred(was) | Body::ClosedTransferred { was, .. } => ClockState::Ended { on: was.on },
        Body::Criminal { on } | Body::ClosedCriminal { on } | Body::TakenBack { on } => {
            ClockState::Ended { on: *on }
        }
        Body::Filed(_) if case.suspects().next().is_some() => ClockState::Running,
        Body::Filed(filed) => ClockState::Met { on: filed.on },
    };
    let mut list = Vec::new();
    // A penalty on the spot had no clue to verify.
    if !case.is_begun_on_the_spot() {
        list.extend(case.verify_clock(verify, context));
    }
    super::measure_clocks::of_measures(case, context, &mut list);
    if let Some(filed) = case.filing() {
        for track in &filed.tracks {
            of_party(case, filed, track, context, &mut list);
        }
    }
    list.extend(case.contest_clocks(context));
    super::criminal_clocks::of_crimes(case, context, &mut list);
    list.extend(case.archive_clock(context));
    list
}

fn of_party(case: &Case, filed: &Filed, track: &Track, context: &Context<'_>, list: &mut Vec<CaseClock>) {
    let party = Some(track.party.id);
    let progress = &track.progress;
    let decided = progress.decided();
    if let Some(decided) = decided
        && let Procedure::Simplified { reported_on } = decided.procedure
    {
        // Decided and served at once: neither of those terms ran.
        let state = reported_on.map_or(ClockState::Running, |on| ClockState::Met { on });
        list.extend(clock(Clock::ReportPenalty, party, decided.on, state, context));
    } else if track.was_filed() {
        list.extend(track.limitation_clock(case, context));
        let filed_on = track.filed_on.unwrap_or(filed.on);
        list.extend(super::criminal_clocks::decide(case, filed_on, track, context));
        list.extend(track.review_clock(context));
        until_service(track, context, list);
    }
    super::enforcement_clocks::after_service(track, context, list);
}

/// The terms of the ordinary procedure, up to the service of its decision.
fn until_service(track: &Track, context: &Context<'_>, list: &mut Vec<CaseClock>) {
    let party = Some(track.party.id);
    let progress = &track.progress;
    let decided = progress.decided();
    if let Some(notified) = progress.notified() {
        // A party that was heard, or on which was decided, has said what it had to say.
        let held = progress.heard().filter(|heard| matches!(heard.outcome, HearingOutcome::Held { .. }));
        let after = held.map(|heard| heard.on).or(decided.map(|decided| decided.on));
        let state = match (notified.defence.waiver, after) {
            (Waiver::Given { on }, _) => ClockState::Met { on },
            (Waiver::None, Some(on)) => ClockState::Ended { on },
            (Waiver::None, None) => ClockState::Running,
        };
        let start = counts_on(&notified.served, context);
        list.extend(clock(Clock::Defence, party, start, state, context));
    }
    hearing_clocks(progress, party, context, list);
    if let Some(decided) = decided {
        let state = match progress.served() {
            Some(served) => ClockState::Met { on: served.served.sent_on() },
            None => ClockState::Running,
        };
        // One that was served before it fell was served in its own time.
        let unserved = |on: &Day| progress.served().is_none_or(|served| served.served.on >= *on);
        let start = decided.revived_on.filter(unserved).unwrap_or(decided.on);
        list.extend(clock(Clock::Serve, party, start, state, context));
    }
}

/// The party may ask for a hearing; then the bureau holds it.
fn hearing_clocks(
    progress: &Progress,
    party: Option<PartyId>,
    context: &Context<'_>,
    list: &mut Vec<CaseClock>,
) {
    let Some(notified) = progress.notified().filter(|notified| notified.notice.hearing.is_told()) else {
        return;
    };
    let hearing = progress.hearing();
    let decided = progress.decided();
    let state = match (hearing, notified.hearing_waiver, decided) {
        (Some(hearing), _, _) => ClockState::Met { on: hearing.on },
        (None, Waiver::Given { on }, _) => ClockState::Met { on },
        (None, Waiver::None, Some(decided)) => ClockState::Ended { on: decided.on },
        (None, Waiver::None, None) => ClockState::Running,
    };
    let start = counts_on(&notified.served, context);
    list.extend(clock(Clock::HearingRequest, party, start, state, context));
    if let Some(hearing) = hearing {
        let state = match progress.heard() {
            Some(heard) => ClockState::Met { on: heard.on },
            None => ClockState::Running,
        };
        list.extend(super::informing_clocks::hearing_notice(
            hearing,
            progress.heard().map(|heard| heard.on),
            party,
            context,
        ));
        list.extend(clock(Clock::HearingHold, party, hearing.on, state, context));
    }
}

/// None when no row of the clock was in force on the day of the start.
pub(super) fn clock(
    clock: Clock,
    party: Option<PartyId>,
    start: Day,
    state: ClockState,
    context: &Context<'_>,
) -> Option<CaseClock> {
    clock_with(clock, party, start, state, &Adjustments::default(), context)
}

/// As [`clock`], lengthened by what its row allows.
pub(super) fn clock_with(
    clock: Clock,
    party: Option<PartyId>,
    start: Day,
    state: ClockState,
    adjustments: &Adjustments,
    context: &Context<'_>,
) -> Option<CaseClock> {
    let rule = context.rules.on(clock, None, start)?.clone();
    let deadline = rule.deadline(context.calendar, start, adjustments).ok()?;
    Some(CaseClock { clock, party, start, state, rule, deadline, hours: None })
}

/// ⚙ So long another bureau has to answer a transfer; then the city sees it.
const TRANSFER_ANSWER: Term = Term { length: 5, unit: Unit::Working, rolls: false };

/// The last day for the answer to a transfer of a day.
pub(super) fn answer_term(on: Day, context: &Context<'_>) -> Option<Day> {
    context.calendar.deadline(on, None, TRANSFER_ANSWER).ok().map(|deadline| deadline.last_day)
}

/// The day on which a service counts: the day entered, or the end of the public notice (民事诉讼法 art. 95).
pub(crate) fn counts_on(served: &ServedOn, context: &Context<'_>) -> Day {
    match served.service.method {
        Method::PublicNotice { .. } => {
            term(Clock::PublicNotice, served.on, context).map_or(served.on, |deadline| deadline.last_day)
        }
        _ => served.on,
    }
}

pub(super) fn defence_term(notified: &Notified, context: &Context<'_>) -> Option<Deadline> {
    term(Clock::Defence, counts_on(&notified.served, context), context)
}

pub(super) fn hearing_request_term(notified: &Notified, context: &Context<'_>) -> Option<Deadline> {
    term(Clock::HearingRequest, counts_on(&notified.served, context), context)
}

/// The last day on which the notice of a hearing is served in time: full working days lie between.
pub(super) fn hearing_notice_latest(hearing: Day, context: &Context<'_>) -> Option<Day> {
    Some(term(Clock::HearingNotice, hearing, context)?.last_day)
}

/// The party's time after a demand.
pub(super) fn demand_term(demand: &Demanded, context: &Context<'_>) -> Option<Deadline> {
    term(Clock::Demand, counts_on(&demand.served, context), context)
}

/// The day from which the party's time to pay runs: the service, or the judgment that let the decision stand again.
pub(super) fn known_on(served: &Served, context: &Context<'_>) -> Day {
    served.decided.revived_on.into_iter().fold(counts_on(&served.served, context), Day::max)
}

pub(super) fn pay_term(served: &Served, context: &Context<'_>) -> Option<Deadline> {
    term(Clock::Pay, known_on(served, context), context)
}

/// The first working day after a term of the party.
pub(super) fn opens_on(last_day: Day, context: &Context<'_>) -> Day {
    let next = last_day.succ_opt().unwrap_or(last_day);
    context.calendar.next_working_day(next)
}

fn term(clock: Clock, start: Day, context: &Context<'_>) -> Option<Deadline> {
    let rule = context.rules.on(clock, None, start)?;
    context.calendar.deadline(start, Some(rule.starts), rule.term()).ok()
}
