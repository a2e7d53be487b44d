//! Random histories: whatever is tried, the invariants of training hold after every act.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::bench::*;
use super::world::*;
use crate::id::EnrolmentId;
use crate::training::*;

/// Invariant 1: accepted ≤ capacity at every moment.
fn places_suffice(world: &World) {
    for class in &world.classes {
        assert!(class.roster().taken() <= class.plan.capacity, "more people than places");
    }
}

/// Invariant 2: one live enrolment for a person and a class, no two places on the same days.
fn nobody_is_twice(world: &World) {
    for person in 0..PEOPLE {
        let mut placed = 0;
        for class in &world.classes {
            let of = || class.rows.iter().filter(|row| row.person == person);
            assert!(of().filter(|row| row.state.stage().is_live()).count() <= 1, "two live applications");
            placed += of()
                .filter(|row| {
                    matches!(row.state.stage(), EnrolmentStage::Accepted | EnrolmentStage::Studying)
                })
                .count();
        }
        assert!(placed <= 1, "the two classes share days");
    }
}

/// Invariant 3: everybody with a place is 16 on the day on which the class opens.
fn everybody_is_old_enough(world: &World) {
    for class in &world.classes {
        for row in class.rows.iter().filter(|row| row.state.stage().takes_a_place()) {
            assert!(world.people[row.person].age_on(class.plan.opens_on) >= 16, "underage");
        }
    }
}

/// Invariant 5: credited ≤ held, held and struck are all once the class is over.
fn hours_add_up(world: &World) {
    for class in &world.classes {
        for row in &class.rows {
            let now = at(&format!("{}T18:00", world.today));
            let tally = Tally::of(&class.sessions, &row.standing(&class.sessions), now);
            assert!(tally.credited <= tally.held && tally.held + tally.struck <= tally.planned);
            if let EnrolmentState::Completed { tally, .. } | EnrolmentState::Failed { tally, .. } = &row.state
            {
                assert_eq!(tally.held + tally.struck, tally.planned);
            }
        }
    }
}

/// Invariant 6: a live certificate rests on a pass, a finished class and enough attendance, and is the only one.
fn certificates_are_earned(world: &World) {
    for certificate in world.certificates.iter().filter(|one| one.is_live()) {
        let found = world.classes.iter().find_map(|class| {
            class.rows.iter().find(|row| row.id == certificate.enrolment).map(|row| (class, row))
        });
        let (class, row) = found.unwrap();
        assert!(class.state.finished_on().is_some(), "the class is not finished");
        let EnrolmentState::Completed { tally, .. } = &row.state else { panic!("not completed") };
        assert!(tally.suffices(&world.settings), "attendance short");
        let passed = passed(&row.exam, &world.settings).unwrap();
        assert_eq!(passed.marks.total, certificate.facts.mark);
        let same = world.certificates.iter().filter(|one| one.enrolment == certificate.enrolment);
        assert_eq!(same.filter(|one| one.is_live()).count(), 1, "two live certificates");
    }
}

/// Invariant 7: numbers are unique; each chain of replacements ends in one certificate, live or revoked.
fn numbers_are_given_once(world: &World) {
    let numbers: BTreeSet<_> = world.certificates.iter().map(|one| &one.number).collect();
    assert_eq!(numbers.len(), world.certificates.len(), "a number was used twice");
    for certificate in &world.certificates {
        let mut seen = BTreeSet::new();
        let mut end = certificate;
        while let CertificateState::Replaced { with, .. } = &end.state {
            assert!(seen.insert(end.number.clone()), "a cycle");
            let next = world.certificates.iter().find(|one| one.number == *with).unwrap();
            assert_eq!(next.replaces, Some(end.number.clone()), "the link goes both ways");
            end = next;
        }
    }
}

/// Invariant 4: whoever was promoted waited longest, and asking again promotes nobody.
fn promotes_in_order(world: &mut World, at: usize) {
    let ranks = |world: &World| -> Vec<(EnrolmentId, u32)> {
        let rank = |row: &Row| match row.state {
            EnrolmentState::Waiting { rank, .. } => Some((row.id, rank)),
            _ => None,
        };
        world.classes[at].rows.iter().filter_map(rank).collect()
    };
    let before = ranks(world);
    let promoted = world.promote(at);
    let left = ranks(world).into_iter().map(|(_, rank)| rank).min();
    let rank = |id: &EnrolmentId| before.iter().find(|(other, _)| other == id).unwrap().1;
    let promoted: Vec<u32> = promoted.iter().map(rank).collect();
    assert!(promoted.is_sorted(), "the order of the list");
    assert!(promoted.last().is_none_or(|last| left.is_none_or(|left| *last < left)), "passed over");
    assert_eq!(world.promote(at), [], "promoted twice");
}

fn holds(world: &World) {
    places_suffice(world);
    nobody_is_twice(world);
    everybody_is_old_enough(world);
    hours_add_up(world);
    certificates_are_earned(world);
    numbers_are_given_once(world);
}

fn any_presence() -> impl Strategy<Value = Presence> {
    prop_oneof![
        4 => Just(Presence::Present),
        1 => Just(Presence::Late),
        1 => Just(Presence::Leave),
        1 => Just(Presence::Absent),
    ]
}

