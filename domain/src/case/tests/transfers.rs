//! Transfer to another bureau and to an outside authority, §1.6.

use rstest::rstest;

use super::bench::*;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::*;
use crate::id::{BureauId, TransferId};
use crate::refusal::RefusalCode;
use crate::role::Power;

/// Sent to another county as event 4, on Friday 6 March 2026.
fn sent() -> Bench {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-06", send(county()));
    bench
}

fn clock(bench: &Bench, clock: Clock) -> CaseClock {
    clocks(&bench.case(), &bench.context(CHEN)).into_iter().find(|one| one.clock == clock).unwrap()
}

#[test]
fn the_head_sends_and_an_officer_proposes_it() {
    let bench = investigated("oil-v01@2021");
    let permit = bench.judge(CHEN, day("2026-03-06"), &send(county()));
    assert_eq!(permit, Ok(Permit::Proposal { power: Power::ApproveCases }));
    assert_eq!(bench.judge(ZHOU_HEAD, day("2026-03-05"), &send(county())), Ok(Permit::Event));
}

#[rstest]
#[case(conclude(Outcome::Penalise(penalties(None))), CHEN)]
#[case(record_of(RecordKind::Interview), CHEN)]
#[case(withdraw(), ZHOU_HEAD)]
#[case(send(outside()), ZHOU_HEAD)]
#[case(Act::AddParty(AddParty { party: party(BOSS, "oil-v01@2021") }), ZHOU_HEAD)]
fn while_no_answer_came_nothing_moves_the_sender(#[case] act: Act, #[case] actor: crate::id::PersonId) {
    let bench = sent();
    assert_eq!(bench.refused(actor, "2026-03-06", &act), "transfer_pending");
}

#[test]
fn officers_may_still_change_and_the_clocks_go_on() {
    let mut bench = sent();
    let before = clock(&bench, Clock::Decide);
    assert_eq!(before.state, ClockState::Running);
    let change = Act::ChangeOfficers(ChangeOfficers { officers: officers(), reason: note("分工调整") });
    bench.does(ZHOU_HEAD, "2026-03-09", change);
    assert_eq!(clock(&bench, Clock::Decide), before);
    assert_eq!(bench.case().stage(), Stage::Investigating);
}

#[test]
fn the_refusal_says_who_opens_it_and_by_when() {
    let bench = sent();
    let refusal = bench.judge(CHEN, day("2026-03-06"), &record_of(RecordKind::Interview)).unwrap_err();
    // Five working days after Friday 6 March.
    let until = Some(day("2026-03-13"));
    assert_eq!(refusal.code, RefusalCode::TransferPending { to: "宁远县商务局".to_owned(), until });
    assert_eq!(
        refusal.sentence(Lang::Zh).to_string(),
        "现在不能记录调查取证：案件已移送宁远县商务局，对方尚未答复。\
         由宁远县商务局最迟于2026年3月13日 周五答复，或由负责人撤回移送。"
    );
    assert!(refusal.sentence(Lang::En).opens.contains("the head withdraws the transfer"));
}

#[test]
fn the_case_waits_for_the_receiver_also_when_the_answer_is_overdue() {
    let mut bench = sent();
    let until = day("2026-03-13");
    for today in ["2026-03-06", "2026-03-20"] {
        bench.today = day(today);
        assert_eq!(waits(&bench.case(), &bench.context(CHEN)), [Wait::Transfer { until }]);
    }
    let todo = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    assert_eq!((todo.act, todo.wait), (ActKind::WithdrawTransfer, Some(Wait::Transfer { until })));
}

