//! Random histories: whatever is tried, what was permitted keeps the procedure's invariants.

use proptest::prelude::*;

use super::bench::*;
use super::held::*;
use super::spot::*;
use crate::case::*;

const ACTORS: [crate::id::PersonId; 5] = [CHEN, ZHOU_HEAD, LI_REVIEWER, JIANG_ALL, YI_CHIEF];

fn any_act() -> impl Strategy<Value = Act> {
    let fine = prop_oneof![Just(None), (400i64..3500).prop_map(Some), (19_000i64..31_000).prop_map(Some)];
    prop_oneof![
        Just(file("oil-v01@2021")),
        Just(complete_party()),
        prop_oneof![Just(None), (0i64..4000).prop_map(Some)].prop_map(|fine| spot_fined(fine, |_| {})),
        Just(report_spot()),
        (1i64..200).prop_map(pay_on_the_spot),
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
        Just(approve_notice_with_hearing()),
        Just(waive_hearing()),
        Just(request_hearing()),
        Just(Act::GrantHearing(GrantHearing { party: SHOP, reason: note("依职权") })),
        (10u64..20).prop_map(appointed_in),
        Just(serve_hearing_notice()),
        Just(hold_hearing()),
        Just(Act::HoldHearing(HoldHearing {
            parties: vec![SHOP],
            outcome: HearingOutcome::Withdrawn { paper: note("撤回") },
        })),
        fine.clone().prop_map(|fine| deliberate(Outcome::Penalise(penalties(fine)))),
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
        any_enforcement(),
        any_measure(),
        Just(conclude(Outcome::Penalise(confiscating()))),
        Just(decide(confiscating())),
    ]
}

/// Things are registered, sealed or seized, and what becomes of them.
fn any_measure() -> impl Strategy<Value = Act> {
    let number = 1u32..4;
    let outcome = (0..EvidenceOutcome::ALL.len()).prop_map(|at| EvidenceOutcome::ALL[at]);
    let ground = (0..LiftGround::ALL.len()).prop_map(|at| LiftGround::ALL[at]);
    let end = prop_oneof![Just(GoodsEnd::Returned), Just(GoodsEnd::Destroyed)];
    prop_oneof![
        Just(file(SEIZABLE)),
        Just(register_evidence()),
        Just(seize()),
        Just(seize_of(SHOP)),
        Just(seize_at("15:20")),
        (number.clone(), outcome).prop_map(|(number, outcome)| handle(number, outcome)),
        number.clone().prop_map(|number| report(number, "16:00")),
        (number.clone(), any::<bool>()).prop_map(|(number, approved)| confirm(number, approved)),
        number.clone().prop_map(extend),
        (number.clone(), 1u64..40).prop_map(|(number, days)| {
            commission(number, &(day("2026-03-10") + chrono::Days::new(days)).to_string())
        }),
        number.clone().prop_map(test_result),
        (number.clone(), ground).prop_map(|(number, ground)| lift(number, ground)),
        (number.clone(), 0usize..3, end).prop_map(|(number, line, end)| dispose(number, &[line], end)),
        (number.clone(), 0usize..3, 0i64..500).prop_map(|(number, line, yuan)| sell(number, line, yuan)),
        (number, 0usize..3).prop_map(|(number, line)| destroy(number, line)),
        any_revision(),
        Just(contest_measure(1, "2026-03-10")),
        (2u32..20).prop_map(answer_contest),
        (2u32..20, any::<bool>()).prop_map(|(contest, lost)| {
            end_contest(contest, if lost { RemedyOutcome::Revoked } else { RemedyOutcome::Upheld })
        }),
        Just(receive_application()),
        Just(forward_application()),
        prop_oneof![Just(CHEN), Just(PAN), Just(LI_REVIEWER)].prop_map(ask_recusal),
        (2u32..14, any::<bool>()).prop_map(|(request, granted)| decide_recusal(request, granted)),
        any_crime(),
    ]
}

/// Acts about a suspected crime.
fn any_crime() -> impl Strategy<Value = Act> {
    let transfer = 2u32..14;
    let reply = (0..PoliceReply::ALL.len()).prop_map(|at| PoliceReply::ALL[at]);
    let before = (0..ContestBefore::ALL.len()).prop_map(|at| ContestBefore::ALL[at]);
    prop_oneof![
        Just(report_crime()),
        (transfer.clone(), any::<bool>()).prop_map(|(transfer, approved)| decide_crime(transfer, approved)),
        transfer.clone().prop_map(hand_to_police),
        (transfer.clone(), reply).prop_map(|(transfer, reply)| police_reply(transfer, reply)),
        (transfer.clone(), before).prop_map(|(transfer, before)| contest(transfer, before)),
        transfer.clone().prop_map(hand_goods),
        transfer.prop_map(resume_case),
    ]
}

