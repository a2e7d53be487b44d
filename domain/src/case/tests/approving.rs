//! Who is told of a term, how a proposal goes through the house, and who stands in for a head.

use super::bench::*;
use crate::Instant;
use crate::calendar::{Binds, ReminderStep};
use crate::case::*;
use crate::id::{DelegationId, PersonId};
use crate::role::Power;
use proptest::prelude::*;
use rstest::rstest;
use uuid::Uuid;

const AT: Instant = Instant(1_795_399_200_000);
const TODAY: &str = "2026-11-23";

fn lent(from: PersonId, to: PersonId, first: &str, last: &str) -> Delegation {
    let id = DelegationId(Uuid::from_u128(900));
    Delegation { id, from, to, first: day(first), last: day(last), revoked_at: None }
}

fn who<'a>(bench: &'a Bench, delegations: &'a [Delegation]) -> Approvers<'a> {
    let (power, today) = (Power::ApproveCases, bench.today);
    Approvers { members: &bench.members, delegations, power, proposer: CHEN, officers: &[CHEN, PAN], today }
}

#[rstest]
#[case(Binds::Bureau, ReminderStep::DaysBefore(7), NextHand::Officer, &[CHEN])]
#[case(Binds::Bureau, ReminderStep::DaysBefore(1), NextHand::Officer, &[CHEN, ZHOU_HEAD, JIANG_ALL, YI_CHIEF])]
#[case(Binds::Bureau, ReminderStep::Overdue, NextHand::Party, &[CHEN, ZHOU_HEAD, JIANG_ALL, YI_CHIEF])]
#[case(Binds::Bureau, ReminderStep::DaysBefore(3), NextHand::Reviewer, &[LI_REVIEWER, JIANG_ALL, OU_UNQUALIFIED])]
#[case(Binds::Bureau, ReminderStep::DaysBefore(3), NextHand::Approver, &[ZHOU_HEAD, JIANG_ALL, YI_CHIEF])]
#[case(Binds::Party, ReminderStep::Ended, NextHand::Party, &[CHEN])]
fn whoever_must_act_is_told_and_near_the_end_the_head(
    #[case] binds: Binds,
    #[case] step: ReminderStep,
    #[case] next: NextHand,
    #[case] told: &[PersonId],
) {
    let bench = Bench::new(TODAY);
    let hands = Hands { lead: Some(CHEN), next };
    assert_eq!(reminded(binds, step, hands, &bench.members), told);
}

#[test]
fn the_head_is_told_in_place_of_an_officer_who_has_left() {
    let mut bench = Bench::new(TODAY);
    bench.members[0].roles.clear();
    let hands = Hands { lead: Some(CHEN), next: NextHand::Officer };
    let told = reminded(Binds::Party, ReminderStep::Ended, hands, &bench.members);
    assert_eq!(told, [ZHOU_HEAD, JIANG_ALL, YI_CHIEF]);
}

#[test]
fn several_agree_in_their_order_then_it_comes_back_to_whoever_asked() {
    let bench = Bench::new(TODAY);
    let who = who(&bench, &[]);
    let way = Circulation::default();
    assert_eq!(way.decides(JIANG_ALL, &who), Ok(None));
    let way = way.countersigned(ZHOU_HEAD, &[LI_REVIEWER, JIANG_ALL], &who).unwrap();
    assert_eq!(way.turn(&who), Turn::Sign(LI_REVIEWER));
    let early = way.clone().agreed(JIANG_ALL, AT, &who);
    assert_eq!(early, Err(CirculationFault::NotYourTurn));
    assert_eq!(way.decides(ZHOU_HEAD, &who), Err(CirculationFault::NotYourTurn));
    let way = way.agreed(LI_REVIEWER, AT, &who).unwrap();
    let way = way.added(JIANG_ALL, PAN, &who).unwrap();
    assert_eq!(way.turn(&who), Turn::Sign(PAN), "asked in between");
    let way = way.agreed(PAN, AT, &who).unwrap().agreed(JIANG_ALL, AT, &who).unwrap();
    assert_eq!(way.turn(&who), Turn::Decide(Some(ZHOU_HEAD)));
    assert_eq!(way.decides(JIANG_ALL, &who), Err(CirculationFault::NotYourTurn));
    assert_eq!(way.decides(ZHOU_HEAD, &who), Ok(None));
    let json = serde_json::to_string(&way).unwrap();
    assert_eq!(serde_json::from_str::<Circulation>(&json).unwrap(), way);
}