fn any_try() -> impl Strategy<Value = Try> {
    let (row, mark) = (0usize..8, 40u32..=100);
    let setting = prop_oneof![
        Just(Try::OpenEnrolment),
        Just(Try::Open),
        Just(Try::Suspend),
        Just(Try::Resume),
        Just(Try::Finish),
        Just(Try::Archive),
        Just(Try::Cancel),
        (0u32..4).prop_map(Try::Capacity),
        (0usize..3).prop_map(Try::Strike),
    ];
    let enrolling = prop_oneof![
        (0..PEOPLE).prop_map(Try::Apply),
        (row.clone(), any::<bool>()).prop_map(|(row, reason)| Try::Accept(row, reason)),
        row.clone().prop_map(Try::Wait),
        row.clone().prop_map(Try::Refuse),
        row.clone().prop_map(Try::Withdraw),
        row.clone().prop_map(Try::DropOut),
    ];
    let studying = prop_oneof![
        (row.clone(), 0usize..3, any_presence()).prop_map(|(row, at, how)| Try::SignIn(row, at, how)),
        (row.clone(), 0usize..3, any_presence()).prop_map(|(row, at, how)| Try::CorrectSignIn(row, at, how)),
        (row.clone(), mark.clone()).prop_map(|(row, mark)| Try::RecordMarks(row, mark)),
        (row.clone(), mark).prop_map(|(row, mark)| Try::CorrectMarks(row, mark)),
    ];
    let certifying = prop_oneof![
        row.clone().prop_map(Try::Issue),
        row.clone().prop_map(Try::IssueTaken),
        row.clone().prop_map(Try::Replace),
        row.prop_map(Try::Revoke),
    ];
    prop_oneof![1 => setting, 3 => enrolling, 4 => studying, 2 => certifying]
}

/// Steps that lead to certificates far more often than chance would, with the days that pass before each.
fn leading(step: usize) -> (u64, Try) {
    use Presence::Present;
    let step = match step {
        0 => Try::OpenEnrolment,
        1 => Try::Apply(2),
        2 => Try::Apply(3),
        3 => Try::Apply(4),
        4 => Try::Accept(0, true),
        5 => Try::Accept(1, true),
        6 => Try::Wait(2),
        7 => return (5, Try::Open),
        8 | 10 | 12 => {
            let days = if step == 8 { 0 } else { 1 };
            return (days, Try::SignIn(0, (step - 8) / 2, Present));
        }
        9 | 11 | 13 => Try::SignIn(1, (step - 9) / 2, Present),
        14 => return (3, Try::RecordMarks(0, 75)),
        15 => Try::RecordMarks(1, 55),
        16 => Try::Refuse(2),
        17 => Try::Finish,
        18 => Try::Issue(0),
        19 => Try::Replace(0),
        20 => return (5, Try::RecordMarks(1, 61)),
        21 => Try::Issue(1),
        _ => Try::Revoke(step),
    };
    (0, step)
}

fn step(world: &mut World, class: usize, what: &Try) -> bool {
    let before: usize = world.classes.iter().map(Class::history_rows).sum();
    let done = world.tries(class, what).is_ok();
    if matches!(what, Try::Withdraw(_)) && done {
        promotes_in_order(world, class);
    }
    // Invariant 8: history is added to, never taken from.
    let after: usize = world.classes.iter().map(Class::history_rows).sum();
    assert!(after >= before, "history was lost");
    let corrects = matches!(what, Try::CorrectSignIn(..) | Try::CorrectMarks(..));
    assert!(!corrects || !done || after == before + 1 || world.classes[class].rows.is_empty());
    holds(world);
    done
}

#[test]
fn the_leading_steps_end_in_certificates() {
    let mut world = World::new();
    for at in 0..24 {
        let (days, what) = leading(at);
        world.today = world.today + chrono::Days::new(days);
        assert!(step(&mut world, 0, &what), "{at}: {what:?}: {:?}", world.tries(0, &what));
    }
    assert_eq!(world.certificates.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_tried_keeps_the_invariants(
        tries in proptest::collection::vec((0..CLASSES, any_try(), 0u8..3, 0u64..12), 1..120)
    ) {
        let mut world = World::new();
        let mut lead = [0; CLASSES];
        for (class, what, chance, days) in tries {
            if chance > 0 {
                // The first class is led to its end, the second as far as people are accepted.
                let class = if lead[1] < 7 { class } else { 0 };
                let (days, what) = leading(lead[class]);
                world.today = world.today + chrono::Days::new(days);
                step(&mut world, class, &what);
                lead[class] += 1;
            } else {
                // Days pass seldom, so that sign-ins fall into their time.
                world.today = world.today + chrono::Days::new(u64::from(days == 11));
                step(&mut world, class, &what);
            }
        }
    }

    #[test]
    fn places_go_in_order_whatever_is_withdrawn(
        tries in proptest::collection::vec((any_try(), any::<bool>()), 1..60)
    ) {
        let mut world = World::new();
        step(&mut world, 0, &Try::OpenEnrolment);
        for person in 1..PEOPLE {
            step(&mut world, 0, &Try::Apply(person));
            step(&mut world, 0, &Try::Accept(person - 1, false));
            step(&mut world, 0, &Try::Wait(person - 1));
        }
        for (what, withdraws) in tries {
            let what = match what {
                Try::Accept(row, _) | Try::Wait(row) | Try::Refuse(row) if withdraws => Try::Withdraw(row),
                other => other,
            };
            step(&mut world, 0, &what);
            if matches!(world.classes[0].state, ClassState::Enrolling { .. }) {
                promotes_in_order(&mut world, 0);
                holds(&world);
            }
        }
    }
}
