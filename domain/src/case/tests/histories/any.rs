//! Acts as somebody may try them, in any order; they speak of the shop.

use proptest::prelude::*;

use super::leading::pay_on_the_spot;
use crate::case::tests::bench::*;
use crate::case::tests::held::*;
use crate::case::tests::spot::*;
use crate::case::*;

/// Anything an officer, a head or a reviewer may enter, of the shop.
pub fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => any_step(),
        3 => any_enforcement(),
        3 => any_other(),
        5 => any_measure(),
        2 => any_revision(),
        2 => any_request(),
        2 => any_crime(),
    ]
}

/// The steps of the procedure, from the filing to the close.
fn any_step() -> impl Strategy<Value = Act> {
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
    ]
}

/// Recusals, and remedies against a measure or a penalty on the spot.
fn any_request() -> impl Strategy<Value = Act> {
    prop_oneof![
        Just(contest_measure(1, "2026-03-10")),
        (2u32..20).prop_map(answer_contest),
        (2u32..20, any::<bool>()).prop_map(|(contest, lost)| {
            end_contest(contest, if lost { RemedyOutcome::Revoked } else { RemedyOutcome::Upheld })
        }),
        Just(receive_application()),
        Just(forward_application()),
        prop_oneof![Just(CHEN), Just(PAN), Just(LI_REVIEWER)].prop_map(ask_recusal),
        (0..Inquiry::ALL.len()).prop_map(|at| inquire(Inquiry::ALL[at])),
        (2u32..14, any::<bool>()).prop_map(|(request, granted)| decide_recusal(request, granted)),
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

/// What changes who and what the case is about.
fn any_other() -> impl Strategy<Value = Act> {
    let ground = (0..NonFilingGround::ALL.len()).prop_map(|at| NonFilingGround::ALL[at]);
    let second = prop_oneof![3 => Just(PAN), 1 => Just(JIANG_ALL)];
    let performed = (0..Performed::ALL.len()).prop_map(|at| Performed::ALL[at]);
    let act = UnlawfulAct {
        id: crate::id::UnlawfulActId(uuid::Uuid::from_u128(501)),
        on: day("2026-01-21"),
        ..unlawful("oil-v01@2021")
    };
    let fine = prop_oneof![Just(None), (400i64..3500).prop_map(Some)];
    let order = RecordKind::RectificationOrder { by: day("2026-04-30") };
    prop_oneof![
        ground.prop_map(|ground| Act::RefuseFiling(RefuseFiling { ground, reason: note("查无实据") })),
        Just(Act::PassClue(PassClue { to: PAN, reason: note("调离") })),
        Just(Act::AddParty(AddParty { party: party(SHOP, "oil-v01@2021") })),
        Just(Act::AddUnlawfulAct(AddUnlawfulAct { party: SHOP, act })),
        second.prop_map(|second| Act::ChangeOfficers(ChangeOfficers {
            officers: Officers { lead: CHEN, second },
            reason: note("分工调整"),
        })),
        Just(Act::AdoptRecords(AdoptRecords { records: vec![2] })),
        Just(Act::Supplement(Supplement { parties: vec![SHOP], reason: note("补充核实") })),
        fine.prop_map(|fine| Act::ChangeProposal(ChangeProposal {
            party: SHOP,
            outcome: Outcome::Penalise(penalties(fine)),
            reason: note("审核后调整"),
        })),
        performed.prop_map(|performed| Act::Perform(Perform {
            party: SHOP,
            performed,
            course: note("已入库")
        })),
        Just(record_of(order)),
        Just(record_of(RecordKind::ReInspection { put_right: true })),
        Just(Act::Close(Close { party: None, summary: note("结案") })),
        Just(archive()),
    ]
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

pub fn court_answers(answer: CourtAnswer) -> Act {
    Act::RecordCourtAnswer(RecordCourtAnswer { party: SHOP, answer, paper: note("裁定书") })
}

pub fn suspend() -> Act {
    let ground = SuspensionGround::UnableToPay;
    Act::SuspendEnforcement(SuspendEnforcement {
        party: SHOP, ground, reason: note("无财产"), number: None
    })
}

pub fn remedy(applied_on: &str, stops_enforcement: bool) -> Act {
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
