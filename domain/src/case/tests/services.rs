//! How papers reach a party: §1.5; 行政处罚法 art. 61, 民事诉讼法 art. 88–95.

use rstest::rstest;

use super::bench::*;
use super::spot::*;
use crate::Lang;
use crate::calendar::Clock;
use crate::case::*;
use crate::catalogue::PartyKind;
use crate::refusal::{Fact, RefusalCode};

/// Decided on 18 March 2026 against a party of a kind.
fn decided_against(kind: PartyKind) -> Bench {
    let mut bench = Bench::new("2026-03-02");
    let offender = Party { kind, ..party(SHOP, "oil-v01@2021") };
    let filing = Act::File(File { parties: vec![offender], officers: officers() });
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-05", filing)
        .does(CHEN, "2026-03-06", record_of(RecordKind::Inspection))
        .does(CHEN, "2026-03-09", conclude(Outcome::Penalise(penalties(Some(600)))))
        .does(ZHOU_HEAD, "2026-03-10", approve_notice());
    let told = Act::ServeNotice(ServeNotice { party: SHOP, service: left() });
    bench.does(CHEN, "2026-03-10", told).does(ZHOU_HEAD, "2026-03-18", decide(penalties(Some(600))));
    bench
}

fn by(method: Method) -> Service {
    Service { officers: officers(), method }
}

fn served_by(method: Method) -> Act {
    Act::Serve(Serve { party: SHOP, service: by(method) })
}

/// What an act on a day lacks, entered at the end of the year.
fn lacks(bench: &Bench, on: &str, act: &Act) -> Option<Fact> {
    let (case, mut context) = (bench.events.first().map(|_| bench.case()), bench.context(CHEN));
    context.today = day("2026-12-31");
    let entry = Entry { late_reason: Some(note("补记")), ..Entry::default() };
    match (Judge { case: case.as_ref(), on: day(on), context }).judge(act, &entry) {
        Ok(_) => None,
        Err(refusal) => match refusal.code {
            RefusalCode::MissingFact { fact } => Some(fact),
            other => panic!("refused for another reason: {other:?}"),
        },
    }
}

#[rstest]
#[case(PartyKind::Citizen, &[Receiver::Party, Receiver::AdultFamilyMember, Receiver::AuthorisedAgent])]
#[case(
    PartyKind::SoleTrader,
    &[Receiver::Party, Receiver::LegalRepresentative, Receiver::AdultFamilyMember, Receiver::AuthorisedAgent]
)]
#[case(
    PartyKind::Organisation,
    &[Receiver::LegalRepresentative, Receiver::ReceiverOfPost, Receiver::AuthorisedAgent]
)]
fn only_who_may_take_it_signs_for_a_party_of_a_kind(#[case] kind: PartyKind, #[case] who: &[Receiver]) {
    let bench = decided_against(kind);
    for receiver in Receiver::ALL {
        let wrong = (!who.contains(&receiver)).then_some(Fact::Receiver);
        let signed_by = name("何某");
        let method = Method::Direct { receiver, signed_by: signed_by.clone() };
        assert_eq!(lacks(&bench, "2026-03-19", &served_by(method)), wrong, "{kind:?} {receiver:?}");
        let on_the_spot = spot(|facts| {
            facts.party.kind = kind;
            facts.handed_over = HandedOver::Signed { receiver, signed_by };
        });
        assert_eq!(lacks(&Bench::new("2026-03-19"), "2026-03-19", &on_the_spot), wrong);
    }
}

fn returned(address_confirmed_on: &str, reason: ReturnReason) -> Method {
    let address_confirmed_on = day(address_confirmed_on);
    Method::Returned { posted_on: day("2026-03-20"), receipt: name("EMS 1234"), reason, address_confirmed_on }
}

