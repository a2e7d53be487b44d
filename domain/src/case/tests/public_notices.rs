//! While a public notice runs the decision does not count as served: 行政处罚法 art. 61, 民事诉讼法 art. 95.

use super::bench::*;
use super::held::confiscating;
use crate::case::*;
use crate::refusal::RefusalCode;

/// The first of the notice's days and the day on which it counts.
const PUBLISHED: &str = "2026-03-18";
const COUNTS_ON: &str = "2026-04-17";

fn published(penalties: Penalties) -> Bench {
    let violation = if penalties.acts[0].goods.is_some() { "oil-v21@2021" } else { "oil-v01@2021" };
    let mut bench = investigated(violation);
    let method = Method::PublicNotice { tries: note("两次上门，去向不明") };
    let service = Service { officers: officers(), method };
    bench
        .does(CHEN, "2026-03-06", conclude(Outcome::Penalise(penalties.clone())))
        .does(ZHOU_HEAD, "2026-03-09", approve_notice())
        .does(CHEN, "2026-03-09", serve_notice())
        .does(ZHOU_HEAD, "2026-03-17", decide(penalties))
        .does(CHEN, PUBLISHED, Act::Serve(Serve { party: SHOP, service }));
    bench
}

fn suspend() -> Act {
    let (ground, reason) = (SuspensionGround::UnableToPay, note("暂无财产"));
    Act::SuspendEnforcement(SuspendEnforcement { party: SHOP, ground, reason, number: None })
}

fn end() -> Act {
    let (ground, reason) = (SuspensionGround::OrganisationEnded, note("已注销，无财产"));
    Act::EndEnforcement(EndEnforcement { party: SHOP, ground, reason, number: None })
}

fn hand_in() -> Act {
    let (performed, course) = (Performed::GoodsHandedIn, note("已入库"));
    Act::Perform(Perform { party: SHOP, performed, course })
}

/// Why the act is refused on a day; none: it is possible.
fn refusal(bench: &mut Bench, on: &str, act: &Act) -> Option<RefusalCode> {
    bench.today = day(on);
    let actor = if act.power() == crate::role::Power::ApproveCases { ZHOU_HEAD } else { CHEN };
    bench.judge(actor, day(on), act).err().map(|refusal| refusal.code)
}

#[test]
fn nothing_is_put_off_demanded_or_enforced_before_the_notice_is_over() {
    let mut bench = published(penalties(Some(3000)));
    let unserved = Some(RefusalCode::Unserved { counts_on: day(COUNTS_ON) });
    for act in [plan(), suspend(), end(), demand(), apply_to_court()] {
        for on in [PUBLISHED, "2026-04-16"] {
            assert_eq!(refusal(&mut bench, on, &act), unserved, "{:?} on {on}", act.kind());
        }
        let then = refusal(&mut bench, COUNTS_ON, &act);
        assert_ne!(then, unserved, "{:?} on the day on which it counts", act.kind());
    }
    for possible in [plan(), suspend(), end()] {
        assert_eq!(refusal(&mut bench, COUNTS_ON, &possible), None, "{:?}", possible.kind());
    }
}

#[test]
fn goods_are_noted_as_handed_in_and_asked_for_only_when_the_decision_counts() {
    let mut bench = published(confiscating());
    let unserved = Some(RefusalCode::Unserved { counts_on: day(COUNTS_ON) });
    assert_eq!(refusal(&mut bench, "2026-04-16", &hand_in()), unserved);
    assert_eq!(refusal(&mut bench, "2026-04-16", &demand()), unserved, "nothing is to be paid, and yet");
    bench.does(CHEN, "2026-04-16", publish(Publicity::Published));
    let next = todo(&bench.case(), &bench.context(CHEN)).unwrap();
    let wait = Wait::PublicNotice { party: SHOP, until: day(COUNTS_ON) };
    assert_eq!((next.act, next.wait), (ActKind::Perform, Some(wait)));
    bench.does(CHEN, COUNTS_ON, hand_in());
}

#[test]
fn who_pays_before_the_notice_is_over_is_not_sent_away() {
    let mut bench = published(penalties(Some(3000)));
    bench.does(CHEN, "2026-03-20", pay(1000)).does(CHEN, "2026-03-23", pay(2000));
    let unserved = Some(RefusalCode::Unserved { counts_on: day(COUNTS_ON) });
    assert_eq!(refusal(&mut bench, "2026-03-23", &close()), unserved, "and the case stays open until then");
    bench.does(ZHOU_HEAD, COUNTS_ON, close());
}
