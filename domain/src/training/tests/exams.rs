//! Sittings, and who may enter their marks.

use rstest::rstest;

use super::bench::*;
use crate::training::*;

struct Desk {
    class: ClassState,
    enrolment: EnrolmentState,
    sessions: Vec<Session>,
    teachers: Vec<Teacher>,
    tally: Tally,
    entries: Vec<MarksEntry>,
    certificate: Option<CertificateNumber>,
    settings: TrainingSettings,
}

impl Desk {
    fn new() -> Self {
        Desk {
            class: class_at(ClassStage::Open),
            enrolment: enrolment_at(EnrolmentStage::Studying),
            sessions: Bench::new().sessions,
            teachers: vec![teacher("盘江"), teacher("何师傅")],
            tally: enough(),
            entries: Vec::new(),
            certificate: None,
            settings: TrainingSettings::default(),
        }
    }

    fn scene(&self, on: &str) -> ExamScene<'_> {
        ExamScene {
            class: &self.class,
            enrolment: &self.enrolment,
            sessions: &self.sessions,
            teachers: &self.teachers,
            tally: self.tally,
            entries: &self.entries,
            certificate: self.certificate.as_ref(),
            settings: &self.settings,
            hand: hand(PAN_TRAINER, on),
        }
    }

    fn records(&self, on: &str) -> Option<&'static str> {
        self.scene(on).record(sitting_facts(70)).err().map(|refusal| refusal.code.word())
    }
}

#[test]
fn each_class_and_each_enrolment_has_marks_or_a_code() {
    for stage in ClassStage::ALL {
        let desk = Desk { class: class_at(*stage), entries: vec![sat(1, "2026-04-30", 50)], ..Desk::new() };
        let expected = match stage {
            ClassStage::Open | ClassStage::Finished => None,
            ClassStage::Suspended => Some("class_suspended"),
            _ => Some("not_in_this_state"),
        };
        assert_eq!(desk.records("2026-05-10"), expected, "{stage:?}");
        let corrected = desk.scene("2026-05-10").correct(1, marks(55), why(), Some(TANG_TRAINER));
        let open = matches!(stage, ClassStage::Open | ClassStage::Suspended | ClassStage::Finished);
        assert_eq!(corrected.is_ok(), open, "{stage:?}");
    }
    for stage in EnrolmentStage::ALL {
        let tally = if *stage == EnrolmentStage::Failed { short() } else { enough() };
        let desk = Desk { enrolment: enrolment_at(*stage), tally, ..Desk::new() };
        let expected = match stage {
            EnrolmentStage::Studying | EnrolmentStage::Completed => None,
            EnrolmentStage::Failed => Some("no_exam_right"),
            _ => Some("not_studying"),
        };
        assert_eq!(desk.records("2026-04-30"), expected, "{stage:?}");
    }
}

#[test]
fn nobody_is_examined_before_the_last_session() {
    let mut desk = Desk::new();
    assert_eq!(desk.records("2026-04-29"), Some("exam_before_last_session"));
    assert_eq!(desk.records("2026-04-30"), None);
    desk.sessions[2].struck = Some(struck());
    assert_eq!(desk.records("2026-04-16"), None, "a struck session is not waited for");
}

#[rstest]
#[case("2026-04-30", Some("before_its_cause"))]
#[case("2026-05-01", None)]
#[case("2026-06-29", None)]
#[case("2026-06-30", Some("re_sit_over"))]
fn a_re_sit_lies_within_sixty_days(#[case] on: &str, #[case] code: Option<&str>) {
    let desk = Desk { entries: vec![sat(1, "2026-04-30", 50)], ..Desk::new() };
    assert_eq!(desk.records(on), code);
    if code.is_none() {
        assert_eq!(desk.scene(on).record(sitting_facts(70)).unwrap().sitting, 2);
    }
}