#[test]
fn a_letter_that_came_back_is_served_on_that_day_where_the_address_was_confirmed_before_the_posting() {
    for reason in ReturnReason::ALL {
        let mut bench = decided(Some(3000));
        let late = served_by(returned("2026-03-20", reason));
        assert_eq!(lacks(&bench, "2026-03-26", &late), Some(Fact::AddressConfirmed));
        bench.does(CHEN, "2026-03-26", served_by(returned("2026-03-19", reason)));
        let context = bench.context(CHEN);
        let clocks = clocks(&bench.case(), &context);
        let pay = clocks.iter().find(|one| one.clock == Clock::Pay).unwrap();
        assert_eq!((pay.start, pay.deadline.last_day), (day("2026-03-26"), day("2026-04-10")));
        let serve = clocks.iter().find(|one| one.clock == Clock::Serve).unwrap();
        assert_eq!(
            serve.state,
            ClockState::Met { on: day("2026-03-20") },
            "the posting met the bureau's term"
        );
    }
}

#[test]
fn a_letter_does_not_come_back_before_it_is_posted_nor_is_posted_before_the_decision() {
    let bench = decided(Some(3000));
    let early = served_by(returned("2026-03-16", ReturnReason::Refused));
    assert_eq!(lacks(&bench, "2026-03-19", &early), Some(Fact::PostingDay));
    let Method::Returned { receipt, reason, address_confirmed_on, .. } =
        returned("2026-03-10", ReturnReason::Refused)
    else {
        panic!()
    };
    let posted_on = day("2026-03-17");
    let before = Method::Returned { posted_on, receipt, reason, address_confirmed_on };
    assert_eq!(lacks(&bench, "2026-03-26", &served_by(before)), Some(Fact::PostingDay));
}

#[test]
fn through_another_authority_or_the_unit_of_a_soldier_it_is_served_on_the_day_signed() {
    let through = || (name("宁远县商务局"), name("何某"));
    let (authority, signed_by) = through();
    let entrusted = served_by(Method::Entrusted { authority, signed_by });
    let (unit, signed_by) = through();
    let forwarded = served_by(Method::Forwarded { unit, signed_by });
    for act in [&entrusted, &forwarded] {
        let mut bench = decided_against(PartyKind::Citizen);
        bench.does(CHEN, "2026-03-25", act.clone());
        let clocks = clocks(&bench.case(), &bench.context(CHEN));
        let pay = clocks.iter().find(|one| one.clock == Clock::Pay).unwrap();
        assert_eq!(pay.start, day("2026-03-25"));
    }
    let organisation = decided(Some(3000));
    assert_eq!(lacks(&organisation, "2026-03-25", &entrusted), None);
    assert_eq!(
        lacks(&organisation, "2026-03-25", &forwarded),
        Some(Fact::Receiver),
        "no unit stands for a company"
    );
}

#[test]
fn a_demand_goes_through_others_only_after_it_was_tried_directly() {
    let bench = served(Some(3000));
    let method = Method::Entrusted { authority: name("宁远县商务局"), signed_by: name("何某") };
    let demand = |direct_tried| {
        Act::Demand(Demand { party: SHOP, service: by(method.clone()), direct_tried, number: None })
    };
    assert_eq!(lacks(&bench, "2026-09-24", &demand(None)), Some(Fact::DirectServiceTried));
    assert_eq!(lacks(&bench, "2026-09-24", &demand(Some(note("9月20日上门，已搬离")))), None);
}

#[rstest]
#[case("2026-03-19", Some(Fact::ConsentBefore))]
#[case("2026-03-18", None)]
fn consent_to_electronic_service_is_signed_before_its_day(
    #[case] consent: &str,
    #[case] lacking: Option<Fact>,
) {
    let consent_signed_on = day(consent);
    let method = Method::Electronic { address: name("13800000000"), consent_signed_on };
    assert_eq!(lacks(&decided(None), "2026-03-19", &served_by(method)), lacking);
}

#[test]
fn the_record_of_a_service_tells_how_it_came_about() {
    let words = by(returned("2026-03-10", ReturnReason::ChangedAddress)).words(Lang::Zh);
    assert_eq!(words, "邮寄送达（邮件退回），2026年3月20日 周五交寄，EMS 1234；地址变更未告知");
}
