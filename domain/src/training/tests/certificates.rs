//! Certificates: issued once, replaced in a chain, revoked for good.

use rstest::rstest;

use super::bench::*;
use crate::training::*;

struct Desk {
    class: ClassState,
    enrolment: EnrolmentState,
    exam: Vec<MarksEntry>,
    live: Option<CertificateNumber>,
    settings: TrainingSettings,
}

fn number(text: &str) -> CertificateNumber {
    CertificateNumber::parse(text).unwrap()
}

fn paper() -> Paper {
    Paper {
        name: person("盘小妹"),
        trade: trade("缝纫工"),
        level: None,
        issuer: name("江华瑶族自治县商务局"),
        signer: name("周明"),
    }
}

impl Desk {
    fn new() -> Self {
        Desk {
            class: class_at(ClassStage::Finished),
            enrolment: enrolment_at(EnrolmentStage::Completed),
            exam: vec![sat(1, "2026-04-30", 70)],
            live: None,
            settings: TrainingSettings::default(),
        }
    }

    fn issues(&self, on: &str, text: &str, is_taken: bool) -> Result<Certificate, Refusal> {
        let scene = IssueScene {
            class: &self.class,
            enrolment_id: enrolment(1),
            enrolment: &self.enrolment,
            exam: &self.exam,
            live: self.live.as_ref(),
            settings: &self.settings,
            hand: hand(PAN_TRAINER, on),
        };
        let (number, county) = (number(text), county());
        let got = scene.issue(paper(), NewNumber { number: &number, county: &county, is_taken });
        if got.is_ok() {
            assert_eq!(scene.next().refusal, None);
        }
        got
    }

    fn code(&self, on: &str) -> Option<&'static str> {
        self.issues(on, "LW4311292600001", false).err().map(|refusal| refusal.code.word())
    }
}

#[test]
fn a_certificate_shows_the_sitting_that_passed() {
    let exam = vec![sat(1, "2026-04-30", 50), sat(2, "2026-05-20", 82)];
    let issued = Desk { exam, ..Desk::new() }.issues("2026-05-21", "LW4311292600001", false).unwrap();
    let facts = &issued.facts;
    assert_eq!((facts.sitting, facts.mark, facts.exam_on), (2, mark(82), day("2026-05-20")));
    assert_eq!((facts.hours, issued.is_live()), (12, true));
}

#[test]
fn each_certificate_that_cannot_be_has_its_code() {
    let on = "2026-05-10";
    assert_eq!(Desk::new().code(on), None);
    for stage in ClassStage::ALL {
        let ended = matches!(stage, ClassStage::Finished | ClassStage::Archived);
        let expected = (!ended).then_some("class_not_finished");
        assert_eq!(Desk { class: class_at(*stage), ..Desk::new() }.code(on), expected, "{stage:?}");
    }
    for stage in EnrolmentStage::ALL {
        let expected = match stage {
            EnrolmentStage::Completed => None,
            EnrolmentStage::Failed => Some("attendance_short"),
            _ => Some("not_in_this_state"),
        };
        assert_eq!(Desk { enrolment: enrolment_at(*stage), ..Desk::new() }.code(on), expected, "{stage:?}");
    }
    assert_eq!(Desk { exam: Vec::new(), ..Desk::new() }.code(on), Some("certificate_without_pass"));
    let exam = vec![sat(1, "2026-04-30", 59)];
    assert_eq!(Desk { exam, ..Desk::new() }.code(on), Some("certificate_without_pass"));
    let live = Some(number("LW4311292600009"));
    assert_eq!(Desk { live, ..Desk::new() }.code(on), Some("live_certificate"));
    let exam = vec![sat(1, "2026-05-20", 70)];
    assert_eq!(Desk { exam, ..Desk::new() }.code(on), Some("issue_before_exam"));
    let exam = vec![sat(1, "2026-04-20", 70)];
    assert_eq!(Desk { exam, ..Desk::new() }.code("2026-04-29"), Some("before_its_cause"));
}

#[rstest]
#[case("LW4311292600001", false, None)]
#[case("LW4311242600001", false, Some("wrong_county"))]
#[case("LW4311292500001", false, Some("wrong_year"))]
#[case("LW4311292600001", true, Some("number_taken"))]
fn a_number_is_the_countys_the_years_and_new(
    #[case] text: &str,
    #[case] is_taken: bool,
    #[case] code: Option<&str>,
) {
    let got = Desk::new().issues("2026-05-10", text, is_taken).err();
    assert_eq!(got.as_ref().map(|refusal| refusal.code.word()), code);
}

fn issued() -> Certificate {
    Desk::new().issues("2026-05-10", "LW4311292600001", false).unwrap()
}

fn replaced(certificate: Certificate, text: &str) -> Result<(Certificate, Certificate), Refusal> {
    let (number, county) = (number(text), county());
    let number = NewNumber { number: &number, county: &county, is_taken: false };
    let new_name = Some(person("盘小梅"));
    certificate.replace(ReplacementGround::NameChange, new_name, number, &hand(PAN_TRAINER, "2026-06-01"))
}

fn revoked(certificate: Certificate, reason: Option<Note>) -> Result<Certificate, Refusal> {
    certificate.revoke(reason, name("江华商撤〔2026〕1号"), &hand(ZHOU_HEAD, "2026-06-01"))
}

#[test]
fn a_replacement_links_both_numbers_and_ends_the_old_one() {
    let (old, new) = replaced(issued(), "LW4311292600002").unwrap();
    assert!(!old.is_live() && new.is_live());
    assert_eq!(new.replaces, Some(old.number.clone()));
    assert!(matches!(&old.state, CertificateState::Replaced { with, .. } if *with == new.number));
    assert_eq!((old.facts.name.as_str(), new.facts.name.as_str()), ("盘小妹", "盘小梅"));
    assert_eq!(replaced(issued(), "LW4311292600001").unwrap_err().code.word(), "number_taken");
}

#[test]
fn replaced_and_revoked_are_final() {
    let (old, _) = replaced(issued(), "LW4311292600002").unwrap();
    let gone = revoked(issued(), why()).unwrap();
    for ended in [old, gone] {
        assert_eq!(ended.next(&hand(WU_CHIEF, "2026-06-02")), []);
        let code = replaced(ended.clone(), "LW4311292600003").unwrap_err().code.word();
        assert_eq!(code, "not_in_this_state");
        assert_eq!(revoked(ended, why()).unwrap_err().code.word(), "not_in_this_state");
    }
}

#[test]
fn only_a_head_revokes_and_says_why() {
    assert_eq!(revoked(issued(), None).unwrap_err().code, RefusalCode::ReasonMissing);
    let by_trainer = issued().revoke(why(), name("文号"), &hand(PAN_TRAINER, "2026-06-01"));
    assert_eq!(by_trainer.unwrap_err().code.word(), "no_right");
    let next = issued().next(&hand(PAN_TRAINER, "2026-06-01"));
    let refused: Vec<_> = next.iter().map(|next| (next.act.word(), next.refusal.is_some())).collect();
    assert_eq!(refused, [("replace_certificate", false), ("revoke_certificate", true)]);
}
