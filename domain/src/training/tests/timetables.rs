//! The timetable: hours, teachers, rooms, and what sign-ins hold fast.

use chrono::NaiveTime;
use rstest::rstest;

use super::bench::*;
use crate::training::*;

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn opened(bench: &Bench) -> Option<&'static str> {
    let scene = bench.scene(hand(PAN_TRAINER, "2026-03-10"));
    class_at(ClassStage::Planned).open_enrolment(&scene).err().map(|refusal| refusal.code.word())
}

#[test]
fn enrolment_opens_with_a_whole_timetable() {
    assert_eq!(opened(&Bench::new()), None);
    let mut bench = Bench::new();
    bench.plan.capacity = 0;
    assert_eq!(opened(&bench), Some("missing_fact"));
    let mut bench = Bench::new();
    bench.sessions.clear();
    assert_eq!(opened(&bench), Some("missing_fact"));
    let mut bench = Bench::new();
    bench.sessions.pop();
    assert_eq!(opened(&bench), Some("hours_short"));
    let mut bench = Bench::new();
    bench.sessions[0].struck = Some(struck());
    assert_eq!(opened(&bench), Some("hours_short"), "struck hours are none");
    let mut bench = Bench::new();
    bench.sessions[0].on = day("2026-05-01");
    assert_eq!(opened(&bench), Some("session_outside"));
    let mut bench = Bench::new();
    bench.programme = ProgrammeState::Submitted { on: day("2026-01-01"), by: PAN_TRAINER };
    assert_eq!(opened(&bench), Some("not_in_this_state"));
}

#[test]
fn nobody_and_no_room_is_in_two_places_at_once() {
    let mut bench = Bench::new();
    bench.sessions[1].on = bench.sessions[0].on;
    assert_eq!(opened(&bench), Some("teacher_twice"));
    bench.sessions[1].teacher = teacher("另一位");
    assert_eq!(opened(&bench), Some("room_twice"));
    bench.sessions[1].room = name("县就业培训中心 202");
    assert_eq!(opened(&bench), None);
    let mut bench = Bench::new();
    bench.elsewhere = vec![Session { room: name("别处"), ..session(8, "2026-04-15") }];
    assert_eq!(opened(&bench), Some("teacher_twice"), "in another class");
    bench.elsewhere[0].from = clock(11, 30);
    bench.elsewhere[0].to = clock(12, 30);
    assert_eq!(opened(&bench), None, "one after the other");
}

#[rstest]
#[case("何师傅", None, "何 师傅", None, true)]
#[case("何师傅", Some(PAN_TRAINER), "何师傅", Some(TANG_TRAINER), false)]
#[case("何师傅", Some(PAN_TRAINER), "盘江", Some(PAN_TRAINER), true)]
#[case("何师傅", Some(PAN_TRAINER), "何师傅", None, true)]
fn a_teacher_is_known_by_account_else_by_name(
    #[case] one: &str,
    #[case] one_account: Option<crate::id::PersonId>,
    #[case] two: &str,
    #[case] two_account: Option<crate::id::PersonId>,
    #[case] same: bool,
) {
    let one = Teacher { name: name(one), account: one_account };
    let two = Teacher { name: name(two), account: two_account };
    assert_eq!(one.is(&two), same);
    assert_eq!(two.is(&one), same);
}

fn planned(new: &Session, bench: &Bench, stage: ClassStage) -> Option<&'static str> {
    let scene = bench.scene(hand(PAN_TRAINER, "2026-03-10"));
    class_at(stage).plan_session(new, &scene).err().map(|refusal| refusal.code.word())
}

#[rstest]
#[case(clock(8, 30), clock(11, 30), 4, None)]
#[case(clock(8, 30), clock(11, 29), 4, Some("hours_too_many"))]
#[case(clock(8, 30), clock(11, 30), 5, Some("hours_too_many"))]
#[case(clock(8, 30), clock(11, 30), 0, Some("missing_fact"))]
#[case(clock(8, 30), clock(8, 30), 1, Some("date_order"))]
#[case(clock(11, 30), clock(8, 30), 4, Some("date_order"))]
fn hours_fit_between_start_and_end(
    #[case] from: NaiveTime,
    #[case] to: NaiveTime,
    #[case] hours: u32,
    #[case] code: Option<&str>,
) {
    let new = Session { from, to, hours, ..session(9, "2026-04-20") };
    assert_eq!(planned(&new, &Bench::new(), ClassStage::Planned), code);
}

#[test]
fn a_session_with_sign_ins_stays_as_it_is() {
    let mut bench = Bench::new();
    bench.sessions.push(session(4, "2026-04-17"));
    bench.sessions[3].sign_ins = 1;
    let moved = session(4, "2026-04-18");
    assert_eq!(planned(&moved, &bench, ClassStage::Open), Some("session_has_sign_ins"));
    let scene = bench.scene(hand(PAN_TRAINER, "2026-04-20"));
    let open = class_at(ClassStage::Open);
    let refused = open.delete_session(session_id(4), &scene).unwrap_err();
    assert_eq!(refused.code, RefusalCode::SessionHasSignIns);
    let refused = open.strike_session(session_id(4), why(), &scene).unwrap_err();
    assert_eq!(refused.code, RefusalCode::SessionHasSignIns);
    let refused = open.delete_session(session_id(7), &scene).unwrap_err();
    assert_eq!(refused.code.word(), "missing_fact");
}

#[test]
fn after_the_enrolment_began_hours_never_fall_below_the_programme() {
    let mut bench = Bench::new();
    let less = Session { hours: 3, ..session(3, "2026-04-30") };
    assert_eq!(planned(&less, &bench, ClassStage::Planned), None);
    assert_eq!(planned(&less, &bench, ClassStage::Enrolling), Some("hours_short"));
    let refused = class_at(ClassStage::Enrolling)
        .delete_session(session_id(3), &bench.scene(hand(PAN_TRAINER, "2026-03-10")))
        .unwrap_err();
    assert_eq!(refused.code, RefusalCode::HoursShort { planned: 8, needed: 12 });
    bench.sessions[0].struck = Some(struck());
    let moved = session(3, "2026-04-29");
    assert_eq!(planned(&moved, &bench, ClassStage::Open), None, "what was struck is not asked for again");
    assert_eq!(planned(&session(1, "2026-04-20"), &bench, ClassStage::Open), Some("session_struck"));
    let elsewhere = Session { class: crate::id::ClassId(uuid::Uuid::from_u128(7)), ..moved };
    assert_eq!(planned(&elsewhere, &bench, ClassStage::Open), Some("another_class"));
}