/// What follows when a decision falls.
fn any_revision() -> impl Strategy<Value = Act> {
    let reviser = (0..Reviser::ALL.len()).prop_map(|at| Reviser::ALL[at]);
    let ground = (0..FallGround::ALL.len()).prop_map(|at| FallGround::ALL[at]);
    let fine = prop_oneof![Just(None), (500i64..1500).prop_map(Some)];
    prop_oneof![
        (reviser.clone(), ground).prop_map(|(reviser, ground)| order_anew(reviser, ground, None)),
        (reviser.clone(), fine, any::<bool>()).prop_map(|(reviser, fine, back)| change_decision(
            reviser,
            fine,
            back.then(|| note("已退还"))
        )),
        (reviser, any::<bool>())
            .prop_map(|(reviser, back)| revoke_decision(reviser, back.then(|| note("已退还")))),
        Just(unpublish()),
        Just(publish(Publicity::Published)),
        Just(publish(Publicity::NotPublic)),
        Just(hand_on_cash(CashTo::Bureau)),
        Just(hand_on_cash(CashTo::Bank)),
        Just(extend_verification()),
    ]
}

/// Decided and served, revoked in reconsideration, decided anew in a lawful procedure, and paid.
fn leading_through_revision(at: usize) -> Act {
    match at {
        0..8 => leading_straight(at),
        8 => remedy("2026-03-20", false),
        9 => Act::EndRemedy(EndRemedy {
            party: SHOP,
            outcome: RemedyOutcome::Revoked,
            paper: note("撤销"),
            performance_until: None,
            against_ruling: false,
        }),
        10 => order_anew(Reviser::Government, FallGround::Procedure, None),
        _ => leading_straight(at - 9),
    }
}

/// Decided and served, revoked in reconsideration, given back, and revived by a court.
fn leading_through_revival(at: usize) -> Act {
    match at {
        0..10 => leading_through_revision(at),
        10 => revoke_decision(Reviser::Government, Some(note("已退还"))),
        11 => match remedy("2026-04-20", false) {
            Act::RegisterRemedy(facts) => {
                Act::RegisterRemedy(RegisterRemedy { remedy: RemedyKind::Lawsuit, ..facts })
            }
            other => other,
        },
        _ => Act::EndRemedy(EndRemedy {
            party: SHOP,
            outcome: RemedyOutcome::Revived,
            paper: note("恢复原决定效力"),
            performance_until: None,
            against_ruling: false,
        }),
    }
}

/// To the police as event 4 and back, then the penalty.
fn leading_through_the_police(at: usize) -> Act {
    match at {
        0 | 1 => leading_straight(at),
        2 => report_crime(),
        3 => decide_crime(4, true),
        4 => hand_to_police(4),
        5 => police_reply(4, PoliceReply::NotFiled),
        6 => contest(4, ContestBefore::Police),
        7 => police_reply(4, PoliceReply::HandedBack { fined: false }),
        _ => leading_straight(at - 6),
    }
}

/// Acts after the service: plan, demand, court, suspension and remedies.
fn any_enforcement() -> impl Strategy<Value = Act> {
    let ground =
        prop_oneof![Just(SuspensionGround::OrganisationEnded), Just(SuspensionGround::ThreeYearsStill)];
    let outcome = (0..RemedyOutcome::ALL.len()).prop_map(|at| RemedyOutcome::ALL[at]);
    prop_oneof![
        Just(plan()),
        Just(demand()),
        Just(apply_to_court()),
        (0..CourtAnswer::ALL.len()).prop_map(|at| court_answers(CourtAnswer::ALL[at])),
        Just(object()),
        (0..ObjectionAnswer::ALL.len()).prop_map(|at| objection_answer(ObjectionAnswer::ALL[at])),
        Just(propose_revocation()),
        Just(revocation_answer(RevocationAnswer::NotRevoked)),
        Just(suspend()),
        Just(Act::ResumeEnforcement(ResumeEnforcement { party: SHOP, reason: note("恢复") })),
        ground.prop_map(|ground| {
            Act::EndEnforcement(EndEnforcement { party: SHOP, ground, reason: note("终结"), number: None })
        }),
        any::<bool>().prop_map(|stops| remedy("2026-03-20", stops)),
        Just(Act::AnswerRemedy(AnswerRemedy {
            party: SHOP,
            remedy: RemedyKind::Reconsideration,
            paper: note("答复书"),
            number: None,
        })),
        outcome.prop_map(|outcome| {
            Act::EndRemedy(EndRemedy {
                party: SHOP,
                outcome,
                paper: note("决定书"),
                performance_until: None,
                against_ruling: false,
            })
        }),
    ]
}

