//! Every act from every stage: allowed, or the exact refusal.

use rstest::rstest;

use super::bench::*;
use super::held::*;
use super::spot::*;
use crate::case::*;

/// A case in each stage, on a day on which everything that the stage allows is possible.
fn at(stage: Stage) -> Bench {
    let mut bench = match stage {
        Stage::Clue => {
            let mut bench = Bench::new("2026-03-02");
            bench.does(CHEN, "2026-03-02", clue());
            bench
        }
        Stage::Filed => {
            let mut bench = Bench::new("2026-03-02");
            bench.does(CHEN, "2026-03-02", clue()).does(ZHOU_HEAD, "2026-03-04", file("oil-v01@2021"));
            bench
        }
        Stage::Investigating => investigated("oil-v01@2021"),
        Stage::Concluded => concluded(Some(3000)),
        Stage::Notified => notified(Some(3000)),
        Stage::Hearing => {
            let mut bench = hearing_appointed();
            bench.does(CHEN, "2026-03-13", serve_hearing_notice());
            bench
        }
        Stage::Heard => heard(),
        Stage::Deliberated => deliberated(),
        Stage::Decided => decided(Some(3000)),
        Stage::Served => served(Some(3000)),
        Stage::Executing => {
            let mut bench = served(Some(3000));
            bench.does(CHEN, "2026-03-20", pay(3000));
            bench
        }
        Stage::AtCourt => {
            let mut bench = served(Some(3000));
            bench.does(CHEN, "2026-09-21", demand()).does(ZHOU_HEAD, "2026-10-13", apply_to_court());
            bench
        }
        Stage::NotFiled => {
            let mut bench = at(Stage::Clue);
            let refuse = RefuseFiling { ground: NonFilingGround::NotOurs, reason: note("不归本局管") };
            bench.does(ZHOU_HEAD, "2026-03-03", Act::RefuseFiling(refuse));
            bench
        }
        Stage::Transferred => {
            let mut bench = investigated("oil-v01@2021");
            bench.does(ZHOU_HEAD, "2026-03-06", send(outside())).does(CHEN, "2026-03-09", receipt(4));
            bench
        }
        Stage::Criminal => {
            let mut bench = investigated("oil-v01@2021");
            bench.does(CHEN, "2026-03-06", report_crime());
            bench
        }
        Stage::Withdrawn => {
            let mut bench = investigated("oil-v01@2021");
            bench.does(ZHOU_HEAD, "2026-03-06", withdraw());
            bench
        }
        Stage::Closed => {
            let mut bench = served(None);
            bench.does(ZHOU_HEAD, "2026-03-20", close());
            bench
        }
        Stage::Archived => {
            let mut bench = at(Stage::Closed);
            bench.does(CHEN, "2026-03-23", publish(Publicity::Published));
            bench.does(GAO_ARCHIVIST, "2026-03-23", archive());
            bench
        }
    };
    // The hearing is on its day; elsewhere every term of the party is over.
    bench.today = day(match stage {
        Stage::Hearing => "2026-03-26",
        Stage::Heard => "2026-03-27",
        Stage::Deliberated => "2026-03-31",
        Stage::AtCourt => "2026-10-15",
        _ => "2026-03-23",
    });
    bench
}

