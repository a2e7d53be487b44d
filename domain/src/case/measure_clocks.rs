//! The clocks of measures, and what they ask for next (§1.4).

use super::clocks::clock;
use super::{ActKind, Body, Case, CaseClock, ClockState, Contested, Context, Measure, MeasureEnd, Todo};
use crate::Instant;
use crate::calendar::{Clock, HourDeadline};
use crate::id::PartyId;

/// Every clock of every measure, in the order in which they were taken.
pub(super) fn of_measures(case: &Case, context: &Context<'_>, list: &mut Vec<CaseClock>) {
    let parties = case.parties();
    for measure in &case.measures {
        // A suspect of the clue against whom nothing was filed is no party of the case.
        let party = measure.party.filter(|id| parties.iter().any(|party| party.id == *id));
        let own = [reporting(measure, context), to_file(case, measure, context), own(measure, context)];
        list.extend(own.into_iter().flatten().map(|clock| CaseClock { party, ..clock }));
    }
}

fn state(measure: &Measure) -> ClockState {
    match measure.ended {
        None => ClockState::Running,
        Some((on, MeasureEnd::HandedOver)) => ClockState::Ended { on },
        Some((on, _)) => ClockState::Met { on },
    }
}

fn own(measure: &Measure, context: &Context<'_>) -> Option<CaseClock> {
    let (rule, deadline) = measure.term(context)?;
    let (clock, party, start) = (measure.clock(), measure.party, measure.on);
    Some(CaseClock { clock, party, start, state: state(measure), rule, deadline, hours: None })
}

/// 24 hours from the minute in which an urgent measure was taken.
fn reporting(measure: &Measure, context: &Context<'_>) -> Option<CaseClock> {
    let urgent = measure.urgent?;
    let rule = context.rules.on(Clock::UrgentMeasureReport, None, measure.on)?.clone();
    let at = Instant::of_shanghai(measure.on.and_time(urgent.at));
    let hours: HourDeadline = rule.term().hours_from(Some(rule.starts), at).ok()?;
    let state = match (urgent.reported, measure.ended) {
        (Some((on, _)), _) => ClockState::Met { on },
        (None, Some((on, _))) => ClockState::Ended { on },
        (None, None) => ClockState::Running,
    };
    let deadline = hours.by_day();
    Some(CaseClock {
        clock: Clock::UrgentMeasureReport,
        party: measure.party,
        start: measure.on,
        state,
        rule,
        deadline,
        hours: Some(hours),
    })
}

/// What was sealed or seized before the filing is filed or released, never after the measure's own end.
fn to_file(case: &Case, measure: &Measure, context: &Context<'_>) -> Option<CaseClock> {
    let since = measure.unfiled_since?;
    let state = match (&case.body, state(measure)) {
        (Body::Filed(filed), _) if filed.is_ordinary => ClockState::Met { on: filed.on },
        (_, state) => state,
    };
    let own = clock(Clock::FileOrRelease, measure.party, since, state, context)?;
    let (_, term) = measure.term(context)?;
    let deadline = if term.last_day < own.deadline.last_day { term } else { own.deadline };
    Some(CaseClock { deadline, ..own })
}

/// What a measure asks for before the case's own next step: evidence that is to be handled, an urgent measure that is
/// to be reported and confirmed, a term that is over, or one that ends before a wait does.
/// `left_out`: parties whose things do not count.
pub(super) fn measure_todo(
    case: &Case,
    next: Option<Todo>,
    left_out: &[PartyId],
    context: &Context<'_>,
) -> Option<Todo> {
    let until = next.and_then(|todo| todo.wait).map(|wait| wait.until());
    let asks = |measure: &Measure| {
        let acting = measure.term(context).map(|(_, deadline)| deadline.acting_day);
        let ends_first = acting.is_some_and(|acting| until.is_some_and(|until| acting <= until));
        Some(match measure {
            one if one.fits(ActKind::ReportMeasure) => ActKind::ReportMeasure,
            one if one.fits(ActKind::ConfirmMeasure) => ActKind::ConfirmMeasure,
            one if one.fits(ActKind::HandleEvidence) => ActKind::HandleEvidence,
            one if case.is_lost(Contested::Measure { number: one.number }) => ActKind::LiftMeasure,
            one if one.is_lapsed(context.today, context) => ActKind::LiftMeasure,
            one if ends_first && one.fits(ActKind::ExtendMeasure) => ActKind::ExtendMeasure,
            one if ends_first && one.fits(ActKind::LiftMeasure) => ActKind::LiftMeasure,
            _ => return None,
        })
    };
    let counts = |measure: &&Measure| measure.party.is_none_or(|owner| !left_out.contains(&owner));
    let mut open = case.measures.iter().filter(|measure| measure.is_open()).filter(counts);
    let act = open.find_map(asks)?;
    Some(Todo { act, party: None, wait: None })
}
