//! Sign-in: when, for whom, corrections and the rate.

use rstest::rstest;

use super::bench::*;
use crate::id::ClassId;
use crate::training::*;

struct Desk {
    class: ClassState,
    enrolment: EnrolmentState,
    session: Session,
    entries: Vec<SignIn>,
    certificate: Option<CertificateNumber>,
    settings: TrainingSettings,
}

impl Desk {
    fn new() -> Self {
        Desk {
            class: class_at(ClassStage::Open),
            enrolment: enrolment_at(EnrolmentStage::Studying),
            session: session(1, "2026-04-15"),
            entries: Vec::new(),
            certificate: None,
            settings: TrainingSettings::default(),
        }
    }

    fn scene(&self, now: &str) -> SignInScene<'_> {
        SignInScene {
            class_id: CLASS,
            class: &self.class,
            enrolment: &self.enrolment,
            session: &self.session,
            entries: &self.entries,
            certificate: self.certificate.as_ref(),
            settings: &self.settings,
            hand: hand(PAN_TRAINER, "2026-04-20"),
            now: at(now),
        }
    }

    fn signs(&self, now: &str) -> Result<SignIn, Refusal> {
        self.scene(now).sign_in(Presence::Present, at(now), Method::Teacher, None)
    }

    fn corrects(&self, now: &str) -> Result<SignIn, Refusal> {
        self.scene(now).correct(Presence::Late, why(), Some(TANG_TRAINER))
    }
}

fn code(got: Result<SignIn, Refusal>) -> Option<&'static str> {
    got.err().map(|refusal| refusal.code.word())
}

#[rstest]
#[case("2026-04-15T07:59", Some("too_early"))]
#[case("2026-04-15T08:00", None)]
#[case("2026-04-15T11:30", None)]
#[case("2026-04-16T11:30", None)]
#[case("2026-04-16T11:31", Some("too_late"))]
fn one_signs_in_from_half_an_hour_before_to_a_day_after(#[case] now: &str, #[case] expected: Option<&str>) {
    assert_eq!(code(Desk::new().signs(now)), expected);
    let next = Desk::new().scene(now).next();
    let listed = next.iter().find(|next| next.act == TrainingAct::SignIn).unwrap();
    assert_eq!(listed.refusal.as_ref().map(|refusal| refusal.code.word()), expected);
}

#[test]
fn a_phone_without_a_net_sends_later_what_was_tapped_in_time() {
    let desk = Desk::new();
    let scene = desk.scene("2026-04-19T12:00");
    let tapped = scene.sign_in(Presence::Present, at("2026-04-15T08:31"), Method::Teacher, None).unwrap();
    assert_eq!(tapped.at, at("2026-04-15T08:31"));
    let early = desk.scene("2026-04-15T08:10");
    let to_come = early.sign_in(Presence::Present, at("2026-04-15T08:11"), Method::Teacher, None);
    assert_eq!(code(to_come), Some("in_the_future"));
}

#[rstest]
#[case("2026-04-15T08:30", Presence::Present)]
#[case("2026-04-15T08:31", Presence::Late)]
#[case("2026-04-15T08:45", Presence::Late)]
#[case("2026-04-15T08:46", Presence::Absent)]
fn fifteen_minutes_are_late_and_more_are_absent(#[case] arrived: &str, #[case] presence: Presence) {
    let session = session(1, "2026-04-15");
    assert_eq!(Presence::at(&session, at(arrived), &TrainingSettings::default()), presence);
}

#[test]
fn each_sign_in_that_cannot_be_has_its_code() {
    let now = "2026-04-15T08:30";
    for stage in ClassStage::ALL {
        let desk = Desk { class: class_at(*stage), ..Desk::new() };
        let expected = match stage {
            ClassStage::Open => None,
            ClassStage::Suspended => Some("class_suspended"),
            _ => Some("not_in_this_state"),
        };
        assert_eq!(code(desk.signs(now)), expected, "{stage:?}");
    }
    for stage in EnrolmentStage::ALL {
        let desk = Desk { enrolment: enrolment_at(*stage), ..Desk::new() };
        let expected = (*stage != EnrolmentStage::Studying).then_some("not_studying");
        assert_eq!(code(desk.signs(now)), expected, "{stage:?}");
    }
    let mut desk = Desk::new();
    desk.session.struck = Some(struck());
    assert_eq!(code(desk.signs(now)), Some("session_struck"));
    desk.session.class = ClassId(uuid::Uuid::from_u128(5));
    assert_eq!(code(desk.signs(now)), Some("another_class"));
    let desk = Desk::new();
    let leave = |note| desk.scene(now).sign_in(Presence::Leave, at(now), Method::Paper, note);
    assert_eq!(code(leave(None)), Some("reason_missing"));
    assert_eq!(code(leave(why())), None);
}

