//! Age and mental illness are grounds of people, a sole trader among them, and of no organisation (art. 30, 31).

use rstest::rstest;

use super::bench::*;
use crate::case::*;
use crate::catalogue::PartyKind;

fn concluding(kind: PartyKind, outcome: Outcome) -> Result<Permit, &'static str> {
    let mut bench = Bench::new("2026-03-02");
    let shop = Party { kind, ..party(SHOP, "oil-v01@2021") };
    bench
        .does(CHEN, "2026-03-02", clue())
        .does(ZHOU_HEAD, "2026-03-02", Act::File(File { parties: vec![shop], officers: officers() }))
        .does(CHEN, "2026-03-02", record_of(RecordKind::Inspection));
    let judged = bench.judge(CHEN, day("2026-03-02"), &conclude(outcome));
    judged.map_err(|refusal| refusal.code.word())
}

#[rstest]
#[case(NoPenaltyGround::Under14)]
#[case(NoPenaltyGround::MentalIllness)]
fn no_organisation_is_too_young_or_ill_to_be_penalised(#[case] ground: NoPenaltyGround) {
    let none = || Outcome::NoPenalty { ground };
    assert_eq!(concluding(PartyKind::Organisation, none()), Err("missing_fact"));
    assert_eq!(concluding(PartyKind::Citizen, none()), Ok(Permit::Event));
    assert_eq!(concluding(PartyKind::SoleTrader, none()), Ok(Permit::Event));
    let mut bench = concluded(None);
    bench.today = day("2026-03-10");
    assert_eq!(bench.refused(ZHOU_HEAD, "2026-03-10", &no_penalty(ground)), "missing_fact");
}

#[test]
fn no_organisation_is_penalised_less_for_being_a_minor() {
    let mut told = penalties(Some(100));
    told.acts[0].mitigation = Some(Mitigation::Minor);
    let young = || Outcome::Penalise(told.clone());
    assert_eq!(concluding(PartyKind::Organisation, young()), Err("missing_fact"));
    assert_eq!(concluding(PartyKind::Citizen, young()), Ok(Permit::Event));
}
