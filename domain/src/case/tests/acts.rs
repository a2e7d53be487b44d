//! Acts as an officer would enter them, and cases worked up to a stage.

use uuid::Uuid;

use super::bench::*;
use crate::case::*;
use crate::catalogue::{Capacity, PartyKind, PartyRole};
use crate::id::{BureauId, PartyId, PersonId, UnlawfulActId};
use crate::value::Money;

pub fn officers() -> Officers {
    Officers { lead: CHEN, second: PAN }
}

pub fn unlawful(violation: &str) -> UnlawfulAct {
    UnlawfulAct {
        id: UnlawfulActId(Uuid::from_u128(500)),
        violation: violation.to_owned(),
        on: day("2026-01-20"),
        place: note("道县濂溪街道"),
        area: Some(DAOXIAN),
        role: PartyRole::Offender,
        designated_by: None,
        harm_done: false,
        coincides: None,
    }
}

pub fn party(id: PartyId, violation: &str) -> Party {
    Party {
        id,
        kind: PartyKind::Organisation,
        name: name("道县××加油站有限公司"),
        establishment: None,
        credit_code: None,
        representative: None,
        address: None,
        acts: vec![unlawful(violation)],
    }
}

/// An address that nobody knew.
pub fn complete_party() -> Act {
    let after = Particulars { address: Some(note("道州北路66号")), ..Particulars::default() };
    Act::CompleteParty(Box::new(CompleteParty { party: SHOP, before: Particulars::default(), after }))
}

pub fn clue() -> Act {
    Act::RegisterClue(RegisterClue {
        source: ClueSource::Inspection,
        suspicion: note("未建立购销台账"),
        place: note("道县濂溪街道"),
        number: None,
        parties: vec![],
        earlier_warning: None,
        transferred: None,
    })
}

pub fn file(violation: &str) -> Act {
    Act::File(File { parties: vec![party(SHOP, violation)], officers: officers() })
}

pub fn record_of(kind: RecordKind) -> Act {
    Act::Record(Record {
        kind,
        party: None,
        officers: officers(),
        place: note("加油站办公室"),
        from: chrono::NaiveTime::from_hms_opt(9, 0, 0).unwrap(),
        to: chrono::NaiveTime::from_hms_opt(10, 30, 0).unwrap(),
        certificates_shown: true,
        rights_told: true,
        signature: Signature::Signed,
        course: note("未见台账"),
    })
}

pub fn penalties(fine: Option<i64>) -> Penalties {
    Penalties {
        acts: vec![ActPenalty {
            act: UnlawfulActId(Uuid::from_u128(500)),
            kinds: vec![crate::catalogue::PenaltyKind::Warning],
            fine: fine.map(|yuan| Fine { amount: Money::yuan(yuan), base: None }),
            gains: Gains::None,
            goods: None,
            mitigation: None,
            serious: None,
            rule: None,
        }],
        putting_right: PuttingRight::Order { by: day("2026-12-31") },
    }
}

/// Each of the acts that are penalised is proved by the same records.
pub fn proofs(outcome: &Outcome, records: &[u32]) -> Vec<Proof> {
    let Outcome::Penalise(penalties) = outcome else { return Vec::new() };
    penalties.acts.iter().map(|one| Proof { act: one.act, records: records.to_vec() }).collect()
}

pub fn conclude(outcome: Outcome) -> Act {
    Act::Conclude(Conclude {
        facts: note("未建立台账，有笔录为证"),
        evidence: vec![3],
        new_evidence: Vec::new(),
        proposals: vec![PartyProposal {
            party: SHOP,
            proofs: proofs(&outcome, &[3]),
            outcome,
            discretion: note("初次，配合调查"),
        }],
    })
}

/// Left at the place: of any kind of party.
pub fn left() -> Service {
    Service {
        officers: officers(), method: Method::Left { witness: note("居委会周某见证，全程录像") }
    }
}

pub fn direct() -> Service {
    Service {
        officers: officers(),
        method: Method::Direct { receiver: Receiver::LegalRepresentative, signed_by: name("何某") },
    }
}

pub fn approve_notice() -> Act {
    Act::ApproveNotice(ApproveNotice { party: SHOP, hearing: HearingRight::None, number: None })
}