#[test]
fn a_correction_adds_an_entry_with_the_old_value_a_reason_and_a_second_person() {
    let mut desk = Desk::new();
    let now = "2026-04-15T09:00";
    assert_eq!(code(desk.corrects(now)), Some("missing_fact"), "nothing to correct yet");
    desk.entries.push(desk.signs(now).unwrap());
    assert_eq!(code(desk.signs(now)), Some("noted_already"));
    let corrected = desk.corrects(now).unwrap();
    let correction = corrected.correction.clone().unwrap();
    assert_eq!((correction.old, correction.second), (Some(Presence::Present), TANG_TRAINER));
    let scene = desk.scene(now);
    assert_eq!(code(scene.correct(Presence::Late, None, Some(TANG_TRAINER))), Some("reason_missing"));
    assert_eq!(code(scene.correct(Presence::Late, why(), None)), Some("no_second_person"));
    assert_eq!(code(scene.correct(Presence::Late, why(), Some(PAN_TRAINER))), Some("no_second_person"));
    let same = scene.correct(Presence::Present, why(), Some(TANG_TRAINER));
    assert_eq!(code(same), Some("missing_fact"));
    desk.entries.push(corrected);
    assert_eq!(standing_presence(&desk.entries), Some(Presence::Late));
}

#[test]
fn after_the_time_of_sign_in_nothing_noted_can_be_corrected_too() {
    let desk = Desk::new();
    let corrected = desk.corrects("2026-04-16T11:31").unwrap();
    assert_eq!(corrected.correction.unwrap().old, None);
}

#[rstest]
#[case(ClassStage::Planned, Some("not_in_this_state"))]
#[case(ClassStage::Enrolling, Some("not_in_this_state"))]
#[case(ClassStage::Open, None)]
#[case(ClassStage::Suspended, None)]
#[case(ClassStage::Finished, None)]
#[case(ClassStage::Archived, Some("not_in_this_state"))]
#[case(ClassStage::Cancelled, Some("not_in_this_state"))]
fn corrections_end_with_the_archive(#[case] stage: ClassStage, #[case] expected: Option<&str>) {
    let desk = Desk { class: class_at(stage), ..Desk::new() };
    assert_eq!(code(desk.corrects("2026-04-20T12:00")), expected);
}

#[test]
fn no_sign_in_changes_under_a_live_certificate() {
    let number = CertificateNumber::parse("LW4311292600001").ok();
    let desk = Desk { certificate: number, ..Desk::new() };
    assert_eq!(code(desk.corrects("2026-04-20T12:00")), Some("certificate_issued"));
}

#[test]
fn struck_sessions_leave_the_rate_on_both_sides() {
    let mut sessions = vec![session(1, "2026-04-15"), session(2, "2026-04-16"), session(3, "2026-04-17")];
    sessions[1].struck = Some(struck());
    let standing = [
        (session_id(1), Presence::Present),
        (session_id(2), Presence::Present),
        (session_id(3), Presence::Leave),
    ];
    let before = Tally::of(&sessions, &standing, at("2026-04-16T12:00"));
    assert_eq!(before, Tally { credited: 4, held: 4, struck: 4, planned: 12 });
    let after = Tally::of(&sessions, &standing, at("2026-04-17T11:30"));
    assert_eq!(after, Tally { credited: 4, held: 8, struck: 4, planned: 12 });
    assert_eq!(after.percent(), 50);
}

#[rstest]
#[case(80, 100, true, 80)]
#[case(79, 100, false, 79)]
#[case(4, 5, true, 80)]
#[case(799, 1000, false, 79)]
#[case(31, 39, false, 79)]
#[case(32, 39, true, 82)]
#[case(0, 0, false, 0)]
#[case(u32::MAX, u32::MAX, true, 100)]
fn the_rate_is_compared_without_rounding(
    #[case] credited: u32,
    #[case] held: u32,
    #[case] suffices: bool,
    #[case] percent: u32,
) {
    let tally = Tally { credited, held, struck: 0, planned: held };
    assert_eq!(tally.suffices(&TrainingSettings::default()), suffices);
    assert_eq!(tally.percent(), percent);
}