fn act(kind: ActKind, bench: &Bench) -> Act {
    match kind {
        ActKind::RegisterClue => clue(),
        ActKind::File => file("oil-v01@2021"),
        ActKind::RefuseFiling => Act::RefuseFiling(RefuseFiling {
            ground: NonFilingGround::NotOurs,
            reason: note("不归本局管"),
        }),
        ActKind::PenaliseOnTheSpot => spot(|_| {}),
        ActKind::AddParty => Act::AddParty(AddParty { party: party(BOSS, "oil-v01@2021") }),
        ActKind::AddUnlawfulAct => {
            let act = UnlawfulAct {
                id: crate::id::UnlawfulActId(uuid::Uuid::from_u128(501)),
                on: day("2026-01-21"),
                ..unlawful("oil-v01@2021")
            };
            Act::AddUnlawfulAct(AddUnlawfulAct { party: SHOP, act })
        }
        ActKind::CompleteParty => complete_party(),
        ActKind::PassClue => Act::PassClue(PassClue { to: PAN, reason: note("调离") }),
        ActKind::ChangeOfficers => {
            Act::ChangeOfficers(ChangeOfficers { officers: officers(), reason: note("分工调整") })
        }
        ActKind::Inquire => inquire(Inquiry::Papers),
        ActKind::AskRecusal => ask_recusal(PAN),
        ActKind::DecideRecusal => decide_recusal(2, true),
        ActKind::Record => record_of(RecordKind::ReInspection { put_right: true }),
        ActKind::AdoptRecords => Act::AdoptRecords(AdoptRecords { records: vec![2] }),
        ActKind::RegisterEvidence => register_evidence(),
        ActKind::TakeMeasure => seize(),
        ActKind::TakeUrgentMeasure => seize_at("15:20"),
        ActKind::HandleEvidence => handle(1, EvidenceOutcome::Lifted),
        ActKind::ReportMeasure => report(1, "16:00"),
        ActKind::ConfirmMeasure => confirm(1, true),
        ActKind::ExtendMeasure => extend(1),
        ActKind::CommissionTest => commission(1, "2026-12-31"),
        ActKind::RecordTestResult => test_result(1),
        ActKind::LiftMeasure => lift(1, LiftGround::NoLongerNeeded),
        ActKind::DisposeGoods => dispose(1, &[0], GoodsEnd::Returned),
        ActKind::HandlePerishable => sell(1, 1, 2100),
        ActKind::Conclude => conclude(Outcome::Penalise(penalties(Some(3000)))),
        ActKind::Review => review(Opinion::Agree),
        ActKind::Supplement => {
            Act::Supplement(Supplement { parties: vec![SHOP], reason: note("补充核实") })
        }
        ActKind::ApproveNotice => approve_notice(),
        ActKind::ServeNotice => serve_notice(),
        ActKind::ReceiveDefence => {
            Act::ReceiveDefence(ReceiveDefence { party: SHOP, arguments: note("请求从轻") })
        }
        ActKind::WaiveDefence => waive(),
        ActKind::TakeBackWaiver => Act::TakeBackWaiver(TakeBackWaiver { party: SHOP }),
        ActKind::AnswerDefence => {
            Act::AnswerDefence(AnswerDefence {
                party: SHOP, accepted: false, reasons: note("理由不成立")
            })
        }
        ActKind::ChangeProposal => Act::ChangeProposal(ChangeProposal {
            party: SHOP,
            outcome: Outcome::Penalise(penalties(Some(2000))),
            reason: note("审核后调整"),
        }),
        ActKind::WaiveHearing => waive_hearing(),
        ActKind::RequestHearing => request_hearing(),
        ActKind::GrantHearing => {
            Act::GrantHearing(GrantHearing { party: SHOP, reason: note("案情复杂") })
        }
        ActKind::AppointHearing => match appoint_hearing(TANG_READER, "2026-04-20") {
            Act::AppointHearing(facts) => {
                Act::AppointHearing(AppointHearing { postponed: Some(note("主持人出差")), ..facts })
            }
            other => other,
        },
        ActKind::ServeHearingNotice => serve_hearing_notice(),
        ActKind::HoldHearing => hold_hearing(),
        ActKind::Deliberate => deliberate(Outcome::Penalise(penalties(Some(3000)))),
        ActKind::ApprovePlan => plan(),
        ActKind::Demand => demand(),
        ActKind::ApplyToCourt => apply_to_court(),
        ActKind::RecordCourtAnswer => Act::RecordCourtAnswer(RecordCourtAnswer {
            party: SHOP,
            answer: CourtAnswer::Refused,
            paper: note("不予执行裁定"),
        }),
        ActKind::ObjectToCourt => object(),
        ActKind::RecordObjectionAnswer => objection_answer(ObjectionAnswer::Upheld),
        ActKind::ProposeRevocation => propose_revocation(),
        ActKind::RecordRevocationAnswer => revocation_answer(RevocationAnswer::Revoked),
        ActKind::SuspendEnforcement => Act::SuspendEnforcement(SuspendEnforcement {
            party: SHOP,
            ground: SuspensionGround::UnableToPay,
            reason: note("暂无财产"),
            number: None,
        }),
        ActKind::ResumeEnforcement => {
            Act::ResumeEnforcement(ResumeEnforcement { party: SHOP, reason: note("已有财产") })
        }
        ActKind::EndEnforcement => Act::EndEnforcement(EndEnforcement {
            party: SHOP,
            ground: SuspensionGround::OrganisationEnded,
            reason: note("已注销，无财产"),
            number: None,
        }),
        ActKind::RegisterRemedy => register_remedy(bench),
        ActKind::AnswerRemedy => Act::AnswerRemedy(AnswerRemedy {
            party: SHOP,
            remedy: RemedyKind::Reconsideration,
            paper: note("答复书"),
            number: None,
        }),
        ActKind::EndRemedy => Act::EndRemedy(EndRemedy {
            party: SHOP,
            outcome: RemedyOutcome::Upheld,
            paper: note("维持"),
            performance_until: None,
            against_ruling: false,
        }),
        ActKind::Perform => {
            Act::Perform(Perform { party: SHOP, performed: Performed::PutRight, course: note("已缴回") })
        }
        ActKind::Decide => decide(penalties(Some(3000))),
        ActKind::DecideNoPenalty => no_penalty(NoPenaltyGround::FactsNotEstablished),
        ActKind::Serve => serve(),
        ActKind::Pay => pay(3000),
        ActKind::ReportOnTheSpot => report_spot(),
        ActKind::Withdraw => withdraw(),
        ActKind::ProposeTransfer => {
            let parties = bench.events.iter().any(|event| event.act.kind() == ActKind::File);
            send_of(if parties { vec![SHOP] } else { Vec::new() }, county())
        }
        ActKind::WithdrawTransfer => call_back(3),
        ActKind::TransferOut => receipt(3),
        ActKind::TransferAccepted => accepted(3),
        ActKind::TransferReturned => returned(3),
        ActKind::OrderAnew => order_anew(Reviser::Bureau, FallGround::Procedure, None),
        ActKind::ChangeDecision => match change_decision(Reviser::Bureau, None, Some(note("已退还"))) {
            // Also a bare warning changes: it asks for nothing any more.
            Act::ChangeDecision(mut facts) => {
                facts.penalties.putting_right = PuttingRight::Done { on: day("2026-03-09") };
                Act::ChangeDecision(facts)
            }
            other => other,
        },
        ActKind::RevokeDecision => revoke_decision(Reviser::Bureau, Some(note("已退还"))),
        ActKind::ReceiveApplication => receive_application(),
        ActKind::ForwardApplication => forward_application(),
        ActKind::RegisterContest => contest_measure(1, "2026-03-09"),
        ActKind::AnswerContest => answer_contest(4),
        ActKind::EndContest => end_contest(4, RemedyOutcome::Upheld),
        ActKind::ExtendVerification => extend_verification(),
        ActKind::HandOnCash => hand_on_cash(CashTo::Bureau),
        ActKind::Publish => publish(Publicity::Published),
        ActKind::Unpublish => unpublish(),
        ActKind::ReportCrime => {
            let filed = bench.events.iter().any(|event| event.act.kind() == ActKind::File);
            report_crime_of(if filed { vec![SHOP] } else { Vec::new() })
        }
        ActKind::DecideCrime => decide_crime(4, true),
        ActKind::HandToPolice => hand_to_police(4),
        ActKind::RecordPoliceReply => police_reply(4, PoliceReply::Filed),
        ActKind::ContestRefusal => contest(4, ContestBefore::Police),
        ActKind::HandGoods => hand_goods(4),
        ActKind::ResumeCase => resume_case(4),
        ActKind::Close => {
            let party = bench.case().filing().map(|_| SHOP);
            Act::Close(Close { party, summary: note("结案") })
        }
        ActKind::Archive => archive(),
        ActKind::Correct => correction(bench),
        ActKind::TakeBack => {
            let last = bench.events.last().unwrap();
            Act::TakeBack(TakeBack { seq: last.seq, act: last.act.kind() })
        }
    }
}

