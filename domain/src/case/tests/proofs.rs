//! Each act is proved by a record: 行政处罚法 art. 40, 46, 57.

use super::bench::*;
use crate::case::*;
use crate::id::UnlawfulActId;
use crate::refusal::{Fact, RefusalCode};
use uuid::Uuid;

const FIRST: UnlawfulActId = UnlawfulActId(Uuid::from_u128(500));
const SECOND: UnlawfulActId = UnlawfulActId(Uuid::from_u128(501));

/// Two acts on two days; inspected as entry 4, the interview as entry 5.
fn two_acts() -> Bench {
    let mut bench = Bench::new("2026-03-02");
    let act = UnlawfulAct { id: SECOND, on: day("2026-01-21"), ..unlawful("oil-v01@2021") };
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-04", file("oil-v01@2021"))
        .does(ZHOU_HEAD, "2026-03-04", Act::AddUnlawfulAct(AddUnlawfulAct { party: SHOP, act }))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-03-05", record_of(RecordKind::Interview));
    bench
}

fn both_fined() -> Penalties {
    let mut both = penalties(Some(1000));
    both.acts.push(ActPenalty { act: SECOND, ..both.acts[0].clone() });
    both
}

fn report(proofs: &[(UnlawfulActId, &[u32])]) -> Act {
    let proof = |(act, records): &(UnlawfulActId, &[u32])| Proof { act: *act, records: records.to_vec() };
    let proposal = PartyProposal {
        party: SHOP,
        outcome: Outcome::Penalise(both_fined()),
        discretion: note("初次，配合调查"),
        proofs: proofs.iter().map(proof).collect(),
    };
    Act::Conclude(Conclude {
        facts: note("两次未建立台账"),
        evidence: vec![4, 5],
        new_evidence: Vec::new(),
        proposals: vec![proposal],
    })
}

fn lacks_proof(bench: &Bench, act: &Act) -> bool {
    let refused = bench.judge(CHEN, bench.today, act).err().map(|refusal| refusal.code);
    let lacking = RefusalCode::MissingFact { fact: Fact::EvidencePerAct };
    assert!(refused.is_none() || refused == Some(lacking), "{refused:?}");
    refused.is_some()
}

#[test]
fn each_act_that_is_penalised_names_a_record_that_the_report_relies_on() {
    let mut bench = two_acts();
    assert!(lacks_proof(&bench, &report(&[])));
    assert!(lacks_proof(&bench, &report(&[(FIRST, &[4, 5])])), "the second by none");
    assert!(lacks_proof(&bench, &report(&[(FIRST, &[4]), (SECOND, &[])])));
    assert!(lacks_proof(&bench, &report(&[(FIRST, &[4]), (SECOND, &[3])])), "no record at all");
    assert!(lacks_proof(&bench, &report(&[(FIRST, &[4]), (SECOND, &[9])])), "one that is not made yet");
    let strange = UnlawfulActId(Uuid::from_u128(777));
    assert!(lacks_proof(&bench, &report(&[(FIRST, &[4]), (SECOND, &[5]), (strange, &[5])])));
    bench.does(CHEN, "2026-03-06", report(&[(FIRST, &[4]), (SECOND, &[4, 5])]));
    let case = bench.case();
    let proposal = case.track(SHOP).unwrap().progress.proposal().unwrap();
    assert_eq!(proposal.proof_of(SECOND).collect::<Vec<_>>(), [4, 5]);
}

#[test]
fn a_record_that_was_taken_back_proves_nothing() {
    let mut bench = two_acts();
    bench.does(CHEN, "2026-03-05", record_of(RecordKind::Documents));
    let six = Act::TakeBack(TakeBack { seq: 6, act: ActKind::Record });
    let event =
        Event { seq: 7, act: six, on: bench.today, at: crate::Instant(0), by: CHEN, entry: Entry::default() };
    bench.events.push(event);
    let with = |act: Act| match act {
        Act::Conclude(facts) => Act::Conclude(Conclude { evidence: vec![4, 5, 6], ..facts }),
        other => other,
    };
    assert_eq!(
        bench.refused(CHEN, "2026-03-05", &with(report(&[(FIRST, &[6]), (SECOND, &[5])]))),
        "missing_fact"
    );
    assert!(lacks_proof(&bench, &report(&[(FIRST, &[6]), (SECOND, &[5])])));
    assert!(!lacks_proof(&bench, &report(&[(FIRST, &[4]), (SECOND, &[5])])));
}

#[test]
fn what_becomes_a_penalty_later_is_proved_as_well() {
    let mut bench = two_acts();
    let none = conclude(Outcome::NoPenalty { ground: NoPenaltyGround::FactsNotEstablished });
    let none = match none {
        Act::Conclude(facts) => Act::Conclude(Conclude { evidence: vec![4], ..facts }),
        other => other,
    };
    bench.does(CHEN, "2026-03-06", none);
    let (outcome, reason) = (Outcome::Penalise(both_fined()), note("审核意见：事实成立"));
    let changed = Act::ChangeProposal(ChangeProposal { party: SHOP, outcome, reason });
    let refused = bench.judge(ZHOU_HEAD, bench.today, &changed).unwrap_err();
    assert_eq!(refused.code, RefusalCode::MissingFact { fact: Fact::EvidencePerAct });
}

#[test]
fn a_report_stored_before_proofs_were_asked_for_is_read_and_goes_on() {
    let mut bench = two_acts();
    let Act::Conclude(mut old) = report(&[]) else { unreachable!("a report") };
    let text = serde_json::to_string(&old).unwrap();
    assert!(!text.contains("proofs"));
    assert_eq!(serde_json::from_str::<Conclude>(&text).unwrap(), old);
    old.proposals[0].proofs.clear();
    let act = Act::Conclude(old);
    bench.events.push(Event {
        seq: 6,
        act,
        on: day("2026-03-06"),
        at: crate::Instant(0),
        by: CHEN,
        entry: Entry::default(),
    });
    let less = ChangeProposal {
        party: SHOP,
        outcome: Outcome::Penalise(Penalties { acts: both_fined().acts, ..penalties(None) }),
        reason: note("审核后调整"),
    };
    bench.does(ZHOU_HEAD, "2026-03-06", Act::ChangeProposal(less)).does(
        ZHOU_HEAD,
        "2026-03-09",
        approve_notice(),
    );
}