fn court_answers(answer: CourtAnswer) -> Act {
    Act::RecordCourtAnswer(RecordCourtAnswer { party: SHOP, answer, paper: note("裁定书") })
}

fn suspend() -> Act {
    let ground = SuspensionGround::UnableToPay;
    Act::SuspendEnforcement(SuspendEnforcement {
        party: SHOP, ground, reason: note("无财产"), number: None
    })
}

fn remedy(applied_on: &str, stops_enforcement: bool) -> Act {
    Act::RegisterRemedy(RegisterRemedy {
        party: SHOP,
        remedy: RemedyKind::Reconsideration,
        organ: name("道县人民政府"),
        applied_on: day(applied_on),
        simplified: false,
        stops_enforcement,
        against_ruling: false,
    })
}

/// A hearing so many days after the first day of the history.
fn appointed_in(days: u64) -> Act {
    let hearing_day = day("2026-03-16") + chrono::Days::new(days);
    appoint_hearing(TANG_READER, &hearing_day.to_string())
}

/// Steps that lead far more often than chance would: to a small fine, through hearing and discussion, to court and to the
/// court above, to the police and back, or through a revision or a revival.
fn leading(at: usize, way: usize) -> Act {
    match (way, at) {
        (0, _) => leading_straight(at),
        (1, _) => leading_through_hearing(at),
        (3, _) => leading_through_the_police(at),
        (4, _) => leading_through_revision(at),
        (6, _) => leading_through_revival(at),
        (_, 0..8) => leading_straight(at),
        (_, 8) => demand(),
        (_, 9) => apply_to_court(),
        (5, 10) => court_answers(CourtAnswer::Refused),
        (5, 11) => object(),
        (5, 12) => objection_answer(ObjectionAnswer::Granted),
        (5, 13) => pay(1000),
        (_, 10) => court_answers(CourtAnswer::Granted),
        (_, 11) => pay(1000),
        _ => close(),
    }
}

fn leading_through_hearing(at: usize) -> Act {
    let fine = Some(25_000);
    match at {
        0 => file("oil-v01@2021"),
        1 => record_of(RecordKind::Inspection),
        2 => conclude(Outcome::Penalise(penalties(fine))),
        3 => approve_notice_with_hearing(),
        4 => serve_notice(),
        5 => waive(),
        6 => request_hearing(),
        7 => Act::HoldHearing(HoldHearing {
            parties: vec![SHOP],
            outcome: HearingOutcome::Withdrawn { paper: note("撤回") },
        }),
        8 => review(Opinion::Agree),
        9 => deliberate(Outcome::Penalise(penalties(fine))),
        10 => decide(penalties(fine)),
        11 => serve(),
        12 => pay(25_000),
        _ => close(),
    }
}

fn pay_on_the_spot(yuan: i64) -> Act {
    let paid = Paid::OnTheSpot { ground: CollectionGround::HardLater, receipt: Some(name("湘财票1")) };
    Act::Pay(Pay { party: SHOP, amount: crate::value::Money::yuan(yuan), paid })
}