pub fn serve_notice() -> Act {
    Act::ServeNotice(ServeNotice { party: SHOP, service: direct() })
}

pub fn waive() -> Act {
    Act::WaiveDefence(WaiveDefence { party: SHOP, paper: note("放弃声明，何某签名") })
}

pub fn decide(penalties: Penalties) -> Act {
    Act::Decide(Decide {
        party: SHOP,
        penalties,
        reasons: note("事实清楚"),
        held: None,
        changed: None,
        number: None,
    })
}

pub fn no_penalty(ground: NoPenaltyGround) -> Act {
    Act::DecideNoPenalty(DecideNoPenalty {
        party: SHOP,
        ground,
        reasons: note("已改正"),
        earlier_searched: false,
        changed: None,
        order_by: None,
        number: None,
    })
}

pub fn serve() -> Act {
    Act::Serve(Serve { party: SHOP, service: direct() })
}

pub fn pay(yuan: i64) -> Act {
    Act::Pay(Pay {
        party: SHOP,
        amount: Money::yuan(yuan),
        paid: Paid::AtBank { voucher: name("建行2026-1") },
    })
}

pub fn close() -> Act {
    Act::Close(Close { party: Some(SHOP), summary: note("已履行") })
}

pub fn archive() -> Act {
    archive_as(|_| {})
}

pub fn archive_as(change: impl FnOnce(&mut Archive)) -> Act {
    let mut facts = Archive {
        archive_number: name("DX-2026-CF-0018"),
        main_pages: 46,
        internal_pages: 12,
        keeping: Keeping::ForGood,
        complete: true,
        remark: None,
    };
    change(&mut facts);
    Act::Archive(facts)
}

pub fn withdraw() -> Act {
    let ground = WithdrawalGround::FiledInError;
    Act::Withdraw(Withdraw { parties: vec![SHOP], ground, reason: note("立案有误") })
}

pub fn county() -> TransferReceiver {
    TransferReceiver::Bureau { bureau: BureauId(2), name: name("宁远县商务局") }
}

pub fn outside() -> TransferReceiver {
    TransferReceiver::Authority {
        name: name("道县市场监督管理局"), capacity: Capacity::MarketRegulation
    }
}

pub fn send(receiver: TransferReceiver) -> Act {
    send_of(vec![SHOP], receiver)
}

pub fn send_of(parties: Vec<PartyId>, receiver: TransferReceiver) -> Act {
    let (reason, list) = (note("违法行为发生地在对方辖区"), note("检查笔录一份，照片四张"));
    Act::ProposeTransfer(ProposeTransfer {
        parties,
        receiver,
        reason,
        list,
        letter: Some(name("道商函〔2026〕3号")),
        takes_over: false,
    })
}

pub fn call_back(proposal: u32) -> Act {
    Act::WithdrawTransfer(WithdrawTransfer {
        proposal, parties: vec![SHOP], reason: note("查明仍归本局")
    })
}

pub fn receipt(proposal: u32) -> Act {
    Act::TransferOut(TransferOut {
        proposal, parties: vec![SHOP], receipt: note("李某签收，回执1号")
    })
}

pub fn accepted(proposal: u32) -> Act {
    let (answered_by, number) = (name("蒋××"), name("宁商案〔2026〕7号"));
    Act::TransferAccepted(TransferAccepted { proposal, parties: vec![SHOP], answered_by, number })
}

pub fn returned(proposal: u32) -> Act {
    let (answered_by, reason) = (name("蒋××"), note("违法行为发生地不在本县"));
    Act::TransferReturned(TransferReturned { proposal, parties: vec![SHOP], answered_by, reason })
}

pub fn report_crime() -> Act {
    report_crime_of(vec![SHOP])
}

pub fn report_crime_of(parties: Vec<PartyId>) -> Act {
    let (crime, report) = (name("非法经营罪"), note("销售金额二十万元，有账册和银行流水"));
    Act::ReportCrime(ReportCrime { parties, officers: officers(), crime, report })
}

pub fn decide_crime(transfer: u32, approved: bool) -> Act {
    let reason = note("达到追诉标准");
    Act::DecideCrime(DecideCrime { transfer, parties: vec![SHOP], approved, reason })
}