/// The last entry a day later, whatever it is.
fn correction(bench: &Bench) -> Act {
    let last = bench.events.last().unwrap();
    Act::Correct(Correct {
        seq: last.seq,
        old_on: last.on,
        new_on: last.on + chrono::Days::new(1),
        old: Box::new(last.act.clone()),
        new: Box::new(last.act.clone()),
        reason: note("日期写错"),
    })
}

/// What is refused although the stage allows it, because its own gate is shut in these cases.
fn gated(kind: ActKind, stage: Stage) -> Option<&'static str> {
    match (kind, stage) {
        (ActKind::AdoptRecords, Stage::Filed) => Some("missing_fact"),
        // The row of these cases lets nobody seize; a clue may still turn out to be another violation.
        (ActKind::TakeMeasure | ActKind::TakeUrgentMeasure, Stage::Filed | Stage::Investigating) => {
            Some("no_power_to_seize")
        }
        // Nothing is held.
        (kind, _) if kind.manages_a_measure() => Some("missing_fact"),
        (ActKind::ServeNotice, Stage::Concluded) => Some("missing_fact"),
        (ActKind::TakeBackWaiver, _) => Some("missing_fact"),
        (ActKind::AnswerDefence, _) => Some("missing_fact"),
        (ActKind::RequestHearing | ActKind::WaiveHearing, Stage::Notified) => Some("missing_fact"),
        (ActKind::RequestHearing | ActKind::GrantHearing, Stage::Deliberated) => Some("done_already"),
        (ActKind::ServeHearingNotice, Stage::Hearing) => Some("done_already"),
        (ActKind::Deliberate | ActKind::Decide, Stage::Heard) => Some("review_needed"),
        (ActKind::Demand | ActKind::ApplyToCourt, Stage::Served) => Some("pay_running"),
        (
            ActKind::Demand
            | ActKind::ApplyToCourt
            | ActKind::ApprovePlan
            | ActKind::SuspendEnforcement
            | ActKind::EndEnforcement,
            Stage::Executing,
        ) => Some("nothing_owed"),
        (ActKind::DecideNoPenalty, Stage::Deliberated) => Some("not_as_deliberated"),
        (ActKind::ResumeEnforcement, _) => Some("not_suspended"),
        (ActKind::AnswerRemedy | ActKind::EndRemedy, _) => Some("missing_fact"),
        // Nothing is decided that could be contested.
        (
            ActKind::RegisterRemedy,
            Stage::Investigating
            | Stage::Concluded
            | Stage::Notified
            | Stage::Hearing
            | Stage::Heard
            | Stage::Deliberated,
        ) => Some("missing_fact"),
        // No court refused anything, and the row names no revocation.
        (ActKind::ObjectToCourt | ActKind::RecordObjectionAnswer, _) => Some("missing_fact"),
        (ActKind::ProposeRevocation, _) => Some("not_in_the_row"),
        (ActKind::RecordRevocationAnswer, _) => Some("missing_fact"),
        // A hearing is on the day for which it was appointed.
        (ActKind::Correct, Stage::Heard) => Some("hearing_on_another_day"),
        (ActKind::Close, Stage::Served) => Some("unpaid"),
        (ActKind::Pay, Stage::Executing) => Some("nothing_owed"),
        // Nobody was challenged.
        (ActKind::DecideRecusal, _) => Some("missing_fact"),
        // Nothing was sealed, seized or ordered, and no penalty was decided on the spot.
        (ActKind::RegisterContest | ActKind::AnswerContest | ActKind::EndContest, _) => Some("missing_fact"),
        (ActKind::ReceiveApplication | ActKind::ForwardApplication, _) => Some("missing_fact"),
        // Everything was paid at the bank.
        (ActKind::HandOnCash, _) => Some("missing_fact"),
        // The decision is not published yet.
        (ActKind::Archive, Stage::Closed) => Some("do_first"),
        // Nothing fell.
        (ActKind::Unpublish, _) => Some("missing_fact"),
        (ActKind::Close, Stage::Criminal) => Some("missing_fact"),
        // Reported, and nothing more.
        (ActKind::DecideCrime, Stage::Criminal) => None,
        (
            ActKind::DecideCrime
            | ActKind::HandToPolice
            | ActKind::RecordPoliceReply
            | ActKind::ContestRefusal
            | ActKind::HandGoods
            | ActKind::ResumeCase,
            _,
        ) => Some("missing_fact"),
        // Nothing was sent.
        (
            ActKind::WithdrawTransfer
            | ActKind::TransferOut
            | ActKind::TransferAccepted
            | ActKind::TransferReturned,
            _,
        ) => Some("missing_fact"),
        // The act's own day lies before the first of the events, or its author is another.
        _ => None,
    }
}