#[test]
fn it_is_handed_on_to_one_who_alone_decides_and_to_nobody_without_the_power() {
    let bench = Bench::new(TODAY);
    let who = who(&bench, &[]);
    let way = Circulation::default();
    let to = |to| way.clone().handed_on(ZHOU_HEAD, to, &who).map(drop);
    assert_eq!(to(TANG_READER), Err(CirculationFault::NoPower));
    assert_eq!(to(CHEN), Err(CirculationFault::Twice));
    assert_eq!(to(ZHOU_HEAD), Err(CirculationFault::Twice));
    assert_eq!(
        way.clone().handed_on(PAN, JIANG_ALL, &who).map(drop),
        Err(CirculationFault::NoPower),
        "an officer hands nothing on"
    );
    let way = way.handed_on(ZHOU_HEAD, JIANG_ALL, &who).unwrap();
    assert_eq!(way.decides(ZHOU_HEAD, &who), Err(CirculationFault::NotYourTurn));
    assert_eq!(way.decides(JIANG_ALL, &who), Ok(None));
}

#[test]
fn whoever_has_left_holds_nothing_up() {
    let mut bench = Bench::new(TODAY);
    let way = Circulation::default().countersigned(ZHOU_HEAD, &[LI_REVIEWER], &who(&bench, &[])).unwrap();
    for member in &mut bench.members {
        if [LI_REVIEWER, ZHOU_HEAD].contains(&member.person) {
            member.roles.clear();
        }
    }
    assert_eq!(way.turn(&who(&bench, &[])), Turn::Decide(None));
    assert_eq!(way.decides(JIANG_ALL, &who(&bench, &[])), Ok(None));
}

#[test]
fn nobody_is_asked_twice_nor_asks_the_proposer() {
    let bench = Bench::new(TODAY);
    let who = who(&bench, &[]);
    let ask = |order: &[PersonId]| {
        Circulation::default().countersigned(ZHOU_HEAD, order, &who).map(drop).unwrap_err()
    };
    assert_eq!(ask(&[CHEN]), CirculationFault::Twice);
    assert_eq!(ask(&[PAN, PAN]), CirculationFault::Twice);
    assert_eq!(ask(&[PersonId(Uuid::from_u128(77))]), CirculationFault::NoMember);
    assert_eq!(ask(&[]), CirculationFault::NoMember);
}

#[test]
fn who_stands_in_decides_in_the_heads_name_on_the_days_lent_and_not_own_cases() {
    let mut bench = Bench::new(TODAY);
    let days = [lent(ZHOU_HEAD, YI_CHIEF, "2026-11-24", "2026-11-30")];
    let way = Circulation::default().handed_on(JIANG_ALL, ZHOU_HEAD, &who(&bench, &[])).unwrap();
    let says = |bench: &Bench, person| way.decides(person, &who(bench, &days));
    assert_eq!(says(&bench, YI_CHIEF), Err(CirculationFault::NotYourTurn), "a day early");
    for today in ["2026-11-24", "2026-11-30"] {
        bench.today = day(today);
        assert_eq!(says(&bench, YI_CHIEF), Ok(Some(ZHOU_HEAD)));
        assert_eq!(says(&bench, JIANG_ALL), Err(CirculationFault::NotYourTurn), "to whom nothing was lent");
        let own = Approvers { officers: &[YI_CHIEF], ..who(&bench, &days) };
        assert_eq!(way.decides(YI_CHIEF, &own), Err(CirculationFault::OwnCase));
        let heads_own = Approvers { officers: &[ZHOU_HEAD], ..who(&bench, &days) };
        assert_eq!(
            way.decides(YI_CHIEF, &heads_own),
            Err(CirculationFault::NotYourTurn),
            "he could not either"
        );
        let proposed = Approvers { proposer: YI_CHIEF, ..who(&bench, &days) };
        assert_eq!(way.decides(YI_CHIEF, &proposed), Err(CirculationFault::OwnProposal));
    }
    let revoked = [Delegation { revoked_at: Some(AT), ..days[0].clone() }];
    assert_eq!(way.decides(YI_CHIEF, &who(&bench, &revoked)), Err(CirculationFault::NotYourTurn));
    bench.today = day("2026-12-01");
    assert_eq!(says(&bench, YI_CHIEF), Err(CirculationFault::NotYourTurn), "a day late");
}