fn leading_straight(at: usize) -> Act {
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
    if let Some(heard) = last(events, ActKind::HoldHearing)
        && let Some(decided) = decided
        && heard < decided
        && last(events, ActKind::ServeNotice) < Some(heard)
    {
        let after = |kind| (heard..decided).find(|at| events[*at].act.kind() == kind);
        let (reviewed, discussed) = (after(ActKind::Review), after(ActKind::Deliberate));
        assert!(reviewed.is_some() && reviewed < discussed, "hearing, review, discussion, decision");
    }
    let on_the_spot = first(events, ActKind::PenaliseOnTheSpot);
    if let Some(spot) = on_the_spot {
        let ordinary = [ActKind::File, ActKind::Decide, ActKind::DecideNoPenalty, ActKind::Serve];
        assert!(ordinary.iter().all(|kind| first(events, *kind).is_none()), "both procedures in one case");
        let Act::PenaliseOnTheSpot(facts) = &events[spot].act else { unreachable!() };
        assert!(facts.penalties.fines() <= crate::value::Money::yuan(3000), "above the limit");
    }
    if let Some(reported) = first(events, ActKind::ReportOnTheSpot) {
        assert!(on_the_spot.is_some_and(|spot| spot < reported), "a report of nothing");
    }
    let first_decided = first(events, ActKind::Decide).or(first(events, ActKind::DecideNoPenalty));
    if let Some(served) = first(events, ActKind::Serve) {
        assert!(first_decided.is_some_and(|decided| decided < served), "service before the decision");
    }
    if let Some(paid) = first(events, ActKind::Pay) {
        assert!(
            first(events, ActKind::Serve).or(on_the_spot).is_some_and(|served| served < paid),
            "execution before service"
        );
    }
    objected(events);
    if let Some(applied) = first(events, ActKind::ApplyToCourt) {
        let demanded = first(events, ActKind::Demand);
        let judged = events[..applied].iter().any(revives);
        assert!(judged || demanded.is_some_and(|demanded| demanded < applied), "court before the demand");
    }
    let decisions = events
        .iter()
        .filter(|event| {
            matches!(
                event.act.kind(),
                ActKind::Decide | ActKind::DecideNoPenalty | ActKind::PenaliseOnTheSpot
            )
        })
        .count();
    let anew = events.iter().filter(|event| event.act.kind() == ActKind::OrderAnew).count();
    assert!(decisions <= 1 + anew, "two decisions for one act of one party");
    step_by_step(events);
    for (at, event) in events.iter().enumerate() {
        let Act::ProposeTransfer(_) = &event.act else { continue };
        let ends = |later: &Event| match &later.act {
            Act::WithdrawTransfer(facts) => facts.proposal == event.seq,
            Act::TransferOut(facts) => facts.proposal == event.seq,
            _ => false,
        };
        let stays = [ActKind::AskRecusal, ActKind::DecideRecusal];
        let beside = |kind: ActKind| kind.manages_a_measure() || stays.contains(&kind);
        let next = events[at + 1..].iter().find(|later| !beside(later.act.kind()));
        assert!(next.is_none_or(ends), "something moved what was on its way");
    }
    let case = Case::of(events).unwrap();
    let people = &case.people;
    assert!(
        !people.deciders.iter().any(|one| people.officers.contains(one) || people.reviewers.contains(one))
    );
    assert!(!people.reviewers.iter().any(|one| people.officers.contains(one)));
    let others = [&people.officers, &people.reviewers, &people.deciders];
    assert!(!others.iter().any(|list| list.iter().any(|one| people.hosts.contains(one))));
    if case.track(SHOP).is_none_or(|track| track.progress.decided().is_some()) && case.filing().is_some() {
        let left = case.measures.iter().any(Measure::is_unsettled);
        assert!(!left, "decided while things have no end");
    }
    let at_the_bank = |track: &Track| track.progress.before_closure().cash_goes_to().is_none();
    if case.stage() == Stage::Closed {
        assert!(case.track(SHOP).is_none_or(at_the_bank), "closed while collected money is not at the bank");
        assert!(!case.measures.iter().any(Measure::is_unsettled), "closed with an open measure");
        let rest = case.track(SHOP).map(|track| match &track.progress {
            Progress::Closed { was, .. } => was.rest(),
            other => other.rest(),
        });
        let ended = case
            .track(SHOP)
            .is_some_and(|track| track.enforcement.ended.is_some() || track.is_with_the_government());
        assert!(
            ended || rest.is_none_or(|rest| rest == crate::value::Money::ZERO),
            "closed while money is owed"
        );
    }
}

/// The court above is asked only after a refusal, once for each, and answers only what it was asked.
fn objected(events: &[Event]) {
    let (mut refusals, mut asked, mut answered) = (0, 0, 0);
    for event in events {
        match &event.act {
            Act::RecordCourtAnswer(facts)
                if matches!(facts.answer, CourtAnswer::Refused | CourtAnswer::NotAccepted) =>
            {
                refusals += 1;
            }
            Act::ObjectToCourt(_) => asked += 1,
            Act::RecordObjectionAnswer(_) => answered += 1,
            _ => {}
        }
        assert!(answered <= asked && asked <= refusals, "an objection to nothing");
    }
}

/// Every event against the case before it.
fn step_by_step(events: &[Event]) {
    let mut before: Option<Case> = None;
    for (at, event) in events.iter().enumerate() {
        before = match before {
            None => Case::of(&events[..=at]),
            Some(case) => {
                assert!(!case.is_recused(event.by, event.on), "{:?} by somebody recused", event.act.kind());
                revised(&case, event);
                revived(&case, event);
                with_the_police(&case, &events[..at], event);
                Some(case.after(event).unwrap())
            }
        };
    }
}

