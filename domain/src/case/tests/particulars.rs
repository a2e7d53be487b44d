//! What is learned of a party after it came into the case, and what was wrong.

use super::bench::*;
use crate::case::*;
use crate::refusal::{Fact, RefusalCode};
use crate::value::CreditCode;

fn known(bench: &Bench) -> Particulars {
    Particulars::of(&bench.case().track(SHOP).unwrap().party)
}

fn complete(bench: &Bench, change: impl FnOnce(&mut Particulars)) -> Act {
    let before = known(bench);
    let mut after = before.clone();
    change(&mut after);
    Act::CompleteParty(Box::new(CompleteParty { party: SHOP, before, after }))
}

fn code() -> CreditCode {
    CreditCode::parse("91110000802100433B").unwrap()
}

fn missing(bench: &Bench, act: &Act) -> RefusalCode {
    bench.judge(CHEN, bench.today, act).unwrap_err().code
}

#[test]
fn an_officer_adds_what_the_filing_did_not_know_and_nothing_moves() {
    let mut bench = notified(Some(3000));
    let before = bench.case();
    let act = complete(&bench, |of| {
        of.credit_code = Some(code());
        of.representative = Some(name("何某某"));
        of.address = Some(note("道县濂溪街道道州北路66号"));
    });
    let today = bench.today.to_string();
    bench.does(CHEN, &today, act);
    let case = bench.case();
    let (was, is) = (before.track(SHOP).unwrap(), case.track(SHOP).unwrap());
    assert_eq!(is.progress, was.progress);
    assert_eq!(
        (&is.party.name, is.party.kind, &is.party.acts),
        (&was.party.name, was.party.kind, &was.party.acts)
    );
    assert_eq!(is.party.credit_code, Some(code()));
    assert_eq!(is.party.address, Some(note("道县濂溪街道道州北路66号")));
    let told = bench.events.last().unwrap().act.summary(crate::Lang::Zh);
    assert!(told.contains("地址：无 → 道县濂溪街道道州北路66号") && told.contains("无 → 何某某"), "{told}");
}

#[test]
fn what_is_known_is_put_right_and_never_emptied() {
    let mut bench = investigated("oil-v01@2021");
    let act = complete(&bench, |of| of.address = Some(note("道州北路66号")));
    let today = bench.today.to_string();
    bench.does(CHEN, &today, act);
    let emptied = complete(&bench, |of| of.address = None);
    assert_eq!(missing(&bench, &emptied), RefusalCode::MissingFact { fact: Fact::KnownOfParty });
    let same = complete(&bench, |_| {});
    assert_eq!(missing(&bench, &same), RefusalCode::MissingFact { fact: Fact::Change });
    let right = complete(&bench, |of| of.address = Some(note("道州北路68号")));
    bench.does(CHEN, &today, right.clone());
    assert_eq!(known(&bench).address, Some(note("道州北路68号")));
    assert_eq!(
        missing(&bench, &right),
        RefusalCode::MissingFact { fact: Fact::EntryToCorrect },
        "written before"
    );
}

#[test]
fn only_the_officers_of_the_case_do_it_and_not_before_the_filing_nor_after_the_close() {
    let bench = investigated("oil-v01@2021");
    let act = complete(&bench, |of| of.representative = Some(name("何某某")));
    let today = bench.today.to_string();
    assert_eq!(bench.refused(JIANG_ALL, &today, &act), "no_right");
    assert_eq!(bench.refused(ZHOU_HEAD, &today, &act), "no_right");
    let mut clued = Bench::new("2026-03-02");
    clued.does(CHEN, "2026-03-02", clue());
    assert_eq!(clued.refused(CHEN, "2026-03-02", &act), "not_in_this_state");
    assert!(!ActKind::CompleteParty.from().contains(&Stage::Closed));
}

#[test]
fn the_filing_is_not_corrected_beneath_it_and_the_steps_stand_without_it() {
    let mut bench = investigated("oil-v01@2021");
    let act = complete(&bench, |of| of.representative = Some(name("何某某")));
    let today = bench.today.to_string();
    bench.does(CHEN, &today, act);
    let completed = u32::try_from(bench.events.len()).unwrap();
    bench.does(CHEN, &today, conclude(Outcome::Penalise(penalties(Some(3000)))));
    assert_eq!(rests_on(&bench.events, completed), None, "the conclusion does not rest on an address");
    let filing = bench.events.iter().find(|event| event.act.kind() == ActKind::File).unwrap().seq;
    assert!(rests_on(&bench.events, filing).is_some());
    let record = bench.events.iter().find(|event| event.act.kind() == ActKind::Record).unwrap().seq;
    let rests = rests_on(&bench.events[..completed as usize], record);
    assert_eq!(rests, None, "what is learned of the party rests on no record");
    let again = complete(&bench, |of| of.representative = Some(name("何明")));
    bench.does(CHEN, &today, again);
    assert_eq!(
        rests_on(&bench.events, completed).map(|event| event.act.kind()),
        Some(ActKind::CompleteParty)
    );
}
