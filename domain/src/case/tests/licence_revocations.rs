//! A licence that others revoke: the proposal and its answer (row 15a).

use super::bench::*;
use crate::Lang;
use crate::case::*;
use crate::catalogue::{Authority, Capacity, Level, PowerGrant};

/// A warning, decided on 18 March under a row whose revocation the province's issuer decides.
pub fn decided_under_issuer() -> Bench {
    let mut bench = investigated("oil-v10@2021");
    bench
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(penalties(None))))
        .does(ZHOU_HEAD, "2026-03-10", approve_notice())
        .does(CHEN, "2026-03-10", serve_notice())
        .does(ZHOU_HEAD, "2026-03-18", decide(penalties(None)));
    bench
}

fn offers(bench: &Bench, kind: ActKind) -> bool {
    next(&bench.case(), &bench.context(CHEN)).iter().any(|one| one.act == kind)
}

#[test]
fn a_revocation_that_others_decide_is_proposed_after_the_decision_and_answered() {
    let mut bench = decided_under_issuer();
    assert!(offers(&bench, ActKind::ProposeRevocation) && !offers(&bench, ActKind::RecordRevocationAnswer));
    assert_eq!(bench.refused(CHEN, "2026-03-17", &propose_revocation()), "before_its_cause");
    let no = revocation_answer(RevocationAnswer::NotRevoked);
    assert_eq!(bench.refused(CHEN, "2026-03-18", &no), "missing_fact");
    bench.does(CHEN, "2026-03-19", propose_revocation());
    assert_eq!(bench.refused(CHEN, "2026-03-19", &propose_revocation()), "done_already");
    assert_eq!(bench.refused(CHEN, "2026-03-18", &no), "before_its_cause");
    assert_eq!(bench.case().stage(), Stage::Decided, "the case goes its own way meanwhile");
    bench.does(CHEN, "2026-03-19", serve()).does(CHEN, "2026-04-20", no);
    // Not revoked: on new grounds it may be asked again.
    bench.does(CHEN, "2026-04-21", propose_revocation());
    bench.does(CHEN, "2026-05-06", revocation_answer(RevocationAnswer::Revoked));
    assert_eq!(bench.refused(CHEN, "2026-05-06", &propose_revocation()), "done_already");
    let track = bench.case().track(SHOP).unwrap().clone();
    let answers: Vec<_> = track.revocations.iter().map(|one| one.answer).collect();
    let expected = [RevocationAnswer::NotRevoked, RevocationAnswer::Revoked];
    assert_eq!(answers, [Some((day("2026-04-20"), expected[0])), Some((day("2026-05-06"), expected[1]))]);
}

#[test]
fn the_answer_comes_also_after_the_close_and_hinders_none() {
    let mut bench = decided_under_issuer();
    bench.does(CHEN, "2026-03-19", propose_revocation()).does(CHEN, "2026-03-19", serve());
    bench.does(ZHOU_HEAD, "2026-03-20", close());
    assert_eq!(bench.case().stage(), Stage::Closed);
    assert!(!offers(&bench, ActKind::ProposeRevocation));
    bench.does(CHEN, "2026-04-20", revocation_answer(RevocationAnswer::Revoked));
}

#[test]
fn nothing_is_proposed_where_the_row_names_no_revocation_or_this_bureau_decides_it() {
    let bench = decided(None);
    assert_eq!(bench.refused(CHEN, "2026-03-18", &propose_revocation()), "not_in_the_row");
    assert!(!offers(&bench, ActKind::ProposeRevocation));
    let mut bench = decided_under_issuer();
    bench.grants.push(PowerGrant {
        capacity: Capacity::Issuer,
        level: Level::Province,
        ..bench.grants[0].clone()
    });
    let refusal = bench.judge(CHEN, bench.today, &propose_revocation()).unwrap_err();
    assert_eq!(refusal.code.word(), "ours_to_revoke");
    assert!(refusal.sentence(Lang::Zh).to_string().contains("本局吊销"));
    assert!(!offers(&bench, ActKind::ProposeRevocation));
}

#[test]
fn whom_to_ask_is_known_from_the_row() {
    let bench = decided_under_issuer();
    let case = bench.case();
    let who = case.track(SHOP).unwrap().revokers(bench.today, &bench.context(CHEN));
    assert_eq!(who, [Authority { capacity: Capacity::Issuer, level: Level::Province }]);
}

#[test]
fn no_penalty_no_proposal() {
    let mut bench = investigated("oil-v10@2021");
    bench
        .does(CHEN, "2026-03-09", conclude(Outcome::NoPenalty { ground: NoPenaltyGround::NoFaultProved }))
        .does(ZHOU_HEAD, "2026-03-10", no_penalty(NoPenaltyGround::NoFaultProved));
    assert_eq!(bench.refused(CHEN, "2026-03-10", &propose_revocation()), "missing_fact");
    assert!(!offers(&bench, ActKind::ProposeRevocation));
}

#[test]
fn the_letter_is_corrected_until_it_is_answered_and_hinders_no_other_correction() {
    let mut bench = decided_under_issuer();
    bench.does(CHEN, "2026-03-19", serve()).does(CHEN, "2026-03-20", propose_revocation());
    // The service of 19 March stands by itself, the decision of the 18th does not.
    assert_eq!(rests_on(&bench.events, 8), None);
    assert!(rests_on(&bench.events, 7).is_some());
    let Act::ProposeRevocation(facts) = propose_revocation() else { unreachable!() };
    let new = ProposeRevocation { letter: Some(name("道商函〔2026〕10号")), ..facts };
    let correction = Act::Correct(Correct {
        seq: 9,
        old_on: day("2026-03-20"),
        new_on: day("2026-03-20"),
        old: Box::new(propose_revocation()),
        new: Box::new(Act::ProposeRevocation(new)),
        reason: note("文号写错"),
    });
    assert_eq!(bench.judge(CHEN, bench.today, &correction), Ok(Permit::Event));
    bench.does(CHEN, "2026-04-20", revocation_answer(RevocationAnswer::Revoked));
    assert_eq!(bench.refused(CHEN, "2026-04-20", &correction), "rests_on");
    assert_eq!(
        bench.events[8].act.summary(Lang::Zh),
        "湖南省商务厅，成品油零售经营批准证书 431100012，道商函〔2026〕9号，情节严重，建议吊销"
    );
}
