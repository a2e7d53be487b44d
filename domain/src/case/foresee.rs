//! What an act would start and meet, told before it is sent.

use super::{Act, Case, CaseClock, ClockState, Context, Event, LateOrder, clocks};
use crate::refusal::Refusal;

/// The clocks that one act moves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foreseen {
    /// Terms that begin with it, or whose end it moves.
    pub starts: Vec<CaseClock>,
    /// Terms that ran and that it meets, with their last days.
    pub meets: Vec<CaseClock>,
    /// The party's own term for the remedy that is recorded, where it was over when the party applied. The bureau
    /// records it all the same: whether it is admitted is for the organ to say.
    pub late: Option<CaseClock>,
    /// The order that is given, where its term leaves too little of the time to decide.
    pub late_orders: Vec<LateOrder>,
}

fn late_remedy(case: Option<&Case>, act: &Act, context: &Context<'_>) -> Option<CaseClock> {
    let Act::RegisterRemedy(facts) = act else { return None };
    let term = case?.track(facts.party)?.remedy_term(facts.remedy, context)?;
    (facts.applied_on > term.deadline.last_day).then_some(term)
}

/// What the event, were it written now, would do to the clocks of the case.
///
/// # Errors
/// When the event does not fit the state of the case.
pub fn foresee(case: Option<&Case>, event: &Event, context: &Context<'_>) -> Result<Foreseen, Refusal> {
    let after = match case {
        None => Case::replay(std::slice::from_ref(event))?,
        Some(case) => Some(case.after(event)?),
    };
    let given = |order: &LateOrder| order.record == event.seq;
    let late_orders = after.as_ref().map(|case| case.late_orders(context)).unwrap_or_default();
    let late_orders = late_orders.into_iter().filter(given).collect();
    let before = case.map(|case| clocks(case, context)).unwrap_or_default();
    let after = after.map(|case| clocks(&case, context)).unwrap_or_default();
    let same = |one: &CaseClock, other: &CaseClock| {
        (one.clock, one.party, one.start) == (other.clock, other.party, other.start)
    };
    let ran = |one: &CaseClock| before.iter().any(|old| same(old, one) && old.state == ClockState::Running);
    let is_met = |one: &&CaseClock| matches!(one.state, ClockState::Met { .. }) && ran(one);
    // A term that an extension or testing moves ends anew.
    let stands = |one: &CaseClock| {
        before.iter().any(|old| same(old, one) && old.deadline.last_day == one.deadline.last_day)
    };
    let is_new = |one: &&CaseClock| one.state == ClockState::Running && !stands(one);
    Ok(Foreseen {
        starts: after.iter().filter(is_new).cloned().collect(),
        meets: after.iter().filter(is_met).cloned().collect(),
        late: late_remedy(case, &event.act, context),
        late_orders,
    })
}
