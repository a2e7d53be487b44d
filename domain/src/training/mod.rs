//! Training (技能培训): from the programme through class, enrolment, sign-in and exam to the certificate.
//!
//! Each noun is a state that carries its facts; a transition consumes it and gives the next one or a [`Refusal`]. What
//! an act must be told besides comes in as a plain snapshot, the noun's scene: [`ProgrammeScene`], [`ClassScene`],
//! [`EnrolmentScene`], [`SignInScene`], [`ExamScene`], [`IssueScene`]. The lists of next acts ask the same guards.
//!
//! Deliberately absent: bases (a class has a place in words), placement, follow-up and subsidies. ⚙ The figures in
//! [`TrainingSettings`] are practice that a bureau may change.

mod act;
mod attendance;
mod candidate;
mod certificate;
mod class;
mod enrolment;
mod exam;
mod hand;
mod mark;
mod number;
mod plan;
mod programme;
mod programme_plan;
mod refusal;
pub mod roll;
mod roster;
mod session;
mod settings;
mod stage;
mod trade;
mod words;

pub use act::TrainingAct;
pub use attendance::{
    Method, Presence, Sheet, SignIn, SignInCorrection, SignInScene, Tally, presence as standing_presence,
};
pub use candidate::{Candidate, Consent, Stay};
pub use certificate::{
    Certificate, CertificateFacts, CertificateState, IssueScene, NewNumber, Paper, ReplacementGround,
};
pub use class::{ClassMove, ClassState, Opening};
pub use enrolment::{EnrolmentScene, EnrolmentState};
pub use exam::{ExamScene, Marks, MarksCorrection, MarksEntry, SittingFacts, best, passed, sittings};
pub use hand::{Hand, NextAct};
pub use number::CertificateNumber;
pub use plan::{ClassPlan, ClassScene};
pub use programme::{Amendment, Approval, ProgrammeScene, ProgrammeState};
pub use programme_plan::{ClassKind, ProgrammePlan};
pub use refusal::{Fact, Refusal, RefusalCode};
pub use roster::{Place, Roster};
pub use session::{Session, Struck, Teacher, last_day, planned_hours};
pub use settings::TrainingSettings;
pub use stage::{CertificateStage, ClassStage, EnrolmentStage, ProgrammeStage, Standing};
pub use trade::Trade;

pub use crate::value::Mark;

/// Reasons and remarks. Up to 1,000 characters.
pub type Note = crate::value::FreeText<1000>;

/// A name on one line. Up to 120 characters.
pub type Name = crate::value::Line<120>;

/// How many there are, as the rules count.
fn counted<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
