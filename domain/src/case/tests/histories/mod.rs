//! Random histories: whatever is tried, what was permitted keeps the procedure's invariants.

mod any;
mod fitted;
mod keeps;
mod leading;

use std::collections::BTreeSet;
use std::sync::Mutex;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::bench::*;
use super::spot::*;
use crate::case::*;
use crate::id::{PartyId, PersonId};
use crate::role::Power;
use any::any_act;
use fitted::{fitted, said_of};
use keeps::{keeps_as_a_whole, keeps_at_each_step};
use leading::{WAYS, after_the_spot, leading};

const ACTORS: [PersonId; 5] = [CHEN, ZHOU_HEAD, LI_REVIEWER, JIANG_ALL, YI_CHIEF];
const PARTIES: [PartyId; 3] = [SHOP, BOSS, SELLER];

/// How a history begins.
#[derive(Clone, Copy, Debug)]
enum Begins {
    /// A clue about nobody in particular.
    Clue,
    /// A clue that names every party.
    Suspects,
    OnTheSpot,
}

/// What is tried next.
#[derive(Clone, Debug)]
struct Try {
    act: Act,
    /// Whose act it is, of [`ACTORS`]; none: of whoever has its power.
    actor: Option<usize>,
    how: How,
    days: u64,
    /// The party, of [`PARTIES`].
    party: usize,
    /// Which of several things it is about.
    pick: usize,
}

#[derive(Clone, Copy, Debug)]
enum How {
    Any,
    /// The party's next step, by whom it takes.
    Leads,
    Corrects,
    TakesBack,
    /// Another bureau answers a transfer.
    Answers,
}

/// A history under way.
struct History {
    bench: Bench,
    state: Case,
    /// How many parties there may be.
    parties: usize,
    /// How far each has come on its way.
    lead: [usize; 3],
    ways: [usize; 3],
}

impl History {
    fn begin(begins: Begins, parties: usize, ways: [usize; 3]) -> Self {
        let mut bench = Bench::new("2026-03-02");
        let named = PARTIES[..parties].iter().map(|id| party(*id, "oil-v08@2021")).collect();
        let first = match (begins, clue()) {
            (Begins::OnTheSpot, _) => spot_fined(Some(150), |_| {}),
            (Begins::Suspects, Act::RegisterClue(facts)) => {
                Act::RegisterClue(RegisterClue { parties: named, ..facts })
            }
            (_, clue) => clue,
        };
        bench.does(CHEN, "2026-03-02", first);
        let state = bench.case();
        History { bench, state, parties, lead: [0; 3], ways }
    }

    /// The next step of a party: it comes into the case with the filing, or is added.
    fn leads(&mut self, at: usize) -> Act {
        let id = PARTIES[at];
        let stage = self.state.track(id).map(|track| track.progress.stage());
        let on_the_spot = self.state.track(id).is_some_and(|track| track.procedure().is_simplified());
        if on_the_spot {
            return after_the_spot(self.lead[at]);
        }
        if stage.is_some_and(|stage| stage > Stage::Clue) {
            self.lead[at] = self.lead[at].max(1);
        }
        if stage.is_some_and(|stage| stage > Stage::Filed) {
            self.lead[at] = self.lead[at].max(2);
        }
        let act = leading(self.lead[at], self.ways[at]);
        let Act::File(facts) = &act else { return act };
        let own = said_of(Act::AddParty(AddParty { party: facts.parties[0].clone() }), id);
        let Act::AddParty(own) = own else { unreachable!("a party") };
        if stage.is_none() && self.state.filing().is_some() {
            return Act::AddParty(own);
        }
        Act::File(File { parties: vec![own.party], officers: officers() })
    }

    /// What is tried, and by whom; none: nothing of the kind is possible.
    fn attempt(&mut self, one: Try) -> Option<(Act, PersonId)> {
        let at = one.party % self.parties;
        let lawful = |act: &Act| match act.power() {
            Power::ApproveCases => ZHOU_HEAD,
            Power::LeadCases => YI_CHIEF,
            Power::ReviewCases => LI_REVIEWER,
            Power::ArchiveCases => GAO_ARCHIVIST,
            _ => CHEN,
        };
        match one.how {
            How::Any => {
                let act = fitted(one.act, &self.state, PARTIES[at], one.pick, self.bench.today);
                let actor = one.actor.map_or(lawful(&act), |actor| ACTORS[actor]);
                Some((act, actor))
            }
            How::Leads => {
                let act = fitted(self.leads(at), &self.state, PARTIES[at], one.pick, self.bench.today);
                let actor = lawful(&act);
                Some((act, actor))
            }
            How::Corrects => {
                let wrong = &self.state.log[one.pick % self.state.log.len()];
                let act = Act::Correct(Correct {
                    seq: wrong.seq,
                    old_on: wrong.on,
                    new_on: wrong.on + chrono::Days::new(one.days),
                    old: Box::new(wrong.act.clone()),
                    new: Box::new(wrong.act.clone()),
                    reason: note("日期写错"),
                });
                let actor = lawful(&act);
                Some((act, actor))
            }
            How::TakesBack | How::Answers => None,
        }
    }

