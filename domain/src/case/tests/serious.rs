//! 情节严重: said with its reason, it opens what a row keeps for it, and makes everything heavier.

use super::bench::*;
use crate::case::*;
use crate::catalogue::PenaltyKind;

fn serious(fine: Option<i64>) -> Penalties {
    let mut told = penalties(fine);
    told.acts[0].serious = Some(note("一年内第三次被查处"));
    told
}

fn concluding(violation: &str, told: Penalties) -> Result<Permit, &'static str> {
    let bench = investigated(violation);
    let judged = bench.judge(CHEN, day("2026-03-05"), &conclude(Outcome::Penalise(told)));
    judged.map_err(|refusal| refusal.code.word())
}

#[test]
fn a_higher_range_is_open_only_to_what_is_called_serious() {
    assert_eq!(concluding("oil-v11@2021", penalties(Some(60_000))), Err("outside_range"));
    assert_eq!(concluding("oil-v11@2021", serious(Some(60_000))), Ok(Permit::Event));
    assert_eq!(concluding("oil-v11@2021", serious(Some(600_000))), Err("outside_range"));
}

#[test]
fn what_is_called_serious_is_not_fined_below_the_range_for_it() {
    assert_eq!(concluding("oil-v11@2021", serious(Some(30_000))), Err("outside_range"));
}

#[test]
fn a_row_that_fines_only_serious_circumstances_asks_why_they_are() {
    assert_eq!(concluding("oil-v12@2021", penalties(Some(5_000))), Err("missing_fact"));
    assert_eq!(concluding("oil-v12@2021", serious(Some(5_000))), Ok(Permit::Event));
}

#[test]
fn a_kind_kept_for_serious_circumstances_asks_why_they_are() {
    let with_revocation = |mut told: Penalties| {
        told.acts[0].kinds.push(PenaltyKind::Revocation);
        told
    };
    assert_eq!(concluding("oil-v10@2021", with_revocation(penalties(Some(3_000)))), Err("missing_fact"));
    assert_eq!(concluding("oil-v10@2021", with_revocation(serious(Some(3_000)))), Ok(Permit::Event));
}

#[test]
fn calling_it_serious_is_heavier_though_the_fine_is_the_same() {
    assert!(serious(Some(50_000)).heavier_than(&penalties(Some(50_000))));
    assert!(!penalties(Some(50_000)).heavier_than(&serious(Some(50_000))));
}

#[test]
fn what_is_called_serious_is_deliberated_and_reviewed_anew() {
    let mut bench = investigated("oil-v12@2021");
    bench
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(serious(Some(5_000)))))
        .does(LI_REVIEWER, "2026-03-09", review(Opinion::Agree))
        .does(ZHOU_HEAD, "2026-03-09", approve_notice())
        .does(CHEN, "2026-03-09", serve_notice())
        .does(CHEN, "2026-03-10", waive());
    bench.today = day("2026-03-18");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-18", &decide(serious(Some(5_000)))), "deliberation_needed");
}

/// Waived on 10 March and discussed on the same day; the term of the defence runs until the 17th.
fn discussed_after_a_waiver() -> Bench {
    let mut bench = investigated("oil-v12@2021");
    let told = || Outcome::Penalise(serious(Some(5_000)));
    bench
        .does(CHEN, "2026-03-09", conclude(told()))
        .does(ZHOU_HEAD, "2026-03-09", approve_notice())
        .does(CHEN, "2026-03-10", serve_notice())
        .does(CHEN, "2026-03-10", waive())
        .does(ZHOU_HEAD, "2026-03-10", deliberate(told()));
    bench
}

#[test]
fn a_defence_after_a_waiver_taken_back_voids_the_discussion() {
    let mut bench = discussed_after_a_waiver();
    let defence = ReceiveDefence { party: SHOP, arguments: note("不知道是第三次") };
    let answer =
        AnswerDefence { party: SHOP, accepted: false, reasons: note("前两次决定书均已签收") };
    bench.does(CHEN, "2026-03-11", Act::TakeBackWaiver(TakeBackWaiver { party: SHOP })).does(
        CHEN,
        "2026-03-12",
        Act::ReceiveDefence(defence),
    );
    assert_eq!(bench.case().stage(), Stage::Notified);
    let next = todo(&bench.case(), &bench.context(CHEN));
    assert_eq!(next.map(|one| one.act), Some(ActKind::AnswerDefence));
    bench.does(CHEN, "2026-03-13", Act::AnswerDefence(answer));
    bench.today = day("2026-03-18");
    let decision = decide(serious(Some(5_000)));
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-18", &decision), "deliberation_needed");
    bench.does(ZHOU_HEAD, "2026-03-18", deliberate(Outcome::Penalise(serious(Some(5_000)))));
    bench.does(ZHOU_HEAD, "2026-03-18", decision);
}

#[test]
fn an_old_event_without_the_word_is_of_ordinary_circumstances() {
    let old = serde_json::to_string(&penalties(Some(500))).unwrap();
    assert!(!old.contains("serious"));
    assert!(!serde_json::from_str::<Penalties>(&old).unwrap().is_serious());
}