#[test]
fn there_are_two_sittings_and_the_higher_mark_stands() {
    let mut desk = Desk { entries: vec![sat(1, "2026-04-30", 72), sat(2, "2026-05-20", 65)], ..Desk::new() };
    assert_eq!(desk.records("2026-05-21"), Some("sittings_over"));
    assert_eq!(best(&desk.entries).unwrap().sitting, 1);
    desk.entries[1].marks = marks(72);
    assert_eq!(best(&desk.entries).unwrap().sitting, 1, "the earlier of equals");
    desk.entries[1].marks = marks(73);
    assert_eq!(passed(&desk.entries, &desk.settings).unwrap().sitting, 2);
    desk.entries = vec![sat(1, "2026-04-30", 59), sat(2, "2026-05-20", 58)];
    assert!(passed(&desk.entries, &desk.settings).is_none());
    desk.entries[1].marks = marks(60);
    assert_eq!(passed(&desk.entries, &desk.settings).unwrap().sitting, 2);
}

#[test]
fn the_only_teacher_does_not_enter_the_marks() {
    let alone = Desk { teachers: vec![teacher("盘 江")], ..Desk::new() };
    assert_eq!(alone.records("2026-04-30"), Some("only_teacher"));
    let account = Teacher { name: name("潘师傅"), account: Some(PAN_TRAINER) };
    let alone = Desk { teachers: vec![account, teacher("盘江")], ..Desk::new() };
    assert_eq!(alone.records("2026-04-30"), Some("only_teacher"), "by account");
    let namesake = Teacher { name: name("盘江"), account: Some(TANG_TRAINER) };
    assert_eq!(Desk { teachers: vec![namesake], ..Desk::new() }.records("2026-04-30"), None);
    assert_eq!(Desk::new().records("2026-04-30"), None, "with another teacher");
}

#[rstest]
#[case(&[], false)]
#[case(&["李考官"], false)]
#[case(&["李考官", "李 考官"], false)]
#[case(&["李考官", "王考官"], true)]
#[case(&["李考官", "王考官", "李考官"], false)]
fn two_different_people_examine(#[case] examiners: &[&str], #[case] fine: bool) {
    let facts =
        SittingFacts { examiners: examiners.iter().map(|one| name(one)).collect(), ..sitting_facts(70) };
    assert_eq!(Desk::new().scene("2026-04-30").record(facts).is_ok(), fine);
}

#[test]
fn a_correction_keeps_the_old_marks_and_needs_a_second_person() {
    let desk = Desk { entries: vec![sat(1, "2026-04-30", 50)], ..Desk::new() };
    let scene = desk.scene("2026-05-10");
    let entry = scene.correct(1, marks(65), why(), Some(TANG_TRAINER)).unwrap();
    assert_eq!((entry.on, entry.sitting), (day("2026-04-30"), 1), "the day of the exam stays");
    assert_eq!(entry.correction.clone().unwrap().old, marks(50));
    let entries = [sat(1, "2026-04-30", 50), entry];
    assert_eq!(best(&entries).unwrap().marks, marks(65));
    assert_eq!(sittings(&entries).len(), 1);
    let code = |got: Result<MarksEntry, Refusal>| got.unwrap_err().code.word();
    assert_eq!(code(scene.correct(1, marks(65), None, Some(TANG_TRAINER))), "reason_missing");
    assert_eq!(code(scene.correct(1, marks(65), why(), Some(PAN_TRAINER))), "no_second_person");
    assert_eq!(code(scene.correct(1, marks(50), why(), Some(TANG_TRAINER))), "missing_fact");
    assert_eq!(code(scene.correct(2, marks(65), why(), Some(TANG_TRAINER))), "missing_fact");
}

#[test]
fn no_mark_changes_under_a_live_certificate() {
    let certificate = CertificateNumber::parse("LW4311292600001").ok();
    let desk = Desk { certificate, entries: vec![sat(1, "2026-04-30", 70)], ..Desk::new() };
    assert_eq!(desk.records("2026-05-10"), Some("certificate_issued"));
    let corrected = desk.scene("2026-05-10").correct(1, marks(50), why(), Some(TANG_TRAINER));
    assert_eq!(corrected.unwrap_err().code.word(), "certificate_issued");
}
