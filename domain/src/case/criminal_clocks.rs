//! Clocks of a suspected crime, and how the days with the police lengthen the time to decide.

use super::clocks::{clock, clock_with};
use super::{Case, ContestBefore, Fallen, Revised};
use super::{CaseClock, ClockState, Context, CrimeStep, CrimeTransfer, PoliceReply, Progress, Track};
use crate::Day;
use crate::calendar::{Adjustments, Clock, StartEvent, Term, Unit};
use crate::id::PartyId;

/// Every clock of every suspicion in a case.
pub(super) fn of_crimes(case: &Case, context: &Context<'_>, list: &mut Vec<CaseClock>) {
    for crime in &case.crimes {
        of_crime(crime, context, list);
    }
}

fn of_crime(crime: &CrimeTransfer, context: &Context<'_>, list: &mut Vec<CaseClock>) {
    let party = match crime.parties.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    // What was not done before it came back ended with it.
    let open = crime.over.map_or(ClockState::Running, |on| ClockState::Ended { on });
    let met = |on: Option<Day>| on.map_or(open, |on| ClockState::Met { on });
    let decided = crime.approved.map(|one| one.on).or(crime.over);
    list.extend(clock(Clock::CriminalDecide, party, crime.reported_on, met(decided), context));
    if let Some(approved) = crime.approved
        && let Some(rule) = context.rules.on(Clock::CriminalHandOver, None, approved.on)
        && let Ok(hours) = rule.term().hours_from(Some(rule.starts), approved.at)
    {
        let state = met(crime.handed.as_ref().map(|handed| handed.on));
        let (start, deadline, rule) = (approved.on, hours.by_day(), rule.clone());
        let hours = Some(hours);
        list.push(CaseClock { clock: rule.clock, party, start, state, rule, deadline, hours });
    }
    let first = crime.replies.first().map(|(on, _)| *on);
    if let Some(handed) = &crime.handed {
        list.extend(clock(Clock::PoliceAnswer, party, handed.on, met(first), context));
    }
    let mut refusals = crime.replies.iter().filter(|(_, reply)| *reply == PoliceReply::NotFiled);
    let asked = |before| crime.contests.iter().find(|(_, one)| *one == before).map(|(on, _)| *on);
    let (police, procuratorate) = (asked(ContestBefore::Police), asked(ContestBefore::Procuratorate));
    if let Some((refused, _)) = refusals.next() {
        // Whoever turns to the procuratorate at once needs no second look of the police.
        let state = met(police.or(procuratorate));
        list.extend(clock(Clock::PoliceReconsider, party, *refused, state, context));
    }
    if let Some((refused, _)) = refusals.next().filter(|_| police.is_some()) {
        list.extend(clock(Clock::Procuratorate, party, *refused, met(procuratorate), context));
    }
    let filed = crime.replies.iter().find(|(_, reply)| *reply == PoliceReply::Filed);
    if let Some((filed, _)) = filed
        && crime.goods_on.is_none_or(|goods| goods >= *filed)
    {
        list.extend(clock(Clock::GoodsToPolice, party, *filed, met(crime.goods_on), context));
    }
}

/// The time to decide: it stands still with the police and is longer by those days when the case is back.
pub(super) fn decide(case: &Case, start: Day, track: &Track, context: &Context<'_>) -> Option<CaseClock> {
    let progress = &track.progress;
    let party = Some(track.party.id);
    let decided = progress.decided().map(|decided| decided.on);
    let state = match (decided, progress) {
        (Some(on), _) => ClockState::Met { on },
        (None, Progress::Criminal { .. } | Progress::Closed { .. })
            if progress.before_the_police().is_some() =>
        {
            let since = case.crime(party).and_then(CrimeTransfer::with_police_since);
            since.map_or(ClockState::Running, |on| ClockState::Ended { on })
        }
        (
            None,
            Progress::Transferred { on, .. } | Progress::Withdrawn { on, .. } | Progress::Closed { on, .. },
        ) => ClockState::Ended { on: *on },
        _ => ClockState::Running,
    };
    let mine = case.crimes.iter().filter(|crime| crime.parties.contains(&track.party.id));
    let pauses = mine
        .filter_map(CrimeTransfer::pause)
        .filter(|pause| decided.is_none_or(|decided| pause.from < decided))
        .collect();
    let adjustments = Adjustments { extension: None, pauses };
    let Some((fallen, _)) = track.decided_anew() else {
        return clock_with(Clock::Decide, party, start, state, &adjustments, context);
    };
    decide_anew(fallen, party, state, &adjustments, context)
}

/// The time to decide runs anew: as long as the organ set, else as long as after a filing.
fn decide_anew(
    fallen: &Fallen,
    party: Option<PartyId>,
    state: ClockState,
    adjustments: &Adjustments,
    context: &Context<'_>,
) -> Option<CaseClock> {
    let start = fallen.fell_on;
    let rule = context.rules.on(Clock::Decide, None, start)?.clone();
    let term = match fallen.how {
        Revised::Anew { within_days: Some(days), .. } => Term::fixed(days, Unit::Calendar),
        _ => rule.term(),
    };
    let event = Some(StartEvent::DecisionFell);
    let deadline = context.calendar.deadline_with(start, event, term, adjustments).ok()?;
    Some(CaseClock { clock: rule.clock, party, start, state, rule, deadline, hours: None })
}

impl CrimeTransfer {
    /// The last day of the police's time, while they have it.
    pub(super) fn police_until(&self, context: &Context<'_>) -> Option<Day> {
        let since = self.contests.last().map(|(on, _)| *on);
        let since = since.or(self.handed.as_ref().map(|handed| handed.on));
        let clock = clock(Clock::PoliceAnswer, None, since?, ClockState::Running, context)?;
        (self.step() == CrimeStep::WithPolice).then_some(clock.deadline.last_day)
    }
}
