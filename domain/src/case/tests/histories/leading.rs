//! Ways that lead through the procedure; they speak of the shop.

use super::any::{court_answers, remedy, suspend};
use crate::case::tests::bench::*;
use crate::case::tests::held::*;
use crate::case::tests::spot::*;
use crate::case::*;

/// Decided, served and published, revoked in reconsideration, decided anew in a lawful procedure, and paid.
fn leading_through_revision(at: usize) -> Act {
    match at {
        0..8 => leading_straight(at),
        8 => publish(Publicity::Published),
        9 => remedy("2026-03-20", false),
        10 => Act::AnswerRemedy(AnswerRemedy {
            party: SHOP,
            remedy: RemedyKind::Reconsideration,
            paper: note("答复书"),
            number: None,
        }),
        11 => Act::EndRemedy(EndRemedy {
            party: SHOP,
            outcome: RemedyOutcome::Revoked,
            paper: note("撤销"),
            performance_until: None,
            against_ruling: false,
        }),
        12 => order_anew(Reviser::Government, FallGround::Procedure, None),
        13 => unpublish(),
        _ => leading_straight(at - 12),
    }
}

/// Decided and served, revoked in reconsideration, given back, and revived by a court.
fn leading_through_revival(at: usize) -> Act {
    match at {
        0..12 => leading_through_revision(at),
        12 => revoke_decision(Reviser::Government, Some(note("已退还"))),
        13 => match remedy("2026-04-20", false) {
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

/// To the police as event 4, who do not file, and back, then the penalty.
fn leading_through_the_police(at: usize) -> Act {
    match at {
        0 | 1 => leading_straight(at),
        2 => report_crime(),
        3 => decide_crime(4, true),
        4 => hand_to_police(4),
        5 | 7 => police_reply(4, PoliceReply::NotFiled),
        6 => contest(4, ContestBefore::Police),
        8 => resume_case(4),
        _ => leading_straight(at - 7),
    }
}

/// The ways that there are.
pub const WAYS: usize = 17;

/// Steps that lead far more often than chance would, each way to other ends.
pub fn leading(at: usize, way: usize) -> Act {
    match (way, at) {
        (0, _) => leading_straight(at),
        (7, _) => leading_to_goods(at),
        (8, _) => leading_to_a_revocation(at),
        (9, _) => leading_to_the_police(at),
        (10, _) => leading_with_a_measure(at),
        (11, _) => leading_through_a_defence(at),
        (12, _) => leading_past_a_hearing(at),
        (13, _) => leading_to_the_end_of_enforcement(at),
        (14, _) => leading_with_evidence(at),
        (15, _) => leading_from_a_clue(at),
        (16, _) => leading_to_another_authority(at),
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
        7 => appoint_hearing(TANG_READER, "2026-04-20"),
        8 => serve_hearing_notice(),
        9 => Act::HoldHearing(HoldHearing {
            parties: vec![SHOP],
            outcome: HearingOutcome::Withdrawn { paper: note("撤回") },
        }),
        10 => review(Opinion::Agree),
        11 => deliberate(Outcome::Penalise(penalties(fine))),
        12 => decide(penalties(fine)),
        13 => serve(),
        14 => pay(25_000),
        _ => close(),
    }
}

/// What follows a penalty on the spot: reported, an application sent on, collected, handed on.
pub fn after_the_spot(at: usize) -> Act {
    match at {
        0 => report_spot(),
        1 => receive_application(),
        2 => forward_application(),
        3 => pay_on_the_spot(150),
        4 => hand_on_cash(CashTo::Bureau),
        5 => hand_on_cash(CashTo::Bank),
        _ => close(),
    }
}

/// Goods are confiscated and handed in.
fn leading_to_goods(at: usize) -> Act {
    match at {
        0 => file(SEIZABLE),
        2 => conclude(Outcome::Penalise(confiscating())),
        6 => decide(confiscating()),
        8 => {
            Act::Perform(Perform {
                party: SHOP, performed: Performed::GoodsHandedIn, course: note("已入库")
            })
        }
        _ => leading_straight(at),
    }
}

/// To the police as event 4, who file and take the goods.
fn leading_to_the_police(at: usize) -> Act {
    match at {
        5 => police_reply(4, PoliceReply::Filed),
        6 => hand_goods(4),
        7.. => close(),
        _ => leading_through_the_police(at),
    }
}

/// Things seized in urgency, tested, and contested in vain, before the investigation goes on.
fn leading_with_a_measure(at: usize) -> Act {
    match at {
        0 => file(SEIZABLE),
        1 => seize_at("15:20"),
        2 => report(1, "16:00"),
        3 => confirm(1, true),
        4 => extend(1),
        5 => commission(1, "2026-12-31"),
        6 => test_result(1),
        7 => contest_measure(1, "2026-03-10"),
        8 => answer_contest(1),
        9 => end_contest(1, RemedyOutcome::Upheld),
        10 => lift(1, LiftGround::NoLongerNeeded),
        _ => leading_straight(at - 10),
    }
}

/// The party says something after all, it is looked into again, and the investigation goes on.
fn leading_through_a_defence(at: usize) -> Act {
    match at {
        6 => Act::TakeBackWaiver(TakeBackWaiver { party: SHOP }),
        7 => Act::ReceiveDefence(ReceiveDefence { party: SHOP, arguments: note("请求从轻") }),
        8 => Act::AnswerDefence(AnswerDefence { party: SHOP, accepted: false, reasons: note("不成立") }),
        9 => Act::Supplement(Supplement { parties: vec![SHOP], reason: note("补充核实") }),
        10.. => leading_straight(at - 8),
        _ => leading_straight(at),
    }
}

/// The party gives its hearing up.
fn leading_past_a_hearing(at: usize) -> Act {
    match at {
        6 => waive_hearing(),
        7.. => leading_through_hearing(at + 3),
        _ => leading_through_hearing(at),
    }
}

/// Enforcement stands still, goes on, and ends.
fn leading_to_the_end_of_enforcement(at: usize) -> Act {
    let (ground, reason) = (SuspensionGround::OrganisationEnded, note("已注销"));
    match at {
        8 => plan(),
        9 => suspend(),
        10 => Act::ResumeEnforcement(ResumeEnforcement { party: SHOP, reason: note("已有财产") }),
        11 => Act::EndEnforcement(EndEnforcement { party: SHOP, ground, reason, number: None }),
        12.. => close(),
        _ => leading_straight(at),
    }
}

/// Evidence is registered and given back.
fn leading_with_evidence(at: usize) -> Act {
    match at {
        0 => leading_straight(0),
        1 => register_evidence(),
        2 => handle(1, EvidenceOutcome::Lifted),
        _ => leading_straight(at - 2),
    }
}

/// What was recorded while the clue was verified is adopted.
fn leading_from_a_clue(at: usize) -> Act {
    match at {
        0 => extend_verification(),
        1 => record_of(RecordKind::Inspection),
        2 => file("oil-v01@2021"),
        3 => Act::AdoptRecords(AdoptRecords { records: vec![2] }),
        _ => leading_straight(at - 2),
    }
}

/// To an authority that answers on paper.
fn leading_to_another_authority(at: usize) -> Act {
    match at {
        0 | 1 => leading_straight(at),
        2 => send(county()),
        3 => call_back(4),
        4 => send(outside()),
        5 => receipt(4),
        _ => close(),
    }
}

/// A licence that its issuer is asked to revoke.
fn leading_to_a_revocation(at: usize) -> Act {
    match at {
        0 => file("oil-v10@2021"),
        8 => propose_revocation(),
        9 => revocation_answer(RevocationAnswer::Revoked),
        _ => leading_straight(if at < 8 { at } else { at - 2 }),
    }
}

pub fn pay_on_the_spot(yuan: i64) -> Act {
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
        9 => close(),
        10 => publish(Publicity::NotPublic),
        _ => archive(),
    }
}