fn expected(kind: ActKind, stage: Stage) -> Option<&'static str> {
    match (kind, stage) {
        (ActKind::Archive | ActKind::Publish, Stage::Archived) => return Some("done_already"),
        // Its last entry is the archivist's, who mends it himself.
        (ActKind::Correct, Stage::Archived) => return Some("no_right"),
        // The parties of a case in the archive are where they were when it was closed.
        (_, Stage::Archived) => return expected(kind, Stage::Closed),
        _ => {}
    }
    match kind {
        ActKind::Decide if stage == Stage::Concluded => Some("no_notice"),
        ActKind::RegisterClue => Some("not_in_this_state"),
        // These cases are decided by the ordinary procedure.
        ActKind::ReportOnTheSpot if kind.from().contains(&stage) => Some("missing_fact"),
        // Never by its day: only `Case::take_back` permits it.
        ActKind::TakeBack => Some("missing_fact"),
        // Before the filing there is no party to name.
        _ if !kind.from().contains(&stage) => Some("not_in_this_state"),
        _ => gated(kind, stage),
    }
}

fn author(kind: ActKind) -> crate::id::PersonId {
    match kind.power() {
        crate::role::Power::ApproveCases => ZHOU_HEAD,
        crate::role::Power::LeadCases => YI_CHIEF,
        crate::role::Power::ReviewCases => LI_REVIEWER,
        crate::role::Power::ArchiveCases => GAO_ARCHIVIST,
        _ => CHEN,
    }
}

