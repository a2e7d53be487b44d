//! Every act of an enrolment from every state, and who is accepted.

use rstest::rstest;

use super::bench::*;
use crate::training::*;
use crate::value::IdNumber;

struct Desk {
    bench: Bench,
    class: ClassState,
    id_number: Option<IdNumber>,
    consent: Option<Consent>,
    stays: Vec<Stay>,
    subsidised: bool,
    /// The enrolment and the person who is asked about.
    who: u128,
}

impl Desk {
    /// A place is free, and everything about the person is in order.
    fn new(class: ClassStage) -> Self {
        Desk {
            bench: Bench::new(),
            class: class_at(class),
            id_number: Some(born("1990-01-01")),
            consent: Some(Consent { version: name("2026-01"), on: day("2026-03-01") }),
            stays: Vec::new(),
            subsidised: false,
            who: 2,
        }
    }

    fn full() -> Self {
        let mut desk = Desk::new(ClassStage::Enrolling);
        desk.bench.roster.capacity = 1;
        desk
    }

    fn ask<T>(&self, on: &str, ask: impl FnOnce(&EnrolmentScene<'_>) -> T) -> T {
        let candidate = Candidate {
            enrolment: enrolment(self.who),
            trainee: trainee(self.who),
            id_number: self.id_number.as_ref(),
            consent: self.consent.as_ref(),
            stays: &self.stays,
            subsidised: self.subsidised,
        };
        ask(&EnrolmentScene {
            class: &self.class,
            plan: &self.bench.plan,
            roster: &self.bench.roster,
            candidate: &candidate,
            settings: &self.bench.settings,
            hand: hand(PAN_TRAINER, on),
        })
    }

    fn accepted(&self) -> Option<&'static str> {
        let state = enrolment_at(EnrolmentStage::Applied);
        self.ask("2026-04-20", |scene| state.accept(None, scene)).err().map(|refusal| refusal.code.word())
    }
}

const ACTS: [TrainingAct; 5] = [
    TrainingAct::Accept,
    TrainingAct::PutOnWaitingList,
    TrainingAct::Refuse,
    TrainingAct::Withdraw,
    TrainingAct::DropOut,
];

fn act(state: &EnrolmentState, act: TrainingAct, desk: &Desk) -> Result<EnrolmentStage, Refusal> {
    let state = state.clone();
    let after = desk.ask("2026-04-20", |scene| match act {
        TrainingAct::Accept => state.accept(None, scene),
        TrainingAct::PutOnWaitingList => state.wait(scene),
        TrainingAct::Refuse => state.refuse(why(), scene),
        TrainingAct::Withdraw => state.withdraw(scene),
        _ => state.drop_out(why(), scene),
    });
    after.map(|state| state.stage())
}

#[test]
fn each_act_from_each_state_leads_where_the_table_says_or_is_refused() {
    use EnrolmentStage as S;
    use TrainingAct as A;
    for stage in EnrolmentStage::ALL {
        for one in ACTS {
            let to = match (stage, one) {
                (S::Applied | S::Waiting, A::Accept) => Some(S::Accepted),
                (S::Applied, A::PutOnWaitingList) => Some(S::Waiting),
                (S::Applied | S::Waiting, A::Refuse) => Some(S::Refused),
                (S::Applied | S::Waiting | S::Accepted, A::Withdraw) => Some(S::Withdrawn),
                (S::Studying, A::DropOut) => Some(S::DroppedOut),
                _ => None,
            };
            let desk =
                if one == A::PutOnWaitingList { Desk::full() } else { Desk::new(ClassStage::Enrolling) };
            let state = enrolment_at(*stage);
            assert_eq!(state.stage(), *stage);
            let got = act(&state, one, &desk);
            assert_eq!(got.as_ref().ok().copied(), to, "{one:?} from {stage:?}: {got:?}");
            if let Err(refusal) = &got {
                assert_eq!(refusal.code.word(), "not_in_this_state", "{one:?} from {stage:?}");
            }
            let listed = desk.ask("2026-04-20", |scene| state.next(scene));
            let open = listed.into_iter().any(|next| next.act == one && next.refusal.is_none());
            assert_eq!(open, got.is_ok(), "{one:?} from {stage:?}");
        }
    }
}

