//! 责令改正 in a report: an order to this party, a day that fits, a term ahead (行政处罚法 art. 28).

use super::bench::*;
use crate::case::*;
use crate::id::PartyId;

fn clue_only() -> Bench {
    let mut bench = Bench::new("2026-03-02");
    bench.does(CHEN, "2026-03-02", clue());
    bench
}

/// The shop's report cites entry 3, an order to whomever it was given.
fn citing(party_of_order: Option<PartyId>, parties: Vec<Party>) -> Result<Permit, &'static str> {
    let mut bench = clue_only();
    bench.does(ZHOU_HEAD, "2026-03-02", Act::File(File { parties, officers: officers() }));
    let Act::Record(order) = record_of(RecordKind::RectificationOrder { by: day("2026-03-20") }) else {
        unreachable!()
    };
    bench.does(CHEN, "2026-03-02", Act::Record(Record { party: party_of_order, ..order }));
    let mut told = penalties(Some(3000));
    told.putting_right = PuttingRight::Earlier { record: 3 };
    let judged = bench.judge(CHEN, day("2026-03-02"), &conclude(Outcome::Penalise(told)));
    judged.map_err(|refusal| refusal.code.word())
}

#[test]
fn an_earlier_order_is_cited_only_by_the_party_to_whom_it_was_given() {
    let two = || vec![party(SHOP, "oil-v01@2021"), party(BOSS, "oil-v01@2021")];
    assert_eq!(citing(Some(SHOP), two()), Ok(Permit::Event));
    assert_eq!(citing(Some(BOSS), two()), Err("missing_fact"));
}

#[test]
fn an_order_that_names_nobody_is_the_only_partys() {
    assert_eq!(citing(None, vec![party(SHOP, "oil-v01@2021")]), Ok(Permit::Event));
}

#[test]
fn an_order_that_named_nobody_is_nobodys_once_the_case_has_two_parties() {
    let mut bench = clue_only();
    bench
        .does(ZHOU_HEAD, "2026-03-02", file("oil-v01@2021"))
        .does(CHEN, "2026-03-02", record_of(RecordKind::RectificationOrder { by: day("2026-03-20") }))
        .does(ZHOU_HEAD, "2026-03-02", Act::AddParty(AddParty { party: party(BOSS, "oil-v01@2021") }));
    let mut told = penalties(Some(3000));
    told.putting_right = PuttingRight::Earlier { record: 3 };
    assert_eq!(bench.refused(CHEN, "2026-03-02", &conclude(Outcome::Penalise(told))), "missing_fact");
}
