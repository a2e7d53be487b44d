//! 从旧兼从轻: which rule is applied when the law has changed since the act (art. 37). The act is of 20 January 2026, the
//! new rules are in force from 1 March.

use super::bench::*;
use crate::case::*;

fn by(rule: Option<&str>, fine: i64) -> Act {
    let mut told = penalties(Some(fine));
    told.acts[0].rule = rule.map(str::to_owned);
    conclude(Outcome::Penalise(told))
}

fn judged(violation: &str, act: &Act) -> Result<Permit, &'static str> {
    let bench = investigated(violation);
    bench.judge(CHEN, day("2026-03-05"), act).map_err(|refusal| refusal.code.word())
}

#[test]
fn a_changed_law_asks_which_rule_is_applied() {
    assert_eq!(judged("oil-v13@2021", &by(None, 3000)), Err("missing_fact"));
    assert_eq!(judged("oil-v13@2021", &by(Some("oil-v01@2021"), 3000)), Err("missing_fact"));
}

#[test]
fn the_newer_rule_is_applied_where_it_is_milder() {
    assert_eq!(judged("oil-v13@2021", &by(Some("oil-v13@2021"), 3000)), Err("milder_rule"));
    assert_eq!(judged("oil-v13@2021", &by(Some("oil-v13@2026"), 3000)), Ok(Permit::Event));
    assert_eq!(judged("oil-v13@2021", &by(Some("oil-v13@2026"), 30_000)), Err("outside_range"));
}

#[test]
fn the_rule_of_the_acts_day_is_applied_where_the_newer_is_harsher() {
    assert_eq!(judged("oil-v14@2021", &by(Some("oil-v14@2026"), 3000)), Err("milder_rule"));
    assert_eq!(judged("oil-v14@2021", &by(Some("oil-v14@2021"), 3000)), Ok(Permit::Event));
    assert_eq!(judged("oil-v14@2021", &by(Some("oil-v14@2021"), 40_000)), Err("outside_range"));
}

#[test]
fn a_law_that_stands_knows_no_other_rule() {
    assert_eq!(judged("oil-v01@2021", &by(Some("oil-v01@2021"), 3000)), Ok(Permit::Event));
    assert_eq!(judged("oil-v01@2021", &by(Some("oil-v11@2021"), 3000)), Err("missing_fact"));
}

#[test]
fn a_law_that_changes_before_the_decision_asks_again() {
    let mut bench = Bench::new("2026-02-02");
    bench.does(CHEN, "2026-02-02", clue()).does(ZHOU_HEAD, "2026-02-02", file("oil-v13@2021"));
    bench.does(CHEN, "2026-02-02", record_of(RecordKind::Inspection));
    bench.does(CHEN, "2026-02-04", by(None, 3000));
    bench.does(ZHOU_HEAD, "2026-02-04", approve_notice()).does(CHEN, "2026-02-04", serve_notice());
    bench.today = day("2026-03-04");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-04", &decide(penalties(Some(3000)))), "missing_fact");
    let under = |rule: &str| {
        let mut told = penalties(Some(3000));
        told.acts[0].rule = Some(rule.to_owned());
        told
    };
    // Another article than the one told is told first (art. 44).
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-04", &decide(under("oil-v13@2026"))), "new_notice_needed");
    let changed = Act::ChangeProposal(ChangeProposal {
        party: SHOP,
        outcome: Outcome::Penalise(under("oil-v13@2026")),
        reason: note("从旧兼从轻，适用新的规定"),
    });
    bench
        .does(ZHOU_HEAD, "2026-03-04", changed)
        .does(ZHOU_HEAD, "2026-03-04", approve_notice())
        .does(CHEN, "2026-03-04", serve_notice())
        .does(CHEN, "2026-03-05", waive())
        .does(ZHOU_HEAD, "2026-03-05", decide(under("oil-v13@2026")));
}

#[test]
fn the_rule_that_was_told_is_named_again_without_a_new_notice_and_another_voids_the_review() {
    let acts = [unlawful("oil-v13@2021")];
    let under = |rule: Option<&str>| {
        let mut told = penalties(Some(3000));
        told.acts[0].rule = rule.map(str::to_owned);
        told
    };
    assert!(!under(Some("oil-v13@2021")).exceeds(&under(None), &acts));
    assert!(under(Some("oil-v13@2026")).exceeds(&under(None), &acts));
    assert!(under(None).exceeds(&under(Some("oil-v13@2026")), &acts));
}