pub fn hand_to_police(transfer: u32) -> Act {
    Act::HandToPolice(HandToPolice {
        transfer,
        parties: vec![SHOP],
        organ: name("道县公安局"),
        time: chrono::NaiveTime::from_hms_opt(15, 0, 0).unwrap(),
        letter: Some(name("道商移〔2026〕1号")),
        list: note("移送书、调查报告、账册三本"),
        goods: false,
        party_told: true,
    })
}

pub fn police_reply(transfer: u32, reply: PoliceReply) -> Act {
    Act::RecordPoliceReply(RecordPoliceReply {
        transfer,
        parties: vec![SHOP],
        reply,
        paper: note("道公经通字〔2026〕8号"),
        goods_back: Vec::new(),
    })
}

pub fn receive_application() -> Act {
    Act::ReceiveApplication(ReceiveApplication {
        party: SHOP, request: note("请求撤销罚款，何某递交")
    })
}

pub fn forward_application() -> Act {
    Act::ForwardApplication(ForwardApplication {
        party: SHOP, paper: note("转送道县人民政府，收文回执在卷")
    })
}

fn contest_of(object: Contested, applied_on: &str) -> Act {
    Act::RegisterContest(RegisterContest {
        object,
        remedy: RemedyKind::Reconsideration,
        organ: name("道县人民政府"),
        applied_on: day(applied_on),
        accepted_on: None,
        simplified: false,
        stopped: false,
    })
}

pub fn contest_measure(number: u32, applied_on: &str) -> Act {
    contest_of(Contested::Measure { number }, applied_on)
}

pub fn contest_order(record: u32, applied_on: &str) -> Act {
    contest_of(Contested::Order { record }, applied_on)
}

pub fn answer_contest(contest: u32) -> Act {
    let (remedy, paper) = (RemedyKind::Reconsideration, note("查封依据和现场笔录"));
    Act::AnswerContest(AnswerContest { contest, remedy, paper, number: None })
}

pub fn end_contest(contest: u32, outcome: RemedyOutcome) -> Act {
    Act::EndContest(EndContest { contest, outcome, paper: note("道政复决〔2026〕3号") })
}

pub fn extend_verification() -> Act {
    Act::ExtendVerification(ExtendVerification { reason: note("举报人在外地，尚未取得笔录") })
}

pub fn publish(publicity: Publicity) -> Act {
    Act::Publish(Publish {
        party: SHOP, publicity, course: note("县政府网站行政处罚公示栏"), open: None
    })
}

pub fn hand_on_cash(to: CashTo) -> Act {
    Act::HandOnCash(HandOnCash { party: SHOP, to, paper: name("收据0021号") })
}

pub fn contest(transfer: u32, before: ContestBefore) -> Act {
    let paper = note("认为达到追诉标准");
    Act::ContestRefusal(ContestRefusal { transfer, parties: vec![SHOP], before, paper })
}

pub fn hand_goods(transfer: u32) -> Act {
    Act::HandGoods(HandGoods { transfer, parties: vec![SHOP], list: note("柴油两桶，清单一份") })
}

pub fn resume_case(transfer: u32) -> Act {
    Act::ResumeCase(ResumeCase {
        transfer,
        parties: vec![SHOP],
        reason: note("公安机关不予立案"),
        goods_back: Vec::new(),
    })
}

/// The copy of a remedy came, and later its ruling.
pub fn ruled(bench: &mut Bench, remedy: RemedyKind, on: &str, ruled_on: &str, outcome: RemedyOutcome) {
    let register = match register_remedy(bench) {
        Act::RegisterRemedy(facts) => {
            Act::RegisterRemedy(RegisterRemedy { remedy, applied_on: day(on), ..facts })
        }
        other => other,
    };
    let (paper, performance_until) = (note("道政复决字〔2026〕3号"), None);
    let end =
        Act::EndRemedy(EndRemedy { party: SHOP, outcome, paper, performance_until, against_ruling: false });
    bench.does(CHEN, on, register).does(CHEN, ruled_on, end);
}

pub fn order_anew(reviser: Reviser, ground: FallGround, within_days: Option<u16>) -> Act {
    let (paper, refund) = (note("撤销并责令重新作出"), Some(note("已退还")));
    Act::OrderAnew(OrderAnew { party: SHOP, reviser, ground, within_days, paper, refund })
}