    /// An event that no judge permits by its day: the newest entry goes again, or another bureau answers.
    fn unjudged(&self, how: How, pick: usize) -> Option<(Act, PersonId)> {
        match how {
            How::TakesBack => {
                let by = self.state.log.last()?.by;
                let facts = self.state.take_back(by, crate::Instant(0)).ok()?;
                Some((Act::TakeBack(facts), by))
            }
            How::Answers => {
                let open = self.state.transfers.iter().find(|open| open.receiver.answers_here())?;
                let stranger = PersonId(uuid::Uuid::from_u128(70));
                let mut act = if pick.is_multiple_of(2) { accepted(open.seq) } else { returned(open.seq) };
                match &mut act {
                    Act::TransferAccepted(facts) => facts.parties.clone_from(&open.parties),
                    Act::TransferReturned(facts) => facts.parties.clone_from(&open.parties),
                    _ => {}
                }
                Some((act, stranger))
            }
            _ => None,
        }
    }

    /// Tries one act; what was permitted is written, and its kind returned.
    fn tries(&mut self, one: Try) -> Option<ActKind> {
        self.bench.today = self.bench.today + chrono::Days::new(one.days);
        let (on, leads, at) = (self.bench.today, matches!(one.how, How::Leads), one.party % self.parties);
        let (act, by) = match self.unjudged(one.how, one.pick) {
            Some(written) => written,
            None => {
                let (act, by) = self.attempt(one)?;
                let context = self.bench.context(by);
                let entry = Entry { late_reason: Some(note("网络中断")), ..Entry::default() };
                let permit = Judge { case: Some(&self.state), on, context }.judge(&act, &entry);
                (permit == Ok(Permit::Event)).then_some((act, by))?
            }
        };
        self.lead[at] += usize::from(leads);
        let (seq, kind) = (self.state.seq + 1, act.kind());
        let event = Event { seq, act, on, at: crate::Instant(0), by, entry: Entry::default() };
        let after = self.state.after(&event).unwrap();
        keeps_at_each_step(&self.state, &event, &after);
        self.state = after;
        self.bench.events.push(event);
        Some(kind)
    }
}

/// Mostly some days, at times some months, in which terms end.
fn days_between() -> impl Strategy<Value = u64> {
    prop_oneof![9 => 0u64..4, 1 => 20u64..120]
}

fn any_try() -> impl Strategy<Value = Try> {
    let how = prop_oneof![
        8 => Just(How::Any),
        14 => Just(How::Leads),
        1 => Just(How::Corrects),
        1 => Just(How::TakesBack),
        1 => Just(How::Answers),
    ];
    let actor = proptest::option::weighted(0.3, 0usize..5);
    // The first party leads, so that its way is gone to its end.
    let party = prop_oneof![3 => Just(0usize), 2 => 0usize..3];
    (any_act(), actor, how, days_between(), party, 0usize..64)
        .prop_map(|(act, actor, how, days, party, pick)| Try { act, actor, how, days, party, pick })
}

#[test]
fn whatever_is_tried_keeps_the_procedure_and_every_act_is_possible_somewhere() {
    let config = ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() };
    let begins = prop_oneof![
        3 => Just(Begins::Clue),
        1 => Just(Begins::Suspects),
        1 => Just(Begins::OnTheSpot),
    ];
    let tries = proptest::collection::vec(any_try(), 1..50);
    let seen: Mutex<BTreeSet<ActKind>> = Mutex::default();
    let ran = TestRunner::new(config).run(
        &(begins, 1usize..=3, [0..WAYS, 0..WAYS, 0..WAYS], tries),
        |(begins, parties, ways, tries)| {
            let mut history = History::begin(begins, parties, ways);
            let mut kinds = BTreeSet::from([history.bench.events[0].act.kind()]);
            for one in tries {
                kinds.extend(history.tries(one));
                if history.bench.events.len().is_multiple_of(16) {
                    prop_assert_eq!(&history.state, &history.bench.case());
                }
            }
            prop_assert_eq!(&history.state, &history.bench.case());
            keeps_as_a_whole(&history.state);
            seen.lock().unwrap().extend(kinds);
            Ok(())
        },
    );
    ran.unwrap_or_else(|failure| panic!("{failure}"));
    let seen = seen.into_inner().unwrap();
    let missing: Vec<ActKind> = ActKind::ALL.into_iter().filter(|kind| !seen.contains(kind)).collect();
    assert!(missing.is_empty(), "never permitted in any history: {missing:?}");
}
