//! What comes first, of several parties' next acts: the bureau's own before what waits, by the end of its terms.

use super::{ActKind, Case, CaseClock, ClockState, Context, Stage, Todo, Wait, clocks};
use crate::Day;
use crate::calendar::{Binds, Clock};
use crate::id::PartyId;

/// The terms of the bureau that run in a case.
pub(super) struct Terms {
    running: Vec<CaseClock>,
    today: Day,
}

impl Terms {
    pub fn of(case: &Case, context: &Context<'_>) -> Self {
        let binds =
            |clock: &CaseClock| clock.state == ClockState::Running && clock.rule.binds == Binds::Bureau;
        let running = clocks(case, context).into_iter().filter(binds).collect();
        Terms { running, today: context.today }
    }

    /// The one that must be acted on first. What nobody waits for comes before what somebody does: by the earliest end
    /// of the bureau's terms for that party, then by the stage. Of waits the one that ends first.
    pub fn first_of(&self, todos: impl Iterator<Item = (Stage, Todo)>) -> Option<Todo> {
        let key = |(stage, todo): &(Stage, Todo)| match self.waits_until(todo) {
            Some(until) => (true, until, *stage),
            None => {
                (false, self.ends(todo.party).map_or(Day::MAX, |clock| clock.deadline.acting_day), *stage)
            }
        };
        todos.min_by_key(key).map(|(_, todo)| todo)
    }

    /// The same act as the bureau's own where a term of the bureau ends before the wait does, or the wait for a party
    /// is over: nobody is waited for then. Another authority's answer is waited for until it comes.
    pub fn not_behind_a_wait(&self, todo: Todo) -> Option<Todo> {
        let ends = self.before_the_wait(&todo);
        let act = match ends.map(|clock| clock.clock) {
            Some(Clock::Publish) => ActKind::Publish,
            Some(Clock::Unpublish) => ActKind::Unpublish,
            _ => todo.act,
        };
        let runs = |wait: &Wait| wait.party().is_none() || self.today <= wait.until();
        let waits = |wait: &Wait| ends.is_none() && runs(wait);
        Some(Todo { act, wait: todo.wait.filter(waits), ..todo })
    }

    /// Until when an act has to wait; none: it is the bureau's own by now.
    fn waits_until(&self, todo: &Todo) -> Option<Day> {
        let until = todo.wait?.until();
        (self.today <= until && self.before_the_wait(todo).is_none()).then_some(until)
    }

    fn before_the_wait(&self, todo: &Todo) -> Option<&CaseClock> {
        let until = todo.wait?.until();
        self.ends(todo.party).filter(|clock| clock.deadline.acting_day <= until)
    }

    /// The first term to end, of a party and of the case; of the whole case's act, of all.
    fn ends(&self, party: Option<PartyId>) -> Option<&CaseClock> {
        let of = |clock: &&CaseClock| party.is_none() || clock.party.is_none() || clock.party == party;
        self.running.iter().filter(of).min_by_key(|clock| clock.deadline.acting_day)
    }
}