pub fn change_decision(reviser: Reviser, fine: Option<i64>, refund: Option<Note>) -> Act {
    Act::ChangeDecision(Box::new(ChangeDecision {
        party: SHOP,
        reviser,
        penalties: penalties(fine),
        service: direct(),
        paper: note("变更原决定的罚款数额"),
        refund,
        number: None,
    }))
}

pub fn revoke_decision(reviser: Reviser, refund: Option<Note>) -> Act {
    let (ground, paper) = (FallGround::Facts, note("撤销原决定"));
    Act::RevokeDecision(RevokeDecision { party: SHOP, reviser, ground, paper, refund })
}

pub fn unpublish() -> Act {
    Act::Unpublish(Unpublish { party: SHOP, course: note("已从公示栏目撤回并说明理由") })
}

/// Due at the year's end, whatever the day on which it goes out.
pub fn inquire(what: Inquiry) -> Act {
    Act::Inquire(Inquire {
        what,
        to: name("何某某"),
        officers: officers(),
        matter: note("2026年1月至2月的进货台账"),
        due: day("2026-12-31"),
        time: chrono::NaiveTime::from_hms_opt(9, 30, 0),
        place: Some(note("道县商务局302室")),
        number: None,
    })
}

pub fn ask_recusal(person: PersonId) -> Act {
    let (source, reason) = (RecusalSource::Party, note("与当事人有亲属关系"));
    Act::AskRecusal(AskRecusal { person, name: name("盘××"), source, reason })
}

pub fn decide_recusal(request: u32, granted: bool) -> Act {
    Act::DecideRecusal(DecideRecusal { request, granted, reason: note("情况属实") })
}

pub fn review(opinion: Opinion) -> Act {
    Act::Review(Review { parties: vec![SHOP], opinion, reasons: note("程序合法") })
}

/// A filed and investigated case under a row; the clue was received on 2 March 2026.
pub fn investigated(violation: &str) -> Bench {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue()).does(ZHOU_HEAD, "2026-03-04", file(violation)).does(
        CHEN,
        "2026-03-05",
        record_of(RecordKind::Inspection),
    );
    bench
}

/// Concluded with a warning and, if given, a fine in yuan.
pub fn concluded(fine: Option<i64>) -> Bench {
    let mut bench = investigated("oil-v01@2021");
    bench.does(CHEN, "2026-03-09", conclude(Outcome::Penalise(penalties(fine))));
    bench
}

/// The notice was served on Tuesday 10 March 2026: the defence term ends on 17 March.
pub fn notified(fine: Option<i64>) -> Bench {
    let mut bench = concluded(fine);
    bench.does(ZHOU_HEAD, "2026-03-10", approve_notice()).does(CHEN, "2026-03-10", serve_notice());
    bench
}

pub fn decided(fine: Option<i64>) -> Bench {
    let mut bench = notified(fine);
    bench.does(ZHOU_HEAD, "2026-03-18", decide(penalties(fine)));
    bench
}

pub fn served(fine: Option<i64>) -> Bench {
    let mut bench = decided(fine);
    bench.does(CHEN, "2026-03-19", serve());
    bench
}

/// A notice that tells the party of a hearing, as the law gives one from 20,000 yuan on.
pub fn approve_notice_with_hearing() -> Act {
    Act::ApproveNotice(ApproveNotice { party: SHOP, hearing: HearingRight::ByLaw, number: None })
}

pub fn waive_hearing() -> Act {
    Act::WaiveHearing(WaiveHearing { party: SHOP, paper: note("放弃听证声明，何某签名") })
}

pub fn request_hearing() -> Act {
    Act::RequestHearing(RequestHearing {
        party: SHOP, request: note("书面要求听证，对数量有异议")
    })
}

pub fn appoint_hearing(host: PersonId, hearing_day: &str) -> Act {
    Act::AppointHearing(AppointHearing {
        parties: vec![SHOP],
        host,
        day: day(hearing_day),
        time: chrono::NaiveTime::from_hms_opt(9, 30, 0).unwrap(),
        place: name("道县商务局会议室"),
        closed_reason: None,
        postponed: None,
        number: None,
    })
}

