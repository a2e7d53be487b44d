//! Training: programmes, classes with their sessions, trainees, and the chain of each enrolment from application to
//! certificate.
//!
//! What the rules know of a row is kept as they write it; the columns of lists are derived from it by the record's one
//! function `row`, so that the two cannot disagree. Identity numbers and phones are sealed. An act is loaded, judged by
//! the rules, and written with its event and its audit row in the caller's one transaction; that transaction holds the
//! bureau's head, so that nobody counts the places of a class beside it.
//!
//! ```ignore
//! let bureau = session.bureau_write("daoxian").await?;
//! let answer = bureau.training_desk().class_step(id, version, on, ClassStep::Open).await?;
//! match answer {
//!     Ok(version) => bureau.commit().await?,
//!     Err(refusal) => …, // dropped without a commit: nothing happened
//! }
//! ```

mod certificate;
mod class;
mod contact;
mod counted;
mod desk;
mod details;
mod enrolment;
pub(crate) mod entry;
mod exam;
mod load;
mod people;
mod person;
mod programme;
mod read;
mod record;
mod roll;
mod session;
mod sign_in;
pub(crate) mod trace;
pub(crate) mod trainee;

pub use certificate::{IssueFacts, Replaced};
pub use class::ClassStep;
pub use contact::OpenedTrainee;
pub use desk::{Answer, RowOutcome, TrainingDesk};
pub use details::EnrolmentDetails;
pub use enrolment::{Applicant, Application, Applied, EnrolmentStep, Stepped};
pub use exam::{CorrectedMarks, MarksRow};
pub use person::TraineeChange;
pub use programme::ProgrammeStep;
pub use read::{
    AttendanceGrid, AttendanceRow, AttendanceSheet, CertificateFilter, CertificateLine, CertificatePage,
    ClassFilter, ClassLine, ClassPage, EnrolmentChain, EnrolmentPage, GridRow, Page, ProgrammeLine,
    ProgrammePage, RosterRow, TraineeFilter, TraineePage,
};
pub use record::{CertificateRecord, ClassRecord, EnrolmentRecord, ProgrammeRecord, SessionRecord};
pub use roll::RollOutcome;
pub use session::SessionPlan;
pub use sign_in::{CorrectedSignIn, Tap, TapOutcome};
pub use trace::EventRecord;
pub use trainee::{Trainee, TraineeRecord};