/// A court revises only after its ruling, and what a ruling took down is neither served, enforced nor closed.
fn revised(before: &Case, event: &Event) {
    let Some(track) = before.track(SHOP) else { return };
    let reviser = match &event.act {
        Act::OrderAnew(facts) => Some(facts.reviser),
        Act::ChangeDecision(facts) => Some(facts.reviser),
        Act::RevokeDecision(facts) => Some(facts.reviser),
        _ => None,
    };
    if reviser == Some(Reviser::Court) {
        assert!(matches!(track.fell(), Some((RemedyKind::Lawsuit, _))), "a court without a ruling");
    }
    let goes_on = [ActKind::Serve, ActKind::Demand, ActKind::ApplyToCourt, ActKind::Close];
    if goes_on.contains(&event.act.kind()) {
        assert!(track.fell().is_none(), "{:?} of a decision that fell", event.act.kind());
    }
    if let Act::Decide(facts) = &event.act
        && let Some((fallen, ground)) = track.decided_anew()
        && let Decision::Penalty(was) = &fallen.decided.decision
    {
        let same = !facts.penalties.heavier_than(was) && !was.heavier_than(&facts.penalties);
        assert!(!same || ground == FallGround::Procedure || facts.changed.is_some(), "the same again");
    }
}

fn revives(event: &Event) -> bool {
    matches!(&event.act, Act::EndRemedy(facts) if facts.outcome == RemedyOutcome::Revived)
}

/// What stands again had been brought down by a reconsideration, and nothing else stands beside it.
fn revived(before: &Case, event: &Event) {
    if !revives(event) {
        return;
    }
    let track = before.track(SHOP).unwrap();
    assert!(track.open_remedy().is_some_and(|open| open.kind == RemedyKind::Lawsuit), "revived by no court");
    let after = before.after(event).unwrap();
    let after = after.track(SHOP).unwrap();
    let stands = after.progress.decided().is_some_and(|decided| decided.revived_on == Some(event.on));
    assert!(stands && after.fell().is_none() && !after.is_with_the_government(), "it does not stand");
    let other = track.progress.decided().filter(|_| track.decided_anew().is_some());
    assert!(other.is_none(), "two decisions for one act of one party");
}

/// Nothing reaches the police without the chief, nothing is decided on a party while they have it.
fn with_the_police(before: &Case, earlier: &[Event], event: &Event) {
    match &event.act {
        Act::HandToPolice(facts) => {
            let approves = |one: &&Event| matches!(&one.act, Act::DecideCrime(of) if of.transfer == facts.transfer && of.approved);
            let approved = earlier.iter().find(approves);
            assert!(approved.is_some_and(|approved| approved.by == YI_CHIEF), "without the chief");
        }
        Act::Decide(_) | Act::DecideNoPenalty(_) => {
            assert!(before.crimes.iter().all(|crime| crime.over.is_some()), "decided while reported");
        }
        Act::Close(_) if before.stage() == Stage::Criminal => {
            let crime = before.crimes.last().unwrap();
            assert!(
                crime.step() == CrimeStep::Filed && crime.goods_on.is_some(),
                "closed without the police"
            );
        }
        _ => {}
    }
}

/// Mostly some days, at times some months, in which terms end.
fn days_between() -> impl Strategy<Value = u64> {
    prop_oneof![9 => 0u64..4, 1 => 20u64..120]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_tried_keeps_the_procedure(
        tries in proptest::collection::vec((any_act(), 0usize..5, any::<bool>(), days_between()), 1..60),
        way in 0usize..7,
        by_clue in any::<bool>(),
    ) {
        let mut bench = Bench::new("2026-03-02");
        let begins = if by_clue { clue() } else { spot_fined(Some(150), |_| {}) };
        bench.does(CHEN, "2026-03-02", begins);
        let mut state = bench.case();
        let mut lead = 0;
        for (act, actor, leads, days) in tries {
            bench.today = bench.today + chrono::Days::new(days);
            let act = if leads { leading(lead, way) } else { act };
            let actor = match act.kind().power() {
                _ if !leads => ACTORS[actor],
                crate::role::Power::ApproveCases => ZHOU_HEAD,
                crate::role::Power::LeadCases => YI_CHIEF,
                crate::role::Power::ReviewCases => LI_REVIEWER,
                _ => CHEN,
            };
            let on = bench.today;
            let Ok(Permit::Event) = bench.judge(actor, on, &act) else { continue };
            lead += usize::from(leads);
            let seq = state.seq + 1;
            let event = Event { seq, act, on, at: crate::Instant(0), by: actor, entry: Entry::default() };
            state = state.after(&event).unwrap();
            bench.events.push(event);
            if seq.is_multiple_of(8) {
                prop_assert_eq!(&state, &bench.case());
            }
        }
        prop_assert_eq!(&state, &bench.case());
        holds(&bench.events);
    }
}