pub fn serve_hearing_notice() -> Act {
    Act::ServeHearingNotice(ServeHearingNotice { party: SHOP, service: direct() })
}

pub fn hold_hearing() -> Act {
    let outcome = HearingOutcome::Held {
        record: note("双方陈述、质证"), report: note("事实清楚，建议维持")
    };
    Act::HoldHearing(HoldHearing { parties: vec![SHOP], outcome })
}

pub fn deliberate(outcome: Outcome) -> Act {
    let voice = |who: &str| Voice { name: name(who), opinion: note("同意") };
    Act::Deliberate(Deliberate {
        party: SHOP,
        voices: vec![voice("周××"), voice("欧阳××"), voice("义××")],
        outcome,
        conclusion: note("一致同意拟处罚意见"),
    })
}

/// Told of a hearing on Tuesday 10 March 2026; it may be asked for until 17 March.
pub fn told_of_a_hearing() -> Bench {
    let mut bench = concluded(Some(25_000));
    bench.does(ZHOU_HEAD, "2026-03-10", approve_notice_with_hearing()).does(
        CHEN,
        "2026-03-10",
        serve_notice(),
    );
    bench
}

/// The hearing was asked for on 12 March and appointed for 26 March; the notice of it is not served.
pub fn hearing_appointed() -> Bench {
    let mut bench = told_of_a_hearing();
    bench.does(CHEN, "2026-03-12", request_hearing()).does(
        ZHOU_HEAD,
        "2026-03-13",
        appoint_hearing(TANG_READER, "2026-03-26"),
    );
    bench
}

/// Heard on 26 March 2026.
pub fn heard() -> Bench {
    let mut bench = hearing_appointed();
    bench.does(CHEN, "2026-03-13", serve_hearing_notice()).does(CHEN, "2026-03-26", hold_hearing());
    bench
}

/// Reviewed after the hearing and discussed on 30 March 2026.
pub fn deliberated() -> Bench {
    let mut bench = heard();
    bench.does(LI_REVIEWER, "2026-03-27", review(Opinion::Agree)).does(
        ZHOU_HEAD,
        "2026-03-30",
        deliberate(Outcome::Penalise(penalties(Some(25_000)))),
    );
    bench
}

pub fn plan() -> Act {
    let instalments = vec![Instalment { by: day("2026-12-31"), amount: Money::yuan(3000) }];
    Act::ApprovePlan(ApprovePlan {
        party: SHOP,
        hardship: note("经营困难"),
        instalments,
        remission: None,
        number: None,
    })
}

pub fn demand() -> Act {
    Act::Demand(Demand { party: SHOP, service: direct(), direct_tried: None, number: None })
}

pub fn apply_to_court() -> Act {
    Act::ApplyToCourt(ApplyToCourt {
        party: SHOP, request: note("道县人民法院，强制缴纳罚款"), number: None
    })
}

/// A reconsideration that the party applied for today.
pub fn register_remedy(bench: &Bench) -> Act {
    Act::RegisterRemedy(RegisterRemedy {
        party: SHOP,
        remedy: RemedyKind::Reconsideration,
        organ: name("道县人民政府"),
        applied_on: bench.today,
        simplified: false,
        stops_enforcement: false,
        against_ruling: false,
    })
}

pub fn object() -> Act {
    let (court, grounds) = (name("永州市中级人民法院"), note("催告已经依法送达"));
    Act::ObjectToCourt(ObjectToCourt { party: SHOP, court, grounds })
}

pub fn objection_answer(answer: ObjectionAnswer) -> Act {
    let paper = note("永中法复〔2026〕1号");
    Act::RecordObjectionAnswer(RecordObjectionAnswer { party: SHOP, answer, paper })
}

pub fn propose_revocation() -> Act {
    Act::ProposeRevocation(ProposeRevocation {
        party: SHOP,
        to: name("湖南省商务厅"),
        licence: name("成品油零售经营批准证书 431100012"),
        reason: note("情节严重，建议吊销"),
        letter: Some(name("道商函〔2026〕9号")),
    })
}

pub fn revocation_answer(answer: RevocationAnswer) -> Act {
    let paper = note("湘商函〔2026〕21号");
    Act::RecordRevocationAnswer(RecordRevocationAnswer { party: SHOP, answer, paper })
}
