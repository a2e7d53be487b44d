//! States as tags: their words and the tone.

use domain::Lang;
use domain::training::{CertificateStage, ClassStage, EnrolmentStage, ProgrammeStage};

/// A state's words with the tone of its tag.
#[must_use]
pub fn class_tag(stage: ClassStage, lang: Lang) -> Option<(String, String)> {
    let tone = match stage {
        ClassStage::Enrolling | ClassStage::Open => "ok",
        ClassStage::Suspended => "warn",
        ClassStage::Cancelled => "danger",
        ClassStage::Planned | ClassStage::Finished | ClassStage::Archived => "neutral",
    };
    Some((stage.title(lang).to_owned(), tone.to_owned()))
}

/// A state's words with the tone of its tag.
#[must_use]
pub fn programme_tag(stage: ProgrammeStage, lang: Lang) -> Option<(String, String)> {
    let tone = match stage {
        ProgrammeStage::Approved | ProgrammeStage::Running => "ok",
        ProgrammeStage::Submitted => "warn",
        ProgrammeStage::Returned | ProgrammeStage::Cancelled => "danger",
        ProgrammeStage::Draft | ProgrammeStage::Closed => "neutral",
    };
    Some((stage.title(lang).to_owned(), tone.to_owned()))
}

/// A state's words with the tone of its tag.
#[must_use]
pub fn enrolment_tag(stage: EnrolmentStage, lang: Lang) -> Option<(String, String)> {
    let tone = match stage {
        EnrolmentStage::Studying | EnrolmentStage::Accepted | EnrolmentStage::Completed => "ok",
        EnrolmentStage::Waiting => "warn",
        EnrolmentStage::DroppedOut | EnrolmentStage::Failed => "danger",
        EnrolmentStage::Applied | EnrolmentStage::Refused | EnrolmentStage::Withdrawn => "neutral",
    };
    Some((stage.title(lang).to_owned(), tone.to_owned()))
}

/// A state's words with the tone of its tag.
#[must_use]
pub fn certificate_tag(stage: CertificateStage, lang: Lang) -> Option<(String, String)> {
    let tone = match stage {
        CertificateStage::Issued => "ok",
        CertificateStage::Replaced => "neutral",
        CertificateStage::Revoked => "danger",
    };
    Some((stage.title(lang).to_owned(), tone.to_owned()))
}