#[rstest]
fn each_act_from_each_stage_is_allowed_or_refused_by_its_own_code(
    #[values(
        Stage::Clue,
        Stage::Filed,
        Stage::Investigating,
        Stage::Concluded,
        Stage::Notified,
        Stage::Hearing,
        Stage::Heard,
        Stage::Deliberated,
        Stage::Decided,
        Stage::Served,
        Stage::Executing,
        Stage::AtCourt,
        Stage::NotFiled,
        Stage::Transferred,
        Stage::Criminal,
        Stage::Withdrawn,
        Stage::Closed,
        Stage::Archived
    )]
    stage: Stage,
) {
    let bench = at(stage);
    assert_eq!(bench.case().stage(), stage);
    for kind in ActKind::ALL {
        let act = act(kind, &bench);
        let got = bench.judge(author(kind), bench.today, &act).err().map(|refusal| refusal.code.word());
        assert_eq!(got, expected(kind, stage), "{kind:?} from {stage:?}");
    }
}

#[rstest]
fn the_list_of_next_acts_and_the_guard_agree(
    #[values(
        Stage::Clue,
        Stage::Filed,
        Stage::Investigating,
        Stage::Concluded,
        Stage::Notified,
        Stage::Hearing,
        Stage::Heard,
        Stage::Deliberated,
        Stage::Decided,
        Stage::Served,
        Stage::Executing,
        Stage::AtCourt,
        Stage::NotFiled,
        Stage::Transferred,
        Stage::Criminal,
        Stage::Withdrawn,
        Stage::Closed,
        Stage::Archived
    )]
    stage: Stage,
) {
    let bench = at(stage);
    let case = bench.case();
    for kind in ActKind::ALL.into_iter().filter(|kind| *kind != ActKind::Correct) {
        let listed = next(&case, &bench.context(author(kind))).into_iter().find(|one| one.act == kind);
        let got = bench.judge(author(kind), bench.today, &act(kind, &bench));
        match listed {
            None => assert!(got.is_err(), "{kind:?} from {stage:?} is permitted but not listed"),
            Some(listed) => assert_eq!(listed.refusal.is_none(), got.is_ok(), "{kind:?} from {stage:?}"),
        }
    }
}

#[test]
fn without_a_case_only_a_clue_and_a_penalty_on_the_spot_are_possible() {
    let bench = Bench::new("2026-03-02");
    let needs_one = |kind: &ActKind| matches!(kind, ActKind::Close | ActKind::Correct | ActKind::TakeBack);
    for kind in ActKind::ALL.into_iter().filter(|kind| !needs_one(kind)) {
        let got = bench.judge(author(kind), bench.today, &act(kind, &bench)).err();
        let code = got.map(|refusal| refusal.code.word());
        assert_eq!(code, (!kind.begins_a_case()).then_some("no_case"), "{kind:?}");
    }
}