#[rstest]
#[case(ClassStage::Planned, None)]
#[case(ClassStage::Enrolling, Some(EnrolmentStage::Accepted))]
#[case(ClassStage::Open, Some(EnrolmentStage::Studying))]
#[case(ClassStage::Suspended, None)]
#[case(ClassStage::Finished, None)]
#[case(ClassStage::Archived, None)]
#[case(ClassStage::Cancelled, None)]
fn a_class_takes_people_while_it_enrols_and_while_it_is_open(
    #[case] class: ClassStage,
    #[case] to: Option<EnrolmentStage>,
) {
    let desk = Desk::new(class);
    let got = act(&enrolment_at(EnrolmentStage::Applied), TrainingAct::Accept, &desk);
    assert_eq!(got.as_ref().ok().copied(), to);
    let applied = desk.ask("2026-06-01", EnrolmentState::apply);
    assert_eq!(applied.is_ok(), to.is_some());
    if let Err(refusal) = got {
        assert_eq!(refusal.code, RefusalCode::NotInThisState { state: Standing::Class(class) });
    }
}

/// The ages of the checks (周岁 counts from the birthday itself) against the class's first day.
#[rstest]
#[case("2010-11-23", "2026-11-23", "缝纫工", true)]
#[case("2010-11-24", "2026-11-23", "缝纫工", false)]
#[case("2012-05-31", "2026-04-15", "缝纫工", false)]
#[case("2008-02-29", "2024-02-28", "缝纫工", false)]
#[case("2008-02-29", "2024-02-29", "缝纫工", true)]
#[case("2008-02-29", "2026-02-28", "焊工", false)]
#[case("2008-02-29", "2026-03-01", "焊工", true)]
#[case("2010-04-15", "2026-04-15", "焊工", false)]
fn age_is_counted_on_the_day_on_which_the_class_opens(
    #[case] birth: &str,
    #[case] opens_on: &str,
    #[case] of: &str,
    #[case] old_enough: bool,
) {
    let mut desk = Desk::new(ClassStage::Enrolling);
    desk.id_number = Some(born(birth));
    desk.bench.plan.opens_on = day(opens_on);
    desk.bench.plan.ends_on = day(opens_on);
    desk.bench.plan.trade = trade(of);
    assert_eq!(desk.accepted(), (!old_enough).then_some("underage"));
}

#[test]
fn each_fault_of_the_person_has_its_code() {
    let desk = || Desk::new(ClassStage::Enrolling);
    assert_eq!(desk().accepted(), None);
    assert_eq!(Desk { id_number: None, ..desk() }.accepted(), Some("bad_id"));
    assert_eq!(Desk { consent: None, ..desk() }.accepted(), Some("no_consent"));
    assert_eq!(Desk { subsidised: true, ..desk() }.accepted(), Some("trade_limit"));
    assert_eq!(Desk::full().accepted(), Some("full"));
    let stay = |from, to| vec![Stay { class: name("道县电工班"), from: day(from), to: day(to) }];
    let stays = stay("2026-04-01", "2026-04-15");
    assert_eq!(Desk { stays, ..desk() }.accepted(), Some("overlap"), "one day in both");
    let stays = stay("2026-04-01", "2026-04-14");
    assert_eq!(Desk { stays, ..desk() }.accepted(), None, "the day before");
    let stays = stay("2026-05-01", "2026-05-14");
    assert_eq!(Desk { stays, ..desk() }.accepted(), None, "the day after");
}