#[test]
fn an_accepted_case_ends_and_closes() {
    let mut bench = sent();
    bench.answered("2026-03-10", accepted(4));
    let case = bench.case();
    assert_eq!((case.stage(), case.transfers.len()), (Stage::Transferred, 0));
    assert_eq!(clock(&bench, Clock::Decide).state, ClockState::Ended { on: day("2026-03-10") });
    assert_eq!(bench.refused(CHEN, "2026-03-10", &record_of(RecordKind::Interview)), "not_in_this_state");
    bench.does(ZHOU_HEAD, "2026-03-11", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
}

#[test]
fn a_returned_case_goes_on_as_if_nothing_had_been_sent() {
    let mut bench = sent();
    let before = investigated("oil-v01@2021").case();
    bench.answered("2026-03-10", returned(4));
    let case = bench.case();
    assert_eq!((&case.body, &case.records, &case.people), (&before.body, &before.records, &before.people));
    bench.does(CHEN, "2026-03-10", conclude(Outcome::Penalise(penalties(None))));
    // What was recorded before can still be mended.
    let clue = bench.events[0].clone();
    assert_eq!(rests_on(&bench.events, clue.seq).unwrap().act.kind(), ActKind::File);
}

#[test]
fn a_returned_transfer_does_not_hinder_a_correction_and_an_accepted_one_does() {
    let mut bench = sent();
    assert_eq!(rests_on(&bench.events, 3), None);
    bench.answered("2026-03-10", returned(4));
    assert_eq!(rests_on(&bench.events, 3), None);
    bench.does(ZHOU_HEAD, "2026-03-10", send(county())).answered("2026-03-11", accepted(6));
    assert_eq!(rests_on(&bench.events, 3).map(|event| event.seq), Some(7));
}

#[test]
fn what_was_sent_is_not_corrected_meanwhile() {
    let bench = sent();
    let (wrong, sent) = (bench.events[2].clone(), bench.events[3].clone());
    for event in [wrong, sent] {
        let correction = Act::Correct(Correct {
            seq: event.seq,
            old_on: event.on,
            new_on: event.on,
            old: Box::new(event.act.clone()),
            new: Box::new(event.act),
            reason: note("写错"),
        });
        assert_eq!(bench.refused(CHEN, "2026-03-06", &correction), "transfer_pending");
    }
}

#[test]
fn the_head_withdraws_what_was_not_answered_and_only_that() {
    let mut bench = sent();
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-06", &call_back(3)), "missing_fact");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &call_back(4)), "before_its_cause");
    bench.does(ZHOU_HEAD, "2026-03-09", call_back(4));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-09", &call_back(4)), "missing_fact");
    bench.does(CHEN, "2026-03-09", record_of(RecordKind::Interview));
}

#[test]
fn an_authority_answers_on_paper_and_its_receipt_ends_the_case() {
    let mut bench = investigated("oil-v01@2021");
    bench.does(ZHOU_HEAD, "2026-03-06", send(outside()));
    assert_eq!(waits(&bench.case(), &bench.context(CHEN)), []);
    assert_eq!(todo(&bench.case(), &bench.context(CHEN)).unwrap().act, ActKind::TransferOut);
    let refusal = bench.judge(CHEN, day("2026-03-06"), &record_of(RecordKind::Interview)).unwrap_err();
    assert!(refusal.sentence(Lang::Zh).opens.contains("登记回执"));
    bench.does(CHEN, "2026-03-10", receipt(4));
    assert_eq!(bench.case().stage(), Stage::Transferred);
}

#[test]
fn no_receipt_is_recorded_for_a_bureau_that_answers_itself() {
    let bench = sent();
    assert_eq!(bench.refused(CHEN, "2026-03-06", &receipt(4)), "missing_fact");
    let listed: Vec<ActKind> =
        next(&bench.case(), &bench.context(ZHOU_HEAD)).into_iter().map(|next| next.act).collect();
    assert!(listed.contains(&ActKind::WithdrawTransfer) && !listed.contains(&ActKind::TransferOut));
    assert!(!listed.contains(&ActKind::TransferAccepted));
}

#[test]
fn nobody_here_gives_the_answer_of_another_bureau() {
    let bench = sent();
    for answer in [accepted(4), returned(4)] {
        assert_eq!(bench.refused(JIANG_ALL, "2026-03-06", &answer), "no_right");
        assert_eq!(bench.refused(CHEN, "2026-03-06", &answer), "missing_fact");
    }
}

#[test]
fn what_was_sent_is_called_back_and_not_taken_back() {
    let bench = sent();
    let refusal = bench.case().take_back(ZHOU_HEAD, crate::Instant(0)).unwrap_err();
    assert_eq!(refusal.code.word(), "left_the_house");
}

#[test]
fn a_bureau_sends_nothing_to_itself_and_names_whom_it_sends() {
    let bench = investigated("oil-v01@2021");
    let own = TransferReceiver::Bureau { bureau: BureauId(1), name: name("道县商务局") };
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &send(own)), "missing_fact");
    let nobody = send_of(Vec::new(), county());
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-05", &nobody), "missing_fact");
}

