//! The words of acts, states and refusals.

use super::bench::*;
use crate::role::Power;
use crate::training::*;
use crate::{Instant, Lang};

/// One of each code.
fn codes() -> Vec<RefusalCode> {
    use RefusalCode as R;
    let (on, from, to) = (day("2026-04-15"), day("2026-04-15"), day("2026-04-30"));
    let number = || CertificateNumber::parse("LW4311292600001").unwrap();
    let instant = Instant(1_795_449_599_999);
    vec![
        R::NotInThisState { state: Standing::Programme(ProgrammeStage::Draft) },
        R::NotInThisState { state: Standing::Class(ClassStage::Open) },
        R::NotInThisState { state: Standing::Enrolment(EnrolmentStage::Waiting) },
        R::NotInThisState { state: Standing::Certificate(CertificateStage::Revoked) },
        R::NoRight { power: Power::ApprovePlans },
        R::InTheFuture { today: on },
        R::BeforeItsCause { cause: on },
        R::MissingFact { fact: Fact::Examiners },
        R::ReasonMissing,
        R::SameHand,
        R::ProgrammeTwice,
        R::ClassesLeft { left: 1 },
        R::HoursShort { planned: 8, needed: 12 },
        R::HoursTooMany { hours: 5, fit: 4 },
        R::TeacherTwice { teacher: name("何师傅"), on },
        R::RoomTwice { room: name("201"), on },
        R::DateOrder,
        R::SessionOutside { from, to },
        R::SessionHasSignIns,
        R::SessionStruck,
        R::TooFewAccepted { accepted: 3, needed: 10 },
        R::OpenDayNotReached { on },
        R::SessionsNotHeld { left: 2 },
        R::EnrolmentsOpen { left: 2 },
        R::CapacityBelowAccepted { accepted: 12 },
        R::Underage { years: 16, on },
        R::Duplicate,
        R::Full { capacity: 30 },
        R::PlacesFree { free: 2 },
        R::Overlap { class: name("道县电工班"), from, to },
        R::NoConsent,
        R::BadId,
        R::TradeLimit,
        R::NotFirstInLine,
        R::TooEarly { opens: instant },
        R::TooLate { closed: instant },
        R::NotStudying { stage: EnrolmentStage::Accepted },
        R::ClassSuspended,
        R::AnotherClass,
        R::NotedAlready { presence: Presence::Late },
        R::NoSecondPerson,
        R::ExamBeforeLastSession { on },
        R::NoExamRight { percent: 79, needed: 80 },
        R::ReSitOver { last_day: on },
        R::SittingsOver { max: 2 },
        R::OnlyTeacher,
        R::CertificateIssued { number: number() },
        R::CertificateWithoutPass { pass_mark: 60 },
        R::AttendanceShort { percent: 79, needed: 80 },
        R::ClassNotFinished,
        R::IssueBeforeExam { on },
        R::LiveCertificate { number: number() },
        R::NumberTaken { number: number() },
        R::WrongCounty { county: county() },
        R::WrongYear { year: 2026 },
    ]
}

#[test]
fn every_refusal_says_what_why_and_who_opens_it_in_both_languages() {
    const NEVER: [&str; 4] = ["非法", "操作失败", "系统异常", "格式错误"];
    for code in codes() {
        for lang in [Lang::Zh, Lang::En] {
            let sentence = Refusal::new(TrainingAct::Accept, code.clone()).sentence(lang);
            for part in [&sentence.cannot, &sentence.why, &sentence.opens] {
                assert!(part.chars().count() > 3, "{code:?}");
                assert!(NEVER.iter().all(|word| !part.contains(word)), "{part}");
            }
            let end = lang.pick("。", ".");
            assert!(sentence.opens.ends_with(end) && !sentence.to_string().contains("。。"), "{sentence}");
        }
    }
}

#[test]
fn a_refusal_reads_back_from_json_under_its_own_word() {
    for code in codes() {
        let refusal = Refusal::new(TrainingAct::SignIn, code);
        let json = serde_json::to_value(&refusal).unwrap();
        assert_eq!(json["code"], refusal.code.word());
        assert_eq!(json["act"], "sign_in");
        assert_eq!(serde_json::from_value::<Refusal>(json).unwrap(), refusal);
    }
}

#[test]
fn a_sentence_names_the_moment_at_which_the_sign_in_opens() {
    let code = RefusalCode::TooEarly { opens: at("2026-04-15T08:00") };
    let sentence = Refusal::new(TrainingAct::SignIn, code).sentence(Lang::Zh);
    assert_eq!(sentence.to_string(), "现在不能签到：签到还没有开始。4月15日 周三 08:00起可以签到。");
}

#[test]
fn acts_and_stages_read_back_from_their_words() {
    for act in TrainingAct::ALL {
        assert_eq!(TrainingAct::from_word(act.word()), Some(*act));
        assert_eq!(serde_json::to_value(act).unwrap(), act.word());
    }
    for stage in ClassStage::ALL {
        assert_eq!(ClassStage::from_word(stage.word()), Some(*stage));
        assert_eq!(serde_json::to_value(class_at(*stage)).unwrap()["state"], stage.word());
    }
    for stage in EnrolmentStage::ALL {
        assert_eq!(EnrolmentStage::from_word(stage.word()), Some(*stage));
        assert_eq!(serde_json::to_value(enrolment_at(*stage)).unwrap()["state"], stage.word());
    }
    assert_eq!(ProgrammeStage::from_word("none"), None);
}

#[test]
fn states_read_back_from_json() {
    for stage in ClassStage::ALL {
        let json = serde_json::to_string(&class_at(*stage)).unwrap();
        assert_eq!(serde_json::from_str::<ClassState>(&json).unwrap(), class_at(*stage));
    }
    for stage in EnrolmentStage::ALL {
        let json = serde_json::to_string(&enrolment_at(*stage)).unwrap();
        assert_eq!(serde_json::from_str::<EnrolmentState>(&json).unwrap(), enrolment_at(*stage));
    }
}

#[test]
fn only_heads_approve_return_amend_and_revoke() {
    let approved: Vec<_> = TrainingAct::ALL
        .iter()
        .filter(|act| act.power() == Power::ApprovePlans)
        .map(|act| act.word())
        .collect();
    assert_eq!(approved, ["approve_programme", "return_programme", "amend_programme", "revoke_certificate"]);
}