#[test]
fn a_lent_power_ends_with_the_heads_office_and_never_reaches_what_is_the_chiefs() {
    let mut bench = Bench::new(TODAY);
    let days = [lent(ZHOU_HEAD, PAN, TODAY, TODAY), lent(YI_CHIEF, JIANG_ALL, TODAY, TODAY)];
    let way = Circulation { handed_to: Some(ZHOU_HEAD), ..Circulation::default() };
    let others = Approvers { officers: &[], ..who(&bench, &days) };
    assert_eq!(way.decides(PAN, &others), Err(CirculationFault::NoPower), "an officer is no head");
    let crime = Circulation { handed_to: Some(YI_CHIEF), ..Circulation::default() };
    let crimes = |bench: &Bench| {
        crime.decides(JIANG_ALL, &Approvers { power: Power::LeadCases, ..who(bench, &days) }).unwrap_err()
    };
    bench.members.iter_mut().find(|one| one.person == JIANG_ALL).unwrap().roles =
        vec![crate::role::Role::Head];
    assert_eq!(crimes(&bench), CirculationFault::NoPower);
    assert_eq!(crime.decides(JIANG_ALL, &who(&bench, &days)), Ok(Some(YI_CHIEF)));
    bench.members.iter_mut().find(|one| one.person == JIANG_ALL).unwrap().roles =
        vec![crate::role::Role::Reader];
    assert_eq!(
        crime.decides(JIANG_ALL, &who(&bench, &days)),
        Err(CirculationFault::NoPower),
        "no head any more"
    );
}

#[rstest]
#[case(lent(ZHOU_HEAD, JIANG_ALL, "2026-11-23", "2027-02-22"), None)]
#[case(lent(ZHOU_HEAD, JIANG_ALL, "2026-11-23", "2027-02-23"), Some(DelegationFault::TooLong))]
#[case(lent(ZHOU_HEAD, JIANG_ALL, "2026-11-22", "2026-11-30"), Some(DelegationFault::Past))]
#[case(lent(ZHOU_HEAD, JIANG_ALL, "2026-11-30", "2026-11-29"), Some(DelegationFault::Order))]
#[case(lent(ZHOU_HEAD, ZHOU_HEAD, "2026-11-23", "2026-11-30"), Some(DelegationFault::Oneself))]
#[case(lent(ZHOU_HEAD, LI_REVIEWER, "2026-11-23", "2026-11-30"), Some(DelegationFault::NotFit))]
#[case(lent(PAN, CHEN, "2026-11-23", "2026-11-30"), Some(DelegationFault::NoPower))]
#[case(lent(ZHOU_HEAD, PAN, "2026-11-23", "2026-11-30"), Some(DelegationFault::NotFit))]
#[case(lent(ZHOU_HEAD, YI_CHIEF, "2026-12-03", "2026-12-09"), Some(DelegationFault::Twice))]
fn a_delegation_is_judged_before_it_is_given(
    #[case] new: Delegation,
    #[case] fault: Option<DelegationFault>,
) {
    let bench = Bench::new(TODAY);
    let before = [lent(ZHOU_HEAD, YI_CHIEF, "2026-12-01", "2026-12-03")];
    assert_eq!(new.judge(bench.today, &bench.members, &before).err(), fault);
    assert!(fault.is_none_or(|fault| DelegationFault::from_code(fault.code()) == Some(fault)));
}

proptest! {
    /// Whatever is asked in whatever order: the proposer is never asked and never decides, and when everybody asked has
    /// agreed somebody can decide.
    #[test]
    fn a_circulation_always_comes_to_a_decision(steps in prop::collection::vec((0_usize..3, 0_usize..8, 0_usize..8), 0..24)) {
        let bench = Bench::new(TODAY);
        let who = who(&bench, &[]);
        let person = |nth: usize| bench.members[nth].person;
        let mut way = Circulation::default();
        for (step, by, to) in steps {
            let (by, to) = (person(by), person(to));
            let next = match step {
                0 => way.clone().handed_on(by, to, &who),
                1 => way.clone().added(by, to, &who),
                _ => way.clone().countersigned(by, &[to], &who),
            };
            way = next.unwrap_or(way);
        }
        while let Turn::Sign(signer) = way.turn(&who) {
            prop_assert_ne!(signer, CHEN);
            way = way.agreed(signer, AT, &who).unwrap();
        }
        prop_assert!(way.signers.len() <= SIGNERS_MAX);
        prop_assert!([ZHOU_HEAD, JIANG_ALL, YI_CHIEF].iter().any(|head| way.decides(*head, &who) == Ok(None)));
        prop_assert_eq!(way.decides(CHEN, &who), Err(CirculationFault::OwnProposal));
    }
}