#[test]
fn one_person_has_one_live_application_in_a_class() {
    let mut desk = Desk::new(ClassStage::Enrolling);
    let apply = |desk: &Desk| desk.ask("2026-03-10", EnrolmentState::apply).err().map(|no| no.code.word());
    for stage in EnrolmentStage::ALL {
        desk.bench.roster.enrolments = vec![Place { trainee: trainee(2), ..place(1, enrolment_at(*stage)) }];
        assert_eq!(apply(&desk), stage.is_live().then_some("duplicate"), "{stage:?}");
        let accepted = desk.accepted();
        assert_eq!(accepted == Some("duplicate"), stage.is_live(), "{stage:?}: {accepted:?}");
    }
}

#[test]
fn of_a_child_under_fourteen_nothing_is_kept() {
    let mut desk = Desk::new(ClassStage::Enrolling);
    let apply = |desk: &Desk| desk.ask("2026-03-10", EnrolmentState::apply);
    desk.id_number = Some(born("2012-03-11"));
    let years = RefusalCode::Underage { years: 14, on: day("2026-03-10") };
    assert_eq!(apply(&desk).unwrap_err().code, years);
    desk.id_number = Some(born("2012-03-10"));
    assert!(apply(&desk).is_ok());
    desk.id_number = None;
    assert!(apply(&desk).is_ok(), "a number that could not be read tells no age");
}

#[test]
fn places_go_in_the_order_of_the_waiting_list() {
    let waits = |number, rank| place(number, EnrolmentState::Waiting { on: day("2026-03-05"), rank });
    let mut desk = Desk::new(ClassStage::Enrolling);
    desk.bench.roster.enrolments.extend([waits(2, 8), waits(3, 7)]);
    let waiting = enrolment_at(EnrolmentStage::Waiting);
    let accept = |desk: &Desk, reason| desk.ask("2026-04-20", |scene| waiting.clone().accept(reason, scene));
    assert_eq!(accept(&desk, None).unwrap_err().code, RefusalCode::NotFirstInLine);
    let passed_over = accept(&desk, why()).unwrap();
    let accepted = EnrolmentState::Accepted { on: day("2026-04-20"), out_of_line: why() };
    assert_eq!(passed_over, accepted);
    desk.who = 3;
    let first = accept(&desk, why()).unwrap();
    let accepted = EnrolmentState::Accepted { on: day("2026-04-20"), out_of_line: None };
    assert_eq!(first, accepted, "a reason is kept only where it was needed");
    desk.who = 4;
    assert_eq!(desk.accepted(), Some("not_first_in_line"), "a newcomer comes after all who wait");
    desk.bench.roster.capacity = 1;
    assert_eq!(accept(&desk, why()).unwrap_err().code, RefusalCode::Full { capacity: 1 });
}

#[test]
fn a_withdrawal_promotes_the_first_in_line_once() {
    let waits = |number, rank| place(number, EnrolmentState::Waiting { on: day("2026-03-05"), rank });
    let mut roster = Roster {
        capacity: 1,
        enrolments: vec![place(1, enrolment_at(EnrolmentStage::Accepted)), waits(2, 5), waits(3, 2)],
    };
    assert!(roster.whom_to_accept().is_empty());
    roster.enrolments[0].state = enrolment_at(EnrolmentStage::Withdrawn);
    assert_eq!(roster.whom_to_accept(), [enrolment(3)]);
    assert_eq!(roster.whom_to_accept(), [enrolment(3)], "asking changes nothing");
    roster.enrolments[2].state = enrolment_at(EnrolmentStage::Accepted);
    assert!(roster.whom_to_accept().is_empty());
    assert_eq!(roster.next_rank(), 6);
}

#[test]
fn nobody_waits_while_places_are_free() {
    let desk = Desk::new(ClassStage::Enrolling);
    let refused =
        act(&enrolment_at(EnrolmentStage::Applied), TrainingAct::PutOnWaitingList, &desk).unwrap_err();
    assert_eq!(refused.code, RefusalCode::PlacesFree { free: 1 });
}
