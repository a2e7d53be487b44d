//! More cases with everything that their papers need.

use super::worked::Worked;
use crate::case::tests::bench::*;
use crate::case::*;

/// Somebody told of a station by its name; nothing is filed yet.
pub fn reported() -> Worked {
    let Act::RegisterClue(facts) = clue() else { unreachable!("a clue") };
    let suspected =
        Party { acts: Vec::new(), name: name("道县濂溪加油站有限公司"), ..party(SHOP, "") };
    let told = RegisterClue { source: ClueSource::Report, parties: vec![suspected], ..facts };
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", Act::RegisterClue(told));
    Worked::of(bench)
}
