//! The look through the projected clocks: which step each has reached, and who is told of it.

use super::Told;
use crate::bureaus::Which;
use crate::cases::{CaseDesk, Rulebook};
use crate::database::Access;
use crate::entity::reminder::{self, ActiveModel, Column, Entity};
use crate::entity::{case, case_clock};
use crate::error::Error;
use crate::scope::BureauStore;
use crate::store::Store;
use domain::Instant;
use domain::calendar::{Binds, Clock, ReminderStep, RunningTerm};
use domain::case::{ClockState, Hands, NextHand, reminded};
use domain::id::{CaseId, PersonId};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Clocks looked at together.
const PAGE_ROWS: u64 = 200;
/// So many days ahead a step may lie: seven, and the longest row of rest days before them.
const AHEAD_DAYS: u64 = 21;

impl Store {
    /// Tells, bureau by bureau and each in a transaction of its own, what running terms have reached and nobody was told
    /// of. How many reminders were told.
    ///
    /// # Errors
    /// [`Error::Down`] when the database fails; what was told in bureaus before stays told.
    pub async fn remind(&self) -> Result<u64, Error> {
        let mut sent = 0;
        for bureau in self.bureaus_of(Which::Open).await? {
            let bureau = self.operate_on(bureau, Access::Write).await?;
            sent += bureau.remind().await?;
            bureau.commit().await?;
        }
        Ok(sent)
    }
}

/// One clock and the step that it has reached.
struct Reached {
    clock: case_clock::Model,
    binds: Binds,
    step: ReminderStep,
}

impl Reached {
    fn about(&self) -> Uuid {
        self.clock.party.unwrap_or_default()
    }

    fn told(&self, person: PersonId) -> Told {
        let (case, about, word) = (CaseId(self.clock.case_id), self.about(), self.clock.clock.clone());
        Told { person, case, about, word, due_on: self.clock.due_on, step: self.step.word() }
    }
}

impl BureauStore {
    async fn remind(&self) -> Result<u64, Error> {
        let desk = self.case_desk(Rulebook::in_use()).await?;
        desk.waits_over().await?;
        desk.left_after_the_close().await?;
        let mut sent = 0;
        let mut after: Option<case_clock::Model> = None;
        loop {
            let page = self.running_clocks(after.as_ref()).await?;
            let Some(last) = page.last().cloned() else { break };
            after = Some(last);
            let reached: Vec<Reached> = page.into_iter().filter_map(|clock| reached(&desk, clock)).collect();
            sent += self.tell_reached(&desk, reached).await?;
        }
        if sent > 0 {
            self.audit("reminded", "", &serde_json::json!({ "reminders": sent })).await?;
        }
        Ok(sent)
    }

    /// The running clocks that somebody may have to be told of, by acting day.
    async fn running_clocks(
        &self,
        after: Option<&case_clock::Model>,
    ) -> Result<Vec<case_clock::Model>, Error> {
        use case_clock::Column as C;
        let until = self.today().checked_add_days(chrono::Days::new(AHEAD_DAYS)).unwrap_or(domain::Day::MAX);
        let mut clocks = self.find::<case_clock::Entity>();
        clocks = clocks.filter(C::State.eq(ClockState::Running.word())).filter(C::ActingOn.lte(until));
        if let Some(after) = after {
            let on = || Condition::all().add(C::ActingOn.eq(after.acting_on));
            let later = Condition::any()
                .add(C::ActingOn.gt(after.acting_on))
                .add(on().add(C::CaseId.gt(after.case_id)))
                .add(on().add(C::CaseId.eq(after.case_id)).add(C::Position.gt(after.position)));
            clocks = clocks.filter(C::ActingOn.gte(after.acting_on)).filter(later);
        }
        let clocks = clocks.order_by_asc(C::ActingOn).order_by_asc(C::CaseId).order_by_asc(C::Position);
        Ok(clocks.limit(PAGE_ROWS).all(self.tx()).await?)
    }

    async fn tell_reached(&self, desk: &CaseDesk<'_>, reached: Vec<Reached>) -> Result<u64, Error> {
        let cases: HashSet<Uuid> = reached.iter().map(|one| one.clock.case_id).collect();
        if cases.is_empty() {
            return Ok(0);
        }
        let hands = self.hands(&cases).await?;
        let known = self.known(&cases).await?;
        let (mut told, mut again) = (Vec::new(), Vec::new());
        for one in &reached {
            let Some(hands) = hands.get(&one.clock.case_id) else { continue };
            let people = reminded(one.binds, one.step, *hands, desk.members());
            let new = people.into_iter().map(|person| one.told(person)).filter(|told| !known.contains(told));
            let before = told.len();
            told.extend(new);
            if told.len() > before {
                again.push(one);
            }
        }
        let sent = told.len() as u64;
        for one in again {
            self.settle_earlier(one).await?;
        }
        self.tell(told).await?;
        Ok(sent)
    }

