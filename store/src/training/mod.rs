//! Training: programmes, classes with their sessions, trainees, and the chain of each enrolment from application to
//! certificate.
//!
//! What the rules know of a row is kept as they write it; the columns of lists are derived from it by the record's one
//! function `row`, so that the two cannot disagree. Identity numbers and phones are sealed.

mod record;
mod roll;
mod trainee;

pub use record::{CertificateRecord, ClassRecord, EnrolmentRecord, ProgrammeRecord, SessionRecord};
pub use roll::RollOutcome;
pub use trainee::{Trainee, TraineeRecord};
