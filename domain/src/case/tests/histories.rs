//! Random histories: whatever is tried, what was permitted keeps the procedure's invariants.

use proptest::prelude::*;

use super::bench::*;
use crate::case::*;

const ACTORS: [crate::id::PersonId; 4] = [CHEN, ZHOU_HEAD, LI_REVIEWER, JIANG_ALL];

fn any_act() -> impl Strategy<Value = Act> {
    let fine = prop_oneof![Just(None), (400i64..3500).prop_map(Some)];
    prop_oneof![
        Just(file("oil-v01@2021")),
        Just(record_of(RecordKind::Inspection)),
        fine.clone().prop_map(|fine| conclude(Outcome::Penalise(penalties(fine)))),
        Just(conclude(Outcome::NoPenalty { ground: NoPenaltyGround::FactsNotEstablished })),
        Just(review(Opinion::Agree)),
        Just(review(Opinion::Return)),
        Just(approve_notice()),
        Just(serve_notice()),
        Just(waive()),
        Just(Act::TakeBackWaiver(TakeBackWaiver { party: SHOP })),
        Just(Act::ReceiveDefence(ReceiveDefence { party: SHOP, arguments: note("请求从轻") })),
        Just(Act::AnswerDefence(AnswerDefence { party: SHOP, accepted: false, reasons: note("不成立") })),
        fine.prop_map(|fine| decide(penalties(fine))),
        Just(no_penalty(NoPenaltyGround::FactsNotEstablished)),
        Just(serve()),
        (1i64..2000).prop_map(pay),
        Just(close()),
        Just(withdraw()),
        Just(send(county())),
        Just(send(outside())),
        (3u32..12).prop_map(call_back),
        (3u32..12).prop_map(receipt),
    ]
}

/// Steps that lead far more often than chance would.
fn leading(at: usize) -> Act {
    let fine = Some(1000);
    match at {
        0 => file("oil-v01@2021"),
        1 => record_of(RecordKind::Inspection),
        2 => conclude(Outcome::Penalise(penalties(fine))),
        3 => approve_notice(),
        4 => serve_notice(),
        5 => waive(),
        6 => decide(penalties(fine)),
        7 => serve(),
        8 => pay(1000),
        _ => close(),
    }
}

fn first(events: &[Event], kind: ActKind) -> Option<usize> {
    events.iter().position(|event| event.act.kind() == kind)
}

fn last(events: &[Event], kind: ActKind) -> Option<usize> {
    events.iter().rposition(|event| event.act.kind() == kind)
}

fn holds(events: &[Event]) {
    let decided = last(events, ActKind::Decide);
    if let Some(decided) = decided {
        let noticed = first(events, ActKind::ServeNotice);
        assert!(noticed.is_some_and(|noticed| noticed < decided), "a decision without a notice");
        assert!(first(events, ActKind::Conclude).is_some_and(|concluded| Some(concluded) < noticed));
    }
    let decided = decided.or(last(events, ActKind::DecideNoPenalty));
    if let Some(served) = first(events, ActKind::Serve) {
        assert!(decided.is_some_and(|decided| decided < served), "service before the decision");
    }
    if let Some(paid) = first(events, ActKind::Pay) {
        assert!(
            first(events, ActKind::Serve).is_some_and(|served| served < paid),
            "execution before service"
        );
    }
    let decisions = events
        .iter()
        .filter(|event| matches!(event.act.kind(), ActKind::Decide | ActKind::DecideNoPenalty))
        .count();
    assert!(decisions <= 1, "two decisions for one act of one party");
    for (at, event) in events.iter().enumerate() {
        let Act::ProposeTransfer(_) = &event.act else { continue };
        let ends = |later: &Event| match &later.act {
            Act::WithdrawTransfer(facts) => facts.proposal == event.seq,
            Act::TransferOut(facts) => facts.proposal == event.seq,
            _ => false,
        };
        let next = events.get(at + 1);
        assert!(next.is_none_or(ends), "something moved what was on its way");
    }
    let case = Case::of(events).unwrap();
    let people = &case.people;
    assert!(
        !people.deciders.iter().any(|one| people.officers.contains(one) || people.reviewers.contains(one))
    );
    assert!(!people.reviewers.iter().any(|one| people.officers.contains(one)));
    if case.stage() == Stage::Closed {
        let rest = case.track(SHOP).map(|track| match &track.progress {
            Progress::Closed { was, .. } => was.rest(),
            other => other.rest(),
        });
        assert!(rest.is_none_or(|rest| rest == crate::value::Money::ZERO), "closed while money is owed");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_tried_keeps_the_procedure(
        tries in proptest::collection::vec((any_act(), 0usize..4, any::<bool>(), 0u64..4), 1..60)
    ) {
        let mut bench = Bench::new("2026-03-02");
        bench.does(CHEN, "2026-03-02", clue());
        let mut state = bench.case();
        let mut lead = 0;
        for (act, actor, leads, days) in tries {
            bench.today = bench.today + chrono::Days::new(days);
            let act = if leads { leading(lead) } else { act };
            let actor = if leads && act.kind().power() == crate::role::Power::ApproveCases { ZHOU_HEAD }
                else if leads { CHEN } else { ACTORS[actor] };
            let on = bench.today;
            let Ok(Permit::Event) = bench.judge(actor, on, &act) else { continue };
            lead += usize::from(leads);
            let seq = state.seq + 1;
            let event = Event { seq, act, on, at: crate::Instant(0), by: actor, entry: Entry::default() };
            state = state.after(&event).unwrap();
            bench.events.push(event);
            prop_assert_eq!(&state, &bench.case());
        }
        holds(&bench.events);
    }
}