#[test]
fn a_clue_goes_whole() {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue()).does(ZHOU_HEAD, "2026-03-03", send_of(Vec::new(), county()));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-03", &file("oil-v01@2021")), "transfer_pending");
    let Act::TransferAccepted(facts) = accepted(2) else { panic!() };
    bench.answered("2026-03-04", Act::TransferAccepted(TransferAccepted { parties: Vec::new(), ..facts }));
    assert_eq!(bench.case().stage(), Stage::Transferred);
    assert_eq!(clock(&bench, Clock::Verify).state, ClockState::Ended { on: day("2026-03-04") });
    bench.does(ZHOU_HEAD, "2026-03-05", Act::Close(Close { party: None, summary: note("已移送") }));
    assert_eq!(bench.case().closed_on(), Some(day("2026-03-05")));
}

#[test]
fn one_party_goes_and_the_other_stays_and_is_worked_on() {
    let mut bench = Bench::new("2026-03-02");
    let parties = vec![party(SHOP, "oil-v01@2021"), party(BOSS, "oil-v01@2021")];
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-04", Act::File(File { parties, officers: officers() }))
        .does(ZHOU_HEAD, "2026-03-05", send(county()))
        .does(CHEN, "2026-03-06", record_of(RecordKind::Inspection));
    let fine = conclude(Outcome::Penalise(penalties(None)));
    assert_eq!(bench.refused(CHEN, "2026-03-06", &fine), "transfer_pending");
    bench.answered("2026-03-10", accepted(3));
    let case = bench.case();
    assert_eq!(case.stage(), Stage::Investigating);
    assert_eq!(case.track(SHOP).unwrap().progress.stage(), Stage::Transferred);
}

fn bundle(bench: &Bench, named: &[crate::id::PartyId]) -> Bundle {
    Bundle::of(&bench.case(), &bench.events, named, &name("道县商务局"), |_| name("陈××"))
}

#[test]
fn the_bundle_is_what_the_sender_recorded_and_begins_the_receivers_case() {
    let bench = investigated("oil-v01@2021");
    let bundle = bundle(&bench, &[SHOP]);
    let sent: Vec<&Act> = bundle.events.iter().map(|event| &event.act).collect();
    assert_eq!(sent, bench.events.iter().map(|event| &event.act).collect::<Vec<_>>());
    let text = serde_json::to_string(&bundle).unwrap();
    assert_eq!(serde_json::from_str::<Bundle>(&text).unwrap(), bundle);
    let clue = bundle.clue(TransferId(uuid::Uuid::from_u128(9))).unwrap();
    assert_eq!((clue.source, clue.parties[0].id), (ClueSource::TransferredIn, SHOP));
    assert_eq!(clue.transferred.unwrap().discovered, day("2026-03-02"));
}

#[test]
fn what_concerns_only_those_who_stay_does_not_go() {
    let mut bench = Bench::new("2026-03-02");
    let boss = Party { name: name("何某某"), ..party(BOSS, "oil-v01@2021") };
    let parties = vec![party(SHOP, "oil-v01@2021"), boss];
    let waiver = Act::WaiveDefence(WaiveDefence { party: BOSS, paper: note("何某某签名") });
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-04", Act::File(File { parties, officers: officers() }))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Inspection));
    bench.events.push(Event { seq: 4, act: waiver, ..bench.events[2].clone() });
    let events = bench.events.clone();
    bench.events.pop();
    let bundle = Bundle::of(&bench.case(), &events, &[SHOP], &name("道县商务局"), |_| name("陈××"));
    assert_eq!(bundle.events.iter().map(|event| event.seq).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(!serde_json::to_string(&bundle).unwrap().contains("何某某"));
}

#[test]
fn limitation_keeps_the_day_on_which_the_sender_knew() {
    let received_late = |discovered: Option<&str>| {
        let Act::RegisterClue(clue) = clue() else { panic!() };
        let transferred = discovered.map(|on| TransferredIn {
            transfer: TransferId(uuid::Uuid::from_u128(9)),
            from: name("宁远县商务局"),
            number: None,
            discovered: day(on),
            measures: Vec::new(),
        });
        let source = ClueSource::TransferredIn;
        let mut bench = Bench::new("2026-03-02");
        bench.does(CHEN, "2026-03-02", Act::RegisterClue(RegisterClue { source, transferred, ..clue }));
        let mut shop = party(SHOP, "oil-v01@2021");
        shop.acts[0].on = day("2024-02-10");
        let file = Act::File(File { parties: vec![shop], officers: officers() });
        bench.judge(ZHOU_HEAD, day("2026-03-02"), &file).err().map(|refusal| refusal.code.word())
    };
    assert_eq!(received_late(None), Some("time_barred"));
    assert_eq!(received_late(Some("2026-02-10")), None);
    assert_eq!(received_late(Some("2026-02-11")), Some("time_barred"));
}