    async fn hands(&self, cases: &HashSet<Uuid>) -> Result<HashMap<Uuid, Hands>, Error> {
        type Line = (Uuid, Option<Uuid>, Option<String>);
        use case::Column as C;
        let rows = self.find::<case::Entity>().filter(C::Id.is_in(cases.iter().copied())).select_only();
        let rows = rows.columns([C::Id, C::LeadOfficer, C::NextWhose]).into_tuple::<Line>();
        let hands = |(id, lead, whose): Line| {
            let next = NextHand::from_word(whose.as_deref().unwrap_or_default());
            (id, Hands { lead: lead.map(PersonId), next })
        };
        Ok(rows.all(self.tx()).await?.into_iter().map(hands).collect())
    }

    /// What was told of these cases before, settled or not.
    async fn known(&self, cases: &HashSet<Uuid>) -> Result<HashSet<Told>, Error> {
        let rows = self.find::<Entity>().filter(Column::CaseId.is_in(cases.iter().copied()));
        let told = |row: reminder::Model| {
            Some(Told {
                person: PersonId(row.person_id),
                case: CaseId(row.case_id),
                about: row.about,
                word: row.word,
                due_on: row.due_on,
                step: ReminderStep::from_word(&row.step)?.word(),
            })
        };
        Ok(rows.all(self.tx()).await?.into_iter().filter_map(told).collect())
    }

    /// One line a matter: what was told of the same term before is settled by what is told now. A party can have two
    /// terms of one clock, by two measures; whichever moves to another day is settled where it moves ([`settle`]).
    async fn settle_earlier(&self, one: &Reached) -> Result<(), Error> {
        let other =
            Condition::all().add(Column::Step.ne(one.step.word())).add(Column::DueOn.eq(one.clock.due_on));
        let settled = ActiveModel { settled: Set(true), ..Default::default() };
        let same = self.change::<Entity>().set(settled).filter(Column::CaseId.eq(one.clock.case_id));
        let same = same.filter(Column::About.eq(one.about())).filter(Column::Word.eq(&*one.clock.clock));
        same.filter(other).exec(self.tx()).await?;
        Ok(())
    }
}

/// The step that a clock has reached; none for a clock whose rule is gone.
fn reached(desk: &CaseDesk<'_>, clock: case_clock::Model) -> Option<Reached> {
    let context = desk.context();
    let rule = context.rules.on(Clock::from_word(&clock.clock)?, None, clock.started_on)?;
    let (start, last_day, acting_day) = (clock.started_on, clock.due_on, clock.acting_on);
    let hours = clock.starts_at.zip(clock.ends_at).map(|(starts, ends)| [Instant(starts), Instant(ends)]);
    let term = RunningTerm { binds: rule.binds, term: rule.term(), start, last_day, acting_day, hours };
    let step = term.reached(desk.store.now(), context.calendar)?;
    Some(Reached { binds: rule.binds, step, clock })
}

/// Settles what was told a person of the terms of a case that is another's now.
pub(crate) async fn hand_over(store: &BureauStore, case: CaseId, from: PersonId) -> Result<(), Error> {
    let settled = ActiveModel { settled: Set(true), ..Default::default() };
    let told = store.change::<Entity>().set(settled).filter(Column::CaseId.eq(case.0));
    let told = told.filter(Column::PersonId.eq(from.0)).filter(Column::Settled.eq(false));
    told.filter(Column::Step.is_in(ReminderStep::ALL.map(ReminderStep::word))).exec(store.tx()).await?;
    Ok(())
}

/// Settles what was told of terms of a case that no longer run, or now end on another day.
pub(crate) async fn settle(
    store: &BureauStore,
    case: CaseId,
    clocks: &[case_clock::Model],
) -> Result<(), Error> {
    let steps = ReminderStep::ALL.map(ReminderStep::word);
    let open = store.find::<Entity>().filter(Column::CaseId.eq(case.0));
    let open = open.filter(Column::Settled.eq(false)).filter(Column::Step.is_in(steps));
    let runs = |told: &reminder::Model| {
        clocks.iter().any(|clock| {
            clock.state == ClockState::Running.word()
                && clock.clock == told.word
                && clock.party.unwrap_or_default() == told.about
                && clock.due_on == told.due_on
        })
    };
    let open = open.all(store.tx()).await?;
    let over: Vec<Uuid> = open.into_iter().filter(|told| !runs(told)).map(|told| told.id).collect();
    if over.is_empty() {
        return Ok(());
    }
    let settled = ActiveModel { settled: Set(true), ..Default::default() };
    store.change::<Entity>().set(settled).filter(Column::Id.is_in(over)).exec(store.tx()).await?;
    Ok(())
}
