//! The notice of a public service (D54).

use super::worked::{Worked, after_hearing, enforced, ordinary};
use super::worked_later::{by_public_notice, published};
use crate::case::*;
use crate::paper::{PaperKind as K, Sheet, Slot};

fn slots(worked: &Worked) -> Vec<Slot> {
    worked.slots().into_iter().filter(|slot| slot.kind == K::D54).collect()
}

fn sheet(worked: &Worked) -> Sheet {
    worked.paper(K::D54).unwrap_or_else(|missing| panic!("{missing:?}")).sheet
}

fn said<'a>(sheet: &'a Sheet, heading: &str) -> &'a str {
    sheet.clauses.iter().find(|clause| clause.heading == heading).map_or("", |clause| clause.text.as_str())
}

/// The same case with the services of one kind by public notice.
fn by_notice(mut worked: Worked, kind: ActKind) -> Worked {
    for event in worked.bench.events.iter_mut().filter(|event| event.act.kind() == kind) {
        match &mut event.act {
            Act::ServeHearingNotice(facts) => facts.service = by_public_notice(),
            Act::Demand(facts) => facts.service = by_public_notice(),
            _ => {}
        }
    }
    worked
}

#[test]
fn a_service_by_public_notice_leaves_a_notice_and_no_other_service_does() {
    assert_eq!(slots(&published()).len(), 2, "the advance notice and the decision");
    assert_eq!(slots(&ordinary()).len(), 0);
}

#[test]
fn a_published_decision_is_named_with_its_gist_its_term_and_the_ways_against_it() {
    let sheet = sheet(&published());
    let service = sheet.service.as_ref().unwrap();
    assert_eq!((service.paper.as_str(), service.number.as_str()), ("行政处罚决定书", "道商罚决〔2026〕18号"));
    assert_eq!(said(&sheet, "公告期"), "30日");
    assert_eq!(said(&sheet, "公告送达的原因和经过"), "两次上门，去向不明");
    assert_eq!(sheet.penalties.as_ref().unwrap().fine.as_ref().unwrap().figures, "3,000.00");
    assert_eq!(sheet.number, None, "its number is taken when it is issued");
    let mut without = published();
    without.issuer.court.clear();
    assert!(without.paper(K::D54).is_err(), "nobody is told the way against it");
}

#[test]
fn a_published_notice_tells_what_is_intended_and_the_time_to_defend() {
    let worked = published();
    let first = worked.bind(slots(&worked)[0]).unwrap().sheet;
    assert_eq!(first.service.unwrap().paper, "行政处罚事先告知书");
    assert_eq!(first.notice.unwrap().term, "5个工作日");
    assert!(first.penalties.unwrap().acts[0].items.contains(&"警告".to_owned()));
    assert_eq!(first.decision, None);
}

#[test]
fn a_published_hearing_notice_names_day_and_place_and_a_demand_the_amount() {
    let hearing = sheet(&by_notice(after_hearing(), ActKind::ServeHearingNotice)).hearing.unwrap();
    assert_eq!((hearing.host.as_str(), hearing.place.as_str()), ("唐听松", "道县商务局会议室"));
    let demand = sheet(&by_notice(enforced(), ActKind::Demand));
    let court = demand.court.unwrap();
    assert_eq!((court.rest.figures.as_str(), court.term.as_str()), ("3,000.00", "10个工作日"));
    assert_eq!(demand.service.unwrap().number, "道商催告〔2026〕18号");
}
